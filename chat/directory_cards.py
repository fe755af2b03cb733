"""The directory as it is read: few people a page, each with what they show, and a way to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from chat.cards import choice
from chat.papers import Form, Sheet
from chat.profile_cards import place_shown
from chat.words import Choice, Reply, Words, say
from domain.directory import Found, Listed, Skill
from domain.people import short_name
from domain.places import Level, Place
from domain.values import Items, Lines, Phrase, Quoted
from domain.vcards import Card

PAGE = 6
"""People of a page: more are not read on a telephone."""

SKILLS_SHOWN = 3
LABEL_MOST = 30

COLUMNS = ("name", "skills", "place", "departement", "languages", "hours", "organisations")
"""What a table tells of somebody; each has its heading."""

Around = Callable[[Place], str]
"""The name of the département that a place is in."""


def page_of(found: Found, words: str, page: int, *, around: Around) -> Reply:
    """Some of those who were found, each with a button; how many more show no name is said last."""
    pages = max(1, -(-len(found.people) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = found.shown(page * PAGE, (page + 1) * PAGE)
    reply = _heading(
        found, words, page + 1, pages, Lines(tuple(_line(one, around, found) for one in shown))
    )
    if found.unnamed and page == pages - 1:
        reply = reply.then("directory-unnamed", count=found.unnamed, listed=len(found.people))
    reply = reply.choose(*_to_each(shown, words, page))
    if page > 0:
        reply = reply.choose(
            choice("choice-previous", "turn_directory", words=words, page=page - 1)
        )
    if page < pages - 1:
        reply = reply.choose(choice("choice-next", "turn_directory", words=words, page=page + 1))
    return reply if found.people else reply.choose(choice("choice-ask-for-help", "ask_for_help"))


def only_public(reply: Reply, *, group: bool) -> Reply:
    """What is shown to everyone, said to be no more than that: in a group, or to no ally."""
    if group:
        return reply.then("directory-group")
    return reply.then("directory-no-ally").choose(choice("choice-ask-let-in", "ask_to_be_let_in"))


def sheet(people: Sequence[Listed], title: Callable[[Skill], str], around: Around) -> Sheet:
    """People as a table for another program."""
    return Sheet(
        stem=Words("directory-stem"),
        title=Words("directory-title"),
        headings=tuple(Words("directory-heading", {"column": column}) for column in COLUMNS),
        rows=tuple(_row(one, title, around) for one in people),
        form=Form.CSV,
    )


def card_of(one: Listed, title: Callable[[Skill], str], around: Around, *, uid: str) -> Card:
    """Somebody for an address book."""
    place = one.place
    wide = place is not None and place.level in (Level.DEPARTEMENT, Level.REGION)
    name = place.name if place else ""
    return Card(
        uid=uid,
        name=one.name,
        locality="" if wide else name,
        region=name if wide else (around(place) if place else ""),
        skills=tuple(dict.fromkeys(map(title, one.skills))),
        languages=one.languages,
        organisations=one.organisations,
    )


def _heading(found: Found, words: str, page: int, pages: int, lines: Lines) -> Reply:
    said = {"words": Quoted(words), "count": len(found.people), "page": page, "pages": pages}
    if not found.people:
        if found.unnamed:
            some = say("directory-only-unnamed", words=Quoted(words))
            return some if words else say("directory-all-unnamed")
        return say("directory-none", words=Quoted(words)) if words else say("directory-empty")
    if not words:
        return say("directory-all", lines=lines, **said)
    return say("directory-found" if found.whole else "directory-part", lines=lines, **said)


def _line(one: Listed, around: Around, found: Found) -> Phrase:
    """A name, then what else is shown: where, for whom, and what they can do."""
    said: dict[str, object] = {"name": one.name, "place": "", "organisations": "", "skills": ""}
    said["does"] = "yes" if one.skills else "no"
    if one.place:
        near = "yes" if found.is_around(one) else "no"
        place = place_shown(one.place, around(one.place))
        said["place"] = Phrase("directory-at", {"place": place, "near": near})
    if one.organisations:
        said["organisations"] = Phrase("directory-for", {"names": Items(one.organisations)})
    if one.skills:
        skills = Items(tuple(Quoted(skill.text) for skill in one.skills[:SKILLS_SHOWN]))
        more = max(0, len(one.skills) - SKILLS_SHOWN)
        said["skills"] = Phrase("directory-can", {"skills": skills, "more": more})
    return Phrase("directory-line", said)


def _to_each(shown: Sequence[Listed], words: str, page: int) -> list[Choice]:
    """A button for each, told apart by place where two have one name, else by number."""
    names = Counter(one.name for one in shown)
    labels: list[str] = []
    for one in shown:
        label = short_name(one.name, most=LABEL_MOST)
        if names[one.name] > 1 and one.place:
            label = short_name(f"{one.name} ({one.place.name})", most=LABEL_MOST + 10)
        again = labels.count(label) + 1
        labels.append(label)
        if again > 1:
            labels[-1] = f"{label} {again}"
    return [
        Choice(
            Words("choice-named", {"name": label}),
            "show_ally",
            {"person": one.person, "words": words, "page": page},
        )
        for label, one in zip(labels, shown, strict=True)
    ]


def _row(one: Listed, title: Callable[[Skill], str], around: Around) -> tuple[object, ...]:
    languages = tuple(Phrase("spoken-language", {"code": code}) for code in one.languages)
    return (
        one.name,
        ", ".join(dict.fromkeys(map(title, one.skills))),
        one.place.name if one.place else "",
        around(one.place) if one.place else "",
        Items(languages) if languages else "",
        one.hours if one.hours is not None else "",
        ", ".join(one.organisations),
    )
