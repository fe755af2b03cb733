"""The desk as handlers have it: with the real store."""

from __future__ import annotations

from typing import TypeAlias

from chat import desk
from storage import Store

Desk: TypeAlias = desk.Desk[Store]
