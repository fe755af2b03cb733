"""Calls to the Bot API: pages out, ranks and files in.

Must not try again by itself, save where Telegram refuses one detail (a picture that is none to it)
and takes the rest.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import telegram
from telegram.constants import ChatMemberStatus, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.transports.telegram import draw
from bot.transports.telegram.failures import failures_told, says
from chat.transport import Attachment, File, Heard, Page, Place, Posted, Rank, TransportError

_TOAST = 200  # characters the Bot API takes in the answer to a press
_WITH_FILE = "file"  # what `Posted.extras` says of a message that has a caption instead of a text

_UNCHANGED = "message is not modified"
_NO_MEMBER = ("user not found", "member not found", "participant_id_invalid", "user_id_invalid")
_UNFIT = (
    "image_process_failed",
    "photo_invalid_dimensions",
    "photo_ext_invalid",
    "photo_save_file_invalid",
    "voice_messages_forbidden",
)
"""Refusals of a file as a picture or a voice; as a document it is taken."""

_RANKS = {
    ChatMemberStatus.OWNER: Rank.OWNER,
    ChatMemberStatus.ADMINISTRATOR: Rank.ADMIN,
    ChatMemberStatus.MEMBER: Rank.MEMBER,
}


async def send(bot: telegram.Bot, place: Place, page: Page) -> Posted:
    """Deliver a page; ValueError when its file has more text than a caption may have."""
    reply = None
    if page.reply_to is not None:
        reply = telegram.ReplyParameters(int(page.reply_to), allow_sending_without_reply=True)
    where: dict[str, Any] = {
        "reply_markup": draw.under(page),
        "reply_parameters": reply,
        "message_thread_id": int(place.thread) if place.thread is not None else None,
        "disable_notification": page.silent,
    }
    with failures_told():
        if page.file is not None:
            return await _post_file(bot, int(place.chat), page, page.file, where)
        message = await bot.send_message(
            int(place.chat),
            draw.words(page),
            parse_mode=ParseMode.HTML,
            link_preview_options=draw.previews(page),
            **where,
        )
    await _settle(bot, int(place.chat), message.message_id, page)
    return Posted(str(message.message_id))


async def _settle(bot: telegram.Bot, chat: int, message: int, page: Page) -> None:
    """What comes with a message that arrived: it is kept in sight, or is the last one here.

    Where the bot may not pin, the message was said all the same.
    """
    with suppress(TelegramError):
        if page.pinned:
            await bot.pin_chat_message(chat, message, disable_notification=True)
        if page.pinned and page.unpins:
            await bot.unpin_chat_message(chat, int(page.unpins))
        if page.leaves:
            await bot.leave_chat(chat)


async def _post_file(
    bot: telegram.Bot, chat: int, page: Page, file: File, where: dict[str, Any]
) -> Posted:
    """As a picture, a film or a voice where it is one, else as a document."""
    words = {"caption": draw.caption(page), "parse_mode": ParseMode.HTML, **where}
    try:
        if draw.is_photo(file):
            message = await bot.send_photo(chat, draw.upload(file), **words)
        elif file.is_film:
            message = await bot.send_video(chat, draw.upload(file), **words)
        elif file.is_voice:
            message = await bot.send_voice(chat, draw.upload(file), **words)
        else:
            message = await bot.send_document(chat, draw.upload(file), **words)
    except BadRequest as refusal:
        if not says(refusal, *_UNFIT):
            raise
        message = await bot.send_document(chat, draw.upload(file), **words)
    return Posted(str(message.message_id), (_WITH_FILE,))


async def edit(bot: telegram.Bot, place: Place, posted: Posted, page: Page) -> Posted:
    """Redraw a message; one that already says this is as good as redrawn."""
    with failures_told():
        try:
            return await _redraw(bot, int(place.chat), posted, page)
        except BadRequest as refusal:
            if not says(refusal, _UNCHANGED):
                raise
            return posted


async def _redraw(bot: telegram.Bot, chat: int, posted: Posted, page: Page) -> Posted:
    message, buttons = int(posted.message), draw.keyboard(page)
    with_file = _WITH_FILE in posted.extras
    if page.file is not None:
        await _exchange(bot, chat, message, page, page.file)
        return Posted(posted.message, (_WITH_FILE,))
    if with_file and page.withdrawn and await _emptied(bot, chat, message, page):
        return posted
    if with_file:
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


async def _exchange(bot: telegram.Bot, chat: int, message: int, page: Page, file: File) -> None:
    """Put another file in the place of a message's own."""
    media = telegram.InputMediaDocument(
        file.content, caption=draw.caption(page), parse_mode=ParseMode.HTML, filename=file.name
    )
    await bot.edit_message_media(
        media, chat_id=chat, message_id=message, reply_markup=draw.keyboard(page)
    )


async def _emptied(bot: telegram.Bot, chat: int, message: int, page: Page) -> bool:
    """Put the words in the place of a file; False for a voice, which can only be captioned."""
    try:
        await _exchange(bot, chat, message, page, draw.emptied(page))
    except BadRequest as refusal:
        if not says(refusal, "can't be edited"):
            raise
        return False
    return True


async def toast(bot: telegram.Bot, press: str, words: str) -> None:
    """Answer a press; too late or lost, the message itself still says what came of it."""
    with suppress(TelegramError, TransportError):
        await bot.answer_callback_query(press, words[:_TOAST] or None)


async def turn(bot: telegram.Bot, heard: Heard, page: Page) -> None:
    """Show other choices under a message; a page that is shown already stays."""
    with suppress(TelegramError, TransportError):
        await bot.edit_message_reply_markup(
            chat_id=int(heard.place.chat),
            message_id=int(heard.message or 0),
            reply_markup=draw.keyboard(page, first=heard.turn or 0),
        )


async def rank(bot: telegram.Bot, place: Place, account: str) -> Rank:
    """What Telegram says now."""
    with failures_told():
        try:
            member = await bot.get_chat_member(int(place.chat), int(account))
        except BadRequest as refusal:
            if not says(refusal, *_NO_MEMBER):
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
    with failures_told():
        file = await bot.get_file(attachment.ref)
        _refuse_over(at_most, file.file_size or 0)
        content = bytes(await file.download_as_bytearray())
    _refuse_over(at_most, len(content))
    return content


def _refuse_over(at_most: int, size: int) -> None:
    if size > at_most:
        raise TransportError(f"{size} bytes, {at_most} allowed", permanent=True)
