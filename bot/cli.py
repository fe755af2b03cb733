"""Fabrique: the chat bot of an alliance, on Telegram, on Matrix and in a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.knowledge_files import KnowledgeError
from bot.settings import SettingsError

START = "2026-01-05T09:00:00+01:00"
BAD_SETTINGS = 2
FORMATS = ("csv", "hledger", "beancount", "ledger-json")


def main(words: Sequence[str]) -> int:
    """Carry out one verb; gives the exit status."""
    arguments = parser().parse_args(words)
    arguments.again = list(words)
    try:
        return int(arguments.carry_out(arguments))
    except (SettingsError, KnowledgeError) as error:
        sys.stderr.write("".join(f"✗ {line}\n" for line in error.lines))
        return BAD_SETTINGS


def parser() -> argparse.ArgumentParser:
    """Every verb and its options. What a verb needs is loaded when it is chosen."""
    root = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    verbs = root.add_subparsers(dest="verb", required=True, metavar="VERB")
    run = verbs.add_parser("run", help="run on the configured platforms")
    run.add_argument(
        "--replicas", action="store_true", help="beside other processes on one PostgreSQL"
    )
    _simple(run, _run)
    _simple(verbs.add_parser("console", help="talk with the bot in this terminal"), _console)
    _simulate(verbs.add_parser("simulate", help="play a scenario on a virtual clock"))
    _simple(verbs.add_parser("migrate", help="bring the database to today's tables"), _migrate)
    check = verbs.add_parser("check", help="say what is wrong with the configuration, and the cure")
    check.add_argument("--quiet", action="store_true", help="say nothing when all is well")
    _simple(check, _check)
    vouch = verbs.add_parser("identity", help="say by which key the bot is known on Matrix")
    vouch.add_argument("--replace", action="store_true", help="in place of another one")
    _simple(vouch, _identity)
    _knowledge(verbs.add_parser("knowledge", help="import, export or try the knowledge base"))
    _skills(verbs.add_parser("skills", help="import, list or try the names of skills"))
    _timebank(verbs.add_parser("timebank", help="import or export exchanges of time"))
    return root


def _simple(verb: argparse.ArgumentParser, carry_out: Callable[[argparse.Namespace], int]) -> None:
    verb.add_argument("--settings", type=Path, metavar="FILE.toml", help="default: fabrique.toml")
    verb.set_defaults(carry_out=carry_out)


def _simulate(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", nargs="?", metavar="FILE", help="operations, one JSON object a line")
    verb.add_argument("--database", metavar="URL", help="default: a new temporary SQLite file")
    verb.add_argument("--start", default=START, metavar="ISO-8601", help="when the clock begins")
    verb.add_argument("--timezone", help="of the fabrique; default Europe/Paris")
    verb.add_argument("--platform", default="telegram", choices=("telegram", "matrix"))
    verb.add_argument("--team", action="append", default=[], metavar="CHAT", help="the team's chat")
    verb.add_argument("--locale", choices=("fr", "en"), help="of the fabrique; default fr")
    verb.add_argument("--seed", default="0", help="of tokens and chance")
    verb.add_argument("--files", type=Path, metavar="DIR", help="where files are written")
    verb.add_argument("--resume", help=argparse.SUPPRESS)
    _simple(verb, _play)


def _knowledge(verb: argparse.ArgumentParser) -> None:
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")
    bring = acts.add_parser(
        "import", help="bring in what changed in a folder, a CSV or a JSON file"
    )
    bring.add_argument("path", nargs="?", type=Path, help="default: the shipped entries")
    bring.add_argument("--dry-run", action="store_true", help="only say what would change")
    bring.add_argument("--overwrite", action="store_true", help="also what the team changed since")
    bring.add_argument("--partial", action="store_true", help="leave what the files do not hold")
    take = acts.add_parser("export", help="write the entries to a folder, a CSV or a JSON file")
    take.add_argument("path", type=Path)
    for act in (bring, take):
        _simple(act, _knowledge_act)
    _searching(acts)


def _timebank(verb: argparse.ArgumentParser) -> None:
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")
    take = acts.add_parser("export", help="write the exchanges for a spreadsheet or accounting")
    take.add_argument("path", nargs="?", type=Path, metavar="FILE", help="default: the terminal")
    take.add_argument("--format", default="csv", choices=FORMATS, help="default: csv")
    take.add_argument("--from", dest="first", metavar="DAY", help="the first day of the service")
    take.add_argument("--to", dest="last", metavar="DAY", help="the last one")
    bring = acts.add_parser("import", help="bring in a former spreadsheet, or nothing of it")
    bring.add_argument("path", type=Path, metavar="FILE.csv")
    bring.add_argument("--dry-run", action="store_true", help="only say what would be brought in")
    bring.add_argument("--unit", choices=("hours", "minutes"), help="of bare numbers")
    bring.add_argument("--by", metavar="NAME", help="who of the team brings it in; for the log")
    bring.add_argument("--create-people", action="store_true", help="make those nobody knows")
    bring.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=HEADING",
        help="which column holds what; may be repeated",
    )
    for act in (take, bring):
        _simple(act, _timebank_act)


def _skills(verb: argparse.ArgumentParser) -> None:
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")
    bring = acts.add_parser("import", help="bring in the names of a full ROME or ESCO file")
    bring.add_argument("path", type=Path, metavar="FILE.csv")
    bring.add_argument("--dry-run", action="store_true", help="only say what would be brought in")
    bring.add_argument(
        "--language", default="fr", choices=("fr", "en"), help="of ESCO's own files; default fr"
    )
    bring.add_argument(
        "--add",
        action="append",
        default=[],
        metavar="IDENTIFIER",
        help="also as a skill of its own; may be repeated",
    )
    every = acts.add_parser("list", help="every skill with its key, and the names the team kept")
    for act in (bring, every):
        _simple(act, _skills_act)
    measure = acts.add_parser("evaluate", help="measure the reading on texts and their keys")
    measure.add_argument("path", type=Path, metavar="FILE.tsv")
    measure.add_argument("--json", action="store_true", help="all figures, for machines")
    _simple(measure, _skills_measured)


def _searching(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ask = acts.add_parser("ask", help="see what the base would answer")
    ask.add_argument("question", nargs="+")
    lacks = acts.add_parser("gaps", help="group the questions that found no answer")
    lacks.add_argument("--at-most", type=int, default=20, metavar="N", help="groups; default 20")
    fit = acts.add_parser("calibrate", help="fit the thresholds to what came of the answers")
    fit.add_argument("--apply", action="store_true", help="keep what was fitted")
    for act in (ask, lacks, fit):
        _simple(act, _knowledge_tried)
    measure = acts.add_parser("evaluate", help="measure the answers on questions from a file")
    for name in ("knowledge", "questions"):
        measure.add_argument(f"--{name}", type=Path, required=True, metavar="FILE.json")
    measure.add_argument("--json", action="store_true", help="all figures, for machines")
    _simple(measure, _knowledge_measured)


def _run(arguments: argparse.Namespace) -> int:
    from bot.operate import run

    return run(arguments)


def _console(arguments: argparse.Namespace) -> int:
    from bot.operate import console

    return console(arguments)


def _migrate(arguments: argparse.Namespace) -> int:
    from bot.operate import migrate_only

    return migrate_only(arguments)


def _play(arguments: argparse.Namespace) -> int:
    from bot.simulation.run import simulate

    return simulate(arguments)


def _check(arguments: argparse.Namespace) -> int:
    from bot.checkup import check

    return check(arguments)


def _identity(arguments: argparse.Namespace) -> int:
    from bot.identity_verb import identity

    return identity(arguments)


def _knowledge_act(arguments: argparse.Namespace) -> int:
    from bot.knowledge_verbs import knowledge

    return knowledge(arguments)


def _knowledge_tried(arguments: argparse.Namespace) -> int:
    from bot.knowledge_evaluation import tried

    return tried(arguments)


def _knowledge_measured(arguments: argparse.Namespace) -> int:
    from bot.knowledge_evaluation import evaluate

    return evaluate(arguments)


def _skills_act(arguments: argparse.Namespace) -> int:
    from bot.skill_verbs import skills

    return skills(arguments)


def _skills_measured(arguments: argparse.Namespace) -> int:
    from bot.skill_verbs import evaluate

    return evaluate(arguments)


def _timebank_act(arguments: argparse.Namespace) -> int:
    from bot.timebank_verbs import timebank

    return timebank(arguments)
