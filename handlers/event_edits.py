"""An edited message changes the draft that was made of it."""

from __future__ import annotations

import re

from chat.command import command
from chat.event_cards import event_phrase
from chat.transport import Act
from chat.words import Reply, option, say
from domain.event_words import Said
from domain.events import Event, State
from domain.people import fold
from handlers.desk import Desk
from handlers.event_proposals import begin_proposal, propose_event
from handlers.event_reading import said_in
from handlers.own_events import correct_proposal, of_mine, withdraw_proposal
from handlers.permanence import reworded

ORDER = re.compile(r"^\s*[/!](?:proposer|propose)(?:@\w+)?\s+", re.I)
"""The command before an announcement, which an edited message still begins with."""


@command(on=Act.EDITED)
async def message_edited(desk: Desk) -> Reply:
    """Read the draft anew, with its picture; what is with the team already is corrected there."""
    text = ORDER.sub("", desk.heard.text).strip()
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    mine = prompt is not None and prompt.command == propose_event.name
    if prompt is not None and mine and prompt.given.get("message") == desk.heard.message and text:
        kept = {name: prompt.given[name] for name in KEPT if name in prompt.given}
        return await begin_proposal(desk, text, **kept)
    told = ORDER.match(desk.heard.text) is not None and desk.chat.private
    sent = await _sent(desk, await said_in(desk, text)) if told else None
    if sent is None:
        return await reworded.run(desk, {})
    shown = say("event-edited-sent", event=event_phrase(sent))
    return shown.choose(
        option("choice-correct", correct_proposal, event=sent.id),
        option("choice-withdraw-event", withdraw_proposal, event=sent.id),
    )


KEPT = ("picture_token", "guessed")
"""What no words say."""


async def _sent(desk: Desk, said: Said) -> Event | None:
    """The proposal that an edited announcement was, where it still waits."""
    for events in await of_mine(desk):
        starts = {one.start for one in said.when.timings}
        alike = fold(events[0].title) == fold(said.title) or events[0].start in starts
        if alike and events[0].state is State.PROPOSED:
            return events[0]
    return None


COMMANDS = (message_edited,)
