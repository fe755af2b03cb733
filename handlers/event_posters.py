"""Posters: a picture with or without words that announces an event."""

from __future__ import annotations

from dataclasses import replace

from chat.command import command
from chat.transport import File
from chat.words import Choice, Reply, Words, option
from domain.errors import Refusal
from domain.event_drafts import Part
from domain.event_words import Said, looks_like_event
from domain.pictures import picture
from handlers.desk import Desk, begin, must_be_reachable
from handlers.event_proposals import begin_proposal, propose_event, said_in


async def take_poster(desk: Desk) -> Reply | None:
    """A picture that announces an event, by the words under it or as the answer to a card; None
    for any other picture.
    """
    caption = desk.heard.text.strip()
    if await _adds_picture(desk):
        token = await _bring(desk)
        prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
        if prompt is not None:
            given = {**prompt.given, "picture_token": token}
            await desk.store.prompts.again(prompt, given=given, asked=prompt.asked)
        return Reply(resumes=True)
    if not caption or not desk.chat.private:
        return None
    said = await said_in(desk, caption)
    if not looks_like_event(caption) and not (
        said.when.timings and said.place and "?" not in caption
    ):
        return None
    return await _from_poster(desk, caption, said)


async def offered_poster(desk: Desk) -> Choice | None:
    """The choice to make an event of a picture without words, where it can be kept."""
    if not desk.chat.private or desk.file is None or not isinstance(desk.file.content, File):
        return None
    try:
        token = await _bring(desk)
    except Refusal:
        return None
    return option("choice-poster", propose_poster, picture_token=token)


@command()
async def propose_poster(desk: Desk, picture_token: str) -> Reply:
    """A picture without words is the poster of an event: ask what it says."""
    await must_be_reachable(desk)
    if await desk.store.pictures.brought(picture_token) is None:
        raise Refusal("refusal-choice-stale")
    return await begin(
        desk,
        propose_event.name,
        {"also": "", "part": Part.CREDIT.value, "picture_token": picture_token},
    )


async def _adds_picture(desk: Desk) -> bool:
    """Whether a card waits that the picture can go with."""
    if desk.heard.text.strip():
        return False
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    return prompt is not None and prompt.command == propose_event.name


async def _from_poster(desk: Desk, caption: str, said: Said) -> Reply:
    try:
        token = await _bring(desk)
    except Refusal as refusal:
        begun = await begin_proposal(desk, caption, said, guessed=True)
        return replace(begun, words=(Words(refusal.name, refusal.values), *begun.words))
    more: dict[str, object] = {"picture_token": token, "guessed": True, "part": Part.CREDIT.value}
    begun = await begin_proposal(desk, caption, said, **more)
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if prompt is not None:
        given = {
            name: value for name, value in prompt.given.items() if name not in ("extra", "sure")
        }
        await desk.store.prompts.again(prompt, given=given, asked=())
    return begun


async def _bring(desk: Desk) -> str:
    """Keep the picture that came along until its event is proposed; raises Refusal for others."""
    file = desk.file
    if file is None or file.refusal is not None or not isinstance(file.content, File):
        raise file.refusal if file and file.refusal else Refusal("refusal-picture-kind")
    token = desk.token()
    await desk.store.pictures.bring(token, picture(file.content.content), now=desk.now)
    return token


COMMANDS = (propose_poster,)
