"""Members of the association: a circle that nothing one does here tells of, so the team says it."""

from __future__ import annotations

from chat.command import Where, command
from chat.words import Reply, say
from domain.profiles import Circle
from handlers.about_somebody import about_somebody
from handlers.desk import Desk


@command("adhesion", "membership", where=Where.TEAM)
async def set_member(desk: Desk, person: int, typed: str = "") -> Reply:
    """Somebody is a member; said again, no longer. They are told, since their card says so."""
    found = await desk.store.people.person(person)
    profiles, now = desk.store.profiles, desk.now
    joins = await profiles.join_circle(found.id, Circle.MEMBER, "", now=now)
    if not joins:
        await profiles.leave_circle(found.id, Circle.MEMBER)
    act = "member" if joins else "no-member"
    await desk.store.audit.note(act, f"person:{found.id}", by=desk.person.id, now=now)
    desk.tell(found.id, say("member-told", joins="yes" if joins else "no"))
    return say("member-set", name=found.name, joins="yes" if joins else "no")


about_somebody(set_member)
