"""Noting time: what a sentence says of an exchange. What it leaves out stays None: it is asked
for, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from domain import days, durations, note_words
from domain.durations import DAY
from domain.errors import Refusal
from domain.note_words import (
    LEADING,
    ORGANISED,
    PAID,
    POT,
    SEAM,
    SPOKEN,
    TRAILING,
    Direction,
)
from domain.numbers import TAKEN, blank
from domain.people import flat
from domain.sentence_people import Named, Verb, also_mentioned, mentioned, someone, verb_of
from domain.timebank import SUBJECT_MOST

__all__ = ["SENTENCE_MOST", "Direction", "Sentence", "looks_like_note", "read_sentence"]

SENTENCE_MOST = 2 * SUBJECT_MOST  # as much again for who, when and how long; reading is not linear


@dataclass(frozen=True)
class Sentence:
    """What a sentence says of an exchange.

    `refusal` is why its duration, day or subject cannot stand; `others` are those named beside the
    partner. `paid`: money was paid, so that it stays out of balances; `spoken`: the other side has
    no telephone and agreed by word of mouth; `common`: the time went to the common; `undated`: it
    tells a day, but not one that can stand.
    """

    minutes: int | None
    direction: Direction | None
    partner: str | None
    day: date | None
    subject: str | None
    refusal: Refusal | None
    others: tuple[str, ...] = ()
    paid: bool = False
    spoken: bool = False
    common: bool = False
    undated: bool = False


_OF = re.compile(r"\b(?:de|du|of) ?$")
_SIGN = re.compile(r"^(?:([+] ?|-)(?=[\d½¼¾])|- )")  # "- 2h" is a line of a list


def read_sentence(text: str, today: date, *, day: int = DAY) -> Sentence:
    """What is said of an exchange: mention, duration, day, direction, person; the rest is why.

    `day` is how many minutes a day of help is worth.
    """
    if len(text) > SENTENCE_MOST:
        refusal = Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
        return Sentence(None, None, None, None, None, refusal)
    text = " ".join(unicodedata.normalize("NFC", text).replace(TAKEN, " ").split())
    sign, text = _signed(text[note_words.opening(flat(text)) :])
    marks, text = _marked(text)
    named = mentioned(text)
    seam = _seam(named.rest, today, day)
    named = also_mentioned(named, seam)
    minutes, unread, rest = _duration(named.rest, seam, day)
    served, day_refusal, rest = _day(rest, seam, today)
    verb, rest = verb_of(rest)
    if not named.names:
        named = someone(rest, seam, verb)
        rest = named.rest
    subject, too_long = _subject(rest, seam)
    direction, wrong = _direction(sign, named, verb)
    return Sentence(
        minutes=None if wrong else minutes,
        direction=direction,
        partner=named.names[0] if named.names else None,
        day=served,
        subject=subject,
        refusal=wrong or unread or day_refusal or too_long,
        others=named.names[1:],
        paid=marks.paid,
        spoken=marks.spoken,
        undated=day_refusal is not None,
        common=marks.pot or (not named.names and bool(ORGANISED.search(flat(text)))),
    )


def looks_like_note(text: str, *, day: int = DAY) -> bool:
    """Whether a plain sentence tells of time given or received: past, with a length, no question.

    Without a verb, it opens with its length and names somebody: "2h avec @paul".
    """
    if len(text) > SENTENCE_MOST:
        return False
    text = text[note_words.opening(flat(text)) :]
    said = flat(text)
    found = durations.find(text, day=day)
    if note_words.asks(said) or not found:
        return False
    for one in found:
        text = blank(text, one.start, one.end)
    return note_words.tells(said) or note_words.jots(text)


def _signed(text: str) -> tuple[str, str]:
    """A "+2h" or "-1h" that opens the sentence, and the text without its sign."""
    sign = _SIGN.match(flat(text))
    return ((sign[1] or "").strip(), text[sign.end() :]) if sign else ("", text)


def _direction(
    sign: str, named: Named, verb: Verb | None
) -> tuple[Direction | None, Refusal | None]:
    """Which way the time went; "-2h avec …" is no shortcut but time below zero."""
    if sign == "-" and (named.link or verb or not named.names):
        return None, Refusal("refusal-duration-negative")
    if sign:
        return (Direction.GAVE if sign == "+" else Direction.RECEIVED), None
    if named.link is Direction.WITH or not verb:
        return named.link, None
    return verb.direction, None


@dataclass(frozen=True)
class _Marks:
    paid: bool
    spoken: bool
    pot: bool


def _marked(text: str) -> tuple[_Marks, str]:
    """Whether it was paid, agreed by word of mouth, or given to the pot; these words taken out."""
    paid = PAID.search(text)
    text = blank(text, *paid.span()) if paid else text
    spoken = SPOKEN.search(flat(text))
    if spoken and _is_why(text, spoken.start()):
        spoken = None
    text = blank(text, *spoken.span()) if spoken else text
    pot = POT.search(flat(text))
    text = blank(text, *pot.span()) if pot else text
    return _Marks(bool(paid), bool(spoken), bool(pot)), text


def _is_why(text: str, at: int) -> bool:
    """Whether a place belongs to what the time was for: after "pour", with no comma between."""
    why = SEAM.search(flat(text))
    return why is not None and why.start() < at and "," not in text[why.start() : at]


def _seam(text: str, today: date, day: int) -> int:
    """Where "pour …" begins to say why; the text's end when nothing does."""
    for one in durations.find(text, day=day):
        text = blank(text, one.start, one.end)
    if found := days.find(text, today):
        text = blank(text, found.start, found.end)
    match = SEAM.search(flat(text))
    return match.start() if match else len(text)


