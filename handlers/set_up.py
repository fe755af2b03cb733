"""A group's first settings, in two taps of its administrators: a language, then what it receives.

One message that is redrawn. The languages keep their places on it, so that whoever still sees its
first state chooses no more than a language.
"""

from __future__ import annotations

from dataclasses import replace

from chat.command import Where, command
from chat.settings_cards import day_name
from chat.words import Choice, Reply, named, option, say
from domain.postings import Posting
from domain.values import Clock
from handlers.desk import Desk
from handlers.language import NAMES
from handlers.settings import settings

RECEIVES = {
    "both": (True, True),
    "agenda": (True, False),
    "letter": (False, True),
    "none": (False, False),
}
"""Whether a group receives the agenda and the letter, by what was chosen."""


def welcome(desk: Desk) -> Reply:
    """Greet a group, say what it receives unless somebody chooses, and ask for its language."""
    posting = desk.chat.posting
    words = say(
        "welcome-group",
        fabrique=desk.fabrique.name,
        day=day_name(posting.weekday),
        at=Clock(posting.at),
    )
    return words.choose(*_languages())


def welcome_again(desk: Desk) -> Reply:
    """Greet a group that comes back to its settings."""
    return say("welcome-group-again", **_receiving(desk.chat.posting))


@command(where=Where.GROUP_ADMIN, keeps_choices=True)
async def set_up_language(desk: Desk, language: str) -> Reply:
    """First tap: the language; asks what the group wants to receive."""
    await desk.store.chats.speak(desk.chat.id, language)
    desk.language = language
    posting = desk.chat.posting
    return (
        say("set-up-ask-what", day=day_name(posting.weekday), at=Clock(posting.at))
        .choose(
            *_languages(),
            option("choice-set-up-both", set_up_what, what="both"),
            option("choice-set-up-agenda", set_up_what, what="agenda"),
            option("choice-set-up-letter", set_up_what, what="letter"),
            option("choice-set-up-none", set_up_what, what="none"),
        )
        .redrawn()
    )


@command(where=Where.GROUP_ADMIN, keeps_choices=True)
async def set_up_what(desk: Desk, what: str) -> Reply:
    """Second tap: what the group receives; says so, and how to change it."""
    agenda, letter = RECEIVES[what]
    posting = replace(desk.chat.posting, agenda=agenda, letter=letter)
    await desk.store.chats.set_posting(desk.chat.id, posting)
    reply = say("set-up-done", **_receiving(posting))
    return reply.choose(option("choice-all-settings", settings)).redrawn()


def _languages() -> tuple[Choice, ...]:
    return tuple(named(name, set_up_language, language=code) for code, name in NAMES.items())


def _receiving(posting: Posting) -> dict[str, object]:
    chosen = (posting.agenda, posting.letter)
    what = next(name for name, both in RECEIVES.items() if both == chosen)
    return {"what": what, "day": day_name(posting.weekday), "at": Clock(posting.at)}


COMMANDS = (set_up_language, set_up_what)
