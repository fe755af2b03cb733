"""Chats: where a fabrique speaks, and what each group wants to receive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.editions import schedule_of, zone_of
from domain.fabriques import Chat
from domain.postings import Posting, wishes_of, with_wishes
from storage.engines import insert_or_ignore
from storage.tables import (
    CalendarAddressRow,
    ChatRow,
    IssueRow,
    OutboxRow,
    QuestionMessageRow,
    QuestionRow,
    QuestionThreadRow,
    SessionRow,
)


@dataclass(frozen=True)
class Address:
    """A chat as its platform names it."""

    platform: str
    address: str
    private: bool
    title: str


@dataclass(frozen=True)
class Chats:
    """The chats of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def open(self, address: Address, *, language: str, now: datetime) -> Chat:
        """The chat at an address, made when it is heard for the first time."""
        row = await self._row(address.platform, address.address)
        if row is None:
            row = await self._new(address, language, now)
        row.heard_at, row.present = now, True
        if row.private and not address.private:
            row.private, row.person_id = False, None  # a third person came into the room
            row.gets_agenda, row.gets_letter = True, True
        if address.title:
            row.title = address.title
        await self.session.flush()
        return _chat(row)

    async def known(self, platform: str, address: str) -> Chat | None:
        """The chat at an address, if it was ever heard."""
        row = await self._row(platform, address)
        return _chat(row) if row else None

    async def chat(self, number: int) -> Chat:
        """A chat by number."""
        return _chat(await self.session.get_one(ChatRow, number))

    async def team(self) -> Sequence[Chat]:
        """The chats in which the team moderates."""
        return await self._where(ChatRow.team, ChatRow.present)

    async def groups(self) -> Sequence[Chat]:
        """The groups the bot is in, the team's chats left out."""
        return await self._where(~ChatRow.team, ~ChatRow.private, ChatRow.present)

    async def readers(self) -> Sequence[Chat]:
        """Where the agenda or the letter is wanted: groups, channels and single people."""
        wanted = or_(ChatRow.gets_agenda, ChatRow.gets_letter)
        return await self._where(~ChatRow.team, ChatRow.present, wanted)

    async def scheduled(
        self, zone: ZoneInfo, *, now: datetime
    ) -> Sequence[tuple[Chat, datetime | None]]:
        """Who reads the agenda, each since when its day and hour are what they are, None where they
        never were otherwise.
        """
        resting = await self.session.scalars(
            select(ChatRow).where(
                ChatRow.fabrique_id == self.fabrique,
                or_(~ChatRow.gets_agenda, ~ChatRow.present),
                or_(ChatRow.schedule.is_(None), ChatRow.schedule != ""),
            )
        )
        for row in resting:
            row.schedule = ""
        rows = await self.session.scalars(
            select(ChatRow)
            .where(
                ChatRow.fabrique_id == self.fabrique,
                ~ChatRow.team,
                ChatRow.present,
                ChatRow.gets_agenda,
            )
            .order_by(ChatRow.id)
        )
        chats = ((_chat(row), row) for row in rows)
        return [(chat, _scheduled(row, chat.posting, zone, now)) for chat, row in chats]

    async def only_team(self, addresses: Sequence[Address]) -> None:
        """A chat that is the team's no longer shows nothing more of what waits."""
        kept = {(one.platform, one.address) for one in addresses}
        for chat in await self._where(ChatRow.team):
            if (chat.platform, chat.address) not in kept:
                (await self.session.get_one(ChatRow, chat.id)).team = False

    async def make_team(self, address: Address, *, language: str, now: datetime) -> Chat:
        """Let the team moderate in the chat at an address."""
        chat = await self.open(address, language=language, now=now)
        row = await self.session.get_one(ChatRow, chat.id)
        row.team, row.gets_agenda, row.gets_letter = True, False, False
        row.fabrique_id = self.fabrique
        return _chat(row)

    async def belongs_to(self, chat: int, person: int) -> None:
        """Remember whose private chat this is."""
        (await self.session.get_one(ChatRow, chat)).person_id = person

    async def take_over(self, chat: int, person: int) -> Chat:
        """Speak in a chat of another fabrique from now on, to that person where it is private."""
        row = await self.session.get_one(ChatRow, chat)
        row.fabrique_id = self.fabrique
        row.person_id = person if row.private else None
        await self.session.flush()
        return _chat(row)

    async def leave(self, chat: int) -> None:
        """The bot is no longer there; settings stay for a return."""
        (await self.session.get_one(ChatRow, chat)).present = False

    async def move(self, chat: int, address: str) -> None:
        """A group goes on under a new address; of two rows about it, the younger gives way.

        The younger is what was heard at the new address before this, or at the old one after.
        """
        row = await self.session.get_one(ChatRow, chat)
        twin = await self._row(row.platform, address)
        if twin is not None and twin.id < row.id:
            await self._give_way(row, twin)
        elif twin is not None and twin.id > row.id:
            await self._give_way(twin, row)
        if twin is None or twin.id >= row.id:
            row.address, row.present = address, True
        await self.session.execute(  # what hung under a message there cannot hang here
            update(QuestionThreadRow)
            .where(QuestionThreadRow.chat_id == chat)
            .values(thread=None, card=None)
        )

    async def _give_way(self, younger: ChatRow, elder: ChatRow) -> None:
        younger.address, younger.present = f"{younger.address}#merged-{younger.id}", False
        await self._take_over(elder.id, younger.id)
        await self.session.flush()

    async def set_posting(self, chat: int, posting: Posting) -> None:
        """Change what a group receives, and when."""
        row = await self.session.get_one(ChatRow, chat)
        row.gets_agenda, row.gets_letter = posting.agenda, posting.letter
        row.weekday, row.post_at = posting.weekday, posting.at
        row.wishes = wishes_of(posting)

    async def speak(self, chat: int, language: str) -> None:
        """Remember the language of a group."""
        (await self.session.get_one(ChatRow, chat)).language = language

    async def _row(self, platform: str, address: str) -> ChatRow | None:
        return await self.session.scalar(_at(platform, address))

    async def _where(self, *conditions: object) -> Sequence[Chat]:
        rows = await self.session.scalars(
            select(ChatRow)
            .where(ChatRow.fabrique_id == self.fabrique, *conditions)  # type: ignore[arg-type]
            .order_by(ChatRow.id)
        )
        return [_chat(row) for row in rows]

    async def _take_over(self, chat: int, twin: int) -> None:
        """What was posted to the twin was posted to the group, an issue that both had once."""
        had = select(IssueRow.kind, IssueRow.issue).where(IssueRow.chat_id == chat)
        await self.session.execute(
            update(IssueRow)
            .where(IssueRow.chat_id == twin, tuple_(IssueRow.kind, IssueRow.issue).not_in(had))
            .values(chat_id=chat)
        )
        for table in (
            OutboxRow,
            QuestionRow,
            QuestionMessageRow,
            SessionRow,
            CalendarAddressRow,
        ):
            await self.session.execute(
                update(table).where(table.chat_id == twin).values(chat_id=chat)
            )

    async def _new(self, address: Address, language: str, now: datetime) -> ChatRow:
        """A row for a new address; of two made at once, the second finds the first."""
        await insert_or_ignore(
            self.session,
            ChatRow,
            {
                "fabrique_id": self.fabrique,
                "platform": address.platform,
                "address": address.address,
                "private": address.private,
                "gets_agenda": not address.private,
                "gets_letter": not address.private,
                "wishes": {},
                "title": address.title,
                "language": language,
                "since": now,
                "heard_at": now,
            },
        )
        return (await self.session.scalars(_at(address.platform, address.address))).one()


def _at(platform: str, address: str) -> Select[ChatRow]:
    return select(ChatRow).where(ChatRow.platform == platform, ChatRow.address == address)


def _chat(row: ChatRow) -> Chat:
    return Chat(
        id=row.id,
        platform=row.platform,
        address=row.address,
        private=row.private,
        title=row.title,
        language=row.language,
        team=bool(row.team),
        present=row.present is not False,
        since=row.since,
        posting=_posting(row),
        person=row.person_id,
        fabrique=row.fabrique_id,
    )


def _scheduled(row: ChatRow, posting: Posting, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Note a change of day, hour or zone at the first look after it; that a person reads at all is
    one, while a group reads from its beginning.
    """
    schedule = schedule_of(posting, zone_of(posting, zone))
    known = row.private or row.schedule is not None
    if known and row.schedule != schedule:
        row.scheduled_at = now
    if row.schedule != schedule:
        row.schedule = schedule
    return row.scheduled_at


def _posting(row: ChatRow) -> Posting:
    usual = Posting(
        agenda=row.gets_agenda,
        letter=row.gets_letter,
        weekday=row.weekday,
        at=row.post_at,
    )
    return with_wishes(usual, row.wishes)
