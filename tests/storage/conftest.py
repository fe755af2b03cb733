"""A database in which somebody already is."""

from __future__ import annotations

import pytest

from storage import Database
from tests.storage.standing import Standing, stand


@pytest.fixture
async def standing(database: Database) -> Standing:
    """A fabrique, two people and two groups, on each engine."""
    return await stand(database)
