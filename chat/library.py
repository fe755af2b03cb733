"""Who looks questions up, as commands see it; how it searches is no matter of theirs."""

from __future__ import annotations

from typing import Protocol, TypeVar

from domain.permanence import Findings

S_contra = TypeVar("S_contra", contravariant=True)


class Library(Protocol[S_contra]):
    """Finds what a fabrique's knowledge says about a question."""

    async def find(self, store: S_contra, question: str, *, at_most: int = 3) -> Findings:
        """The likeliest entries of the open store's fabrique, and how sure the first one is."""
