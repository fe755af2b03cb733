"""An edition of the agenda: before the team, in a group, and what is said when it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any
from zlib import crc32
from zoneinfo import ZoneInfo

from chat.cards import choice
from chat.digest_cards import digest, with_campaign
from chat.event_cards import event_values
from chat.kept import given_from_json, given_to_json
from chat.words import Reply, Words, say
from domain.editions import Edition, EditionState, Missed
from domain.events import Status
from domain.overlays import Laid
from domain.values import HourOf, Items, Lines, NearDay, Phrase
from domain.week import Ground, Week

DUE = "edition-due"
"""What reminders of an edition that waits are about."""

DOUBT = "doubt"
"""What cards of a change that somebody announces are about."""

CLAIMED = "claimed"
"""What is about that change in the private chat of whoever announced it."""

NAMED = 20
"""Groups that a note names; the rest is counted."""


def edition_reply(
    week: Week,
    below: Sequence[Mapping[str, Any]],
    zone: ZoneInfo,
    ground: Ground | None = None,
    *,
    read_in: ZoneInfo | None = None,
) -> Reply | None:
    """A week and the paragraphs below it; None when there is nothing to tell."""
    reply = digest(week, zone, ground=ground, read_in=read_in)
    words = tuple(Words(one["id"], given_from_json(one["values"])) for one in below)
    if not words:
        return reply
    shown = reply or with_campaign(Reply(), week)
    return replace(shown, words=(*shown.words, *words))


def kept_words(words: Sequence[Words]) -> tuple[Mapping[str, Any], ...]:
    """Paragraphs as an edition keeps them."""
    return tuple({"id": one.id, "values": given_to_json(one.values)} for one in words)


def preview_card(
    edition: Edition,
    told: Reply,
    *,
    count: int,
    at: datetime,
    waits: bool = False,
    proposals: int = 0,
) -> Reply:
    """What will leave, before the team: it may let it go now, or hold it. `waits`: it leaves only
    once the team said so; `proposals` of these days are not decided yet.
    """
    if not told.words:
        card = say("edition-preview-empty", day=NearDay(edition.day)).on("edition", edition.id)
        return _with_proposals(card, proposals)
    if edition.state is not EditionState.DRAFT:
        return decided_card(edition, told)
    values = {"day": NearDay(edition.day), "count": count, "at": at, "waits": waits}
    card = _with_proposals(_card(Words("edition-preview", values), edition, told), proposals)
    return card.choose(
        choice("choice-edition-good", "approve_edition", edition=edition.id),
        choice("choice-edition-hold", "hold_edition", edition=edition.id),
    )


def _with_proposals(card: Reply, count: int) -> Reply:
    return card.then("edition-preview-proposals", count=count) if count else card


def decided_card(edition: Edition, told: Reply) -> Reply:
    """The same once the team said something."""
    if edition.state is EditionState.HELD:
        return _card(Words("edition-preview-held"), edition, told).choose(
            choice("choice-edition-publish", "approve_edition", edition=edition.id)
        )
    return _card(Words("edition-preview-approved"), edition, told)


def previewed(edition: Edition, zone: ZoneInfo, ground: Ground | None = None) -> Reply:
    """What it tells, without any reader's taste."""
    return edition_reply(edition.week, edition.below, zone, ground) or Reply()


def undecided_card(edition: Edition, told: Reply) -> Reply:
    """An edition that cannot leave before the team says so, as the queue shows it."""
    if edition.state is EditionState.HELD:
        return decided_card(edition, told)
    return _card(Words("edition-undecided", {"day": NearDay(edition.day)}), edition, told).choose(
        choice("choice-edition-publish", "approve_edition", edition=edition.id),
        choice("choice-edition-hold", "hold_edition", edition=edition.id),
    )


def due_card(edition: Edition, until: datetime) -> Reply:
    """The hour of an agenda has come that waits for the team."""
    held = edition.state is EditionState.HELD
    card = say("edition-due", day=NearDay(edition.day), until=until, held=held)
    publish = choice("choice-edition-publish", "approve_edition", edition=edition.id)
    return card.choose(publish).on(DUE, edition.id)


def _card(heading: Words, edition: Edition, told: Reply) -> Reply:
    return Reply(words=(heading, *told.words)).on("edition", edition.id)


