"""`python -m bot simulate`: the interface that demos, documents and rules are tried with."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot import operate
from bot.app import compose
from bot.cli import main
from bot.simulation import run

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
Events = list[dict[str, Any]]

AGENDA = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Modèle//
BEGIN:VEVENT
UID:fete-1
DTSTART:20260114T180000Z
DTEND:20260114T200000Z
SUMMARY:Grande tablée
LOCATION:Place du Modèle
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One database for the scenarios that end before anything happens."""
    return f"sqlite:///{tmp_path_factory.mktemp('simulate')}/fabrique.db"


def say(who: str, text: str, **more: object) -> dict[str, object]:
    """Somebody writes, in private unless `chat` says otherwise."""
    return {"do": "say", "chat": who, "from": who, "text": text, **more}


def press(who: str, choice: str, **more: object) -> dict[str, object]:
    """Somebody presses a choice."""
    return {"do": "press", "chat": who, "from": who, "choice": choice, **more}


def written(folder: Path, operations: Sequence[object]) -> Path:
    """A scenario's file, with the comment and the blank line that one would write."""
    lines = [json.dumps(one, ensure_ascii=False) for one in operations]
    path = folder / f"scenario-{len(lines)}.jsonl"
    path.write_text("\n".join(["// a scenario", "", *lines]) + "\n", encoding="utf-8")
    return path


def started(scenario: Path, *options: str) -> subprocess.Popen[str]:
    """A real process that plays a scenario."""
    command = [sys.executable, "-m", "bot", "simulate", str(scenario), *options]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


def outputs(*processes: subprocess.Popen[str]) -> list[str]:
    """What each process wrote, once all have ended well."""
    both = [process.communicate(timeout=120) for process in processes]
    assert [(p.returncode, err) for p, (_, err) in zip(processes, both, strict=True)] == [
        (0, "") for _ in processes
    ]
    return [out for out, _ in both]


def events_of(output: str) -> Events:
    """The events of an output."""
    return [json.loads(line) for line in output.splitlines()]


def played(
    capsys: pytest.CaptureFixture[str], folder: Path, operations: Sequence[object], *options: str
) -> tuple[int, Events, str]:
    """Exit status, events and standard error of a scenario, without a process of its own."""
    capsys.readouterr()
    status = main(["simulate", str(written(folder, operations)), *options])
    streams = capsys.readouterr()
    return status, events_of(streams.out), streams.err


def every_operation(folder: Path) -> list[dict[str, object]]:
    """A week of an alliance, in which each operation has its part."""
    (folder / "agenda.ics").write_text(AGENDA, encoding="utf-8")
    file = str(folder / "agenda.ics")
    group = {"chat": "#quartier", "from": "@ada"}
    dumps: list[dict[str, object]] = [{"do": "dump", "what": what} for what in KEYS]
    return [
        {"do": "join", **group},
        {"do": "rank", **group, "as": "owner"},
        {"do": "rank", "chat": "#equipe", "from": "@driss", "as": "member"},
        {"do": "send_file", "chat": "@ada", "from": "@ada", "name": "agenda.ics", "path": file},
        press("@driss", "Approuver", chat="#equipe"),
        say("@chloe", "Où trouver le zorglub ?", **{"as": "q1"}),
        {"do": "edit", "message": "q1", "text": "Où trouver le zorglub bleu ?"},
        {"do": "delete", "message": "q1"},
        press("@chloe", "Rien de tel"),
        say("@chloe", "/proposer Un guide : https://exemple.fr/guide"),
        press("@chloe", "Une ressource"),
        press("@chloe", "Envoyer à l’équipe"),
        press("@driss", "Publier", chat="#equipe"),
        {"do": "feed", "url": "https://exemple.fr/a.ics", "path": file},
        say("@chloe", "/proposer https://exemple.fr/a.ics", lang="en"),
        {"do": "migrate", "chat": "#quartier", "to": "#grand"},
        {"do": "fault", "chat": "#grand", "kind": "refused"},
        say("@ada", "/agenda", chat="#grand"),
        {"do": "clock", "by": "PT1H"},
        {"do": "restart", "down": "P1D"},
        say("@ada", "/agenda"),
        {"do": "leave", "chat": "#grand", "from": "@ada"},
        *dumps,
    ]


