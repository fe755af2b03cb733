"""The book of exchanges as a table: for the team, and for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from chat.papers import Form, Sheet
from chat.words import Words
from domain.time_records import Record
from domain.timebank import Exchange
from domain.values import Minutes, Phrase

COLUMNS = (
    "number",
    "giver",
    "receiver",
    "minutes",
    "day",
    "subject",
    "skill",
    "kind",
    "state",
    "paid",
    "noted-by",
    "noted-at",
    "confirmed-by",
    "confirmed-at",
    "corrects",
    "group",
)
"""What is told of an exchange; each has its heading, "book-…", which an import understands."""


def book(records: Sequence[Record]) -> Sheet:
    """Every exchange with its names, as a table for another program."""
    return Sheet(
        stem=Words("book-stem"),
        title=Words("book-title"),
        headings=tuple(Words("book-heading", {"column": column}) for column in COLUMNS),
        rows=tuple(_row(record) for record in records),
        form=Form.CSV,
    )


def _row(record: Record) -> tuple[object, ...]:
    one = record.exchange
    return (
        one.id,
        record.giver,
        record.receiver,
        Minutes(one.minutes),
        one.day,
        one.subject,
        one.skill,
        Phrase("book-kind", {"kind": one.kind.value}),
        Phrase("book-state", {"state": _state(one)}),
        Phrase("book-paid", {"paid": one.paid}),
        record.noted_by,
        one.noted_at,
        record.confirmed_by,
        one.confirmed_at,
        one.corrects if one.corrects is not None else "",
        record.group,
    )


def _state(exchange: Exchange) -> str:
    """INVITED is a way of waiting that only the bot tells apart."""
    return exchange.state.value
