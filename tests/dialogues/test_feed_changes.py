"""What a followed calendar does to approved events: at once, told in one message, and with a way
back.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.dialogues.test_feeds import FEED, Site, calendar, events_of, read, trust
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


@pytest.fixture
def site(talk: Talk, tmp_path: Path) -> Site:
    """The site of La Roue Libre fictive."""
    return Site(talk, tmp_path / "answer")


async def approved(talk: Talk, site: Site, *titles: str) -> None:
    """Events of Ada's address, one a day from 10 January on at 18:00, all approved."""
    await site.gives(calendar(titles))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Tout approuver" if titles[1:] else "Approuver", chat=TEAM)


def plainly(event: dict[str, Any]) -> list[str]:
    """The choices of a message, with no spaces but the usual one."""
    return plain(event["choices"])


def plain(texts: Sequence[str]) -> list[str]:
    """Messages on one line each, with no spaces but the usual one."""
    return [" ".join(one.split()) for one in texts]


async def statuses(talk: Talk) -> list[str]:
    """What becomes of each event."""
    return [one.status.value for one in await events_of(talk)]


async def test_a_change_acts_at_once_and_one_line_tells_it_with_a_way_back(
    talk: Talk, site: Site
) -> None:
    """What was taken back stands for as long as the calendar says the same."""
    await approved(talk, site, "Bourse aux vélos")
    await site.gives(calendar(["Bourse aux vélos"], hour=14))
    [told] = await site.later()
    assert f"{FEED} a changé un événement que vous aviez approuvé" in told
    assert "Bourse aux vélos (samedi 10 janvier à 18 h) : ce sera à 14 h" in told
    assert talk.last(TEAM)["choices"] == ["Annuler ce changement"]
    [log] = await talk.say("Driss", "/journal", chat=TEAM)
    assert "le robot a changé l’événement « Bourse aux vélos »" in " ".join(log.split())

    before = len(talk.events)
    answers = await talk.press("Driss", "Annuler ce changement", chat=TEAM)
    assert "l’événement redevient ce qu’il était" in answers[0]
    assert not [one for one in talk.events[before:] if one.get("chat") == "@ada"]
    assert await site.later("PT14H") == []
    [event] = await events_of(talk)
    assert event.start.hour == 17
    await site.gives(calendar(["Bourse aux vélos"], hour=15))
    [told] = await site.later()
    assert "ce sera à 15 h" in told, "another hour is news"


async def test_several_changes_of_one_reading_are_one_message(talk: Talk, site: Site) -> None:
    """Five are spelled out, each with its own way back, and the others are a tap away."""
    titles = [f"Atelier {letter}" for letter in "ABCDEFG"]
    await approved(talk, site, *titles)
    off = calendar(titles).replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT")
    await site.gives(off)
    [told] = await site.later()
    assert "a changé 7 événements" in told
    assert told.count("annulé") == 5
    assert "… et 2 autres." in told
    card = talk.last(TEAM)
    assert plainly(card)[0] == "↩️ Atelier A, samedi 10 janvier"
    assert len(card["choices"]) == 6
    await talk.press("Driss", card["choices"][1], chat=TEAM)
    assert await statuses(talk) == ["cancelled", "scheduled", *["cancelled"] * 5]
    edited = [one for one in talk.events if one["event"] == "edit"][-1]
    assert edited["id"] == card["id"]
    assert "Remis comme avant." in read(edited)
    assert "↩️ Atelier B, dimanche 11 janvier" not in plainly(edited)
    assert len(edited["choices"]) == 5

    await talk.press("Driss", "Voir la suite", chat=TEAM)
    rest = talk.last(TEAM)
    assert plainly(rest) == [
        "↩️ Atelier F, jeudi 15 janvier",
        "↩️ Atelier G, vendredi 16 janvier",
    ]
    await talk.press("Driss", rest["choices"][1], chat=TEAM)
    assert (await statuses(talk))[-2:] == ["cancelled", "scheduled"]
    assert await site.later("PT14H") == []


