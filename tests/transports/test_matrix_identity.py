"""The identity at rest, and what others may conclude from what a homeserver shows."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st
from nio import AsyncClient

from bot.settings import ROOT
from bot.transports.matrix import store as stores
from bot.transports.matrix.identity import Identity, Published, public_key, signed, vouches
from bot.transports.matrix.store import Secret, Store
from bot.transports.matrix.trust import Doubt, doubt_about, publish
from chat.transport import TransportError

BOT, DEVICE = "@fabrique:exemple.org", "APPAREIL"
SEEDS = [bytes([number]) * 32 for number in range(1, 5)]
OURS = Identity(BOT, *SEEDS[:3])
THEIRS = Identity(BOT, *SEEDS[1:])

Json = dict[str, Any]


@cache
def secret(phrase: str = "une phrase d’essai", user: str = BOT) -> Secret:
    """Drawn once for each phrase: it is slow on purpose."""
    return Secret.of(phrase, user)


def shown(identity: Identity, *, by: Identity | None = None) -> Json:
    """What a homeserver answers of an account whose device is signed by an identity."""
    device = {"device_id": DEVICE, "user_id": BOT, "keys": {f"ed25519:{DEVICE}": "clé"}}
    keys = identity.keys
    return {
        "master_keys": {BOT: keys["master_key"]},
        "self_signing_keys": {BOT: keys["self_signing_key"]},
        "device_keys": {BOT: {DEVICE: signed(device, BOT, (by or identity).self_signing)}},
    }


def test_what_is_sealed_opens_again() -> None:
    """With nothing of the seeds to be read in it."""
    sealed = OURS.sealed(secret())
    assert Identity.opened(sealed, BOT, secret()) == OURS
    assert OURS.sealed(secret()) != sealed
    assert SEEDS[0].hex() not in json.dumps(sealed)


@given(st.data())
def test_nothing_that_was_changed_opens(data: st.DataObject) -> None:
    """Not a character of it, nor whose it is said to be."""
    sealed = OURS.sealed(secret())
    name = data.draw(st.sampled_from(sorted(sealed)))
    at = data.draw(st.integers(0, len(sealed[name]) - 1))
    other = data.draw(st.sampled_from("ABCabc012+/@").filter(lambda one: one != sealed[name][at]))
    changed = sealed | {name: sealed[name][:at] + other + sealed[name][at + 1 :]}
    try:
        found = Identity.opened(changed, BOT, secret())
    except ValueError:
        return
    assert found == OURS  # only the padding of the encoding may differ
    assert name != "user"


@pytest.mark.parametrize("content", [[], {}, "x", 1, None, {"user": BOT}, {"nonce": 3}])
def test_what_is_no_identity_is_refused(content: object) -> None:
    """By an error that the start knows."""
    with pytest.raises(ValueError, match="holds no identity"):
        Identity.opened(content, BOT, secret())


def test_a_phrase_opens_what_it_sealed_only() -> None:
    """Nor does the same phrase of another account's bot."""
    sealed = OURS.sealed(secret())
    with pytest.raises(ValueError, match="MAC"):
        Identity.opened(sealed, BOT, secret("une autre phrase"))
    with pytest.raises(ValueError, match="it is the identity of @fabrique"):
        Identity.opened(sealed, "@autre:exemple.org", secret(user="@autre:exemple.org"))
    parts = [secret(), secret("une autre phrase"), secret(user="@autre:exemple.org")]
    assert len({one.identity for one in parts} | {one.library for one in parts}) == 6


def test_a_signature_is_of_one_key_over_one_object() -> None:
    """What is added later, as the homeserver adds a name, is not signed."""
    key = signed({"a": 1, "b": ["é"]}, BOT, SEEDS[0])
    public, other = public_key(SEEDS[0]), public_key(SEEDS[1])
    assert vouches(public, {**key, "unsigned": {"device_display_name": "x"}}, BOT)
    assert not vouches(public, {**key, "a": 2}, BOT)
    assert not vouches(other, key, BOT)
    assert not vouches(public, key, "@ada:exemple.org")
    assert not vouches("!", key, BOT)


def test_a_whole_chain_is_no_doubt() -> None:
    """From the master key, through the one that signs devices, to the device."""
    assert doubt_about(Published.of(shown(OURS), BOT), OURS, DEVICE) is None


def forget_device(said: Json) -> None:
    """As after a logout."""
    del said["device_keys"]


def another_signer(said: Json) -> None:
    """The key that signs devices is not the master's."""
    said["self_signing_keys"] = shown(THEIRS)["self_signing_keys"]


def unsign(said: Json) -> None:
    """As a library without cross-signing leaves it."""
    del said["device_keys"][BOT][DEVICE]["signatures"]


def touch(said: Json) -> None:
    """Other keys under the same signature."""
    said["device_keys"][BOT][DEVICE]["keys"] = {f"ed25519:{DEVICE}": "autre"}


