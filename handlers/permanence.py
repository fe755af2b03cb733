"""The permanence: a question is answered from the knowledge base, or handed over to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from chat.cards import choice
from chat.command import command
from chat.transport import Act
from chat.words import Choice, Reply, Words, option, say
from domain.answers import Asked, Figures
from domain.directory_words import LONGEST, who_can
from domain.errors import Refusal
from domain.follow_ups import is_follow_up, says
from domain.messages import AT_MOST, beginning, only_link, questions_in, without_quotes
from domain.permanence import Band, Entry, Findings
from domain.questions import QUESTION_MOST
from domain.small_talk import MAYBE_ASKED, Talk, small_talk, without_manners
from domain.tongue import ENGLISH, OTHER, language_of
from domain.values import Multiline, OnDate
from handlers.answers import answer, ask_team, judging, offer, right, shown, to_team
from handlers.desk import Desk
from handlers.lately import (
    asked_just_now,
    asked_on,
    last_answered,
    said_just_now,
    told_lately,
)
from handlers.questions import add_words, asked_before
from handlers.small_talk import meet
from handlers.touched import edited

EDITS_FOLLOWED = timedelta(hours=1)
"""Later, whoever mends a message mends it for others to read."""

FOUND = 6
"""Entries found for a question: the one shown, others to offer, some of them in two languages."""

LOOKED_UP = 6
"""Questions of one message that are looked up at all."""

LINK_MOST = 500
"""Characters of an address; a longer one is no address that people share."""


@command("question", "ask")
async def ask(desk: Desk, question: str) -> Reply:
    """Answer from the base when sure, offer titles when nearly sure, else hand over."""
    start = question[:QUESTION_MOST]
    as_said = Asked(start, desk.heard.message, ())
    talk, language = small_talk(start), language_of(start)
    if language == ENGLISH:
        desk.language = ENGLISH  # whoever writes English reads it, at least this once
    if talk is Talk.DISTRESS and questions_in(question):
        return await _comfort(desk, as_said)
    if talk in MAYBE_ASKED:
        return await _known_or_met(desk, as_said, talk)
    if talk is not None:
        return meet(desk, talk, as_said)
    if language == OTHER:
        return say("other-language").choose(_pass_on(as_said))
    if link := only_link(question):
        return _about_link(link)
    asked = tuple(one for one in questions_in(question) if small_talk(one) is None)
    if len(asked) > 1 and (answered := await _several(desk, asked)):
        return answered
    if len(question) > QUESTION_MOST:
        return await _long(desk, question, asked[:LOOKED_UP])
    return _or_directory(desk, question, await _one(desk, question, asked))


@ask.reads("question")
async def as_typed(desk: Desk, typed: str) -> str:
    """A question is taken word for word."""
    return typed


@command()
async def ask_about(desk: Desk, link: str, question: str) -> Reply:
    """Answer a question about an address; the team is given both."""
    findings = await _look_up(desk, question)
    return await _told(desk, f"{question}\n{link}"[:QUESTION_MOST], findings)


@ask_about.reads("question")
async def about_it(desk: Desk, typed: str) -> str:
    """What one wants to know about an address."""
    return typed


@command(about="question")
async def follow_up(desk: Desk, question: int, text: str) -> Reply:
    """The asker's further words go to the team; somebody else's are a question of their own."""
    asked = await desk.store.questions.question(question)
    if asked is None:
        raise Refusal("refusal-choice-stale")
    if asked.person != desk.person.id:
        return await ask.run(desk, {"question": text})
    return await add_words(desk, asked, text)


@command(about="entry")
async def ask_further(desk: Desk, entry: int, text: str) -> Reply:
    """A reply to an answer asks further about it."""
    known = await desk.store.knowledge.entry(entry)
    language = language_of(text[:QUESTION_MOST])
    aside = small_talk(text[:QUESTION_MOST]) is not None or language == OTHER
    if known is None or aside or len(text) > QUESTION_MOST or len(questions_in(text)) > 1:
        return await ask.run(desk, {"question": text})
    if language == ENGLISH:
        desk.language = ENGLISH
    return await _after(desk, text, await _look_up(desk, text), known)


@command(on=Act.EDITED)
async def reworded(desk: Desk) -> Reply:
    """Answer the new words of a question answered before; all other edits are the team's."""
    message = desk.heard.message or ""
    rows = await told_lately(desk, EDITS_FOLLOWED)
    row = next((row for row in rows if message in [one.message for one in asked_on(row)]), None)
    if row is None or await desk.store.questions.asked_in(desk.chat.id, message) is not None:
        return await edited.run(desk, {})
    text = _without_command(desk.heard.text)
    if not text:
        return Reply()
    findings = await _look_up(desk, text)
    if findings.found and row.about == f"entry:{findings.found[0].entry.id}":
        return Reply()  # a mended letter: the answer above is still the answer
    return await ask.run(desk, {"question": text})


