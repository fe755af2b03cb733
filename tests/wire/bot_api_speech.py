"""What Telegram makes of a person's words: commands, mentions, and whether the bot hears them.

Knows privacy mode (https://core.telegram.org/bots/features#privacy-mode). Must not know the queue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.wire.bot_api_errors import Json
from tests.wire.bot_api_markup import Formatted, units
from tests.wire.bot_api_records import Chat, Message, User

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{4,32})?(?![A-Za-z0-9_@/])")
_MENTION = re.compile(r"(?<![\w/@])@[A-Za-z0-9_]{4,32}(?!\w)", re.ASCII)


def spoken(text: str, people: Iterable[User]) -> Formatted:
    """A person's words with the entities that their app and the server find in them.

    `@Name` of someone without a handle becomes their bare name with a text mention, which is
    what an app sends when that person is picked from its list.
    """
    text, entities = _named(text, [person for person in people if not person.handle])
    entities += _found("bot_command", _COMMAND, text) + _found("mention", _MENTION, text)
    return Formatted(text, tuple(sorted(entities, key=lambda entity: int(entity["offset"]))))


def _found(kind: str, pattern: re.Pattern[str], text: str) -> list[Json]:
    return [
        {"type": kind, "offset": units(text[: hit.start()]), "length": units(hit[0])}
        for hit in pattern.finditer(text)
    ]


def _named(text: str, people: list[User]) -> tuple[str, list[Json]]:
    by_name = {person.name: person for person in people}
    if not by_name:
        return text, []
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    said, entities, read = "", [], 0
    for hit in re.finditer(f"@({names})", text):
        said += text[read : hit.start()]
        entity = {"type": "text_mention", "offset": units(said), "length": units(hit[1])}
        entities.append(entity | {"user": by_name[hit[1]].json()})
        said += hit[1]
        read = hit.end()
    return said + text[read:], entities


def heard(message: Message, chat: Chat, bot: User, *, privacy: bool) -> bool:
    """Whether the bot is told of a message: always in private and as an administrator."""
    if chat.private or message.service:
        return True
    if not privacy or chat.members.get(bot.id) == "administrator":
        return True
    answered = chat.messages.get(message.reply_to or 0)
    if answered and answered.sender.id == bot.id:
        return True
    return any(_means(entity, message.text, bot) for entity in message.entities)


def _means(entity: Json, text: str, bot: User) -> bool:
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    words = text.encode("utf-16-le")[start:end].decode("utf-16-le").lower()
    if entity["type"] == "bot_command":
        return words.partition("@")[2] in ("", bot.handle.lower())
    if entity["type"] == "mention":
        return words == f"@{bot.handle.lower()}"
    return bool(entity["type"] == "text_mention" and entity["user"]["id"] == bot.id)
