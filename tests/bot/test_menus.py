"""Menus: what a platform takes, and what may be given where it is shown."""

from __future__ import annotations

import re

import pytest

from bot.menus import menus_of
from chat.command import Where
from chat.transport import Menu
from handlers.commands import all_commands
from locales import LANGUAGES, Languages

TEAM, OTHER_TEAM = "-100", "-200"
MENUS = menus_of(all_commands(), Languages(strict=True), teams=[TEAM, OTHER_TEAM])
IDS = [f"{menu.scope} {menu.language}" for menu in MENUS]


def names(scope: str, language: str | None) -> set[str]:
    """The commands that are shown there."""
    [menu] = [one for one in MENUS if (one.scope, one.language) == (scope, language)]
    return {entry.name for entry in menu.entries}


@pytest.mark.parametrize("menu", MENUS, ids=IDS)
def test_telegram_takes_each_menu(menu: Menu) -> None:
    """Names of 1 to 32 small letters, digits and underscores; lines of 1 to 256; at most 100."""
    assert 1 <= len(menu.entries) <= 100
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", entry.name) for entry in menu.entries)
    assert all(1 <= len(entry.line) <= 256 for entry in menu.entries)
    assert all("\n" not in entry.line for entry in menu.entries)


@pytest.mark.parametrize("menu", MENUS, ids=IDS)
def test_a_menu_names_commands_that_are_understood(menu: Menu) -> None:
    """Each once."""
    typed = [all_commands().typed(entry.name) for entry in menu.entries]
    assert None not in typed
    assert len({one.name for one in typed if one}) == len(typed)


def test_there_is_a_menu_for_each_scope_and_language_and_for_everybody_else() -> None:
    """The latter read French."""
    assert {(menu.scope, menu.language) for menu in MENUS} == {
        (scope, code)
        for scope in ("private", "groups", "admins", TEAM, OTHER_TEAM)
        for code in (None, *LANGUAGES)
    }
    assert names("private", None) == names("private", "fr")
    assert names("private", "en") != names("private", "fr")


def test_what_only_the_team_may_do_is_shown_to_the_team_alone() -> None:
    """And what is said in private is not offered in groups."""
    where = {name: one.where for one in all_commands() for name in one.names}
    for scope, kept in (
        ("private", {Where.ANYWHERE, Where.PRIVATE, Where.OWN_CHAT}),
        ("groups", {Where.ANYWHERE}),
        ("admins", {Where.ANYWHERE, Where.OWN_CHAT}),
        (TEAM, {Where.ANYWHERE, Where.TEAM}),
    ):
        assert {where[name] for name in names(scope, "fr")} == kept
    assert "reglages" in names("admins", "fr") - names("groups", "fr")
    assert names(TEAM, "fr") == names(OTHER_TEAM, "fr")


def test_without_a_team_there_is_no_menu_for_one() -> None:
    """A bot may begin before its team has a chat."""
    scopes = {menu.scope for menu in menus_of(all_commands(), Languages(strict=True), teams=[])}
    assert scopes == {"private", "groups", "admins"}
