"""An agenda read far from where it happens: its hours are those of the place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.events import FoundEvent
from tests.dialogues.agenda import WEEK, fill
from tests.talk import Talk

GROUP = "#quartier"


def _later(one: FoundEvent) -> FoundEvent:
    """The same a week later."""
    return replace(one, uid=f"{one.uid} later", start=one.start + timedelta(days=7))


async def _live_in(talk: Talk, city: str) -> None:
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Ada", "/reglages", chat=GROUP)
    await talk.press("Ada", "Langue et fuseau horaire", chat=GROUP)
    await talk.press("Ada", "Changer de fuseau horaire", chat=GROUP)
    await talk.say("Ada", city, chat=GROUP)


async def test_an_hour_is_told_as_the_place_counts_it(talk: Talk) -> None:
    """Who takes the train from afar reads the hour of the door; the post comes by their clock."""
    await fill(talk)
    await _live_in(talk, "La Réunion")
    await talk.do({"do": "clock", "to": "2026-01-12T00:00:00+01:00"})
    await fill(talk, *(_later(one) for one in WEEK))
    events = await talk.do({"do": "clock", "to": "2026-01-12T06:00:00+01:00"})

    post = next(one for one in events if one.get("chat") == GROUP)
    assert post["at"] == "2026-01-12T05:00:00+01:00"  # eight in the morning there
    assert "18 janvier, heure de Paris" in post["text"]
    assert post["text"].count("heure de Paris") == 1
    text = post["text"].replace("\u202f", " ")
    assert "10 h · Atelier vélo" in text
    assert "20 h · Grand concert" in text


async def test_whoever_asks_from_there_reads_the_same_hours(talk: Talk) -> None:
    """The post and the command never differ."""
    await fill(talk)
    await _live_in(talk, "La Réunion")
    told = (await talk.say("Ada", "/agenda", chat=GROUP))[0]

    assert "heure de Paris" in told
    assert "10 h · Atelier vélo" in told.replace("\u202f", " ")


async def test_where_clocks_agree_no_city_is_named(talk: Talk) -> None:
    """Brussels reads what Paris reads."""
    await fill(talk)
    await _live_in(talk, "Bruxelles")

    assert "heure de" not in (await talk.say("Ada", "/agenda", chat=GROUP))[0]
