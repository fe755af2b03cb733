"""From a reply to rows of the outbox: words in the reader's language, cut to what a platform
takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.transports.markup import BOT_API_UNITS, measure_bot_api, split
from chat.command import Commands
from chat.desk import Notice
from chat.kept import given_to_json
from chat.transport import File, Limits
from chat.words import Choice, Reply, Words
from domain.fabriques import Chat
from locales import Languages
from storage import Store
from storage.outbox import Outgoing

ELSEWHERE = Limits(text=BOT_API_UNITS, measure=measure_bot_api, choices=90)
"""For a platform that is switched off today: pages that the strictest one takes."""


@dataclass(frozen=True)
class Letterhead:
    """What a reply is written with: for which chat, in which language, under which
    circumstances.
    """

    chat: Chat
    language: str
    zone: ZoneInfo
    now: datetime
    kind: str = "answer"
    reply_to: str | None = None
    thread: str | None = None
    person: int | None = None
    prompt: str | None = None
    issue: str | None = None


class Composer:
    """Writes replies into the outbox."""

    def __init__(
        self,
        languages: Languages,
        limits: Mapping[str, Limits],
        commands: Commands,
        token: Callable[[], str],
    ) -> None:
        self._languages = languages
        self._limits = limits
        self._commands = _mentions(commands)
        self._token = token

    def plain(self, words: Words, language: str, zone: ZoneInfo) -> str:
        """Words without markup, for a toast or a label."""
        return self._languages[language].plain(words.id, words.values, zone=zone)

    def choices(self, reply: Reply, language: str, zone: ZoneInfo) -> list[dict[str, Any]]:
        """What a reply offers, as a row keeps it."""
        return [self._choice(choice, language, zone) for choice in reply.choices]

    def markup(self, reply: Reply, language: str, zone: ZoneInfo) -> str:
        """The paragraphs of a reply."""
        write = self._languages[language].markup
        return "\n\n".join(write(words.id, words.values, zone=zone) for words in reply.words)

    async def write(self, store: Store, reply: Reply, head: Letterhead) -> None:
        """Add a reply to the outbox: its parts in order, the choices under the last, then
        its file.
        """
        limits = self._limits.get(head.chat.platform, ELSEWHERE)
        choices = self.choices(reply, head.language, head.zone)
        if len(choices) > limits.choices:
            raise ValueError(f"{len(choices)} choices are more than {head.chat.platform} draws")
        pieces = self._pieces(reply, head, limits)
        for number, piece in enumerate(pieces, start=1):
            last = number == len(pieces)
            row = self._row(reply, head, piece, choices=choices if last else [], part=number)
            await store.outbox.add(row)
        if reply.file is not None:
            await store.outbox.add(self._file(reply, reply.file, head, part=len(pieces) + 1))

    async def tell(
        self, store: Store, notices: Sequence[Notice], zone: ZoneInfo, now: datetime
    ) -> None:
        """Write notices, each in its reader's language; somebody never met in private gets none."""
        for notice in notices:
            number = notice.chat
            if notice.person is not None:
                number = await store.people.private_chat(notice.person)
            if number is None:
                continue
            chat = await store.chats.chat(number)
            language = chat.language
            if chat.person is not None:
                language = await store.people.language(chat.person)
            head = Letterhead(
                chat=chat,
                language=language,
                zone=zone,
                now=now,
                kind=notice.kind,
                issue=notice.issue,
                reply_to=notice.reply_to,
                thread=notice.thread,
            )
            if notice.redraws is None:
                await self.write(store, notice.reply, head)
            else:
                row = await store.outbox.row(notice.redraws)
                await self.redraw(store, row, notice.reply, head)

    async def redraw(self, store: Store, row: Outgoing, reply: Reply, head: Letterhead) -> None:
        """Let a message say this instead, in one piece; what it offered before is over at once."""
        pieces = self._pieces(reply, head, self._limits.get(head.chat.platform, ELSEWHERE))
        choices = self.choices(reply, head.language, head.zone)
        await self.rewrite(store, row, pieces[0], choices, now=head.now)

    async def rewrite(
        self, store: Store, row: Outgoing, markup: str, choices: list[Any], *, now: datetime
    ) -> None:
        """Add the edit of a message to the outbox."""
        await store.outbox.close_choices(row.id)
        edit = replace(
            row,
            id=0,
            key=self._token(),
            markup=markup,
            choices=choices,
            due_at=now,
            edits=row.id,
            about=None,
            file=None,
            issue=None,
            done_at=None,
        )
        await store.outbox.add(replace(edit, state="waiting", tries=0))

    def _pieces(self, reply: Reply, head: Letterhead, limits: Limits) -> list[str]:
        if not reply.words:
            return []
        whole = self.markup(reply, head.language, head.zone)
        if limits.sign != "/":
            whole = self._commands.sub(rf"{limits.sign}\1", whole)
        return split(whole, most=limits.text, measure=limits.measure)

    def _row(
        self, reply: Reply, head: Letterhead, markup: str, *, choices: list[Any], part: int
    ) -> Outgoing:
        return Outgoing(
            chat=head.chat.id,
            kind=head.kind,
            key=self._token(),
            markup=markup,
            due_at=head.now,
            issue=head.issue,
            part=part,
            choices=choices,
            thread=head.thread,
            reply_to=head.reply_to if part == 1 else None,
            about=reply.about,
            prompt=head.prompt if choices else None,
            person=head.person,
        )

    def _file(self, reply: Reply, file: File, head: Letterhead, *, part: int) -> Outgoing:
        return Outgoing(
            chat=head.chat.id,
            kind=head.kind,
            key=self._token(),
            markup="",
            due_at=head.now,
            issue=head.issue,
            part=part,
            thread=head.thread,
            about=reply.about,
            file=(file.name, file.media_type, file.content),
        )

    def _choice(self, choice: Choice, language: str, zone: ZoneInfo) -> dict[str, Any]:
        return {
            "label": self.plain(choice.label, language, zone),
            "command": choice.command,
            "given": given_to_json(choice.given),
        }


def _mentions(commands: Commands) -> re.Pattern[str]:
    """Where a sentence mentions a command, such as /heures; never inside an address or a tag."""
    names = sorted((name for one in commands for name in one.names), key=len, reverse=True)
    return re.compile(rf"(?<![\w/<:.])/({'|'.join(names)})\b")
