"""What stands between quotation marks: a title's own words, which say no day and no hour.

Must not know what the words around them are read for.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_QUOTED = re.compile(r"(?<=«)[^«»]+(?=»)|(?<=“)[^“”]+(?=”)|(?<![0-9\"])\"[^\"]{1,100}\"")
_HIDDEN = "\ue000"
"""Stands for each letter that is hidden: no letter, no space, and nothing that was read."""


def hidden(text: str) -> str:
    """The text with quoted words hidden; positions hold."""
    return _QUOTED.sub(lambda match: _HIDDEN * len(match[0]), text)


def shown(read: str, text: str) -> str:
    """The same with the quoted words of `text` back in their places."""
    for match in _QUOTED.finditer(text):
        read = read[: match.start()] + match[0] + read[match.end() :]
    return read


def outside(text: str, change: Callable[[str], str]) -> str:
    """The text changed between its quotations, and never within."""
    pieces, at = list[str](), 0
    for match in _QUOTED.finditer(text):
        pieces += [change(text[at : match.start()]), match[0]]
        at = match.end()
    return "".join((*pieces, change(text[at:])))
