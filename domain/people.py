"""Who is meant: names as people type them, and as they may be shown.

Knows how a name is compared and cleaned. Must not know platforms, rights or how people are stored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

MOST_CLOSE = 4  # more choices than this are not read on a telephone
CLOSE = 78  # one wrong letter in a name of five scores 80; two wrong letters are another name
LONGEST = 80  # letters read of a typed name; what goes on is not a name
APOSTROPHES = "’‘ʼ′´`"
JOINERS = "\u200c\u200d"  # emoji families and Persian words need them to be drawn
BLANKS = "\u115f\u1160\u3164\uffa0\u2800"  # letters and symbols that draw nothing
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})  # controls, bidi and zero width, halves, private use
_ONE = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})
_NOBODY = frozenset(
    "il elle on ils elles qui ca cela he she they it who that this le la les l un une des "
    "du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces "
    "the a an my our your his her their some moi toi lui eux me us nous vous tout tous "
    "toutes chacun personne distance domicile pour for avec with to de from par by sur en "
    "at in out and et pendant durant merci bonjour bonsoir salut hello hi".split()
)
_NAMED = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w'’-]*"
_WORD = re.compile(r"[^\W_][\w'’-]*")
_MORE = re.compile(rf"(?: (?:de|du|des|van|von|ben|el|da|le|la))? {_NAMED}")
_SECOND = re.compile(r" ([^\W_][\w'’-]*)(?= ?(?:$|[^\w\s'’-]|pour |for ))")
_LAST_WORDS = re.compile(r"(?:[^\W_][\w'’-]* ){1,3}$")
_SAME_PLACE = dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys("‐‑‒–—−", "-") | {"×": "x"}


class Standing(StrEnum):
    """How somebody stands to the fabrique. OFFLINE has no telephone: others speak for them. JOINED
    turned out to be somebody else: all that was theirs is found under that other number.
    """

    MET = "met"
    OFFLINE = "offline"
    INVITED = "invited"
    LEFT = "left"
    BLOCKED = "blocked"
    JOINED = "joined"


@dataclass(frozen=True)
class Person:
    """Somebody who can be named. `handles` are accounts by name, with or without a leading @."""

    id: int
    name: str
    handles: tuple[str, ...] = ()
    standing: Standing = Standing.MET


class Nameable(Protocol):
    """What may be meant by a name: a person, an organisation."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def name(self) -> str:
        """How it is called."""

    @property
    def handles(self) -> tuple[str, ...]:
        """Accounts by name, with or without a leading @."""


N = TypeVar("N", bound=Nameable)


def fold(text: str) -> str:
    """What two spellings of the same words have in common; folding twice changes nothing."""
    folded = _folded_once(text)
    return folded if folded == text else fold(folded)


def _folded_once(text: str) -> str:
    if text.isascii():
        return " ".join(text.casefold().translate(_ONE).split())
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_ONE))
    seen = (letter for letter in spread if not unicodedata.combining(letter))
    kept = (letter for letter in seen if letter.isspace() or unicodedata.category(letter) != "Cf")
    return " ".join("".join(kept).translate(_ONE).split())


def flat(text: str) -> str:
    """Small letters without accents, each at the place it had: positions hold for both texts."""
    return text.lower() if text.isascii() else "".join(map(_flat_letter, text))


def is_name_within(text: str, start: int) -> bool:
    """Whether a word within a sentence has one capital, as names have and French days have not."""
    word = text[start : start + 2]
    within = re.search(r"[\w\0],? +$|\($", text[:start])
    return word[:1].isupper() and word[1:].islower() and within is not None


@lru_cache(maxsize=4096)
def _flat_letter(letter: str) -> str:
    if letter in _SAME_PLACE:
        return _SAME_PLACE[letter]
    if letter.isspace():
        return " "
    lowered = unicodedata.normalize("NFD", letter.lower())
    bare = "".join(part for part in lowered if not unicodedata.combining(part))
    return bare if len(bare) == 1 else letter


