"""Puts conversations that really took place into the documents: `python -m docs.transcript`.

Plays scenarios of `docs/examples` with `simulate` and writes them out, as text between the marks of
a Markdown file and as the two screens of `docs/images/conversation.html`. Knows how a conversation
looks on paper; knows nothing of the bot but its command line.
"""

from __future__ import annotations

import asyncio
import html
import json
import os
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "README.fr.md", "docs/team.md")
PICTURE = "docs/images/conversation.html"

SHOWN_FROM = "// ---"
"""Where a scenario begins to be shown; what comes before is played and left out."""

BETWEEN = '{"do":"dump","what":"audit"}'
"""Played after each operation: it changes nothing and tells where the answers to one end."""

WIDTH = 88
BLOCK = re.compile(r"(<!-- transcript (\S+) -->\n)(.*?)(<!-- /transcript -->)", re.S)
SCREEN = re.compile(r"(<!-- screen (\w+) (\S+) (\S+) -->\n)(.*?)( *<!-- /screen -->)", re.S)

Event = dict[str, Any]


@dataclass(frozen=True)
class Turn:
    """One operation, and what came of it."""

    operation: dict[str, Any]
    events: tuple[Event, ...]

    @property
    def account(self) -> tuple[str, str]:
        """Who acts: a platform and an account."""
        return str(self.operation.get("platform", "telegram")), str(self.operation["from"])


@cache
def play(scenario: str) -> tuple[Turn, ...]:
    """The shown part of a scenario, as `simulate` plays it now."""
    text = (ROOT / scenario).read_text(encoding="utf-8")
    before, mark, _ = text.partition(SHOWN_FROM)
    operations = _operations(text)
    written = "".join(f"{json.dumps(one)}\n{BETWEEN}\n" for one in operations)
    answers = _apart(asyncio.run(_simulated(written)))
    turns = tuple(Turn(*both) for both in zip(operations, answers, strict=True))
    return turns[len(_operations(before)) if mark else 0 :]


def refreshed(text: str) -> str:
    """A Markdown text with each conversation between marks as it takes place now."""

    def written(block: re.Match[str]) -> str:
        return f"{block[1]}```text\n{as_text(play(block[2]))}\n```\n{block[4]}"

    return BLOCK.sub(written, text)


def drawn(page: str) -> str:
    """The picture's page with each screen as the conversation leaves it now."""

    def filled(screen: re.Match[str]) -> str:
        return f"{screen[1]}{as_screen(play(screen[4]), screen[2], screen[3])}\n{screen[6]}"

    return SCREEN.sub(filled, page)


def as_text(turns: Sequence[Turn]) -> str:
    """A conversation in two columns: who, and what. An arrow is the bot, speaking to somebody."""
    names = _first_names(turns)
    said = [one for turn in turns for one in _lines(turn, names)]
    column = max(len(who) for who, _ in said) + 2
    return "\n\n".join(_hung(who, what, column) for who, what in said)


def as_screen(turns: Sequence[Turn], platform: str, account: str) -> str:
    """One person's private chat at the end of a conversation, as HTML bubbles."""
    latest = _latest(turns)
    bubbles = []
    for turn in turns:
        if turn.operation["do"] == "say" and turn.account == (platform, account):
            text = html.escape(turn.operation["text"])
            bubbles.append(f'<p class="mine">{text}<time>{_hour(turn)}</time></p>')
        for event in turn.events:
            ours = (event.get("platform"), event.get("chat")) == (platform, account)
            if ours and event["event"] == "message":
                bubbles.append(_bubble({**event, **latest[event["id"]]}, event["at"]))
    return "\n".join(bubbles)


async def _simulated(written: str) -> list[Event]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "simulate", "--team", "#equipe"),
        cwd=ROOT,
        env={name: one for name, one in os.environ.items() if not name.startswith("FABRIQUE_")},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate(written.encode())
    if process.returncode:
        raise SystemExit(f"simulate ended with status {process.returncode}")
    return [json.loads(line) for line in said.decode().splitlines()]


def _apart(events: Sequence[Event]) -> list[tuple[Event, ...]]:
    """The events of each operation."""
    found: list[tuple[Event, ...]] = []
    current: list[Event] = []
    for event in events:
        if event["event"] == "dump":
            found.append(tuple(current))
            current = []
        else:
            current.append(event)
    return found


def _operations(text: str) -> list[dict[str, Any]]:
    """What a scenario does; dumps are nothing that people see."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("//"))
    return [one for one in map(json.loads, lines) if one["do"] != "dump"]


def _first_names(turns: Sequence[Turn]) -> dict[str, str]:
    """What each account is called, by the name that it came with."""
    names: dict[str, str] = {}
    for operation in (turn.operation for turn in turns):
        account = str(operation.get("from", ""))
        if "name" in operation and operation["do"] == "say":
            names[account] = operation["name"].split()[0]
        names.setdefault(account, account.lstrip("@").capitalize())
    return names


def _lines(turn: Turn, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Who says what in a turn; edits only mark what was pressed, so they are left out."""
    operation = turn.operation
    if operation["do"] in ("say", "press"):
        said = operation["text"] if operation["do"] == "say" else f"[{operation['choice']}]"
        yield _where(names[operation["from"]], operation), str(said)
    elif operation["do"] == "send_file":
        yield _where(names[operation["from"]], operation), f"({operation['name']})"
    elif operation["do"] in ("clock", "restart") and turn.events:
        at = turn.events[0]["at"]
        yield "", f"({at[:10]}, {at[11:16]})"
    for event in turn.events:
        if event["event"] in ("message", "toast"):
            yield f"→ {names.get(event['chat'], event['chat'])}", _words(event)


def _where(name: str, operation: dict[str, Any]) -> str:
    return f"{name} {operation['chat']}" if operation["chat"].startswith("#") else name


def _words(event: Event) -> str:
    choices = " ".join(f"[{choice}]" for choice in event.get("choices", ()))
    files = "\n".join(f"({file['name']})" for file in event.get("files", ()))
    return "\n".join(filter(None, (event["text"], files, choices)))


def _hung(who: str, what: str, column: int) -> str:
    """Words beside their speaker, wrapped; the space before a French sign never breaks."""
    wrapped = [
        part
        for line in what.split("\n")
        for part in textwrap.wrap(line, WIDTH - column, break_on_hyphens=False) or [""]
    ]
    first, *rest = wrapped
    hung = [f"{who:<{column}}{first}", *(f"{'':{column}}{part}".rstrip() for part in rest)]
    return "\n".join(hung)


def _latest(turns: Sequence[Turn]) -> dict[str, Event]:
    """Each message's words and choices after its last edit."""
    return {
        event["id"]: {"html": event["html"], "choices": event["choices"]}
        for turn in turns
        for event in turn.events
        if event["event"] in ("message", "edit")
    }


def _bubble(event: Event, at: str) -> str:
    words = event["html"].replace("\n", "<br>")
    choices = "".join(f"<li>{html.escape(choice)}</li>" for choice in event["choices"])
    below = f"<ol>{choices}</ol>" if choices else ""
    return f'<div class="bot"><p>{words}<time>{at[11:16]}</time></p>{below}</div>'


def _hour(turn: Turn) -> str:
    return str(turn.events[0]["at"][11:16]) if turn.events else ""


def main() -> None:
    """Refresh every document that shows a conversation."""
    for name in DOCUMENTS:
        file = ROOT / name
        file.write_text(refreshed(file.read_text(encoding="utf-8")), encoding="utf-8")
    picture = ROOT / PICTURE
    picture.write_text(drawn(picture.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
