"""How often what people wrote is read as what they meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Reads = Callable[[str], tuple[Sequence[str], bool]]
"""Gives the keys for a text, best first, and whether the first was accepted without asking."""


@dataclass(frozen=True)
class Meant:
    """A text, and the key of the concept that it means."""

    text: str
    concept: str


@dataclass(frozen=True)
class Measured:
    """Each text with the keys that were found for it."""

    found: tuple[tuple[Meant, tuple[str, ...], bool], ...]

    def within(self, places: int) -> float:
        """The share whose concept is among the first places."""
        return self._share(meant.concept in keys[:places] for meant, keys, _ in self.found)

    @property
    def sure(self) -> float:
        """The share that was accepted without asking."""
        return self._share(sure for _, _, sure in self.found)

    @property
    def sure_and_right(self) -> float:
        """Of what was accepted without asking, the share that is right."""
        return self._share(keys[0] == meant.concept for meant, keys, sure in self.found if sure)

    @property
    def missed(self) -> list[tuple[Meant, tuple[str, ...]]]:
        """What the first place got wrong."""
        return [(meant, keys) for meant, keys, _ in self.found if keys[:1] != (meant.concept,)]

    @staticmethod
    def _share(each: Iterable[bool]) -> float:
        held = list(each)
        return sum(held) / len(held) if held else 0.0


def measure(reads: Reads, texts: Sequence[Meant]) -> Measured:
    """Read every text."""
    found = []
    for one in texts:
        keys, sure = reads(one.text)
        found.append((one, tuple(keys), sure))
    return Measured(tuple(found))


def lines_of(said: str) -> list[Meant]:
    """Texts from a file: on each line a text, a tab, the key that it means."""
    pairs = (line.split("\t") for line in said.splitlines() if line.strip())
    return [Meant(text.strip(), key.strip()) for text, key in pairs]
