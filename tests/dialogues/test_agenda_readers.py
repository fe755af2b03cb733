"""Receiving the agenda: anybody in private, a group by its administrators; taps under a post."""

from __future__ import annotations

from domain.events import Cost
from tests.dialogues.agenda import event, fill
from tests.talk import Talk

GROUP = "#quartier"


async def readers(talk: Talk) -> list[str]:
    """Where the agenda is wanted."""
    stage = talk.stage
    async with stage.app.database.begin() as store:
        chats = await store.of(stage.fabrique.id).chats.readers()
    return [one.address for one in chats if one.posting.agenda]


async def test_a_stranger_subscribes_and_stops_in_private(talk: Talk) -> None:
    """No charter, no profile; said twice, nothing changes."""
    await talk.goes(
        """
        Chloé: /agenda abonner
        Bot: je vous enverrai l’agenda chaque lundi à 8 h … arrêter [Changer le jour ou l’heure]
        Chloé: /agenda abonner
        Bot: je vous enverrai l’agenda
        """
    )
    assert await readers(talk) == ["@chloe"]

    assert "plus d’agenda en privé" in (await talk.say("Chloé", "/agenda arrêter"))[0]
    assert await readers(talk) == []


async def test_a_subscriber_chooses_the_day_in_english(talk: Talk) -> None:
    """The card is one’s own."""
    await talk.say("Chloé", "/language english")
    await talk.goes(
        """
        Chloé: /agenda subscribe
        Bot: I will send you the agenda every Monday at 08:00 [Change the day or the time]
        Chloé: [Change the day or the time]
        Bot: On which day
        Chloé: [Friday]
        Bot: At what time
        Chloé: 17:30
        Bot: What you receive … Agenda: every Friday at 17:30
        Chloé: /agenda stop
        Bot: no more agenda in private
        """
    )


