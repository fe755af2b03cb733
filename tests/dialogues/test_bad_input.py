"""Bad input: each gets a short helpful answer or a quiet log line, and nothing is lost.

Nothing here may be a fault: the `talk` fixture fails when the program had one.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from chat.transport import Act, Attachment, Heard, Place, Speaker
from tests.servers.postgres import Postgres
from tests.talk import START, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

SHORT = 500
"""Characters that an answer to nonsense may take."""

ADA = Speaker("@ada", "Ada Exemple", "ada")


async def answer(talk: Talk, text: str) -> str:
    """What Ada is told, which is one short message."""
    said = await talk.say("Ada", text)
    told = [one for one in said if talk.last("@ada")["text"] == one]
    assert len(told) == 1, said
    assert 0 < len(told[0]) < SHORT
    return told[0]


async def heard(talk: Talk, act: Act, **fields: Any) -> list[dict[str, object]]:
    """What comes of an update that no operation can write."""
    platform, before = talk.stage.platform, len(talk.events)
    private = Place(platform, "@ada", private=True)
    known: dict[str, Any] = {
        "update": f"odd{before}",
        "act": act,
        "place": private,
        "speaker": ADA,
        "sent_at": datetime.fromisoformat(START),
    }
    await talk.stage.inboxes[platform].put([Heard(**(known | fields))])
    await talk.stage.app.settle()
    return talk.events[before:]


ODD = {
    "100,000 characters": "mot " * 25_000,
    "as many exchanges": "j’ai donné 2h30 à Basile le 12/03/2026, " * 2_500,
    "10,000 lines": "ligne\n" * 10_000,
    "10,000 empty lines": "\n" * 10_000,
    "nothing": "",
    "only emoji": "🎉🎉🎉",
    "an emoji family": "👨‍👩‍👧‍👦",
    "only direction marks": "\u200f\u202e\u200e",
    "right to left": "\u202eavec qui noter\u202c",
    "HTML": "<b>gras</b> <script>alert('x')</script> &amp; <",
    "halves of a character": "\ud83d demi-caractère \udc4b",
    "NUL": "zéro\0octet",
    "a slash alone": "/",
    "an endless command": "/" + "x" * 5000,
    "a command of another language": "/hilfe",
}


async def test_odd_text_is_answered_shortly(talk: Talk) -> None:
    """Whatever is written, there is one short answer, and the next question is still answered."""
    for text in ODD.values():
        await answer(talk, text)
    await talk.say("Ada", "/annuler")
    assert "Rien à l’agenda" in await answer(talk, "/agenda")


IMPOSSIBLE = {
    "2h avec @basile le 12/03/1890 pour x": "1890",
    "900h avec @basile pour relecture": "trop long",
    "-1h avec @basile pour relecture": "sans «",
    "2h avec @personne pour relecture": "@personne",
    "2h avec @ada pour relecture": "quelqu’un d’autre",
    "2h avec @basile pour " + "relecture " * 40: "300",
    "2h avec @basile pour " + "relecture " * 10_000: "300",
    "2h 3h avec @basile pour relecture": "plusieurs durées",
}


@pytest.mark.servers
async def test_odd_text_is_no_fault_on_postgresql_either(
    postgresql: Postgres, tmp_path: Path
) -> None:
    """Which refuses NUL and halves of characters in a text, where SQLite keeps the one."""
    async with talk_on("telegram", tmp_path, database=postgresql.url("odd")) as talk:
        for text in ODD.values():
            await answer(talk, text)
        for text in ("/offrir pain\0\ud800", "/besoin pain\0\udc4b", "/proposer pain\0\ud83d"):
            await answer(talk, text)
        await talk.say("Ada", "/debut", name="Ada\0\ud800")


async def test_an_impossible_exchange_is_refused_with_the_reason(talk: Talk) -> None:
    """Nothing is noted, and the reason says what to write instead."""
    await talk.say("Basile", "/debut")

    for line, why in IMPOSSIBLE.items():
        assert why in await answer(talk, f"/heures {line}")
        await talk.say("Ada", "/annuler")
    assert "Rien n’attend" in await answer(talk, "/attente")


async def test_odd_words_after_a_command_are_no_fault(talk: Talk) -> None:
    """Each command either keeps what can be kept, asks, or says what is wrong."""
    for command in ("offrir", "besoin", "proposer", "heures", "langue", "question"):
        for text in ("x" * 100_000, "a, " * 30_000, "\0\ud800\u202e", "<b>👨‍👩‍👧‍👦"):
            await answer(talk, f"/{command} {text}")


async def test_odd_answers_to_a_question_are_no_fault(talk: Talk) -> None:
    """The question still stands behind a refusal, and can be left."""
    for command in ("heures", "offrir", "besoin", "proposer", "langue"):
        for text in ("x" * 100_000, "12/03/2026 " * 9_000, "", "\u202e 999"):
            await talk.say("Ada", f"/{command}")
            await answer(talk, text)


async def test_what_cannot_be_read_is_said(talk: Talk) -> None:
    """Only calendars are read; for all else one is told what helps, by what it is."""
    for number, (kind, name, why) in enumerate(
        [
            ("sticker", "sticker.webp", "ne vois pas les images"),
            ("voice", "voice.ogg", "ne sais pas écouter"),
            ("photo", "photo.jpg", "ne vois pas les images"),
            ("document", "notes.pdf", ".ics"),
            ("other", "", "agendas"),
        ]
    ):
        file = Attachment(kind, name, "application/octet-stream", 10, "/nowhere")
        events = await heard(talk, Act.SAID, message=f"odd{number}", attachment=file)
        assert why in str(events[0]["text"]), kind


def calendar(folder: Path, size: int) -> Path:
    """A real calendar with one event to come, filled up with a comment to a size in bytes."""
    event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260110T180000Z\r\nSUMMARY:Grande tablée\r\n"
    start = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Modèle//\r\n{event}"
    line = "X-COMMENT:" + "x" * 60 + "\r\n"
    end = "END:VEVENT\r\nEND:VCALENDAR\r\n"
    room = size - len((start + end).encode())
    path = folder / "agenda.ics"
    path.write_text(start + line * (room // len(line)) + end, newline="")
    return path


async def send_file(talk: Talk, path: Path) -> str:
    """What Ada is told about a file that she sends."""
    await talk.do(
        {"do": "send_file", "chat": "@ada", "from": "@ada", "name": path.name, "path": str(path)}
    )
    return str(talk.last("@ada")["text"])


async def test_a_heavy_calendar_is_read_up_to_five_megabytes(talk: Talk, tmp_path: Path) -> None:
    """Five megabytes are read; what is heavier is not even fetched."""
    assert "Merci" in await send_file(talk, calendar(tmp_path, 4_999_000))
    assert "trop lourd" in await send_file(talk, calendar(tmp_path, 5_100_000))


async def test_a_file_called_a_calendar_that_is_none_is_said_to_be_none(
    talk: Talk, tmp_path: Path
) -> None:
    """The name promises a calendar, the content is something else."""
    path = tmp_path / "agenda.ics"
    for content, why in (
        (b"", ".ics"),
        (b"\xff\xfe\0\0binary", ".ics"),
        (b"<html>Not found</html>", ".ics"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "aucun"),
    ):
        path.write_bytes(content)
        assert why in await send_file(talk, path)


async def test_the_same_update_twice_takes_effect_once(talk: Talk) -> None:
    """A redelivered question is neither answered nor handed over again."""
    first = await talk.say("Ada", "zorglub frimousse ?", id="u7")
    second = await talk.say("Ada", "zorglub frimousse ?", id="u7")

    assert [len(first), len(second)] == [2, 0]


@pytest.mark.parametrize("count", [50, pytest.param(500, marks=pytest.mark.soak)])
async def test_quick_messages_are_all_answered_in_their_order(talk: Talk, count: int) -> None:
    """Nobody is forgotten when hundreds of messages come at once."""
    platform = talk.stage.platform
    place = Place(platform, "@ada", private=True)
    now = datetime.fromisoformat(START)
    said = [
        Heard(f"q{n}", Act.SAID, place, ADA, now, text=f"/ordre{n:03}", message=f"q{n}")
        for n in range(count)
    ]

    await talk.stage.inboxes[platform].put(said)
    await talk.stage.app.settle()

    answers = [one["text"] for one in talk.events if one.get("chat") == "@ada"]
    assert [f"/ordre{n:03}" in text for n, text in enumerate(answers)] == [True] * count


async def test_nobody_is_harmed_by_a_name(talk: Talk) -> None:
    """A name with markup or direction marks is shown harmless; an invisible one is replaced."""
    for name in ("<b>Ada\u202e</b>\0\ud800 & \n" + "x" * 300, "\u200b\u202e", "👨‍👩‍👧‍👦", ""):
        await talk.say("Ada", "/debut", name=name)
        await talk.say("Basile", "/heures 2h avec @ada pour essai", name=name)
        asked = talk.last("@basile")
        await talk.say("Basile", "/annuler")

        assert "<b>Ada" not in asked["html"]
        assert all(label.strip() for label in asked["choices"])
        assert len(asked["choices"]) == 2


async def test_what_is_not_asked_cannot_be_taken_back(talk: Talk) -> None:
    """/retour and /annuler with nothing asked say so, and a first question has nothing before."""
    assert "Aucune question" in await answer(talk, "/retour")
    assert "Aucune question" in await answer(talk, "/annuler")
    await talk.say("Ada", "/offrir")
    assert "Que savez-vous faire" in await answer(talk, "/retour")
    assert "arrête là" in await answer(talk, "/annuler")


async def test_edits_and_deletions_of_what_nobody_knows_are_quiet(talk: Talk) -> None:
    """An old client may touch a message that the bot never met."""
    assert await heard(talk, Act.EDITED, message="unknown", text="autre") == []
    assert await heard(talk, Act.DELETED, message="unknown") == []
    assert await heard(talk, Act.MIGRATED, moved_to=None) == []


async def test_a_reply_to_a_message_that_is_gone_is_read_as_it_is(talk: Talk) -> None:
    """The words count, whatever they answered."""
    events = await heard(talk, Act.SAID, message="r", reply_to="gone", text="/langue english")

    assert "English" in str(events[0]["text"])
    assert len(talk.events) == 1


async def test_texts_of_a_team_that_is_not_told_stay_unknown(talk: Talk) -> None:
    """Nothing of all this reached the team's chat."""
    await answer(talk, "/")
    await answer(talk, "<<<")

    assert [one for one in talk.events if one.get("chat") == TEAM] == []
