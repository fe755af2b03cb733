"""What becomes of an exchange after it was noted: one card, one word, counted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete

from domain.ledger import AccountKind
from storage.tables import OrganisationPersonRow
from tests.dialogues.exchanges import (
    agreed,
    balances,
    exchanges,
    heard,
    noted,
    now,
    organisation,
    person,
    proposed,
    settled,
    states,
    store_of,
)
from tests.talk import TEAM, Talk, talk_on


async def test_both_are_told_once_each_with_their_own_balance(talk: Talk) -> None:
    """And the card says who confirmed, with nothing left to press."""
    card = await noted(talk)
    before = len(talk.events)

    await talk.press("Basile", "Confirmer", message=card)

    (basile,), (ada,) = heard(talk, "@basile", before), heard(talk, "@ada", before)
    assert "Échange confirmé" in basile
    assert "Votre solde : −2 h" in basile
    assert "Votre solde : 2 h" in ada
    text, choices = now(talk, card)
    assert "✓ Confirmé par Basile Fictif." in text
    assert choices == []


async def test_the_same_tap_delivered_twice_counts_once(talk: Talk) -> None:
    """The platform may bring an update again, also after a restart."""
    card = await noted(talk)
    await talk.press("Basile", "Confirmer", message=card, id="tap-1")
    before = len(talk.events)

    await talk.press("Basile", "Confirmer", message=card, id="tap-1")
    await talk.restart()
    await talk.press("Basile", "Confirmer", message=card, id="tap-1")

    assert heard(talk, "@ada", before) == []
    assert await balances(talk) == {"@ada": 120, "@basile": -120}


async def test_two_taps_one_after_the_other_count_once(talk: Talk) -> None:
    """The second is told that the choice is over."""
    card = await noted(talk)
    await talk.stage.bring({"do": "press", "chat": "@basile", "from": "@basile", "choice": 0})
    await talk.stage.bring({"do": "press", "chat": "@basile", "from": "@basile", "choice": 0})

    await talk.stage.app.settle()

    assert "plus valable" in " ".join(one["text"] for one in talk.events if "text" in one)
    assert await balances(talk) == {"@ada": 120, "@basile": -120}
    assert now(talk, card)[1] == []


async def test_a_second_device_shows_the_same_exchange_and_counts_it_no_more(talk: Talk) -> None:
    """/attente on the telephone, the card on the computer."""
    card = await noted(talk)
    await talk.say("Basile", "/attente")
    page = talk.last("@basile")["id"]
    await talk.press("Basile", "Confirmer", message=card)

    said = await talk.press("Basile", "Confirmer", message=page)

    assert "déjà confirmé" in said[-1]
    assert await balances(talk) == {"@ada": 120, "@basile": -120}


async def test_the_other_side_says_it_otherwise_and_the_first_agrees(talk: Talk) -> None:
    """The first note is replaced and linked; nothing counts before both agree."""
    card = await noted(talk)
    await talk.goes(
        """
        Basile: [Modifier]
        Bot: Ada Exemple a donné 2 h à Basile … Qu’est-ce qui n’est pas juste ? [La durée] [Le jour]
        Basile: [La durée]
        Bot: Combien de temps ? [30 min]
        Basile: 1h30
        Bot: Ce qui est noté … 2 h … Ce que vous proposez … 1 h 30 [Proposer] [La durée] [Le jour]
        Basile: [Le motif]
        Basile: relecture du budget
        Bot: Ce que vous proposez … 1 h 30 … relecture du budget [Proposer]
        Basile: [Proposer]
        Bot: Le temps comptera dès que Ada Exemple aura confirmé
        Bot → Ada: Basile Fictif l’a noté autrement … 1 h 30 … Avant : … 2 h [Confirmer] [Contester]
        """
    )
    assert await balances(talk) == {}
    assert now(talk, card) == (
        "Ada Exemple a donné 2 h à Basile Fictif Le dimanche 4 janvier 2026, pour : relecture "
        "Noté autrement depuis : ceci ne compte pas.",
        [],
    )

    await talk.press("Ada", "Confirmer")

    assert await balances(talk) == {"@ada": 90, "@basile": -90}
    first, second = await exchanges(talk)
    assert (first.state.value, second.replaces, second.noted_by) == ("cancelled", 1, 1)


async def test_who_gave_can_be_turned_round(talk: Talk) -> None:
    """And back again; what is unchanged cannot be proposed."""
    await noted(talk)
    await talk.goes(
        """
        Basile: [Modifier]
        Basile: [Qui a donné]
        Bot: Ce que vous proposez Basile Fictif a donné 2 h à Ada Exemple [Proposer]
        Basile: [Qui a donné]
        Bot: Qu’est-ce qui n’est pas juste ? [La durée]
        Basile: [Le jour]
        Bot: Quel jour ?
        Basile: vendredi dernier
        Bot: vendredi 2 janvier 2026 [Proposer]
        Basile: [Qui a donné]
        Basile: [Proposer]
        Bot → Ada: Basile Fictif a donné 2 h à Ada Exemple Le vendredi 2 janvier 2026 [Confirmer]
        Ada: [Confirmer]
        """
    )
    assert await balances(talk) == {"@ada": -120, "@basile": 120}


async def test_a_plain_reply_to_the_card_may_say_what_was_right(talk: Talk) -> None:
    """It is shown before anything is proposed."""
    card = await noted(talk)

    said = await talk.say("Basile", "non, c’était 1h30 avant-hier", reply_to=card)

    assert "Ce que vous proposez" in said[-1]
    assert "1\u202fh\u202f30" in said[-1]
    assert "samedi 3 janvier" in said[-1]
    await talk.press("Basile", "Proposer")
    assert await states(talk) == ["cancelled", "proposed"]


async def test_a_reply_that_says_nothing_readable_shows_the_card_again(talk: Talk) -> None:
    """Nothing is guessed, nothing reaches anybody."""
    card = await noted(talk)

    await talk.say("Basile", "euh, laisse-moi réfléchir", reply_to=card)

    assert talk.last("@basile")["choices"] == ["Confirmer", "Contester", "Modifier"]
    assert await states(talk) == ["proposed"]


async def test_what_was_changed_can_be_changed_back_by_the_first(talk: Talk) -> None:
    """As often as it takes; each note is linked to the one before."""
    await noted(talk)
    for who, minutes in (("Basile", "1h"), ("Ada", "1h30"), ("Basile", "1h15")):
        await talk.press(who, "Modifier")
        await talk.press(who, "La durée")
        await talk.say(who, minutes)
        await talk.press(who, "Proposer")
    await talk.press("Ada", "Confirmer")

    assert await balances(talk) == {"@ada": 75, "@basile": -75}
    assert [one.replaces for one in await exchanges(talk)] == [None, 1, 2, 3]


async def test_whoever_noted_it_takes_it_back_and_the_card_shows_it(talk: Talk) -> None:
    """A late tap on it does nothing."""
    card = await noted(talk)
    await talk.goes(
        """
        Ada: /attente
        Bot: Un échange attend … Basile Fictif n’a pas encore répondu [Retirer cet échange]
        Ada: [Retirer cet échange]
        Bot: C’est retiré. … Rien n’attend de réponse.
        Bot → Basile: Ada Exemple a retiré cet échange
        """
    )

    assert now(talk, card)[1] == []
    assert "plus valable" in (await talk.press("Basile", "Confirmer", message=card))[-1]
    assert "ne compte pas" in (await talk.say("Basile", "c’était 1h", reply_to=card))[-1]
    assert await balances(talk) == {}


async def test_waiting_exchanges_are_pages_of_one_message(talk: Talk) -> None:
    """What waits for me first; each page goes on to the next where it stands."""
    for subject in ("le tri", "le budget"):
        await noted(talk, f"2h à @basile pour {subject}")
    await talk.say("Basile", "/heures 1h à @ada pour le jardin")
    await talk.press("Basile", "C’est juste")
    await talk.say("Basile", "/attente")
    page = talk.last("@basile")["id"]

    assert now(talk, page)[0].startswith("1 sur 3 en attente d’une réponse")
    assert "le tri" in now(talk, page)[0]
    assert now(talk, page)[1] == ["Confirmer", "Contester", "Modifier", "Suivant"]
    await talk.tap("Basile", "Suivant", page)
    assert "le budget" in now(talk, page)[0]
    await talk.tap("Basile", "Confirmer", page)
    assert "Votre solde : −2 h" in now(talk, page)[0]
    assert "Ada Exemple n’a pas encore répondu" in now(talk, page)[0]
    await talk.tap("Basile", "Précédent", page)
    await talk.tap("Basile", "Contester", page)
    assert "1 sur 2" in now(talk, page)[0]
    assert "Ada Exemple n’a pas encore répondu" in now(talk, page)[0]
    await talk.tap("Basile", "Suivant", page)
    assert "Échange contesté" in now(talk, page)[0]
    assert now(talk, page)[1] == ["Finalement, c’est juste", "Précédent"]
    assert await balances(talk) == {"@ada": 120, "@basile": -120}


async def test_nothing_waits(talk: Talk) -> None:
    """It is said."""
    assert "Rien n’attend" in (await talk.say("Ada", "/attente"))[0]


async def test_any_person_of_an_organisation_confirms_and_the_others_see_it(talk: Talk) -> None:
    """The balance told is the organisation's."""
    firm = await organisation(talk, "Les Exemples", "Basile", "Chloé")
    for who in ("Basile", "Chloé"):
        await talk.say(who, "/debut")
    await proposed(talk, "Ada", firm)
    await talk.say("Ada", "/attente")
    assert "Les Exemples n’a pas encore répondu" in heard(talk, "@ada")[-1]
    await talk.say("Basile", "/attente")
    before = len(talk.events)

    await talk.press("Basile", "Confirmer")

    (chloe,) = heard(talk, "@chloe", before)
    assert "Solde (Les Exemples) : −2 h" in chloe
    assert "Votre solde : 2 h" in heard(talk, "@ada", before)[-1]


