"""Everything that may happen between people who ask and people who are asked, in any order.

The real commands and the real rounds act on a real database; what people pressed is remembered
here, and what was stored and said is held against it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import ColumnElement, select

from chat.command import Command
from chat.desk import Desk, Notice
from chat.transport import Act, Heard, Place, Rank, Speaker
from domain import needs
from domain.errors import Refusal
from domain.fabriques import Fabrique
from domain.introductions import REFUSED, Introduction, IntroductionState
from domain.needs import Need, NeedState
from domain.ranking import MONTH, REST, Parts, Proposal
from handlers import agreeing, helped, introducing, need_calls, relaying
from scheduling import Round, introductions
from storage import Database, Store
from storage.chats import Address
from storage.needs import SEEKING
from storage.people import Account
from storage.tables import IntroductionRow, NeedRow

T = TypeVar("T")
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
NAMES = ("Ada Exemple", "Basile Fictif", "Chloé Modèle", "Driss Inventé", "Zoé Imaginée")
CAPS = (2, 1, 2, 3, 1)
"""How often a month each may be asked."""

PARTS = Parts(1.0, 1.0, 1.0, 1.0, 1.0)

OWN_WORDS = REFUSED - {IntroductionState.DECLINED}
"""What a helper alone may say; an asker declines a hand that was offered."""

WHO = st.integers(0, len(NAMES) - 1)
PLACE = st.integers(0, 10**6)
"""Chooses one of what there is, counted round."""

ANSWERS: dict[str, Command] = {
    "yes": agreeing.accept,
    "this month": agreeing.not_this_month,
    "subject": agreeing.not_my_subject,
    "never": agreeing.never_again,
}
WHOSE = st.sampled_from(["asker", "asker", "helper", "helper", "anybody"])
ANSWER = st.sampled_from(["yes", "yes", "this month", *ANSWERS])
Press = tuple[int, Command, dict[str, object]]


@dataclass(frozen=True)
class Met:
    """Somebody of the story: their number, and their private chat."""

    person: int
    chat: int


class Story(RuleBasedStateMachine):
    """Five people who ask and help each other, one fabrique a story."""

    url: str
    count = 0

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.database = Database(self.url)
        Story.count += 1
        self.now = NOW
        self.fabrique, self.people = self.runner.run(self._begin(f"story-{Story.count}"))
        self.numbers = {one.person: at for at, one in enumerate(self.people)}
        self.askers_said: set[tuple[int, int]] = set()
        self.helpers_said: set[tuple[int, int]] = set()
        self.helpers_refused: set[tuple[int, int]] = set()
        self.told: list[tuple[int, str]] = []

    def teardown(self) -> None:
        """The story is over."""
        self.runner.run(self.database.close())
        self.runner.close()

    @rule(asker=WHO, order=st.permutations(range(len(NAMES))), named=st.booleans())
    def need(self, asker: int, order: Sequence[int], named: bool) -> None:
        """Somebody looks for help, and three are proposed, whoever they are."""
        helpers = [one for one in order if one != asker][:3]

        async def keep(store: Store) -> None:
            person = self.people[asker].person
            need = await store.needs.ask(person, "réparer mon vélo", now=self.now)
            need = replace(need, names_asker=named)
            await store.needs.update(need, now=self.now)
            found = [Proposal(self.people[one].person, 1.0, PARTS) for one in helpers]
            await store.introductions.propose(need, found, {}, now=self.now)

        self._in_one(keep)

    @rule(which=PLACE, by=WHO, right=st.booleans())
    def ask(self, which: int, by: int, right: bool) -> None:
        """The asker, or somebody who has the card of another, has one of the proposed asked."""
        self._press(self._ask(which, by, right))

    @rule(which=PLACE, by=WHOSE, answers=WHOSE, anybody=WHO, how=ANSWER, wait=st.booleans())
    def ask_and_answer(
        self, which: int, by: str, answers: str, anybody: int, how: str, wait: bool
    ) -> None:
        """Somebody has somebody asked, and somebody answers at once, or a week and more later."""
        one = self._waiting(which)
        if one is None:
            return
        roles = {"asker": self.numbers[one.need.person], "helper": self.numbers[one.helper]}
        self._press(self._asked(one, roles.get(by, anybody)))
        self._press(self._answered(one, roles.get(answers, anybody), how))
        if wait:
            self.later(170)

    @rule(which=PLACE, by=WHO, right=st.booleans())
    def ask_in_turn(self, which: int, by: int, right: bool) -> None:
        """All who wait are to be asked, one after the other."""
        if (one := self._one(which)) is None:
            return
        asker = self.numbers[one.need.person]
        who = asker if right else by
        if who == asker:
            waiting = [each for each in self._of(one.need.id) if _waits(each)]
            self.askers_said |= {(one.need.id, each.helper) for each in waiting}
        self._press((who, introducing.ask_in_turn, {"need": one.need.id}))

    @rule(which=PLACE, by=WHO, right=st.booleans(), how=ANSWER)
    def answer(self, which: int, by: int, right: bool, how: str) -> None:
        """The helper answers, or somebody else does for them."""
        self._press(self._answer(which, by, right, how))

    @rule(which=PLACE, other=PLACE, how=ANSWER, second=ANSWER, by=WHO)
    def answer_at_once(self, which: int, other: int, how: str, second: str, by: int) -> None:
        """Two answers, or an answer and an ask, at the same moment."""
        self._press(self._answer(which, by, True, how), self._answer(other, by, True, second))

    @rule(which=PLACE, other=PLACE)
    def ask_at_once(self, which: int, other: int) -> None:
        """Two askers, perhaps for the same helper."""
        self._press(self._ask(which, 0, True), self._ask(other, 0, True))

    @rule(which=PLACE, by=WHO, take=st.booleans())
    def come_forward(self, which: int, by: int, take: bool) -> None:
        """Somebody offers a hand unasked, and the asker agrees or not."""
        if (one := self._one(which)) is None or one.need.person == self.people[by].person:
            return
        helper = self.people[by].person

        async def forward(store: Store) -> Introduction | None:
            await store.introductions.hold(one.need.id)
            need = await store.needs.need(one.need.id)
            if need is None or not need.seeks:
                return None
            return await store.introductions.come_forward(need, helper, now=self.now)

        came = self._in_one(forward)
        if came is None:
            return
        self.helpers_said.add((one.need.id, helper))
        taken = need_calls.take_hand if take else need_calls.leave_hand
        if take:
            self.askers_said.add((one.need.id, helper))
        self._press((self.numbers[one.need.person], taken, {"introduction": came.id}))

    @rule(which=PLACE, by=WHO, right=st.booleans())
    def take_back(self, which: int, by: int, right: bool) -> None:
        """Whoever said yes cannot after all, or somebody else says so for them."""
        one = self._one(which, IntroductionRow.state == IntroductionState.ACCEPTED)
        if one is None:
            return
        who = self.numbers[one.helper] if right else by
        if who == self.numbers[one.helper]:
            self.helpers_refused.add((one.need.id, one.helper))
        given: dict[str, object] = {"introduction": one.id, "sure": True}
        self._press((who, agreeing.take_back_yes, given))

    @rule(which=PLACE, end=st.sampled_from([needs.closed, needs.expired, needs.unmet]))
    def end(self, which: int, end: Callable[[Any], Any]) -> None:
        """A need is taken back, its day goes by, or the team takes over."""
        if (one := self._one(which)) is None:
            return

        async def change(store: Store) -> None:
            await store.introductions.hold(one.need.id)
            need = await store.needs.need(one.need.id)
            assert need is not None
            await store.needs.update(end(need), now=self.now)

        self._try(change)

    @rule(which=PLACE, by=WHO)
    def write(self, which: int, by: int) -> None:
        """Anybody writes to whoever a need brought together."""
        if (one := self._one(which)) is not None:
            given: dict[str, object] = {"introduction": one.id, "text": "Jeudi ?"}
            self._press((by, relaying.write_to_other, given))

    @rule(which=PLACE, by=WHO, outcome=st.sampled_from(["good", "not-yet", "not-possible"]))
    def tell_how(self, which: int, by: int, outcome: str) -> None:
        """Anybody says how it went."""
        if (one := self._one(which)) is not None:
            given: dict[str, object] = {"introduction": one.id, "outcome": outcome}
            self._press((by, helped.tell_how, given))

    @rule(who=WHO)
    def be_asked_again(self, who: int) -> None:
        """Somebody who said never thinks better of it."""

        async def resume(store: Store) -> None:
            profile = await store.profiles.of(self.people[who].person)
            await store.profiles.save(replace(profile, never_asked=False), now=self.now)

        self._in_one(resume)

    @rule(hours=st.sampled_from([1, 13, 24, 48, 72, 170, 300]))
    def later(self, hours: int) -> None:
        """Time goes by, and the rounds with it, twice each."""
        until = self.now + timedelta(hours=hours)
        self._turn()
        while self.now < until:
            due = self._in_one(lambda store: introductions.next_due(self._round(store)))
            assert due is None or due > self.now, "a round left undone what was due"
            self.now = min(until, due or until)
            self._turn()
            assert not self._turn(), "a round that ran twice says things twice"

    @rule()
    def restart(self) -> None:
        """Another program on the same database."""
        self.runner.run(self.database.close())
        self.database = Database(self.url)
        self._turn()

    @invariant()
    def holds(self) -> None:
        """Both agreed, once a need; nobody is asked too often; nobody is named too early."""
        rows = self._in_one(self._rows)
        helped_by = defaultdict(list)
        asks = defaultdict(list)
        for row, need in rows:
            if row.state == IntroductionState.ACCEPTED:
                helped_by[need.id].append(row.helper_id)
                assert (need.id, row.helper_id) in self.askers_said, "the asker never agreed"
                assert (need.id, row.helper_id) in self.helpers_said, "the helper never agreed"
            if row.state in OWN_WORDS:
                assert (need.id, row.helper_id) in self.helpers_refused, "nobody else says no"
            if row.asked_at is not None:
                asks[row.helper_id].append(row)
        for need_id, state in {need.id: need.state for _, need in rows}.items():
            filled = int(state == NeedState.FILLED)
            assert len(helped_by[need_id]) == filled, "a need is filled by one"
        for helper, asked in asks.items():
            self._is_not_too_often(helper, asked)
        self._nobody_is_named_too_early(rows)

    def _is_not_too_often(self, helper: int, asked: Sequence[IntroductionRow]) -> None:
        moments = sorted(row.asked_at for row in asked if row.asked_at)
        assert all(b - a >= REST for a, b in pairwise(moments)), "asked within a week"
        cap = CAPS[self.numbers[helper]]
        for last in moments:
            month = [one for one in moments if last - MONTH < one <= last]
            assert len(month) <= cap, "asked beyond their cap"
        for row in asked:
            if row.state == IntroductionState.NOT_THIS_MONTH and row.answered_at:
                said = row.answered_at
                after = [one for one in moments if one > said]
                assert not any(_month(one) == _month(said) for one in after), "asked this month"

    def _nobody_is_named_too_early(self, rows: Sequence[tuple[IntroductionRow, NeedRow]]) -> None:
        """Names allies do not see, whoever writes; an asker who allows it is named to the asked."""
        know = {(one, one) for one in self.numbers}
        for row, need in rows:
            if row.state in (IntroductionState.ACCEPTED, IntroductionState.OFFERED):
                know |= {(row.helper_id, need.person_id), (need.person_id, row.helper_id)}
            if row.helper_id in self._offered.get(need.id, ()):
                know.add((need.person_id, row.helper_id))
            if need.names_asker and row.asked_at is not None:
                know.add((row.helper_id, need.person_id))
        for to, said in self.told:
            for person, at in self.numbers.items():
                assert NAMES[at] not in said or (to, person) in know, "named too early"
        self.told.clear()

    @property
    def _offered(self) -> dict[int, set[int]]:
        """Who came forward or agreed for a need, and so may be named to its asker."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for need, helper in self.helpers_said:
            found[need].add(helper)
        return found

    def _ask(self, which: int, by: int, right: bool) -> Press | None:
        if (one := self._one(which)) is None:
            return None
        return self._asked(one, self.numbers[one.need.person] if right else by)

    def _asked(self, one: Introduction, who: int) -> Press:
        if who == self.numbers[one.need.person]:
            self.askers_said.add((one.need.id, one.helper))
        given: dict[str, object] = {"need": one.need.id, "helper": one.helper}
        return who, introducing.ask_helper, given

    def _answer(self, which: int, by: int, right: bool, how: str) -> Press | None:
        if (one := self._one(which)) is None:
            return None
        return self._answered(one, self.numbers[one.helper] if right else by, how)

    def _answered(self, one: Introduction, who: int, how: str) -> Press:
        if who == self.numbers[one.helper]:
            said = self.helpers_said if how == "yes" else self.helpers_refused
            said.add((one.need.id, one.helper))
        return who, ANSWERS[how], {"introduction": one.id}

    def _press(self, *presses: Press | None) -> None:
        """Each in a transaction of its own, all at once; then whatever is due."""

        async def at_once() -> None:
            await asyncio.gather(*(self._one_press(*one) for one in presses if one is not None))

        self.runner.run(at_once())
        self._turn()

    async def _one_press(self, who: int, command: Command, given: dict[str, object]) -> None:
        try:
            async with self.database.begin(self.fabrique.id) as store:
                desk = await self._desk(store, self.people[who])
                reply = await command.run(desk, given)
        except Refusal:
            return
        mine = Notice(reply, person=self.people[who].person)
        self._hear([mine, *desk.notices])

    def _turn(self) -> bool:
        """What is due now is done; whether anything was."""

        async def turn(store: Store) -> bool:
            round_ = self._round(store)
            await introductions.look_after(round_)
            self._hear(round_.notices)
            return bool(round_.notices)

        return self._in_one(turn)

    def _hear(self, notices: Sequence[Notice]) -> None:
        self.told += [
            (one.person, repr(one.reply)) for one in notices if one.person in self.numbers
        ]

    def _round(self, store: Store) -> Round:
        async def propose(need: Need) -> None:
            known = {one.helper for one in await store.introductions.of(need.id)}
            others = [one.person for one in self.people if one.person != need.person]
            found = [Proposal(one, 1.0, PARTS) for one in others if one not in known]
            await store.introductions.propose(need, found, {}, now=self.now)

        return Round(store, self.fabrique, self.now, lambda: "story", propose)

    async def _desk(self, store: Store, who: Met) -> Desk[Store]:
        chat = await store.chats.chat(who.chat)
        place = Place(chat.platform, chat.address, True)
        speaker = Speaker(chat.address, "", None)
        nothing = cast(Any, None)
        return Desk(
            store=store,
            fabrique=self.fabrique,
            person=await store.people.person(who.person),
            chat=chat,
            language="fr",
            rank=Rank.MEMBER,
            now=self.now,
            heard=Heard("s", Act.PRESSED, place, speaker, self.now),
            token=lambda: "story",
            library=nothing,
            offers=nothing,
            skills=nothing,
        )

    async def _begin(self, slug: str) -> tuple[Fabrique, list[Met]]:
        async with self.database.begin() as store:
            wanted = Fabrique(0, slug, "Fabrique fictive", "Europe/Paris", "fr")
            fabrique = await store.fabriques.ensure(wanted)
        people = []
        async with self.database.begin(fabrique.id) as store:
            for at, name in enumerate(NAMES):
                address = f"@{slug}-{at}"
                platform = "telegram" if at % 2 else "matrix"
                account = Account(platform, address, name, None)
                person = await store.people.meet(account, language="fr", now=NOW)
                where = Address(platform, address, True, "")
                chat = await store.chats.open(where, language="fr", now=NOW)
                await store.chats.belongs_to(chat.id, person.id)
                profile = await store.profiles.of(person.id)
                await store.profiles.save(replace(profile, asks_month=CAPS[at]), now=NOW)
                people.append(Met(person.id, chat.id))
        return fabrique, people

    async def _rows(self, store: Store) -> list[tuple[IntroductionRow, NeedRow]]:
        found = await store.session.execute(
            select(IntroductionRow, NeedRow)
            .join(NeedRow, NeedRow.id == IntroductionRow.need_id)
            .where(IntroductionRow.fabrique_id == self.fabrique.id)
        )
        return [(row, need) for row, need in found]

    def _waiting(self, which: int) -> Introduction | None:
        """One of those whom nobody asked yet, for a need that seeks somebody."""
        return self._one(
            which, IntroductionRow.state == IntroductionState.WAITING, NeedRow.state.in_(SEEKING)
        )

    def _one(self, which: int, *conditions: ColumnElement[bool]) -> Introduction | None:
        async def one(store: Store) -> Introduction | None:
            numbers = list(
                await store.session.scalars(
                    select(IntroductionRow.id)
                    .join(NeedRow, NeedRow.id == IntroductionRow.need_id)
                    .where(IntroductionRow.fabrique_id == self.fabrique.id, *conditions)
                    .order_by(IntroductionRow.id)
                )
            )
            if not numbers:
                return None
            return await store.introductions.introduction(numbers[which % len(numbers)])

        return self._in_one(one)

    def _of(self, need: int) -> list[Introduction]:
        return self._in_one(lambda store: store.introductions.of(need))

    def _try(self, act: Callable[[Store], Awaitable[None]]) -> None:
        try:
            self._in_one(act)
        except Refusal:
            return

    def _in_one(self, act: Callable[[Store], Awaitable[T]]) -> T:
        async def run() -> T:
            async with self.database.begin(self.fabrique.id) as store:
                return await act(store)

        return self.runner.run(run())


def _waits(one: Introduction) -> bool:
    return one.state is IntroductionState.WAITING


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month
