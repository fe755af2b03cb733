"""A fabrique: the community that every row belongs to, and the chats it speaks in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Policy:
    """What a fabrique decided about its permanence.

    `signs_as`: answers come from the "team" or from a "person", by first name. `answer_within`:
    hours after which the team is reminded of a question. The monthly meeting is on the `nth`
    `weekday` (from Monday, 0) of the month, `at` an hour of its zone that may be unknown, for so
    many `minutes`, perhaps at a `link` that only those who signed up see.
    """

    signs_as: str = "team"
    answer_within: int = 48
    nth: int = 1
    weekday: int = 1
    at: time | None = None
    minutes: int = 120
    link: str | None = None


@dataclass(frozen=True)
class Fabrique:
    """A community of allies, national or local."""

    id: int
    slug: str
    name: str
    timezone: str
    language: str
    policy: Policy = Policy()

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its days begin and end."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True)
class Posting:
    """What a group receives, and when, in the fabrique's zone. `weekday` counts from Monday, 0."""

    agenda: bool = True
    letter: bool = True
    weekday: int = 0
    at: time = time(8, 0)


@dataclass(frozen=True)
class Chat:
    """A conversation the bot takes part in since a moment: private, a group, or the team's.

    `person` is whose private conversation it is.
    """

    id: int
    platform: str
    address: str
    private: bool
    title: str
    language: str
    team: bool
    present: bool
    since: datetime
    posting: Posting
    person: int | None = None
