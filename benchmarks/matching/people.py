"""A simulated year of needs: who is proposed, who is asked, who helps, and who is worn out."""

from __future__ import annotations

import heapq
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rapidfuzz import fuzz, process, utils

from benchmarks.matching.alliance import Alliance, Asked, alliance, willing
from bot.skill_files import load
from domain.offer_index import Offers, meant
from domain.places import Nearness
from domain.ranking import LATELY, MONTH, Candidate, Wanted, eligible, rank
from domain.skills import Skills

ALLIES, NEEDS, SEED = 1_000, 2_000, 6
PLACES = 3
NEXT = timedelta(days=2)  # after which the next one is asked
HELP = 120  # minutes of one help


@dataclass
class Year:
    """What happened so far."""

    asked: defaultdict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    balance: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    met: set[tuple[int, int]] = field(default_factory=set)
    helped: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    over: int = 0
    served: int = 0

    def since(self, person: int, first: datetime) -> int:
        """How often somebody was asked since a moment."""
        return sum(one > first for one in self.asked[person])


Proposes = Callable[[Year, Asked], Sequence[int]]
"""Up to three people for a need, in the order in which they are asked."""
Allows = Callable[[Year, Asked, int, datetime], bool]
"""Whether somebody may still be asked when their turn has come."""


@dataclass(frozen=True)
class Ranker:
    """A way to propose. Only ours looks again before it asks."""

    proposes: Proposes
    allows: Allows = lambda _year, _need, _person, _now: True


def people(*, allies: int = ALLIES, needs: int = NEEDS, seed: int = SEED) -> None:
    """Print the figures of each way to propose people."""
    skills = Skills.of(concept for group in load() for concept in group.concepts)
    drawn = alliance(skills, allies=allies, needs=needs, seed=seed)
    offers = Offers(drawn.offers)
    rankers = {
        "WRatio alone": Ranker(_wratio(drawn)),
        "similarity alone, words": Ranker(_similar(offers, skills, taps=False)),
        "similarity alone, concept": Ranker(_similar(offers, skills, taps=True)),
        "always the best, concept": Ranker(_best(drawn)),
        "ours, words": ours(drawn, offers, skills, taps=False),
        "ours, concept": ours(drawn, offers, skills, taps=True),
    }
    told = sum(one.tapped is not None for one in drawn.needs) / len(drawn.needs)
    print(
        f"people: {allies} allies, {len(drawn.offers)} offers, {needs} needs in a year, seed {seed}"
        f"; {told:.1%} of the needs confirmed by one tap\n"
        f"  {'':26}   P@3   Gini  served  asks/need  over capacity"
    )
    for name, ranker in rankers.items():
        print(f"  {name:26}{_figures(drawn, ranker, seed)}", flush=True)


def ours(drawn: Alliance, offers: Offers, skills: Skills, *, taps: bool) -> Ranker:
    """The ranking of the bot."""
    chance = random.Random(0)

    def proposes(year: Year, need: Asked) -> list[int]:
        concepts = _meant(skills, need) if taps else {}
        matches = offers.closest([need.text], but=need.person, concepts=concepts, chance=chance)
        pool = [_candidate(drawn, year, need, one.offer.person, one.likeness) for one in matches]
        found = rank(_wanted(drawn, need), pool, now=need.at, chance=chance, at_most=PLACES)
        return [one.person for one in found]

    def allows(year: Year, need: Asked, person: int, now: datetime) -> bool:
        one = _candidate(drawn, year, need, person, 1.0, now)
        return eligible(one, _wanted(drawn, need), now) is None

    return Ranker(proposes, allows)


def _meant(skills: Skills, need: Asked) -> dict[str, float]:
    return meant(need.tapped, skills.near(need.tapped)) if need.tapped else {}


def _wanted(drawn: Alliance, need: Asked) -> Wanted:
    organisation = drawn.allies[need.person].organisation
    return Wanted(need.person, need.remote, HELP, frozenset({organisation}))


