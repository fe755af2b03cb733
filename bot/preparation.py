"""What a database holds before the first word: the fabrique, its team's chats, its knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.knowledge_files import load
from bot.settings import Settings
from domain.fabriques import Fabrique
from storage import Database
from storage.chats import Address


async def prepare(
    database: Database, settings: Settings, *, teams: Sequence[Address] | None, now: datetime
) -> Fabrique:
    """Bring the fabrique up to date with the settings; the shipped knowledge enters an empty
    base.
    """
    wanted = settings.fabrique
    async with database.begin() as store:
        fabrique = await store.fabriques.ensure(
            Fabrique(
                id=0,
                slug=wanted.slug,
                name=wanted.name,
                timezone=wanted.timezone,
                language=wanted.language,
                policy=settings.permanence.policy,
                time=settings.timebank.policy,
            )
        )
        store = store.of(fabrique.id)
        if teams is not None:
            await store.chats.only_team(teams)
        for address in teams or ():
            await store.chats.make_team(address, language=fabrique.language, now=now)
        if await store.knowledge.is_empty():
            await store.knowledge.replace_all(load(settings.knowledge / wanted.slug), now=now)
    return fabrique
