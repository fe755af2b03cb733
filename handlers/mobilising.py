"""Time asked of the team in return: a request, an answer, and an exchange once it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import Line, Value, Where, command, labelled, valued
from chat.mobilisation_cards import capacity_phrase, mobilisation_card, withdraw_choice
from chat.words import Reply, option, say, toast
from domain import durations, mobilising, sessions, timebank
from domain.errors import Refusal
from domain.ledger import AccountKind
from domain.mobilising import Case, Mobilisation, MobilisationState, month_of
from domain.values import Minutes, Month
from handlers.confirming import ask_to_confirm
from handlers.desk import Desk, party_of
from handlers.help import give_up
from handlers.lengths import how_long, usual_lengths
from handlers.question_desk import signature
from handlers.whom import must_take_part
from storage.outbox import CARD


@command("mobiliser", "mobilise", where=Where.PRIVATE)
async def mobilise(desk: Desk, minutes: int, what: str, sure: bool) -> Reply:
    """Ask the team for some of its time; a balance below zero is no obstacle."""
    must_take_part(desk)
    for one in await desk.store.mobilisations.waiting():
        if (one.person, one.minutes, one.what) == (desk.person.id, minutes, what):
            raise Refusal("refusal-mobilisation-waits")
    request = await desk.store.mobilisations.ask(
        Mobilisation(
            id=0,
            person=desk.person.id,
            minutes=durations.allowed(minutes),
            what=what,
            state=MobilisationState.ASKED,
            at=desk.now,
            month=month_of(desk.today),
        )
    )
    card = mobilisation_card(await case_of(desk, request))
    team = await desk.store.chats.team()
    for chat in team:
        desk.post(chat.id, card, kind=CARD)
    return say("mobilisation-sent", read=bool(team)).choose(withdraw_choice(request))


@mobilise.reads_line
async def how_long_and_what_for(desk: Desk, text: str) -> Line:
    """Read both from one message; time one says to have is not what one asks."""
    asked = mobilising.read(text, day=desk.fabrique.time.day)
    given: dict[str, object] = {}
    if asked.minutes is not None:
        given["minutes"] = asked.minutes
    if asked.what:
        given["what"] = sessions.fits(asked.what)
    return Line(given, asked.refusal)


@mobilise.hears
def asks_team(sentence: str) -> bool:
    """ "J’ai 6 h au compteur, l’équipe peut m’aider 2 h ?" """
    return mobilising.asks_team(sentence)


mobilise.reads("minutes")(how_long)
mobilise.choices("minutes")(usual_lengths)


@mobilise.reads("what")
async def what_for(desk: Desk, typed: str) -> str:
    """A few words for the team."""
    what = sessions.fits(" ".join(typed.split()))
    if not what:
        raise Refusal("refusal-subject-empty")
    return what


@mobilise.asks("sure")
async def draft(desk: Desk, minutes: int, what: str) -> Reply:
    """Show the request, one's balance, and what the team has left this month."""
    own = await desk.store.ledger.of_person(desk.person.id)
    balance = await desk.store.ledger.balance_of(own.id)
    left = await desk.store.mobilisations.left(desk.fabrique, desk.today)
    return say(
        "mobilisation-draft",
        duration=Minutes(minutes),
        what=what,
        balance=Minutes(balance),
        below=balance < 0,
        capacity=capacity_phrase(desk.fabrique.time.team_month, left, minutes),
    ).choose(option("choice-cancel", give_up))


@mobilise.choices("sure")
async def send_it(desk: Desk) -> Sequence[Value]:
    """One tap brings it before the team."""
    return [labelled("choice-send-to-team", True)]


@command()
async def withdraw_mobilisation(desk: Desk, mobilisation: int) -> Reply:
    """The asker needs it no more."""
    request = await _known(desk, mobilisation)
    await _changed(desk, mobilising.withdrawn(request, by=desk.person.id))
    return say("mobilisation-withdrawn")


@command(where=Where.TEAM, keeps_choices=True)
async def take_mobilisation(desk: Desk, mobilisation: int) -> Reply:
    """Somebody of the team will do it, and the asker is told."""
    request = mobilising.taken(await _known(desk, mobilisation), by=desk.person.id)
    await _decided(desk, request, "take")
    return _to_asker(desk, request, say("mobilisation-taken", by=signature(desk)))


