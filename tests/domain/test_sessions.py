"""Sessions: what is shared is the whole, and nobody credits themselves alone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import sessions
from domain.errors import Refusal
from domain.ledger import Account, AccountKind
from domain.sessions import Announced, Closing, Session, SessionState, Way, names_in, read, shares
from domain.timebank import ExchangeState, Party, legs

TODAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
SATURDAY = date(2026, 1, 3)
ADA = 1
POT = Account(900, AccountKind.POT)

CROWDS = st.sets(st.integers(2, 400), min_size=1, max_size=60)
MINUTES = st.integers(1, 1440)


def held(way: Way, minutes: int = 150) -> Session:
    """Ada's session of Saturday."""
    return Session(7, way, ADA, None, "compost", SATURDAY, minutes, SessionState.OPEN, NOW)


def account(person: int) -> Account:
    """Somebody's account."""
    return Account(1000 + person, AccountKind.PERSON, person)


def closing(session: Session, present: set[int], by: int, *, team: bool = False) -> Closing:
    """A session as somebody closes it."""
    holders = {one: account(one) for one in {ADA, *present}}
    party = Party(by, frozenset({account(by).id}), team)
    return Closing(session, present, holders, POT, party, NOW)


@given(MINUTES, CROWDS, st.integers(0, 10**6))
def test_shares_are_the_whole_and_differ_by_at_most_a_minute(
    minutes: int, people: set[int], turn: int
) -> None:
    """Time is conserved, whoever bears the odd minutes."""
    each = shares(minutes, people, turn=turn)
    assert sum(each.values()) == minutes
    assert each.keys() == people
    assert max(each.values()) - min(each.values()) <= 1


@given(MINUTES, st.lists(st.integers(2, 400), min_size=1, max_size=30), st.randoms())
def test_shares_do_not_depend_on_who_came_first(
    minutes: int, people: list[int], chance: object
) -> None:
    """Nor on somebody being told twice."""
    shuffled = [*people, *people]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert shares(minutes, shuffled, turn=3) == shares(minutes, people, turn=3)


def test_odd_minutes_go_round() -> None:
    """Over as many sessions as people, each bears as many of them."""
    people = {2, 3, 5}
    borne = [shares(10, people, turn=turn) for turn in range(3)]
    assert {person: sum(one[person] for one in borne) for person in people} == {2: 10, 3: 10, 5: 10}


def test_nobody_there_is_no_share() -> None:
    """And nothing to divide by."""
    assert shares(150, set()) == {}


@given(st.sampled_from(Way), MINUTES, CROWDS, st.booleans(), st.integers(1, 400))
def test_what_a_session_enters_is_zero_together(
    way: Way, minutes: int, people: set[int], team: bool, by: int
) -> None:
    """And nothing that the pot gives is confirmed by whoever receives it."""
    session = held(way, minutes)
    if way is Way.SHARED and len(people) > minutes:
        return
    made = closing(session, people, by, team=team).exchanges()
    assert sum(leg.minutes for one in made for leg in legs(one)) == 0
    for one in made:
        if one.receiver == POT and one.state is ExchangeState.CONFIRMED:
            assert one.confirmed_by != one.giver.person
            assert one.confirmed_by == by
            assert team or by == ADA


@given(MINUTES, CROWDS)
def test_a_shared_session_credits_its_organiser_with_its_whole_time(
    minutes: int, people: set[int]
) -> None:
    """Each one present agreed by their own word, so it counts at once."""
    if len(people) > minutes:
        return
    made = closing(held(Way.SHARED, minutes), people, ADA).exchanges()
    assert sum(one.minutes for one in made) == minutes
    assert {one.receiver.person for one in made} == people
    assert {one.state for one in made} == {ExchangeState.CONFIRMED}
    assert [one.confirmed_by for one in made] == sorted(people)


def test_who_leads_a_chantier_confirms_the_others_and_never_themselves() -> None:
    """Their own hours wait for the team."""
    made = closing(held(Way.COMMON), {ADA, 2, 3}, ADA).exchanges()
    states = {one.giver.person: one.state for one in made}
    assert states[ADA] is ExchangeState.PROPOSED
    assert {states[2], states[3]} == {ExchangeState.CONFIRMED}
    assert {one.minutes for one in made} == {150}


