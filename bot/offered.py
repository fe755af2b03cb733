"""Choices on messages already posted: found by what is typed, and marked once taken."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from bot.composer import Composer
from chat.desk import Desk
from chat.kept import given_from_json, marks
from chat.transport import Heard, Page
from chat.words import Reply, Words
from domain.choice_words import near, spelt
from domain.errors import Refusal
from domain.people import fold
from storage import Store
from storage.outbox import Outgoing

SHOWN_TO_MANY = "entry:"
"""What many are shown, each with choices of their own: one's press is nothing to another."""

DECIDED = ("approved", "refused", "taken-out")
"""Acts after which a card has nothing left to decide."""

_NUMBER = re.compile(r"\s*([1-9]\d?)\s*[).]?\s*")


@dataclass(frozen=True)
class Offered:
    """A choice by its place on a posted message."""

    row: Outgoing
    place: int

    @property
    def choice(self) -> dict[str, Any]:
        """The choice as the row keeps it."""
        return dict(self.row.choices[self.place])

    @property
    def command(self) -> str:
        """The command it carries out."""
        return str(self.choice["command"])

    @property
    def given(self) -> dict[str, object]:
        """What is already known."""
        return given_from_json(self.choice["given"])


def page_of(row: Outgoing) -> Page:
    """The words and choices of a message as they stand now."""
    labels = tuple(str(choice["label"]) for choice in row.choices)
    return Page(row.markup, labels, marks(row.choices))


async def pressed(store: Store, heard: Heard, row: Outgoing, *, numbered: bool) -> Offered | None:
    """The choice that was drawn where somebody pressed, wherever it stands now; None once gone.

    Where choices are only `numbered` a press names a place on the drawing of its moment.
    """
    if heard.mark is not None:
        now = marks(row.choices)
        return Offered(row, now.index(heard.mark)) if heard.mark in now else None
    if numbered and await store.said.offers_other(row, since=heard.sent_at):
        return None
    place = -1 if heard.choice is None else heard.choice
    return Offered(row, place) if 0 <= place < len(row.choices) else None


async def gone(store: Store, row: Outgoing, *, team: bool) -> Refusal:
    """Why a choice is not there any more: before the team, who decided about that thing."""
    acts = await store.audit.acts([row.about], *DECIDED) if team and row.about else ()
    if not acts or acts[-1].by is None:
        return Refusal("refusal-choice-stale")
    by = await store.people.person(acts[-1].by)
    return Refusal("refusal-decided-by", act=acts[-1].act, name=by.name)


def label_key(label: str) -> str:
    """A label as it is compared: a leading emoji, case, accents, spaces and quotes do not count."""
    folded = fold(unicodedata.normalize("NFKC", label))
    at = next((i for i, letter in enumerate(folded) if letter.isalnum()), 0)
    return folded[at:]


def chosen(row: Outgoing, typed: str, *, by_number: bool) -> Offered | None:
    """The choice whose label, or number counted from 1, was typed."""
    number = _NUMBER.fullmatch(typed)
    if by_number and number and 1 <= int(number[1]) <= len(row.choices):
        return Offered(row, int(number[1]) - 1)
    keys = [label_key(choice["label"]) for choice in row.choices]
    key = label_key(typed)
    if key in keys:
        return Offered(row, keys.index(key))
    drawn = key.removesuffix("...")  # a label too long for a button, typed as it is drawn there
    begun = [at for at, other in enumerate(keys) if other.startswith(drawn)]
    if drawn not in ("", key) and len(begun) == 1:
        return Offered(row, begun[0])
    place = spelt(typed, page_of(row).choices)
    return None if place is None else Offered(row, place)


def nearly(row: Outgoing, typed: str) -> Offered | None:
    """The one choice that was typed with a slip, or in other words."""
    place = near(typed, page_of(row).choices)
    return None if place is None else Offered(row, place)


def is_number(typed: str) -> bool:
    """Whether what was typed can only be the number of a choice."""
    return _NUMBER.fullmatch(typed) is not None


async def mark(
    desk: Desk[Store], composer: Composer, offered: Offered, *, redrawn: Reply | None = None
) -> None:
    """Redraw the message: the choice taken in place of the choices, or what the reply says.

    Other messages about the same thing lose their choices too, so that nobody answers twice.
    """
    row = offered.row
    if redrawn is not None:
        zone, platform = desk.fabrique.zone, desk.chat.platform
        markup = composer.markup(redrawn, desk.language, zone, platform=platform)
        choices = composer.choices(redrawn, desk.language, desk.fabrique.zone)
        await _redraw(desk, row, markup, choices)
        return
    rows = [row]
    if row.about is not None and row.prompt is None and not row.about.startswith(SHOWN_TO_MANY):
        others = await desk.store.said.about(row.about)
        rows += [other for other in others if other.choices and other.id != row.id]
    for each in sorted(rows, key=lambda one: one.id):  # one order of locks for everybody
        await _redraw(desk, each, f"{each.markup}\n\n{_taken(desk, composer, offered)}", [])


async def _redraw(desk: Desk[Store], row: Outgoing, markup: str, choices: list[Any]) -> None:
    await desk.store.said.close_choices(row.id)
    edit = replace(
        row,
        id=0,
        key=desk.token(),
        markup=markup,
        choices=choices,
        due_at=desk.now,
        edits=row.id,
        about=None,
        file=None,
        issue=None,
        done_at=None,
    )
    await desk.store.outbox.add(replace(edit, state="waiting", tries=0))


def _taken(desk: Desk[Store], composer: Composer, offered: Offered) -> str:
    label = str(offered.choice["label"])
    values: dict[str, object] = {"label": label}
    words = Words("choice-taken", values)
    if desk.chat.team:
        words = Words("choice-taken-by", {**values, "name": desk.person.name})
    zone, platform = desk.fabrique.zone, desk.chat.platform
    return composer.markup(Reply(words=(words,)), desk.language, zone, platform=platform)
