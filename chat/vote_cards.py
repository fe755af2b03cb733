"""A vote as the team sees it: drawn as a poll where there are polls, counted everywhere."""

from __future__ import annotations

from datetime import date

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.meetings import Meeting, month_of
from domain.polls import Poll
from domain.values import Lines, Month, NearDay, Phrase


def days_of(poll: Poll) -> tuple[date, ...]:
    """The days that are put to the vote."""
    return tuple(date.fromisoformat(option) for option in poll.options)


def vote_card(poll: Poll, meeting: Meeting) -> Reply:
    """The vote as it stands; it offers its days until it is closed."""
    reply = say("vote-day", month=Month(month_of(meeting.issue)), closed=poll.closed)
    if poll.turnout or poll.closed:
        reply = reply.then("vote-tally", lines=_tally(poll), count=poll.turnout)
    if not poll.closed:
        reply = reply.choose(*(_option(poll, at, day) for at, day in enumerate(days_of(poll))))
    return reply.on("poll", poll.id)


def result_card(poll: Poll, meeting: Meeting) -> Reply:
    """What came of a vote: the days that lead may be kept by a tap, nothing changes by itself."""
    days = days_of(poll)
    leading = [days[at] for at in poll.leading]
    if not leading:
        return say("vote-nobody", day=NearDay(meeting.day))
    reply = say("vote-result", day=NearDay(leading[0]), leading=len(leading), count=poll.turnout)
    return reply.choose(*(_hold(meeting, day) for day in leading))


def close_choice(poll: Poll) -> Choice:
    """Count no more."""
    return choice("choice-close-vote", "close_vote", poll=poll.id)


def _option(poll: Poll, at: int, day: date) -> Choice:
    return Choice(Words("choice-day", {"day": NearDay(day)}), "vote", {"poll": poll.id, "at": at})


def _hold(meeting: Meeting, day: date) -> Choice:
    label = Words("choice-hold-day", {"day": NearDay(day)})
    return Choice(label, "change_day", {"meeting": meeting.id, "day": day})


def _tally(poll: Poll) -> Lines:
    return Lines(
        tuple(
            Phrase("vote-line", {"day": NearDay(day), "votes": poll.votes.get(at, 0)})
            for at, day in enumerate(days_of(poll))
        )
    )
