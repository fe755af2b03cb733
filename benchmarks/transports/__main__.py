"""`python -m benchmarks.transports`: answers a second through each transport, and the time from a
question to its answer.

A bare echo on the same library answers the same people on the same kind of server in the same run,
in turn with the whole bot, so that a machine that is busy elsewhere is busy for both.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, ExitStack
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.ledger.alone import Speed
from benchmarks.transports import imagined, on_matrix, on_telegram
from benchmarks.transports.asking import Line, measured
from bot.logs import configure
from tests.servers.synapse import Synapse

PLATFORMS = ("telegram", "matrix", "imagined")
OURS, BARE = "whole bot", "bare echo"

Opened = Callable[[Path, int], AbstractAsyncContextManager[Line]]


def main() -> int:
    """Print all figures."""
    arguments = _arguments()
    configure("error", "text")
    with ExitStack() as stack:
        for platform in arguments.platforms:
            asyncio.run(_compared(platform, _lines(platform, stack), arguments))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.transports", description=__doc__)
    parser.add_argument("--platforms", nargs="+", default=PLATFORMS, choices=PLATFORMS)
    parser.add_argument("--rounds", type=int, default=3, help="of which the median")
    parser.add_argument("--count", type=int, default=100, help="questions in each measurement")
    parser.add_argument("--people", type=int, default=10, help="who ask at once")
    return parser.parse_args()


def _lines(platform: str, stack: ExitStack) -> Mapping[str, Opened]:
    if platform == "telegram":
        return {BARE: on_telegram.bare, OURS: on_telegram.ours}
    if platform == "matrix":
        homeserver = stack.enter_context(Synapse())
        return {
            BARE: partial(on_matrix.bare, homeserver),
            OURS: partial(on_matrix.ours, homeserver),
        }
    return {OURS: imagined.ours}


async def _compared(
    platform: str, lines: Mapping[str, Opened], arguments: argparse.Namespace
) -> None:
    found = defaultdict(list)
    for _ in range(arguments.rounds):
        for name, opened in lines.items():
            with tempfile.TemporaryDirectory() as folder:
                async with opened(Path(folder), arguments.people) as line:
                    found[name].append(await measured(line, count=arguments.count))
    print(f"\n{platform}: median of {arguments.rounds} rounds of {arguments.count} questions")
    _tell(
        "one after the other", {name: [one.alone for one in all_] for name, all_ in found.items()}
    )
    at_once = f"{arguments.people} people at once"
    _tell(at_once, {name: [one.together for one in all_] for name, all_ in found.items()})


def _tell(how: str, found: Mapping[str, list[Speed]]) -> None:
    """Rate, p50 and p99 of each, and how many times the bare echo's they are."""
    middle = {name: _median(speeds) for name, speeds in found.items()}
    for name, (rate, p50, p99) in middle.items():
        ratio = ""
        if BARE in middle and name != BARE:
            echo = middle[BARE]
            ratio = f"  rate × {rate / echo[0]:.2f}, p50 × {p50 / echo[1]:.1f}"
            ratio += f", p99 × {p99 / echo[2]:.1f}"
        print(f"  {how:20} {name:10} {rate:7.1f}/s  p50 {p50:6.1f} ms  p99 {p99:6.1f} ms{ratio}")


def _median(speeds: list[Speed]) -> tuple[float, float, float]:
    return (
        median(one.rate for one in speeds),
        median(one.p50 for one in speeds),
        median(one.p99 for one in speeds),
    )


if __name__ == "__main__":
    sys.exit(main())
