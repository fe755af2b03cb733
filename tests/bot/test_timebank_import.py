"""A former book brought in: what is read, what is refused on which line, and nothing by halves."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from bot.cli import main
from domain.ledger import Kind
from domain.people import Person
from domain.time_import import Plan, plan
from domain.time_lines import Line, Problem, read_lines
from domain.time_sheets import SheetError, decoded, read_table
from storage import Database
from tests.bot.office import Furnished

TODAY = date(2026, 11, 26)
HEAD = "A donné;A reçu;Durée;Date;Pour"
ADA, BASILE = Person(1, "Ada Exemple", ("ada",)), Person(2, "Basile Fictif")
PEOPLE = [ADA, BASILE]


def lines(text: str, unit: int | None = None) -> list[Line]:
    """The lines of a table in which nothing is wrong."""
    found = read_lines(read_table(text), unit=unit, today=TODAY)
    assert found.problems == []
    return list(found.lines)


def wrong(row: str, *, head: str = HEAD, unit: int | None = None) -> list[tuple[str, str]]:
    """What is wrong with one row: in which column, and why."""
    found = read_lines(read_table(f"{head}\n{row}"), unit=unit, today=TODAY)
    assert [one.line for one in found.problems] == [2] * len(found.problems)
    return [(one.field, one.reason) for one in found.problems]


def planned(text: str, *, people: list[Person] = PEOPLE, create: bool = False) -> Plan:
    """What a table would bring into an empty book."""
    return plan(lines(text), people=people, organisations={"Collectif": 7}, there=[], create=create)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_spreadsheets_write_is_read(delimiter: str, encoding: str, end: str) -> None:
    """Whatever stands between cells, and with whatever letters."""
    rows = [HEAD.split(";"), ["Chloé Modèle", "Ada", "2h30", "12/03/2026", "l’été"]]
    content = end.join(delimiter.join(row) for row in rows).encode(encoding)
    assert lines(decoded(content)) == [
        Line(2, "Chloé Modèle", "Ada", 150, date(2026, 3, 12), "l’été")
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "A donné;A reçu;Durée;Date;Pour",
        "Qui a donné ?;Qui a reçu ?;Temps;Jour;Objet",
        "Giver;Receiver;Duration;Date;What for",
        "GAVE;Received by;Time;When;Subject",
        "donné par;reçu par;Nombre d’heures;Quand;Motif",
        "  A Donné :;A Reçu :;DUREE;DATE;POUR QUOI",
    ],
)
def test_columns_are_known_by_many_names(heading: str) -> None:
    """In French and in English, whatever their case and accents."""
    assert len(lines(f"{heading}\nAda;Basile;2h;12/03/2026;essai")) == 1


def test_headings_may_stand_below_a_title_and_columns_in_any_order() -> None:
    """What is not known is left aside; the number of a line is that of the file."""
    text = "Livre 2026;;;;\n\nN°;Date;Pour;A reçu;A donné;Durée\n1;12/03/2026;x;Basile;Ada;45'\n"
    assert lines(text) == [Line(4, "Ada", "Basile", 45, date(2026, 3, 12), "x")]


def test_excel_names_its_separator() -> None:
    """And the first line that says so is not the headings."""
    assert len(lines(f"sep=;\n{HEAD}\nAda;Basile;2h;12/03/2026;un, deux, trois")) == 1


@pytest.mark.parametrize(
    ("cell", "unit", "minutes"),
    [
        ("2h30", None, 150),
        ("2 h 30", None, 150),
        ("1,5 h", None, 90),
        ("1:30", None, 90),
        ("01:30:00", None, 90),
        ("45 min", None, 45),
        ("une heure et demie", None, 90),
        ("demi-journée", None, 210),
        ("1.5", 60, 90),
        ("1,5", 60, 90),
        ("2", 60, 120),
        ("0,33", 60, 20),
        ("90", 1, 90),
        ("1\u00a0h\u00a030", None, 90),
    ],
)
def test_durations_are_read_as_in_the_chat(cell: str, unit: int | None, minutes: int) -> None:
    """A bare number by the unit that was told."""
    [line] = lines(f"{HEAD}\nAda;Basile;{cell};12/03/2026;x", unit)
    assert line.minutes == minutes


@pytest.mark.parametrize(
    ("heading", "minutes"), [("Heures", 120), ("Durée (heures)", 120), ("Durée (minutes)", 2)]
)
def test_a_heading_may_say_the_unit(heading: str, minutes: int) -> None:
    """Then a bare number needs no option, and an option does not outvote it."""
    [line] = lines(f"A donné;A reçu;{heading};Date\nAda;Basile;2;12/03/2026", unit=1)
    assert line.minutes == minutes


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12/03/2026", date(2026, 3, 12)),
        ("12/03/26", date(2026, 3, 12)),
        ("12.03.2026", date(2026, 3, 12)),
        ("2026-03-12", date(2026, 3, 12)),
        ("2026-03-12 00:00:00", date(2026, 3, 12)),
        ("12 mars 2026", date(2026, 3, 12)),
        ("1er septembre 2019", date(2019, 9, 1)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_days_of_former_years_are_read(cell: str, day: date) -> None:
    """A book may be many years old."""
    [line] = lines(f"{HEAD}\nAda;Basile;2h;{cell};x")
    assert line.day == day


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("Ada;Basile;-2h;12/03/2026;x", "duration", "duration-negative"),
        ("Ada;Basile;0;12/03/2026;x", "duration", "duration-zero"),
        ("Ada;Basile;0h;12/03/2026;x", "duration", "duration-zero"),
        ("Ada;Basile;999999999 h;12/03/2026;x", "duration", "duration-unread"),
        ("Ada;Basile;30 h;12/03/2026;x", "duration", "duration-too-long"),
        ("Ada;Basile;9999h;12/03/2026;x", "duration", "duration-too-long"),
        ("Ada;Basile;2;12/03/2026;x", "duration", "duration-unit"),
        ("Ada;Basile;4-5h;12/03/2026;x", "duration", "duration-two"),
        ("Ada;Basile;;12/03/2026;x", "duration", "duration-unread"),
        ("Ada;Basile;longtemps;12/03/2026;x", "duration", "duration-unread"),
        ("Ada;Basile;1:30:20;12/03/2026;x", "duration", "duration-unread"),
        ("Ada;Basile;=SOMME(A1:A3);12/03/2026;x", "duration", "formula"),
        ("Ada;Basile;#REF!;12/03/2026;x", "duration", "formula"),
        ("Ada;Basile;2h;12/03/2026;=CMD()", "subject", "formula"),
        ("=A1;Basile;2h;12/03/2026;x", "giver", "formula"),
        ("Ada;Basile;2h;;x", "day", "day-empty"),
        ("Ada;Basile;2h;12/03;x", "day", "day-year"),
        ("Ada;Basile;2h;hier;x", "day", "day-year"),
        ("Ada;Basile;2h;45363;x", "day", "day-unread"),
        ("Ada;Basile;2h;29/02/2025;x", "day", "day-unread"),
        ("Ada;Basile;2h;03/25/2024;x", "day", "day-unread"),
        ("Ada;Basile;2h;12/03/2026 ou 13/03/2026;x", "day", "day-unread"),
        ("Ada;Basile;2h;12/03/2027;x", "day", "day-future"),
        ("Ada;Basile;2h;12/03/1990;x", "day", "day-old"),
        (";Basile;2h;12/03/2026;x", "giver", "name-empty"),
        ("Ada;;2h;12/03/2026;x", "receiver", "name-empty"),
        (f"{'A' * 50};Basile;2h;12/03/2026;x", "giver", "name-unfit"),
        ("Ada\u202e;Basile;2h;12/03/2026;x", "giver", "name-unfit"),
        (f"Ada;Basile;2h;12/03/2026;{'x' * 301}", "subject", "too-long"),
        ("Ada;Basile;2h;12/03/2026;x;y", "", "row-long"),
        (";;;;solde reporté", "giver", "opening-sides"),
        ("Ada;Basile;3h;12/03/2026;solde reporté", "giver", "opening-sides"),
    ],
)
def test_what_is_wrong_is_told_by_column(row: str, column: str, reason: str) -> None:
    """Never guessed."""
    assert wrong(row) == [(column, reason)]


def test_all_that_is_wrong_with_a_line_is_told_at_once() -> None:
    """Nobody sends the file five times."""
    assert wrong(";;;;") == []  # an empty line is none
    assert [column for column, _ in wrong("Ada;;2;hier;x")] == ["receiver", "duration", "day"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("\n\n  \n", "empty"),
        ("bonjour", "no-headings"),
        ("A donné|A reçu|Durée|Date\nAda|Basile|2h|12/03/2026", "no-headings"),
        ("A donné;Durée;Date\nAda;2h;12/03/2026", "no-headings"),
        ("Donneur;Receveur;Durée;Date\nAda;Basile;2h;12/03/2026", "ambiguous-column"),
        ("De;À;Durée;Date\nAda;Basile;2h;12/03/2026", "ambiguous-column"),
        ("A donné;A reçu;Durée;Date;Date\nAda;Basile;2h;12/03/2026;1", "column-twice"),
        (f'{HEAD}\n"Ada;Basile;2h;12/03/2026;x', "broken"),
        (f"{HEAD}\nAda;Basile;2h;12/03/2026;{'x' * 140_000}", "broken"),
        (f"{HEAD}\n" + "Ada;Basile;2h;12/03/2026;x\n" * 20_001, "too-long"),
    ],
)
def test_a_file_in_which_no_line_can_be_read(text: str, reason: str) -> None:
    """The reason says how to mend it."""
    with pytest.raises(SheetError) as error:
        read_table(text)
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 a workbook", "workbook"),
        (b"\xd0\xcf\x11\xe0 an older one", "workbook"),
        (b"\x00\x01\x02", "binary"),
    ],
)
def test_what_is_no_text_is_told(content: bytes, reason: str) -> None:
    """An Excel file is not read in part."""
    with pytest.raises(SheetError) as error:
        decoded(content)
    assert error.value.reason == reason


def test_columns_of_any_name_may_be_told() -> None:
    """Then "Donneur" says what its keeper means."""
    text = "Donneur;Receveur;Durée;Date\nAda;Basile;2h;12/03/2026"
    table = read_table(text, {"giver": "receveur", "receiver": "Donneur"})
    [line] = read_lines(table, unit=None, today=TODAY).lines
    assert (line.giver, line.receiver) == ("Basile", "Ada")
    with pytest.raises(SheetError) as error:
        read_table(text, {"giver": "Aidante"})
    assert error.value.reason == "no-such-column"


def test_what_the_book_says_does_not_count_is_passed_over() -> None:
    """Exports hold contested and withdrawn exchanges too; paid ones stay apart."""
    text = (
        "A donné;A reçu;Durée;Date;État;Rétribué;Nature\n"
        "Ada;Basile;2h;12/03/2026;confirmé;non;échange\n"
        "Ada;Basile;3h;12/03/2026;contesté;non;échange\n"
        "Ada;Basile;4h;12/03/2026;;oui;séance\n"
    )
    found = read_lines(read_table(text), unit=None, today=TODAY)
    assert [(one.minutes, one.paid, one.kind) for one in found.lines] == [
        (120, False, Kind.EXCHANGE),
        (240, True, Kind.SESSION),
    ]
    assert found.passed_over == 1
    head = "A donné;A reçu;Durée;Date;État;Rétribué;Nature"
    row = "Ada;Basile;2h;12/03/2026;peut-être;à moitié;prêt"
    assert [reason for _, reason in wrong(row, head=head)] == ["state", "kind", "paid"]


def test_a_balance_may_be_brought_forward() -> None:
    """Hours that somebody has come from the pot; hours that somebody owes go to it."""
    text = f"{HEAD}\nAda;;30h;01/01/2026;Solde reporté\n;Basile;2h;01/01/2026;solde reporté"
    table = "Personne;Solde (heures)\nAda;3,5\nBasile;-2\nChloé;0\n"
    assert [(one.giver, one.receiver, one.minutes, one.kind) for one in lines(text)] == [
        ("pot", "Ada", 1800, Kind.SETTLEMENT),
        ("Basile", "pot", 120, Kind.SETTLEMENT),
    ]
    assert [(one.giver, one.receiver, one.minutes) for one in lines(table)] == [
        ("pot", "Ada", 210),
        ("Basile", "pot", 120),
    ]
    huge = read_lines(read_table("Nom;Solde\nAda;99999 h\n"), unit=None, today=TODAY)
    assert [one.reason for one in huge.problems] == ["balance-huge"]


def test_names_are_those_that_people_bear() -> None:
    """Accents and case aside; a handle where two bear the same; never a name that is only close."""
    named = planned(
        f"{HEAD}\nada exemple;BASILE FICTIF;2h;12/03/2026;x\n@ada;Collectif;1h;12/03/2026;"
    )
    assert [(one.giver.holder, one.receiver.holder) for one in named.fresh] == [(1, 2), (1, 7)]
    assert planned(f"{HEAD}\nAda Exempel;Basile Fictif;2h;12/03/2026;x").unknown == {
        "Ada Exempel": 2
    }
    two = [ADA, Person(9, "Ada Exemple"), BASILE]
    several = planned(f"{HEAD}\nAda Exemple;Basile Fictif;2h;12/03/2026;x", people=two)
    assert several.problems == [Problem(2, "giver", "name-several", "Ada Exemple")]
    oneself = planned(f"{HEAD}\nAda Exemple;@ada;2h;12/03/2026;x")
    assert [one.reason for one in oneself.problems] == ["oneself"]


def test_people_are_made_once_and_only_when_asked_for() -> None:
    """Two spellings of one name are one person."""
    text = f"{HEAD}\nEve Inventée;pot commun;2h;12/03/2026;x\nÈve inventée;équipe;1h;12/03/2026;y"
    assert planned(text).unknown == {"Eve Inventée": 2}
    assert planned(text, create=True).made == ["Eve Inventée"]
    assert planned(text, create=True).unknown == {}


def test_a_line_counts_as_often_as_it_stands_there() -> None:
    """Twice the same afternoon may be true; what is in the book already is not told again."""
    text = f"{HEAD}\n" + "Ada Exemple;Basile Fictif;2h;12/03/2026;x\n" * 3
    first = planned(text)
    assert (len(first.fresh), first.repeated) == (3, [2, 3, 4])
    there = [one.key for one in first.fresh[:2]]
    again = plan(lines(text), people=PEOPLE, organisations={}, there=there, create=False)
    assert (len(again.fresh), again.known) == (1, [2, 3])


@tried(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_a_table_or_is_refused(text: str) -> None:
    """Nothing that somebody sends is a fault."""
    try:
        table = read_table(text)
    except SheetError:
        return
    read_lines(table, unit=None, today=TODAY)


@tried(deadline=None)
@given(st.lists(st.text(st.characters(blacklist_characters=';\r\n"\0'), max_size=30), max_size=7))
def test_any_row_is_a_line_or_says_why_not(cells: list[str]) -> None:
    """And a line that is read holds what one note may hold."""
    found = read_lines(read_table(f"{HEAD}\n{';'.join(cells)}"), unit=60, today=TODAY)
    for line in found.lines:
        assert line.minutes > 0
        assert "" not in (line.giver, line.receiver)
        assert line.day <= TODAY


Verb = Callable[..., tuple[int, str, str]]


@pytest.fixture
def verb(
    tmp_path: Path, furnished: Furnished, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """The command line on a database with Ada and Basile; what it says and how it ends."""
    copyfile(furnished.file, tmp_path / "bot.db")
    (tmp_path / "fiches" / "exemple" / "fr").mkdir(parents=True)
    settings = tmp_path / "bot.toml"
    settings.write_text(
        f'database = "sqlite:///{tmp_path}/bot.db"\nknowledge = "{tmp_path}/fiches"\n'
        f'data = "{tmp_path}"\n[fabrique]\nslug = "exemple"\n',
        encoding="utf-8",
    )

    def run(*words: str) -> tuple[int, str, str]:
        status = main(["timebank", *words, "--settings", str(settings)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def balances(folder: Path, fabrique: int) -> dict[str, int]:
    """Who has how much, by name; and the ledger is sound."""

    async def read() -> dict[str, int]:
        database = Database(f"sqlite:///{folder}/bot.db")
        async with database.begin(fabrique) as store:
            assert await store.ledger.faults() == []
            found = await store.ledger.balances()
            held = {str(await store.ledger.called(one)): minutes for one, minutes in found}
        await database.close()
        return held

    return asyncio.run(read())


def test_a_book_is_brought_in_once(verb: Verb, tmp_path: Path, furnished: Furnished) -> None:
    """Dry first, then for good; the second time nothing changes."""
    book = tmp_path / "livre.csv"
    rows = ["Ada Exemple;Basile Fictif;2h30;12/03/2026;relecture"]
    rows += [
        "Eve Inventée;Ada Exemple;45 min;13/03/2026;vélo",
        ";Basile Fictif;3h;1/1/2026;Solde reporté",
    ]
    book.write_text("\n".join([HEAD, *rows]), encoding="cp1252")
    fabrique = furnished.standing.fabrique

    status, _, err = verb("import", str(book), "--dry-run")
    assert (status, "nobody knows: Eve Inventée (line 3)" in err) == (1, True)
    status, out, _ = verb("import", str(book), "--dry-run", "--create-people")
    assert (status, "3 exchanges are new (6.2 h in all)" in out.replace("6.3", "6.2")) == (0, True)
    assert balances(tmp_path, fabrique) == {}

    assert verb("import", str(book), "--create-people")[0] == 1  # nobody says who brings it in
    status, out, err = verb("import", str(book), "--create-people", "--by", "ada exemple")
    assert (status, err) == (0, "")
    held = balances(tmp_path, fabrique)
    assert held == {
        "Ada Exemple": 105,
        "Basile Fictif": -330,
        "Eve Inventée": 45,
        str(next(name for name in held if name.startswith("Phrase"))): 180,
    }

    status, out, _ = verb("import", str(book), "--create-people", "--by", "@ada")
    assert "nothing changed" in out
    assert "3 lines are in the book already" in out
    assert balances(tmp_path, fabrique) == held


def test_nothing_is_brought_in_by_halves(verb: Verb, tmp_path: Path, furnished: Furnished) -> None:
    """One wrong line among thirty, and the first twenty problems are told with their number."""
    book = tmp_path / "livre.csv"
    right = "Ada Exemple;Basile Fictif;2h;12/03/2026;x\n"
    book.write_text(f"{HEAD}\n{right * 30}Ada Exemple;Basile Fictif;-2h;12/03/2026;x\n")
    status, _, err = verb("import", str(book), "--by", "@ada")
    assert status == 1
    assert "Line 32, “Durée”: “-2h” — the duration is negative" in err
    assert balances(tmp_path, furnished.standing.fabrique) == {}

    book.write_text(
        f"{HEAD}\n{'Ada Exemple;Basile Fictif;0;12/03/2026;x' + chr(10)}" * 1 + "a;b;0;c;d\n" * 30
    )
    _, _, err = verb("import", str(book), "--by", "@ada")
    assert len(re.findall("^✗ Line", err, re.M)) == 20
    assert re.search(r"and \d+ more problems", err)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--map", "donneur=A donné"], "not FIELD=HEADING"),
        (["--map", "giver=Aidante"], "No column is called “aidante”"),
        (["--by", "Personne"], "nobody bears it"),
    ],
)
def test_options_that_make_no_sense_are_told(
    verb: Verb, tmp_path: Path, words: list[str], told: str
) -> None:
    """And nothing is read any further."""
    book = tmp_path / "livre.csv"
    book.write_text(f"{HEAD}\nAda Exemple;Basile Fictif;2h;12/03/2026;x", encoding="utf-8")
    status, _, err = verb("import", str(book), *words)
    assert (status, told in err) == (1, True)
    assert verb("import", str(tmp_path / "absent.csv"))[0] == 1
