"""The rules of the house that no linter knows: who commits, who may wait, what a name may be."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure

from chat.event_cards import REASONS
from domain.events import State
from domain.small_talk import Talk
from domain.week import Changed
from handlers.commands import all_commands
from locales import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("bot", "handlers", "scheduling", "storage", "chat", "locales", "domain")
FILES = sorted(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))
OURS = [file for file in FILES if "versions" not in file.parts]
IDS = [str(file.relative_to(ROOT)) for file in OURS]

BEGINS = {
    "bot/dispatcher.py": "one update, one transaction",
    "bot/app.py": "each fabrique's base, read before anything is heard",
    "bot/jobs.py": "one thing that fell due, one transaction",
    "bot/access.py": "a platform that refuses the account is noted whatever is heard",
    "bot/outbox.py": "claimed, sent and reported are three, so that a crash between is seen",
    "bot/replicas.py": "a process lives on, apart from all it does",
    "bot/operate.py": "whether other processes live, before anything is heard",
    "bot/inbox.py": "durable before the platform is told to go on",
    "bot/look.py": "which fabrique a calendar is read for, before the update's own transaction",
    "bot/lookup.py": "whose base is looked up from elsewhere, which only reads",
    "bot/threads.py": "a topic is noted before anything is posted in it",
    "bot/postman.py": "a mail is claimed, sent and reported in three, so that a crash is seen",
    "bot/web/letters.py": "a letter is read, or a mail's link followed, by whoever has its address",
    "bot/web/health.py": "whether the database answers, for whoever watches over the bot",
    "bot/web/agenda.py": "what anybody may read of the agenda, which only reads",
    "bot/preparation.py": "the fabrique and its knowledge, before anything is heard",
    "bot/demonstration.py": "the people of the terminal's demonstration",
    "bot/ledger_check.py": "the nightly look at the ledger, a piece at a time",
    "bot/checkup.py": "which fabriques there are, to look at their ledgers",
    "bot/timebank_verbs.py": "an operator's verbs on the time bank",
    "bot/skill_verbs.py": "an operator's verbs on the names of skills",
    "bot/knowledge_verbs.py": "an operator's verbs on the base",
    "bot/knowledge_evaluation.py": "an operator's looks into the base",
    "bot/simulation/stage.py": "a dump, which only reads",
    "bot/simulation/run.py": "where an earlier run on the same database left off",
}
"""Who opens a transaction, and why."""

BROAD = {"bot/dispatcher.py": 1, "bot/jobs.py": 1, "bot/postman.py": 1}
"""Where any fault is caught: once for what is heard, for what falls due, for a mail as it is
written.
"""

OWN_CLOCK = {"bot/clock.py": "the one clock", "bot/operate.py": "the system's own chance"}
"""Where time and chance enter the program."""

DRAWN = {
    "time.time",
    "time.time_ns",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "uuid.uuid1",
    "uuid.uuid4",
    "uuid4",
    "secrets.token_hex",
    "secrets.token_urlsafe",
    "os.urandom",
    "random.random",
    "random.choice",
    "random.randint",
    "random.shuffle",
    "random.SystemRandom",
}
"""Calls that give another answer at each run."""

OF_TWO = {"exchange": {"chat/exchange_cards.py", "chat/gift_cards.py"}}
"""Kinds of things with cards in two modules: a gift of hours is an exchange, by the same number."""

LONGEST_FUNCTION = 60
LIBRARIES = {"process_bind_param", "process_request", "process_result_value"}
"""Names that a library gives."""

SAYS = {"say", "then", "toast", "option", "choice", "labelled", "named"}
SAYS |= {"Words", "Phrase", "Refusal", "FetchError", "Choice"}
GIVES = {"say", "then", "toast", "Words", "Phrase", "Refusal"}
DECIDED = (State.APPROVED.value, State.REFUSED.value)
FAMILIES = {
    "event-": DECIDED,
    "batch-": DECIDED,
    "digest-change-": tuple(str(one) for one in Changed),
    "choice-reason-": REASONS,
    "item-": DECIDED,
    "small-talk-": tuple(talk.label for talk in Talk if talk is not Talk.FILLER),
}
"""Ids whose end is known at run time; a new family is entered here."""

LABEL_MOST = 30
"""Characters of a label; a phone shows two such buttons beside each other."""


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def _called(node: ast.AST) -> str:
    """The dotted name that is called: `desk.store.begin`, or nothing."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_called(node.value)}.{node.attr}"
    return ""


def _calls(file: Path) -> Iterator[str]:
    """The dotted name of each call in a file."""
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Call):
            yield _called(node.func)


def _functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_nobody_commits() -> None:
    """A transaction ends where it was opened; a call of `commit` anywhere would end it early."""
    last = {
        _name(file): [one for one in _calls(file) if re.search(r"\.(commit|rollback)$", one)]
        for file in OURS
    }
    assert {name: calls for name, calls in last.items() if calls} == {}


