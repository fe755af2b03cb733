"""The skills map: nobody is named who shows no name, and nobody counted below three."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.place_files import load
from bot.skill_shelf import shipped
from domain import skill_map
from domain.directory import FEWEST, Listed, Skill
from domain.places import Level
from domain.skill_map import COLUMNS_MOST, DOTS_MOST, ROWS_MOST

SKILLS, PLACES = shipped(), load()
KEYS = [one.key for one in SKILLS.concepts]
TOWNS = [PLACES.find(name)[0] for name in ("Firminy", "Roanne", "Lyon", "Loire", "Grenoble")]

skills = st.lists(
    st.sampled_from([*KEYS[:5], None, "own-nothing", "salle"]), max_size=4, unique=True
).map(lambda keys: tuple(Skill(str(key), key) for key in keys))
listed = st.lists(
    st.builds(
        Listed,
        st.integers(1, 99),
        st.sampled_from(["", "Ada Exemple", "Basile Fictif"]),
        skills,
        st.none() | st.sampled_from(TOWNS),
    ),
    max_size=20,
    unique_by=lambda one: one.person,
)


@given(listed)
def test_a_number_below_three_is_told_of_named_people_only(people: list[Listed]) -> None:
    """In each of the three pictures."""
    held = skill_map.held(people, SKILLS.concept)
    assert all(person.name for one in held for person in one.named)
    assert all(one.unnamed not in range(1, FEWEST) for one in held)
    for one in skill_map.most_held(held):
        assert one.count >= FEWEST or len(one.named) == one.count
    found = skill_map.rare(held)
    for one in found.skills if found else ():
        assert one.count >= FEWEST or len(one.named) == one.count
    places = skill_map.where(people, SKILLS.concept)
    assert all(count >= FEWEST for count in (places.cells.values() if places else ()))


@given(listed)
def test_each_skill_is_counted_once_for_each_who_has_it(people: list[Listed]) -> None:
    """Things count like skills; words without a concept do not."""
    held = skill_map.held(people, SKILLS.concept)
    assert {one.concept.key: one.count for one in held} == {
        key: count
        for key in KEYS
        if (count := sum(any(skill.concept == key for skill in one.skills) for one in people))
    }


@given(listed)
def test_pictures_hold_as_much_as_a_telephone_shows(people: list[Listed]) -> None:
    """Rows, columns and dots."""
    held = skill_map.held(people, SKILLS.concept)
    named = skill_map.who(held)
    if named is not None:
        assert 0 < len(named.people) <= COLUMNS_MOST
        assert len(named.skills) <= ROWS_MOST
        assert all(one.named or one.unnamed for one in named.skills)
    places = skill_map.where(people, SKILLS.concept)
    if places is not None:
        assert places.groups
        assert places.territories
        assert all(
            any((group, code) in places.cells for code in places.territories)
            for group in places.groups
        )


@given(st.integers(1, 10_000))
def test_dots_fit_on_a_line(most: int) -> None:
    """Each stands for as few people as that allows."""
    assert -(-most // skill_map.step(most)) <= DOTS_MOST


def test_a_skill_of_one_who_shows_no_name_is_not_rare() -> None:
    """To say so would tell of somebody; beside two named ones it would be a guess."""
    unnamed = Listed(1, "", (Skill("x", KEYS[0]),))
    ada = Listed(2, "Ada Exemple", (Skill("x", KEYS[0]), Skill("y", KEYS[1])))
    found = skill_map.rare(skill_map.held([unnamed, ada], SKILLS.concept))
    assert found is not None
    assert [one.concept.key for one in found.skills] == [KEYS[1]]
    assert (found.alone, found.few, found.left_out) == (1, 1, 0)
    assert skill_map.rare(skill_map.held([unnamed], SKILLS.concept)) is None


def test_territories_are_as_wide_as_the_alliance_is() -> None:
    """Départements; where most are in one, what is inside it."""

    def three(town: int, start: int) -> list[Listed]:
        return [Listed(start + at, "", (Skill("x", KEYS[0]),), TOWNS[town]) for at in range(FEWEST)]

    wide = skill_map.where([*three(0, 0), *three(2, 10)], SKILLS.concept)
    assert wide is not None
    assert (wide.level, set(wide.territories)) == (Level.DEPARTEMENT, {"42", "69"})
    near = skill_map.where([*three(0, 0), *three(1, 10), *three(2, 20)], SKILLS.concept)
    assert near is not None
    assert near.level is Level.EPCI
    assert len(near.territories) == 3


def test_nobody_and_nothing_are_no_picture() -> None:
    """The card says what is missing instead."""
    assert skill_map.who([]) is None
    assert skill_map.rare([]) is None
    assert skill_map.most_held([]) == []
    assert skill_map.where([], SKILLS.concept) is None