def loosen(said: Json) -> None:
    """Nobody vouches for the key that signs devices."""
    del said["self_signing_keys"][BOT]["signatures"]


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        (dict.clear, Doubt.UNSHOWN),
        (another_signer, Doubt.UNSHOWN),
        (forget_device, Doubt.UNSIGNED),
        (unsign, Doubt.UNSIGNED),
        (touch, Doubt.UNSIGNED),
        (loosen, Doubt.UNSIGNED),
    ],
)
def test_each_broken_link_is_a_doubt(change: Callable[[Json], None], doubt: Doubt) -> None:
    """Others verify link by link, and so does the bot."""
    said = shown(OURS)
    change(said)
    assert doubt_about(Published.of(said, BOT), OURS, DEVICE) is doubt


def test_an_identity_of_somebody_elses_making_is_told_apart() -> None:
    """Lost with the store, or replaced on the homeserver: the operator does different things."""
    said = Published.of(shown(THEIRS), BOT)
    assert doubt_about(said, None, DEVICE) is Doubt.LOST
    assert doubt_about(said, OURS, DEVICE) is Doubt.OTHER


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from([BOT, DEVICE, "keys"]), inner)
        ),
    )
)
def test_whatever_a_homeserver_answers_is_read(answer: Any) -> None:
    """Of no form at all it shows nothing, and signs nothing."""
    roles = ("master_keys", "self_signing_keys", "device_keys")
    for said in ({role: {BOT: answer} for role in roles}, dict.fromkeys(roles, answer)):
        found = Published.of(said, BOT)
        assert doubt_about(found, OURS, DEVICE) in (Doubt.UNSHOWN, Doubt.OTHER)
        assert not found.signs(DEVICE)


@asynccontextmanager
async def refusing(flows: list[list[str]], params: Json) -> AsyncIterator[tuple[AsyncClient, Json]]:
    """A homeserver that wants more before it shows an identity, and what it was sent in the end."""
    sent: Json = {}

    async def answer(request: web.Request) -> web.Response:
        sent.update(await request.json())
        wanted = {"session": "s", "flows": [{"stages": one} for one in flows], "params": params}
        enough = "auth" in sent
        return web.json_response({} if enough else wanted, status=200 if enough else 401)

    app = web.Application()
    app.router.add_post("/_matrix/client/v3/keys/device_signing/upload", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    client = AsyncClient(f"http://127.0.0.1:{runner.addresses[0][1]}", BOT)
    client.user_id, client.access_token = BOT, "jeton"
    yield client, sent
    await client.close()
    await runner.cleanup()


async def test_a_password_is_given_where_it_is_asked_for() -> None:
    """Among other ways that the homeserver offers."""
    async with refusing([["m.oauth"], ["m.login.password"]], {}) as (client, sent):
        await publish(client, OURS, "motdepasse")
    assert sent["auth"]["password"] == "motdepasse"
    assert sent["master_key"] == OURS.keys["master_key"]


async def test_an_approval_on_a_page_is_the_operators_to_give() -> None:
    """Homeservers that keep accounts apart take no password for this."""
    params = {"m.oauth": {"url": "https://compte.exemple.org/approuver"}}
    async with refusing([["m.oauth"]], params) as (client, sent):
        with pytest.raises(TransportError, match=r"on https://compte\.exemple\.org/") as wanted:
            await publish(client, OURS, "motdepasse")
    assert wanted.value.permanent
    assert "auth" not in sent


@pytest.mark.parametrize("doubt", [Doubt.LOST, Doubt.OTHER, Doubt.CHANGED])
def test_the_page_for_operators_knows_each_doubt_that_is_theirs_to_end(doubt: Doubt) -> None:
    """By the words that the log and `check` use."""
    page = (ROOT / "docs/matrix.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| `([^`]+)` \|", page, re.M)
    assert any(words in doubt.value for words in shown)


async def test_a_store_that_was_copied_here_is_made_private(tmp_path: Path) -> None:
    """A copy has the rights that a shell gives."""
    folder = tmp_path / "matrix"
    folder.mkdir(mode=0o755)
    (folder / "keys.db").touch(0o644)
    store = Store(folder, "une phrase", BOT)
    await store.open()
    store.close()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in folder.iterdir()} == {0o600}


async def test_two_bots_do_not_share_a_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is stopping is waited for; one that stays is named."""
    first, second = (Store(tmp_path, "une phrase", BOT) for _ in range(2))
    await first.open()
    waiting = asyncio.create_task(second.open())
    await asyncio.sleep(0.15)
    assert not waiting.done()
    first.close()
    await waiting
    monkeypatch.setattr(stores, "_PATIENCE", 2)
    with pytest.raises(TransportError, match="another bot runs on") as refused:
        await first.open()
    assert refused.value.permanent
    second.close()


async def test_a_store_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "matrix").touch()
    with pytest.raises(TransportError, match="cannot be used") as refused:
        await Store(tmp_path / "matrix", "une phrase", BOT).open()
    assert refused.value.permanent
