"""`python -m benchmarks.answers --data DIR`: every figure of the search, in one run.

DIR holds question sets as docs/cli.md describes them. Where a set has no questions of its own, a
few wordings of each entry are kept, by chance from a fixed seed, and the others are asked.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

import bot  # noqa: F401 - one thread, set before numpy comes
from benchmarks.answers.noise import KINDS
from benchmarks.answers.speed import speed
from benchmarks.answers.systems import Ask, full_text, ours, stems, token_set
from bot.encoder import sentence_encoder
from bot.knowledge_files import load
from bot.question_sets import QuestionSet, read_set
from bot.settings import ROOT
from domain.permanence import Entry
from domain.retrieval import Encoder
from domain.retrieval.measures import Asked, Outcome, answered_right_at, auroc, outcomes

KEPT = 3  # wordings of each entry beside its title
WRONG = 0.05  # of what is answered
ENGLISH = re.compile(r"\b(the|how|what|where|when|who|is|are|do|does|can|my|to|of|an?)\b", re.I)
FRENCH = re.compile(r"[éèàùç’']|\b(le|la|les|un|une|des|est|de|du|on|je|vous|qui|quoi)\b", re.I)

Build = Callable[[Sequence[Entry]], Ask]
Split = tuple[list[Entry], list[Asked]]


def main() -> int:
    """Print all figures; without data, say what is missing."""
    arguments = _arguments()
    files = sorted(arguments.data.glob("*.json"))
    if not files:
        print(f"{arguments.data} holds no question set (*.json): nothing to measure.")
        return 1
    encoder = sentence_encoder(wanted=True)
    sets = [read_set(file) for file in files]
    for one in sets:
        _compare(one, _systems(encoder), arguments.seeds, arguments.most)
    for one in (one for one in sets if not one.questions):
        _noisy(one, _systems(encoder), arguments.most)
    _english(_systems(encoder))
    texts = [text for one in sets for entry in one.entries for text in entry.wordings]
    asked = random.Random(0).sample(texts, min(300, len(texts)))
    for name, each in (("words alone", None), ("with the encoder", encoder)):
        print(f"\nspeed, {name}")
        for line in speed(list(dict.fromkeys(texts)), asked, each):
            print(f"  {line}", flush=True)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--seeds", type=int, default=3, help="of held-out wordings; default 3")
    parser.add_argument("--most", type=int, default=400, help="questions of a set and seed")
    return parser.parse_args()


def _systems(encoder: Encoder | None) -> dict[str, Build]:
    systems: dict[str, Build] = {
        "rapidfuzz token_set": token_set,
        "FTS5": full_text,
        "BM25 on stems": stems,
        "ours, words alone": lambda entries: ours(entries, None),
    }
    if encoder is not None:
        systems["ours, with the encoder"] = lambda entries: ours(entries, encoder)
    return systems


def _compare(one: QuestionSet, systems: dict[str, Build], seeds: int, most: int) -> None:
    """A line for each system, the mean over the seeds."""
    splits = [_split(one, seed, most) for seed in range(1 if one.questions else seeds)]
    print(
        f"\n{one.name}: {len(one.entries)} entries, {sum(len(asked) for _, asked in splits)} asked"
    )
    print(f"  {'':24}  top-1  top-3  AUROC  answered right at most {WRONG:.0%} wrong")
    for name, build in systems.items():
        rows = [_figures(outcomes(build(entries), asked)) for entries, asked in splits]
        columns = [mean(column) for column in zip(*rows, strict=True)]
        print(f"  {name:24}" + "".join(f"{column:7.3f}" for column in columns), flush=True)


def _noisy(one: QuestionSet, systems: dict[str, Build], most: int) -> None:
    """Top-1 where the questions come badly typed."""
    entries, asked = _split(one, 0, most)
    kinds = {"clean": asked}
    for kind, spoil in KINDS.items():
        chance = random.Random(kind)
        kinds[kind] = [replace(each, text=spoil(each.text, chance)) for each in asked]
    print(f"\n{one.name}, top-1 of noisy questions\n  {'':24}" + "".join(f"{k:>10}" for k in kinds))
    for name, build in systems.items():
        ask = build(entries)
        shares = [_figures(outcomes(ask, each))[0] for each in kinds.values()]
        print(f"  {name:24}" + "".join(f"{share:10.3f}" for share in shares), flush=True)


def _english(systems: dict[str, Build]) -> None:
    """The shipped entries without their English wordings, asked by these."""
    kept, asked = [], []
    for number, entry in enumerate(load(ROOT / "knowledge" / "nationale"), start=1):
        english = [one for one in entry.wordings if ENGLISH.search(one) and not FRENCH.search(one)]
        asked += [Asked(one, entry.key) for one in english]
        french = tuple(one for one in entry.wordings if one not in english)
        kept.append(replace(entry, id=number, wordings=french))
    print(
        f"\nshipped entries in French, {len(asked)} questions in English\n  {'':24}  top-1  top-3"
    )
    for name, build in systems.items():
        top = _figures(outcomes(build(kept), asked))[:2]
        print(f"  {name:24}" + "".join(f"{share:7.3f}" for share in top), flush=True)


def _split(one: QuestionSet, seed: int, most: int) -> Split:
    """What is stored and what is asked."""
    chance = random.Random(seed)
    entries, asked = list(one.entries), list(one.questions)
    if not asked:
        drawn = [(entry, chance.sample(entry.wordings, len(entry.wordings))) for entry in entries]
        entries = [replace(entry, wordings=tuple(drawn[:KEPT])) for entry, drawn in drawn]
        asked = [Asked(text, entry.key) for entry, texts in drawn for text in texts[KEPT:]]
    return entries, chance.sample(asked, min(most, len(asked)))


def _figures(done: Sequence[Outcome]) -> list[float]:
    scope = [one for one in done if one.asked.gold is not None]
    return [
        mean(one.right for one in scope),
        mean(one.asked.gold in one.found[:3] for one in scope),
        auroc([one.confidence for one in done], [one.right for one in done]),
        answered_right_at(done, wrong=WRONG),
    ]


if __name__ == "__main__":
    sys.exit(main())
