"""The asker's side of a question before the team: handed over, added to, changed, withdrawn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from chat.command import Where, command
from chat.transport import Act
from chat.words import Named, Reply, option, say
from domain import questions
from domain.errors import Refusal
from domain.past_questions import repeated
from domain.permanence import small_talk
from domain.privacy import Kind, kinds, masked
from domain.questions import QUESTION_MOST, Question, QuestionState
from domain.values import Items, Multiline, Phrase
from handlers.desk import Desk
from handlers.question_desk import known, post_cards, show, to_team

PERSONAL: Mapping[Kind, str] = {
    Kind.PHONE: "personal-phone",
    Kind.EMAIL: "personal-email",
    Kind.IBAN: "personal-iban",
    Kind.SOCIAL: "personal-social",
    Kind.ADDRESS: "personal-address",
}

_ORDER = re.compile(r"^\s*[/!]\w+(?:@\w+)?\s+")
"""The command before a question, which an edited message still begins with."""


@command()
async def hand_over(
    desk: Desk,
    question: str,
    anonymous: bool = False,
    checked: bool = False,
    message: str | None = None,
) -> Reply:
    """Bring a question before the team, once, and say what happens next.

    `checked`: the asker knows of the personal data in it. `message` is where it was asked, when
    that is not what was heard last.
    """
    said_in = message or desk.heard.message
    unnamed = anonymous and desk.chat.private
    if not checked and kinds(question):
        more = {"anonymous": unnamed, "message": said_in}
        return _warning(hand_over, "question", question, more)
    waiting = await desk.store.questions.waiting_of(desk.person.id)
    again = repeated(question, [(one.id, one.text) for one in waiting])
    if again is not None:
        asked_at = next(one.at for one in waiting if one.id == again)
        return say("question-repeated", at=asked_at).on("question", again)
    findings = await desk.library.find(desk.store, question)
    asked = Question(
        id=0,
        person=desk.person.id,
        chat=desk.chat.id,
        text=question,
        state=QuestionState.OPEN,
        at=desk.now,
        message=said_in,
        thread=desk.heard.place.thread,
        anonymous=unnamed,
        suggested=questions.suggested(findings),
    )
    kept = await desk.store.questions.hand_over(asked)
    return _handed_over(desk, kept, read=await post_cards(desk, kept) > 0)


@command("anonyme", "anonymous", where=Where.PRIVATE)
async def ask_anonymously(desk: Desk, question: str) -> Reply:
    """Bring a question before the team, which never learns who asks."""
    if len(question) > QUESTION_MOST:
        raise Refusal("refusal-question-too-long", most=QUESTION_MOST)
    return await hand_over.run(desk, {"question": question, "anonymous": True})


@ask_anonymously.reads("question")
async def word_for_word(desk: Desk, typed: str) -> str:
    """A question is taken as it is."""
    return typed


@command(where=Where.PRIVATE, keeps_choices=True)
async def hide_name(desk: Desk, question: int) -> Reply:
    """Take the asker's name off a question; who read it before has read it."""
    asked = await _own(desk, question)
    unnamed = replace(asked, anonymous=True)
    await desk.store.questions.change(unnamed)
    await show(desk, unnamed)
    return say("question-unnamed").redrawn()


@command()
async def keep_to_oneself(desk: Desk) -> Reply:
    """The asker thought better of it."""
    return say("question-not-sent")


@command()
async def pass_on(desk: Desk, question: int, text: str) -> Reply:
    """Bring further words to the team, personal data in them being known to the asker."""
    return await add_words(desk, await _own(desk, question), text, checked=True)


async def add_words(desk: Desk, asked: Question, text: str, *, checked: bool = False) -> Reply:
    """Bring the asker's further words to the team, below the question's card; an answered one
    waits again. Thanks trouble nobody.
    """
    if not text:
        raise Refusal("refusal-answer-text-only")
    if len(text) > QUESTION_MOST:
        raise Refusal("refusal-question-too-long", most=QUESTION_MOST)
    if small_talk(text) == "thanks":
        return say("small-talk-thanks")
    if not checked and kinds(text):
        return _warning(pass_on, "text", text, {"question": asked.id})
    waits = questions.spoken_again(asked, now=desk.now)
    more = say("question-more", asker=_name(desk, asked), text=Multiline(text))
    if not await to_team(desk, waits, more):
        waits = replace(waits, text=f"{waits.text}\n{text}"[:QUESTION_MOST])
    await desk.store.questions.change(waits)
    if waits != asked:
        await show(desk, waits)
    return say("question-more-sent").on("question", asked.id)


@command(on=Act.EDITED)
async def edited(desk: Desk) -> Reply:
    """An edited question reaches the team, personal data masked; other edits change nothing."""
    asked = await _asked_by_this(desk)
    text = masked(_ORDER.sub("", desk.heard.text)[:QUESTION_MOST])
    if asked is None or not asked.waits or asked.text == text:
        return Reply()
    changed = replace(asked, text=text)
    await desk.store.questions.change(changed)
    told = say("question-edited", asker=_name(desk, asked), text=Multiline(text))
    await to_team(desk, changed, told)
    await show(desk, changed)
    return Reply()


@command(on=Act.DELETED)
async def deleted(desk: Desk) -> Reply:
    """A deleted question is withdrawn; the same question of others still waits."""
    asked = await _asked_by_this(desk)
    if asked is None:
        return Reply()
    joined = await desk.store.questions.joined(asked.id)
    heir, others = questions.parted(asked, joined, now=desk.now)
    changed = [questions.withdrawn(asked), *filter(None, [heir]), *others]
    for one in changed:
        await desk.store.questions.change(one)
    await to_team(desk, asked, say("question-withdrawn", asker=_name(desk, asked)))
    await show(desk, *changed)
    return Reply()


def _handed_over(desk: Desk, kept: Question, *, read: bool) -> Reply:
    """What happens next, and a way to take one's name back where only the asker hears it."""
    hours = desk.fabrique.policy.answer_within
    within = Phrase("question-age", {"days": hours // 24 if hours >= 48 else 0, "hours": hours})
    reply = say("question-kept")
    if read:
        reply = say("question-handed-over", anonymous=kept.anonymous, within=within)
    if desk.chat.private and not kept.anonymous:
        reply = reply.choose(option("choice-hide-name", hide_name, question=kept.id))
    return reply.on("question", kept.id)


def _warning(send: Named, parameter: str, text: str, given: Mapping[str, object]) -> Reply:
    """What personal data the words hold, before anybody reads them."""
    what = Items(tuple(Phrase(PERSONAL[kind]) for kind in kinds(text)))
    without, whole = ({**given, "checked": True, parameter: one} for one in (masked(text), text))
    return say("personal-data", what=what).choose(
        option("choice-mask", send, **without),
        option("choice-send-as-is", send, **whole),
        option("choice-cancel", keep_to_oneself),
    )


def _name(desk: Desk, asked: Question) -> str:
    return "" if asked.anonymous else desk.person.name


async def _own(desk: Desk, number: int) -> Question:
    asked = await known(desk, number)
    if asked.person != desk.person.id:
        raise Refusal("refusal-choice-not-yours")
    return asked


async def _asked_by_this(desk: Desk) -> Question | None:
    """The question that the message asked and that waits, if its asker touches it."""
    message = desk.heard.message
    asked = await desk.store.questions.asked_in(desk.chat.id, message) if message else None
    if asked is None or asked.person != desk.person.id:
        return None
    return asked if asked.waits or asked.state is QuestionState.MERGED else None
