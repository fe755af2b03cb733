"""The one typeface of papers and pictures, and what it can draw.

DejaVu Sans comes inside matplotlib's wheel: no file of the system, the same on every machine.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from unicodedata import normalize

from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font

UNDRAWN = "□"
"""What stands where the typeface has no sign."""

_JOINING = re.compile(
    "[\u200b-\u200d\u2060\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
"""What only changes or joins the signs around it: nothing is missing where it is left out."""


def font(*, bold: bool = False) -> Path:
    """The file of the typeface."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return Path(get_data_path()) / "fonts" / "ttf" / name


def drawable(text: str) -> str:
    """The text as the typeface can draw it: a run of signs that it lacks becomes one □."""
    drawn: list[str] = []
    for sign in _JOINING.sub("", normalize("NFC", text)):
        if sign == "\n" or ord(sign) in _covered():
            drawn.append(sign)
        elif drawn[-1:] != [UNDRAWN]:
            drawn.append(UNDRAWN)
    return "".join(drawn)


@cache
def _covered() -> frozenset[int]:
    """What both weights can draw."""
    regular, heavy = (FT2Font(font(bold=bold)).get_charmap() for bold in (False, True))
    return frozenset(regular.keys() & heavy.keys())
