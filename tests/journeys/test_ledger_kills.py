"""A confirmed exchange that somebody read of is in the ledger once, whenever the program dies."""

from __future__ import annotations

import asyncio
import random
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from storage import Database
from tests.journeys.kills import RANDOM, Moment, Ordeal, rows, watched
from tests.journeys.program import Program, program
from tests.journeys.stage import Town, fr, opening, town
from tests.journeys.watch.sitecustomize import COMMIT, HANDLER, PHASES
from tests.wire.bot_api_records import Message

FEW, MANY = 15, 200
_MINUTES = 30
_LIFE = 8  # things said after which a random kill falls at the latest
_PATIENCE = 90.0  # seconds
_OPEN = 4  # exchanges of one person that are not confirmed yet
_TAPS = 0.7  # seconds before a second tap on a card that has not changed; each next wait is twice
_DAYS = 350  # a day holds no more than its hours, and what is older than a year is refused
_NUMBERED = re.compile(r"exemple (\d+)")
_NEWS = opening("exchange-confirmed", "voice", "days", "exchange")


@dataclass
class Market:
    """Four people, each of whom gives time to the next, and presses whatever can be pressed."""

    here: Town
    verb: str = "run"
    repeats: bool = True
    moments: Mapping[str, Moment] = field(default_factory=dict)
    said: dict[int, int] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=lambda: count(1))
    _next_tap: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)

    @property
    def people(self) -> Mapping[int, str]:
        """Each of them with the handle of whoever is next."""
        handles = ("basile_fictif", "chloe_modele", "driss_invente", "ada_exemple")
        who = (self.here.ada, self.here.basile, self.here.chloe, self.here.driss)
        return dict(zip(who, handles, strict=True))

    def environment(self) -> Mapping[str, str]:
        """The settings of the town."""
        return self.here.environment

    async def begun(self, program: Program) -> None:
        """Telegram repeats by itself what was not acknowledged."""

    async def send(self, text: str) -> None:
        """Everybody says a word in private, after which the bot may write to them."""
        for person in self.people:
            self.here.api.world.say(person, text)

    def met(self) -> bool:
        """Whether the bot knows everybody."""
        return all(self._messages(person) for person in self.people)

    def answers(self) -> Sequence[str]:
        """What the four can read."""
        return [one.text for person in self.people for one in self._messages(person)]

    def acknowledged(self) -> set[int]:
        """The exchanges of which both sides have read that they count."""
        read = Counter(int(number) for person in self.people for number in self._read(person))
        return {number for number, people in read.items() if people == 2}

    def read_by_somebody(self) -> set[int]:
        """The exchanges of which anybody has read that they count."""
        return {int(number) for person in self.people for number in self._read(person)}

    def trade(self) -> None:
        """Whoever has no draft before them, and little under way, notes an exchange; all press."""
        settled = self.acknowledged()
        for (person, other), reader in zip(self.people.items(), self._next(), strict=True):
            waiting = {number for number, who in self.said.items() if who == person} - settled
            if len(waiting) < _OPEN and waiting <= self._shown(reader):
                number = next(self._numbers)
                self.said[number] = person
                told = f"pour exemple {number}, il y a {number % _DAYS} jours"
                sentence = f"/heures {_MINUTES} min à @{other} {told}"
                self.here.api.world.say(person, sentence)
        self.tap()

    def _next(self) -> list[int]:
        people = list(self.people)
        return [*people[1:], people[0]]

    def _shown(self, reader: int) -> set[int]:
        """The exchanges that somebody was shown."""
        texts = (one.text for one in self._messages(reader))
        return {int(number) for text in texts for number in _NUMBERED.findall(text)}

    def tap(self) -> None:
        """Press the newest copy of each card; again, ever later, if nothing became of it.

        At a steady pace, presses would come faster than a program that is killed can take them.
        """
        now = asyncio.get_running_loop().time()
        for person in self.people:
            for one, label in self._newest(person).values():
                moment, wait = self._next_tap.get((person, one.id), (now, _TAPS))
                if now >= moment:
                    self._next_tap[person, one.id] = now + wait, 2 * wait
                    self.here.api.world.press(person, one.id, label, person)

    def _newest(self, person: int) -> dict[tuple[str, str], tuple[Message, str]]:
        """By what can be pressed and the exchange: of two copies, people take the lower one."""
        return {
            (label, number): (one, label)
            for one in self._messages(person)
            for number in _NUMBERED.findall(one.text)
            for label in map(fr, ("choice-exact", "choice-another-one", "choice-confirm"))
            if label in one.labels and number not in self._read(person)
        }

    def _read(self, person: int) -> set[str]:
        """The exchanges of which somebody has read that they count."""
        news = (one.text for one in self._messages(person) if _NEWS in one.text)
        return {number for text in news for number in _NUMBERED.findall(text)}

    def _messages(self, person: int) -> list[Message]:
        return [one for one in self.here.api.world.messages(person) if one.from_bot]


