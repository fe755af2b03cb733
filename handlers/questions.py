"""The asker's side of a question before the team: handed over, added to, changed, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from chat.command import Where, command
from chat.words import Named, Reply, option, say
from domain import questions
from domain.deep_links import Opens
from domain.errors import Refusal
from domain.past_questions import repeated
from domain.privacy import Kind, kinds, masked
from domain.questions import QUESTION_MOST, Question, QuestionState
from domain.small_talk import Talk, small_talk
from domain.values import Items, Phrase
from handlers import carried
from handlers.desk import Desk, link_to
from handlers.question_desk import asker_name, known, post_cards, show, show_everywhere, to_team

PERSONAL: Mapping[Kind, str] = {
    Kind.PHONE: "personal-phone",
    Kind.EMAIL: "personal-email",
    Kind.IBAN: "personal-iban",
    Kind.SOCIAL: "personal-social",
    Kind.ADDRESS: "personal-address",
}


@command()
async def hand_over(
    desk: Desk,
    question: str,
    anonymous: bool = False,
    checked: bool = False,
    message: str | None = None,
    judged: bool = False,
) -> Reply:
    """Bring a question before the team, once, and say what happens next.

    `checked`: the asker knows of the personal data in it. `message` is where it was asked, when
    that is not what was heard last. `judged`: the asker said what the bot's answer was worth.
    """
    said_in = message or desk.heard.message
    unnamed = anonymous and desk.chat.private
    if not checked and kinds(question):
        more = {"anonymous": unnamed, "message": said_in, "judged": judged}
        return _warning(hand_over, "question", question, more)
    again = await asked_before(desk, question)
    if again is not None:
        repeated_to = say("question-repeated", at=again.at).on("question", again.id)
        return await _with_its_file(desk, again, repeated_to)
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
        suggested=questions.suggested(findings, judged=judged),
    )
    kept = await desk.store.questions.hand_over(asked)
    handed = await _handed_over(desk, kept, read=await post_cards(desk, kept) > 0)
    return await _with_its_file(desk, kept, handed)


async def asked_before(desk: Desk, question: str) -> Question | None:
    """The person's own question that says the same, while it still waits."""
    waiting = await desk.store.questions.waiting_of(desk.person.id)
    again = repeated(question, [(one.id, one.text) for one in waiting])
    return next((one for one in waiting if one.id == again), None)


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
    await show_everywhere(desk, unnamed)
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
    waits again. Thanks trouble nobody. Under a file, personal data are masked: it cannot wait for
    an answer.
    """
    if len(text) > QUESTION_MOST:
        raise Refusal("refusal-question-too-long", most=QUESTION_MOST)
    if small_talk(text) is Talk.THANKS:
        return say("small-talk-thanks")
    if not checked and kinds(text):
        if desk.file is None:
            return _warning(pass_on, "text", text, {"question": asked.id})
        text = masked(text)
    waits = questions.spoken_again(asked, now=desk.now)
    confirmed = await carried.is_confirmed(desk, asked)
    words = Reply() if confirmed else carried.more_words(text, asker=asker_name(desk, asked))
    more = carried.with_file(desk, words, text)
    source = carried.source_of(desk, asked.id, text, from_team=False)
    if not await to_team(desk, waits, more, source=source):
        waits = replace(waits, text=f"{waits.text}\n{text}"[:QUESTION_MOST])
    await desk.store.questions.change(waits)
    if waits != asked:
        await show(desk, waits)
    if confirmed:
        return Reply()
    return say("question-more-sent").on("question", asked.id)


async def _handed_over(desk: Desk, kept: Question, *, read: bool) -> Reply:
    """What happens next; a way to take one's name back where only the asker hears it, one to
    follow it in private where everybody does.
    """
    hours = desk.fabrique.policy.answer_within
    within = Phrase("question-age", {"days": hours // 24 if hours >= 48 else 0, "hours": hours})
    reply = say("question-kept")
    if read:
        reply = say("question-handed-over", anonymous=kept.anonymous, within=within)
    if desk.chat.private and not kept.anonymous:
        reply = reply.choose(option("choice-hide-name", hide_name, question=kept.id))
    if not desk.chat.private and (link := await link_to(desk, Opens.QUESTION, kept.id)):
        reply = reply.then("question-follow-link", link=link)
    return reply.on("question", kept.id)


async def _with_its_file(desk: Desk, asked: Question, reply: Reply) -> Reply:
    """The reply, which says so when the file that came with the question went to the team."""
    brought = await carried.bring_along(desk, asked, asker=asker_name(desk, asked))
    return reply.then("question-file-sent") if brought else reply


def _warning(send: Named, parameter: str, text: str, given: Mapping[str, object]) -> Reply:
    """What personal data the words hold, before anybody reads them."""
    what = Items(tuple(Phrase(PERSONAL[kind]) for kind in kinds(text)))
    without, whole = ({**given, "checked": True, parameter: one} for one in (masked(text), text))
    return say("personal-data", what=what).choose(
        option("choice-mask", send, **without),
        option("choice-send-as-is", send, **whole),
        option("choice-cancel", keep_to_oneself),
    )


async def _own(desk: Desk, number: int) -> Question:
    asked = await known(desk, number)
    if asked.person != desk.person.id:
        raise Refusal("refusal-choice-not-yours")
    return asked
