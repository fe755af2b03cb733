"""What is said of a former book: what is wrong with it, what it would bring, what it brought."""

from __future__ import annotations

from collections.abc import Sequence

from chat.words import Words
from domain.time_import import Plan
from domain.time_lines import Problem, Readings
from domain.time_sheets import SheetError, Table
from domain.values import Items, Phrase

SHOWN = 20
"""Problems that are told one by one; the rest is counted."""

CELL = 40
"""Letters of a cell that are told back."""


def sheet_error(error: SheetError) -> Words:
    """Why no line of a file can be read."""
    values = {"column": "", "most": 0, "line": 0, **error.values, "reason": error.reason}
    missing = error.values.get("missing")
    names = missing if isinstance(missing, list) else []
    fields = Items(tuple(Phrase("sheet-field", {"field": name}) for name in names))
    return Words("sheet-error", {**values, "missing": fields})


def problem_phrases(problems: Sequence[Problem], table: Table) -> list[Phrase]:
    """The first problems by line and column, then how many more there are."""
    ordered = sorted(problems, key=lambda one: one.line)
    told = [_problem(one, table) for one in ordered[:SHOWN]]
    if len(ordered) > SHOWN:
        told.append(Phrase("sheet-problems-more", {"count": len(ordered) - SHOWN}))
    return told


def plan_words(planned: Plan, readings: Readings, *, dry: bool) -> list[Words]:
    """What an import brings, or would bring."""
    minutes = sum(one.line.minutes for one in planned.fresh)
    values: dict[str, object] = {
        "count": len(planned.fresh),
        "hours": round(minutes / 60, 1),
        "known": len(planned.known),
        "passed": readings.passed_over,
        "dry": dry,
    }
    said = [Words("sheet-plan", values)]
    if planned.made:
        names = Items(tuple(planned.made[:SHOWN]))
        more = max(0, len(planned.made) - SHOWN)
        said.append(
            Words("sheet-makes", {"names": names, "count": len(planned.made), "more": more})
        )
    if planned.repeated:
        lines = Items(tuple(str(line) for line in planned.repeated[:SHOWN]))
        said.append(Words("sheet-repeated", {"lines": lines}))
    return said


def _problem(problem: Problem, table: Table) -> Phrase:
    cell = problem.cell if len(problem.cell) <= CELL else f"{problem.cell[: CELL - 1]}…"
    values = {
        "line": problem.line,
        "column": table.headings.get(problem.field, ""),
        "field": problem.field,
        "reason": problem.reason,
        "cell": cell,
        "most": problem.most,
    }
    return Phrase("sheet-problem", values)
