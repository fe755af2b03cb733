"""What is said in a permanence without anything being asked."""

from __future__ import annotations

import pytest

from domain.permanence import small_talk


@pytest.mark.parametrize(
    ("text", "kind"),
    {
        "Bonjour à tous !": "greeting",
        "ça va ?": "greeting",
        "good morning": "greeting",
        "Merci beaucoup 🙏": "thanks",
        "merci pour votre aide, bonne journée": "thanks",
        "ok": "thanks",
        "thanks a lot": "thanks",
        "thank you very much": "thanks",
        "👍": "noise",
        "…": "noise",
        "a": "noise",
        "\u200b": "noise",
        "": "noise",
        "bonjour, quand est la permanence ?": None,
        "merci de me dire quand": None,
    }.items(),
)
def test_politeness_is_not_a_question(text: str, kind: str | None) -> None:
    """It is answered in kind, and never sent to the team."""
    assert small_talk(text) == kind
