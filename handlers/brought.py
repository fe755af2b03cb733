"""What somebody brings beside words: a calendar, a picture, a voice."""

from __future__ import annotations

from dataclasses import replace

from chat.command import command
from chat.transport import File
from chat.words import Reply, Words, say
from domain.calendars import Calendar
from domain.errors import Refusal
from domain.time_sheets import Sent
from handlers.desk import Desk
from handlers.event_arrivals import take_calendar
from handlers.event_posters import PICTURES, is_pdf, offered_poster, take_poster
from handlers.free_words import hear_words, ways_on, ways_to_carry
from handlers.time_import import take_book

SEEN = ("photo", "sticker")
"""What is looked at, by those who can see."""


@command()
async def take_file(desk: Desk) -> Reply:
    """A calendar proposes its events, a poster its own; the words under anything else are what is
    asked.
    """
    file, attachment = desk.file, desk.heard.attachment
    if file is not None and isinstance(file.content, Sent):
        return await take_book(desk)
    if desk.chat.team or (file is not None and isinstance(file.content, Calendar)):
        return await take_calendar(desk)
    kind = attachment.kind if attachment else ""
    if kind in PICTURES and (poster := await take_poster(desk)) is not None:
        return poster
    caption = desk.heard.text.strip()
    if caption:
        answered = await hear_words.run(desk, {"words": caption})
        as_poster = await offered_poster(desk, caption) if kind == "photo" else None
        told = replace(answered, words=(Words("brought-unseen"), *answered.words))
        return told if as_poster is None or answered.resumes else told.choose(as_poster)
    if kind == "voice":
        return say("brought-voice").choose(*await ways_on(desk))
    if kind in SEEN or (desk.file is not None and isinstance(desk.file.content, File)):
        poster_of = await offered_poster(desk)
        offered = () if poster_of is None else (poster_of,)
        return say("brought-picture").choose(*offered, *await ways_to_carry(desk))
    if attachment is not None and is_pdf(attachment):
        raise Refusal("refusal-poster-pdf")
    return await take_calendar(desk)
