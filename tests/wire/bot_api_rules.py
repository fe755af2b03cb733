"""What each method takes: names, types and limits of its parameters.

Knows https://core.telegram.org/bots/api#available-methods for the methods served. Must not know
the world: whether a chat or a message exists is asked elsewhere. Stricter than Telegram in one
thing: a parameter that the method does not have is refused rather than ignored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.wire.bot_api_errors import ApiError, Json, bad_request
from tests.wire.bot_api_keyboards import check_markup
from tests.wire.bot_api_markup import ENTITY_TYPES, is_link
from tests.wire.bot_api_updates import ASKED_FOR_KINDS, DEFAULT_KINDS

LONGEST_COMMAND_LINE = 256
MOST_COMMANDS = 100

MEDIA_TYPES = frozenset({"animation", "audio", "document", "photo", "video"})
CHAT_ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document"
    " choose_sticker find_location record_video_note upload_video_note".split()
)
SCOPES = frozenset(
    "default all_private_chats all_group_chats all_chat_administrators chat chat_administrators"
    " chat_member".split()
)
_SCOPE_FIELDS = {
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?\Z")
_NUMBER = re.compile(r"-?\d{1,19}\Z", re.ASCII)
_PREVIEW_FLAGS = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")

_NO_MEDIA = "can't parse InputMedia: expected an Object"

Reader = Callable[[str, Any], Any]


@dataclass(frozen=True)
class Upload:
    """A file as it came in a multipart request."""

    name: str
    media_type: str
    content: bytes


def text(name: str, raw: Any) -> str:
    """A string, in valid UTF-8."""
    if not isinstance(raw, str):
        raise bad_request(f'field "{name}" must be of type String')
    try:
        raw.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return raw


def integer(name: str, raw: Any) -> int:
    """A whole number, as such or in decimal digits."""
    if isinstance(raw, bool) or not _NUMBER.match(str(raw)):
        raise bad_request(f'field "{name}" must be a valid Number')
    return int(raw)


def boolean(name: str, raw: Any) -> bool:
    """True or false, as JSON writes them."""
    if isinstance(raw, bool):
        return raw
    if raw not in ("true", "false"):
        raise bad_request(f'field "{name}" must be of type Boolean')
    return bool(raw == "true")


def chat(name: str, raw: Any) -> int | str:
    """A chat's number or its @name."""
    if raw in (None, ""):
        raise bad_request(f"{name} is empty")
    if isinstance(raw, str) and re.fullmatch(r"@\w{4,32}", raw):
        return raw
    if isinstance(raw, bool) or not _NUMBER.match(str(raw)):
        raise bad_request("chat not found")
    return int(raw)


def file(name: str, raw: Any) -> Upload | str:
    """An upload, or the id of a file Telegram has; addresses are not fetched here."""
    if isinstance(raw, Upload):
        return raw
    if "://" in text(name, raw):
        raise bad_request("wrong type of the web page content")
    return str(raw)


def media(_name: str, raw: Any) -> Json:
    """What an edit puts in the place of a file; its upload is another part of the request."""
    given = raw if isinstance(raw, dict) else _json(raw, dict, _NO_MEDIA)
    if given.get("type") not in MEDIA_TYPES:
        raise bad_request("can't parse InputMedia: invalid media type specified")
    if not isinstance(given.get("media"), str | Upload):
        raise bad_request("can't parse InputMedia: media not specified")
    readers: dict[str, Reader] = {"caption": text, "parse_mode": parse_mode}
    readers |= {"caption_entities": entities}
    return given | {name: readers[name](name, given[name]) for name in readers if name in given}


def parse_mode(name: str, raw: Any) -> str:
    """HTML, in any case; the suite has no Markdown."""
    if text(name, raw).lower() not in ("", "html"):
        raise bad_request("unsupported parse_mode")
    return str(raw).lower()


def language(name: str, raw: Any) -> str:
    """Two letters of ISO 639-1, or nothing."""
    if not _LANGUAGE.match(text(name, raw)):
        raise bad_request("invalid language code specified")
    return str(raw)


