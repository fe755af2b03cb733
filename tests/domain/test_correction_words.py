"""What people say when an event changes, and what sounds like it but is not."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.correction_words import Kind, announces, corrected, read_correction
from domain.events import Event, State, Status

TODAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("sentence", "kind", "word"),
    [
        ("L’atelier vélo de ce soir est annulé, prévenez tout le monde", Kind.CANCELLED, "velo"),
        ("Our bike workshop tonight is cancelled, please tell everybody", Kind.CANCELLED, "bike"),
        ("La tablée de mercredi n’aura pas lieu", Kind.CANCELLED, "tablee"),
        ("Le concert de samedi est complet", Kind.FULL, "concert"),
        ("La réunion de jeudi est reportée au samedi 17 janvier à 18h", Kind.POSTPONED, "reunion"),
        ("The workshop is postponed to Saturday 7pm", Kind.POSTPONED, "workshop"),
        ("L’atelier vélo est déplacé à la salle Modèle, merci", Kind.MOVED, "velo"),
        ("L’atelier de samedi est décalé à 19h", Kind.HOUR, "atelier"),
        ("Finalement, la tablée de ce soir a bien lieu", Kind.ON, "tablee"),
        ("la bourse aux vélos commence à 15h au lieu de 14h", Kind.HOUR, "bourse"),
        ("The bike market starts at 3pm instead of 2pm", Kind.HOUR, "market"),
        ("bourse aux vélos complet", Kind.FULL, "bourse"),
        ("bourse aux vélos : complet !", Kind.FULL, "bourse"),
        ("bike workshop cancelled", Kind.CANCELLED, "bike"),
        ("atelier soudure finalement maintenu à la roue libre", Kind.ON, "soudure"),
        ("la bourse aux velos est maintenue", Kind.ON, "bourse"),
        ("atelier vélo reporté à dimanche 10h", Kind.POSTPONED, "velo"),
        ("je dois annuler ma bourse aux vélos de samedi, je suis malade", Kind.CANCELLED, "bourse"),
        ("I have to cancel my bike workshop tomorrow", Kind.CANCELLED, "bike"),
        ("l’atelier soudure de demain est à 19h", Kind.HOUR, "soudure"),
        ("l’atelier soudure de demain commence à 19h30", Kind.HOUR, "soudure"),
        ("Demain, l’atelier soudure commence plutôt à 19h30", Kind.HOUR, "soudure"),
        ("la visio de ce soir commence à 20h", Kind.HOUR, "visio"),
        ("the workshop tomorrow starts at 7pm", Kind.HOUR, "workshop"),
        ("en fait le bal est maintenu ce soir", Kind.ON, "bal"),
        ("Actually, the bike workshop is on after all", Kind.ON, "bike"),
    ],
)
def test_an_announcement_is_understood(sentence: str, kind: Kind, word: str) -> None:
    """What becomes of the event, and the words that name it."""
    assert announces(sentence)
    read = read_correction(sentence, TODAY)
    assert read is not None
    assert read.kind is kind
    assert word in read.words


@pytest.mark.parametrize(
    "sentence",
    [
        "L’atelier est annulé ?",
        "Est-ce que l’atelier de ce soir est annulé",
        "Mon compte est annulé",
        "J’ai aidé Basile 2h à l’atelier",
        "Comment savoir si l’atelier est complet",
        "Is the workshop cancelled",
        "Le dossier est complet",
        "dossier complet",
        "complet",
        "je dois annuler mon rendez-vous",
        "J’ai annulé mon échange avec Basile",
        "On a complété le formulaire",
        "je cherche un temps complet",
        "comportement déplacé au travail",
        "I have to cancel my account",
        "à quelle heure commence l’atelier ?",
        "l’atelier commence à 19h ?",
        "l’atelier commence à 19h ? merci",
        "l’atelier commence à 19h, c’est ça",
        "the workshop starts at 7pm, right",
        "La Roue Libre est à 2h de train",
        "mon train est à 19h",
        "le local est à 10 minutes",
        "le bal est samedi",
    ],
)
def test_what_only_sounds_like_one_is_left_to_others(sentence: str) -> None:
    """Questions, and things that are no events."""
    assert not announces(sentence)


def test_the_old_day_and_the_new_hour_are_told_apart() -> None:
    """The day before the verb names the event, what follows is new."""
    read = read_correction("L’atelier de samedi est décalé à 19h", TODAY)
    assert read is not None
    assert (read.day, read.to, read.hour) == (date(2026, 1, 10), None, time(19))


def test_the_old_hour_is_not_the_new_one() -> None:
    """What follows "instead of" is over."""
    read = read_correction("La fête du quartier commence à 20h au lieu de 19h", TODAY)
    assert read is not None
    assert (read.to, read.hour) == (None, time(20))


def test_the_day_of_an_hour_that_is_stated_is_that_of_the_event() -> None:
    """Nothing says that it moves to another day."""
    for said in ("L’atelier de demain est à 19h", "L’atelier commence à 19h demain"):
        read = read_correction(said, TODAY)
        assert read is not None
        assert (read.day, read.to, read.hour) == (date(2026, 1, 6), None, time(19))
        assert read.stated


def test_one_word_under_a_notice_is_enough() -> None:
    """It names nothing: what it is about is known from elsewhere."""
    for said in ("annulé", "C’est annulé", "Annulée !", "cancelled"):
        assert announces(said)
        read = read_correction(said, TODAY)
        assert read is not None
        assert (read.kind, read.words) == (Kind.CANCELLED, frozenset())


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("Le marché commence à 11h", 11, 18),
        ("Le marché commence à 19h", 19, 27),
        ("Le marché est reporté au dimanche 18 janvier à 11h", 35, 43),
    ],
)
def test_an_end_that_was_announced_stands(said: str, start: int, end: int) -> None:
    """Unless the day is another, or the market would be over before it begins."""
    day = datetime(2026, 1, 17, tzinfo=ZoneInfo("Europe/Paris"))
    market = Event(
        1, "Marché", day + timedelta(hours=10), day + timedelta(hours=18), False, "Place fictive",
        "", State.APPROVED, Status.SCHEDULED, "chat", "1",
    )  # fmt: skip
    read = read_correction(said, TODAY)
    assert read is not None
    now = corrected(market, read, datetime(2026, 1, 12, 9, tzinfo=day.tzinfo))
    assert (now.start, now.end) == (day + timedelta(hours=start), day + timedelta(hours=end))
