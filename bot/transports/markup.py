"""The safe markup of a page: read as plain text, measured, cut, and checked.

Knows the subset that `chat.transport.Page` names; knows no platform and draws nothing.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

BOT_API_UNITS = 4096
BOT_API_ELEMENTS = 100
"""What one message of the Bot API holds: UTF-16 units of text, and elements of markup."""

_OPENING = re.compile(r"<[a-z]")
_ENTITY = r"&(?:amp|lt|gt|quot|#39|#x27);"  # the last two are how html.escape writes an apostrophe
_TAG = r"</?(?:b|i|u|s|code|pre|blockquote|a)>" + r'|<a href="[^"<>\s]*">'
_TOKENS = re.compile(rf"(?P<tag>{_TAG})|(?P<entity>{_ENTITY})|(?P<text>.)", re.DOTALL)
_HREF = re.compile(r'<a href="([^"]*)">')
_SAFE_HREF = re.compile(rf"(?:https?|mailto|tel|tg|matrix):(?:[^&\"<>\s]|{_ENTITY})+")
_BARE = frozenset("&<>")
_PARAGRAPH = "\n\n"
_SEPARATORS = (_PARAGRAPH, "\n", " ")  # where a reader minds a cut least, first


@dataclass(frozen=True)
class _Token:
    """A tag, or one character as the markup writes it; a tag has no text."""

    raw: str
    text: str

    @property
    def closes(self) -> bool:
        return not self.text and self.raw.startswith("</")

    @property
    def opens(self) -> bool:
        return not self.text and not self.closes

    @property
    def name(self) -> str:
        return self.raw.strip("</>").split(" ")[0]

    @property
    def href(self) -> str | None:
        found = _HREF.fullmatch(self.raw)
        return html.unescape(found[1]) if found and not self.text else None


def _tokens(markup: str) -> list[_Token]:
    return [_Token(match[0], _text_of(match)) for match in _TOKENS.finditer(markup)]


def _text_of(match: re.Match[str]) -> str:
    if match["tag"]:
        return ""
    return html.unescape(match[0]) if match["entity"] else match[0]


def plain(markup: str) -> str:
    """The text as a person reads it; a link's address follows its label unless it is the label."""
    said: list[str] = []
    links: list[tuple[int, str]] = []
    for token in _tokens(markup):
        if token.href is not None:
            links.append((len(said), token.href))
        elif token.closes and token.name == "a" and links:
            start, address = links.pop()
            said.append(_after_label("".join(said[start:]), address))
        else:
            said.append(token.text)
    return "".join(said)


def _after_label(label: str, address: str) -> str:
    if label == address:
        return ""
    return f" ({address})" if label else address


def measure_utf16(markup: str) -> int:
    """UTF-16 units of the text once its tags are removed and its entities decoded."""
    return len(_visible(markup).encode("utf-16-le", "surrogatepass")) // 2


