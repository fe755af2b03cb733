"""`knowledge ask|evaluate|calibrate|gaps`: what the search finds, how well, and what it lacks."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import timedelta
from textwrap import shorten

from bot.calibrations import keep_judge
from bot.clock import WallClock
from bot.encoder import sentence_encoder
from bot.library import Library, index_folder
from bot.operate import open_database
from bot.preparation import prepare
from bot.question_sets import held_out, read_set
from bot.settings import Settings, load
from domain.retrieval import Index, Vectors, find
from domain.retrieval.calibration import FEWEST, Case, Proposal, calibrate
from domain.retrieval.gaps import Gap, gaps
from domain.retrieval.measures import Report, outcomes, report
from storage import Store
from storage.migrate import migrate

Act = Callable[[Store, Settings, Namespace], Awaitable[Iterable[str]]]
"""What a verb does with the open base, and what it says."""

CONFUSIONS = 20  # shown to people; the JSON holds all
SHARES = {
    "top1": "first found is right",
    "top3": "among the first three",
    "mrr": "mean reciprocal rank",
    "answered_right": "in scope, answered right at once",
    "answered_or_offered": "in scope, answered or offered",
    "answered": "answered",
    "offered": "offered",
    "handed_over": "handed over",
    "wrong_among_answered": "wrong among answered",
    "out_of_scope_answered": "out of scope, answered",
    "auroc": "AUROC of the confidence",
}


def evaluate(arguments: Namespace) -> int:
    """Ask a set's questions of its entries, and say how that went."""
    settings = load(arguments.settings)
    entries = read_set(arguments.knowledge).entries
    questions = read_set(arguments.questions).questions
    kept, asked = (list(entries), list(questions)) if questions else held_out(entries)
    encoder = sentence_encoder(wanted=settings.encoder)
    index = Index(kept, Vectors(encoder) if encoder else None)
    done = outcomes(lambda text, most: find(index, text, at_most=most), asked)
    figures = report(done)
    lines = [json.dumps(asdict(figures), ensure_ascii=False)] if arguments.json else _table(figures)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def tried(arguments: Namespace) -> int:
    """Carry out one verb that looks into the fabrique's own base."""
    settings = load(arguments.settings)
    acts: dict[str, Act] = {"ask": _ask, "calibrate": _calibrate, "gaps": _gaps}
    asyncio.run(_with_base(settings, arguments, acts[arguments.act]))
    return 0


async def _with_base(settings: Settings, arguments: Namespace, act: Act) -> None:
    database = open_database(settings)
    try:
        await migrate(database)
        fabrique = await prepare(database, settings, teams=None, now=WallClock().now())
        async with database.begin(fabrique.id) as store:
            lines = await act(store, settings, arguments)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    finally:
        await database.close()


async def _ask(store: Store, settings: Settings, arguments: Namespace) -> Iterable[str]:
    library = Library(sentence_encoder(wanted=settings.encoder), index_folder(settings.data))
    findings = await library.find(store, " ".join(arguments.question), at_most=5)
    library.close()
    return [
        f"{findings.band.value}  {findings.confidence:.2f}",
        *(
            f"  {one.posterior:.2f}  {one.score:.2f}  {one.entry.title}  ({one.entry.key})"
            for one in findings.found
        ),
    ]


async def _calibrate(store: Store, settings: Settings, arguments: Namespace) -> Iterable[str]:
    """Fit again from the outcomes; keep it only when told so."""
    encoder = sentence_encoder(wanted=settings.encoder)
    folder, by_meaning = index_folder(settings.data), encoder is not None
    judge = Library(encoder, folder).judge(store.fabrique)
    cases = [Case(one.features, one.right) for one in await store.outcomes.all()]
    proposal = calibrate(cases, judge)
    if proposal is None:
        return [f"{len(cases)} answers were judged; {FEWEST}, right and wrong ones, are needed."]
    if arguments.apply:
        keep_judge(folder, store.fabrique, proposal.after, by_meaning=by_meaning)
    kept = "Kept: the bot judges so from its next start on."
    return [*_changes(proposal), kept if arguments.apply else "Nothing was changed; --apply does."]


LOOKED_BACK = timedelta(days=365)
"""Older questions were about another year."""


async def _gaps(store: Store, settings: Settings, arguments: Namespace) -> Iterable[str]:
    encoder = sentence_encoder(wanted=settings.encoder)
    asked = await store.questions.without_entry(since=WallClock().now() - LOOKED_BACK)
    found = gaps(asked, Vectors(encoder) if encoder else None)
    return [line for gap in found[: arguments.at_most] for line in _group(gap)]


def _group(gap: Gap) -> Iterator[str]:
    yield f"{len(gap.questions)}  {_one_line(gap.questions[0])}"
    yield from (f"     {_one_line(one)}" for one in gap.questions[1:])


def _one_line(text: str) -> str:
    return shorten(text, 100, placeholder=" …")


def _changes(proposal: Proposal) -> Iterator[str]:
    before, after = proposal.before, proposal.after
    yield f"{proposal.cases} judged answers"
    yield f"  {'':26}{'now':>8}{'then':>8}"
    yield f"  {'answered at once':26}{proposal.answered_before:>8}{proposal.answered_after:>8}"
    yield f"  {'wrong among them':26}{proposal.wrong_before:>8}{proposal.wrong_after:>8}"
    yield f"  {'sure from a confidence of':26}{before.sure:>8.3f}{after.sure:>8.3f}"
    yield f"  {'slope':26}{before.slope:>8.2f}{after.slope:>8.2f}"
    yield f"  {'constant':26}{before.constant:>8.2f}{after.constant:>8.2f}"


def _table(figures: Report) -> Iterator[str]:
    yield f"{figures.in_scope} questions in scope, {figures.out_of_scope} out of scope"
    yield from (f"  {label:36}{getattr(figures, name):6.3f}" for name, label in SHARES.items())
    yield ""
    yield "answering from    answered  in scope right  wrong of answered  out of scope answered"
    yield from (
        f"  {one.confidence:12.2f}{one.answered:12.3f}{one.right:16.3f}{one.wrong:19.3f}"
        f"{one.beside:23.3f}"
        for one in figures.curve
    )
    yield ""
    yield "confused          times  found instead of the right one"
    for one in figures.confusions[:CONFUSIONS]:
        gold = "nothing" if one.gold is None else one.gold
        yield f"  {one.times:3}  {one.found}  instead of {gold}: {_one_line(one.example)}"
