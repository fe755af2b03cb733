"""Imports: what each side changed counts, and what both changed is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.imports import Kept, plan
from domain.permanence import Entry, EntryState
from tests.domain.test_entries import BASE

FILE = replace(BASE, id=0)
GONE = EntryState.RETIRED
VARIANTS = st.builds(
    lambda title, body, wordings, state: replace(
        BASE, title=title, body=body, wordings=tuple(wordings), state=state
    ),
    st.sampled_from("ABC"),
    st.sampled_from("xyz"),
    st.lists(st.sampled_from("12345"), unique=True),
    st.sampled_from(EntryState),
)


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
