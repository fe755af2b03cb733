"""`python -m benchmarks.ledger`: confirmed exchanges a second, on both engines, in one run.

Each figure stands beside the bare driver doing the same statements and the disk's own speed, all
taken in turn, so that a machine that is busy elsewhere is busy for all of them.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from statistics import median

from benchmarks.ledger.alone import Speed, Waiting, waiting
from benchmarks.ledger.large import balance_and_page
from benchmarks.ledger.pipeline import through_the_pipeline
from benchmarks.ledger.raw import RawPostgresql, RawSqlite, fsyncs, recorded
from bot.logs import configure
from tests.servers.postgres import postgres

TASKS = (1, 16, 64)
RAW = "bare driver, 1 task"

Addresses = Callable[[str], str]
"""The address of an empty database, by name."""


def main() -> int:
    """Print all figures."""
    arguments = _arguments()
    configure("warning", "text")
    for engine in arguments.engines:
        with _databases(engine, arguments.folder) as (addresses, folder):
            asyncio.run(_measure(engine, addresses, folder, arguments))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    parser.add_argument("--engines", nargs="+", default=("sqlite", "postgresql"), metavar="ENGINE")
    parser.add_argument("--rounds", type=int, default=5, help="of which the best and the median")
    parser.add_argument("--count", type=int, default=256, help="exchanges in each measurement")
    parser.add_argument("--folder", type=Path, help="on the disk to measure")
    return parser.parse_args()


@contextmanager
def _databases(engine: str, folder: Path | None) -> Iterator[tuple[Addresses, Path]]:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        here = Path(name)
        if engine == "sqlite":
            yield (lambda name: f"sqlite:///{here}/{name}.db"), here
        else:
            with postgres(lasting=True) as server:
                yield server.url, here


async def _measure(
    engine: str, addresses: Addresses, folder: Path, arguments: argparse.Namespace
) -> None:
    rounds, count = arguments.rounds, arguments.count
    print(f"\n{engine}: {rounds} rounds of {count} exchanges, taken in turn")
    disk, speeds = [], defaultdict(list)
    async with _bank(addresses("storage"), rounds * count * len(TASKS)) as bank:
        script = []
        async with _bank(addresses("recorded"), rounds * count) as model:
            script = await recorded(model, rounds * count)
        async with _raw(engine, addresses("bare"), rounds * count) as raw:
            for number in range(rounds):
                disk.append(fsyncs(folder))
                part = script[number * count : (number + 1) * count]
                speeds[RAW].append(await raw.replay(part))
                for tasks in TASKS:
                    done = await bank.confirm_some(count, tasks=tasks)
                    speeds[f"storage alone, {tasks} task{'s' * (tasks > 1)}"].append(done)
        async with bank.database.begin(bank.fabrique) as store:
            if faults := await store.ledger.faults():
                raise RuntimeError(f"the ledger is wrong: {faults}")
    for pairs in (1, 16):
        url = addresses(f"pipeline{pairs}")
        done = await through_the_pipeline(url, folder, count=count // 2, pairs=pairs)
        speeds[f"whole pipeline, {pairs} pair{'s' * (pairs > 1)}"].append(done)
    _tell(disk, speeds)
    balance, page = await balance_and_page(addresses("large"))
    for name, found in (("balance", balance), ("newest lines with their balances", page)):
        print(
            f"  100,000 entries, {name}: best {found.best:.1f} ms, p50 {found.p50:.1f} ms,"
            f" p99 {found.p99:.1f} ms",
            flush=True,
        )


def _tell(disk: list[float], speeds: dict[str, list[Speed]]) -> None:
    """The best and the median rate, its share of the bare driver's and of the disk's."""
    print(f"  {'fsyncs of a page':26} best {max(disk):6.0f}/s  median {median(disk):6.0f}/s")
    bare = median(one.rate for one in speeds[RAW])
    for name, found in speeds.items():
        rate = median(one.rate for one in found)
        print(
            f"  {name:26} best {max(one.rate for one in found):6.0f}/s  median {rate:6.0f}/s"
            f"  {rate / bare:5.0%} of bare  {rate / median(disk):6.1%} of fsyncs"
            f"  p50 {median(one.p50 for one in found):7.1f} ms"
            f"  p99 {median(one.p99 for one in found):7.1f} ms",
            flush=True,
        )


@asynccontextmanager
async def _bank(url: str, count: int) -> AsyncIterator[Waiting]:
    bank = await waiting(url, count)
    try:
        yield bank
    finally:
        await bank.database.close()


@asynccontextmanager
async def _raw(engine: str, url: str, count: int) -> AsyncIterator[RawSqlite | RawPostgresql]:
    """A bare driver, on a database like the one that was recorded."""
    async with _bank(url, count):
        pass
    raw: RawSqlite | RawPostgresql
    if engine == "sqlite":
        raw = RawSqlite(url.removeprefix("sqlite:///"))
    else:
        raw = await RawPostgresql.open(url)
    try:
        yield raw
    finally:
        await raw.close()


if __name__ == "__main__":
    sys.exit(main())
