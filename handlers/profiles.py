"""One's profile: where one is, one's languages and time, how often one may be asked, a pause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from chat.command import Line, Several, Value, Where, command, labelled, valued
from chat.profile_cards import own_card, place_shown, seen_card
from chat.words import Reply, Words, say
from domain import languages, people, profile_words
from domain.errors import Refusal
from domain.people import Person
from domain.places import Level, Place, is_called, typed_place
from domain.profile_words import Said
from domain.profiles import Audience, Field, Profile
from domain.values import Minutes
from handlers.counterparts import GONE
from handlers.desk import Desk, audience_of, begin

HOURS = (1, 2, 4, 8)
"""Hours a month offered by a tap; any other number can be typed."""

ASKS = (1, 2, 4)
"""Times a month, likewise."""

PAUSES = (7, 30, 90)
"""Days of a pause, likewise."""

PLACES_SHOWN = 8
"""Places of one name that are offered; who means another says in which département."""

NO_HOURS = -1
"""Chosen by whoever would rather not say how much time they have."""


@command("profil", "profile")
async def show_profile(desk: Desk, sentence: str = "") -> Reply:
    """One's own card, changed first by what the sentence says; or what somebody else shows."""
    if other := await _somebody_else(desk, sentence):
        return await seen(desk, other, await audience_of(desk))
    if not desk.chat.private:
        raise Refusal("refusal-private-only")
    if not sentence:
        return await card(desk)
    if profile_words.wants_listing(sentence):
        return await be_listed.run(desk, {})
    said = profile_words.read(sentence, desk.today)
    if not said.count:
        raise Refusal("refusal-profile-unread")
    return await _change(desk, said)


@show_profile.reads_line
async def whole_sentence(desk: Desk, text: str) -> Line:
    """All that follows the command is the sentence."""
    return Line({"sentence": text})


@show_profile.hears
def tells_of_oneself(sentence: str) -> bool:
    """A plain sentence about one's place and time, or a pause."""
    return profile_words.is_about_oneself(sentence)


@command(where=Where.PRIVATE)
async def be_listed(desk: Desk) -> Reply:
    """Somebody would be in the directory: a tap says who may find them there."""
    return await begin(desk, "show_to", {"field": Field.NAME.value})


@be_listed.hears
def would_be_listed(sentence: str) -> bool:
    """ "Je veux être dans l’annuaire." """
    return profile_words.wants_listing(sentence)


@command(where=Where.PRIVATE)
async def set_place(desk: Desk, where: str, typed: str = "") -> Reply:
    """Say where one is: a place of the list, or one's own words; or leave it as it is."""
    if not where:
        return await card(desk)
    return await _keep(desk, place=place_of(desk, where))


@set_place.reads("where")
async def my_place(desk: Desk, answer: str) -> str | Several:
    """The same as for any place, and a way out for whoever would rather not say."""
    if profile_words.lets_go(answer) and not desk.places.called(answer):
        return ""
    named = await place_named(desk, answer)
    if isinstance(named, str):
        return named
    return replace(named, values=(*named.values, labelled("choice-leave-place", "")))


async def place_named(desk: Desk, answer: str) -> str | Several:
    """The place that is called so, or those that may be meant."""
    found = await _places(desk, answer)
    if len(found) == 1 and is_called(found[0], answer):
        return key_of(found[0])
    if not any(letter.isalpha() for letter in answer):
        raise Refusal("refusal-place-unread")
    return Several(to_choose(desk, found, answer), which_place_words(found, answer))


@set_place.choices("where")
async def places_meant(desk: Desk, typed: str = "") -> Sequence[Value]:
    """Those that a sentence may have meant."""
    if not typed:
        return ()
    return (*to_choose(desk, await _places(desk, typed), typed), labelled("choice-leave-place", ""))


@set_place.asks("where")
async def which_place(desk: Desk, typed: str = "") -> Reply:
    """Ask where, or which of several."""
    if not typed:
        return say("set-place-ask-where")
    return Reply(words=(which_place_words(await _places(desk, typed), typed),))


