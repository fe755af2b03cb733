"""A contested exchange: it counts for nothing, and the team talks about it with both."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PermanenceSettings, Settings
from domain.ledger import AccountKind
from storage.chats import Address
from tests.dialogues.exchanges import (
    agreed,
    balances,
    exchanges,
    heard,
    noted,
    now,
    proposed,
    states,
)
from tests.talk import TEAM, Talk


async def contested(talk: Talk, why: str = "") -> str:
    """Basile contests what Ada noted; gives the card before the team."""
    await noted(talk)
    await talk.press("Basile", "Contester")
    card = str(talk.last(TEAM)["id"])
    if why:
        await talk.say("Basile", why)
    else:
        await talk.press("Basile", "Passer")
    return card


async def test_a_contest_opens_a_thread_with_the_team(talk: Talk) -> None:
    """Why is asked and may be skipped; replies pass both ways, in the team's name."""
    await noted(talk)
    await talk.goes(
        """
        Basile: [Contester]
        Bot: D’accord, cet échange ne compte pas. … Que s’est-il passé ? [Passer]
        Bot → Ada: Basile Fictif conteste cet échange … Répondez à ce message
        Bot → #equipe: Échange contesté Noté par Ada … à Basile [C’est juste] [Corriger] [Classer]
        Basile: C’était une heure, pas deux.
        Bot: C’est transmis à l’équipe
        Bot → #equipe: Basile Fictif, à propos de cet échange C’était une heure, pas deux.
        Driss #equipe: Bonjour à vous deux, qui se souvient de la fin ?
        Bot: C’est transmis à 2 personnes
        Bot → Ada: L’équipe vous écrit à propos de votre échange Bonjour à vous deux
        Bot → Basile: L’équipe vous écrit à propos de votre échange Bonjour à vous deux
        """
    )
    said = talk.last("@ada")["id"]
    assert "transmis à l’équipe" in (await talk.say("Ada", "Une heure, oui.", reply_to=said))[0]
    words = talk.last(TEAM)
    assert "Ada Exemple, à propos de cet échange" in words["text"]
    assert words["reply_to"] is not None
    assert await balances(talk) == {}


async def test_the_reason_stands_on_the_card(talk: Talk) -> None:
    """Whoever looks at it later finds it there."""
    card = await contested(talk, "C’était une heure.")

    assert "conteste : « C’était une heure. »" in now(talk, card)[0].replace("\u202f", " ")
    await talk.say("Driss", "/file", chat=TEAM)
    assert "C’était une heure." in talk.last(TEAM)["text"]


