"""The monthly meeting as people and the team see it, and the file for a calendar.

Handlers and the scheduler draw the same cards; the choices name commands, as in `chat/cards.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from chat.cards import choice
from chat.transport import File
from chat.words import Choice, Reply, Words, say
from domain.events import plain
from domain.fabriques import Fabrique
from domain.meetings import Brought, Meeting, holiday, ics, month_of
from domain.values import Clock, Items, Lines, Month, Multiline, NearDay, Phrase

NAMES_SHOWN = 40
QUESTIONS_SHOWN = 12
QUESTION_MOST = 160
PAGE = 6
"""Names of an attendance list beside its other choices: Matrix draws ten in all."""


class Guest(Protocol):
    """Somebody who signed up."""

    @property
    def person(self) -> int:
        """Their number."""

    @property
    def name(self) -> str:
        """Their name."""

    @property
    def came(self) -> bool | None:
        """Whether they were there, once that was said."""


@dataclass(frozen=True)
class Outlook:
    """What a card tells around a meeting: the days after it, months passed over, who comes."""

    later: Sequence[date] = ()
    skipped: Sequence[date] = ()
    count: int = 0


def when(meeting: Meeting, now: datetime, fabrique: Fabrique) -> Phrase:
    """The day and the hours, or that it is going on."""
    going_on = meeting.at is not None and meeting.starts(fabrique.zone) <= now
    return Phrase(
        "meeting-now" if going_on else "meeting-when",
        {
            "day": NearDay(meeting.day),
            "at": Clock(meeting.at) if meeting.at else None,
            "until": Clock(meeting.until) if meeting.until else None,
        },
    )


def holiday_phrase(meeting: Meeting) -> Phrase | None:
    """The public holiday on which it falls."""
    name = holiday(meeting.day)
    return Phrase("holiday", {"name": name}) if name else None


def meeting_card(
    meeting: Meeting, when: Phrase, outlook: Outlook, *, typed: str, private: bool
) -> Reply:
    """The next meeting, for whoever may come; `typed` is a question written beside."""
    reply = say("meeting-card", when=when, holiday=holiday_phrase(meeting))
    reply = _around(reply.then("meeting-count", count=outlook.count), outlook, typed)
    return reply.choose(
        _come(meeting) if private else choice("choice-come", "sign_up_here", meeting=meeting.id),
        _bring(meeting, typed),
        choice("choice-ics", "meeting_file", meeting=meeting.id),
    )


def guest_card(meeting: Meeting, when: Phrase, outlook: Outlook, *, typed: str = "") -> Reply:
    """The next meeting, for somebody who comes: with its link, so in private only."""
    reply = say("meeting-card", when=when, holiday=holiday_phrase(meeting))
    reply = _around(reply.then("meeting-signed-up", link=meeting.link), outlook, typed)
    return reply.choose(
        _bring(meeting, typed),
        choice("choice-ics", "meeting_file", meeting=meeting.id),
        choice("choice-come-not", "sign_off", meeting=meeting.id),
    )


def _around(reply: Reply, outlook: Outlook, typed: str) -> Reply:
    """What comes after this meeting, and the question that was typed."""
    later = Items(tuple(NearDay(day) for day in outlook.later))
    skipped = Items(tuple(Month(month) for month in outlook.skipped))
    lines = [Phrase("meeting-later", {"later": later})] if later.items else []
    lines += [Phrase("meeting-none-in", {"skipped": skipped})] if skipped.items else []
    if lines:
        reply = reply.then("meeting-around", lines=Lines(tuple(lines)))
    if typed:
        question = plain(typed, most=QUESTION_MOST)
        reply = reply.then("meeting-typed", question=question)
    return reply


def _come(meeting: Meeting) -> Choice:
    return choice("choice-come", "sign_up", meeting=meeting.id)


def _bring(meeting: Meeting, typed: str) -> Choice:
    words = {"words": typed} if typed else {}
    return choice("choice-bring", "bring_question", meeting=meeting.id, **words)


def changed_notice(meeting: Meeting, when: Phrase, file: File) -> Reply:
    """What those who signed up are told when the day, the hour or the link changes."""
    reply = say("meeting-changed", when=when, link=meeting.link).attach(file)
    return reply.choose(choice("choice-come-not", "sign_off", meeting=meeting.id))


def skipped_notice(meeting: Meeting, after: Meeting | None, when: Phrase | None) -> Reply:
    """What those who signed up are told when there is no meeting, with the one that follows."""
    reply = say("meeting-cancelled", day=NearDay(meeting.day))
    if after is None or when is None:
        return reply
    return reply.then("meeting-next", when=when).choose(_come(after))


def day_reminder(meeting: Meeting, when: Phrase) -> Reply:
    """Tomorrow, for those who come."""
    return say("meeting-tomorrow", when=when, link=meeting.link).choose(
        choice("choice-bring", "bring_question", meeting=meeting.id),
        choice("choice-come-not", "sign_off", meeting=meeting.id),
    )


def hour_reminder(meeting: Meeting) -> Reply:
    """Within the hour, for those who come."""
    at = Clock(meeting.at) if meeting.at else None
    return say("meeting-soon", at=at, link=meeting.link)


def team_card(
    meeting: Meeting,
    when: Phrase,
    guests: Sequence[Guest],
    brought: Sequence[Brought],
    *,
    last: Meeting | None = None,
) -> Reply:
    """A month's meeting before the team: who comes, what was asked, what may be changed."""
    reply = say(
        "meeting-team",
        month=Month(month_of(meeting.issue)),
        when=when,
        holiday=holiday_phrase(meeting),
        state=meeting.state.value,
        link=meeting.link,
    )
    if guests or meeting.planned:
        reply = reply.then("meeting-guests", **_guests(guests))
    if brought:
        reply = reply.then("meeting-questions", **_questions(brought))
    return reply.choose(*_changes(meeting), *_elsewhere(last)).on("meeting", meeting.id)


