"""Matrix: rooms, encryption included. The only place that imports `nio`."""

from bot.transports.matrix.transport import Matrix

__all__ = ["Matrix"]
