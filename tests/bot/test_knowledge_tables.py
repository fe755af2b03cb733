"""Entries in one table: what people and spreadsheets make of it is read, or told line by line."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.knowledge_files import KnowledgeError, read_table, write_path
from domain.permanence import Entry

TODAY = date(2026, 1, 5)
ENTRY = Entry(
    id=0,
    key="preter-une-salle",
    title="Prêter une salle",
    wordings=("salle à prêter ?", "=salle"),
    body="Oui.\nÉcrivez à l’équipe.",
    source="Document fictif, page 1",
    true_on=date(2023, 12, 14),
    tags=("salles",),
    language="fr",
)


def table(folder: Path, content: str | bytes, name: str = "fiches.csv") -> list[Entry]:
    """The entries of a file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path, today=TODAY, language="fr")


def told(folder: Path, content: str | bytes, name: str = "fiches.csv") -> list[str]:
    """The lines that say what is wrong with it."""
    with pytest.raises(KnowledgeError) as error:
        table(folder, content, name)
    return error.value.lines


def test_a_spreadsheet_carries_nothing_out(tmp_path: Path) -> None:
    """A cell that begins like a formula is a text there, and the same text when it comes back."""
    awkward = replace(ENTRY, title="=2+3", body="@ada écrit", source="'=déjà", wordings=("-1",))
    path = tmp_path / "fiches.csv"
    write_path([awkward], path, name="exemple")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    _, cells = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")] == []
    assert read_table(path, today=TODAY, language="fr") == [awkward]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """Whatever they put between cells, with whatever letters, and days as the French write them."""
    rows = [
        ["Title", "answer", "wordings", "date", "tags"],
        ["Prêter une salle", "Oui, demandez.", '"salle ?\n\nlocal ?"', "14/12/2023", "salles"],
    ]
    rows[1][1] = '"Oui, demandez."'
    text = "\r\n".join(delimiter.join(row) for row in rows)
    [entry] = table(tmp_path, text.encode(encoding))
    assert (entry.key, entry.title, entry.body) == (
        "preter-une-salle",
        "Prêter une salle",
        "Oui, demandez.",
    )
    assert entry.wordings == ("salle ?", "local ?")
    assert (entry.true_on, entry.tags) == (date(2023, 12, 14), ("salles",))


def test_what_a_table_leaves_unsaid(tmp_path: Path) -> None:
    """The language is the fabrique's, the day is today's, and the source is the file."""
    [entry] = table(tmp_path, "title;answer\n\nUn;Deux\n;\n")
    assert (entry.language, entry.true_on, entry.source) == ("fr", TODAY, "fiches.csv")
    assert (entry.wordings, entry.tags, entry.review_on, entry.live) == ((), (), None, "")


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", ["fiches.csv:1: the first row names no column title, answer"]),
        ("title\nUn", ["fiches.csv:1: the first row names no column answer"]),
        ("title;answer;title\n", ["fiches.csv:1: the column title stands twice"]),
        ('title;answer\n"Un\nsuite";\nDeux;\n', ["fiches.csv:2: has no answer"] * 1),
        ("title;answer\n;Oui\n", ["fiches.csv:2: title is not a text"]),
        (
            "title;answer;date\nUn;Oui;hier\n",
            ["fiches.csv:2: date is not a day such as 2023-12-14"],
        ),
        ("title;answer\nUn;Oui\nUn;Non\n", ["fiches.csv:3: un is also the name of fiches.csv:2"]),
        ('title;answer\nUn;"Oui\n', ["fiches.csv:2: unexpected end of data"]),
        (
            "title;answer;language\nUn;Oui;../x\n",
            ["fiches.csv:2: '../x' is not a language such as fr"],
        ),
    ],
)
def test_what_is_wrong_in_a_table_is_told_line_by_line(
    tmp_path: Path, content: str, lines: list[str]
) -> None:
    """Each with the line on which its row begins."""
    assert told(tmp_path, content)[: len(lines)] == lines