async def test_the_cards_of_an_organisation_say_who_confirmed(talk: Talk) -> None:
    """Nobody answers twice."""
    firm = await organisation(talk, "Les Exemples", "Basile", "Chloé")
    for who in ("Ada", "Basile", "Chloé"):
        await talk.say(who, "/debut")
    await proposed(talk, "Ada", firm)
    await talk.do({"do": "clock", "by": "P4D"})
    basile, chloe = talk.last("@basile"), talk.last("@chloe")
    assert "a noté un échange avec Les Exemples" in basile["text"].replace("\n", " ")

    await talk.press("Basile", "Confirmer", message=basile["id"])

    text, choices = now(talk, chloe["id"])
    assert "Confirmé par Basile Fictif." in text
    assert choices == []
    assert "plus valable" in (await talk.press("Chloé", "Confirmer", message=chloe["id"]))[-1]


async def test_what_was_given_to_the_common_is_confirmed_by_the_team(talk: Talk) -> None:
    """In its chat, by somebody else than the noter; the act is in the log."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@ada", "as": "member"})
    await talk.say("Ada", "/debut")
    await proposed(talk, "Ada", AccountKind.POT)
    await talk.goes(
        """
        Driss #equipe: /file
        Bot: Ada Exemple a noté un échange avec le pot commun … 2 h au pot commun [Confirmer]
        """
    )
    card = talk.last(TEAM)["id"]
    assert "C’est à l’autre" in (await talk.press("Ada", "Confirmer", chat=TEAM))[-1]

    await talk.press("Driss", "Confirmer", chat=TEAM, message=card)

    assert "Confirmé par l’équipe (Driss Inventé)." in now(talk, card)[0]
    assert "L’équipe a confirmé cet échange" in heard(talk, "@ada")[-1]
    assert (await balances(talk))["@ada"] == 120
    assert [(row["act"], row["on"]) for row in await talk.dump("audit")] == [
        ("confirm", "exchange:1")
    ]
    assert "Plus rien" in (await talk.say("Driss", "/file", chat=TEAM))[-1]


async def test_who_leads_confirms_in_private_or_says_it_otherwise(talk: Talk) -> None:
    """The one who gave agrees to what they say."""
    for who in ("Ada", "Chloé"):
        await talk.say(who, "/debut")
    async with store_of(talk) as store:
        chloe = await person(store, talk, "Chloé")
    await proposed(talk, "Ada", AccountKind.POT, referent=chloe)
    await talk.goes(
        """
        Chloé: /attente
        Bot: a donné 2 h au pot commun [Confirmer] [Contester] [Modifier]
        Chloé: [Modifier]
        Chloé: [La durée]
        Chloé: 3h
        Chloé: [Proposer]
        Bot → Ada: Chloé Modèle l’a noté autrement … 3 h au pot commun [Confirmer]
        Ada: [Confirmer]
        Bot: Votre solde : 3 h
        """
    )
    assert await states(talk) == ["cancelled", "confirmed"]


async def test_for_somebody_without_a_telephone_the_team_confirms(talk: Talk) -> None:
    """The card says that they agreed by word of mouth."""
    await talk.say("Ada", "/debut")
    async with store_of(talk) as store:
        basile = await store.ledger.of_person(await person(store, talk, "Basile"))
    await proposed(talk, "Ada", basile, spoken=True)
    await talk.say("Driss", "/file", chat=TEAM)
    assert "accord de vive voix" in talk.last(TEAM)["text"]
    assert talk.last(TEAM)["choices"] == ["Confirmer", "Contester"]

    await talk.press("Driss", "Confirmer", chat=TEAM)

    assert await balances(talk) == {"@ada": 120, "@basile": -120}


@pytest.mark.slow
async def test_the_pot_and_the_team_are_named_in_good_french_and_english(talk: Talk) -> None:
    """ "à le pot commun" is no French."""
    await talk.say("Chloé", "/start", lang="en")
    for who in ("Ada", "Chloé"):
        for kind in (AccountKind.POT, AccountKind.TEAM):
            await proposed(talk, who, kind)
            await talk.say(who, "/attente")
            page = talk.last("@ada" if who == "Ada" else "@chloe")["id"]
            if "Suivant" in now(talk, page)[1] or "Next" in now(talk, page)[1]:
                await talk.press(who, "Suivant" if who == "Ada" else "Next")

    said = " ".join(" ".join(one.get("text", "").split()) for one in talk.events)
    assert "à le" not in said
    assert "a donné 2 h au pot commun" in said
    assert "a donné 2 h à l’équipe" in said
    assert "gave 2 h to the common pot" in said
    assert "The team has not answered yet" in said


async def test_a_gentle_word_beyond_what_is_usual_and_no_shame(tmp_path: Path) -> None:
    """To each side its own."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, soft_floor=-1, soft_ceiling=1)

        await agreed(talk)

        assert "un solde négatif n’empêche jamais de demander" in heard(talk, "@basile")[-1]
        assert "Vous donnez beaucoup, merci" in heard(talk, "@ada")[-1]


