"""A day of the real program, a process of its own, in encrypted rooms of a real homeserver."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.transports.matrix.draw import POLL, POLL_END, POLL_RESPONSE
from tests.journeys.matrix_people import PASSWORD, Json, is_signed, joined
from tests.journeys.matrix_stage import PICKLE_KEY, Ally, Hamlet, hamlet
from tests.journeys.program import LONGEST_STOP, Program, program
from tests.journeys.stage import fr, opening
from tests.servers.synapse import Synapse

pytestmark = [pytest.mark.servers, pytest.mark.asyncio(loop_scope="module")]

SAMPLE = Path(__file__).parents[1] / "samples" / "cp1252.ics"
KNOWN, TITLE = "Qui préside la Fabrique ?", "Qui préside la Fabrique"
UNKNOWN = "Où trouver des graines de haricots violets pour le jardin de l’école ?"
ONE, TWO, THREE = "1️⃣", "2️⃣", "3️⃣"

CHOICES_OF_SETTINGS = 9


@dataclass(frozen=True)
class Day:
    """The people, two of them alone with the bot, and the program."""

    here: Hamlet
    ada: Ally
    basile: Ally
    bot: Program


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def day(synapse: Synapse, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Day]:
    """One program, which two people greeted in encrypted rooms of two."""
    folder = tmp_path_factory.mktemp("matrix")
    async with hamlet(synapse, folder) as here:
        with program(folder, here.environment) as running:
            running.start()
            await running.ready()
            ada, basile = await here.alone(here.ada), await here.alone(here.basile)
            for ally in (ada, basile):
                await ally.asks("!debut", "Bonjour", offering=1)
            yield Day(here, ada, basile, running)


async def test_the_team_is_greeted_in_its_room(day: Day) -> None:
    """The bot came by an invitation from before its first start."""
    driss = day.here.driss
    welcome = await driss.finds(day.here.team, day.here.bot, opening("welcome-team"))
    assert "!file" in welcome.text


async def test_the_device_is_signed_by_the_account_itself(day: Day) -> None:
    """Clients that follow the newest specification send keys to no other device."""
    bot = day.here.bot
    asked: Json = {"device_keys": {bot: []}}
    keys = await day.here.ada.call("POST", "keys/query", asked)
    master, signing = (keys[f"{role}_keys"][bot] for role in ("master", "self_signing"))
    ((_, device),) = keys["device_keys"][bot].items()
    assert is_signed(signing, master, bot)
    assert is_signed(device, signing, bot)


async def test_a_question_is_answered_with_choices_and_a_number_takes_one(day: Day) -> None:
    """In plain words; what was offered goes from the message, and a line thanks."""
    answer = await day.ada.asks(KNOWN, TITLE, offering=3)
    assert answer.keys == [ONE, TWO, THREE]
    labels = [fr(f"choice-{one}") for one in ("right", "not-quite", "to-team")]
    assert answer.text.endswith("\n".join(f"{at}. {one}" for at, one in enumerate(labels, 1)))
    await day.ada.asks("1", fr("answer-right-thanks"))
    taken = fr("choice-taken", label=fr("choice-right"))
    assert (await day.ada.reads(TITLE, taken, offering=0)).id == answer.id


async def test_time_given_counts_once_the_other_person_reacted(day: Day) -> None:
    """One message, who gave by a number, a draft by a reaction, and a reaction of the other."""
    note = f"!heures 1h avec @{day.basile.handle} pour relecture"
    await day.ada.asks(note, fr("note-exchange-ask-direction"), offering=2)
    draft = await day.ada.asks("1", "relecture", fr("choice-exact"), offering=4)
    await day.ada.person.press(draft, ONE)
    await day.ada.reads(fr("exchange-noted", other="Basile Fictif"))
    card = await day.basile.reads("Ada Exemple", "relecture", offering=3)
    await day.basile.person.press(card, ONE)
    words = opening("exchange-confirmed", "voice", "days", "exchange")
    for ally in (day.ada, day.basile):
        await ally.reads(words, "Ada Exemple a donné 1 h à Basile Fictif", "relecture")
    counts = fr("exchange-counts", voice="side", name="Basile Fictif", reason="")
    drawn_again = await day.basile.reads("Ada Exemple", "relecture", counts, offering=0)
    assert (drawn_again.id, drawn_again.edits) == (card.id, 1)


async def test_what_the_base_does_not_know_is_answered_by_the_team(day: Day) -> None:
    """The question reaches the team's encrypted room; a reply there reaches the asker."""
    await day.ada.asks(UNKNOWN, opening("question-handed-over", "anonymous", "within"))
    driss, team, bot = day.here.driss, day.here.team, day.here.bot
    card = await driss.finds(team, bot, UNKNOWN, "Ada Exemple")
    await driss.reply(card, "À la grainothèque fictive.")
    await day.ada.reads("À la grainothèque fictive.")
    await driss.finds(team, bot, fr("answer-sent", asker="Ada Exemple"))


