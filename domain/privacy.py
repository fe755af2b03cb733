"""Personal data in what somebody wrote: where it stands, and the same words without it.

A business number (SIREN, SIRET) is public and is left alone; so are dates, amounts and durations.
Numbers that carry a check (IBAN, social security) count only when it is right. Names are not looked
for: nobody can tell them from other words without being wrong too often.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

MASK = "•••"

_SP = "[ .\u00a0\u202f-]"
_FRENCH = (
    rf"(?:(?:\+|00{_SP}?)33{_SP}?(?:\(0\){_SP}?)?|0)[1-9](?P<sep>{_SP}?)\d\d(?:(?P=sep)\d\d){{3}}"
)
_ABROAD = rf"\+(?!33)[1-9](?:{_SP}?\(?\d\)?){{7,14}}"
_ALONE = (rf"(?<![\w+])(?<!\d{_SP})", rf"(?!\w|{_SP}?\d)")
_EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-zA-Z]{2,24}(?![\w-])"
_GAP = "[ .\u00a0\u202f]?"
_IBAN = (
    rf"(?<!\w)(?:FR\d\d(?:{_GAP}[A-Z0-9]){{23}}|"
    rf"[A-Z]{{2}}\d\d(?:{_GAP}[A-Z0-9]){{11,30}})(?!\w)"
)
_SOCIAL = (
    rf"(?<!\d)[1278]{_GAP}\d\d{_GAP}(?:0[1-9]|1[0-2]|[2-9]\d){_GAP}(?:\d\d|2[AB]){_GAP}\d{{3}}"
    rf"{_GAP}\d{{3}}{_GAP}\d\d(?!\d)"
)
_WAY = (
    "rue|avenue|av\\.?|boulevard|bd\\.?|place|chemin|impasse|all[ée]e|route|quai|square|passage|"
    "faubourg|mont[ée]e|ruelle|sentier|esplanade|cit[ée]|r[ée]sidence|lotissement|hameau"
)
_NAMED = "(?:(?:de|du|des|d['’]|la|le|les|l['’])[ ]?)*"
_CAPITAL = "(?-i:[A-ZÀ-ÖØ-Þ])"
_TOWN = rf"(?:,?\s+\d{{5}}\s+{_CAPITAL}[\w'’-]+(?:[ -]{_CAPITAL}[\w'’-]+)*)?"
_ADDRESS = (
    rf"(?<![\w.,/-])\d{{1,4}}(?:\s?(?:bis|ter|quater|[a-d]))?,?\s+"
    rf"(?:(?:{_WAY})\s+{_NAMED}{_CAPITAL}[\w'’-]*(?:[ -]{_CAPITAL}[\w'’-]*)*|"
    rf"{_CAPITAL}\w+\s+(?:street|road|lane|avenue))\b{_TOWN}"
)


class Kind(StrEnum):
    """What personal data is about."""

    EMAIL = "email"
    IBAN = "iban"
    SOCIAL = "social"
    PHONE = "phone"
    ADDRESS = "address"


@dataclass(frozen=True)
class Personal:
    """Personal data at a place of a text."""

    kind: Kind
    start: int
    end: int


def _is_iban(text: str) -> bool:
    """Whether the remainder of the account number is the one that its check promises."""
    bare = re.sub(r"[\s.]", "", text)
    turned = bare[4:] + bare[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _is_social(text: str) -> bool:
    """Whether the last two digits fit the thirteen before."""
    bare = re.sub(r"[\s.]", "", text).replace("2A", "19").replace("2B", "18")
    return 97 - int(bare[:13]) % 97 == int(bare[13:])


_KINDS: tuple[tuple[Kind, re.Pattern[str], Callable[[str], bool]], ...] = (
    (Kind.EMAIL, re.compile(_EMAIL), bool),
    (Kind.IBAN, re.compile(_IBAN), _is_iban),
    (Kind.SOCIAL, re.compile(_SOCIAL), _is_social),
    (Kind.PHONE, re.compile(f"(?:{_FRENCH}|{_ABROAD})".join(_ALONE)), bool),
    (Kind.ADDRESS, re.compile(_ADDRESS, re.I), bool),
)


def personal_data(text: str) -> list[Personal]:
    """What a text tells about a person, from left to right, nothing twice."""
    found: list[Personal] = []
    for kind, pattern, holds in _KINDS:
        for match in pattern.finditer(text):
            start, end = match.span()
            free = all(end <= one.start or one.end <= start for one in found)
            if free and holds(match[0]):
                found.append(Personal(kind, start, end))
    return sorted(found, key=lambda one: one.start)


def kinds(text: str) -> list[Kind]:
    """Each kind of personal data in a text, once, in the order in which they come."""
    return list(dict.fromkeys(one.kind for one in personal_data(text)))


def masked(text: str) -> str:
    """The same words with a mask in place of personal data."""
    for one in reversed(personal_data(text)):
        text = f"{text[: one.start]}{MASK}{text[one.end :]}"
    return text
