"""A room's event in the words every platform shares, or nothing when it is not for the bot.

Knows the shape of Matrix events; must not know the network, the library, or what is answered. A
room carries whatever anybody sends, so each function is total.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote

from bot.transports.matrix.draw import KEYS, POLL_RESPONSE
from bot.transports.matrix.fields import items, mapping, number, text_of
from bot.transports.matrix.rooms import Origin, Room, before, own_step, thread_of
from chat.transport import Act, Attachment, Heard, Place, Speaker

PLATFORM = "matrix"

_NOT_SAID = frozenset({"m.notice", "m.key.verification.request"})  # bots; a device's request
_MESSAGES = frozenset({"m.room.message", "m.room.encrypted", "m.sticker"})
_PRESSES = frozenset({"m.reaction", POLL_RESPONSE})
_FILES = {"m.file": "document", "m.image": "photo", "m.audio": "voice", "m.video": "other"}
_COMMAND = re.compile(r"[!/](?=[^\W\d_])")  # clients keep « / » for themselves, so « ! » too
_FALLBACK = re.compile(r"(?:>[^\n]*(?:\n|\Z))+\n?")  # the quoted message that old clients repeat
_PILL = re.compile(r"https://matrix\.to/#/(?P<account>(?:@|%40)[^\"'?<>\s]+)")
_DECIDED_BY_ANOTHER = ("m.replace", "m.annotation", "m.reference")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 253_402_300_799_000  # the last millisecond of the year 9999 that a datetime can hold
_ANSWER = re.compile(r"(?P<place>[0-9]{1,2})(?::(?P<mark>[0-9a-f]{1,16}))?")
_CHOICES = {key.replace("\ufe0f", ""): place for place, key in enumerate(KEYS)}


Known = Mapping[str, Origin | None]


def heard(event: Mapping[str, Any], room: Room, known: Known) -> Heard | None:
    """What happened, or None when there is nothing to hear. `known` are earlier events by id."""
    read = _READERS.get(text_of(event.get("type")))
    return read(event, room, known) if read and text_of(event.get("event_id")) else None


def refers_to(event: Mapping[str, Any], room: Room) -> str | None:
    """The earlier event whose sender or type decides what this one means."""
    if event.get("type") == "m.room.redaction":
        return _redacted(event) or None
    relation = _relation(mapping(event.get("content")))
    if event.get("sender") == room.me:
        return None
    if relation.get("rel_type") in _DECIDED_BY_ANOTHER:
        return text_of(relation.get("event_id")) or None
    return None if room.private else _reply_to(relation)


def _message(event: Mapping[str, Any], room: Room, known: Known) -> Heard | None:
    content = mapping(event.get("content"))
    relation = _relation(content)
    if relation.get("rel_type") == "m.replace":
        return _edited(event, room, known)
    return _said(event, room, known, content, Act.SAID, text_of(event.get("event_id")))


def _edited(event: Mapping[str, Any], room: Room, known: Known) -> Heard | None:
    """Only an author edits: anybody may send an event that claims to replace another's."""
    content = mapping(event.get("content"))
    original = text_of(_relation(content).get("event_id"))
    origin = known.get(original)
    if origin is None or origin.sender != event.get("sender"):
        return None
    return _said(event, room, known, mapping(content.get("m.new_content")), Act.EDITED, original)


def _said(
    event: Mapping[str, Any],
    room: Room,
    known: Known,
    content: Mapping[str, Any],
    act: Act,
    message: str,
) -> Heard | None:
    sticker = event.get("type") == "m.sticker"
    attachment = _attachment(content, sticker=sticker)
    relation = _relation(content)
    reply_to = _reply_to(relation)
    said = "" if attachment and not _captioned(content) else _body(content, reply=bool(reply_to))
    silent = text_of(content.get("msgtype")) in _NOT_SAID or not (said or attachment)
    if silent or event.get("sender") == room.me:
        return None
    text, addressed = _spoken(said, content, room, known.get(reply_to) if reply_to else None)
    thread = thread_of(relation) or _thread(known, message)
    return _heard(event, room, act, thread=thread)(
        text=text,
        message=message,
        reply_to=reply_to,
        attachment=attachment,
        mentions=_mentions(content, room),
        addressed=addressed,
    )


def _reaction(event: Mapping[str, Any], room: Room, known: Known) -> Heard | None:
    """A choice taken: a keycap on a message of the bot. Under anybody else's it means nothing."""
    relation = _relation(mapping(event.get("content")))
    choice = _CHOICES.get(text_of(relation.get("key")).replace("\ufe0f", ""))
    if choice is None:
        return None
    return _taken(event, room, known, text_of(relation.get("event_id")), choice)


