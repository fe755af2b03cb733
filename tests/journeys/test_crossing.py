"""The asker on one platform, the team on the other: files, edits, and restarts in between.

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

from domain.questions import title_of
from tests.journeys.matrix_people import Message, Person, until
from tests.journeys.matrix_stage import Hamlet, hamlet
from tests.journeys.program import Program, program
from tests.journeys.stage import Town, fr, opening, says, town
from tests.servers.synapse import Synapse
from tests.wire.bot_api_world import FILM, PIXEL

pytestmark = pytest.mark.servers

ASKED = "Où trouver des graines de haricots violets pour le jardin de l’école ?"
OTHER = "Que vaut un zorglub rayé ?"
EDITED, GONE = fr("carried-edited"), fr("carried-withdrawn")
VOICE = b"OggS bonjour"
ALBUM = [PIXEL + bytes([number]) for number in range(3)]


_TOLD = ("D’abord ceci.", "Puis cela.", "L’album", "", "", "Le film")


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
async def both(
    synapse: Synapse, folder: Path, *, without: str, forum: bool = False
) -> AsyncIterator[Both]:
    """The team is on the platform that is not named, on Telegram perhaps in a forum."""
    async with town(forum=forum) as here, hamlet(synapse, folder) as there:
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


async def pictures(
    person: Person, room: str, bot: str, count: int, *, thread: str
) -> list[Message]:
    """So many pictures of the bot in a thread, once they are there."""

    def found() -> list[Message]:
        return [
            one
            for one in person.messages(room, bot)
            if one.content["msgtype"] == "m.image"
            and one.content.get("m.relates_to", {}).get("event_id") == thread
        ]

    async def there() -> bool:
        await person.look()
        return len(found()) >= count

    await until(there)
    return found()


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

        for words in ("D’abord ceci.", "Puis cela."):  # at once, and both arrive
            api.say(here.driss, words, here.team, reply_to=card.id)
        api.send_album(here.driss, ALBUM, here.team, "L’album", reply_to=card.id)
        film = api.send_film(here.driss, FILM, here.team, "Le film", reply_to=card.id)
        shown_last = await ada.reads("Le film")
        said = ada.person.messages(ada.room, ada.bot)
        said = said[-len(ALBUM) - 3 :]
        assert [one.says(part) for one, part in zip(said, _TOLD, strict=True)] == [True] * len(said)
        assert [await ada.person.file_of(one) for one in said[2:]] == [*ALBUM, FILM]
        assert [one.content["msgtype"] for one in said[2:]] == ["m.image"] * 3 + ["m.video"]
        api.say(here.driss, "/effacer", here.team, reply_to=film)
        gone = await ada.reads(GONE)
        assert (gone.id, "filename" in gone.content) == (shown_last.id, False)


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

        (first, *_) = api.send_album(here.basile, ALBUM, caption="Que vaut ce zorglub mauve ?")
        other = await driss.finds(team, bot, "zorglub mauve")
        await here.read(here.basile, fr("question-file-sent"))
        brought = await pictures(driss, team, bot, len(ALBUM), thread=other.id)
        assert [await driss.file_of(one) for one in brought] == ALBUM
        drawn = await driss.bring(
            team, "plan.png", "image/png", PIXEL, msgtype="m.image", **in_thread_of(other)
        )
        shown = await here.seen(lambda one: one.chat_id == here.basile and one.document == PIXEL)
        await driss.take_back(team, drawn)
        gone_too = await here.read(here.basile, GONE)
        assert (gone_too.id, gone_too.document == PIXEL) == (shown.id, False)
        api.say(here.basile, "/effacer", reply_to=first)
        left = await driss.finds(team, bot, GONE)
        assert (left.id, "filename" in left.content) == (brought[0].id, False)


async def test_a_deleted_topic_opens_again_for_somebody_on_matrix(
    synapse: Synapse, tmp_path: Path
) -> None:
    """Two first questions at once open a topic each; what follows a deletion stands in a new one,
    the card before it, and is answered from there.
    """
    async with both(synapse, tmp_path, without="MATRIX", forum=True) as world:
        here, api = world.town, world.town.api.world
        ada, chloe = [
            await world.hamlet.alone(one) for one in (world.hamlet.ada, world.hamlet.chloe)
        ]
        await asyncio.gather(ada.says(ASKED), chloe.says(OTHER))
        cards = [await here.read(here.team, words, labels=True) for words in (ASKED, OTHER)]
        topics = api.rooms.chats[here.team].topics
        named = {
            card.thread: title_of(words) for card, words in zip(cards, (ASKED, OTHER), strict=True)
        }
        assert (named, len(named)) == (topics, 2)
        answer = await ada.reads(opening("question-handed-over", "anonymous", "within"))
        api.delete_topic(here.team, cards[0].thread or 0)
        shown = {"msgtype": "m.image", **in_reply_to(answer)}
        await ada.person.bring(ada.room, "jardin.png", "image/png", PIXEL, **shown)
        picture = await here.seen(lambda one: one.chat_id == here.team and one.document == PIXEL)
        again = await here.seen(lambda one: one.thread == picture.thread and says(one, ASKED))
        assert (picture.thread in topics, again.id < picture.id) == (True, True)
        api.say(here.driss, "À la grainothèque.", here.team, thread=picture.thread)
        await ada.reads("À la grainothèque.")
        assert "grainothèque" not in " ".join(
            one.text for one in chloe.person.messages(chloe.room, chloe.bot)
        )
