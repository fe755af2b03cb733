"""Hundreds of groups that read the agenda for weeks, from processes that die at any step.

Two processes share one database and act at once, each as if it led.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from shutil import copyfile
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import compose
from bot.clock import Tokens, VirtualClock
from bot.composer import Composer
from bot.faults import Faults
from bot.jobs import JOBS, Jobs
from bot.outbox import Outbox
from bot.proposer import Proposer
from bot.threads import Threads
from bot.transports.simulated import LIMITS
from chat.cards import delivery_card
from chat.transport import Limits
from domain.events import FoundEvent, State, Status
from domain.fabriques import Fabrique
from domain.postings import Posting
from storage import Database, Store
from storage.chats import Address
from storage.event_posts import Absent
from storage.migrate import migrate
from storage.outbox import SENT, UNKNOWN, WAITING, Outgoing
from tests.bot.office import Web
from tests.mortals import Flaky, Mortal, Process, World, one_thread
from tests.read_once import ReadOnce
from tests.storage.standing import ADA

STARTS = (date(2026, 9, 28), date(2027, 2, 22))
"""Eight weeks from either hold an hour that is there twice and one that never is, in Paris or in
Sydney: 25 October 2026 and 28 March 2027 among them.
"""

SHORT = 700
"""Bytes of a page on the wires: some agendas need two."""

OFF, AWAY, CALLED_OFF = timedelta(days=28), timedelta(days=56), timedelta(days=14)
"""How often the machine is off, a platform is away, and an event is called off."""

TEAM = "équipe"


@dataclass(frozen=True)
class Group:
    """A group and when it wants its agenda."""

    number: int
    address: str
    title: str
    posting: Posting

    @property
    def zone(self) -> ZoneInfo:
        """The zone of its hours."""
        return ZoneInfo(self.posting.zone or "Europe/Paris")


@dataclass(frozen=True)
class Figures:
    """What came of a run. `untrue`: groups where a post tells what was called off after it as if it
    took place, without a word below, or with two.
    """

    expected: int
    posted: int
    doubled: int
    lost: int
    unknown: int
    late: int
    called_off: int
    untrue: int
    kills: int
    count: Counter[str]


HOURS: Sequence[tuple[int, time, str | None]] = (
    (6, time(2, 30), None),
    (6, time(2, 30), "Australia/Sydney"),
    (0, time(8), None),
    (0, time(8), "America/Guadeloupe"),
    (3, time(18), None),
    (6, time(23, 55), "Indian/Reunion"),
)
"""Days and hours that groups choose: those that clocks skip and repeat among them."""


@cache
def _parts() -> tuple[Composer, Proposer]:
    """What no process changes, made once."""
    app = compose(
        Database("sqlite://"),
        [],
        clock=VirtualClock(datetime.now(UTC)),
        chance=random.Random(0),
        fetch=Web(),
        strict=True,
        at_once=1,
        library=ReadOnce(),
    )
    short = {name: Limits(SHORT, one.measure, one.choices, SHORT) for name, one in LIMITS.items()}
    composer: Any = app.jobs.composer
    composer._limits = short
    return composer, app.jobs.proposer


async def template(folder: Path) -> Path:
    """A migrated database without anybody."""
    file = folder / "template.db"
    if not file.exists():
        database = Database(f"sqlite:///{file}")
        await migrate(database)
        await database.close()
    return file


@dataclass
class Run:
    """One run of so many weeks with one seed."""

    folder: Path
    seed: int
    groups: int
    weeks: int
    members: list[Group] = field(default_factory=list)
    called_off: dict[str, datetime] = field(default_factory=dict)
    too_late: set[str] = field(default_factory=set)
    names: int = 0

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.start = STARTS[self.seed % len(STARTS)]
        begin = datetime.combine(self.start, time(), UTC) - timedelta(days=1)
        self.clock = VirtualClock(begin)
        self.world = World(self.clock, self.chance)
        self.end = begin + timedelta(weeks=self.weeks)
        self.url = f"sqlite:///{self.folder}/{self.seed}.db"
        self.living: list[Process] = []
        self.passed = timedelta()

    async def plays(self) -> Figures:
        """Let the weeks pass, then a few peaceful days, and count."""
        copyfile(await template(self.folder), f"{self.folder}/{self.seed}.db")
        asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
        with one_thread(self.url) as self.quiet:
            try:
                await self._furnish()
                await self._weeks(self.end)
                self.world.peaceful = True
                await self._weeks(self.end + timedelta(days=4))
                return await self._figures()
            finally:
                await self.quiet.close()
                Path(f"{self.folder}/{self.seed}.db").unlink()

    async def _furnish(self) -> None:
        since = self.clock.now() - timedelta(days=30)
        async with self.quiet.begin() as store:
            made = await store.fabriques.ensure(
                Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
            )
            self.fabrique, store = made.id, store.of(made.id)
            await store.chats.make_team(
                Address("telegram", TEAM, False, TEAM), language="fr", now=since
            )
            for number in range(self.groups):
                await self._group(store, number, since)
            self.author = (await store.people.meet(ADA, language="fr", now=since)).id
            await self._events(store)

    async def _group(self, store: Store, number: int, since: datetime) -> None:
        platform = ("telegram", "matrix")[number % 2]
        address = Address(platform, f"{platform}-{number}", False, f"Groupe fictif {number:03}")
        chat = await store.chats.open(address, language="fr", now=since)
        weekday, at, zone = self.chance.choice(HOURS)
        late = timedelta(hours=self.chance.choice((2, 12, 36)))
        posting = Posting(weekday=weekday, at=at, zone=zone, late=late)
        await store.chats.set_posting(chat.id, posting)
        self.members.append(Group(chat.id, address.address, address.title, posting))

    async def _events(self, store: Store) -> None:
        """Something each day; some weeks tell so much that they need two pages."""
        found = []
        for day in range(7 * (self.weeks + 3)):
            for turn in range(4 if day // 7 % 3 == 1 else 1):
                at = datetime.combine(self.start + timedelta(days=day - 7), time(17, turn), UTC)
                title = f"Atelier fictif {day}-{turn}"
                found.append(
                    FoundEvent(title, title, at, None, False, "Salle", "", Status.SCHEDULED)
                )
        await store.events.take_in(found, source="s", batch="b", by=None, state=State.APPROVED)

    async def _weeks(self, end: datetime) -> None:
        """Go from one moment to the next at which somebody has something to do."""
        while self.clock.now() < end:
            while len(self.living) < 2:
                await self._begin()
            now = self.clock.now()
            woken = [one for one in self.living if one.wakes <= now or self.chance.random() < 0.2]
            await asyncio.gather(*(one.lives() for one in woken))
            await self._team_answers()
            for one in woken:
                one.wakes = await one.next_due() or now + timedelta(hours=12)
            if self._comes(CALLED_OFF):
                await self._calls_off()
            await self._bury()
            self._misfortunes()
            far = self.clock.now() + timedelta(hours=12)
            then = min([one.wakes for one in self.living] + [far])
            then = min(end, max(then, self.clock.now() + timedelta(seconds=1)))
            self.clock.set(max(then, self.clock.now()))
            self.passed = self.clock.now() - now

    def _comes(self, every: timedelta) -> bool:
        """Whether something that comes so often came since the moment before."""
        return not self.world.peaceful and self.chance.random() < self.passed / every

    async def _begin(self) -> None:
        self.names += 1
        process = Process(self.world, f"p{self.names}")
        database = Mortal(self.quiet, process)
        wires = {name: Flaky(name) for name in LIMITS}
        for wire in wires.values():
            wire.world, wire.process = self.world, process
        composer, proposer = _parts()
        token = Tokens(random.Random(self.chance.random()))
        faults = Faults(token, self._fault)
        process.jobs = Jobs(
            database, composer, self.clock, token, faults, Web(), proposer,
            jobs={name: JOBS[name] for name in ("corrections", "digests")},
        )  # fmt: skip
        process.jobs._tidied = self.end + timedelta(weeks=9)  # what is kept is looked at in the end
        process.outbox = Outbox(
            database, wires, composer, self.clock, faults, Threads(database, wires),
            lambda row, chat: delivery_card(row.id, issue=row.issue, chat=chat),
            at_once=6, process=process.name,
        )  # fmt: skip
        self.living.append(process)
        await process.lives(living=[one.name for one in self.living])
        await self._bury()

    def _fault(self, code: str) -> None:
        self.world.count["faults"] += 1

    async def _bury(self) -> None:
        """A dead process is replaced later."""
        for one in self.living:
            if one.dead:
                await one.ends()
        self.living = [one for one in self.living if not one.dead]

    def _misfortunes(self) -> None:
        """Sometimes the machine itself is off, or a platform is away."""
        if self._comes(OFF):
            self.living.clear()
            off = self.clock.now()
            self.clock.set(off + timedelta(hours=self.chance.choice((1, 5, 60))))
            starts = self.called_off.items()
            self.too_late |= {one for one, at in starts if off < at < self.clock.now()}
        if self._comes(AWAY):
            away = self.clock.now() + timedelta(hours=self.chance.choice((1, 5, 20)))
            self.world.away[self.chance.choice(tuple(LIMITS))] = away

    async def _team_answers(self) -> None:
        """Somebody of the team looks whether a post is there, and says so."""
        async with self.quiet.begin(self.fabrique) as store:
            for row in await store.outbox.unknown():
                if self.chance.random() < 0.5:
                    continue
                state = SENT if self.world.taken[row.key] else WAITING
                self.world.count[f"answered {state}"] += 1
                await store.outbox.resolve(row.id, state, at=self.clock.now())

    async def _calls_off(self) -> None:
        """Something of the next hours does not take place, whoever read of it."""
        now = self.clock.now()
        async with self.quiet.begin(self.fabrique) as store:
            coming = [
                one
                for one in await store.events.between(now, now + timedelta(hours=40))
                if one.start > now + timedelta(hours=8) and one.title not in self.called_off
            ]
            if not coming:
                return
            event = self.chance.choice(coming)
            off = replace(event, status=Status.CANCELLED)
            await store.event_changes.make(event, off, by=self.author, now=now)
        self.called_off[event.title] = event.start
        for one in self.living:
            one.hears()

    async def _figures(self) -> Figures:
        """Hold what arrived against what each group was to get, counted by the calendar alone."""
        async with self.quiet.begin(self.fabrique) as store:
            sends = await store.said.deliveries()
            opened = await store.event_posts.opened(self._issues())
            absent = await store.event_posts.absent()
        known = _known(absent, [row for row, _ in sends])
        asked = {row.about for row, _ in sends if row.about}
        rows = defaultdict[tuple[int, str], list[Any]](list)
        for row, _ in sends:
            if row.kind == "agenda":
                rows[row.chat, row.issue or ""].append(row)
        figures: Counter[str] = Counter()
        for group in self.members:
            parts_taken = Counter[tuple[str, int]]()
            for (chat, issue), parts in rows.items():
                for row in parts if chat == group.number else ():
                    parts_taken[issue, row.part] += self.world.taken[row.key]
            figures["doubled"] += sum(max(0, count - 1) for count in parts_taken.values())
            figures["untrue"] += self._untrue(group)
            for issue in self._expected(group):
                figures["expected"] += 1
                key = (group.number, issue)
                parts = rows[key]
                if parts and all(self.world.taken[row.key] for row in parts):
                    figures["posted"] += 1
                elif key in known:
                    figures["late"] += 1
                elif any(row.state == UNKNOWN and f"delivery:{row.id}" in asked for row in parts):
                    figures["unknown"] += 1
                else:
                    figures["lost"] += 1
                    self.world.count[f"lost: {key in opened} {[one.state for one in parts]}"] += 1
        return Figures(
            figures["expected"], figures["posted"], figures["doubled"], figures["lost"],
            figures["unknown"], figures["late"], len(self.called_off), figures["untrue"],
            self.world.count["kills"], self.world.count,
        )  # fmt: skip

    def _untrue(self, group: Group) -> int:
        """What stands in a group as if it took place, and what was not said there once below."""
        shown = [text for (chat, _), text in self.world.shown.items() if chat == group.address]
        said = [text for text in shown if CHANGED in text]
        wrong = 0
        for title in self.called_off.keys() - self.too_late:
            lines = [
                line
                for text in shown
                if CHANGED not in text
                for line in text.splitlines()
                if re.search(rf"\b{title}\b", line)
            ]
            times = sum(bool(re.search(rf"\b{title}\b", text)) for text in said)
            asked = times > 1 and self.world.count["answers lost"] + self.world.count["kills"]
            wrong += any(CANCELLED not in line for line in lines) and not times
            wrong += times > 1 and not asked
            self.world.count["called off, said"] += times > 0
            self.world.count["called off, drawn"] += bool(lines)
        return wrong

    def _issues(self) -> set[str]:
        days = (self.start + timedelta(days=one) for one in range(-7, 7 * self.weeks + 7))
        return {f"{one.isocalendar()[0]}-W{one.isocalendar()[1]:02}" for one in days}

    def _expected(self, group: Group) -> set[str]:
        """The weeks in which the group's day and hour came, by its own calendar."""
        found = set()
        for one in range(-2, 7 * self.weeks + 2):
            day = self.start + timedelta(days=one)
            if day.weekday() != group.posting.weekday:
                continue
            at = datetime.combine(day, group.posting.at, group.zone).astimezone(UTC)
            if self.end - timedelta(weeks=self.weeks, hours=-2) < at < self.end:
                found.add(f"{day.isocalendar()[0]}-W{day.isocalendar()[1]:02}")
        return found


def _known(absent: Sequence[Absent], sends: Sequence[Outgoing]) -> set[tuple[int, str]]:
    """Who had nothing as the team knows it: a note names or counts all of an edition."""
    counts = Counter(one.edition for one in absent)
    told = Counter[int]()
    for row in sends:
        if row.kind == "notice" and (row.about or "").startswith("missed:"):
            named = len(re.findall(r"Groupe fictif \d+", row.markup))
            more = sum(int(one) for one in re.findall(r"(\d+) autres groupes", row.markup))
            edition = int((row.about or "").partition(":")[2])
            told[edition] += named + more + ("un autre groupe" in row.markup)
    return {(one.chat, one.issue) for one in absent if told[one.edition] == counts[one.edition]}


CHANGED, CANCELLED = "Changement à l’agenda", "nnulé"
