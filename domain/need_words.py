"""What one message says of a need: by when, where or from afar, how long, and what is left.

Knows French and English. Must not know which places there are (it is told), nor today (likewise).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from domain import days, durations
from domain.day_rules import MONTH, month_of
from domain.errors import Refusal
from domain.needs import need_of
from domain.numbers import NUMBER, TAKEN, blank
from domain.offers import EVERYTHING
from domain.people import flat, fold
from domain.phone_words import spelled
from domain.small_talk import small_talk

PLACE_WORDS = 5
"""Words of a place's name that follow "à": "Saint-Martin d’Hères" has three."""

LOOKED_AT = 60
"""Phrases that are looked up as a place; no message has as many."""


@dataclass(frozen=True)
class Said:
    """What a message says. `subject` is what nothing else has read; `past` a day that lies behind,
    of which no deadline can be made.
    """

    text: str
    subject: str
    deadline: date | None = None
    past: date | None = None
    place: str = ""
    remote: bool = False
    minutes: int | None = None
    urgent: bool = False


def read(text: str, today: date, *, is_place: Callable[[str], bool], day: int = 420) -> Said:
    """All that a message says; refuses one that asks for nothing, for everything, or too long.

    `is_place` says whether some place is called so; `day` is how many minutes a day of help has.
    """
    text = need_of(text.replace(TAKEN, " "))
    bare = fold(text).strip(" .!?…")
    if bare in EVERYTHING:
        raise Refusal("refusal-need-everything")
    if not re.search(r"[^\W_]", text) or small_talk(text) is not None:
        raise Refusal("refusal-need-empty")
    urgent, rest = _marked(_URGENT, spelled(text))
    afar, rest = _marked(_REMOTE, rest)
    here, rest = _marked(_ON_SITE, rest)
    deadline, past, rest = _deadline(rest, today)
    minutes, rest = _minutes(rest, day)
    place, rest = _place(rest, is_place)
    subject = subject_of(_HOUR.sub(lambda match: TAKEN * len(match[0]), rest))
    if not subject:
        raise Refusal("refusal-need-empty")
    return Said(
        text,
        subject,
        deadline,
        past,
        place,
        remote=afar and not here,
        minutes=minutes,
        urgent=urgent,
    )


_URGENT = re.compile(
    r"(?<!d')(?<![\w-])(?:(?:c'est |tres |assez |its |it's |it is |very )*urgent(?:e|ly)?"
    r"|en urgence"
    r"|asap|(?:au|le) plus vite(?: possible)?|des que possible|as soon as possible)\b[ !]*"
)
_REMOTE = re.compile(
    r"(?<!pas )(?<!not )(?<![\w-])(?:(?:plutot |si possible )?(?:a distance|en (?:visio\w*"
    r"|distanciel|teletravail)|par (?:visio\w*|telephone|mail|courriel|zoom)|remotely|remote"
    r"|from afar|by (?:phone|email|video)|on zoom)|(?<=, )online)\b"
)
_ON_SITE = re.compile(
    r"(?<![\w-])(?:pas a distance|not remote(?:ly)?|sur place|en presentiel|en personne|in person"
    r"|on[ -]site|face to face)\b"
)


def _marked(pattern: re.Pattern[str], text: str) -> tuple[bool, str]:
    """Whether the text says it, and the text without."""
    found = list(pattern.finditer(flat(text)))
    for match in found:
        text = blank(text, *match.span())
    return bool(found), text


def deadline_in(text: str, today: date) -> tuple[date | None, date | None]:
    """The day to come that an answer tells, and a day behind when there is none."""
    coming, past, _ = _deadline(text, today)
    return coming, past


_TIED = re.compile(r"(?:\b(?:d'ici (?:a |au )?|(?:juste )?(?:avant|pour|before|by|until|till) ?))$")
_OF = re.compile(r"\b(?:de|du|des|of) ?$")


def _deadline(text: str, today: date) -> tuple[date | None, date | None, str]:
    """The last day told that is not behind, a day that is, and the text without its days.

    "La réunion du 12" keeps its words, though the 12th counts; of a past one nothing is said.
    """
    told, past = list[date](), list[date]()
    found = days.find_all(text, today, ahead=True)
    spans = [(one.day, one.start, one.end) for one in found]
    for one, start, end in spans or list(_loosely(text, today)):
        belongs = _OF.search(flat(text[max(0, start - 4) : start]))
        fits = today <= one <= today + timedelta(days=days.FARTHEST)
        told += [one] if fits else []
        past += [one] if not fits and not belongs else []
        if not belongs:
            tie = _TIED.search(flat(text[:start]))
            text = blank(text, tie.start() if tie else start, end)
    return (max(told) if told else None), (min(past) if past and not told else None), text