async def test_in_a_group_only_its_administrators_decide(talk: Talk) -> None:
    """Nobody else switches off what the others read."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    assert "admins" in (await talk.say("Basile", "/agenda arreter", chat=GROUP))[0]
    assert GROUP in await readers(talk)
    assert "dans ce groupe" in (await talk.say("Ada", "/agenda arreter", chat=GROUP))[0]
    assert GROUP not in await readers(talk)
    assert "publierai l’agenda ici" in (await talk.say("Ada", "/agenda abonner", chat=GROUP))[0]


async def _posted(talk: Talk) -> str:
    """The agenda of a group, as it is posted at its hour."""
    await fill(talk)
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Ada", "/reglages", chat=GROUP)
    await talk.press("Ada", "Changer le jour ou l’heure", chat=GROUP)
    await talk.press("Ada", "mardi", chat=GROUP)
    await talk.press("Ada", "8 h", chat=GROUP)
    await talk.do({"do": "clock", "to": "2026-01-06T12:00:00+01:00"})
    posted = [one for one in talk.events if one["event"] == "message" and one["chat"] == GROUP]
    return next(str(one["id"]) for one in posted if "L’agenda de la semaine" in one["text"])


async def test_taps_under_a_post_answer_in_private_and_stay_for_all(talk: Talk) -> None:
    """The group reads nobody’s questions, and the next person presses too."""
    post = await _posted(talk)
    await talk.say("Ada", "bonjour")
    await talk.say("Basile", "bonjour")

    for who in ("Ada", "Basile"):
        before = len(talk.events)
        await talk.tap(who, "Tout voir", post, chat=GROUP)
        await talk.tap(who, "Mon calendrier", post, chat=GROUP)
        await talk.tap(who, "Proposer un événement", post, chat=GROUP)
        heard = [one for one in talk.events[before:] if one["event"] == "message"]
        mine = [one for one in heard if one["chat"] == f"@{who.lower()}"]
        assert "L’agenda de la semaine" in mine[0]["text"]
        assert sum(len(one["files"]) for one in mine) == 2
        assert "Que proposez-vous" in mine[-1]["text"]
    await talk.say("Ada", "Grande tablée")
    assert "Est-ce un événement" in talk.last("@ada")["text"]


async def test_whoever_never_wrote_gets_a_link_or_is_told(talk: Talk) -> None:
    """A robot cannot write first; the link leads where the tap would have."""
    post = await _posted(talk)
    said = "".join(await talk.tap("Basile", "Proposer un événement", post, chat=GROUP))

    assert "?start=proposer" in said or "ouvrez ce lien" in said or "Écrivez-moi d’abord" in said
    assert "Que proposez-vous" in (await talk.say("Basile", "/start proposer"))[-1]
    assert "L’agenda de la semaine" in (await talk.say("Chloé", "/start agenda"))[0]


async def test_the_post_says_each_event_on_two_lines(talk: Talk) -> None:
    """By day, with what it costs and where."""
    post = await _posted(talk)
    text = next(one["text"] for one in talk.events if one.get("id") == post)

    assert "Mercredi 7 janvier\n20\u202fh · Débat sur la rivière\nCafé Inventé · gratuit" in text
    assert "La Roue Libre fictive (Bellevue) · prix libre" in text


async def test_one_message_subscribes_with_all_that_is_wanted(talk: Talk) -> None:
    """A day, an hour, a place, a subject and a price."""
    await fill(talk)
    await talk.goes(
        """
        Chloé: /agenda abonner jeudi 18h Bellevue, vélo, gratuit
        Bot: chaque jeudi à 18 h … Sujets : vélo … Lieux : Bellevue … Seulement gratuit
        Chloé: /agenda abonner vendredi
        Bot: chaque vendredi à 18 h … Lieux : Bellevue
        Chloé: /agenda abonner mardi et jeudi
        Bot: une fois par semaine. Quel jour préférez-vous
        Chloé: /agenda abonner 2h30
        Bot: Choisissez avant 2 h ou après 3 h
        """
    )


async def test_a_place_that_is_not_known_is_left_out_and_may_be_kept(talk: Talk) -> None:
    """The rest is taken; a slip of the finger is put right by a tap."""
    await fill(talk)
    await talk.goes(
        """
        Chloé: /agenda abonner jeudi 18h belvue
        Bot: Je ne connais pas encore « belvue » … dire [Bellevue] [Garder « belvue »]
        Chloé: [Bellevue]
        Bot: Lieux … Bellevue
        """
    )


async def test_plain_sentences_subscribe_and_stop(talk: Talk) -> None:
    """In French and English, as one would tell a person."""
    await talk.goes(
        """
        Chloé: je voudrais recevoir l’agenda tous les jeudis à 18h
        Bot: je vous enverrai l’agenda chaque jeudi à 18 h [Changer le jour ou l’heure]
        Chloé: je ne veux plus recevoir l’agenda
        Bot: plus d’agenda en privé
        Chloé: /language english
        Chloé: send me the agenda every Friday at 6pm
        Bot: I will send you the agenda every Friday at 18:00
        """
    )
    assert await readers(talk) == ["@chloe"]


async def test_in_a_group_a_plain_sentence_is_for_its_administrators_too(talk: Talk) -> None:
    """And only when the bot is called."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    assert await talk.say("Basile", "Arrêtez de m’envoyer l’agenda", chat=GROUP) == []
    assert "admins" in (await talk.say("Basile", "@fabrique stop the agenda", chat=GROUP))[0]
    assert GROUP in await readers(talk)


async def test_a_price_that_only_says_free_is_read_in_ones_own_language(talk: Talk) -> None:
    """As it was typed it would stay French; a price that says more is left as it is."""
    free = event("Bal", 7, 20, "Salle Modèle", cost=Cost.FREE, price="Entrée libre")
    open_ = event("Contes", 8, 20, "Salle Modèle", cost=Cost.OPEN, price="prix libre")
    more = event("Chœur", 9, 20, "Salle Modèle", cost=Cost.OPEN, price="prix libre dès 2 €")
    await fill(talk, free, open_, more)
    await talk.say("Chloé", "/language english")
    told = (await talk.say("Chloé", "/agenda"))[0].replace("\u202f", " ")

    assert "Salle Modèle · free" in told
    assert "Salle Modèle · pay what you can" in told
    assert "Salle Modèle · prix libre dès 2 €" in told


async def test_whoever_proposed_something_finds_it_where_one_proposes(talk: Talk) -> None:
    """And in the help; nobody else is shown an empty list."""
    await talk.goes(
        """
        Ada: /proposer
        Bot: Que proposez-vous
        """
    )
    assert talk.last("@ada")["choices"] == []
    await talk.goes(
        """
        Ada: Atelier samedi 17 janvier à 18h à la Salle Modèle, prix libre
        Ada: [C’est juste, proposer]
        Ada: /proposer
        Bot: Que proposez-vous [Voir ce que j’ai proposé]
        Ada: [Voir ce que j’ai proposé]
        Bot: Atelier
        Ada: /aide
        Bot: agenda dimanche … agenda vélo … lettre email … propositions … evenement
        """
    )
