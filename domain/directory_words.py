"""What some words of a search may mean: places, languages, skills and names, in any order.

Nothing has to be said in a certain way: "compta Saint-Étienne", "facilitation Loire anglais".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from domain.directory import Term, spelling
from domain.languages import LANGUAGE, code_of
from domain.matching import STOP, words_of
from domain.people import flat, fold
from domain.places import Place, Places
from domain.skills import Skills
from domain.skills.words import ASKING, SHORT, says_something

LONGEST = 120
"""Letters that are read: who looks for somebody said whom before that."""

WORDS_MOST = 10

SPAN_MOST = 5
"""Words of a place or a skill that are looked at together."""

LIKELY, CLEARLY = 0.35, 0.5
"""Of a skill: below the first it is a guess; below the second the words may be a place."""

SLIPPED, SHORTEST_SLIPPED = 70, 4
"""How alike a word is to one that is said for short and was meant, and how many letters it has."""

_WORD = re.compile(r"[^\s,;]+[,;]?")
_WHO_CAN = re.compile(
    r"(?:(?:est[- ]ce que )?(?:qui|quelqu[’' ]un(?: d[’' ]autre)?)(?: ici| chez nous)?"
    r" (?:fait|sait(?: faire)?|pratique|ma[iî]trise|propose|conna[iî]t|s[’' ]y conna[iî]t en"
    r"|s[’' ]occupe)(?: de la| de l[’']| du| des| de| d[’']| la| le| les| l[’']| en)?"
    r"|(?:who|does (?:anyone|anybody|somebody))(?: here)?"
    r" (?:does|do|can do|knows?(?: about| how to do)?|offers?)(?: the| some)?) ?(?P<what>.+)",
    re.IGNORECASE,
)
_EDGES = " ,;.:!?()[]«»\"“”'’%_*"
_IDLE = (
    STOP
    | ASKING
    | frozenset(
        "agit allie allies ally annuaire base based basee dans directory en et habitant habite "
        "lives ou parlant parle parlent parler personne pres qui speak speaking speaks vers "
        "vit".split()
    )
)
_ALL = frozenset("all chacun everybody everyone tous tout toutes toute".split())


@dataclass(frozen=True)
class Known:
    """What a search is read with; `names` are those of the people and organisations one may see,
    as tuples of words.
    """

    places: Places
    skills: Skills
    names: Collection[tuple[str, ...]] = frozenset()
    near: Place | None = None
    language: str | None = None


def who_can(question: str) -> str:
    """What is looked for where a question asks who can do something; "" for any other question."""
    asked = _WHO_CAN.match(" ".join(question.split()))
    return asked["what"].strip(_EDGES) if asked else ""


def is_everybody(typed: str) -> bool:
    """Whether all are asked for, and nobody in particular."""
    words = fold(typed).strip(_EDGES).split()
    return bool(words) and set(words) <= _ALL | _IDLE and bool(set(words) & _ALL)


def terms_of(typed: str, known: Known) -> tuple[Term, ...]:
    """What is asked for, part by part; empty where the words say nothing."""
    line = " ".join(typed[:LONGEST].split())
    words = list(_WORD.finditer(line))[:WORDS_MOST]
    terms: list[Term] = []
    loose: list[str] = []
    at = 0
    while at < len(words):
        size, term = _longest(line, words[at : at + SPAN_MOST], known)
        if term is not None:
            terms += _loose(loose, known)
            terms.append(term)
            loose = []
        else:
            loose.append(words[at][0].strip(_EDGES))
            if words[at][0][-1] in ",;":
                terms += _loose(loose, known)
                loose = []
        at += size
    return tuple(_joined([*terms, *_loose(loose, known)], known))


def _joined(terms: Sequence[Term], known: Known) -> list[Term]:
    """A place whose name was cut in two by a slip in its second half: "saint etiene"."""
    whole: list[Term] = []
    for term in terms:
        before = whole[-1] if whole else None
        if before and before.places and not (term.sure or term.concepts or term.places):
            text = f"{before.text} {term.text}"
            if places := tuple(known.places.find(text, near=known.near)):
                whole[-1] = Term(text, places)
                continue
        whole.append(term)
    return whole


def _longest(line: str, words: Sequence[re.Match[str]], known: Known) -> tuple[int, Term | None]:
    """As many words as name one thing together, and what that is."""
    for size in range(len(words), 0, -1):
        span = line[words[0].start() : words[size - 1].end()].strip(_EDGES)
        if size == 1 and _is_idle(span):
            continue
        if (term := _certain(span, known)) is not None:
            return size, term
    return 1, None


def _certain(span: str, known: Known) -> Term | None:
    """What a few words are called just so."""
    places = tuple(known.places.called(span, near=known.near))
    language = code_of(span) if LANGUAGE.fullmatch(flat(span)) else None
    concept = known.skills.read(span).concept if known.skills.is_name(span) else None
    if not (places or language or concept or spelling(span) in known.names):
        return None
    concepts = {concept.key: 1.0} if concept else {}
    return Term(span, places, language, concepts, sure=True)


def _loose(words: Sequence[str], known: Known) -> list[Term]:
    """What is left between things that are certain: skills as people say them, and slips."""
    kept = list(words)
    while kept and _is_idle(kept[0]):
        kept = kept[1:]
    while kept and _is_idle(kept[-1]):
        kept = kept[:-1]
    if not kept:
        return []
    for size in range(len(kept), 0, -1):
        text = " ".join(kept[:size])
        concept = known.skills.read(text, language=known.language).concept
        if concept is not None:
            first = Term(text, concepts={concept.key: 1.0}, sure=True)
            return [first, *_loose(kept[size:], known)]
    if len(kept) > 1 and (name := _named_within(kept, known)):
        return name
    return [_guess(" ".join(kept), known)]


def _named_within(words: Sequence[str], known: Known) -> list[Term] | None:
    """A skill that is sure after words that are none: a name, with a slip in it."""
    for at in range(1, len(words)):
        text = " ".join(words[at:])
        concept = known.skills.read(text, language=known.language).concept
        if concept is not None:
            term = Term(text, concepts={concept.key: 1.0}, sure=True)
            return [*_loose(words[:at], known), term]
    return None


def _guess(text: str, known: Known) -> Term:
    """Words of which nothing is sure: a likely skill, a place with a slip in it, or a name."""
    if not says_something(text):
        return Term(text)
    concepts = _likely(text, known) | _likely(_without_slips(text), known)
    if max(concepts.values(), default=0.0) >= CLEARLY:
        return Term(text, concepts=concepts)
    return Term(text, tuple(known.places.find(text, near=known.near)), concepts=concepts)


def _likely(text: str, known: Known) -> dict[str, float]:
    likely = known.skills.read(text, language=known.language).candidates
    return {one.concept.key: one.likeness for one in likely if one.likeness >= LIKELY}


def _without_slips(text: str) -> str:
    """Words said for short, which are too short for a slip to leave them alike: "conta"."""
    return " ".join(
        close[0] if len(word) >= SHORTEST_SLIPPED and (close := _closest(word)) else word
        for word in words_of(text)
    )


def _closest(word: str) -> tuple[str, float, int] | None:
    return extractOne(word, tuple(SHORT), scorer=fuzz.ratio, score_cutoff=SLIPPED)


def _is_idle(word: str) -> bool:
    return set(words_of(word)) <= _IDLE or not says_something(fold(word))
