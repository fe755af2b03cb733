"""A Telegram update in the words every platform shares, or nothing when it is not for the bot.

Knows the Bot API's updates and whose word counts in them; must not know what anything is answered,
nor touch the network. A message whose author is not sure, or is no person, is never heard.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import telegram
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from chat.transport import Act, Attachment, Heard, Place, Speaker

PLATFORM = "telegram"

_SPOKEN_IN = frozenset({ChatType.PRIVATE, ChatType.GROUP, ChatType.SUPERGROUP})
_PRESSED_IN = _SPOKEN_IN | {ChatType.CHANNEL}
"""Nobody signs a post of a channel, but whoever presses below one is known."""

_COMMAND = re.compile(r"/[\w\u0300-\u036f]+(?:@(?P<bot>\w+))?(?!\S)")
"""Accents too, whole or set apart: people type /règles."""
_CHOICE = re.compile(r"(?P<act>[cp]):(?P<place>\d{1,3})(?::(?P<mark>[0-9a-f]{1,16}))?", re.ASCII)
"""A choice, or the first one of another page of them; buttons of early versions carry no mark."""
_MENTIONS: list[str | None] = [MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]
_AFTER_A_NAME = " \t\n\u00a0\u202f,:;"  # what stands between the bot's name and what it is told


def heard(update: telegram.Update, *, me: telegram.User) -> Heard | None:
    """What happened, or None when there is nothing to hear or nobody who answers for it.

    A press is dated like the message pressed: Telegram dates no press.
    """
    key = str(update.update_id)
    if update.callback_query:
        return _pressed(key, update.callback_query)
    if update.my_chat_member:
        return _came_or_went(key, update.my_chat_member)
    if update.edited_message:
        return _said(key, Act.EDITED, update.edited_message, me)
    if update.message and update.message.migrate_to_chat_id:
        return _migrated(key, update.message)
    return _said(key, Act.SAID, update.message, me) if update.message else None


def _said(key: str, act: Act, message: telegram.Message, me: telegram.User) -> Heard | None:
    author = _author(message)
    attachment = _attachment(message)
    written = message.text or message.caption or ""
    if author is None or not (written or attachment):
        return None
    text = _without_name_of(me, message, written)
    command = _COMMAND.match(text)
    if command and (message.forward_origin or not _is_for(command["bot"], me)):
        return None  # another bot's, or another person's order
    answered = _answered(message)
    return Heard(
        update=key,
        act=act,
        place=_place(message.chat, message),
        speaker=author,
        sent_at=message.edit_date or message.date,
        text=text.replace(f"@{command['bot']}", "", 1) if command and command["bot"] else text,
        message=str(message.message_id),
        reply_to=str(answered.message_id) if answered else None,
        attachment=attachment,
        mentions=_mentions(message, answered, besides=(author.account, str(me.id))),
        addressed=_is_addressed(message, answered, me, ordered=command is not None),
    )


def _author(message: telegram.Message) -> Speaker | None:
    """The person who wrote it; None for a bot, a channel, an anonymous admin, an automatic post."""
    user = message.from_user
    if user is None or user.is_bot or message.sender_chat or message.via_bot:
        return None
    if message.is_automatic_forward or message.chat.type not in _SPOKEN_IN:
        return None
    return speaker(user)


def speaker(user: telegram.User) -> Speaker:
    """An account as every platform has them."""
    return Speaker(str(user.id), user.full_name, user.username, user.language_code)


def _place(chat: telegram.Chat, message: telegram.Message | None = None) -> Place:
    """Where it is; a thread only in a real topic, for General refuses its own number."""
    in_topic = message is not None and message.is_topic_message
    thread = str(message.message_thread_id) if message and in_topic else None
    private = chat.type == ChatType.PRIVATE
    return Place(PLATFORM, str(chat.id), private=private, title=chat.title or "", thread=thread)


def _is_for(bot: str | None, me: telegram.User) -> bool:
    return bot is None or bot.casefold() == (me.username or "").casefold()


def _is_addressed(
    message: telegram.Message,
    answered: telegram.Message | None,
    me: telegram.User,
    *,
    ordered: bool,
) -> bool:
    if message.chat.type == ChatType.PRIVATE:
        return True
    if message.forward_origin:
        return False
    if answered and answered.from_user and answered.from_user.id == me.id:
        return True
    return ordered or any(_names(entity, name, me) for entity, name in _named(message))


def _named(message: telegram.Message) -> list[tuple[telegram.MessageEntity, str]]:
    """The mentions in a message, in the order of its text."""
    if message.text:
        found = message.parse_entities(_MENTIONS)
    else:
        found = message.parse_caption_entities(_MENTIONS) if message.caption else {}
    return sorted(found.items(), key=lambda item: item[0].offset)


def _names(entity: telegram.MessageEntity, name: str, me: telegram.User) -> bool:
    if entity.user:
        return entity.user.id == me.id
    return name.casefold() == f"@{me.username}".casefold()


def _without_name_of(me: telegram.User, message: telegram.Message, written: str) -> str:
    """The text without the bot's name; the Bot API counts places in UTF-16 units."""
    units = written.encode("utf-16-le", "surrogatepass")
    calls = [entity for entity, name in _named(message) if _names(entity, name, me)]
    for entity in reversed(calls):
        before = units[: 2 * entity.offset].removesuffix(b" \0")
        units = before + units[2 * (entity.offset + entity.length) :]
    text = units.decode("utf-16-le", "surrogatepass")
    return text.lstrip(_AFTER_A_NAME).rstrip() if calls else text


