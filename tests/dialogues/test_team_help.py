"""What the team is told it can do, and that words in the wrong place went nowhere."""

from __future__ import annotations

import re

import pytest

from handlers.commands import all_commands
from tests.talk import PEOPLE, TEAM, Talk

OF_TEAM = "/file /soutien /fiche /temps /corriger /importer /partenaires /adhesion /depart /bloquer"


async def test_the_help_lists_what_the_team_does(talk: Talk) -> None:
    """Support, leaving, blocking, parting, partners, imports and corrections among it."""
    said = (await talk.say("Driss", "/aide", chat=TEAM))[0]
    assert "Je n’ai rien transmis" not in said
    listed = set(re.findall(r"/[a-z]+", said.replace("!", "/")))
    assert set(OF_TEAM.split()) | {"/separer", "/journal"} <= listed
    typed = {f"/{name}" for one in all_commands() for name in one.names}
    assert listed <= typed


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Je n’ai rien transmis de ce message"), ("en", "I have passed nothing of this")],
)
async def test_a_misplaced_reply_was_passed_on_to_nobody(
    talk: Talk, language: str, words: str
) -> None:
    """And this is said, before the help."""
    await talk.say("Ada", "/debut")
    await talk.say("Driss", f"/langue {language}", chat=TEAM)
    before = len(talk.events)
    said = await talk.say("Driss", "Oui, venez mardi !", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert words in said[0]
    told = [one for one in talk.events[before:] if one.get("chat") == PEOPLE["Ada"][0]]
    assert told == []
