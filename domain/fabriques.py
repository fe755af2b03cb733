"""A fabrique: the community that every row belongs to, and the chats it speaks in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from domain.postings import Posting

RESERVED = frozenset({"agenda", "lettre", "oui", "sante", "stop"})
"""What a page's address says besides the slug of a fabrique."""


@dataclass(frozen=True)
class Policy:
    """What a fabrique decided about its permanence.

    `signs_as`: answers come from the "team" or from a "person", by first name. `answer_within`:
    hours after which the team is reminded of a question. The monthly meeting is on the `nth`
    `weekday` (from Monday, 0) of the month, `at` an hour of its zone that may be unknown, for so
    many `minutes`, perhaps at a `link` that only those who signed up see. A structure in difficulty
    waits `support_within` hours before the team is reminded; its words are kept `support_kept` days
    once it is over. `agenda_waits`: the agenda leaves only once the team approved it.
    """

    signs_as: str = "team"
    answer_within: int = 48
    nth: int = 1
    weekday: int = 1
    at: time | None = None
    minutes: int = 120
    link: str | None = None
    support_within: int = 24
    support_kept: int = 90
    agenda_waits: bool = False


@dataclass(frozen=True)
class TimePolicy:
    """What a fabrique decided about its time bank; every length is in minutes.

    `day` is what a day of help counts. An exchange confirms itself `confirm_after` days, if set,
    and needs no word of the other side below `confirm_below`. Balances beyond `soft_floor` or
    `soft_ceiling` bring a gentle word, `floor` and `ceiling`, if set, a refusal. `team_month` is
    the time that the team announces for each month, `partner_most` the most that two fabriques may
    owe each other.
    """

    day: int = 7 * 60
    confirm_after: int | None = None
    confirm_below: int = 0
    soft_floor: int = -20 * 60
    soft_ceiling: int = 60 * 60
    floor: int | None = None
    ceiling: int | None = None
    team_month: int | None = None
    partner_most: int = 100 * 60


@dataclass(frozen=True)
class LetterPolicy:
    """When the monthly letter leaves: on a day of the month (the 31st is the last of any month), at
    an hour of the reader's zone. The first at eight: before the day's work, and easy to remember.
    """

    day: int = 1
    at: time = time(8, 0)


@dataclass(frozen=True)
class Fabrique:
    """A community of allies, national or local.

    `site` is the address of the web at which its pages are read, where an operator opened one;
    `public_agenda`: whoever comes there may read the whole agenda.
    """

    id: int
    slug: str
    name: str
    timezone: str
    language: str
    policy: Policy = Policy()
    time: TimePolicy = TimePolicy()
    letter: LetterPolicy = LetterPolicy()
    site: str | None = None
    public_agenda: bool = False

    @property
    def agenda_page(self) -> str | None:
        """Where anybody reads the agenda, if anybody may."""
        return f"{self.site}/agenda" if self.site and self.public_agenda else None

    def event_page(self, event: int) -> str | None:
        """Where anybody reads of one event."""
        return f"{self.agenda_page}/evenement/{event}" if self.agenda_page else None

    def letter_page(self, issue: str) -> str | None:
        """Where anybody reads a letter that left; letters of all stand side by side."""
        root = (self.site or "").removesuffix(f"/{self.slug}")
        return f"{root}/lettre/{self.slug}/{issue}" if root else None

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its days begin and end."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True)
class Chat:
    """A conversation the bot takes part in since a moment: private, a group, or the team's.

    `person` is whose private conversation it is, `fabrique` the one that speaks there.
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
    fabrique: int = 0
