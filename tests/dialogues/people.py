"""What dialogues do to people that no chat can: take a name off, hide a field."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from domain.profiles import Audience, Field
from storage.tables import AccountRow
from tests.talk import PEOPLE, Talk


async def unnamed(talk: Talk, who: str) -> None:
    """Somebody has no @name on the platform, until they write again."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        row = update(AccountRow).where(AccountRow.account == PEOPLE[who][0])
        await store.session.execute(row.values(handle=None))


async def shows_nobody(talk: Talk, who: str, *fields: Field) -> None:
    """Somebody shows these of themselves to nobody."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known(talk.stage.platform, PEOPLE[who][0])
        assert person is not None
        profile = await store.profiles.of(person.id)
        hidden = {**profile.shown, **dict.fromkeys(fields, Audience.NOBODY)}
        await store.profiles.save(replace(profile, shown=hidden), now=talk.stage.clock.now())
