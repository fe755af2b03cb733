"""Posters: a picture with or without words that announces an event."""

from __future__ import annotations

from dataclasses import replace

from chat.command import command
from chat.transport import Attachment, File
from chat.words import Choice, Reply, Words, option
from domain.errors import Refusal
from domain.event_words import Said, asks, looks_like_event
from domain.pictures import picture
from handlers.desk import Desk, begin, must_be_reachable
from handlers.event_proposals import begin_proposal, propose_event
from handlers.event_reading import said_in

PICTURES = ("photo", "document")
"""How a poster comes: as a picture, or as the file of one."""

PROPOSE = "propose"
"""The command whose question a poster may answer."""


async def take_poster(desk: Desk) -> Reply | None:
    """A picture that announces an event: by the words under it, as the answer to `/proposer`, or
    beside a card that waits; None for any other picture.
    """
    caption = desk.heard.text.strip()
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    asked = prompt.command if prompt else ""
    if prompt is not None and asked == propose_event.name and not caption:
        given = {**prompt.given, "picture_token": await _bring(desk)}
        await desk.store.prompts.again(prompt, given=given, asked=prompt.asked)
        return Reply(resumes=True)
    if not desk.chat.private:
        return None
    if asked == PROPOSE and not caption:
        return await propose_poster.run(desk, {"picture_token": await _bring(desk)})
    said = await said_in(desk, caption) if caption else None
    if said is None or not (asked == PROPOSE or _announces(caption, said)):
        return None
    return await from_poster(desk, caption, said, guessed=asked != PROPOSE)


def _announces(caption: str, said: Said) -> bool:
    return looks_like_event(caption) or (bool(said.when.timings) and not asks(caption))


async def from_poster(desk: Desk, words: str, said: Said, *, guessed: bool = False) -> Reply:
    """The card of what was written under a picture, with the picture; without one that cannot be
    kept, which is said.
    """
    more: dict[str, object] = {"guessed": True} if guessed else {}
    try:
        token = await _bring(desk)
    except Refusal as refusal:
        begun = await begin_proposal(desk, words, said, **more)
        return replace(begun, words=(Words(refusal.name, refusal.values), *begun.words))
    return await begin_proposal(desk, words, said, picture_token=token, **more)


def comes_with_poster(desk: Desk) -> bool:
    """Whether what was written stands under a picture, or under the file of one."""
    attachment = desk.heard.attachment
    return desk.chat.private and attachment is not None and attachment.kind in PICTURES


async def offered_poster(desk: Desk, words: str = "") -> Choice | None:
    """The choice to make an event of a picture, and of the words under it, where it can be kept."""
    if not desk.chat.private or desk.file is None or not isinstance(desk.file.content, File):
        return None
    try:
        token = await _bring(desk)
    except Refusal:
        return None
    given = {"words": words} if words else {}
    return option("choice-poster", propose_poster, picture_token=token, **given)


@command()
async def propose_poster(desk: Desk, picture_token: str, words: str = "") -> Reply:
    """A picture is the poster of an event: read the words under it, and ask what they lack."""
    await must_be_reachable(desk)
    if await desk.store.pictures.brought(picture_token) is None:
        raise Refusal("refusal-choice-stale")
    if words:
        return await begin_proposal(desk, words, picture_token=picture_token)
    given = {"also": "", "extra": "", "picture_token": picture_token}
    return await begin(desk, propose_event.name, given)


def is_pdf(attachment: Attachment) -> bool:
    """Whether a file is printed pages, which no client shows in place."""
    name = attachment.name.casefold()
    return attachment.media_type == "application/pdf" or name.endswith(".pdf")


async def _bring(desk: Desk) -> str:
    """Keep the picture that came along until its event is proposed; raises Refusal for others."""
    file, attachment = desk.file, desk.heard.attachment
    if attachment is not None and is_pdf(attachment):
        raise Refusal("refusal-poster-pdf")
    if file is None or file.refusal is not None or not isinstance(file.content, File):
        raise file.refusal if file and file.refusal else Refusal("refusal-picture-kind")
    token = desk.token()
    await desk.store.pictures.bring(token, picture(file.content.content), now=desk.now)
    return token


COMMANDS = (propose_poster,)
