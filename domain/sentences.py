"""Noting time: what a sentence says of an exchange. What it leaves out stays None: it is asked
for, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain import days, durations
from domain.durations import TAKEN
from domain.errors import Refusal
from domain.people import flat, name_at, name_before
from domain.timebank import SUBJECT_MOST

SENTENCE_MOST = 2 * SUBJECT_MOST  # as much again for who, when and how long; reading is not linear


class Direction(StrEnum):
    """What the writer says they did: spent time with, gave it, or received it."""

    WITH = "with"
    GAVE = "gave"
    RECEIVED = "received"


@dataclass(frozen=True)
class Sentence:
    """What a sentence says of an exchange; `refusal` is why its duration or subject cannot
    stand.
    """

    minutes: int | None
    direction: Direction | None
    partner: str | None
    day: date | None
    subject: str | None
    refusal: Refusal | None


_ADVERB = r"(?:(?:\w+ment|deja|aussi|bien|encore|beaucoup) )?"
_HELPED = (
    r"(?:donne|offert|aide|accompagne|consacre|appuye|forme|rendu service|prete|soutenu|conseille"
    r"|depanne)\w*"
)
_BOOSTED = r"(?:gave|given|helped|offered|supported|trained|coached)"
_GAVE = re.compile(rf"\bj'? ?ai {_ADVERB}{_HELPED}|\bi(?:'ve| have)? {_BOOSTED}(?: out)?\b")
_RECEIVED = re.compile(
    rf"\bj'? ?ai {_ADVERB}(?:recu|beneficie(?: de)?|ete {_HELPED})|\bmerci a(?= )|\bgrace a(?= )"
    rf"|\bthanks to(?= )|\bi(?:'ve| have)? (?:received|(?:was|been) {_BOOSTED}"
    r"|got(?=.*\b(?:from|help)\b))"
)
_TO_ME = re.compile(
    rf"\b(?:m'? ?(?:a|ont)|nous (?:a|ont)) {_ADVERB}{_HELPED}"
    rf"|\b(?:has |have )?{_BOOSTED} (?:me|us)\b(?: out)?"
)
_SHARED = re.compile(
    r"\b(?:j'? ?ai|on a|nous avons) (?:passe|travaille|fait|anime)\w*"
    r"|\b(?:i|we)(?:'ve| have)? (?:spent|worked)\b"
)
_ASKS = re.compile(
    r"\?|^\W*(?:combien|quand|comment|ou|qui|que|quoi|quel(?:le)?s?|pourquoi|si|est[ -]ce|faut|puis"
    r"|peut|peux|pouvez|how|when|what|who|where|why|which|if|can|could|do|does|did|is|are|should)\b"
    r"|\b(?:qu'est[ -]ce|est[ -]ce qu|savoir|wonder)|,\s*(?:comment|combien|how|what)\b"
)
_MENTION = re.compile(r"(?<![\w.@])@\w[\w.:=/+-]*")
_LINKS = dict.fromkeys(("avec", "with"), Direction.WITH)
_LINKS |= dict.fromkeys(("a", "to", "pour", "for"), Direction.GAVE)
_LINKS |= dict.fromkeys(("de", "from", "par", "by"), Direction.RECEIVED)
_LINK = re.compile(r"\b(?:avec|with|a|to|de|from|par|by) (?=\w)")
_SEAM = re.compile(rf"\b(?:pour|for) (?!(?:environ |about |around )?{TAKEN})")
_OF_SOMEBODY = re.compile(
    r"aide|accomp|soutenu|conseil|depann|forme|merci|grace|help|support|coach|thank"
)
_LEADING = re.compile(
    r"(?:[\s,;:.–-]+|(?:pour|for|de|of|sur|on|about|with|avec|et|and|a propos de|au sujet de"
    r"|concernant) |d')+"
)
_TRAILING = re.compile(
    r"(?:[\s,;:.–-]+|(?:^|(?<=\s))(?:pendant|durant|during|for|pour|environ|about|en|de|le|on"
    r"|et|and|avec|with|a|au|the))+$"
)


@dataclass(frozen=True)
class _Verb:
    direction: Direction
    said: str
    start: int
    end: int


def read_sentence(text: str, today: date) -> Sentence:
    """What is said of an exchange: mention, duration, day, direction, person; the rest is why."""
    if len(text) > SENTENCE_MOST:
        too_long = Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
        return Sentence(None, None, None, None, None, too_long)
    text = " ".join(unicodedata.normalize("NFC", text).replace(TAKEN, " ").split())
    partner, link, rest = _mentioned(text)
    seam = _seam(rest, today)
    minutes, refusal, rest = _duration(rest, seam)
    day, day_refusal, rest = _day(rest, seam, today)
    verb, rest = _verb(rest)
    if not partner:
        partner, link, rest = _someone(rest, seam, verb)
    subject = _subject(rest, seam)
    refusal = refusal or day_refusal
    if subject and len(subject) > SUBJECT_MOST:
        refusal = refusal or Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
        subject = None
    direction = link if link is Direction.WITH or not verb else verb.direction
    return Sentence(minutes, direction, partner, day, subject, refusal)


def looks_like_note(text: str) -> bool:
    """Whether a plain sentence tells of time given or received: past, with a length, no
    question.
    """
    if len(text) > SENTENCE_MOST:
        return False
    said = flat(text)
    if _ASKS.search(said) or not durations.find(text):
        return False
    if any(verb.search(said) for verb in (_GAVE, _RECEIVED, _TO_ME)):
        return True
    return bool(_SHARED.search(said) and re.search(r"\b(?:avec|with)\b", said))


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + TAKEN * (end - start) + text[end:]


def _link_before(text: str, at: int) -> tuple[Direction | None, int]:
    """The word that ties a person to the sentence, and where it begins."""
    before = re.search(r"\b(\w+) $", flat(text[:at]))
    if before and before[1] in _LINKS:
        return _LINKS[before[1]], before.start()
    return None, at


def _mentioned(text: str) -> tuple[str | None, Direction | None, str]:
    """The first person mentioned; one whose work is the subject ("le dossier de @x") has no
    side.
    """
    match = _MENTION.search(text)
    if not match:
        return None, None, text
    partner = match[0].rstrip(".:,")
    direction, start = _link_before(text, match.start())
    if direction is Direction.RECEIVED and _SEAM.search(flat(text[:start])):
        return partner, None, text
    return partner, direction, _blank(text, start, match.start() + len(partner))


def _seam(text: str, today: date) -> int:
    """Where "pour …" begins to say why; the text's end when nothing does."""
    for one in durations.find(text):
        text = _blank(text, one.start, one.end)
    if day := days.find(text, today):
        text = _blank(text, day.start, day.end)
    match = _SEAM.search(flat(text))
    return match.start() if match else len(text)


