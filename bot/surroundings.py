"""Who speaks and where, as the fabrique knows them: the desk of one update."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.library import Library
from bot.offer_search import OfferIndexes
from bot.offered import chosen
from bot.presses import undone_row
from bot.skill_shelf import SkillShelf
from bot.subjects import subject_of
from chat.desk import Desk, Outlets, Read
from chat.transport import Act, Heard, Rank
from domain.deep_links import claimed
from domain.fabriques import Chat, Fabrique
from domain.people import Person, short_name
from domain.places import Places
from handlers.invited import PREFIX
from locales import guess
from storage import Store
from storage.chats import Address
from storage.people import Account

SIGNS = ("/", "!")
"""What a command begins with: it is for the fabrique of the chat, whatever was asked."""

_LINK = re.compile(r"[/!](?:start|debut) (\S+)")


@dataclass(frozen=True)
class Look:
    """What was looked up outside the transaction: the speaker's rank, the file that came along."""

    rank: Rank = Rank.MEMBER
    file: Read | None = None


async def desk_for(
    store: Store,
    heard: Heard,
    look: Look,
    *,
    now: datetime,
    token: Callable[[], str],
    library: Library,
    skills: SkillShelf,
    link: Callable[[str], str | None] = lambda _payload: None,
    places: Places | None = None,
    offers: OfferIndexes | None = None,
    outlets: Outlets | None = None,
) -> Desk[Store]:
    """Open the desk: the fabrique that is spoken to, the person, the language they read here."""
    fabrique = await _spoken_to(store, heard, now=now)
    store = store.of(fabrique.id)
    person = await _meet(store, heard, now=now)
    chat = await _open(store, heard, fabrique, person, now=now)
    language = await store.people.language(person.id) if chat.private else chat.language
    if not chat.private:
        await store.people.remember_rank(chat.id, person.id, look.rank)
    return Desk(
        store=store,
        fabrique=fabrique,
        person=person,
        chat=chat,
        language=language,
        rank=look.rank,
        now=now,
        heard=heard,
        token=token,
        library=library,
        offers=offers or OfferIndexes(),
        skills=await skills.of(store),
        file=look.file,
        link=link,
        places=places or Places(()),
        outlets=outlets or Outlets(),
    )


async def open_chat(store: Store, heard: Heard, *, now: datetime) -> None:
    """Remember that a chat exists, and nobody in it."""
    fabrique = await store.fabriques.of_chat(heard.place.platform, heard.place.chat)
    place = heard.place
    address = Address(place.platform, place.chat, place.private, place.title)
    await store.of(fabrique.id).chats.open(address, language=fabrique.language, now=now)


async def is_awaited(store: Store, heard: Heard, *, now: datetime) -> bool:
    """Whether somebody known was asked something in a group, answers us, or touches a question."""
    place = heard.place
    fabrique = await store.fabriques.of_chat(place.platform, place.chat)
    store = store.of(fabrique.id)
    person = await store.people.known(place.platform, heard.speaker.account)
    chat = await store.chats.known(place.platform, place.chat)
    if chat is None:
        return False
    if heard.act is Act.RELEASED:
        return (await undone_row(store, heard, chat.id))[0] is not None
    if heard.act is not Act.SAID:
        if heard.message is None:
            return False
        if heard.act is Act.EDITED and await store.said.replied_to(chat.id, heard.message):
            return True
        return person is not None and await _passed_on(store, chat.id, heard.message)
    if await subject_of(store, heard, chat.id, now=now) is not None:
        return True
    if person is None:
        return False
    return await store.prompts.waiting(chat.id, person.id, now=now) is not None


async def _spoken_to(store: Store, heard: Heard, *, now: datetime) -> Fabrique:
    """The fabrique of the chat; of the message that is pressed or answered, when another one said
    it there; of the question that words answer, when another one has just asked it; of the link
    that is opened.
    """
    place = heard.place
    pressed = heard.act in (Act.PRESSED, Act.RELEASED)
    message = await _pressed_in(store, heard) if pressed else heard.reply_to
    if message is not None:
        said = await store.fabriques.that_said(place.platform, place.chat, message)
        if said is not None:
            return said
    if place.private and (link := _LINK.fullmatch(heard.text.strip())):
        inviting = await _that_linked(store, link[1])
        if inviting is not None:
            return inviting
    home = await store.fabriques.of_chat(place.platform, place.chat)
    if heard.act is Act.SAID and place.private and heard.text.strip()[:1] not in SIGNS:
        return await _that_asked(store, heard, home, now=now)
    return home


async def _that_linked(store: Store, word: str) -> Fabrique | None:
    """The fabrique that made a link; one that nobody of ours made is for whoever is at home."""
    if word.startswith(PREFIX):
        return await store.fabriques.that_invites(word.removeprefix(PREFIX))
    claim = claimed(word)
    return await store.fabriques.that_linked(claim) if claim else None


async def _pressed_in(store: Store, heard: Heard) -> str | None:
    """The message that is pressed, or whose press is taken back."""
    if heard.message is not None or heard.press is None:
        return heard.message
    chat = await store.chats.known(heard.place.platform, heard.place.chat)
    row, _ = await undone_row(store, heard, chat.id) if chat else (None, 0)
    return row.message if row else None


async def _that_asked(store: Store, heard: Heard, home: Fabrique, *, now: datetime) -> Fabrique:
    """Another fabrique that spoke last in a private chat and waits for words: an answer to its
    question, or the label of a choice.
    """
    place, account = heard.place, heard.speaker.account
    if len(await store.fabriques.of_account(place.platform, account)) < 2:
        return home
    chat = await store.chats.known(place.platform, place.chat)
    last = await store.said.newest(chat.id) if chat else None
    if chat is None or last is None or last.fabrique == home.id:
        return home
    person = await store.of(last.fabrique).people.known(place.platform, account)
    asked = person and await store.prompts.waiting(chat.id, person.id, now=now)
    if asked or chosen(last, heard.text, by_number=True):
        return await store.fabriques.fabrique(last.fabrique)
    return home


async def _passed_on(store: Store, chat: int, message: str) -> bool:
    """Whether a message asked a question, or was carried to the other side of one."""
    asked = await store.questions.asked_in(chat, message)
    return asked is not None or bool(await store.copies.of(chat, message))


async def _meet(store: Store, heard: Heard, *, now: datetime) -> Person:
    speaker = heard.speaker
    name = short_name(speaker.name) or short_name(speaker.handle or speaker.account)
    account = Account(heard.place.platform, speaker.account, name, speaker.handle)
    return await store.people.meet(account, language=guess(speaker.language), now=now)


async def _open(
    store: Store, heard: Heard, fabrique: Fabrique, person: Person, *, now: datetime
) -> Chat:
    place = heard.place
    address = Address(place.platform, place.chat, place.private, place.title)
    chat = await store.chats.open(address, language=fabrique.language, now=now)
    if chat.private and chat.fabrique == fabrique.id:
        await store.chats.belongs_to(chat.id, person.id)
    return chat
