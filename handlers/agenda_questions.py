"""Questions that the agenda answers, in plain words or after its command."""

from __future__ import annotations

from chat.agenda_cards import answer_card, named_card
from chat.command import Line, command
from chat.words import Reply, option
from domain.agenda_answers import look
from domain.agenda_asks import HORIZON, asks_agenda, read_ask
from domain.answers import Asked
from domain.event_asks import AHEAD, named_by, read_event_ask
from handlers.agenda_week import ground_of, week_of
from handlers.answers import to_team
from handlers.desk import Desk


@command()
async def ask_agenda(desk: Desk, words: str) -> Reply:
    """What happens on the days that a plain question tells, of what it looks for."""
    return await look_up(desk, words)


@ask_agenda.reads_line
async def as_asked(desk: Desk, text: str) -> Line:
    """The question as it is."""
    return Line({"words": text})


@ask_agenda.asks("words")
async def which_days(desk: Desk) -> Reply:
    """Never asked: a sentence that is heard has words."""
    return Reply()


@ask_agenda.hears
def plainly_asked(sentence: str) -> bool:
    """ "Y a quoi dimanche avec des enfants, pas cher ?" """
    return asks_agenda(sentence)


async def look_up(desk: Desk, words: str) -> Reply:
    """What fits, of all that the agenda has; or the nearest."""
    ask, zone = read_ask(words, desk.today), desk.fabrique.zone
    ground = await ground_of(desk)
    last = max(ask.last, desk.today + HORIZON)
    events = (await week_of(desk, min(ask.first, desk.today), last)).events
    answer = look(ask, events, ground, zone=zone, now=desk.now)
    return answer_card(ask, answer, zone, ground, today=desk.today)


async def about_event(desk: Desk, words: str) -> Reply | None:
    """Where an event to come is, when, or for how much, where the words name one; the team is a tap
    away.
    """
    ask, zone = read_event_ask(words, desk.today), desk.fabrique.zone
    if ask is None:
        return None
    events = await desk.store.events.approved(desk.today, desk.today + AHEAD, zone)
    named = named_by(ask, events, zone, desk.now)
    if not named:
        return None
    card = named_card(ask.about, named, zone, await ground_of(desk), today=desk.today)
    asked = Asked(words, desk.heard.message, ()).kept()
    return card.choose(option("choice-to-team", to_team, asked=asked))


COMMANDS = (ask_agenda,)