@command(where=Where.PRIVATE)
async def set_languages(desk: Desk, spoken: str) -> Reply:
    """Say which languages one speaks."""
    return await _keep(desk, languages=tuple(spoken.split()))


@set_languages.reads("spoken")
async def languages_named(desk: Desk, typed: str) -> str:
    """Each language by its name, in French or English."""
    codes = languages.codes_in(typed)
    if not codes:
        raise Refusal("refusal-languages-unread")
    return " ".join(codes)


@command(where=Where.PRIVATE)
async def set_hours(desk: Desk, hours: int) -> Reply:
    """Say how many hours a month one can give."""
    return await _keep(desk, hours_month=None if hours == NO_HOURS else hours)


@set_hours.reads("hours")
async def hours_typed(desk: Desk, typed: str) -> int:
    """Hours, of a month or a week."""
    return profile_words.hours_said(typed)


@set_hours.choices("hours")
async def usual_hours(desk: Desk) -> Sequence[Value]:
    """A few, and not to say."""
    few = [valued(Minutes(60 * hours), hours) for hours in HOURS]
    return [*few, labelled("choice-no-hours", NO_HOURS)]


@command(where=Where.PRIVATE)
async def set_asks(desk: Desk, asks: int) -> Reply:
    """Say how often one may be asked for help; never is an answer."""
    asked = await desk.store.profiles.of(desk.person.id)
    return await _keep(desk, never_asked=asks == 0, asks_month=asks or asked.asks_month)


@set_asks.reads("asks")
async def asks_typed(desk: Desk, typed: str) -> int:
    """A number of times a month."""
    return profile_words.asks_said(typed)


@set_asks.choices("asks")
async def usual_asks(desk: Desk) -> Sequence[Value]:
    """A few, and never."""
    few = [Value(Words("choice-asks", {"count": count}), count) for count in ASKS]
    return [*few, labelled("choice-never-ask", 0)]


@command(where=Where.PRIVATE)
async def pause(desk: Desk, until: date) -> Reply:
    """Be asked nothing until a day."""
    return await _keep(desk, paused_until=until)


@pause.reads("until")
async def until_when(desk: Desk, typed: str) -> date:
    """A day, a month, or how long."""
    return profile_words.back_on(typed, desk.today)


@pause.choices("until")
async def usual_pauses(desk: Desk) -> Sequence[Value]:
    """A week, a month, a season."""
    return [
        Value(Words("choice-pause-days", {"days": days}), desk.today + timedelta(days=days))
        for days in PAUSES
    ]


@command(where=Where.PRIVATE)
async def resume(desk: Desk) -> Reply:
    """Be back before a pause is over, or after one said never."""
    return await _keep(desk, paused_until=None, never_asked=False)


@command(where=Where.PRIVATE)
async def erase_profile(desk: Desk, sure: bool) -> Reply:
    """Forget all that one said of oneself here; offers and time are kept elsewhere."""
    await desk.store.profiles.forget(desk.person.id)
    return say("profile-erased")


@erase_profile.choices("sure")
async def only_when_sure(desk: Desk) -> Sequence[Value]:
    """One more tap, since it cannot be taken back."""
    return [labelled("choice-erase", True)]


async def card(desk: Desk) -> Reply:
    """One's own card, with the circles that what one did since has led to."""
    person = desk.person.id
    await desk.store.profiles.keep_circles(person, now=desk.now)
    return own_card(
        await desk.store.profiles.of(person),
        around=desk.places.around,
        today=desk.today,
        offers=[one.text for one in await desk.store.offers.of(person)],
        organisations=[one.name for one in await desk.store.organisations.of(person)],
        circles=await desk.store.profiles.circles(person),
    )


def key_of(place: Place) -> str:
    """A place as a choice remembers it."""
    return f"{place.level}:{place.code or place.name}"


async def _places(desk: Desk, typed: str) -> list[Place]:
    """What words may mean, those near to where one is first."""
    mine = (await desk.store.profiles.of(desk.person.id)).place
    return desk.places.find(typed, near=mine)


