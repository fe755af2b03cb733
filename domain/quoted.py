"""Words that say no day and no hour: a title's own, between quotation marks, and the day that a
street is named after.

Must not know what the words around them are read for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from domain.day_rules import FULL_WEEKDAY, MONTH
from domain.people import flat

_QUOTED = re.compile(r"(?<=«)[^«»]+(?=»)|(?<=“)[^“”]+(?=”)|(?<![0-9\"])\"[^\"]{1,100}\"")
_NUMBER = (
    r"(?:[0-3]?[0-9](?:er)?|premier|deux|quatre|huit|onze|quatorze|dix[ -](?:huit|neuf)|vingt)"
)
_STREET = re.compile(
    r"\b(?:(?:rue|avenue|av\.?|boulevard|boul\.?|bl?v?d\.?|place|pl\.?|square|quai|impasse|allees?"
    r"|chemin|route|esplanade|rond-point|faubourg|parvis|carrefour"
    r"|[0-9]{1,4}(?: ?bis| ?ter)?,? (?:cours|passage|promenade|mail|villa|sente|sentier))"
    rf" (?P<day>du[ -]{_NUMBER}[ -](?:{MONTH})\b"
    r"(?:[ -](?:1[789][0-9]{2}|[4-9][0-9](?![0-9]| ?(?:h|€|euro))))?)"
    r"|(?:rue|avenue|boulevard|place|impasse|allee|chemin) "
    rf"(?P<weekday>d(?:u|es) (?:{FULL_WEEKDAY})s?)\b"
    r"|(?:college|lycee|gymnase|stade|salle|pont|residence|arret|tram|metro) (?P<feast>du "
    r"(?:8 mai|1er mai|11 novembre|14 juillet|4 septembre|19 mars)(?: 1[789][0-9]{2})?)\b)"
)
"""A street, a square, or what is called after one: "place du 8 mai 1945"."""

_HIDDEN = "\ue000"
"""Stands for each letter that is hidden: no letter, no space, and nothing that was read."""


def hidden(text: str) -> str:
    """The text with quoted words and the days of streets hidden; positions hold."""
    for start, end in _spans(text):
        text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text


def _spans(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _QUOTED.finditer(text))
    for match in _STREET.finditer(flat(text)):
        yield match.span(str(match.lastgroup))


def shown(read: str, text: str) -> str:
    """The same with the hidden words of `text` back in their places."""
    for start, end in _spans(text):
        read = read[:start] + text[start:end] + read[end:]
    return read


def outside(text: str, change: Callable[[str], str]) -> str:
    """The text changed between its quotations, and never within."""
    pieces, at = list[str](), 0
    for match in _QUOTED.finditer(text):
        pieces += [change(text[at : match.start()]), match[0]]
        at = match.end()
    return "".join((*pieces, change(text[at:])))
