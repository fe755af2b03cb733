"""What dialogues about introductions share: who shows what, and two platforms at once."""

from __future__ import annotations

from dataclasses import replace

from domain.profiles import Audience, Field
from tests.talk import PEOPLE, Talk

SHOWN = {Field.NAME: Audience.ALLIES}


async def says(talk: Talk, who: str, *, platform: str | None = None, **said: object) -> None:
    """What a person would say of themselves in their profile."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known(platform or talk.stage.platform, PEOPLE[who][0])
        assert person is not None
        profile = await store.profiles.of(person.id)
        changed = replace(profile, **said)  # type: ignore[arg-type]
        await store.profiles.save(changed, now=talk.stage.clock.now())


async def is_shown(talk: Talk, who: str, *, platform: str | None = None) -> None:
    """Somebody lets allies find them by name."""
    await says(talk, who, platform=platform, shown=SHOWN)