def test_an_administrator_who_does_not_lead_confirms_nothing_of_the_pot() -> None:
    """Everything waits for the team then, the administrator's own hours too."""
    made = closing(held(Way.COMMON), {ADA, 2, 3}, 2).exchanges()
    assert {one.state for one in made} == {ExchangeState.PROPOSED}


def test_what_the_pot_offers_waits_for_the_team() -> None:
    """Its organiser cannot give it to themselves."""
    (made,) = closing(held(Way.OFFERED), {2, 3, 4}, ADA).exchanges()
    assert (made.giver.person, made.receiver, made.minutes) == (ADA, POT, 150)
    assert made.state is ExchangeState.PROPOSED
    (made,) = closing(held(Way.OFFERED), {2, 3, 4}, 9, team=True).exchanges()
    assert made.state is ExchangeState.CONFIRMED


@pytest.mark.parametrize(
    ("text", "minutes", "day", "subject", "names"),
    [
        ("2h30 atelier compost samedi", 150, SATURDAY, "atelier compost", None),
        ("2h30 d’atelier compost", 150, None, "atelier compost", None),
        ("atelier vélo de 14h à 16h30 hier", 150, date(2026, 1, 4), "atelier vélo", None),
        ("une demi-journée chantier du verger", 210, None, "chantier du verger", None),
        (
            "2h30 atelier compost samedi avec Ada, Basile et @chloe",
            150,
            SATURDAY,
            "atelier compost",
            "Ada, Basile et @chloe",
        ),
        ("1h with Ada and Basile for the map", 60, None, "map", "Ada and Basile"),
        ("atelier avec des outils", None, None, "atelier avec des outils", None),
        ("45 min soudure, le 3 janvier 2026", 45, SATURDAY, "soudure", None),
        ("2h30", 150, None, None, None),
        ("", None, None, None, None),
    ],
)
def test_one_message_says_a_session(
    text: str, minutes: int | None, day: date | None, subject: str | None, names: str | None
) -> None:
    """What it leaves out stays unsaid, and is asked for."""
    assert read(text, TODAY) == Announced(minutes, day, subject, names)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("0 min atelier", "refusal-duration-zero"),
        ("30h atelier", "refusal-duration-too-long"),
        ("2h ou 3h d’atelier", "refusal-duration-two"),
        ("-2h atelier", "refusal-duration-negative"),
        ("2h atelier le 3 mars 2027", "refusal-day-future"),
        ("2h atelier le 3 mars 1990", "refusal-day-too-old"),
        ("2h atelier samedi et dimanche", "refusal-day-unread"),
        ("2h atelier la semaine dernière", "refusal-day-unread"),
        ("2h " + "z" * 301, "refusal-subject-too-long"),
        ("z" * 10_000, "refusal-subject-too-long"),
    ],
)
def test_a_message_that_cannot_stand_says_why(text: str, refusal: str) -> None:
    """Nothing of it is guessed."""
    said = read(text, TODAY)
    assert said.refusal is not None
    assert said.refusal.name == refusal
    assert said.minutes is None


@pytest.mark.parametrize(
    "text",
    [
        "Ada, Basile et Chloé",
        "Ada ; Basile\nChloé",
        "Ada and Basile, Chloé, Ada",
        " Ada & Basile , Chloé",
    ],
)
def test_a_list_of_names_is_read_as_it_is_written(text: str) -> None:
    """Each name once."""
    assert names_in(text) == ["Ada", "Basile", "Chloé"]


@given(st.text(max_size=80))
def test_any_message_is_read_without_a_fault(text: str) -> None:
    """And what is read of it can be noted."""
    said = read(text, TODAY)
    assert said.minutes is None or 0 < said.minutes <= 1440
    assert said.day is None or said.day <= TODAY
    assert said.subject is None or said.subject.strip()
    assert isinstance(names_in(text), list)


def test_no_name_is_no_list() -> None:
    """Dots and commas name nobody."""
    assert names_in(" , … . ") == []


def test_too_many_for_the_time_or_nobody_at_all_is_refused() -> None:
    """Two hundred people do not share half an hour."""
    with pytest.raises(Refusal, match="refusal-session-thin"):
        sessions.must_be_worth(held(Way.SHARED, 30), 200)
    with pytest.raises(Refusal, match="refusal-session-nobody"):
        sessions.must_be_worth(held(Way.COMMON), 0)
    sessions.must_be_worth(held(Way.OFFERED, 30), 200)
    sessions.must_be_worth(held(Way.SHARED, 30), 30)
