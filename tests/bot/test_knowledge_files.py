"""Entries as files: what is written is read back, what is wrong is said file by file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge_files import KnowledgeError, files_of, load, read, write
from domain.permanence import Entry

FRONT = {
    "title": "Devenir allié",
    "wordings": "[devenir allié]",
    "source": "001, page 1",
    "date": "2023-12-14",
    "tags": "[alliance]",
}
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
WORDS = st.text(LETTERS, min_size=1).filter(str.strip)
ENTRIES = st.builds(
    Entry,
    id=st.just(0),
    key=st.from_regex(r"[a-z0-9][a-z0-9.-]{0,40}", fullmatch=True),
    title=WORDS,
    wordings=st.lists(WORDS, max_size=4).map(tuple),
    body=WORDS.map(str.strip),
    source=WORDS,
    true_on=st.dates(),
    tags=st.lists(WORDS, max_size=3).map(tuple),
    language=st.sampled_from(["fr", "en"]),
)


def written(folder: Path, body: str = "On écrit à l’équipe.", **front: str) -> Path:
    """An entry's file with some fields of one's own; an empty field is left out."""
    fields = {**FRONT, **front}
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
    file = folder / "fr" / "devenir-allie.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\n{lines}---\n{body}\n", encoding="utf-8")
    return file


def refused(folder: Path) -> list[str]:
    """The lines that say what is wrong with a folder."""
    with pytest.raises(KnowledgeError) as told:
        load(folder)
    return told.value.lines


@given(ENTRIES)
def test_what_is_written_is_read_back(entry: Entry) -> None:
    """Quotes, colons, dashes, emoji: an export may be imported again."""
    with TemporaryDirectory() as folder:
        assert read(write(entry, Path(folder))) == entry


def test_a_file_is_an_entry(tmp_path: Path) -> None:
    """Its name is the key, its folder the language."""
    entry = read(written(tmp_path))
    assert (entry.key, entry.language, entry.true_on) == (
        "devenir-allie",
        "fr",
        date(2023, 12, 14),
    )
    assert (entry.wordings, entry.tags, entry.body) == (
        ("devenir allié",),
        ("alliance",),
        "On écrit à l’équipe.",
    )


def test_a_day_to_look_at_it_again_may_be_given(tmp_path: Path) -> None:
    """What ages says so; the entry is read as without it."""
    plain = read(written(tmp_path))
    assert read(written(tmp_path, review="2027-01-15")) == plain


def test_a_file_made_on_another_system_is_read(tmp_path: Path) -> None:
    """Its mark at the start and its ends of lines are not part of it."""
    file = written(tmp_path)
    expected = read(file)
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    file.write_bytes(text.encode("utf-8-sig"))
    assert read(file) == expected


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("title", "", "the front matter lacks title"),
        ("title", "~", "title is not a text"),
        ("title", "2026", "title is not a text"),
        ("source", '" "', "source is not a text"),
        ("wordings", "devenir allié", "wordings is not a list of texts"),
        ("wordings", "~", "wordings is not a list of texts"),
        ("tags", "{a: b}", "tags is not a list of texts"),
        ("tags", "[a, ~]", "tags is not a list of texts"),
        ("date", '"2023-12-14"', "date is not a day such as 2023-12-14"),
        ("date", "2023-12-14 10:00:00", "date is not a day such as 2023-12-14"),
        ("date", "décembre", "date is not a day such as 2023-12-14"),
        ("review", "bientôt", "review is not a day such as 2023-12-14"),
        ("review", "2027-01-15 10:00:00", "review is not a day such as 2023-12-14"),
    ],
)
def test_a_field_that_holds_something_else_is_refused(
    tmp_path: Path, field: str, value: str, reason: str
) -> None:
    """YAML makes numbers, dates and nothing of careless texts."""
    written(tmp_path, **{field: value})
    assert refused(tmp_path) == [f"fr/devenir-allie.md: {reason}"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "has no answer below the front matter"),
        (" \n\t", "has no answer below the front matter"),
        ("Bon\0jour", "holds a null character, which no database keeps"),
    ],
)
def test_an_answer_that_says_nothing_is_refused(tmp_path: Path, body: str, reason: str) -> None:
    """Or that a database could not keep."""
    written(tmp_path, body)
    assert refused(tmp_path) == [f"fr/devenir-allie.md: {reason}"]


@pytest.mark.parametrize(
    "content",
    [b"", b"Bonjour", b"---\ntitle: a\n", b"---\n- a\n---\nb", b"---\na: [\n---\nb", b"\xff\xfe"],
)
def test_whatever_else_a_file_holds_is_one_line(tmp_path: Path, content: bytes) -> None:
    """Never a trace."""
    file = tmp_path / "fr" / "autre.md"
    file.parent.mkdir()
    file.write_bytes(content)
    [line] = refused(tmp_path)
    assert line.startswith("fr/autre.md: ")
    assert "\n" not in line


def test_a_folder_named_like_an_entry_is_said(tmp_path: Path) -> None:
    """Not read, and not passed over."""
    (tmp_path / "fr" / "dossier.md").mkdir(parents=True)
    [line] = refused(tmp_path)
    assert line.startswith("fr/dossier.md: ")


def test_all_or_nothing(tmp_path: Path) -> None:
    """One bad file, and nothing is imported; each bad one is named, in order."""
    written(tmp_path)
    for name in ("b", "a"):
        (tmp_path / "fr" / f"{name}.md").write_text("Bonjour", encoding="utf-8")
    assert [line.partition(":")[0] for line in refused(tmp_path)] == ["fr/a.md", "fr/b.md"]


def test_only_entries_are_looked_at(tmp_path: Path) -> None:
    """A note beside the languages' folders, or another kind of file, is none."""
    file = written(tmp_path)
    (tmp_path / "LISEZ-MOI.md").write_text("Bonjour", encoding="utf-8")
    (tmp_path / "fr" / "notes.txt").write_text("Bonjour", encoding="utf-8")
    assert files_of(tmp_path) == [file]
