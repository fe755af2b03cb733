"""The card of a question in the team's chat: what was asked, what the bot knew, where it stands.

It is drawn anew at each change, so it says nothing that time alone makes untrue.
"""

from __future__ import annotations

from datetime import datetime

from chat.cards import age, aged, choice
from chat.words import Choice, Reply, Words, say
from domain.cases import Case
from domain.past_questions import Past
from domain.questions import QuestionState
from domain.values import Lines, Multiline, Phrase, Quoted

WHOLE_MOST = 800
"""Characters of a question on its card, which must fit into one message to be redrawn there."""

TITLE_MOST = 80
ANSWER_MOST = 120
LABEL_MOST = 60


def question_card(case: Case) -> Reply:
    """A question before the team, with what may be done about it as it stands."""
    question = case.question
    reply = say("question-card", asker=case.asker, question=Multiline(_begun(question.text)))
    reply = reply.then("question-origin", group=_group(case), at=question.at)
    if case.others:
        reply = reply.then("question-others", count=case.others)
    if question.waits:
        reply = _known(reply, case)
    for words in _standing(case):
        reply = reply.then(words.id, **words.values)
    return reply.choose(*_choices(case)).on("question", question.id)


def whole_question(case: Case) -> Reply | None:
    """The words of a question too long for its card, which shows their beginning."""
    text = case.question.text
    if len(text) <= WHOLE_MOST:
        return None
    return say("question-whole", text=Multiline(text)).on("question", case.question.id)


def waiting_card(case: Case, now: datetime) -> Reply:
    """A question's card below the time that it has waited, as it is shown when asked for."""
    return aged(question_card(case), case.question.since, now)


def moved_card(case: Case) -> Reply:
    """What is left of a card once the same one stands further down."""
    return say(
        "question-card-moved", asker=case.asker, question=Quoted(cut(case.question.text))
    ).on("question", case.question.id)


def overdue(case: Case, now: datetime) -> Reply:
    """A reminder to the team, which names who took the question."""
    reply = say("question-overdue", age=age(case.question.since, now), name=case.taker)
    return reply.on("question", case.question.id)


def cut(text: str, most: int = TITLE_MOST) -> str:
    """The beginning of somebody's words, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _begun(text: str) -> str:
    return text if len(text) <= WHOLE_MOST else text[: WHOLE_MOST - 1].rstrip() + "…"


def _group(case: Case) -> object:
    if case.group is None:
        return None
    return Quoted(cut(case.group)) if case.group else Phrase("question-some-group")


def _known(reply: Reply, case: Case) -> Reply:
    """What the bot would have answered, and what was asked before."""
    if case.suggested:
        titles = Lines(
            tuple(Phrase("question-entry", {"title": cut(t)}) for _, t in case.suggested)
        )
        band = case.question.suggested.band.value
        reply = reply.then("question-suggested", band=band, titles=titles)
    if case.similar:
        reply = reply.then("question-similar", lines=Lines(tuple(map(_past, case.similar))))
    return reply


def _past(past: Past) -> Phrase:
    values = {
        "question": Quoted(cut(past.text)),
        "state": past.state.value,
        "answer": Quoted(cut(past.answer, ANSWER_MOST)),
    }
    return Phrase("question-past", values)


def _standing(case: Case) -> list[Words]:
    """Where the question stands, and how to answer it."""
    question = case.question
    match question.state:
        case QuestionState.ANSWERED:
            entry = [Words("question-in-base", {"title": case.entry})] if case.entry else []
            return [Words("question-settled", {"name": case.settler}), *entry]
        case QuestionState.CLOSED:
            return [Words("question-closed", {"name": case.settler})]
        case QuestionState.MERGED:
            twin = Quoted(cut(case.twin))
            return [Words("question-same", {"name": case.settler, "question": twin})]
    lines = [Words("question-hint")]
    if question.waits_again:
        lines.insert(0, Words("question-again", {"answered": bool(question.answered_at)}))
    if question.state is QuestionState.TAKEN:
        lines.insert(0, Words("question-taken", {"name": case.taker}))
    return lines


def _choices(case: Case) -> list[Choice]:
    number = case.question.id
    match case.question.state:
        case QuestionState.ANSWERED:
            keep = choice("choice-keep-answer", "keep_answer", question=number)
            reopen = choice("choice-reopen", "reopen_question", question=number)
            return [reopen] if case.entry else [keep, reopen]
        case QuestionState.CLOSED | QuestionState.MERGED:
            return [choice("choice-reopen", "reopen_question", question=number)]
        case QuestionState.TAKEN:
            mine = choice("choice-give-back", "give_back_question", question=number)
        case _:
            mine = choice("choice-take", "take_question", question=number)
    choices = [
        choice("choice-answer", "answer_question", question=number),
        mine,
        choice("choice-same", "merge_question", question=number),
        choice("choice-not-for-us", "dismiss_question", question=number),
    ]
    if case.suggested:
        entry, _ = case.suggested[0]
        choices.append(choice("choice-send-entry", "send_entry", question=number, entry=entry))
    return choices
