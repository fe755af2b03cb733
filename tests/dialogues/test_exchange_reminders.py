"""Exchanges in time: reminded twice, counted where silence counts, over after thirty days."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from domain.ledger import AccountKind
from domain.timebank import ExchangeState
from storage.tables import PersonRow
from tests.dialogues.exchanges import (
    agreed,
    balances,
    exchanges,
    heard,
    noted,
    now,
    person,
    proposed,
    settled,
    states,
    store_of,
)
from tests.talk import TEAM, Talk, talk_on


async def to(talk: Talk, day: str) -> list[str]:
    """Time passes until noon of a day; who is told anew what, when."""
    events = await talk.do({"do": "clock", "to": f"{day}T12:00:00+01:00"})
    return [f"{one['at'][5:13]} {one['chat']}" for one in events if one["event"] == "message"]


async def test_the_awaited_side_is_reminded_twice_then_both_are_told_it_is_over(
    talk: Talk,
) -> None:
    """In the morning of the third and the seventh day; every card of it ends with it."""
    card = await noted(talk)

    assert await to(talk, "2026-01-07") == []
    assert await to(talk, "2026-01-08") == ["01-08T09 @basile"]
    assert "Petit rappel" in heard(talk, "@basile")[-1]
    assert await to(talk, "2026-01-12") == ["01-12T09 @basile"]
    assert "Dernier rappel" in heard(talk, "@basile")[-1]
    assert await to(talk, "2026-02-03") == []
    assert sorted(await to(talk, "2026-02-04")) == ["02-04T09 @ada", "02-04T09 @basile"]

    assert "Votre échange est resté sans réponse" in heard(talk, "@ada")[-1]
    assert "sans votre réponse" in heard(talk, "@basile")[-1]
    assert await states(talk) == ["expired"]
    assert now(talk, card)[1] == []
    assert "ne compte pas" in now(talk, card)[0]
    assert "ne compte pas" in (await talk.say("Basile", "c’était 2h", reply_to=card))[-1]
    assert await to(talk, "2026-06-01") == []


async def test_a_reminder_carries_the_choices_and_ends_with_the_others(talk: Talk) -> None:
    """Confirmed on the reminder, the first card shows it too."""
    card = await noted(talk)
    await to(talk, "2026-01-08")
    reminder = talk.last("@basile")
    assert reminder["choices"] == ["Confirmer", "Contester", "Modifier"]

    await talk.press("Basile", "Confirmer", message=reminder["id"])

    assert "Confirmé par Basile Fictif." in now(talk, card)[0]
    assert "plus valable" in (await talk.press("Basile", "Confirmer", message=card))[-1]
    assert await balances(talk) == {"@ada": 120, "@basile": -120}
    assert await to(talk, "2026-02-10") == []


async def test_a_round_that_runs_twice_or_late_says_nothing_twice(tmp_path: Path) -> None:
    """The bot was away from the first day to the tenth: one reminder, not two."""
    async with talk_on("telegram", tmp_path) as talk:
        await noted(talk)
    url = f"sqlite:///{tmp_path}/talk.db"
    async with talk_on(
        "telegram", tmp_path, database=url, start="2026-01-15T10:00:00+01:00"
    ) as talk:
        await talk.stage.app.jobs.run_due()
        await talk.stage.app.jobs.run_due()
        await talk.stage.app.settle()
        assert len(heard(talk, "@basile")) == 1
        assert "Dernier rappel" in heard(talk, "@basile")[0]
        assert await to(talk, "2026-02-01") == []


async def test_silence_is_a_yes_where_the_fabrique_wants_it(tmp_path: Path) -> None:
    """Both are told after how long; the card says it."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_after=5)
        card = await noted(talk)
        assert await to(talk, "2026-01-08") == ["01-08T09 @basile"]

        assert sorted(await to(talk, "2026-01-10")) == ["01-10T09 @ada", "01-10T09 @basile"]

        for chat in ("@ada", "@basile"):
            assert "sans réponse depuis 5 jours" in heard(talk, chat)[-1]
        assert "Votre solde : −2 h" in heard(talk, "@basile")[-1]
        assert await balances(talk) == {"@ada": 120, "@basile": -120}
        assert "Compté sans réponse." in now(talk, card)[0]
        await talk.stage.app.jobs.run_due()
        assert await balances(talk) == {"@ada": 120, "@basile": -120}


