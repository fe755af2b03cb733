"""A former book, sent to the team's chat: shown as it would be, then brought in."""

from __future__ import annotations

from chat.command import Where, command
from chat.time_import_words import plan_words, problem_phrases, sheet_error
from chat.words import Reply, Words, option, say
from domain.errors import Refusal
from domain.time_import import Plan
from domain.time_lines import Readings, read_lines
from domain.time_sheets import Sent, SheetError, Table, read_table
from domain.values import Items, Lines
from handlers.desk import Desk

NAMES = 20
"""Unknown people that are named; the rest is counted."""


@command("importer", "import", where=Where.TEAM)
async def import_book(desk: Desk) -> Reply:
    """Look at the book that came along, or say how to send one."""
    if desk.file is None:
        return say("import-how")
    return await take_book(desk)


async def take_book(desk: Desk) -> Reply:
    """What is in a book that was sent; only the team may bring one in."""
    if not (desk.chat.team and desk.rank.belongs):
        raise Refusal("refusal-team-only")
    if desk.file is None or not isinstance(desk.file.content, Sent):
        raise (desk.file.refusal if desk.file else None) or Refusal("refusal-book-kind")
    text = desk.file.content.text
    table, readings = _read(desk, text, 0)
    if any(one.reason == "duration-unit" for one in readings.problems):
        return say("import-unit").choose(
            option("choice-in-hours", show_book, book=text, unit=60),
            option("choice-in-minutes", show_book, book=text, unit=1),
        )
    return await _shown(desk, text, 0, table, readings)


@command(where=Where.TEAM)
async def show_book(desk: Desk, book: str, unit: int, create: bool = False) -> Reply:
    """What an import would bring; nothing is kept."""
    table, readings = _read(desk, book, unit)
    return await _shown(desk, book, unit, table, readings, create=create)


@command(where=Where.TEAM)
async def bring_in_book(desk: Desk, book: str, unit: int, create: bool) -> Reply:
    """Keep what is new, all of it or nothing."""
    table, readings = _read(desk, book, unit)
    await desk.store.ledger.hold()
    planned = await desk.store.time_import.plan(readings.lines, create=create)
    if readings.problems or planned.problems or planned.unknown:
        return await _shown(desk, book, unit, table, readings, create=create)
    language = desk.fabrique.language
    await desk.store.time_import.carry_out(
        planned, by=desk.person.id, language=language, now=desk.now
    )
    return Reply(words=tuple(plan_words(planned, readings, dry=False)))


def _read(desk: Desk, book: str, unit: int) -> tuple[Table, Readings]:
    try:
        table = read_table(book)
    except SheetError as error:
        words = sheet_error(error)
        raise Refusal(words.id, **words.values) from error
    return table, read_lines(table, unit=unit or None, today=desk.today)


async def _shown(
    desk: Desk, book: str, unit: int, table: Table, readings: Readings, *, create: bool = False
) -> Reply:
    """What is wrong, line by line; or whom nobody knows; or what would be brought in."""
    planned = await desk.store.time_import.plan(readings.lines, create=create)
    if problems := [*readings.problems, *planned.problems]:
        lines = Lines(tuple(problem_phrases(problems, table)))
        return say("import-problems", lines=lines, count=len(problems))
    if planned.unknown:
        return _unknown(planned).choose(
            option("choice-create-people", show_book, book=book, unit=unit, create=True)
        )
    said = Reply(words=tuple(plan_words(planned, readings, dry=True)))
    if not planned.fresh:
        return said
    reply = Reply(words=(*said.words, Words("import-sure", {})))
    return reply.choose(option("choice-import", bring_in_book, book=book, unit=unit, create=create))


def _unknown(planned: Plan) -> Reply:
    names = Items(tuple(list(planned.unknown)[:NAMES]))
    more = max(0, len(planned.unknown) - NAMES)
    return say("import-unknown", names=names, count=len(planned.unknown), more=more)


COMMANDS = (import_book, show_book, bring_in_book)
