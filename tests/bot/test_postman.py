"""Mail leaves once, whatever the server does: puts off, refuses, dies, is away, is a stranger."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.letters.mail import Sender
from bot.mail import Line, Outcome, Relay, Result
from domain.mailings import Sent
from storage.tables import MailReaderRow
from tests.dialogues.mails import ADA, letter_leaves, mailing, mails_through, subscribed
from tests.dialogues.test_letter_desk import until
from tests.talk import TEAM, Talk, talk_on
from tests.wire.smtp import Office, office, takes

ISSUE = "2026-02"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """A talk; what is beside it does not matter to mail."""
    async with talk_on("telegram", tmp_path) as talk:
        yield talk


async def stands(talk: Talk) -> dict[Sent, int]:
    """How the mails of the letter stand."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        return await store.mail.counts(ISSUE)


async def test_what_is_put_off_comes_later_and_once(talk: Talk) -> None:
    """Greylisting: a stranger is told to come again."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        server.to = lambda _to, count: "451 4.7.1 Greylisted" if count < 4 else "250 OK"
        await letter_leaves(talk)
        assert await stands(talk) == {Sent.WAITING: 1}
        await until(talk, "2026-02-02T08:00:00+01:00")
    assert await stands(talk) == {Sent.SENT: 1}
    assert server.addresses() == [ADA, ADA]


async def test_a_message_that_is_put_off_comes_later_and_once(talk: Talk) -> None:
    """The same, after it was handed over: an answer is an answer."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        answers = iter(["452 4.3.1 Later"])
        server.data = lambda _about, _count: next(answers, "250 OK")
        await letter_leaves(talk)
        await until(talk, "2026-02-01T12:00:00+01:00")
    assert server.addresses() == [ADA, ADA]


async def test_an_address_that_is_gone_is_told_to_its_reader(talk: Talk) -> None:
    """Marked, written to no more, and said in the chat; the others have their letter."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await subscribed(talk, server, "Basile", "basile@exemple.org")
        server.to = lambda to, _count: "550 5.1.1 Nobody" if to == ADA else "250 OK"
        await letter_leaves(talk)
        assert await stands(talk) == {Sent.SENT: 1, Sent.REFUSED: 1}
        assert "n’a pas pu être remise" in talk.last("@ada")["text"]
        assert "refusée" in talk.last(TEAM)["text"]
        assert "ne prend pas nos messages" in "".join(await talk.say("Ada", "/lettre email"))
        server.to = takes
        await subscribed(talk, server)


async def subscriptions(talk: Talk) -> dict[str, bool]:
    """Which addresses have the letter."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        return {one.address: one.reads for one in await store.mail._readers()}


@pytest.mark.parametrize(
    "answer",
    [
        "554 5.7.1 <%s>: Relay access denied",
        "550 5.7.1 %s: we do not take mail from you",
        "552 5.2.2 Mailbox of %s is full",
        "550 5.1.8 Bad sender address",
        "550 Rejected by policy",
    ],
)
async def test_a_relay_that_refuses_us_costs_nobody_the_letter(talk: Talk, answer: str) -> None:
    """Mails wait, the team is told once what it says, and all is sent once it serves again."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await subscribed(talk, server, "Basile", "basile@exemple.org")
        server.to = lambda to, _count: answer % to if "%s" in answer else answer
        await letter_leaves(talk)
        await until(talk, "2026-02-01T20:00:00+01:00")
        assert await stands(talk) == {Sent.WAITING: 2}
        assert await subscriptions(talk) == {ADA: True, "basile@exemple.org": True}
        told = [one for one in talk.events if "n’accepte pas nos e-mails" in one.get("text", "")]
        assert [one["chat"] for one in told] == [TEAM]
        assert answer[:3] in told[0]["text"]
        assert "exemple.org" not in told[0]["text"]
        assert "vous parvient" in "".join(await talk.say("Ada", "/lettre email"))
        server.to = takes
        await until(talk, "2026-02-03T08:00:00+01:00")
    assert await stands(talk) == {Sent.SENT: 2}


async def test_a_relay_that_knows_nobody_at_all_is_not_believed(talk: Talk) -> None:
    """It says so of everybody: only where it took mail for others is an address given up."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await subscribed(talk, server, "Basile", "basile@exemple.org")
        server.to = lambda _to, _count: "550 5.1.1 Nobody"
        await letter_leaves(talk)
        assert await stands(talk) == {Sent.WAITING: 2}
        assert all((await subscriptions(talk)).values())
        server.to = lambda to, _count: "550 5.1.1 Nobody" if to == ADA else "250 OK"
        await until(talk, "2026-02-03T08:00:00+01:00")
        assert await subscriptions(talk) == {ADA: False, "basile@exemple.org": True}
        assert "ne connaît plus cette adresse" in talk.last("@ada")["text"]


