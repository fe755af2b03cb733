"""The command line: each verb is understood, and carried out to its exit status."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import BAD_SETTINGS, main, parser
from bot.settings import ROOT
from storage import Database

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
VERBS = [
    ("run", {"replicas": False}),
    ("run --replicas", {"replicas": True}),
    ("console", {}),
    ("migrate --settings a.toml", {"settings": Path("a.toml")}),
    ("check --quiet", {"quiet": True}),
    ("check", {"quiet": False}),
    ("simulate", {"file": None, "platform": "telegram", "team": [], "seed": "0"}),
    ("simulate ops.jsonl --platform matrix --team a --team b", {"team": ["a", "b"]}),
    ("knowledge import", {"act": "import", "path": None, "dry_run": False, "overwrite": False}),
    ("knowledge import fiches.csv --dry-run", {"path": Path("fiches.csv"), "dry_run": True}),
    ("knowledge import --overwrite --partial", {"overwrite": True, "partial": True}),
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


def test_several_processes_on_sqlite_are_refused(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is opened, with what to do instead."""
    with settings.open("a", encoding="utf-8") as more:
        more.write('[telegram]\ntoken = "123456:EXEMPLE"\n')
    assert main(["run", "--replicas", "--settings", str(settings)]) == BAD_SETTINGS
    told = capsys.readouterr().err
    assert "PostgreSQL" in told
    assert "Traceback" not in told
    assert not (settings.parent / "a").exists()


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


@pytest.mark.slow
@pytest.mark.parametrize("name", ["fiches", "fiches.csv", "fiches.json"])
def test_entries_go_out_come_back_and_answer(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The shipped ones, first; nothing changes on the way."""
    options = ["--settings", str(settings)]
    assert main(["knowledge", "export", str(tmp_path / name), *options]) == 0
    assert main(["knowledge", "import", str(tmp_path / name), *options]) == 0
    exported, imported = capsys.readouterr().out.splitlines()
    count = exported.split()[0]
    assert imported == f"0 added, 0 changed, 0 retired, {count} unchanged."
    assert main(["knowledge", "ask", "devenir", "allié", *options]) == 0
    assert capsys.readouterr().out.startswith(("sure ", "maybe "))


def edited(settings: Path, key: str, body: str) -> None:
    """Somebody of the team edits an entry in the chat."""

    async def edit() -> None:
        database = Database(f"sqlite:///{settings.parent}/a/fabrique.db")
        async with database.begin(1) as store:
            entry = await store.knowledge.by_key(key)
            assert entry is not None
            await store.knowledge.change(replace(entry, body=body), by=None, now=NOW)
        await database.close()

    asyncio.run(edit())


@pytest.mark.slow
def test_an_import_says_what_it_changes(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tried first without writing; then done, and the second time there is nothing to do."""
    options = ["--settings", str(settings)]
    folder = tmp_path / "fiches" / "fr"
    main(["knowledge", "export", str(folder.parent), *options])
    one, two, *_ = sorted(folder.iterdir())
    one.rename(folder / "nouvelle.md")
    two.write_text(two.read_text("utf-8") + "Et plus encore.\n", encoding="utf-8")
    capsys.readouterr()
    lines = ["+ fr/nouvelle", f"~ fr/{two.stem}: body", f"- fr/{one.stem}"]
    for flags, ending in ((["--dry-run"], " Nothing was written."), ([], "")):
        assert main(["knowledge", "import", str(folder.parent), *flags, *options]) == 0
        *told, counted = capsys.readouterr().out.splitlines()
        assert told == lines
        assert counted.startswith("1 added, 1 changed, 1 retired, ")
        assert counted.endswith(f" unchanged.{ending}")
    assert main(["knowledge", "import", str(folder.parent), *options]) == 0
    assert capsys.readouterr().out.startswith("0 added, 0 changed, 0 retired, ")


@pytest.mark.slow
def test_what_the_team_wrote_is_not_overwritten_in_silence(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shipped entries come again and change nothing; other words are refused until told."""
    options = ["--settings", str(settings)]
    main(["knowledge", "export", str(tmp_path / "fiches"), *options])
    file = min((tmp_path / "fiches" / "fr").iterdir())
    edited(settings, file.stem, "De l’équipe.")
    assert main(["knowledge", "import", *options]) == 0
    assert "0 changed" in capsys.readouterr().out
    file.write_text(file.read_text("utf-8") + "Et plus.\n", encoding="utf-8")

    command = ["knowledge", "import", str(tmp_path / "fiches"), *options]
    assert main(command) == 1
    said = capsys.readouterr().err
    assert f"fr/{file.stem}: the team changed this too: body" in said
    assert main([*command, "--overwrite"]) == 0
    assert f"! fr/{file.stem}: overwritten: body" in capsys.readouterr().out


def test_a_few_entries_do_not_empty_the_base(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table of new ones is hardly meant as all there is."""
    table = tmp_path / "nouvelles.csv"
    table.write_text("title;answer\nPrêter une salle;Oui.\n", encoding="utf-8")
    command = ["knowledge", "import", str(table), "--settings", str(settings)]
    assert main(command) == 1
    assert "are not in the files and would be retired" in capsys.readouterr().err
    assert main([*command, "--partial"]) == 0
    assert capsys.readouterr().out.startswith("+ fr/preter-une-salle\n1 added, 0 changed, 0 ret")


def test_an_export_says_what_it_left_in_the_folder(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An old file there would come back with the next import."""
    old = tmp_path / "fiches" / "fr" / "vieille.md"
    old.parent.mkdir(parents=True)
    old.touch()
    assert main(["knowledge", "export", str(old.parent.parent), "--settings", str(settings)]) == 0
    assert capsys.readouterr().out.endswith(f"Not in the base, and left as it was: {old}\n")


def test_bad_entries_change_nothing(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither one bad file among good ones, nor an empty folder."""
    options = ["--settings", str(settings)]
    main(["knowledge", "export", str(tmp_path / "fiches"), *options])
    (tmp_path / "fiches" / "fr" / "autre.md").write_text("Bonjour", encoding="utf-8")
    capsys.readouterr()
    for folder, line in (("fiches", "fr/autre.md:1: begins with"), ("vide", "holds no entry")):
        assert main(["knowledge", "import", str(tmp_path / folder), *options]) == 1
        said = capsys.readouterr().err
        assert said.startswith("Nothing was imported:\n")
        assert line in said


@pytest.mark.slow
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
    assert ended.stderr.startswith("✗ fr/autre.md:1: begins with")
