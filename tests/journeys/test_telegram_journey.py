"""A day of the real program, a process of its own, on a strict Bot API server."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from domain.values import Quoted
from tests.journeys.program import LONGEST_STOP, Program, program
from tests.journeys.stage import Town, fr, opening, town
from tests.wire import bot_api
from tests.wire.bot_api_errors import Json
from tests.wire.bot_api_settings import menu_key, menu_shown
from tests.wire.bot_api_world import World

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

SAMPLE = Path(__file__).parents[1] / "samples" / "cp1252.ics"
KNOWN, TITLE = "Qui préside la Fabrique ?", "Qui préside la Fabrique"
UNKNOWN = "Où trouver des graines de haricots violets pour le jardin de l’école ?"
OTHER = "La machine à coudre fictive du sous-sol est-elle réparée ?"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here() -> AsyncIterator[Town]:
    """One town for the whole day."""
    async with town() as place:
        yield place


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(here: Town, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Program]:
    """One program, which everyone has greeted."""
    with program(tmp_path_factory.mktemp("bot"), here.environment) as running:
        running.start()
        await running.ready()
        for person in (here.ada, here.basile, here.chloe, here.driss):
            await here.asked(person, "/start", "Bonjour")
        yield running


async def test_a_question_is_answered_with_choices_and_a_press_takes_them(here: Town) -> None:
    """A choice: the keyboard goes, and a passing line thanks."""
    answer = await here.asked(here.ada, KNOWN, TITLE)
    assert answer.labels == [fr(f"choice-{one}") for one in ("right", "not-quite", "to-team")]
    assert await here.pressed(here.ada, answer, fr("choice-right")) == fr("answer-right-thanks")
    marked = fr("choice-taken", label=fr("choice-right"))
    assert (await here.read(here.ada, TITLE, marked)).labels == []


async def test_time_given_counts_once_the_other_person_pressed(here: Town) -> None:
    """One message, who gave by a button, a draft, and a word of the other side."""
    direction = await here.asked(here.ada, "/heures 2h30 avec @basile_fictif pour relecture")
    await here.pressed(here.ada, direction, fr("choice-me"))
    draft = await here.read(here.ada, "2 h 30", "relecture", labels=True)
    await here.pressed(here.ada, draft, fr("choice-exact"))
    await here.read(here.ada, fr("exchange-noted", other="Basile Fictif"))
    card = await here.read(here.basile, "Ada Exemple", "relecture", labels=True)
    await here.pressed(here.basile, card, fr("choice-confirm"))
    confirmed = opening("exchange-confirmed", "voice", "days", "exchange")
    await here.read(here.ada, confirmed, "2 h 30")
    await here.read(here.basile, confirmed, "2 h 30")


async def test_what_the_base_does_not_know_is_answered_by_the_team(here: Town) -> None:
    """The question reaches the team's group; a reply there reaches the asker."""
    await here.asked(here.chloe, UNKNOWN, opening("question-handed-over", "anonymous", "within"))
    card = await here.read(here.team, UNKNOWN, "Chloé Modèle")
    here.api.world.say(here.driss, "À la grainothèque fictive.", here.team, reply_to=card.id)
    await here.read(here.chloe, "À la grainothèque fictive.")
    await here.read(here.team, fr("answer-sent", asker="Chloé Modèle"))


