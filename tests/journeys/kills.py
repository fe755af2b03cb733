"""A conversation with the real program, killed from outside again and again.

Knows how to kill, where a kill hit and what was lost; a platform is given. Must not know one.
"""

from __future__ import annotations

import asyncio
import mmap
import random
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from domain.values import Quoted
from tests.journeys.program import LONGEST_STOP, Program
from tests.journeys.stage import flat, fr
from tests.journeys.watch.sitecustomize import PHASES, VARIABLE

KILLS = 50
RANDOM = "any moment"
SHARE = 7
"""Of so many kills one is aimed at each phase; the platform's own moments and random ones share the
rest.
"""

_OPEN = 6  # questions that wait for an answer at a time: there is always something under way
_PATIENCE = 60.0  # seconds
_LATEST = 6.0  # seconds after a start in which a random kill falls; a start itself takes three

Moment = Callable[[], Awaitable[None]]


class Platform(Protocol):
    """A platform with people who write to the program, and read it.

    `verb` is how the program is started; `repeats` whether an answer may be read twice after a kill
    between its arrival and the program's knowing of it. `moments` are its own points to kill at.
    """

    verb: str
    repeats: bool
    moments: Mapping[str, Moment]

    def environment(self) -> Mapping[str, str]:
        """The settings that the program needs."""

    async def begun(self, program: Program) -> None:
        """The program was started, for the first time or again."""

    async def send(self, text: str) -> None:
        """Somebody writes, whether the program lives or not."""

    def answers(self) -> Sequence[str]:
        """Everything the bot said to those who wrote."""


@dataclass
class Watch:
    """Where the program is now, or was when it died."""

    depths: mmap.mmap

    def phases(self) -> list[str]:
        """The phases it is inside of."""
        return [phase for place, phase in enumerate(PHASES) if self.depths[place]]

    def reset(self) -> None:
        """A new start is nowhere yet."""
        self.depths[:] = bytes(len(PHASES))

    async def until(self, phase: str) -> None:
        """Return while the program is inside a phase."""
        while phase not in self.phases():
            await asyncio.sleep(0)


@dataclass
class Record:
    """What happened: where kills hit, and which answers were then under way."""

    hits: Counter[str] = field(default_factory=Counter)
    aims: Counter[str] = field(default_factory=Counter)
    under_way: Counter[int] = field(default_factory=Counter)
    asked: int = 0
    twice: int = 0

    def told(self) -> str:
        """In a few lines."""
        where = ", ".join(f"{self.hits[phase]} {phase}" for phase in (*PHASES, "elsewhere"))
        return (
            f"{sum(self.aims.values())} kills of {self.asked} questions; inside: {where}\n"
            f"answers under way at a kill: {self.under_way.total()};"
            f" read twice: {self.twice}; lost: 0\n"
        )


