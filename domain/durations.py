"""How long it took: durations as people write them, in French and English, in whole minutes.

Knows the grammar and its bounds. Must not know days, people, or what the time was given for.
A clock ("à 14 h") and a moment ("il y a 2 h") are not durations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.errors import Refusal
from domain.people import flat

DAY = 7 * 60  # a day of help is counted as a French working day
HALF_DAY = DAY // 2
MOST_MINUTES = 24 * 60  # a note tells of one occasion, and nobody gives more than a day's round
EARLIEST_HOUR = 7  # "2h à 3h" is an estimate; from 7 on, two hours in a row are a clock's
TAKEN = "\0"  # stands for each letter already read, so that nothing is read twice


@dataclass(frozen=True)
class Found:
    """A duration in a text: its minutes (negative when written so) and the span that says it."""

    minutes: int
    start: int
    end: int


def _numbers() -> dict[str, int]:
    """Zero to ninety-nine in French and in English, accents off, a space between words."""
    french = (
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize dix-sept dix-huit dix-neuf"
    ).split()
    english = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ).split()
    known = {word: value for words in (french, english) for value, word in enumerate(words)}
    known |= {"une": 1, "a": 1, "an": 1}
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2):
        known[word] = 10 * tens
        known |= {f"{word} {english[unit]}": 10 * tens + unit for unit in range(1, 10)}
    decades = "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt"
    for tens, word in enumerate(decades.split(), 2):
        base, most = (10 * tens, 10) if tens < 6 else (60 if tens < 8 else 80, 20)
        known[word] = base
        known |= {f"{word} {french[unit]}": base + unit for unit in range(1, most)}
        known |= {f"{word} et {french[unit]}": base + unit for unit in (1, 11)}
        known |= {f"{word} et une": base + 1, f"{word} une": base + 1}
    known["quatre-vingts"] = 80
    return {spelled.replace("-", " "): value for spelled, value in known.items()}


NUMBERS = _numbers()
_FRACTIONS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}
SPELLED = "|".join(
    spelled.replace(" ", "[ -]") for spelled in sorted(NUMBERS, key=len, reverse=True)
)
_DIGITS = r"[0-9]{1,6}(?:[.,][0-9]{1,4})?"
_PART = r"(?:[½¼¾]|(?:1/2|1/4|3/4)(?![0-9/]))"
NUMBER = rf"(?:{_PART}|{_DIGITS}(?: ?{_PART})?|(?:{SPELLED})\b)(?: and a half)?"

_AT = r"(?:(?<![\w/])(?<![0-9][.,])(?<!\w-)|(?<=[0-9]x)|(?<=[0-9] x))"  # "1h30" in "2x1h30" too
_KIND = r"(?:(?:petite?s?|bon(?:ne)?s?|gros(?:se)?s?|good|full|short|long|whole) )?"
_H = r"(?:heures?|hours?|hrs?|h)(?![a-z])"
_MIN = r"(?:minutes?|mins?|mn)(?!\w)"
_UNIT = rf"(?:{_H}|{_MIN}|(?:j|jours?|journees?|days?)\b)(?![0-9])"
_ROUND = (
    "dix|quinze|vingt|trente|quarante(?:[ -]cinq)?|cinquante|ten|fifteen|twenty|thirty|forty|fifty"
)
_COUNTED = (  # in "2h 12 mars" and "2h 30 personnes", the second number is not minutes
    r"(?:janv?|janvier|january|fevr?|fevrier|feb|february|mars|march|avr|avril|apr|april|mai|may"
    r"|juin|june|juil|juillet|july|aout|aug|august|sept?|septembre|september|oct|octobre|october"
    r"|nov|novembre|november|dec|decembre|december|jours?|days?|personnes?|people|participant\w*"
    r"|euros?|pages?|fois|x|h|heures?|hours?)\b|[€%]"
)
_PAST_H = (
    rf"(?: ?(?:(?:et|and) )?(?P<minutes>[0-9]{{1,2}}|(?:{SPELLED})(?= )) ?(?:{_MIN}|m\b|'(?!\w))"
    r"|(?P<half> ?½| 1/2(?![0-9/])| et demie?\b| and a half\b)"
    r"|(?P<quarter> (?:et )?(?:trois quarts|un quart|quart)\b| and (?:a|three) quarters?\b)"
    rf"| moins (?P<less>le quart|un quart|{NUMBER})(?: ?{_MIN})?"
    r"|(?P<bare>[0-5][0-9])(?!\w|[/.:-][0-9])"
    rf"| (?P<loose>[0-5][0-9]|{_ROUND})(?!\w|[/.:-][0-9]| ?(?:{_COUNTED}))"
    r"|(?![0-9]))"
)
_CLOCK = r"([0-9]{1,2}) ?(?:h|heures?|:) ?([0-5][0-9])?(?!\w)"
_HALF_CLOCK = r"([0-9]{1,2})(?:[:.]([0-5][0-9]))? ?(am|pm)"
_TO = r"(?: ?- ?| a | jusqu'a | to | until | till | et | and )"
_FROM = r"(?:de |entre |from |between )"
_AGO = r"(?:h|heures?|min|minutes?|j|jours?|semaines?|mois|hours?|days?|weeks?|months?)\b"

Reader = Callable[[re.Match[str]], tuple[int, ...]]


def number(written: str) -> float | None:
    """The value of a number in figures or words; None when it is not one."""
    text = " ".join(flat(written).replace("-", " ").split())
    whole = text.removesuffix(" and a half")
    if whole != text:
        value = number(whole)
        return None if value is None else value + 0.5
    if text in NUMBERS:
        return float(NUMBERS[text])
    figures = re.fullmatch(rf"({_DIGITS})? ?({_PART})?", text)
    if not figures or not text:
        return None
    units = float(figures[1].replace(",", ".")) if figures[1] else 0.0
    return units + _FRACTIONS.get(figures[2] or "", 0.0)


def _value(written: str | None) -> float:
    return number(written or "") or 0.0


def _clock_span(match: re.Match[str]) -> tuple[int, ...]:
    """From one hour to another; two estimates when the hours are too early for a clock."""
    first, last = (60 * int(match[hour]) + int(match[hour + 1] or 0) for hour in (1, 3))
    return (first, last) if int(match[1]) < EARLIEST_HOUR else ((last - first) % (24 * 60),)


def _noon_span(match: re.Match[str]) -> tuple[int, ...]:
    until, since = (60 * int(match[hour] or 12) + int(match[hour + 1] or 0) for hour in (3, 1))
    return ((until - since) % (24 * 60),)


def _half_clock_span(match: re.Match[str]) -> tuple[int, ...]:
    """From 2 to 4:30pm; a half of the day that is not written is the other hour's."""
    first, last = (60 * (int(match[hour]) % 12) + int(match[hour + 1] or 0) for hour in (1, 4))
    afternoon = 12 * 60 * ((match[6] == "pm") - (match[3] == "pm")) if match[3] else 0
    return ((last - first + afternoon) % (24 * 60 if match[3] else 12 * 60),)


