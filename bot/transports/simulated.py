"""A platform of the imagined world: it draws as Telegram or Matrix would, and sends to a screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.simulation.world import Screen, World
from bot.transports.markup import BOT_API_UNITS, measure_bot_api, plain
from chat.transport import (
    Attachment,
    File,
    Heard,
    Inbox,
    Limits,
    Lookup,
    Menu,
    Page,
    Place,
    Posted,
    Rank,
    TransportError,
)

FLOOD_SECONDS = 30.0
"""What a simulated 429 asks to wait."""

MATRIX_BYTES = 30_000
"""Under the 64 kB of an event, with room for the plain body beside the markup."""

MATRIX_PART = 13_000
"""Of what takes several events: words and HTML together stay below 30 kB."""


def _bytes(markup: str) -> int:
    return len(markup.encode())


LIMITS = {
    "telegram": Limits(text=BOT_API_UNITS, measure=measure_bot_api, choices=90, caption=1024),
    "matrix": Limits(
        text=MATRIX_BYTES,
        measure=_bytes,
        choices=10,
        caption=MATRIX_BYTES,
        sign="!",
        part=MATRIX_PART,
    ),
}


class Simulated:
    """One imagined platform."""

    def __init__(self, platform: str, world: World, screen: Screen) -> None:
        self.platform = platform
        self.limits = LIMITS[platform]
        self.idempotent = platform == "matrix"
        self.numbered = platform == "matrix"
        self.toasts = platform == "telegram"
        self.hangs_threads = platform == "matrix"
        self.one_device = platform == "matrix"
        self.away = False
        self._world = world
        self._screen = screen

    def look_up_in(self, lookup: Lookup) -> None:
        """Nobody looks anything up from elsewhere."""

    async def join(self, inbox: Inbox) -> None:
        """Nothing to open."""

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Nothing to connect: operations put what is heard."""

    async def stop(self) -> None:
        """Nothing to close."""

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Post a page in the imagined chat, unless trouble was ordered for it."""
        if self.idempotent and key in self._world.keys:
            return Posted(self._world.keys[key])
        trouble = self._trouble(place)
        if trouble not in (None, "lost_answer"):
            raise self._undelivered(place, str(trouble))
        number = self._world.post(self.platform, place.chat, page)
        self._world.keys[key] = number
        self._print("message", number, place, page)
        if trouble is not None:
            raise TransportError(trouble, unknown=True)
        return Posted(number)

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw a message of the imagined chat."""
        if key in self._world.keys:
            return posted
        trouble = self._trouble(place)
        if trouble not in (None, "lost_answer"):
            raise self._undelivered(place, str(trouble))
        self._world.posts[posted.message].draw(page)
        self._world.keys[key] = posted.message
        self._print("edit", posted.message, place, page)
        if trouble is not None:
            raise TransportError(trouble, unknown=True)
        return posted

    def pause(self, place: Place) -> float:
        """None: an imagined platform has no limits."""
        del place
        return 0.0

    async def open_topic(self, place: Place, title: str) -> str | None:
        """No imagined group has topics."""

    async def retitle_topic(self, place: Place, title: str, *, closed: bool) -> None:
        """A thread has no name."""

    def link(self, payload: str) -> str | None:
        """As Telegram's are; Matrix has none."""
        if self.platform != "telegram":
            return None
        return f"https://t.me/fabrique_bot?start={payload}"

    def awaits_toast(self, heard: Heard) -> bool:
        """An imagined press waits as long as it takes."""
        return heard.press is not None

    async def attend(self, heard: Heard) -> None:
        """Nothing: an imagined bot answers at once."""

    async def toast(self, heard: Heard, words: str) -> None:
        """Show the short answer to a press."""
        if words:
            self._screen.write(
                {
                    "event": "toast",
                    "at": self._screen.now().isoformat(),
                    "platform": self.platform,
                    "chat": heard.place.chat,
                    "to": heard.speaker.account,
                    "text": words,
                }
            )

    async def turn(self, heard: Heard, page: Page) -> None:
        """Choices are shown all at once."""

    async def rank(self, place: Place, account: str) -> Rank:
        """What the imagined platform says of somebody."""
        return self._world.rank(self.platform, place.chat, account)

    async def read(self, attachment: Attachment, *, at_most: int) -> bytes:
        """A file of this machine, as the platform's own store would give it."""
        if attachment.size > at_most:
            raise TransportError("file too big", permanent=True)
        try:
            return Path(attachment.ref).read_bytes()
        except FileNotFoundError as error:
            raise TransportError("no such file any more", permanent=True) from error

    def _trouble(self, place: Place) -> str | None:
        """How a send fails: nothing reaches a group that the bot was removed from."""
        if f"{self.platform} {place.chat}" in self._world.left:
            return "refused"
        return self._world.trouble(self.platform, place.chat)

    def _undelivered(self, place: Place, kind: str) -> TransportError:
        self._screen.write(
            {
                "event": "undelivered",
                "at": self._screen.now().isoformat(),
                "platform": self.platform,
                "chat": place.chat,
                "kind": kind,
            }
        )
        retry_after = FLOOD_SECONDS if kind == "flood" else None
        return TransportError(kind, permanent=kind == "refused", retry_after=retry_after)

    def _print(self, event: str, number: str, place: Place, page: Page) -> None:
        self._screen.write(
            {
                "event": event,
                "id": number,
                "at": self._screen.now().isoformat(),
                "platform": self.platform,
                "chat": place.chat,
                "text": plain(page.markup),
                "html": self._html(page),
                "choices": list(page.choices),
                "files": [self._file(number, page.file)] if page.file else [],
                "reply_to": self._world.name_of(page.reply_to or place.thread),
            }
        )

    def _html(self, page: Page) -> str:
        return page.markup if self.platform == "telegram" else page.markup.replace("\n", "<br>")

    def _file(self, number: str, file: File) -> dict[str, Any]:
        name = f"{number}-{file.name}"
        shown = {"name": file.name, "media_type": file.media_type, "bytes": len(file.content)}
        shown |= {"alt": file.alt} if file.alt else {}
        if self._screen.files is None:
            return shown
        self._screen.files.mkdir(parents=True, exist_ok=True)
        (self._screen.files / name).write_bytes(file.content)
        return {**shown, "path": name}
