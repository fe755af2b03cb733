"""Refusals: what the rules say no to, by name and with values, never with a sentence."""

from __future__ import annotations


class Refusal(Exception):
    """An expected no. `name` is the id of the message that explains it, `values` what it
    mentions.
    """

    def __init__(self, name: str, /, **values: object) -> None:
        super().__init__(name)
        self.name = name
        self.values = values
