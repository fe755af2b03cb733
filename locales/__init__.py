"""Languages: from a message's id and typed values to words, for the one who reads.

Knows Fluent and the `.ftl` files of each language; knows no platform and no rule of the fabrique.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import structlog
from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax.ast import Junk, Message, Resource

from domain.values import Items, Multiline, Phrase, Quoted
from locales.values import ENGLISH, FRENCH, Manner, shown, shown_in_table

if TYPE_CHECKING:
    from babel import Locale
    from fluent.runtime.resolver import Pattern

LANGUAGES = ("fr", "en")
DEFAULT = "fr"

_MANNERS = {"fr": FRENCH, "en": ENGLISH}
_TAG = re.compile(r"<(/?)([a-z]+)[^<>]*>")
# A value waits for its place between two NUL, which no value and no message contains.
_SLOT = re.compile("\0([0-9]+)\0")

log = structlog.get_logger(__name__)


def guess(code: str | None) -> str:
    """The language for a client's code; French unless the client speaks another one of ours."""
    spoken = re.split("[-_]", code or DEFAULT)[0].lower()
    return spoken if spoken in LANGUAGES else DEFAULT


class Languages:
    """All languages of a folder that has one folder of `.ftl` files for each.

    `strict` raises KeyError where a live service logs and goes on with the best text it has.
    """

    def __init__(self, folder: Path = Path(__file__).parent, *, strict: bool) -> None:
        files = {code: sorted((folder / code).glob("*.ftl")) for code in LANGUAGES}
        french = Language(DEFAULT, files.pop(DEFAULT), strict=strict, fallback=None)
        self._languages = {DEFAULT: french} | {
            code: Language(code, its_files, strict=strict, fallback=french)
            for code, its_files in files.items()
        }

    def __getitem__(self, code: str) -> Language:
        """The language of a supported code, as `guess` gives it; KeyError for another."""
        return self._languages[code]


class Language:
    """The messages of one language."""

    def __init__(
        self, code: str, files: Sequence[Path], *, strict: bool, fallback: Language | None
    ) -> None:
        self.code = code
        self._manner: Manner = _MANNERS[code]
        self._strict = strict
        self._fallback = fallback
        self._ids: set[str] = set()
        # Isolating marks are for values of unknown direction: ours are cleaned of bidi characters.
        self._bundle = FluentBundle([self._manner.locale], use_isolating=False)
        for file in files:
            self._add(file.name, _read(file))

    def markup(self, id: str, values: Mapping[str, object], *, zone: ZoneInfo) -> str:
        """The message as a page's markup, no element left open at the end of a line.

        `id` may name an attribute, "id.attribute". A missing message raises KeyError when strict or
        missing in French too, and so does, when strict, a variable without its value.
        """
        return _closed_on_each_line(self._written(id, values, zone))

    def plain(self, id: str, values: Mapping[str, object], *, zone: ZoneInfo) -> str:
        """The message without tags or entities, for labels and toasts; raises as `markup`."""
        return unescape(_TAG.sub("", self._written(id, values, zone)))

    def cell(self, value: object, *, zone: ZoneInfo) -> str:
        """A value alone, plain, as a table shows it; raises TypeError for what nobody can read."""

        def phrase(inner: Phrase) -> str:
            return self._written(inner.id, inner.values, zone)

        return unescape(_TAG.sub("", shown_in_table(value, self._manner, zone, phrase=phrase)))

    def month(self, day: date) -> str:
        """The month of a day without its year, as short as the language has it."""
        return format_date(day, "LLL", locale=self._manner.locale)

    @property
    def locale(self) -> str:
        """What Babel calls this language where its numbers are written."""
        return self._manner.locale

    def _written(self, id: str, values: Mapping[str, object], zone: ZoneInfo) -> str:
        pattern = self._pattern(id)
        if pattern is None:
            return self._other_than_this(id)._written(id, values, zone)
        waiting = list(values.values())
        arguments = {name: _argument(one, at) for at, (name, one) in enumerate(values.items())}
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            self._tell("message-faulty", id, "; ".join(map(str, errors)))

        def phrase(inner: Phrase) -> str:
            return self._written(inner.id, inner.values, zone)

        def put(slot: re.Match[str]) -> str:
            return shown(waiting[int(slot[1])], self._manner, zone, phrase=phrase)

        return _SLOT.sub(put, str(text))

    def _pattern(self, id: str) -> Pattern | None:
        """What to format; None, too, for a message or an attribute that has no text."""
        name, _, attribute = id.partition(".")
        if name not in self._ids:
            return None
        message = self._bundle.get_message(name)
        return message.attributes.get(attribute) if attribute else message.value

    def _other_than_this(self, id: str) -> Language:
        if self._strict or self._fallback is None:
            raise KeyError(f"{id} is missing in {self.code}")
        self._tell("message-missing", id, f"shown in {self._fallback.code}")
        return self._fallback

    def _tell(self, event: str, id: str, why: str) -> None:
        if self._strict:
            raise KeyError(f"{event}: {id} in {self.code}: {why}")
        log.warning(event, message=id, language=self.code, why=why)

    def _add(self, file: str, resource: Resource) -> None:
        """Tells of what the runtime drops in silence: what it cannot read, and an id's return."""
        for entry in resource.body:
            match entry:
                case Junk(content=content):
                    self._tell("message-unreadable", file, str(content))
                case Message(id=id) if id.name in self._ids:
                    self._tell("message-twice", id.name, f"again in {file}")
                case Message(id=id):
                    self._ids.add(id.name)
        self._bundle.add_resource(resource)


@cache
def _read(file: Path) -> Resource:
    """The messages of a file, parsed once in a process: all of them take a tenth of a second."""
    return FluentResource(file.read_text(encoding="utf-8"))


class _Slot(FluentType):
    """The place of a value, which a message may also select on by the value's `key`.

    The runtime refuses texts over 2,500 characters, so it never sees them.
    """

    def __init__(self, key: str, at: int) -> None:
        self._key = key
        self._at = at

    def __eq__(self, variant: object) -> bool:
        return self._key == variant

    def __hash__(self) -> int:
        return hash(self._key)

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - the runtime's signature
        """Nothing but the place: the value itself is put there last."""
        return f"\0{self._at}\0"


def _argument(value: object, at: int) -> object:
    """What Fluent is given: numbers for plurals, and a place for anything else.

    A text selects by itself, nothing to show by `[none]`, a boolean by `[true]` or `[false]`.
    """
    match value:
        case bool():
            return _Slot(str(value).lower(), at)
        case int() | float():
            return value
        case None | "" | Quoted("") | Multiline("") | Items(()):
            return _Slot("none", at)
        case str():
            return _Slot(str(value), at)
    return _Slot("", at)


def _closed_on_each_line(markup: str) -> str:
    """The same markup where each line closes what it opened, and the next one opens it again."""
    opened: list[tuple[str, str]] = []
    lines = []
    for line in markup.split("\n"):
        start = "".join(tag for tag, _ in opened)
        for tag in _TAG.finditer(line):
            if not tag[1]:
                opened.append((tag[0], tag[2]))
            elif opened:
                opened.pop()
        end = "".join(f"</{name}>" for _, name in reversed(opened))
        lines.append(f"{start}{line}{end}" if line else line)
    return "\n".join(lines)
