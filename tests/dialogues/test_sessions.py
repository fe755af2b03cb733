"""Sessions: many were there, one tap each, and the time is shared, offered or given."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from tests.dialogues.ledgers import balances, faults
from tests.dialogues.meetings import heard_by, to
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.slow

GROUP = "#quartier"
COMPOST = "/seance 2h30 atelier compost samedi"


@pytest.fixture(autouse=True)
async def sound(talk: Talk) -> AsyncIterator[None]:
    """Whatever happened, nothing is wrong with the ledger."""
    yield
    assert await faults(talk) == []


async def opened(talk: Talk, way: str = "Partagée", *, line: str = COMPOST) -> str:
    """Ada opens a session in a group where she is known; gives the card's id."""
    await talk.say("Ada", "/debut")
    await talk.say("Ada", line, chat=GROUP)
    await talk.press("Ada", way, chat=GROUP)
    return str(talk.last(GROUP)["id"])


async def guests(talk: Talk, count: int, card: str, *, label: str = "J’y étais") -> None:
    """So many invited people, unknown in private, say that they were there."""
    for number in range(count):
        account = f"@invitee{number}"
        pressed = {"do": "press", "chat": GROUP, "from": account, "choice": label, "message": card}
        await talk.do(pressed)


async def drawn(talk: Talk, message: str) -> str:
    """What a message says now."""
    shown = [one for one in talk.events if one.get("id") == message and "text" in one]
    return " ".join(shown[-1]["text"].split())


async def test_a_shared_workshop_costs_each_their_share(talk: Talk) -> None:
    """One message, a tap each, a draft, and the whole is conserved to the minute."""
    await talk.say("Basile", "/debut")
    await talk.say("Chloé", "/debut")
    await talk.say("Ada", "/debut")
    await talk.goes(
        """
        Ada #quartier: /seance 2h30 atelier compost samedi
        Bot: À qui était ce temps … 2 h 30 pour 5 [Partagée] [Offerte par le pot] [Chantier]
        Ada #quartier: [Partagée]
        Bot: compost … samedi 3 janvier 2026, 2 h 30, avec Ada Exemple … Personne [J’y étais]
        """
    )
    card = talk.last(GROUP)["id"]
    await talk.press("Basile", "J’y étais", chat=GROUP, message=card)
    await talk.press("Chloé", "J’y étais", chat=GROUP, message=card)
    assert "2 personnes présentes : Basile Fictif et Chloé Modèle" in await drawn(talk, card)
    await guests(talk, 3, card)
    assert "5 personnes présentes" in await drawn(talk, card)
    await talk.goes(
        """
        Ada #quartier: [Clore la séance]
        Bot → Ada: • Basile Fictif reçoit 30 min … • Chloé Modèle [C’est juste] [Pas encore]
        Ada: [C’est juste]
        Bot: c’est clos … 5 personnes sont comptées
        Bot → Basile: avec Ada Exemple … 30 min … solde : −30 min [Ce n’est pas juste]
        """
    )

    assert await balances(talk) == {
        "@ada": 150,
        "@basile": -30,
        "@chloe": -30,
        "@invitee0": -30,
        "@invitee1": -30,
        "@invitee2": -30,
    }
    assert "Séance close. 5 personnes : 30 min chacune" in await drawn(talk, card)
    assert {row["kind"] for row in await talk.dump("ledger")} == {"session"}


