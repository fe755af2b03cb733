"""Profiles: where somebody is, how much they may be asked, and who may see which of it.

What somebody can do is an offer, and stands apart. Must not know how any of it is shown or stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from domain.places import Place

ASKS_MONTH = 2
"""How often somebody may be asked for help in a month, unless they say otherwise."""

ASKS_MOST = 30
HOURS_MOST = 160
"""In a month; more is a slip of the finger."""


class Field(StrEnum):
    """What of a person others may see, each to be shown or not. NAME: being found by name at all,
    without which nothing else of them is shown with it.
    """

    NAME = "name"
    SKILLS = "skills"
    PLACE = "place"
    LANGUAGES = "languages"
    HOURS = "hours"
    ORGANISATIONS = "organisations"
    CIRCLES = "circles"
    CONTACT = "contact"


class Audience(IntEnum):
    """Who may see something; each sees what those before it do. EVERYONE reads what is posted in
    groups and handed on.
    """

    NOBODY = 0
    TEAM = 1
    ALLIES = 2
    EVERYONE = 3


SHOWN: Mapping[Field, Audience] = {
    Field.NAME: Audience.TEAM,
    Field.SKILLS: Audience.ALLIES,
    Field.PLACE: Audience.ALLIES,
    Field.LANGUAGES: Audience.ALLIES,
    Field.HOURS: Audience.TEAM,
    Field.ORGANISATIONS: Audience.ALLIES,
    Field.CIRCLES: Audience.TEAM,
    Field.CONTACT: Audience.NOBODY,
}
"""Who sees what until somebody decides: nobody is found by name who did not ask for it."""


class Circle(StrEnum):
    """How somebody takes part, kept from what they did: several at once, and none above another."""

    SUPPORTING = "supporting"
    CONTRIBUTING = "contributing"
    PRODUCING = "producing"
    MEMBER = "member"


@dataclass(frozen=True)
class Profile:
    """What somebody said of themselves. `shown` holds only what they decided otherwise."""

    person: int
    place: Place | None = None
    languages: tuple[str, ...] = ()
    hours_month: int | None = None
    asks_month: int = ASKS_MONTH
    paused_until: date | None = None
    never_asked: bool = False
    shown: Mapping[Field, Audience] = field(default_factory=dict)

    def audience(self, what: Field) -> Audience:
        """Who may see something of them."""
        return self.shown.get(what, SHOWN[what])

    def shows(self, what: Field, to: Audience) -> bool:
        """Whether somebody may see it; nothing of a person is shown beside a name that is not."""
        name, this = self.audience(Field.NAME), self.audience(what)
        return Audience.NOBODY < to <= min(name, this)

    def is_told_of(self, *, offers: bool) -> bool:
        """Whether they said anything of themselves, and were told by whom it is seen; of all others
        the directory holds nothing, not even a name.
        """
        said = self.place or self.languages or self.hours_month is not None or self.shown
        return offers or bool(said)

    def may_be_asked(self, today: date) -> bool:
        """Whether they may be asked for help at all on a day."""
        return not self.never_asked and not self.is_paused(today) and self.asks_month > 0

    def is_paused(self, today: date) -> bool:
        """Whether they asked to be left in peace; on the day itself they are back."""
        return self.paused_until is not None and today < self.paused_until
