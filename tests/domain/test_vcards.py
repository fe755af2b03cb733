"""Address cards: read back as they were written, in lines that every program takes."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.vcards import LINE_MOST, Card, folded, vcards

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
texts = st.text(
    st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n,;\\:é🌻"), max_size=90
)
names = texts.filter(lambda text: bool(text.strip()))


def read(content: bytes) -> list[dict[str, list[list[list[str]]]]]:
    """Each card as its properties: components of values, as RFC 6350 has them unfolded."""
    cards: list[dict[str, list[list[list[str]]]]] = []
    for line in content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]:
        head, value = line.split(":", 1)
        if line == "BEGIN:VCARD":
            cards.append({})
        parts = [[_plain(one) for one in _cut(part, ",")] for part in _cut(value, ";")]
        cards[-1].setdefault(head.split(";")[0], []).append(parts)
    return cards


def _cut(value: str, at: str) -> list[str]:
    """The pieces between signs that no backslash stands before."""
    pieces, escaped = [""], False
    for letter in value:
        if letter == at and not escaped:
            pieces.append("")
            continue
        pieces[-1] += letter
        escaped = letter == "\\" and not escaped
    return pieces


def _plain(value: str) -> str:
    return re.sub(
        r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value, flags=re.DOTALL
    )


@given(names, texts, texts, st.lists(names, max_size=4), st.lists(names, max_size=3))
def test_a_card_reads_back(
    name: str, locality: str, region: str, skills: list[str], organisations: list[str]
) -> None:
    """Commas, semicolons, line feeds and backslashes included."""
    card = Card("fabrique-1", name, locality, region, skills, ("fr", "ar"), organisations)
    (one,) = read(vcards([card], now=NOW))
    assert one["VERSION"] == [[["4.0"]]]
    assert one["FN"] == [[[name]]]
    assert one["REV"] == [[["20260105T090000Z"]]]
    assert one["LANG"] == [[["fr"]], [["ar"]]]
    assert [parts[0][0] for parts in one.get("ORG", [])] == organisations
    assert one.get("CATEGORIES", [[[]]])[0][0] == skills
    if locality or region:
        (address,) = one["ADR"]
        assert [part[0] for part in address] == ["", "", "", locality, region, "", ""]
    else:
        assert "ADR" not in one


@given(st.lists(names, max_size=4))
def test_cards_follow_each_other(several: list[str]) -> None:
    """Each between its beginning and its end, in its order."""
    content = vcards([Card(str(at), name) for at, name in enumerate(several)], now=NOW)
    assert [one["FN"][0][0][0] for one in read(content)] == several
    assert content.count(b"END:VCARD\r\n") == len(several)
    assert not {"EMAIL", "TEL"} & {key for one in read(content) for key in one}


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=400))
def test_no_line_is_longer_than_allowed_nor_cut_within_a_letter(text: str) -> None:
    """Seventy-five octets, the blank before what goes on included."""
    lines = folded(text).split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= LINE_MOST for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert folded(text).replace(b"\r\n ", b"") == text.encode() + b"\r\n"