async def test_an_english_team_reads_changes_in_english(talk: Talk, site: Site) -> None:
    """One, then two of one reading."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@driss", "as": "admin"})
    await talk.say("Driss", "/language english", chat=TEAM)
    await site.gives(calendar(["Bal", "Chorale"]))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Approve all", chat=TEAM)
    await site.gives(calendar(["Bal", "Chorale"], hour=14))
    [told] = await site.later()
    assert f"{FEED} has changed 2 events that you had approved." in told
    assert talk.last(TEAM)["choices"][0] == "↩️ Bal, Saturday 10 January"
    await talk.press("Driss", "↩️ Bal, Saturday 10 January", chat=TEAM)
    edited = [one for one in talk.events if one["event"] == "edit"][-1]
    assert "As it was before." in edited["text"]
    off = calendar(["Bal", "Chorale"], hour=14).replace("END:V", "STATUS:CANCELLED\nEND:V", 1)
    await site.gives(off)
    [told] = await site.later()
    assert "Bal" in told
    assert "cancelled" in told
    assert talk.last(TEAM)["choices"] == ["Undo this change"]


async def test_an_event_no_longer_listed_takes_place_or_not_by_one_tap(
    talk: Talk, site: Site
) -> None:
    """Whoever asked the place says so on the card: nothing more is told, or it is called off."""
    await approved(talk, site, "Atelier vélo", "Bal", "Chorale")
    await site.gives(calendar(["Atelier vélo"]))
    told = await site.later()
    assert len([one for one in told if "n’annonce plus cet événement" in one]) == 2
    ball, choir = [one for one in talk.events if "n’annonce plus" in one.get("text", "")]
    assert ball["choices"] == ["Il a lieu", "Annulé"]
    await talk.press("Driss", "Il a lieu", chat=TEAM, message=ball["id"])
    done = await talk.press("Driss", "Annulé", chat=TEAM, message=choir["id"])
    assert "Chorale" in done[-1]
    assert "annulé" in done[-1]
    assert await statuses(talk) == ["scheduled", "scheduled", "cancelled"]
    assert talk.stage.world.posts[ball["id"]].choices == []
    assert await site.later("PT14H") == []
    log = " ".join((await talk.say("Driss", "/journal", chat=TEAM))[0].split())
    assert "Driss Inventé a confirmé l’événement « Bal »" in log
    assert "Driss Inventé a changé l’événement « Chorale »" in log


async def test_what_enters_by_itself_is_listed_with_its_hour(talk: Talk, site: Site) -> None:
    """Five of a reading are spelled out; what is elsewhere waits, and stays when all go."""
    await trust(talk, "La Roue Libre fictive")
    await site.gives(calendar([]))
    await talk.say("Driss", f"/flux {FEED}", chat=TEAM)
    await talk.say("Driss", "/flux", chat=TEAM)
    await talk.press("Driss", "Nommer le lieu", chat=TEAM)
    await talk.press("Driss", "La Roue Libre fictive", chat=TEAM)
    titles = [f"Atelier {letter}" for letter in "ABCDEFG"]
    elsewhere = "SUMMARY:Atelier G\nLOCATION:Place du Modèle"
    await site.gives(calendar(titles).replace("SUMMARY:Atelier G", elsewhere))
    told, waits = await site.later()
    assert "6 événements ajoutés à l’agenda : Atelier A samedi 10 janvier à 18 h" in told
    assert "Atelier E mercredi 14 janvier à 18 h" in told
    assert told.endswith("… et un autre.")
    assert "Atelier G" in waits
    cards = [one for one in talk.events if one.get("choices") and one.get("chat") == TEAM][-2:]
    await talk.press("Driss", "Approuver", chat=TEAM, message=cards[1]["id"])
    await talk.press("Driss", "Tout retirer", chat=TEAM, message=cards[0]["id"])
    states = [one.state.value for one in await events_of(talk)]
    assert states == [*["refused"] * 6, "approved"]


async def test_one_event_of_a_calendar_names_its_source_and_nobody_who_is_told(
    talk: Talk, site: Site
) -> None:
    """Whoever gave the address did not propose the event: they are told nothing, nor is that
    said; a refusal asks for no reason that nobody would read.
    """
    await site.gives(calendar(["Atelier vélo"]))
    told = await talk.say("Ada", f"/proposer {FEED}")
    assert any(f"Ada Exemple propose un événement Source : {FEED}" in one for one in plain(told))
    before = len(talk.events)
    await talk.press("Driss", "Approuver", chat=TEAM)
    card = [one for one in talk.events if one["event"] == "edit"][-1]
    assert read(card).startswith("✓ Approuvé par Driss. Atelier vélo")
    await talk.press("Driss", "Retirer", chat=TEAM)
    card = [one for one in talk.events if one["event"] == "edit"][-1]
    assert read(card).startswith("✗ Retiré de l’agenda par Driss. Atelier vélo")
    assert card["choices"] == []
    assert not [one for one in talk.events[before:] if one.get("chat") == "@ada"]


async def test_an_english_team_reads_the_source_of_an_event(talk: Talk, site: Site) -> None:
    """The same in the other language."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@driss", "as": "admin"})
    await talk.say("Driss", "/language english", chat=TEAM)
    await site.gives(calendar(["Bike workshop"]))
    told = await talk.say("Ada", f"/proposer {FEED}")
    assert any(f"Ada Exemple proposes an event Source: {FEED}" in one for one in plain(told))
    await talk.press("Driss", "Refuse", chat=TEAM)
    card = [one for one in talk.events if one["event"] == "edit"][-1]
    assert read(card).startswith("✗ Refused by Driss Inventé. Bike workshop")
