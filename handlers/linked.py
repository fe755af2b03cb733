"""Making a link to one thing, where the platform has links."""

from __future__ import annotations

from domain.deep_links import Opens, word
from handlers.desk import Desk


async def link_to(desk: Desk, opens: Opens, number: int) -> str | None:
    """A link that opens the bot at a thing of this fabrique; None where there are no links."""
    if desk.link("") is None:
        return None
    key = await desk.store.fabriques.link_key(desk.fabrique.id)
    if key is None:
        key = await desk.store.fabriques.keep_link_key(
            desk.fabrique.id, f"{desk.token()}{desk.token()}"
        )
    return desk.link(word(key, opens, number))