def _voice(event: Mapping[str, Any], room: Room, known: Known) -> Heard | None:
    """A voice in a poll of the bot: one answer, or none any more."""
    content = mapping(event.get("content"))
    answers = [text_of(one) for one in items(mapping(content.get(POLL_RESPONSE)).get("answers"))]
    chosen = answers[0] if answers else ""
    answer = _ANSWER.fullmatch(chosen)
    if chosen and answer is None:
        return None
    message = text_of(_relation(content).get("event_id"))
    place, mark = (int(answer["place"]), answer["mark"]) if answer else (None, None)
    return _taken(event, room, known, message, place, mark)


def _taken(
    event: Mapping[str, Any],
    room: Room,
    known: Known,
    message: str,
    choice: int | None,
    mark: str | None = None,
) -> Heard | None:
    """A press on a message of the bot, or a vote taken back, which chooses nothing."""
    origin = known.get(message)
    if origin is None or origin.sender != room.me or event.get("sender") == room.me:
        return None
    press = None if choice is None else text_of(event.get("event_id"))
    act = Act.RELEASED if choice is None else Act.PRESSED
    heard = _heard(event, room, act, thread=origin.thread)
    return heard(message=message, choice=choice, mark=mark, press=press)


def _redaction(event: Mapping[str, Any], room: Room, known: Known) -> Heard | None:
    """A message taken back, or a press by whoever made it; of anything else nothing follows."""
    message = _redacted(event)
    origin = known.get(message)
    if not message or event.get("sender") == room.me:
        return None
    if origin is None or origin.type in _MESSAGES:
        return _heard(event, room, Act.DELETED)(message=message)
    if origin.type in _PRESSES and origin.sender == event.get("sender"):
        return _heard(event, room, Act.RELEASED)(press=message)
    return None


def _thread(known: Known, message: str) -> str | None:
    """The thread of an earlier message: an edit does not name it."""
    origin = known.get(message)
    return origin.thread if origin else None


def _membership(event: Mapping[str, Any], room: Room, _known: Known) -> Heard | None:
    if event.get("state_key") != room.me:
        return _left_alone(event, room)
    step = own_step(event, room)
    if step == "join":
        return _moved(event, room) if room.continues else _arrived(event, room)
    went = event.get("sender") == room.me  # by itself: nobody else has to be told
    return _heard(event, room, Act.LEFT)() if step == "leave" and not went else None


def _arrived(event: Mapping[str, Any], room: Room) -> Heard | None:
    """In a group, at somebody's word; what is told of it is for groups that are no conversation."""
    inviter = text_of(mapping(event.get("unsigned")).get("prev_sender")) or room.me
    if room.private or (inviter not in room.unheeded and _is_direct(event)):
        return None
    act = Act.BROUGHT if inviter in room.unheeded else Act.JOINED
    return _heard(event, room, act, by=inviter)()


def _moved(event: Mapping[str, Any], room: Room) -> Heard:
    """The bot arrives where an earlier room goes on: it is the earlier one that moved."""
    earlier = replace(room, id=room.continues, title="")
    return _heard(event, earlier, Act.MIGRATED, by=room.creator)(moved_to=room.id)


def _is_direct(event: Mapping[str, Any]) -> bool:
    return before(event).get("is_direct") is True


def _left_alone(event: Mapping[str, Any], room: Room) -> Heard | None:
    """The one person of a private conversation is gone: nothing said there is read any more."""
    gone = mapping(event.get("content")).get("membership") in ("leave", "ban")
    if not gone or before(event).get("membership") != "join" or set(room.names) - {room.me}:
        return None
    return _heard(event, room, Act.LEFT, by=text_of(event.get("state_key")))()


_READERS: Mapping[str, Callable[[Mapping[str, Any], Room, Known], Heard | None]] = {
    "m.room.message": _message,
    "m.sticker": _message,
    "m.reaction": _reaction,
    POLL_RESPONSE: _voice,
    "m.room.redaction": _redaction,
    "m.room.member": _membership,
}


def _heard(
    event: Mapping[str, Any], room: Room, act: Act, *, by: str = "", thread: str | None = None
) -> Callable[..., Heard]:
    """What every update says, waiting for what only this kind of update says."""
    place = Place(PLATFORM, room.id, room.private, "" if room.private else room.title, thread)
    update = text_of(event.get("event_id"))
    speaker = _speaker(by or text_of(event.get("sender")), room)
    sent_at = _moment(event.get("origin_server_ts"))

    def said(**more: Any) -> Heard:
        return Heard(update, act, place, speaker, sent_at, **more)

    return said