async def test_whoever_typed_an_address_of_nobody_is_told(talk: Talk) -> None:
    """At once, while they remember what they typed; an address that has the letter keeps it."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        server.to = lambda _to, _count: "550 No such user here"
        await talk.say("Basile", "/lettre email basille@exemple.org")
        assert "personne à cette adresse" in talk.last("@basile")["text"]
        await talk.say("Basile", f"/lettre email {ADA}")
        assert (await subscriptions(talk))[ADA]
        assert all("Ada" not in one["text"] for one in talk.events if one.get("chat") == TEAM)


async def test_a_mail_that_cannot_be_written_stops_no_other(talk: Talk) -> None:
    """It is given up, and counted before the team."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await subscribed(talk, server, "Basile", "basile@exemple.org")
        async with talk.stage.app.database.begin() as store:
            broken = update(MailReaderRow).where(MailReaderRow.address == ADA)
            await store.session.execute(broken.values(language="xx"))
        await letter_leaves(talk)
        assert await stands(talk) == {Sent.SENT: 1, Sent.REFUSED: 1}
        assert "Une a été refusée" in talk.last(TEAM)["text"]
    assert talk.stage.world.faults == 1
    talk.stage.world.faults = 0


async def test_a_lost_answer_is_unknown_and_not_repeated(talk: Talk) -> None:
    """The team is told a count, and may have it sent once more."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        server.dies = 1
        await letter_leaves(talk)
        assert await stands(talk) == {Sent.UNKNOWN: 1}
        await until(talk, "2026-02-03T08:00:00+01:00")
        assert server.addresses() == [ADA, ADA]
        told = [one for one in talk.events if "la réponse s’est perdue" in one.get("text", "")]
        assert len(told) == 1
        assert ADA not in told[0]["text"]
        await talk.press("Driss", "Renvoyer à ces adresses", chat=TEAM, message=told[0]["id"])
        assert await stands(talk) == {Sent.SENT: 1}
        await talk.press("Driss", "Renvoyer à ces adresses", chat=TEAM, message=told[0]["id"])
    assert server.addresses() == [ADA, ADA, ADA]


async def test_a_process_that_dies_while_it_sends_leaves_it_unknown(talk: Talk) -> None:
    """Claimed and not reported: the next process does not send it again, and says so."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await letter_queued(talk)
        async with talk.stage.app.database.begin() as store:
            due = await store.mail.due(talk.stage.clock.now(), at_most=5)
            assert [await store.mail.claim(one) is not None for one in due] == [True]
        await talk.stage.app.postman.recover()
        await until(talk, "2026-02-03T08:00:00+01:00")
    assert await stands(talk) == {Sent.UNKNOWN: 1}
    assert server.addresses() == [ADA]


async def letter_queued(talk: Talk) -> None:
    """The letter left the chats, and its mails wait: nobody sends them yet."""
    talk.stage.app.postman.closing = True
    await letter_leaves(talk)
    talk.stage.app.postman.closing = False


async def test_a_relay_that_is_away_is_left_alone_for_a_while(talk: Talk) -> None:
    """Nothing is lost, and nothing else waits for it."""
    made = Office()
    async with mailing(talk, made) as server:
        await subscribed(talk, server)
    await letter_leaves(talk)
    assert await stands(talk) == {Sent.WAITING: 1}
    async with office(made):
        await until(talk, "2026-02-01T12:00:00+01:00")
    assert await stands(talk) == {Sent.SENT: 1}
    assert made.addresses() == [ADA, ADA]


