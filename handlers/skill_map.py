"""Pictures of what the alliance can do, as far as each lets it be seen where one asks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from chat.command import command
from chat.skill_maps import VIEWS, most_card, rare_card, shown, where_card, who_card
from chat.words import Reply, say
from domain import skill_map
from domain.directory import Listed
from domain.errors import Refusal
from domain.matching import words_of
from domain.profiles import Audience
from domain.skill_map import Held, Where
from handlers.desk import Desk, audience_of

_WORDS = {
    "who": "who qui personne personnes people competence competences skill skills",
    "where": "where ou territoire territoires territory territories lieu lieux place places "
    "departement departements",
    "rare": "rare rares rarete raretes",
}
"""What each picture may be asked for by."""


@command("carte", "map", keeps_choices=True)
async def show_map(desk: Desk, view: str = "who") -> Reply:
    """Who does what, what can be done where, or what only one or two can do."""
    listed = await _listed(desk)
    if view == "where":
        places = await asyncio.to_thread(skill_map.where, listed, desk.skills.concept)
        return where_card(places, _territory(desk, places)) if places else _nothing(view)
    skills = await asyncio.to_thread(skill_map.held, listed, desk.skills.concept)
    if view == "rare":
        few = skill_map.rare(skills)
        return rare_card(few, _titled(desk)) if few else _nothing(view)
    named = skill_map.who(skills)
    if named is not None:
        return who_card(named, _titled(desk))
    most = skill_map.most_held(skills)
    more = sum(one.is_told for one in skills) - len(most)
    return most_card(most, _titled(desk), more=more) if most else _nothing(view)


@show_map.reads("view")
async def view_named(desk: Desk, typed: str) -> str:
    """One of the three, by a word of its own."""
    said = set(words_of(typed))
    for view in reversed(VIEWS):  # "rare skills" and "skills by territory" are what they say first
        if said & set(_WORDS[view].split()):
            return view
    raise Refusal("refusal-map-unread")


async def _listed(desk: Desk) -> Sequence[Listed]:
    """What is seen here of each; where anybody reads, what allies see counts too, without names."""
    audience = await audience_of(desk)
    listed = (await desk.store.directory.seen_by(audience)).people
    if audience is not Audience.EVERYONE:
        return listed
    allies = await desk.store.directory.seen_by(Audience.ALLIES)
    return skill_map.counted_too(listed, allies.people)


def _titled(desk: Desk) -> Callable[[Held], str]:
    return lambda one: one.concept.title(desk.language)


def _territory(desk: Desk, found: Where) -> Callable[[str], str]:
    """The name of a territory by its code."""

    def named(code: str) -> str:
        place = desk.places.at(found.level, code)
        return place.name if place else code

    return named


def _nothing(view: str) -> Reply:
    return shown(say("map-nothing", view=view), view)


COMMANDS = (show_map,)
