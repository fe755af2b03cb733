"""Somebody whom the team knows, so that they see what allies show one another."""

from __future__ import annotations

from tests.talk import PEOPLE, Talk


async def are_allies(talk: Talk, *people: str) -> None:
    """They write once, and the team lets them in."""
    for who in people:
        await talk.say(who, "/debut")
        async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
            person = await store.people.known(talk.stage.platform, PEOPLE[who][0])
            assert person is not None
            await store.belonging.let_in(person.id, now=talk.stage.clock.now())
