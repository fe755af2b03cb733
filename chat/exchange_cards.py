"""Exchanges of time as they are shown, with what may be done about them.

A card shows an exchange as it stands and is drawn anew when that changes, so that nothing on it can
be pressed to another effect than it says.
"""

from __future__ import annotations

from dataclasses import replace

from chat.cards import choice
from chat.gift_cards import gift_to_answer
from chat.words import Choice, Reply, Words, say
from domain.balances import Leaning
from domain.exchange_cases import ExchangeCase, Holder, Voice
from domain.ledger import Kind
from domain.timebank import OPEN, Exchange, ExchangeState, may_change
from domain.values import Minutes, Phrase, Quoted
from domain.waits import EXPIRES_AFTER

_FIRST = {"holder-pot": "holder-pot-first", "holder-team": "holder-team-first"}
_TO = {"holder-pot": "holder-pot-to", "holder-team": "holder-team-to"}
"""The pot and the team at the beginning of a line, and after "à", which changes their article."""


def exchange_values(exchange: Exchange, giver: Holder, receiver: Holder) -> dict[str, object]:
    """An exchange as sentences mention it."""
    return {
        "giver": giver,
        "first": _first(giver),
        "receiver": receiver,
        "to": _to(receiver),
        "duration": Minutes(exchange.minutes),
        "day": exchange.day,
        "subject": exchange.subject,
        "kind": exchange.kind.value,
        "paid": exchange.paid,
    }


def _first(holder: Holder) -> Holder:
    if isinstance(holder, Phrase) and holder.id in _FIRST:
        return Phrase(_FIRST[holder.id])
    return holder


def _to(holder: Holder) -> Phrase:
    if isinstance(holder, Phrase) and holder.id in _TO:
        return Phrase(_TO[holder.id])
    return Phrase("holder-to", {"name": holder})


def case_values(case: ExchangeCase) -> dict[str, object]:
    """The exchange of a case as sentences mention it."""
    return exchange_values(case.exchange, case.giver, case.receiver)


def exchange_phrase(case: ExchangeCase) -> Phrase:
    """An exchange, or what a correction would make of one."""
    if case.before is None or case.exchange.kind is not Kind.CORRECTION:
        return Phrase("exchange-lines", case_values(case))
    return Phrase("exchange-corrected", corrected_values(case))


def _shown(case: ExchangeCase) -> dict[str, object]:
    return {"exchange": exchange_phrase(case)}


def _lines(case: ExchangeCase) -> Words:
    """The same as a paragraph of its own."""
    phrase = exchange_phrase(case)
    return Words(phrase.id, phrase.values)


def corrected_values(case: ExchangeCase) -> dict[str, object]:
    """What a corrected exchange came to and would come to, as sentences mention it."""
    before = exchange_values(case.before or case.exchange, *case.before_sides)
    return {
        "before": Phrase("exchange-lines", before),
        "change": Phrase("exchange-becomes", becomes(case.came_to, case.comes_to)),
    }


def becomes(now: int, should: int) -> dict[str, object]:
    """What an exchange comes to and what it should, both perhaps turned round."""
    return {
        "now": Minutes(abs(now)),
        "turned": now < 0,
        "should": Minutes(abs(should)),
        "way": "turned" if should < 0 else "same" if should else "never",
    }


def exchange_card(case: ExchangeCase, *, team: bool) -> Reply:
    """An exchange as it stands, before those who have to speak or before the team."""
    state = case.exchange.state
    if state in OPEN:
        reply = _to_confirm(case)
    elif state is ExchangeState.CONTESTED:
        reply = _contested(case, team=team)
    else:
        reply = Reply((_lines(case), _ended(case, team=team)))
    return reply.on("exchange", case.exchange.id)


def _to_confirm(case: ExchangeCase) -> Reply:
    exchange = case.exchange
    if exchange.kind is Kind.GIFT:
        return gift_to_answer(exchange, case.giver, case.receiver)
    number = exchange.id
    choices = [
        choice("choice-confirm", "confirm_exchange", exchange=number),
        choice("choice-contest", "contest_exchange", exchange=number),
    ]
    if may_change(exchange):
        choices.append(choice("choice-change", "change_exchange", exchange=number))
    reply = Reply(_asked(case))
    if exchange.reason:
        reply = reply.then("exchange-reason", reason=Quoted(exchange.reason))
    return reply.then("exchange-is-it-right").choose(*choices)


def _asked(case: ExchangeCase) -> tuple[Words, ...]:
    """Who noted what, and what it stands in place of."""
    exchange, values = case.exchange, case_values(case)
    if exchange.kind is Kind.CORRECTION:
        return (Words("exchange-to-correct", {"noter": case.noter, **_shown(case)}),)
    if case.before is not None:
        before = Phrase("exchange-lines", exchange_values(case.before, *case.before_sides))
        return (
            Words("exchange-changed", {"noter": case.noter, **values}),
            Words("exchange-before", {"before": before}),
        )
    if exchange.spoken or case.awaited is None:
        spoken = Words("exchange-for-others", {"noter": case.noter, **values})
        return spoken, Words("exchange-spoken", {"spoken": exchange.spoken})
    whom = "" if exchange.awaited and exchange.awaited.person else case.awaited
    return (Words("exchange-to-confirm", {"noter": case.noter, "whom": whom, **values}),)