def test_a_column_that_would_be_lost_is_refused(tmp_path: Path) -> None:
    """A name misspelt, or notes that the base cannot keep."""
    [line] = told(tmp_path, "title;answer;remarque\nUn;Oui;\n")
    assert line.startswith("fiches.csv:1: remarque: not a column; there are id, language")


def test_no_name_leads_out_of_a_folder(tmp_path: Path) -> None:
    """An export into a folder stays in it."""
    content = json.dumps({"entries": [{"id": "../../../etc/x", "title": "Un", "answer": "Oui"}]})
    [entry] = table(tmp_path, content, "fiches.json")
    write_path([entry], tmp_path / "ici", name="exemple")
    assert [file.name for file in (tmp_path / "ici" / "fr").iterdir()] == ["etc-x.md"]


def test_json_is_of_the_shape_that_measures_read(tmp_path: Path) -> None:
    """Each entry under id, title, answer and variants, the rest beside."""
    path = tmp_path / "fiches.json"
    write_path([ENTRY], path, name="exemple")
    whole = json.loads(path.read_text(encoding="utf-8"))
    assert list(whole) == ["name", "lang", "licence", "source", "entries", "queries"]
    assert (whole["name"], whole["lang"], whole["queries"]) == ("exemple", "fr", [])
    [entry] = whole["entries"]
    assert list(entry)[:4] == ["id", "title", "answer", "variants"]
    assert entry["variants"] == ["salle à prêter ?", "=salle"]
    assert (entry["source"], entry["date"]) == ("Document fictif, page 1", "2023-12-14")


def test_json_from_elsewhere_is_read(tmp_path: Path) -> None:
    """With what its head says for all, and nothing but four fields an entry."""
    entries = [{"id": 7, "title": "One", "answer": "Yes.", "variants": ["one?"]}]
    whole = {"queries": [{"q": "x"}], "lang": "en", "source": "Somewhere", "entries": entries}
    [entry] = table(tmp_path, json.dumps(whole), "set.json")
    assert (entry.key, entry.language, entry.source) == ("7", "en", "Somewhere")
    assert (entry.wordings, entry.true_on) == (("one?",), TODAY)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", ["fiches.json:1: Expecting value"]),
        ("[]", ['fiches.json:1: is not an object with "entries"']),
        ('{\n "entries": {}}', ['fiches.json:1: is not an object with "entries"']),
        ('{\n"entries": [\n,]}', ["fiches.json:3: Expecting value"]),
        (
            '{"a": {"entries": [1]},\n"entries" : [\n{"title": "Un"},\n 3, {\n"title": 2}]}',
            [
                "fiches.json:3: has no answer",
                "fiches.json:4: is not an entry",
                "fiches.json:4: title is not a text",
            ],
        ),
        (
            '{"entries": [{"title": "Un", "answer": "\\ud83d"}]}',
            ["fiches.json:1: holds half a character"],
        ),
        (
            '{"entries": [{"title": "Un", "answer": "Oui", "variants": "un"}]}',
            ["fiches.json:1: wordings is not a list of texts"],
        ),
        (
            '{"entries": [{"title": "Un", "answer": "Oui", "rank": 1}]}',
            ["fiches.json:1: rank is not a field of an entry"],
        ),
    ],
)
def test_what_is_wrong_in_json_is_told_line_by_line(
    tmp_path: Path, content: str, lines: list[str]
) -> None:
    """Each with the line on which its entry begins."""
    assert told(tmp_path, content, "fiches.json") == lines


def test_other_files_are_refused(tmp_path: Path) -> None:
    """By name, and when they are not there."""
    [line] = told(tmp_path, "x", "fiches.xlsx")
    assert line == "fiches.xlsx: is neither a folder nor a .csv or .json file"
    with pytest.raises(KnowledgeError, match=r"autre\.csv: No such file"):
        read_table(tmp_path / "autre.csv", today=TODAY, language="fr")
