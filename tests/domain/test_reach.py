"""Who finds whom by themselves."""

from __future__ import annotations

from domain.reach import meet, ways

ADA = [("telegram", "1001", "ada_exemple")]
UNNAMED = [("telegram", "1002", None)]
BASILE = [("matrix", "@basile:exemple.org", "basile")]


def test_nobody_is_found_on_telegram_without_a_name() -> None:
    """A number opens no chat there."""
    assert ways(ADA) == [("telegram", "@ada_exemple")]
    assert ways(UNNAMED) == []
    assert ways(BASILE) == [("matrix", "@basile:exemple.org")]


def test_two_meet_where_each_is_found() -> None:
    """On a platform that both are on, each by a name; in either order."""
    assert meet(ADA, [("telegram", "1003", "chloe_modele")])
    assert not meet(ADA, UNNAMED)
    assert not meet(ADA, BASILE)
    assert meet([*ADA, *BASILE], BASILE)
    assert meet(BASILE, [*UNNAMED, *BASILE])
