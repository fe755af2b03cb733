"""Small talk: recognised when it is nothing else, and never taken for a question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge_files import files_of, read
from domain.small_talk import MAYBE_ASKED, SAYINGS, Talk, distress, small_talk, without_manners

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
SAID = {
    Talk.GREETING: "Bonjour à tous !|coucou|good morning|BONSOIR|bjr|salut le robot|hello there",
    Talk.WELLBEING: "ça va ?|Salut, ça va ?|how are you?|Bonjour, comment allez-vous ?|et toi ?",
    Talk.GOODBYE: "au revoir|à bientôt !|bonne journée|bye bye|see you later|bonne nuit",
    Talk.THANKS: "Merci beaucoup 🙏|merciiiii|merci pour votre aide, bonne journée|thx|OK merci"
    "|thank you very much|super, merci !|c'est gentil",
    Talk.SORRY: "désolé|pardon !|sorry|excusez-moi",
    Talk.ACK: "ok|d'accord|très bien|je vois|got it|parfait !|ok super",
    Talk.YES: "oui|oui oui|yes|bien sûr|tout à fait",
    Talk.NO: "non|non merci|nope|pas ça|aucune|c'est faux",
    Talk.LAUGHTER: "mdr|haha|hahahaha !|lol|ptdrrr|hihihi|MDR 😂",
    Talk.EMOJI: "👍|🎉🎉🎉|👨‍👩‍👧‍👦|:-)|<3|❤️",
    Talk.TEST: "test|Test 1 2|allô ?|il y a quelqu'un ?|ping|is anybody there?|tu m'entends ?",
    Talk.LOVE: "je t'aime|tu es génial !|i love you|good bot|t'es le meilleur",
    Talk.GRIEF: "je suis triste|je me sens seule|i'm sad|j'ai peur|je suis fatigué",
    Talk.ANGER: "j'en ai marre !!|c'est nul|ras le bol|tu comprends rien|this is useless",
    Talk.INSULT: "connard|t'es nul|espèce de con !|ta gueule|fuck you|you're stupid|robot de merde",
    Talk.CHAT: "raconte-moi une blague|quelle heure est-il ?|il fait beau|tell me a joke",
    Talk.LOST: "je comprends pas|c'est pas clair|hein ?|I don't understand|quoi ???",
    Talk.HELP: "aidez-moi !|au secours|j'ai une question|can you help me?|à quoi tu sers ?",
    Talk.HUMAN: "je veux parler à un humain|quelqu'un peut me répondre ?|I want a human",
    Talk.WHO: "t ki|t'es qui ?|Es-tu un robot ?|who are you|bonjour, qui êtes-vous ?",
    Talk.NOISE: "…|a||?!?|\u200b|qsdfgh|12345|...!!!|et|azerty|\u202e",
    Talk.DISTRESS: "je n'en peux plus|J’en peux plus…|je suis en burn-out|je craque|i can't go on"
    "|je suis épuisée, tout le monde compte sur moi|I’m burnt out|je suis au bout du rouleau",
    Talk.DANGER: "j'ai envie de mourir|je veux en finir|je pense au suicide|I want to die"
    "|je vais me tuer|plus envie de vivre, désolé de vous déranger|i will kill myself",
}
ASKED = (
    "bonjour, quand est la permanence ?|merci de me dire quand|test de la fresque|la visio|"
    "comment ça va se passer ?|ok et pour une association ?|salut c koi la fabrique|oui mais quand|"
    "je n'y arrive plus à me connecter|je veux mourir de rire|le robot garde quoi|non-adhérent|"
    "qui êtes-vous pour décider du budget ?|je veux en finir avec ce dossier|robot|la fabrique|"
    "aide|contact|AMI|COMAP|thanks but where is it?|hello, is it free|bonne question : quand ?|"
    "prévention du suicide : avez-vous une fiche ?|merci, et combien ça coûte"
).split("|")
SAYABLE = [one.strip() for all_ in SAYINGS.values() for one in all_.split(",")]


def wordings() -> Iterator[str]:
    """Everything that an entry of the shipped knowledge is found by."""
    for fabrique in sorted(one for one in KNOWLEDGE.iterdir() if one.is_dir()):
        for file in files_of(fabrique):
            known = read(file)
            yield from (known.title, *known.wordings)


@pytest.mark.parametrize(
    ("said", "kind"), [(said, kind) for kind, all_ in SAID.items() for said in all_.split("|")]
)
def test_what_asks_for_nothing_is_recognised(said: str, kind: Talk) -> None:
    """In French and in English, short, drawn out, with or without signs."""
    assert small_talk(said) is kind


@pytest.mark.parametrize("asked", ASKED)
def test_a_question_with_manners_is_a_question(asked: str) -> None:
    """One word that belongs to no saying is enough."""
    assert small_talk(asked) is None


def test_no_shipped_wording_is_eaten() -> None:
    """What the base is asked with stays a question, or is looked up first; who asks for a person
    is given people.
    """
    asked = list(wordings())
    met = {*MAYBE_ASKED, Talk.HUMAN}
    assert len(asked) > 500
    assert [one for one in asked if small_talk(one) not in (None, *met)] == []
    assert [one for one in asked if distress(one) is not None] == []


@pytest.mark.parametrize(
    ("said", "asked"),
    {
        "Bonjour, c’est quand la permanence ? Merci d’avance !": "c’est quand la permanence ?",
        "salut c koi la fabrique": "c koi la fabrique",
        "hello, is it free? thanks a lot": "is it free?",
        "Où est la salle ? Bonne journée": "Où est la salle ?",
        "Pardon, je me suis trompé de jour": "je me suis trompé de jour",
        "Merci ! De quoi s’agit-il ?": "De quoi s’agit-il ?",
        "merci": "merci",
        "où est la salle": "où est la salle",
        "": "",
    }.items(),
)
def test_a_question_is_looked_up_without_its_manners(said: str, asked: str) -> None:
    """They are no part of what is looked for, and no wording of the base has any."""
    assert without_manners(said) == asked
    assert [one for one in wordings() if without_manners(one) != one] == []


def test_each_saying_is_one_kind() -> None:
    """A saying listed twice would mean two things."""
    assert sorted({one for one in SAYABLE if SAYABLE.count(one) > 1}) == []


@given(
    sayings=st.lists(st.sampled_from(SAYABLE), min_size=1, max_size=3),
    word=st.sampled_from(["permanence", "zorglub", "charte", "horaires", "accompagnement"]),
    before=st.booleans(),
)
def test_a_word_of_another_kind_makes_it_a_question(
    sayings: list[str], word: str, *, before: bool
) -> None:
    """Wherever it stands among sayings of any kind."""
    said = " ".join([word, *sayings] if before else [*sayings, word])
    assert small_talk(said) is None


@given(st.text(max_size=200))
def test_any_text_is_met_or_left(text: str) -> None:
    """Nothing that can be typed is a fault, and noise has no words."""
    kind = small_talk(text)
    assert kind is None or kind in Talk