async def test_an_encrypted_calendar_is_read_and_approved_by_the_team(day: Day) -> None:
    """The homeserver never saw its content."""
    soon = datetime.now(UTC) + timedelta(days=3)
    content = SAMPLE.read_bytes().replace(b"20261113", soon.strftime("%Y%m%d").encode())
    await day.ada.person.bring(day.ada.room, "fete.ics", "text/calendar", content)
    await day.ada.reads(opening("event-proposed", "event"))
    driss, team, bot = day.here.driss, day.here.team, day.here.bot
    card = await driss.finds(team, bot, "Fête", offering=2)
    await driss.press(card, ONE)
    await day.ada.reads(opening("event-approved", "event"), "Café Léger")
    file = await day.basile.asks("!agenda", "agenda.ics")
    assert (file.content["msgtype"], "url" in file.content) == ("m.file", False)


async def test_a_group_is_greeted_and_then_left_to_its_talk(day: Day) -> None:
    """Who invited does not matter; only what is said to the bot is answered."""
    ada, basile, bot = day.here.ada, day.here.basile, day.here.bot
    room = await ada.room(basile.account, encrypted=True, direct=False)
    await basile.client.join(room)
    await ada.say(room, "entre nous")
    await ada.client.room_invite(room, bot)
    await joined(ada, room, bot)
    await ada.finds(room, bot, "!aide", "deux gestes")
    await ada.say(room, "Qui vient samedi ?")
    await ada.say(room, "!aide")
    await ada.finds(room, bot, opening("help-group"))
    assert len(ada.messages(room, bot)) == 2


async def test_a_group_keeps_its_settings_where_its_room_goes_on(day: Day) -> None:
    """Upgraded to version 12, into a room that wants an invitation; the bot's comes last."""
    ada, basile, bot = day.here.ada, day.here.basile, day.here.bot
    made = await ada.call(
        "POST", "createRoom", {"room_version": "11", "name": "Jardin", "invite": [basile.account]}
    )
    old = made["room_id"]
    await basile.client.join(old)
    await ada.call("POST", f"rooms/{old}/invite", {"user_id": bot})
    await joined(ada, old, bot)
    await ada.say(old, "!reglages")
    settings = await ada.finds(
        old, bot, "Agenda", fr("choice-agenda-off"), offering=CHOICES_OF_SETTINGS
    )
    await ada.press(settings, ONE)
    await ada.finds(old, bot, "Agenda\N{NARROW NO-BREAK SPACE}: non", offering=CHOICES_OF_SETTINGS)
    moved = await ada.call("POST", f"rooms/{old}/upgrade", {"new_version": "12"})
    new = moved["replacement_room"]
    await ada.call("POST", f"rooms/{new}/invite", {"user_id": bot})
    await joined(ada, new, bot)
    await ada.say(new, "!reglages")
    await ada.finds(new, bot, "Agenda\N{NARROW NO-BREAK SPACE}: non", offering=CHOICES_OF_SETTINGS)
    assert len(ada.messages(new, bot)) == 1, "greeted as if it were another group"


async def test_the_team_votes_on_a_day_by_a_poll(day: Day) -> None:
    """In its encrypted room: both vote, one thinks again, one closes."""
    driss, chloe, team, bot = day.here.driss, day.here.chloe, day.here.team, day.here.bot
    await driss.say(team, "!permanence")
    card = await driss.finds(team, bot, fr("choice-vote-day"))
    await driss.press(card, "5️⃣")
    question = await driss.finds(team, bot, opening("vote-on-day-ask-options"))
    first, second = (datetime.now(UTC) + timedelta(days=days) for days in (40, 41))
    await driss.reply(question, f"{first:%d/%m/%Y} et {second:%d/%m/%Y}")
    opened = await driss.finds(team, bot, opening("vote-open"), offering=1)
    (poll,) = await driss.reads(POLL)
    assert len(poll["content"][POLL]["answers"]) == 2
    relation = {"rel_type": "m.reference", "event_id": poll["event_id"]}
    for person, answer in ((driss, "0"), (chloe, "1"), (driss, "1")):
        voice = {"m.relates_to": relation, POLL_RESPONSE: {"answers": [answer]}}
        await person.send(team, POLL_RESPONSE, voice)
    await driss.press(opened, ONE)
    await driss.finds(team, bot, "2 personnes ont voté", "qui l’emporte", offering=1)
    (end,) = await driss.reads(POLL_END)
    assert "2 voix" in end["content"]["org.matrix.msc1767.text"]


async def test_a_stop_and_a_start_go_on_with_the_same_keys(day: Day) -> None:
    """What was said meanwhile is answered, and a question from before still stands."""
    note = f"!heures 2h avec @{day.basile.handle} pour désherbage"
    question = await day.ada.asks(note, fr("note-exchange-ask-direction"), offering=2)
    assert await day.bot.stop() < LONGEST_STOP
    await day.basile.says(KNOWN)
    await day.ada.person.press(question, TWO)
    day.bot.start()
    await day.bot.ready()
    await day.basile.reads(TITLE, offering=3)
    await day.ada.reads("désherbage", fr("choice-exact"), offering=4)


async def test_the_log_keeps_every_secret(day: Day) -> None:
    """Neither a password, nor a token, nor a key, nor anyone's words, nor a fault."""
    assert await day.bot.stop() < LONGEST_STOP
    session = json.loads((day.bot.folder / "matrix" / "session.json").read_text())
    words = ("haricots", "grainothèque", "désherbage", "entre nous", "samedi")
    for secret in (PASSWORD, PICKLE_KEY, session["access_token"], *words):
        assert secret not in day.bot.log
    events = [json.loads(line) for line in day.bot.log.splitlines() if line.startswith("{")]
    assert [one for one in events if one["level"] in ("error", "critical")] == []
