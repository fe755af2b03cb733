"""A press takes the choice that was drawn, wherever it stands now, or none."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from chat.kept import marks
from chat.transport import Act, Heard, Place, Speaker
from tests.dialogues.test_calls import opened
from tests.talk import TEAM, Talk, talk_on, texts

STALE = "Ce choix n’est plus valable"


async def call_card(talk: Talk) -> str:
    """A call before the team, with a choice more in front since somebody answered; its message."""
    await talk.say("Basile", "/offrir animation d’ateliers")
    await opened(talk)
    posts = talk.stage.world.posts
    card = next(one for one, post in posts.items() if "Clore maintenant" in post.choices)
    await talk.press("Basile", "Je suis partant·e")
    await talk.press("Basile", "Rien à ajouter")
    assert posts[card].choices[0] == "Réponses"
    return card


async def heard(
    talk: Talk, message: str, place: int, *, at: datetime | None = None, mark: str | None = None
) -> list[str]:
    """A press of Driss as a client sends it; what the bot says."""
    stage, before = talk.stage, len(talk.events)
    there = Place(stage.platform, TEAM, private=False, title=TEAM)
    now = stage.clock.now()
    press = Heard(
        f"x{before}-{place}-{mark}",
        Act.PRESSED,
        there,
        Speaker("@driss", "Driss Inventé", "driss"),
        at or now,
        message=message,
        choice=place,
        mark=mark,
        press=f"x{before}",
    )
    await stage.inboxes[stage.platform].put([press])
    await stage.app.settle()
    return texts(talk.events[before:])


async def test_a_choice_is_taken_wherever_it_stands_now(talk: Talk) -> None:
    """« Annuler l’appel » was the third; the third is « Clore » by the time it is tapped."""
    card = await call_card(talk)
    said = " ".join(await talk.press("Driss", "Annuler l’appel", chat=TEAM, message=card))
    assert "annuler cet appel" in said


async def test_a_choice_that_is_gone_is_said_to_be(talk: Talk) -> None:
    """Closing the call took « Clore maintenant » away, and nothing stands in its place."""
    card = await call_card(talk)
    await talk.press("Driss", "Clore maintenant", chat=TEAM, message=card)
    assert "Clore maintenant" not in talk.stage.world.posts[card].choices
    said = await talk.press("Driss", "Clore maintenant", chat=TEAM, message=card)
    assert len(said) == 1
    assert STALE in said[0]


async def test_a_button_drawn_before_there_were_marks_is_read_by_its_place(tmp_path: Path) -> None:
    """Nothing else is known of it."""
    async with talk_on("telegram", tmp_path) as talk:
        card = await call_card(talk)
        at = talk.stage.world.posts[card].choices.index("Annuler l’appel")
        assert "annuler cet appel" in " ".join(await heard(talk, card, at))


async def test_a_mark_that_nobody_drew_chooses_nothing(tmp_path: Path) -> None:
    """Whatever place it names."""
    async with talk_on("telegram", tmp_path) as talk:
        card = await call_card(talk)
        (said,) = await heard(talk, card, 0, mark="00000000")
        assert STALE in said


async def test_a_reaction_sent_before_the_redrawing_chooses_nothing(tmp_path: Path) -> None:
    """It is only a number: what it meant is no longer there to be read."""
    async with talk_on("matrix", tmp_path) as talk:
        before = talk.stage.clock.now()
        await talk.do({"do": "clock", "by": "PT1M"})
        card = await call_card(talk)
        (said,) = await heard(talk, card, 2, at=before)
        assert STALE in said
        at = talk.stage.world.posts[card].choices.index("Annuler l’appel")
        later = talk.stage.clock.now() + timedelta(seconds=1)
        assert "annuler cet appel" in " ".join(await heard(talk, card, at, at=later))


async def test_a_reaction_holds_while_only_the_words_change(tmp_path: Path) -> None:
    """What was counted anew meanwhile takes nobody's choice away."""
    async with talk_on("matrix", tmp_path) as talk:
        await talk.say("Chloé", "/offrir animation d’ateliers")
        card = await call_card(talk)
        before = talk.stage.clock.now()
        await talk.do({"do": "clock", "by": "PT1M"})
        await talk.press("Chloé", "Je suis partant·e")
        await talk.press("Chloé", "Rien à ajouter")
        edits = [one["text"] for one in talk.events if one["event"] == "edit"]
        assert "2 réponses" in edits[-1].replace("\u202f", " ").replace("\xa0", " ")
        at = talk.stage.world.posts[card].choices.index("Annuler l’appel")
        assert "annuler cet appel" in " ".join(await heard(talk, card, at, at=before))


@pytest.mark.parametrize("label", ["Oui", "Yes"])
def test_a_mark_says_what_a_choice_does(label: str) -> None:
    """Not how it is called nor where it stands; of two that do the same, each has its own."""
    yes = {"label": label, "command": "answer", "given": {"yes": True, "to": 4}}
    no = {"label": "Non", "command": "answer", "given": {"to": 4, "yes": False}}
    also = {"label": "Oui", "command": "answer", "given": {"to": 4, "yes": True}}
    first, second, third = marks([no, yes, also])
    assert marks([also])[0] == second
    assert len({first, second, third}) == 3
