"""The menus of commands that a platform shows beside the message field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from chat.command import Command, Commands, Where
from chat.transport import Menu, MenuEntry
from locales import DEFAULT, LANGUAGES, Languages

NOWHERE = ZoneInfo("UTC")
"""A menu's lines mention no moment."""

SCOPES = {
    "private": (Where.ANYWHERE, Where.PRIVATE, Where.OWN_CHAT),
    "groups": (Where.ANYWHERE,),
    "admins": (Where.ANYWHERE, Where.GROUP_ADMIN, Where.OWN_CHAT),
}
"""What is shown in private, in groups, and to those who administer the group."""


def menus_of(commands: Commands, languages: Languages, *, teams: Sequence[str]) -> list[Menu]:
    """A menu for each scope and language, and one for everybody else's language. `teams` are the
    chats of each fabrique's team.
    """
    scopes = dict(SCOPES) | dict.fromkeys(teams, (Where.ANYWHERE, Where.TEAM))
    return [
        _menu(commands, languages, scope=scope, where=where, code=code)
        for scope, where in scopes.items()
        for code in (None, *LANGUAGES)
    ]


def named_in(command: Command, code: str) -> str:
    """A command's name in a language: the first is French, the last English."""
    return command.names[0] if code == DEFAULT else command.names[-1]


def _menu(
    commands: Commands,
    languages: Languages,
    *,
    scope: str,
    where: Iterable[Where],
    code: str | None,
) -> Menu:
    shown = code or DEFAULT
    entries = tuple(
        MenuEntry(
            named_in(one, shown), languages[shown].plain(f"menu-{one.label}", {}, zone=NOWHERE)
        )
        for one in commands
        if one.names and one.where in where
    )
    return Menu(scope, code, entries)
