"""What the base lacks: the team hears once a month what several people asked in vain."""

from __future__ import annotations

from tests.talk import TEAM, Talk

ASKED = (
    ("Ada", "Où réserver le minibus électrique du garage ?"),
    ("Basile", "comment reserver le minibus electrique"),
    ("Chloé", "Qui répare les parapluies cassés ?"),
)


async def test_what_several_asked_is_told_once_a_month(talk: Talk) -> None:
    """With how many asked; what one person asked alone is not worth a line."""
    for who, text in ASKED:
        await talk.say(who, f"/question {text}")
        if talk.last(f"@{who.lower().replace('é', 'e')}")["choices"][-1:] == [
            "Aucune de celles-ci"
        ]:
            await talk.press(who, "Aucune de celles-ci")

    await talk.do({"do": "clock", "to": "2026-02-02T09:00:00+01:00"})
    told = [one for one in talk.events if "plusieurs ont demandé" in one.get("text", "")]
    await talk.do({"do": "clock", "to": "2026-02-28T09:00:00+01:00"})

    assert [one["chat"] for one in told] == [TEAM]
    assert "2 fois" in told[0]["text"]
    assert "minibus" in told[0]["text"]
    assert "parapluies" not in told[0]["text"]
    assert "/fiche nouvelle" in told[0]["text"].replace("!", "/")
    again = [one for one in talk.events if "plusieurs ont demandé" in one.get("text", "")]
    assert again == told
