"""What readers write in words of their own: commands with accents, receiving the agenda and the
letter or no longer, and questions about what is in the agenda.
"""

from __future__ import annotations

import pytest

from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

TEAM = "#equipe"


@pytest.mark.parametrize(
    "typed", ["/réglages", "/RÉGLAGES", "!réglages", "réglages", "/re\u0301glages"]
)
async def test_a_command_is_known_whatever_its_accents(talk: Talk, typed: str) -> None:
    """Typed whole, in capitals, alone, or with its accents set apart."""
    assert "Ce que vous recevez" in (await talk.say("Chloé", typed))[0]


@pytest.mark.parametrize("typed", ["/évènements", "/événements"])
async def test_the_teams_commands_have_accents_too(talk: Talk, typed: str) -> None:
    """As dictionaries write them, one way or the other."""
    assert (await talk.say("Driss", typed, chat=TEAM)) == (
        await talk.say("Driss", "/evenements", chat=TEAM)
    )
