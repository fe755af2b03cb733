"""The documents are true: what they name exists, what exists is named, and what they show runs."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.cli import parser
from bot.settings import EXAMPLES, ROOT, Section, Settings, keys, load
from bot.simulation.operations import REQUIRED
from docs import agenda_page, agenda_pictures, transcript
from handlers.commands import all_commands

README = ("README.md", "README.fr.md")
DOCUMENTS = [
    *(ROOT / name for name in (*README, "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
SCENARIOS = sorted(str(one.relative_to(ROOT)) for one in (ROOT / "docs/examples").glob("*.jsonl"))

FOLDERS = ("bot", "chat", "docs", "domain", "handlers", "knowledge", "locales", "requirements")
OTHER_FOLDERS = ("scheduling", "storage", "tests", "benchmarks", ".ci")
TEXTS = {".py", ".md", ".toml", ".txt", ".ftl", ".yaml", ".ics", ".json", ".jsonl", ".html"}
OTHER_TEXTS = {".service", ".mako", ".mjs", ""}
MADE = {"__pycache__", "node_modules"}
HOSTS = ("py" + "pi.", "python" + "hosted", "npm" + "js.org", "arti" + "factory", "ne" + "xus.")
PATHS = ("/" + "work/", "/" + "root/", "/" + "tmp/b", "/" + "home/")
"""Where packages come from, and this machine's folders: true for nobody else."""

HARMLESS = ("check", "migrate", "knowledge", "timebank")
SECONDS = 60


@cache
def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _code(text: str, *languages: str) -> Iterator[str]:
    """The code blocks of a document in the given languages."""
    for language, code in re.findall(r"^ *```(\w+)\n(.*?)^ *```$", text, re.S | re.M):
        if language in languages:
            yield code


def _shell_lines() -> Iterator[str]:
    """Each line of shell that a document tells to type, without its comment."""
    for document in DOCUMENTS:
        for code in _code(document.read_text(encoding="utf-8"), "sh"):
            joined = code.replace("\\\n", " ")
            yield from (line.partition(" #")[0].strip() for line in joined.splitlines())


BOT_LINES = sorted(
    {line for line in _shell_lines() if re.match(r"(\.venv/bin/)?python -m bot ", line)}
)


def _words(line: str) -> list[str]:
    return shlex.split(line)[3:]


