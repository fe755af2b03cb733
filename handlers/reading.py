"""Reading one's time: how much one has, what happened, and files of it; in groups only totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from chat.balance_cards import own_balance
from chat.cards import choice
from chat.command import Line, Where, command
from chat.papers import Form
from chat.statement_cards import Whose, page, shared, sheet, year_chart
from chat.words import Choice, Reply, named, say
from domain import periods
from domain.errors import Refusal
from domain.ledger import Account, AccountKind
from domain.people import fold
from domain.periods import Period
from domain.statements import FILE_MOST, Told, by_month
from domain.values import Minutes
from handlers.desk import Desk, party_of
from storage.statements import Span

POT = frozenset({"pot", "pot commun", "le pot", "le pot commun", "common pot", "the pot"})
"""What the account of everybody is called, folded."""

LINE_MOST = 200
"""Letters of a line that names an account or days; more is a letter."""

OFFERED_MOST = 4
"""Organisations offered by a tap; any other can be typed."""


@command("solde", "balance", where=Where.PRIVATE, keeps_choices=True)
async def balance(desk: Desk, account: int | None = None) -> Reply:
    """How much time an account has, what still waits, and what was given and received."""
    whose = await _whose(desk, account)
    if whose.name is not None:
        return await _balance_of_others(desk, whose)
    statements = desk.store.statements
    held = await desk.store.ledger.balance_of(whose.account)
    turned = await desk.store.turnovers.of(whose.account, await statements.span())
    waiting = await desk.store.exchanges.waiting_for((await party_of(desk)).accounts)
    shown = own_balance(
        held,
        turned,
        desk.fabrique.time,
        paid=await desk.store.turnovers.paid(whose.account),
        waiting=len(waiting),
    )
    return shown.choose(*await _from_balance(desk, whose))


@balance.reads_line
async def whose_balance(desk: Desk, text: str) -> Line:
    """The pot's, or that of an organisation one may act for."""
    account, rest = await _account_named(desk, text)
    if rest:
        raise Refusal("refusal-account-unknown", name=text[:60])
    return Line({"account": account})


@command("releve", "statement", keeps_choices=True)
async def show_statement(
    desk: Desk,
    account: int | None = None,
    first: date | None = None,
    last: date | None = None,
    before: int | None = None,
    after: int | None = None,
) -> Reply:
    """What happened in an account, ten lines at a time; in a group, what it shared in all."""
    period = Period(first, last) if first and last else None
    if not desk.chat.private:
        return await _shared_here(desk, period or periods.year_of(desk.today))
    whose = await _whose(desk, account)
    span = await _span(desk, period)
    found = await desk.store.statements.read(whose.account, span, before=before, after=after)
    shown = page(whose, found, period)
    return shown if before is None and after is None else shown.redrawn()


@show_statement.reads_line
async def whose_and_when(desk: Desk, text: str) -> Line:
    """An account, a period, or both: "pot 2026"."""
    account, rest = (None, text) if not desk.chat.private else await _account_named(desk, text)
    if not rest:
        return Line({"account": account})
    period = periods.read(rest, desk.today)
    return Line({"account": account, "first": period.first, "last": period.last})


@command(where=Where.PRIVATE, keeps_choices=True)
async def statement_file(
    desk: Desk, account: int, form: str, first: date | None = None, last: date | None = None
) -> Reply:
    """A statement as a file, between the balances before and after."""
    whose = await _whose(desk, account)
    period = Period(first, min(last, desk.today)) if first and last else None
    span = await _span(desk, period)
    found = await desk.store.statements.read(whose.account, span, at_most=FILE_MOST)
    if found.older:
        raise Refusal("refusal-statement-long", most=FILE_MOST)
    if not found.lines:
        raise Refusal("refusal-statement-empty")
    if period is None:
        begun = found.lines[-1].moved.at.astimezone(desk.fabrique.zone).date()
        period = Period(begun, desk.today)
    holder = whose.name or desk.person.name
    made = sheet(whose, found, period, holder=holder, form=Form(form))
    return say("statement-file", first=period.first, last=period.last).caption(made)


