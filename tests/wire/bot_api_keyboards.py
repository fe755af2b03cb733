"""What may hang under a message: inline keyboards, reply keyboards and their limits.

Knows https://core.telegram.org/bots/api#inlinekeyboardmarkup. Must not know messages or chats.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.wire.bot_api_errors import ApiError, Json, bad_request
from tests.wire.bot_api_markup import is_link, units

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA = 64  # bytes
LONGEST_COPY = 256

_ACTIONS = frozenset(
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat"
    " switch_inline_query_chosen_chat copy_text callback_game pay".split()
)
_INLINE_FIELDS = _ACTIONS | {"text", "style", "icon_custom_emoji_id"}
_REPLY_FLAGS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")
_ONLY_INLINE = "object expected as reply markup"


def check_markup(markup: Json) -> Json:
    """The markup as it is, if Telegram takes it; raises 400 if not."""
    if "inline_keyboard" in markup:
        rows = _rows(markup, "inline_keyboard")
        for button in (button for row in rows for button in row):
            _check_inline(button)
    elif "keyboard" in markup:
        _rows(markup, "keyboard")
        _check_flags(markup, _REPLY_FLAGS)
    elif "remove_keyboard" in markup or "force_reply" in markup:
        _check_flags(markup, ("remove_keyboard", "force_reply", "selective"))
    else:
        raise bad_request(_ONLY_INLINE)
    return markup


def inline_only(markup: Json | None) -> Json | None:
    """What an edit may carry: an inline keyboard or nothing; an empty one is nothing."""
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request(_ONLY_INLINE)
    return markup if markup and any(markup["inline_keyboard"]) else None


def _check_flags(markup: Json, names: Sequence[str]) -> None:
    for name in names:
        if not isinstance(markup.get(name, False), bool):
            raise bad_request(f'field "{name}" must be of type Boolean')


def _rows(markup: Json, name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be of type Array')
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request(f"reply markup has a row of more than {MOST_IN_A_ROW} buttons")
    return rows


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _check_inline(button: Any) -> None:
    if not isinstance(button, dict):
        raise _unreadable("Object expected")
    if "text" not in button:
        raise _unreadable('Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _unreadable('Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    if unknown := button.keys() - _INLINE_FIELDS:
        raise _unreadable(f'Unknown field "{min(unknown)}"')
    actions = [name for name in _ACTIONS if button.get(name) not in (None, "")]
    if not actions and not any(name.startswith("switch_inline") for name in button):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unreadable("Exactly one action expected")
    _check_action(button)


def _check_action(button: Json) -> None:
    data = button.get("callback_data", "")
    if not isinstance(data, str) or len(data.encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = str(button.get("url", ""))
    if url and not is_link(url):
        why = "Unsupported URL protocol" if "://" in url else "Wrong HTTP URL"
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {why}")
    if "pay" in button or "callback_game" in button:
        raise bad_request("BUTTON_TYPE_INVALID")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= units(_copied(copied)) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _copied(button: Any) -> str:
    return str(button.get("text", "")) if isinstance(button, dict) else ""
