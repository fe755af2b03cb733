"""Codes that make two accounts one person's, and how many were asked for and guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.linking import LIVE, VALID, Code, CodeState, Identity, Side
from storage.tables import LinkCodeRow, LinkTryRow


@dataclass(frozen=True)
class LinkCodes:
    """The codes of every fabrique: accounts come before any is known."""

    session: AsyncSession

    async def give(self, issuer: Side, digest: str, *, now: datetime) -> Code:
        """Keep a new code; whatever the account had before is worth nothing any more."""
        for earlier in await self.live(now=now):
            if earlier.issuer.identity == issuer.identity:
                await self._stand(earlier.id, CodeState.BURNT)
        row = LinkCodeRow(
            platform=issuer.identity.platform,
            account=issuer.identity.account,
            person_id=issuer.person,
            digest=digest,
            at=now,
            state=CodeState.FRESH.value,
        )
        self.session.add(row)
        await self.session.flush()
        return _code(row)

    async def live(self, *, now: datetime) -> Sequence[Code]:
        """Every code of which something may still come."""
        rows = await self.session.scalars(
            select(LinkCodeRow)
            .where(LinkCodeRow.state.in_(LIVE), LinkCodeRow.at > now - VALID)
            .order_by(LinkCodeRow.id)
        )
        return [_code(row) for row in rows]

    async def lock(self, number: int) -> Code | None:
        """A code about to change; whoever comes second waits, then sees the change."""
        row = await self.session.get(
            LinkCodeRow, number, with_for_update=True, populate_existing=True
        )
        return _code(row) if row else None

    async def change(self, code: Code) -> None:
        """Keep where a code stands, and who typed it."""
        row = await self.session.get_one(LinkCodeRow, code.id)
        row.state = code.state.value
        if code.typer is not None:
            row.typed_platform = code.typer.identity.platform
            row.typed_account = code.typer.identity.account
            row.typed_person_id = code.typer.person
        await self.session.flush()

    async def given_since(self, identity: Identity, since: datetime) -> int:
        """How many codes an account was given since a moment."""
        return await self._count(LinkCodeRow, identity, since)

    async def missed(self, identity: Identity, *, now: datetime) -> None:
        """Note that an account typed a code that is none."""
        row = LinkTryRow(platform=identity.platform, account=identity.account, at=now)
        self.session.add(row)
        await self.session.flush()

    async def missed_since(self, identity: Identity, since: datetime) -> int:
        """How many codes an account typed that were none since a moment."""
        return await self._count(LinkTryRow, identity, since)

    async def forget(self, *, before: datetime) -> None:
        """Let go of what is long over."""
        for table in (LinkCodeRow, LinkTryRow):
            await self.session.execute(delete(table).where(table.at < before))

    async def _stand(self, number: int, state: CodeState) -> None:
        (await self.session.get_one(LinkCodeRow, number)).state = state.value

    async def _count(
        self, table: type[LinkCodeRow | LinkTryRow], identity: Identity, since: datetime
    ) -> int:
        found = select(func.count()).where(
            table.platform == identity.platform,
            table.account == identity.account,
            table.at > since,
        )
        return await self.session.scalar(found) or 0


def _code(row: LinkCodeRow) -> Code:
    typer = None
    if row.typed_platform and row.typed_account and row.typed_person_id:
        typer = Side(Identity(row.typed_platform, row.typed_account), row.typed_person_id)
    issuer = Side(Identity(row.platform, row.account), row.person_id)
    return Code(row.id, issuer, row.digest, row.at, CodeState(row.state), typer)
