"""A page as styled text for a terminal; what people wrote never steers the terminal.

Knows the safe markup and the names of styles; must not know whether a terminal, a pipe or a test
shows the text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from bot.transports.markup import plain
from chat.transport import Page

Fragments = list[tuple[str, str]]
"""Pairs of a style and a text."""

DIM = "dim"
STRONG = "bold"

_STYLES = {"b": "bold", "i": "italic", "u": "underline", "s": "strike"}
_TAG = re.compile(r'<(/?)(b|i|u|s|code|pre|blockquote|a)(?: href="([^"<>\s]*)")?>')
_HIDDEN = frozenset({"Cc", "Cs"})  # ESC and its kin; halves of characters, which no stream takes
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # text backwards


def harmless(text: str) -> str:
    """Text without what a terminal obeys: control characters, and signs that turn its direction."""
    return "".join(letter for letter in text.replace("\t", " ") if _is_harmless(letter))


def _is_harmless(letter: str) -> bool:
    if letter == "\n":
        return True
    return unicodedata.category(letter) not in _HIDDEN and letter not in _TURNING


def on_one_line(text: str) -> str:
    """Harmless text that cannot pretend to be two lines."""
    return " ".join(harmless(text).split())


def page_drawn(page: Page) -> Fragments:
    """The words and numbered choices of a page, each on lines of its own."""
    drawn = markup_drawn(page.markup)
    if drawn:
        drawn.append(("", "\n"))
    return drawn + choices_drawn(page.choices)


def choices_drawn(choices: Sequence[str]) -> Fragments:
    """Choices counted from 1, as they are typed."""
    return [("", f"  {n}) {on_one_line(label)}\n") for n, label in enumerate(choices, start=1)]


def markup_drawn(markup: str) -> Fragments:
    """Safe markup with its styles; a link's address follows its label unless it is the label."""
    drawn: Fragments = []
    opened: list[str] = []
    link, at = "", 0
    for tag in _TAG.finditer(markup):
        drawn += _said(markup[at : tag.start()], opened)
        at = tag.end()
        if not tag[1]:
            opened.append(tag[2])
            link = tag[0] if tag[2] == "a" else link
        elif tag[2] in opened:
            drawn += _address(link, markup, tag) if tag[2] == "a" else []
            opened.remove(tag[2])
    return drawn + _said(markup[at:], opened)


def _said(raw: str, opened: Sequence[str]) -> Fragments:
    if not raw:
        return []
    style = " ".join(_STYLES[name] for name in opened if name in _STYLES)
    return [(style, harmless(html.unescape(raw)))]


def _address(link: str, markup: str, closing: re.Match[str]) -> Fragments:
    """What `plain` writes after the label of the link that closes here."""
    label = markup[markup.rindex(link, 0, closing.start()) + len(link) : closing.start()]
    return [("", harmless(plain(f"{link}{label}</a>").removeprefix(plain(label))))]