async def _one(desk: Desk, question: str, asked: Sequence[str]) -> Reply:
    """Answer a message that asks one thing, perhaps in one sentence among others."""
    findings = await _look_up(desk, without_quotes(question))
    if findings.band is not Band.SURE and len(asked) == 1 and asked[0] != question:
        alone = await _look_up(desk, asked[0])
        findings = max(findings, alone, key=lambda one: one.confidence)
    if findings.band is not Band.SURE and is_follow_up(question):
        last = await last_answered(desk)
        if last is not None:
            return await _after(desk, question, findings, last)
    return await _told(desk, question, findings)


def _or_directory(desk: Desk, question: str, reply: Reply) -> Reply:
    """Where somebody who can do something is looked for, the way to the directory too."""
    what = who_can(question)
    if not what or not desk.skills.read(what, language=desk.language).candidates:
        return reply
    return reply.choose(choice("choice-search-directory", "search_directory", words=what[:LONGEST]))


async def _told(desk: Desk, question: str, findings: Findings) -> Reply:
    """What there is to say by how sure the first entry is."""
    asked = Asked.of(question, desk.heard.message, findings)
    if await said_just_now(desk, question, findings):
        return say("answer-same").choose(_pass_on(asked.judged()))
    match findings.band:
        case Band.SURE:
            return await answer(desk, findings.found[0].entry, asked)
        case Band.MAYBE:
            entries = [one.entry for one in findings.found]
            return await offer(desk, Words("answer-maybe"), entries, asked)
    again = await asked_before(desk, question)
    handed = await ask_team(desk, question, message=desk.heard.message)
    unsure = () if again else (Words("answer-unsure"),)
    return replace(handed, words=(*unsure, *handed.words))


async def _after(desk: Desk, text: str, alone: Findings, last: Entry) -> Reply:
    """Answer what leans on the entry just shown: by itself, beside its title, or from within it."""
    best = await _beside(desk, text, alone, last)
    question = f"{last.title} → {text}"
    if best is not None and best.band is Band.SURE:
        return await _told(desk, question, best)
    lines = says(last.body, text)
    if lines:
        asked = Asked(question, desk.heard.message, tuple(one.entry.id for one in alone.found))
        return _within(desk, last, lines).choose(*judging(last, asked)).on("entry", last.id)
    if best is not None and best.band is Band.MAYBE:
        return await _told(desk, question, best)
    return await _told(desk, question, Findings((), Band.UNSURE))


async def _beside(desk: Desk, text: str, alone: Findings, last: Entry) -> Findings | None:
    """The surer of what a message finds by itself and beside a title, if it is another entry."""
    both = (alone, await _look_up(desk, f"{last.title} {text}"))
    other = [one for one in both if one.found and one.found[0].entry.key != last.key]
    return max(other, key=lambda one: one.confidence, default=None)


def _within(desk: Desk, entry: Entry, lines: str) -> Reply:
    """The lines of an entry that say what was asked further."""
    reply = Reply()
    if entry.language != desk.language:
        reply = reply.then("answer-other-language", language=entry.language)
    reply = reply.then("answer-further", title=entry.title, body=Multiline(lines))
    return reply.then("answer-source", source=entry.source, day=OnDate(entry.true_on))


async def _known_or_met(desk: Desk, asked: Asked, talk: Talk) -> Reply:
    """What the base surely answers; else a saying is met, and troubles nobody."""
    findings = await _look_up(desk, asked.question)
    if findings.band is not Band.SURE:
        return meet(desk, talk, asked)
    return await _told(desk, asked.question, findings)


async def _comfort(desk: Desk, asked: Asked) -> Reply:
    """A kind word first, then the answer if there is one; nothing reaches the team unasked."""
    kind = meet(desk, Talk.DISTRESS, asked)
    findings = await _look_up(desk, asked.question)
    if findings.band is not Band.SURE:
        return kind
    told = await shown(desk, findings.found[0].entry)
    return replace(kind, words=(*kind.words, *told.words))


