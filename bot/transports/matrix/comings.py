"""How the bot comes into rooms: by invitation, or along with a room that goes on elsewhere.

Knows invitations, ranks and what two rooms say of each other; must not know what is said on
arriving. Anybody may invite a bot, and anybody may claim that a room goes on elsewhere.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from nio import AsyncClient, SyncResponse

from bot.transports.matrix.fields import mapping, text_of
from bot.transports.matrix.rooms import Room, own_step, predecessor
from bot.transports.matrix.send import call, quoted, rank_in, state_of
from chat.transport import Place, TransportError

_log = logging.getLogger(__name__)

_JOIN = 30  # seconds; the server goes on joining a far room after that
_NOTHING: Mapping[str, Any] = {"types": []}
_ROOM = {"ephemeral": _NOTHING, "account_data": _NOTHING, "state": _NOTHING}
_INVITES = {
    "presence": _NOTHING,
    "account_data": _NOTHING,
    "room": {**_ROOM, "timeline": {"limit": 0}},
}


async def find_invites(client: AsyncClient) -> None:
    """Join where an earlier try failed: a synchronisation names an invitation only once."""
    path = f"/_matrix/client/v3/sync?timeout=0&filter={quoted(json.dumps(_INVITES))}"
    rooms = (await call(client, "GET", path)).ok().get("rooms", {})
    await asyncio.gather(*(_join(client, room) for room in rooms.get("invite", {})))


async def join_invited(client: AsyncClient, response: SyncResponse) -> None:
    """Accept each invitation, and go where a room says that it goes on."""
    joins = [_join(client, room) for room in response.rooms.invite]
    for info in response.rooms.join.values():
        for event in info.timeline.events:
            new = _goes_on_in(event.source)
            if new and new not in client.rooms:
                joins.append(_join(client, new, via=text_of(event.source.get("sender"))))
    await asyncio.gather(*joins)


def pasts(response: SyncResponse) -> dict[str, str]:
    """The rooms that say that they replace another one, with that one."""
    found: dict[str, str] = {}
    for room, info in response.rooms.join.items():
        for event in (*info.state, *info.timeline.events):
            if earlier := predecessor(event.source):
                found[room] = earlier
    return found


async def arrived(
    client: AsyncClient,
    room: Room,
    events: Iterable[Mapping[str, Any]],
    before: Iterable[Mapping[str, Any]],
) -> Room:
    """The room as it is entered by these events, if it is: what it continues, who counts there.

    `before` is what the room was made of until then.
    """
    step = next((event for event in events if own_step(event, room) == "join"), None)
    if step is None:
        return room
    for event in before:
        earlier = predecessor(event)
        if earlier in client.rooms and await _names(client, earlier, room.id):
            return replace(room, continues=earlier, creator=text_of(event.get("sender")))
    return room if room.private else await _heeding(client, room, step)


async def _names(client: AsyncClient, earlier: str, room: str) -> bool:
    """Whether the earlier room says itself that it goes on there: anybody may claim a past."""
    try:
        said = await state_of(client, earlier, "m.room.tombstone")
    except TransportError as error:
        if not error.permanent:
            raise
        return False
    return said is not None and mapping(said.get("content")).get("replacement_room") == room


async def _heeding(client: AsyncClient, room: Room, step: Mapping[str, Any]) -> Room:
    """A group decides by those who administer it whether a bot reads along."""
    inviter = text_of(mapping(step.get("unsigned")).get("prev_sender")) or room.me
    try:
        rank = await rank_in(client, Place("matrix", room.id, private=False), inviter)
    except TransportError as error:
        if not error.permanent:
            raise
        return room  # the bot is out already
    return room if rank.administers else replace(room, unheeded=frozenset({inviter}))


def _goes_on_in(event: Mapping[str, Any]) -> str:
    if event.get("type") != "m.room.tombstone" or event.get("state_key") != "":
        return ""
    return text_of(mapping(event.get("content")).get("replacement_room"))


async def _join(client: AsyncClient, room: str, *, via: str = "") -> None:
    """Enter a room, by the server of an account that is in it; a refusal is only logged."""
    server = quoted(via.partition(":")[2])
    query = f"?via={server}&server_name={server}" if server else ""
    try:
        async with asyncio.timeout(_JOIN):
            (await call(client, "POST", f"/_matrix/client/v3/join/{quoted(room)}{query}", {})).ok()
    except (TransportError, TimeoutError) as error:
        _log.warning("%s was not joined: %s", room, error)