_LOOSE = re.compile(
    r"\b(?:(?:avant|pour|d'ici|before|by) )?(?:(?:la |the )?(?:fin|end) (?:de |du |of )?)?(?:la "
    r"|the )?"
    r"(?P<span>(?:cette |this )(?:semaine|week)\b|(?:semaine|mois|week|month) prochaine?\b"
    r"|next (?:week|month)\b|(?:le mois|mois) prochain\b|(?:ce|this) (?:week-?end|mois"
    r"|month)(?:-ci)?\b"
    rf"|(?<=fin )(?:de (?:la )?semaine|(?:du|de) mois)\b|(?<=end )of (?:the |this )?(?:week"
    rf"|month)\b"
    rf"|(?:(?<=fin )|(?<=fin de )|(?<=end of )|(?<!\w)(?:en|in|courant) )(?:{MONTH})\b)"
)


def _loosely(text: str, today: date) -> Iterator[tuple[date, int, int]]:
    """The last day of a week or a month that the text names."""
    for match in _LOOSE.finditer(flat(text)):
        yield _last_day(match["span"], today), match.start(), match.end()


def _last_day(span: str, today: date) -> date:
    after = "prochain" in span or "next" in span
    if re.search("semaine|week", span):
        return today + timedelta(days=6 - today.weekday() + 7 * after)
    month = re.search(rf"\b({MONTH})$", span)
    if month and not re.search("mois|month", span):
        number = month_of(month[1])
        return _end_of_month(today.year + (number < today.month), number)
    months = today.year * 12 + today.month - 1 + after
    return _end_of_month(months // 12, months % 12 + 1)


def _end_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


_ABOUT = re.compile(
    r"(?:\b(?:pour|pendant|durant|environ|a peu pres|for|about|de|of|about|around) ?)+$"
)


def _minutes(text: str, day: int) -> tuple[int | None, str]:
    """How long it takes, where one length is told without doubt; "un atelier de 2h" keeps it."""
    bare = flat(text)
    found = [one for one in durations.find(text, day=day) if not _is_hour(bare, one.start, one.end)]
    sure = {one.minutes for one in found if one.sure and 0 < one.minutes <= durations.MOST_MINUTES}
    if len(found) != 1 or len(sure) != 1:
        return None, text
    start, end = found[0].start, found[0].end
    tie = _ABOUT.search(flat(text[:start]))
    if tie is None or not re.match("de|of", tie[0]):
        text = blank(text, tie.start() if tie else start, end)
    return sure.pop(), text


_OF_THE_DAY = re.compile(r"(?:[6-9]|1\d|2[0-2]) ?(?:h(?:[0-5]\d)?|:[0-5]\d)")


def _is_hour(bare: str, start: int, end: int) -> bool:
    """Whether "9h" right after a day is when, and not how long: "samedi 9h", not "9h de compta"."""
    after_day = re.search(r"\0\s*$", bare[:start]) is not None
    of_it = re.match(r"\s*(?:de|d'|of)\b", bare[end:]) is not None
    return after_day and not of_it and _OF_THE_DAY.fullmatch(bare[start:end].strip()) is not None


_AT = re.compile(
    r"(?:(?<=^)|(?<=[\s,;\0(]))(?P<at>à|au|aux|en|vers|près de|pres de|autour de|proche de|in"
    r"|near|at"
    r"|around|sur|dans l[ae]|dans l['’]|(?<!\bon )(?<!\bil )(?<!\bqui )(?<!\by )(?<!un )(?<!une )a)"
    r"(?:(?<=['’])|\s+)(?=(?P<name>[^,;.!?\0]+))",
    re.IGNORECASE,
)
_SAINT = re.compile(r"(?:st|ste|saint|sainte)[ -]", re.IGNORECASE)
_SAINT_ALONE = re.compile(rf"(?<=[\s\0]){_SAINT.pattern}[^,;\0().!?]+", re.IGNORECASE)
"""How a place begins that needs no capital and no "à" to be one."""

_TOLD_OF = re.compile(
    r"\b(?:dossiers?|articles?|textes?|livres?|films?|expose|conference|atelier|questions?|infos?"
    r"|presentation|etude|debat|carte|documents?|rapport) $"
)
"""What is on a place is not at it."""
_SMALL = re.compile(r"(?:(?:l[ea]s?|the|du|des?|en) |l['’])+", re.IGNORECASE)


def _place(text: str, is_place: Callable[[str], bool]) -> tuple[str, str]:
    """A place that is called so: after "à", or alone between commas; the text without it.

    Where it has no capital, it must end the phrase: "à la réunion" is seldom an island.
    """
    for start, end, name, at in islice(_candidates(text), LOOKED_AT):
        before = flat(text[:start])
        on_it = at == "sur" or before.endswith("sur ")
        if on_it and _TOLD_OF.search(before.removesuffix("sur ")):
            continue
        last = text[end : end + 1] in ("", ",", ";") or bool(_CLOSING.fullmatch(flat(text[end:])))
        plain = last and not _SMALL.match(name) and at not in ("au", "dans la")
        if (_capital(name) or plain) and is_place(name):
            return name, blank(text, start, end)
    return "", text


def _candidates(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where a place may stand, the longest names first, with the word before it."""
    for match in _AT.finditer(text):
        words = match["name"].split(" ")[:PLACE_WORDS]
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).rstrip()
            start = match.start("name")
            yield match.start(), start + len(name), name, match["at"].casefold()
    for piece in re.finditer(r"(?<=[,;\0(])[^,;\0().!?]+", text):
        name = piece[0].strip()
        if name and (_capital(name) or _SAINT.match(name)) and len(name.split()) <= PLACE_WORDS:
            start = piece.start() + len(piece[0]) - len(piece[0].lstrip())
            yield start, start + len(name), name, ""
    for match in _SAINT_ALONE.finditer(text):
        yield match.start(), match.end(), match[0].rstrip(), ""


def _capital(name: str) -> bool:
    """Whether it is written as a name is, its article aside."""
    bare = _SMALL.sub("", name, count=1) if _SMALL.match(name) else name
    return bare[:1].isupper() or name[:1].isdigit()


_HOUR = re.compile(
    r"(?:\b(?:à|a|vers|dès|des|at|around|de|from) )?(?<![\w.,])[0-9]{1,2} ?(?:h(?:[0-9]{2})?"
    r"|:[0-9]{2}"
    r"(?: ?[ap]m)?|[ap]m)\b(?! (?:par|de|d['’]|of|a|per|each)\b)",
    re.IGNORECASE,
)
"""An hour of the day, which is kept in the words and says nothing of what is needed."""

_POLITE = (
    r"(?:bonjour|bonsoir|salut|hello|hi|hey|a tous|a toutes|s'il (?:vous|te) plait|svp|stp|please"
    r"|merci(?: d'avance| beaucoup)?|thanks?(?: you)?(?: in advance)?)"
)
_SOMEONE = (
    r"(?:quelqu'un(?:e)?|une? (?:personne|ally|alliee?|benevole)|(?:des|quelques) (?:gens|personnes"
    r"|benevoles|allies|bras)|du monde|(?:de l')?aide|un coup de (?:main|pouce)|d'aide"
    r"|some(?:one|body)|any(?:one|body)|people|volunteers|(?:some )?help|a hand|a person)"
)
_OPENING = re.compile(
    rf"^[\W_\0]*(?:(?:{_POLITE}"
    r"|est-ce qu'?e? ?|est-ce que|y a(?:-| )t(?:-| )il|il y a(?:urait)?|ya|is there|does|do|can"
    r"|could"
    r"|would|has|have|(?:je|on|nous)|j'|i|we|i'm|i am|we're|we are"
    r"|(?:re)?cherch\w*|aurai[st]|aurait|aurions|avons|besoin|ai|a(?= besoin)|a(?= une? )|looking"
    r"|need|needs|in need"
    r"|il (?:me|nous) (?:faut|faudrait)|could use|searching|after"
    rf"|{_SOMEONE}|(?:qui|that|who) |(?:sache|saurait|sait|puisse|peut|peuvent|pourrait|veut bien"
    rf"|dispose"
    r"|m'aider|nous aider|me preter|nous preter|preter|lend (?:me|us)?|help (?:me|us)(?: with)?"
    r"|knows? how to|can|able to|to|for|with|of|pour|de|d'|a(?= \w+er\b)|avec|or|ou|et|and"
    r"|chez vous"
    r"|parmi vous|ici|here|has|have|with)"
    r")(?![\w'’])[\s,:\0]*|(?:j'|d'|m'|qu')(?=\w))+"
)
_CLOSING = re.compile(
    rf"(?:[\s,;:.!?…()\0-]|\b{_POLITE}$|\b(?:le|la|the|d'ici|avant|pour|by|before|on|et|and"
    rf"|environ|plutot"
    r"|soit|ideally|idealement|si possible|if possible)[\s,;:.!?\0]*$)+$"
)
_HEADS = re.compile(
    rf"[\s\0]*(?:\b(?:pour|de|for|d'environ|about|up to|jusqu'a)[\s\0]+)?(?<![\w-]){NUMBER}[\s\0]+"
    r"(?:personnes?|places?|pers|people|participant\w*|seats?)\b"
    rf"|[\s\0]*\b(?:pour|for)[\s\0]+{NUMBER}(?=[\s\0]*(?:$|[,;.?!\0]|personnes?|people))"
)
_COUNT = re.compile(rf"^(?:(?!une?\b|an?\b)(?:{NUMBER})) (?=\w)")


def subject_of(text: str) -> str:
    """What a need is about: the words without greetings, "je cherche quelqu’un pour", how many
    people come, and what is taken out already.
    """
    for match in reversed(list(_HEADS.finditer(flat(text)))):
        text = blank(text, *match.span())
    opening = _OPENING.match(flat(text))
    text = text[opening.end() :] if opening else text
    for _ in range(3):
        closing = _CLOSING.search(flat(text))
        text = text[: closing.start()] if closing else text
    text = " ".join(text.replace(TAKEN, " ").split())
    text = re.sub(r"\s+([,;.!?])", r"\1", text).strip(" ,;:.!?")
    count = _COUNT.match(flat(text))
    return text[count.end() :] if count else text
