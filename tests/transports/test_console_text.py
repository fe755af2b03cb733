"""What a line typed at the terminal means, and how words are drawn without harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transports.console_draw import Fragments, harmless, markup_drawn, page_drawn
from bot.transports.console_files import safe_name
from bot.transports.console_typed import (
    AskedHelp,
    AskedWho,
    Became,
    Entered,
    Quit,
    Said,
    Sent,
    Typed,
    meant,
)
from bot.transports.console_words import ENGLISH, FRENCH
from bot.transports.markup import plain
from chat.transport import Page


def _text(fragments: Fragments) -> str:
    return "".join(text for _, text in fragments)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/aide", Said("/aide")),
        (":) merci", Said(":) merci")),
        (" :ada", Said(" :ada")),
        (":ADA", Became("ada")),
        (":chloé", Became("chloé")),
        (":vous", Became("vous")),
        (":#lilas", Entered("#lilas")),
        (":qui", AskedWho()),
        (":quitter", Quit()),
        (":aide", AskedHelp()),
        (":ada bonjour", AskedHelp()),
        (":fichier", AskedHelp()),
        (":#", AskedHelp()),
        (":fichier agenda.ics", Sent("agenda.ics", "")),
        (':fichier "mon agenda.ics" Voici l’agenda', Sent("mon agenda.ics", "Voici l’agenda")),
    ],
)
def test_a_colon_speaks_to_the_terminal(line: str, expected: Typed) -> None:
    """What the terminal does not understand is answered with help, never told to the bot."""
    assert meant(line, FRENCH) == expected


def test_english_words_mean_the_same() -> None:
    """The account of the person at the keyboard does not depend on the language."""
    assert [meant(line, ENGLISH) for line in (":you", ":quit")] == [Became("vous"), Quit()]


@given(st.text())
def test_a_saved_file_stays_in_its_folder(name: str) -> None:
    """No name leads elsewhere, hides itself, or is longer than a disk takes."""
    safe = safe_name(name)
    assert (Path("/files") / safe).parent == Path("/files")
    assert safe == harmless(safe)
    assert not safe.startswith(".")
    assert len(safe.encode()) < 250


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\passwd", "\x1b]0;x\x07/passwd"])
def test_a_name_loses_its_folders(name: str) -> None:
    """Those of either system."""
    assert safe_name(name) == "passwd"


@given(st.text())
def test_nothing_printed_steers_the_terminal(text: str) -> None:
    """Neither ESC nor its kin, nor a return that would overwrite the line, nor text turned back."""
    shown = _text(page_drawn(Page(text.replace("<", "&lt;"), choices=(text,))))
    assert not {c for c in shown if ord(c) < 32 and c != "\n"}
    assert not {c for c in shown if 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066"}
    shown.encode("utf-8")


def test_markup_becomes_styles() -> None:
    """Elements may nest; entities are read once."""
    assert markup_drawn("<b>a <i>b</i></b> &amp;lt; <code>c</code>") == [
        ("bold", "a "),
        ("bold italic", "b"),
        ("", " &lt; "),
        ("", "c"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://exemple.test/?a=1&amp;b=2">le site</a>, puis',
        '<a href="https://exemple.test/">https://exemple.test/</a>',
        '<a href="https://exemple.test/"><b>le</b> site</a> <a href="tel:+33">tel:+33</a>',
        '<a href="https://exemple.test/"></a>',
        "un < deux <script> &amp; <blockquote>cité</blockquote>",
    ],
)
def test_styled_text_reads_as_plain_text(markup: str) -> None:
    """One rule tells how a link is read, in a terminal as elsewhere."""
    assert _text(markup_drawn(markup)) == plain(markup)
