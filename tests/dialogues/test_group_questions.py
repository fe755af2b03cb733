"""What is asked in a group: how one answers there, and what stands meanwhile."""

from __future__ import annotations

import re
from pathlib import Path

from tests.dialogues.test_calls import ONE
from tests.talk import TEAM, Talk

LOCALE = Path(__file__).parents[2] / "locales" / "fr"


async def unmet(talk: Talk) -> str:
    """A need that found nobody is before the team; its card."""
    await talk.goes(
        """
        Chloé: /debut
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Bot → #equipe: Quelqu’un cherche [Proposer quelqu’un] [Clore]
        """
    )
    return str(talk.last(TEAM)["id"])


async def test_a_question_in_a_group_says_to_reply_to_it(talk: Talk) -> None:
    """For that is all a bot may hear there; in private nothing has to be said."""
    await unmet(talk)
    asked = " ".join(await talk.press("Driss", "Proposer quelqu’un", chat=TEAM))
    assert "Répondez à ce message" in asked
    assert "Répondez à ce message" not in " ".join(await talk.say("Ada", "/besoin"))


async def test_a_card_keeps_its_choices_until_its_question_is_answered(talk: Talk) -> None:
    """Whoever pressed may think better of it; once it is answered, they give way."""
    await talk.say("Driss", ONE, chat=TEAM)
    card = str(talk.last(TEAM)["id"])
    await talk.press("Driss", "Modifier", chat=TEAM, message=card)
    assert "Ouvrir" in talk.stage.world.posts[card].choices
    await talk.press("Driss", "Titre", chat=TEAM)
    assert "Ouvrir" in talk.stage.world.posts[card].choices
    await talk.goes(
        """
        Driss #equipe: Tenir la buvette
        Bot: Appel à vérifier … Tenir la buvette [Ouvrir]
        """
    )
    assert talk.stage.world.posts[card].choices == []
    edits = [one for one in talk.events if one["event"] == "edit" and one["id"] == card]
    assert "✓ Modifier" in edits[-1]["text"]


async def test_a_question_given_up_leaves_its_card_as_it_was(talk: Talk) -> None:
    """Nothing happened: the call is still to be opened."""
    await talk.say("Driss", ONE, chat=TEAM)
    card = str(talk.last(TEAM)["id"])
    await talk.press("Driss", "Modifier", chat=TEAM, message=card)
    await talk.say("Driss", "/annuler", chat=TEAM)
    said = await talk.press("Driss", "Ouvrir", chat=TEAM, message=card)
    assert "Ouvert." in " ".join(said)


def test_no_question_says_by_itself_to_reply_to_it() -> None:
    """It is said once, below each, and only where it has to be."""
    written = "\n".join(file.read_text(encoding="utf-8") for file in LOCALE.glob("*.ftl"))
    said = re.findall(r"^([a-z-]+-ask-[a-z-]+) = .*[Rr]épondez à ce message", written, re.MULTILINE)
    assert said == []
