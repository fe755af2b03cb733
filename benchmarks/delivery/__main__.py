"""`python -m benchmarks.delivery`: how often an agenda is doubled or lost among hundreds of groups,
whose bot is killed at any step; what hundreds of events hold up; and how near to Telegram's own
limit ten thousand are reached.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from benchmarks.delivery.speed import reached
from benchmarks.delivery.steps import held_up
from bot.logs import configure
from tests.deliveries import Figures, Run

MEMORY = Path("/dev/shm")


def main() -> int:
    """Print all figures; not 0 when one agenda came twice, was lost without a word, or lies."""
    arguments = _arguments()
    configure("critical", "text")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        if arguments.speed:
            print(asyncio.run(reached(Path(name), arguments.speed)), flush=True)
            return 0
        if arguments.events:
            asyncio.run(_held_up(Path(name), arguments.events, arguments.groups))
            return 0
        return asyncio.run(_seeds(Path(name), arguments))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.delivery", description=__doc__)
    parser.add_argument("--seeds", type=int, default=200, help="runs, each with its own troubles")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--groups", type=int, default=300)
    parser.add_argument("--weeks", type=int, default=8)
    parser.add_argument("--speed", type=int, default=0, help="reach so many groups instead")
    parser.add_argument("--events", type=int, default=0, help="see what so many hold up instead")
    usual = MEMORY if MEMORY.is_dir() else None
    parser.add_argument("--folder", type=Path, default=usual, help="where databases are")
    return parser.parse_args()


async def _held_up(folder: Path, events: int, groups: int) -> None:
    async for line in held_up(folder, events, groups):
        print(line, flush=True)


async def _seeds(folder: Path, arguments: argparse.Namespace) -> int:
    whole, troubles = Counter[str](), Counter[str]()
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        began = perf_counter()
        run = Run(folder, seed, arguments.groups, arguments.weeks)
        figures = await run.plays()
        whole.update(_counted(figures))
        troubles.update(figures.count)
        print(
            f"seed {seed}: {_told(_counted(figures))}, {perf_counter() - began:.0f} s", flush=True
        )
    print(f"in all: {_told(whole)}\ntroubles: {_told(troubles)}", flush=True)
    return int(whole["doubled"] + whole["lost"] + whole["untrue"] > 0)


def _counted(figures: Figures) -> Counter[str]:
    values = vars(figures)
    return Counter({name: value for name, value in values.items() if name != "count"})


def _told(counted: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counted.items())


if __name__ == "__main__":
    sys.exit(main())
