"""The same person on two platforms: what follows them, who is asked, and how they part."""

from __future__ import annotations

import pytest

from tests.dialogues.both_sides import Both
from tests.dialogues.test_calls import ONE, opened
from tests.talk import TEAM, Talk


@pytest.fixture
def both(talk: Talk) -> Both:
    """Ada on one platform, Adax on the other."""
    return Both(talk, talk.events)


async def faults(both: Both) -> list[object]:
    """What is wrong with the ledgers."""
    async with both.talk.stage.app.database.begin() as store:
        return [
            fault
            for fabrique in await store.fabriques.all()
            for fault in await store.of(fabrique.id).ledger.faults()
        ]


async def gave(both: Both, who: str, duration: str, *, to: str = "Basile") -> None:
    """Somebody gave time to somebody, who confirms."""
    await both.goes(
        f"""
        {to}: /debut
        {who}: /heures {duration} à @{to.lower()} pour relecture, hier
        {who}: [C’est juste]
        {to}: [Confirmer]
        Bot: Échange confirmé
        """
    )


async def test_a_code_and_a_yes_on_each_side_make_one_person(both: Both) -> None:
    """Each side is shown who the other is before anything is shared."""
    code = await both.code()
    await both.goes(
        f"""
        Adax: {code}
        Bot: Ce code vient de … Ada Exemple … ada … C’est bien vous [Oui, c’est moi]
        Adax: [Oui, c’est moi]
        Bot: Plus qu’un geste
        Bot → Ada: Ada Fictive … a tapé votre code [Oui, relier] [Non, ce n’est pas moi]
        Ada: [Oui, relier]
        Bot: vous êtes désormais la même personne [Où me prévenir]
        Bot → Adax: vous êtes désormais la même personne
        Ada: /lier
        Bot: c’est vous. Je vous préviens là où vous m’avez écrit en dernier [Où me prévenir]
        """
    )


async def test_the_same_in_english(both: Both) -> None:
    """Each account is read to in its own language until they are one."""
    await both.say("Ada", "/language English")
    await both.say("Adax", "/language English")
    code = await both.code(command="/link")
    await both.goes(
        f"""
        Adax: /link {code.lower().replace("-", " ")}
        Bot: This code comes from … Ada Exemple … Is that really you? [Yes, that is me]
        Adax: [Yes, that is me]
        Bot: One last step
        Bot → Ada: typed your code [Yes, link them] [No, that is not me]
        Ada: [Yes, link them]
        Bot: you are the same person from now on
        Bot → Adax: you are the same person from now on
        Ada: /unlink
        Bot: Separate your … accounts? [Each takes its own back]
        Ada: [Each takes its own back]
        Bot: Done, they are two people again
        Bot → Adax: Here you have again what this account had
        """
    )


async def test_two_balances_are_one_sum(both: Both) -> None:
    """Both accounts stay in the ledger as they are; what is read is their sum, from either side."""
    await gave(both, "Ada", "3h")
    await gave(both, "Adax", "2h")
    code = await both.code()
    await both.goes(
        f"""
        Adax: {code}
        Adax: [Oui, c’est moi]
        Ada: [Oui, relier]
        Bot: Votre solde : 5 h, soit 3 h d’un côté et 2 h de l’autre
        Adax: /solde
        Bot: Votre solde : 5 h … Donné : 5 h
        Ada: /releve
        Bot: 5 h … 3 h
        """
    )
    assert {row["account"]: row["minutes"] for row in await both.dump("balances")} == {
        "@ada": 300,
        "@basile": -300,
    }
    assert await faults(both) == []


async def test_what_was_noted_on_one_side_is_answered_on_the_other(both: Both) -> None:
    """What waited for one account waits for the person; new hours go on one account."""
    await both.goes(
        """
        Adax: /debut
        Ada: /debut
        Basile: /heures 1h à @ada:exemple.org pour le jardin, hier
        Basile: [C’est juste]
        Bot → Adax: a noté un échange
        """
    )
    await both.linked()
    await both.goes(
        """
        Ada: /attente
        Bot: Basile Fictif … 1 h [Confirmer]
        Ada: [Confirmer]
        Bot: Échange confirmé … Votre solde : −1 h
        """
    )
    assert await faults(both) == []


async def test_what_was_open_with_oneself_is_taken_back(both: Both) -> None:
    """An exchange between two who are one cannot be confirmed; what counted stays, and is zero."""
    await both.goes(
        """
        Adax: /debut
        Ada: /heures 2h à @ada:exemple.org pour essai, hier
        Ada: [C’est juste]
        Adax: [Confirmer]
        Bot: Échange confirmé
        Ada: /heures 1h à @ada:exemple.org pour essai encore, hier
        Ada: [C’est juste]
        Bot → Adax: a noté un échange
        """
    )
    await both.linked()
    await both.goes(
        """
        Adax: /attente
        Bot: Rien n’attend
        Adax: /solde
        Bot: Donné : 0 min · Reçu : 0 min
        Adax: /releve
        Bot: votre autre compte
        Adax: /heures 1h à @ada pour essai, hier
        Bot: Un échange se note avec quelqu’un d’autre
        """
    )
    assert await faults(both) == []


