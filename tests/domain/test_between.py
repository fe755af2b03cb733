"""Exchanges between fabriques: two halves, opposite whatever happens, and a limit."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.between import change_of, is_called, mirrored, must_fit, named_there, names_of
from domain.errors import Refusal
from domain.fabriques import Fabrique
from domain.ledger import Account, AccountKind, Kind
from domain.people import Person, Standing
from domain.timebank import Exchange, ExchangeState, Party, legs, propose

TODAY, NOW = date(2026, 10, 14), datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
ADA = Account(10, AccountKind.PERSON, 1)
ZOE = Account(20, AccountKind.PERSON, 2)
OF_SECOND = Account(11, AccountKind.FABRIQUE, 2, behind=ZOE)
OF_FIRST = Account(21, AccountKind.FABRIQUE, 1, behind=ADA)
FIRST = Fabrique(1, "nationale", "La Fabrique des transitions", "Europe/Paris", "fr")
SECOND = Fabrique(2, "saint-etienne", "La Fabrique de Saint-Étienne", "Europe/Paris", "fr")


def half(*, gave: bool, minutes: int, kind: Kind = Kind.EXCHANGE, paid: bool = False) -> Exchange:
    """Ada's half of an exchange with Zoé."""
    noted = propose(
        giver=ADA if gave else OF_SECOND,
        receiver=OF_SECOND if gave else ADA,
        minutes=minutes,
        day=TODAY,
        subject="relecture",
        by=Party(1, frozenset({ADA.id})),
        noted_at=NOW,
        today=TODAY,
        kind=kind,
    )
    return replace(noted, id=5, twin=6, paid=paid)


def other(noted: Exchange) -> Exchange:
    """Zoé's half."""
    return mirrored(noted, near=OF_FIRST, far=ZOE)


halves = st.builds(
    half,
    gave=st.booleans(),
    minutes=st.integers(1, 600),
    kind=st.sampled_from(Kind),
    paid=st.booleans(),
)


@given(halves)
def test_each_half_is_zero_and_the_mutual_changes_are_opposite(noted: Exchange) -> None:
    """Whoever gave, whatever kind it is."""
    for one in (noted, other(noted)):
        assert sum(leg.minutes for leg in legs(one)) == 0
    assert change_of(noted) == -change_of(other(noted))
    assert not (noted.paid and change_of(noted))


@given(halves)
def test_the_other_half_of_the_other_half_is_the_first(noted: Exchange) -> None:
    """Nothing of what was told is lost on the way."""
    assert mirrored(other(noted), near=OF_SECOND, far=ADA) == noted


@given(halves)
def test_the_far_side_has_to_speak_in_its_own_half_alone(noted: Exchange) -> None:
    """In the other one only the mutual account is awaited, for which nobody speaks."""
    assert noted.awaited == OF_SECOND
    assert other(noted).awaited == ZOE
    assert not noted.waits_for_team


class Two:
    """What two fabriques hold of each other."""

    def __init__(self, most: int) -> None:
        self.most, self.first, self.second = most, 0, 0

    def count(self, noted: Exchange) -> None:
        """Both halves, if the limit allows it."""
        must_fit(self.first, change_of(noted), most=self.most, partner="")
        self.first += change_of(noted)
        self.second += change_of(other(noted))


@given(st.integers(0, 900), st.lists(halves))
def test_any_run_of_exchanges_keeps_them_opposite_and_within_the_limit(
    most: int, run: list[Exchange]
) -> None:
    """Also after refusals."""
    two = Two(most)
    for noted in run:
        with suppress(Refusal):
            two.count(noted)
        assert two.first == -two.second
        assert abs(two.first) <= most


def test_what_leads_back_is_never_refused() -> None:
    """Not even where a limit was lowered meanwhile."""
    must_fit(-600, 60, most=300, partner="")
    with pytest.raises(Refusal, match="refusal-partner-most"):
        must_fit(-600, -1, most=300, partner="")
    with pytest.raises(Refusal, match="refusal-partner-most"):
        must_fit(-600, 1201, most=300, partner="")


def test_an_exchange_within_a_fabrique_has_one_half() -> None:
    """Nothing is there to mirror."""
    within = replace(half(gave=True, minutes=60), receiver=Account(12, AccountKind.PERSON, 3))
    assert (within.across, change_of(within)) == (None, 0)
    with pytest.raises(ValueError, match="one half"):
        other(within)


def test_the_state_of_one_half_is_that_of_both() -> None:
    """What was confirmed here was confirmed there, by the same."""
    noted = replace(half(gave=True, minutes=60), state=ExchangeState.CONFIRMED, confirmed_by=2)
    assert (other(noted).state, other(noted).confirmed_by) == (ExchangeState.CONFIRMED, 2)
    assert (other(noted).id, other(noted).twin) == (6, 5)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("2h avec @zoe de Saint-Étienne pour x", "2h avec @zoe", " pour x"),
        ("2h avec @zoe de saint etienne, hier", "2h avec @zoe", ", hier"),
        ("2h avec @zoe de la Fabrique de Saint-Étienne", "2h avec @zoe", ""),
        ("2h with @zoe from Saint-Etienne", "2h with @zoe", ""),
    ],
)
def test_a_fabrique_is_read_behind_a_name(text: str, before: str, after: str) -> None:
    """However it is spelt; what is left is read as if it had not been said."""
    assert (before, after) in list(names_of(text, SECOND))


@pytest.mark.parametrize("text", ["2h avec @zoe", "2h pour Saint-Étienne", "de Saint-Étiennette"])
def test_a_place_alone_is_no_fabrique(text: str) -> None:
    """Only "de", "from" and the like tie somebody to it."""
    assert list(names_of(text, SECOND)) == []


def test_people_there_are_found_whole_or_not_at_all() -> None:
    """The longest name first; who never wrote is not there."""
    zoe = Person(1, "Zoé Imaginée", ("zoe",))
    anne, marie = Person(2, "Anne Marie Fictif"), Person(3, "Marie Fictif")
    invited = Person(4, "Eve Inconnue", (), Standing.INVITED)
    there = (zoe, anne, marie, invited)
    assert named_there("2h avec @ZOE", there) == [zoe]
    assert named_there("2h à zoe imaginee", there) == [zoe]
    assert named_there("avec Anne-Marie Fictif", there) == [anne]
    assert named_there("avec Marie Fictif", there) == [marie]
    for less in ("avec Zoé", "@zo", "avec Imaginée", "avec Eve Inconnue", ""):
        assert named_there(less, there) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Saint-Étienne", [SECOND]),
        ("saint etienne", [SECOND]),
        ("la fabrique des TRANSITIONS", [FIRST]),
        ("nationale", [FIRST]),
        ("fabrique", []),
        ("Étienn", []),
        ("", []),
    ],
)
def test_a_fabrique_is_called_by_its_name_or_the_end_of_it(
    typed: str, found: list[Fabrique]
) -> None:
    """Or by its short name."""
    assert [one for one in (FIRST, SECOND) if is_called(one, typed)] == found
