"""What the bot says: sending, editing, deleting, answering a press.

Knows the rules for a bot's messages. Must not know HTTP.
"""

from __future__ import annotations

from dataclasses import replace

from tests.wire.bot_api_access import (
    answered,
    chat_of,
    keep_pace,
    open_thread_of,
    own_message,
    thread_of,
)
from tests.wire.bot_api_errors import ApiError, Json, bad_request
from tests.wire.bot_api_inline import accepted
from tests.wire.bot_api_keyboards import inline_only
from tests.wire.bot_api_markup import Formatted, parse_html, plain, units
from tests.wire.bot_api_records import Chat, Message, StoredFile, message_json
from tests.wire.bot_api_rules import Upload
from tests.wire.bot_api_world import LONGEST_TEXT, Answer, World

LONGEST_CAPTION = 1024  # UTF-16 code units
LONGEST_TOAST = 200
LARGEST_UPLOAD = 50 * 2**20
LARGEST_PHOTO = 10 * 2**20
DELETABLE_FOR = 48 * 3600  # seconds
INLINE_WAITS = 10  # seconds an app waits for what it asked inline

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8")
_VOICES = (b"OggS", b"ID3", b"\xff\xfb", b"\x00\x00\x00")
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
_OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


def send_message(world: World, given: Json) -> Json:
    """sendMessage."""
    body = _text(world, given)
    return _post(world, given, body, None)


def send_document(world: World, given: Json) -> Json:
    """sendDocument."""
    return _post(world, given, _caption(world, given), given["document"])


def send_photo(world: World, given: Json) -> Json:
    """sendPhoto."""
    photo = given["photo"]
    if isinstance(photo, Upload):
        if not photo.content.startswith(_PICTURES):
            raise bad_request("IMAGE_PROCESS_FAILED")
        if len(photo.content) > LARGEST_PHOTO:
            raise bad_request("file is too big")
    return _post(world, given, _caption(world, given), photo, kind="photo")


def send_voice(world: World, given: Json) -> Json:
    """sendVoice: .OGG with Opus, .MP3 or .M4A; anything else arrives as a document."""
    voice = given["voice"]
    if chat_of(world, given).id in world.voiceless:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")
    heard = isinstance(voice, str) or voice.content.startswith(_VOICES)
    body = _caption(world, given)
    return _post(world, given, body, voice, kind="voice" if heard else "document")


def send_video(world: World, given: Json) -> Json:
    """sendVideo: MPEG4; anything else arrives as a document."""
    video = given["video"]
    seen = isinstance(video, str) or video.content[4:8] == b"ftyp"
    return _post(world, given, _caption(world, given), video, kind="video" if seen else "document")


def edit_text(world: World, given: Json) -> Json:
    """editMessageText; without a reply_markup, the keyboard goes."""
    body = _text(world, given)
    chat = chat_of(world, given)
    message = own_message(world, chat, given)
    if message.file:
        raise bad_request("there is no text in the message to edit")
    return _rewrite(world, chat, message, body, given)


def edit_caption(world: World, given: Json) -> Json:
    """editMessageCaption; without a caption, the caption goes."""
    body = _caption(world, given)
    chat = chat_of(world, given)
    message = own_message(world, chat, given)
    if not message.file:
        raise bad_request("there is no caption in the message to edit")
    return _rewrite(world, chat, message, body, given)


def edit_media(world: World, given: Json) -> Json:
    """editMessageMedia: another file, or a first one; never for a voice or a sticker."""
    media: Json = given["media"]
    body = _caption(world, media)
    chat = chat_of(world, given)
    old = own_message(world, chat, given)
    if old.file and old.file.kind not in ("document", "photo", "video"):
        raise bad_request("message can't be edited")
    kind = media["type"] if media["type"] in ("photo", "video") else "document"
    file = _stored(world, media["media"], kind)
    return _rewrite(world, chat, replace(old, file=file), body, given, exchanged=True)


def edit_markup(world: World, given: Json) -> Json:
    """editMessageReplyMarkup."""
    chat = chat_of(world, given)
    message = own_message(world, chat, given)
    return _rewrite(world, chat, message, message.body, given)


