"""Whether Telegram takes the bot's token, as its answers to polls tell.

One refusal may be a proxy's in passing; several in a row are Telegram's.
"""

from __future__ import annotations

from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from chat.transport import Inbox

IN_A_ROW = 3
"""Refusals after which the token is known to work no more."""

_REFUSED = (EndPointNotFound, InvalidToken)  # what the library makes of a 401


class Standing:
    """The account, as far as polls tell; whoever hears it is told through `inbox`, once there."""

    def __init__(self) -> None:
        self.inbox: Inbox | None = None
        self._refusals = 0

    async def failed(self, error: TelegramError) -> None:
        """A poll was not answered, or refused."""
        self._refusals += isinstance(error, _REFUSED)
        if self.inbox is not None and self._refusals >= IN_A_ROW:
            await self.inbox.account(works=False)

    async def works(self) -> None:
        """A poll was answered."""
        again, self._refusals = self._refusals >= IN_A_ROW, 0
        if self.inbox is not None and again:
            await self.inbox.account(works=True)