async def test_a_mail_that_waited_three_days_is_given_up(talk: Talk) -> None:
    """The team is told; nothing is tried for ever."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        server.to = lambda _to, _count: "451 Later"
        await letter_leaves(talk)
        await until(talk, "2026-02-06T08:00:00+01:00")
        tries = server.asked
        await until(talk, "2026-02-16T08:00:00+01:00")
    assert server.asked == tries < 20
    assert await stands(talk) == {Sent.REFUSED: 1}


async def test_who_left_meanwhile_gets_no_letter(talk: Talk) -> None:
    """Between its hour and its turn."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await letter_queued(talk)
        await talk.say("Ada", "/lettre stop")
        await until(talk, "2026-02-02T08:00:00+01:00")
    assert server.addresses() == [ADA]


async def test_one_line_carries_many_mails(talk: Talk) -> None:
    """Each to one reader, none seeing another."""
    async with mailing(talk) as server:
        for who in ("Ada", "Basile", "Chloé"):
            await subscribed(talk, server, who, f"{who.lower().replace('é', 'e')}@exemple.org")
        await letter_queued(talk)
        lines, before = server.lines, len(server.got)
        await until(talk, "2026-02-02T08:00:00+01:00")
    assert len(server.got) - before == 3
    assert server.lines - lines == 1
    assert {str(one["To"]) for one in server.got[before:]} == {
        "ada@exemple.org",
        "basile@exemple.org",
        "chloe@exemple.org",
    }
    assert len({one["Message-ID"] for one in server.got}) == len(server.got)


@pytest.fixture
async def certificate(tmp_path: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What a server shows, made now, and what trusts it."""
    key, made = tmp_path / "key.pem", tmp_path / "made.pem"
    arguments = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj"]
    arguments += ["/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    arguments += ["-keyout", str(key), "-out", str(made)]
    process = await asyncio.create_subprocess_exec(
        "openssl", *arguments, stderr=asyncio.subprocess.DEVNULL
    )
    assert await process.wait() == 0
    shows = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shows.load_cert_chain(made, key)
    return shows, ssl.create_default_context(cafile=str(made))


Certificate = tuple[ssl.SSLContext, ssl.SSLContext]


async def test_the_line_is_protected_before_the_password_is_said(
    talk: Talk, certificate: Certificate
) -> None:
    """STARTTLS, an account, and a letter over it."""
    shows, trusts = certificate
    made = Office(account=("lettre", "mot-de-passe-fictif"))
    account = {"user": "lettre", "password": "mot-de-passe-fictif"}
    async with office(made, shows) as server:
        mails_through(talk, server.port, tls="starttls", trusts=trusts, **account)
        await subscribed(talk, server)
    assert made.secure == [True]


@pytest.mark.parametrize("fault", ["stranger", "password", "no-tls"])
async def test_a_line_that_is_not_safe_carries_nothing(
    talk: Talk, certificate: Certificate, fault: str
) -> None:
    """A certificate that nobody vouches for, a wrong password, a server without TLS."""
    shows, trusts = certificate
    made = Office(account=("lettre", "mot-de-passe-fictif") if fault == "password" else None)
    relay: dict[str, dict[str, Any]] = {
        "stranger": {"trusts": ssl.create_default_context()},
        "password": {"trusts": trusts, "user": "lettre", "password": "un-autre"},
        "no-tls": {"trusts": trusts},
    }
    async with office(made, None if fault == "no-tls" else shows) as server:
        mails_through(talk, server.port, tls="starttls", **relay[fault])
        await talk.say("Ada", f"/lettre email {ADA}")
    assert made.got == []


async def test_a_closed_door_is_away_and_no_fault() -> None:
    """Nobody listens at that port."""
    line = Line(Relay("127.0.0.1", 9, "none", Sender("lettre@exemple.org")))
    assert await line.send(ADA, b"") == Result(Outcome.AWAY)
