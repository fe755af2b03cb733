"""What time does: one module for each thing. What is due is decided by rows and the local date, so
that a round that ran twice, late or not at all changes nothing.
"""

from __future__ import annotations

from typing import TypeAlias

from chat import desk
from storage import Store

Round: TypeAlias = desk.Round[Store]
