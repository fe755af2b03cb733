"""The world the Bot API serves: people, groups, what they say and do, and what the bot said.

Tests act through it as people do. It knows Telegram's rules for people; the rules for bots are
with the methods. Must not know HTTP.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from tests.wire.bot_api_errors import Json
from tests.wire.bot_api_faults import Faults, Kind, Pace
from tests.wire.bot_api_inline import LONGEST_QUERY, Results
from tests.wire.bot_api_markup import Formatted, plain, units
from tests.wire.bot_api_records import PRESENT, Chat, Message, StoredFile, User, message_json
from tests.wire.bot_api_rooms import Rooms
from tests.wire.bot_api_speech import spoken

LONGEST_TEXT = 4096  # UTF-16 code units
MOST_IN_ALBUM = 10
FILM = b"\0\0\0\x18ftypmp42" + bytes(64)  # the beginning by which a film is known

# The smallest picture: a PNG of one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8ffff3f0005fe02fea735819b0000000049454e44ae426082"
)


_NONE = Results((), 0, False, None)


class Call(NamedTuple):
    """A request as it came, answered or not."""

    method: str
    params: Json


@dataclass(frozen=True)
class Answer:
    """An answerCallbackQuery that was accepted: the toast, or the alert."""

    query: str
    text: str
    show_alert: bool


@dataclass(frozen=True)
class InlineQuery:
    """What somebody typed after the bot's name, when, and what the bot answered to it."""

    asked_by: int
    text: str
    at: int
    results: Results | None = None


