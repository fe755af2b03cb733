"""What an alliance can do, as pictures: who does what, where, and what only one or two can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chat.cards import choice
from chat.papers import Chart, Kind, Series
from chat.words import Reply, Words, say
from domain.places import Level
from domain.skill_map import Held, Rare, Where, Who, step
from domain.values import Items, Phrase

VIEWS = ("who", "where", "rare")
"""The pictures, in the order of their buttons."""

NAMED = 3
"""What the words under a picture name."""

Titled = Callable[[Held], str]
"""A skill as its reader calls it."""


def shown(told: Reply, view: str, chart: Chart | None = None) -> Reply:
    """A picture over its words, with the way to the other two."""
    ways = {
        "who": choice("choice-map-who", "show_map", view="who"),
        "where": choice("choice-map-where", "show_map", view="where"),
        "rare": choice("choice-map-rare", "show_map", view="rare"),
    }
    others = [ways[one] for one in VIEWS if one != view]
    reply = told.choose(*others, choice("choice-directory", "search_directory"))
    return reply.caption(chart) if chart else reply


def who_card(found: Who, titled: Titled) -> Reply:
    """Everybody who shows their name, and what each can do."""
    most = [Phrase("map-held", _named(one, titled)) for one in _by_count(found.skills)[:NAMED]]
    told = {"skills": len(found.skills), "people": len(found.people)}
    columns = [
        Series(
            Words("choice-named", {"name": person.name}),
            tuple(int(person in one.named) for one in found.skills),
        )
        for person in found.people
    ]
    if found.others:
        counts = tuple(one.unnamed for one in found.skills)
        columns.append(Series(Words("map-unnamed"), counts))
    chart = Chart(
        kind=Kind.GRID,
        stem=Words("map-who-stem"),
        title=Words("map-who-title"),
        unit=Words("map-people"),
        alt=Words("map-who-alt", {**told, "most": Items(tuple(most))}),
        labels=tuple(titled(one) for one in found.skills),
        series=tuple(columns),
        note=Words("map-note", {"more": found.left_out}),
    )
    return shown(say("map-who", **told), "who", chart)


def most_card(skills: Sequence[Held], titled: Titled, *, more: int) -> Reply:
    """How many can do what, where so many show their name that no picture holds them."""
    each = step(max(one.count for one in skills))
    most = [Phrase("map-count", _counted(one, titled)) for one in skills[:NAMED]]
    told = {"skills": len(skills) + more, "most": Items(tuple(most))}
    chart = Chart(
        kind=Kind.DOTS,
        stem=Words("map-who-stem"),
        title=Words("map-most-title"),
        unit=Words("map-step", {"step": each}),
        alt=Words("map-most-alt", told),
        labels=tuple(titled(one) for one in skills),
        series=(Series(Words("map-people"), tuple(one.count for one in skills)),),
        note=Words("map-note", {"more": more}),
        step=each,
    )
    return shown(say("map-most", **told), "who", chart)


def where_card(found: Where, named: Callable[[str], str]) -> Reply:
    """How many in each territory can do something of each group of skills."""
    largest = sorted(found.cells.items(), key=lambda one: (-one[1], one[0]))
    most = [
        Phrase("map-there", {"group": _group(group), "place": named(code), "count": count})
        for (group, code), count in largest
        if code in found.territories
    ]
    told = {
        "level": "epci" if found.level is Level.EPCI else "departement",
        "territories": len(found.territories),
        "most": Items(tuple(most[:NAMED])),
    }
    chart = Chart(
        kind=Kind.GRID,
        stem=Words("map-where-stem"),
        title=Words("map-where-title"),
        unit=Words("map-people"),
        alt=Words("map-where-alt", told),
        labels=tuple(_group(group) for group in found.groups),
        series=tuple(
            Series(
                Words("choice-named", {"name": named(code)}),
                tuple(found.cells.get((group, code), 0) for group in found.groups),
            )
            for code in found.territories
        ),
        note=Words("map-where-note", {"more": found.left_out}),
    )
    return shown(say("map-where", **told), "where", chart)


def rare_card(found: Rare, titled: Titled) -> Reply:
    """What the alliance would miss if one or two people left it."""
    few = [one for one in found.skills if one.is_rare and (one.count == 1 or not found.alone)]
    named = [Phrase("map-held", _named(one, titled)) for one in few[:NAMED]]
    told = {
        "alone": found.alone,
        "few": found.few,
        "most": Items(tuple(named)),
        "all": "yes" if (found.alone or found.few) <= NAMED else "no",
    }
    each = step(max(one.count for one in found.skills))
    chart = Chart(
        kind=Kind.DOTS,
        stem=Words("map-rare-stem"),
        title=Words("map-rare-title"),
        unit=Words("map-step", {"step": each}),
        alt=Words("map-rare-alt", told),
        labels=tuple(titled(one) for one in found.skills),
        series=(Series(Words("map-people"), tuple(one.count for one in found.skills)),),
        note=Words("map-rare-note", {"more": found.left_out}),
        beside=tuple(_names(one) if one.is_rare else "" for one in found.skills),
        ringed=frozenset(at for at, one in enumerate(found.skills) if one.is_rare),
        step=each,
    )
    return shown(say("map-rare", **told), "rare", chart)


def _group(key: str) -> Phrase:
    return Phrase("skill-group", {"group": key})


def _names(one: Held) -> Items:
    return Items(tuple(person.name for person in one.named))


def _named(one: Held, titled: Titled) -> dict[str, object]:
    return {"skill": titled(one), "names": _names(one), "more": one.unnamed}


def _counted(one: Held, titled: Titled) -> dict[str, object]:
    return {"skill": titled(one), "count": one.count}


def _by_count(skills: Sequence[Held]) -> list[Held]:
    return sorted(skills, key=lambda one: -one.count)
