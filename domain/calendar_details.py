"""What a calendar's words say of an event besides its day and place: price, access, subjects.

Knows words of French and English. Must not know how a calendar is written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from domain.event_subjects import subjects_in
from domain.events import Access, Cost, Details, plain
from domain.people import fold

TEXT_READ = 20_000
TEXT_MOST = 600
PRICE_MOST = 40
LINES_MOST = 12
DEAREST = 300
"""Beyond that many euros a sum is a budget, not a ticket."""

AMOUNTS_TOLD = 3

_BETWEEN = " | "
"""Stands between lines, so that no word of one goes with a word of the next."""

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h\d)>|\r*\n", re.I)
_OPEN = re.compile(
    r"\b(?:prix|participation|contribution|entree|tarif|paf) (?:est )?libres?(?: et consciente?)?\b"
    r"|\blibre (?:participation|contribution)\b|\b(?:au|a) (?:chapeau|prix libre)\b"
    r"|\bpay what you (?:can|want)\b|\bdonations? welcome\b|\bby donation\b"
)
_FREE_ENTRY = re.compile(r"\bentree libre\b(?! et)")
_FREE = re.compile(
    r"(?<!non )(?<!pas )\bgratuite?s?\b|\bfree (?:entry|admission|event|of charge)\b|\bfor free\b"
)
_OTHER_FREE = re.compile(
    r"\b(?:stationnement|parking|vestiaire|wi-?fi|navette|cafe) (?:est )?gratuite?\b"
)
_AMOUNT = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,](\d\d))? ?(?:€|euros?\b|eur\b)|€ ?(\d{1,3})\b")
_ABOUT_PRICE = re.compile(
    r"\b(?:tarifs?|prix|entree|plein|reduite?|adherente?s?|participation|paf|billets?|places?"
    r"|inscription|adhesion|tickets?|price|fee|admission|cost)\b"
)
_FAMILIES = re.compile(
    r"\bfamil\w+|\bjeune public\b|\btout public\b|\bparents?[- ]enfants?\b"
    r"|\b(?:pour|avec) (?:les |des |vos |leurs )?(?:tout-?petits|enfants)\b"
    r"|\b(?:des|a partir de|from age|ages?) (?:[1-9]|1[0-2]) ?(?:ans|mois|and up|\+)"
    r"|\b(?:for|with) (?:kids|children)\b|\bkids welcome\b"
)
_NOT = re.compile(r"\b(?:non|pas|not|sans|no|ni)\b[\w' ]{0,20}$")
_ACCESS = {
    Access.TOILETS: r"\btoilettes? (?:seches? )?(?:accessibles?|adaptees?|pmr)\b"
    r"|\baccessible toilets?\b",
    Access.STEP_FREE: r"\bplain[- ]pied\b|\bpmr\b|\bstep[- ]free\b|\bfauteuils? roulants?\b"
    r"|\baccessible (?:aux |en )?fauteuils?\b|\bwheelchair\b",
    Access.HEARING_LOOP: r"\bboucles? (?:magnetiques?|a induction|auditives?)\b"
    r"|\b(?:hearing|induction) loop\b",
    Access.SIGN_LANGUAGE: r"\blsf\b|\blangue des signes\b|\bsign language\b",
    Access.SIGHT: r"\baudio-?descri\w+|\bbraille\b|\baudio descri\w+",
    Access.EASY_WORDS: r"\bfalc\b|\bfacile a lire\b|\beasy read\b",
}
"""How each code is written, without accents; a longer name is taken away before a shorter one."""

_SAID = {code: re.compile(said) for code, said in _ACCESS.items()}


@lru_cache(maxsize=256)
def details_in(title: str, text: str, categories: tuple[str, ...]) -> Details:
    """What can be told for certain; what is doubtful is left unsaid."""
    told = _text(text[:TEXT_READ])
    words = fold(_BETWEEN.join((title, *told.splitlines(), *categories)))
    lines = words.split(_BETWEEN)
    cost, price = _price(words, lines)
    subjects = subjects_in(" ".join((title, *categories))) or subjects_in(told)
    return Details(
        text=told,
        cost=cost,
        price=price,
        access=_access(words),
        tags=tuple(subjects),
        families=_FAMILIES.search(words) is not None,
    )


def _text(written: str) -> str:
    """The description in lines of plain text, as long as somebody reads."""
    if "&lt;" in written:
        written = html.unescape(written)
    lines = (plain(line, most=TEXT_MOST) for line in _BREAK.split(written))
    told = "\n".join([line for line in lines if line][:LINES_MOST])
    return told if len(told) <= TEXT_MOST else told[: TEXT_MOST - 1].rstrip() + "…"


def _price(words: str, lines: Sequence[str]) -> tuple[Cost | None, str]:
    """What coming costs; "prix libre" wins over a sum that is advised, a sum over who pays none."""
    if _OPEN.search(_FREE_ENTRY.sub("gratuit", words)):
        return Cost.OPEN, ""
    amounts = list(dict.fromkeys(amount for line in lines for amount in _amounts(line)))
    paid = [amount for amount in amounts if amount != "0"]
    if paid:
        told = " / ".join(f"{amount}\N{NARROW NO-BREAK SPACE}€" for amount in paid[:AMOUNTS_TOLD])
        return Cost.PAID, told[:PRICE_MOST]
    free = _FREE.search(_OTHER_FREE.sub("", words)) or _FREE_ENTRY.search(words)
    return (Cost.FREE, "") if free or amounts else (None, "")


def _amounts(line: str) -> Iterator[str]:
    """Sums that a line names as a price: it speaks of prices, or of nothing else."""
    found = list(_AMOUNT.finditer(line))
    rest = _AMOUNT.sub("", line).strip(" -/.,:;()")
    if not found or not (_ABOUT_PRICE.search(line) or len(rest) <= len("ou et a ")):
        return
    for match in found:
        whole, cents = match[1] or match[3], match[2]
        if int(whole) <= DEAREST:
            yield str(int(whole)) + (f",{cents}" if cents and cents != "00" else "")


def _access(words: str) -> tuple[Access, ...]:
    found = set()
    for code, said in _SAID.items():
        if any(not _NOT.search(words[: match.start()]) for match in said.finditer(words)):
            found.add(code)
        words = said.sub("", words)
    return tuple(code for code in Access if code in found)


def categories_in(values: Iterable[str]) -> tuple[str, ...]:
    """The names in CATEGORIES lines, each once."""
    named = (name.strip() for value in values for name in value.split(","))
    return tuple(dict.fromkeys(name for name in named if name))