KEYS = {
    "ledger": "exchange giver receiver minutes day subject kind confirmed_at",
    "balances": "account minutes",
    "deliveries": "kind issue chat part state at",
    "audit": "at by act on",
    "events": "title start end place state status source",
    "introductions": "need asker helper state",
}
"""What a dump writes of each thing, in this order."""


@pytest.mark.slow
def test_every_operation_is_carried_out_the_same_twice(tmp_path: Path) -> None:
    """Byte for byte; a digest that fell due while the bot was away is posted at its start, once."""
    scenario = written(tmp_path, every_operation(tmp_path))
    files = tmp_path / "files"

    options = ["--team", "#equipe", "--files", str(files), "--start", "2026-01-11T09:00:00+01:00"]
    once, again = outputs(*(started(scenario, *options) for _ in range(2)))

    assert once == again
    events = events_of(once)
    posts = [one for one in events if one.get("chat") == "#grand" and one.get("text")]
    assert [("Grande tablée" in one["text"], one["at"]) for one in posts] == [
        (True, "2026-01-12T10:00:00+01:00")
    ]
    assert {one["event"] for one in events} == set(
        "message edit toast absent undelivered dump".split()
    )
    sent = [file for one in events for file in one.get("files", [])]
    assert [(files / file["path"]).stat().st_size for file in sent] == [f["bytes"] for f in sent]


@pytest.mark.slow
def test_a_restart_between_any_two_operations_changes_nothing(tmp_path: Path) -> None:
    """Questions, choices, waiting sends and message ids survive the interpreter."""
    operations = [
        say("@basile", "/debut"),
        {"do": "fault", "chat": "@basile", "kind": "flood"},
        say("@ada", "/heures 2h à @basile pour essai"),
        press("@ada", "C’est juste"),
        {"do": "clock", "by": "PT1M"},
        press("@basile", "Confirmer", message="m4"),
        {"do": "dump", "what": "balances"},
    ]
    between = [each for one in operations for each in (one, {"do": "restart"})][:-1]

    whole, cut = outputs(*(started(written(tmp_path, one)) for one in (operations, between)))

    assert whole == cut
    assert events_of(whole)[-1]["rows"] == [
        {"account": "@ada", "minutes": 120},
        {"account": "@basile", "minutes": -120},
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("not JSON", "not JSON"),
        ('{"do":"dance"}', "unknown operation"),
        ("[]", "unknown operation"),
        ('{"do":[]}', "unknown operation"),
        ('{"do":"say","chat":"@ada"}', "say needs from, text"),
        ('{"do":"clock","to":"2025-01-01T09:00:00+01:00"}', "backwards"),
        ('{"do":"clock","by":"tomorrow"}', "not a duration"),
        ('{"do":"clock","to":"2027-01-01T09:00:00"}', "offset"),
        ('{"do":"clock"}', "to or by"),
        ('{"do":"rank","chat":"#g","from":"@ada","as":"king"}', "a rank is one of"),
        ('{"do":"dump","what":"secrets"}', "what is one of"),
        ('{"do":"fault","chat":"#g","kind":"flood","times":"often"}', "whole number"),
        ('{"do":"edit","message":"t9","text":"x"}', "nobody wrote t9"),
        ('{"do":"send_file","chat":"@a","from":"@a","name":"x","path":"/nowhere"}', "no such file"),
        ('{"do":"say","chat":"@a","from":"@a","text":"x","platform":"fax"}', "platform is one of"),
        ('{"do":"feed","url":"https://exemple.fr/x"}', "path"),
        ('{"do":"feed","url":"https://exemple.fr/x","path":"/nowhere"}', "no such file"),
    ],
)
def test_a_line_that_cannot_be_carried_out_ends_the_run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, database: str, line: str, why: str
) -> None:
    """Status 2, and one line that names the input line and the reason."""
    path = tmp_path / "scenario.jsonl"
    path.write_text(f"// first\n\n{line}\n{json.dumps(say('@ada', 'x'))}\n", encoding="utf-8")

    status = main(["simulate", str(path), "--database", database])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert err.startswith("line 3: ")
    assert why in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("option", "why"),
    [
        (("--start", "yesterday"), "not a moment"),
        (("--start", "2026-01-05T09:00:00"), "offset"),
        (("--timezone", "Mars/Olympus"), "no such time zone"),
    ],
)
def test_an_option_that_cannot_be_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: tuple[str, str], why: str
) -> None:
    """Status 2 before anything happens."""
    status, events, err = played(capsys, tmp_path, [], *option)

    assert (status, events) == (2, [])
    assert why in err


