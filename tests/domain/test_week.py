"""A reader's week: what is of their taste, and what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.event_subjects import Subject
from domain.events import Cost, Details, Event, State, Status
from domain.places import Commune, Level, Places, Territory, distance
from domain.postings import Posting, Taste
from domain.venues import Venue
from domain.week import Change, Changed, Ground, Week, changed, fits, for_reader, lasts

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 23), date(2026, 11, 29)

COMMUNES = [
    Commune("42218", "Saint-Étienne", None, 170_000, 45.43, 4.39),
    Commune("42095", "Firminy", None, 17_000, 45.39, 4.29),
    Commune("69123", "Lyon", None, 520_000, 45.76, 4.84),
]
PLACES = Places.of(COMMUNES, [], [Territory("42", "Loire"), Territory("69", "Rhône")], [])
VENUES = (
    Venue(1, "La Roue Libre fictive", ("La Roue",), district="Bellevue", commune="42218"),
    Venue(2, "Salle Modèle", commune="42095"),
    Venue(3, "Halle Inventée", commune="69123"),
)
GROUND = Ground.of(VENUES, PLACES)

EVENT = Event(
    1, "Rendez-vous", NOON, None, False, "", "", State.APPROVED, Status.SCHEDULED, "chat", "1"
)

NAMES = ["", "La Roue, rue du Modèle", "Salle Modèle", "Halle Inventée", "Café Inventé"]
DETAILS = st.builds(
    Details,
    cost=st.sampled_from([None, *Cost]),
    families=st.booleans(),
    district=st.sampled_from(["", "Bellevue", "Montaud"]),
    commune=st.sampled_from(["", "Firminy", "69123", "Nulle-Part"]),
    tags=st.lists(st.sampled_from(list(Subject)), max_size=2).map(tuple),
)
EVENTS = st.builds(
    replace,
    st.just(EVENT),
    id=st.integers(1, 9),
    place=st.sampled_from(NAMES),
    venue=st.sampled_from([None, 1, 2, 3, 99]),
    details=DETAILS,
)
TASTES = st.builds(
    Taste,
    subjects=st.lists(st.sampled_from([str(one) for one in Subject]), max_size=3).map(tuple),
    places=st.lists(st.sampled_from(["Bellevue", "salle modele", "Lyon"]), max_size=2).map(tuple),
    around=st.sampled_from([None, "42218"]),
    within=st.sampled_from([None, 5, 20, 100]),
    families=st.booleans(),
    free=st.booleans(),
)


def week(*events: Event, changes: tuple[Change, ...] = ()) -> Week:
    """A week of these."""
    return Week(FIRST, LAST, events, changes)


def test_what_a_venue_is_known_for_is_told_of_no_other_place() -> None:
    """A calendar of one hall announces elsewhere too: no step-free way is promised there."""
    kept = replace(EVENT, venue=1)
    address = replace(VENUES[0], address="3 rue du Modèle")
    ground = Ground.of((address, *VENUES[1:]), PLACES)

    assert ground.venue(replace(kept, place="Le Fil inventé")) is None
    assert ground.venue(replace(kept, place="Salle Modèle, Firminy")) == VENUES[1]
    for its_own in ("", "À la Roue Libre fictive", "La Roue", "3, rue du Modèle, Saint-Étienne"):
        assert ground.venue(replace(kept, place=its_own)) == address


@given(st.lists(EVENTS, max_size=6))
def test_no_taste_leaves_nothing_out(events: list[Event]) -> None:
    """Whoever chose nothing reads all."""
    whole = week(*events)
    assert for_reader(whole, Posting(), GROUND) == whole


@given(st.lists(EVENTS, max_size=6), TASTES)
def test_a_taste_only_leaves_out_and_keeps_the_order(events: list[Event], taste: Taste) -> None:
    """And read twice it leaves out nothing more."""
    posting = Posting(taste=taste)
    kept = for_reader(week(*events), posting, GROUND)
    rest = iter(events)

    assert all(one in rest for one in kept.events)
    assert for_reader(kept, posting, GROUND) == kept


@given(EVENTS, TASTES, st.sampled_from(["subjects", "places", "within", "families", "free"]))
def test_a_wish_less_leaves_nothing_more_out(event: Event, taste: Taste, wish: str) -> None:
    """Each choice narrows, none widens."""
    less = {"subjects": (), "places": (), "within": None, "families": False, "free": False}[wish]
    if fits(event, taste, GROUND):
        assert fits(event, replace(taste, **{wish: less}), GROUND)  # type: ignore[arg-type]


@given(EVENTS)
def test_what_is_promised_is_kept(event: Event) -> None:
    """Families and free are never a guess; what says nothing of them is left out."""
    if fits(event, Taste(families=True), GROUND):
        assert event.details.families
    if fits(event, Taste(free=True), GROUND):
        assert event.details.cost in (Cost.FREE, Cost.OPEN)


@given(EVENTS, st.sampled_from([5, 20, 100]))
def test_only_what_is_known_to_be_farther_is_left_out(event: Event, within: int) -> None:
    """What nobody can locate is told."""
    spot = GROUND.spot(event)
    away = distance(PLACES.at(Level.COMMUNE, "42218"), spot)
    told = fits(event, Taste(around="42218", within=within), GROUND)

    assert told == (away is None or away <= within)


@pytest.mark.parametrize("name", ["La Roue Libre fictive", "la roue", "Bellevue", "Saint-Étienne"])
def test_a_place_is_found_by_all_its_names(name: str) -> None:
    """The venue's own, its aliases, its district and its commune."""
    there = replace(EVENT, place="La Roue, 3 rue du Modèle")

    assert fits(there, Taste(places=(name,)), GROUND)
    assert not fits(replace(EVENT, place=""), Taste(places=(name,)), GROUND)


