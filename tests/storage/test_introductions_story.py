"""Whatever people press in whatever order, also at once and across restarts: nobody is introduced
without both consents or named before, nobody is asked too often, a need is filled at most once.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from storage import Database
from storage.migrate import migrate
from tests.introductions_story import Story
from tests.servers.postgres import Postgres


def _play(url: str, examples: int, steps: int) -> None:
    asyncio.run(_migrated(url))
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    story = type("Played", (Story,), {"url": url})
    run_state_machine_as_test(story, settings=how)


async def _migrated(url: str) -> None:
    database = Database(url)
    await migrate(database)
    await database.close()


@pytest.mark.parametrize(
    ("examples", "steps"), [(30, 20), pytest.param(300, 60, marks=pytest.mark.soak)]
)
def test_whatever_is_pressed_both_agree_and_nobody_is_worn_out(
    examples: int, steps: int, tmp_path: Path
) -> None:
    """Through every order of asks, answers, silences and ends."""
    _play(f"sqlite:///{tmp_path}/story.db", examples, steps)


@pytest.mark.servers
@pytest.mark.parametrize(
    ("examples", "steps"), [(15, 20), pytest.param(100, 60, marks=pytest.mark.soak)]
)
def test_the_same_holds_where_presses_run_side_by_side(
    examples: int, steps: int, postgresql: Postgres
) -> None:
    """On PostgreSQL two transactions are open at once."""
    _play(postgresql.url(f"story{examples}"), examples, steps)
