"""The agenda comes once to each group, whatever dies meanwhile, or the team knows of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deliveries import Run


async def once_each(folder: Path, seed: int, *, groups: int, weeks: int) -> int:
    """Play a run, and hold it against the calendar; gives how often a process was killed."""
    figures = await Run(folder, seed, groups, weeks).plays()
    assert (figures.doubled, figures.lost, figures.untrue) == (0, 0, 0), figures
    assert figures.posted + figures.unknown + figures.late == figures.expected > groups
    assert figures.count["faults"] == 0
    return figures.kills


async def test_an_agenda_comes_once_through_kills(tmp_path: Path) -> None:
    """Three weeks that hold a night with an hour too few in Sydney."""
    await once_each(tmp_path, 0, groups=6, weeks=3)


async def test_a_seed_is_the_same_run_each_time(tmp_path: Path) -> None:
    """What went wrong once can be played again."""
    first, again = [await Run(tmp_path, 3, 6, 2).plays() for _ in range(2)]
    assert first == again
    assert first.posted


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 4))
async def test_an_agenda_comes_once_through_eight_weeks(tmp_path: Path, seed: int) -> None:
    """Both clock changes, from either year's beginning."""
    assert await once_each(tmp_path, seed, groups=12, weeks=8)
