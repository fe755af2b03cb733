"""A session as its group, its organiser and those who were there see it.

Handlers and the scheduler draw the same cards; the choices name commands, as in `chat/cards.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from chat.cards import choice
from chat.exchange_cards import exchange_values
from chat.words import Choice, Reply, Words, say
from domain.exchange_cases import Holder
from domain.ledger import COMMON
from domain.sessions import Presence, Session, SessionState, lengths
from domain.timebank import Exchange
from domain.values import Items, Lines, Minutes, Phrase

NAMES_FEW = 5
"""A group's card names no more than these; more are counted."""

NAMES_MOST = 40
"""Names that a private message lists; the rest is counted."""


class Known(Protocol):
    """Somebody of a session."""

    @property
    def person(self) -> int:
        """Their number."""

    @property
    def name(self) -> str:
        """Their name."""

    @property
    def presence(self) -> Presence:
        """What is known of them."""


def session_card(session: Session, people: Sequence[Known], *, organiser: str) -> Reply:
    """A session as it stands: in its group for everybody, in private for its organiser."""
    there = _names(people, Presence.THERE)
    reply = say("session-card", **session_values(session, organiser))
    if session.state is SessionState.CLOSED:
        each = Minutes(
            max(lengths(session, [one.person for one in people if _there(one)]).values())
        )
        reply = reply.then("session-closed", way=session.way.value, count=len(there), each=each)
    elif not session.is_open:
        reply = reply.then("session-off", state=session.state.value)
    elif session.chat is not None:
        reply = reply.then("session-in-group", count=len(there), names=_few(there))
    else:
        asked = _names(people, Presence.ASKED)
        reply = reply.then("session-there", count=len(there), names=_listed(there))
        reply = reply.then("session-asked", count=len(asked), names=_listed(asked))
    return reply.choose(*_choices(session)).on("session", session.id)


def _choices(session: Session) -> Sequence[Choice]:
    if not session.is_open:
        return ()
    close = choice("choice-close-session", "close_session", session=session.id)
    if session.chat is None:
        return choice("choice-add-people", "name_present", session=session.id), close
    return *_my_word(session), close


def _my_word(session: Session) -> tuple[Choice, Choice]:
    return (
        choice("choice-was-there", "was_there", session=session.id),
        choice("choice-was-not-there", "was_not_there", session=session.id),
    )


def asked_card(session: Session, *, organiser: str) -> Reply:
    """What somebody whom the organiser named is asked in private."""
    reply = say("session-were-you-there", **session_values(session, organiser))
    return reply.choose(*_my_word(session))


def session_draft(session: Session, people: Sequence[Known], *, organiser: str, few: bool) -> Reply:
    """What closing would enter, before it does; `few`: where others read it, names are few."""
    there = [one for one in people if _there(one)]
    counted = lengths(session, [one.person for one in there])
    reply = say("session-draft", **session_values(session, organiser))
    if few and len(there) > NAMES_FEW:
        each = Minutes(max(counted.values()))
        reply = reply.then("session-draft-count", count=len(there), each=each)
    else:
        reply = reply.then("session-draft-lines", lines=_lines(session, there, counted))
        if len(there) > NAMES_MOST:
            reply = reply.then("session-draft-more", count=len(there) - NAMES_MOST)
    silent = _names(people, Presence.ASKED)
    if silent:
        reply = reply.then("session-draft-silent", names=_listed(silent))
    enter = {"session": session.id, "version": session.version}
    return reply.choose(
        choice("choice-exact", "enter_session", **enter),
        choice("choice-not-yet", "leave_session_open", session=session.id),
        choice("choice-cancel-session", "cancel_session", session=session.id),
    )


def thin_card(session: Session, *, count: int) -> Reply:
    """Less than a minute each is no share: the pot may offer it instead."""
    return say("session-thin", count=count, duration=Minutes(session.minutes)).choose(
        choice("choice-let-pot-offer", "let_pot_offer", session=session.id),
        choice("choice-cancel-session", "cancel_session", session=session.id),
    )


def reminder_card(session: Session, *, organiser: str, count: int) -> Reply:
    """An open session that its organiser may have forgotten."""
    reply = say("session-forgotten", count=count, **session_values(session, organiser))
    return reply.choose(
        choice("choice-close-session", "close_session", session=session.id),
        choice("choice-cancel-session", "cancel_session", session=session.id),
    )


def made_card(session: Session, exchange: Exchange, *, organiser: str, balance: int) -> Reply:
    """What a session made for one of those who were there, and a way to say that it is wrong."""
    values = session_values(session, organiser) | {"duration": Minutes(exchange.minutes)}
    gave = exchange.receiver.kind in COMMON
    reply = say("session-made", gave=gave, **values)
    if exchange.counts:
        reply = reply.then("session-balance", balance=Minutes(balance))
    else:
        reply = reply.then("session-waits-for-team")
    return reply.choose(choice("choice-not-right", "dispute_session", exchange=exchange.id))


def hours_to_confirm(
    session: Session,
    waiting: Sequence[tuple[Exchange, Holder]],
    *,
    organiser: str,
    count: int,
) -> Reply:
    """Hours that the pot would give for a session, before the team: all in one tap."""
    lines = tuple(
        Phrase("session-hours-line", {"name": giver, "duration": Minutes(one.minutes)})
        for one, giver in waiting[:NAMES_MOST]
    )
    more = len(waiting) - len(lines)
    values = session_values(session, organiser)
    return (
        say("session-hours", lines=Lines(lines), more=more, count=count, **values)
        .choose(
            choice("choice-confirm", "confirm_session", session=session.id),
            choice("choice-contest", "contest_session", session=session.id),
        )
        .on("session", session.id)
    )


def disputed_notice(exchange: Exchange, giver: Holder, receiver: Holder, *, name: str) -> Reply:
    """Somebody does not find themselves in what a session entered; their question follows."""
    return say("session-disputed", name=name, **exchange_values(exchange, giver, receiver))


def session_values(session: Session, organiser: str) -> dict[str, object]:
    """A session as sentences mention it."""
    return {
        "subject": session.subject,
        "day": session.day,
        "duration": Minutes(session.minutes),
        "organiser": organiser,
        "way": session.way.value,
    }


def _there(one: Known) -> bool:
    return one.presence is Presence.THERE


def _names(people: Sequence[Known], presence: Presence) -> list[str]:
    return [one.name for one in people if one.presence is presence]


def _few(names: Sequence[str]) -> Items:
    return Items(tuple(names) if len(names) <= NAMES_FEW else ())


def _listed(names: Sequence[str]) -> Items:
    more = [Phrase("and-others", {"count": len(names) - NAMES_MOST})]
    return Items((*names[:NAMES_MOST], *(more if len(names) > NAMES_MOST else ())))


def _lines(session: Session, there: Sequence[Known], counted: Mapping[int, int]) -> Lines:
    shown = there[:NAMES_MOST]
    return Lines(
        tuple(
            Phrase(
                "session-line",
                {
                    "name": one.name,
                    "duration": Minutes(counted[one.person]),
                    "way": session.way.value,
                },
            )
            for one in shown
        )
    )


def joined(*, fresh: bool, reached: bool) -> Words:
    """A short word to whoever says that they were there."""
    if not fresh:
        return Words("session-known")
    return Words("session-joined" if reached else "session-joined-unreached")
