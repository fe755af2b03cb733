"""Texts, Telegram's HTML and entities: what passes, what is refused and in which words."""

from __future__ import annotations

from typing import Any

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import ParseMode

from tests.transports.bot_api_server import refusal
from tests.wire.bot_api_errors import ApiError
from tests.wire.bot_api_markup import parse_html, units


@pytest.mark.parametrize("text", ["a" * 4096, "😀" * 2048, " " * 9 + "a" * 4096 + "\n"])
async def test_a_text_of_4096_units_passes(bot: telegram.Bot, ada: int, text: str) -> None:
    """Counted in UTF-16 code units, without the blanks around it."""
    assert (await bot.send_message(ada, text)).text == text.strip()


@pytest.mark.parametrize("text", ["a" * 4097, "😀" * 2048 + "a"])
async def test_a_text_of_more_units_is_too_long(bot: telegram.Bot, ada: int, text: str) -> None:
    """An emoji counts for two."""
    assert await refusal(bot.send_message(ada, text)) == "Message is too long"


async def test_tags_do_not_count(bot: telegram.Bot, ada: int) -> None:
    """The length is that of the text after its entities are parsed."""
    text = "<b>" + "a&amp;" * 2048 + "</b>"
    sent = await bot.send_message(ada, text, ParseMode.HTML)
    assert sent.text == "a&" * 2048


@pytest.mark.parametrize("text", ["", "  \n", "<b></b>", "<i> </i>"])
async def test_an_empty_text_is_refused(bot: telegram.Bot, ada: int, text: str) -> None:
    """Tags and blanks are no text."""
    refused = await refusal(bot.send_message(ada, text, ParseMode.HTML))
    assert refused == "Message text is empty"


@pytest.mark.parametrize("mode", ["MarkdownV2", "Markdown", "wiki"])
async def test_only_html_is_a_parse_mode(bot: telegram.Bot, ada: int, mode: str) -> None:
    """The suite has no Markdown."""
    assert await refusal(bot.send_message(ada, "*x*", mode)) == "Unsupported parse_mode"


async def test_a_caption_has_1024_units(bot: telegram.Bot, ada: int) -> None:
    """One more is too long, sent or edited."""
    sent = await bot.send_document(ada, b"x", filename="x", caption="é" * 1024)
    too_long = "Message caption is too long"
    assert await refusal(bot.send_document(ada, b"x", caption="é" * 1025)) == too_long
    edit = bot.edit_message_caption(ada, sent.message_id, caption="é" * 1025)
    assert await refusal(edit) == too_long


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("a<b>b", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<marquee>b</marquee>", 'Unsupported start tag "marquee" at byte offset 2'),
        ("a<br/>b", 'Unsupported start tag "br/" at byte offset 1'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="https://e.example', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_html_that_cannot_be_read_is_refused(html: str, reason: str) -> None:
    """With the place, in bytes."""
    with pytest.raises(ApiError) as caught:
        parse_html(html)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("html", "entities"),
    [
        ("😀<B>x</B>", [{"type": "bold", "offset": 2, "length": 1}]),
        ("<strong>x</strong>", [{"type": "bold", "offset": 0, "length": 1}]),
        ("<span class='tg-spoiler'>x</span>", [{"type": "spoiler", "offset": 0, "length": 1}]),
        ("<code>x</code>", [{"type": "code", "offset": 0, "length": 1}]),
        (
            '<pre><code class="language-py">x</code></pre>',
            [{"type": "pre", "offset": 0, "length": 1, "language": "py"}],
        ),
        (
            "<blockquote expandable>x</blockquote>",
            [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
        ),
        (
            '<a href="https://e.example/?a=1&amp;b=2">x</a>',
            [{"type": "text_link", "offset": 0, "length": 1, "url": "https://e.example/?a=1&b=2"}],
        ),
        (
            "<a href='tg://user?id=7'>x</a>",
            [{"type": "text_mention", "offset": 0, "length": 1, "user": {"id": 7}}],
        ),
        ("<a href='mailto:a@b.example'>x</a>", []),
        (
            "<u>a<s>b</s></u>",
            [
                {"type": "underline", "offset": 0, "length": 2},
                {"type": "strikethrough", "offset": 1, "length": 1},
            ],
        ),
    ],
)
def test_telegrams_tags_become_entities(html: str, entities: list[dict[str, Any]]) -> None:
    """Offsets in UTF-16 units; a link that Telegram would not open is only text."""
    assert list(parse_html(html).entities) == entities


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """Whatever it is, between tags, with the right length."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    read = parse_html(f"<b>{escaped}</b>")
    assert read.text == text
    assert sum(entity["length"] for entity in read.entities) == units(text)


def outcome(html: str) -> str:
    """The text that is read, or the reason why none is."""
    try:
        return parse_html(html).text
    except ApiError as error:
        return error.description


@given(st.text("<>/abi &;='\" é", max_size=30))
def test_any_html_is_read_or_refused_with_a_reason(html: str) -> None:
    """There is no third outcome."""
    read = outcome(html)
    reason = "Bad Request: can't parse entities: "
    assert units(read) <= units(html) or read.startswith(reason)


async def test_a_hundred_entities_at_most(bot: telegram.Bot, ada: int) -> None:
    """A hundred pass, one more does not."""
    sent = await bot.send_message(ada, "<b>a</b> " * 100, ParseMode.HTML)
    assert len(sent.entities) == 100
    refused = await refusal(bot.send_message(ada, "<b>a</b> " * 101, ParseMode.HTML))
    assert refused == "Entities_too_long"


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        (telegram.MessageEntity("bold", 5, 1), "begins after the end of the text"),
        (telegram.MessageEntity("bold", 0, 6), "ends after the end of the text"),
        (telegram.MessageEntity("bold", -1, 1), "incorrect offset -1"),
        (telegram.MessageEntity("bold", 0, -1), "incorrect length -1"),
        (telegram.MessageEntity("shiny", 0, 1), "unsupported type specified"),
        (telegram.MessageEntity("text_link", 0, 1), 'can\'t find field "url"'),
    ],
)
async def test_measured_entities_fit_their_text(
    bot: telegram.Bot, ada: int, entity: telegram.MessageEntity, reason: str
) -> None:
    """Type, place and what the type needs."""
    refused = await refusal(bot.send_message(ada, "salut", entities=[entity]))
    assert reason in refused.lower()


async def test_someone_telegram_does_not_know_is_not_mentioned(bot: telegram.Bot, ada: int) -> None:
    """The words stay, the mention goes."""
    text = f'<a href="tg://user?id={ada}">Ada</a> <a href="tg://user?id=77">Basile</a>'
    sent = await bot.send_message(ada, text, ParseMode.HTML)
    assert [entity.user.id for entity in sent.entities if entity.user] == [ada]
    assert sent.text == "Ada Basile"
