"""Words carried between people who were brought together, as each of them reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.ties import Bond
from domain.values import Items, Multiline

WRITES: Mapping[Bond, str] = {
    Bond.INTRODUCTION: "write_to_other",
    Bond.SUPPORT: "pass_along",
    Bond.PAIR: "write_to_buddy",
    Bond.MEETUP: "write_to_met",
}
"""The command that carries words, by what brought them together."""


def write_choice(bond: Bond, number: int, *, names: Sequence[str] = ()) -> Choice:
    """Write to the other, for as long as one has something to say; by name among several."""
    given: dict[str, object] = {bond.value: number, "goes_on": True}
    label = Words("choice-write-to-them")
    if names:
        label = Words("choice-write-to", {"names": Items(tuple(names))})
    return Choice(label, WRITES[bond], given)


def relay_choices(bond: Bond, number: int) -> list[Choice]:
    """What may be done about it: write, and stop what can be stopped by itself."""
    write = write_choice(bond, number)
    if bond is not Bond.INTRODUCTION:
        return [write]
    return [write, choice("choice-stop-relay", "stop_relay", introduction=number)]


def relayed(bond: Bond, number: int, text: str, *, by: str) -> Reply:
    """Words of one before another; without any, what stands under a file."""
    words = say("relayed", by=by, text=Multiline(text)) if text else say("relayed-file", by=by)
    return words.choose(*relay_choices(bond, number)).on(bond.value, number)
