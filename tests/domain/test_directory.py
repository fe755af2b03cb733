"""The directory: who is found by which words, and what no search can tell."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.place_files import load
from bot.skill_shelf import shipped
from domain.directory import (
    FEWEST,
    ORGANISATION,
    Found,
    Listed,
    Skill,
    Term,
    called,
    counted,
    meant,
    named,
    near,
    seen,
    spelling,
)
from domain.directory_index import Index
from domain.directory_words import WORDS_MOST, Known, is_everybody, terms_of
from domain.places import Level, Place, typed_place
from domain.profiles import Audience, Field, Profile

PLACES, SKILLS = load(), shipped()


def place(name: str) -> Place:
    """The first of that name."""
    return PLACES.find(name)[0]


LISTED = (
    Listed(
        1,
        "Ada Exemple",
        (
            Skill("compta associative", "comptabilite-associative"),
            Skill("tenir la bourse aux plantes"),
        ),
        place("Saint-Étienne"),
        ("fr", "ar"),
        ("Les Amis du Vélo",),
    ),
    Listed(2, "Basile Fictif", (Skill("animer", "animer-un-atelier"),), place("Firminy"), ("en",)),
    Listed(3, "Chloé Modèle", (Skill("nos comptes", "comptabilite-associative"),), place("Lyon")),
    Listed(4, "Driss Inventé", (), place("Loire")),
    Listed(5, "Ada Fictive", (), typed_place("Bruxelles-en-Exemple")),
)
KNOWN = Known(PLACES, SKILLS, Index(LISTED).names, language="fr")


def search(terms: Iterable[Term], listed: Iterable[Listed]) -> Found:
    """Whom an index of them finds."""
    return Index(listed).search(tuple(terms))


def likeness(term: Term, one: Listed) -> float:
    """How well one person answers to some words: what an index works out for all at once."""
    wanted = spelling(term.text)
    skills = [meant(term, skill) for skill in one.skills]
    names = [
        ORGANISATION * named(wanted, spelling(name), sure=term.sure) for name in one.organisations
    ]
    where = max(called(wanted, one.place), near(one.place, term.places)) if one.place else 0.0
    spoken = float(term.language in one.languages)
    name = named(wanted, spelling(one.name), sure=term.sure) if one.name else 0.0
    return max((*skills, ORGANISATION * max(names, default=0.0), where, spoken, name))


def found(typed: str, listed: tuple[Listed, ...] = LISTED) -> list[str]:
    """The names that a search gives, in its order; with a mark where nobody has all of it."""
    came = search(terms_of(typed, KNOWN), listed)
    return (
        [one.name for one in came.people]
        if came.whole
        else ["~", *(one.name for one in came.people)]
    )


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Ada", ["Ada Exemple", "Ada Fictive"]),
        ("ada exemple", ["Ada Exemple"]),
        ("Bazile", ["Basile Fictif"]),
        ("Bazile Fictf", ["Basile Fictif"]),
        ("chloe", ["Chloé Modèle"]),
        ("Mod", ["Chloé Modèle"]),
        ("compta", ["Ada Exemple", "Chloé Modèle"]),
        ("compta Saint-Étienne", ["Ada Exemple"]),
        ("St Etienne comptabilité", ["Ada Exemple"]),
        ("saint etiene", ["Ada Exemple", "Basile Fictif"]),
        ("Saint-Étienne", ["Ada Exemple", "Basile Fictif"]),
        ("facilitation Loire anglais", ["Basile Fictif"]),
        ("anglais facilitation 42", ["Basile Fictif"]),
        ("42", ["Ada Exemple", "Basile Fictif", "Driss Inventé"]),
        ("42000", ["Ada Exemple", "Basile Fictif", "Driss Inventé"]),
        ("Auvergne Rhône Alpes compta", ["Ada Exemple", "Chloé Modèle"]),
        ("Saint-Étienne Métropole", ["Ada Exemple", "Basile Fictif"]),
        ("les amis du vélo", ["Ada Exemple"]),
        ("bourse aux plantes", ["Ada Exemple"]),
        ("Bruxelles-en-Exemple", ["Ada Fictive"]),
        ("quelqu’un qui parle arabe en Loire", ["Ada Exemple"]),
        ("qui fait de la compta à Lyon ?", ["Chloé Modèle"]),
        ("bookkeeping English", ["~", "Ada Exemple", "Basile Fictif", "Chloé Modèle"]),
        ("compta Dunkerque", ["~", "Ada Exemple", "Chloé Modèle"]),
        ("zorglub", []),
    ],
)
def test_words_in_any_mix_find_those_who_are_meant(typed: str, names: list[str]) -> None:
    """The most alike first; a mark where nobody has all that was asked for."""
    assert found(typed) == names


@pytest.mark.parametrize("typed", ["", "🎉", "%", "_", "''", "de la", "?", "un qui"])
def test_words_that_say_nothing_are_no_search(typed: str) -> None:
    """Nor are signs that mean something to a database."""
    assert terms_of(typed, KNOWN) == ()


@pytest.mark.parametrize(("typed", "all_"), [("tout", True), ("Tous les alliés", True)])
def test_everybody_can_be_asked_for(typed: str, all_: bool) -> None:
    """By a word that means nobody in particular."""
    assert is_everybody(typed) is all_
    assert not is_everybody("tout Lyon")
    assert not is_everybody("")


def test_a_place_of_many_is_each_of_them() -> None:
    """Until its département is said."""
    two = (
        Listed(1, "Ada Exemple", place=PLACES.find("Sainte-Colombe, Yonne")[0]),
        Listed(2, "Basile Fictif", place=PLACES.find("Sainte-Colombe, Gironde")[0]),
    )
    assert found("Sainte-Colombe", two) == ["Ada Exemple", "Basile Fictif"]
    assert found("Sainte-Colombe (Gironde)", two) == ["Basile Fictif"]
    assert found("Sainte-Colombe, Yonne", two) == ["Ada Exemple"]


places = st.sampled_from(["Firminy", "Lyon", "Loire", "Saint-Étienne", "Corse"]).map(place)
people = st.builds(
    Listed,
    st.integers(1, 50),
    st.sampled_from(["", "Ada Exemple", "Basile Fictif", "Chloé Modèle"]),
    st.lists(
        st.sampled_from([Skill("vélo", "velo"), Skill("compta", "comptabilite-associative")]),
        max_size=2,
        unique=True,
    ).map(tuple),
    st.none() | places,
    st.sampled_from([(), ("fr",), ("en", "ar")]),
)
words = st.lists(
    st.sampled_from(["Ada", "compta", "vélo", "Lyon", "42", "arabe", "%", "zorglub", "de"]),
    max_size=5,
).map(" ".join)


@given(words | st.text(max_size=40))
def test_any_words_become_few_terms(typed: str) -> None:
    """Whatever is typed; nothing of it is longer than what was typed."""
    terms = terms_of(typed, KNOWN)
    assert len(terms) <= WORDS_MOST
    assert all(one.text for one in terms)


@given(words, st.lists(people, max_size=12, unique_by=lambda one: one.person), st.randoms())
def test_a_search_does_not_depend_on_the_order_of_people(
    typed: str, listed: list[Listed], chance: object
) -> None:
    """And gives nobody twice, nobody without a name, and whoever has all before who has less."""
    terms = terms_of(typed, KNOWN)
    came = search(terms, listed)
    chance.shuffle(listed)  # type: ignore[attr-defined]
    assert search(terms, listed) == came
    numbers = [one.person for one in came.people]
    assert len(numbers) == len(set(numbers))
    assert all(one.name for one in came.people)
    whole = [one for one in listed if all(likeness(term, one) for term in terms)]
    if came.people and came.whole:
        assert set(numbers) == {one.person for one in whole if one.name}
        assert came.unnamed == counted(whole)
        assert all(likeness(term, one) for term in terms for one in came.people)
    scores = [sum(likeness(term, one) for term in terms) for one in came.people]
    assert scores == sorted(scores, reverse=True)


@given(st.lists(people, max_size=12, unique_by=lambda one: one.person), words)
def test_no_fewer_than_three_without_a_name_are_counted(listed: list[Listed], typed: str) -> None:
    """Not one, not two, whatever is asked for."""
    assert counted(listed) not in range(1, FEWEST)
    assert search(terms_of(typed, KNOWN), listed).unnamed not in range(1, FEWEST)


@given(
    st.dictionaries(st.sampled_from(Field), st.sampled_from(Audience)),
    st.sampled_from([Audience.TEAM, Audience.ALLIES, Audience.EVERYONE]),
)
def test_nothing_is_seen_that_is_not_shown(
    shown: dict[Field, Audience], audience: Audience
) -> None:
    """Each field for itself; who is to be found by nobody is not there at all."""
    profile = Profile(1, place("Lyon"), ("fr",), 3, shown=shown)
    one = seen(
        profile, "Ada Exemple", audience, skills=[Skill("vélo")], organisations=["Les Exemples"]
    )
    if one is None:
        assert profile.audience(Field.NAME) is Audience.NOBODY
        return
    for field, there in (
        (Field.NAME, one.name),
        (Field.SKILLS, one.skills),
        (Field.PLACE, one.place),
        (Field.LANGUAGES, one.languages),
        (Field.ORGANISATIONS, one.organisations),
        (Field.HOURS, one.hours),
    ):
        assert bool(there) == (profile.audience(field) >= audience)
        if one.name:
            assert bool(there) == profile.shows(field, audience)


def test_what_was_asked_for_stands_first_among_skills() -> None:
    """The rest after it, in its order."""
    one = Listed(
        1,
        "Ada Exemple",
        (Skill("vélo", "velo"), Skill("x"), Skill("nos comptes", "comptabilite-associative")),
    )
    (first,) = search(terms_of("compta", KNOWN), [one]).shown(0, 1)
    assert [skill.text for skill in first.skills] == ["nos comptes", "vélo", "x"]


def test_without_a_term_it_is_everybody_by_name() -> None:
    """Never by circle, number or place."""
    assert [one.name for one in search((), LISTED[::-1]).people] == sorted(
        one.name for one in LISTED
    )
    assert search((), ()) == Found()


def test_a_sure_word_is_no_slip_of_a_name() -> None:
    """Who looks for « Lyon » does not mean Lyonel; who is not sure may."""
    lyonel = Listed(9, "Lyonel Fictif")
    assert likeness(Term("Lyon", sure=True), lyonel) == 0
    assert likeness(Term("Lyon"), lyonel) > 0


def test_a_place_is_called_just_so_or_not_at_all() -> None:
    """Close ones are for when nothing else is meant."""
    assert [one.level for one in PLACES.called("Loire")] == [Level.DEPARTEMENT]
    assert PLACES.called("Firmini") == []
    assert PLACES.called("") == []
    assert PLACES.called("facilitation en Loire") == []
    assert spelling("Saint-Étienne") == ("saint", "etienne")


def test_nobody_is_counted_among_others_when_they_look_themselves() -> None:
    """Three without a name, of whom one looks, are two others."""
    three = Index(Listed(number, skills=(Skill("vélo", "velo"),)) for number in (1, 2, 3))
    terms = terms_of("vélo", KNOWN)
    assert three.search(terms).unnamed == 3
    assert three.search(terms, but_unnamed=2).unnamed == 0
    assert three.search((), but_unnamed=4).unnamed == 3