def _duration(text: str, seam: int) -> tuple[int | None, Refusal | None, str]:
    """The duration said before the why; one in the why only when there is no other."""
    found = durations.find(text)
    chosen = [one for one in found if one.start < seam] or found
    for one in chosen:
        text = _blank(text, one.start, one.end)
    if not chosen:
        return None, None, text
    try:
        return durations.settle(chosen), None, text
    except Refusal as refusal:
        return None, refusal, text


def _day(text: str, seam: int, today: date) -> tuple[date | None, Refusal | None, str]:
    """The day said before the why, or last in it; in "la réunion de lundi" it is the meeting's."""
    said = flat(text)
    found = [
        one
        for one in days.find_all(text, today)
        if not re.search(r"\b(?:de|du|of) ?$", said[max(0, one.start - 4) : one.start])
    ]
    if not found:
        return None, None, text
    chosen = found[0] if found[0].start < seam else found[-1]
    text = _blank(text, chosen.start, chosen.end)
    try:
        return days.allowed(chosen.day, today), None, text
    except Refusal as refusal:
        return None, refusal, text


def _verb(text: str) -> tuple[_Verb | None, str]:
    """Which way the verb sends the time; "m'a aidée" is looked for before "j'ai aidé"."""
    said = flat(text)
    for pattern, direction in (
        (_TO_ME, Direction.RECEIVED),
        (_RECEIVED, Direction.RECEIVED),
        (_GAVE, Direction.GAVE),
        (_SHARED, None),
    ):
        if match := pattern.search(said):
            verb = _Verb(direction, match[0], *match.span()) if direction else None
            return verb, _blank(text, *match.span())
    return None, text


def _someone(text: str, seam: int, verb: _Verb | None) -> tuple[str | None, Direction | None, str]:
    """Who is named: before "m'a aidée", after "j'ai aidé", or after a word that ties them in."""
    span = _name_by(text, verb) if verb else None
    if span:
        return text[span[0] : span[1]], None, _blank(text, *span)
    links = _LINK.finditer(flat(text))
    for link in sorted(links, key=lambda match: match[0] not in ("avec ", "with ")):
        direction = _LINKS[link[0].strip()]
        after_time = text[: link.start()].rstrip().endswith(TAKEN)
        if direction is not Direction.WITH and link.start() > seam:
            continue
        if direction is Direction.RECEIVED and not after_time:
            continue
        small = direction is Direction.WITH or (verb is not None and after_time)
        if span := name_at(text, link.end(), small=small):
            return text[slice(*span)], direction, _blank(text, link.start(), span[1])
    return None, None, text


def _name_by(text: str, verb: _Verb) -> tuple[int, int] | None:
    """The helper before "m'a aidée", or the one helped after "j'ai aidé"."""
    if _TO_ME.match(verb.said):
        return name_before(text, verb.start)
    return name_at(text, verb.end + 1, small=bool(_OF_SOMEBODY.search(verb.said)))


def _subject(text: str, seam: int) -> str | None:
    """What follows "pour", or all that nothing else has read."""
    marked = _SEAM.match(flat(text), seam)
    pieces = (text[marked.end() :] if marked else text).split(TAKEN)
    return " ".join(filter(None, map(_trimmed, pieces))) or None


def _trimmed(piece: str) -> str:
    """The words without what tied them to those read before and after."""
    said = flat(piece)
    leading, trailing = _LEADING.match(said), _TRAILING.search(said)
    start = leading.end() if leading else 0
    return piece[start : max(start, trailing.start() if trailing else len(piece))].strip()
