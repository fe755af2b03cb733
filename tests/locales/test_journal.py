"""The log of the team in words: each act that the code writes has a verb, each thing a noun."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import locales
from domain.events import State
from locales import LANGUAGES

FOLDER = Path(locales.__file__).parent
WRITERS = [FOLDER.parent / "handlers", FOLDER.parent / "storage"]
NOTES = {"note", "_note", "_audit", "_decided", "_changed", "_settled"}
"""Functions that write an act down, or pass one on to what does."""


WHOLE = {"directory"}
"""What is acted on as a whole, and so has no number."""


def trees() -> Iterator[ast.AST]:
    """Every part of the code that may write an act down."""
    for folder in WRITERS:
        for file in sorted(folder.glob("*.py")):
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def acts() -> set[str]:
    """Every act that is written somewhere as it is."""
    found = {State.APPROVED.value, State.REFUSED.value}
    parts = (one for part in _written() for one in ast.walk(part))
    words = [one.value for one in parts if isinstance(one, ast.Constant)]
    found |= {one for one in words if isinstance(one, str) and one[:1].isalpha()}
    return {one for one in found if one.replace("-", "").isalpha()} - WHOLE


def kinds() -> set[str]:
    """Every kind of thing that a number is written behind."""
    first = [one.values[0] for one in _written() if isinstance(one, ast.JoinedStr)]
    words = [one.value for one in first if isinstance(one, ast.Constant)]
    return {one[:-1] for one in words if isinstance(one, str) and one.endswith(":")}


def _written() -> Iterator[ast.expr]:
    """What is written down, of each act: in place, or in a name that says on what."""
    for one in trees():
        if isinstance(one, ast.Call) and _called(one.func) in NOTES:
            yield from one.args
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.JoinedStr):
            yield from [one.value for name in one.targets if _called(name) == "on"]


def _called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def variants(language: str, message: str) -> set[str]:
    """The words for which a message has its own sentence, at any depth."""
    source = (FOLDER / language / "journal.ftl").read_text(encoding="utf-8")
    entry = next(
        one
        for one in FluentParser().parse(source).body
        if isinstance(one, ftl.Message) and one.id.name == message
    )
    return set(_keys(entry.value))


def _keys(node: object) -> Iterator[str]:
    if isinstance(node, ftl.Variant) and isinstance(node.key, ftl.Identifier) and not node.default:
        yield node.key.name
    if isinstance(node, ftl.BaseNode):
        for part in vars(node).values():
            for one in part if isinstance(part, list) else [part]:
                yield from _keys(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_act_has_a_verb(language: str) -> None:
    """None is told by the word that the program keeps for it."""
    assert {"name-ally", "close", "digest-call", "choose", "pair-up", "take"} <= acts()
    assert acts() - variants(language, "log-line") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_thing_is_called_by_a_word(language: str) -> None:
    """And by its name or its number after it."""
    assert {"need", "introduction", "call", "answer", "pairs", "hosting"} <= kinds()
    assert kinds() - variants(language, "log-thing") == set()
