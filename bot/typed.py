"""Which choice typed words name, of those that somebody may be looking at.

Exact words name a choice wherever it still stands. A number, a slip or other words for it need the
message that is open: the question asked, or what was said last in a private chat.
"""

from __future__ import annotations

from bot.offered import Offered, chosen, is_number, nearly
from chat.desk import Desk
from domain.errors import Refusal
from storage import Store
from storage.outbox import Outgoing
from storage.prompts import Prompt


async def named(
    desk: Desk[Store], text: str, prompt: Prompt | None, *, reads: bool, numbered: bool
) -> Offered | None:
    """The choice that is meant; `reads`: the question asked takes free words too. A number that
    an older message has is nobody's; one that none has is a word like any other.
    """
    offered = await offered_here(desk, prompt)
    by_number = numbered or not reads
    choice = chosen(offered, text, by_number=by_number) if offered else None
    if by_number and is_number(text):
        if choice is not None and not await _is_last(desk.store, choice.row):
            raise Refusal("refusal-number-stale")
        return choice
    if choice is not None or offered is None or reads:
        return choice
    is_open = prompt is not None or (desk.chat.private and await _is_last(desk.store, offered))
    return nearly(offered, text) if is_open else None


async def let_be(desk: Desk[Store]) -> Offered | None:
    """What giving up takes while nothing is asked: the way out of the card that is open."""
    card = await offered_here(desk, None) if desk.chat.private else None
    asked = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if card is None or asked is not None or not await _is_last(desk.store, card):
        return None
    return nearly(card, "non")


async def offered_here(desk: Desk[Store], prompt: Prompt | None) -> Outgoing | None:
    """The message whose choices may be typed: the waiting question's, else the newest."""
    said, chat = desk.store.said, desk.chat.id
    if prompt is not None:
        return await said.asking(chat, prompt.token)
    newest = await said.newest_with_choices(chat)
    mine = newest is not None and newest.person in (None, desk.person.id)
    return newest if mine else None


async def _is_last(store: Store, row: Outgoing) -> bool:
    """Whether nothing was said in the chat since a message, but the file that goes with it."""
    newest = await store.said.newest(row.chat)
    if newest is None or newest.id == row.id:
        return newest is not None
    return newest.part > row.part and (newest.due_at, newest.kind) == (row.due_at, row.kind)