async def test_what_was_taken_back_waits_again_once_they_part(both: Both) -> None:
    """Linked by mistake, and undone: the note stands as it stood, and the other may confirm it."""
    await both.goes(
        """
        Adax: /debut
        Ada: /heures 2h à @ada:exemple.org pour essai, hier
        Ada: [C’est juste]
        """
    )
    await both.linked()
    await both.goes(
        """
        Ada: /attente
        Bot: Rien n’attend
        Ada: /delier
        Ada: [Chacun reprend le sien]
        Adax: /attente
        Bot: Ada Exemple … 2 h [Confirmer]
        Adax: [Confirmer]
        Bot: Votre solde : −2 h
        """
    )
    assert await faults(both) == []


async def test_what_was_open_with_oneself_between_two_fabriques_is_taken_back(both: Both) -> None:
    """Both halves of it."""
    await both.talk.second(partner_most=5)
    await both.goes(
        """
        Ada: /debut
        Adax: /fabrique Saint-Étienne
        Ada: /heures 1h à Ada Fictive de Saint-Étienne pour essai, hier
        Ada: [C’est juste]
        Bot → Adax: a donné 1 h [Confirmer]
        """
    )
    await both.linked()
    await both.goes(
        """
        Adax: [Confirmer]
        Bot: n’attend plus de réponse
        Ada: /attente
        Bot: Rien n’attend
        """
    )
    assert await faults(both) == []


async def test_offers_needs_and_sign_ups_are_counted_once(both: Both) -> None:
    """What both accounts said alike is said once."""
    await both.goes(
        """
        Ada: /offrir réparation de vélos
        Adax: /offrir réparation de vélos, comptabilité
        Ada: /permanence
        Ada: [Je viens]
        Adax: /permanence
        Adax: [Je viens]
        """
    )
    await both.linked()
    async with both.talk.stage.app.database.begin(both.talk.stage.fabrique.id) as store:
        person = await store.people.known(both.platform("Ada"), "@ada")
        assert person is not None
        offers = [one.text for one in await store.offers.of(person.id)]
        assert sorted(offers) == ["comptabilité", "réparation de vélos"]
        (meeting,) = (await store.gatherings.kept()).values()
        assert await store.gatherings.count(meeting.id) == 1
        assert {one.id for one in await store.people.everyone()} >= {person.id}
        names = [one.name for one in await store.people.everyone()]
        assert names.count("Ada Exemple") + names.count("Ada Fictive") == 1
    await both.goes(
        """
        Basile: /besoin réparer un vélo
        Basile: [Chercher]
        Bot: Un·e allié·e offre « réparation de vélos » [Demander à l’allié·e n° 1]
        Basile: [Demander à l’allié·e n° 1]
        Bot → Ada: « réparer un vélo » [Oui]
        """
    )


async def test_a_call_is_told_once(both: Both) -> None:
    """Also when one account was told of it, and the other's turn was still to come."""
    await both.say("Ada", "/offrir animation d’ateliers")
    await opened(both.talk)
    await both.say("Adax", "/offrir animation d’ateliers")
    await opened(both.talk, ONE.replace("trois", "quatre"))
    await both.linked()
    await both.talk.do({"do": "clock", "by": "P9D"})
    told = [one for one in both.events if one["event"] == "message"]
    assert sum("quatre ateliers" in one["text"] for one in told if one["chat"] != TEAM) == 1


async def test_an_open_question_is_answered_where_it_was_asked(both: Both) -> None:
    """And the team sees one person."""
    await both.say("Adax", "Où est le zorglub ?")
    await both.linked()
    await both.goes(
        """
        Driss #equipe: /file
        Bot: Où est le zorglub
        Driss #equipe: [Répondre]
        Driss #equipe: Derrière la gare.
        Bot → Adax: Réponse de l’équipe … Derrière la gare.
        """
    )


async def test_notices_go_where_one_wrote_last_or_where_one_chose(both: Both) -> None:
    """By the platform last used, until one says otherwise."""
    await both.linked()
    await both.goes(
        """
        Adax: /agenda
        Basile: /heures 1h à Ada Exemple pour le jardin, hier
        Basile: [C’est juste]
        Bot → Adax: a noté un échange
        Ada: /lier
        Ada: [Où me prévenir]
        Bot: Où voulez-vous que je vous prévienne
        """
    )
    here = both.platform("Ada").capitalize()
    await both.press("Ada", f"Toujours sur {here}")
    await both.goes(
        """
        Adax: /agenda
        Basile: /heures 2h à Ada Exemple pour le verger, hier
        Basile: [C’est juste]
        Bot → Ada: a noté un échange
        Adax: /lier
        Bot: Je vous préviens toujours sur
        Adax: [Où me prévenir]
        Adax: [Là où j’écris]
        Bot: là où vous m’avez écrit en dernier
        """
    )