async def test_a_reply_that_comes_before_the_send_has_ended_is_understood(
    here: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card stands in the chat, while its row does not know under which number."""
    ended = asyncio.Event()
    send = bot_api.METHODS["sendMessage"]

    async def slowly(world: World, given: Json) -> Any:
        sent = send(world, given)
        if given["chat_id"] == here.team:
            await ended.wait()
        return await sent if inspect.isawaitable(sent) else sent

    with monkeypatch.context() as patch:
        patch.setitem(bot_api.METHODS, "sendMessage", slowly)
        await here.asked(here.chloe, OTHER, opening("question-handed-over", "anonymous", "within"))
        card = await here.read(here.team, OTHER, "Chloé Modèle")
        here.api.world.say(here.driss, "Au café des couturières.", here.team, reply_to=card.id)
        await asyncio.sleep(1)
        ended.set()
    await here.read(here.chloe, "Au café des couturières.")


async def test_a_need_finds_an_ally_who_is_asked_and_accepts(here: Town) -> None:
    """Nobody learns a name before both agreed."""
    offer, need = "comptabilité associative", "de l’aide pour la comptabilité"
    await here.asked(here.basile, f"/offrir {offer}", offer)
    card = await here.asked(here.chloe, f"/besoin {need}", need)
    await here.pressed(here.chloe, card, fr("choice-need-search"))
    found = await here.read(here.chloe, "À qui dois-je demander", offer, labels=True)
    assert "Basile" not in found.text
    await here.pressed(here.chloe, found, fr("choice-ask-ally", place=1))
    request = await here.read(here.basile, fr("help-request", need=Quoted(need)).splitlines()[0])
    assert "Chloé" not in request.text
    await here.pressed(here.basile, request, fr("choice-accept"))
    assert "@basile_fictif" in (await here.read(here.chloe, "Basile Fictif", "@")).text
    assert "@chloe_modele" in (await here.read(here.basile, "Chloé Modèle", "@")).text


async def test_a_calendar_is_approved_in_the_team_by_its_members_only(here: Town) -> None:
    """Whoever is not in the team's group presses in vain, even if the card was passed on."""
    soon = datetime.now(UTC) + timedelta(days=3)
    content = SAMPLE.read_bytes().replace(b"20261113", soon.strftime("%Y%m%d").encode())
    here.api.world.send_document(here.ada, "fete.ics", content, "text/calendar")
    await here.read(here.ada, opening("event-proposed", "event"))
    card = await here.read(here.team, "Fête", labels=True)
    assert await here.pressed(here.ada, card, fr("choice-approve")) == fr("refusal-team-only")
    assert await here.pressed(here.driss, card, fr("choice-approve")) == ""  # the card says it
    await here.read(here.ada, opening("event-approved", "event"), "Café Léger")
    await here.asked(here.basile, "/agenda", "Café Léger")
    file = await here.seen(lambda one: one.chat_id == here.basile and one.document)
    assert (file.document or b"").startswith(b"BEGIN:VCALENDAR")


async def test_a_group_is_still_answered_after_it_became_a_supergroup(here: Town) -> None:
    """The group goes on under another id, and what is asked there is answered there."""
    world = here.api.world
    group = world.group("Voisinage fictif", supergroup=False)
    world.add_bot(group, by=here.chloe)
    await here.read(group, "deux gestes")
    await here.asked(here.chloe, "/agenda@fabrique_essai_bot", "Café Léger", chat=group)
    moved = world.migrate(group)
    await here.asked(here.chloe, f"/question {KNOWN}", TITLE, chat=moved)


async def test_a_group_that_threw_the_bot_out_is_left_in_peace(here: Town) -> None:
    """Nothing is sent there any more, not even a goodbye."""
    world = here.api.world
    group = world.group("Groupe inventé")
    world.add_bot(group, by=here.chloe)
    await here.read(group, "deux gestes")
    world.remove_bot(group, by=here.chloe)
    calls = len(world.calls)
    await here.asked(here.chloe, KNOWN, TITLE)
    told = [one for one in world.calls[calls:] if one.params.get("chat_id") == str(group)]
    assert [one.method for one in told if one.method != "getChatMember"] == []


async def test_menus_are_set_for_each_scope_and_language(here: Town) -> None:
    """Private chats, groups, those who administer them, the team; French, English, all others."""
    menus = here.api.world.commands
    kinds = ("all_private_chats", "all_group_chats", "all_chat_administrators")
    places: tuple[Json, ...] = tuple({"type": kind} for kind in kinds)
    team: Json = {"type": "chat", "chat_id": here.team}
    wanted = {menu_key(scope, code) for scope in (*places, team) for code in ("", "fr", "en")}
    assert set(menus) == wanted
    assert "heures" in dict(menus[menu_key(places[0], "")])
    assert "hours" in dict(menus[menu_key(places[0], "en")])
    assert "reglages" in dict(menus[menu_key(places[2], "fr")])
    assert "reglages" not in dict(menus[menu_key(places[1], "fr")])
    assert "file" in dict(menus[menu_key(team, "fr")])


async def test_everybody_sees_the_menu_of_their_place_role_and_language(here: Town) -> None:
    """The group's administrator may set it up; a member of it who reads English may not."""
    world = here.api.world
    group, zoe = world.group("Chorale fictive"), world.user("zoe_imaginee", "Zoé", language="en")
    world.add_bot(group, by=here.chloe)
    world.member(group, zoe)
    assert {"reglages", "langue"} <= set(menu_shown(world, here.chloe, group))
    assert "language" in menu_shown(world, zoe, group)
    assert {"settings", "reglages"}.isdisjoint(menu_shown(world, zoe, group))
    assert "heures" in menu_shown(world, here.ada, here.ada)
    assert "file" in menu_shown(world, here.driss, here.team)
    assert "file" not in menu_shown(world, here.chloe, group)


async def test_it_stops_within_two_seconds_and_the_log_keeps_every_secret(
    here: Town, bot: Program
) -> None:
    """Status 0 after SIGTERM; the log has neither the token, nor a fault, nor anyone's words."""
    assert await bot.stop() < LONGEST_STOP
    assert [one for one in bot.events if one["level"] != "info"] == []
    assert here.api.token.partition(":")[2] not in bot.log
    assert "haricots" not in bot.log
