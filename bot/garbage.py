"""The collector of garbage, kept from what stays: it walks through all that lives while everybody
waits, a tenth of a second for a program of this size.
"""

from __future__ import annotations

import gc


def leave_alone() -> None:
    """Let the collector look no more at what lives now; it goes as before when nobody holds it.

    A ring of young objects that nobody holds any more stays for good: few, after a collection.
    """
    gc.collect(1)
    gc.freeze()
