"""What is received in a chat, and when: what is set, and what may be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.event_subjects import Subject
from domain.fabriques import Chat
from domain.postings import LATE, Posting, Taste
from domain.values import Clock, Items, Lines, Minutes, Phrase

SUBJECTS_SHOWN = 6
"""Subjects on one page: with the ways on, no more than Matrix draws."""


def day_name(weekday: int) -> Phrase:
    """A day of the week, in the reader's language."""
    return Phrase("weekday", {"number": weekday})


def settings_card(chat: Chat, posting: Posting, *, around: str) -> Reply:
    """All that is set, with one choice for each kind of thing; `around` names a commune."""
    reply = say(
        "settings-own" if chat.private else "settings",
        agenda="yes" if posting.agenda else "no",
        letter="yes" if posting.letter else "no",
        day=day_name(posting.weekday),
        at=Clock(posting.at),
    )
    chosen = (*tastes(posting.taste, around), *_manners(posting, private=chat.private))
    if chosen:
        reply = reply.then("settings-chosen", lines=Lines(chosen))
    if not chat.private:
        reply = reply.then("settings-chat", chat=chat.address)
    agenda = "choice-agenda-off" if posting.agenda else "choice-agenda-on"
    letter = "choice-letter-off" if posting.letter else "choice-letter-on"
    return reply.choose(
        choice(agenda, "toggle_agenda"),
        choice(letter, "toggle_letter"),
        choice("choice-other-time", "set_time"),
        choice("choice-subjects", "choose_subjects", page=0),
        choice("choice-places", "choose_places"),
        choice("choice-who-and-price", "choose_who"),
        choice("choice-manners", "choose_manners"),
        choice("choice-tongue-and-zone", "choose_tongue"),
        choice("choice-preview", "preview_agenda"),
    )


def subjects_card(posting: Posting, page: int) -> Reply:
    """Each subject, to be taken or left by a tap."""
    chosen = posting.taste.subjects
    every = list(Subject)
    pages = -(-len(every) // SUBJECTS_SHOWN)
    shown = every[page * SUBJECTS_SHOWN :][:SUBJECTS_SHOWN]
    reply = say("settings-subjects", chosen=Items(tuple(map(subject_name, chosen))))
    reply = reply.choose(*(_subject(one, page, taken=one in chosen) for one in shown))
    reply = reply.choose(choice("choice-more-subjects", "choose_subjects", page=(page + 1) % pages))
    if chosen:
        reply = reply.choose(choice("choice-all-subjects", "clear_subjects", page=page))
    return reply.choose(_back())


def places_card(posting: Posting, *, around: str) -> Reply:
    """The places one wants to hear of."""
    taste = posting.taste
    reply = say("settings-places", chosen=Items(taste.places)).choose(
        choice("choice-add-place", "add_place"), choice("choice-distance", "set_distance")
    )
    if taste.within is not None:
        reply = reply.then("settings-distance", around=around, within=taste.within)
        reply = reply.choose(choice("choice-no-distance", "clear_distance"))
    if taste.places:
        reply = reply.choose(choice("choice-all-places", "clear_places"))
    return reply.choose(_back())


def who_card(posting: Posting) -> Reply:
    """For families only, free only."""
    families, free = posting.taste.families, posting.taste.free
    return say(
        "settings-who", families="yes" if families else "no", free="yes" if free else "no"
    ).choose(
        choice(
            "choice-families-off" if families else "choice-families-on",
            "want_families",
            wanted=not families,
        ),
        choice("choice-free-off" if free else "choice-free-on", "want_free", wanted=not free),
        _back(),
    )


def manners_card(chat: Chat, posting: Posting, *, here: str | None) -> Reply:
    """How a post comes: its sound, the pin, the thread, and how late it still may."""
    lines = Lines(_all_manners(posting, private=chat.private))
    reply = say("settings-manners", lines=lines).choose(
        choice(
            "choice-silent-off" if posting.silent else "choice-silent-on",
            "be_silent",
            wanted=not posting.silent,
        ),
        choice("choice-quiet", "set_quiet"),
        choice("choice-late", "set_late"),
    )
    if not chat.private:
        reply = reply.choose(*_of_group(posting, here))
    return reply.choose(_back())


def subject_name(subject: str) -> Phrase:
    """A subject as readers call it."""
    return Phrase("subject-name", {"subject": str(subject)})


def zone_name(zone: str) -> Phrase:
    """A time zone by its city."""
    city = zone.rpartition("/")[2]
    return Phrase("zone-name", {"zone": city.casefold(), "typed": city.replace("_", " ")})


def back_to_settings() -> Choice:
    """The way to the card."""
    return _back()


def _back() -> Choice:
    return choice("choice-settings", "settings")


def _subject(subject: Subject, page: int, *, taken: bool) -> Choice:
    label = Words(
        "choice-subject-taken" if taken else "choice-subject", {"subject": subject_name(subject)}
    )
    return Choice(
        label, "take_subject", {"subject": str(subject), "wanted": not taken, "page": page}
    )


def _of_group(posting: Posting, here: str | None) -> Iterator[Choice]:
    pinned = posting.pinned
    yield choice("choice-pin-off" if pinned else "choice-pin-on", "be_pinned", wanted=not pinned)
    if here is not None and here != posting.thread:
        yield choice("choice-post-here", "post_here", thread=here)
    if posting.thread is not None:
        yield choice("choice-post-outside", "post_here", thread=None)


def tastes(taste: Taste, around: str) -> Iterator[Phrase]:
    """What was chosen among events, a line each."""
    if taste.subjects:
        names = Items(tuple(map(subject_name, taste.subjects)))
        yield Phrase("settings-line-subjects", {"subjects": names})
    if taste.places:
        yield Phrase("settings-line-places", {"places": Items(taste.places)})
    if taste.within is not None:
        yield Phrase("settings-line-distance", {"within": taste.within, "around": around})
    if taste.families:
        yield Phrase("settings-line-families")
    if taste.free:
        yield Phrase("settings-line-free")


def _manners(posting: Posting, *, private: bool) -> Sequence[Phrase]:
    """How posts come, as far as it is not the usual."""
    lines = []
    if posting.silent:
        lines.append(Phrase("settings-line-silent"))
    elif posting.quiet is not None:
        lines.append(_quiet_line(posting))
    if not posting.pinned and not private:
        lines.append(_pinned_line(posting))
    if posting.thread is not None:
        lines.append(Phrase("settings-line-thread"))
    if posting.late != LATE:
        lines.append(_late_line(posting))
    if posting.zone is not None:
        lines.append(Phrase("settings-line-zone", {"zone": zone_name(posting.zone)}))
    return lines


def _all_manners(posting: Posting, *, private: bool) -> tuple[Phrase, ...]:
    sound = Phrase("settings-line-silent" if posting.silent else "settings-line-sound")
    lines = [sound] if posting.silent or posting.quiet is None else [_quiet_line(posting)]
    if not private:
        lines.append(_pinned_line(posting))
    if posting.thread is not None:
        lines.append(Phrase("settings-line-thread"))
    return (*lines, _late_line(posting))


def _quiet_line(posting: Posting) -> Phrase:
    first, last = posting.quiet or (None, None)
    hours = {"first": Clock(first) if first else "", "last": Clock(last) if last else ""}
    return Phrase("settings-line-quiet", hours)


def _pinned_line(posting: Posting) -> Phrase:
    return Phrase("settings-line-pinned" if posting.pinned else "settings-line-unpinned")


def _late_line(posting: Posting) -> Phrase:
    return Phrase("settings-line-late", {"late": Minutes(int(posting.late.total_seconds()) // 60)})
