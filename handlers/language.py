"""Languages: one for each person, one for each group."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Value, called, command
from chat.words import Reply, say
from domain.errors import Refusal
from domain.people import fold
from handlers.desk import Desk

NAMES = {"fr": "Français", "en": "English"}
"""Each language under its own name, so that it is found by who cannot read the other."""

TYPED = {"fr": "fr", "francais": "fr", "french": "fr", "en": "en", "anglais": "en", "english": "en"}


@command("langue", "language")
async def set_language(desk: Desk, language: str) -> Reply:
    """Choose the language one reads here; in a group its administrators choose."""
    if desk.chat.private:
        await desk.store.people.speak(desk.person.id, language)
    elif desk.rank.administers or desk.chat.team:
        await desk.store.chats.speak(desk.chat.id, language)
    else:
        raise Refusal("refusal-admin-only")
    desk.language = language
    return say("language-set", language=language)


@set_language.reads("language")
async def as_called(desk: Desk, typed: str) -> str:
    """A language by its name or its code, in either language."""
    language = TYPED.get(fold(typed))
    if language is None:
        raise Refusal("refusal-language-unknown")
    return language


@set_language.choices("language")
async def languages(desk: Desk) -> Sequence[Value]:
    """The languages there are."""
    return [called(name, code) for code, name in NAMES.items()]
