"""Each is reminded once, at the local hour, and nobody for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.meetings import LINK, heard_by, settled, to
from tests.talk import TEAM, Talk, talk_on

pytestmark = pytest.mark.slow


async def test_each_is_reminded_the_day_before_and_an_hour_before_once(talk: Talk) -> None:
    """Whoever signed up since has just read it; whoever left hears nothing."""
    await settled(talk)
    await talk.say("Ada", "je viens à la permanence")
    await talk.say("Chloé", "je viens à la permanence")
    await talk.say("Chloé", "je ne viens plus à la permanence")
    assert await to(talk, "2026-01-05T17:59:00") == []
    assert await to(talk, "2026-01-05T20:00:00") == ["01-05T18:00 @ada", "01-05T18:00 #equipe"]
    assert "c’est demain" in talk.last("@ada")["text"]
    assert LINK in talk.last("@ada")["text"]
    await talk.say("Basile", "je viens à la permanence")

    assert await to(talk, "2026-01-06T12:00:00") == [
        "01-06T10:00 @ada",
        "01-06T10:00 @basile",
    ]
    assert f"commence à 11 h\nLa visio : {LINK}" in (
        talk.last("@basile")["text"].replace("\u202f", " ")
    )


@pytest.mark.parametrize(
    ("start", "day", "told"),
    [
        ("2026-03-01", "dimanche 29 mars", ["03-28T18:00 @ada", "03-29T10:00 @ada"]),
        ("2026-10-01", "dimanche 25 octobre", ["10-24T18:00 @ada", "10-25T10:00 @ada"]),
    ],
)
async def test_reminders_come_at_the_local_hour_when_clocks_change(
    talk: Talk, start: str, day: str, told: list[str]
) -> None:
    """On both Sundays of the year."""
    await to(talk, f"{start}T09:00:00")
    await settled(talk)
    await talk.press("Driss", "Changer la date", chat=TEAM)
    await talk.say("Driss", day, chat=TEAM, reply_to=talk.last(TEAM)["id"])
    await talk.say("Ada", "je viens à la permanence")

    said = await to(talk, f"2026-{told[1][:5]}T12:00:00")

    assert [one for one in said if "@ada" in one] == told


async def test_a_reminder_that_comes_too_late_is_not_sent(tmp_path: Path) -> None:
    """The bot was away from before 18 h until the morning: only what is still true is said."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk)
        await talk.say("Ada", "je viens à la permanence")
    url, day = f"sqlite:///{tmp_path}/talk.db", "2026-01-06T"
    at = f"{day}10:20:00+01:00"
    async with talk_on("telegram", tmp_path, database=url, start=at) as talk:
        await talk.do({"do": "clock", "by": "PT1M"})
        assert "demain" not in heard_by(talk, "@ada")
        assert "commence à 11 h" in heard_by(talk, "@ada").replace("\u202f", " ")
        assert await to(talk, "2026-01-06T10:50:00") == []
    at = f"{day}10:55:00+01:00"
    async with talk_on("telegram", tmp_path, database=url, start=at) as talk:
        assert await to(talk, "2026-01-06T11:30:00") == []


async def test_nobody_is_troubled_about_a_meeting_that_nobody_counts_on(talk: Talk) -> None:
    """The team is not asked for an hour each month."""
    await talk.say("Ada", "/permanence")

    assert await to(talk, "2026-05-30T12:00:00") == []


async def test_the_team_is_told_what_is_missing_while_there_is_time(talk: Talk) -> None:
    """Three days before, once, with what mends it; and the evening before, what will be asked."""
    await to(talk, "2026-01-20T09:00:00")
    await talk.say("Ada", "je viens à la permanence")
    await talk.say("Ada", "/permanence Où est le zorglub ?")
    await talk.press("Ada", "Apporter une question")
    assert await to(talk, "2026-01-31T12:00:00") == ["01-31T09:00 #equipe"]
    await talk.goes(
        """
        Driss #equipe: [Changer l’heure]
        Bot: À quelle heure [11 h] [12 h 30] [14 h] [18 h]
        Driss #equipe: [14 h]
        Bot → Ada: de 14 h à 16 h
        """
    )

    said = await to(talk, "2026-02-02T19:00:00")

    assert sorted(said) == ["02-02T18:00 #equipe", "02-02T18:00 @ada"]
    assert "une personne inscrite" in talk.last(TEAM)["text"]
    assert "• Ada Exemple : Où est le zorglub ?" in talk.last(TEAM)["text"].replace("\u202f", " ")
