"""How two people can reach each other: by themselves on a platform that both are on, or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Account = tuple[str, str, str | None]
"""A platform, the account as it numbers or names it, and the name that others find it by."""


class Way(NamedTuple):
    """A platform, and the address that finds somebody there."""

    platform: str
    address: str


def ways(accounts: Sequence[Account]) -> list[Way]:
    """Where somebody can be found; on Telegram nobody is who chose no @name."""
    found = []
    for platform, account, handle in accounts:
        if platform != "telegram":
            found.append(Way(platform, account))
        elif handle:
            found.append(Way(platform, f"@{handle.lstrip('@')}"))
    return found


def meet(one: Sequence[Account], other: Sequence[Account]) -> bool:
    """Whether each finds the other somewhere both are; else words are carried between them."""
    return bool({way.platform for way in ways(one)} & {way.platform for way in ways(other)})
