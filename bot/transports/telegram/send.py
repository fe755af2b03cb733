"""Calls to the Bot API: pages out, ranks and files in, and what each failure means.

Knows which failures surely sent nothing and which leave it open; must not try again by itself, save
where Telegram refuses one detail (a topic that is gone) and takes the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import telegram
from telegram.constants import ChatMemberStatus, ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.transports.telegram import draw
from chat.transport import Attachment, Heard, Page, Place, Posted, Rank, TransportError

_TOAST = 200  # characters the Bot API takes in the answer to a press
_REASON = 200  # characters of a server's words worth keeping
_WITH_FILE = "file"  # what `Posted.extras` says of a message that has a caption instead of a text

_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    RuntimeError,  # the library's client is closed; what is under way then ends as a ReadError
)
_TOPIC_GONE = ("message thread not found", "topic_deleted")
_UNCHANGED = "message is not modified"
_NO_MEMBER = ("user not found", "member not found", "participant_id_invalid", "user_id_invalid")
_NO_CHAT = ("chat not found", "peer_id_invalid")

_RANKS = {
    ChatMemberStatus.OWNER: Rank.OWNER,
    ChatMemberStatus.ADMINISTRATOR: Rank.ADMIN,
    ChatMemberStatus.MEMBER: Rank.MEMBER,
}


async def send(bot: telegram.Bot, place: Place, page: Page) -> Posted:
    """Deliver a page; in a topic that was deleted, it goes to the group instead."""
    with _failures_told():
        try:
            return await _post(bot, place.chat, page, place.thread)
        except BadRequest as refusal:
            if place.thread is None or not _says(refusal, *_TOPIC_GONE):
                raise
            return await _post(bot, place.chat, page, None)


async def _post(bot: telegram.Bot, chat: str, page: Page, thread: str | None) -> Posted:
    reply = None
    if page.reply_to is not None:
        reply = telegram.ReplyParameters(int(page.reply_to), allow_sending_without_reply=True)
    topic = int(thread) if thread is not None else None
    if page.file is None:
        message = await bot.send_message(
            int(chat),
            page.markup,
            parse_mode=ParseMode.HTML,
            link_preview_options=draw.previews(page),
            reply_markup=draw.keyboard(page.choices),
            reply_parameters=reply,
            message_thread_id=topic,
            disable_notification=page.silent,
        )
        return Posted(str(message.message_id))
    message = await bot.send_document(
        int(chat),
        draw.document(page.file),
        caption=draw.caption(page),
        parse_mode=ParseMode.HTML,
        reply_markup=draw.keyboard(page.choices),
        reply_parameters=reply,
        message_thread_id=topic,
        disable_notification=page.silent,
    )
    return Posted(str(message.message_id), (_WITH_FILE,))


async def edit(bot: telegram.Bot, place: Place, posted: Posted, page: Page) -> Posted:
    """Redraw a message; one that already says this is as good as redrawn."""
    with _failures_told():
        try:
            return await _redraw(bot, int(place.chat), posted, page)
        except BadRequest as refusal:
            if not _says(refusal, _UNCHANGED):
                raise
            return posted


async def _redraw(bot: telegram.Bot, chat: int, posted: Posted, page: Page) -> Posted:
    message, buttons = int(posted.message), draw.keyboard(page.choices)
    if page.file is not None:
        media = telegram.InputMediaDocument(
            draw.document(page.file), caption=draw.caption(page), parse_mode=ParseMode.HTML
        )
        await bot.edit_message_media(media, chat_id=chat, message_id=message, reply_markup=buttons)
        return Posted(posted.message, (_WITH_FILE,))
    if _WITH_FILE in posted.extras:
        await bot.edit_message_caption(
            chat_id=chat,
            message_id=message,
            caption=draw.caption(page),
            parse_mode=ParseMode.HTML,
            reply_markup=buttons,
        )
        return posted
    await bot.edit_message_text(
        page.markup,
        chat_id=chat,
        message_id=message,
        parse_mode=ParseMode.HTML,
        link_preview_options=draw.previews(page),
        reply_markup=buttons,
    )
    return posted


async def toast(bot: telegram.Bot, heard: Heard, words: str) -> None:
    """Answer a press; too late or lost, the message itself still says what came of it."""
    if heard.press is not None:
        with suppress(TelegramError):
            await bot.answer_callback_query(heard.press, words[:_TOAST] or None)


async def rank(bot: telegram.Bot, place: Place, account: str) -> Rank:
    """What Telegram says now; nobody remembers it for us, for it may change at any moment."""
    with _failures_told():
        try:
            member = await bot.get_chat_member(int(place.chat), int(account))
        except BadRequest as refusal:
            if not _says(refusal, *_NO_MEMBER):
                raise
            return Rank.GONE
    if isinstance(member, telegram.ChatMemberRestricted):
        return Rank.MEMBER if member.is_member else Rank.GONE
    return _RANKS.get(ChatMemberStatus(member.status), Rank.GONE)


async def read(bot: telegram.Bot, attachment: Attachment, *, at_most: int) -> bytes:
    """A file's content, asked for only when its announced size in bytes is allowed."""
    if not attachment.ref:
        raise TransportError("not a file", permanent=True)
    _refuse_over(at_most, attachment.size)
    with _failures_told():
        file = await bot.get_file(attachment.ref)
        _refuse_over(at_most, file.file_size or 0)
        content = bytes(await file.download_as_bytearray())
    _refuse_over(at_most, len(content))
    return content


def _refuse_over(at_most: int, size: int) -> None:
    if size > at_most:
        raise TransportError(f"{size} bytes, {at_most} allowed", permanent=True)


@contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except TelegramError as error:
        raise failure(error) from error


def failure(error: TelegramError) -> TransportError:
    """What a failed call means: surely not done, never to be done, or perhaps done."""
    reason = f"{type(error).__name__}: {error.message}"[:_REASON]
    match error:
        case RetryAfter():
            return TransportError(reason, retry_after=_seconds(error))
        case ChatMigrated():
            return TransportError(reason, moved_to=str(error.new_chat_id))
        case Forbidden():
            return TransportError(reason, permanent=True, gone=True)
        case BadRequest():
            return TransportError(reason, permanent=True, gone=_says(error, *_NO_CHAT))
        case InvalidToken():
            return TransportError("InvalidToken", permanent=True)  # its words may hold the token
        case Conflict():
            return TransportError(reason)
        case NetworkError() if _says(error, "request entity too large"):
            return TransportError(reason, permanent=True)
        case NetworkError() if _says(error, "too many requests"):
            return TransportError(reason)
        case NetworkError() if isinstance(error.__cause__, _NEVER_SENT):
            return TransportError(reason)
        case _:
            return TransportError(reason, unknown=True)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def _says(error: TelegramError, *words: str) -> bool:
    """Whether the server's words, the only sign it gives, contain one of these."""
    said = error.message.casefold()
    return any(word in said for word in words)
