"""Proposing an event: one message is read into a card, and what is missing is asked, one question
at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from chat.command import Line, Partly, Value, called, command, labelled
from chat.kept import given_from_json
from chat.words import Reply, Words, option, say
from domain import correction_words, event_words
from domain.errors import Refusal
from domain.event_day_names import TWO_DAYS
from domain.event_days import PAST
from domain.event_drafts import (
    EventDraft,
    Part,
    changed,
    draft,
    in_zone,
    timings_from,
    timings_kept,
    when_said,
)
from domain.event_fixes import new_part
from domain.event_moves import said_anew
from domain.event_words import looks_like_event
from domain.events import Details
from handlers.desk import Desk, begin, must_be_reachable
from handlers.event_arrivals import propose_found
from handlers.event_changes import (
    ask_part,
    local,
    part_values,
    price_words,
    value_of,
)
from handlers.event_drafting import (
    FIRST,
    MORE,
    answer_offered,
    days_of_answer,
    doubt_given,
    doubt_told,
    draft_card,
    either_values,
    over_or_news,
    part_choice,
)
from handlers.event_reading import also_with, place_said, said_in, said_of_card
from handlers.free_words import hear_words
from handlers.help import give_up
from storage.event_twins import CHAT

DOUBTS = ("day", "doubt", "either", "offered")
"""What a question about the day keeps until it is answered."""

OWN_QUESTIONS = (Part.TITLE, Part.WHEN, Part.PLACE)
"""Parts that are questions of the command itself."""


async def begin_proposal(
    desk: Desk, text: str, said: event_words.Said | None = None, **more: object
) -> Reply:
    """Show what was read as a card, or ask for what it lacks; what is doubtful is told first."""
    await must_be_reachable(desk)
    said = said or await said_in(desk, text)
    when = said.when
    known = EventDraft(said.title, when.timings, said.place, said.link, said.details)
    given: dict[str, object] = {
        "also": known.also,
        "extra": "",
        "words": text[: event_words.READ_MOST],
        "contact": said.contact,
        "message": desk.heard.message,
    }
    given |= {
        name: value for name, value in (("title", said.title), ("place", said.place)) if value
    }
    if when.timings:
        given["when"] = timings_kept(when.timings)
    else:
        given |= doubt_given(when)
        given |= {"was": timings_kept(when.gone)} if when.gone else {}
    unread = known == EventDraft(said.title, (), "", "", Details(tags=said.details.tags))
    if unread and not (when.day or when.about or when.doubt == TWO_DAYS or more):
        given["sure"] = True  # nothing was read but a title: what follows is asked, not guessed
    return await begin(desk, propose_event.name, {**given, **more})


@command()
async def take_event(desk: Desk, text: str) -> Reply:
    """The words of `/proposer` are about an event."""
    return await begin_proposal(desk, text)


@command()
async def propose_plainly(desk: Desk, text: str) -> Reply:
    """A plain sentence announces an event: offer to propose it, or to take it as it was said."""
    if not desk.chat.private:
        return await hear_words.run(desk, {"words": text})
    begun = await begin_proposal(desk, text, guessed=True)
    return replace(begun, words=(Words("event-guessed"), *begun.words))


@propose_plainly.reads_line
async def whole_sentence(desk: Desk, text: str) -> Line:
    """All of it."""
    return Line({"text": text})


@propose_plainly.hears
def announces(sentence: str) -> bool:
    """A kind of event, a day and an hour; no question, nor what becomes of one that is known."""
    return looks_like_event(sentence) and not correction_words.announces(sentence)


@command()
async def not_an_event(desk: Desk) -> Reply:
    """It was said for another reason: hear it as any other words."""
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if prompt is None or prompt.command != propose_event.name:
        raise Refusal("refusal-choice-stale")
    words = str(prompt.given.get("words", ""))
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    return await hear_words.run(desk, {"words": words})


@command()
async def propose_event(
    desk: Desk,
    title: str,
    when: str,
    place: str,
    extra: str,
    sure: bool,
    also: str = "",
    picture_token: str = "",
) -> Reply:
    """Propose one event to the team, or the dates of a series."""
    token = desk.token()
    found = draft(title, when, place, extra or also).found(token)
    if not any((one.end or one.start) > desk.now for one in found):
        raise Refusal("refusal-moment-past", moment=found[0].start)
    return await propose_found(desk, found, source=CHAT, picture_token=picture_token)


@propose_event.asks("title")
async def which_title(desk: Desk) -> Reply:
    """A poster without words has none."""
    return say("propose-event-ask-title")


@propose_event.reads("title")
async def a_title(desk: Desk, typed: str) -> str:
    """What stands in the agenda in bold."""
    return value_of(desk, Part.TITLE, typed)


@propose_event.asks("when")
async def which_moment(
    desk: Desk, title: str, day: str = "", doubt: str = "", words: str = "", news: bool = False
) -> Reply:
    """Ask for the day and the hour; for the hour alone where the day was said; what cannot be is
    named. What is over may be `news`.
    """
    if news and PAST in doubt:
        return over_or_news(words, doubt)
    if doubt:
        return doubt_told(doubt)
    if not day:
        return say("propose-event-ask-when")
    return say("propose-event-ask-hour", day=datetime.fromisoformat(day).date())


@propose_event.reads("when")
async def day_and_hour(
    desk: Desk,
    typed: str,
    day: str = "",
    doubt: str = "",
    words: str = "",
    was: str = "",
    either: str = "",
    offered: str = "",
) -> str | Partly:
    """Days to come, with their hours; a day alone is kept while its hour is asked. Of the card's
    dates, which `was` keeps, what is not said anew stands.
    """
    now = local(desk)
    said = answer_offered(typed, now, doubt=doubt, either=either, offered=offered)
    if said is None and was and not day:
        said = said_anew(new_part(typed[: event_words.READ_MOST]), now, timings_from(was))
    said = said or when_said(typed, now, day=day)
    if TWO_DAYS in doubt and (days := days_of_answer(said)):
        anew = await said_in(desk, words, meant=days)
        if timings := said.timings or anew.when.timings:
            title = {"title": anew.title} if anew.title else {}
            return Partly({**title, "when": timings_kept(timings)})
    if said.timings:
        return timings_kept(said.timings)
    if said.doubt == "refusal-moment-unread":
        raise Refusal(said.doubt)
    return Partly(doubt_given(said))


@propose_event.choices("when")
async def days_that_may_be_meant(desk: Desk, either: str = "", doubt: str = "") -> Sequence[Value]:
    """Where a date and a weekday contradict each other, both."""
    return either_values(either, doubt)


@propose_event.reads("place")
async def somewhere(desk: Desk, typed: str) -> str:
    """A place in the writer's words, on one line; a known one by its name."""
    return await place_said(desk, typed)


