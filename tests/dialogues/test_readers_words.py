"""What readers write in words of their own: commands with accents, receiving the agenda and the
letter or no longer, and questions about what is in the agenda.
"""

from __future__ import annotations

import pytest

from domain.events import Cost
from tests.dialogues.agenda import event, fill
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

TEAM = "#equipe"


@pytest.mark.parametrize(
    "typed", ["/réglages", "/RÉGLAGES", "!réglages", "réglages", "/re\u0301glages"]
)
async def test_a_command_is_known_whatever_its_accents(talk: Talk, typed: str) -> None:
    """Typed whole, in capitals, alone, or with its accents set apart."""
    assert "Ce que vous recevez" in (await talk.say("Chloé", typed))[0]


@pytest.mark.parametrize("typed", ["/évènements", "/événements"])
async def test_the_teams_commands_have_accents_too(talk: Talk, typed: str) -> None:
    """As dictionaries write them, one way or the other."""
    assert (await talk.say("Driss", typed, chat=TEAM)) == (
        await talk.say("Driss", "/evenements", chat=TEAM)
    )


async def _receives(talk: Talk, account: str = "@chloe") -> tuple[bool, bool]:
    """Whether the agenda and the letter come to somebody."""
    stage = talk.stage
    async with stage.app.database.begin() as store:
        chats = await store.of(stage.fabrique.id).chats.readers()
    posting = next((one.posting for one in chats if one.address == account), None)
    return (posting.agenda, posting.letter) if posting else (False, False)


@pytest.mark.parametrize(
    "said",
    [
        "je veux me désabonner",
        "me désabonner",
        "Unsubscribe",
        "I want to unsubscribe",
        "stop l'agenda",
        "Je ne veux plus recevoir l’agenda",
    ],
)
async def test_a_plain_sentence_unsubscribes(talk: Talk, said: str) -> None:
    """What comes alone is meant; whoever receives nothing is told so."""
    await talk.say("Chloé", "/agenda abonner")
    assert await _receives(talk) == (True, False)
    await talk.say("Chloé", said)
    assert await _receives(talk) == (False, False)
    told = (await talk.say("Chloé", said))[-1]
    assert "rien à arrêter" in told or "nothing to stop" in told


async def test_of_several_things_one_tap_says_which(talk: Talk) -> None:
    """The agenda, the letter, or all; a tap on an old drawing begins nothing anew."""
    await talk.goes(
        """
        Chloé: /agenda abonner
        Chloé: /lettre abonner
        Bot: je vous enverrai la lettre du mois ici … prévue dimanche 1er février … /lettre stop
        Chloé: je voudrais me désabonner svp
        Bot: ne plus recevoir [L’agenda de la semaine] [La lettre du mois] [Tout]
        Chloé: [L’agenda de la semaine]
        Bot: plus d’agenda en privé
        """
    )
    assert await _receives(talk) == (False, True)
    assert "plus de lettre en privé" in (await talk.say("Chloé", "me désabonner"))[0]
    assert await _receives(talk) == (False, False)


async def test_all_stops_by_one_tap(talk: Talk) -> None:
    """Agenda and letter."""
    await talk.goes(
        """
        Chloé: /agenda abonner
        Chloé: Je voudrais recevoir la lettre
        Bot: je vous enverrai la lettre du mois ici
        Chloé: unsubscribe me please
        Bot: ne plus recevoir
        Chloé: [Tout]
        Bot: plus d’agenda ni de lettre pour vous
        """
    )
    assert await _receives(talk) == (False, False)


async def test_the_letter_stops_as_it_began(talk: Talk) -> None:
    """After the command or in plain words; by e-mail it is asked for as before."""
    await talk.goes(
        """
        Chloé: /lettre abonner
        Chloé: /lettre stop
        Bot: plus de lettre en privé
        Chloé: /lettre stop
        Bot: Vous ne recevez pas la lettre
        Chloé: /letter subscribe
        Chloé: je ne veux plus recevoir la lettre
        Bot: plus de lettre en privé
        Chloé: je voudrais recevoir la lettre par mail
        Bot: La lettre du mois arrive ici si les réglages le disent
        """
    )
    assert await _receives(talk) == (False, False)


async def test_in_a_group_its_administrators_unsubscribe(talk: Talk) -> None:
    """Whoever else reads along changes nothing."""
    group = "#quartier"
    await talk.do({"do": "join", "chat": group, "from": "@ada"})
    await talk.say("Basile", "@bot me désabonner", chat=group)
    assert await _receives(talk, group) == (True, True)


BALL = event("Bal folk", 17, 20, "Salle Modèle", cost=Cost.PAID, price="5 €")


async def test_an_event_is_asked_about_by_its_name(talk: Talk) -> None:
    """Where, when, how much; the team is a tap away, and what names none goes there."""
    await fill(talk, BALL, event("Balade à vélo", 10, 14, "La Roue Libre fictive"))
    await talk.goes(
        """
        Ada: où est le bal folk ?
        Bot: Samedi 17 janvier … 20 h · Bal folk … Salle Modèle … 5 € [Poser à l’équipe]
        Ada: c’est à quelle heure le bal folk ?
        Bot: 20 h · Bal folk
        Ada: le bal folk c’est combien ?
        Bot: Bal folk … 5 €
        Ada: la balade à vélo c’est combien ?
        Bot: Balade à vélo … ne dit pas le prix [Poser à l’équipe]
        """
    )
    assert "Bal folk" not in (await talk.say("Ada", "où est le bal de la mairie ?"))[0]


async def test_plain_words_for_some_days_are_answered_from_the_agenda(talk: Talk) -> None:
    """Whatever there is, what is sought, the agenda itself, and a place by its whole name."""
    await fill(talk, BALL, event("Balade à vélo", 10, 14, "La Roue Libre fictive", cost=Cost.FREE))
    await talk.goes(
        """
        Ada: un truc gratuit ce week-end à vélo ?
        Bot: Du samedi 10 au dimanche 11 janvier, gratuit, « vélo » … Balade à vélo
        Ada: je cherche une sortie gratuite ce week-end
        Bot: Du samedi 10 au dimanche 11 janvier, gratuit … Balade à vélo
        Ada: l’agenda de la semaine prochaine
        Bot: Du lundi 12 au dimanche 18 janvier … Bal folk
        Ada: agenda semaine prochaine
        Bot: Du lundi 12 au dimanche 18 janvier … Bal folk
        Ada: y a quoi à la Roue Libre ?
        Bot: « Roue Libre » … Balade à vélo
        """
    )


@pytest.mark.parametrize(
    ("said", "line", "card"),
    [
        ("le bal folk est annulé", "✗ Annulé — Bal folk", "C’est annulé"),
        ("le bal folk est complet", "✓ À l’agenda, complet — Bal folk", "c’est complet"),
        ("le bal folk est reporté", "– Reporté — Bal folk", "C’est reporté"),
    ],
)
async def test_what_was_proposed_is_listed_as_it_is_now(
    talk: Talk, said: str, line: str, card: str
) -> None:
    """What its author called off is not told to be in the agenda."""
    await talk.say("Ada", "/proposer Bal folk samedi 17 janvier 20h, Salle Modèle, 5 €")
    await talk.press("Ada", "C’est juste, proposer")
    await talk.press("Driss", "Approuver", chat=TEAM)
    assert "✓ À l’agenda — Bal folk" in (await talk.say("Ada", "/propositions"))[0]
    await talk.say("Ada", said)
    assert line in (await talk.say("Ada", "/propositions"))[0]
    assert card in (await talk.press("Ada", 0))[0]