async def test_a_hard_limit_refuses_but_never_the_first_exchange(tmp_path: Path) -> None:
    """Whoever is beyond may come back; the exchange goes on waiting."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, floor=-1, ceiling=1)
        await agreed(talk)
        assert await balances(talk) == {"@ada": 120, "@basile": -120}

        await noted(talk, "30min à @basile pour le tri")
        refused = (await talk.press("Basile", "Confirmer"))[-1].replace("\u202f", " ")
        assert "Un compte (Ada Exemple) dépasserait la limite de la fabrique (1 h)" in refused
        assert await states(talk) == ["confirmed", "proposed"]

        await talk.say("Basile", "/heures 30min à @ada pour le jardin")
        await talk.press("Basile", "C’est juste")
        await talk.press("Ada", "Confirmer", message=talk.last("@ada")["id"])
        assert await balances(talk) == {"@ada": 90, "@basile": -90}


async def test_what_is_short_counts_at_once_when_the_one_who_owes_notes_it(tmp_path: Path) -> None:
    """Nobody credits themselves alone."""
    async with talk_on("telegram", tmp_path) as talk:
        await settled(talk, confirm_below=30)
        await talk.say("Basile", "/debut")
        await talk.say("Ada", "/heures 20min de @basile pour un conseil")
        await talk.press("Ada", "C’est juste")
        assert await balances(talk) == {"@ada": -20, "@basile": 20}
        assert "compté d’office, car il est court" in heard(talk, "@basile")[-1]

        await talk.say("Ada", "/heures 20min à @basile pour un conseil")
        await talk.press("Ada", "C’est juste")
        assert await states(talk) == ["confirmed", "proposed"]


async def test_an_edit_of_the_message_changes_nothing_and_says_so(talk: Talk) -> None:
    """The exchange was noted as it was read then."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/heures 2h à @basile pour relecture", **{"as": "note"})
    await talk.press("Ada", "C’est juste")
    before = len(talk.events)

    await talk.do({"do": "edit", "message": "note", "text": "/heures 3h à @basile pour relecture"})

    assert "Modifier votre message ne change pas ce qui est noté" in heard(talk, "@ada", before)[0]
    assert [one.minutes for one in await exchanges(talk)] == [120]
    await talk.press("Ada", "Retirer cet échange")
    assert await states(talk) == ["cancelled"]


