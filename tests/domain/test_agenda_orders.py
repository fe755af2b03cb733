"""Orders of the agenda: which words and sentences are some, and what they choose."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agenda_orders import Order, orders, read_order
from domain.errors import Refusal

THURSDAY = Order(wanted=True, weekday=3, at=time(18))


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("abonner", Order(wanted=True)),
        ("m’abonner", Order(wanted=True)),
        ("subscribe", Order(wanted=True)),
        ("Arrêter !", Order(wanted=False)),
        ("stop", Order(wanted=False)),
        ("abonner jeudi 18h", THURSDAY),
        ("abonne-moi le jeudi à 18 h", THURSDAY),
        ("subscribe Thursday 6pm", THURSDAY),
        ("abonner jeudi 18h Bellevue", Order(True, 3, time(18), places=("Bellevue",))),
        ("abonner bellevue", Order(True, places=("bellevue",))),
        ("abonner vélo gratuit", Order(True, subjects=("mobility",), free=True)),
        (
            "abonner vendredi 8h30 à La Roue Libre et à Firminy, en famille",
            Order(True, 4, time(8, 30), places=("Roue Libre", "Firminy"), families=True),
        ),
        ("receive every Monday at noon", Order(True, 0, time(12))),
    ],
)
def test_words_after_the_command_choose_in_one_go(words: str, order: Order) -> None:
    """A day, an hour, places, subjects, families, free."""
    assert read_order(words) == order


@pytest.mark.parametrize(
    ("sentence", "order"),
    [
        ("je voudrais recevoir l’agenda tous les jeudis à 18h", THURSDAY),
        ("Bonjour, j’aimerais recevoir l’agenda le jeudi à 18h svp", THURSDAY),
        ("send me the agenda every Thursday at 6pm", THURSDAY),
        ("I'd like to receive the agenda please", Order(wanted=True)),
        ("Pouvez-vous m’envoyer l’agenda chaque jeudi soir à 18h ?", THURSDAY),
        ("Je veux m’abonner à l’agenda", Order(wanted=True)),
        ("envoie-moi l’agenda de Bellevue", Order(True, places=("Bellevue",))),
        ("je ne veux plus recevoir l’agenda", Order(wanted=False)),
        ("Je veux plus l'agenda", Order(wanted=False)),
        ("arrêtez de m’envoyer l’agenda", Order(wanted=False)),
        ("ne m’envoyez plus l’agenda", Order(wanted=False)),
        ("I don't want the agenda any more", Order(wanted=False)),
        ("stop sending me the agenda", Order(wanted=False)),
    ],
)
def test_a_plain_sentence_orders_too(sentence: str, order: Order) -> None:
    """As one would tell a person."""
    assert orders(sentence)
    assert read_order(sentence) == order


@pytest.mark.parametrize(
    "sentence",
    [
        "Comment recevoir l’agenda ?",
        "Je voudrais recevoir la lettre",
        "Je voudrais recevoir l’agenda par mail",
        "Je voudrais mettre mon événement à l’agenda",
        "Je veux inscrire notre atelier à l’agenda",
        "envoyez-moi l’agenda de la prochaine réunion",
        "envoie-moi l’agenda de la semaine prochaine",
        "je voudrais l’agenda de ce week-end",
        "Il n’y a plus d’agenda ?",
        "Arrêtez de mettre des événements payants à l’agenda",
        "Je n’ai pas reçu l’agenda",
        "y a quoi à l’agenda jeudi ?",
        "Je voudrais avoir quelqu’un pour tenir l’agenda jeudi",
        "I want to add a workshop to the agenda",
        "send me the charter",
        "je ne veux plus recevoir de messages",
        "J’aimerais recevoir l’agenda 21 que la mairie a voté en conseil hier soir",
    ],
)
def test_what_others_hear_is_left_to_them(sentence: str) -> None:
    """A question, an announcement, the letter, a meeting."""
    assert not orders(sentence)


@pytest.mark.parametrize(
    "words", ["jeudi", "vélo", "Bellevue", "stop motion samedi", "arrêt de bus"]
)
def test_what_only_asks_is_no_order(words: str) -> None:
    """It is looked up."""
    assert read_order(words) is None


def test_the_agenda_comes_on_one_day() -> None:
    """Two are told so, and none is guessed."""
    with pytest.raises(Refusal) as refused:
        read_order("abonner mardi et jeudi à 18h")
    assert refused.value.name == "refusal-one-day"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed."""
    orders(text)
    try:
        read_order(f"abonner {text}")
    except Refusal:
        return
