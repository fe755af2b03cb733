"""Get-togethers that allies host, as the team, the host and those who come see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.hosting import Hosting
from domain.values import Items, Lines, Month, NearDay, Phrase, Quoted

LISTED = 5
"""Get-togethers that one may sign up for from a list."""


def hosting_phrase(hosting: Hosting, host: str, zone: ZoneInfo) -> Phrase:
    """Day, hour, place and host on a line."""
    return Phrase(
        "hosting-line",
        {"when": hosting.starts(zone), "place": hosting.place, "host": host},
    )


def hosting_card(hosting: Hosting, host: str, zone: ZoneInfo) -> Reply:
    """An offer to host, before the team: one tap."""
    line = hosting_phrase(hosting, host, zone)
    return say("hosting-card", line=line, seats=hosting.seats).choose(
        choice("choice-approve", "approve_hosting", hosting=hosting.id),
        choice("choice-refuse", "refuse_hosting", hosting=hosting.id),
    )


def coming_lines(hostings: Sequence[tuple[Hosting, str]], zone: ZoneInfo) -> Lines:
    """What allies host, a line each."""
    return Lines(tuple(hosting_phrase(one, host, zone) for one, host in hostings[:LISTED]))


def coming_choices(hostings: Sequence[Hosting], person: int) -> list[Choice]:
    """Sign up for one of them, each by its day."""
    return [
        Choice(Words("choice-come-on", {"day": NearDay(one.day)}), "come", {"hosting": one.id})
        for one in hostings[:LISTED]
        if one.host != person
    ]


def with_hosted(agenda: Reply, hostings: Sequence[Hosting], person: int | None) -> Reply:
    """An agenda that has get-togethers, and how to come to them: by its first choice for whoever
    reads it in private, `person`; in private, for whoever reads it in a group.
    """
    if not hostings:
        return agenda
    if person is None:
        return agenda.then("agenda-hosted")
    return replace(agenda, choices=(*coming_choices(hostings, person), *agenda.choices))


def invitation_card(hosting: Hosting, host: str, zone: ZoneInfo) -> Reply:
    """Somebody near by hosts: those who want to meet others are told."""
    return say("hosting-near", line=hosting_phrase(hosting, host, zone)).choose(
        choice("choice-come", "come", hosting=hosting.id)
    )


def guest_card(hosting: Hosting, host: str, zone: ZoneInfo) -> Reply:
    """Somebody comes: all that they need, and a way out."""
    return _for_guest("hosting-guest", hosting, host, zone)


def reminder_card(hosting: Hosting, host: str, zone: ZoneInfo) -> Reply:
    """The day before."""
    return _for_guest("hosting-tomorrow", hosting, host, zone)


def _for_guest(message: str, hosting: Hosting, host: str, zone: ZoneInfo) -> Reply:
    reply = Reply(words=(Words(message, {"line": hosting_phrase(hosting, host, zone)}),))
    if hosting.details:
        reply = reply.then("hosting-details", details=Quoted(hosting.details))
    return reply.choose(choice("choice-come-not", "come_no_more", hosting=hosting.id))


def host_reminder(names: Sequence[str], *, day: date) -> Reply:
    """The day before, for whoever hosts: who comes."""
    return say("hosting-eve", names=Items(tuple(names)), count=len(names), day=NearDay(day))


def cancel_choices(hostings: Sequence[Hosting]) -> list[Choice]:
    """Call off what one hosts, each by its day."""
    return [
        Choice(
            Words("choice-cancel-hosting", {"day": NearDay(one.day)}),
            "cancel_hosting",
            {"hosting": one.id},
        )
        for one in hostings[:LISTED]
    ]


def call_card(month: date) -> Reply:
    """Who hosts next month?"""
    return say("hosting-call", month=Month(month)).choose(choice("choice-host", "host"))


def held_card(hosting: Hosting) -> Reply:
    """The morning after, for whoever hosted."""
    return say("hosting-held-asked", day=NearDay(hosting.day)).choose(
        choice("choice-held", "hosting_held", hosting=hosting.id),
        choice("choice-not-held", "hosting_not_held", hosting=hosting.id),
    )


def came_card(hosting: Hosting) -> Reply:
    """Afterwards, for each who had signed up."""
    return say("hosting-came-asked", day=NearDay(hosting.day)).choose(
        choice("choice-was-there", "came_to_hosting", hosting=hosting.id),
        choice("choice-was-not-there", "stayed_away", hosting=hosting.id),
    )