@propose_event.choices("place")
async def places_said(desk: Desk, words: str = "") -> Sequence[Value]:
    """Those that the message may have meant; or none yet."""
    said = await said_in(desk, words) if words else None
    several = [called(one, one) for one in (said.places if said else ())]
    return [*several, labelled("choice-place-later", "")]


@propose_event.asks("extra")
async def which_part(desk: Desk, part: str) -> Reply:
    """Ask for one thing more."""
    return ask_part(part)


@propose_event.choices("extra")
async def values_of_part(desk: Desk, part: str, also: str = "") -> Sequence[Value]:
    """Where a tap says it."""
    values = part_values(part, price_words=price_words(desk))
    if part in (Part.PRICE, Part.ACCESS, Part.TAGS):
        values = [*values, labelled("choice-skip", None)]
    return [Value(one.label, also_with(also, part, one.value)) for one in values]


@propose_event.reads("extra")
async def value_of_part(desk: Desk, typed: str, part: str, also: str = "") -> str:
    """What was typed for the part, with all that was known."""
    return also_with(also, part, value_of(desk, part, typed))


@propose_event.asks("sure")
async def as_it_was_read(
    desk: Desk,
    title: str,
    when: str,
    place: str,
    extra: str,
    also: str = "",
    picture_token: str = "",
    guessed: bool = False,
    contact: str = "",
) -> Reply:
    """The event to check; somebody's address or number is shown, and not published unasked."""
    known = in_zone(draft(title, when, place, extra or also), desk.fabrique.zone)
    ways = [part_choice(one) for one in FIRST]
    if picture_token and not known.details.credit:
        ways.append(part_choice(Part.CREDIT))
    shown = draft_card(known, pictured=bool(picture_token), today=desk.today)
    if contact:
        shown = shown.then("event-draft-contact", contact=contact)
        ways.append(option("choice-publish-contact", publish_contact))
    shown = shown.choose(*ways, option("choice-event-more", add_to_event))
    if guessed:
        shown = shown.choose(option("choice-not-event", not_an_event))
    return shown.choose(option("choice-cancel", give_up))


