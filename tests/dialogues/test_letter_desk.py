"""The letter before the team: what is proposed, ordered, reworded, held, let go, and read later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.pdf_text import pages
from tests.talk import PEOPLE, TEAM, Talk

GROUP = "#quartier"
FIRST = "2026-02-01T08:00:00+01:00"


async def proposed(talk: Talk, text: str, *, who: str = "Ada", approve: bool = True) -> None:
    """Somebody proposes news for the letter, and the team approves it."""
    await talk.say(who, f"/proposer {text}")
    await talk.press(who, "Une nouvelle")
    if approve:
        await talk.press("Driss", "Approuver", chat=TEAM)


async def in_group(talk: Talk) -> None:
    """A group that has the letter."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})


def letters(talk: Talk, *, chat: str = GROUP) -> list[dict[str, object]]:
    """The letters that a chat received."""
    return [
        one
        for one in talk.events
        if one["event"] == "message" and one["chat"] == chat and "La lettre de l’all" in one["text"]
    ]


async def until(talk: Talk, moment: str) -> None:
    """Time passes."""
    await talk.do({"do": "clock", "to": moment})


async def test_a_word_in_front_names_the_section(talk: Talk) -> None:
    """Without one it is an initiative, which the team may change."""
    await talk.goes(
        """
        Ada: /proposer podcast : la rivière retrouvée, https://exemple.org/3
        Bot: Rubrique … À écouter
        Bot → #equipe: Ada Exemple propose une nouvelle … (À écouter) … La rivière retrouvée
        Basile: /proposer Le verger est planté
        Basile: [Une nouvelle]
        Bot: Rubrique … Initiatives
        Driss #equipe: [Modifier]
        Bot: Initiatives, proposé par Basile Fictif, à décider [Changer le texte]
        Driss #equipe: [Changer de rubrique]
        Bot: Dans quelle rubrique [Initiatives] [Appels] [Chantiers]
        Driss #equipe: [Chantiers]
        Bot: Chantiers, proposé par Basile Fictif
        Driss #equipe: [Approuver]
        Bot → Basile: ceci paraîtra dans la lettre du mois (février 2026)
        Driss #equipe: /lettre
        Bot: Chantiers … Le verger est planté
        """
    )


async def test_the_team_orders_rewords_and_takes_out(talk: Talk) -> None:
    """What is posted is as the team left it; proposers are told what was taken out."""
    await in_group(talk)
    for text in ("Un four à pain", "Un verger", "Une haie"):
        await proposed(talk, text)
    await talk.goes(
        """
        Driss #equipe: /lettre
        Driss #equipe: [Modifier une nouvelle]
        Bot: Laquelle [Un four à pain] [Un verger] [Une haie]
        Driss #equipe: [Une haie]
        Bot: Une haie
        Driss #equipe: [Monter]
        Bot: place 2 sur 3
        Driss #equipe: [Monter]
        Bot: place 1 sur 3
        Driss #equipe: [Monter]
        Bot: déjà au bout
        Driss #equipe: [Changer le texte]
        Bot: nouveau texte
        Driss #equipe: Une haie de 340 arbres
        Bot: Une haie de 340 arbres
        Driss #equipe: /lettre
        Driss #equipe: [Modifier une nouvelle]
        Driss #equipe: [Un verger]
        Driss #equipe: [Retirer]
        Bot: prévenue … lui dire pourquoi [Dire pourquoi]
        Bot → Ada: n’a pas été retenu … Un verger
        Driss #equipe: [Dire pourquoi]
        Bot: Pourquoi
        Driss #equipe: Il est dans la lettre de janvier.
        Bot: transmis
        Bot → Ada: l’équipe ajoute : Il est dans la lettre de janvier.
        """
    )

    await until(talk, "2026-02-02T12:00:00+01:00")

    text = str(letters(talk)[0]["text"])
    assert "verger" not in text
    assert text.index("340 arbres") < text.index("four à pain")