async def _several(desk: Desk, questions: tuple[str, ...]) -> Reply | None:
    """Answer each question that is sure, and bring the others to the team together.

    None when none is sure: then the message is one question told at length.
    """
    found = await _one_by_one(desk, questions[:LOOKED_UP])
    sure = {each.found[0].entry.id: each for each in found.values() if each.band is Band.SURE}
    told = list(sure.values())[:AT_MOST]
    unjudged = tuple(map(Figures.of, told))
    asked = Asked("\n".join(questions), desk.heard.message, tuple(sure), unjudged)
    if not told:
        return None
    if await asked_just_now(desk, asked.question):
        return say("answer-same").choose(_pass_on(asked.judged()))
    rest = {one: each for one, each in found.items() if each.band is not Band.SURE}
    last = told[-1].found[0].entry
    if len(told) == 1 and not rest:
        return await answer(desk, last, asked)
    words = [one for each in told for one in (await shown(desk, each.found[0].entry)).words]
    if len(sure) > AT_MOST or len(questions) > LOOKED_UP:
        words.append(Words("answer-more"))
    if rest:
        await _pass_on_rest(desk, rest)
    reply = Reply(words=tuple(words)).choose(right(asked))
    return (reply if rest else reply.choose(_pass_on(asked))).on("entry", last.id)


async def _one_by_one(desk: Desk, questions: Sequence[str]) -> dict[str, Findings]:
    """What each question finds, perhaps beside the one before; those an answer covers are out."""
    found: dict[str, Findings] = {}
    last: Entry | None = None
    for one in questions:
        each = await _look_up(desk, one)
        if last is not None and each.band is not Band.SURE and is_follow_up(one):
            if says(last.body, one):
                continue
            each = await _beside(desk, one, each, last) or each
        found[one] = each
        if each.band is Band.SURE:
            last = each.found[0].entry
    return found


async def _pass_on_rest(desk: Desk, rest: Mapping[str, Findings]) -> None:
    """Say, after the answers, what becomes of the questions that have none yet."""
    questions = "\n".join(rest)
    first = next(iter(rest.values()))
    if len(rest) == 1 and first.band is Band.MAYBE and desk.chat.private:
        entries = [one.entry for one in first.found]
        asked = Asked.of(questions, desk.heard.message, first)
        rest_is = Words("answer-maybe-rest", {"text": Multiline(questions)})
        said = await offer(desk, rest_is, entries, asked)
    else:
        said = await ask_team(desk, questions, message=desk.heard.message)
        rest_is = Words("answer-rest", {"text": Multiline(questions)})
        said = replace(said, words=(rest_is, *said.words))
    reply_to = None if desk.chat.private else desk.heard.message
    thread = desk.heard.place.thread
    desk.post(desk.chat.id, said, kind="answer", reply_to=reply_to, thread=thread)


async def _long(desk: Desk, text: str, questions: tuple[str, ...]) -> Reply:
    """Answer the question inside a long message; else ask for less, and offer its beginning."""
    for question in questions:
        findings = await _look_up(desk, question)
        if findings.band is Band.SURE:
            return await _told(desk, question, findings)
    start = beginning(without_quotes(text), most=QUESTION_MOST)
    asked = Asked(start, desk.heard.message, ())
    return say("question-too-long", most=QUESTION_MOST).choose(
        option("choice-send-beginning", to_team, asked=asked.kept())
    )


def _about_link(link: str) -> Reply:
    """An address alone says nothing of what is wanted."""
    link = link[:LINK_MOST]
    return say("link-alone").choose(
        choice("choice-propose-link", "propose", what=link),
        option("choice-ask-about", ask_about, link=link),
    )


def _pass_on(asked: Asked) -> Choice:
    return option("choice-to-team", to_team, asked=asked.kept())


async def _look_up(desk: Desk, question: str) -> Findings:
    """What the base says of a question, its manners left aside."""
    return await desk.library.find(desk.store, without_manners(question), at_most=FOUND)


def _without_command(text: str) -> str:
    """The question of an edited message; nothing when it is another command."""
    sign, (word, _, rest) = text[:1], text[1:].partition(" ")
    if sign not in ("/", "!"):
        return text.strip()
    return rest.strip() if word.casefold() in ask.names else ""
