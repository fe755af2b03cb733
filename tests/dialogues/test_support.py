"""A structure in difficulty tells it in private, and it goes to an end; others learn nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.dialogues.supports import TOLD, drawn, everything_but, kept, sent, standing, to
from tests.talk import TEAM, Talk

slow = pytest.mark.slow

WINTER = (datetime(2025, 12, 31, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC))
"""The quarter in which these dialogues begin."""


async def test_told_read_answered_and_over(talk: Talk) -> None:
    """Three taps after their own words; each step is one message; the end is their word."""
    await talk.goes(
        """
        Ada: /soutien Notre équipe est épuisée, plus personne ne dort.
        Bot: Merci d’avoir mis des mots … de l’épuisement … le lire [L’équipe, sans mon nom]
        Ada: [L’équipe]
        Bot: attendre un jour ou deux [Oui, cela peut attendre] [Non, c’est urgent]
        Ada: [Non, c’est urgent]
        Bot: l’équipe lira … Ada Exemple … À garder … urgent … ne dort. [Envoyer à l’équipe]
        Ada: [Envoyer à l’équipe]
        Bot: C’est avec l’équipe … cela pressait [C’est fini pour moi] [Tout effacer]
        Bot → #equipe: plus personne ne dort.
        Bot → #equipe: Ada Exemple demande du soutien … Qui peut s’en charger [Répondre]
        Driss #equipe: [Je m’en charge]
        Bot → Ada: Quelqu’un de l’équipe vous lit
        Driss #equipe: [Répondre]
        Bot: Écrivez votre réponse
        Driss #equipe: Appelons-nous mardi, à votre heure.
        Bot: C’est transmis … dans deux semaines
        Bot → Ada: Réponse de l’équipe … Appelons-nous mardi [C’est fini pour moi] [Tout effacer]
        Ada: [C’est fini pour moi]
        Bot: Comment cela va-t-il, aujourd’hui [Ça va mieux] [Pas mieux] [Autre] [Non, je garde]
        Ada: [Ça va mieux]
        Bot: Voilà une bonne nouvelle … dans 90 jours [Tout effacer]
        """
    )
    assert "cela va mieux" in (await to(talk, TEAM))[-1]


async def test_a_cry_typed_on_a_telephone_is_no_question_to_the_team(talk: Talk) -> None:
    """Without apostrophes or whole words; nothing is kept, and nothing leaves with a name."""
    await talk.goes(
        """
        Ada: jen peu plus on est a bout ds lasso
        Bot: pas à porter cela sans aide [Le raconter à l’équipe]
        Ada: quelqu'un peut nous aider ? on est épuisés ds le collectif
        Bot: pas à porter cela sans aide [Le raconter à l’équipe]
        """
    )
    assert not await to(talk, TEAM)


@slow
async def test_in_english_too(talk: Talk) -> None:
    """The same way, in the other language."""
    await talk.say("Ada", "/langue English")
    await talk.goes(
        """
        Ada: our board is in conflict
        Bot: you do not have to carry it without help [Tell the team about it]
        Ada: [Tell the team about it]
        Bot: Tell it as it comes
        Ada: Our board is in conflict and we no longer speak.
        Bot: a conflict … Who may read it [The team, without my name]
        Ada: [The team, without my name]
        Bot: Can it wait [Yes, it can wait]
        Ada: [Yes, it can wait]
        Bot: nothing else … Somebody asks for support … without a name [Envoyer] 
        """.replace("[Envoyer] ", "[Send to the team]")
    )


async def test_a_plain_sentence_is_offered_the_way_and_nothing_is_kept(talk: Talk) -> None:
    """Neither their words nor a row, before they agree."""
    await talk.goes(
        """
        Ada: on est en conflit dans le CA, ça s’arrange pas
        Bot: Merci de le dire … rien ne part sans votre accord [Le raconter à l’équipe]
        """
    )
    assert await kept(talk, "s’arrange pas") == []


async def test_in_a_group_nothing_is_said_of_it(talk: Talk) -> None:
    """Not stored, not repeated, not deleted; the way in private is shown."""
    await talk.do({"do": "join", "chat": "#pilat", "from": "@chloe"})
    told = await talk.say("Ada", f"/soutien {TOLD}", chat="#pilat")
    assert len(told) == 1
    assert "en privé" in told[0]
    assert await kept(talk, "zorglub") == []
    assert [one for one in talk.events if one["event"] == "delete"] == []


async def test_the_words_are_nowhere_else(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    """In the team's chat and the writer's own; in no other chat, no dump and no line of the log."""
    await talk.do({"do": "join", "chat": "#pilat", "from": "@chloe"})
    await talk.say("Chloé", "/offrir médiation")
    await sent(talk, "Ada", share="L’équipe et un·e allié·e")
    await talk.press("Driss", "Chercher un·e allié·e", chat=TEAM)
    await talk.press("Driss", "médiation de conflits", chat=TEAM)
    await talk.press("Driss", "Demander à Chloé Modèle", chat=TEAM)
    await talk.do({"do": "clock", "by": "P8D"})
    assert [one for one in everything_but(talk, TEAM, "@ada") if "zorglub" in one] == []
    for what in ("ledger", "balances", "deliveries", "audit", "events", "introductions"):
        assert "zorglub" not in str(await talk.dump(what))
    assert "zorglub" not in caplog.text
    assert "Ada" not in str([one for one in await talk.dump("audit") if "support" in str(one)])


async def test_names_and_numbers_are_shown_before_they_go(talk: Talk) -> None:
    """And masked in one tap."""
    await talk.say("Basile", "bonjour")
    told = "/soutien Hier Basile Fictif a hurlé sur Mme Inventée, joignable au 06 12 34 56 78."
    await talk.say("Ada", told)
    await talk.press("Ada", "L’équipe")
    await talk.goes(
        """
        Ada: [Oui, cela peut attendre]
        Bot: 78 … « Basile Fictif », « Inventée » et un numéro [Envoyer à l’équipe]
        Ada: [Masquer tout cela]
        Bot: ••• a hurlé sur Mme •••, joignable au •••. [Envoyer à l’équipe] [C’est un autre sujet]
        Ada: [Envoyer à l’équipe]
        Bot: C’est avec l’équipe
        Bot → #equipe: ••• a hurlé sur Mme •••
        """
    )
    assert await kept(talk, "Inventée") == []


async def test_danger_is_answered_first(talk: Talk) -> None:
    """Who listens now stands above everything else."""
    for words, numbers in (
        ("Notre asso va mal et je veux en finir", ("3114", "15", "112")),
        ("Dans notre équipe un salarié m’a frappée", ("17", "112", "3919")),
    ):
        (told,) = await talk.say("Ada", f"/soutien {words}")
        assert all(number in told.split("Qui peut le lire")[0] for number in numbers)
        await talk.press("Ada", "Ne rien envoyer")


async def test_all_is_erased_at_once(talk: Talk) -> None:
    """The table, the outbox and the team's chat; that somebody asked still counts."""
    await sent(talk, "Ada")
    await talk.press("Driss", "Je m’en charge", chat=TEAM)
    await talk.goes(
        """
        Ada: /soutien
        Bot: Vos demandes de soutien … s’en occupe [C’est fini pour moi] [Tout effacer]
        Ada: [Tout effacer]
        Bot: personne ne pourra les retrouver [Oui, tout effacer] [Non, je garde]
        Ada: [Oui, tout effacer]
        Bot: Il ne reste ni vos mots ni votre nom
        """
    )
    assert await kept(talk, "zorglub") == []
    assert [one for one in standing(talk, TEAM) if "zorglub" in one or "Ada" in one] == []
    before = len(talk.events)
    await talk.say("Driss", "Êtes-vous là ?", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert "n’existe plus" in str(talk.events[before:])
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert await store.supports.open() == []
        assert len(await store.supports.kinds(*WINTER)) == 1


async def test_the_card_says_who_answered_and_who_goes_on(talk: Talk) -> None:
    """Whoever took it goes on with it, also when another was quicker to write."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    await sent(talk, "Ada")
    card = talk.last(TEAM)["id"]
    await talk.press("Driss", "Je m’en charge", chat=TEAM)
    await talk.say("Chloé", "Appelons-nous mardi.", chat=TEAM, reply_to=card)
    assert "Chloé Modèle a répondu, et Driss s’en charge" in drawn(talk, card)


async def test_a_card_further_up_gives_way_and_is_redrawn(talk: Talk) -> None:
    """What is pressed stands at one place, and both say how it stands."""
    await sent(talk, "Ada")
    first = talk.last(TEAM)["id"]
    await talk.say("Driss", "/soutien", chat=TEAM)
    assert "plus bas" in drawn(talk, first)
    assert not talk.stage.world.posts[first].choices
    await talk.press("Driss", "Je m’en charge", chat=TEAM)
    cards = [one for one in standing(talk, TEAM) if "s’en charge. Répondre" in one]
    assert len(cards) == 1