def _changes(meeting: Meeting) -> list[Choice]:
    if not meeting.planned:
        return [choice("choice-restore-month", "restore_month", meeting=meeting.id)]
    return [
        choice("choice-meeting-day", "change_day", meeting=meeting.id),
        choice("choice-meeting-hour", "change_hour", meeting=meeting.id),
        choice("choice-meeting-link", "change_link", meeting=meeting.id),
        choice("choice-skip-month", "skip_month", meeting=meeting.id),
        choice("choice-vote-day", "vote_on_day", meeting=meeting.id),
    ]


def _elsewhere(last: Meeting | None) -> list[Choice]:
    others = [choice("choice-other-months", "other_months")]
    if last is not None:
        others.append(choice("choice-last-meeting", "review_meeting", meeting=last.id))
    return others


def _guests(guests: Sequence[Guest]) -> dict[str, object]:
    names = tuple(one.name for one in guests[:NAMES_SHOWN])
    more = len(guests) - len(names)
    return {"count": len(guests), "names": Items(names), "more": more}


def _questions(brought: Sequence[Brought]) -> dict[str, object]:
    lines = tuple(
        Phrase("meeting-asked", {"name": one.name, "text": plain(one.text, most=QUESTION_MOST)})
        for one in brought[:QUESTIONS_SHOWN]
    )
    more = len(brought) - len(lines)
    return {"count": len(brought), "lines": Lines(lines), "more": more}


def incomplete_card(meeting: Meeting, when: Phrase, *, count: int) -> Reply:
    """Three days before: the hour or the link is missing, and people come."""
    missing = "link" if meeting.at else "hour" if meeting.link else "both"
    reply = say("meeting-incomplete", when=when, missing=missing, count=count)
    if not meeting.at:
        reply = reply.choose(choice("choice-meeting-hour", "change_hour", meeting=meeting.id))
    if not meeting.link:
        reply = reply.choose(choice("choice-meeting-link", "change_link", meeting=meeting.id))
    return reply.on("meeting", meeting.id)


def eve_card(when: Phrase, guests: Sequence[Guest], brought: Sequence[Brought]) -> Reply:
    """The day before: what the team will be asked."""
    reply = say("meeting-eve", when=when, count=len(guests))
    if brought:
        return reply.then("meeting-questions", **_questions(brought))
    return reply.then("meeting-no-question")


def holiday_card(meeting: Meeting, holiday: Phrase) -> Reply:
    """The rule gives a public holiday: the team says once what becomes of it."""
    return (
        say("meeting-on-holiday", day=NearDay(meeting.day), holiday=holiday)
        .choose(
            choice("choice-keep-day", "keep_day", meeting=meeting.id),
            choice("choice-meeting-day", "change_day", meeting=meeting.id),
            choice("choice-skip-month", "skip_month", meeting=meeting.id),
            choice("choice-vote-day", "vote_on_day", meeting=meeting.id),
        )
        .on("meeting", meeting.id)
    )


def attendance_card(meeting: Meeting, guests: Sequence[Guest], *, page: int = 0) -> Reply:
    """Who was there, to be ticked; a few names at a time."""
    came = sum(one.came is True for one in guests)
    unsaid = sum(one.came is None for one in guests)
    day = NearDay(meeting.day)
    reply = say("meeting-attendance", day=day, count=len(guests), came=came, unsaid=unsaid)
    shown = guests[page * PAGE : (page + 1) * PAGE]
    reply = reply.choose(*(_ticked(meeting, one, page) for one in shown))
    if guests:
        reply = reply.choose(choice("choice-all-came", "tick_all", meeting=meeting.id, page=page))
    if len(guests) > PAGE:
        after = (page + 1) % -(-len(guests) // PAGE)
        reply = reply.choose(
            choice("choice-other-names", "see_guests", meeting=meeting.id, page=after)
        )
    return reply.choose(choice("choice-summary", "draft_summary", meeting=meeting.id))


def _ticked(meeting: Meeting, guest: Guest, page: int) -> Choice:
    label = {True: "choice-came", False: "choice-came-not", None: "choice-named"}[guest.came]
    given = {"meeting": meeting.id, "person": guest.person, "came": not guest.came, "page": page}
    return Choice(Words(label, {"name": guest.name}), "tick", given)


def brought_card(question: Brought) -> Reply:
    """A question that was brought, before the team, afterwards."""
    reply = say("brought-card", asker=question.name, question=Multiline(question.text))
    return reply.choose(
        choice("choice-answer", "answer_brought", brought=question.id),
        choice("choice-said-aloud", "answered_aloud", brought=question.id),
    ).on("brought", question.id)


def calendar_file(meeting: Meeting, fabrique: Fabrique, now: datetime, *, with_link: bool) -> File:
    """The meeting for one's own calendar."""
    content = ics(
        meeting,
        zone=fabrique.zone,
        slug=fabrique.slug,
        name=fabrique.name,
        at=now,
        with_link=with_link,
    )
    return File(f"permanence-{meeting.issue}.ics", "text/calendar", content)