@propose_event.corrects("sure")
async def part_in_words(desk: Desk, typed: str, when: str, extra: str, also: str = "") -> Partly:
    """A sentence that plainly says another hour, day, price or place than the card."""
    return await said_of_card(desk, typed, when=when, also=extra or also)


@propose_event.choices("sure")
async def send_it(desk: Desk) -> Sequence[Value]:
    """One tap."""
    return [labelled("choice-event-right", value=True)]


@command(keeps_choices=True)
async def add_to_event(desk: Desk) -> Reply:
    """The same card, with what may be said besides."""
    given = await _waiting(desk)
    known = draft(
        given["title"], given["when"], given["place"], given["extra"] or given.get("also", "")
    )
    shown = draft_card(
        in_zone(known, desk.fabrique.zone),
        pictured=bool(given.get("picture_token")),
        today=desk.today,
    )
    ways = [part_choice(one) for one in MORE]
    return shown.choose(option("choice-event-right", sure_of_event), *ways).redrawn()


@command()
async def sure_of_event(desk: Desk) -> Reply:
    """The card is right, from where more may be said."""
    given = await _waiting(desk)
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    wanted = {one.name for one in propose_event.parameters}
    return await propose_event.run(
        desk, {name: value for name, value in given.items() if name in wanted} | {"sure": True}
    )


@command()
async def change_event_part(desk: Desk, part: str) -> Reply:
    """Ask for one part again; the card comes back with the others kept."""
    given = await _waiting(desk)
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if prompt is None:
        raise Refusal("refusal-choice-stale")
    if part in OWN_QUESTIONS:
        left = {name: value for name, value in given.items() if name not in (part, *DOUBTS)}
        left |= {"words": ""} if part == Part.PLACE else {}
        left |= {"was": given["when"]} if part == Part.WHEN else {}
    else:
        left = {name: value for name, value in given.items() if name != "extra"}
        left |= {"also": given["extra"] or given.get("also", ""), "part": part}
    await desk.store.prompts.again(prompt, given=left, asked=())
    return Reply(resumes=True)


@command()
async def publish_contact(desk: Desk) -> Reply:
    """The writer says that everybody may read how to reach them."""
    given = await _waiting(desk)
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    contact = given.pop("contact", "")
    if prompt is None or not contact:
        raise Refusal("refusal-choice-stale")
    known = draft("", "[]", "", given["extra"] or given.get("also", ""))
    said = ", ".join(filter(None, (known.details.conditions, contact)))
    left = {**given, "also": changed(known, Part.CONDITIONS, said).also, "extra": ""}
    await desk.store.prompts.again(prompt, given=left, asked=prompt.asked)
    return Reply(resumes=True)


async def _waiting(desk: Desk) -> dict[str, Any]:
    """The draft whose card waits for a word; a press on an older card never comes so far."""
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    given: dict[str, Any] = given_from_json(prompt.given) if prompt else {}
    if (
        prompt is None
        or prompt.command != propose_event.name
        or not {"when", "extra"} <= given.keys()
    ):
        raise Refusal("refusal-choice-stale")
    return given


COMMANDS = (
    take_event,
    propose_plainly,
    not_an_event,
    propose_event,
    add_to_event,
    sure_of_event,
    change_event_part,
    publish_contact,
)