async def test_the_silence_of_who_heard_nothing_is_no_yes(tmp_path: Path) -> None:
    """Never met in private, gone, or blocked: the noter learns it, and nothing counts."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_after=5)
        await talk.say("Ada", "/debut")
        async with store_of(talk) as store:
            await person(store, talk, "Basile")
        await talk.say("Ada", "/heures 2h à @basile pour relecture")
        await talk.press("Ada", "C’est juste")

        assert await to(talk, "2026-01-08") == ["01-08T09 @ada"]
        assert "Je n’arrive pas à joindre Basile Fictif" in heard(talk, "@ada")[-1]
        assert talk.last("@ada")["choices"] == ["Retirer cet échange"]
        assert await to(talk, "2026-02-03") == []
        assert await to(talk, "2026-02-04") == ["02-04T09 @ada"]
        assert await states(talk) == ["expired"]


@pytest.mark.parametrize("standing", ["left", "blocked"])
async def test_nobody_who_left_or_is_blocked_is_written_to(tmp_path: Path, standing: str) -> None:
    """The one who noted it learns that no answer will come."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_after=5)
        await noted(talk)
        async with store_of(talk) as store:
            basile = await person(store, talk, "Basile")
            changed = update(PersonRow).where(PersonRow.id == basile).values(standing=standing)
            await store.session.execute(changed)

        assert await to(talk, "2026-01-20") == ["01-08T09 @ada"]
        assert await states(talk) == ["proposed"]


async def test_limits_hold_against_silence_too(tmp_path: Path) -> None:
    """What may not be owed is not owed by waiting."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_after=5, floor=-1)
        await agreed(talk)
        await noted(talk, "1h à @basile pour le tri")

        await to(talk, "2026-01-20")

        assert await states(talk) == ["confirmed", "proposed"]


async def test_a_correction_is_never_taken_at_its_silence(tmp_path: Path) -> None:
    """It waits, is reminded of, and ends."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_after=5)
        await agreed(talk)
        await talk.say("Ada", "/corriger")
        await talk.press("Ada", 0)
        await talk.say("Ada", "3h")
        await talk.press("Ada", "Envoyer telle quelle")

        await to(talk, "2026-03-01")

        assert await states(talk) == ["confirmed", "expired"]
        assert await balances(talk) == {"@ada": 120, "@basile": -120}


async def test_what_waits_for_the_team_is_shown_to_it_again(tmp_path: Path) -> None:
    """With its choices, in each of its chats; it is not taken at its silence."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_after=5)
        await talk.say("Ada", "/debut")
        await proposed(talk, "Ada", AccountKind.POT)

        assert await to(talk, "2026-01-08") == ["01-08T09 #equipe"]
        assert talk.last(TEAM)["choices"] == ["Confirmer", "Contester", "Modifier"]
        assert await to(talk, "2026-01-12") == ["01-12T09 #equipe"]
        await talk.press("Driss", "Confirmer", chat=TEAM)
        assert (await balances(talk))["@ada"] == 120
        assert await to(talk, "2026-02-10") == []


async def test_an_invitation_nobody_followed_ends_too(tmp_path: Path) -> None:
    """Its writer is told twice: that it was not opened, and that it is over."""
    async with talk_on("telegram", tmp_path) as talk:
        await talk.say("Ada", "/debut")
        async with store_of(talk) as store:
            basile = await store.ledger.of_person(await person(store, talk, "Basile"))
        await proposed(talk, "Ada", basile, state=ExchangeState.INVITED)

        assert await to(talk, "2026-01-12") == ["01-08T09 @ada"]
        assert "n’a pas encore ouvert votre invitation" in heard(talk, "@ada")[-1]
        assert await to(talk, "2026-02-04") == ["02-04T09 @ada"]
        assert await states(talk) == ["expired"]


async def test_many_fall_due_on_the_same_morning(tmp_path: Path) -> None:
    """Each counts once, in one chain."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_after=1)
        for minutes in (10, 20, 30, 40):
            await noted(talk, f"{minutes}min à @basile pour le tri")

        await to(talk, "2026-01-06")

        assert await balances(talk) == {"@ada": 100, "@basile": -100}
        async with store_of(talk) as store:
            assert await store.ledger.faults() == []
        assert [one.confirmed_by for one in await exchanges(talk)] == [None] * 4
