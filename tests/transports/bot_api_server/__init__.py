"""What the suite's Bot API server does, rule by rule."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup


async def refusal(call: Awaitable[Any]) -> str:
    """What a call is refused with, as the library words it."""
    with pytest.raises(telegram.error.TelegramError) as caught:
        await call
    return caught.value.message


def keyboard(*rows: int) -> InlineKeyboardMarkup:
    """An inline keyboard with so many buttons in each row."""
    buttons = [[InlineKeyboardButton("Oui", callback_data="1")] * size for size in rows]
    return InlineKeyboardMarkup(buttons)
