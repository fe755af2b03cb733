"""The imagined platforms: who is where, what was posted, which sends fail.

It outlives the bot: `restart` ends the interpreter, and the world goes on from its file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from chat.transport import Page, Rank


@dataclass
class Post:
    """A message of the bot as the platform holds it: the choices drawn on it and their marks, empty
    where a page has none.

    `ever` is the newest mark of every choice it carried, by its label.
    """

    platform: str
    chat: str
    choices: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    ever: dict[str, str] = field(default_factory=dict)

    def draw(self, page: Page) -> None:
        """Show the choices of a page."""
        self.choices = list(page.choices)
        self.marks = list(page.marks or [""] * len(page.choices))
        self.ever |= zip(self.choices, self.marks, strict=True)


@dataclass
class Written:
    """A message that somebody wrote."""

    platform: str
    chat: str
    account: str
    text: str


@dataclass
class Trouble:
    """Sends to a chat that will fail, and how."""

    platform: str
    chat: str
    kind: str
    times: int


@dataclass
class World:
    """Everything that is outside the bot."""

    now: str
    run: int = 1
    starts: int = 0
    line: int = 0
    read: int = 0
    sent: int = 0
    written: int = 0
    heard: int = 0
    faults: int = 0
    posts: dict[str, Post] = field(default_factory=dict)
    messages: dict[str, Written] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    ranks: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    feeds: dict[str, dict[str, Any]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    presses: dict[str, str] = field(default_factory=dict)

    def save(self, path: Path) -> None:
        """Write the world down for the next interpreter."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> World:
        """The world that an earlier interpreter left."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        kept["posts"] = {key: Post(**one) for key, one in kept["posts"].items()}
        kept["messages"] = {key: Written(**one) for key, one in kept["messages"].items()}
        kept["troubles"] = [Trouble(**one) for one in kept["troubles"]]
        return cls(**kept)

    def rank(self, platform: str, chat: str, account: str) -> Rank:
        """What the platform says of somebody; nobody belongs who neither wrote nor was ranked."""
        return Rank(self.ranks.get(f"{platform} {chat} {account}", Rank.GONE.value))

    def set_rank(self, platform: str, chat: str, account: str, rank: Rank) -> None:
        """The platform changes its mind about somebody."""
        self.ranks[f"{platform} {chat} {account}"] = rank.value

    def writes_in(self, platform: str, chat: str, account: str) -> None:
        """Writing in a group makes one a member of it, until a rank says otherwise."""
        self.ranks.setdefault(f"{platform} {chat} {account}", Rank.MEMBER.value)

    def trouble(self, platform: str, chat: str) -> str | None:
        """How the next send to a chat fails, if it does."""
        for one in self.troubles:
            if (one.platform, one.chat) == (platform, chat) and one.times > 0:
                one.times -= 1
                return one.kind
        return None

    def post(self, platform: str, chat: str, page: Page) -> str:
        """A message of the bot arrives; gives its id."""
        self.sent += 1
        name = f"m{self.sent}"
        self.posts[name] = Post(platform, chat)
        self.posts[name].draw(page)
        return name

    def write(self, written: Written, name: str | None) -> str:
        """Somebody's message arrives; gives its id."""
        self.written += 1
        number = f"w{self.written}"
        self.messages[number] = written
        if name is not None:
            self.names[name] = number
        return number

    def message_id(self, name: str) -> str:
        """The id of a message by the name an operation gave it, or by its own id."""
        return self.names.get(name, name)

    def name_of(self, message: str | None) -> str | None:
        """The name an operation gave to a message, or its own id."""
        names = [name for name, number in self.names.items() if number == message]
        return names[-1] if names else message

    def newest_with_choices(self, platform: str, chat: str) -> str | None:
        """The newest message in a chat that still carries choices."""
        found = [
            name
            for name, post in self.posts.items()
            if (post.platform, post.chat) == (platform, chat) and post.choices
        ]
        return found[-1] if found else None

    def moves(self, platform: str, chat: str, to: str) -> None:
        """A group goes on under a new name, with its members and messages."""
        there: list[Post | Written] = [*self.posts.values(), *self.messages.values()]
        for one in there:
            if (one.platform, one.chat) == (platform, chat):
                one.chat = to
        start = f"{platform} {chat} "
        moved = {key: rank for key, rank in self.ranks.items() if key.startswith(start)}
        for key, rank in moved.items():
            self.ranks[f"{platform} {to} {key.removeprefix(start)}"] = rank


@dataclass(frozen=True)
class Screen:
    """Where events go: one JSON object a line."""

    write: Callable[[dict[str, Any]], None]
    now: Callable[[], datetime]
    files: Path | None = None