async def test_the_odd_minutes_are_one_each(talk: Talk) -> None:
    """An hour for seven people is neither more nor less than an hour."""
    card = await opened(talk, line="/seance 1h soudure hier")
    await guests(talk, 7, card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.press("Ada", "C’est juste")

    held = await balances(talk)
    assert held.pop("@ada") == 60
    assert sorted(held.values()) == [-9, -9, -9, -9, -8, -8, -8]


async def test_whoever_joins_twice_counts_once_and_may_leave(talk: Talk) -> None:
    """The card follows; its organiser is not among those who receive."""
    await talk.say("Basile", "/debut")
    card = await opened(talk)
    assert "vous y étiez" in (await talk.press("Basile", "J’y étais", chat=GROUP, message=card))[0]
    assert "déjà noté" in (await talk.press("Basile", "J’y étais", chat=GROUP, message=card))[0]
    assert "Une personne présente" in await drawn(talk, card)
    said = await talk.press("Basile", "Je n’y étais pas", chat=GROUP, message=card)
    assert "n’y étiez pas" in said[0]
    assert "Personne ne s’est encore signalé" in await drawn(talk, card)
    said = await talk.press("Ada", "J’y étais", chat=GROUP, message=card)
    assert "déjà compté" in said[0]


async def test_nobody_came_and_nothing_is_entered(talk: Talk) -> None:
    """It can be cancelled then, and is over."""
    card = await opened(talk)
    said = await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    assert "Personne n’a encore dit y être" in said[0]
    await guests(talk, 1, card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.press("Ada", "Annuler la séance")

    assert "rien n’est compté" in talk.last("@ada")["text"]
    assert "Séance annulée" in await drawn(talk, card)
    late = await talk.do(
        {"do": "press", "chat": GROUP, "from": "@basile", "choice": "J’y étais", "message": card}
    )
    assert "plus valable" in late[-1]["text"]
    assert await balances(talk) == {}


async def test_two_hundred_people_do_not_share_half_an_hour(talk: Talk) -> None:
    """The pot is suggested instead; it then waits for the team."""
    card = await opened(talk, line="/seance 5 min salut hier")
    await guests(talk, 8, card)
    await talk.goes(
        """
        Ada #quartier: [Clore la séance]
        Bot → Ada: 8 personnes pour 5 min … moins d’une minute [Faire offrir par le pot]
        Ada: [Faire offrir par le pot]
        Bot: Séance à clore … ne doit rien [C’est juste]
        Ada: [C’est juste]
        Bot: L’équipe doit encore confirmer
        Bot → #equipe: 8 personnes présentes … • Ada Exemple : 5 min [Confirmer] [Contester]
        Driss #equipe: [Confirmer]
        Bot: C’est confirmé
        Bot → Ada: Vous avez donné 5 min au commun … Votre solde : 5 min
        """
    )

    assert await balances(talk) == {"pot": -5, "@ada": 5}


async def test_what_the_pot_offers_costs_nobody_present(talk: Talk) -> None:
    """The team may say no; nothing counts then."""
    await talk.say("Basile", "/debut")
    card = await opened(talk, "Offerte par le pot")
    await talk.press("Basile", "J’y étais", chat=GROUP, message=card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.press("Ada", "C’est juste")
    assert await balances(talk) == {}
    await talk.goes(
        """
        Driss #equipe: [Contester]
        Bot: rien ne compte
        Bot → Ada: ne comptent pas pour le moment
        """
    )

    assert await balances(talk) == {}
    assert "Votre part" not in heard_by(talk, "@basile")


async def test_a_chantier_credits_everybody_and_the_leader_needs_the_team(talk: Talk) -> None:
    """Closing is the leader's word for the others; nobody credits themselves alone."""
    await talk.say("Basile", "/debut")
    card = await opened(talk, "Chantier", line="/seance 2h chantier du verger hier")
    assert "Une personne présente : Ada Exemple" in await drawn(talk, card)
    await talk.press("Basile", "J’y étais", chat=GROUP, message=card)
    await guests(talk, 2, card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.goes(
        """
        Ada: [C’est juste]
        Bot: 4 personnes sont comptées … L’équipe doit encore confirmer
        Bot → Basile: Vous avez donné 2 h au commun … Votre solde : 2 h
        Bot → #equipe: chantier du verger … • Ada Exemple : 2 h [Confirmer] [Contester]
        """
    )
    assert await balances(talk) == {"pot": -360, "@basile": 120, "@invitee0": 120, "@invitee1": 120}
    card = talk.last(TEAM)["id"]
    await talk.press("Driss", "Confirmer", chat=TEAM, message=card)
    await talk.press("Driss", "Confirmer", chat=TEAM, message=card)

    assert await balances(talk) == {
        "pot": -480,
        "@ada": 120,
        "@basile": 120,
        "@invitee0": 120,
        "@invitee1": 120,
    }


async def test_a_group_administrator_may_close_and_the_team_confirms_all(talk: Talk) -> None:
    """In one tap, since whoever closed does not lead it; in a group the names stay few."""
    await talk.do({"do": "rank", "chat": GROUP, "from": "@chloe", "as": "admin"})
    card = await opened(talk, "Chantier", line="/seance 2h chantier hier")
    await guests(talk, 6, card)
    said = await talk.press("Basile", "Clore la séance", chat=GROUP, message=card)
    assert "de la clore" in said[0]
    await talk.press("Chloé", "Clore la séance", chat=GROUP, message=card)
    assert "7 personnes présentes, 2 h chacune" in " ".join(talk.last(GROUP)["text"].split())
    await talk.press("Chloé", "C’est juste", chat=GROUP)
    assert await balances(talk) == {}
    await talk.press("Driss", "Confirmer", chat=TEAM)

    held = await balances(talk)
    assert held.pop("pot") == -7 * 120
    assert set(held.values()) == {120}


async def test_without_a_team_one_of_those_present_confirms_the_leader(talk: Talk) -> None:
    """And nobody else."""
    await talk.say("Basile", "/debut")
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        await store.chats.only_team([])
    card = await opened(talk, "Chantier", line="/seance 2h chantier hier")
    await talk.press("Basile", "J’y étais", chat=GROUP, message=card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.press("Ada", "C’est juste")
    assert await balances(talk) == {"pot": -120, "@basile": 120}
    await talk.press("Basile", "Confirmer")

    assert await balances(talk) == {"pot": -240, "@basile": 120, "@ada": 120}


async def test_closing_twice_counts_once(talk: Talk) -> None:
    """Two drafts, two taps, one entry each."""
    card = await opened(talk)
    await guests(talk, 2, card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    first = talk.last("@ada")["id"]
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    second = talk.last("@ada")["id"]
    await talk.press("Ada", "C’est juste", message=first)
    said = await talk.press("Ada", "C’est juste", message=second)

    assert "n’est plus ouverte" in said[0]
    assert (await balances(talk))["@ada"] == 150


async def test_both_taps_waiting_at_once_still_count_once(talk: Talk) -> None:
    """Heard before either is answered."""
    card = await opened(talk)
    await guests(talk, 2, card)
    for _ in range(2):
        await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    drafts = [one["id"] for one in talk.events if "Séance à clore" in one.get("text", "")]
    for draft in drafts:
        pressed = {"do": "press", "chat": "@ada", "from": "@ada", "choice": 0, "message": draft}
        await talk.stage.bring(pressed)
    await talk.stage.app.settle()

    assert (await balances(talk))["@ada"] == 150


async def test_a_burst_of_taps_is_counted_whole(talk: Talk) -> None:
    """The card is still being redrawn for the first when the others come."""
    card = await opened(talk)
    for number in range(12):
        pressed = {"do": "press", "chat": GROUP, "from": f"@invitee{number}", "choice": 0}
        await talk.stage.bring({**pressed, "message": card})
    await talk.stage.app.settle()

    assert "12 personnes présentes" in await drawn(talk, card)
    redrawn = [one for one in talk.events if one["event"] == "edit" and one["id"] == card]
    assert len(redrawn) <= 2  # the keyboard that the first press took away, then all of them
    assert "Invitee0" not in await drawn(talk, card)


async def test_somebody_who_joins_meanwhile_brings_a_new_draft(talk: Talk) -> None:
    """What was read is what is entered, or nothing is."""
    card = await opened(talk)
    await guests(talk, 2, card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await guests(talk, 3, card)
    await talk.goes(
        """
        Ada: [C’est juste]
        Bot: Entre-temps … reçoit 50 min [C’est juste] [Pas encore] [Annuler la séance]
        """
    )
    assert await balances(talk) == {}
    await talk.press("Ada", "C’est juste")

    assert (await balances(talk))["@invitee2"] == -50


async def test_whoever_never_wrote_in_private_is_told_when_they_come(talk: Talk) -> None:
    """They are counted all the same."""
    card = await opened(talk)
    await talk.press("Basile", "J’y étais", chat=GROUP, message=card)
    assert "un bonjour en privé" in heard_by(talk, GROUP)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.press("Ada", "C’est juste")
    assert (await balances(talk))["@basile"] == -150
    assert "Votre part" not in heard_by(talk, "@basile")
    await talk.say("Basile", "/debut")

    assert "temps reçu : 2 h 30" in " ".join(heard_by(talk, "@basile").split())
    await talk.say("Basile", "/solde")
    assert heard_by(talk, "@basile").count("Votre part") == 1


async def test_in_private_each_one_named_is_asked(talk: Talk) -> None:
    """Only those who say yes share the time; the others are said to the organiser."""
    for who in ("Basile", "Chloé", "Driss"):
        await talk.say(who, "/debut")
    await talk.goes(
        """
        Ada: /seance 1h atelier carte hier avec Basile, Chloé et Driss
        Bot: À qui était ce temps [Partagée]
        Ada: [Partagée]
        Bot: Je demande à Basile Fictif, Chloé Modèle et Driss Inventé
        Bot → Basile: Ada Exemple dit que vous étiez à … carte [J’y étais] [Je n’y étais pas]
        Basile: [J’y étais]
        Chloé: [Je n’y étais pas]
        Ada: [Clore la séance]
        Bot: • Basile Fictif reçoit 1 h … Sans réponse … : Driss Inventé [C’est juste]
        Ada: [C’est juste]
        Bot → Basile: Votre part de la séance, en temps reçu : 1 h
        """
    )

    assert await balances(talk) == {"@ada": 60, "@basile": -60}


async def test_names_may_be_added_one_after_the_other(talk: Talk) -> None:
    """Those nobody bears are said; somebody never met in private is asked when they come."""
    await talk.say("Basile", "/debut")
    await talk.say("Chloé", "/aide", chat=GROUP)
    await talk.goes(
        """
        Ada: /seance 1h atelier carte
        Ada: [Partagée]
        Bot: Personne n’a encore dit y être [Ajouter des personnes] [Clore la séance]
        Bot: Qui était là
        Ada: …
        Bot: au moins un nom
        Ada: Basile, Zoé
        Bot: Je demande à Basile Fictif … Je ne connais pas Zoé
        Ada: [Ajouter des personnes]
        Bot: Qui était là
        Ada: Chloé Modèle
        Bot: Je ne peux pas encore écrire à Chloé Modèle
        """
    )
    await talk.say("Chloé", "/debut")
    assert "dit que vous étiez à cette séance" in heard_by(talk, "@chloe")
    await talk.press("Chloé", "J’y étais")
    card = next(one["id"] for one in talk.events if "🤝" in one.get("text", ""))
    assert "Y était : Chloé Modèle" in await drawn(talk, card)


async def test_a_stranger_to_a_private_session_cannot_join_it(talk: Talk) -> None:
    """Nor can anybody but its organiser add people to it."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/seance 1h atelier carte avec Basile")
    await talk.press("Ada", "Partagée")
    asked = talk.last("@basile")["id"]
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        (session,) = await store.sessions.waiting()
        people = await store.sessions.people(session.id)
    assert [one.name for one in people] == ["Basile Fictif"]
    assert "vous y étiez" in (await talk.press("Basile", "J’y étais", message=asked))[0]


async def test_an_english_group_reads_english(talk: Talk) -> None:
    """Each one reads what it made in their own language."""
    await talk.say("Ada", "/start", lang="en")
    await talk.say("Basile", "/debut")
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.goes(
        """
        Ada #quartier: /language English
        Ada #quartier: /session 2h compost workshop on Saturday
        Bot: Whose time was it [Shared] [Offered by the pot] [Working day]
        Ada #quartier: [Shared]
        Bot: compost workshop … 2 h, with Ada Exemple … Nobody [I was there] [I was not there]
        Basile #quartier: [I was there]
        Ada #quartier: [Close the session]
        Bot → Ada: A session to close … • Basile Fictif receives 2 h
        Ada: [That is right]
        Bot: compost workshop: closed. One person is counted
        Bot → Basile: Votre part de la séance, en temps reçu : 2 h
        """
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/seance 0 min atelier", "à zéro"),
        ("/seance 30h atelier", "trop long"),
        ("/seance 2h atelier le 3 mars 2027", "pas encore passé"),
        ("/seance 2h atelier le 3 mars 1990", "trop ancien"),
        ("/seance 2h atelier le 30 février", "pas compris le jour"),
        ("/seance 2h " + "z" * 10_000, "un peu long"),
    ],
)
async def test_bad_lines_are_said_kindly_and_open_nothing(talk: Talk, line: str, said: str) -> None:
    """What can be asked again is asked again."""
    assert said in (await talk.say("Ada", line))[0]
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        assert await store.sessions.waiting() == []


async def test_somebody_unknown_in_private_is_asked_to_write_first(talk: Talk) -> None:
    """The draft would reach nobody."""
    assert "en privé" in (await talk.say("Ada", COMPOST, chat=GROUP))[0]


async def test_an_edited_message_opens_no_second_session(talk: Talk) -> None:
    """The card stands as it was read."""
    await talk.say("Ada", "/debut")
    await talk.say("Ada", COMPOST, chat=GROUP, **{"as": "ouverture"})
    await talk.press("Ada", "Partagée", chat=GROUP)
    await talk.do({"do": "edit", "message": "ouverture", "text": "/seance 5h atelier compost"})
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        assert [one.minutes for one in await store.sessions.waiting()] == [150]


async def test_a_forgotten_session_is_recalled_then_expires(talk: Talk) -> None:
    """After seven days, and after thirty; nothing counts."""
    card = await opened(talk)
    await guests(talk, 2, card)
    await to(talk, "2026-01-12T10:00:00")
    assert "encore ouverte" in talk.last("@ada")["text"]
    assert "2 personnes ont dit y être" in talk.last("@ada")["text"]
    await to(talk, "2026-02-04T12:00:00")

    assert "en un mois" in talk.last("@ada")["text"]
    assert "n’a clos cette séance à temps" in await drawn(talk, card)
    assert await balances(talk) == {}


async def test_a_session_outlives_the_group(talk: Talk) -> None:
    """The bot is put out of the group; its organiser closes from the reminder."""
    card = await opened(talk)
    await guests(talk, 2, card)
    await talk.do({"do": "leave", "chat": GROUP, "from": "@ada"})
    await to(talk, "2026-01-12T10:00:00")
    await talk.press("Ada", "Clore la séance")
    await talk.press("Ada", "C’est juste")

    assert (await balances(talk))["@ada"] == 150


async def test_a_group_that_moves_takes_its_session_along(talk: Talk) -> None:
    """Its card can be shown again there."""
    card = await opened(talk)
    await guests(talk, 1, card)
    await talk.do({"do": "migrate", "chat": GROUP, "to": "#quartier2"})
    await talk.say("Ada", "/seance", chat="#quartier2")
    await talk.press("Ada", "Revoir : atelier compost", chat="#quartier2")
    again = talk.last("#quartier2")
    assert "Une personne présente" in " ".join(again["text"].split())
    await talk.press("Basile", "J’y étais", chat="#quartier2", message=again["id"])
    assert "2 personnes présentes" in await drawn(talk, again["id"])


async def test_whoever_does_not_agree_tells_the_team(talk: Talk) -> None:
    """In their own words, and is answered; nothing is undone silently."""
    await talk.say("Basile", "/debut")
    card = await opened(talk)
    await talk.press("Basile", "J’y étais", chat=GROUP, message=card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.press("Ada", "C’est juste")
    await talk.goes(
        """
        Basile: [Ce n’est pas juste]
        Bot: Qu’est-ce qui n’est pas juste
        Basile: je suis parti au bout d’une heure
        Bot: transmis votre question à l’équipe
        Bot → #equipe: Basile Fictif ne s’y retrouve pas … 2 h 30
        Bot → #equipe: Basile Fictif pose une question … compost — je suis parti au bout
        """
    )


async def test_a_restart_keeps_a_session_open(talk: Talk) -> None:
    """People, and the draft already shown."""
    card = await opened(talk)
    await guests(talk, 2, card)
    await talk.press("Ada", "Clore la séance", chat=GROUP, message=card)
    await talk.restart()
    await talk.press("Ada", "C’est juste")

    assert (await balances(talk))["@ada"] == 150


async def test_somebody_blocked_is_counted_in_nothing_new(talk: Talk) -> None:
    """They are told, and the others go on."""
    await talk.say("Basile", "/debut")
    card = await opened(talk)
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        blocked = text("UPDATE people SET standing = 'blocked' WHERE name = 'Basile Fictif'")
        await store.session.execute(blocked)
    said = await talk.press("Basile", "J’y étais", chat=GROUP, message=card)
    assert "vous y étiez" not in said[0]
    assert "Personne ne s’est encore signalé" in await drawn(talk, card)
    await talk.say("Basile", "/pot 2h pour les travaux")
    assert "au pot commun" not in heard_by(talk, TEAM)
