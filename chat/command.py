"""A command is an async function whose parameters are its questions.

What one message did not give is asked for, one question at a time. A command declares how each
parameter is read (`reads`), offered (`choices`) and asked (`asks`); it knows no platform and no
table.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from chat.transport import Act
from chat.words import Choice, Reply, Words
from domain.errors import Refusal
from domain.people import fold

Function = Callable[..., Awaitable[Any]]


class Where(Enum):
    """Where a command may be given."""

    ANYWHERE = "anywhere"
    PRIVATE = "private"
    TEAM = "team"
    GROUP_ADMIN = "group-admin"
    OWN_CHAT = "own-chat"
    """In private for oneself, in a group by its administrators."""


@dataclass(frozen=True)
class Value:
    """A value that may be chosen for a parameter, and its label."""

    label: Words
    value: object


@dataclass(frozen=True)
class Several:
    """What a reader answers when the writer may mean several things: they choose."""

    values: tuple[Value, ...]
    words: Words | None = None


@dataclass(frozen=True)
class Partly:
    """What a reader answers when words said a part of it: asked again, with `known` given, and
    what is in `without` no longer.
    """

    known: Mapping[str, object]
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """What one message gave: values by parameter, and what was wrong with the rest."""

    given: Mapping[str, object]
    refusal: Refusal | None = None


def labelled(label: str, value: object) -> Value:
    """A value under a label of ours."""
    return Value(Words(label), value)


def called(name: str, value: object) -> Value:
    """A value under a name that somebody wrote."""
    return Value(Words("choice-named", {"name": name}), value)


def valued(shown: object, value: object) -> Value:
    """A value under a typed value (a duration, a day) that the reader's language formats."""
    return Value(Words("choice-value", {"value": shown}), value)


@dataclass
class Command:
    """One thing a person can do, and the questions it may ask.

    `about`: a plain reply to a message about such a thing carries it out, with the thing's number
    and the text. `on`: what happens in a chat, other than words, that carries it out.
    `keeps_choices`: what was pressed stays there to be pressed again. `undone_by` names the
    command that a press taken back carries out. `outside`: what is answered to a command of private
    chats that is given elsewhere, where a refusal is not enough.
    """

    function: Function
    names: tuple[str, ...]
    where: Where
    about: str | None
    on: Act | None
    keeps_choices: bool
    undone_by: str | None
    readers: dict[str, Function] = field(default_factory=dict)
    offers: dict[str, Function] = field(default_factory=dict)
    askers: dict[str, Function] = field(default_factory=dict)
    correctors: dict[str, Function] = field(default_factory=dict)
    line: Function | None = None
    outside: Function | None = None
    sentence: Callable[[str], bool] | None = None

    @property
    def name(self) -> str:
        """The name under which choices and waiting questions remember this command."""
        return self.function.__name__

    @property
    def label(self) -> str:
        """The command's name as message ids spell it."""
        return self.name.replace("_", "-")

    @property
    def parameters(self) -> list[inspect.Parameter]:
        """The questions, in the order in which they are asked."""
        return list(inspect.signature(self.function).parameters.values())[1:]

    def missing(self, given: Mapping[str, object]) -> str | None:
        """The first question not yet answered, if any."""
        for parameter in self.parameters:
            if parameter.name not in given and parameter.default is inspect.Parameter.empty:
                return parameter.name
        return None

    async def run(self, desk: object, given: Mapping[str, object]) -> Reply:
        """Carry the command out, once nothing is missing."""
        reply: Reply = await _call(self.function, desk, given)
        return reply

    async def read(
        self, desk: object, parameter: str, typed: str, given: Mapping[str, object]
    ) -> object:
        """What a typed answer means; raises Refusal when it means nothing."""
        reader = self.readers.get(parameter) or self.correctors.get(parameter)
        if reader is None:
            raise Refusal("refusal-choose")
        return await _call(reader, desk, given, typed)

    async def choices_for(
        self, desk: object, parameter: str, given: Mapping[str, object]
    ) -> Sequence[Value]:
        """What the person may choose instead of typing."""
        if parameter not in self.offers:
            return ()
        values: Sequence[Value] = await _call(self.offers[parameter], desk, given)
        return values

    async def question(self, desk: object, parameter: str, given: Mapping[str, object]) -> Reply:
        """The words that ask for a parameter."""
        if parameter in self.askers:
            reply: Reply = await _call(self.askers[parameter], desk, given)
            return reply
        return Reply(words=(Words(f"{self.label}-ask-{parameter.replace('_', '-')}"),))

    async def read_line(self, desk: object, text: str) -> Line:
        """What the rest of a one-line command gives."""
        if not text or not self.parameters:
            return Line({})
        if self.line is not None:
            line: Line = await _call(self.line, desk, {}, text)
            return line
        first = self.parameters[0].name
        value = await self.read(desk, first, text, {})
        return Line({} if isinstance(value, Several | Partly) else {first: value})

    def reads(self, parameter: str) -> Callable[[Function], Function]:
        """Declare how a typed answer to a question is understood."""
        return _into(self.readers, parameter)

    def corrects(self, parameter: str) -> Callable[[Function], Function]:
        """Declare how words in the place of a choice change what is known: they give Partly."""
        return _into(self.correctors, parameter)

    def choices(self, parameter: str) -> Callable[[Function], Function]:
        """Declare what may be chosen for a question."""
        return _into(self.offers, parameter)

    def asks(self, parameter: str) -> Callable[[Function], Function]:
        """Declare the words of a question, when they depend on what is known."""
        return _into(self.askers, parameter)

    def reads_line(self, function: Function) -> Function:
        """Declare how one message gives several parameters at once."""
        self.line = function
        return function

    def given_outside(self, function: Function) -> Function:
        """Declare what is answered, from the text, where the command may not be given."""
        self.outside = function
        return function

    def hears(self, function: Callable[[str], bool]) -> Callable[[str], bool]:
        """Declare which plain sentences of a private chat mean this command."""
        self.sentence = function
        return function


