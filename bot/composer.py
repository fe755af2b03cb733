"""From a reply to rows of the outbox: words in the reader's language, cut to what a platform
takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.papers.wording import worded
from bot.transports.markup import BOT_API_UNITS, measure_bot_api, split, split_evenly
from chat.command import Commands
from chat.desk import Notice, Source
from chat.kept import given_to_json
from chat.papers import Chart, Paper
from chat.thoughts import Thoughts
from chat.transport import File, Limits
from chat.words import Choice, Reply, Words
from domain.fabriques import Chat
from domain.values import Lines
from locales import Languages
from storage import Store
from storage.outbox import AGENDA, WITHDRAWN, Outgoing

ELSEWHERE = Limits(text=BOT_API_UNITS, measure=measure_bot_api, choices=90, caption=1024)
"""For a platform that is switched off today: pages that the strictest one takes."""

NO_MORE = "…"
"""What a part says whose words were edited away."""


@dataclass(frozen=True)
class Letterhead:
    """What a reply is written with: for which chat, in which language, under which
    circumstances. `question`: beside whose card it is posted, in a chat of the team. `until`: after
    which it is worth nothing. `thoughts`: where its pages are kept for others who read the same.
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
    question: int | None = None
    silent: bool = False
    unpinned: bool = False
    until: datetime | None = None
    thoughts: Thoughts | None = None


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

    def markup(self, reply: Reply, language: str, zone: ZoneInfo, *, platform: str) -> str:
        """The paragraphs of a reply, with commands as a platform writes them."""
        return self._written(reply.paragraphs, language, zone, platform=platform)

    def _written(
        self, said: Sequence[Words], language: str, zone: ZoneInfo, *, platform: str
    ) -> str:
        write = self._languages[language].markup
        whole = "\n\n".join(write(words.id, words.values, zone=zone) for words in said)
        sign = self._limits.get(platform, ELSEWHERE).sign
        return whole if sign == "/" else self._commands.sub(rf"{sign}\1", whole)

    async def write(self, store: Store, reply: Reply, head: Letterhead) -> list[int]:
        """Add a reply to the outbox: its parts in order, the choices under the last of its words,
        then its file, unless the words stand under it. Gives the numbers of the rows.
        """
        limits = self._limits.get(head.chat.platform, ELSEWHERE)
        choices = self.choices(reply, head.language, head.zone)
        if len(choices) > limits.choices:
            raise ValueError(f"{len(choices)} choices are more than {head.chat.platform} draws")
        rows = [
            self._row(reply, head, piece, choices=[], part=number)
            for number, piece in enumerate(self._pieces(reply, head, limits), start=1)
        ]
        worded = len(rows)
        if reply.file is not None:
            rows = self._with_file(rows, reply, reply.file, head, limits)
        if choices and rows:
            under = (worded or len(rows)) - 1
            rows[under] = replace(rows[under], choices=choices, prompt=head.prompt)
        return await self._add(store, rows, head)

    def _with_file(
        self,
        rows: list[Outgoing],
        reply: Reply,
        file: File | Paper,
        head: Letterhead,
        limits: Limits,
    ) -> list[Outgoing]:
        """The rows of a reply with its file: over its words where that is wanted and they fit, else
        after them. What a chart shows is said under it, whatever stands there besides.
        """
        said = Reply(words=(file.alt,) if isinstance(file, Chart) else ())
        shown = self._pieces(said, head, replace(limits, text=limits.caption))
        if reply.captioned and len(rows) == 1:
            under = replace(rows[0], markup="\n\n".join([rows[0].markup, *shown]))
            if limits.measure(under.markup) <= limits.caption:
                return [replace(under, file=self._kept(file, head))]
        for markup in shown or [""]:
            rows.append(self._row(reply, head, markup, choices=[], part=len(rows) + 1))
        return [*rows[:-1], replace(rows[-1], file=self._kept(file, head))]

    def _kept(self, paper: File | Paper, head: Letterhead) -> tuple[str, str, bytes]:
        """A file as a row keeps it."""
        file = self._file(paper, head)
        return file.name, file.media_type, file.content

    def _file(self, file: File | Paper, head: Letterhead) -> File:
        """A file as it is; a paper in its reader's words, to be drawn when it leaves."""
        if isinstance(file, File):
            return file
        return worded(file, self._languages[head.language], head.zone, head.now)

    async def _add(self, store: Store, rows: Sequence[Outgoing], head: Letterhead) -> list[int]:
        numbers = await store.outbox.add_all(rows)
        if head.question is not None and numbers:
            await store.threads.begin(head.question, head.chat.id, numbers[0])
        return numbers

    async def tell(
        self,
        store: Store,
        notices: Sequence[Notice],
        zone: ZoneInfo,
        now: datetime,
        thoughts: Thoughts | None = None,
    ) -> None:
        """Write notices, each in its reader's language and in the name of the fabrique that knows
        them or whose team they are; somebody never met in private gets none. What many get is drawn
        once for them all.
        """
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
                person=notice.person if notice.prompt else None,
                prompt=notice.prompt,
                question=_beside(notice, chat),
                silent=notice.silent,
                unpinned=notice.unpinned,
                until=notice.until,
                thoughts=thoughts if notice.shared else None,
            )
            there = store.of(chat.fabrique) if chat.team else store
            if notice.person is not None:
                there = store.of(await store.people.fabrique_of(notice.person))
            write = self._rewrite(there, notice, head) if notice.edits else None
            rows = await (write or self.write(there, notice.reply, head))
            if notice.tells:
                await there.event_posts.tells(notice.tells, rows[0])
            if notice.source is not None:
                await _remember(store, notice.source, rows, now)

    async def _rewrite(self, store: Store, notice: Notice, head: Letterhead) -> list[int]:
        """Let earlier rows say something else; words that they cannot hold follow anew.

        Gives the numbers of the rows that are new messages. Under a file stand its own words.
        """
        old = await store.outbox.rows(notice.edits)
        waiting = await store.outbox.will_say(notice.edits)
        texts = [] if notice.withdraws else [row for row in old if not row.has_file]
        limits = self._limits.get(head.chat.platform, ELSEWHERE)
        if not texts and any(row.has_file for row in old):
            limits = replace(limits, text=limits.caption)
        pieces = self._pieces(notice.reply, head, limits)
        choices = self.choices(notice.reply, head.language, head.zone)
        last = len(pieces) - 1
        added = []
        same = list((texts or old)[-1].choices) == choices  # what is pressed meanwhile holds
        for row in () if same else old:
            await store.said.close_choices(row.id)
        for place in range(max(len(pieces), len(texts or old))):
            piece = pieces[place] if place <= last else NO_MORE
            row = self._row(notice.reply, head, piece, choices=[], part=place + 1)
            row = replace(row, choices=choices if place == last else [])
            if place >= len(texts or old):
                if notice.cut:
                    break
                added.append((await store.outbox.add(row)).id)
                continue
            edited = (texts or old)[place]
            if notice.kind == AGENDA and await self._says_already(
                store, edited, row, waiting.get(edited.id)
            ):
                continue
            edit = _in_place_of(edited, row, notice)
            if not (same and await store.outbox.freshen(edit.edits or 0, row.markup, row.choices)):
                await store.outbox.add(edit)
        return added

    async def _says_already(
        self, store: Store, old: Outgoing, row: Outgoing, edited: str | None
    ) -> bool:
        """Whether a message says this, or will when it leaves, without being edited."""
        same = list(old.choices) == list(row.choices)
        if same and (old.markup if edited is None else edited) == row.markup:
            return True
        return old.message is None and await store.outbox.restate(old.id, row.markup, row.choices)

    def _pieces(self, reply: Reply, head: Letterhead, limits: Limits) -> list[str]:
        if not reply.words:
            return []
        draw = partial(self._drawn, reply, head.language, head.zone, head.chat.platform, limits)
        if head.thoughts is None:
            return draw()
        name = ("pages", id(reply), head.language, head.zone.key, head.chat.platform, limits.text)
        return head.thoughts.of(name, reply, draw, lines=_lines_of(reply))

    def _drawn(
        self, reply: Reply, language: str, zone: ZoneInfo, platform: str, limits: Limits
    ) -> list[str]:
        whole = self.markup(reply, language, zone, platform=platform)
        if reply.goes_on is None:
            return split(whole, most=limits.text, measure=limits.measure)
        above = self._written([reply.goes_on], language, zone, platform=platform)
        most = min(limits.text, limits.part or limits.text)
        return split_evenly(whole, most=most, measure=limits.measure, above=above)

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
            question=head.question,
            silent=head.silent or (head.issue is not None and part > 1),
            unpinned=head.unpinned,
            until=head.until,
            prompt=head.prompt if choices else None,
            person=head.person,
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


def _lines_of(reply: Reply) -> int:
    values = (value for words in reply.words for value in words.values.values())
    return sum(len(value.items) for value in values if isinstance(value, Lines))


def _in_place_of(old: Outgoing, row: Outgoing, notice: Notice) -> Outgoing:
    kind = WITHDRAWN if notice.withdraws else old.kind
    return replace(row, edits=old.id, kind=kind, about=None, question=None, reply_to=None)


def _beside(notice: Notice, chat: Chat) -> int | None:
    """The question beside whose card a notice stands: the one it is about, before the team."""
    kind, _, number = (notice.reply.about or "").partition(":")
    beside = chat.team and kind == "question" and notice.thread is None and not notice.apart
    return int(number) if beside else None


async def _remember(store: Store, source: Source, rows: Sequence[int], now: datetime) -> None:
    await store.copies.keep(
        source.question,
        source.chat,
        source.message,
        rows,
        text=source.text,
        from_team=source.from_team,
        now=now,
    )
