"""A question as the team sees it: with what the bot knew, and nothing an anonymous asker hides."""

from __future__ import annotations

from dataclasses import dataclass

from domain.past_questions import Past
from domain.questions import Question


@dataclass(frozen=True)
class Case:
    """A question and what its card tells.

    `asker` is "" for whoever prefers to stay anonymous, `group` is None when it was asked in
    private. `suggested` are entries by number and title; `twin` is the question it was merged into,
    in its words; `others` is how many were merged into it; `entry` the title of the entry that
    holds its answer.
    """

    question: Question
    asker: str = ""
    group: str | None = None
    taker: str = ""
    settler: str = ""
    suggested: tuple[tuple[int, str], ...] = ()
    similar: tuple[Past, ...] = ()
    twin: str = ""
    others: int = 0
    entry: str = ""
