"""What Telegram said of somebody in a chat, believed for a moment where it grants something.

Must not know what a rank is needed for. Only who administers is remembered: a right that Telegram
has just given is asked for at each act, and no act is refused by memory.
"""

from __future__ import annotations

import asyncio

import telegram

from bot.transports.telegram import send
from chat.transport import Place, Rank

BELIEVED = 30.0
"""Seconds; an administrator who sets a group up taps several times within these."""


class Ranks:
    """The administrators that one bot was told of lately."""

    def __init__(self, bot: telegram.Bot, *, believed: float = BELIEVED) -> None:
        self._bot = bot
        self._believed = believed
        self._known: dict[str, dict[str, tuple[Rank, float]]] = {}

    async def of(self, place: Place, account: str) -> Rank:
        """The rank of an account in a chat; raises TransportError."""
        now = asyncio.get_running_loop().time()
        rank, until = self._known.get(place.chat, {}).get(account, (Rank.GONE, 0.0))
        if now < until:
            return rank
        rank = await send.rank(self._bot, place, account)
        if rank.administers:
            self._known.setdefault(place.chat, {})[account] = (rank, now + self._believed)
        return rank

    def heard(self, update: telegram.Update) -> None:
        """Forget a chat in which somebody came, went, or became something else."""
        if change := update.my_chat_member or update.chat_member:
            self._known.pop(str(change.chat.id), None)
        message = update.message
        if message and (message.left_chat_member or message.new_chat_members):
            self._known.pop(str(message.chat.id), None)
