"""What conversations about the monthly meeting share: time that passes, a team that decides."""

from __future__ import annotations

from typing import Any

import icalendar

from tests.talk import TEAM, Talk

LINK = "https://visio.example.org/permanence"
SECRET = "visio.example.org"


async def to(talk: Talk, moment: str) -> list[str]:
    """Time passes until a local moment; gives what was said meanwhile, with when and where."""
    offset = "+02:00" if "2026-03-29" <= moment[:10] < "2026-10-25" else "+01:00"
    events = await talk.do({"do": "clock", "to": f"{moment}{offset}"})
    return [f"{one['at'][5:16]} {one['chat']}" for one in events if one["event"] == "message"]


async def settled(talk: Talk, *, hour: str = "11h", link: str = LINK) -> None:
    """The team says the hour and the link of the next meeting."""
    await talk.say("Driss", "/permanence", chat=TEAM)
    await talk.press("Driss", "Changer l’heure", chat=TEAM)
    await talk.say("Driss", hour, chat=TEAM, reply_to=talk.last(TEAM)["id"])
    await talk.press("Driss", "Changer le lien", chat=TEAM)
    await talk.say("Driss", link, chat=TEAM, reply_to=talk.last(TEAM)["id"])


def files(talk: Talk, chat: str) -> list[Any]:
    """The meetings in the calendar files that a chat received, oldest first."""
    received = map(icalendar.Calendar.from_ical, talk.received(chat))
    return [calendar.walk("VEVENT")[0] for calendar in received]


def heard_by(talk: Talk, chat: str) -> str:
    """Everything that was ever said in a chat."""
    return "\n".join(one.get("text", "") for one in talk.events if one.get("chat") == chat)
