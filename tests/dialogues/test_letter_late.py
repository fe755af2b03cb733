"""A letter whose hour went by while nobody kept time: the team says whether it still leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event

from storage.chats import Address
from tests.dialogues.test_letter_desk import in_group, letters, proposed, until
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""Time is the same on any platform."""

LATE = "n’est pas partie à son heure"
AWAY = "2026-02-03T09:00:00+01:00"


def stopped_until(talk: Talk, moment: str) -> None:
    """Nobody keeps time meanwhile."""
    talk.stage.clock.set(datetime.fromisoformat(moment))


def told(talk: Talk, words: str) -> list[str]:
    """What the team read that says so."""
    sent = [one for one in talk.events if one["event"] == "message" and one["chat"] == TEAM]
    return [one["text"] for one in sent if words in one["text"]]


async def late(talk: Talk) -> None:
    """A letter with one line, and a bot that was stopped for two days at its hour."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    stopped_until(talk, AWAY)
    await until(talk, "2026-02-03T09:01:00+01:00")


async def test_the_team_is_asked_once_and_sends_it_all_the_same(talk: Talk) -> None:
    """It leaves at once, where it should have been."""
    await late(talk)
    await until(talk, "2026-02-05T09:00:00+01:00")
    [asked] = told(talk, LATE)
    assert "une nouvelle" in asked
    assert letters(talk) == []
    answer = await talk.press("Driss", "Envoyer quand même", chat=TEAM)
    assert "part tout de suite" in "".join(answer)
    assert [one["at"] for one in letters(talk)] == ["2026-02-05T09:00:00+01:00"]
    await until(talk, "2026-03-02T09:00:00+01:00")
    assert len(letters(talk)) == 1


async def test_the_team_keeps_it_all_for_the_next_one(talk: Talk) -> None:
    """With the title that it had; the same choice twice does nothing."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await talk.goes(
        """
        Driss #equipe: /lettre
        Driss #equipe: [Un titre]
        Driss #equipe: Le temps des haies
        """
    )
    stopped_until(talk, AWAY)
    await until(talk, "2026-02-03T09:01:00+01:00")
    asked = talk.last(TEAM)["id"]
    await talk.press("Driss", "Au mois prochain", chat=TEAM, message=asked)
    assert "partira dimanche 1er mars" in talk.last(TEAM)["text"]
    await talk.press("Driss", "Au mois prochain", chat=TEAM, message=asked)
    await talk.press("Driss", "Envoyer quand même", chat=TEAM, message=asked)
    assert letters(talk) == []
    await until(talk, "2026-03-02T09:00:00+01:00")
    [letter] = letters(talk)
    assert "Un verger" in str(letter["text"])
    assert "Le temps des haies" in str(letter["text"])
    assert len(told(talk, LATE)) == 1


async def test_a_choice_of_a_month_that_is_over_loses_nothing(talk: Talk) -> None:
    """What is gathered since is not put into a letter that leaves no more."""
    await late(talk)
    asked = talk.last(TEAM)["id"]
    await until(talk, "2026-03-02T09:00:00+01:00")
    assert len(letters(talk)) == 1
    await proposed(talk, "Une haie")
    await talk.press("Driss", "Envoyer quand même", chat=TEAM, message=asked)
    await until(talk, "2026-04-02T09:00:00+01:00")
    assert "Une haie" in str(letters(talk)[-1]["text"])


async def test_what_was_approved_too_late_is_no_late_letter(talk: Talk) -> None:
    """There was nothing to send at its hour."""
    await in_group(talk)
    await proposed(talk, "Un verger", approve=False)
    card = talk.last(TEAM)["id"]
    await until(talk, "2026-02-10T09:00:00+01:00")
    await talk.press("Driss", "Approuver", chat=TEAM, message=card)
    await until(talk, "2026-02-12T09:00:00+01:00")
    assert told(talk, LATE) == []
    await until(talk, "2026-03-02T09:00:00+01:00")
    assert len(letters(talk)) == 1


async def test_an_approved_letter_that_could_not_leave_asks_too(talk: Talk) -> None:
    """Frozen, and nobody was there to post it."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await until(talk, "2026-01-31T12:00:00+01:00")
    await talk.press("Driss", "C’est bon, elle peut partir", chat=TEAM)
    stopped_until(talk, AWAY)
    await until(talk, "2026-02-03T09:01:00+01:00")
    assert len(told(talk, LATE)) == 1
    await talk.press("Driss", "Envoyer quand même", chat=TEAM)
    assert len(letters(talk)) == 1


async def test_groups_that_missed_it_are_named_once(talk: Talk) -> None:
    """It left elsewhere; one that has wanted letters only since is not named."""
    for chat in ("#quartier", "#montagne", "#vallee"):
        await talk.do({"do": "join", "chat": chat, "from": "@ada"})
    await proposed(talk, "Un verger")
    zones = {"quartier": "Europe/Paris", "montagne": "America/Martinique", "vallee": "Asia/Tokyo"}
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        for reader in await store.chats.readers():
            if zone := zones.get(reader.address.lstrip("#")):
                wanted = zone != "Asia/Tokyo"
                posting = replace(reader.posting, zone=zone, letter=wanted, late=timedelta(hours=2))
                await store.chats.set_posting(reader.id, posting)
    await until(talk, "2026-02-01T08:10:00+01:00")
    assert len(letters(talk)) == 1
    stopped_until(talk, "2026-02-02T09:00:00+01:00")
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        for group in await store.chats.groups():
            await store.chats.set_posting(group.id, replace(group.posting, letter=True))
    await until(talk, "2026-02-04T09:00:00+01:00")
    assert len([one for one in talk.events if "La lettre de l’all" in one.get("text", "")]) == 1
    [named] = told(talk, "ne l’a pas reçue à temps")
    assert "montagne" in named
    assert "vallee" not in named


async def test_a_letter_posted_before_issues_were_kept_has_left(talk: Talk) -> None:
    """What was approved since waits for the next one."""
    await in_group(talk)
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        for chat in await store.chats.groups():
            await store.outbox.open_issue(chat.id, "letter", "2026-02", now=talk.stage.clock.now())
    stopped_until(talk, "2026-02-01T10:00:00+01:00")
    await proposed(talk, "Nouvelle de mars")
    await until(talk, "2026-02-02T10:00:00+01:00")
    assert letters(talk) == []
    await until(talk, "2026-03-02T10:00:00+01:00")
    assert "Nouvelle de mars" in str(letters(talk)[0]["text"])


async def test_a_look_after_the_letter_left_writes_nothing(talk: Talk) -> None:
    """However many groups had it."""
    app, fabrique = talk.stage.app, talk.stage.fabrique.id
    async with app.database.begin(fabrique) as store:
        for number in range(40):
            address = Address("telegram", f"#g{number}", False, f"Groupe {number}")
            await store.chats.open(address, language="fr", now=talk.stage.clock.now())
    await proposed(talk, "Un verger")
    await until(talk, "2026-02-01T08:10:00+01:00")
    seen: list[str] = []
    listened = app.database.engine.sync_engine
    event.listen(listened, "before_cursor_execute", lambda _c, _u, said, *_rest: seen.append(said))
    stopped_until(talk, "2026-02-01T11:00:00+01:00")
    await app.jobs.run_due()
    assert seen
    assert [one for one in seen if one.startswith("INSERT") and "issues" in one] == []
