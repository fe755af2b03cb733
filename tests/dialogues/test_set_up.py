"""A group that the bot joins: set up in two taps, left, muted, moved, come back to."""

from __future__ import annotations

from tests.talk import PEOPLE, Talk

GROUP = "#quartier"
MONDAY, NEXT_MONDAY = "2026-01-12T08:00:00+01:00", "2026-01-19T08:00:00+01:00"


async def joined(talk: Talk, *, by: str = "Ada") -> None:
    """Somebody who administers the group adds the bot; Basile and Chloé are members."""
    await talk.do({"do": "join", "chat": GROUP, "from": PEOPLE[by][0]})
    for who in ("Basile", "Chloé"):
        await talk.do({"do": "rank", "chat": GROUP, "from": PEOPLE[who][0], "as": "member"})


async def with_event(talk: Talk, day: str) -> None:
    """Something to tell in the agenda."""
    await talk.goes(
        f"""
        Chloé: /proposer Grande tablée
        Bot: Est-ce un événement
        Chloé: [Un événement]
        Bot: Quel jour
        Chloé: {day} 18h30
        Bot: Où
        Chloé: Place du Modèle
        Bot: L’équipe va regarder ceci
        """
    )
    await talk.press("Driss", "Approuver", chat="#equipe")


def posted(talk: Talk, words: str, *, chat: str = GROUP) -> list[str]:
    """When messages with these words appeared in the group."""
    return [
        one["at"]
        for one in talk.events
        if one["event"] == "message" and one["chat"] == chat and words in one["text"]
    ]


async def test_two_taps_set_a_group_up(talk: Talk) -> None:
    """A language, then what is published; one message, which says in the end what was chosen."""
    await joined(talk)
    card = talk.last(GROUP)
    assert card["choices"] == ["Français", "English"]
    assert "Sans réponse, je publierai l’agenda chaque lundi à 8 h" in card["text"].replace(
        "\u202f", " "
    ).replace("\xa0", " ")
    await talk.goes(
        """
        Ada #quartier: [Français]
        Bot: que dois-je publier … chaque lundi [Français] [English] [L’agenda et la lettre]
        Ada #quartier: [La lettre seulement]
        Bot: C’est réglé … Ici paraîtra la lettre, chaque mois … /reglages
        """.replace("/reglages", "!reglages" if talk.stage.platform == "matrix" else "/reglages")
    )
    assert [one["event"] for one in talk.events if one["chat"] == GROUP] == [
        "message",
        "edit",
        "edit",
    ]
    await talk.say("Ada", "/settings", chat=GROUP)
    assert "Agenda : non" in " ".join(talk.last(GROUP)["text"].split())


async def test_a_group_that_reads_english_is_spoken_to_in_english(talk: Talk) -> None:
    """From the first tap on; whoever mistook the language takes the other one in the same place."""
    await joined(talk)
    await talk.goes(
        """
        Ada #quartier: [English]
        Bot: Fine, I write English here … what shall I post? [Français] [English]
        Ada #quartier: [Français]
        Bot: j’écris ici en français [Français] [English] [L’agenda et la lettre]
        Ada #quartier: [English]
        Bot: what shall I post? [Français] [English]
        Ada #quartier: [The agenda only]
        Bot: All set, thank you! The agenda will appear here every Monday at 08:00
        """
    )


async def test_any_administrator_may_tap_and_no_member(talk: Talk) -> None:
    """Whoever added the bot may be asleep; a member is told that it is for administrators."""
    await joined(talk)
    told = await talk.press("Basile", "English", chat=GROUP)
    assert any("admin" in one for one in told)
    assert talk.last(GROUP)["choices"] in ([], ["Français", "English"])
    await talk.do({"do": "rank", "chat": GROUP, "from": "@basile", "as": "admin"})
    await talk.goes(
        """
        Basile #quartier: [English]
        Bot: what shall I post? [Français] [English]
        Ada #quartier: [Nothing, just answer]
        Bot: I will post nothing here: I answer when I am called
        """
    )


async def test_a_second_press_on_the_finished_card_changes_nothing(talk: Talk) -> None:
    """Whose screen still shows it is told that it is over."""
    await joined(talk)
    await talk.press("Ada", "English", chat=GROUP)
    await talk.press("Ada", "The letter only", chat=GROUP)
    told = await talk.press("Ada", 4, chat=GROUP, message=talk.last(GROUP)["id"])
    assert any("no longer works" in one for one in told)


async def test_the_finished_card_leads_to_all_settings(talk: Talk) -> None:
    """In a channel nobody can type the command."""
    await joined(talk)
    card = talk.last(GROUP)["id"]
    await talk.press("Ada", "English", chat=GROUP)
    await talk.press("Ada", "The letter only", chat=GROUP)
    await talk.tap("Ada", "All settings", card, chat=GROUP)
    assert "Receive the agenda" in str(talk.stage.world.posts[card].choices)


async def test_a_group_left_and_joined_again_keeps_its_settings(talk: Talk) -> None:
    """Nothing is asked twice, nothing is posted while away, and no issue comes twice."""
    await joined(talk)
    await with_event(talk, "14 janvier")
    await talk.press("Ada", "Français", chat=GROUP)
    await talk.press("Ada", "L’agenda seulement", chat=GROUP)
    await talk.do({"do": "clock", "to": MONDAY})
    assert posted(talk, "Grande tablée") == [MONDAY]
    await talk.do({"do": "leave", "chat": GROUP, "from": "@ada"})
    await talk.do({"do": "clock", "by": "PT1H"})
    await joined(talk)
    again = talk.last(GROUP)
    assert "Me revoilà" in again["text"]
    assert "la lettre" not in again["text"]
    assert again["choices"] == []
    await talk.do({"do": "clock", "by": "P2D"})
    assert posted(talk, "Grande tablée") == [MONDAY]


async def test_a_group_that_moves_keeps_its_settings_and_its_deliveries(talk: Talk) -> None:
    """The next agenda comes to the new place, once; the one posted before does not come again."""
    await joined(talk)
    await with_event(talk, "21 janvier")
    await talk.press("Ada", "English", chat=GROUP)
    await talk.press("Ada", "The agenda only", chat=GROUP)
    await talk.do({"do": "migrate", "chat": GROUP, "to": "#quartier-bis"})
    await talk.do({"do": "rank", "chat": "#quartier-bis", "from": "@ada", "as": "admin"})
    shown = await talk.say("Ada", "/settings", chat="#quartier-bis")
    assert any("Letter: no" in " ".join(one.split()) for one in shown)
    await talk.do({"do": "clock", "to": NEXT_MONDAY})
    assert posted(talk, "Grande tablée", chat="#quartier-bis") == [NEXT_MONDAY]
    assert posted(talk, "Grande tablée") == []


async def test_the_teams_chat_is_told_what_it_is_for_and_set_up_by_the_operator(
    talk: Talk,
) -> None:
    """It receives what waits, and asks nobody for a language."""
    await talk.do({"do": "join", "chat": "#equipe", "from": "@driss"})
    welcome = talk.last("#equipe")
    assert "celui de l’équipe" in welcome["text"]
    assert welcome["choices"] == []
