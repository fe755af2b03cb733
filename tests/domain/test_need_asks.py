"""Which plain sentences look for an ally, and which ask the base; both by one author."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge_files import load
from domain.need_asks import asks_for_ally

YES = (
    "je cherche quelqu’un pour relire un dossier LEADER",
    "est-ce que quelqu’un a une camionnette jeudi ?",
    "we need a room for 15",
    "Bonjour, on cherche une salle pour quinze jeudi",
    "j’ai besoin d’aide pour monter un dossier de subvention",
    "J'ai besoin de quelqu'un pour tenir la buvette",
    "nous cherchons des bénévoles pour la buvette samedi",
    "je recherche un graphiste pour une affiche",
    "il nous faudrait un vidéoprojecteur",
    "il me faut une remorque samedi",
    "quelqu’un aurait une sono à prêter ?",
    "quelqu'un peut m'aider à déménager samedi ?",
    "quelqu'un sait souder ?",
    "y a-t-il quelqu’un qui pourrait animer un atelier ?",
    "qui pourrait me prêter une perceuse ?",
    "on aurait besoin d’un coup de main pour le chantier",
    "cherche camionnette pour dimanche",
    "recherche bénévoles",
    "besoin d'une salle à Firminy",
    "je cherche une comptable",
    "I'm looking for someone to proofread our application",
    "I need somebody who can fix bikes",
    "Does anyone have a van on Thursday?",
    "Could anyone lend us a projector?",
    "We are looking for volunteers for the garden on Saturday",
    "Is there anyone who could help us translate a flyer?",
    "looking for a facilitator in Lyon",
    "can someone help me with accounting?",
    "I need help with a grant application",
    "we could use a hand with the garden on Saturday",
    "Salut tout le monde, je cherche deux personnes pour porter des tables",
    "nous avons besoin d’une traductrice pour l’assemblée",
    "has anyone got a cargo bike?",
    "on cherche du monde pour la récolte",
    "salle pour 15 personnes jeudi",
    "je cherche qqun pr relire un dossier leader",
    "besoin daide pour le bilan",
    "qui peut maider a tenir un stand",
    "need a room for 15 ppl",
    "camionnette samedi matin",
    "van on Saturday",
)
"""Somebody, or a thing to borrow, is plainly looked for."""

NO = (
    "comment chercher un financement ?",
    "où trouver une salle ?",
    "quelqu’un sait quand a lieu la permanence ?",
    "est-ce que quelqu'un peut m'expliquer la banque de temps ?",
    "je cherche la charte",
    "je cherche un financement",
    "je cherche des informations sur les communs",
    "j'ai besoin d'aide",
    "j’ai besoin d’aide pour comprendre le compte temps",
    "je cherche quelqu’un à qui parler",
    "qui peut devenir allié ?",
    "qui a fondé la fabrique ?",
    "what is a local fabrique?",
    "how do I find a room?",
    "does anyone know how to join?",
    "can someone tell me when the permanence is?",
    "I am looking for the charter",
    "I need to talk to somebody",
    "j’ai donné 2h à Paul pour relecture",
    "j'ai besoin de parler à quelqu'un",
    "y a quelqu'un ?",
    "c’est quoi un allié ?",
    "faut-il un local pour créer une fabrique locale ?",
    "j’ai besoin de l’équipe pour 2h",
    "quelles aides pour une camionnette électrique ?",
    "je propose une salle pour quinze",
    "j'ai une camionnette à prêter",
    "qui organise les rencontres ?",
    "is there a room at the fabrique?",
    "combien coûte une salle ?",
    "je cherche un document sur le budget participatif",
    "quelqu'un a une idée de la date ?",
    "we need to know the date",
    "quand est-ce qu'on a besoin d'une salle ?",
    "merci à tous",
    "je cherche à comprendre la comptabilité carbone",
    "la fabrique cherche-t-elle des bénévoles ?",
    "can anyone join?",
    "je recherche une formation à la facilitation",
    "qui peut adhérer ?",
    "qui peut m'aider à adhérer",
    "qui peut m'aider à mettre en mots",
    "qui peut m'aider sur mon projet",
    "la salle est réservée jeudi",
    "salle de la permanence jeudi ?",
    "jcherche qqn ki s'y connait en compta, cmt faire ici",
    "need to know the date",
)
"""Questions for the base, offers, notes of time, small talk."""


@pytest.mark.parametrize("sentence", YES)
def test_help_that_is_plainly_asked_for_is_a_need(sentence: str) -> None:
    """In French and English, with or without a greeting."""
    assert asks_for_ally(sentence)


@pytest.mark.parametrize("sentence", NO)
def test_whoever_looks_for_information_asks_the_base(sentence: str) -> None:
    """Nothing is stolen from the permanence, the time bank or small talk."""
    assert not asks_for_ally(sentence)


def test_the_questions_that_the_base_answers_stay_questions() -> None:
    """Of all wordings that come with the bot, four ask for help with something, as needs do."""
    base = Path(__file__).parents[2] / "knowledge"
    entries = [one for folder in sorted(base.iterdir()) for one in load(folder)]
    wordings = [text for one in entries for text in (one.title, *one.wordings)]
    assert len(wordings) > 1000
    assert [text for text in wordings if asks_for_ally(text)] == [
        "quelqu'un pour animer notre séminaire",
        "kelkun pour relire mon dossier ?",
        "je cherche qqn pour réparer un vélo",
        "est-ce que quelqu'un pourrait venir nous dépanner pour monter un barnum ?",
    ]


@given(st.text(max_size=700))
def test_any_sentence_is_answered(sentence: str) -> None:
    """Odd letters are no fault."""
    assert asks_for_ally(sentence) in (True, False)
