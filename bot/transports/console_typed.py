"""What a line typed at the terminal means: something said, or one of the terminal's own commands.

Knows the names of those commands; must not know who is at the keyboard, nor read any file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.transports.console_words import ConsoleWords

YOU = "vous"
"""The handle of the person at the keyboard, the same in every language: it is an account."""

_HANDLE = re.compile(r"[^\W_][\w-]{0,31}")
_GROUP = re.compile(r"#[^\W_][\w-]{0,31}")
_FILE = re.compile(r"""(?:"([^"]+)"|'([^']+)'|(\S+))(?:\s+(.+))?""", re.DOTALL)


@dataclass(frozen=True)
class Said:
    """Words for the bot."""

    text: str


@dataclass(frozen=True)
class Sent:
    """A file for the bot, by its path as typed, with a caption."""

    path: str
    caption: str


@dataclass(frozen=True)
class Became:
    """Somebody else is at the keyboard now, alone with the bot."""

    handle: str


@dataclass(frozen=True)
class Entered:
    """The one at the keyboard now writes in a group."""

    group: str


@dataclass(frozen=True)
class AskedWho:
    """Who spoke here is to be shown."""


@dataclass(frozen=True)
class AskedHelp:
    """The terminal's own commands are to be shown."""


@dataclass(frozen=True)
class Quit:
    """The conversation ends."""


Typed = Said | Sent | Became | Entered | AskedWho | AskedHelp | Quit


def meant(line: str, words: ConsoleWords) -> Typed:
    """A colon before a letter or # is for the terminal, so that a smiley is still said."""
    if not re.match(r":[^\W\d_]|:#", line):
        return Said(line)
    name, rest = (*line[1:].split(maxsplit=1), "")[:2]
    name = name.casefold()
    if name == words.file and (found := _FILE.fullmatch(rest.strip())):
        return Sent(found[1] or found[2] or found[3], found[4] or "")
    if rest.strip() or name in (words.file, words.help_name):
        return AskedHelp()
    if name == words.quit:
        return Quit()
    if name == words.who:
        return AskedWho()
    return _turn(name, words)


def _turn(name: str, words: ConsoleWords) -> Typed:
    if name == words.you:
        return Became(YOU)
    if _HANDLE.fullmatch(name):
        return Became(name)
    return Entered(name) if _GROUP.fullmatch(name) else AskedHelp()