def chat_action(name: str, raw: Any) -> str:
    """What a chat may show that the bot does."""
    if text(name, raw) not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    return str(raw)


def _json(raw: Any, kind: type, refusal: str) -> Any:
    try:
        value = json.loads(raw) if isinstance(raw, str) else raw
    except ValueError:
        raise bad_request(refusal) from None
    if not isinstance(value, kind):
        raise bad_request(refusal)
    text("JSON", json.dumps(value, ensure_ascii=False))
    return value


def markup(_name: str, raw: Any) -> Json:
    """What hangs under a message."""
    return check_markup(_json(raw, dict, "object expected as reply markup"))


def entities(_name: str, raw: Any) -> list[Json]:
    """Entities measured by the sender; their places are checked against the text later."""
    listed: list[Json] = _json(raw, list, "can't parse entities: expected an Array")
    for entity in listed:
        _check_entity(entity)
    return listed


def _check_entity(entity: Any) -> None:
    def refusal(reason: str) -> ApiError:
        return bad_request(f"can't parse MessageEntity: {reason}")

    if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
        raise refusal('Can\'t find field "type"')
    if entity["type"] not in ENTITY_TYPES:
        raise refusal("Unsupported type specified")
    for name in ("offset", "length"):
        if type(entity.get(name)) is not int:
            raise refusal(f'Field "{name}" must be a valid Number')
    needed = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
    if (name := needed.get(entity["type"], "type")) not in entity:
        raise refusal(f'Can\'t find field "{name}"')
    person = entity.get("user", {"id": 0})
    if not isinstance(person, dict) or type(person.get("id")) is not int:
        raise refusal('Field "id" must be a valid Number')
    if "url" in entity and not is_link(str(entity["url"])):
        raise bad_request(f"entity URL '{entity['url']}' is invalid: Wrong HTTP URL")


def link_preview(_name: str, raw: Any) -> Json:
    """How a link is shown, or that it is not."""
    options: Json = _json(raw, dict, "can't parse link preview options: Object expected")
    for flag in _PREVIEW_FLAGS:
        if not isinstance(options.get(flag, False), bool):
            raise bad_request(f'field "{flag}" must be of type Boolean')
    if "url" in options and not is_link(str(options["url"])):
        raise bad_request("WEBPAGE_URL_INVALID")
    return options


def reply(_name: str, raw: Any) -> Json:
    """Which message is answered."""
    parameters: Json = _json(raw, dict, "can't parse reply parameters: Object expected")
    if "message_id" not in parameters:
        raise bad_request('can\'t find field "message_id"')
    integer("message_id", parameters["message_id"])
    boolean("allow_sending_without_reply", parameters.get("allow_sending_without_reply", False))
    return parameters


def commands(_name: str, raw: Any) -> tuple[tuple[str, str], ...]:
    """A menu: names and lines."""
    listed = _json(raw, list, "can't parse commands: Expected an Array of BotCommand")
    if len(listed) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return tuple(_command(entry) for entry in listed)


def _command(entry: Any) -> tuple[str, str]:
    if not isinstance(entry, dict) or not {"command", "description"} <= entry.keys():
        raise bad_request("can't parse BotCommand: Can't find field")
    if not _COMMAND.match(text("command", entry["command"])):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(text("description", entry["description"])) <= LONGEST_COMMAND_LINE:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return entry["command"], entry["description"]


def scope(_name: str, raw: Any) -> Json:
    """To whom a menu is shown."""
    given: Json = _json(raw, dict, "can't parse BotCommandScope: Object expected")
    if str(given.get("type")) not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    needed = _SCOPE_FIELDS.get(given["type"], ())
    if missing := [field for field in needed if field not in given]:
        raise bad_request(f"can't parse BotCommandScope: Can't find field \"{missing[0]}\"")
    return given | {name: chat(name, given[name]) for name in needed}


def kinds(_name: str, raw: Any) -> frozenset[str]:
    """Kinds of updates; names that do not exist are left out, as Telegram does."""
    listed = _json(raw, list, "can't parse allowed updates: Expected an Array of String")
    return frozenset(map(str, listed)) & (DEFAULT_KINDS | ASKED_FOR_KINDS)
