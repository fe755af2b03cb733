"""An imagined alliance: who offers what, how much they may be asked, and what is needed in a year.

All of it drawn from one seed. What people would do is assumed, and said here: directions can be
trusted, digits cannot.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import hypot

from benchmarks.answers.noise import KINDS
from domain.matching import Offer
from domain.skills import Concept, Kind, Skills

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 365
CAPS = ((1, 25), (2, 45), (3, 15), (4, 10), (6, 5))  # asks a month, of a hundred allies
PAUSES = 0.3  # of the allies, once in the year
SPOILT = 0.25  # of the needs are badly typed
REMOTE = 0.4  # of the needs
WIDE = 120.0  # kilometres, from one side of the territory to the other
ORGANISATIONS = 150
ENGLISH = 0.15  # of the texts
FRAMES = (
    "{}",
    "quelqu’un pour {}",
    "besoin d’un coup de main : {}",
    "je cherche une personne pour {} avant la fin du mois",
    "{} pour notre association",
    "qui peut m’aider ? {}",
)
WILLING, TIRED, UNFIT_TIME, FAR = 0.8, 0.6, 0.1, 0.4


@dataclass(frozen=True)
class Ally:
    """Somebody with skills, each with how well they have it, and limits of their own."""

    person: int
    skills: Mapping[str, float]
    cap: int
    pause: tuple[datetime, datetime] | None
    organisation: int
    x: float
    y: float

    def paused(self, now: datetime) -> bool:
        """Whether they said that they are not there."""
        return self.pause is not None and self.pause[0] <= now < self.pause[1]

    def km(self, other: Ally) -> float:
        """How far it is."""
        return hypot(self.x - other.x, self.y - other.y)


@dataclass(frozen=True)
class Asked:
    """A need: what is said, what is meant, and what the asker taps among four buttons."""

    at: datetime
    person: int
    text: str
    key: str
    tapped: str | None
    remote: bool


@dataclass(frozen=True)
class Alliance:
    """The people by number, their offers, and the needs of a year in their order."""

    allies: Mapping[int, Ally]
    offers: Sequence[Offer]
    needs: Sequence[Asked]

    def able(self, person: int, need: Asked) -> bool:
        """Whether somebody has what is needed."""
        return need.key in self.allies[person].skills


def willing(ally: Ally, asker: Ally, need: Asked, recent: int, *, over: bool) -> float:
    """How likely a yes is: the assumption that all figures of the year rest on.

    Nobody agrees to what they cannot do. Each ask of the last four weeks tires; who is paused or
    beyond their own limit hardly ever agrees; distance deters, unless it is done from afar.
    """
    if need.key not in ally.skills:
        return 0.0
    likely = WILLING * (0.5 + 0.5 * ally.skills[need.key]) * TIRED**recent
    if not need.remote:
        likely *= max(FAR, 1 - ally.km(asker) / WIDE)
    return likely * UNFIT_TIME if over else likely


def alliance(skills: Skills, *, allies: int, needs: int, seed: int) -> Alliance:
    """Draw everything, from one seed."""
    chance = random.Random(seed)
    known = [one for one in skills.concepts if one.kind is Kind.SKILL]
    common, wanted = _popular(known, chance), _popular(known, chance)
    people = {number: _ally(number, known, common, chance) for number in range(1, allies + 1)}
    concepts = {one.key: one for one in known}
    tap = _taps(skills)
    offers = [
        Offer(number, person, text, concept=tap(text, key))
        for number, (person, key, text) in enumerate(_said(people, concepts, chance), start=1)
    ]
    weights = [first * second for first, second in zip(common, wanted, strict=True)]
    asked = [_need(known, weights, allies, tap, chance) for _ in range(needs)]
    return Alliance(people, offers, sorted(asked, key=lambda one: one.at))


def _popular(known: Sequence[Concept], chance: random.Random) -> list[float]:
    """A few are everywhere, most are rare."""
    ranks = chance.sample(range(len(known)), len(known))
    return [(rank + 8) ** -0.5 for rank in ranks]


def _ally(
    number: int, known: Sequence[Concept], common: Sequence[float], chance: random.Random
) -> Ally:
    drawn = chance.choices(known, common, k=chance.randint(2, 6))
    begins = BEGIN + timedelta(days=chance.uniform(0, DAYS))
    pause = (begins, begins + timedelta(days=chance.uniform(20, 90)))
    return Ally(
        number,
        {one.key: chance.random() for one in drawn},
        chance.choices([cap for cap, _ in CAPS], [share for _, share in CAPS])[0],
        pause if chance.random() < PAUSES else None,
        chance.randint(1, ORGANISATIONS),
        chance.uniform(0, WIDE),
        chance.uniform(0, WIDE),
    )


def _said(
    people: Mapping[int, Ally], concepts: Mapping[str, Concept], chance: random.Random
) -> list[tuple[int, str, str]]:
    return [
        (person, key, _name(concepts[key], chance))
        for person, ally in people.items()
        for key in ally.skills
    ]


def _name(concept: Concept, chance: random.Random) -> str:
    """Any of the names of a concept: two people rarely choose the same."""
    return chance.choice(concept.names["en" if chance.random() < ENGLISH else "fr"])


def _need(
    known: Sequence[Concept],
    weights: Sequence[float],
    allies: int,
    tap: Callable[[str, str], str | None],
    chance: random.Random,
) -> Asked:
    (concept,) = chance.choices(known, weights)
    text = chance.choice(FRAMES).format(_name(concept, chance))
    if chance.random() < SPOILT:
        text = KINDS[chance.choice(sorted(KINDS))](text, chance)
    at = BEGIN + timedelta(days=chance.uniform(0, DAYS))
    asker = chance.randint(1, allies)
    remote = chance.random() < REMOTE
    return Asked(at, asker, text, concept.key, tap(text, concept.key), remote)


def _taps(skills: Skills) -> Callable[[str, str], str | None]:
    """What is confirmed: what is meant, where the reading shows it; otherwise nothing."""

    def tap(text: str, key: str) -> str | None:
        shown = [one.concept.key for one in skills.read(text).candidates]
        return key if key in shown else None

    return tap
