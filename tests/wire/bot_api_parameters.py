"""Which parameters each method has, and which it cannot do without.

Knows names only; how one is read is in `bot_api_rules`.
"""

from __future__ import annotations

from tests.wire.bot_api_errors import Json, bad_request
from tests.wire.bot_api_inline import button, offset, results, seconds
from tests.wire.bot_api_rules import (
    Reader,
    boolean,
    chat,
    chat_action,
    commands,
    entities,
    file,
    integer,
    kinds,
    language,
    link_preview,
    markup,
    media,
    parse_mode,
    reply,
    scope,
    text,
)

_TO: dict[str, Reader] = {"chat_id": chat}
_MESSAGE: dict[str, Reader] = _TO | {"message_id": integer}
_SEND: dict[str, Reader] = _TO | {
    "message_thread_id": integer,
    "disable_notification": boolean,
    "protect_content": boolean,
    "allow_paid_broadcast": boolean,
    "message_effect_id": integer,
    "reply_parameters": reply,
    "reply_markup": markup,
}
_WORDS: dict[str, Reader] = {
    "text": text,
    "parse_mode": parse_mode,
    "entities": entities,
    "link_preview_options": link_preview,
}
_CAPTION: dict[str, Reader] = {
    "caption": text,
    "parse_mode": parse_mode,
    "caption_entities": entities,
    "show_caption_above_media": boolean,
}
_TOPIC: dict[str, Reader] = _TO | {"message_thread_id": integer}
_MENU: dict[str, Reader] = {"scope": scope, "language_code": language}

PARAMETERS: dict[str, dict[str, Reader]] = {
    "getMe": {},
    "getUpdates": {"offset": integer, "limit": integer, "timeout": integer}
    | {"allowed_updates": kinds},
    "setWebhook": {
        "url": text,
        "certificate": file,
        "ip_address": text,
        "max_connections": integer,
        "allowed_updates": kinds,
        "drop_pending_updates": boolean,
        "secret_token": text,
    },
    "deleteWebhook": {"drop_pending_updates": boolean},
    "getWebhookInfo": {},
    "sendMessage": _SEND | _WORDS,
    "sendDocument": _SEND
    | _CAPTION
    | {"document": file, "thumbnail": file, "disable_content_type_detection": boolean},
    "sendPhoto": _SEND | _CAPTION | {"photo": file, "has_spoiler": boolean},
    "sendVideo": _SEND
    | _CAPTION
    | {"video": file, "duration": integer, "width": integer, "height": integer}
    | {"thumbnail": file, "has_spoiler": boolean, "supports_streaming": boolean},
    "sendVoice": _SEND | _CAPTION | {"voice": file, "duration": integer},
    "editMessageMedia": _MESSAGE | {"media": media, "reply_markup": markup},
    "editMessageText": _MESSAGE | _WORDS | {"reply_markup": markup},
    "editMessageCaption": _MESSAGE | _CAPTION | {"reply_markup": markup},
    "editMessageReplyMarkup": _MESSAGE | {"reply_markup": markup},
    "deleteMessage": _MESSAGE,
    "answerCallbackQuery": {
        "callback_query_id": text,
        "text": text,
        "show_alert": boolean,
        "url": text,
        "cache_time": integer,
    },
    "answerInlineQuery": {
        "inline_query_id": text,
        "results": results,
        "cache_time": seconds,
        "is_personal": boolean,
        "next_offset": offset,
        "button": button,
    },
    "getChat": _TO,
    "getChatMember": _TO | {"user_id": integer},
    "getChatAdministrators": _TO | {"return_bots": boolean},
    "setMyCommands": _MENU | {"commands": commands},
    "getMyCommands": _MENU,
    "deleteMyCommands": _MENU,
    "setMyDescription": {"description": text, "language_code": language},
    "getMyDescription": {"language_code": language},
    "getFile": {"file_id": text},
    "sendChatAction": _TO | {"action": chat_action, "message_thread_id": integer},
    "leaveChat": _TO,
    "pinChatMessage": _MESSAGE | {"disable_notification": boolean},
    "unpinChatMessage": _MESSAGE,
    "createForumTopic": _TO | {"name": text, "icon_color": integer, "icon_custom_emoji_id": text},
    "editForumTopic": _TO
    | {"message_thread_id": integer, "name": text, "icon_custom_emoji_id": text},
    "closeForumTopic": _TOPIC,
    "reopenForumTopic": _TOPIC,
    "deleteForumTopic": _TOPIC,
}
NAMES = {name.lower(): name for name in PARAMETERS}

_NEEDED = {
    "sendMessage": ("text", "chat_id"),
    "sendDocument": ("chat_id", "document"),
    "sendPhoto": ("chat_id", "photo"),
    "sendVideo": ("chat_id", "video"),
    "sendVoice": ("chat_id", "voice"),
    "editMessageText": ("text", "chat_id", "message_id"),
    "editMessageMedia": ("chat_id", "message_id", "media"),
    "editMessageCaption": ("chat_id", "message_id"),
    "editMessageReplyMarkup": ("chat_id", "message_id"),
    "deleteMessage": ("chat_id", "message_id"),
    "answerCallbackQuery": ("callback_query_id",),
    "answerInlineQuery": ("inline_query_id", "results"),
    "getChat": ("chat_id",),
    "getChatMember": ("chat_id", "user_id"),
    "getChatAdministrators": ("chat_id",),
    "setMyCommands": ("commands",),
    "getFile": ("file_id",),
    "sendChatAction": ("chat_id", "action"),
    "leaveChat": ("chat_id",),
    "pinChatMessage": ("chat_id", "message_id"),
    "unpinChatMessage": ("chat_id",),
    "createForumTopic": ("chat_id", "name"),
    "editForumTopic": ("chat_id", "message_thread_id"),
    "closeForumTopic": ("chat_id", "message_thread_id"),
    "reopenForumTopic": ("chat_id", "message_thread_id"),
    "deleteForumTopic": ("chat_id", "message_thread_id"),
}
_MISSING = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "video": "there is no video in the request",
    "voice": "there is no voice in the request",
    "media": "there is no media in the request",
    "callback_query_id": ("query is too old and response timeout expired or query ID is invalid"),
    "inline_query_id": ("query is too old and response timeout expired or query ID is invalid"),
    "user_id": "invalid user_id specified",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
    "name": "TOPIC_TITLE_EMPTY",
}


def read(method: str, raw: Json) -> Json:
    """The parameters of a call as values; raises 400 for one unknown, malformed or missing."""
    readers = PARAMETERS[method]
    if unknown := sorted(raw.keys() - readers.keys()):
        raise bad_request(f'method {method} has no parameter "{unknown[0]}"')
    for name in _NEEDED.get(method, ()):
        if raw.get(name) in (None, ""):
            raise bad_request(_MISSING.get(name, f'parameter "{name}" is required'))
    return {name: readers[name](name, value) for name, value in raw.items() if value is not None}
