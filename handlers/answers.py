"""Answers from the base: shown with their source, judged by who asked, handed over when wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from chat.command import command
from chat.words import Choice, Reply, Words, named, option, say, toast
from domain.answers import Asked
from domain.deep_links import Opens
from domain.errors import Refusal
from domain.permanence import Entry
from domain.values import Multiline, OnDate
from handlers.desk import Desk, link_to
from handlers.live_facts import live_words
from handlers.questions import hand_over
from handlers.resources import lines_for
from storage.outcomes import Outcome

OFFERED = 3
"""Titles to choose from; more are not read on a telephone."""


async def answer(desk: Desk, entry: Entry, asked: Asked) -> Reply:
    """An entry in the reader's language, and what may be said of it."""
    told = await _in_language_of(desk, entry)
    reply = await _with_resources(desk, await shown(desk, told), told, asked.question)
    reply = reply.choose(*judging(told, asked))
    if not desk.chat.private:
        reply = reply.choose(
            option("choice-in-private", continue_in_private, entry=told.id, asked=asked.kept())
        )
    return reply.on("entry", told.id)


async def shown(desk: Desk, entry: Entry) -> Reply:
    """An entry with the fact of the moment, its source, and a caution when it is old."""
    entry, reply = await _in_language_of(desk, entry), Reply()
    if entry.language != desk.language:
        reply = reply.then("answer-other-language", language=entry.language)
    reply = reply.then("answer", title=entry.title, body=Multiline(entry.body))
    live = await live_words(desk, entry.live)
    if live is not None:
        reply = replace(reply, words=(*reply.words, live))
    reply = reply.then("answer-source", source=entry.source, day=OnDate(entry.true_on))
    if entry.is_stale(desk.today):
        reply = reply.then("answer-to-review")
    return reply


async def _with_resources(desk: Desk, reply: Reply, entry: Entry, question: str) -> Reply:
    """The reply with what goes further, if anything does."""
    lines = await lines_for(desk, entry, question)
    return reply.then("answer-resources", lines=lines) if lines.items else reply


def judging(entry: Entry, asked: Asked) -> tuple[Choice, ...]:
    """The three things one may say of an answer."""
    kept = asked.kept()
    return (
        right(asked),
        option("choice-not-quite", not_quite, entry=entry.id, asked=kept),
        option("choice-to-team", to_team, asked=kept),
    )


def right(asked: Asked) -> Choice:
    """One tap says that it was the answer."""
    return option("choice-right", answer_is_right, asked=asked.kept())


async def offer(desk: Desk, words: Words, entries: Iterable[Entry], asked: Asked) -> Reply:
    """Titles to choose from in the reader's language, and none of them."""
    kept = asked.kept()
    told = {one.key: await _in_language_of(desk, one) for one in entries}
    titles = [named(one.title, show_entry, entry=one.id, asked=kept) for one in told.values()]
    none = option("choice-none", to_team, asked=kept)
    return Reply(words=(words,)).choose(*titles[:OFFERED], none)


async def ask_team(
    desk: Desk, question: str, *, message: str | None, judged: bool = False
) -> Reply:
    """Hand a question over as the message that asked it, whichever message was pressed since."""
    given = {"question": question, "message": message, "judged": judged}
    return await hand_over.run(desk, given)


@command()
async def show_entry(desk: Desk, entry: int, asked: str) -> Reply:
    """Show the entry that somebody chose by its title; what was found first was right, or not."""
    known = await _entry(desk, entry)
    case = Asked.read(asked)
    first = next(iter(await _entries(desk, case.found[:1])), None)
    await _judge(desk, case, right=first is not None and first.key == known.key)
    return await answer(desk, known, case.judged())


@command()
async def answer_is_right(desk: Desk, asked: str) -> Reply:
    """Thank for the tap, and remember that such an answer is right."""
    await _judge(desk, Asked.read(asked), right=True)
    return toast("answer-right-thanks")


@command()
async def not_quite(desk: Desk, entry: int, asked: str) -> Reply:
    """Offer the other likely titles, or the team."""
    case, shown_one = Asked.read(asked), await _entry(desk, entry)
    await _judge(desk, case, right=False)
    others = [one for one in await _entries(desk, case.found) if one.key != shown_one.key]
    if not others:
        return say("answer-no-other").choose(
            option("choice-to-team", to_team, asked=case.judged().kept())
        )
    return await offer(desk, Words("answer-others"), others, case.judged())


@command()
async def to_team(desk: Desk, asked: str) -> Reply:
    """None of what the base says will do: people answer."""
    case = Asked.read(asked)
    await _judge(desk, case, right=False)
    return await ask_team(desk, case.question, message=case.message, judged=bool(case.found))


@command()
async def continue_in_private(desk: Desk, entry: int, asked: str) -> Reply:
    """Say the same in private, where the talk may go on; a robot cannot write there first."""
    number = await desk.store.people.private_chat(desk.person.id)
    if number is None:
        link = await link_to(desk, Opens.ENTRY, entry)
        if link is None:
            raise Refusal("refusal-write-first")
        return say("answer-open-private", name=desk.person.name, link=link)
    chat = await desk.store.chats.chat(number)
    language = await desk.store.people.language(desk.person.id)
    there = replace(desk, chat=chat, language=language)
    desk.tell(desk.person.id, await answer(there, await _entry(desk, entry), Asked.read(asked)))
    return toast("answer-in-private")


async def _judge(desk: Desk, asked: Asked, *, right: bool) -> None:
    """Keep what came of an answer, without the person; of several, nobody knows which was wrong."""
    if not right and len(asked.unjudged) > 1:
        return
    for figures in asked.unjudged:
        outcome = Outcome(desk.now, figures.band, figures.features, right)
        await desk.store.outcomes.note(outcome)


async def _in_language_of(desk: Desk, entry: Entry) -> Entry:
    """The same entry in the reader's language, if somebody wrote it."""
    if entry.language == desk.language:
        return entry
    return await desk.store.knowledge.by_key(entry.key, desk.language) or entry


async def _entries(desk: Desk, numbers: Sequence[int]) -> list[Entry]:
    found = [await desk.store.knowledge.entry(number) for number in numbers]
    return [entry for entry in found if entry is not None]


async def _entry(desk: Desk, number: int) -> Entry:
    known = await desk.store.knowledge.entry(number)
    if known is None:
        raise Refusal("refusal-choice-stale")
    return known
