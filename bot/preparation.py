"""What a database holds before the first word: fabriques, their teams' chats, their knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.knowledge_files import load
from bot.settings import FabriqueSettings, Settings
from domain.fabriques import Fabrique, Policy, TimePolicy
from storage import Database, Store
from storage.chats import Address


async def prepare(
    database: Database, settings: Settings, *, teams: Sequence[Address] | None, now: datetime
) -> Fabrique:
    """Bring the fabriques up to date with the settings; the shipped knowledge enters an empty
    base. `teams` are the chats of the first fabrique's team, None when chats are left alone; gives
    the first fabrique.
    """
    wanted = settings.fabrique
    policies = (settings.permanence.policy, settings.timebank.policy)
    async with database.begin() as store:
        await store.leases.one_at_a_time("preparation")
        first = await _one(store, wanted, policies, settings.site)
        await _furnish(store.of(first.id), first, teams, settings, now=now)
        for one in settings.fabriques:
            own = (one.permanence.policy, one.timebank.policy)
            site = settings.site and f"{settings.site}/{one.slug}"
            fabrique = await _one(store, one, own, site)
            chats = [Address(platform, chat, False, "") for platform, chat in one.team.chats]
            there = chats if teams is not None else None
            await _furnish(store.of(fabrique.id), fabrique, there, settings, now=now)
    return first


async def _one(
    store: Store,
    wanted: FabriqueSettings,
    policies: tuple[Policy, TimePolicy],
    site: str | None,
) -> Fabrique:
    policy, time = policies
    values = (wanted.slug, wanted.name, wanted.timezone, wanted.language)
    fabrique = Fabrique(0, *values, policy, time, site=site, public_agenda=wanted.public_agenda)
    return await store.fabriques.ensure(fabrique)


async def _furnish(
    store: Store,
    fabrique: Fabrique,
    teams: Sequence[Address] | None,
    settings: Settings,
    *,
    now: datetime,
) -> None:
    """Its team's chats, and its knowledge."""
    if teams is not None:
        await store.chats.only_team(teams)
    for address in teams or ():
        await store.chats.make_team(address, language=fabrique.language, now=now)
    if await store.knowledge.is_empty():
        await store.knowledge.replace_all(load(settings.knowledge / fabrique.slug), now=now)
