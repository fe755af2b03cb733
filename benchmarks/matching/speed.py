"""Milliseconds of the processor that a need takes, from words to three people, on one thread."""

from __future__ import annotations

import random
import resource
from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time
from typing import TypeVar

from benchmarks.matching.alliance import FRAMES
from bot.skill_files import load
from domain.matching import Match, Offer
from domain.offer_index import Offers, meant
from domain.ranking import Candidate, Wanted, rank
from domain.skills import Concept, Skills

SIZES = (1_000, 10_000, 100_000)
EACH = 5  # offers of an ally
ASKED = 300
CONFIRMED = 0.8  # of the offers
NOW = datetime(2026, 3, 12, tzinfo=UTC)
T = TypeVar("T")


def speed() -> None:
    """Print a line for each size of alliance."""
    skills = Skills.of(concept for group in load() for concept in group.concepts)
    print(f"speed: CPU ms of a need, p50/p99 of {ASKED}; {EACH} offers an ally")
    print(f"  {'allies':>7}  {'by words':>13}  {'by concept':>13}  {'and ranked':>13}")
    for size in SIZES:
        print(f"  {size:7}  {_line(skills, size)}", flush=True)


def _line(skills: Skills, size: int) -> str:
    chance = random.Random(size)
    drawn = [offered(number, skills, chance) for number in range(size * EACH)]
    before = _memory()
    build, offers = _timed(lambda: Offers(drawn))
    memory = _memory() - before
    one_more, _ = _timed(lambda: offers.update([Offer(0, 1, "tout autre chose", "podcast")]))
    words, concept, ranked = [], [], []
    for _ in range(ASKED):
        meant_ = chance.choice(skills.concepts)
        need, seed = chance.choice(FRAMES).format(_named(meant_, chance)), chance.random()
        near = meant(meant_.key, skills.near(meant_.key))
        words.append(_timed(lambda: offers.closest([need], but=1, chance=random.Random(seed)))[0])  # noqa: B023
        took, found = _timed(
            lambda: offers.closest([need], but=1, concepts=near, chance=random.Random(seed))  # noqa: B023
        )
        concept.append(took)
        ranked.append(took + _timed(lambda: _rank(found, seed))[0])  # noqa: B023
    told = "  ".join(f"{_shown(times):>13}" for times in (words, concept, ranked))
    return (
        f"{told}   built in {build:.1f} s, an offer more {one_more * 1000:.2f} ms, +{memory} MB, "
        f"{len({one.text for one in drawn})} texts"
    )


def offered(number: int, skills: Skills, chance: random.Random) -> Offer:
    """A name of a concept, and a word or two from elsewhere: few are the same."""
    concept = chance.choice(skills.concepts)
    other = _named(chance.choice(skills.concepts), chance).split()
    text = " ".join((_named(concept, chance), *chance.sample(other, min(2, len(other)))))
    key = concept.key if chance.random() < CONFIRMED else None
    return Offer(number, number // EACH, text, concept=key)


def _named(concept: Concept, chance: random.Random) -> str:
    return chance.choice([name for names in concept.names.values() for name in names])


def _rank(found: list[Match], seed: float) -> object:
    """As if half of them had just been asked."""
    pool = [
        Candidate(one.offer.person, one.likeness, asked=(NOW,) * (one.offer.id % 2))
        for one in found
    ]
    return rank(Wanted(1), pool, now=NOW, chance=random.Random(seed))


def _shown(times: list[float]) -> str:
    ordered = sorted(times)
    middle, worst = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    return f"{middle * 1000:.1f}/{worst * 1000:.1f}"


def _timed(act: Callable[[], T]) -> tuple[float, T]:
    begun = process_time()
    made = act()
    return process_time() - begun, made


def _memory() -> int:
    """Megabytes, at their highest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