def _run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """The bot's command line, as an operator types it, with a database of its own."""
    environment = {name: value for name, value in os.environ.items() if "FABRIQUE" not in name}
    database = f"sqlite:///{folder}/fabrique.db"
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env={
            **environment,
            "FABRIQUE_DATABASE": database,
            "FABRIQUE_DATA": str(folder),
            "FABRIQUE_ENCODER": "false",
        },
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def _verbs(root: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each verb with its options."""
    inner = [one for one in root._actions if isinstance(one, argparse._SubParsersAction)]
    for verb, its_parser in (pair for one in inner for pair in one.choices.items()):
        yield from _verbs(its_parser, f"{name} {verb}".strip())
    if not inner:
        shown = [one for one in root._actions if one.help != argparse.SUPPRESS]
        yield name, [option for one in shown for option in one.option_strings if option[:2] == "--"]


def test_each_command_is_explained() -> None:
    """Whatever a person may type stands in the members' or the team's document, in both names."""
    explained = _text("docs/members.md") + _text("docs/team.md")
    names = [name for command in all_commands() for name in command.names]
    assert [name for name in names if f"`/{name}`" not in explained] == []


def test_no_document_explains_a_command_that_does_not_exist() -> None:
    """A table row that begins with a command names one that the bot knows."""
    rows = re.findall(
        r"^\| `/(\w+)` \| `/(\w+)`", _text("docs/members.md") + _text("docs/team.md"), re.M
    )
    assert [name for row in rows for name in row if all_commands().typed(name) is None] == []


@pytest.mark.parametrize("key", keys())
def test_each_setting_is_explained_to_operators(key: str) -> None:
    """With its default, an example and its variable, as the program has them."""
    row = next(line for line in _text("docs/operators.md").splitlines() if f"| `{key}` |" in line)
    variable = "FABRIQUE_" + key.upper().replace(".", "__")
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[2:] == [_default(key), f"`{EXAMPLES.get(key, key)}`", f"`{variable}`"]


def _default(key: str) -> str:
    *section, last = key.split(".")
    fields = Settings.model_fields
    for name in section:
        inner = fields[name].annotation
        assert isinstance(inner, type)
        assert issubclass(inner, Section)
        fields = inner.model_fields
    value = fields[last].default
    if isinstance(value, Path) and value.is_absolute():
        value = value.relative_to(ROOT)
    if isinstance(value, bool):
        value = str(value).lower()
    return "—" if value is None else f"`{value}`"


def test_the_example_settings_load_and_change_nothing() -> None:
    """What is switched on there is the default."""
    assert load(ROOT / "fabrique.example.toml", {}) == Settings()


def test_the_example_settings_name_each_setting() -> None:
    """Each key stands in its section, switched on or off, and none that does not exist."""
    section, found = "", []
    for line in _text("fabrique.example.toml").splitlines():
        if heading := re.match(r"\[(\w+)\]", line):
            section = f"{heading[1]}."
        if setting := re.match(r"(?:# )?(\w+) = ", line):
            found.append(section + setting[1])
    assert sorted(found) == sorted(keys())


@pytest.mark.parametrize(("verb", "options"), list(_verbs(parser())))
def test_each_verb_and_option_is_documented(verb: str, options: list[str]) -> None:
    """A verb has its heading or its row, and each of its options is named there."""
    documented = _text("docs/cli.md")
    assert f"`{verb}" in documented
    assert [one for one in options if one != "--help" and f"`{one}" not in documented] == []


def test_each_operation_of_simulate_is_documented_and_played() -> None:
    """The page names each, and one example uses them all."""
    rows = [
        line.split("|")[1] for line in _text("docs/simulate.md").splitlines() if line[:1] == "|"
    ]
    played = {
        json.loads(line)["do"]
        for line in _text("docs/examples/every-operation.jsonl").splitlines()
        if line.startswith("{")
    }
    assert [one for one in REQUIRED if not any(f"`{one}`" in row for row in rows)] == []
    assert played == set(REQUIRED)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: str(one.relative_to(ROOT)))
def test_each_local_link_leads_somewhere(document: Path) -> None:
    """Links and images between the documents, and to files of the tree."""
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8"))
    local = [unquote(target) for target in targets if not target.startswith(("http", "mailto"))]
    assert [target for target in local if not (document.parent / target).exists()] == []


def test_each_make_command_exists() -> None:
    """What a document says to make is a target of the Makefile."""
    made = [
        found[1]
        for line in _shell_lines()
        if (found := re.search(r"\bmake (?:-C \S+ )?(\w+)", line))
    ]
    targets = set(re.findall(r"^(\w+):", _text("Makefile"), re.M))
    assert {"run", "test"} <= set(made)
    assert [target for target in made if target not in targets] == []


@pytest.mark.parametrize("name", README)
def test_the_two_commands_come_first(name: str) -> None:
    """The first code of a README starts the bot and proves it."""
    first = next(_code(_text(name), "sh"))
    assert re.findall(r"^make (\w+)", first, re.M) == ["run", "test"]


@pytest.mark.parametrize("line", BOT_LINES)
def test_each_command_line_of_the_documents_is_understood(line: str) -> None:
    """The verb and its options exist today."""
    assert parser().parse_args(_words(line)).verb in line


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that has the shipped knowledge, those entries as files, and a table
    of exchanges that has none yet.
    """
    folder = tmp_path_factory.mktemp("operator")
    words = ["knowledge", "export", str(folder / "mes-fiches")]
    assert _run(words, folder).returncode == 0
    (folder / "livre.csv").write_text("A donné;A reçu;Durée;Date;Pour\n", encoding="utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize("line", [one for one in BOT_LINES if _words(one)[0] in HARMLESS])
def test_each_harmless_command_line_of_the_documents_runs(line: str, prepared: Path) -> None:
    """It ends well and has nothing to complain about."""
    files = ("mes-fiches", "livre.csv", "livre.beancount", "comptes.json")
    words = [str(prepared / one) if one in files else one for one in _words(line)]
    ended = _run(words, prepared)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_each_example_plays(scenario: str, tmp_path: Path) -> None:
    """As its own second line says, to its end, without a fault."""
    (line,) = re.findall(r"^// Play it: (python -m bot .*)$", _text(scenario), re.M)
    assert _words(line)[1] == scenario
    ended = _run(_words(line), tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize("name", transcript.DOCUMENTS)
def test_each_conversation_in_the_documents_takes_place(name: str) -> None:
    """After a change of words, `python -m docs.transcript` writes them anew."""
    shown = _text(name)
    assert "<!-- transcript " in shown
    assert shown == transcript.refreshed(shown)


@pytest.mark.slow
def test_the_picture_shows_what_takes_place_and_is_light() -> None:
    """Its page is filled from a played conversation; a screenshot of it weighs under 200 kB."""
    page = _text(transcript.PICTURE)
    assert page == transcript.drawn(page)
    assert 20_000 < (ROOT / "docs/images/conversation.png").stat().st_size < 200_000


def test_the_page_of_the_agenda_is_drawn_as_the_program_draws_it() -> None:
    """After a change of its words or its shape, `python -m docs.agenda_page` writes it anew."""
    assert agenda_page.PAGE.read_text(encoding="utf-8") == agenda_page.drawn()
    assert 20_000 < (ROOT / "docs/images/agenda-web.png").stat().st_size < 200_000


def test_the_agenda_is_shown_as_the_program_writes_it() -> None:
    """After a change, `python -m docs.agenda_pictures`, and both pictures are taken again."""
    assert agenda_pictures.TELEGRAM.read_text(encoding="utf-8") == agenda_pictures.screen()
    assert agenda_pictures.MATRIX.read_text(encoding="utf-8") == agenda_pictures.content()
    for name in ("telegram", "matrix"):
        assert 20_000 < (ROOT / f"docs/images/agenda-{name}.png").stat().st_size < 200_000


def test_the_changelog_speaks_of_this_version() -> None:
    """Members and operators can read what a version brings."""
    version = tomllib.loads(_text("pyproject.toml"))["project"]["version"]
    assert f"## {version}" in _text("CHANGELOG.md")


def test_decisions_are_numbered_and_have_their_four_parts() -> None:
    """One page each, in a row."""
    files = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    parts = ["Context", "Decision", "Consequences", "Alternatives"]
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert re.match(rf"# {int(file.name[:4])}\. ", text), file.name
        assert re.findall(r"^## (.*)", text, re.M) == parts, file.name


def test_french_documents_are_well_typeset() -> None:
    """Narrow no-break spaces before high signs and inside quotation marks, curly apostrophes."""
    names = (
        "README.fr.md",
        *(f"docs/{one}.md" for one in ("members", "team", "operators", "telegram", "matrix")),
    )
    for name in names:
        prose = re.sub(r"```.*?```|<!--.*?-->|`[^`\n]*`|\]\([^)]*\)", "", _text(name), flags=re.S)
        assert re.findall(r".{0,20}(?: [;:!?»]|« |\w'\w).{0,9}", prose) == [], name


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    """The tree works behind any mirror, wherever it stands."""
    folders = (ROOT / name for name in (*FOLDERS, *OTHER_FOLDERS))
    files = [file for folder in folders for file in folder.rglob("*")]
    files += [file for file in ROOT.iterdir() if file.name != ".venv"]
    texts = [
        file
        for file in files
        if file.is_file() and file.suffix in TEXTS | OTHER_TEXTS and not MADE & set(file.parts)
    ]
    found = {
        f"{file.relative_to(ROOT)}: {word}"
        for file in texts
        for word in (*HOSTS, *PATHS)
        if word in file.read_text(encoding="utf-8", errors="replace").lower()
    }
    assert sorted(found) == []


def test_the_clients_of_the_tests_are_locked_without_an_address() -> None:
    """Each package by its version and its hash."""
    lock = json.loads(_text("tests/clients/package-lock.json"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert "node_modules/matrix-js-sdk" in packages
    assert [name for name, one in packages.items() if not one.get("integrity")] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []
