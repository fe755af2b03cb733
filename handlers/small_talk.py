"""Small talk: what asks for nothing is met kindly and shortly, and does not reach the team."""

from __future__ import annotations

from chat.command import command
from chat.words import Reply, option, say
from domain.answers import Asked
from domain.small_talk import Talk
from handlers.answers import to_team
from handlers.desk import Desk
from handlers.questions import hand_over

OFFERS_PEOPLE = (Talk.GRIEF, Talk.LOST, Talk.HUMAN, Talk.ANGER, Talk.INSULT)
"""What is better met by somebody, if the writer wants to."""


def meet(desk: Desk, talk: Talk, asked: Asked) -> Reply:
    """A kind word back; whoever is not well may reach people in one tap, in private without a
    name.
    """
    reply = say(f"small-talk-{talk.label}")
    if talk in (Talk.DISTRESS, Talk.DANGER):
        reply = reply.choose(option("choice-write-team", to_team, asked=asked.kept()))
        if not desk.chat.private:
            return reply
        unnamed = {"question": asked.question, "anonymous": True, "message": asked.message}
        return reply.choose(option("choice-write-unnamed", hand_over, **unnamed))
    if talk in OFFERS_PEOPLE:
        return reply.choose(option("choice-write-team", write_to_team))
    return reply


@command()
async def write_to_team(desk: Desk, text: str) -> Reply:
    """Bring words of one's own to the team, without a question before."""
    return await hand_over.run(desk, {"question": text})


@write_to_team.reads("text")
async def word_for_word(desk: Desk, typed: str) -> str:
    """What to tell the team, as it is written."""
    return typed
