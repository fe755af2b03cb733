"""Profiles as cards: one's own with what may be changed, somebody else's with what they show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from chat.cards import choice
from chat.words import Choice, Reply, say
from domain.places import Level, Place
from domain.profiles import Audience, Circle, Field, Profile
from domain.values import Items, Lines, OnDate, Phrase, Quoted

OFFERS_SHOWN = 12
"""Offers that a card lists; who has more shows the first."""

Around = Callable[[Place], str]
"""The name of what a place is in."""


def place_shown(place: Place, around: str) -> Phrase:
    """A place with what tells it apart from others of its name."""
    kind = "within" if place.level is Level.COMMUNE and around else place.level.value
    return Phrase("place", {"name": place.name, "kind": kind, "within": around})


def own_card(
    profile: Profile,
    *,
    around: Around,
    today: date,
    offers: Sequence[str],
    organisations: Sequence[str],
    circles: Sequence[Circle],
) -> Reply:
    """One's own profile, whole, with what may be changed of it."""
    lines = [
        _line(Field.PLACE, _place(profile, around)),
        _line(Field.LANGUAGES, _languages(profile)),
        _line(Field.HOURS, _hours(profile)),
        Phrase("profile-asks", {"count": 0 if profile.never_asked else profile.asks_month}),
        *_more(offers, organisations, circles),
    ]
    if profile.is_paused(today):
        lines.append(Phrase("profile-paused", {"until": OnDate(profile.paused_until or today)}))
    audience = profile.audience(Field.NAME)
    listed = audience >= Audience.ALLIES
    reply = say(
        "my-profile",
        lines=Lines(tuple(lines)),
        audience=int(audience),
        asked="yes" if profile.may_be_asked(today) else "no",
    )
    to = Audience.TEAM if listed else Audience.ALLIES
    label = "choice-unlist-me" if listed else "choice-list-me"
    return reply.choose(
        choice("choice-place", "set_place"),
        choice("choice-languages", "set_languages"),
        choice("choice-hours", "set_hours"),
        choice("choice-how-often", "set_asks"),
        *_pausing(profile, today),
        choice("choice-skills", "offer"),
        choice(label, "show_to", field=Field.NAME.value, audience=int(to)),
        choice("choice-who-sees", "who_sees"),
        choice("choice-erase-profile", "erase_profile"),
    )


def seen_card(
    name: str,
    profile: Profile,
    audience: Audience,
    *,
    around: Around,
    offers: Sequence[str],
    organisations: Sequence[str],
    circles: Sequence[Circle],
) -> Reply:
    """What somebody lets an audience see, and nothing that tells of the rest."""
    told_of = profile.is_told_of(offers=bool(offers))
    if not (told_of and profile.shows(Field.NAME, audience)):
        return say("profile-not-shown", name=name)
    seen = {field: profile.shows(field, audience) for field in Field}
    lines = []
    if seen[Field.PLACE] and profile.place:
        lines.append(_line(Field.PLACE, _place(profile, around)))
    if seen[Field.LANGUAGES] and profile.languages:
        lines.append(_line(Field.LANGUAGES, _languages(profile)))
    if seen[Field.HOURS] and profile.hours_month is not None:
        lines.append(_line(Field.HOURS, _hours(profile)))
    lines += _more(
        offers if seen[Field.SKILLS] else (),
        organisations if seen[Field.ORGANISATIONS] else (),
        circles if seen[Field.CIRCLES] else (),
    )
    return say("their-profile", name=name, lines=Lines(tuple(lines)), count=len(lines))


def _pausing(profile: Profile, today: date) -> list[Choice]:
    if profile.is_paused(today) or profile.never_asked:
        return [choice("choice-resume", "resume")]
    return [choice("choice-pause", "pause")]


def _more(
    offers: Sequence[str], organisations: Sequence[str], circles: Sequence[Circle]
) -> list[Phrase]:
    """Lines about what stands elsewhere, where there is any."""
    each = (
        (Field.SKILLS, tuple(Quoted(one) for one in offers[:OFFERS_SHOWN])),
        (Field.ORGANISATIONS, tuple(organisations)),
        (Field.CIRCLES, tuple(Phrase("circle", {"circle": one.value}) for one in circles)),
    )
    return [_line(field, Items(items)) for field, items in each if items]


def _line(field: Field, value: object) -> Phrase:
    return Phrase("profile-line", {"field": field.value, "value": value})


def _place(profile: Profile, around: Around) -> Phrase:
    place = profile.place
    return place_shown(place, around(place)) if place else Phrase("profile-unsaid")


def _languages(profile: Profile) -> object:
    named = tuple(Phrase("spoken-language", {"code": code}) for code in profile.languages)
    return Items(named) if named else Phrase("profile-unsaid")


def _hours(profile: Profile) -> Phrase:
    if profile.hours_month is None:
        return Phrase("profile-unsaid")
    return Phrase("profile-hours", {"hours": profile.hours_month})
