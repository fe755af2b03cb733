"""Platforms that refuse the bot's account: told to the team where the bot is still heard.

A refusal and its end are told once each, whatever restarts lie between: a row remembers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.composer import Composer, Letterhead
from chat.words import say
from domain.fabriques import Fabrique
from storage import Database, Store

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Access:
    """Notes whether the bot's account works on each of the `platforms` it serves."""

    database: Database
    composer: Composer
    clock: Clock
    platforms: Collection[str]

    async def note(self, platform: str, *, works: bool, woken: Callable[[], None]) -> None:
        """Tell the teams on other platforms what is new; never raises."""
        try:
            async with self.database.begin() as store:
                if not await self._is_news(store, platform, works=works):
                    return
                for fabrique in await store.fabriques.all():
                    await self._tell(store.of(fabrique.id), fabrique, platform, works=works)
        except (SQLAlchemyError, OSError) as error:
            log.warning("access not noted", platform=platform, kind=type(error).__name__)
            return
        log.log(_INFO if works else _ERROR, "account", platform=platform, works=works)
        woken()

    async def _is_news(self, store: Store, platform: str, *, works: bool) -> bool:
        if works:
            return await store.lockouts.end(platform)
        return await store.lockouts.begin(platform, now=self.clock.now())

    async def _tell(self, store: Store, fabrique: Fabrique, platform: str, *, works: bool) -> None:
        reply = say("platform-works" if works else "platform-refuses", platform=platform)
        for chat in await store.chats.team():
            if chat.platform != platform and chat.platform in self.platforms:
                head = Letterhead(
                    chat=chat,
                    language=chat.language,
                    zone=fabrique.zone,
                    now=self.clock.now(),
                    kind="notice",
                )
                await self.composer.write(store, reply, head)


_INFO, _ERROR = 20, 40  # the levels of the standard library's log
