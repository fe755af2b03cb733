"""A call as one message gives it: what it is called, what it is, where, until when, for how many.

What a place is called is given; what is not said is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain import days
from domain.numbers import NUMBERS, TAKEN, blank
from domain.people import flat

_TIE = re.compile(
    r"(?:\b(?:avant|jusqu'(?:a|au)|d'ici|pour|cloture|before|until|by|due|closing)"
    r"(?: (?:le|au|the|on))?[ :]*)$"
)
_PLACES = re.compile(
    r"(?<!\w)(?:pour |for )?(?P<count>\d{1,3}|[a-z]+) (?:places?|postes?|spots?|seats?)\b"
)
_PART = re.compile(r"[^,;.\n:]+")
_SKILL = re.compile(r"\s*(?:competences?|skills?)(?: (?:en|de|in))?\s*:?\s*(?P<rest>.*)$", re.S)
_WHERE = re.compile(
    r"\s*(?:territoire(?: de| du)?|territory(?: of)?|a|au|aux|en|dans|sur|near|in|at)\s"
    r"(?P<rest>\S.*)$",
    re.S,
)
_TERRITORY = re.compile(
    r"\s*(?:territoire|territory)\b[\s:,]*(?:(?:de l|d)['’]|(?:du|des|de la|de|of the|of)\s+)?"
)
_LATE = re.compile(r"avant[ -]?hier$")
_FUNDING = re.compile(r"\s*(?:financements?|funding|grants?)\b[\s:,]*")
_CUT = re.compile(r"\s*(?::(?!//)|\n|;|\.(?=\s))\s*")
_LINK = re.compile(r"https?://\S+", re.I)
_OPEN_ONES = re.compile(
    r"(?:quels|les|voir les|y a-t-il des|which|what|the|any|are there any) (?:sont les )?"
    r"(?:open )?(?:appels?|calls?)(?: are)?(?: a manifestation d'interet)?(?: sont| il y a)?"
    r" ?(?:ouverts?|en cours|open)?(?: en ce moment| now)?[ ?.!]*"
)
_NOT_AFTER_ALL = re.compile(
    r"(?:ah |euh |oh |well )?(?:non,? )?(?:(?:finalement|en fait|au final)[ ,]+"
    r"(?:non|pas|je (?:ne )?(?:peux|pourrai|viens|suis) (?:pas|plus)(?: (?:partante?|libre))?)"
    r"|non[ ,]+(?:finalement|en fait)|je ne (?:suis|serai) plus partante?"
    r"|(?:je )?(?:veux |voudrais )?retirer? ma reponse"
    r"|(?:actually|in fact)[ ,]+(?:no|not|i can(?:'t|not))|not after all|no,? after all"
    r"|i can(?:'t|not) after all|(?:i )?(?:take|withdraw) my answer(?: back)?|count me out)[ .!]*"
)
_EDGES = " \t\n,;.:–-"
WHERE_WORDS = 6
"""Words of a place; more are a sentence that happens to begin with « à »."""


@dataclass(frozen=True)
class Written:
    """What one message says of a call; None where it does not."""

    title: str | None = None
    what: str | None = None
    closes: date | None = None
    places: int | None = None
    skill: str | None = None
    where: str | None = None


@dataclass(frozen=True)
class Funding:
    """What one message says of a funding call to answer together."""

    title: str | None
    deadline: date | None
    links: tuple[str, ...]


def after_territory(text: str) -> str | None:
    """What follows the word that makes a call one for a territory; None without it."""
    found = _TERRITORY.match(flat(text))
    return text[found.end() :] if found else None


def after_funding(text: str) -> str | None:
    """What follows the word that makes it a funding call to answer together; None without it."""
    found = _FUNDING.match(flat(text))
    return text[found.end() :] if found else None


def asks_for_calls(sentence: str) -> bool:
    """Whether a plain sentence asks which calls are open."""
    return _OPEN_ONES.fullmatch(" ".join(flat(sentence).split())) is not None


def takes_back(sentence: str) -> bool:
    """Whether somebody changes their mind about what they said yes to."""
    return _NOT_AFTER_ALL.fullmatch(" ".join(flat(sentence).split())) is not None


def read(
    text: str,
    today: date,
    *,
    is_place: Callable[[str], bool],
    is_skill: Callable[[str], bool],
) -> Written:
    """A title up to the first colon, line or full stop; the rest tells what it is, but for what is
    understood apart.
    """
    rest, closes = _without_day(text, today)
    rest, places = _without_places(rest)
    rest, skill, where = _without_parts(rest, is_place)
    skill = skill or _skill_among(rest, is_skill)
    title, *more = _CUT.split(_joined(rest), maxsplit=1)
    what = _tidy(more[0]) if more else ""
    return Written(_tidy(title) or None, what or None, closes, places, skill, where)


def read_funding(text: str, today: date) -> Funding:
    """The title, the day before which it must be handed in, and links."""
    links = tuple(one.rstrip(".,;)") for one in links_in(text))
    rest, deadline = _without_day(_LINK.sub(" ", text), today)
    return Funding(_tidy(" ".join(_joined(rest).split())) or None, deadline, links)


def links_in(text: str) -> list[str]:
    """Each address in a text."""
    return [one.rstrip(".,;)") for one in _LINK.findall(text)]


def _without_day(text: str, today: date) -> tuple[str, date | None]:
    """The day that closes it: one that follows "avant le", not one on which something happens."""
    said = flat(text)
    for found in days.find_all(text, today, ahead=True):
        tie = _TIE.search(said[: found.start])
        if tie is not None:
            return blank(text, tie.start(), found.end), found.day
        if _LATE.match(said[found.start : found.end]) and _is_a_part(said, found.start, found.end):
            return blank(text, found.start, found.end), found.day
    return text, None


def _is_a_part(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands between the same commas."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return before[-1:] in {"", ",", ";"} and after[:1] in {"", ",", ";", ".", "\n"}


def _without_places(text: str) -> tuple[str, int | None]:
    for found in _PLACES.finditer(flat(text)):
        word = found["count"]
        count = int(word) if word.isdigit() else NUMBERS.get(word)
        if count is not None:
            return blank(text, *found.span()), count
    return text, None


def _without_parts(
    text: str, is_place: Callable[[str], bool]
) -> tuple[str, str | None, str | None]:
    """The skill and the place that parts between commas say; the first part is the title."""
    skill = where = None
    for part in list(_PART.finditer(text))[1:]:
        said = flat(part[0])
        labelled, placed = _SKILL.match(said), _WHERE.match(said)
        if skill is None and labelled is not None:
            skill, text = _skill_from(text, part, labelled)
        elif where is None and placed is not None and len(said.split()) <= WHERE_WORDS:
            name = part[0][placed.start("rest") :].strip()
            if is_place(name):
                where, text = name, blank(text, *part.span())
    return text, skill, where


def _skill_among(text: str, is_skill: Callable[[str], bool]) -> str | None:
    """The skill that a part behind a comma is called by, where only one is; its words stay where
    they are, since they may tell what there is to do.
    """
    parts = (one.strip() for one in re.findall(r"[,;]([^,;.\n:]+)", text))
    named = [one for one in parts if is_skill(one)]
    return named[0] if len(named) == 1 else None


def _skill_from(text: str, part: re.Match[str], labelled: re.Match[str]) -> tuple[str | None, str]:
    """What follows "compétence", behind a colon or not."""
    name = part[0][labelled.start("rest") :].strip()
    if name:
        return name, blank(text, *part.span())
    behind = re.match(r"\s*:\s*([^,;.\n]+)", text[part.end() :])
    if behind is None:
        return None, text
    return behind[1].strip(), blank(text, part.start(), part.end() + behind.end())


def _joined(text: str) -> str:
    """The text without what was taken out of it, and without the signs that stood around it."""
    return re.sub(rf"(?:\s*[,;.]?\s*{TAKEN}+)+", "", text)


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line).strip(_EDGES)