def _contested(case: ExchangeCase, *, team: bool) -> Reply:
    number = case.exchange.id
    reply = say("exchange-contested-card", noter=case.noter, **_shown(case))
    if not team:
        return reply.then("exchange-contested-waits").choose(
            choice("choice-agree", "agree_after_all", exchange=number)
        )
    if case.exchange.reason:
        reply = reply.then("exchange-contested-why", why=Quoted(case.exchange.reason))
    choices = [
        choice("choice-uphold", "uphold_exchange", exchange=number),
        choice("choice-settle-as", "settle_as", exchange=number),
        choice("choice-settled", "settle_contest", exchange=number),
        choice("choice-answer", "write_to_both", exchange=number),
    ]
    if case.exchange.kind is Kind.CORRECTION:
        del choices[1]
    return reply.then("exchange-contested-hint").choose(*choices)


def _ended(case: ExchangeCase, *, team: bool) -> Words:
    exchange = case.exchange
    reason = Quoted(exchange.reason)
    match exchange.state:
        case ExchangeState.CONFIRMED:
            named = team or case.voice is Voice.SIDE
            name = case.confirmer if named else ""
            voice = case.voice.value
            return Words("exchange-counts", {"voice": voice, "name": name, "reason": reason})
        case ExchangeState.EXPIRED:
            return Words("exchange-expired-card", {"days": EXPIRES_AFTER})
    how = "replaced" if case.replaced else "closed" if exchange.reason else "taken-back"
    return Words("exchange-off", {"how": how, "reason": reason})


def _other(case: ExchangeCase) -> Holder | None:
    """Who has to speak, as sentences call them; None for the team."""
    return None if case.exchange.waits_for_team else case.awaited


def exchange_waits(case: ExchangeCase) -> Reply:
    """What somebody noted and others have to answer, with the way to take it back."""
    take_back = choice("choice-take-back", "cancel_exchange", exchange=case.exchange.id)
    return say("exchange-waits", other=_other(case), **_shown(case)).choose(take_back)


def exchange_told(
    case: ExchangeCase,
    *,
    balance: int | None = None,
    holder: Holder | None = None,
    leaning: Leaning = Leaning.EVEN,
    days: int = 0,
) -> Reply:
    """That an exchange counts, with the balance of the one who reads it, and a gentle word where
    it leans far. `holder` is the organisation whose balance it is; who stands on neither side has
    no balance to read. `days`: how long nobody answered, for what counts all the same.
    """
    reply = say("exchange-confirmed", voice=case.voice.value, days=days, **_shown(case))
    if case.exchange.reason:
        reply = reply.then("exchange-reason", reason=Quoted(case.exchange.reason))
    if not case.exchange.counts:
        return reply.then("exchange-paid-apart")
    if balance is None:
        return reply
    reply = reply.then("exchange-balance", balance=Minutes(balance), holder=holder)
    if leaning is Leaning.EVEN:
        return reply
    gives = leaning is Leaning.GIVES
    return reply.then("exchange-leans-gives" if gives else "exchange-leans-receives")


def exchange_reminder(case: ExchangeCase, *, team: bool, last: bool) -> Reply:
    """The card once more, for who has not answered yet."""
    card = exchange_card(case, team=team)
    return replace(card, words=(Words("exchange-reminder", {"last": last}), *card.words))


def exchange_unreached(case: ExchangeCase) -> Reply:
    """To the noter: the other side cannot read it, so that somebody has to tell them."""
    waits = exchange_waits(case)
    invited = case.exchange.state is ExchangeState.INVITED
    words = Words("exchange-unreached", {"other": _other(case), "invited": invited})
    return Reply((words, _lines(case)), waits.choices)


def exchange_expired(case: ExchangeCase, *, noter: bool) -> Reply:
    """To both: nobody answered in time, so that it counts for nothing."""
    return Reply((Words("exchange-expired", {"mine": noter, "days": EXPIRES_AFTER}), _lines(case)))


def paged(reply: Reply, page: int, count: int) -> Reply:
    """A card as a page among others: its choices lead on to the page that then stands there."""
    choices = [_on_page(one, page) for one in reply.choices]
    if page > 0:
        choices.append(choice("choice-previous", "turn_pending", page=page - 1))
    if page < count - 1:
        choices.append(choice("choice-next", "turn_pending", page=page + 1))
    head = Words("pending", {"count": count, "page": page + 1})
    return Reply((head, *reply.words), tuple(choices))


STAYS = frozenset({"confirm_exchange", "contest_exchange", "cancel_exchange", "agree_after_all"})
"""Commands after which another page stands where they were pressed."""


def _on_page(one: Choice, page: int) -> Choice:
    return replace(one, given={**one.given, "page": page}) if one.command in STAYS else one
