"""The imagined world: what platforms and addresses do to a bot, and what a dump shows of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.talk import TEAM, Talk, talk_on
from tests.test_simulate import AGENDA, KEYS

GROUP = "#quartier"
FEED = "https://exemple.fr/agenda.ics"


async def approved(talk: Talk, folder: Path) -> None:
    """A group is there, and an event of next week is in the agenda."""
    (folder / "agenda.ics").write_text(AGENDA, encoding="utf-8")
    sent = {"name": "agenda.ics", "path": str(folder / "agenda.ics"), "from": "@ada"}
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.do({"do": "send_file", "chat": "@ada", **sent})
    await talk.press("Driss", "Approuver", chat=TEAM)


def agendas(talk: Talk) -> list[str]:
    """When a digest appeared in the group."""
    return [
        one["at"]
        for one in talk.events
        if one["event"] == "message" and one["chat"] == GROUP and "Grande tablée" in one["text"]
    ]


async def test_a_flood_waits_for_its_hour_and_keeps_the_order(talk: Talk) -> None:
    """Nothing is retried until the clock moves, and what came later waits behind."""
    await talk.do({"do": "fault", "chat": "@ada", "kind": "flood"})
    await talk.say("Ada", "/solde")
    await talk.say("Ada", "/attente")
    assert [one["event"] for one in talk.events] == ["undelivered"]

    await talk.do({"do": "clock", "by": "PT29S"})
    assert len(talk.events) == 1
    await talk.do({"do": "clock", "by": "PT1S"})

    assert ["Votre compte" in one.get("text", "") for one in talk.events] == [False, True, False]
    assert {one["at"] for one in talk.events[1:]} == {"2026-01-05T09:00:30+01:00"}


async def test_a_connection_that_fails_is_tried_again(talk: Talk) -> None:
    """Two failures are two events, then the message is there, once."""
    await talk.do({"do": "fault", "chat": "@ada", "kind": "down", "times": 2})
    await talk.say("Ada", "/solde")
    await talk.do({"do": "clock", "by": "PT1H"})

    assert [one["event"] for one in talk.events] == ["undelivered", "undelivered", "message"]


async def test_a_private_answer_that_may_be_lost_is_said_again_on_telegram_only(talk: Talk) -> None:
    """Matrix knows the key of a send, so its retry shows nothing; elsewhere twice beats never."""
    await talk.do({"do": "fault", "chat": "@ada", "kind": "lost_answer"})
    await talk.say("Ada", "/solde")
    await talk.do({"do": "clock", "by": "PT1H"})

    assert len(talk.events) == (1 if talk.stage.platform == "matrix" else 2)
    assert {row["state"] for row in await talk.dump("deliveries")} == {"sent"}


async def test_a_group_post_that_may_be_lost_is_left_to_the_team(tmp_path: Path) -> None:
    """On Telegram nobody but people can tell; what they say is done, once."""
    async with talk_on("telegram", tmp_path) as talk:
        await approved(talk, tmp_path)
        await talk.do({"do": "fault", "chat": GROUP, "kind": "lost_answer", "times": 2})
        await talk.do({"do": "clock", "to": "2026-01-12T08:00:00+01:00"})
        card = talk.last(TEAM)
        assert card["choices"] == ["C’est arrivé", "Renvoyer"]
        assert "#quartier (l’agenda de la semaine du lundi 12 janvier)" in card["text"]
        states = [row["state"] for row in await talk.dump("deliveries") if row["kind"] == "agenda"]
        assert states == ["unknown"]

        await talk.press("Driss", "Renvoyer", chat=TEAM)
        await talk.press("Driss", "C’est arrivé", chat=TEAM)

        assert len(agendas(talk)) == 2
        states = [row["state"] for row in await talk.dump("deliveries") if row["kind"] == "agenda"]
        assert states == ["sent"]
        acts = [row["act"] for row in await talk.dump("audit")]
        assert acts == ["approved", "send-again", "arrived"]


async def test_on_matrix_a_group_post_is_repeated_without_a_trace(tmp_path: Path) -> None:
    """The same transaction id posts nothing twice, so nobody is asked."""
    async with talk_on("matrix", tmp_path) as talk:
        await approved(talk, tmp_path)
        await talk.do({"do": "fault", "chat": GROUP, "kind": "lost_answer"})
        await talk.do({"do": "clock", "to": "2026-01-12T09:00:00+01:00"})

        assert len(agendas(talk)) == 1
        assert "Renvoyer" not in talk.last(TEAM)["choices"]


@pytest.mark.parametrize(
    ("start", "mondays"),
    [
        ("2026-03-16T09:00:00+01:00", ["2026-03-23T08:00:00+01:00", "2026-03-30T08:00:00+02:00"]),
        ("2026-10-12T09:00:00+02:00", ["2026-10-19T08:00:00+02:00", "2026-10-26T08:00:00+01:00"]),
    ],
)
async def test_the_digest_keeps_its_local_hour_over_a_clock_change(
    tmp_path: Path, start: str, mondays: list[str]
) -> None:
    """Once a week at the group's hour, in spring and in autumn."""
    repeated = AGENDA.replace("20260114", start[:10].replace("-", "")).replace(
        "SUMMARY", "RRULE:FREQ=DAILY;COUNT=20\nSUMMARY"
    )
    async with talk_on("telegram", tmp_path, start=start) as talk:
        (tmp_path / "agenda.ics").write_text(repeated, encoding="utf-8")
        sent = {"name": "agenda.ics", "path": str(tmp_path / "agenda.ics"), "from": "@ada"}
        await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
        await talk.do({"do": "send_file", "chat": "@ada", **sent})
        await talk.press("Driss", "Tout approuver", chat=TEAM)
        await talk.do({"do": "clock", "by": "P14D"})

        assert agendas(talk) == mondays


