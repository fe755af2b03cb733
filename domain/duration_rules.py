"""The grammar of durations: each form people write, in the order in which forms are tried.

Knows what a form means in minutes, given the length of a day. Must not know sentences. Where a form
has two honest readings ("1,50 h"), it gives both, and nobody chooses between them here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from domain.numbers import DIGITS, NUMBER, PART, SPELLED, number, value_of

EARLIEST_HOUR = 7  # "2h à 3h" is an estimate; from 7 on, two hours in a row are a clock's

AT = (  # not inside a word, a date or a decimal; "1h30" in "2x1h30" too
    r"(?:(?<![\w/])(?<![0-9][.,])(?<!\w-)|(?<=[0-9]x)|(?<=[0-9] x))"
)
KIND = (
    r"(?:(?:petite?s?|bon(?:ne)?s?|gros(?:se)?s?|belles?|grandes?|good|full|short|long|whole|solid)"
    r" )?"
)
H = r"(?:heures?|heurs?|hours?|hres?|hrs?|h)(?![a-z])"
MIN = r"(?:minutes?|minuttes?|mins?|mns?)(?!\w)"
DAYS = r"(?:j|jours?|jrs?|journees?|days?)\b"
UNIT = rf"(?:{H}|{MIN}|{DAYS})(?![0-9])"
AND = r"(?:et|and|&|e|est|ai)"
CLOCK = r"([0-9]{1,2}) ?(?:h|heures?|:) ?([0-5][0-9])?(?!\w)"
HALF_CLOCK = r"([0-9]{1,2})(?:[:.]([0-5][0-9]))? ?(am|pm)"
_TO = r"(?: ?(?:-|->|=>|→|>) ?| a | jusqu'a | to | until | till | et | and )"
_FROM = r"(?:de |entre |from |between )"
_AGO = r"(?:h|heures?|min|minutes?|j|jours?|semaines?|mois|hours?|days?|weeks?|months?)\b"
_WEEKDAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|demain|today|yesterday"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_COUNTED = (  # in "2h 12 mars" and "2h 30 personnes", the second number is not minutes
    r"(?:janv?|janvier|january|fevr?|fevrier|feb|february|mars|march|avr|avril|apr|april|mai|may"
    r"|juin|june|juil|juillet|july|aout|aug|august|sept?|septembre|september|oct|octobre|october"
    r"|nov|novembre|november|dec|decembre|december|jours?|days?|personnes?|people|participant\w*"
    r"|euros?|pages?|(?:fois|x)(?! ?[0-9])|h|heures?|hours?)\b|[€%]"
)
_MANY = (  # "2 h 30 relecture" is two hours and a half; "2 h 30 affiches" may be two hours
    r"(?P<many>(?= ?(?!dans\b|sans\b|hors\b|puis\b|plus\b|mais\b|vers\b|this\b)[a-z]+[sx]\b))?"
)
_PAST_H = (
    rf"(?: ?(?:{AND} )?(?P<minutes>[0-9]{{1,2}}|{SPELLED}(?= )) ?(?:{MIN}|m\b|'(?!\w))"
    rf"|(?P<half> ?(?:(?:et |and |& ?)?½|(?:et |and |& ?)?1/2(?![0-9/]))"
    rf"| ?{AND} (?:une? )?dem[ie]{{1,3}}s?\b(?!-| ?(?:heure|journee|groupe))"
    r"| and a half\b)"
    rf"|(?P<quarter> (?:et )?(?:trois quarts?|un quart|quart)\b| {AND} (?:[13]/4(?![0-9/])|[¼¾])"
    r"| ?[¼¾]| and (?:a|three) quarters?\b)(?: d'h(?:eure)?)?"
    rf"| moins (?P<less>le quart|un quart|{NUMBER})(?![0-9.,]| ?{H})(?: ?{MIN})?"
    rf"|(?P<bare>[0-5][0-9])(?!\w|[/.:-][0-9])"
    rf"|(?: (?:(?:et|and) )?|[.,])(?P<loose>[0-5][0-9]|(?!an?\b|une?\b){SPELLED}\b)"
    rf"(?!\w|[/.:-][0-9]| ?(?:{_COUNTED})){_MANY}"
    r"|(?P<digit> [1-9])(?= ?(?:$|[;,.)]))"
    rf"|(?! ?-[0-9]|[0-9]|[.,:;'][0-9]| [13]/4|\. [0-5][0-9]\b(?! ?(?:{_COUNTED}))))"
)

Reader = Callable[[re.Match[str], int], tuple[int, ...]]


def _clock_span(match: re.Match[str], _day: int) -> tuple[int, ...]:
    """From one hour to another; two estimates when the hours are too early for a clock."""
    first, last = (round(60 * value_of(match[hour]) + value_of(match[hour + 1])) for hour in (1, 3))
    early = first < 60 * EARLIEST_HOUR
    return (first, last) if early else ((last - first) % (24 * 60),)


def _noon_span(match: re.Match[str], _day: int) -> tuple[int, ...]:
    """Until noon or from it on; "de midi à deux heures" is two hours."""
    until, since = (
        round(60 * (value_of(match[hour]) or 12) + value_of(match[hour + 1])) for hour in (3, 1)
    )
    return ((until - since) % (12 * 60),)


def _midnight_span(match: re.Match[str], _day: int) -> tuple[int, ...]:
    return ((-60 * int(match[1]) - int(match[2] or 0)) % (24 * 60),)


def _half_clock_span(match: re.Match[str], _day: int) -> tuple[int, ...]:
    """From 2 to 4:30pm; a half of the day that is not written is the other hour's."""
    first, last = (60 * (int(match[hour]) % 12) + int(match[hour + 1] or 0) for hour in (1, 4))
    afternoon = 12 * 60 * ((match[6] == "pm") - (match[3] == "pm")) if match[3] else 0
    return ((last - first + afternoon) % (24 * 60 if match[3] else 12 * 60),)


