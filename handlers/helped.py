"""After a help: how it went, in one tap, and its time, of which all but the length is known."""

from __future__ import annotations

from chat.cards import choice
from chat.command import command
from chat.words import Reply, option, say
from domain import introductions, needs
from domain.errors import Refusal
from domain.introductions import FOLLOWED_MOST, Introduction, IntroductionState, Outcome
from domain.ledger import AccountKind
from domain.sentences import Direction
from domain.timebank import SUBJECT_MOST
from handlers.agreeing import known
from handlers.desk import Desk, begin
from handlers.introducing import look_for


@command(keeps_choices=True)
async def note_help(desk: Desk, introduction: int) -> Reply:
    """Ask how long and when; the card then says the rest, and all of it may be changed there."""
    found = await desk.store.introductions.introduction(introduction)
    if found is None or found.state is not IntroductionState.ACCEPTED:
        raise Refusal("refusal-choice-stale")
    if desk.person.id not in (found.helper, found.need.person):
        raise Refusal("refusal-choice-not-yours")
    gave = desk.person.id == found.helper
    other = found.need.person if gave else found.helper
    given: dict[str, object] = {
        "partner": f"{AccountKind.PERSON.value}:{other}",
        "direction": (Direction.GAVE if gave else Direction.RECEIVED).value,
        "subject": found.need.text[:SUBJECT_MOST],
        "need": found.need.id,
    }
    return await begin(desk, "note_exchange", given)


@command()
async def tell_how(desk: Desk, introduction: int, outcome: str) -> Reply:
    """How it went; told to nobody else."""
    found = await known(desk, introduction)
    how = Outcome(outcome)
    told = introductions.told_how(
        found, how, by=desk.person.id, now=desk.now, zone=desk.fabrique.zone
    )
    await desk.store.introductions.save(told, now=desk.now)
    match how:
        case Outcome.GOOD:
            note = choice("choice-note-help", "note_help", introduction=introduction)
            return say("went-well").choose(note)
        case Outcome.NOT_YET:
            again = told.follow_ups < FOLLOWED_MOST
            return say("went-not-yet", again="yes" if again else "no")
    return _not_possible(told, desk.person.id)


@command(keeps_choices=True)
async def does_not_work(desk: Desk, introduction: int) -> Reply:
    """The asker says, at any time, that it could not be done."""
    given = {"introduction": introduction, "outcome": Outcome.NOT_POSSIBLE.value}
    return (await tell_how.run(desk, given)).redrawn()


@command()
async def look_again(desk: Desk, introduction: int) -> Reply:
    """Look for somebody else, with the same words; what was filled stays filled."""
    found = await known(desk, introduction)
    if found.need.person != desk.person.id or found.asker_says is not Outcome.NOT_POSSIBLE:
        raise Refusal("refusal-choice-stale")
    again = needs.asked_anew(found.need, now=desk.now, today=desk.today)
    return await look_for(desk, await desk.store.needs.keep(again))


def _not_possible(told: Introduction, person: int) -> Reply:
    if person == told.helper:
        return say("went-nowhere", asker="no")
    other = option("choice-look-again", look_again, introduction=told.id)
    return say("went-nowhere", asker="yes").choose(other)


COMMANDS = (note_help, tell_how, does_not_work, look_again)