@dataclass
class Trades(Ordeal):
    """A market under kills: as many at any moment as while an exchange is handled or committed."""

    kills: int = FEW
    longest_stop: float = 30.0  # other tests look at how fast it stops

    @property
    def market(self) -> Market:
        """The platform of this ordeal."""
        assert isinstance(self.platform, Market)
        return self.platform

    def _plan(self) -> list[str]:
        aims = [*([COMMIT, HANDLER] * self.kills)[: self.kills // 2]]
        aims += [RANDOM] * (self.kills - len(aims))
        self.chance.shuffle(aims)
        return aims

    async def _moment(self, aim: str) -> None:
        """Of the moments that are not aimed at, one in four may fall before anything is heard."""
        if aim == RANDOM and self.chance.random() < 0.75:
            await self.program.ready(seconds=_PATIENCE)
            await self._said(self.chance.randint(0, _LIFE))
            await asyncio.sleep(self.chance.uniform(0, 0.1))
        else:
            await super()._moment(aim)

    async def _said(self, more: int) -> None:
        """Return once the bot has said so many things more, however fast the machine is."""
        goal = len(self.market.answers()) + more
        async with asyncio.timeout(_PATIENCE):
            while self.program.alive and len(self.market.answers()) < goal:
                await asyncio.sleep(0.01)

    def _note(self, aim: str) -> None:
        self.record.aims[aim] += 1
        self.record.hits.update(self.watch.phases() or ["elsewhere"])

    async def _talk(self) -> None:
        await self.market.send("/start")
        while True:
            if self.market.met():
                self.market.trade()
            await asyncio.sleep(self.chance.uniform(0.01, 0.05))

    async def _ask(self) -> None:
        """What is said before the end is what is waited for."""

    async def _all_answered(self) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                while self.market.said.keys() - self.market.acknowledged():
                    self.market.tap()
                    await asyncio.sleep(0.1)
        except TimeoutError:
            missing = sorted(self.market.said.keys() - self.market.acknowledged())
            raise AssertionError(f"never confirmed: {missing}\n{self.program.last_words}") from None

    def _check(self) -> None:
        """Each exchange that anybody read of is in the ledger once, with its minutes."""
        entered = Counter(
            int(_NUMBERED.findall(str(subject))[0])
            for (subject,) in rows(
                self.program,
                "select subject from legs join ledger_entries on ledger_entries.id = entry_id"
                f" join exchanges on exchanges.id = exchange_id where legs.minutes = {_MINUTES}",
            )
        )
        assert entered == dict.fromkeys(self.market.said, 1)
        assert self.market.read_by_somebody() <= entered.keys()
        self.record.asked = len(entered)

    def told(self) -> str:
        """In a few lines."""
        places = (*PHASES, "elsewhere")
        where = ", ".join(f"{self.record.hits[place]} {place}" for place in places)
        return (
            f"{sum(self.record.aims.values())} kills in a run of {self.record.asked} exchanges;"
            f" inside: {where}\nconfirmed, read of, and in the ledger once: {self.record.asked}\n"
        )


@pytest_asyncio.fixture
async def market() -> AsyncIterator[Market]:
    """A strict Bot API server with people who trade."""
    async with town() as here:
        yield Market(here)


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param(FEW, marks=pytest.mark.servers),
        pytest.param(MANY, marks=pytest.mark.soak),
    ],
)
async def test_each_confirmed_exchange_that_was_read_of_is_in_the_ledger_once(
    kills: int, market: Market, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Killed again and again while people note and confirm: nothing is lost or counted twice."""
    with (
        watched(tmp_path) as (watch, seen_by),
        program(tmp_path, {**market.environment(), **seen_by}) as running,
    ):
        trades = Trades(market, running, watch, random.Random(kills), kills=kills)
        await trades.endure()
        database = Database(f"sqlite:///{running.database}")
        try:
            async with database.begin() as store:
                fabriques = await store.fabriques.all()
                faults = [await store.of(one.id).ledger.faults() for one in fabriques]
        finally:
            await database.close()
    assert faults == [[]] * len(fabriques)
    with capsys.disabled():
        sys.stdout.write(f"\n{trades.told()}")
