"""Who is owed a reason beside their marks, before the choice among answers to a call is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.calls import Answer, Call, Mark

_WORTH: Mapping[Mark, int] = {Mark.YES: 2, Mark.PARTLY: 1, Mark.NO: 0}


def unexplained(call: Call, answers: Iterable[Answer]) -> list[Answer]:
    """Those not chosen, without a word why, though they were marked better than somebody chosen, or
    meet every criterion while there is room.
    """
    counting = [one for one in answers if one.counts]
    chosen = [one for one in counting if one.chosen]
    room = call.places > len(chosen)
    return [
        one
        for one in counting
        if not one.chosen
        and not one.why
        and ((room and _meets_all(call, one)) or any(_better(call, one, by) for by in chosen))
    ]


def _meets_all(call: Call, answer: Answer) -> bool:
    return all(_WORTH[answer.notes[one].mark] == max(_WORTH.values()) for one in call.criteria)


def _better(call: Call, answer: Answer, than: Answer) -> bool:
    """By some criterion, and worse by none."""
    pairs = [
        (_WORTH[answer.notes[one].mark], _WORTH[than.notes[one].mark]) for one in call.criteria
    ]
    return all(mine >= theirs for mine, theirs in pairs) and any(
        mine > theirs for mine, theirs in pairs
    )