async def test_the_button_asks_for_the_words_that_both_read(talk: Talk) -> None:
    """For those who press rather than reply."""
    await contested(talk)
    await talk.press("Driss", "Répondre", chat=TEAM)
    await talk.say("Driss", "On se parle ?", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert "On se parle ?" in heard(talk, "@ada")[-1]
    assert "On se parle ?" in heard(talk, "@basile")[-1]


async def test_the_team_finds_it_right(talk: Talk) -> None:
    """It counts, both are told why in the team's name, and the log keeps it."""
    card = await contested(talk)
    await talk.press("Driss", "C’est juste", chat=TEAM, message=card)
    await talk.say("Driss", "Vu avec les deux.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert await balances(talk) == {"@ada": 120, "@basile": -120}
    for chat in ("@ada", "@basile"):
        told = heard(talk, chat)[-1].replace("\u202f", " ")
        assert "L’équipe a confirmé cet échange" in told
        assert "Pourquoi : « Vu avec les deux. »" in told
        assert "Driss" not in told
    assert "Confirmé par l’équipe (Driss Inventé)." in now(talk, card)[0]
    log = (await talk.say("Driss", "/journal", chat=TEAM))[-1].replace("\u202f", " ")
    assert "a donné raison à l’échange n° 1 : Vu avec les deux." in log


async def test_the_team_sets_what_the_two_agreed_on(talk: Talk) -> None:
    """Another exchange takes its place, linked; duration and direction may both change."""
    card = await contested(talk)
    await talk.press("Driss", "Corriger", chat=TEAM, message=card)
    asked = talk.last(TEAM)
    assert asked["choices"][:2] == ["Dans l’autre sens", "30\u202fmin"]
    await talk.say("Driss", "1h30 dans l’autre sens", chat=TEAM, reply_to=asked["id"])
    await talk.say("Driss", "Vu ensemble.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert await balances(talk) == {"@ada": -90, "@basile": 90}
    first, second = await exchanges(talk)
    assert (first.state.value, second.replaces, second.reason) == ("cancelled", 1, "Vu ensemble.")
    assert "Basile Fictif a donné 1 h 30 à Ada Exemple" in heard(talk, "@ada")[-1]


async def test_the_team_closes_it(talk: Talk) -> None:
    """It counts for nothing, and both are told why."""
    card = await contested(talk)
    await talk.press("Driss", "Classer", chat=TEAM, message=card)
    await talk.say("Driss", "Noté deux fois.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert await states(talk) == ["cancelled"]
    assert "L’équipe a classé cet échange" in heard(talk, "@basile")[-1]
    assert "Noté deux fois." in heard(talk, "@ada")[-1]
    assert now(talk, card)[1] == []
    assert "Plus rien" in (await talk.say("Driss", "/file", chat=TEAM))[-1]


async def test_a_decision_needs_a_reason_and_is_taken_once(talk: Talk) -> None:
    """Two of the team at once: the second learns that it is decided."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    card = await contested(talk)
    await talk.press("Driss", "C’est juste", chat=TEAM, message=card)
    driss = talk.last(TEAM)["id"]
    await talk.press("Chloé", "Classer", chat=TEAM, message=card)
    chloe = talk.last(TEAM)["id"]
    await talk.say("Chloé", "Noté deux fois.", chat=TEAM, reply_to=chloe)

    said = await talk.say("Driss", "Vu avec les deux.", chat=TEAM, reply_to=driss)

    assert "déjà décidé" in said[-1]
    assert await balances(talk) == {}


async def test_nobody_decides_about_their_own_exchange(talk: Talk) -> None:
    """Even in the team's chat."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@ada", "as": "member"})
    card = await contested(talk)
    await talk.press("Ada", "C’est juste", chat=TEAM, message=card)

    said = await talk.say("Ada", "J’ai raison.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert "C’est votre propre échange" in said[-1]
    assert await states(talk) == ["contested"]


async def test_who_contested_by_mistake_agrees_after_all(talk: Talk) -> None:
    """One tap on the same card; the team's card shows it."""
    card = await noted(talk)
    await talk.press("Basile", "Contester", message=card)
    before_team = talk.last(TEAM)["id"]
    assert now(talk, card)[1] == ["Finalement, c’est juste"]

    await talk.tap("Basile", "Finalement, c’est juste", card)

    assert await balances(talk) == {"@ada": 120, "@basile": -120}
    assert "Confirmé par Basile Fictif." in now(talk, before_team)[0]


async def test_the_team_contests_what_was_noted_for_the_pot(talk: Talk) -> None:
    """The one who noted it hears it from the team, not from a person."""
    await talk.say("Ada", "/debut")
    await proposed(talk, "Ada", AccountKind.POT)
    await talk.say("Driss", "/file", chat=TEAM)
    await talk.press("Driss", "Contester", chat=TEAM)

    assert "L’équipe conteste cet échange" in heard(talk, "@ada")[-1]
    said = await talk.say("Ada", "J’y étais.", reply_to=talk.last("@ada")["id"])
    assert "transmis à l’équipe" in said[0]
    assert "J’y étais." in talk.last(TEAM)["text"]


async def test_the_team_says_otherwise_what_was_noted_for_the_pot(talk: Talk) -> None:
    """Whoever noted it agrees, or says it otherwise in turn; the log has the team's act."""
    await talk.say("Ada", "/debut")
    await proposed(talk, "Ada", AccountKind.POT)
    await talk.goes(
        """
        Driss #equipe: /file
        Driss #equipe: [Modifier]
        Driss #equipe: [La durée]
        Driss #equipe: 1h
        Bot: Ce que vous proposez … 1 h [Proposer]
        Driss #equipe: [Proposer]
        Bot: Le temps comptera dès que Ada Exemple aura confirmé
        Bot → Ada: Driss Inventé l’a noté autrement … 1 h au pot commun [Confirmer]
        Ada: [Confirmer]
        """
    )
    assert (await balances(talk))["@ada"] == 60
    assert [row["act"] for row in await talk.dump("audit")] == ["change"]


@pytest.mark.slow
async def test_a_picture_is_carried_to_the_team(talk: Talk, tmp_path: Path) -> None:
    """A sheet that was signed says more than words."""
    await contested(talk)
    sheet = tmp_path / "feuille.png"
    sheet.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    told = talk.last("@ada")["id"]

    await talk.do(
        {
            "do": "send_file",
            "chat": "@ada",
            "from": "@ada",
            "path": str(sheet),
            "name": "feuille.png",
            "caption": "La feuille signée",
            "reply_to": told,
        }
    )

    assert "La feuille signée" in talk.last(TEAM)["text"]
    assert talk.last(TEAM)["files"]


@pytest.mark.slow
async def test_a_fabrique_may_sign_with_first_names(talk: Talk) -> None:
    """Then both read who writes to them."""
    settings = Settings(permanence=PermanenceSettings(signs_as="person"))
    await talk.settle_on(settings, Address(talk.stage.platform, TEAM, False, TEAM))
    card = await contested(talk)

    await talk.say("Driss", "Bonjour à vous deux.", chat=TEAM, reply_to=card)

    assert "Driss vous écrit à propos de votre échange" in heard(talk, "@ada")[-1]


async def test_what_is_confirmed_is_not_contested_but_corrected(talk: Talk) -> None:
    """A reply to the old card leads there."""
    card = await noted(talk)
    await talk.press("Basile", "Confirmer", message=card)

    said = await talk.say("Basile", "en fait c’était 1h", reply_to=card)

    assert "on peut le corriger à deux" in said[-1]
    assert talk.last("@basile")["choices"] == ["Corriger"]
    await talk.press("Basile", "Corriger")
    assert "Qu’aurait-il fallu noter" in talk.last("@basile")["text"]


@pytest.mark.slow
async def test_all_of_it_in_english(talk: Talk) -> None:
    """In the team's chat too, once it speaks English."""
    await talk.say("Driss", "/langue English", chat=TEAM)
    await talk.say("Basile", "/start", lang="en")
    await talk.say("Ada", "/heures 2h à @basile pour relecture")
    await talk.press("Ada", "C’est juste")
    await talk.goes(
        """
        Basile: [Dispute]
        Bot: All right, this exchange does not count. … What happened? [Skip]
        Bot → #equipe: Disputed exchange Noted by Ada Exemple [It is right] [Correct it]
        Driss #equipe: [Correct it]
        Bot: What should have been noted? [The other way]
        Driss #equipe: an hour
        Bot: Why? Both people will read it
        Driss #equipe: They agreed.
        Bot: Done. Both people know.
        Bot → Basile: The team confirmed this exchange … gave 1 h to Basile … Why: “They agreed.”
        """
    )


async def test_a_first_exchange_settles_nothing_of_others(talk: Talk) -> None:
    """Two exchanges, one contested: the other counts."""
    await agreed(talk, "1h à @basile pour le tri")
    await contested(talk)

    assert await balances(talk) == {"@ada": 60, "@basile": -60}
