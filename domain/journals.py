"""The ledger as journals of plain-text accounting, in whole minutes; and as JSON, with its seals.

Every journal ends by asserting each balance, so that the program that reads it proves the sums.
Must not know the chat: names come with the accounts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from domain.ledger import COMMON, Account, AccountKind, Entry
from domain.people import fold
from domain.timebank import Exchange

BRANCHES = {
    AccountKind.PERSON: "People",
    AccountKind.ORGANISATION: "Organisations",
    AccountKind.TEAM: "Team",
    AccountKind.POT: "Pot",
    AccountKind.FABRIQUE: "Fabriques",
}
"""Where an account stands in the tree of accounts."""

_UNFIT = re.compile(r"[^\w'’.-]|_")
_SIGNS = str.maketrans({";": ",", "|": "/", ":": " ", "*": " ", "!": " ", "(": "[", ")": "]"})

NAME_MOST = 60
"""Letters of a name in an account."""


@dataclass(frozen=True)
class Holding:
    """An account and how it is called; "" for the team and the pot, of which there is one."""

    account: Account
    name: str


@dataclass(frozen=True)
class Posting:
    """An exchange that counts, with the entry that entered it."""

    exchange: Exchange
    entry: Entry


@dataclass(frozen=True)
class Book:
    """What a journal tells: a fabrique's accounts, and what was entered."""

    title: str
    holdings: Sequence[Holding]
    postings: Sequence[Posting]

    def in_order(self) -> Sequence[Posting]:
        """By the day of the service, then as they were entered."""
        return sorted(self.postings, key=lambda one: (one.exchange.day, one.entry.number))

    def balances(self) -> Mapping[int, int]:
        """What the postings make of each account that they touch, in minutes."""
        sums: dict[int, int] = {}
        for posting in self.postings:
            for leg in posting.entry.legs:
                sums[leg.account] = sums.get(leg.account, 0) + leg.minutes
        return sums


def hledger(book: Book) -> str:
    """A journal of hledger (and of Ledger): https://hledger.org/hledger.html."""
    names = _named(book.holdings, _hledger_name)
    sums = book.balances()
    lines = [f"; {_plain(book.title)}", "commodity 1000. min", ""]
    lines += [f"account {names[number]}" for number in sorted(sums)]
    for posting in book.in_order():
        one = posting.exchange
        lines += ["", f"{one.day} * ({one.id}) {_plain(one.subject)}".rstrip()]
        lines += [f"    ; entry: {posting.entry.number}, kind: {one.kind.value}"]
        lines += [f"    {names[leg.account]}  {leg.minutes} min" for leg in posting.entry.legs]
    if sums:
        last = max(posting.exchange.day for posting in book.postings)
        lines += ["", f"{last} * balances"]
        lines += [f"    {names[number]}  0 min = {sums[number]} min" for number in sorted(sums)]
    return "\n".join(lines) + "\n"


def beancount(book: Book) -> str:
    """A journal of beancount: https://beancount.github.io/docs/beancount_language_syntax.html."""
    names = _named(book.holdings, _beancount_name)
    sums = book.balances()
    days = [posting.exchange.day for posting in book.postings]
    first = min(days, default=date(1970, 1, 1))
    lines = [f'option "title" {_quoted(book.title)}', "", f"{first} commodity MIN", ""]
    lines += [f"{first} open {names[number]} MIN" for number in sorted(sums)]
    for posting in book.in_order():
        one = posting.exchange
        lines += ["", f"{one.day} * {_quoted(one.subject)}"]
        lines += [f"  exchange: {one.id}", f"  entry: {posting.entry.number}"]
        lines += [f"  kind: {_quoted(one.kind.value)}"]
        lines += [f"  {names[leg.account]}  {leg.minutes} MIN" for leg in posting.entry.legs]
    if days:
        after = max(days) + timedelta(days=1)
        lines += ["", *_asserted(after, names, sums)]
    return "\n".join(lines) + "\n"


def chain(book: Book) -> str:
    """The entries with their seals, so that anybody can check the chain; names stand apart."""
    whole = {
        "title": book.title,
        "accounts": [
            {"id": one.account.id, "kind": one.account.kind.value, "name": one.name}
            for one in book.holdings
        ],
        "entries": [
            {
                "number": posting.entry.number,
                "at": posting.entry.at.astimezone(UTC).isoformat(),
                "kind": posting.entry.kind.value,
                "exchange": posting.entry.exchange,
                "legs": [[leg.account, leg.minutes] for leg in posting.entry.legs],
                "previous": posting.entry.previous,
                "digest": posting.entry.digest,
                "day": posting.exchange.day.isoformat(),
                "subject": posting.exchange.subject,
            }
            for posting in sorted(book.postings, key=lambda one: one.entry.number)
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _asserted(after: date, names: Mapping[int, str], sums: Mapping[int, int]) -> Iterator[str]:
    for number in sorted(sums):
        yield f"{after} balance {names[number]}  {sums[number]} MIN"


def _named(holdings: Iterable[Holding], spelt: Callable[[str], str]) -> Mapping[int, str]:
    """An account name for each account, no two alike: of those that would be, the later ones have
    their number behind.
    """
    names: dict[int, str] = {}
    taken: set[str] = set()
    for one in sorted(holdings, key=lambda holding: holding.account.id):
        number, branch = one.account.id, f"Assets:{BRANCHES[one.account.kind]}"
        name = branch if one.account.kind in COMMON else f"{branch}:{spelt(one.name) or number}"
        while name.casefold() in taken:
            name = f"{name}-{number}"
        taken.add(name.casefold())
        names[number] = name
    return names


def _hledger_name(name: str) -> str:
    """Letters, figures and single spaces; two spaces would end the name, a colon split it."""
    return " ".join(_UNFIT.sub(" ", unicodedata.normalize("NFC", name)).split())[:NAME_MOST].strip()


def _beancount_name(name: str) -> str:
    """Latin letters, figures and hyphens, with a capital or a figure first."""
    parts = re.findall("[a-z0-9]+", fold(name))
    return "-".join(part.capitalize() for part in parts)[:NAME_MOST].strip("-")


def _plain(text: str) -> str:
    """Words on one line, without what begins a comment, a payee or a tag there."""
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(visible.translate(_SIGNS).split())


def _quoted(text: str) -> str:
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    escaped = " ".join(visible.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