def test_only_the_listed_places_open_a_transaction() -> None:
    """Handlers and jobs are given one; a new place needs its reason here."""
    opens = {
        _name(file)
        for file in OURS
        if file.parent.name != "storage"
        for one in _calls(file)
        if re.search(r"database\.begin$", one)
    }
    assert opens == set(BEGINS)


@pytest.mark.parametrize("library", ["telegram", "nio"])
def test_a_library_is_known_to_its_transport_only(library: str) -> None:
    """Also where the import stands inside a function."""
    transport = {"telegram": "bot/transports/telegram/", "nio": "bot/transports/matrix/"}[library]
    knows = [_name(file) for file in FILES if library in _imported(file)]
    assert knows
    assert [name for name in knows if not name.startswith(transport)] == []


def _imported(file: Path) -> set[str]:
    """The packages from outside that a file imports."""
    found: set[str] = set()
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Import):
            found |= {one.name.split(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(str(node.module).split(".")[0])
    return found


def test_the_layers_hold() -> None:
    """Each contract of the import linter."""
    configure()
    assert lint_imports(str(ROOT / "pyproject.toml"), cache_dir=None, is_debug_mode=True)


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    """Imports for the type checker alone, and those that a verb makes when it is chosen, aside."""
    imports = {_module(file): _imports_at_start(file) for file in FILES}
    assert list(_circles(imports)) == []


def _module(file: Path) -> str:
    name = _name(file).removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


def _imports_at_start(file: Path) -> set[str]:
    """Our modules that have to be loaded before this one is."""
    modules = {_module(one) for one in FILES}
    found: set[str] = set()
    for node in _tree(file).body:
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{one.name}" for one in node.names}
            found |= (inner & modules) or {str(node.module)}
    return found & modules - {_module(file)}


def _circles(imports: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """Takes away what imports nothing that is left; what stays goes round in a circle."""
    left = dict(imports)
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    if left:
        yield sorted(left)


def _messages(code: str) -> dict[str, str]:
    """Each message of a language with its text as it is written."""
    found = {}
    for file in sorted((ROOT / "locales" / code).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message) and entry.value is not None:
                found[entry.id.name] = _written(entry.value)
    return found


def _written(pattern: ftl.Pattern) -> str:
    return "".join(str(one.value) for one in pattern.elements if isinstance(one, ftl.TextElement))


@cache
def _asked_for(code: str) -> dict[str, set[str]]:
    """Each message of a language with the values it asks for, those of messages in it included."""
    asks: dict[str, set[str]] = {}
    holds: dict[str, set[str]] = {}
    for file in sorted((ROOT / "locales" / code).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                bare = ftl.Message(entry.id, entry.value)  # without what is remarked about it
                text = FluentSerializer().serialize_entry(bare)
                asks[entry.id.name] = set(re.findall(r"\$([\w-]+)", text))
                holds[entry.id.name] = set(re.findall(r"\{ ([a-z][a-z-]+) \}", text))
    return {id: found.union(*(asks[one] for one in holds[id])) for id, found in asks.items()}


def _given(call: ast.Call) -> set[str] | None:
    """The values that a call gives, None where only running it tells."""
    names = {str(one.arg) if one.arg else None for one in call.keywords}
    if _called(call.func).split(".")[-1] in ("Words", "Phrase"):
        table = call.args[1] if len(call.args) > 1 else ast.Dict([], [])
        if not isinstance(table, ast.Dict):
            return None
        names = {str(one.value) if isinstance(one, ast.Constant) else None for one in table.keys}
    return None if None in names else {str(one) for one in names}


def _constants(node: ast.AST) -> Iterator[str]:
    """The ids that an argument may be."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body)
            yield from _constants(orelse)
        case ast.JoinedStr(values=[ast.Constant(value=str(beginning)), _]):
            yield from (beginning + end for end in FAMILIES[beginning])


@cache
def _named_in_code() -> frozenset[str]:
    """Each message that the code says, word for word or by rule."""
    found = {
        id
        for file in OURS
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Call) and _called(node.func).split(".")[-1] in SAYS
        for argument in node.args[:1]
        for id in _constants(argument)
    }
    return frozenset(found | set(_named_by_rule()))


def _named_by_rule() -> Iterator[str]:
    """A line of the menu for each command that can be typed, and words for each question."""
    for command in all_commands():
        if command.names:
            yield f"menu-{command.label}"
        for one in command.parameters:
            can_come_up = one.name in command.readers or one.name in command.offers
            if one.default is one.empty and can_come_up and one.name not in command.askers:
                yield f"{command.label}-ask-{one.name.replace('_', '-')}"


def _raised_by_name() -> set[str]:
    """Ids that stand in code as plain texts: tables of words, and names carried by an error."""
    return {
        node.value
        for file in OURS
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _mentioned() -> set[str]:
    """Messages that others contain."""
    found: set[str] = set()
    for file in (ROOT / "locales" / "fr").glob("*.ftl"):
        found |= set(re.findall(r"\{ ?([a-z][a-z-]+) ?\}", file.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_message_that_the_code_says_exists(code: str) -> None:
    """Families whose end is known at run time included."""
    assert sorted(_named_in_code() - _messages(code).keys()) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_label_and_refusal_in_a_table_exists(code: str) -> None:
    """They are said through a variable, which no call shows."""
    named = {id for id in _raised_by_name() if re.fullmatch(r"(choice|refusal)-[a-z-]*[a-z]", id)}
    assert "choice-professional-dla" in named
    assert sorted(named - _messages(code).keys()) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_message_is_given_what_it_asks_for(code: str) -> None:
    """A value under another name is not seen before somebody reads the message."""
    asked = _asked_for(code)
    missing = {
        f"{_name(file)}:{call.lineno} {id}": sorted(asked[id] - given)
        for file in OURS
        for call in ast.walk(_tree(file))
        if isinstance(call, ast.Call) and _called(call.func).split(".")[-1] in GIVES
        for id in (one for argument in call.args[:1] for one in _constants(argument))
        if id in asked and (given := _given(call)) is not None and asked[id] - given
    }
    assert missing == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_message_is_unused(code: str) -> None:
    """What nobody can be told any more is deleted."""
    known = _named_in_code() | _raised_by_name() | _mentioned()
    assert sorted(_messages(code).keys() - known) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_are_short(code: str) -> None:
    """A button holds a few words."""
    labels = {id: text for id, text in _messages(code).items() if id.startswith("choice-")}
    assert {id: text for id, text in labels.items() if len(text) > LABEL_MOST} == {}


def test_each_command_that_a_choice_names_exists() -> None:
    """Cards and `called` name commands by string, where the function may not be imported."""
    named = {
        node.args[1].value
        for file in OURS
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Call)
        and _called(node.func).split(".")[-1] in ("choice", "Choice")
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }
    assert {"approve_event", "it_arrived"} <= named
    assert [name for name in named if all_commands().called(str(name)) is None] == []


def _kinds(file: Path) -> Iterator[str]:
    """The kinds of things that a file says its messages are about."""
    for node in ast.walk(_tree(file)):
        match node:
            case ast.Call(func=ast.Attribute(attr="on"), args=[ast.Constant(value=str(kind)), _]):
                yield kind


def test_each_kind_of_thing_is_of_one_area() -> None:
    """A kind and a number find messages again: two areas with one kind would rewrite each other's.

    The cards of an area are one module of `chat/`; a kind without cards is one handler's.
    """
    places: defaultdict[str, set[str]] = defaultdict(set)
    for file in OURS:
        for kind in _kinds(file):
            places[kind].add(_name(file))
    cards = {kind: {one for one in at if one.startswith("chat/")} for kind, at in places.items()}
    owners = {kind: cards[kind] or at for kind, at in places.items()}
    assert {"call", "hand", "question", "summary"} <= set(owners)
    assert {kind: at for kind, at in owners.items() if len(at) > 1} == OF_TWO


def test_the_program_draws_no_time_or_chance_of_its_own() -> None:
    """They are given, so that a whole run can be replayed."""
    draws = {
        f"{_name(file)}: {one}"
        for file in OURS
        if _name(file) not in OWN_CLOCK
        for one in _calls(file)
        if any(one == name or one.endswith(f".{name}") for name in DRAWN)
    }
    assert sorted(draws) == []


def test_chance_comes_from_a_seed_or_the_system() -> None:
    """`random.Random()` without a seed is neither."""
    unseeded = [
        f"{_name(file)}:{node.lineno}"
        for file in OURS
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Call) and _called(node.func) == "random.Random" and not node.args
    ]
    assert unseeded == []


def test_only_three_places_catch_everything() -> None:
    """A fault elsewhere would be swallowed; those log it with a code."""
    broad = Counter(
        _name(file)
        for file in OURS
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or _called(node.type) in ("Exception", "BaseException"))
    )
    assert broad == BROAD


@pytest.mark.parametrize("file", OURS, ids=IDS)
def test_functions_are_short(file: Path) -> None:
    """At most sixty lines, signature and docstring included."""
    lengths = {one.name: (one.end_lineno or 0) - one.lineno + 1 for one in _functions(file)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_each_module_says_what_it_knows() -> None:
    """Its first words are for the reader."""
    assert [_name(file) for file in OURS if not ast.get_docstring(_tree(file))] == []


def test_nothing_is_printed() -> None:
    """Words go through a transport, events through the simulation, faults to the log."""
    assert [_name(file) for file in OURS if "print" in _calls(file)] == []


def test_names_say_what_a_thing_is() -> None:
    """Not that it manages, helps, processes or handles."""
    vague = re.compile(
        r"(Manager|Helper|Utils?|Handler|Processor)$|^(handle|process|do)_|^utils?$|^helpers?$"
    )
    names = {
        f"{_name(file)}: {node.name}"
        for file in OURS
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and vague.search(node.name)
        and node.name not in LIBRARIES
    }
    assert sorted(names) == []
    assert [_name(file) for file in OURS if vague.search(file.stem)] == []