def _range(match: re.Match[str], day: int) -> tuple[int, ...]:
    unit = {"h": 60, "m": 1}.get(match[3][0], day)
    return (round(value_of(match[1]) * unit), round(value_of(match[2]) * unit))


def _hours(match: re.Match[str], _day: int) -> tuple[int, ...]:
    written = match.groupdict()
    minutes = value_of(written["minutes"] or written["bare"] or written["loose"])
    if written["half"]:
        minutes = 30
    if quarter := written["quarter"]:
        minutes = 45 if re.search("trois|three|3|¾", quarter) else 15
    if written["less"]:
        minutes = -(number(written["less"]) or 15)
    readings = [round(60 * hours + minutes) for hours in _decimal(written["hours"])]
    if written["many"] is not None or written["digit"] or minutes >= 60:
        readings.append(round(60 * value_of(written["hours"])) + int(written["digit"] or 0))
        readings.append(round(60 * value_of(written["hours"])))
    return tuple(sorted(set(readings)))


def _decimal(written: str) -> tuple[float, ...]:
    """Hours in figures; "1,30" and "1,3" are decimals for some, half past one for others."""
    hours = value_of(written)
    figures = re.fullmatch(r"([0-9]+)[.,]([0-9]{2}|3)", written)
    if not figures or figures[2] in ("00", "25", "75"):
        return (hours,)
    minutes = int(figures[2].ljust(2, "0"))
    return (hours, int(figures[1]) + minutes / 60) if minutes < 60 else (hours,)


def _colon(match: re.Match[str], _day: int) -> tuple[int, ...]:
    return (60 * int(match[1]) + int(match[2]),)


def _days(match: re.Match[str], day: int) -> tuple[int, ...]:
    return (round(day * (value_of(match[1]) + (0.5 if match[2] else 0))),)


def _each(minutes: int) -> Reader:
    """A reader of `minutes` for each one counted; one when no number is written."""
    return lambda match, _day: (round(minutes * (value_of(match[1]) if match[1] else 1)),)


def _day_part(share: float) -> Reader:
    """A reader of a share of the day for each one counted."""
    return lambda match, day: (round(day * share * (value_of(match[1]) if match[1] else 1)),)


def _about(match: re.Match[str], _day: int) -> tuple[int, ...]:
    counts = "couple paire dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine"
    values = dict(zip(counts.split(), (2, 2, 10, 12, 15, 20, 30, 40, 50), strict=True))
    return (values[match[1]] * (60 if match[2][0] == "h" else 1),)


def _nothing(_match: re.Match[str], _day: int) -> tuple[int, ...]:
    return ()