def _range(match: re.Match[str]) -> tuple[int, ...]:
    unit = {"h": 60, "m": 1}.get(match[3][0], DAY)
    return (round(_value(match[1]) * unit), round(_value(match[2]) * unit))


def _hours(match: re.Match[str]) -> tuple[int, ...]:
    written = match.groupdict()
    minutes = _value(written["minutes"] or written["bare"] or written["loose"])
    if written["half"]:
        minutes = 30
    if written["quarter"]:
        minutes = 45 if re.search("trois|three", written["quarter"]) else 15
    if written["less"]:
        minutes = -(number(written["less"]) or 15)
    return (round(60 * _value(written["hours"]) + minutes),)


def _colon(match: re.Match[str]) -> tuple[int, ...]:
    return (60 * int(match[1]) + int(match[2]),)


def _days(match: re.Match[str]) -> tuple[int, ...]:
    return (round(DAY * (_value(match[1]) + (0.5 if match[2] else 0))),)


def _times(minutes: int) -> Reader:
    """A reader of `minutes` for each one counted; one when no number is written."""
    return lambda match: (round(minutes * (_value(match[1]) if match[1] else 1)),)


def _nothing(_match: re.Match[str]) -> tuple[int, ...]:
    return ()


# In the order they are tried; what one has read, the next cannot see.
_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"{_AT}{_FROM}?{_CLOCK}{_TO}{_CLOCK}", _clock_span),
        (rf"{_AT}{_FROM}([0-9]{{1,2}})(){_TO}{_CLOCK}", _clock_span),
        (rf"{_AT}{_FROM}?{_CLOCK}{_TO}(?:midi|noon)\b()()", _noon_span),
        (rf"{_AT}{_FROM}?()()(?:midi|noon){_TO}{_CLOCK}", _noon_span),
        (rf"{_AT}{_FROM}?{_HALF_CLOCK}?{_TO}{_HALF_CLOCK}\b", _half_clock_span),
        (rf"\bil y a (?:environ )?(?:{NUMBER}(?: (?:a|ou) {NUMBER})?|quelques) ?{_AGO}", _nothing),
        (rf"{_AT}{NUMBER} ?{_AGO} ago\b", _nothing),
        (
            rf"{_AT}({NUMBER})(?:(?<=[0-9]) ?- ?(?=[0-9])| a | ou | or | to )({NUMBER}) ?({_UNIT})",
            _range,
        ),
        (rf"\b(?:entre|between) ({NUMBER}) (?:et|and) ({NUMBER}) ?({_UNIT})", _range),
        (r"\ba (?:[7-9]|[012][0-9]) ?(?:h|heures|:) ?(?:[0-5][0-9])?(?!\w)", _nothing),
        (rf"\b(?:vers|at|des|avant|apres|before|after|around|dans) {_CLOCK}", _nothing),
        (rf"{_AT}{_HALF_CLOCK}\b", _nothing),
        (
            rf"{_AT}(?<!and )(?<!and a )({NUMBER} )?{_KIND}(?:demi[ -]?heures?|half[ -]hours?)\b",
            _times(30),
        ),
        (r"\b(?:a )?half (?:of )?an hour\b()", _times(30)),
        (
            rf"{_AT}({NUMBER} )?{_KIND}"
            r"(?:quarts? d'heures?|quarters? of an hour|quarter[ -]hours?)\b",
            _times(15),
        ),
        (rf"{_AT}({_PART}) d'(?:heure|h)\b", _times(60)),
        (rf"{_AT}({NUMBER} )?(?:demi[ -]?journees?|half[ -]days?)\b", _times(HALF_DAY)),
        (r"\bhalf a day\b()", _times(HALF_DAY)),
        (
            rf"{_AT}((?:une?|an?|[0-9]) )(?:matinees?|apres[ -]midis?|afternoons?|mornings?)\b",
            _times(HALF_DAY),
        ),
        (r"\b(?:toute la journee|all day|the whole day)\b()", _times(DAY)),
        (
            rf"{_AT}({NUMBER}) ?{_KIND}(?:journees?|jours?|days?|j)\b(?!')"
            r"( et demie?\b| and a half\b)?",
            _days,
        ),
        (rf"{_AT}(?P<hours>{NUMBER})(?: |-(?=h[eo]u))?{_KIND}{_H}{_PAST_H}", _hours),
        (rf"{_AT}([0-9]{{1,2}}):([0-5][0-9])(?![\w:])", _colon),
        (rf"{_AT}({NUMBER})(?: |-(?=min))?{_KIND}{_MIN}", _times(1)),
        (rf"{_AT}({_DIGITS}) ?'(?!\w)", _times(1)),
    )
)
_MINUS = re.compile(r"(?:(?<![\w)])-|(?<!\bau )(?<!\bou )(?<!\bdu )\bmoins |\bminus )$")
_TIMES_BEFORE = re.compile(rf"({NUMBER}) ?(?:x|fois|times) ?$")
_TIMES_AFTER = re.compile(r" ?(?:x|fois|times) ?([0-9]{1,2})(?!\w| ?(?:personnes|people|h\b|min))")


