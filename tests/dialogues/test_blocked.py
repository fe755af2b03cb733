"""Who was blocked is brought together with nobody, whichever way they try, and whoever tries."""

from __future__ import annotations

import pytest

from tests.dialogues.test_needs import GROUP, in_group
from tests.dialogues.test_pairs import ASKED
from tests.dialogues.test_support_ends import ally_asked
from tests.talk import PEOPLE, TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

UNREACHED = "ne peux plus joindre cette personne"


async def block(talk: Talk, who: str) -> None:
    """The team blocks somebody."""
    await talk.say("Driss", f"/bloquer {PEOPLE[who][1]}", chat=TEAM)


def together(talk: Talk) -> bool:
    """Whether anybody was told how to reach somebody."""
    return any("Pour lui écrire" in str(one.get("text")) for one in talk.events)


async def posting(talk: Talk) -> None:
    """Ada is about to choose a group for her need."""
    await in_group(talk)
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/besoin une camionnette jeudi", chat=GROUP)
    await talk.press("Ada", "Modifier")
    await talk.press("Ada", "Publier dans un groupe")


async def test_a_blocked_asker_posts_nothing(talk: Talk) -> None:
    """In no group."""
    await posting(talk)
    await block(talk, "Ada")
    await talk.press("Ada", GROUP)
    assert not any("est cherché" in str(one.get("text")) for one in talk.events)


async def test_a_blocked_hand_is_not_lent(talk: Talk) -> None:
    """The asker hears nothing of it."""
    await posting(talk)
    await talk.press("Ada", GROUP)
    await block(talk, "Basile")
    await talk.press("Basile", "Je peux aider", chat=GROUP)
    assert "propose de vous aider" not in talk.last("@ada")["text"]


@pytest.mark.parametrize("who", ["Ada", "Basile"])
async def test_no_hand_is_taken_by_or_of_the_blocked(talk: Talk, who: str) -> None:
    """Blocked between the offer and the tap."""
    await posting(talk)
    await talk.press("Ada", GROUP)
    await talk.press("Basile", "Je peux aider", chat=GROUP)
    await block(talk, who)
    await talk.press("Ada", "Nous mettre en contact")
    assert not together(talk)


@pytest.mark.parametrize("who", ["Ada", "Basile"])
async def test_no_pair_is_made_by_or_with_the_blocked(talk: Talk, who: str) -> None:
    """The other learns that they cannot be reached, and no name."""
    await talk.goes(ASKED)
    await talk.press("Ada", "Oui")
    await block(talk, who)
    (told,) = await talk.press("Basile", "Oui")
    assert not together(talk)
    assert (UNREACHED in told) == (who == "Ada")
    assert "Ada" not in told


async def test_a_blocked_ally_agrees_to_nothing(talk: Talk) -> None:
    """But may still say no."""
    await ally_asked(talk)
    await block(talk, "Chloé")
    await talk.press("Chloé", "Je veux bien")
    assert "veut bien en parler" not in talk.last("@ada")["text"]


@pytest.mark.parametrize("who", ["Ada", "Chloé"])
async def test_nobody_meets_a_blocked_ally_or_asker(talk: Talk, who: str) -> None:
    """Blocked between the ally's yes and the asker's."""
    await ally_asked(talk)
    await talk.press("Chloé", "Je veux bien")
    await block(talk, who)
    await talk.press("Ada", "Nous mettre en contact")
    assert not any("Vous voilà en contact" in str(one.get("text")) for one in talk.events)