class World:
    """Telegram as far as one bot sees it. `clock` gives seconds since 1970.

    `privacy` is the bot's privacy mode in groups, `inline` whether inline mode is switched on,
    both with BotFather; `enforce_limits` makes the server refuse what
    is sent faster than Telegram takes.
    """

    def __init__(
        self, clock: Callable[[], float] = time.time, *, handle: str = "fabrique_essai_bot"
    ) -> None:
        self.bot = User(8_100_200_300, handle, "Fabrique", is_bot=True)
        self.rooms = Rooms(clock, self.bot)
        self.enforce_limits = False
        self.inline = False
        self.inline_queries: dict[str, InlineQuery] = {}
        self.queries: dict[str, bool] = {}
        self.answers: list[Answer] = []
        self.calls: list[Call] = []
        self.commands: dict[str, tuple[tuple[str, str], ...]] = {}
        self.descriptions: dict[str, str] = {}
        self.voiceless: set[int] = set()
        self.faults = Faults()
        self.pace = Pace(clock)
        self._query_ids = count(4_300_000_000_000_001)
        self._album_ids = count(13_500_000_000_000_001)

    @property
    def privacy(self) -> bool:
        """Whether the bot hears in groups only what is meant for it."""
        return self.rooms.privacy

    @privacy.setter
    def privacy(self, on: bool) -> None:
        self.rooms.privacy = on

    # People and chats

    def user(self, handle: str, name: str, language: str = "fr") -> int:
        """A new account; the bot cannot write to it before it wrote to the bot."""
        return self.rooms.new_user(handle, name, language).id

    def group(self, title: str, supergroup: bool = True, forum: bool = False) -> int:
        """A new group, empty; a forum is always a supergroup."""
        return self.rooms.new_group(title, large=supergroup or forum, forum=forum).id

    def add_bot(self, chat_id: int, by: int) -> None:
        """Somebody adds the bot to a group; whoever is first there is its creator."""
        chat = self._chat(chat_id)
        chat.members.setdefault(by, "member" if chat.members else "creator")
        self.rooms.place_bot(chat, by, "member")
        self.rooms.announce(chat, by, {"new_chat_members": [self.bot.json()]})

    def remove_bot(self, chat_id: int, by: int) -> None:
        """Somebody removes the bot from a group."""
        self.rooms.place_bot(self._chat(chat_id), by, "kicked")

    def member(self, chat_id: int, user_id: int, status: str = "member") -> None:
        """Give an account a place in a group: creator, administrator, member, restricted (who may
        say nothing), left or kicked.
        """
        chat = self._chat(chat_id)
        if user_id == self.bot.id:
            self.rooms.place_bot(chat, next(iter(chat.members), user_id), status)
            return
        old = self.rooms.place_person(chat, user_id, status)
        user = self.rooms.users[user_id].json()
        if old not in PRESENT and status == "member":
            self.rooms.announce(chat, user_id, {"new_chat_members": [user]})
        elif old in PRESENT and status not in PRESENT:
            self.rooms.announce(chat, user_id, {"left_chat_member": user})

    def block(self, user_id: int) -> None:
        """A person blocks the bot; writing to it again unblocks it."""
        self.rooms.place_bot(self._chat(user_id), user_id, "kicked")

    def refuse_voices(self, user_id: int) -> None:
        """A person lets nobody send them voices."""
        self.voiceless.add(user_id)

    def migrate(self, chat_id: int) -> int:
        """A basic group becomes a supergroup; its new id."""
        old = self._chat(chat_id)
        if old.kind != "group" or old.migrated_to:
            raise ValueError("only a basic group can become a supergroup")
        new = self.rooms.new_group(old.title, large=True)
        new.members = dict(old.members)
        by = next(iter(old.members))
        self.rooms.announce(old, by, {"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        self.rooms.announce(new, by, {"migrate_from_chat_id": old.id})
        return new.id

    def topic(self, chat_id: int, name: str, by: int) -> int:
        """Somebody opens a topic in a forum; its thread id."""
        chat = self._chat(chat_id)
        made = self.rooms.open_topic(chat, name, self.rooms.users[by])
        self.rooms.deliver("message", chat, made)
        return made.id

    def delete_topic(self, chat_id: int, thread: int) -> None:
        """A topic goes, with what was said in it."""
        chat = self._chat(chat_id)
        del chat.topics[thread]
        for message in [one for one in chat.messages.values() if one.thread == thread]:
            self.rooms.remove(message)

    # What people say and do

    def say(
        self,
        user_id: int,
        text: str,
        chat_id: int | None = None,
        reply_to: int | None = None,
        entities: list[Json] | None = None,
        *,
        thread: int | None = None,
    ) -> int:
        """Somebody writes, in private when no chat is given; the message's id."""
        if not 1 <= units(text.strip()) <= LONGEST_TEXT:
            raise ValueError("no app sends an empty text, nor one above 4096 units")
        body = (
            spoken(text, self.rooms.users.values()) if entities is None else plain(text, entities)
        )
        chat = self._entered(user_id, chat_id)
        if reply_to is not None and reply_to not in chat.messages:
            raise ValueError("people answer only messages that stand in the chat")
        said = self.rooms.post(
            chat, self.rooms.users[user_id], body.trimmed(), reply_to=reply_to, thread=thread
        )
        self.rooms.deliver("message", chat, said)
        return said.id

    def send_document(
        self,
        user_id: int,
        name: str,
        content: bytes,
        mime: str,
        chat_id: int | None = None,
        caption: str | None = None,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        """Somebody sends a file; the message's id."""
        file = self.rooms.store("document", name, mime, content)
        return self._send(user_id, chat_id, file, caption, reply_to=reply_to, thread=thread)

    def send_photo(
        self,
        user_id: int,
        content: bytes = PIXEL,
        chat_id: int | None = None,
        caption: str | None = None,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        """Somebody sends a picture; the message's id."""
        file = self.rooms.store("photo", "", "image/jpeg", content)
        return self._send(user_id, chat_id, file, caption, reply_to=reply_to, thread=thread)

    def send_album(
        self,
        user_id: int,
        contents: Sequence[bytes],
        chat_id: int | None = None,
        caption: str | None = None,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> list[int]:
        """Somebody sends pictures together, the caption under the first; the messages' ids.

        An album is as many messages, of which the bot is told one by one.
        """
        if not 2 <= len(contents) <= MOST_IN_ALBUM:
            raise ValueError("an album has two to ten pictures")
        album, captions = str(next(self._album_ids)), [caption, *[None] * (len(contents) - 1)]
        return [
            self._send(
                user_id,
                chat_id,
                self.rooms.store("photo", "", "image/jpeg", content),
                under,
                reply_to=reply_to,
                thread=thread,
                album=album,
            )
            for content, under in zip(contents, captions, strict=True)
        ]

    def send_film(
        self,
        user_id: int,
        content: bytes = FILM,
        chat_id: int | None = None,
        caption: str | None = None,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        """Somebody films something; the message's id."""
        shown: Json = {"duration": 3, "width": 320, "height": 240}
        file = self.rooms.store("video", "", "video/mp4", content, **shown)
        return self._send(user_id, chat_id, file, caption, reply_to=reply_to, thread=thread)

    def send_voice(
        self,
        user_id: int,
        content: bytes = b"OggS",
        chat_id: int | None = None,
        duration: int = 3,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> int:
        """Somebody speaks for `duration` seconds; the message's id."""
        file = self.rooms.store("voice", "", "audio/ogg", content, duration=duration)
        return self._send(user_id, chat_id, file, None, reply_to=reply_to, thread=thread)

    def send_sticker(self, user_id: int, emoji: str = "🌻", chat_id: int | None = None) -> int:
        """Somebody sends a sticker; the message's id."""
        flags = {"type": "regular", "is_animated": False, "is_video": False}
        file = self.rooms.store(
            "sticker", "", "image/webp", b"RIFF", emoji=emoji, width=512, height=512, **flags
        )
        return self._send(user_id, chat_id, file, None)

    def edit(self, user_id: int, message_id: int, text: str, chat_id: int | None = None) -> None:
        """Somebody rewrites their own message."""
        chat = self._chat(chat_id or user_id)
        old = chat.messages[message_id]
        if old.sender.id != user_id:
            raise ValueError("people edit their own messages only")
        body = spoken(text, self.rooms.users.values()).trimmed()
        self.rooms.put(new := old.rewritten(body, None, self.rooms.now))
        self.rooms.deliver("edited_message", chat, new)

    def delete(self, chat_id: int, message_id: int) -> None:
        """Somebody who may deletes a message; no bot is told."""
        self.rooms.remove(self._chat(chat_id).messages[message_id])

    def press(
        self,
        user_id: int,
        message_id: int,
        place_or_label: int | str = 0,
        chat_id: int | None = None,
        *,
        stale_data: str | None = None,
    ) -> str:
        """Somebody presses a button, by place or by label; the callback query's id.

        `stale_data` is the data of a button that their screen still shows.
        """
        chat = self._chat(chat_id or user_id)
        message = chat.messages[message_id]
        data = _data(message, place_or_label) if stale_data is None else stale_data
        query = str(next(self._query_ids))
        self.queries[query] = False
        shown: Json = {"id": query, "from": self.rooms.users[user_id].json(), "data": data}
        shown |= {"message": message_json(message, chat), "chat_instance": str(chat.id * 7919)}
        self.rooms.updates.push("callback_query", shown)
        return query

    def look_up(self, user_id: int, text: str) -> str:
        """Somebody types the bot's name and some words in a chat of theirs; the query's id."""
        if not self.inline:
            raise ValueError("inline mode is off: no app asks this bot anything")
        if units(text) > LONGEST_QUERY:
            raise ValueError(f"apps ask {LONGEST_QUERY} units at most")
        query = str(next(self._query_ids))
        self.inline_queries[query] = InlineQuery(user_id, text, self.rooms.now)
        user = self.rooms.users[user_id].json()
        shown: Json = {"id": query, "from": user, "query": text, "offset": ""}
        self.rooms.updates.push("inline_query", shown | {"chat_type": "group"})
        return query

    def choose(self, query: str, title: str, chat_id: int) -> int:
        """Whoever asked sends one of the results to a chat of theirs; the message's id."""
        asked = self.inline_queries[query]
        (chosen,) = [one for one in (asked.results or _NONE).articles if one.title == title]
        chat, user = self._entered(asked.asked_by, chat_id), self.rooms.users[asked.asked_by]
        via = {"via_bot": self.bot}
        sent = self.rooms.post(chat, user, chosen.body, markup=chosen.markup, **via)
        self.rooms.deliver("message", chat, sent)
        return sent.id

    async def found(self, query: str, timeout: float = 5.0) -> Results:
        """What the bot answered to an inline query."""
        async with asyncio.timeout(timeout):
            while (results := self.inline_queries[query].results) is None:
                await self.rooms.bell.heard()
        return results

    # What tests ask

    def messages(self, chat_id: int) -> list[Message]:
        """What stands in a chat now, in order."""
        return list(self._chat(chat_id).messages.values())

    @property
    def last_update(self) -> int:
        """The id of the newest update, for `redeliver`."""
        return max(self.rooms.updates.history)

    def redeliver(self, update_id: int) -> None:
        """Telegram sends the same update once more."""
        self.rooms.updates.redeliver(update_id)

    def fail_next(
        self,
        method: str,
        chat_id: int | None = None,
        kind: Kind = "flood",
        times: int = 1,
        retry_after: int = 3,
    ) -> None:
        """Spoil the next calls of a method, in one chat or any.

        flood: 429. refused: 400. down: the connection closes and nothing is done. lost_answer: it
        is done, and the connection closes without an answer.
        """
        self.faults.plan(method, chat_id, kind, times=times, retry_after=retry_after)

    async def wait_for(
        self, predicate: Callable[[Message], object], timeout: float = 5.0
    ) -> Message:
        """The first bot message that satisfies `predicate`; TimeoutError says what was said."""
        try:
            async with asyncio.timeout(timeout):
                while (found := self._said(predicate)) is None:
                    await self.rooms.bell.heard()
        except TimeoutError:
            said = [one.text for chat in self.rooms.chats.values() for one in self._by_bot(chat)]
            raise TimeoutError(f"the bot said only {said}") from None
        return found

    def _said(self, predicate: Callable[[Message], object]) -> Message | None:
        every = (one for chat in self.rooms.chats.values() for one in self._by_bot(chat))
        return next((one for one in every if predicate(one)), None)

    def _by_bot(self, chat: Chat) -> list[Message]:
        return [one for one in chat.messages.values() if one.from_bot and not one.service]

    def _chat(self, chat_id: int) -> Chat:
        return self.rooms.chats[chat_id]

    def _entered(self, user_id: int, chat_id: int | None) -> Chat:
        """The chat somebody writes in: they join a group by it, and unblock the bot in private."""
        chat = self._chat(chat_id or user_id)
        if chat.private:
            if chat.members.get(self.bot.id) == "kicked":
                self.rooms.place_bot(chat, user_id, "member")
            chat.members[self.bot.id] = "member"
        elif chat.members.setdefault(user_id, "member") not in PRESENT:
            raise ValueError("who left a group cannot write in it")
        return chat

    def _send(
        self,
        user_id: int,
        chat_id: int | None,
        file: StoredFile,
        caption: str | None,
        *,
        album: str | None = None,
        **where: int | None,
    ) -> int:
        chat = self._entered(user_id, chat_id)
        body = spoken(caption, self.rooms.users.values()) if caption else Formatted("")
        author = self.rooms.users[user_id]
        sent = self.rooms.post(chat, author, body, file=file, album=album, **where)
        self.rooms.deliver("message", chat, sent)
        return sent.id


def _data(message: Message, place_or_label: int | str) -> str:
    buttons = [button for row in message.keyboard for button in row]
    place = place_or_label
    if isinstance(place, str):
        if place not in message.labels:
            raise LookupError(f"no button says {place!r}; there are {message.labels}")
        place = message.labels.index(place)
    if place >= len(buttons) or "callback_data" not in buttons[place]:
        raise LookupError(f"no button to press at {place}; there are {message.labels}")
    return str(buttons[place]["callback_data"])