def find(text: str) -> list[Found]:
    """Every duration in a text, in order; a range such as "4-5h" is two. Bare numbers are none."""
    rest, found = flat(text), list[Found]()
    for pattern, read_one in _RULES:
        for match in pattern.finditer(rest):
            found += [_in_place(rest, match, minutes) for minutes in read_one(match)]
        rest = pattern.sub(lambda match: TAKEN * len(match[0]), rest)
    return sorted(found, key=lambda one: (one.start, one.end))


def _in_place(text: str, match: re.Match[str], minutes: int) -> Found:
    """The duration with what multiplies it and its sign, which stand just beside it."""
    start, end = match.span()
    if before := _TIMES_BEFORE.search(text, max(0, start - 40), start):
        minutes, start = round(minutes * _value(before[1])), before.start()
    elif after := _TIMES_AFTER.match(text, end):
        minutes, end = minutes * int(after[1]), after.end()
    if minus := _MINUS.search(text, max(0, start - 12), start):
        minutes, start = -minutes, minus.start()
    return Found(minutes, start, end)


def read(text: str) -> int:
    """The minutes a text says; a Refusal when it says none, two, or more than one note may hold."""
    found = find(text)
    if found:
        return settle(found)
    bare = re.fullmatch(rf"(?:environ |about )?(-?) ?({NUMBER})", flat(text).strip())
    if not bare:
        raise Refusal("refusal-duration-unread")
    if bare[1] or not _value(bare[2]):
        raise Refusal("refusal-duration-negative" if bare[1] else "refusal-duration-zero")
    raise Refusal("refusal-duration-unit", number=text.strip())


def settle(found: Sequence[Found]) -> int:
    """The one duration that all of `found` say; a Refusal when they differ or none can be noted."""
    different = {one.minutes for one in found}
    if not different:
        raise Refusal("refusal-duration-unread")
    if min(different) < 0:
        raise Refusal("refusal-duration-negative")
    if len(different) > 1:
        raise Refusal("refusal-duration-two")
    return allowed(different.pop())


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
