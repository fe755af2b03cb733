"""`timebank import|export`: exchanges of time between files and the database."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.clock import WallClock
from bot.operate import open_database
from bot.papers import drawn
from bot.papers.wording import worded
from bot.preparation import prepare
from bot.settings import Settings, load
from chat.time_import_words import plan_words, problem_phrases, sheet_error
from chat.time_papers import book
from chat.words import Words
from domain import journals, people
from domain.errors import Refusal
from domain.fabriques import Fabrique
from domain.people import Person
from domain.periods import read as read_period
from domain.time_import import Plan
from domain.time_lines import Readings, read_lines
from domain.time_sheets import FIELDS, SheetError, Table, decoded, read_table
from domain.values import Phrase
from locales import Languages
from storage import Database, Store
from storage.migrate import migrate

BYTES_MOST = 20_000_000
NO_MOMENT = ZoneInfo("UTC")
"""What is said here tells no hour."""

UNITS = {"hours": 60, "minutes": 1}
JOURNALS: Mapping[str, Callable[[journals.Book], str]] = {
    "hledger": journals.hledger,
    "beancount": journals.beancount,
    "ledger-json": journals.chain,
}


class NotCarriedOut(Exception):
    """What keeps a verb from being carried out, line by line."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def timebank(arguments: Namespace) -> int:
    """Carry out one verb on the time bank; 1 when a file was refused."""
    settings = load(arguments.settings)
    try:
        asyncio.run(_carry_out(arguments, settings))
    except NotCarriedOut as refused:
        sys.stderr.write("".join(f"✗ {line}\n" for line in refused.lines))
        return 1
    return 0


async def _carry_out(arguments: Namespace, settings: Settings) -> None:
    database = open_database(settings)
    try:
        await migrate(database)
        now = WallClock().now()
        fabrique = await prepare(database, settings, teams=None, now=now)
        verb = _import if arguments.act == "import" else _export
        await verb(database, fabrique, arguments, now)
    finally:
        await database.close()


async def _export(
    database: Database, fabrique: Fabrique, arguments: Namespace, now: datetime
) -> None:
    today = now.astimezone(fabrique.zone).date()
    first, last = _day(arguments.first, today), _day(arguments.last, today, last=True)
    if first and last and last < first:
        raise NotCarriedOut(["--to is before --from"])
    async with database.begin(fabrique.id) as store:
        if arguments.format == "csv":
            records = await store.time.records(first, last)
            language = Languages(strict=False)[fabrique.language]
            content = drawn(worded(book(records), language, fabrique.zone, now)).content
        else:
            told = await store.time.book(fabrique.name, first, last)
            content = JOURNALS[arguments.format](told).encode()
    if arguments.path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    arguments.path.write_bytes(content)
    sys.stdout.write(f"Written to {arguments.path}.\n")


def _day(written: str | None, today: date, *, last: bool = False) -> date | None:
    """A day, or the first or last one of a month or year."""
    if written is None:
        return None
    try:
        period = read_period(written, today)
    except Refusal as refusal:
        if last and isinstance(ahead := refusal.values.get("day"), date):
            return ahead
        raise NotCarriedOut([f"{written}: not a day, month or year that has begun"]) from refusal
    return period.last if last else period.first


async def _import(
    database: Database, fabrique: Fabrique, arguments: Namespace, now: datetime
) -> None:
    """Bring in what is new in a file, all of it or nothing, and say what that is."""
    today = now.astimezone(fabrique.zone).date()
    table = _table(arguments)
    readings = read_lines(table, unit=UNITS.get(arguments.unit or ""), today=today)
    if readings.problems:
        raise NotCarriedOut(_told_problems(readings, table))
    async with database.begin(fabrique.id) as store:
        await store.ledger.hold()
        planned = await store.time_import.plan(readings.lines, create=arguments.create_people)
        if planned.problems or planned.unknown:
            raise NotCarriedOut(list(_refused(planned, table)))
        if not arguments.dry_run:
            by = await _on_behalf(store, arguments.by)
            language = fabrique.language
            await store.time_import.carry_out(planned, by=by, language=language, now=now)
    for line in _in_words(plan_words(planned, readings, dry=arguments.dry_run)):
        sys.stdout.write(f"{line}\n")


def _table(arguments: Namespace) -> Table:
    try:
        content = arguments.path.read_bytes()
    except OSError as error:
        raise NotCarriedOut([f"{arguments.path}: {error.strerror}"]) from error
    if len(content) > BYTES_MOST:
        raise NotCarriedOut([f"{arguments.path}: larger than {BYTES_MOST // 1_000_000} MB"])
    try:
        return read_table(decoded(content), _mapping(arguments.map))
    except SheetError as error:
        raise NotCarriedOut(list(_in_words([sheet_error(error)]))) from error


def _mapping(pairs: Sequence[str]) -> Mapping[str, str]:
    found = {}
    for pair in pairs:
        name, _, heading = pair.partition("=")
        if name not in FIELDS or not heading:
            raise NotCarriedOut([f"--map {pair}: not FIELD=HEADING; fields: {', '.join(FIELDS)}"])
        found[name] = heading
    return found


def _told_problems(readings: Readings, table: Table) -> list[str]:
    return list(_in_words(problem_phrases(readings.problems, table)))


def _refused(planned: Plan, table: Table) -> Iterator[str]:
    yield from _in_words(problem_phrases(planned.problems, table))
    if planned.unknown:
        names = [f"{name} (line {line})" for name, line in planned.unknown.items()]
        yield f"nobody knows: {', '.join(names)}"
        yield "--create-people makes them, as people without a telephone; or mend the names"


async def _on_behalf(store: Store, name: str | None) -> int:
    """Who of the team brings the file in."""
    if not name:
        raise NotCarriedOut(["--by NAME is needed: the log says who of the team brought it in"])
    found: list[Person] = people.named(name, await store.people.everyone())
    if len(found) != 1:
        raise NotCarriedOut([f"--by {name}: {'several bear' if found else 'nobody bears'} it"])
    return found[0].id


def _in_words(said: Sequence[Words | Phrase]) -> Iterator[str]:
    """Words of the chat for somebody at a terminal, who reads English."""
    english = Languages(strict=False)["en"]
    for one in said:
        yield english.plain(one.id, one.values, zone=NO_MOMENT)