async def test_a_calendar_at_an_address_is_read_again_and_again(talk: Talk, tmp_path: Path) -> None:
    """A failure is told once, deletes nothing, and the next reading makes it good."""
    (tmp_path / "agenda.ics").write_text(AGENDA, encoding="utf-8")
    ok = {"do": "feed", "url": FEED, "path": str(tmp_path / "agenda.ics")}
    await talk.do({"do": "feed", "url": FEED, "absent": True})
    await talk.say("Ada", f"/proposer {FEED}")
    assert "ne répond pas" in talk.last("@ada")["text"]

    await talk.do({"do": "feed", "url": FEED, "status": 500})
    await talk.do({"do": "clock", "by": "PT6H"})
    await talk.do(ok)
    await talk.do({"do": "clock", "by": "P1D"})

    assert [row["title"] for row in await talk.dump("events")] == ["Grande tablée"]
    told = [one["text"] for one in talk.events if one.get("chat") == "@ada"]
    assert sum("ne répond pas" in text for text in told) == 1


async def test_a_dump_writes_exactly_the_promised_keys(talk: Talk, tmp_path: Path) -> None:
    """Scripts read them: nothing more, nothing less, in this order."""
    await approved(talk, tmp_path)
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Basile: [Oui]
        Ada: /heures 2h de @basile pour mon vélo, hier
        Ada: [C’est juste]
        Basile: [Confirmer]
        """
    )

    for what, keys in KEYS.items():
        rows = await talk.dump(what)
        assert [list(row) for row in rows] == [keys.split()] * max(1, len(rows)), what
    assert await talk.dump("ledger") == [
        {
            "exchange": 1,
            "giver": "@basile",
            "receiver": "@ada",
            "minutes": 120,
            "day": "2026-01-04",
            "subject": "mon vélo",
            "kind": "exchange",
            "confirmed_at": "2026-01-05T09:00:00+01:00",
        }
    ]
    (met,) = await talk.dump("introductions")
    assert (met["asker"], met["helper"], met["state"]) == ("@ada", "@basile", "accepted")
