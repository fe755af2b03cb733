"""Correcting what counts: a new exchange, linked, that both sides agree to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.ledger import AccountKind, Kind
from domain.timebank import Exchange, ExchangeState, propose
from tests.dialogues.exchanges import (
    agreed,
    balances,
    exchanges,
    heard,
    now,
    person,
    states,
    store_of,
)
from tests.talk import TEAM, Talk

CHOICE = "2\u202fh, Basile Fictif, 4 janvier 2026"


async def counted(talk: Talk, kind: Kind = Kind.EXCHANGE, **more: Any) -> int:
    """Something of Ada's and Basile's that counts already, as another way in would enter it."""
    async with store_of(talk) as store:
        ada, basile = [await person(store, talk, who) for who in ("Ada", "Basile")]
        noted = propose(
            giver=await store.ledger.of_person(ada),
            receiver=await store.ledger.of_person(basile),
            minutes=120,
            day=date(2026, 1, 4),
            subject="jardin",
            by=await store.ledger.party(ada),
            noted_at=talk.stage.clock.now(),
            today=date(2026, 1, 5),
            kind=kind,
        )
        state = ExchangeState.CONFIRMED
        values = {**vars(noted), "state": state, "confirmed_at": talk.stage.clock.now(), **more}
        return (await store.exchanges.add(Exchange(**values))).id


async def meet(talk: Talk) -> None:
    """Both wrote to the bot."""
    for who in ("Ada", "Basile"):
        await talk.say(who, "/debut")


async def test_a_correction_is_proposed_and_agreed_to(talk: Talk) -> None:
    """The first exchange stays as it was; the difference is added, linked to it."""
    await agreed(talk)
    await talk.goes(
        """
        Basile: /corriger
        Bot: Quel échange faut-il corriger ? [2 h, Ada Exemple, 4 janvier 2026] [Annuler]
        Basile: [2 h, Ada Exemple, 4 janvier 2026]
        Bot: Qu’aurait-il fallu noter ? [Cela n’a pas eu lieu] [Dans l’autre sens] [30 min]
        Basile: 1h30
        Bot: a donné 2 h à Basile Fictif … 1 h 30 au lieu de 2 h [Envoyer telle quelle] [Annuler]
        Basile: [Envoyer telle quelle]
        Bot: La correction comptera dès que Ada Exemple aura confirmé
        Bot → Ada: Basile Fictif propose une correction … 2 h … 1 h 30 au lieu de 2 h [Confirmer]
        Ada: [Confirmer]
        Bot: Échange confirmé … 1 h 30 au lieu de 2 h Votre solde : 1 h 30
        Bot → Basile: Votre solde : −1 h 30
        """
    )
    first, second = await exchanges(talk)
    assert (first.state.value, first.minutes) == ("confirmed", 120)
    assert (second.kind, second.corrects, second.minutes) == (Kind.CORRECTION, 1, 30)
    assert (second.giver, second.receiver) == (first.receiver, first.giver)
    assert await balances(talk) == {"@ada": 90, "@basile": -90}


async def test_what_never_took_place_comes_to_nothing(talk: Talk) -> None:
    """A word may say why; the other side reads it."""
    await agreed(talk)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", CHOICE)
    await talk.press("Ada", "Cela n’a pas eu lieu")
    await talk.say("Ada", "Nous l’avions reporté.")
    card = talk.last("@basile")["text"].replace("\u202f", " ")
    assert "Cela n’a pas eu lieu, au lieu de 2 h" in card
    assert "Pourquoi : « Nous l’avions reporté. »" in card

    await talk.press("Basile", "Confirmer")

    assert await balances(talk) == {}
    assert await states(talk) == ["confirmed", "confirmed"]


async def test_corrected_again_it_comes_to_what_was_said_last(talk: Talk) -> None:
    """Each time against what it comes to now, also after it was turned round."""
    await agreed(talk)
    for should in ("1h dans l’autre sens", "3h dans l’autre sens", "l’inverse", "45min"):
        await talk.say("Ada", "/corriger basile")
        if "Choisissez" in talk.last("@ada")["text"] and "fallu" not in talk.last("@ada")["text"]:
            await talk.press("Ada", 0)
        await talk.say("Ada", should)
        await talk.press("Ada", "Envoyer telle quelle")
        await talk.press("Basile", "Confirmer")
    assert await balances(talk) == {"@ada": 45, "@basile": -45}
    assert [one.corrects for one in await exchanges(talk)] == [None, 1, 1, 1, 1]
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", 0)
    assert "corrigé depuis : 45 min" in heard(talk, "@ada")[-1].replace("\u202f", " ")


async def test_what_it_comes_to_already_is_no_correction(talk: Talk) -> None:
    """The question stands, so that something else can be said."""
    await agreed(talk)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", CHOICE)

    assert "C’est déjà ce qui compte" in " ".join(await talk.say("Ada", "2h"))
    assert "au lieu de" in (await talk.say("Ada", "1h"))[-1]
    assert await states(talk) == ["confirmed"]


async def test_one_correction_waits_at_a_time(talk: Talk) -> None:
    """Of two that cross, each would be counted against the same hours."""
    await agreed(talk)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", CHOICE)
    await talk.say("Ada", "1h")
    await talk.press("Ada", "Envoyer telle quelle")

    await talk.say("Basile", "/corriger")
    said = await talk.press("Basile", 0)

    assert "Une correction de cet échange attend déjà" in " ".join(said)
    assert await states(talk) == ["confirmed", "proposed"]


async def test_a_correction_that_is_contested_changes_nothing(talk: Talk) -> None:
    """The team looks at it; the first exchange still counts."""
    await agreed(talk)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", CHOICE)
    await talk.say("Ada", "3h")
    await talk.press("Ada", "Envoyer telle quelle")
    assert talk.last("@basile")["choices"] == ["Confirmer", "Contester"]

    await talk.press("Basile", "Contester")

    assert await balances(talk) == {"@ada": 120, "@basile": -120}
    assert talk.last(TEAM)["choices"] == ["C’est juste", "Classer", "Répondre"]


async def test_a_contested_correction_that_the_team_finds_right_counts(talk: Talk) -> None:
    """In the team's name, on the cards too."""
    await agreed(talk)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", CHOICE)
    await talk.say("Ada", "3h")
    await talk.press("Ada", "Envoyer telle quelle")
    card = talk.last("@basile")["id"]
    await talk.press("Basile", "Contester", message=card)
    await talk.press("Driss", "C’est juste", chat=TEAM)
    await talk.say("Driss", "Vu ensemble.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert await balances(talk) == {"@ada": 180, "@basile": -180}
    assert "Confirmé par l’équipe." in now(talk, card)[0]
    assert "Driss" not in now(talk, card)[0] + heard(talk, "@ada")[-1]


async def test_the_team_corrects_at_once_with_a_reason(talk: Talk) -> None:
    """Both are told why, and the log keeps it."""
    await agreed(talk)
    await talk.goes(
        """
        Driss #equipe: /corriger
        Bot: Quel échange faut-il corriger ? [Ada Exemple → Basile Fictif, 2 h] [Annuler]
        Driss #equipe: [Ada Exemple → Basile Fictif, 2 h]
        Bot: Qu’aurait-il fallu noter ? [Cela n’a pas eu lieu] [Dans l’autre sens]
        Driss #equipe: 1h
        Bot: 1 h au lieu de 2 h … Pourquoi ? [Annuler]
        Driss #equipe: Vu sur la feuille signée.
        Bot: L’équipe a confirmé cet échange … 1 h au lieu de 2 h
        Bot → Ada: L’équipe a confirmé cet échange … Vu sur la feuille signée. … Votre solde : 1 h
        Bot → Basile: Votre solde : −1 h
        """
    )
    assert await balances(talk) == {"@ada": 60, "@basile": -60}
    again = await talk.say("Driss", "/corriger exchange:1", chat=TEAM)
    assert "corrigé depuis : 1 h" in again[-1].replace("\u202f", " ")
    (act,) = [row for row in await talk.dump("audit") if row["act"] == "correct"]
    assert act["on"] == "exchange:1"
    log = (await talk.say("Driss", "/journal", chat=TEAM))[-1].replace("\u202f", " ")
    assert "a corrigé l’échange n° 1 : Vu sur la feuille signée." in log


async def test_the_team_cannot_correct_without_a_reason(talk: Talk) -> None:
    """Blanks are none."""
    await agreed(talk)
    await talk.say("Driss", "/corriger", chat=TEAM)
    await talk.press("Driss", 0, chat=TEAM)
    await talk.say("Driss", "1h", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    asked = talk.last(TEAM)
    assert asked["choices"] == ["Annuler"]
    assert await states(talk) == ["confirmed"]


async def test_nobody_of_the_team_corrects_their_own(talk: Talk) -> None:
    """They propose it in private, as anybody does."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@ada", "as": "member"})
    await agreed(talk)
    await talk.say("Ada", "/corriger", chat=TEAM)
    await talk.press("Ada", 0, chat=TEAM)

    said = await talk.say("Ada", "1h", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert "votre propre échange" in " ".join(said)
    assert await states(talk) == ["confirmed"]


async def test_a_gift_is_made_smaller_but_not_turned_round(talk: Talk) -> None:
    """The hours that were too many come back."""
    await meet(talk)
    await counted(talk, Kind.GIFT)
    assert await balances(talk) == {"@ada": -120, "@basile": 120}
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", 0)
    assert "Dans l’autre sens" not in talk.last("@ada")["choices"]
    assert "ne se retourne pas" in " ".join(await talk.say("Ada", "1h dans l’autre sens"))
    await talk.say("Ada", "1h")
    await talk.press("Ada", "Envoyer telle quelle")
    await talk.press("Basile", "Confirmer")

    assert await balances(talk) == {"@ada": -60, "@basile": 60}


async def test_a_session_s_exchange_is_corrected_between_its_two(talk: Talk) -> None:
    """The others of the session are not touched."""
    await meet(talk)
    await counted(talk, Kind.SESSION)
    await talk.say("Basile", "/corriger")
    await talk.press("Basile", 0)
    await talk.press("Basile", "Cela n’a pas eu lieu")
    await talk.press("Basile", "Envoyer telle quelle")
    await talk.press("Ada", "Confirmer")

    assert await balances(talk) == {}
    assert [one.session for one in await exchanges(talk)] == [None, None]


async def test_a_paid_mission_is_corrected_as_paid(talk: Talk) -> None:
    """It changes no balance either."""
    await meet(talk)
    await counted(talk, paid=True)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", 0)
    await talk.say("Ada", "1h")
    await talk.press("Ada", "Envoyer telle quelle")
    await talk.press("Basile", "Confirmer")

    assert await balances(talk) == {}
    assert [one.paid for one in await exchanges(talk)] == [True, True]
    assert "mission payée" in heard(talk, "@ada")[-1]


async def test_a_correction_of_a_correction_is_one_of_the_first(talk: Talk) -> None:
    """Only the first exchange is offered, and a button on the correction leads there."""
    await agreed(talk)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", CHOICE)
    await talk.say("Ada", "1h")
    await talk.press("Ada", "Envoyer telle quelle")
    card = talk.last("@basile")["id"]
    await talk.press("Basile", "Confirmer")

    await talk.say("Basile", "non, 1h30 finalement", reply_to=card)
    await talk.press("Basile", "Corriger")
    assert "corrigé depuis : 1 h" in heard(talk, "@basile")[-1].replace("\u202f", " ")
    await talk.say("Basile", "1h30")
    await talk.press("Basile", "Envoyer telle quelle")
    await talk.press("Ada", "Confirmer")

    assert await balances(talk) == {"@ada": 90, "@basile": -90}
    assert [one.corrects for one in await exchanges(talk)] == [None, 1, 1]


async def test_what_was_given_to_the_pot_is_corrected_with_the_team(talk: Talk) -> None:
    """It speaks for the pot."""
    await meet(talk)
    async with store_of(talk) as store:
        pot = await store.ledger.account(AccountKind.POT)
    await counted(talk, receiver=pot)
    await talk.say("Ada", "/corriger")
    await talk.press("Ada", 0)
    await talk.say("Ada", "1h")
    said = await talk.press("Ada", "Envoyer telle quelle")
    assert "dès que l’équipe aura confirmé" in " ".join(said)

    await talk.press("Driss", "Confirmer", chat=TEAM)

    assert (await balances(talk))["@ada"] == 60


async def test_older_exchanges_are_a_page_further(talk: Talk) -> None:
    """Or found by a name."""
    for minutes in range(10, 90, 10):
        await agreed(talk, f"{minutes}min à @basile pour le tri")
    await talk.say("Ada", "/corriger")
    assert talk.last("@ada")["choices"][0].startswith("1\u202fh\u202f20")
    assert len(talk.last("@ada")["choices"]) == 8
    await talk.press("Ada", "Plus anciens")
    assert [one[:2] for one in talk.last("@ada")["choices"]] == ["20", "10", "An"]
    assert "Aucun échange confirmé avec" in " ".join(await talk.say("Ada", "Zorglub"))
    await talk.say("Ada", "basile")
    assert len(talk.last("@ada")["choices"]) >= 6


async def test_who_has_nothing_to_correct_is_told_where_to_look(talk: Talk) -> None:
    """And in a group that it stays between two."""
    assert "Aucun échange confirmé" in (await talk.say("Ada", "/corriger"))[-1]
    await talk.do({"do": "join", "chat": "#jardin", "from": "@ada"})
    assert "entre nous" in (await talk.say("Ada", "/corriger", chat="#jardin"))[-1]


@pytest.mark.slow
async def test_all_of_it_in_english(talk: Talk) -> None:
    """Each reads their own language."""
    await agreed(talk)
    await talk.say("Basile", "/language English")
    await talk.goes(
        """
        Basile: /correct
        Bot: Which exchange should be corrected? [2 h, Ada Exemple, 4 January 2026] [Cancel]
        Basile: [2 h, Ada Exemple, 4 January 2026]
        Bot: What should have been noted? [It never took place] [The other way] [30 min]
        Basile: 90 minutes the other way
        Bot: 1 h 30 min the other way, instead of 2 h [Send it as it is] [Cancel]
        Basile: [Send it as it is]
        Bot: The correction will count as soon as Ada Exemple confirms
        Bot → Ada: 1 h 30 dans l’autre sens, au lieu de 2 h [Confirmer] [Contester]
        Ada: [Confirmer]
        Bot → Basile: Exchange confirmed … instead of 2 h Your balance: 1 h 30 min
        """
    )
