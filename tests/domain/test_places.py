"""Places: the one that is meant, and how near two of them are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.place_files import load
from domain.places import Nearness, Place, distance, is_called, nearness, typed_place

PLACES = load()


def found(typed: str, near: Place | None = None) -> list[str]:
    """What is found, each with its département."""
    return [f"{one.name} ({one.departement})" for one in PLACES.find(typed, near)]


def the(typed: str) -> Place:
    """The one place of a name."""
    (place,) = PLACES.find(typed)
    return place


FIRMINY, ROANNE, LYON = the("Firminy"), the("Roanne"), the("Lyon")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Firminy", "Firminy (42)"),
        ("à firminy", "Firminy (42)"),
        ("42700 Firminy", "Firminy (42)"),
        ("FIRMINY (42)", "Firminy (42)"),
        ("Firminy, Loire", "Firminy (42)"),
        ("st etienne", "Saint-Étienne (42)"),
        ("Chambon-Feugerolles", "Le Chambon-Feugerolles (42)"),
        ("l’Isle d’Abeau", "L'Isle-d'Abeau (38)"),
        ("Lyon 3e", "Lyon (69)"),
        ("Marseille 4ème arrondissement", "Marseille (13)"),
        ("Paris", "Paris (75)"),
        ("dans la Loire", "Loire (42)"),
        ("42", "Loire (42)"),
        ("2a", "Corse-du-Sud (2A)"),
        ("Saint-Étienne Métropole", "Saint-Étienne Métropole (42)"),
        ("communauté de communes Forez Est", "CC de Forez-Est (42)"),
        ("Auvergne-Rhône-Alpes", "Auvergne-Rhône-Alpes (None)"),
        ("Saint-Denis, La Réunion", "Saint-Denis (974)"),
        ("Sainte-Colombe dans le Rhône", "Sainte-Colombe (69)"),
    ],
)
def test_a_place_is_found_however_it_is_written(typed: str, meant: str) -> None:
    """One place, and it is called so: nobody need be asked."""
    assert found(typed) == [meant]
    assert is_called(the(typed), typed)


def test_a_name_that_exists_several_times_gives_each_of_them() -> None:
    """Twelve communes are called Sainte-Colombe; each is told by its département."""
    names = found("Sainte-Colombe")
    assert len(names) == len(set(names)) == 12


def test_where_the_writer_is_goes_before_where_more_people_live() -> None:
    """The largest first, unless one is in one's own département."""
    assert found("Sainte-Colombe")[0] == "Sainte-Colombe (69)"
    assert found("Sainte-Colombe", the("Sens, Yonne"))[0] == "Sainte-Colombe (89)"


@pytest.mark.parametrize("typed", ["Firmini", "Saint Etiene", "42700"])
def test_what_is_only_close_is_offered_and_not_taken(typed: str) -> None:
    """A wrong letter, or a postal code that several share: the writer says which."""
    places = PLACES.find(typed)
    assert places
    assert not any(is_called(one, typed) for one in places)


@pytest.mark.parametrize("typed", ["", " ", "x", "🌱", "chez moi", "…", "é" * 500])
def test_what_is_no_place_finds_none(typed: str) -> None:
    """Nothing is made of it here; it may be kept in one's own words."""
    assert PLACES.find(typed) == []


@given(st.text(max_size=80))
def test_anything_may_be_typed(typed: str) -> None:
    """No text is too strange, and none finds more than a list one can read."""
    assert len(PLACES.find(typed)) <= 15


def test_two_places_are_as_near_as_the_smallest_territory_they_share() -> None:
    """From the same commune to the other end of the country."""
    metropole = the("Saint-Étienne Métropole")
    assert nearness(FIRMINY, FIRMINY) is Nearness.SAME_COMMUNE
    assert nearness(FIRMINY, metropole) is Nearness.SAME_EPCI
    assert nearness(FIRMINY, ROANNE) is Nearness.SAME_DEPARTEMENT
    assert nearness(FIRMINY, the("42")) is Nearness.SAME_DEPARTEMENT
    assert nearness(FIRMINY, LYON) is Nearness.SAME_REGION
    assert nearness(FIRMINY, the("Brest, Finistère")) is Nearness.ELSEWHERE
    assert nearness(FIRMINY, typed_place("Genève")) is Nearness.UNKNOWN
    assert nearness(None, FIRMINY) is Nearness.UNKNOWN


@given(st.data())
def test_nearness_and_distance_have_no_direction(data: st.DataObject) -> None:
    """Whoever asks, it is as far; and nothing is nearer than itself."""
    places = [FIRMINY, ROANNE, LYON, the("42"), the("Corse"), typed_place("Genève")]
    one, other = (data.draw(st.sampled_from(places)) for _ in range(2))
    assert nearness(one, other) is nearness(other, one)
    assert nearness(one, other) <= nearness(one, one)
    assert distance(one, other) == distance(other, one)


def test_kilometres_are_known_where_coordinates_are() -> None:
    """As the crow flies, between town halls."""
    assert distance(FIRMINY, FIRMINY) == 0
    assert distance(FIRMINY, ROANNE) in range(70, 80)
    assert distance(FIRMINY, the("Corse")) is None
    assert distance(None, FIRMINY) is None
