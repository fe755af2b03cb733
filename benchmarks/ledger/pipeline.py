"""The whole way: three updates heard, dispatched, answered and sent for each confirmed exchange."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.ledger.alone import Speed, speed_of
from locales import Languages
from tests.talk import Talk, talk_on

DAYS = 350
"""Days within which exchanges may lie; what is older than a year is refused."""

_FRENCH = Languages(strict=True)["fr"]


def _label(name: str) -> str:
    return _FRENCH.plain(name, {}, zone=ZoneInfo("Europe/Paris"))


def _account(place: int) -> str:
    return f"@exemple{place}"


def _said(account: str, text: str) -> Mapping[str, Any]:
    name = f"Ada Exemple {account.removeprefix('@exemple')}"
    return {"do": "say", "chat": account, "from": account, "name": name, "text": text}


def _pressed(account: str, label: str) -> Mapping[str, Any]:
    return {"do": "press", "chat": account, "from": account, "choice": label}


async def through_the_pipeline(url: str, folder: Path, *, count: int, pairs: int) -> Speed:
    """So many exchanges, noted and confirmed by pairs who all write before any is answered."""
    async with talk_on("telegram", folder, database=url) as talk:
        await _together(talk, (_said(_account(one), "/start") for one in range(2 * pairs)))
        times, begun = [], perf_counter()
        for number in range(count // pairs):
            times.append(await _round(talk, number, pairs))
        wall = perf_counter() - begun
        await _counted(talk, count // pairs * pairs)
    return speed_of([time for time in times for _ in range(pairs)], wall)


async def _round(talk: Talk, number: int, pairs: int) -> float:
    """Each pair confirms one exchange; the seconds it took until all had read so."""
    begun = perf_counter()
    givers = [_account(2 * pair) for pair in range(pairs)]
    receivers = [_account(2 * pair + 1) for pair in range(pairs)]
    length, ago = 30 + number // DAYS, number % DAYS  # none looks like one that was noted before
    told = f"pour exemple {number}, il y a {ago} jours"
    sentences = (
        _said(giver, f"/heures {length} min à {receiver} {told}")
        for giver, receiver in zip(givers, receivers, strict=True)
    )
    await _together(talk, sentences)
    await _together(talk, (_pressed(giver, _label("choice-exact")) for giver in givers))
    await _together(talk, (_pressed(one, _label("choice-confirm")) for one in receivers))
    return perf_counter() - begun


async def _together(talk: Talk, acts: Iterable[Mapping[str, Any]]) -> None:
    for act in acts:
        await talk.stage.bring(act)
    await talk.stage.app.settle()


async def _counted(talk: Talk, count: int) -> None:
    """A benchmark of work that was not done is none."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        entries, faults = await store.ledger.entries(), await store.ledger.faults()
    if len(entries) != count or faults:
        raise RuntimeError(f"{len(entries)} of {count} exchanges confirmed; faults: {faults}")