def to_choose(desk: Desk, found: Sequence[Place], typed: str) -> tuple[Value, ...]:
    """Places to choose from; one's own words too, unless a place is called just so."""
    values = [
        valued(place_shown(one, desk.places.around(one)), key_of(one))
        for one in found[:PLACES_SHOWN]
    ]
    if not any(is_called(one, typed) for one in found):
        kept = typed_place(typed)
        words = Words("choice-keep-words", {"words": people.short_name(kept.name, most=20)})
        values.append(Value(words, key_of(kept)))
    return tuple(values)


def which_place_words(found: Sequence[Place], typed: str) -> Words:
    """The question which of several places is meant."""
    said = {"typed": typed_place(typed).name, "count": len(found)}
    if len(found) > PLACES_SHOWN:
        return Words("which-of-many-places", said)
    return Words("which-place" if found else "unknown-place", said)


def place_of(desk: Desk, key: str) -> Place:
    """The place of a key that a choice remembered."""
    level, _, rest = key.partition(":")
    if level == Level.TYPED:
        return typed_place(rest)
    found = desk.places.at(Level(level), rest)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def _keep(desk: Desk, **changes: object) -> Reply:
    """Change one's profile, and show what it is now."""
    profile = await desk.store.profiles.of(desk.person.id)
    await desk.store.profiles.save(_changed(profile, changes), now=desk.now)
    return await card(desk)


def _changed(profile: Profile, changes: Mapping[str, object]) -> Profile:
    return replace(profile, **changes)  # type: ignore[arg-type]


async def _change(desk: Desk, said: Said) -> Reply:
    """Keep all of a sentence that is sure, then ask about its place, or until when."""
    place = await place_named(desk, said.place) if said.place else None
    if said.place and isinstance(place, Several) and said.count == 1:
        await _must_sound_like_a_place(desk, said.place)
    changes = _told(said)
    if isinstance(place, str):
        changes["place"] = place_of(desk, place)
    reply = await _keep(desk, **changes) if changes else await card(desk)
    if isinstance(place, Several):
        return await begin(desk, set_place.name, {"typed": said.place})
    if said.pauses and said.paused_until is None:
        return await begin(desk, pause.name, {})
    return reply


async def _must_sound_like_a_place(desk: Desk, typed: str) -> None:
    """Lone words that no place is called, nor is close to, are none."""
    if not await _places(desk, typed):
        raise Refusal("refusal-profile-unread")


def _told(said: Said) -> dict[str, object]:
    """What a sentence changes of a profile, but for its place."""
    told: dict[str, object] = {}
    if said.languages:
        told["languages"] = said.languages
    if said.hours_month is not None:
        told["hours_month"] = said.hours_month
    if said.asks_month is not None:
        told |= {"asks_month": max(said.asks_month, 1), "never_asked": said.asks_month == 0}
    if said.paused_until is not None:
        told["paused_until"] = said.paused_until
    if said.returns:
        told |= {"paused_until": None, "never_asked": False}
    if said.never_asked:
        told["never_asked"] = True
    return told


async def _somebody_else(desk: Desk, sentence: str) -> Person | None:
    """Whom a few words name whole: by name, first name or @handle."""
    if not 0 < len(sentence) <= people.LONGEST:
        return None
    known = [
        one
        for one in await desk.store.people.everyone()
        if one.id != desk.person.id and one.standing not in GONE
    ]
    found = people.named(sentence, known)
    if sentence.startswith("@"):
        if not found:
            raise Refusal("refusal-person-unknown", name=sentence)
        return found[0]
    called = len(found) == 1 and people.is_called(found[0], sentence)
    return found[0] if called else None


async def seen(desk: Desk, other: Person, audience: Audience) -> Reply:
    """What somebody lets others see."""
    return seen_card(
        other.name,
        await desk.store.profiles.of(other.id),
        audience,
        around=desk.places.around,
        offers=[one.text for one in await desk.store.offers.of(other.id)],
        organisations=[one.name for one in await desk.store.organisations.of(other.id)],
        circles=await desk.store.profiles.circles(other.id),
    )


COMMANDS = (
    show_profile,
    be_listed,
    set_place,
    set_languages,
    set_hours,
    set_asks,
    pause,
    resume,
    erase_profile,
)
