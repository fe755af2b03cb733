"""How to reach somebody: each account under the name its platform finds it by."""

from __future__ import annotations

from collections.abc import Sequence

from domain.values import Items, Phrase


def ways(accounts: Sequence[tuple[str, str, str | None]]) -> Items:
    """Platform, account and handle, as a list to read."""
    return Items(tuple(_way(*account) for account in accounts))


def _way(platform: str, account: str, handle: str | None) -> Phrase:
    if platform == "telegram" and handle is None:
        return Phrase("way-without-handle", {"account": account})
    address = f"@{handle.lstrip('@')}" if platform == "telegram" and handle else account
    return Phrase("way-to-reach", {"platform": platform, "address": address})
