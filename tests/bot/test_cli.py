"""The command line: each verb is understood, and carried out to its exit status."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import BAD_SETTINGS, main, parser
from bot.settings import ROOT

VERBS = [
    ("run", {}),
    ("console", {}),
    ("migrate --settings a.toml", {"settings": Path("a.toml")}),
    ("check --quiet", {"quiet": True}),
    ("check", {"quiet": False}),
    ("simulate", {"file": None, "platform": "telegram", "team": [], "seed": "0"}),
    ("simulate ops.jsonl --platform matrix --team a --team b", {"team": ["a", "b"]}),
    ("knowledge import", {"act": "import", "folder": None}),
    ("knowledge import fiches", {"folder": Path("fiches")}),
    ("knowledge export fiches --settings a.toml", {"settings": Path("a.toml")}),
    ("knowledge ask comment devenir allié ?", {"question": "comment devenir allié ?".split()}),
]
WRONG = ["", "fly", "simulate --platform irc", "knowledge", "knowledge export", "run --quiet"]
WITH_SETTINGS = ["run", "console", "migrate", "knowledge import", "knowledge ask x"]


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A settings file of a bot that is at home in one folder."""
    file = tmp_path / "settings.toml"
    lines = f'database = "sqlite:///{tmp_path}/a/fabrique.db"\ndata = "{tmp_path}/a"\n'
    file.write_text(lines, encoding="utf-8")
    return file


@pytest.mark.parametrize(("line", "expected"), VERBS)
def test_each_verb_is_understood(line: str, expected: dict[str, object]) -> None:
    """With what it was given, and with a function that carries it out."""
    parsed = vars(parser().parse_args(line.split()))
    assert callable(parsed["carry_out"])
    assert {key: parsed[key] for key in expected} == expected


@pytest.mark.parametrize("line", WRONG)
def test_what_is_no_verb_is_refused(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the usage, and the status that shells know."""
    with pytest.raises(SystemExit) as left:
        main(line.split())
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m bot")


@pytest.mark.parametrize("line", WITH_SETTINGS)
def test_bad_settings_are_told_line_by_line(
    tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the verb, and before anything is done."""
    file = tmp_path / "bad.toml"
    file.write_text('langue = "fr"\n[log]\nlevel = "loud"\n', encoding="utf-8")
    assert main([*line.split(), "--settings", str(file)]) == BAD_SETTINGS
    said = capsys.readouterr().err.splitlines()
    assert [one[: one.index(":")] for one in said] == ["✗ log.level", "✗ langue"]
    assert [file.name for file in tmp_path.iterdir()] == ["bad.toml"]


def test_migrating_makes_the_database(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And its folder; a second time changes nothing."""
    for _ in range(2):
        assert main(["migrate", "--settings", str(settings)]) == 0
        assert capsys.readouterr().out == "The database is up to date.\n"
    assert (settings.parent / "a" / "fabrique.db").exists()


def test_entries_go_out_come_back_and_answer(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shipped ones, first."""
    options = ["--settings", str(settings)]
    assert main(["knowledge", "export", str(tmp_path / "fiches"), *options]) == 0
    assert main(["knowledge", "import", str(tmp_path / "fiches"), *options]) == 0
    exported, imported = capsys.readouterr().out.splitlines()
    assert exported.split()[0] == imported.split()[0]
    assert main(["knowledge", "ask", "devenir", "allié", *options]) == 0
    assert capsys.readouterr().out.startswith(("sure ", "maybe "))


def test_bad_entries_change_nothing(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither one bad file among good ones, nor an empty folder."""
    options = ["--settings", str(settings)]
    main(["knowledge", "export", str(tmp_path / "fiches"), *options])
    (tmp_path / "fiches" / "fr" / "autre.md").write_text("Bonjour", encoding="utf-8")
    capsys.readouterr()
    for folder, line in (("fiches", "fr/autre.md: begins with"), ("vide", "holds no entry")):
        assert main(["knowledge", "import", str(tmp_path / folder), *options]) == 1
        said = capsys.readouterr().err
        assert said.startswith("Nothing was imported:\n")
        assert line in said


def test_entries_that_cannot_be_read_at_the_start_are_told(settings: Path, tmp_path: Path) -> None:
    """In lines, as bad settings are."""
    folder = tmp_path / "knowledge" / "nationale" / "fr"
    folder.mkdir(parents=True)
    (folder / "autre.md").write_text("Bonjour", encoding="utf-8")
    with settings.open("a", encoding="utf-8") as file:
        file.write(f'knowledge = "{tmp_path}/knowledge"\n')
    command = [sys.executable, "-m", "bot", "console", "--settings", str(settings)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == BAD_SETTINGS
    assert ended.stderr.startswith("✗ fr/autre.md: begins with")
