"""Presses taken back: what they chose is undone, where the command says how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.offered import Offered
from chat.command import Command, Commands
from chat.desk import Desk
from chat.kept import given_from_json
from chat.transport import Heard
from storage import Store
from storage.outbox import Outgoing
from storage.polls import Pressed


async def remember(desk: Desk[Store], command: Command, offered: Offered) -> None:
    """Keep what a press chose: whoever takes it back names only the press."""
    heard = desk.heard
    if command.undone_by is not None and heard.press is not None:
        pressed = Pressed(offered.row.id, offered.place)
        await desk.store.presses.keep(heard.place.platform, heard.press, pressed, now=desk.now)


@dataclass(frozen=True)
class Undoing:
    """The command that undoes what was chosen, what it knows, and the choice itself."""

    command: Command
    given: Mapping[str, object]
    offered: Offered


async def taken_back(desk: Desk[Store], commands: Commands) -> Undoing | None:
    """What a press or a vote taken back undoes; None where nothing does."""
    row, place = await undone_row(desk.store, desk.heard, desk.chat.id)
    if row is None or not 0 <= place < len(row.choices):
        return None
    offered = Offered(row, place)
    command = commands.called(offered.command)
    undo = commands.called(command.undone_by) if command and command.undone_by else None
    if undo is None:
        return None
    return Undoing(undo, offered.given if desk.heard.press else _shared(row), offered)


async def undone_row(store: Store, heard: Heard, chat: int) -> tuple[Outgoing | None, int]:
    """The message whose press or vote is taken back, and which of its choices it was."""
    if heard.press is None:
        return await store.said.posted(chat, heard.message or ""), 0
    pressed = await store.presses.of(heard.place.platform, heard.press, chat=chat)
    if pressed is None:
        return None, 0
    return await store.outbox.row(pressed.row), pressed.choice


def _shared(row: Outgoing) -> Mapping[str, object]:
    """What all choices of a message know: a vote taken back does not say which it was."""
    first, *others = (given_from_json(choice["given"]) for choice in row.choices)
    return {
        name: value for name, value in first.items() if all(o.get(name) == value for o in others)
    }
