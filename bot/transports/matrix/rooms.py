"""Who is in a room, when the bot came, and who governs it.

Knows membership and power levels as events say them; must not know the network nor the library.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.transports.matrix.fields import items, mapping, number, text_of
from chat.transport import Rank

_ADMIN, _OWNER = 50, 100  # the power levels that clients call moderator and administrator
_CREATORS_REIGN = 12  # the room version since which creators stand above all levels


@dataclass(frozen=True)
class Room:
    """A room when an event of it is read: who is in it or invited, by account, with shown names.

    `continues` is the room that it replaces, if the bot was there, and `creator` whoever made it.
    The word of those `unheeded` is not enough to have the bot come.
    """

    id: str
    me: str
    names: Mapping[str, str]
    title: str = ""
    continues: str = ""
    creator: str = ""
    unheeded: frozenset[str] = frozenset()

    @property
    def private(self) -> bool:
        """Whether nobody else can read: two members at most, whatever the invitation said."""
        return len(self.names) <= 2


@dataclass(frozen=True)
class Origin:
    """An earlier event that another refers to: who sent it, its type, the thread it stands in."""

    sender: str
    type: str
    thread: str | None = None


def origin_of(event: Mapping[str, Any]) -> Origin:
    """What later events need to know of this one."""
    relation = mapping(mapping(event.get("content")).get("m.relates_to"))
    return Origin(text_of(event.get("sender")), text_of(event.get("type")), thread_of(relation))


def thread_of(relation: Mapping[str, Any]) -> str | None:
    """The thread that a relation names, which encryption leaves readable."""
    if relation.get("rel_type") != "m.thread":
        return None
    return text_of(relation.get("event_id")) or None


def predecessor(event: Mapping[str, Any]) -> str:
    """The room that this one replaces, when the event is its creation."""
    if event.get("type") != "m.room.create":
        return ""
    return text_of(mapping(mapping(event.get("content")).get("predecessor")).get("room_id"))


def arrival(events: Sequence[Mapping[str, Any]], room: Room) -> int | None:
    """Where hearing begins, or None when the bot did not arrive, as far as these events go back.

    What a group said before is not for it; in private, what was said since the invitation is.
    """
    for at in range(len(events) - 1, -1, -1):
        if own_step(events[at], room) == "join":
            if not room.private or before(events[at]).get("membership") != "invite":
                return at
            invited = (i for i in range(at) if own_step(events[i], room) == "invite")
            return max(invited, default=None)
    return None


def rank_of(
    account: str,
    member: Mapping[str, Any],
    levels: Mapping[str, Any] | None,
    created: Mapping[str, Any],
) -> Rank:
    """What a room's state says of an account; `levels` is None when the room has none."""
    if member.get("membership") != "join":
        return Rank.GONE
    content = mapping(created.get("content"))
    creators = {text_of(created.get("sender")) or text_of(content.get("creator"))}
    version = text_of(content.get("room_version"))
    if version.isdecimal() and int(version) >= _CREATORS_REIGN:
        creators |= {text_of(one) for one in items(content.get("additional_creators"))}
        if account in creators:
            return Rank.OWNER
    if levels is None:
        return Rank.OWNER if account in creators else Rank.MEMBER
    level = mapping(levels.get("users")).get(account, levels.get("users_default"))
    return _rank_at(number(level))


def _rank_at(level: int) -> Rank:
    if level >= _OWNER:
        return Rank.OWNER
    return Rank.ADMIN if level >= _ADMIN else Rank.MEMBER


def own_step(event: Mapping[str, Any], room: Room) -> str:
    """Whether the bot is invited, joins or leaves here; a change of its profile is no step."""
    if event.get("type") != "m.room.member" or event.get("state_key") != room.me:
        return ""
    earlier = before(event).get("membership")
    now = mapping(event.get("content")).get("membership")
    if now == "invite":
        return "invite"
    if now == "join":
        return "join" if earlier != "join" else ""
    return "leave" if now in ("leave", "ban") and earlier == "join" else ""


def before(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a state event replaced."""
    return mapping(mapping(event.get("unsigned")).get("prev_content"))