@command(where=Where.PRIVATE, keeps_choices=True)
async def show_year(desk: Desk, year: int | None = None) -> Reply:
    """One's own year as a picture, and the year before by a tap."""
    shown = year or desk.today.year
    own = await desk.store.ledger.of_person(desk.person.id)
    services = await _services(desk, own.id, shown)
    reply = say("year-empty", year=str(shown))
    if services:
        reply = Reply().caption(year_chart(by_month(shown, services)))
    if await _services(desk, own.id, shown - 1):
        reply = reply.choose(choice("choice-year-before", "show_year", year=shown - 1))
    return reply


@command(where=Where.PRIVATE, keeps_choices=True)
async def send_monthly(desk: Desk, wanted: bool) -> Reply:
    """Begin or stop to be sent one's statement each month."""
    await desk.store.statements.send_each_month(desk.person.id, wanted=wanted)
    return say("monthly-on" if wanted else "monthly-off")


async def _balance_of_others(desk: Desk, whose: Whose) -> Reply:
    """What the pot or an organisation holds."""
    held = await desk.store.ledger.balance_of(whose.account)
    read = choice("choice-statement", "show_statement", account=whose.account)
    return say("balance-of", whose=whose.name, balance=Minutes(held)).choose(read)


async def _from_balance(desk: Desk, whose: Whose) -> list[Choice]:
    """Where one may go from one's balance."""
    wanted = await desk.store.statements.wants(desk.person.id)
    label = "choice-monthly-off" if wanted else "choice-monthly-on"
    acting = await desk.store.organisations.of(desk.person.id)
    organisations = [
        named(one.name, balance, account=(await _of_organisation(desk, one.id)).id)
        for one in acting[:OFFERED_MOST]
    ]
    return [
        choice("choice-statement", "show_statement", account=whose.account),
        choice("choice-year", "show_year"),
        choice(label, "send_monthly", wanted=not wanted),
        *organisations,
    ]


async def _shared_here(desk: Desk, period: Period) -> Reply:
    found = await desk.store.turnovers.shared_in(desk.chat.id, period.first, period.last)
    return shared(found, period)


async def _account_named(desk: Desk, text: str) -> tuple[int | None, str]:
    """The account that a line begins with, None for one's own, and what else it says."""
    if len(text) > LINE_MOST:
        raise Refusal("refusal-period-unread")
    organisations = {fold(one.name): one.id for one in await desk.store.organisations.all()}
    words = text.split()
    for end in range(len(words), 0, -1):
        name, rest = fold(" ".join(words[:end])), " ".join(words[end:])
        if name in POT:
            return (await desk.store.ledger.account(AccountKind.POT)).id, rest
        if name in organisations:
            return (await _of_organisation(desk, organisations[name])).id, rest
    return None, text


async def _whose(desk: Desk, account: int | None) -> Whose:
    """An account as the person knows it: their own, the pot, one that they may act for."""
    own = await desk.store.ledger.of_person(desk.person.id)
    if account is None or account in await desk.store.ledger.held_with([own.id]):
        return Whose(own.id)
    pot = await desk.store.ledger.account(AccountKind.POT)
    if account == pot.id:
        return Whose(pot.id, await desk.store.ledger.called(pot), discreet=True)
    for one in await desk.store.organisations.of(desk.person.id):
        if account == (await _of_organisation(desk, one.id)).id:
            return Whose(account, one.name)
    raise Refusal("refusal-account-not-yours")


async def _of_organisation(desk: Desk, number: int) -> Account:
    return await desk.store.ledger.account(AccountKind.ORGANISATION, number)


async def _span(desk: Desk, period: Period | None) -> Span:
    """Where the days of a period begin and end in the ledger."""
    if period is None:
        return await desk.store.statements.span()
    zone = desk.fabrique.zone
    since = datetime.combine(period.first, time(), zone)
    until = datetime.combine(period.last + timedelta(days=1), time(), zone)
    return await desk.store.statements.span(since, until)


async def _services(desk: Desk, account: int, year: int) -> Sequence[Told]:
    days = periods.year_of(date(year, 1, 1))
    return await desk.store.turnovers.services(account, days.first, days.last)


COMMANDS = (balance, show_statement, statement_file, show_year, send_monthly)
"""Reading, in the order of the menus."""
