"""What is read as which concept: ours beside WRatio, and beside ours with titles alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from bot.skill_files import load
from domain.skills import Concept, Skills
from domain.skills.measures import Measured, Reads, lines_of, measure

SETS = {
    "texts": "the set that names and figures were improved with",
    "held": "held back meanwhile",
    "later": "written before two names of three were added, by somebody else, unseen",
    "blind": "written by somebody who had seen the titles alone, who avoided their words",
}
"""Files of texts; nothing is added to the names for what the last three miss."""

LIKELY = 90  # of a hundred; where WRatio would accept without asking


def concepts(*, missed: bool = False) -> None:
    """Print the figures of each way to read, and perhaps what ours gets wrong of the first set."""
    known = [concept for group in load() for concept in group.concepts]
    ways = {
        "WRatio on all names": wratio(known),
        "ours, titles alone": ours([_titles_alone(one) for one in known]),
        "ours": ours(known),
    }
    for file, what in SETS.items():
        texts = lines_of((Path(__file__).parent / f"{file}.tsv").read_text("utf-8"))
        print(f"{len(texts)} texts, {len(known)} concepts: {what}")
        print(f"  {'':22}   P@1   P@3   P@4  sure  right of these")
        for name, reads in ways.items():
            done = measure(reads, texts)
            print(f"  {name:22}{_figures(done)}", flush=True)
    if missed:
        first = lines_of((Path(__file__).parent / "texts.tsv").read_text("utf-8"))
        for meant, keys in measure(ways["ours"], first).missed:
            print(f"  {meant.text!r} is {meant.concept}, read as {', '.join(keys) or 'nothing'}")


def ours(concepts: Sequence[Concept]) -> Reads:
    """The reading of the bot."""
    skills = Skills.of(concepts)

    def reads(text: str) -> tuple[Sequence[str], bool]:
        reading = skills.read(text)
        return [one.concept.key for one in reading.candidates], reading.sure

    return reads


def wratio(concepts: Sequence[Concept]) -> Reads:
    """The likeness of whole strings that rapidfuzz recommends, on the same names."""
    pairs = [(name, one.key) for one in concepts for names in one.names.values() for name in names]
    names = [utils.default_process(name) for name, _ in pairs]

    def reads(text: str) -> tuple[Sequence[str], bool]:
        typed = utils.default_process(text)
        found = process.extract(typed, names, scorer=fuzz.WRatio, limit=40)
        keys = list(dict.fromkeys(pairs[at][1] for _, _, at in found))
        return keys[:4], bool(found) and found[0][1] >= LIKELY

    return reads


def _titles_alone(concept: Concept) -> Concept:
    return replace(concept, names={code: names[:1] for code, names in concept.names.items()})


def _figures(done: Measured) -> str:
    shares = (done.within(1), done.within(3), done.within(4), done.sure, done.sure_and_right)
    return "".join(f"{share:6.3f}" for share in shares)
