"""Numbers as people write and say them, in French and English, in figures and in words.

Knows spellings, Belgian and Swiss ones too. Must not know what is counted.
"""

from __future__ import annotations

import re

from domain.people import flat

TAKEN = "\0"  # stands for each letter already read, so that nothing is read twice


def blank(text: str, start: int, end: int) -> str:
    """The text with what has been read taken out; positions hold."""
    return text[:start] + TAKEN * (end - start) + text[end:]


def _below_hundred() -> dict[str, int]:
    """Zero to ninety-nine in both languages, accents off, a space between words."""
    french = (
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize dix-sept dix-huit dix-neuf"
    ).split()
    english = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ).split()
    known = {word: value for words in (french, english) for value, word in enumerate(words)}
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2):
        known[word] = 10 * tens
        known |= {f"{word} {english[unit]}": 10 * tens + unit for unit in range(1, 10)}
    decades = "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt"
    for tens, word in enumerate(decades.split(), 2):
        base, most = (10 * tens, 10) if tens < 6 else (60 if tens < 8 else 80, 20)
        known |= _decade(word, base, french[:most])
    for word, base in {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}.items():
        known |= _decade(word, base, french[:10])
    known["quatre-vingts"] = 80
    return {spelled.replace("-", " "): value for spelled, value in known.items()}


def _decade(word: str, base: int, units: list[str]) -> dict[str, int]:
    known = {word: base, f"{word} et une": base + 1, f"{word} une": base + 1}
    known |= {f"{word} {unit}": base + value for value, unit in enumerate(units) if value}
    return known | {f"{word} et {unit}": base + value for value, unit in enumerate(units) if value}


_SMALL = _below_hundred()
NUMBERS = _SMALL | {"une": 1, "a": 1, "an": 1}
NUMBERS |= {
    f"{hundred} {word}".strip(): 100 * count + value
    for hundred, count in {
        **{"cent": 1, "deux cent": 2, "deux cents": 2, "trois cent": 3, "trois cents": 3},
        **{"a hundred": 1, "one hundred": 1, "a hundred and": 1, "one hundred and": 1},
    }.items()
    for word, value in (_SMALL | {"": 0}).items()
}
FRACTIONS = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "1/4": 0.25, "¾": 0.75, "3/4": 0.75}

_FRENCH = "un|deux|trois|quatre|cinq|six|sept|huit|neuf"
_FRENCH_TEENS = "onze|douze|treize|quatorze|quinze|seize|dix[ -](?:sept|huit|neuf)|dix"
_ENGLISH = "one|two|three|four|five|six|seven|eight|nine"
_ENGLISH_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_BELOW_HUNDRED = (
    rf"(?:soixante|quatre[ -]vingts?)(?:[ -](?:et[ -])?(?:une|{_FRENCH_TEENS}|{_FRENCH})\b)?"
    r"|(?:vingt|trente|quarante|cinquante|septante|huitante|octante|nonante)"
    rf"(?:[ -](?:et[ -])?(?:une|{_FRENCH})\b)?"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[ -](?:{_ENGLISH})\b)?"
    rf"|{_ENGLISH_TEENS}|{_FRENCH_TEENS}|zero|une|{_FRENCH}|{_ENGLISH}|an|a"
)
SPELLED = (
    rf"(?:(?:(?:deux|trois) cents?|cent|(?:a|one) hundred(?: and)?)(?:[ -](?:{_BELOW_HUNDRED})\b)?"
    rf"|{_BELOW_HUNDRED})"
)
DIGITS = r"[0-9]{1,6}(?:[.,][0-9]{1,4})?"
PART = r"(?:[½¼¾]|(?:1/2|1/4|3/4)(?![0-9/]))"
NUMBER = rf"(?:{PART}|{DIGITS}(?: ?{PART})?|{SPELLED}\b)(?: and a half| et demie?(?= ))?"


def number(written: str) -> float | None:
    """The value of a number in figures or words; None when it is not one."""
    text = " ".join(flat(written).replace("-", " ").split())
    whole = re.sub(r" (?:and a half|et demie?)$", "", text)
    if whole != text:
        value = number(whole)
        return None if value is None else value + 0.5
    if text in NUMBERS:
        return float(NUMBERS[text])
    figures = re.fullmatch(rf"({DIGITS})? ?({PART})?", text)
    if not figures or not text:
        return None
    units = float(figures[1].replace(",", ".")) if figures[1] else 0.0
    return units + FRACTIONS.get(figures[2] or "", 0.0)


def value_of(written: str | None) -> float:
    """The value of a number, nothing when none is written."""
    return number(written or "") or 0.0
