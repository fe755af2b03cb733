"""Which event a sentence speaks of: the one that bears all its words, or else somebody is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.correction_words import announces, read_correction
from domain.event_meant import Meant, meant
from domain.events import Event, State, Status

ZONE = ZoneInfo("Europe/Paris")
TODAY = date(2026, 1, 5)
EVENING = datetime(2026, 1, 5, 17, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def event(number: int, title: str, days: int = 0, place: str = "Place du Modèle") -> Event:
    """An event of the agenda, this evening or some days later."""
    return Event(
        id=number,
        title=title,
        start=EVENING + days * DAY,
        end=None,
        all_day=False,
        place=place,
        link="",
        state=State.APPROVED,
        status=Status.SCHEDULED,
        source="chat",
        uid=str(number),
    )


AGENDA = (
    event(1, "Atelier vélo"),
    event(2, "Atelier peinture"),
    event(3, "Repair café", 1, "La Roue Libre"),
    event(4, "Grande tablée", 2),
    event(5, "Atelier vélo", 7),
    event(6, "Balade à vélo des familles", 5),
    event(7, "Chorale de l’Exemple", 3),
    event(8, "Projection : Les Modèles", 4, "Cinéma Fictif"),
)


def asked(said: str, own: Sequence[int], agenda: Sequence[Event] = AGENDA) -> Meant:
    """What a sentence means to somebody who proposed these."""
    assert announces(said), said
    correction = read_correction(said, TODAY)
    assert correction is not None
    return meant(correction, agenda, own, ZONE)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("L’atelier vélo de ce soir est annulé, prévenez tout le monde", 1),
        ("L’atelier peinture de ce soir est annulé", 2),
        ("bonjour, l'atelier velo de ce soir est annulé", 1),
        ("L’atelier vélo prévu ce soir à 18h30 est annulé", 1),
        ("La grande tablée de mercredi n’aura pas lieu", 4),
        ("Le repair café de demain est complet", 3),
        ("Le repair café à la Roue Libre est reporté", 3),
        ("J’annule l’atelier peinture de ce soir, désolée", 2),
        ("On annule l’atelier peinture de ce soir car Basile est malade", 2),
        ("La balade à vélo est déplacée au parc Modèle", 6),
        ("La chorale est reportée au jeudi 15 janvier à 19h", 7),
        ("La projection de vendredi change de salle", 8),
        ("Finalement, la grande tablée a bien lieu", 4),
        ("grande tablée complet", 4),
        ("la grande tablee commence à 20h au lieu de 18h30", 4),
        ("je dois annuler la grande tablée de mercredi, je suis malade", 4),
        ("The atelier vélo tonight is cancelled, please tell everybody", 1),
        ("Unfortunately, the repair café tomorrow is cancelled", 3),
        ("The grande tablée on Wednesday is full", 4),
        ("Sorry, the atelier peinture tonight won’t happen", 2),
        ("The chorale is postponed to Thursday 15 January at 7pm", 7),
        ("The repair café is moved to Model Hall", 3),
        ("The atelier vélo next Monday is called off", 5),
    ],
)
def test_all_its_words_name_one_event(said: str, number: int) -> None:
    """Whoever says it, and whatever else they proposed for that day."""
    for own in ((), (1,), (2, 3), (number,)):
        found = asked(said, own)
        assert found.event is not None, found.perhaps
        assert found.event.id == number


@pytest.mark.parametrize(
    ("said", "own", "numbers"),
    [
        ("L’atelier vélo est annulé", [5], [5, 1]),
        ("L’atelier peinture sur soie de ce soir est annulé", [1], [2]),
        ("Le concert de ce soir est annulé", [1], [1]),
        ("L’atelier de ce soir est annulé", [1, 2], [1, 2]),
        ("L’atelier de demain est annulé", [3], [3]),
        ("L’atelier est annulé", [2], [2, 1, 5]),
        ("La chorale de ce soir est annulée", [7], [7]),
        ("L’atelier pienture de ce soir est annulé", [2], [2]),
        ("La sortie vélo de samedi est annulée", [6], [6]),
        ("The workshop tomorrow is cancelled", [3], [3]),
    ],
)
def test_what_is_not_sure_is_asked(said: str, own: list[int], numbers: list[int]) -> None:
    """Two that bear its words, or a word that no event bears: one's own are offered first."""
    found = asked(said, own)
    assert found.event is None
    assert [one.id for one in found.perhaps][: len(numbers)] == numbers


def test_a_kind_alone_means_ones_own_event_of_that_day() -> None:
    """Where there is one only, and it is of that kind."""
    found = asked("L’atelier de ce soir est annulé", [1])
    assert found.event is not None
    assert found.event.id == 1
    assert asked("L’événement de mercredi est annulé", [4]).event == AGENDA[3]


def test_an_event_that_nobody_knows_means_nothing() -> None:
    """Neither the day nor the kind makes it somebody else's."""
    assert asked("Le zorglub de ce soir est annulé", []) == Meant()
    assert asked("La pétanque est annulée", [1]) == Meant()


NAMES = ("Atelier vélo", "Atelier peinture", "Repair café", "Bal", "Bal masqué", "Fête", "Chorale")
PLACES = ("Place du Modèle", "La Roue Libre", "Salle du vélo")
ANYTHING = st.tuples(st.sampled_from(NAMES), st.integers(0, 2), st.sampled_from(PLACES))
SENTENCES = (
    "L’{} de ce soir est annulé",
    "Le {} est annulé",
    "Notre {} de demain est complet",
    "The {} tonight is cancelled",
)


@given(st.lists(ANYTHING), st.lists(ANYTHING), st.sampled_from(NAMES), st.sampled_from(SENTENCES))
def test_other_people_s_events_never_make_a_wrong_one_be_cancelled(
    mine: list[tuple[str, int, str]],
    others: list[tuple[str, int, str]],
    name: str,
    sentence: str,
) -> None:
    """What is one's own and sure in a full agenda is so in an empty one too: others only add doubt.
    And it bears every word that was said, on the day that was said.
    """
    own = [event(number, *one) for number, one in enumerate(mine, 1)]
    all_ = [*own, *(event(number, *one) for number, one in enumerate(others, 1000))]
    numbers = [one.id for one in own]
    said = sentence.format(name.lower())
    full, alone = asked(said, numbers, all_), asked(said, numbers, own)
    if full.event is None or full.event.id not in numbers:
        return
    assert alone.event == full.event
    assert set(name.lower().split()) <= set(
        f"{full.event.title} {full.event.place}".lower().split()
    )
    if "soir" in said or "tonight" in said:
        assert full.event.start == EVENING
