"""What the base lacks: once a month the team reads what several people asked in vain."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from chat.question_cards import cut
from chat.words import say
from domain.letter import letter_due, next_letter
from domain.privacy import masked
from domain.retrieval.gaps import Gap, gaps
from domain.values import Lines, Phrase, Quoted
from scheduling import Round

DAY_OF_MONTH = 2
AT = time(9, 0)
"""The morning after the letter: one thing at a time."""

SPAN = timedelta(days=31)
FEWEST = 2
"""Questions that make a gap worth a line: one alone was answered by people already."""

SHOWN = 5
LOOKED_AT = 300
"""The newest questions of the month that are compared, each with each."""


async def post_due(round_: Round) -> None:
    """Tell each of the team's chats what several people asked and no entry answers."""
    zone = round_.fabrique.zone
    issue = letter_due(round_.now, day_of_month=DAY_OF_MONTH, at=AT, zone=zone)
    if issue is None:
        return
    asked = await round_.store.questions.without_entry(since=round_.now - SPAN)
    lacking = [gap for gap in gaps(asked[-LOOKED_AT:]) if len(gap.questions) >= FEWEST]
    for chat in await round_.store.chats.team() if lacking else ():
        if await round_.store.outbox.open_issue(chat.id, "gaps", issue, now=round_.now):
            lines = Lines(tuple(map(_line, lacking[:SHOWN])))
            round_.post(chat.id, say("gaps", lines=lines))


async def next_due(round_: Round) -> datetime | None:
    """The next second of the month, if anything was asked that no entry answers."""
    if not await round_.store.questions.without_entry(since=round_.now - SPAN):
        return None
    return next_letter(round_.now, day_of_month=DAY_OF_MONTH, at=AT, zone=round_.fabrique.zone)


def _line(gap: Gap) -> Phrase:
    typical = Quoted(cut(masked(gap.questions[0])))
    return Phrase("gap-line", {"count": len(gap.questions), "question": typical})
