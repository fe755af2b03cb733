"""Calls as they are shown: drafted before the team, told in private, listed for everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.calls import Answer, Call, CallKind, CallState, Note
from domain.places import Nearness
from domain.seen import Seen
from domain.values import Items, Lines, Multiline, NearDay, Phrase, Quoted

_NEAR = {
    Nearness.SAME_COMMUNE: "why-same-commune",
    Nearness.SAME_EPCI: "why-same-epci",
    Nearness.SAME_DEPARTEMENT: "why-same-departement",
    Nearness.SAME_REGION: "why-same-region",
    Nearness.ELSEWHERE: "why-far",
}


@dataclass(frozen=True)
class Result:
    """What everybody may know of a choice: how many answered, how many were chosen, and the names
    of those of them who agreed to be named.
    """

    call: Call
    answers: int
    chosen: int
    names: tuple[str, ...]


def criteria_of(call: Call) -> Items:
    """What a call is decided by, in words."""
    return Items(tuple(criterion(one) for one in call.criteria))


def criterion(name: str) -> Phrase:
    """One of them."""
    return Phrase("criterion", {"criterion": name})


def draft_card(
    call: Call,
    *,
    skill: str,
    candidates: Sequence[Choice],
    territories: Sequence[Choice],
    reached: int,
) -> Reply:
    """A call before it opens, as it will be read, and who would be told; first of all, what skill
    it needs, where that is not clear. `territories` are those that may be meant.
    """
    card = say("call-draft", call=_call(call), criteria=criteria_of(call))
    if call.concept is None and candidates:
        none = choice("choice-no-skill", "set_call_skill", call=call.id, concept="")
        return card.then("call-which-skill").choose(*candidates, none).on("call", call.id)
    card = card.then("call-reaches", count=reached, skill=skill)
    if territories:
        card = card.then("call-which-territory", count=len(territories))
    return card.choose(
        choice("choice-open-call", "open_call", call=call.id),
        choice("choice-change-call", "change_call", call=call.id),
        choice("choice-drop-call", "drop_call", call=call.id),
        *territories,
    ).on("call", call.id)


def team_card(call: Call, answers: Sequence[Answer]) -> Reply:
    """A call before the team, as it stands, with what comes next."""
    counting = [one for one in answers if one.counts]
    card = say("call-card", call=_call(call), criteria=criteria_of(call)).then(
        "call-state",
        state=call.state.value,
        count=len(counting),
        kept=sum(one.chosen for one in counting),
        asked=sum(one.told_at is not None for one in answers),
        waiting=sum(one.waits for one in answers),
    )
    return card.choose(*_next(call, len(counting))).on("call", call.id)


def _next(call: Call, answers: int) -> list[Choice]:
    given = {"call": call.id}
    read = [
        choice("choice-see-answers", "see_answers", **given),
        choice("choice-as-csv", "answers_file", **given),
    ]
    digest = [] if call.in_digest else [choice("choice-in-digest", "put_in_digest", **given)]
    end = choice("choice-cancel-call", "cancel_call", **given)
    seen = read if answers else []
    if call.state is CallState.OPEN:
        return [*seen, choice("choice-close-call", "close_call", **given), *digest, end]
    if call.state is CallState.CLOSED:
        tell = choice("choice-tell-choice", "publish_selection", **given)
        return [*seen, tell, choice("choice-reopen-call", "reopen_call", **given), end]
    return seen


def invitation(call: Call) -> Reply:
    """A call, told to somebody who offers what it looks for."""
    return (
        public_card(call)
        .then("call-why-you")
        .choose(
            choice("choice-come-in", "come_in", call=call.id),
            choice("choice-not-this-time", "not_this_time", call=call.id),
            choice("choice-no-calls", "no_more_calls"),
        )
    )


def public_card(call: Call) -> Reply:
    """A call for whoever may answer: what it is, what decides, who does and until when."""
    return say("call-public", call=_call(call), criteria=criteria_of(call))


def digest_calls(calls: Sequence[Call]) -> Words:
    """Open calls under a week's agenda."""
    return Words("digest-calls", {"lines": Lines(tuple(map(call_line, calls)))})


def call_line(call: Call) -> Phrase:
    """An open call on one line."""
    return Phrase(
        "call-line", {"title": call.title, "kind": call.kind.value, "closes": NearDay(call.closes)}
    )


def result_line(result: Result) -> Phrase:
    """What became of a call, for everybody."""
    return Phrase(
        "call-result",
        {
            "title": result.call.title,
            "count": result.answers,
            "kept": result.chosen,
            "names": Items(result.names),
            "unnamed": result.chosen - len(result.names),
            "criteria": criteria_of(result.call),
        },
    )


