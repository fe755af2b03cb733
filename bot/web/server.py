"""An ASGI server inside our own loop: it listens, lets no signal go by, and closes within a second.

Knows addresses and connections. Must not know what is asked, nor of whom.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

BACKLOG = 128
AT_ONCE = 200
"""Connections; whoever comes beyond is told to come again."""

IDLE = 130
"""Seconds that a line stays open between two requests: longer than proxies keep one for later (a
minute or two), so that none is closed under a request."""

STOP = 0.5
"""Seconds in which what is being answered is finished at a stop; its sender asks again."""

_log = structlog.get_logger()


class Web:
    """One address to listen on, and the routes that are added before it starts. Port 0 is any."""

    def __init__(self, host: str, port: int) -> None:
        self.port = port
        self._host = host
        self._routes: list[BaseRoute] = []
        self._socket: socket.socket | None = None
        self._server: _Server | None = None
        self._serving: asyncio.Task[None] | None = None

    def add(self, route: BaseRoute) -> None:
        """Answer at one more path."""
        self._routes.append(route)

    def bind(self) -> socket.socket:
        """Take the address; OSError when it is taken, or is none of this machine's."""
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        self._socket = socket.create_server((self._host, self.port), family=family)
        self.port = int(self._socket.getsockname()[1])
        return self._socket

    async def start(self) -> asyncio.Task[None]:
        """Answer from now on; the task in which it does."""
        taken = self._socket or self.bind()
        app = Starlette(routes=self._routes)
        app.router.redirect_slashes = False  # it would lead to wherever the request says we are
        self._server = _Server(_Ended(app))
        self._serving = asyncio.create_task(self._server.serve([taken]))
        await self._server.ready.wait()
        _log.info("listening", host=self._host, port=self.port)
        return self._serving

    async def stop(self) -> None:
        """Take no more requests, and finish those under way or break them off."""
        if self._server is None or self._serving is None:
            return
        self._server.should_exit = True
        await asyncio.wait({self._serving}, timeout=STOP)
        await self._server.break_off()
        await asyncio.wait({self._serving})


class _Server(uvicorn.Server):
    """The library's server without its signal handlers: the service has its own."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                backlog=BACKLOG,
                limit_concurrency=AT_ONCE,
                timeout_keep_alive=IDLE,
            )
        )
        self.ready = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Say when it listens."""
        await super().startup(sockets)
        self.ready.set()

    async def break_off(self) -> None:
        """Close every line, then end whatever is under way: nobody listens any more."""
        self.force_exit = True
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)
        for task in self.server_state.tasks:
            task.cancel()


@dataclass(frozen=True)
class _Ended:
    """An app of which no cancellation goes by: the library would log it as a fault."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        with suppress(asyncio.CancelledError):
            await self.app(scope, receive, send)
