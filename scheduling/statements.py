"""Each month, their statement to those who want it: on the first at nine, once, if anything
happened.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from chat.papers import Form
from chat.statement_cards import Whose, of_the_month, sheet
from domain.letter import letter_due, next_letter
from domain.periods import Period, month_of
from domain.statements import FILE_MOST
from scheduling import Round
from storage.statements import STATEMENT, Span

DAY_OF_MONTH = 1
AT = time(9, 0)
"""An hour after the letter, so that the two do not come as one heap."""

LATE = timedelta(days=7)
"""A statement is as true a week later; a bot that was away still sends it."""

AT_ONCE = 25
"""People of one round: nobody else's update waits for all statements of a month."""


async def post_due(round_: Round) -> None:
    """Send the last month's statements that were not sent yet."""
    issue = _due(round_)
    if issue is None or not await round_.store.statements.anybody_wants():
        return
    month = _month_before(issue)
    span = await _span(round_, month)
    people = await round_.store.statements.still_to_send(issue, span, at_most=AT_ONCE)
    for person in people:
        await _send(round_, person, month, span, issue)


async def next_due(round_: Round) -> datetime | None:
    """When statements leave next: at once when some of this month's are left."""
    statements, issue = round_.store.statements, _due(round_)
    if not await statements.anybody_wants():
        return None
    if issue is not None:
        span = await _span(round_, _month_before(issue))
        if await statements.still_to_send(issue, span, at_most=1):
            return round_.now
    zone = round_.fabrique.zone
    return next_letter(round_.now, day_of_month=DAY_OF_MONTH, at=AT, zone=zone, late=LATE)


def _due(round_: Round) -> str | None:
    zone = round_.fabrique.zone
    return letter_due(round_.now, day_of_month=DAY_OF_MONTH, at=AT, zone=zone, late=LATE)


def _month_before(issue: str) -> Period:
    """The month that had ended when an issue fell due."""
    return month_of(date.fromisoformat(f"{issue}-01") - timedelta(days=1))


async def _span(round_: Round, month: Period) -> Span:
    zone = round_.fabrique.zone
    since = datetime.combine(month.first, time(), zone)
    until = datetime.combine(month.last + timedelta(days=1), time(), zone)
    return await round_.store.statements.span(since, until)


async def _send(round_: Round, person: int, month: Period, span: Span, issue: str) -> None:
    """One person's month: what happened in a few lines, and all of it as pages."""
    store = round_.store
    chat = await store.people.private_chat(person)
    if chat is None or not await store.outbox.open_issue(chat, STATEMENT, issue, now=round_.now):
        return
    own = await store.ledger.of_person(person)
    whole = await store.statements.read(own.id, span, at_most=FILE_MOST)
    turned = await store.turnovers.of(own.id, span)
    name = (await store.people.person(person)).name
    pages = sheet(Whose(own.id), whole, month, holder=name, form=Form.PDF)
    round_.tell(person, of_the_month(whole, turned, month.first).attach(pages))