@dataclass
class Ordeal:
    """One conversation under kills."""

    platform: Platform
    program: Program
    watch: Watch
    chance: random.Random
    record: Record = field(default_factory=Record)
    kills: int = KILLS
    longest_stop: float = LONGEST_STOP
    latest: float = _LATEST

    async def endure(self) -> Record:
        """Kill as planned, start once more, and look whether every question has its answer."""
        talking = asyncio.create_task(self._talk())
        for aim in self._plan():
            await self._begin()
            await self._moment(aim)
            assert self.program.alive, f"ended by itself:\n{self.program.last_words}"
            self.program.kill()
            self._note(aim)
        talking.cancel()
        await self._begin()
        await self._ask()
        await self._all_answered()
        assert await self.program.stop() < self.longest_stop
        self._check()
        return self.record

    def _plan(self) -> list[str]:
        aimed = self.kills // SHARE
        own = [name for name in self.platform.moments for _ in range(aimed - 1)]
        aims = [*(phase for phase in PHASES for _ in range(aimed)), *own]
        aims += [RANDOM] * (self.kills - len(aims))
        self.chance.shuffle(aims)
        return aims

    async def _begin(self) -> None:
        self.watch.reset()
        self.program.start()
        await self.platform.begun(self.program)

    async def _moment(self, aim: str) -> None:
        if aim == RANDOM:
            await asyncio.sleep(self.chance.uniform(0, self.latest))
            return
        async with asyncio.timeout(_PATIENCE):
            while self.program.alive and not self.watch.phases():
                await asyncio.sleep(0.005)
            assert self.program.alive, f"ended at its start:\n{self.program.last_words}"
            await asyncio.sleep(self.chance.uniform(0, 1))
            own = self.platform.moments.get(aim)
            await (own() if own else self._inside(aim))

    async def _inside(self, phase: str) -> None:
        """Return when the program stands still inside a phase; some last less than a kill takes."""
        while True:
            await self.watch.until(phase)
            self.program.freeze()
            if phase in self.watch.phases():
                return
            self.program.thaw()

    def _note(self, aim: str) -> None:
        self.record.aims[aim] += 1
        self.record.hits.update(self.watch.phases() or ["elsewhere"])
        claimed = rows(self.program, "select markup from outbox where state = 'claimed'")
        texts = [str(markup) for (markup,) in claimed]
        self.record.under_way.update(self._times(texts))

    async def _talk(self) -> None:
        while True:
            if self.record.asked - len(self._answered()) < _OPEN:
                await self._ask()
            await asyncio.sleep(self.chance.uniform(0.005, 0.05))

    async def _ask(self) -> None:
        self.record.asked += 1
        await self.platform.send(question(self.record.asked))

    async def _all_answered(self) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                while len(self._answered()) < self.record.asked:
                    await asyncio.sleep(0.1)
        except TimeoutError:
            lost = set(range(1, self.record.asked + 1)) - self._answered().keys()
            raise AssertionError(f"lost answers: {sorted(lost)}") from None

    def _answered(self) -> Counter[int]:
        return self._times(self.platform.answers())

    def _times(self, texts: Sequence[str]) -> Counter[int]:
        """How often each question is answered in these texts."""
        said = flat("\n".join(texts))
        counted = ((n, said.count(answer(n))) for n in range(1, self.record.asked + 1))
        return Counter({n: times for n, times in counted if times})

    def _check(self) -> None:
        """Every question took effect once; an answer came twice only if it was under way."""
        times, may = self._answered(), self.record.under_way
        excess = {n: t for n, t in times.items() if t > 1 + self.platform.repeats * may[n]}
        assert excess == {}
        self.record.twice = times.total() - len(times)
        needs = Counter(text for (text,) in rows(self.program, "select text from needs"))
        assert needs == {subject(n): 1 for n in range(1, self.record.asked + 1)}
        assert [phase for phase in PHASES if not self.record.hits[phase]] == []


def subject(number: int) -> str:
    """What a numbered question is about."""
    return f"exemple {number}"


def question(number: int) -> str:
    """A question that is cheap to answer, and leaves a row."""
    return f"/besoin {subject(number)}"


def answer(number: int) -> str:
    """What its answer says, and nothing else the bot says."""
    card = fr("need-card", state="draft", need=Quoted(subject(number)), facts="")
    return flat(card.splitlines()[1])


def rows(program: Program, select: str) -> list[tuple[object, ...]]:
    """Read the database of a program that is dead; before its first start it has none."""
    if not program.database.exists():
        return []
    with closing(sqlite3.connect(program.database)) as opened:
        known = opened.execute("select 1 from sqlite_master where name = 'outbox'").fetchone()
        return opened.execute(select).fetchall() if known else []


@contextmanager
def watched(folder: Path) -> Iterator[tuple[Watch, dict[str, str]]]:
    """A watch, and what the program's environment needs to be seen by it."""
    file = folder / "phases"
    file.write_bytes(bytes(len(PHASES)))
    with file.open("r+b") as opened, mmap.mmap(opened.fileno(), len(PHASES)) as depths:
        there = Path(__file__).parent / "watch"
        yield Watch(depths), {VARIABLE: str(file), "PYTHONPATH": str(there)}
