"""The asker on one platform, the team on the other: pictures, edits, and a restart in between.

The real program, a strict Bot API server, a real homeserver, and encrypted rooms.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.matrix_people import Message
from tests.journeys.matrix_stage import Hamlet, hamlet
from tests.journeys.program import Program, program
from tests.journeys.stage import Town, fr, opening, town
from tests.servers.synapse import Synapse
from tests.wire.bot_api_world import PIXEL

pytestmark = pytest.mark.servers

ASKED = "Où trouver des graines de haricots violets pour le jardin de l’école ?"
EDITED, GONE = fr("carried-edited"), fr("carried-withdrawn")
VOICE = b"OggS bonjour"


@dataclass(frozen=True)
class Both:
    """A town, a hamlet, and one program that serves both."""

    town: Town
    hamlet: Hamlet
    bot: Program

    async def start(self) -> None:
        """Begin, and hear both platforms."""
        self.bot.start()
        async with asyncio.timeout(60):
            while len([one for one in self.bot.events if one["event"] == "hearing"]) < 2:
                assert self.bot.alive, self.bot.last_words
                await asyncio.sleep(0.05)


@asynccontextmanager
async def both(synapse: Synapse, folder: Path, *, without: str) -> AsyncIterator[Both]:
    """The team is on the platform that is not named."""
    async with town() as here, hamlet(synapse, folder) as there:
        environment: Mapping[str, str] = {
            name: value
            for name, value in (here.environment | there.environment).items()
            if name != f"FABRIQUE_TEAM__{without}"
        }
        with program(folder, environment) as running:
            one = Both(here, there, running)
            await one.start()
            yield one


def in_reply_to(message: Message) -> dict[str, Any]:
    """What a client adds to answer a message."""
    return {"m.relates_to": {"m.in_reply_to": {"event_id": message.id}}}


def in_thread_of(message: Message) -> dict[str, Any]:
    """What a client adds to write in a message's thread."""
    relation = {"rel_type": "m.thread", "event_id": message.id, "is_falling_back": True}
    return {"m.relates_to": relation | {"m.in_reply_to": {"event_id": message.id}}}


async def test_the_asker_on_matrix_and_the_team_on_telegram(
    synapse: Synapse, tmp_path: Path
) -> None:
    """A picture reaches an encrypted room, its edit too, and what Ada sends comes back."""
    async with both(synapse, tmp_path, without="MATRIX") as world:
        here, api = world.town, world.town.api.world
        ada = await world.hamlet.alone(world.hamlet.ada)
        await ada.asks(ASKED, opening("question-handed-over", "anonymous", "within"))
        card = await here.read(here.team, ASKED, labels=True)
        sent = api.send_photo(here.driss, PIXEL, here.team, "Celles-ci", reply_to=card.id)
        answer = await ada.reads("Celles-ci")
        assert (answer.content["msgtype"], "url" in answer.content) == ("m.image", False)
        assert await ada.person.file_of(answer) == PIXEL
        await here.asked(here.driss, "/aide", opening("help-team"), chat=here.team)
        world.bot.kill()
        api.edit(here.driss, sent, "Celles-là", here.team)
        await world.start()
        edited = await ada.reads("Celles-là", EDITED)
        assert (edited.id, edited.content["msgtype"]) == (answer.id, "m.image")
        assert await ada.person.file_of(edited) == PIXEL

        shown = {"msgtype": "m.image", **in_reply_to(answer)}
        await ada.person.bring(ada.room, "jardin.png", "image/png", PIXEL, **shown)
        picture = await here.seen(lambda one: one.chat_id == here.team and one.document == PIXEL)
        assert (picture.file and picture.file.kind, picture.reply_to) == ("photo", card.id)
        more = await ada.person.say(ada.room, "Les violets.", **in_reply_to(answer))
        told = await here.read(here.team, "Les violets.")
        await ada.person.edit(ada.room, more, "Les mauves.")
        assert (await here.read(here.team, "Les mauves.", EDITED)).id == told.id
        await ada.person.take_back(ada.room, more)
        assert (await here.read(here.team, GONE)).id == told.id


async def test_the_asker_on_telegram_and_the_team_on_matrix(
    synapse: Synapse, tmp_path: Path
) -> None:
    """Plain words in the thread of the card are an answer; all that follows stands there."""
    async with both(synapse, tmp_path, without="TELEGRAM") as world:
        here, api = world.town, world.town.api.world
        driss, team, bot = world.hamlet.driss, world.hamlet.team, world.hamlet.bot
        await here.asked(here.ada, ASKED, opening("question-handed-over", "anonymous", "within"))
        card = await driss.finds(team, bot, ASKED)
        thread = in_thread_of(card)
        said = await driss.say(team, "À la grainothèque.", **thread)
        answer = await here.read(here.ada, "À la grainothèque.")
        sent = await driss.finds(team, bot, fr("answer-sent", asker="Ada Exemple"))
        assert sent.content["m.relates_to"]["event_id"] == card.id
        await driss.bring(team, "plan.png", "image/png", PIXEL, msgtype="m.image", **thread)
        picture = await here.seen(lambda one: one.chat_id == here.ada and one.document == PIXEL)
        assert picture.file is not None
        assert picture.file.kind == "photo"
        await driss.say(team, "!aide")
        await driss.finds(team, bot, opening("help-team"))
        world.bot.kill()
        await driss.edit(team, said, "À la bibliothèque.")
        api.send_voice(here.ada, VOICE, reply_to=picture.id)
        await world.start()
        assert (await here.read(here.ada, "À la bibliothèque.", EDITED)).id == answer.id

        voice = await driss.finds(team, bot, fr("question-more-file", asker="Ada Exemple"))
        assert voice.content["m.relates_to"]["event_id"] == card.id
        assert "org.matrix.msc3245.voice" in voice.content
        assert await driss.file_of(voice) == VOICE
        await world.hamlet.chloe.say(team, "Entre nous.")
        await driss.take_back(team, said)
        assert (await here.read(here.ada, GONE)).id == answer.id
        assert "Entre nous" not in " ".join(one.text for one in api.messages(here.ada))
