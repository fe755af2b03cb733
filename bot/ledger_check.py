"""The whole ledger read again, in pieces, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence

from domain.ledger import Entry, Fault
from storage import Database
from storage.ledger_check import PIECE, faults_in


async def faults_of_ledger(
    database: Database, fabrique: int, *, at_most: int = PIECE
) -> Sequence[Fault]:
    """Everything that is wrong with a ledger. Nobody waits while a piece is looked at."""
    found: list[Fault] = []
    last: Entry | None = None
    while True:
        async with database.begin(fabrique) as store:
            piece = await store.ledger_check.piece(last, at_most=at_most)
        seen = piece.seen()
        if not seen:
            break
        found += faults_in(seen, after=last)
        last = seen[-1].entry
    async with database.begin(fabrique) as store:
        found += await store.ledger_check.beside_the_chain()
    return found
