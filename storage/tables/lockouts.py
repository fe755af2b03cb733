"""Platforms that refuse the bot's account."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row


class LockoutRow(Row):
    """A platform that refuses the account, since when it was told; gone once it takes it again."""

    __tablename__ = "lockouts"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    at: Mapped[datetime]