async def test_a_held_letter_waits_and_leaves_when_the_team_says_so(talk: Talk) -> None:
    """Its hour passes; the team is told on three days; released, it leaves at once, once."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await until(talk, "2026-01-29T09:00:00+01:00")
    assert "partira" in talk.last(TEAM)["text"]
    await talk.press("Driss", "Retenir", chat=TEAM)
    await until(talk, "2026-02-03T09:00:00+01:00")
    cues = [one["at"] for one in talk.events if "vous attend" in one.get("text", "")]
    assert letters(talk) == []
    assert [at for at in cues if "T08:00" in at] == [
        "2026-01-31T08:00:00+01:00",
        "2026-02-01T08:00:00+01:00",
    ]

    answer = await talk.press("Driss", "C’est bon, elle peut partir", chat=TEAM)

    assert answer[0].replace("\u202f", " ") == "Merci ! La lettre part tout de suite."
    assert "1er février" not in "".join(answer)
    assert [one["at"] for one in letters(talk)] == ["2026-02-03T09:00:00+01:00"]
    told = "".join(await talk.say("Driss", "/journal", chat=TEAM))
    assert "a retenu la lettre 2026-02" in told
    assert "a approuvé la lettre 2026-02" in told
    await talk.restart()
    await until(talk, "2026-02-20T09:00:00+01:00")
    assert len(letters(talk)) == 1


async def test_an_approved_letter_is_frozen(talk: Talk) -> None:
    """What comes later is for the next one; held again, it takes it in."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await talk.goes(
        """
        Driss #equipe: /lettre
        Bot: la prochaine lettre contient une nouvelle [C’est bon, elle peut partir] [Retenir]
        Driss #equipe: [C’est bon, elle peut partir]
        Bot: prête [Retenir]
        Driss #equipe: /lettre
        Bot: Elle est prête [Retenir]
        """
    )
    await proposed(talk, "Une haie")
    told = [str(one["text"]) for one in talk.events if "paraîtra" in str(one.get("text"))]
    assert "février 2026" in told[0]
    assert "mars 2026" in told[-1]
    await until(talk, "2026-02-02T12:00:00+01:00")
    assert "haie" not in str(letters(talk)[0]["text"])
    assert "haie" in "".join(await talk.say("Driss", "/lettre", chat=TEAM))


async def test_a_title_and_an_opening_stand_above(talk: Talk) -> None:
    """Both are the team's; an old drawing of a letter that left changes nothing."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await talk.goes(
        """
        Driss #equipe: /lettre
        Driss #equipe: [Un titre]
        Bot: Quel titre
        Driss #equipe: Un mois de <b>haies</b>
        Bot: Un mois de haies
        Driss #equipe: [Un mot d’introduction]
        Driss #equipe: Merci à toutes les mains.
        Bot: Merci à toutes les mains. … Initiatives
        """
    )
    old = talk.last(TEAM)["id"]

    await until(talk, "2026-02-02T12:00:00+01:00")

    text = str(letters(talk)[0]["text"])
    assert text.index("Un mois de haies") < text.index("Merci à toutes") < text.index("verger")
    refused = await talk.press("Driss", "Retenir", chat=TEAM, message=old)
    assert "déjà partie" in "".join(refused)


async def test_the_team_chooses_the_day_and_the_hour(talk: Talk) -> None:
    """The 31st is the last day of any month; a bad number is asked again."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await talk.goes(
        """
        Driss #equipe: /lettre
        Driss #equipe: [Jour et heure]
        Bot: Quel jour du mois [le 1er du mois] [le 5 du mois] [le 15 du mois]
        Driss #equipe: 42
        Bot: un nombre de 1 à 31
        Driss #equipe: 31
        Bot: À quelle heure
        Driss #equipe: 18h
        Bot: le dernier jour du mois à 18 h
        """
    )

    assert "le jour de la lettre" in "".join(await talk.say("Driss", "/journal", chat=TEAM))

    await until(talk, "2026-02-02T12:00:00+01:00")

    assert [one["at"] for one in letters(talk)] == ["2026-01-31T18:00:00+01:00"]


async def test_an_empty_letter_never_leaves(talk: Talk) -> None:
    """Not even with a title, nor when somebody says it may."""
    await in_group(talk)
    await talk.goes(
        """
        Driss #equipe: /lettre
        Bot: La prochaine lettre est vide [Retenir]
        Driss #equipe: [Un titre]
        Driss #equipe: Rien
        """
    )

    await until(talk, "2026-04-02T12:00:00+01:00")

    assert letters(talk) == []


async def test_suggestions_are_printed_only_when_taken(talk: Talk) -> None:
    """A shared method, the next meeting: a tap each, and in each reader's language."""
    await in_group(talk)
    await talk.goes(
        """
        Ada: /proposer Guide des haies https://exemple.org/haies
        Ada: [Une ressource]
        Ada: [Envoyer à l’équipe]
        Driss #equipe: [Publier]
        Driss #equipe: /lettre
        Bot: La prochaine lettre est vide [Retenir] [Suggestions]
        Driss #equipe: [Suggestions]
        Bot: Je peux ajouter à la lettre … La prochaine permanence … Guide des haies [Ajouter 1]
        Driss #equipe: [Ajouter 1]
        Bot: C’est dans la prochaine lettre
        Driss #equipe: [Ajouter 1]
        Bot: n’est plus d’actualité
        """
    )
    await talk.say("Basile", "/langue english")

    await until(talk, "2026-02-02T12:00:00+01:00")

    text = str(letters(talk)[0]["text"])
    assert "permanence" in text
    assert "Guide des haies" not in text
    assert "open hours" in "".join(await talk.say("Basile", "/letter"))


