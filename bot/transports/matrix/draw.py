"""A page as the content of a Matrix event.

Knows event contents and the HTML that clients show; must not know the network, a room's encryption
or who asked.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.transports.markup import plain
from bot.transports.matrix.pictures import dimensions
from chat.transport import File, Page, Place

KEYS = ("1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟")
"""The reactions that stand for choices, in the order of the choices."""

_POLLS, _TEXT = "org.matrix.msc3381.poll", "org.matrix.msc1767.text"
POLL, POLL_RESPONSE, POLL_END = f"{_POLLS}.start", f"{_POLLS}.response", f"{_POLLS}.end"
"""A vote, a voice, and the end: what clients draw still bears the proposal's own names."""

LONGEST = 30_000
"""The longest markup, in the unit of `measure`: alone it fits an encrypted event of 64 KiB."""

PART = 13_000
"""The longest part of what takes several pages: words and HTML together stay below 30 kB."""

CAPTION = 20_000
"""The longest markup under a file, whose keys and description need room too."""

_ROOM = 44_000  # JSON of a content: encrypted it grows by a third, and headers need some 3 kB
_MEDIA = {"image": "m.image", "audio": "m.audio", "video": "m.video"}
_FALLBACK = 500  # characters of an edit's text for clients that know no edits

_NAMES = {"b": "strong", "i": "em", "s": "del"}
"""Elements by the names that every client draws: some know no `b` and no `i`, older ones no `s`."""

_MERGED = (
    ("</blockquote>\n<blockquote>", "\n"),
    ("</pre>\n<pre>", "\r"),
    ("</blockquote>\n", "</blockquote>"),
    ("</pre>\n", "</pre>"),
    ("\n", "<br>"),
    ("\r", "\n"),
)
"""Line feeds as HTML: none beside a block, which is on a line of its own already."""


def measure(markup: str) -> int:
    """Bytes of the markup as sent, in ASCII JSON, as an encrypted event holds it: é counts six."""
    return len(json.dumps(_named(markup))) - 2


def drawn(
    page: Page, place: Place, *, media: Mapping[str, Any] | None = None, answers: str = ""
) -> dict[str, Any]:
    """The content of the event that says a page; `media` is what an uploaded file adds.

    Nobody is rung but the account it `answers`, in a group: who is alone with the bot reads it all.
    """
    content = _worded(page, place) if page.markup or page.choices or media is None else {}
    if media is not None:
        content = {**content, "body": content.get("body") or media["filename"], **media}
    content["m.mentions"] = {"user_ids": [answers]} if answers and not place.private else {}
    if relation := _relation(page, place):
        content["m.relates_to"] = relation
    return content


def replacement(drawn_anew: Mapping[str, Any], original: str) -> dict[str, Any]:
    """The content of the event that shows new content in the place of the original's."""
    new = {key: value for key, value in drawn_anew.items() if key != "m.relates_to"}
    return {
        "msgtype": "m.notice" if new["msgtype"] == "m.notice" else "m.text",
        "body": f"* {new['body'][:_FALLBACK]}",
        "m.mentions": {},
        "m.new_content": new,
        "m.relates_to": {"rel_type": "m.replace", "event_id": original},
    }


def poll(page: Page, place: Place) -> dict[str, Any]:
    """The content of the event that puts a page's choices to the vote, seen by all as it goes."""
    question = _quiet(plain(page.markup))
    labels = [_quiet(label) for label in page.choices]
    ids = [f"{at}:{mark}" for at, mark in enumerate(page.marks)] or range(len(labels))
    answers = [{"id": str(one), _TEXT: label} for one, label in zip(ids, labels, strict=True)]
    asked = {"msgtype": "m.text", "body": question, _TEXT: question}
    content: dict[str, Any] = {
        POLL: {
            "kind": f"{_POLLS}.disclosed",
            "max_selections": 1,
            "question": asked,
            "answers": answers,
        },
        _TEXT: _body(page),
        "m.mentions": {},
    }
    if relation := _relation(page, place):
        content["m.relates_to"] = relation
    return content


def ended(page: Page, message: str) -> dict[str, Any]:
    """The content of the event after which a poll counts no more."""
    relation = {"rel_type": "m.reference", "event_id": message}
    words = _quiet(plain(page.markup))
    return {POLL_END: {}, _TEXT: words, "m.mentions": {}, "m.relates_to": relation}


def offered(message: str, choice: int) -> dict[str, Any]:
    """The content of the reaction that a person copies to take a choice."""
    relation = {"rel_type": "m.annotation", "event_id": message, "key": KEYS[choice]}
    return {"m.relates_to": relation}


def shown_file(file: File) -> dict[str, Any]:
    """How a file is shown: in place where clients can, with its size so that nothing jumps."""
    kind = file.media_type.partition("/")[0]
    info: dict[str, Any] = {"mimetype": file.media_type, "size": len(file.content)}
    if kind == "image" and (size := dimensions(file.content)):
        info |= {"w": size[0], "h": size[1]}
    more: dict[str, Any] = {"org.matrix.msc3245.voice": {}} if file.is_voice else {}
    if file.alt:
        more["org.matrix.msc1767.alt_text"] = {"org.matrix.msc1767.text": [{"body": file.alt}]}
    msgtype = _MEDIA.get(kind, "m.file")
    return {"msgtype": msgtype, "filename": file.name, "info": info, **more}


def _worded(page: Page, place: Place) -> dict[str, Any]:
    """The words alone when words and HTML together would be larger than an event may be."""
    msgtype = "m.text" if place.private and not page.silent else "m.notice"
    content: dict[str, Any] = {"msgtype": msgtype, "body": _body(page)}
    formatted = {"format": "org.matrix.custom.html", "formatted_body": _html(page)}
    whole = {**content, **formatted}
    return whole if len(json.dumps(whole)) <= _ROOM else content


def _body(page: Page) -> str:
    numbered = [f"{n}. {label}" for n, label in enumerate(page.choices, start=1)]
    return _quiet("\n".join([*filter(None, [plain(page.markup)]), *numbered]))


def _html(page: Page) -> str:
    said = _named(page.markup)
    for written, shown in _MERGED:
        said = said.replace(written, shown)
    return _quiet(said + _list(page.choices))


def _named(markup: str) -> str:
    for written, drawn_as in _NAMES.items():
        markup = markup.replace(f"<{written}>", f"<{drawn_as}>")
        markup = markup.replace(f"</{written}>", f"</{drawn_as}>")
    return markup


def _list(choices: Sequence[str]) -> str:
    if not choices:
        return ""
    return "<ol>" + "".join(f"<li>{html.escape(label)}</li>" for label in choices) + "</ol>"


def _quiet(text: str) -> str:
    """Text that cannot ring everybody: older push rules search the body for the word."""
    return text.replace("@room", "@\u200broom")


def _relation(page: Page, place: Place) -> dict[str, Any]:
    if place.thread is None:
        return {"m.in_reply_to": {"event_id": page.reply_to}} if page.reply_to else {}
    return {
        "rel_type": "m.thread",
        "event_id": place.thread,
        "is_falling_back": page.reply_to is None,
        "m.in_reply_to": {"event_id": page.reply_to or place.thread},
    }
