"""Nobody's file rewrites what the team approved; a followed calendar does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.talk import TEAM, Talk

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Exemple//FR
BEGIN:VEVENT
UID:un@exemple.invalid
DTSTART;TZID=Europe/Paris:20260110T{hour:02}0000
SUMMARY:{title}
LOCATION:Place du Modèle
END:VEVENT
END:VCALENDAR
"""
FEED = "https://agenda.exemple.invalid/a.ics"


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    """A calendar of one event, that a test may change."""
    path = tmp_path / "agenda.ics"
    path.write_text(CALENDAR.format(hour=18, title="Bal des exemples"))
    return path


async def test_a_second_file_does_not_rewrite_an_approved_event(talk: Talk, calendar: Path) -> None:
    """Same name and same UID, from somebody else: known, and left as it was approved."""
    sent = {"do": "send_file", "name": "agenda.ics", "path": str(calendar)}
    await talk.do(sent | {"chat": "@ada", "from": "@ada"})
    await talk.press("Driss", "Approuver", chat=TEAM)
    calendar.write_text(CALENDAR.format(hour=9, title="Tout autre chose"))

    await talk.do(sent | {"chat": "@basile", "from": "@basile"})

    assert "Je connais déjà" in talk.last("@basile")["text"]
    (event,) = await talk.dump("events")
    assert (event["title"], event["start"]) == ("Bal des exemples", "2026-01-10T18:00:00+01:00")


async def test_a_file_after_a_feed_is_not_proposed_again(talk: Talk, calendar: Path) -> None:
    """One event from two sources is one event."""
    await talk.do({"do": "feed", "url": FEED, "path": str(calendar)})
    await talk.say("Ada", f"/proposer {FEED}")

    await talk.do(
        {
            "do": "send_file",
            "chat": "@basile",
            "from": "@basile",
            "name": "autre.ics",
            "path": str(calendar),
        }
    )

    assert len(await talk.dump("events")) == 1


async def test_a_followed_calendar_moves_its_event(talk: Talk, calendar: Path) -> None:
    """The hour changed at the source: the approved event follows at the next reading."""
    await talk.do({"do": "feed", "url": FEED, "path": str(calendar)})
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Approuver", chat=TEAM)
    calendar.write_text(CALENDAR.format(hour=20, title="Bal des exemples"))

    await talk.do({"do": "clock", "by": "PT7H"})

    (event,) = await talk.dump("events")
    assert (event["state"], event["start"]) == ("approved", "2026-01-10T20:00:00+01:00")
