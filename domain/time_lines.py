"""Lines of a former book: each is read by itself, and says what is wrong with it.

Knows what a cell may hold. Must not know people or what the bot has already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from domain import days, durations
from domain.errors import Refusal
from domain.ledger import Kind
from domain.people import fold, short_name
from domain.time_sheets import Row, Table
from domain.timebank import SUBJECT_MOST

SINCE = date(2000, 1, 1)
"""No exchange is older: what tells of an earlier day is a slip of the finger."""

BALANCE_MOST = 10_000 * 60
SKILL_MOST = 100
NAME_MOST = 40
_BARE = re.compile(r"([+−-]?) ?([0-9]{1,9}(?:[.,][0-9]{1,6})?)")
_CLOCK = re.compile(r"([0-9]{1,4}):([0-5][0-9]):([0-5][0-9])")
_ISO_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+")
_YEAR = re.compile(r"[0-9]{4}|[/.-][0-9]{1,2}[/.-][0-9]{2}$")
_OPENING = frozenset(
    {"solde reporte", "report de solde", "report a nouveau", "opening balance", "carried forward"}
)
POT = frozenset(
    "pot|pot commun|le pot commun|le pot|common pot|the common pot|the pot|fonds commun".split("|")
)
TEAM = frozenset({"equipe", "l'equipe", "team", "the team"})
_KINDS = {
    "": Kind.EXCHANGE,
    "echange": Kind.EXCHANGE,
    "exchange": Kind.EXCHANGE,
    "seance": Kind.SESSION,
    "session": Kind.SESSION,
    "don": Kind.GIFT,
    "don d'heures": Kind.GIFT,
    "gift": Kind.GIFT,
    "gift of hours": Kind.GIFT,
    "correction": Kind.CORRECTION,
    "contre-echange": Kind.CORRECTION,
    "reglement": Kind.SETTLEMENT,
    "settlement": Kind.SETTLEMENT,
    **dict.fromkeys(_OPENING, Kind.SETTLEMENT),
}
_COUNTS = frozenset("|confirme|confirmee|confirmed|valide|validee|ok|oui|yes".split("|"))
_COUNTS_NOT = frozenset(
    "en attente|propose|conteste|annule|retire|expire|invite|refuse|waiting|pending|proposed"
    "|contested|cancelled|taken back|expired|invited|refused|invitation".split("|")
)
_YES = frozenset("oui|yes|x|1|vrai|true|retribue|retribuee|paye|payee|paid".split("|"))
_NO = frozenset("|non|no|0|faux|false|-|benevole|unpaid".split("|"))


@dataclass(frozen=True)
class Problem:
    """What is wrong with a line: where, why, and the cell that says it."""

    line: int
    field: str
    reason: str
    cell: str = ""
    most: int = 0


@dataclass(frozen=True)
class Line:
    """An exchange as a line tells it, by names. `number` is its line in the file."""

    number: int
    giver: str
    receiver: str
    minutes: int
    day: date
    subject: str
    skill: str = ""
    kind: Kind = Kind.EXCHANGE
    paid: bool = False


@dataclass(frozen=True)
class Readings:
    """What the lines of a table are, what is wrong with others, and those that do not count."""

    lines: Sequence[Line]
    problems: Sequence[Problem]
    passed_over: int = 0


def read_lines(table: Table, *, unit: int | None, today: date) -> Readings:
    """Each row as a line, or what is wrong with it. `unit`: minutes that a bare number counts."""
    lines: list[Line] = []
    problems: list[Problem] = []
    passed = 0
    read_one = _balance if table.tells_balances else _exchange
    for row in table.rows:
        if row.beyond:
            problems.append(Problem(row.line, "", "row-long"))
            continue
        found = read_one(row, table.unit or unit, today)
        if found is None:
            passed += 1
        elif isinstance(found, Line):
            lines.append(found)
        else:
            problems += found
    return Readings(lines, problems, passed)


def _exchange(row: Row, unit: int | None, today: date) -> Line | list[Problem] | None:
    """The exchange of a row; None when it says itself that it does not count."""
    cells = row.cells
    if formulas := _formulas(row):
        return formulas
    state = fold(cells.get("state", ""))
    if state in _COUNTS_NOT:
        return None
    wrong: list[Problem] = []
    if state not in _COUNTS:
        wrong.append(Problem(row.line, "state", "state", cells["state"]))
    kind = _KINDS.get(fold(cells.get("kind", "")))
    paid = fold(cells.get("paid", ""))
    if kind is None:
        wrong.append(Problem(row.line, "kind", "kind", cells["kind"]))
    if paid not in _YES | _NO:
        wrong.append(Problem(row.line, "paid", "paid", cells["paid"]))
    if _opens(row, kind):
        return wrong or _opening(row, unit, today)
    kind = kind or Kind.EXCHANGE
    line = Line(
        number=row.line,
        giver=_name(row, "giver", wrong),
        receiver=_name(row, "receiver", wrong),
        minutes=(_moved if kind.moves_hours else _minutes)(row, unit, wrong),
        day=_day(row, today, wrong),
        subject=_short(row, "subject", SUBJECT_MOST, wrong),
        skill=_short(row, "skill", SKILL_MOST, wrong),
        kind=kind,
        paid=paid in _YES,
    )
    return wrong or line


def _opens(row: Row, kind: Kind | None) -> bool:
    """Whether a row brings a balance forward: it says so, or it settles and names one side."""
    sides = row.cells.get("giver") and row.cells.get("receiver")
    return fold(row.cells.get("subject", "")) in _OPENING or (kind is Kind.SETTLEMENT and not sides)


def _opening(row: Row, unit: int | None, today: date) -> Line | list[Problem]:
    """A balance brought forward: above zero in the column of who gave, below in the other."""
    giver, receiver = (
        "" if fold(row.cells.get(name, "")) in POT else row.cells.get(name, "")
        for name in ("giver", "receiver")
    )
    if bool(giver) == bool(receiver):
        return [Problem(row.line, "giver", "opening-sides")]
    wrong: list[Problem] = []
    name = _name(row, "giver" if giver else "receiver", wrong)
    minutes = _signed(row, "duration", unit, wrong) * (1 if giver else -1)
    day = _day(row, today, wrong)
    return wrong or _brought(row.line, name, minutes, day)


def _balance(row: Row, unit: int | None, today: date) -> Line | list[Problem] | None:
    """The balance of a row of people and balances; None for zero, which brings nothing."""
    if formulas := _formulas(row):
        return formulas
    wrong: list[Problem] = []
    name = _name(row, "person", wrong)
    minutes = _signed(row, "balance", unit, wrong, zero=True)
    day = _day(row, today, wrong) if row.cells.get("day") else today
    if not wrong and minutes == 0:
        return None
    return wrong or _brought(row.line, name, minutes, day)


def _brought(line: int, name: str, minutes: int, day: date) -> Line:
    """Hours move from the pot to whoever has some left, and to the pot from whoever owes."""
    giver, receiver = ("pot", name) if minutes > 0 else (name, "pot")
    return Line(line, giver, receiver, abs(minutes), day, "", kind=Kind.SETTLEMENT)


def _formulas(row: Row) -> list[Problem]:
    """Cells that a spreadsheet would work out: their value is not in the file."""
    return [Problem(row.line, one, "formula", row.cells[one]) for one in sorted(row.formulas)]


def _name(row: Row, name: str, wrong: list[Problem]) -> str:
    written = " ".join(row.cells.get(name, "").split())
    if not written:
        wrong.append(Problem(row.line, name, "name-empty"))
    elif short_name(written, NAME_MOST) != written:
        wrong.append(Problem(row.line, name, "name-unfit", written, NAME_MOST))
    return written


def _short(row: Row, name: str, most: int, wrong: list[Problem]) -> str:
    text = " ".join(row.cells.get(name, "").split())
    if len(text) > most:
        wrong.append(Problem(row.line, name, "too-long", text, most))
    return text


def _minutes(row: Row, unit: int | None, wrong: list[Problem]) -> int:
    cell = row.cells.get("duration", "")
    try:
        return durations.allowed(_lasting(cell, unit))
    except Refusal as refusal:
        reason = refusal.name.removeprefix("refusal-")
        wrong.append(Problem(row.line, "duration", reason, cell))
        return 0


def _moved(row: Row, unit: int | None, wrong: list[Problem]) -> int:
    """Hours that go from one account to another, which may be of many days."""
    minutes = _signed(row, "duration", unit, wrong)
    if minutes < 0:
        wrong.append(Problem(row.line, "duration", "duration-negative", row.cells["duration"]))
    return minutes


def _signed(
    row: Row, name: str, unit: int | None, wrong: list[Problem], *, zero: bool = False
) -> int:
    """A balance: a duration with a sign, which may be of many days."""
    cell = row.cells.get(name, "")
    bare = cell.replace("\u00a0", " ").strip()
    below = bare[:1] in ("-", "−")
    try:
        minutes = _lasting(bare.lstrip("+-−").strip(), unit, long=True)
    except Refusal as refusal:
        wrong.append(Problem(row.line, name, refusal.name.removeprefix("refusal-"), cell))
        return 0
    if minutes > BALANCE_MOST:
        wrong.append(Problem(row.line, name, "balance-huge", cell, BALANCE_MOST // 60))
    if minutes == 0 and not zero:
        wrong.append(Problem(row.line, name, "duration-zero", cell))
    return -minutes if below else minutes


def _lasting(cell: str, unit: int | None, *, long: bool = False) -> int:
    """Whole minutes, also of a bare number when its unit is known; Refusal for anything else."""
    written = " ".join(cell.replace("\u00a0", " ").replace("\u202f", " ").split())
    if clock := _CLOCK.fullmatch(written):
        if clock[3] != "00":
            raise Refusal("refusal-duration-unread")
        return 60 * int(clock[1]) + int(clock[2])
    if bare := _BARE.fullmatch(written):
        return _counted(bare, unit)
    if long and (hours := re.fullmatch(r"([0-9]{1,6}) ?(?:h|:) ?([0-5][0-9])?", written.lower())):
        return 60 * int(hours[1]) + int(hours[2] or 0)
    return durations.read(written)


def _counted(bare: re.Match[str], unit: int | None) -> int:
    number = Decimal(bare[2].replace(",", "."))
    if bare[1] in ("-", "−") and number:
        raise Refusal("refusal-duration-negative")
    if number == 0:
        return 0
    if unit is None:
        raise Refusal("refusal-duration-unit", number=bare[2])
    minutes = number * unit
    whole = int(minutes.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if (unit == 1 and minutes != whole) or whole == 0:
        raise Refusal("refusal-duration-unread")
    return whole


def _day(row: Row, today: date, wrong: list[Problem]) -> date:
    cell = row.cells.get("day", "")
    written = _ISO_MOMENT.sub(r"\1", cell)
    found = days.find(written, today)
    reason = ""
    if not cell:
        reason = "day-empty"
    elif found is None or (written[: found.start] + written[found.end :]).strip(" ,."):
        reason = "day-unread"
    elif not _YEAR.search(written):
        reason = "day-year"
    elif found.day > today:
        reason = "day-future"
    elif found.day < SINCE:
        reason = "day-old"
    if reason or found is None:
        wrong.append(Problem(row.line, "day", reason, cell))
        return today
    return found.day
