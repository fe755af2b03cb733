"""Support for a structure in difficulty: states, consent, what is left of it, what figures tell."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain import support as rules
from domain.errors import Refusal
from domain.privacy import MASK
from domain.support import (
    LEAST,
    NUDGES,
    About,
    Outcome,
    Relay,
    RelayState,
    Share,
    Support,
    SupportState,
    figures,
    quarter_before,
    quarter_of,
)
from domain.support_words import guessed, names_in, tells, tells_violence, without_names

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 1, 5, 8, tzinfo=UTC)
ADA, DRISS, YANN, CHLOE = 1, 2, 3, 4
WITHIN = timedelta(hours=24)


def draft(text: str = "nous n’en pouvons plus") -> Support:
    """What Ada told and nobody read."""
    return Support(0, ADA, text, About.EXHAUSTION, SupportState.DRAFT, START, START)


class Life(RuleBasedStateMachine):
    """Whatever the order of presses: what was not agreed to does not pass, what is over is over."""

    def __init__(self) -> None:
        """Nothing was sent yet."""
        super().__init__()
        self.now = START
        self.support = draft()
        self.relay: Relay | None = None
        self.ally_agreed = self.asker_agreed = False
        self.hidden = False

    @invariant()
    def who_hides_stays_hidden(self) -> None:
        """The team learns of no name that was kept from it."""
        if self.hidden and self.support.person is not None:
            assert self.support.share.hides_asker

    def tried(self, act: object, *args: object, **more: object) -> None:
        """An act that may be refused changes nothing then."""
        self.now += timedelta(hours=1)
        try:
            self.support = act(self.support, *args, **more)  # type: ignore[operator]
        except Refusal:
            return

    @rule(share=st.sampled_from(Share), urgent=st.booleans())
    def send(self, share: Share, urgent: bool) -> None:
        """Ada sends it."""
        if self.support.state is SupportState.DRAFT:
            self.hidden = share.hides_asker
        self.tried(rules.sent, share=share, organisation="X", urgent=urgent, now=self.now)

    @rule(by=st.sampled_from([DRISS, YANN]))
    def take(self, by: int) -> None:
        """Somebody takes it."""
        self.tried(rules.taken, by=by, now=self.now)

    @rule(by=st.sampled_from([DRISS, YANN]))
    def give_back(self, by: int) -> None:
        """Somebody leaves it."""
        self.tried(rules.given_back, by=by, now=self.now)

    @rule(by=st.sampled_from([DRISS, YANN]))
    def answer(self, by: int) -> None:
        """Somebody answers."""
        self.tried(rules.answered, by=by, now=self.now)

    @rule(outcome=st.sampled_from([*Outcome, None]))
    def close(self, outcome: Outcome | None) -> None:
        """It is over."""
        self.tried(rules.closed, outcome, now=self.now)
        if not self.support.is_open and self.relay:
            self.relay = rules.relay_over(self.relay)

    @precondition(lambda self: self.support.state is not SupportState.DRAFT)
    @rule()
    def speak(self) -> None:
        """Ada says more."""
        if self.support.person is not None:
            self.tried(rules.spoken_again, now=self.now)

    @rule()
    def widen(self) -> None:
        """Ada lets an ally be asked."""
        self.tried(rules.widened)

    @rule()
    def narrow(self) -> None:
        """Ada keeps it to the team."""
        self.tried(rules.narrowed)
        assert not (self.support.is_open and self.support.share.reaches_ally)

    @precondition(lambda self: self.support.state is not SupportState.DRAFT)
    @rule()
    def erase(self) -> None:
        """Ada erases it."""
        self.support = rules.emptied(self.support, now=self.now, zone=PARIS)
        self.relay = rules.relay_over(self.relay) if self.relay else None

    @rule()
    def ask_ally(self) -> None:
        """The team asks Chloé, where it may."""
        try:
            rules.may_reach_ally(self.support)
        except Refusal:
            return
        if self.relay is None:
            self.relay = Relay(1, 0, CHLOE, RelayState.ASKED, self.now)

    @rule(by=st.sampled_from([CHLOE, DRISS]), agrees=st.booleans())
    def helper_says(self, by: int, agrees: bool) -> None:
        """Chloé answers, or somebody who was not asked."""
        if self.relay is None:
            return
        try:
            self.relay = rules.helper_answered(self.relay, by=by, agrees=agrees)
            self.ally_agreed = agrees and by == CHLOE
        except Refusal:
            return

    @rule(agrees=st.booleans())
    def asker_says(self, agrees: bool) -> None:
        """Ada answers."""
        if self.relay is None:
            return
        try:
            self.relay = rules.asker_answered(self.relay, agrees=agrees)
            self.asker_agreed = agrees
        except Refusal:
            return

    @invariant()
    def both_agreed(self) -> None:
        """No contact without both."""
        if self.relay and self.relay.state is RelayState.INTRODUCED:
            assert self.ally_agreed
            assert self.asker_agreed

    @invariant()
    def an_ally_was_allowed(self) -> None:
        """Nobody is asked who may not be."""
        if self.relay and self.support.person is not None:
            assert self.support.share.reaches_ally

    @invariant()
    def the_structure_is_named_only_where_agreed(self) -> None:
        """Its name goes no further."""
        assert not self.support.organisation or self.support.share is Share.NAMED

    @invariant()
    def nothing_is_left_of_what_was_emptied(self) -> None:
        """No word, no person."""
        if self.support.person is None:
            left = (self.support.text, self.support.organisation, self.support.taken_by)
            assert left == ("", "", None)
            assert not self.support.is_open
            assert rules.next_nudge(self.support, within=WITHIN, zone=PARIS) is None

    @invariant()
    def whoever_takes_it_is_known(self) -> None:
        """Somebody, and one."""
        if self.support.state is SupportState.TAKEN:
            assert self.support.taken_by is not None


TestLife = Life.TestCase


@given(st.lists(st.sampled_from(About), max_size=60))
def test_figures_tell_nothing_of_fewer_than_five(abouts: list[About]) -> None:
    """Neither by themselves nor by subtracting one from another."""
    told, counts = figures(abouts), Counter(abouts)
    assert all(told.kinds[one] == counts[one] >= LEAST for one in told.kinds)
    if told.total is None:
        return
    assert told.total == len(abouts) >= LEAST
    for size in range(len(told.kinds) + 1):
        for some in combinations(told.kinds.values(), size):
            assert told.total - sum(some) == 0 or told.total - sum(some) >= LEAST


def test_four_are_too_few_and_five_are_not() -> None:
    """The edge, and a total that would give the fifth kind away."""
    assert figures([About.MONEY] * 4).total is None
    assert figures([About.MONEY] * 5).total == 5
    assert figures([About.MONEY] * 9 + [About.CONFLICT]).total is None
    assert figures([About.MONEY] * 9 + [About.CONFLICT]).kinds == {About.MONEY: 9}


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))
def test_a_quarter_that_runs_is_not_told(moment: datetime) -> None:
    """The last one that is over ends where this one begins."""
    first, this = quarter_before(moment, PARIS), quarter_of(moment, PARIS)
    assert first < this <= moment
    assert quarter_of(this - timedelta(seconds=1), PARIS) == first


@given(st.booleans(), st.integers(0, 47))
def test_reminders_come_by_day_and_end(urgent: bool, hours: int) -> None:
    """Three, between eight and twenty; an urgent one sooner."""
    at = START + timedelta(hours=hours)
    one = rules.sent(draft(), share=Share.TEAM, organisation="", urgent=urgent, now=at)
    times = []
    while (due := rules.next_nudge(one, within=WITHIN, zone=PARIS)) is not None:
        times.append(due)
        one = rules.nudged(one, now=due)
    assert len(times) == NUDGES
    assert all(8 <= each.astimezone(PARIS).hour < 20 for each in times)
    assert times[0] - at >= (timedelta(hours=6) if urgent else WITHIN)


@pytest.mark.parametrize(
    "sentence",
    [
        "notre association est épuisée",
        "Notre équipe n’en peut plus.",
        "on est en conflit dans le CA",
        "dans notre collectif on ne se parle plus",
        "L’asso va mal, on est à bout",
        "Nos bénévoles sont épuisés",
        "Nous sommes une coopérative en grande difficulté",
        "our board is in conflict",
        "Our team is burnt out.",
        "we are an association in deep trouble",
    ],
)
def test_who_says_it_plainly_is_heard(sentence: str) -> None:
    """In either language."""
    assert tells(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Comment gérer un conflit dans une association ?",
        "notre association cherche une salle",
        "avez-vous une fiche sur l’épuisement des bénévoles",
        "je suis épuisée",
        "ça va mal finir ce match",
        "quelle est la gouvernance de la fabrique",
        "our association is looking for a van",
        "how do we deal with a conflict on our board",
        "",
    ],
)
def test_a_question_stays_a_question(sentence: str) -> None:
    """And what is about something else is left alone."""
    assert not tells(sentence)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Toute l’équipe est épuisée et à bout", About.EXHAUSTION),
        ("Deux personnes se déchirent, le conflit monte", About.CONFLICT),
        ("On n’arrive plus à prendre une décision, le pouvoir est flou", About.GOVERNANCE),
        ("On a perdu notre raison d’être et nos valeurs", About.PURPOSE),
        ("Plus de trésorerie pour payer les salaires", About.MONEY),
        ("C’est compliqué", About.OTHER),
        ("We are exhausted and overworked", About.EXHAUSTION),
    ],
)
def test_what_it_is_about_is_guessed(text: str, about: About) -> None:
    """By what is said most; whoever wrote it may change it."""
    assert guessed(text) is about


@pytest.mark.parametrize(
    ("text", "violent"),
    [
        ("il m’a frappée devant tout le monde", True),
        ("c’est du harcèlement", True),
        ("she was assaulted", True),
        ("on a frappé un grand coup avec ce projet", True),
        ("on se dispute en réunion", False),
    ],
)
def test_violence_is_noticed(text: str, violent: bool) -> None:
    """Too often rather than too seldom: numbers harm nobody."""
    assert tells_violence(text) is violent


def test_names_are_found_and_masked() -> None:
    """Known ones, civil ones, and pairs of capitals; also where only a part stands."""
    text = "Hier Basile Fictif a crié. Basile et Mme Imaginée, puis le trésorier Yann Modèle."
    found = names_in(text, ["Basile Fictif", "Ada Exemple"])
    assert found == ["Basile Fictif", "Imaginée", "Yann Modèle"]
    masked = without_names(f"{text} 06 12 34 56 78", found)
    assert not any(one in masked for one in ("Basile", "Fictif", "Imaginée", "Yann", "06 12"))
    assert MASK in masked


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=12), max_size=4))
def test_names_are_looked_for_in_anything(text: str, known: list[str]) -> None:
    """What is masked holds none of them whole any more."""
    found = names_in(text, known)
    without_names(text, found)
    assert all(one in text for one in found)
