"""An entry's words: a new one, another part, another way of asking; shown before they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chat.command import Value, Where, called, command, labelled
from chat.knowledge_cards import shown_entry
from chat.words import Reply, Words, named, option, say
from domain import entries as rules
from domain.entries import PARTS, TEAM
from domain.errors import Refusal
from domain.permanence import Entry
from domain.values import Multiline, OnDate
from handlers.desk import Desk
from handlers.entries import card_of, current_entry, note, open_entry
from handlers.help import give_up

LABELS = {
    "title": "choice-part-title",
    "body": "choice-part-body",
    "wordings": "choice-part-wordings",
    "source": "choice-part-source",
    "true_on": "choice-part-date",
    "review_on": "choice-part-review",
    "tags": "choice-part-tags",
}


@command(where=Where.TEAM)
async def write_entry(
    desk: Desk, title: str, answer: str, source: str, wordings: str, sure: bool
) -> Reply:
    """A new entry: it answers from now on."""
    drawn = _drawn(desk, title, answer, source, wordings)
    entry = await desk.store.knowledge.add(drawn, by=desk.person.id, now=desk.now)
    await note(desk, "created", entry.id)
    return say("entry-published").choose(named(entry.title, open_entry, entry=entry.id))


@write_entry.reads("title")
@write_entry.reads("source")
async def on_one_line(desk: Desk, typed: str) -> str:
    """A title, or where the answer is from."""
    return rules.title_typed(typed)


@write_entry.reads("answer")
async def on_several_lines(desk: Desk, typed: str) -> str:
    """The answer, its line feeds kept."""
    return rules.body_typed(typed)


@write_entry.choices("source")
async def usual_source(desk: Desk) -> Sequence[Value]:
    """The team itself, most of the time."""
    return _team(desk)


@write_entry.reads("wordings")
async def one_a_line(desk: Desk, typed: str) -> str:
    """Ways of asking, checked before they are kept."""
    return "\n".join(rules.wordings_typed(typed))


@write_entry.choices("wordings")
async def no_wording(desk: Desk) -> Sequence[Value]:
    """The title may do."""
    return [labelled("choice-no-wording", "")]


@write_entry.asks("sure")
async def as_it_will_be(desk: Desk, title: str, answer: str, source: str, wordings: str) -> Reply:
    """The entry as it will be, before it counts."""
    return _to_publish(_drawn(desk, title, answer, source, wordings))


@write_entry.choices("sure")
async def publish_it(desk: Desk) -> Sequence[Value]:
    """The other way is to give up."""
    return _publish()


@command(where=Where.TEAM, keeps_choices=True)
async def edit_entry(
    desk: Desk, entry: int, version: int, part: str, text: str, sure: bool
) -> Reply:
    """Change one part of an entry, unless somebody changed it meanwhile."""
    newest = await desk.store.knowledge.latest(entry)
    kept = await current_entry(desk, entry)
    if newest != version:
        return await card_of(desk, kept, say("entry-changed-meanwhile"))
    changed = rules.with_part(kept, part, text, desk.today)
    saved = await desk.store.knowledge.change(changed, by=desk.person.id, now=desk.now)
    await note(desk, "edited", entry)
    return await card_of(desk, saved, say("entry-published"))


@edit_entry.choices("part")
async def each_part(desk: Desk) -> Sequence[Value]:
    """What may be changed."""
    return [labelled(LABELS[part], part) for part in PARTS]


@edit_entry.asks("text")
async def what_instead(desk: Desk, entry: int, part: str) -> Reply:
    """Show what stands there, and ask for what shall."""
    value = getattr(await current_entry(desk, entry), part)
    reply = say("edit-entry-ask-text", part=part)
    if not value:
        return reply
    text = "\n".join(value) if isinstance(value, tuple) else str(value)
    now = OnDate(value) if isinstance(value, date) else Multiline(text)
    return replace(reply, words=(Words("entry-part-now", {"now": now}), *reply.words))


@edit_entry.reads("text")
async def the_new_words(desk: Desk, typed: str, entry: int, part: str) -> str:
    """What shall stand there, refused at once when it cannot."""
    rules.with_part(await current_entry(desk, entry), part, typed, desk.today)
    return typed


@edit_entry.choices("text")
async def usual_values(desk: Desk, part: str) -> Sequence[Value]:
    """A day of review is in a year, or never; the source is the team; true since today."""
    match part:
        case "review_on":
            year = rules.a_year_on(desk.today).isoformat()
            return [labelled("choice-in-a-year", year), labelled("choice-no-review", "")]
        case "true_on":
            return [labelled("choice-today", desk.today.isoformat())]
        case "source":
            return _team(desk)
    return ()


@edit_entry.asks("sure")
async def as_it_would_be(desk: Desk, entry: int, part: str, text: str) -> Reply:
    """The entry as it would be, before it counts."""
    changed = rules.with_part(await current_entry(desk, entry), part, text, desk.today)
    return _to_publish(changed)


@edit_entry.choices("sure")
async def publish_that(desk: Desk) -> Sequence[Value]:
    """The other way is to give up."""
    return _publish()


@command(where=Where.TEAM, keeps_choices=True)
async def add_entry_wording(desk: Desk, entry: int, wording: str) -> Reply:
    """Another way of asking, in somebody's own words."""
    before = await current_entry(desk, entry)
    known = desk.store.knowledge
    after = await known.add_wording(entry, wording, by=desk.person.id, now=desk.now)
    if after == before:
        raise Refusal("refusal-wording-known")
    await note(desk, "wording", entry)
    return await card_of(desk, after, say("entry-published"))


@add_entry_wording.reads("wording")
async def in_their_words(desk: Desk, typed: str) -> str:
    """One way of asking."""
    return " ".join(rules.wordings_typed(typed)) or rules.title_typed(typed)


def _drawn(desk: Desk, title: str, answer: str, source: str, wordings: str) -> Entry:
    lines = rules.wordings_typed(wordings)
    language = desk.fabrique.language
    return rules.written(title, answer, source, lines, today=desk.today, language=language)


def _to_publish(entry: Entry) -> Reply:
    return shown_entry(entry).then("entry-to-publish").choose(option("choice-cancel", give_up))


def _publish() -> list[Value]:
    return [labelled("choice-publish", value=True)]


def _team(desk: Desk) -> list[Value]:
    team = TEAM[desk.fabrique.language]
    return [called(team, team)]


COMMANDS = (write_entry, edit_entry, add_entry_wording)
