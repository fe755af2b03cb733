"""From the team's answer to an entry of the base: the same words, without the people.

Whoever cleans may cut too much or too little, so the team reads the draft before it is published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from domain.entries import written
from domain.permanence import Entry

TITLE_MOST = 120
WORDING_MOST = 200
GONE = "…"
"""What stands where a name was, in the middle of a sentence: the team sees the gap and fills it."""

SOURCE = {"fr": "Réponse de l’équipe", "en": "The team’s answer"}
"""The source of such an entry, in the language of the entry."""

_GREETING = (
    r"(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|good (?:morning|evening)|"
    r"ch[eè]re?s?|dear)\b"
)
_TO_ALL = r"(?:\s+(?:à\s+)?(?:tou[st]e?s?(?:\s+et\s+tou[st]e?s)?|l['’]équipe|all|everyone|there))?"
_OPENING = re.compile(rf"^\s*{_GREETING}{_TO_ALL}\s*(?:{GONE}\s*)*(?:[,!.:…\n\u202f -]+|$)", re.I)
_BYE = (
    r"(?:bien )?cordialement|bien à (?:vous|toi)|à bient[oô]t|amiti[eé]s|amicalement|"
    r"belle (?:journ[eé]e|soir[eé]e)|bonne (?:journ[eé]e|soir[eé]e|continuation)|"
    r"(?:un grand |mille )?merci(?: (?:beaucoup|d['’]avance|bien|par avance|à vous|pour tout))*|"
    r"(?:best|kind|warm) regards|best wishes|best|cheers|see you(?: soon)?|"
    r"many thanks|thanks(?: a lot| in advance)?|thank you(?: very much| in advance)?"
)
_CLOSING = re.compile(rf"(?:^|(?<=[.!?\n]))\s*(?:{_BYE})\s*[,.!\u202f ]*(?:{GONE}[\s.!]*)*$", re.I)
_SIGNED = re.compile(rf"\n\s*[-–—~]*\s*{GONE}[\s.!]*$|\s[-–—~]+\s*{GONE}[\s.!]*$")
_SPOKEN_TO = re.compile(
    rf"^(\s*){GONE}\s*,\s*|^(\w+) {GONE}(?=,)|,\s*{GONE}(?=\s*(?:[.!?]|$))", re.M
)
_HANDLE = re.compile(r"(?<![\w.])@\w[\w.:-]*\w")
_SENTENCE = re.compile(r"[^.!?\n]+[?]?")


def without_people(text: str, names: Sequence[str]) -> str:
    """Words without greeting, signature, @handles or these names, first names alone included."""
    text = _HANDLE.sub(GONE, text)
    for name in sorted(_spoken(names), key=len, reverse=True):
        text = re.sub(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", GONE, text)
    text = re.sub(rf"{GONE}(?:[ ]+{GONE})+", GONE, text.replace("\r\n", "\n"))
    before = None
    while before != text:
        before = text
        text = _CLOSING.sub("", _SIGNED.sub("", _OPENING.sub("", text))).strip()
    text = _SPOKEN_TO.sub(lambda match: match[1] or match[2] or "", text)
    return _unnamed(_begun(re.sub(r"[ \t]{2,}", " ", text).strip()), names)


def _unnamed(text: str, names: Sequence[str]) -> str:
    """Without a name in small letters that became one by standing first."""
    for name in sorted(_spoken(names), key=len, reverse=True):
        text = re.sub(rf"^{re.escape(name)}(?![\w-])", GONE, text)
    return text


def title_of(question: str, names: Sequence[str]) -> str:
    """What was asked, as a title: the sentence that asks, or else the first one."""
    bare = without_people(question, names) or question
    sentences = [one.strip() for one in _SENTENCE.findall(bare) if one.strip(" ,;:…")]
    asking = [one for one in sentences if one.endswith("?")]
    return _begun(_cut((asking or sentences or [bare])[0], TITLE_MOST))


def wording_of(question: str, names: Sequence[str]) -> str:
    """What was asked, as a wording by which an entry is found."""
    return _cut(without_people(question, names) or question, WORDING_MOST)


def drafted(
    question: str, answer: str, *, names: Sequence[str], language: str, today: date
) -> Entry:
    """The entry that an answer would make; it is to be looked at again in a year."""
    return written(
        title_of(question, names),
        without_people(answer, names) or answer,
        SOURCE.get(language, SOURCE["fr"]),
        [wording_of(question, names)],
        today=today,
        language=language,
    )


def _spoken(names: Sequence[str]) -> set[str]:
    """Each name whole, and the parts of it that are long enough to be somebody's."""
    parts = {part for name in names for part in (name, *name.split())}
    return {part for part in parts if len(part) > 2 and part[0].isupper()}


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
