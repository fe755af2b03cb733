"""Whatever anybody may send under the name of encryption, a synchronisation is read to its end.

The library raises in the middle of it, or refuses the whole, and would do so again at each repeat.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from nio import AsyncClient, AsyncClientConfig, SyncResponse

from bot.transports.matrix.crypto import harden

BOT, ADA, ROOM = "@fabrique:exemple.org", "@ada:exemple.org", "!salon:exemple.org"
MEGOLM, OLM = "m.megolm.v1.aes-sha2", "m.olm.v1.curve25519-aes-sha2"

TO_DEVICE = """m.room.encrypted m.room_key m.room_key_request m.forwarded_room_key m.dummy
    m.room_key.withheld m.secret.request m.secret.send m.key.verification.request
    m.key.verification.start m.key.verification.accept m.key.verification.key
    m.key.verification.mac m.key.verification.cancel m.key.verification.done""".split()
FIELDS = """algorithm ciphertext sender_key session_id device_id room_id body type action request_id
    requesting_device_id transaction_id from_device method methods code reason key mac keys
    commitment hashes message_authentication_codes short_authentication_string timestamp
    session_key forwarding_curve25519_key_chain sender_claimed_ed25519_key m.relates_to""".split()
INSIDE = """m.room.message m.sticker m.reaction m.room.member m.room.power_levels m.room.create
    m.room.redaction m.room.tombstone m.room.encrypted m.call.invite autre""".split()
WORDS = [MEGOLM, OLM, "request", "request_cancellation", "m.sas.v1", "A" * 43, "", "\0", "é", BOT]

Json = dict[str, Any]
_rounds = itertools.count()  # the library takes nothing in that has the name of the last one

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(WORDS) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=8,
)
ciphers = st.sampled_from(["!", "AAAA", "A" * 43, "AwoB"]) | st.text(max_size=5) | values
contents = st.dictionaries(st.sampled_from(FIELDS), values, max_size=10)
sealed = st.fixed_dictionaries(
    {"algorithm": st.sampled_from([MEGOLM, OLM, "autre"])},
    optional={
        "ciphertext": values,
        "sender_key": values,
        "session_id": values,
        "device_id": values,
    },
)

events = st.fixed_dictionaries(
    {"type": st.sampled_from(INSIDE), "content": contents | values},
    optional={"unsigned": values, "state_key": values, "redacts": values, "sender": values},
)


def synchronised(to_device: list[Json], timeline: list[Json]) -> Json:
    """What a homeserver answers, which itself vouches for who sent what, where and when."""
    direct = [{"sender": ADA, **event} for event in to_device]
    said = [
        {"sender": ADA, "event_id": f"${at}", "origin_server_ts": 1, **event}
        for at, event in enumerate(timeline)
    ]
    room = {"timeline": {"events": said, "limited": False, "prev_batch": "p"}}
    room |= {key: {"events": []} for key in ("state", "ephemeral", "account_data")}
    return {
        "next_batch": str(next(_rounds)),
        "device_one_time_keys_count": {"signed_curve25519": 50},
        "device_lists": {"changed": [], "left": []},
        "presence": {"events": []},
        "to_device": {"events": direct},
        "rooms": {"invite": {}, "leave": {}, "join": {ROOM: room}},
    }


@contextmanager
def hardened(folder: Path) -> Iterator[AsyncClient]:
    """The library as the transport uses it, signed in on a store of its own."""
    config = AsyncClientConfig(store_sync_tokens=False, pickle_key="x")
    client = AsyncClient("http://127.0.0.1:9", BOT, store_path=str(folder), config=config)
    client.restore_login(BOT, "APPAREIL", "jeton")
    harden(client)
    yield client
    client.store.database.close()


async def read(client: AsyncClient, said: Json) -> None:
    """Take it in as the library does when it comes from the network."""
    response = SyncResponse.from_dict(said)
    assert isinstance(response, SyncResponse)
    await client.receive_response(response)


def for_us(client: AsyncClient, body: Any, kind: Any, sender_key: Any) -> Json:
    """What claims to be sealed for this device."""
    own = client.olm.account.identity_keys["curve25519"]
    sealed = {own: {"type": kind, "body": body}}
    return {"algorithm": OLM, "sender_key": sender_key, "ciphertext": sealed}


def test_no_message_for_a_device_stops_the_bot(tmp_path: Path) -> None:
    """Of any type, with any content; for this device, with any cipher."""
    types = st.sampled_from(TO_DEVICE)
    with hardened(tmp_path) as client:
        ours = st.builds(for_us, st.just(client), ciphers, st.sampled_from([0, 1, 2]), ciphers)
        either = st.tuples(types, contents | sealed) | st.tuples(st.just(TO_DEVICE[0]), ours)

        @given(st.lists(either, max_size=4))
        @settings(deadline=None)
        def whatever_comes(sent: list[tuple[str, Json]]) -> None:
            events = [{"type": kind, "content": content} for kind, content in sent]
            asyncio.run(read(client, synchronised(events, [])))

        whatever_comes()


def test_no_message_in_a_room_stops_the_bot(tmp_path: Path) -> None:
    """Encrypted in name only; or well sealed around anything, which may look like an event."""
    with hardened(tmp_path) as client:
        client.olm.create_outbound_group_session(ROOM)
        session = client.olm.outbound_group_sessions[ROOM]
        own = client.olm.account.identity_keys["curve25519"]
        named = {"sender_key": own, "session_id": session.id, "device_id": "APPAREIL"}

        def around(inside: Any) -> Json:
            cipher = session._session.encrypt(json.dumps(inside).encode()).to_base64()
            return {"algorithm": MEGOLM, "ciphertext": cipher, **named}

        @given(st.lists(contents | sealed, max_size=2), st.lists(values | events, max_size=4))
        @example([], [{"type": []}])
        @settings(deadline=None)
        def whatever_comes(said: list[Json], inside: list[Any]) -> None:
            sent = [*said, *map(around, inside)]
            timeline = [{"type": TO_DEVICE[0], "content": content} for content in sent]
            asyncio.run(read(client, synchronised([], timeline)))

        whatever_comes()
