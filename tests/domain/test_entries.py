"""Entries as people keep them: tidy, merged, and imported beside what the team changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import (
    Kept,
    free_key,
    key_of,
    one_line,
    plan,
    safe_key,
    tidied,
    with_wordings,
)
from domain.permanence import Entry, EntryState

BASE = Entry(
    id=1,
    key="un",
    title="Un",
    wordings=("une", "deux"),
    body="Réponse.",
    source="Document fictif",
    true_on=date(2023, 12, 14),
    tags=("salles",),
    language="fr",
)
FILE = replace(BASE, id=0)
GONE = EntryState.RETIRED
TEXT = st.text(max_size=12)
VARIANTS = st.builds(
    lambda title, body, wordings, state: replace(
        BASE, title=title, body=body, wordings=tuple(wordings), state=state
    ),
    st.sampled_from("ABC"),
    st.sampled_from("xyz"),
    st.lists(st.sampled_from("12345"), unique=True),
    st.sampled_from(EntryState),
)


@given(TEXT, TEXT, st.lists(TEXT))
def test_tidying_twice_changes_nothing(title: str, body: str, wordings: list[str]) -> None:
    """What the base keeps is what it would keep again."""
    once = tidied(replace(BASE, title=title, body=body, wordings=tuple(wordings)))
    assert tidied(once) == once


def test_a_no_break_space_is_part_of_the_words() -> None:
    """French needs it before a question mark."""
    assert one_line(" Où\u202f? \n « ici » ") == "Où\u202f? « ici »"


@given(st.text(max_size=200))
def test_a_key_is_a_file_name(text: str) -> None:
    """Of one folder, of one length, and the same when it comes back."""
    for key in (key_of(text), safe_key(text)):
        assert len(key) <= 80
        assert "/" not in key
        assert "\\" not in key
        assert not key.startswith(".")
        assert safe_key(key) == key


def test_a_taken_key_gets_a_number() -> None:
    """And no longer than a key may be."""
    assert free_key("un", {"un", "un-2"}) == "un-3"
    assert len(free_key("a" * 80, {"a" * 80})) <= 80


def test_a_wording_is_added_once() -> None:
    """Accents and capitals aside."""
    assert with_wordings(BASE, ["UNE", "Trois", "trois", " "]).wordings == ("une", "deux", "Trois")


@pytest.mark.parametrize(
    ("ours", "theirs", "after"),
    [
        ({}, {"body": "Neuf."}, {"body": "Neuf."}),
        ({"body": "Neuf."}, {}, {"body": "Neuf."}),
        ({"title": "Le un"}, {"body": "Neuf."}, {"title": "Le un", "body": "Neuf."}),
        ({"body": "Neuf."}, {"body": "Neuf."}, {"body": "Neuf."}),
        (
            {"wordings": ("une", "deux", "3")},
            {"wordings": ("une", "4")},
            {"wordings": ("une", "3", "4")},
        ),
        ({"tags": ()}, {"tags": ("salles", "prêt")}, {"tags": ("prêt",)}),
        ({"state": GONE}, {"body": "Neuf."}, {"state": GONE, "body": "Neuf."}),
    ],
)
def test_what_each_side_changed_counts(
    ours: dict[str, object], theirs: dict[str, object], after: dict[str, object]
) -> None:
    """Apart, they meet in one entry, and nothing is in conflict."""
    drawn = plan([replace(FILE, **theirs)], [Kept(replace(BASE, **ours), BASE)])  # type: ignore[arg-type]
    [entry] = [change.after for change in drawn.changed] or drawn.unchanged
    assert entry == replace(BASE, **after)  # type: ignore[arg-type]
    assert drawn.conflicts == []


def test_a_part_that_both_changed_is_a_conflict() -> None:
    """Named, and carried out as the file says."""
    ours = replace(BASE, body="De l’équipe.", title="Le un")
    drawn = plan([replace(FILE, body="Du fichier.")], [Kept(ours, BASE)])
    assert [(one.entry, one.parts) for one in drawn.conflicts] == [(ours, ("body",))]
    assert [one.after for one in drawn.changed] == [replace(ours, body="Du fichier.")]


def test_a_file_that_came_round_is_noted() -> None:
    """The team's words are now in the files: the next change of the files is theirs alone."""
    ours = replace(BASE, body="De l’équipe.")
    drawn = plan([replace(FILE, body="De l’équipe.")], [Kept(ours, BASE)])
    assert (drawn.unchanged, drawn.changed, drawn.conflicts) == ([ours], [], [])
    assert [one.file for one in drawn.noted] == [ours]


def test_missing_from_the_files() -> None:
    """What they held is retired, what they never held stays, what the team changed is told."""
    ours = replace(BASE, body="De l’équipe.")
    retired = replace(BASE, state=GONE)
    assert plan([], [Kept(BASE, BASE)]).retired == [BASE]
    assert plan([], [Kept(BASE, None)]).unchanged == [BASE]
    assert plan([], [Kept(retired, BASE)]).retired == []
    assert plan([], [Kept(BASE, retired)]).unchanged == [BASE]
    [conflict] = plan([], [Kept(ours, BASE)]).conflicts
    assert conflict.parts == ("missing",)
    assert plan([], [Kept(BASE, BASE)], partial=True).retired == []


def test_a_file_that_comes_back_answers_again() -> None:
    """Unless the team retired the entry."""
    gone = replace(BASE, state=GONE)
    assert [one.after for one in plan([FILE], [Kept(gone, gone)]).changed] == [BASE]
    assert plan([FILE], [Kept(gone, BASE)]).changed == []


@given(VARIANTS, VARIANTS, VARIANTS)
def test_nothing_that_one_side_changed_is_lost(base: Entry, ours: Entry, theirs: Entry) -> None:
    """Each value afterwards is one side's; one that only the team changed is the team's."""
    drawn = plan([theirs], [Kept(ours, base)])
    [after] = [change.after for change in drawn.changed] or drawn.unchanged
    parts = {part for one in drawn.conflicts for part in one.parts}
    for name in ("title", "body", "state"):
        mine, other, before = (getattr(one, name) for one in (ours, theirs, base))
        if other == before:
            assert getattr(after, name) == mine
        else:
            assert getattr(after, name) == other
        assert (name in parts) == (len({mine, other, before}) == 3)
    added = set(ours.wordings) - set(base.wordings) | set(theirs.wordings) - set(base.wordings)
    assert added <= set(after.wordings)


@given(VARIANTS, VARIANTS, VARIANTS)
def test_importing_the_same_again_changes_nothing(base: Entry, ours: Entry, theirs: Entry) -> None:
    """Once it was brought in."""
    first = plan([theirs], [Kept(ours, base)])
    [after] = [change.after for change in first.changed] or first.unchanged
    again = plan([theirs], [Kept(after, theirs)])
    assert (again.changed, again.conflicts, again.noted) == ([], [], [])
