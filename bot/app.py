"""The composition root: the only place where concrete meets concrete.

`run`, `console`, `simulate` and the tests call the same function; what differs is the transports,
the clock, the chance and the way to fetch an address.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.access import Access
from bot.clock import Clock, Tokens
from bot.composer import Composer
from bot.dispatcher import Dispatcher
from bot.faults import Faults
from bot.fetch import Fetch
from bot.jobs import Jobs
from bot.library import Library
from bot.look import Looker
from bot.lookup import Lookups
from bot.mail import Relay
from bot.outbox import Outbox
from bot.place_files import load as load_places
from bot.postman import Postman
from bot.proposer import Proposer
from bot.replicas import Replica
from bot.skill_shelf import SkillShelf
from bot.threads import Threads
from chat.cards import delivery_card
from chat.desk import Outlets
from chat.transport import Transport
from handlers.commands import all_commands
from locales import Languages
from storage import Database


@dataclass(frozen=True)
class App:
    """A composed bot, not yet running."""

    database: Database
    transports: Sequence[Transport]
    dispatcher: Dispatcher
    jobs: Jobs
    outbox: Outbox
    library: Library
    access: Access
    postman: Postman
    replica: Replica | None = None

    async def warm(self) -> None:
        """Take every fabrique's base in, which may take seconds at the very first start."""
        async with self.database.begin() as store:
            fabriques = await store.fabriques.all()
            bases = [(one.id, await store.of(one.id).knowledge.entries()) for one in fabriques]
        for fabrique, entries in bases:
            await self.library.warm(fabrique, entries)

    async def settle(self) -> None:
        """Answer, do what is due and deliver, until nothing more can be done at this moment."""
        await self.dispatcher.drain()
        while True:
            await self.jobs.run_due()
            if await self.jobs.read_feeds():
                await self.jobs.run_due()
            await self.postman.drain()
            await self.outbox.drain()
            if not self.jobs.more:
                return

    async def next_due(self) -> datetime | None:
        """When there will be something to do, if nobody writes before."""
        moments = [
            await self.jobs.next_due(),
            await self.outbox.next_due(),
            await self.postman.next_due(),
        ]
        return min((moment for moment in moments if moment is not None), default=None)


def compose(
    database: Database,
    transports: Sequence[Transport],
    *,
    clock: Clock,
    chance: random.Random,
    fetch: Fetch,
    strict: bool,
    at_once: int,
    told: Callable[[str], None] = lambda _: None,
    library: Library | None = None,
    replicated: bool = False,
    relay: Relay | None = None,
    site: str | None = None,
) -> App:
    """Put a bot together; a `replicated` one is not alone on its database, `site` is the address
    of its pages.
    """
    token = Tokens(chance)
    replica = Replica(database, token()) if replicated else None
    faults = Faults(token, told)
    by_platform = {one.platform: one for one in transports}
    limits = {one.platform: one.limits for one in transports}
    commands = all_commands()
    languages = Languages(strict=strict)
    composer = Composer(languages, limits, commands, token)
    looker = Looker(database, by_platform, clock)
    answers = library or Library()
    lookups = Lookups(database, answers, languages, clock)
    for transport in transports:
        transport.look_up_in(lookups)
    dispatcher = Dispatcher(
        database,
        commands,
        composer,
        looker,
        by_platform,
        clock,
        token,
        faults,
        answers,
        load_places(),
        SkillShelf(),
        replica,
        Outlets(mails=relay is not None, site=site),
    )
    propose = Proposer(dispatcher.offers, dispatcher.skills, dispatcher.places)
    jobs = Jobs(database, composer, clock, token, faults, fetch, propose)
    outbox = _outbox(database, by_platform, composer, clock, faults, at_once)
    access = Access(database, composer, clock, by_platform.keys())
    postman = Postman(database, composer, languages, clock, faults, relay)
    if replica is not None:
        jobs.may_act, outbox.process, postman.process = replica.may_act, replica.name, replica.name
    return App(database, transports, dispatcher, jobs, outbox, answers, access, postman, replica)


def _outbox(
    database: Database,
    by_platform: Mapping[str, Transport],
    composer: Composer,
    clock: Clock,
    faults: Faults,
    at_once: int,
) -> Outbox:
    return Outbox(
        database,
        by_platform,
        composer,
        clock,
        faults,
        Threads(database, by_platform),
        lambda row, chat: delivery_card(row.id, issue=row.issue, chat=chat),
        at_once,
    )
