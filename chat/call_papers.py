"""The answers to a call as one table, for the team and for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat.call_cards import criterion
from chat.papers import Form, Sheet
from chat.words import Words
from domain.calls import Answer, Call
from domain.seen import Seen
from domain.values import Items, Phrase

COLUMNS = ("name", "answer", "offers", "sheets", "shared", "sessions", "near")
"""What is told of each, before the criteria; each has its heading, "call-heading"."""


@dataclass(frozen=True)
class Told:
    """An answer, with its name and what is known beside it."""

    answer: Answer
    name: str
    seen: Seen


def answers_table(call: Call, told: Sequence[Told]) -> Sheet:
    """Every answer, with a column for each criterion and the choice."""
    headings = [Words("call-heading", {"column": one}) for one in COLUMNS]
    headings += [
        Words("call-criterion-heading", {"criterion": criterion(one)}) for one in call.criteria
    ]
    headings += [Words("call-heading", {"column": one}) for one in ("chosen", "why")]
    return Sheet(
        stem=Words("call-table-stem", {"number": str(call.id)}),
        title=Words("call-table-title", {"title": call.title}),
        headings=tuple(headings),
        rows=tuple(_row(call, one) for one in told),
        form=Form.CSV,
    )


def _row(call: Call, told: Told) -> tuple[object, ...]:
    answer, seen = told.answer, told.seen
    return (
        told.name,
        answer.text,
        Items(seen.offers),
        Items(seen.sheets),
        Items(seen.shared),
        Items(seen.sessions),
        Phrase("call-near", {"near": seen.near.name.lower()}),
        *(_mark(answer, one) for one in call.criteria),
        Phrase("call-is-chosen", {"chosen": answer.chosen}),
        answer.why,
    )


def _mark(answer: Answer, name: str) -> object:
    note = answer.notes.get(name)
    return Phrase("call-mark", {"mark": note.mark.value, "word": note.word}) if note else ""
