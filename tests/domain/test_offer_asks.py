"""Which plain sentences offer something, and which ask, tell or note; both by one author."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge_files import load
from domain.offer_asks import offers_to_allies

YES = (
    "je sais faire de la compta",
    "je peux preter une salle",
    "I can lend a van",
    "j'ai une camionnette à prêter",
    "je propose une salle pour quinze",
    "je sais coudre",
    "on peut prêter notre barnum",
    "we can lend chairs",
    "je veux bien relire des dossiers",
)
"""What somebody can do, or lend."""

NO = (
    "je sais pas faire",
    "je sais comment faire",
    "je propose une rencontre le 12",
    "je peux venir jeudi",
    "je peux aider samedi ?",
    "je peux faire un don",
    "on peut faire des dons à la fabrique",
    "je sais que la permanence est jeudi",
    "je peux prêter une salle ?",
    "jsais réparer des vélos, je le mets ou",
    "jpeux aider en compta jle dis ou",
    "j’ai donné 2h à Paul pour relecture",
    "je cherche une salle",
    "je sais pas trop",
)
"""Questions, days when somebody comes, time that was given."""


@pytest.mark.parametrize("sentence", YES)
def test_what_somebody_can_do_is_heard(sentence: str) -> None:
    """In French and English, without a command."""
    assert offers_to_allies(sentence)


@pytest.mark.parametrize("sentence", NO)
def test_whoever_asks_or_tells_offers_nothing(sentence: str) -> None:
    """Nothing is stolen from the permanence, meetings or the time bank."""
    assert not offers_to_allies(sentence)


def test_no_question_of_the_base_is_an_offer() -> None:
    """Of all wordings that come with the bot."""
    base = Path(__file__).parents[2] / "knowledge"
    entries = [one for folder in sorted(base.iterdir()) for one in load(folder)]
    wordings = [text for one in entries for text in (one.title, *one.wordings)]
    assert len(wordings) > 1000
    assert [text for text in wordings if offers_to_allies(text)] == []