def _spoken(
    said: str, content: Mapping[str, Any], room: Room, answered: Origin | None
) -> tuple[str, bool]:
    """The text without the bot's name and with « / » before a command, and whether it is for it."""
    named = room.me in _named(content) or room.me in _pills(content)
    text, called = _without_name(said, room, named=named)
    command = _COMMAND.match(text)
    if command:
        text = "/" + text[1:]
    replied = answered is not None and answered.sender == room.me
    return text, room.private or bool(command) or called or named or replied


def _without_name(said: str, room: Room, *, named: bool) -> tuple[str, bool]:
    """A bare name may begin a sentence about the bot: a sign follows it, or a mention proves it."""
    localpart = _localpart(room.me)
    surely = [room.me, f"@{localpart}"]
    maybe = [_speaker(room.me, room).name, localpart]
    for names, end in ((surely, r"(?:\s*[:,]|(?=\s|\Z))"), (maybe, r"\s*[:,]")):
        signed = r"(?:\s*[:,]|(?=\s|\Z))" if named else end
        either = "|".join(re.escape(name) for name in names if name)
        if found := re.match(rf"(?:{either}){signed}\s*", said, re.IGNORECASE):
            return said[found.end() :], True
    return said, False


def _mentions(content: Mapping[str, Any], room: Room) -> tuple[Speaker, ...]:
    """Accounts named in the text: a reply also lists whom it answers, without naming them."""
    shown = _pills(content)
    body = text_of(content.get("body")).casefold()
    return tuple(
        _speaker(account, room)
        for account in dict.fromkeys(_named(content))
        if account != room.me
        and (
            account in shown
            or account.casefold() in body
            or _speaker(account, room).name.casefold() in body
        )
    )


def _named(content: Mapping[str, Any]) -> list[str]:
    listed = items(mapping(content.get("m.mentions")).get("user_ids"))
    return [account for account in map(text_of, listed) if account.startswith("@")]


def _pills(content: Mapping[str, Any]) -> set[str]:
    shown = text_of(content.get("formatted_body")).rpartition("</mx-reply>")[2]
    return {unquote(found["account"]) for found in _PILL.finditer(shown)}


def _attachment(content: Mapping[str, Any], *, sticker: bool) -> Attachment | None:
    kind = "sticker" if sticker else _FILES.get(text_of(content.get("msgtype")))
    secret = mapping(content.get("file"))
    url = text_of(secret.get("url")) or text_of(content.get("url"))
    if kind is None or not url.startswith("mxc://"):
        return None
    info = mapping(content.get("info"))
    return Attachment(
        kind=kind,
        name=text_of(content.get("filename")) or text_of(content.get("body")),
        media_type=text_of(info.get("mimetype")) or "application/octet-stream",
        size=max(0, number(info.get("size"))),
        ref=json.dumps({"url": url} | (_keys(secret) if secret else {})),
    )


def _keys(secret: Mapping[str, Any]) -> dict[str, str]:
    """Only what decryption needs, for the rest may be as deep as its author likes."""
    return {
        "key": text_of(mapping(secret.get("key")).get("k")),
        "sha256": text_of(mapping(secret.get("hashes")).get("sha256")),
        "iv": text_of(secret.get("iv")),
    }


def _captioned(content: Mapping[str, Any]) -> bool:
    return text_of(content.get("filename")) not in ("", text_of(content.get("body")))


def _body(content: Mapping[str, Any], *, reply: bool) -> str:
    body = text_of(content.get("body"))
    if reply and body.startswith(("> <@", "> * <@")):
        body = _FALLBACK.sub("", body, count=1)
    return body.strip()


def _reply_to(relation: Mapping[str, Any]) -> str | None:
    """The message answered; in a thread, old clients see an answer that nobody meant."""
    if relation.get("rel_type") == "m.thread" and relation.get("is_falling_back") is True:
        return None
    return text_of(mapping(relation.get("m.in_reply_to")).get("event_id")) or None


def _relation(content: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping(content.get("m.relates_to"))


def _redacted(event: Mapping[str, Any]) -> str:
    """Since room version 11 the content says it, before that the event itself."""
    return text_of(mapping(event.get("content")).get("redacts")) or text_of(event.get("redacts"))


def _speaker(account: str, room: Room) -> Speaker:
    handle = _localpart(account)
    return Speaker(account, text_of(room.names.get(account)) or handle, handle)


def _localpart(account: str) -> str:
    return account.removeprefix("@").partition(":")[0]


def _moment(milliseconds: object) -> datetime:
    return _EPOCH + timedelta(milliseconds=min(max(number(milliseconds), 0), _LATEST))
