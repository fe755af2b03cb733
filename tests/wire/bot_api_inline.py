"""Inline mode: what somebody types after the bot's name anywhere, and what the bot may answer.

Knows https://core.telegram.org/bots/api#inline-mode, articles only. Must not know any chat.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from tests.wire.bot_api_errors import Json, bad_request
from tests.wire.bot_api_keyboards import check_markup
from tests.wire.bot_api_markup import Formatted, parse_html, plain, units
from tests.wire.bot_api_rules import boolean, integer, link_preview, parse_mode, text

MOST_RESULTS = 50
LONGEST_QUERY = 256
LONGEST_ID = 64  # bytes
LONGEST_OFFSET = 64  # bytes
LONGEST_CONTENT = 4096  # UTF-16 code units

_START = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_ARTICLE = frozenset(
    "type id title input_message_content reply_markup url hide_url description thumbnail_url"
    " thumbnail_width thumbnail_height".split()
)
_CONTENT = frozenset("message_text parse_mode entities link_preview_options".split())
_BUTTON = frozenset(("text", "web_app", "start_parameter"))


@dataclass(frozen=True)
class Article:
    """One result as somebody's app lists it, and what they send by choosing it."""

    id: str
    title: str
    line: str
    body: Formatted
    markup: Json | None


@dataclass(frozen=True)
class Results:
    """What the bot answered to an inline query, as it was accepted."""

    articles: tuple[Article, ...]
    cache_time: int
    is_personal: bool
    button: Json | None


def results(_name: str, raw: Any) -> tuple[Article, ...]:
    """The results of an answer; raises 400 for one that Telegram would not show."""
    listed = _json(raw, list, "can't parse inline query results JSON array")
    if len(listed) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    articles = tuple(_article(one) for one in listed)
    if len({one.id for one in articles}) < len(articles):
        raise bad_request("RESULT_ID_DUPLICATE")
    return articles


def button(_name: str, raw: Any) -> Json:
    """The one button above the results."""
    given: Json = _json(raw, dict, "can't parse inline query results button: Object expected")
    if unknown := given.keys() - _BUTTON:
        raise bad_request(f'can\'t parse InlineQueryResultsButton: unknown field "{min(unknown)}"')
    if not text("text", given.get("text", "")):
        raise bad_request("can't parse InlineQueryResultsButton: text must be non-empty")
    if ("web_app" in given) == ("start_parameter" in given):
        raise bad_request("can't parse InlineQueryResultsButton: exactly one action expected")
    if "start_parameter" in given and not _START.match(str(given["start_parameter"])):
        raise bad_request("START_PARAM_INVALID")
    return given


def offset(name: str, raw: Any) -> str:
    """What the next page of results is asked with."""
    if len(text(name, raw).encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    return str(raw)


def seconds(name: str, raw: Any) -> int:
    """How long an answer may be given again."""
    if integer(name, raw) < 0:
        raise bad_request("cache_time must be non-negative")
    return int(raw)


def accepted(given: Json) -> Results:
    """An answer whose parameters were read."""
    return Results(
        given["results"],
        given.get("cache_time", 300),
        boolean("is_personal", given.get("is_personal", False)),
        given.get("button"),
    )


def _json(raw: Any, kind: type, refusal: str) -> Any:
    try:
        value = json.loads(raw) if isinstance(raw, str) else raw
    except ValueError:
        raise bad_request(refusal) from None
    if not isinstance(value, kind):
        raise bad_request(refusal)
    return value


def _article(raw: Any) -> Article:
    if not isinstance(raw, dict) or raw.get("type") != "article":
        raise bad_request("can't parse inline query result: the suite knows articles only")
    if unknown := raw.keys() - _ARTICLE:
        raise bad_request(f'can\'t parse inline query result: unknown field "{min(unknown)}"')
    name = text("id", raw.get("id", ""))
    if not 1 <= len(name.encode()) <= LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    if not text("title", raw.get("title", "")).strip():
        raise bad_request("RESULT_TITLE_EMPTY")
    markup = raw.get("reply_markup")
    return Article(
        id=name,
        title=raw["title"],
        line=text("description", raw.get("description", "")),
        body=_content(raw.get("input_message_content")),
        markup=check_markup(markup) if markup is not None else None,
    )


def _content(raw: Any) -> Formatted:
    if not isinstance(raw, dict) or "message_text" not in raw:
        raise bad_request("can't parse inline query result: input message content expected")
    if unknown := raw.keys() - _CONTENT:
        raise bad_request(f'can\'t parse input message content: unknown field "{min(unknown)}"')
    words = text("message_text", raw["message_text"])
    if "link_preview_options" in raw:
        link_preview("link_preview_options", raw["link_preview_options"])
    html = parse_mode("parse_mode", raw.get("parse_mode", "")) == "html"
    body = (parse_html(words) if html else plain(words, raw.get("entities", []))).trimmed()
    if not body.text:
        raise bad_request("message text is empty")
    if units(body.text) > LONGEST_CONTENT:
        raise bad_request("MESSAGE_TOO_LONG")
    return body
