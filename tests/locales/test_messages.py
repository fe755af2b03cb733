"""What the product says: the same messages in each language, safe, short and well typeset."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import locales
from bot.transports.markup import is_safe, plain
from chat.settings_cards import day_name
from handlers.commands import all_commands
from locales import LANGUAGES, Languages
from tests.locales.samples import OF_MESSAGE, SAMPLES

FOLDER = Path(locales.__file__).parent
TREE = FOLDER.parent
CODE = ("bot", "chat", "domain", "handlers", "scheduling", "storage")
SAYS = {"say", "then", "toast", "option", "choice", "labelled"}
SAYS |= {"Words", "Phrase", "Refusal", "FetchError"}
PARIS = ZoneInfo("Europe/Paris")

LINE_MOST = 400
LABEL_MOST = 40
MENU_MOST = 60
TOAST_MOST = 200
"""What Telegram shows as the answer to a press."""


@dataclass(frozen=True)
class Uses:
    """What one message uses: variables, the keys it selects on by variable, other messages."""

    variables: set[str]
    keys: dict[str, set[str | int]]
    messages: set[str]


def _nodes(part: object) -> Iterator[object]:
    """A part of a file and all that is in it."""
    if isinstance(part, list):
        for one in part:
            yield from _nodes(one)
    elif isinstance(part, ftl.BaseNode):
        yield part
        yield from _nodes(list(vars(part).values()))


def _uses(message: ftl.Message) -> Uses:
    uses = Uses(set(), {}, set())
    for node in _nodes(message):
        match node:
            case ftl.VariableReference(id=id):
                uses.variables.add(id.name)
            case ftl.MessageReference(id=id):
                uses.messages.add(id.name)
            case ftl.SelectExpression(selector=ftl.VariableReference(id=id), variants=variants):
                uses.keys.setdefault(id.name, set()).update(map(_key, variants))
    return uses


def _key(variant: ftl.Variant) -> str | int:
    key = variant.key
    return int(key.value) if isinstance(key, ftl.NumberLiteral) else key.name


@cache
def _messages(code: str) -> dict[str, Uses]:
    """Each message of a language and what it uses, by way of other messages too."""
    direct: dict[str, Uses] = {}
    for file in sorted((FOLDER / code).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                direct[entry.id.name] = _uses(entry)
    for uses in direct.values():
        for name in sorted(uses.messages):
            uses.variables.update(direct[name].variables)
            uses.keys.update(direct[name].keys)
    return direct


def _chosen(key: str | int, sample: object) -> object:
    """A value that selects a key; the sample where any other does."""
    return {"none": "", "one": 1, "other": sample}.get(str(key), key)


def _values(id: str, uses: Uses) -> Iterator[dict[str, object]]:
    """Plausible values of a message, once for each way through what it selects."""
    known = {**SAMPLES, **OF_MESSAGE.get(id, {})}
    samples = {name: known[name] for name in uses.variables}
    names = sorted(uses.keys)
    options = [
        {str(key): _chosen(key, samples[name]) for key in uses.keys[name]}.values()
        for name in names
    ]
    for selected in product(*options):
        yield samples | dict(zip(names, selected, strict=True))


@cache
def _said(code: str) -> list[tuple[str, str]]:
    """Every message of a language in each of its ways, as markup."""
    language = Languages(strict=True)[code]
    return [
        (id, language.markup(id, values, zone=PARIS))
        for id, uses in _messages(code).items()
        for values in _values(id, uses)
    ]


def _named_in_code() -> Iterator[str]:
    """The ids that the code says word for word."""
    files = (file for folder in CODE for file in (TREE / folder).rglob("*.py"))
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _called(node) in SAYS:
                first = node.args[0]
                both = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                yield from (str(one.value) for one in both if isinstance(one, ast.Constant))


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def test_both_languages_have_the_same_messages() -> None:
    """Nobody reads a sentence in the other language."""
    assert set(_messages("en")) == set(_messages("fr"))


def test_both_languages_mention_the_same_values() -> None:
    """No language drops a name or an hour that the other tells."""
    mentioned = {
        code: {id: uses.variables for id, uses in _messages(code).items()} for code in LANGUAGES
    }
    assert mentioned["en"] == mentioned["fr"]


def test_each_message_that_the_code_names_is_written() -> None:
    """A strict language would raise on a missing one, a live one would stay silent."""
    assert sorted(set(_named_in_code()) - set(_messages("fr"))) == []


def test_each_command_has_its_menu_line_and_its_questions() -> None:
    """Both are found by the command's name."""
    wanted = {f"menu-{command.label}" for command in all_commands() if command.names}
    for command in all_commands():
        asked = (set(command.readers) | set(command.offers)) - set(command.askers)
        needed = [one.name for one in command.parameters if one.default is one.empty]
        wanted |= {f"{command.label}-ask-{name}" for name in needed if name in asked}
    assert sorted(wanted - set(_messages("fr"))) == []


def test_each_day_of_the_week_has_its_name() -> None:
    """A message selects on a number by its value; it would not see the digit in a text."""
    french = Languages(strict=True)["fr"]
    days = [day_name(number) for number in range(7)]
    shown = [french.plain(day.id, day.values, zone=PARIS) for day in days]
    assert shown == "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_message_is_safe_markup(code: str) -> None:
    """Platforms refuse a page with an element they do not know or that stays open."""
    assert [(id, markup) for id, markup in _said(code) if not is_safe(markup)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_apostrophe_or_quotation_mark_is_straight(code: str) -> None:
    """Both languages have typographic ones."""
    said = [(id, plain(markup)) for id, markup in _said(code)]
    assert [(id, text) for id, text in said if re.search("['\"]", text)] == []


def test_french_signs_have_their_narrow_space() -> None:
    """The space before ; : ! ? and inside « » is narrow and does not break (U+202F)."""
    lone = re.compile("(?<!\u202f)[;:!?»]|«(?!\u202f)")
    technical = re.compile(r"(?:https?|tg|webcal)://\S*|\b[a-z]+:12\b")
    said = [(id, technical.sub("", plain(markup))) for id, markup in _said("fr")]
    assert [(id, text) for id, text in said if lone.search(text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_message_has_blank_edges_or_gaps(code: str) -> None:
    """A value that is empty leaves no double space and no empty lines in a row."""
    gap = re.compile("^\\s|\\s$|  | \n|\n\n\n")
    said = [(id, plain(markup)) for id, markup in _said(code)]
    empty = {"event-status", "event-place"}
    assert [(id, text) for id, text in said if gap.search(text) and id not in empty] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_line_is_short(code: str) -> None:
    """A longer line is a paragraph nobody reads on a telephone."""
    lines = [(id, line) for id, markup in _said(code) for line in plain(markup).split("\n")]
    assert [(id, line) for id, line in lines if len(line) >= LINE_MOST] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("beginning", "most"),
    [("choice-", LABEL_MOST), ("menu-", MENU_MOST), ("refusal-", TOAST_MOST)],
)
def test_labels_menus_and_toasts_keep_to_their_place(code: str, beginning: str, most: int) -> None:
    """A button, a menu and the answer to a press cut what is longer."""
    said = [(id, plain(markup)) for id, markup in _said(code) if id.startswith(beginning)]
    assert [(id, text) for id, text in said if len(text) > most or "\n" in text] == []