def test_a_fault_of_the_program_is_an_event_and_the_run_goes_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A database that lost a table: the person is given the code, and the status is 3 at last."""
    url = f"sqlite:///{tmp_path}/broken.db"
    played(capsys, tmp_path, [], "--database", url)
    with sqlite3.connect(tmp_path / "broken.db") as broken:
        broken.execute("DROP TABLE offers")
    broken.close()

    operations = [say("@ada", "/offrir du pain"), say("@ada", "/solde")]
    status, events, _ = played(capsys, tmp_path, operations, "--database", url)

    assert status == 3
    codes = [one["code"] for one in events if one["event"] == "fault"]
    texts = [one["text"] for one in events if one["event"] == "message"]
    assert len(texts) == 2
    assert codes[-1] in texts[0]


def test_options_name_the_place_the_language_and_the_hour(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A team on another platform, English groups, a start and a zone of one's own."""
    operations = [
        say("@ada", "Where is zorglub?", lang="en"),
        {"do": "join", "chat": "#here", "from": "@ada"},
        say("@driss", "/file", chat="#equipe", platform="telegram"),
    ]

    _, events, _ = played(
        capsys,
        tmp_path,
        operations,
        *"--platform matrix --team telegram:#equipe --locale en".split(),
        *"--start 2026-07-01T00:00:00+00:00 --timezone America/Martinique".split(),
    )

    said = [one for one in events if one["event"] == "message"]
    assert [(one["platform"], one["chat"]) for one in said] == [
        ("matrix", "@ada"),
        ("telegram", "#equipe"),
        ("matrix", "#here"),
        ("telegram", "#equipe"),
        ("telegram", "#equipe"),
    ]
    assert {one["at"] for one in events} == {"2026-06-30T20:00:00-04:00"}
    assert "the agenda every Monday" in events[2]["text"]


def test_a_seed_changes_nothing_that_people_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Tokens differ, conversations do not."""
    operations = [say("@ada", "/offrir du pain"), say("@ada", "Où est zorglub ?")]

    runs = [played(capsys, tmp_path, operations, "--seed", seed) for seed in ("0", "1")]

    assert runs[0] == runs[1]


def test_run_and_simulate_share_one_composition() -> None:
    """Both put the bot together by the same function: what is tried is what runs."""
    assert vars(operate)["compose"] is vars(run)["compose"] is compose


def test_a_mail_is_an_event_and_its_code_is_taken(tmp_path: Path) -> None:
    """With a relay in the settings, the letter by e-mail can be tried; nothing leaves."""
    settings = tmp_path / "settings.toml"
    settings.write_text(
        '[web]\nlisten = "127.0.0.1:1"\npublic = "https://bot.exemple.org"\n'
        '[mail]\nhost = "smtp.exemple.org"\nsender = "lettre@exemple.org"\n',
        encoding="utf-8",
    )
    asks = say("@ada", "/lettre email ada@exemple.org")
    (first,) = outputs(started(written(tmp_path, [asks]), "--settings", str(settings)))
    mail = next(one for one in map(json.loads, first.splitlines()) if one["event"] == "mail")
    code = next(line for line in mail["text"].splitlines() if re.fullmatch(r"\w{5}-\w{5}", line))

    assert (mail["to"], "lettre@exemple.org" in mail["from"]) == ("ada@exemple.org", True)
    answers = written(tmp_path, [asks, say("@ada", code)])
    (second,) = outputs(started(answers, "--settings", str(settings)))
    assert "ada@exemple.org" in json.loads(second.splitlines()[-1])["text"]
