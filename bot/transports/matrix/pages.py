"""Pages into rooms: words, files, choices, votes; what stands there redrawn, pinned, ended.

Knows the steps of one page, each with a transaction of its own, so that a repeat says nothing
twice; must not know what a page says.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

from nio import AsyncClient

from bot.transports.matrix.draw import (
    KEYS,
    POLL,
    POLL_END,
    drawn,
    ended,
    offered,
    poll,
    replacement,
)
from bot.transports.matrix.fields import items
from bot.transports.matrix.files import uploaded
from bot.transports.matrix.send import asked, call, quoted, say, state_of
from chat.transport import Page, Place, Posted, TransportError

_log = logging.getLogger(__name__)

_MEDIA = "media:"  # what `Posted.extras` says of a file, beside reactions, which begin with $
_PINS = "m.room.pinned_events"


async def post(
    client: AsyncClient, place: Place, page: Page, key: str, *, answers: str = ""
) -> Posted:
    """Say a page in a room; `answers` is the account whose message it replies to."""
    if page.vote:
        return Posted(await say(client, place, POLL, poll(page, place), key))
    media = await uploaded(client, place, page.file) if page.file else None
    content = drawn(page, place, media=media, answers=answers)
    message = await say(client, place, "m.room.message", content, key)
    reactions = await _offer(client, place, message, range(len(page.choices)), key)
    if page.pinned:
        await _pin(client, place, message, page.unpins)
    if page.leaves:
        path = f"/_matrix/client/v3/rooms/{quoted(place.chat)}/leave"
        (await call(client, "POST", path, {})).ok()
    return Posted(message, (*_kept(media), *reactions))


async def amend(client: AsyncClient, place: Place, posted: Posted, page: Page, key: str) -> Posted:
    """Show a page in the place of a posted one, with as many reactions as it has choices.

    Its file stays, unless the page brings another or is withdrawn. A poll's words stay as they
    were: without choices it ends.
    """
    if page.vote:
        if not page.choices:
            await say(client, place, POLL_END, ended(page, posted.message), f"{key}-e")
        return posted
    media = await uploaded(client, place, page.file) if page.file else _media_of(posted)
    media = None if page.withdrawn else media
    content = replacement(drawn(page, place, media=media), posted.message)
    await say(client, place, "m.room.message", content, f"{key}-e")
    offers = [one for one in posted.extras if not one.startswith(_MEDIA)]
    kept, spare = offers[: len(page.choices)], tuple(offers[len(page.choices) :])
    missing = range(len(kept), len(page.choices))
    left = await _withdraw(client, place, spare, key)
    more = await _offer(client, place, posted.message, missing, key)
    return Posted(posted.message, (*_kept(media), *kept, *more, *left))


def _kept(media: Mapping[str, Any] | None) -> tuple[str, ...]:
    """What an edit needs to show the same file: where it is, and its keys."""
    return (_MEDIA + json.dumps(media),) if media else ()


def _media_of(posted: Posted) -> dict[str, Any] | None:
    found = [one.removeprefix(_MEDIA) for one in posted.extras if one.startswith(_MEDIA)]
    return dict(json.loads(found[0])) if found else None


async def _pin(client: AsyncClient, place: Place, message: str, earlier: str | None) -> None:
    """Keep a message in sight in the place of an earlier one; who pinned others keeps them.

    Where the bot may not, the message was said all the same.
    """
    try:
        pins = await state_of(client, place.chat, _PINS)
        content = pins.get("content", {}) if pins is not None else {}
        pinned = [one for one in items(content.get("pinned")) if one not in (earlier, message)]
        path = f"/_matrix/client/v3/rooms/{quoted(place.chat)}/state/{_PINS}/"
        (await call(client, "PUT", path, {"pinned": [*pinned, message]})).ok()
    except TransportError as error:
        _log.info("nothing is pinned in %s: %s", place.chat, error.reason)


async def _offer(
    client: AsyncClient, place: Place, message: str, choices: range, key: str
) -> tuple[str, ...]:
    """React with each choice in order; stop at a failure, for a number can be typed as well."""
    reactions = []
    for choice in choices[: len(KEYS)]:
        content = offered(message, choice)
        try:
            reactions.append(await say(client, place, "m.reaction", content, f"{key}-r{choice}"))
        except TransportError as error:
            if "M_DUPLICATE_ANNOTATION" not in error.reason:
                _log.warning("choice %s of %s has no reaction: %s", choice, message, error.reason)
                break
    return tuple(reactions)


async def _withdraw(
    client: AsyncClient, place: Place, reactions: tuple[str, ...], key: str
) -> tuple[str, ...]:
    """Take reactions back; those that stay, for the next edit to try."""
    for number, reaction in enumerate(reactions):
        try:
            tx_id = f"{key}-d{reaction}"
            await asked(client.room_redact(place.chat, reaction, tx_id=tx_id))
        except TransportError as error:
            _log.warning("reactions in %s stay: %s", place.chat, error.reason)
            return reactions[number:]
    return ()
