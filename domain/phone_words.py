"""Words as they are typed in haste on a telephone, spelled out: "jen peu plus ds lasso".

Knows short forms and lost apostrophes of French and English, and only such as are no word of their
own: "laide" is one, "daide" is none. Must not know what the words are read for.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from domain.day_rules import FULL_WEEKDAY, NAMES_NEAR_DAYS
from domain.people import flat, is_name_within

_SHORT = {
    "dans": "ds",
    "pour": "pr",
    "nous": "ns",
    "vous": "vs",
    "notre": "notr",
    "quelqu'un": "qqun qqn qq1 qqu'un quelquun quelqun kelkun",
    "quelque chose": "qqch qqchose",
    "beaucoup": "bcp bcoup",
    "toujours": "tjs tjrs tjr",
    "problème": "pb",
    "problèmes": "pbs",
    "bénévole": "benevol",
    "bénévoles": "benevols",
    "qui": "ki",
    "que": "ke",
    "quoi": "koi",
    "quand": "qd kan",
    "plus": "pluss",
    "comment": "cmt commen",
    "je le": "jle",
    "je suis": "jsuis jsui chuis chui",
    "je peux": "jpeux jpeu",
    "je sais": "jsais jsé",
    "je cherche": "jcherche",
    "s'il te plaît": "steplait steuplait",
    "people": "ppl",
    "someone": "sm1 some1 sumone",
    "anyone": "any1",
    "please": "pls plz",
    "I'm": "im",
    "I've": "ive",
    "we've": "weve",
    "can't": "cant",
    "don't": "dont",
    "doesn't": "doesnt",
}
_LETTERS = {
    "l": "equipe asso assoc association argent orga organisation assemblee ambiance epuisement "
    "atelier urgence",
    "d": "aide un urgence argent asso association animation accompagnement ordinateur outils "
    "experience autres ici",
    "j": "ai en y arrive aurais aimerais offre anime habite",
    "m": "aider accompagner aide",
    "n": "en arrive arrivons avons y",
    "s": "engueule engueulent entend entendent epuise effondre ecroule il",
    "c": "est etait",
    "qu": "on il elle un une",
}
_WORD = re.compile(r"(?<![\w'’-])[^\W_][\w'’]*(?![\w-])")


def spelled(text: str) -> str:
    """The text with its short forms spelled out; all other words stay as they are written."""
    bare = flat(text)
    pieces, at = [], 0
    for match in _WORD.finditer(bare):
        whole = _forms().get(match[0])
        if whole is not None:
            pieces += [text[at : match.start()], whole]
            at = match.end()
    return "".join((*pieces, text[at:])) if pieces else text


@cache
def _forms() -> dict[str, str]:
    """Each short form without accents, and what it stands for."""
    short = {flat(form): whole for whole, forms in _SHORT.items() for form in forms.split()}
    elided = {
        letter + word: f"{letter}'{word}"
        for letter, words in _LETTERS.items()
        for word in words.split()
    }
    return short | elided


_WEEKDAYS = frozenset(FULL_WEEKDAY.split("|"))
_FRENCH_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_MONTHS = tuple(
    "janvier fevrier avril juillet septembre octobre novembre decembre"
    " january february october november december".split()
)
_NEARLY = 80
_NO_DAY = NAMES_NEAR_DAYS | frozenset(
    "vendre midday payday someday hardi maudi marin mardy lundy jeudy".split()
)
"""Words and names of their own that are one letter from a day."""

_SHORT_DAYS = {
    short: whole
    for shorts, whole in (
        ("lun", "lundi"), ("mar", "mardi"), ("mer merc", "mercredi"), ("jeu", "jeudi"),
        ("ven vend vendr", "vendredi"), ("sam", "samedi"), ("dim", "dimanche"), ("mon", "monday"),
        ("tue tues", "tuesday"), ("wed", "wednesday"), ("thu thur thurs", "thursday"),
        ("fri", "friday"), ("sat", "saturday"), ("sun", "sunday"),
    )
    for short in shorts.split()
}  # fmt: skip
_WITH = "".join(rf"(?<!\b{word} )" for word in ("avec", "chez", "par", "with", "by"))
_SHORT_DAY = re.compile(
    rf"{_WITH}(?<![\w'’@./-])(?P<day>{'|'.join(_SHORT_DAYS)})\.?(?= [0-3]?[0-9])"
)

_LONE_WORD = re.compile(r"(?<![\w'’@./-])[a-z]{5,10}(?![\w'’@/-])")
_BEFORE_HOUR = re.compile(r" ?,?(?: ?$| ?[0-9]| (?:a|au|de|des|le|soir|matin|midi|at|from|on)\b)")
_AFTER_NUMBER = re.compile(r"[0-9](?:er|st|nd|rd|th)? ?$")


def days_spelled(text: str) -> str:
    """The text with a misspelt day of the week, or month after its number, put right.

    A weekday is mended where none is spelt right, and where a number or an hour follows: "vendredo"
    may be a name anywhere else, and is one with a capital within a sentence.
    """
    text = _days_in_full(text)
    bare = flat(text)
    named = any(re.search(rf"\b{day}s?\b", bare) for day in _WEEKDAYS)
    pieces, at = [], 0
    for match in _LONE_WORD.finditer(bare):
        meant = None
        if not named and _BEFORE_HOUR.match(bare, match.end()):
            meant = _near(match[0], _WEEKDAYS)
            meant = None if meant in _FRENCH_DAYS and is_name_within(text, match.start()) else meant
        if meant is None and _AFTER_NUMBER.search(bare[: match.start()]):
            meant = _near(match[0], _MONTHS)
        if meant is not None:
            pieces += [text[at : match.start()], meant]
            at = match.end()
    return "".join((*pieces, text[at:])) if pieces else text


def _days_in_full(text: str) -> str:
    """The text with "sam 28" as "samedi 28"."""
    for match in reversed(list(_SHORT_DAY.finditer(flat(text)))):
        text = text[: match.start()] + _SHORT_DAYS[match["day"]] + text[match.end() :]
    return text


def _near(word: str, known: frozenset[str] | tuple[str, ...]) -> str | None:
    """The only word that this one misspells."""
    if word in known or word in _NO_DAY or word.endswith("s"):
        return None
    near = [
        one
        for one in known
        if one[0] == word[0] and abs(len(one) - len(word)) < 2 and fuzz.ratio(one, word) >= _NEARLY
    ]
    return near[0] if len(near) == 1 else None
