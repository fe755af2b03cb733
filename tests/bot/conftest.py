"""An office for each test, and logs that are read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from pathlib import Path

import pytest

from bot.logs import configure
from tests.bot.office import Furnished, Office, furnish, office_in


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """What every office begins with."""
    return asyncio.run(furnish(tmp_path_factory.mktemp("office")))


@pytest.fixture
async def office(tmp_path: Path, furnished: Furnished) -> AsyncIterator[Office]:
    """A bot whose platforms fail on order."""
    async with office_in(tmp_path, furnished) as office:
        yield office


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is logged, down to the last detail; then logs are quiet again."""
    stream = StringIO()
    configure("debug", "json", stream)
    yield stream
    configure("warning", "text")
