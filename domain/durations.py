"""How long it took: durations as people write them, in French and English, in whole minutes.

Knows the bounds of a note, and when a reading is not sure. Must not know days, people, or what the
time was given for. Every library tried misreads "2h30", so the grammar is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from domain.duration_rules import EARLIEST_HOUR, RULES, H
from domain.errors import Refusal
from domain.numbers import NUMBER, NUMBERS, TAKEN, value_of
from domain.people import flat
from domain.values import Minutes

__all__ = ["DAY", "EARLIEST_HOUR", "MOST_MINUTES", "Found", "find", "read", "settle"]

DAY = 7 * 60  # a day of help is counted as a French working day, unless the fabrique says otherwise
MOST_MINUTES = 24 * 60  # a note tells of one occasion, and nobody gives more than a day's round


@dataclass(frozen=True)
class Found:
    """A duration in a text: its minutes (negative when written so) and the span that says it.

    `sure` is false beside words that make another thing of it: "moins de 2h", "2h par semaine".
    """

    minutes: int
    start: int
    end: int
    sure: bool = True


_MINUS = re.compile(r"(?:(?<![\w)])-|(?<!\bau )(?<!\bou )(?<!\bdu )\bmoins |\bminus )$")
_TIMES_BEFORE = re.compile(rf"({NUMBER}) ?(?:x|\*|fois|times) ?$|\b(twice) $")
_TIMES_AFTER = re.compile(
    r" ?(?:x|\*|fois|times) ?([0-9]{1,2})(?!\w| ?(?:personnes|people|h\b|min))"
    rf"| ({NUMBER}) ?(?:fois|times|x)\b|( twice)\b"
)
_SEVERAL_BEFORE = re.compile(rf"({NUMBER}) \w+[sxz] ?(?:de |d'|of )$")
_OPEN_BEFORE = re.compile(
    r"(?:\b(?:(?:moins|plus|less|more) (?:de |d'|than )|au plus |under |over |up to |jusqu'a "
    r"|max(?:imum|i)? |plusieurs (?:fois )?|il (?:me |nous |lui )?reste(?:ra)? (?:encore )?|reste "
    r"|restent |depuis |sous |tou(?:s|tes) les |every |in |cents? |mille |hundred |thousand "
    r"|half |pas )|[+] ?de )$"
)
_OPEN_AFTER = re.compile(
    r" ?(?:/|[+]|ou |or (?!so\b)|(?:grand |au )?max\b|maxi|et (?:quelques|des poussieres)|chaque"
    r"|per |each\b|chacune?s?\b|tou(?:s|tes) les|every|a (?:day|week|month)\b"
    r"|par (?:jour|semaine|mois|an|seance|personne|pers|participant|atelier|tete)"
    r"|(?:avant(?!-hier)|apres|before|after|plus t(?:ot|ard)|earlier|later|de retard|late|left"
    r"|et demie?|et quart|and a half|a tout casser|dix|quinze|vingt|trente|quarante)\b"
    r"|du mat\b|du matin|du soir)"
)
_TENS = "vingt trente quarante cinquante soixante septante quatre-vingt".split()
_ROUND = "quinze vingt trente quarante cinquante demie".split()
_NEXT_WORD = re.compile(r" (?:(?:et|and) )?([a-z]+)")
_LAST_WORD = re.compile(r"([a-z]+)[ -](?:et |and )?$")
_LISTED = re.compile(r"\b([0-9]), ?([0-9]{1,2}) ?(?:h|heures?|hours?)$")  # "3, 4 heures"
_SAME_AGAIN = re.compile(
    r" ?[,:]? ?(?:\(|=|soit|donc|c'est[ -]a[ -]dire|cad|ie|that is|or so)[ :,]*(?:environ |de )?"
)
_SPAN = re.compile(r"[0-9] ?h?.*(?:-|→| a | to |jusqu| et ).*[0-9]|midi|noon")


def find(text: str, *, day: int = DAY) -> list[Found]:
    """Every duration in a text, in order; a range such as "4-5h" is two. Bare numbers are none."""
    return list(_told_once(flat(text), day))


def _told_once(text: str, day: int) -> Iterator[Found]:
    """A duration that only says the one before again, as in "2h30 soit 150 min", is the same."""
    last: Found | None = None
    for one in sorted(_each(text, day), key=lambda one: (one.start, one.end)):
        if last and last.minutes == one.minutes and _again(text, last, one):
            last = replace(last, end=max(last.end, one.end))
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _again(text: str, last: Found, one: Found) -> bool:
    between = text[last.end : one.start]
    if _SAME_AGAIN.fullmatch(between):
        return True
    spans = (_SPAN.search(text, each.start, each.end) for each in (last, one))
    return len(between.strip(" ,:(")) == 0 and len([span for span in spans if span]) == 1


def _each(text: str, day: int) -> Iterator[Found]:
    rest = text
    for pattern, read_one in RULES:
        for match in pattern.finditer(rest):
            for minutes in read_one(match, day):
                yield from _in_place(rest, match, minutes)
        rest = pattern.sub(lambda match: TAKEN * len(match[0]), rest)


def _in_place(text: str, match: re.Match[str], minutes: int) -> Iterator[Found]:
    """The duration with what multiplies it and its sign, which stand just beside it."""
    start, end = match.span()
    near = max(0, start - 40)
    if before := _TIMES_BEFORE.search(text, near, start):
        minutes = round(minutes * (2 if before[2] else value_of(before[1])))
        start = before.start()
    elif after := _TIMES_AFTER.match(text, end):
        minutes = round(minutes * (2 if after[3] else value_of(after[1] or after[2])))
        end = after.end()
    elif (several := _SEVERAL_BEFORE.search(text, near, start)) and value_of(several[1]) > 1:
        yield Found(round(minutes * value_of(several[1])), start, end)
    if minus := _MINUS.search(text, max(0, start - 12), start):
        minutes, start = -minutes, minus.start()
    yield Found(minutes, start, end, sure=not _doubtful(text, start, end))


def _doubtful(text: str, start: int, end: int) -> bool:
    """Whether the words beside make a bound, a rate or a moment of it, or a number is misspelt."""
    if _OPEN_BEFORE.search(text, max(0, start - 24), start) or _OPEN_AFTER.match(text, end):
        return True
    listed = _LISTED.search(text, max(0, start - 4), end)
    if listed and int(listed[2]) == int(listed[1]) + 1:
        return True
    after, before = _NEXT_WORD.match(text, end), _LAST_WORD.search(text, max(0, start - 16), start)
    if before and (before[1] in NUMBERS) > (before[1] in ("a", "an", "un", "une")):
        return True
    hours = re.search(rf"{H}$", text[start:end])
    return bool((hours and after and _misspelt(after[1], _ROUND)) or _near_tens(before))


def _near_tens(before: re.Match[str] | None) -> bool:
    return before is not None and _misspelt(before[1], _TENS)


def _misspelt(word: str, among: Sequence[str]) -> bool:
    return word not in among and any(fuzz.ratio(word, one) >= 80 for one in among)


def read(text: str, *, day: int = DAY) -> int:
    """The minutes a text says; a Refusal when it says none, two, or more than one note may hold."""
    found = find(text, day=day)
    if found:
        return settle(found)
    bare = re.fullmatch(rf"(?:environ |about )?(-?) ?({NUMBER})", flat(text).strip())
    if not bare:
        raise Refusal("refusal-duration-unread")
    if bare[1] or not value_of(bare[2]):
        raise Refusal("refusal-duration-negative" if bare[1] else "refusal-duration-zero")
    raise Refusal("refusal-duration-unit", number=text.strip())


def settle(found: Sequence[Found]) -> int:
    """The one duration that all of `found` say; a Refusal when they differ, when one is said twice
    (once in all, or twice as long?) or when none can be noted.
    """
    different = {one.minutes for one in found}
    if not different:
        raise Refusal("refusal-duration-unread")
    if min(different) < 0:
        raise Refusal("refusal-duration-negative")
    if len(different) > 1:
        raise Refusal("refusal-duration-two")
    if not all(one.sure for one in found):
        raise Refusal("refusal-duration-unsure")
    minutes = allowed(different.pop())
    if len(found) > 1:
        raise Refusal("refusal-duration-twice", duration=Minutes(minutes))
    return minutes


def allowed(minutes: int) -> int:
    """The same minutes, when one note may hold them."""
    if minutes < 0:
        raise Refusal("refusal-duration-negative")
    if minutes == 0:
        raise Refusal("refusal-duration-zero")
    if minutes > MOST_MINUTES:
        raise Refusal("refusal-duration-too-long", most=MOST_MINUTES)
    return minutes


def usual() -> tuple[int, ...]:
    """The minutes offered as choices: they cover most of what people note."""
    return (30, 60, 120, 180)