def named(typed: str, people: Sequence[N]) -> list[N]:
    """Whom the writer may mean, best first, at most four; alone in the list when there is no doubt.

    An unknown @handle is nobody: handles change hands, so a close one is somebody else.
    """
    typed = typed.strip()[:LONGEST]
    handle = fold(typed).lstrip("@").rstrip(".,;:!?")
    by_handle = [person for person in people if _has_handle(person, handle)]
    if typed.startswith("@"):
        return by_handle
    wanted = _spelling(typed)
    if not wanted:
        return []
    spelt = [(_spelling(person.name), person) for person in people]
    if exact := [person for name, person in spelt if name == wanted]:
        return exact
    by_first_name = [person for name, person in spelt if name.split()[:1] == [wanted]]
    if len(by_first_name) == 1:
        return by_first_name
    return by_handle or _close(wanted, spelt)


def is_whole_name(person: Nameable, typed: str) -> bool:
    """Whether that is somebody's name from beginning to end, accents aside."""
    return bool(wanted := _spelling(typed)) and wanted == _spelling(person.name)


def is_called(person: Nameable, word: str) -> bool:
    """Whether a single word is somebody's first name, whole name or handle, accents aside."""
    spelt = _spelling(person.name)
    return _spelling(word) in (spelt, *spelt.split()[:1]) or _has_handle(person, fold(word))


def _has_handle(person: Nameable, wanted: str) -> bool:
    return any(fold(handle).lstrip("@") == wanted for handle in person.handles)


def _spelling(name: str) -> str:
    return " ".join(re.sub(r"[-._]", " ", fold(name).replace("'", "")).split())


def _close(wanted: str, spelt: Sequence[tuple[str, N]]) -> list[N]:
    scored = [(_likeness(wanted, name), person) for name, person in spelt]
    close = [(score, person) for score, person in scored if score >= CLOSE]
    close.sort(key=lambda pair: (-pair[0], fold(pair[1].name), pair[1].id))
    return [person for _, person in close[:MOST_CLOSE]]


def _likeness(wanted: str, name: str) -> float:
    words = name.split()
    if not words:
        return 0.0
    each = [max(fuzz.ratio(part, word) for word in words) for part in wanted.split()]
    return max(sum(each) / len(each), fuzz.ratio(wanted.replace(" ", ""), name.replace(" ", "")))


def short_name(name: str, most: int = 40) -> str:
    """A display name that keeps to its line and hides nothing; empty when nothing can be seen."""
    visible = "".join(map(_shown_letter, unicodedata.normalize("NFC", name)))
    line = " ".join(visible.split())
    if not line.strip(JOINERS + " "):
        return ""
    return line if len(line) <= most else line[: most - 1].rstrip(JOINERS + " ") + "…"


def _shown_letter(letter: str) -> str:
    if letter.isspace() or letter in BLANKS:
        return " "
    hidden = unicodedata.category(letter) in UNSEEN and letter not in JOINERS
    return "" if hidden else letter


def name_before(text: str, end: int) -> tuple[int, int] | None:
    """The span of the name that stands just before a place in a sentence, three words at most."""
    words = _LAST_WORDS.search(text[:end])
    name: list[str] = []
    for word in reversed(words[0].split() if words else []):
        if not _is_name(word) or (name and word[0].isupper() != name[0][0].isupper()):
            break
        name.insert(0, word)
    return (end - 1 - len(" ".join(name)), end - 1) if name else None


def name_at(text: str, at: int, *, small: bool) -> tuple[int, int] | None:
    """The span of the name that begins at a place; `small` lets it have no capital letter."""
    first = _WORD.match(text, at)
    if not first:
        return None
    end = first.end()
    if not re.match(_NAMED, first[0]):
        second = _SECOND.match(text, end)
        end = second.end(1) if second and _is_name(second[1]) else end
        return (at, end) if small and _is_name(first[0]) else None
    while more := _MORE.match(text, end):
        end = more.end()
    return (at, end) if end > first.end() or _is_name(first[0]) else None


def _is_name(word: str) -> bool:
    elided = word[0].islower() and re.match(r"(?:[cdjlns]|qu|quelqu)'", flat(word))
    return flat(word) not in _NOBODY and not elided
