"""A page as Telegram draws it: HTML, a keyboard under it, a document above it.

Knows Telegram's sizes; must not know who reads, nor touch the network.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
)

from bot.transports.markup import BOT_API_UNITS, measure_bot_api, measure_utf16, plain
from chat.transport import File, Limits, Page

LIMITS = Limits(text=BOT_API_UNITS, measure=measure_bot_api, choices=90, caption=1024)
"""The Bot API's units of text and of captions, and a little less than its hundred buttons."""

LARGEST_PICTURE = 10 * 2**20
"""Bytes of a picture that the Bot API takes as one; a larger one is a document."""

_LONGEST_LABEL = 60  # characters: more is cut by every client, without an ellipsis of its own
_SHORT_LABEL = 18  # characters: two of these stand side by side on a small telephone


MOST_AT_ONCE, A_PAGE = 12, 8
"""Choices that stand under one message together; more are turned over in pages of so many."""


def keyboard(page: Page, *, first: int = 0) -> InlineKeyboardMarkup | None:
    """The choices as buttons, those beside the choice at `first` where they are many.

    What is heard back is the place of a choice and its mark, never its label.
    """
    choices = page.choices
    if not choices:
        return None
    paged = len(choices) > MOST_AT_ONCE
    begin = min(first, len(choices) - 1) // A_PAGE * A_PAGE if paged else 0
    end = begin + A_PAGE if paged else len(choices)
    buttons = [
        InlineKeyboardButton(_label(choices[place]), callback_data=_data(page, place))
        for place in range(begin, min(end, len(choices)))
    ]
    rows = list(_rows(buttons))
    return InlineKeyboardMarkup([*rows, _turns(begin, len(choices))] if paged else rows)


def under(page: Page) -> InlineKeyboardMarkup | ForceReply | None:
    """What stands under a new message: its choices, or the field that replies to it."""
    if page.asks is not None and not page.choices:
        return ForceReply(selective=True)
    return keyboard(page)


def words(page: Page) -> str:
    """The words of a page; only who is mentioned or answered is shown the field that replies."""
    if page.asks is None or page.choices or page.reply_to is not None or not page.asks.isdigit():
        return page.markup
    return f'<a href="tg://user?id={page.asks}">↩</a> {page.markup}'


def _data(page: Page, place: int) -> str:
    return f"c:{place}:{page.marks[place]}" if page.marks else f"c:{place}"


def _turns(begin: int, count: int) -> list[InlineKeyboardButton]:
    """The ways to the pages before and after; each says which page it leads to."""
    pages, page = -(-count // A_PAGE), begin // A_PAGE
    ways = [(page - 1, "◀ {}/{}"), (page + 1, "{}/{} ▶")]
    return [
        InlineKeyboardButton(label.format(to + 1, pages), callback_data=f"p:{to * A_PAGE}")
        for to, label in ways
        if 0 <= to < pages
    ]


def _label(choice: str) -> str:
    return choice if len(choice) <= _LONGEST_LABEL else choice[: _LONGEST_LABEL - 1] + "…"


def _rows(buttons: Sequence[InlineKeyboardButton]) -> Iterator[list[InlineKeyboardButton]]:
    row: list[InlineKeyboardButton] = []
    for button in buttons:
        if row and not (len(row) == 1 and _is_short(row[0]) and _is_short(button)):
            yield row
            row = []
        row.append(button)
    yield row


def _is_short(button: InlineKeyboardButton) -> bool:
    return len(button.text) <= _SHORT_LABEL


def previews(page: Page) -> LinkPreviewOptions:
    """Whether the first link of a page is shown with a picture of where it leads."""
    return LinkPreviewOptions(is_disabled=not page.previews)


def upload(file: File) -> InputFile:
    """A file under its own name; Telegram reads the media type from the name."""
    return InputFile(file.content, filename=file.name)


def is_photo(file: File) -> bool:
    """Whether it may be shown in place."""
    return file.is_picture and len(file.content) <= LARGEST_PICTURE


def emptied(page: Page) -> File:
    """What takes the place of a file that is taken back: the words that say so."""
    return File("0.txt", "text/plain", plain(page.markup).encode())


def caption(page: Page) -> str | None:
    """What stands under the page's file; ValueError when longer than a caption may be."""
    if measure_utf16(page.markup) > LIMITS.caption:
        raise ValueError(f"a caption has at most {LIMITS.caption} UTF-16 units")
    return page.markup or None