def missed_note(
    edition: Edition, absent: Sequence[tuple[str, bool, Missed]], *, again: bool
) -> Reply:
    """Who did not get an edition, and why, for the team; `absent` by title, whether it is a person,
    and the reason. `again`: it may still be sent.
    """
    whys = [one for one in Missed if any(why is one for *_, why in absent)]
    lines = tuple(_missed_line([one for one in absent if one[2] is why], why) for why in whys)
    note = say("edition-missed", day=NearDay(edition.day), lines=Lines(lines))
    if again:
        send = choice("choice-edition-again", "send_edition_again", edition=edition.id)
        note = note.choose(send)
    return note.on("missed", edition.id)


def _missed_line(absent: Sequence[tuple[str, bool, Missed]], why: Missed) -> Phrase:
    """Groups by their names, people by their number."""
    groups = [title for title, private, _ in absent if not private]
    people = len(absent) - len(groups)
    named = [title for title in groups if title][:NAMED]
    who: list[object] = list(named)
    if unnamed := len(groups) - len(named):
        who.append(Phrase("edition-more-groups", {"count": unnamed, "others": bool(named)}))
    if people:
        who.append(Phrase("edition-people", {"count": people}))
    return Phrase("edition-missed-line", {"who": Items(tuple(who)), "why": why.value})


def corrected(laid: Sequence[Laid], zone: ZoneInfo | None = None) -> Reply:
    """What changed in a post, said once below it."""
    return say("agenda-changed", lines=Lines(tuple(change_phrase(one, zone) for one in laid)))


def change_phrase(laid: Laid, zone: ZoneInfo | None = None) -> Phrase:
    """What became of one event, with when and where it was to be; `zone` is that of the place."""
    return Phrase("event-change", _change_values(laid, zone))


def _change_values(laid: Laid, zone: ZoneInfo | None) -> dict[str, object]:
    before, now = laid.before, laid.now
    when: object = before.start.date() if before.all_day else before.start
    values = {**event_values(now), "what": what_changed(laid, zone), "when": when}
    values |= {"then": now.start.date() if now.all_day else now.start, "hour": HourOf(now.start)}
    return values


def what_changed(laid: Laid, zone: ZoneInfo | None = None) -> str:
    """The change that matters most to whoever wanted to come."""
    now = laid.now
    if laid.is_new:
        return "added"
    if now.status in (Status.CANCELLED, Status.POSTPONED, Status.FULL):
        return now.status.value
    if laid.before.start != now.start:
        same = not now.all_day and _same_day(laid.before.start, now.start, zone)
        return "hour" if same else "rescheduled"
    if laid.before.place != now.place:
        return "moved"
    if laid.before.status is not now.status:
        return "on"
    return "words"


def _same_day(one: datetime, other: datetime, zone: ZoneInfo | None) -> bool:
    """Whether two moments are of one day; wherever in France, where no zone is known."""
    anywhere = [timezone(timedelta(hours=hours)) for hours in (-4, 0, 4)]
    zones = [zone] if zone else anywhere
    return all(one.astimezone(zone).date() == other.astimezone(zone).date() for zone in zones)


def change_told(laid: Laid, change: int, *, by: str, zone: ZoneInfo) -> Reply:
    """A change that somebody made, before the team, which may take it back."""
    return say("event-changed-team", name=by, change=change_phrase(laid, zone)).choose(
        choice("choice-undo-change", "undo_change", change=change)
    )


def doubt_card(
    laid: Laid, words: str, given: Mapping[str, object], *, by: str, zone: ZoneInfo
) -> Reply:
    """A change that somebody announces for whom the event is not theirs; drawn again, `given` has
    the number of its claim.
    """
    claim, person = int(str(given.get("claim") or _same_change(laid))), given["person"]
    card = say("event-change-doubt", name=by, words=words, claim=_claim(laid, zone)).choose(
        choice("choice-change-true", "confirm_change", **{**given, "claim": claim}),
        choice("choice-change-no", "refuse_change", event=laid.now.id, person=person, claim=claim),
    )
    return card.on(DOUBT, claim)


def report_taken(laid: Laid, *, private: bool, zone: ZoneInfo) -> Reply:
    """To whoever announces it; a group is promised no answer."""
    taken = say("event-change-sent", claim=_claim(laid, zone), private=private)
    return taken.on(CLAIMED, _same_change(laid)) if private else taken


def _claim(laid: Laid, zone: ZoneInfo) -> Phrase:
    """What is said to become of an event, while nobody knows whether it is so."""
    return Phrase("event-claim", _change_values(laid, zone))


def _same_change(laid: Laid) -> int:
    """One number for all who announce the same, so that one answer is enough."""
    now = laid.now
    said = (laid.before.id, now.start.timestamp(), now.place, now.status, now.state)
    return crc32(repr(said).encode())