def _answered(message: telegram.Message) -> telegram.Message | None:
    """The message replied to; in a topic, a message that replies to none names the topic's own."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created:
        return None
    return None if answered.message_id == message.message_thread_id else answered


def _mentions(
    message: telegram.Message, answered: telegram.Message | None, *, besides: Collection[str]
) -> tuple[Speaker, ...]:
    """Who is named without doubt: by a link to their account, or by a reply to their message."""
    people = [speaker(e.user) for e, _ in _named(message) if e.user and not e.user.is_bot]
    written_by = _author(answered) if answered else None
    if written_by:
        people.append(written_by)
    by_account = {person.account: person for person in people if person.account not in besides}
    return tuple(by_account.values())


def _attachment(message: telegram.Message) -> Attachment | None:
    """The file a message announces; what is no file (a place, a poll) is announced without one."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        size = largest.file_size or 0
        return Attachment("photo", "photo.jpg", "image/jpeg", size, largest.file_id)
    if message.sticker:
        sticker = message.sticker
        name, media_type = _sticker_format(sticker)
        return Attachment("sticker", name, media_type, sticker.file_size or 0, sticker.file_id)
    if message.voice:
        voice, media_type = message.voice, message.voice.mime_type or "audio/ogg"
        return Attachment("voice", "voice.ogg", media_type, voice.file_size or 0, voice.file_id)
    if message.document and not message.animation:
        return _any_file("document", "document", message.document)
    other = message.effective_attachment
    return _any_file("other", type(other).__name__.lower(), other) if other else None


def _sticker_format(sticker: telegram.Sticker) -> tuple[str, str]:
    if sticker.is_animated:
        return "sticker.tgs", "application/x-tgsticker"
    return ("sticker.webm", "video/webm") if sticker.is_video else ("sticker.webp", "image/webp")


def _any_file(kind: str, default_name: str, content: object) -> Attachment:
    """A file of the many kinds that have no class in common in the library."""
    return Attachment(
        kind=kind,
        name=getattr(content, "file_name", None) or default_name,
        media_type=getattr(content, "mime_type", None) or "application/octet-stream",
        size=getattr(content, "file_size", None) or 0,
        ref=getattr(content, "file_id", None) or "",
    )


def _pressed(key: str, query: telegram.CallbackQuery) -> Heard | None:
    message = query.message
    if message is None or message.chat.type not in _PRESSED_IN:
        return None
    known = message if isinstance(message, telegram.Message) else None
    pressed = _CHOICE.fullmatch(query.data or "")
    place = int(pressed["place"]) if pressed else None
    turns = pressed is not None and pressed["act"] == "p"
    return Heard(
        update=key,
        act=Act.PRESSED,
        place=_place(message.chat, known),
        speaker=speaker(query.from_user),
        sent_at=message.date,
        message=str(message.message_id),
        choice=None if turns else place,
        mark=pressed["mark"] if pressed else None,
        turn=place if turns else None,
        press=query.id,
    )


def _came_or_went(key: str, change: telegram.ChatMemberUpdated) -> Heard | None:
    """In a channel the bot is an administrator, or cannot write there."""
    private = change.chat.type == ChatType.PRIVATE
    channel = change.chat.type == ChatType.CHANNEL
    before, now = (
        _is_in(one) and (not channel or one.status == ChatMemberStatus.ADMINISTRATOR)
        for one in (change.old_chat_member, change.new_chat_member)
    )
    if before == now or (private and now) or change.chat.type not in _PRESSED_IN:
        return None
    return Heard(
        update=key,
        act=Act.JOINED if now else Act.LEFT,
        place=_place(change.chat),
        speaker=speaker(change.from_user),
        sent_at=change.date,
    )


def _is_in(member: telegram.ChatMember) -> bool:
    if isinstance(member, telegram.ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def _migrated(key: str, message: telegram.Message) -> Heard:
    """The group goes on as a supergroup; the twin message in the new one says nothing more."""
    author = message.from_user
    return Heard(
        update=key,
        act=Act.MIGRATED,
        place=_place(message.chat),
        speaker=speaker(author) if author else Speaker(str(message.chat.id), "", None, None),
        sent_at=message.date,
        message=str(message.message_id),
        moved_to=str(message.migrate_to_chat_id),
    )