def command(
    *names: str,
    where: Where = Where.ANYWHERE,
    about: str | None = None,
    on: Act | None = None,
    keeps_choices: bool = False,
    undone_by: str | None = None,
) -> Callable[[Function], Command]:
    """Make a command of a function. Without a name it is reached by choices and events only."""

    def make(function: Function) -> Command:
        return Command(function, names, where, about, on, keeps_choices, undone_by)

    return make


class Commands:
    """All that can be done here, found by the name a person types or a choice remembers."""

    def __init__(self, commands: Sequence[Command]) -> None:
        """Refuse two commands of one name."""
        self._commands = tuple(commands)
        self._by_name = {one.name: one for one in commands}
        if len(self._by_name) < len(self._commands):
            raise ValueError("two commands of one name: a choice could mean either")
        self._by_word = {fold(word): one for one in commands for word in one.names}

    def __iter__(self) -> Iterator[Command]:
        """In the order in which help and menus show them."""
        return iter(self._commands)

    def called(self, name: str) -> Command | None:
        """The command that a choice or a waiting question remembers."""
        return self._by_name.get(name)

    def typed(self, word: str) -> Command | None:
        """The command of a typed word, in any of its languages and whatever its accents."""
        return self._by_word.get(fold(word))

    def about(self, kind: str, *, team: bool) -> Command | None:
        """The command that a plain reply about a thing means, in the team's chat or elsewhere."""
        for one in self._commands:
            if one.about == kind and (one.where is Where.TEAM) == team:
                return one
        return None

    def on(self, act: Act) -> Command | None:
        """The command that something other than words means."""
        return next((one for one in self._commands if one.on is act), None)

    def meant(self, sentence: str) -> Command | None:
        """The first command that understands a plain sentence."""
        for one in self._commands:
            if one.sentence is not None and one.sentence(sentence):
                return one
        return None


def act(command_: Command, given: Mapping[str, object], parameter: str, value: Value) -> Choice:
    """The choice that answers a question of a command with a value."""
    return Choice(value.label, command_.name, {**given, parameter: value.value})


async def _call(function: Function, desk: object, given: Mapping[str, object], *args: str) -> Any:
    """Call a part of a command with the known values it names."""
    wanted = list(inspect.signature(function).parameters)[1 + len(args) :]
    return await function(desk, *args, **{name: given[name] for name in wanted if name in given})


def _into(table: dict[str, Function], parameter: str) -> Callable[[Function], Function]:
    def keep(function: Function) -> Function:
        table[parameter] = function
        return function

    return keep