def _candidate(
    drawn: Alliance,
    year: Year,
    need: Asked,
    person: int,
    likeness: float,
    now: datetime | None = None,
) -> Candidate:
    ally, moment = drawn.allies[person], now or need.at
    ends = ally.pause[1].date() + timedelta(days=1) if ally.pause else None
    asked = year.asked[person]
    return Candidate(
        person,
        likeness,
        paused_until=ends if ally.paused(moment) else None,
        asks_month=ally.cap,
        asked=tuple(one for one in asked if one > moment - MONTH),
        times_asked=len(asked),
        balance=year.balance[person],
        helped=year.helped[person],
        met=(need.person, person) in year.met,
        organisations=frozenset({ally.organisation}),
        near=Nearness.ELSEWHERE,
        km=ally.km(drawn.allies[need.person]),
    )


def _wratio(drawn: Alliance) -> Proposes:
    """rapidfuzz, each need against each offer; equals in a fixed order."""
    who: defaultdict[str, list[int]] = defaultdict(list)
    for one in drawn.offers:
        who[utils.default_process(one.text)].append(one.person)
    texts = list(who)

    def proposes(_year: Year, need: Asked) -> list[int]:
        typed = utils.default_process(need.text)
        found = process.extract(typed, texts, scorer=fuzz.WRatio, limit=2 * PLACES)
        people = dict.fromkeys(person for text, _, _ in found for person in who[text])
        return [one for one in people if one != need.person][:PLACES]

    return proposes


def _similar(offers: Offers, skills: Skills, *, taps: bool) -> Proposes:
    """Whoever is closest, whatever they were asked before; equals in a fixed order."""

    def proposes(_year: Year, need: Asked) -> list[int]:
        concepts = _meant(skills, need) if taps else {}
        found = offers.closest([need.text], but=need.person, concepts=concepts, at_most=PLACES)
        return [one.offer.person for one in found]

    return proposes


def _best(drawn: Alliance) -> Proposes:
    """Whoever is known to be best at it, each time."""
    by_key: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for person, ally in drawn.allies.items():
        for key, level in ally.skills.items():
            by_key[key].append((-level, person))

    def proposes(_year: Year, need: Asked) -> list[int]:
        able = sorted(by_key[need.tapped or ""])
        return [person for _, person in able if person != need.person][:PLACES]

    return proposes


def _figures(drawn: Alliance, ranker: Ranker, seed: int) -> str:
    """A year with one way to propose: each need asks in turn, until somebody agrees."""
    year, chance = Year(), random.Random(seed)
    right = 0
    waiting: list[tuple[datetime, int, int, Sequence[int]]] = [
        (one.at, at, 0, ()) for at, one in enumerate(drawn.needs)
    ]
    heapq.heapify(waiting)
    while waiting:
        now, at, place, found = heapq.heappop(waiting)
        need = drawn.needs[at]
        if place == 0:
            found = ranker.proposes(year, need)
            right += sum(drawn.able(one, need) for one in found)
        while place < len(found) and not ranker.allows(year, need, found[place], now):
            place += 1
        if place < len(found) and not _agrees(drawn, year, need, found[place], now, chance):
            heapq.heappush(waiting, (now + NEXT, at, place + 1, found))
    asks = sum(map(len, year.asked.values()))
    counts = [len(year.asked[person]) for person in drawn.allies]
    shares = (right / (PLACES * len(drawn.needs)), gini(counts))
    return (
        "".join(f"{share:6.3f} " for share in shares)
        + f"{year.served / len(drawn.needs):7.1%} {asks / len(drawn.needs):10.2f}"
        + f" {year.over / max(1, asks):14.1%}"
    )


def _agrees(
    drawn: Alliance, year: Year, need: Asked, person: int, now: datetime, chance: random.Random
) -> bool:
    """Ask somebody; whether they help."""
    ally, asker = drawn.allies[person], drawn.allies[need.person]
    over = ally.paused(now) or year.since(person, now - MONTH) >= ally.cap
    likely = willing(ally, asker, need, year.since(person, now - LATELY), over=over)
    year.over += over
    year.asked[person].append(now)
    if chance.random() >= likely:
        return False
    year.served += 1
    year.helped[person] += 1
    year.balance[person] += HELP
    year.balance[need.person] -= HELP
    year.met |= {(need.person, person), (person, need.person)}
    return True


def gini(counts: Sequence[int]) -> float:
    """How unevenly something is shared: 0 when all have the same, near 1 when one has all."""
    ordered, total = sorted(counts), sum(counts)
    if not total:
        return 0.0
    weighed = sum(rank * count for rank, count in enumerate(ordered, start=1))
    return 2 * weighed / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)
