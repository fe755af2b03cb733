"""Both platforms in full depth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A key for the links of each fabrique."""
    op.add_column("fabriques", sa.Column("link_key", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Without a key, the links lead nowhere."""
    op.drop_column("fabriques", "link_key")