async def test_who_acts_for_an_organisation_no_more_cannot_answer_for_it(talk: Talk) -> None:
    """Their card is still there; nothing happens."""
    firm = await organisation(talk, "Les Exemples", "Chloé")
    for who in ("Ada", "Chloé"):
        await talk.say(who, "/debut")
    await proposed(talk, "Ada", firm)
    await talk.say("Chloé", "/attente")
    async with store_of(talk) as store:
        await store.session.execute(delete(OrganisationPersonRow))

    assert "n’est pas le vôtre" in (await talk.press("Chloé", "Confirmer"))[-1]
    assert await states(talk) == ["proposed"]


async def test_all_of_it_in_english(talk: Talk) -> None:
    """Each reads their own language."""
    await talk.say("Basile", "/start", lang="en")
    await talk.say("Ada", "/heures 2h à @basile pour relecture")
    await talk.press("Ada", "C’est juste")
    await talk.goes(
        """
        Basile: /pending
        Bot: One exchange waits for an answer. Ada Exemple noted an exchange with you
        Bot: Ada Exemple gave 2 h to Basile Fictif [Confirm] [Dispute] [Change]
        Basile: [Change]
        Bot: What is not right? [How long] [The day] [Who gave] [What for]
        Basile: [How long]
        Basile: 90 minutes
        Bot: What you propose … 1 h 30 min [Propose it]
        Basile: [Propose it]
        Bot: will count as soon as Ada Exemple confirms
        Bot → Ada: Basile Fictif l’a noté autrement [Confirmer]
        Ada: [Confirmer]
        Bot: Votre solde : 1 h 30
        Bot → Basile: Exchange confirmed … Your balance: −1 h 30 min
        """
    )