def _duration(text: str, seam: int, day: int) -> tuple[int | None, Refusal | None, str]:
    """The duration said before the why; one in the why only when there is no other."""
    found = durations.find(text, day=day)
    chosen = [one for one in found if one.start < seam] or found
    for one in chosen:
        text = blank(text, one.start, one.end)
    if not chosen:
        return None, None, text
    try:
        return durations.settle(chosen), None, text
    except Refusal as refusal:
        return None, refusal, text


def _day(text: str, seam: int, today: date) -> tuple[date | None, Refusal | None, str]:
    """The day said before the why, or last in it; in "la réunion de lundi" it is the meeting's.

    A Refusal when it tells two days, a day that nobody can name, or only a meeting's.
    """
    every = days.find_all(text, today)
    of = [one for one in every if _OF.search(flat(text[max(0, one.start - 4) : one.start]))]
    found = [one for one in every if one not in of]
    chosen = [one for one in found if one.start < seam] or found[-1:]
    beside, rest = text, text
    for one in every:
        beside = blank(beside, one.start, one.end)
    for one in chosen:
        rest = blank(rest, one.start, one.end)
    try:
        if days.hints_at_day(_beside_why(beside, seam)) or (
            not chosen and any(one.start < seam for one in of)
        ):
            raise Refusal("refusal-day-unread")
        if len({one.day for one in chosen}) > 1:
            raise Refusal("refusal-day-two")
        return (days.allowed(chosen[0].day, today) if chosen else None), None, rest
    except Refusal as refusal:
        return None, refusal, rest


def _beside_why(text: str, seam: int) -> str:
    """What stands before "pour …" and after its last comma: where a day is told."""
    return text[:seam] + (text[seam:].rpartition(",")[2] if "," in text[seam:] else "")


def _subject(text: str, seam: int) -> tuple[str | None, Refusal | None]:
    """What follows "pour", or all that nothing else has read; a Refusal when it is too long."""
    marked = SEAM.match(flat(text), seam)
    pieces = (text[marked.end() :] if marked else text).split(TAKEN)
    subject = " ".join(filter(None, map(_trimmed, pieces))) or None
    if subject and len(subject) > SUBJECT_MOST:
        return None, Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
    return subject, None


def _trimmed(piece: str) -> str:
    """The words without what tied them to those read before and after."""
    said = flat(piece)
    leading, trailing = LEADING.match(said), TRAILING.search(said)
    start = leading.end() if leading else 0
    return piece[start : max(start, trailing.start() if trailing else len(piece))].strip()
