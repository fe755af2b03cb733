"""Whether Telegram takes the bot's token, as its answers to polls tell.

One refusal may be a proxy's in passing; several in a row are Telegram's.
"""

from __future__ import annotations

from chat.transport import Inbox

IN_A_ROW = 3
"""Refusals after which the token is known to work no more."""


class Standing:
    """The account, as far as polls tell."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._refusals = 0

    async def refused(self) -> None:
        """A poll was refused."""
        self._refusals += 1
        if self._refusals >= IN_A_ROW:
            await self._inbox.account(works=False)

    async def works(self) -> None:
        """A poll was answered."""
        again, self._refusals = self._refusals >= IN_A_ROW, 0
        if again:
            await self._inbox.account(works=True)