_AT_HOUR = r"(?<!estime )(?<!estimee )(?<!evalue )\ba "  # "à 2h"; English writes "a 2h workshop"
_MOMENTS = (  # a clock, a time ago, a time to come
    rf"\b(?:il )?y ?'?a (?:environ )?(?:{NUMBER}(?: (?:a|ou) {NUMBER})?|quelques) ?{_AGO}",
    rf"{AT}{NUMBER} ?{_AGO} ago\b",
    rf"\b(?:dans|d'ici) (?:environ )?{NUMBER} ?{_AGO}",
    rf"\bdans {CLOCK}",
)
_CLOCKS = (
    rf"{_AT_HOUR}(?:[0-2][0-9]|[7-9]|(?!an?\b){SPELLED}\b) ?(?:(?:heures?|h)(?![a-z])|:) ?"
    r"(?:[0-5][0-9])?(?!\w)",
    rf"{_AT_HOUR}[0-6] ?(?:heures?|h) ?(?:[0-5][0-9])?"
    r"(?=\W*$| ?[,;.)]| (?:pour|avec|for|with|et)\b)",
    rf"\b(?:vers|at|des|avant|apres|before|after|around) {CLOCK}",
    rf"\b(?:{_WEEKDAYS}|(?:{_WEEKDAYS}) (?:matin|soir|aprem|apres[ -]midi)|rdv|rendez-vous)"
    r" (?:a )?(?:9|1[0-9]|2[0-3]) ?(?:h|heures|:) ?(?:[0-5][0-9])?(?!\w)(?! de | d')",
    rf"{AT}{HALF_CLOCK}\b",
    r"(?<![\w:])(?:0?[7-9]|1[0-9]|2[0-9]):[0-5][0-9](?![\w:])",
    r"\bun jour\b(?! (?:1/2|½|de |entier|complet|plein|et demi)| d'|\W*$)",
)
_SPANS: tuple[tuple[str, Reader], ...] = (
    (rf"{AT}{_FROM}?{CLOCK}{_TO}{CLOCK}", _clock_span),
    (rf"{AT}{_FROM}([0-9]{{1,2}})(){_TO}{CLOCK}", _clock_span),
    (
        rf"{AT}{_FROM}{CLOCK} (?:a|to) ([0-9]{{1,2}})()(?![\w:/.,-]| ?(?:{_COUNTED}|h\b))",
        _clock_span,
    ),
    (rf"{AT}{_FROM}?{CLOCK}{_TO}(?:minuit|midnight)\b", _midnight_span),
    (rf"{AT}(1[2-9]|2[0-3])()(?: ?- ?| a ){CLOCK}", _clock_span),
    (rf"{AT}{_FROM}?{CLOCK}{_TO}(?:midi|noon)\b()()", _noon_span),
    (rf"{AT}{_FROM}?([0-9]{{1,2}})(?:[:.]([0-5][0-9]))? ?am{_TO}noon\b()()", _noon_span),
    (rf"{AT}{_FROM}?({SPELLED}) heures?(){_TO}(?:midi|noon)\b()()", _noon_span),
    (rf"{AT}{_FROM}?()()(?:midi|noon){_TO}{CLOCK}", _noon_span),
    (rf"{AT}{_FROM}?()()(?:midi|noon){_TO}({SPELLED}) heures?()\b", _noon_span),
    (rf"{AT}{_FROM}?{HALF_CLOCK}?{_TO}{HALF_CLOCK}\b", _half_clock_span),
)
_RANGES: tuple[tuple[str, Reader], ...] = (
    (
        rf"{AT}({NUMBER})(?:(?<=[0-9]) ?- ?(?=[0-9])| a | ou | or | to )({NUMBER}) ?({UNIT})",
        _range,
    ),
    (rf"\b(?:entre|between) ({NUMBER}) (?:et|and) ({NUMBER}) ?({UNIT})", _range),
)
_LENGTHS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{AT}(?<!and )(?<!and a )({NUMBER} )?{KIND}(?:demie?s?[ -]?{H}|half[ -]hours?\b)",
        _each(30),
    ),
    (r"\b(?:a )?half (?:of )?an hour\b()", _each(30)),
    (
        rf"{AT}({NUMBER} )?{KIND}"
        r"(?:quarts? d'(?:heures?|h)|quarters? of an hour|quarter[ -]hours?)\b",
        _each(15),
    ),
    (rf"{AT}({PART}) d'(?:heures?|h)\b", _each(60)),
    (rf"{AT}({NUMBER} )?(?:demie?s?[ -]?(?:journees?|jours?)|half[ -]days?)\b", _day_part(0.5)),
    (r"\bhalf (?:a|the) day\b()", _day_part(0.5)),
    (
        rf"{AT}({NUMBER} ){KIND}(?:matinees?|apres[ -]midis?|aprems?|afternoons?|mornings?)\b",
        _day_part(0.5),
    ),
    (
        r"\b(?:tout(?:e)? (?:la matinee|l'(?:apres[ -]midi|aprem))"
        r"|(?:la matinee|l'apres[ -]midi) (?:entiere?|complete)|(?<=passe )la matinee"
        r"|(?<=passe )l'apres[ -]midi|(?:all|the whole) (?:morning|afternoon))\b()",
        _day_part(0.5),
    ),
    (
        r"\b(?:toute la journee|la journee (?:entiere|complete)|(?<=passe )la journee|all day"
        r"|the whole day)\b()",
        _day_part(1),
    ),
    (
        rf"{AT}({NUMBER}) ?{KIND}(?:journees?|jours?|jrs?|days?|j)(?:\b(?!')|(?=1/2))"
        r"( et demie?\b| and a half\b| ?1/2(?![0-9/])|½)?",
        _days,
    ),
    (
        rf"{AT}(?:une?|la|a) (?:petite |bonne |grosse )?"
        r"(couple|paire|[a-z]+aine) (?:d'|de |of )(heures|hours|minutes)\b",
        _about,
    ),
    (rf"{AT}(?P<hours>{NUMBER})(?: |-(?=h[eo]u))?{KIND}{H}{_PAST_H}", _hours),
    (rf"{AT}(0?[0-6]):([0-5][0-9])(?![\w:])", _colon),
    (rf"{AT}({NUMBER})(?: |-(?=min))?{KIND}{MIN}", _each(1)),
    (rf"{AT}({DIGITS}) ?'(?!\w)", _each(1)),
)

RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        *_SPANS,
        *((moment, _nothing) for moment in _MOMENTS),
        *_RANGES,
        *((clock, _nothing) for clock in _CLOCKS),
        *_LENGTHS,
    )
)
"""What one has read, the next cannot see."""
