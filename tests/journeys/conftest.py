"""Who meets on a Matrix homeserver: the bot's account, and people; each test has its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.matrix_device import Device
from tests.journeys.matrix_people import Person, someone
from tests.servers.synapse import Synapse


@pytest.fixture(scope="module")
def homeserver(synapse: Synapse) -> Synapse:
    """The one of the whole run, unless a file has one of its own."""
    return synapse


@pytest.fixture
def device(homeserver: Synapse, tmp_path: Path) -> Device:
    """An account for the bot that never started."""
    return Device(homeserver, tmp_path)


@pytest.fixture
async def ada(homeserver: Synapse, tmp_path: Path) -> AsyncIterator[Person]:
    """Ada Exemple."""
    async with someone(homeserver, tmp_path, shown="Ada Exemple") as person:
        yield person


@pytest.fixture
async def basile(homeserver: Synapse, tmp_path: Path) -> AsyncIterator[Person]:
    """Basile Fictif."""
    async with someone(homeserver, tmp_path, "basile", shown="Basile Fictif") as person:
        yield person
