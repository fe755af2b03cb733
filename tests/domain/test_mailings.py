"""Addresses, codes, and when a mail is tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.mailings import (
    GIVEN_UP,
    SAID_MOST,
    Mailing,
    Reader,
    address_typed,
    again_at,
    code_of,
    code_typed,
    names_nobody,
    retold,
)

NOW = datetime(2026, 12, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ada@exemple.org", "ada@exemple.org"),
        (" Ada@Exemple.ORG ", "ada@exemple.org"),
        ("<ada@exemple.org>", "ada@exemple.org"),
        ("mailto:ada@exemple.org", "ada@exemple.org"),
        ("ada@exemple.org.", None),
        ("ada+lettre@exemple.org", "ada+lettre@exemple.org"),
        ("o'ada@exemple.org", "o'ada@exemple.org"),
        ("ada@forêt.exemple.org", "ada@xn--fort-ipa.exemple.org"),
        ("ada@exemple.photography", "ada@exemple.photography"),
    ],
)
def test_an_address_is_kept_as_the_network_writes_it(typed: str, kept: str | None) -> None:
    """However it was pasted."""
    if kept is None:
        with pytest.raises(Refusal):
            address_typed(typed)
    else:
        assert address_typed(typed) == kept


@given(st.text(max_size=300))
def test_what_is_kept_is_safe_in_a_header(typed: str) -> None:
    """ASCII, one @, no blank, no line."""
    try:
        address = address_typed(f"a@{typed}" if len(typed) % 2 else typed)
    except Refusal:
        return
    assert address.isascii()
    assert address.isprintable()
    assert not set(address) & set(' <>,;\r\n"')
    assert address.count("@") == 1


@given(st.text(st.characters(codec="ascii"), min_size=1), st.sampled_from(["-", " ", "", " – "]))
def test_a_code_is_read_however_it_is_written(token: str, between: str) -> None:
    """Small, spaced, joined."""
    code = code_of(token)
    assert code_typed(f" {code.lower().replace('-', between)} ") == code


@given(st.integers(1, 40), st.integers(0, 5 * 24))
def test_a_mail_is_tried_less_and_less_and_not_for_ever(tries: int, hours: int) -> None:
    """Never at once, never after three days."""
    reader = Reader(1, "ada@exemple.org", "t", "fr", None)
    mailing = Mailing(1, 1, reader, "2026-12", tries, NOW)
    now = NOW + timedelta(hours=hours)
    again = again_at(now, mailing)
    if now - NOW >= GIVEN_UP:
        assert again is None
    else:
        assert again is not None
        assert timedelta(minutes=5) <= again - now <= timedelta(hours=12)


@pytest.mark.parametrize(
    ("code", "said", "nobody"),
    [
        (550, "5.1.1 <ada@exemple.org>: Recipient address rejected", True),
        (550, "5.1.10 Null MX", True),
        (550, "No such user here", True),
        (550, "<ada@exemple.org>: user unknown in local table", True),
        (550, "5.1.8 Bad sender address", False),
        (550, "5.7.1 user unknown to us: Relay access denied", False),
        (550, "5.7.26 Unauthenticated mail", False),
        (550, "Rejected by policy", False),
        (552, "5.2.2 Mailbox full", False),
        (554, "5.7.1 Relay access denied", False),
        (535, "5.7.8 Authentication failed", False),
        (550, "", False),
    ],
)
def test_only_an_address_that_is_nobodys_is_given_up(code: int, said: str, nobody: bool) -> None:
    """All the rest is for whoever runs the bot."""
    assert names_nobody(code, said) is nobody


@given(st.text(max_size=300), st.text(max_size=300), st.booleans())
def test_no_address_stands_in_what_is_retold(before: str, after: str, bracketed: bool) -> None:
    """Nor the name in it; on one line, and short."""
    shown = "<ada.exemple@exemple.org>" if bracketed else " ada.exemple@exemple.org "
    told = retold(554, f"{before}{shown}{after} ADA.EXEMPLE is unknown", "ada.exemple@exemple.org")
    assert "ada.exemple" not in told.casefold()
    assert len(told) <= SAID_MOST + 4
    assert "\n" not in told