async def test_members_read_older_letters_and_print_them(talk: Talk) -> None:
    """By month, by a tap, as PDF; what is no month is answered kindly."""
    await proposed(talk, "Un verger")
    await until(talk, "2026-02-02T12:00:00+01:00")
    await proposed(talk, "Une haie")
    await until(talk, "2026-03-02T12:00:00+01:00")
    await talk.goes(
        """
        Ada: /lettre
        Bot: mars 2026 … Une haie [PDF] [Lettres précédentes]
        Ada: [Lettres précédentes]
        Bot: Quelle lettre [février 2026]
        Ada: [février 2026]
        Bot: février 2026 … Un verger [PDF]
        Ada: /lettre février
        Bot: Un verger
        Ada: /lettre 2026-01
        Bot: pas eu de lettre ce mois-là
        Ada: /lettre zorglub
        Bot: Je n’ai pas compris
        Ada: /lettre 2026-03
        Ada: [PDF]
        """
    )
    printed = " ".join(" ".join(one) for one in pages(talk.received(PEOPLE["Ada"][0])[-1]))
    assert "Une haie" in printed
    assert "mars 2026" in printed


async def test_campaigns_are_told_one_a_week(talk: Talk) -> None:
    """In the agenda of the next free week before they end; the team may move one."""
    await in_group(talk)
    await talk.goes(
        """
        Ada: /proposer campagne : four à pain, 2 340 € sur 4 000 €, jusqu’au 30 janvier
        Driss #equipe: [Approuver]
        Bot: l’agenda de la semaine du lundi 12 janvier
        Basile: /proposer cagnotte : une serre, jusqu’au 30 janvier
        Driss #equipe: [Approuver]
        Bot: semaine du lundi 19 janvier [Semaine suivante]
        Driss #equipe: [Semaine suivante]
        Bot: semaine du lundi 26 janvier
        Driss #equipe: [Semaine suivante]
        Bot: plus de semaine libre
        """
    )


async def test_nobody_else_decides(talk: Talk) -> None:
    """A member who finds a choice of the team's does nothing with it."""
    await talk.say("Ada", "/proposer Un verger")
    await talk.press("Ada", "Une nouvelle")
    card = talk.last(TEAM)["id"]

    await talk.press("Basile", "Approuver", chat=TEAM, message=card)

    assert await talk.dump("audit") == []


async def test_it_is_made_in_english_too(talk: Talk) -> None:
    """The same, for a team that reads English."""
    await talk.say("Driss", "/langue english", chat=TEAM)
    await talk.say("Ada", "/langue english")
    await talk.goes(
        """
        Ada: /propose crowdfunding: a bread oven, 2,340 of 4,000, until 20 February
        Bot: A helping hand
        Driss #equipe: [Approve]
        Bot: the week of Monday 12 January [Following week]
        Driss #equipe: /letter
        Bot: one piece of news … A helping hand [It is good, it may leave] [Hold it]
        Driss #equipe: [Hold it]
        Bot: waits for you
        """
    )


async def test_the_agenda_of_a_week_tells_its_campaign(talk: Talk) -> None:
    """Only once it is approved, and only in its week."""
    await proposed(talk, "campagne : un four, jusqu’au 30 janvier")
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        told = [await store.letter.campaign_of(date(2026, 1, day)) for day in (5, 12, 19)]
    assert [one.text if one else None for one in told] == [
        None,
        "Un four, jusqu’au 30 janvier",
        None,
    ]


async def test_a_group_elsewhere_has_it_at_its_own_hour(talk: Talk) -> None:
    """Eight in the morning there; what froze first is what both read."""
    await in_group(talk)
    await talk.do({"do": "join", "chat": "#reunion", "from": "@ada"})
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        chat = await store.chats.known(talk.stage.platform, "#reunion")
        assert chat
        posting = replace(chat.posting, zone="Indian/Reunion")
        await store.chats.set_posting(chat.id, posting)
    await proposed(talk, "Un verger")

    await until(talk, "2026-02-02T12:00:00+01:00")

    assert [one["at"] for one in letters(talk, chat="#reunion")] == ["2026-02-01T05:00:00+01:00"]
    assert [one["at"] for one in letters(talk)] == [FIRST]


async def test_a_look_at_suggestions_leaves_the_letter_to_be_decided(talk: Talk) -> None:
    """What was offered beside them can still be pressed."""
    await in_group(talk)
    await talk.say("Ada", "/proposer nouvelle : le four à pain est rallumé")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.say("Driss", "/lettre", chat=TEAM)
    shown = talk.last(TEAM)["id"]
    await talk.press("Driss", "Suggestions", chat=TEAM, message=shown)
    await talk.tap("Driss", "C’est bon, elle peut partir", shown, chat=TEAM)
    assert "partira" in talk.last(TEAM)["text"]