@command(where=Where.TEAM, keeps_choices=True)
async def give_mobilisation_back(desk: Desk, mobilisation: int) -> Reply:
    """Whoever took it leaves it to the others."""
    request = mobilising.given_back(await _known(desk, mobilisation), by=desk.person.id)
    await _decided(desk, request, "give-back")
    return Reply()


@command(where=Where.TEAM, keeps_choices=True)
async def put_mobilisation_off(desk: Desk, mobilisation: int) -> Reply:
    """Next month: the asker is told, and the team is reminded then."""
    request = mobilising.put_off(await _known(desk, mobilisation), desk.today)
    await _decided(desk, request, "put-off")
    return _to_asker(desk, request, say("mobilisation-put-off", month=Month(request.month)))


@command(where=Where.TEAM, keeps_choices=True)
async def decline_mobilisation(desk: Desk, mobilisation: int) -> Reply:
    """The team cannot: the asker is told kindly, and what else there is."""
    request = mobilising.declined(await _known(desk, mobilisation))
    await _decided(desk, request, "decline")
    desk.tell(request.person, say("mobilisation-declined"))
    return toast("done")


@command(where=Where.TEAM, keeps_choices=True)
async def mobilisation_done(desk: Desk, mobilisation: int, minutes: int) -> Reply:
    """It was done, and took so long: an exchange is noted, which the asker confirms."""
    by = desk.person.id
    request = mobilising.done(await _known(desk, mobilisation), by=by, minutes=minutes)
    team = await desk.store.ledger.account(AccountKind.TEAM)
    noted = timebank.propose(
        giver=team,
        receiver=await desk.store.ledger.of_person(request.person),
        minutes=request.minutes,
        day=desk.today,
        subject=request.what,
        by=await party_of(desk),
        noted_at=desk.now,
        today=desk.today,
    )
    exchange = await desk.store.exchanges.add(replace(noted, noted_for=team.id))
    await ask_to_confirm(desk, exchange)
    await _decided(desk, replace(request, exchange=exchange.id), "done")
    return say("mobilisation-noted", name=await _name(desk, request.person))


@mobilisation_done.asks("minutes")
async def how_long_it_took(desk: Desk, mobilisation: int) -> Reply:
    """Only whoever took it is asked."""
    request = await _known(desk, mobilisation)
    mobilising.done(request, by=desk.person.id, minutes=request.minutes)
    return say("mobilisation-done-ask-minutes")


@mobilisation_done.choices("minutes")
async def as_asked(desk: Desk, mobilisation: int) -> Sequence[Value]:
    """What was asked comes first."""
    asked = (await _known(desk, mobilisation)).minutes
    others = [one for one in durations.usual() if one != asked]
    return [valued(Minutes(minutes), minutes) for minutes in (asked, *others)]


mobilisation_done.reads("minutes")(how_long)


async def case_of(desk: Desk, request: Mobilisation) -> Case:
    """A request with what the team sees around it."""
    return await desk.store.mobilisations.case(request, desk.fabrique, desk.today)


async def _known(desk: Desk, number: int) -> Mobilisation:
    found = await desk.store.mobilisations.lock(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def _decided(desk: Desk, request: Mobilisation, act: str) -> None:
    """Keep what somebody of the team decided, and write it down."""
    on = f"mobilisation:{request.id}"
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)
    await _changed(desk, request)


async def _changed(desk: Desk, request: Mobilisation) -> None:
    """Keep a request's new state, and let its cards say it."""
    await desk.store.mobilisations.change(request)
    card = mobilisation_card(await case_of(desk, request))
    rows = await desk.store.said.about(f"mobilisation:{request.id}")
    for row in (one for one in rows if one.choices):
        desk.rewrite(row.chat, [row.id], card)


def _to_asker(desk: Desk, request: Mobilisation, told: Reply) -> Reply:
    """Tell the asker, who may still withdraw; the card says the rest to the team."""
    desk.tell(request.person, told.choose(withdraw_choice(request)))
    return Reply()


async def _name(desk: Desk, person: int) -> str:
    return (await desk.store.people.person(person)).name


COMMANDS = (
    mobilise,
    withdraw_mobilisation,
    take_mobilisation,
    give_mobilisation_back,
    put_mobilisation_off,
    decline_mobilisation,
    mobilisation_done,
)
