"""`check` against a real homeserver: the password is tried, and no device is left behind."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from bot.checkup import problems_of
from bot.settings import Settings
from storage import Database
from storage.migrate import migrate
from tests.servers.synapse import Synapse

pytestmark = pytest.mark.servers


async def _settings(synapse: Synapse, folder: Path, user: str, password: str) -> Settings:
    """A configuration with nothing wrong but perhaps its password."""
    database = Database(f"sqlite:///{folder}/fabrique.db")
    await migrate(database)
    await database.close()
    matrix = {"homeserver": synapse.url, "user": user, "pickle_key": "une phrase d’essai"}
    return Settings(
        database=f"sqlite:///{folder}/fabrique.db",
        data=folder,
        matrix={**matrix, "password": SecretStr(password)},
        team={"matrix": "!salon:fabrique.test"},
    )


async def _devices(synapse: Synapse, user: str, password: str) -> list[str]:
    async with httpx.AsyncClient(base_url=f"{synapse.url}/_matrix/client/v3") as client:
        identifier = {"type": "m.id.user", "user": user}
        words = {"type": "m.login.password", "identifier": identifier, "password": password}
        login = (await client.post("/login", json=words)).json()
        bearer = {"Authorization": f"Bearer {login['access_token']}"}
        devices = (await client.get("/devices", headers=bearer)).json()["devices"]
        return [one["display_name"] or "" for one in devices]


async def test_a_password_is_tried_and_leaves_no_device(synapse: Synapse, tmp_path: Path) -> None:
    """All is well, and the account has no device named after the check."""
    user = synapse.register("robot_verifie", "motdepasse-essai")

    settings = await _settings(synapse, tmp_path, user, "motdepasse-essai")

    assert await problems_of(settings) == []
    assert "check" not in await _devices(synapse, user, "motdepasse-essai")


async def test_a_wrong_password_is_named(synapse: Synapse, tmp_path: Path) -> None:
    """With the setting to mend."""
    user = synapse.register("robot_errone", "motdepasse-essai")

    settings = await _settings(synapse, tmp_path, user, "un-autre")

    assert await problems_of(settings) == [
        f"matrix.password: refused for {user}; is it this account's password?"
    ]
