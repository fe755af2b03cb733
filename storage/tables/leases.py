"""Who of several processes does what only one may do, until when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row


class LeaseRow(Row):
    """A right that ends by itself. The moment is the database's: processes' clocks differ."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    holder: Mapped[str] = mapped_column(String(24))
    until: Mapped[datetime]
