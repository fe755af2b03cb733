"""Finding an ally by name, place, skill, organisation or language, in any mix of words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from chat.cards import choice
from chat.command import Where, command
from chat.directory_cards import card_of, only_public, page_of, sheet
from chat.transport import File
from chat.words import Reply, option, say
from domain.directory import Found, Skill, Term
from domain.directory_index import Index
from domain.directory_words import LONGEST, Known, is_everybody, terms_of
from domain.entries import one_line
from domain.errors import Refusal
from domain.people import Standing, fold
from domain.places import Place
from domain.profiles import Audience, Field
from domain.vcards import vcards
from handlers.desk import Desk, audience_of, of_team
from handlers.profiles import seen

FORMS = ("csv", "vcard")
"""What the team may take the directory as."""


@command("annuaire", "directory")
async def search_directory(desk: Desk, words: str = "") -> Reply:
    """Whoever has all that the words ask for, the most alike first; everybody, for none."""
    if of_team(desk) and fold(words) in FORMS:
        return await export_directory.run(desk, {"form": fold(words)})
    return await _page(desk, words, 0)


@search_directory.reads("words")
async def as_searched(desk: Desk, typed: str) -> str:
    """A line, as far as it is read."""
    line = one_line(typed)[:LONGEST]
    return "" if is_everybody(line) else line


@command(keeps_choices=True)
async def turn_directory(desk: Desk, words: str, page: int) -> Reply:
    """Another page, in the same place."""
    return (await _page(desk, words, page)).redrawn()


@command(keeps_choices=True)
async def show_ally(desk: Desk, person: int, words: str, page: int) -> Reply:
    """What somebody shows, in the place of the list."""
    other = await desk.store.people.person(person)
    profile = await desk.store.profiles.of(other.id)
    audience = await audience_of(desk)
    if other.standing is not Standing.MET or not profile.shows(Field.NAME, audience):
        raise Refusal("refusal-not-listed")
    card = await seen(desk, other, audience)
    if other.id != desk.person.id:
        card = card.choose(choice("choice-ask-for-help", "ask_for_help"))
    back = option("choice-back-to-list", turn_directory, words=words, page=page)
    return card.choose(back).redrawn()


@command(where=Where.TEAM, keeps_choices=True)
async def export_directory(desk: Desk, form: str) -> Reply:
    """Everybody who lets the team see them, as a table or for an address book."""
    people = (await _found(desk, "")).people
    await desk.store.audit.note(
        "export", "directory", by=desk.person.id, now=desk.now, why=form.upper()
    )
    told = say("directory-exported", count=len(people), form=form)
    if form == "csv":
        return told.attach(sheet(people, _title(desk), desk.places.around))
    cards = [
        card_of(one, _title(desk), desk.places.around, uid=f"{desk.fabrique.slug}-{one.person}")
        for one in people
    ]
    return told.attach(File("annuaire.vcf", "text/vcard", vcards(cards, now=desk.now)))


async def _page(desk: Desk, words: str, page: int) -> Reply:
    found = await _found(desk, words)
    reply = page_of(found, words, page, around=desk.places.around)
    if await audience_of(desk) is Audience.EVERYONE:
        reply = only_public(reply, group=not desk.chat.private)
    if of_team(desk) and not words:
        reply = reply.choose(
            option("choice-directory-csv", export_directory, form="csv"),
            option("choice-directory-vcard", export_directory, form="vcard"),
        )
    return reply


async def _found(desk: Desk, words: str) -> Found:
    index = await desk.store.directory.seen_by(await audience_of(desk))
    near = (await desk.store.profiles.of(desk.person.id)).place
    terms = await asyncio.to_thread(_asked, desk, words, index, near) if words else ()
    if words and not terms:
        raise Refusal("refusal-directory-unread")
    return await asyncio.to_thread(index.search, terms, but_unnamed=desk.person.id)


def _asked(desk: Desk, words: str, index: Index, near: Place | None) -> tuple[Term, ...]:
    """What the words ask for, which takes too long beside everything else."""
    known = Known(desk.places, desk.skills, index.names, near=near, language=desk.language)
    return terms_of(words, known)


def _title(desk: Desk) -> Callable[[Skill], str]:
    """A skill as it is called, else in the words of whoever offers it."""

    def title(skill: Skill) -> str:
        concept = desk.skills.concept(skill.concept)
        return concept.title(desk.language) if concept else skill.text

    return title


COMMANDS = (search_directory, turn_directory, show_ally, export_directory)
