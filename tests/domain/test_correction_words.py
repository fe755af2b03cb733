"""What people say when an event changes, and what sounds like it but is not."""

from __future__ import annotations

from datetime import date, time

import pytest

from domain.correction_words import Kind, announces, read_correction

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
