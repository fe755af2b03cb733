"""The agenda in one's own calendar: a file in any chat, an address where an operator opened one."""

from __future__ import annotations

import re

import icalendar

from bot.settings import Settings
from storage.chats import Address
from tests.dialogues.test_agenda import GROUP, propose
from tests.talk import TEAM, Talk

SITE = {"web": {"listen": "127.0.0.1:8080", "public": "https://robot.exemple.org"}}


async def open_site(talk: Talk, **fabrique: object) -> None:
    """An operator gives the bot an address of the web."""
    settings = Settings.model_validate({**SITE, "fabrique": fabrique})
    await talk.settle_on(settings, Address(talk.stage.platform, TEAM, False, TEAM))


async def announce(talk: Talk, title: str, when: str) -> None:
    """An event that the team let through."""
    await propose(talk, title, when)
    await talk.press("Driss", "Approuver", chat=TEAM)


def address(text: str) -> str:
    """Where the calendar in a message is followed."""
    found: list[str] = re.findall(r"https://robot\.exemple\.org/agenda/[a-z0-9]{36}\.ics", text)
    return found[0]


async def test_the_coming_weeks_are_a_file(talk: Talk) -> None:
    """Without a web server, that is all: nothing is promised that nobody serves."""
    await announce(talk, "Grande tablée", "mercredi 14 janvier à 18h30")
    await announce(talk, "Bal fictif", "samedi 4 avril à 20h")

    said = await talk.say("Ada", "/calendrier")

    assert "Ouvrez ce fichier" in " ".join(said)
    assert "http" not in "".join(said)
    (event,) = icalendar.Calendar.from_ical(talk.received("@ada")[-1]).events
    assert (event["SUMMARY"], event["LOCATION"]) == ("Grande tablée", "Place du Modèle")
    assert "Ada" not in talk.received("@ada")[-1].decode()


async def test_weeks_without_events_are_no_file(talk: Talk) -> None:
    """A calendar refuses a file that holds nothing."""
    said = await talk.say("Ada", "/calendar")

    assert "Rien n’est annoncé" in said[0]
    assert talk.received("@ada") == []


async def test_an_address_is_the_same_each_time(talk: Talk) -> None:
    """Whoever follows it goes on doing so; it differs from one chat to the next."""
    await open_site(talk)
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    first, again = await talk.say("Ada", "/calendrier"), await talk.say("Ada", "/calendrier")
    other, group = (
        await talk.say("Basile", "/calendrier"),
        await talk.say("Ada", "/calendrier", chat=GROUP),
    )

    found = [address("\n".join(said)) for said in (first, again, other, group)]
    assert found[0] == found[1]
    assert len(set(found)) == 3
    assert found[0].replace("https://", "webcal://") in "\n".join(first)
    assert "de ce groupe" in "\n".join(group)


async def test_a_new_address_ends_the_old_one_once(talk: Talk) -> None:
    """A second press, or one on an older drawing, only tells which address holds."""
    await open_site(talk)
    old = address("\n".join(await talk.say("Ada", "/calendrier")))
    earlier = talk.last("@ada")["id"]
    await talk.say("Ada", "/calendrier")

    await talk.press("Ada", "Nouvelle adresse")
    new = address(talk.events[-1]["text"])
    assert new != old
    assert "ne répond plus" in talk.events[-1]["text"]

    await talk.press("Ada", "Nouvelle adresse", message=earlier)
    assert address(talk.events[-1]["text"]) == new
    assert "ne répond plus" not in talk.events[-1]["text"]
    async with talk.stage.app.database.begin() as store:
        token = old.removesuffix(".ics").rpartition("/")[2]
        ended = await store.calendar_addresses.called(token)
        assert ended is not None
        assert ended.ended


async def test_only_the_admins_of_a_group_change_its_address(talk: Talk) -> None:
    """Others follow it, and would end it for everybody."""
    await open_site(talk)
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    before = address("\n".join(await talk.say("Ada", "/calendrier", chat=GROUP)))
    await talk.do({"do": "rank", "chat": GROUP, "from": "@basile", "as": "member"})

    await talk.say("Basile", "/calendrier", chat=GROUP)
    said = await talk.press("Basile", "Nouvelle adresse", chat=GROUP)

    assert "admins" in said[-1]
    assert address("\n".join(await talk.say("Basile", "/calendrier", chat=GROUP))) == before


async def test_the_page_is_named_where_everybody_may_read_it(talk: Talk) -> None:
    """An operator decides."""
    await open_site(talk)
    assert "sur le web" not in "\n".join(await talk.say("Ada", "/calendrier"))
    await open_site(talk, public_agenda=True)
    said = await talk.say("Ada", "/calendar", lang="en")
    assert "sur le web" in "\n".join(said)
    assert 'href="https://robot.exemple.org/agenda"' in talk.last("@ada")["html"]


async def test_a_calendar_is_worded_in_its_readers_language(talk: Talk) -> None:
    """Also what became of an event, before its title: few calendars show more of it."""
    await announce(talk, "Grande tablée", "mercredi 14 janvier à 18h30")
    await talk.say("Ada", "/langue english")

    await talk.say("Ada", "/calendar")

    assert b"X-WR-CALNAME:Agenda \xe2\x80\x94 La Fabrique" in talk.received("@ada")[-1]
    assert "the next eight weeks" in "".join(
        one.get("text", "") for one in talk.events if one.get("chat") == "@ada"
    )