def test_a_change_is_told_to_whoever_had_read_of_it() -> None:
    """Moved out of a reader's places, it is told once more; never theirs, it is not."""
    before = replace(EVENT, place="Salle Modèle")
    change = Change(replace(before, place="Halle Inventée"), before)
    there = Posting(taste=Taste(places=("Salle Modèle",)))
    other = Posting(taste=Taste(places=("Bellevue",)))

    assert for_reader(week(changes=(change,)), there, GROUND).changes == (change,)
    assert for_reader(week(changes=(change,)), other, GROUND).is_empty


@pytest.mark.parametrize(
    ("now", "what"),
    [
        ({"status": Status.CANCELLED}, [Changed.CANCELLED]),
        (
            {"status": Status.CANCELLED, "start": NOON + timedelta(days=1), "place": "Ailleurs"},
            [Changed.CANCELLED],
        ),
        ({"status": Status.FULL}, [Changed.FULL]),
        ({"status": Status.POSTPONED, "start": NOON + timedelta(days=9)}, [Changed.POSTPONED]),
        ({"start": NOON + timedelta(minutes=30)}, [Changed.HOUR]),
        ({"start": NOON + timedelta(days=1, hours=1)}, [Changed.DAY]),
        ({"start": NOON + timedelta(hours=1), "place": "Ailleurs"}, [Changed.HOUR, Changed.PLACE]),
        ({"place": " salle  modèle"}, []),
        ({"title": "Autre titre"}, []),
    ],
)
def test_what_readers_have_to_hear_of(now: dict[str, object], what: list[Changed]) -> None:
    """Of what is off nothing else; a title or a spelling is no news."""
    before = replace(EVENT, place="Salle Modèle")
    found = changed(Change(replace(before, **now), before), PARIS)  # type: ignore[arg-type]
    assert list(found) == what


@pytest.mark.parametrize(
    ("begins", "days", "goes_on"),
    [(23, 1, False), (28, 2, False), (24, 3, True), (21, 5, True), (22, 2, True)],
)
def test_what_lasts_is_told_once(begins: int, days: int, goes_on: bool) -> None:
    """From three days on, or begun before; a weekend's fair stands on its Saturday."""
    start = datetime(2026, 11, begins, tzinfo=PARIS)
    event = replace(EVENT, start=start, end=start + timedelta(days=days), all_day=True)
    assert lasts(event, PARIS, since=FIRST) == goes_on
