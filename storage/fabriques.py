"""Fabriques: the communities that one bot serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.deep_links import Claim, Opens
from domain.fabriques import Fabrique, LetterPolicy, Policy, TimePolicy
from storage.tables import (
    AccountRow,
    ChatRow,
    EntryRow,
    FabriqueRow,
    InvitationRow,
    OutboxRow,
    QuestionRow,
)

_LINKED: Mapping[Opens, type[QuestionRow | EntryRow]] = {
    Opens.QUESTION: QuestionRow,
    Opens.ENTRY: EntryRow,
}
"""Where the fabrique stands to which a link's thing belongs."""


@dataclass(frozen=True)
class Fabriques:
    """The communities that this bot serves."""

    session: AsyncSession

    async def ensure(self, fabrique: Fabrique) -> Fabrique:
        """The fabrique of that slug, made or brought up to date with the settings."""
        row = await self.session.scalar(
            select(FabriqueRow).where(FabriqueRow.slug == fabrique.slug)
        )
        if row is None:
            row = FabriqueRow(slug=fabrique.slug)
            self.session.add(row)
        row.name, row.timezone, row.language = (
            fabrique.name,
            fabrique.timezone,
            fabrique.language,
        )
        row.site, row.public_agenda = fabrique.site, fabrique.public_agenda
        row.policy = _policy_to_json(fabrique.policy)
        row.time_policy = asdict(fabrique.time)
        await self.session.flush()
        return _fabrique(row)

    async def all(self) -> Sequence[Fabrique]:
        """Every fabrique, the first one first: unknown chats belong to it."""
        rows = await self.session.scalars(select(FabriqueRow).order_by(FabriqueRow.id))
        return [_fabrique(row) for row in rows]

    async def of_chat(self, platform: str, address: str) -> Fabrique:
        """The fabrique a chat belongs to, the first one for a chat not met yet."""
        row = await self.session.scalar(
            select(FabriqueRow)
            .join(ChatRow, ChatRow.fabrique_id == FabriqueRow.id)
            .where(ChatRow.platform == platform, ChatRow.address == address)
        )
        return _fabrique(row) if row else (await self.all())[0]

    async def fabrique(self, number: int) -> Fabrique:
        """A fabrique by number."""
        return _fabrique(await self.session.get_one(FabriqueRow, number))

    async def of_account(self, platform: str, account: str) -> Sequence[Fabrique]:
        """The fabriques that met somebody by that account."""
        rows = await self.session.scalars(
            select(FabriqueRow)
            .join(AccountRow, AccountRow.fabrique_id == FabriqueRow.id)
            .where(AccountRow.platform == platform, AccountRow.account == account)
            .order_by(FabriqueRow.id)
        )
        return [_fabrique(row) for row in rows]

    async def that_invites(self, token: str) -> Fabrique | None:
        """The fabrique whose member made a link."""
        row = await self.session.scalar(
            select(FabriqueRow)
            .join(InvitationRow, InvitationRow.fabrique_id == FabriqueRow.id)
            .where(InvitationRow.token == token)
        )
        return _fabrique(row) if row else None

    async def that_linked(self, claim: Claim) -> Fabrique | None:
        """The fabrique that made a link; None when none of ours did."""
        number: int | None = claim.number
        if table := _LINKED.get(claim.opens):
            number = await self.session.scalar(
                select(table.fabrique_id).where(table.id == claim.number)
            )
        row = await self.session.get(FabriqueRow, number) if number else None
        made = row is not None and row.link_key is not None and claim.is_ours(row.link_key)
        return _fabrique(row) if row and made else None

    async def time_letter(self, number: int, policy: LetterPolicy) -> None:
        """Keep when a fabrique's letter leaves."""
        row = await self.session.get_one(FabriqueRow, number)
        row.letter_policy = {"day": policy.day, "at": policy.at.isoformat()}

    async def link_key(self, number: int) -> str | None:
        """What a fabrique proves its links with, once it made one."""
        return (await self.session.get_one(FabriqueRow, number)).link_key

    async def keep_link_key(self, number: int, key: str) -> str:
        """Keep the first key; of two kept at once, the second gives way to the first."""
        await self.session.execute(
            update(FabriqueRow)
            .where(FabriqueRow.id == number, FabriqueRow.link_key.is_(None))
            .values(link_key=key)
            .execution_options(synchronize_session=False)
        )
        row = await self.session.get_one(FabriqueRow, number, populate_existing=True)
        return row.link_key or key

    async def that_said(self, platform: str, address: str, message: str) -> Fabrique | None:
        """The fabrique in whose name a message was posted; in a team's chat, it is the team's."""
        row = await self.session.scalar(
            select(FabriqueRow)
            .join(OutboxRow, OutboxRow.fabrique_id == FabriqueRow.id)
            .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
            .where(
                ChatRow.platform == platform,
                ChatRow.address == address,
                ~ChatRow.team,
                OutboxRow.message == message,
            )
            .order_by(OutboxRow.id.desc())
            .limit(1)
        )
        return _fabrique(row) if row else None


def _fabrique(row: FabriqueRow) -> Fabrique:
    policy = _policy_from_json(row.policy or {})
    time_policy = TimePolicy(**(row.time_policy or {}))
    values = (row.id, row.slug, row.name, row.timezone, row.language)
    site, public = row.site, row.public_agenda
    letter = _letter_from_json(row.letter_policy or {})
    return Fabrique(*values, policy, time_policy, letter, site=site, public_agenda=public)


def _letter_from_json(kept: Mapping[str, Any]) -> LetterPolicy:
    if not kept:
        return LetterPolicy()
    return LetterPolicy(kept["day"], time.fromisoformat(kept["at"]))


def _policy_to_json(policy: Policy) -> dict[str, Any]:
    return asdict(policy) | {"at": policy.at.isoformat() if policy.at else None}


def _policy_from_json(kept: Mapping[str, Any]) -> Policy:
    at = kept.get("at")
    return Policy(**{**kept, "at": time.fromisoformat(at) if at else None})