def measure_bot_api(markup: str) -> int:
    """UTF-16 units, or as many as its elements take of the hundred that one message may hold."""
    elements = len(_OPENING.findall(markup))
    return max(measure_utf16(markup), -(-elements * BOT_API_UNITS // BOT_API_ELEMENTS))


def _visible(markup: str) -> str:
    return _TOKENS.sub(_text_of, markup)


def is_safe(markup: str) -> bool:
    """Whether this is only the subset that `Page` names, each element closed on its own line."""
    open_names: list[str] = []
    for token in _tokens(markup):
        if token.opens:
            if token.name in open_names or not _is_safe_opening(token):
                return False
            open_names.append(token.name)
        elif token.closes:
            if not open_names or open_names.pop() != token.name:
                return False
        elif token.raw in _BARE or (token.text == "\n" and open_names):
            return False
    return not open_names


def _is_safe_opening(token: _Token) -> bool:
    if token.name != "a":
        return True
    found = _HREF.fullmatch(token.raw)
    return found is not None and _SAFE_HREF.fullmatch(found[1]) is not None


def split(markup: str, *, most: int, measure: Callable[[str], int]) -> list[str]:
    """Cut into pieces `measure` finds no longer than `most`, closing and re-opening elements.

    A cut is at a paragraph, else a line, else a word, else a character; the white space at a cut is
    dropped. ValueError when one character with its elements is longer than `most`.
    """
    if measure(markup) <= most:
        return [markup]
    source = _Source(_tokens(markup))
    pieces: list[str] = []
    start = source.beginning(0)
    while start < len(source.tokens):
        end, following = source.cut(start, source.fits(start, most, measure))
        pieces.append(source.render(start, end))
        start = source.beginning(following)
    return [piece for piece in pieces if _visible(piece).strip()]


def split_evenly(markup: str, *, most: int, measure: Callable[[str], int], above: str) -> list[str]:
    """Cut between paragraphs into as few pieces as hold them, none much longer than the others.

    `above` begins each piece but the first. A paragraph that is longer than a piece may be is cut
    as `split` does. ValueError when there is no room below `above`.
    """
    if measure(markup) <= most:
        return [markup]
    room = most - measure(f"{above}{_PARAGRAPH}")
    if room < 1:
        raise ValueError("what begins a piece leaves no room in it")
    paragraphs = [
        piece
        for paragraph in markup.split(_PARAGRAPH)
        for piece in split(paragraph, most=room, measure=measure)
    ]
    between = measure(_PARAGRAPH)
    lengths = [measure(paragraph) + between for paragraph in paragraphs]
    room += between  # below the last one stands nothing
    fewest = len(_filled(lengths, room))
    even = bisect_left(
        range(room), True, lo=max(lengths), key=lambda most: len(_filled(lengths, most)) <= fewest
    )
    pieces = [_PARAGRAPH.join(paragraphs[one]) for one in _filled(lengths, even)]
    return [pieces[0], *(f"{above}{_PARAGRAPH}{piece}" for piece in pieces[1:])]


def _filled(lengths: Sequence[int], most: int) -> list[slice]:
    """Neighbours together, as many as are no longer than `most`; each of them is no longer."""
    filled, start, length = list[slice](), 0, 0
    for at, one in enumerate(lengths):
        if length + one > most:
            filled.append(slice(start, at))
            start, length = at, 0
        length += one
    return [*filled, slice(start, len(lengths))]


class _Source:
    """Markup in tokens, with the elements open before each."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self.tokens = tokens
        self.open: list[tuple[_Token, ...]] = [()]
        for token in tokens:
            self.open.append(_after(self.open[-1], token))

    def render(self, start: int, end: int) -> str:
        """The tokens from start to end, with what is open at either end opened and closed."""
        opening = "".join(token.raw for token in self.open[start])
        closing = "".join(f"</{token.name}>" for token in reversed(self.open[end]))
        return opening + "".join(token.raw for token in self.tokens[start:end]) + closing

    def fits(self, start: int, most: int, measure: Callable[[str], int]) -> int:
        """How far a piece from `start` may go at most."""
        low, step = start, max(most, 1)
        while low + step < len(self.tokens) and measure(self.render(start, low + step)) <= most:
            low += step
        high = min(low + step, len(self.tokens))
        while low < high:
            middle = (low + high + 1) // 2
            if measure(self.render(start, middle)) <= most:
                low = middle
            else:
                high = middle - 1
        if low == start:
            raise ValueError("one character is longer than a piece may be")
        return low

    def cut(self, start: int, fits: int) -> tuple[int, int]:
        """Where the piece ends, and where the next one may begin, after the separator."""
        if fits == len(self.tokens):
            return fits, fits
        for separator in _SEPARATORS:
            at = self._last(separator, start, fits)
            if at is not None:
                return self._ending(start, at), at + len(separator)
        return self._ending(start, fits), fits

    def _last(self, separator: str, start: int, fits: int) -> int | None:
        """The last place up to `fits` where the separator stands, after some text."""
        first = start
        while first < fits and not self.tokens[first].text.strip():
            first += 1
        for at in range(fits, first, -1):
            if "".join(token.text for token in self.tokens[at : at + len(separator)]) == separator:
                return at
        return None

    def _ending(self, start: int, end: int) -> int:
        """Before the white space and the elements just opened that a piece would end with."""
        while end > start and (self.tokens[end - 1].opens or self.tokens[end - 1].text.isspace()):
            end -= 1
        return end

    def beginning(self, place: int) -> int:
        """The next token worth beginning a piece with: no end of an element, no empty line."""
        while place < len(self.tokens) and (
            self.tokens[place].closes or self.tokens[place].text == "\n"
        ):
            place += 1
        return place


def _after(open_before: tuple[_Token, ...], token: _Token) -> tuple[_Token, ...]:
    if token.opens:
        return (*open_before, token)
    return open_before[:-1] if token.closes else open_before
