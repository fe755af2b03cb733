"""Servers of the platforms' own protocols, on loopback: the suite's fakes, only at the wire.

They know what a platform promises and refuses. They must not import the application, nor a client
library: whatever speaks the protocol is their client, unmodified and possibly in another process.
"""