def delete_message(world: World, given: Json) -> bool:
    """deleteMessage: its own, and others' where it is an administrator or in private."""
    chat = chat_of(world, given)
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    rules = chat.private or chat.members[world.bot.id] == "administrator"
    late = world.rooms.now - message.date > DELETABLE_FOR
    if late or not (rules or message.sender.id == world.bot.id):
        raise bad_request("message can't be deleted")
    world.rooms.remove(message)
    return True


def answer_query(world: World, given: Json) -> bool:
    """answerCallbackQuery, once for each press."""
    words = given.get("text", "")
    if units(words) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    query = given["callback_query_id"]
    if world.queries.get(query, True):
        raise bad_request(_OLD_QUERY)
    world.queries[query] = True
    world.answers.append(Answer(query, words, given.get("show_alert", False)))
    world.rooms.bell.ring()
    return True


def answer_inline(world: World, given: Json) -> bool:
    """answerInlineQuery, once for each query, while its writer still waits."""
    asked = world.inline_queries.get(given["inline_query_id"])
    late = asked is None or world.rooms.now - asked.at > INLINE_WAITS
    if asked is None or late or asked.results is not None:
        raise bad_request(_OLD_QUERY)
    world.inline_queries[given["inline_query_id"]] = replace(asked, results=accepted(given))
    world.rooms.bell.ring()
    return True


def send_action(world: World, given: Json) -> bool:
    """sendChatAction."""
    thread_of(chat_of(world, given), given)
    return True


def _text(world: World, given: Json) -> Formatted:
    body = _formatted(world, given, given["text"], "entities")
    if not body.text:
        raise bad_request("message text is empty")
    if units(body.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return body


def _caption(world: World, given: Json) -> Formatted:
    body = _formatted(world, given, given.get("caption", ""), "caption_entities")
    if units(body.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return body


def _formatted(world: World, given: Json, words: str, listed: str) -> Formatted:
    html = bool(given.get("parse_mode"))
    body = (parse_html(words) if html else plain(words, given.get(listed, []))).trimmed()
    known = (_with_person(world, entity) for entity in body.entities)
    return replace(body, entities=tuple(one for one in known if one))


def _with_person(world: World, entity: Json) -> Json | None:
    """A mention by number of someone Telegram does not know is dropped."""
    if entity["type"] != "text_mention":
        return entity
    user = world.rooms.users.get(entity["user"]["id"])
    return entity | {"user": user.json()} if user else None


def _post(
    world: World,
    given: Json,
    body: Formatted,
    file: Upload | str | None,
    *,
    kind: str = "document",
) -> Json:
    chat = chat_of(world, given)
    if given.get("allow_paid_broadcast"):
        raise bad_request("FLOODSKIP_NOT_ALLOWED")
    if chat.members[world.bot.id] == "restricted":
        raise bad_request("not enough rights to send text messages to the chat")
    where = {"thread": open_thread_of(world, chat, given), "reply_to": answered(chat, given)}
    keep_pace(world, chat)
    stored = None if file is None else _stored(world, file, kind)
    markup = given.get("reply_markup")
    made = world.rooms.post(chat, world.bot, body, markup=markup, file=stored, **where)
    return message_json(made, chat)


def _stored(world: World, file: Upload | str, kind: str) -> StoredFile:
    if isinstance(file, str):
        if (known := world.rooms.files.get(file)) is None:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        if known.kind != kind:
            raise bad_request(f"can't use file of type {known.kind} as {kind}")
        return known
    if not file.content:
        raise bad_request("file must be non-empty")
    if len(file.content) > LARGEST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    details: Json = {"duration": 3} if kind in ("voice", "video") else {}
    details |= {"width": 320, "height": 240} if kind == "video" else {}
    return world.rooms.store(kind, file.name, file.media_type, file.content, **details)


def _rewrite(
    world: World,
    chat: Chat,
    old: Message,
    body: Formatted,
    given: Json,
    *,
    exchanged: bool = False,
) -> Json:
    markup = inline_only(given.get("reply_markup"))
    if not exchanged and (body.text, body.entities, markup) == (
        old.text,
        old.entities,
        old.markup if old.keyboard else None,
    ):
        raise bad_request(_NOT_MODIFIED)
    keep_pace(world, chat)
    new = old.rewritten(body, markup, world.rooms.now)
    world.rooms.put(new)
    return message_json(new, chat)