async def test_a_name_does_not_change_with_the_platform(both: Both) -> None:
    """Others read the name of the account that came first, whichever speaks."""
    await both.linked()
    await both.say("Adax", "Où est le zorglub ?")
    assert "Ada Exemple pose une question" in both.last(TEAM)["text"]


async def test_a_block_and_a_subscription_follow(both: Both) -> None:
    """Whoever is blocked is so on both sides, and who wants a statement is sent one."""
    await gave(both, "Ada", "1h")
    await both.goes(
        """
        Ada: /solde
        Ada: [Mon relevé chaque mois]
        Adax: /debut
        Driss #equipe: /bloquer Ada Fictive
        Bot: C’est fait
        """
    )
    await both.linked()
    await both.goes(
        """
        Ada: /heures 1h à @basile pour essai, hier
        Bot: Votre compte temps est fermé
        """
    )
    async with both.talk.stage.app.database.begin(both.talk.stage.fabrique.id) as store:
        person = await store.people.known(both.platform("Adax"), "@ada:exemple.org")
        assert person is not None
        assert person.standing == "blocked"
        assert await store.statements.wants(person.id)


async def test_each_takes_its_own_back(both: Both) -> None:
    """What was done since stays whole with the older account."""
    await gave(both, "Ada", "3h")
    await gave(both, "Adax", "2h")
    await both.linked()
    await gave(both, "Adax", "1h")
    await both.goes(
        """
        Ada: /solde
        Bot: Votre solde : 6 h
        Adax: /delier
        Bot: Séparer vos comptes [Chacun reprend le sien]
        Adax: [Chacun reprend le sien]
        Bot: ce sont de nouveau deux personnes … Chaque compte a retrouvé
        Bot → Ada: ces deux comptes ont été séparés … vous retrouvez ce que ce compte avait
        Ada: /solde
        Bot: Votre solde : 4 h
        Adax: /solde
        Bot: Votre solde : 2 h
        """
    )
    assert await faults(both) == []


async def test_one_may_leave_all_to_the_other_account(both: Both) -> None:
    """The account that leaves begins anew; the other keeps everything, also what it brought."""
    await gave(both, "Ada", "3h")
    await gave(both, "Adax", "2h")
    await both.linked()
    there = both.platform("Adax").capitalize()
    await both.say("Ada", "/delier")
    await both.press("Ada", f"Tout laisser à {there}")
    await both.goes(
        """
        Adax: /solde
        Bot: Votre solde : 5 h
        Ada: /solde
        Bot: Votre compte est ouvert … Donné : 0 min
        Ada: /releve
        Bot: …
        """
    )
    assert "Relecture" not in both.last("@ada")["text"]
    assert await faults(both) == []


async def test_the_team_separates_two_accounts(both: Both) -> None:
    """For a phone that was stolen: all stays with the other account; the log says who did it."""
    await gave(both, "Ada", "3h")
    await both.linked()
    there = both.platform("Adax").capitalize()
    await both.goes(
        """
        Driss #equipe: /delier
        Bot: De qui s’agit-il
        Driss #equipe: /separer Ada Exemple
        Bot: Comment les séparer [Chacun reprend le sien]
        """
    )
    await both.press("Driss", f"Tout reste sur {there}", chat=TEAM)
    await both.goes(
        """
        Ada: /solde
        Bot: Votre compte est ouvert … Donné : 0 min
        Adax: /solde
        Bot: Votre solde : 3 h
        """
    )
    acts = [(row["act"], row["by"]) for row in await both.dump("audit")]
    assert acts == [("unlink", "@driss")]


async def test_a_link_holds_in_every_fabrique(both: Both) -> None:
    """Also in one that knew only one of the accounts, and in one that is met later."""
    await both.talk.second()
    await both.say("Ada", "/debut")
    await both.goes(
        """
        Adax: /fabrique Saint-Étienne
        Adax: /offrir jonglage
        """
    )
    await both.linked()
    await both.goes(
        """
        Ada: /fabrique Saint-Étienne
        Ada: /offrir
        Bot: …
        """
    )
    async with both.talk.stage.app.database.begin() as store:
        for fabrique in await store.fabriques.all():
            people = store.of(fabrique.id).people
            met = [
                await people.known(both.platform(who), account)
                for who, account in (("Ada", "@ada"), ("Adax", "@ada:exemple.org"))
            ]
            assert met[0] is not None
            assert met[0] == met[1]