def seen_lines(seen: Seen, call: Call, said: dict[str, str]) -> Lines:
    """What is known of somebody who answers, and what they said in a tap."""
    lines: list[object] = [
        Phrase("call-seen-offers", {"offers": _quoted(seen.offers)}),
        Phrase("call-seen-sheets", {"sheets": _quoted(seen.sheets)}),
        Phrase("call-seen-shared", {"shared": _quoted(seen.shared)}),
        Phrase("call-seen-sessions", {"sessions": _quoted(seen.sessions), "count": seen.meetings}),
    ]
    filled = (seen.offers, seen.sheets, seen.shared, seen.sessions or seen.meetings)
    shown = [line for line, full in zip(lines, filled, strict=True) if full]
    if call.place is not None and seen.near is not Nearness.UNKNOWN:
        shown.append(Phrase("call-seen-place", {"where": Phrase(_NEAR[seen.near])}))
    if call.kind is CallKind.TERRITORY:
        shown += [Phrase(id, {"said": said.get(name, "no")}) for name, id in _SAID.items()]
    return Lines(tuple(shown) or (Phrase("call-seen-nothing"),))


_SAID = {
    "fundamentals": "call-said-fundamentals",
    "sheets": "call-said-sheets",
    "context": "call-said-context",
}

ASKED = tuple(_SAID)
"""What is asked of those who would accompany a territory, where the fabrique does not know it."""


def answer_card(
    call: Call, answer: Answer, *, name: str, seen: Seen, by: Mapping[int, str]
) -> Reply:
    """An answer before the team: what was said, what is known, and the next thing to say of it;
    `by` are the names of those who marked it.
    """
    card = say(
        "call-answer",
        name=name,
        title=call.title,
        text=Multiline(answer.text),
        seen=seen_lines(seen, call, dict(answer.said)),
    )
    if answer.notes:
        card = card.then("call-notes", lines=notes_lines(call, answer, by))
    if answer.chosen:
        card = card.then("call-chosen-why", why=Quoted(answer.why))
    elif answer.why:
        card = card.then("call-unchosen-why", why=Quoted(answer.why))
    if call.is_live:
        card = _what_next(card, call, answer)
    return card.on("answer", answer.id)


def _what_next(card: Reply, call: Call, answer: Answer) -> Reply:
    left = [at for at, one in enumerate(call.criteria) if one not in answer.notes]
    if left:
        at = left[0]
        return card.then("call-mark-ask", criterion=criterion(call.criteria[at])).choose(
            *(
                choice(label, "mark_answer", answer=answer.id, criterion=at, mark=mark)
                for label, mark in _MARKS
            )
        )
    again = choice("choice-mark-again", "mark_again", answer=answer.id)
    if answer.chosen:
        return card.choose(choice("choice-unchoose", "unchoose_answer", answer=answer.id), again)
    if call.state is CallState.CLOSED:
        return card.then("call-word-how").choose(
            choice("choice-choose", "choose_answer", answer=answer.id),
            choice("choice-explain", "explain_answer", answer=answer.id),
            again,
        )
    return card.then("call-choose-later").choose(again)


_MARKS = (("choice-mark-yes", "yes"), ("choice-mark-partly", "partly"), ("choice-mark-no", "no"))


def notes_lines(call: Call, answer: Answer, by: Mapping[int, str]) -> Lines:
    """What the team noted of an answer, by each criterion, and who of them did where it is said."""
    noted = [(one, answer.notes[one]) for one in call.criteria if one in answer.notes]
    return Lines(tuple(_note(name, note, by.get(note.by or 0, "")) for name, note in noted))


def _note(name: str, note: Note, by: str) -> Phrase:
    values = {"criterion": criterion(name), "mark": note.mark.value, "word": Quoted(note.word)}
    return Phrase("call-note", {**values, "by": by})


def outcome(call: Call, answer: Answer, *, answers: int, chosen: int) -> Reply:
    """What became of somebody's own answer, with its reasons."""
    told = say(
        "call-outcome",
        chosen=answer.chosen,
        title=call.title,
        why=Quoted(answer.why),
        lines=notes_lines(call, answer, {}),
        count=answers,
        kept=chosen,
    )
    if not answer.chosen:
        return told.then("call-outcome-why", why=Quoted(answer.why)) if answer.why else told
    return told.then("call-name-ask").choose(
        choice("choice-call-with-name", "show_name_for", call=call.id, shows=True),
        choice("choice-call-without-name", "show_name_for", call=call.id, shows=False),
    )


def _call(call: Call) -> Phrase:
    return Phrase(
        "call-lines",
        {
            "title": call.title,
            "what": Multiline(call.what),
            "kind": call.kind.value,
            "place": call.place.name if call.place else "",
            "room": call.places,
            "closes": NearDay(call.closes),
        },
    )


def _quoted(texts: Sequence[str]) -> Items:
    return Items(tuple(Quoted(one) for one in texts))
