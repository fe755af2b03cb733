"""Who may see what of oneself: one field, one audience at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.cards import choice
from chat.command import Value, Where, command
from chat.words import Choice, Reply, Words, say
from domain.profiles import Audience, Field
from domain.values import Phrase
from handlers.desk import Desk


@command(where=Where.PRIVATE)
async def who_sees(desk: Desk) -> Reply:
    """Choose a field, to say who may see it."""
    profile = await desk.store.profiles.of(desk.person.id)
    choices = [
        Choice(Words("choice-field", {"field": field.value}), show_to.name, {"field": field.value})
        for field in Field
    ]
    seen_by = {
        field.value: Phrase("audience", {"audience": int(profile.audience(field))})
        for field in Field
    }
    return say("who-sees", **seen_by).choose(*choices, choice("choice-my-profile", "show_profile"))


@command(where=Where.PRIVATE)
async def show_to(desk: Desk, field: str, audience: int) -> Reply:
    """Say who may see one field; without the name in the directory nothing else is seen there."""
    profile = await desk.store.profiles.of(desk.person.id)
    shown = {**profile.shown, Field(field): Audience(audience)}
    await desk.store.profiles.save(replace(profile, shown=shown), now=desk.now)
    return await who_sees.run(desk, {})


@show_to.choices("audience")
async def audiences(desk: Desk) -> Sequence[Value]:
    """From nobody to everyone."""
    return [Value(Words("choice-audience", {"audience": int(one)}), int(one)) for one in Audience]


@show_to.asks("audience")
async def who_may(desk: Desk, field: str) -> Reply:
    """Ask about the one field that was chosen."""
    return say("show-to-ask-audience", field=field)


COMMANDS = (who_sees, show_to)
