"""The book written out: complete, harmless in a spreadsheet, and true to the last minute."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from bot.cli import main
from domain.journals import Book, Holding, Posting, beancount, chain, hledger
from domain.ledger import Account, AccountKind, Entry, Kind, Leg, faults_of, following, legs_of
from domain.people import Standing
from domain.timebank import Exchange, ExchangeState, confirmed
from storage import Database
from tests.bot.office import Furnished
from tests.storage.standing import NOW

AWKWARD = '=HYPERLINK("http://exemple.org");\t«l’été» | (relecture) : "ok"\\'
DAY = date(2026, 1, 4)


@dataclass
class Journal:
    """What a strict reader of plain-text accounting finds in a file."""

    opened: set[str] = field(default_factory=set)
    sums: dict[str, int] = field(default_factory=dict)
    asserted: dict[str, int] = field(default_factory=dict)
    transactions: int = 0


def read_hledger(text: str) -> Journal:
    """A file of hledger: declared accounts, postings that balance, balances that hold; fails at
    anything else.
    """
    found = Journal()
    assert text.endswith("\n")
    header, *blocks = text.rstrip("\n").split("\n\n")
    assert re.fullmatch(r"; [^\n]*\ncommodity 1000\. min", header)
    for block in blocks:
        head, *rest = block.split("\n")
        if head.startswith("account "):
            for line in [head, *rest]:
                name = re.fullmatch(r"account (Assets(?::[^\s:;()\[\]*!|][^:;()\[\]*!|]*)+)", line)
                assert name
                assert "  " not in name[1]
                assert name[1] == name[1].strip()
                assert name[1] not in found.opened
                found.opened.add(name[1])
            continue
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \*(?: \(\d+\))?(?: [^;|()*!:\t]+)?", head), head
        date.fromisoformat(head[:10])
        _take(found, rest)
    return found


def _take(found: Journal, rest: list[str]) -> None:
    total = 0
    if rest[0].startswith("    ;"):
        assert re.fullmatch(r"    ; entry: \d+, kind: [a-z]+", rest.pop(0))
        found.transactions += 1
    for line in rest:
        posting = re.fullmatch(r"    (\S.*?)  (-?\d+) min(?: = (-?\d+) min)?", line)
        assert posting, line
        assert posting[1] in found.opened
        total += int(posting[2])
        found.sums[posting[1]] = found.sums.get(posting[1], 0) + int(posting[2])
        if posting[3]:
            assert found.sums[posting[1]] == int(posting[3])
            found.asserted[posting[1]] = int(posting[3])
    assert total == 0


ACCOUNT = r"Assets(?::[A-Z0-9][A-Za-z0-9-]*)+"
STRING = r'"(?:[^"\\\n]|\\["\\])*"'


def read_beancount(text: str) -> Journal:
    """A file of beancount, read as strictly."""
    found = Journal()
    days: dict[str, date] = {}
    blocks = re.split(r"\n\n", text.strip("\n"))
    assert re.fullmatch(rf"option \"title\" {STRING}", blocks.pop(0))
    for block in blocks:
        head, *rest = block.split("\n")
        if re.match(r"\d{4}-\d\d-\d\d \*", head):
            assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d \* {STRING}", head), head
            _booked(found, head[:10], rest, days)
            continue
        for line in [head, *rest]:
            if re.fullmatch(r"\d{4}-\d\d-\d\d commodity MIN", line):
                continue
            if opened := re.fullmatch(rf"(\S{{10}}) open ({ACCOUNT}) MIN", line):
                assert opened[2] not in found.opened
                found.opened.add(opened[2])
                days[opened[2]] = date.fromisoformat(opened[1])
                continue
            held = re.fullmatch(rf"(\S{{10}}) balance ({ACCOUNT})  (-?\d+) MIN", line)
            assert held, line
            below = [n for one, n in found.sums.items() if f"{one}:".startswith(f"{held[2]}:")]
            assert sum(below) == int(held[3])  # accounts below count too
            found.asserted[held[2]] = int(held[3])
    return found


def _booked(found: Journal, day: str, rest: list[str], days: dict[str, date]) -> None:
    total = 0
    found.transactions += 1
    for line in rest:
        if re.fullmatch(rf"  [a-z]+: (?:\d+|{STRING})", line):
            continue
        posting = re.fullmatch(rf"  ({ACCOUNT})  (-?\d+) MIN", line)
        assert posting, line
        assert days[posting[1]] <= date.fromisoformat(day)
        found.sums[posting[1]] = found.sums.get(posting[1], 0) + int(posting[2])
        total += int(posting[2])
    assert total == 0


def book_of(names: list[str], moves: list[tuple[int, int, int, Kind, str]]) -> Book:
    """A book in which people of these names, and the pot, gave each other time."""
    accounts = [Account(n, AccountKind.PERSON, n) for n in range(1, len(names) + 1)]
    holdings = [Holding(one, name) for one, name in zip(accounts, names, strict=True)]
    pot = Account(len(names) + 1, AccountKind.POT)
    sides, last, postings = [*accounts, pot], None, list[Posting]()
    for number, (giver, receiver, minutes, kind, subject) in enumerate(moves, 1):
        one = Exchange(
            number, sides[giver % len(sides)], sides[receiver % len(sides)], minutes,
            DAY + timedelta(days=-number), subject, 1, NOW, ExchangeState.CONFIRMED, kind=kind,
        )  # fmt: skip
        if one.giver == one.receiver:
            continue
        legs = legs_of(kind, giver=one.giver.id, receiver=one.receiver.id, minutes=minutes)
        last = following(last, Entry(0, NOW, kind, number, legs))
        postings.append(Posting(one, last))
    return Book('Fabrique « fictive » ; "1"\n2', [*holdings, Holding(pot, "")], postings)


NAMES = st.lists(st.text(max_size=20), min_size=2, max_size=6)
MOVES = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 9), st.integers(1, 100_000),
        st.sampled_from(Kind), st.text(max_size=40),
    ),
    max_size=8,
)  # fmt: skip


@tried(deadline=None)
@given(NAMES, MOVES)
def test_any_book_is_a_journal_that_balances(
    names: list[str], moves: list[tuple[int, int, int, Kind, str]]
) -> None:
    """Whatever people are called and whatever they write; the sums by account are the balances."""
    book = book_of(names, moves)
    balances = sorted(book.balances().values())
    for journal in (read_hledger(hledger(book)), read_beancount(beancount(book))):
        assert journal.transactions == len(book.postings)
        assert sorted(journal.sums.values()) == balances
        assert journal.asserted == journal.sums
        assert len(journal.opened) == len(balances)


@tried(deadline=None)
@given(NAMES, MOVES)
def test_a_chain_written_out_can_be_checked_by_anybody(
    names: list[str], moves: list[tuple[int, int, int, Kind, str]]
) -> None:
    """With what the file says alone; a changed minute breaks it."""
    written = json.loads(chain(book_of(names, moves)))
    entries = [
        Entry(
            one["number"], datetime.fromisoformat(one["at"]), Kind(one["kind"]), one["exchange"],
            tuple(Leg(*leg) for leg in one["legs"]), one["previous"], one["digest"],
        )
        for one in written["entries"]
    ]  # fmt: skip
    assert list(faults_of(entries)) == []
    if entries:
        first = entries[0]
        changed = tuple(replace(leg, minutes=leg.minutes * 2) for leg in first.legs)
        assert list(faults_of([replace(first, legs=changed), *entries[1:]])) != []


def test_accounts_are_unique_and_named_as_each_program_demands() -> None:
    """Two people of one name, names of other alphabets, and signs that mean something there."""
    names = ["Ada Exemple", "ada  exemple", "Ада Пример", "O’Hara; (l’autre): x", "7 Modèle"]
    book = book_of(names, [(0, n, 10, Kind.EXCHANGE, "") for n in range(1, 6)])
    assert read_hledger(hledger(book)).opened == {
        "Assets:People:Ada Exemple",
        "Assets:People:ada exemple-2",
        "Assets:People:Ада Пример",
        "Assets:People:O’Hara l’autre x",
        "Assets:People:7 Modèle",
        "Assets:Pot",
    }
    assert read_beancount(beancount(book)).opened == {
        "Assets:People:Ada-Exemple",
        "Assets:People:Ada-Exemple-2",
        "Assets:People:3",
        "Assets:People:O-Hara-L-Autre-X",
        "Assets:People:7-Modele",
        "Assets:Pot",
    }


def test_an_empty_book_is_a_journal_too() -> None:
    """On the first day."""
    book = book_of(["Ada Exemple", "Basile Fictif"], [])
    assert read_hledger(hledger(book)).opened == set()
    assert read_beancount(beancount(book)).opened == set()


@pytest.fixture
async def settings(tmp_path: Path, furnished: Furnished) -> Path:
    """A database with exchanges of every sort; its settings."""
    copyfile(furnished.file, tmp_path / "bot.db")
    (tmp_path / "fiches" / "exemple" / "fr").mkdir(parents=True)
    settings = tmp_path / "bot.toml"
    settings.write_text(
        f'database = "sqlite:///{tmp_path}/bot.db"\nknowledge = "{tmp_path}/fiches"\n'
        f'data = "{tmp_path}"\n[fabrique]\nslug = "exemple"\n',
        encoding="utf-8",
    )
    standing = furnished.standing
    database = Database(f"sqlite:///{tmp_path}/bot.db")
    async with database.begin(standing.fabrique) as store:
        basile = await store.ledger.party(standing.basile)
        for minutes, subject, paid in ((90, AWKWARD, False), (30, "vélo", False), (60, "x", True)):
            one = replace(await standing.proposed(store, minutes), subject=subject, paid=paid)
            noted = await store.exchanges.add(one)
            await store.exchanges.change(confirmed(noted, by=basile, at=NOW))
        await store.exchanges.add(await standing.proposed(store, 45))
        await store.people.stand(standing.basile, Standing.LEFT)
    await database.close()
    return settings


def exported(settings: Path, *words: str) -> str:
    """What an export writes into a file."""
    file = settings.parent / "out"
    status = main(["timebank", "export", str(file), *words, "--settings", str(settings)])
    assert status == 0
    return file.read_bytes().decode("utf-8")


def cells(text: str) -> Iterator[dict[str, str]]:
    """The rows of a table as a French Excel writes it."""
    assert text.startswith("\ufeff")
    assert "\r\n" in text
    yield from csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";")


async def run(settings: Path, *words: str) -> str:
    """An export, on a thread, as another process would make it."""
    return await asyncio.to_thread(exported, settings, *words)


async def test_every_exchange_is_there_and_nothing_is_carried_out(settings: Path) -> None:
    """Paid and waiting ones too, and people who left by their name."""
    rows = list(cells(await run(settings)))
    assert [row["Durée (minutes)"] for row in rows] == ["90", "30", "60", "45"]
    assert [row["État"] for row in rows] == ["confirmé", "confirmé", "confirmé", "en attente"]
    assert [row["Rétribué"] for row in rows] == ["non", "non", "oui", "non"]
    assert {row["A reçu"] for row in rows} == {"Basile Fictif"}
    assert rows[0]["Pour"] == f"'{AWKWARD}".replace("\t", " ")
    dangerous = ("=", "+", "-", "@", "\t", "\r")
    assert [cell for row in rows for cell in row.values() if cell.startswith(dangerous)] == []


async def test_journals_of_a_real_book_balance(settings: Path, furnished: Furnished) -> None:
    """What counts is in them; what was paid or waits is not."""
    assert read_hledger(await run(settings, "--format", "hledger")).sums == {
        "Assets:People:Ada Exemple": 120,
        "Assets:People:Basile Fictif": -120,
    }
    assert read_beancount(await run(settings, "--format", "beancount")).sums == {
        "Assets:People:Ada-Exemple": 120,
        "Assets:People:Basile-Fictif": -120,
    }
    written = json.loads(await run(settings, "--format", "ledger-json"))
    names = {one["id"]: one["name"] for one in written["accounts"]}
    legs = [[(names[one], minutes) for one, minutes in each["legs"]] for each in written["entries"]]
    assert [sorted(each) for each in legs] == [
        [("Ada Exemple", 90), ("Basile Fictif", -90)],
        [("Ada Exemple", 30), ("Basile Fictif", -30)],
    ]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--from", "2026-01-04"], 4),
        (["--from", "2026-01-05"], 0),
        (["--to", "2026-01-03"], 0),
        (["--from", "janvier 2026", "--to", "2030-12-31"], 4),
        (["--from", "2026", "--to", "2026"], 4),
    ],
)
async def test_a_period_may_be_told(settings: Path, words: list[str], count: int) -> None:
    """By the day of the service, both days included."""
    assert len(list(cells(await run(settings, *words)))) == count


async def test_what_was_exported_is_known_when_it_comes_back(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An export is a book that an import understands, and finds nothing new in."""
    await run(settings)
    words = ["timebank", "import", str(settings.parent / "out"), "--dry-run"]
    assert await asyncio.to_thread(main, [*words, "--settings", str(settings)]) == 0
    out = capsys.readouterr().out
    assert "Nothing in this file is new. 3 lines are in the book already." in out
    assert "One line does not count" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--from", "demain-ci"], "not a day, month or year that has begun"),
        (["--from", "2026-01-05", "--to", "2026-01-01"], "--to is before --from"),
    ],
)
async def test_a_period_that_is_none_is_told(
    settings: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    """And nothing is written."""
    line = ["timebank", "export", str(settings.parent / "no"), *words, "--settings", str(settings)]
    assert await asyncio.to_thread(main, line) == 1
    assert told in capsys.readouterr().err
    assert not (settings.parent / "no").exists()
