"""An agenda for very many groups on Telegram, by the strict imitation of its server.

The clock passes only while everybody waits.
"""

from __future__ import annotations

from pathlib import Path

from bot.transports.telegram.pace import PUBLISHED
from tests.journeys.test_pace import region
from tests.storage.standing import NOW

PER_SECOND = 30
"""What Telegram publishes for a bot (https://core.telegram.org/bots/faq)."""


async def reached(folder: Path, groups: int) -> str:
    """Reach so many groups, and say in how many seconds of their own time."""
    async with region(folder, groups=groups) as here:

        async def lives() -> None:
            while True:
                await here.app.jobs.run_due()
                await here.lives()
                if not here.app.jobs.more:
                    return

        await here.passes(lives())
        took = max(at for _, at in here.pace.arrived) - NOW.timestamp()
        posted = sum(len(here.said(chat)) for chat in here.groups)
        refused = here.api.world.pace.refused
    least = groups / PER_SECOND
    return (
        f"{posted} posts to {groups} groups in {took:.1f} s, refused: {refused};"
        f" at {PER_SECOND} a second {least:.1f} s, {100 * (took / least - 1):+.1f} %"
        f" (pace kept: {PUBLISHED.overall} s)"
    )
