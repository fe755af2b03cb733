"""What is said, before any language or platform: ids of messages, typed values, choices.

Sentences live in `locales/`; a platform's widgets live in `bot/transports/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from chat.transport import File

if TYPE_CHECKING:
    from chat.papers import Paper


class Named(Protocol):
    """What a choice carries out, as far as it must know: a command by its name."""

    @property
    def name(self) -> str:
        """The name under which it is remembered."""


@dataclass(frozen=True)
class Words:
    """A message by its id, with the values it mentions, formatted last, for the one who reads."""

    id: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """Something a person may press or type: a label, and the command it carries out."""

    label: Words
    command: str
    given: Mapping[str, object]


@dataclass(frozen=True)
class Reply:
    """What a command answers: paragraphs, then what one may choose, then perhaps a file.

    `about` names the thing a plain reply to this message speaks of ("question:12"). `redraws` asks
    for the message that was pressed to be redrawn with this reply, instead of a new message;
    `resumes` for the waiting question to be put again. `captioned`: the words stand under the file,
    where they fit there.

    `last` is said below all that is added. `goes_on` begins each message but the first of a reply
    too long for one, which is cut between paragraphs, into parts of about one length.
    """

    words: tuple[Words, ...] = ()
    choices: tuple[Choice, ...] = ()
    file: File | Paper | None = None
    about: str | None = None
    toast: Words | None = None
    redraws: bool = False
    resumes: bool = False
    captioned: bool = False
    last: Words | None = None
    goes_on: Words | None = None

    @property
    def paragraphs(self) -> tuple[Words, ...]:
        """All that is said, in its order."""
        return self.words if self.last is None else (*self.words, self.last)

    def then(self, message: str, /, **values: object) -> Reply:
        """Add a paragraph."""
        return replace(self, words=(*self.words, Words(message, values)))

    def choose(self, *choices: Choice) -> Reply:
        """Add choices below the words."""
        return replace(self, choices=(*self.choices, *choices))

    def attach(self, file: File | Paper) -> Reply:
        """Add a file, sent under the words; a sheet or a chart is drawn for its reader."""
        return replace(self, file=file)

    def caption(self, file: File | Paper) -> Reply:
        """Add a file, with the words under it."""
        return replace(self, file=file, captioned=True)

    def on(self, kind: str, number: int) -> Reply:
        """Say what a plain reply to this message will be about."""
        return replace(self, about=f"{kind}:{number}")

    def redrawn(self) -> Reply:
        """Take the place of the message whose choice was pressed."""
        return replace(self, redraws=True)


def say(message: str, /, **values: object) -> Reply:
    """A reply of one paragraph."""
    return Reply(words=(Words(message, values),))


def toast(message: str, /, **values: object) -> Reply:
    """A short answer to a press, with no message of its own."""
    return Reply(toast=Words(message, values))


def option(label: str, command: Named, /, **given: object) -> Choice:
    """A choice with a label of ours that carries out `command` with what is already known."""
    return Choice(Words(label), command.name, given)


def named(label: str, command: Named, /, **given: object) -> Choice:
    """A choice labelled by a name or title that somebody wrote, shown as it is."""
    return Choice(Words("choice-named", {"name": label}), command.name, given)
