"""An edition of the agenda: before the team, in a group, and what is said when it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from chat.cards import choice
from chat.digest_cards import digest
from chat.event_cards import event_phrase, event_values
from chat.kept import given_from_json, given_to_json
from chat.words import Reply, Words, say
from domain.editions import Edition, EditionState
from domain.events import Status
from domain.overlays import Laid
from domain.values import Items, Lines, NearDay, Phrase
from domain.week import Ground, Week

NAMED = 20
"""Groups that a note names; the rest is counted."""


def edition_reply(
    week: Week,
    below: Sequence[Mapping[str, Any]],
    zone: ZoneInfo,
    ground: Ground | None = None,
) -> Reply | None:
    """A week and the paragraphs below it; None when there is nothing to tell."""
    reply = digest(week, zone, ground=ground)
    words = tuple(Words(one["id"], given_from_json(one["values"])) for one in below)
    if not words:
        return reply
    shown = reply or Reply()
    return replace(shown, words=(*shown.words, *words))


def kept_words(words: Sequence[Words]) -> tuple[Mapping[str, Any], ...]:
    """Paragraphs as an edition keeps them."""
    return tuple({"id": one.id, "values": given_to_json(one.values)} for one in words)


def preview_card(edition: Edition, told: Reply, *, count: int, at: datetime) -> Reply:
    """What will leave, before the team: it may let it go now, or hold it."""
    if edition.state is not EditionState.DRAFT:
        return decided_card(edition, told)
    heading = Words("edition-preview", {"day": NearDay(edition.day), "count": count, "at": at})
    return _card(heading, edition, told).choose(
        choice("choice-edition-good", "approve_edition", edition=edition.id),
        choice("choice-edition-hold", "hold_edition", edition=edition.id),
    )


def decided_card(edition: Edition, told: Reply) -> Reply:
    """The same once the team said something."""
    if edition.state is EditionState.HELD:
        return _card(Words("edition-preview-held"), edition, told).choose(
            choice("choice-edition-publish", "approve_edition", edition=edition.id)
        )
    return _card(Words("edition-preview-approved"), edition, told)


def previewed(edition: Edition, zone: ZoneInfo) -> Reply:
    """What it tells, without any reader's taste."""
    return edition_reply(edition.week, edition.below, zone) or Reply()


def _card(heading: Words, edition: Edition, told: Reply) -> Reply:
    return Reply(words=(heading, *told.words)).on("edition", edition.id)


def missed_note(number: int, day: date, titles: Sequence[str], people: int) -> Reply:
    """Who did not get an edition, for the team."""
    named = [title for title in titles if title][:NAMED]
    return say(
        "edition-missed",
        day=NearDay(day),
        count=len(titles),
        names=Items(tuple(named)),
        more=len(titles) - len(named),
        people=people,
        named="yes" if named else "no",
    ).on("missed", number)


def corrected(laid: Sequence[Laid]) -> Reply:
    """What changed in a post, said once below it."""
    return say("agenda-changed", lines=Lines(tuple(map(change_phrase, laid))))


def change_phrase(laid: Laid) -> Phrase:
    """What became of one event, with when and where it was to be."""
    before, now = laid.before, laid.now
    when: object = before.start.date() if before.all_day else before.start
    values = {**event_values(now), "what": what_changed(laid), "when": when}
    values |= {"then": now.start.date() if now.all_day else now.start}
    return Phrase("event-change", values)


def what_changed(laid: Laid) -> str:
    """The change that matters most to whoever wanted to come."""
    now = laid.now
    if now.status in (Status.CANCELLED, Status.POSTPONED, Status.FULL):
        return now.status.value
    if laid.before.start != now.start:
        return "rescheduled"
    if laid.before.place != now.place:
        return "moved"
    if laid.before.status is not now.status:
        return "on"
    return "words"


def change_told(laid: Laid, change: int, *, by: str) -> Reply:
    """A change that somebody made, before the team, which may take it back."""
    return say("event-changed-team", name=by, change=change_phrase(laid)).choose(
        choice("choice-undo-change", "undo_change", change=change)
    )


def doubt_card(laid: Laid, words: str, given: Mapping[str, object], *, by: str) -> Reply:
    """A change that somebody announces for whom the event is not theirs."""
    return say("event-change-doubt", name=by, words=words, event=event_phrase(laid.before)).choose(
        choice("choice-change-true", "confirm_change", **given),
        choice("choice-change-no", "refuse_change", event=laid.before.id),
    )
