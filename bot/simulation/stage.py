"""Plays operations: what people and platforms do, carried to the real bot, one at a time."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.app import App
from bot.clock import VirtualClock
from bot.inbox import StoredInbox
from bot.offered import label_key
from bot.simulation.dumps import rows_of
from bot.simulation.operations import OperationError, duration, moment
from bot.simulation.world import Screen, Trouble, World, Written
from chat.transport import Act, Attachment, Heard, Place, Rank, Speaker
from domain.fabriques import Fabrique

BOT = re.compile(r"@(?:fabrique_bot|fabrique|bot)\b[ ,:]*", re.I)
"""How a group's message names the bot; the mention itself is not part of what is said."""


@dataclass
class Stage:
    """The imagined world and the bot in it."""

    app: App
    world: World
    screen: Screen
    clock: VirtualClock
    inboxes: Mapping[str, StoredInbox]
    fabrique: Fabrique
    platform: str

    async def play(self, operation: Mapping[str, Any]) -> None:
        """Carry one operation out, and let the bot do all it can at this moment."""
        await self.bring(operation)
        await self.app.settle()

    async def bring(self, operation: Mapping[str, Any]) -> None:
        """Carry one operation out; the bot has yet to notice."""
        acts: dict[str, Callable[[Mapping[str, Any]], Any]] = {
            "say": self._say,
            "press": self._press,
            "release": self._release,
            "edit": self._edit,
            "delete": self._delete,
            "send_file": self._send_file,
            "migrate": self._migrate,
            "join": self._join,
            "leave": self._leave,
            "rank": self._rank,
            "clock": self._clock,
            "fault": self._fault,
            "feed": self._feed,
            "dump": self._dump,
        }
        await acts[operation["do"]](operation)

    async def _say(self, operation: Mapping[str, Any]) -> None:
        heard = self._heard(operation, Act.SAID, text=str(operation["text"]))
        await self._bring(self._written(heard, operation))

    async def _press(self, operation: Mapping[str, Any]) -> None:
        place = self._place(operation)
        message = operation.get("message") or self.world.newest_with_choices(
            place.platform, place.chat
        )
        choice = self._choice(message, operation)
        if message is None or choice is None:
            absent = {"event": "absent", "choice": operation["choice"]}
            self.screen.write(absent)
            return
        press = f"p{self.world.run}-{self.world.heard}"
        self.world.presses[f"{place.platform} {place.chat} {operation['from']}"] = press
        drawn, mark = choice
        heard = self._heard(
            operation, Act.PRESSED, message=message, choice=drawn, mark=mark, press=press
        )
        await self._bring(heard)

    async def _release(self, operation: Mapping[str, Any]) -> None:
        """Somebody takes their last press in a chat back."""
        place = self._place(operation)
        press = self.world.presses.pop(f"{place.platform} {place.chat} {operation['from']}", None)
        if press is None:
            raise OperationError(f"{operation['from']} pressed nothing in {place.chat}")
        await self._bring(self._heard(operation, Act.RELEASED, press=press))

    async def _edit(self, operation: Mapping[str, Any]) -> None:
        await self._touch(operation, Act.EDITED, str(operation["text"]))

    async def _delete(self, operation: Mapping[str, Any]) -> None:
        await self._touch(operation, Act.DELETED, "")

    async def _send_file(self, operation: Mapping[str, Any]) -> None:
        path = _file(operation)
        guessed = mimetypes.guess_type(operation["name"])[0] or "application/octet-stream"
        attachment = Attachment(
            kind=operation.get("kind", "document"),
            name=operation["name"],
            media_type=guessed,
            size=path.stat().st_size,
            ref=str(path),
        )
        caption = str(operation.get("caption", ""))
        heard = self._heard(operation, Act.SAID, text=caption, attachment=attachment)
        await self._bring(self._written(heard, operation))

    async def _migrate(self, operation: Mapping[str, Any]) -> None:
        to = str(operation["to"])
        with_from = {"from": "@platform", **operation}
        heard = self._heard(with_from, Act.MIGRATED, moved_to=to)
        self.world.moves(heard.place.platform, heard.place.chat, to)
        await self._bring(heard)

    async def _join(self, operation: Mapping[str, Any]) -> None:
        heard = self._heard(operation, Act.JOINED)
        key = (heard.place.platform, heard.place.chat, heard.speaker.account)
        rank = self.world.rank(*key)
        if key[0] == "matrix" and rank.belongs and not rank.administers:
            heard = replace(heard, act=Act.BROUGHT)
        self.world.left = [one for one in self.world.left if one != f"{key[0]} {key[1]}"]
        if not rank.belongs:
            self.world.set_rank(*key, Rank.ADMIN)
        await self._bring(heard)

    async def _leave(self, operation: Mapping[str, Any]) -> None:
        heard = self._heard(operation, Act.LEFT)
        self.world.left.append(f"{heard.place.platform} {heard.place.chat}")
        await self._bring(heard)

    async def _rank(self, operation: Mapping[str, Any]) -> None:
        try:
            rank = Rank(operation["as"])
        except ValueError as error:
            raise OperationError(f"a rank is one of {', '.join(Rank)}") from error
        place = self._place(operation)
        self.world.set_rank(place.platform, place.chat, operation["from"], rank)

    async def _clock(self, operation: Mapping[str, Any]) -> None:
        """Move to a moment, dealing with what falls due on the way at its own time."""
        now = self.clock.now()
        to = (
            moment(operation["to"])
            if "to" in operation
            else now + duration(operation.get("by", ""))
        )
        if to < now:
            raise OperationError("the clock does not go backwards")
        before = None
        while (due := await self.app.next_due()) is not None and before != due <= to:
            before = due  # what a fault keeps due is not tried for ever
            self.clock.set(max(due, self.clock.now()))
            await self.app.settle()
        self.clock.set(to)

    async def _fault(self, operation: Mapping[str, Any]) -> None:
        place = self._place(operation)
        times = operation.get("times", 1)
        trouble = Trouble(place.platform, place.chat, operation["kind"], times)
        self.world.troubles.append(trouble)

    async def _feed(self, operation: Mapping[str, Any]) -> None:
        if "path" in operation:
            _file(operation)
        self.world.feeds[operation["url"]] = dict(operation)

    async def _dump(self, operation: Mapping[str, Any]) -> None:
        async with self.app.database.begin(self.fabrique.id) as store:
            rows = await rows_of(store, operation["what"], self.fabrique.zone)
        self.screen.write({"event": "dump", "what": operation["what"], "rows": rows})

    async def _touch(self, operation: Mapping[str, Any], act: Act, text: str) -> None:
        """Edit or delete a message that somebody wrote."""
        number = self.world.message_id(operation["message"])
        written = self.world.messages.get(number)
        if written is None:
            raise OperationError(f"nobody wrote {operation['message']}")
        written.text = text
        author = {"platform": written.platform, "chat": written.chat, "from": written.account}
        heard = self._heard({**operation, **author}, act, text=text, message=number)
        await self._bring(heard)

    async def _bring(self, heard: Heard) -> None:
        await self.inboxes[heard.place.platform].put([heard])

    def _written(self, heard: Heard, operation: Mapping[str, Any]) -> Heard:
        """The message gets its id and enters the group; what is not for the bot is told apart."""
        place, account = heard.place, heard.speaker.account
        if not place.private:
            self.world.writes_in(place.platform, place.chat, account)
        written = Written(place.platform, place.chat, account, heard.text)
        number = self.world.write(written, operation.get("as"))
        reply_to = operation.get("reply_to")
        reply_to = self.world.message_id(reply_to) if reply_to else None
        ours = reply_to in self.world.posts or bool(BOT.search(heard.text))
        addressed = place.private or heard.text[:1] in ("/", "!") or ours
        text = heard.text if place.private else BOT.sub("", heard.text).strip()
        fields = {**heard.__dict__, "message": number, "reply_to": reply_to}
        fields["mentions"] = self._answered(place, reply_to)
        return Heard(**{**fields, "addressed": addressed, "text": text})

    def _answered(self, place: Place, reply_to: str | None) -> tuple[Speaker, ...]:
        """Whom a reply in a group answers; Matrix does not say."""
        answered = self.world.messages.get(reply_to or "")
        if answered is None or place.private or place.platform == "matrix":
            return ()
        account = answered.account
        name = self.world.people.get(account, account.lstrip("@").capitalize())
        return (Speaker(account, name, account.lstrip("@")),)

    def _heard(self, operation: Mapping[str, Any], act: Act, **fields: Any) -> Heard:
        self.world.heard += 1
        account = str(operation["from"])
        if operation.get("do") == "say" and "name" in operation:
            self.world.people[account] = str(operation["name"])
        speaker = Speaker(
            account=account,
            name=self.world.people.get(account, account.lstrip("@").capitalize()),
            handle=account.lstrip("@"),
            language=operation.get("lang"),
        )
        return Heard(
            update=str(operation.get("id", f"s{self.world.run}-{self.world.heard}")),
            act=act,
            place=self._place(operation),
            speaker=speaker,
            sent_at=self.clock.now(),
            **fields,
        )

    def _place(self, operation: Mapping[str, Any]) -> Place:
        chat = str(operation["chat"])
        private = not chat.startswith("#")
        platform = str(operation.get("platform", self.platform))
        return Place(platform, chat, private, "" if private else chat)

    def _choice(
        self, message: str | None, operation: Mapping[str, Any]
    ) -> tuple[int, str | None] | None:
        """The place and the mark of a choice: one drawn now, else one that was drawn before.

        A reaction carries no mark; that of an earlier drawing stands for one that comes late.
        """
        post = self.world.posts.get(message) if message else None
        if post is None:
            return None
        at = _place_in(post.choices, operation["choice"])
        if at is not None:
            return at, None if post.platform == "matrix" else post.marks[at] or None
        at = _place_in(list(post.ever), operation["choice"]) if "message" in operation else None
        return None if at is None else (at, list(post.ever.values())[at] or None)


def _place_in(labels: Sequence[str], wanted: str | int) -> int | None:
    if isinstance(wanted, int):
        return wanted if 0 <= wanted < len(labels) else None
    keys, key = [label_key(label) for label in labels], label_key(str(wanted))
    return keys.index(key) if key in keys else None


def _file(operation: Mapping[str, Any]) -> Path:
    path = Path(operation["path"])
    if not path.is_file():
        raise OperationError(f"no such file: {path}")
    return path
