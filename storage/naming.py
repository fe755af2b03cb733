"""Which columns name which rows, as the tables themselves say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint

from storage.tables import PersonRow, Row, UnionRow

TABLES = Row.metadata.tables


@cache
def naming_people() -> Sequence[Column[Any]]:
    """Every column that names a person, but for those that tell of unions themselves."""
    return [
        one
        for one in naming(TABLES[PersonRow.__tablename__])
        if one.table.name != UnionRow.__tablename__
    ]


def keys_with(column: Column[Any]) -> list[list[str]]:
    """What else is in each key of a table that a column is part of."""
    return [
        [name for name in names if name != column.name]
        for names in unique(column.table)
        if column.name in names
    ]


def naming(table: Table) -> list[Column[Any]]:
    """Every column that names a row of a table."""
    return [
        key.parent
        for other in Row.metadata.sorted_tables
        for key in sorted(other.foreign_keys, key=lambda one: one.parent.name)
        if key.column.table is table and table.primary_key.contains_column(key.column)
    ]


def unique(table: Table) -> Iterator[list[str]]:
    """The columns of each key of a table."""
    yield [one.name for one in table.primary_key]
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield [one.name for one in constraint]
