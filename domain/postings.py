"""What a reader of the agenda and the letter receives, and when: a group, a channel or one person.

Must not know where it is kept, nor what the week holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

LATE = timedelta(hours=36)
"""What comes once a week is still worth reading a day and a half after its hour, not later."""


@dataclass(frozen=True)
class Taste:
    """Which events a reader wants; what is empty leaves nothing out.

    `subjects` are tags of events. `places` are venues, districts and communes by name. `within`
    counts kilometres around the commune of code `around`.
    """

    subjects: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    around: str | None = None
    within: int | None = None
    families: bool = False
    free: bool = False


@dataclass(frozen=True)
class Posting:
    """What is posted in a chat, when and how.

    `weekday` counts from Monday, 0. Hours are those of `zone`, or of the fabrique's where it is
    None. What is more than `late` after its hour is not posted any more. In the `quiet` hours, from
    the first to the second, a post makes no sound. `thread` is the forum topic or thread.
    """

    agenda: bool = True
    letter: bool = True
    weekday: int = 0
    at: time = time(8, 0)
    zone: str | None = None
    late: timedelta = LATE
    quiet: tuple[time, time] | None = None
    silent: bool = False
    pinned: bool = True
    thread: str | None = None
    taste: Taste = Taste()


def wishes_of(posting: Posting) -> dict[str, Any]:
    """What was chosen besides days and hours, as a row keeps it; what is usual is left out."""
    taste = posting.taste
    wishes = {
        "zone": posting.zone,
        "late": int(posting.late.total_seconds() // 3600) if posting.late != LATE else None,
        "quiet": [one.strftime("%H:%M") for one in posting.quiet] if posting.quiet else None,
        "silent": posting.silent or None,
        "unpinned": not posting.pinned or None,
        "thread": posting.thread,
        "subjects": list(taste.subjects) or None,
        "places": list(taste.places) or None,
        "around": taste.around,
        "within": taste.within,
        "families": taste.families or None,
        "free": taste.free or None,
    }
    return {name: value for name, value in wishes.items() if value is not None}


def with_wishes(posting: Posting, kept: Mapping[str, Any]) -> Posting:
    """A posting with what `wishes_of` wrote."""
    quiet = kept.get("quiet")
    return Posting(
        agenda=posting.agenda,
        letter=posting.letter,
        weekday=posting.weekday,
        at=posting.at,
        zone=kept.get("zone"),
        late=timedelta(hours=kept["late"]) if "late" in kept else LATE,
        quiet=(time.fromisoformat(quiet[0]), time.fromisoformat(quiet[1])) if quiet else None,
        silent=bool(kept.get("silent")),
        pinned=not kept.get("unpinned"),
        thread=kept.get("thread"),
        taste=Taste(
            subjects=tuple(kept.get("subjects", ())),
            places=tuple(kept.get("places", ())),
            around=kept.get("around"),
            within=kept.get("within"),
            families=bool(kept.get("families")),
            free=bool(kept.get("free")),
        ),
    )
