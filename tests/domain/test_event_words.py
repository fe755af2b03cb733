"""An announcement in one message: what it says, and nothing that it does not."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.event_prices import price_in
from domain.event_words import Said, looks_like_event, read
from domain.events import Access, Cost
from domain.venues import Venue

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 10, tzinfo=PARIS)
VENUES = (Venue(1, "La Roue Libre", aliases=("le RL",)), Venue(2, "Maison Modèle"))
COMMUNES = ("saint-étienne", "firminy")


def said(text: str) -> Said:
    """What a message says on a Tuesday in November."""
    return read(text, NOW, venues=VENUES, is_place=lambda name: name.casefold() in COMMUNES)


def start(text: str) -> str:
    """When the first date begins, on the clock of the place; or the doubt about it."""
    when = said(text).when
    return f"{when.timings[0].start:%Y-%m-%d %H:%M}" if when.timings else when.doubt


def test_the_whole_message_of_the_example() -> None:
    """All of it, in the words of its writer."""
    text = "Atelier vélo samedi 28 à 18h30 à la Roue Libre, prix libre, https://exemple.org/velo"
    found = said(text)
    assert (found.title, found.place, found.link) == (
        "Atelier vélo",
        "La Roue Libre",
        "https://exemple.org/velo",
    )
    assert (found.details.cost, found.details.price) == (Cost.OPEN, "prix libre")
    assert start(text) == "2026-11-28 18:30"


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        ("atelier velo sam 28 18h30 a la roue libre", "Atelier velo", "La Roue Libre"),
        (
            "Fête de la soupe @ Place du Modèle, Saint-Étienne, dimanche 29 10h-18h",
            "Fête de la soupe",
            "Place du Modèle, Saint-Étienne",
        ),
        (
            "Samedi 28 à 18h : ciné-débat « Paysans du coin », salle des fêtes de Firminy, 6 €",
            "Ciné-débat « Paysans du coin »",
            "Salle des fêtes de Firminy",
        ),
        (
            "Bonjour à tous, on organise un repas partagé samedi 28 à 12h au jardin des Mille Pas",
            "Repas partagé",
            "Jardin des Mille Pas",
        ),
        (
            "Concert\n28/11 20h\nMaison Modèle, 3 rue Fictive, 42000 Saint-Étienne",
            "Concert",
            "Maison Modèle, 3 rue Fictive, 42000 Saint-Étienne",
        ),
        (
            "Bike repair workshop, Sat 28 at 6.30pm at La Roue Libre",
            "Bike repair workshop",
            "La Roue Libre",
        ),
        (
            "Repas, musique et danse samedi 28 novembre 19h chez Ada Exemple",
            "Repas, musique et danse",
            "Ada Exemple",
        ),
        ("Initiation à Linux jeudi 3 décembre 14h-17h", "Initiation à Linux", ""),
        ("<b>Fête</b> samedi 28 20h javascript:alert(1)", "Fête", ""),
    ],
)
def test_title_and_place(text: str, title: str, place: str) -> None:
    """Whatever comes first; what is no place for certain is left to be asked."""
    assert (said(text).title, said(text).place) == (title, place)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("demain 20h", "2026-11-25 20:00"),
        ("demain soir 8h", "2026-11-25 20:00"),
        ("28/11 18h-20h", "2026-11-28 18:00"),
        ("Sat 28 at 6.30pm", "2026-11-28 18:30"),
        ("from 2 to 4pm on Saturday", "2026-11-28 14:00"),
        ("samedi 28 novembre pendant 2h à 20h", "2026-11-28 20:00"),
        ("dimanche à midi", "2026-11-29 12:00"),
        ("inscription avant le 20 décembre, atelier le 28 décembre à 9h", "2026-12-28 09:00"),
        ("expo du 3 au 5 décembre", "2026-12-03 00:00"),
        ("du 28 au 3 décembre", "2026-11-28 00:00"),
        ("31 novembre 20h", "refusal-event-no-such-day"),
        ("samedi 27 novembre 18h", "refusal-event-weekday-wrong"),
        ("28 novembre 25h", "refusal-event-no-such-hour"),
        ("28 novembre", "refusal-moment-hour"),
        ("28 novembre de 20h à 18h", "refusal-event-ends-before"),
        ("24 décembre à minuit", "refusal-event-midnight"),
        ("28 mars 2027 à 2h30", "refusal-event-hour-skipped"),
        ("25 octobre 2027 à 2h30", "2027-10-25 02:30"),
        ("31 octobre 2027 à 2h30", "refusal-event-hour-twice"),
        ("28 novembre 14h et 17h, 20h", "refusal-event-two-hours"),
        ("accueil dès 18h, début 19h samedi", "refusal-event-two-hours"),
        ("samedi 28 ou dimanche 29 novembre 10h", "refusal-event-two-days"),
        ("12 juin 2020 18h", "refusal-moment-past"),
        ("12 juin 2090 18h", "refusal-moment-far"),
        ("hier 18h", "refusal-moment-past"),
        ("du 5 au 3 décembre 2026", "refusal-event-ends-first"),
    ],
)
def test_days_and_hours(text: str, expected: str) -> None:
    """A doubt is asked, never guessed."""
    assert start(f"Fête {text}") == expected


@pytest.mark.parametrize(
    ("text", "count", "last"),
    [
        ("tous les mardis de 14h à 16h jusqu’au 15 juin", 30, "2027-06-15"),
        ("every tuesday at 7pm until 15 June", 30, "2027-06-15"),
        ("un mardi sur deux 18h", 27, "2027-11-23"),
        ("le premier samedi du mois à 10h", 12, "2027-11-06"),
        ("tous les 1ers samedis à 10h", 12, "2027-11-06"),
        ("tous les mardis et jeudis à 18h", 60, "2027-06-17"),
        ("tous les jeudis à 18h sauf le 24 décembre, du 3 décembre au 20 janvier", 6, "2027-01-14"),
        ("les 3, 4 et 5 décembre à 14h", 3, "2026-12-05"),
        ("samedi 28 et dimanche 29 novembre 10h-12h", 2, "2026-11-29"),
        ("du 3 au 5 décembre de 10h à 18h", 3, "2026-12-05"),
    ],
)
def test_a_series_is_a_row_for_each_date(text: str, count: int, last: str) -> None:
    """At most a year, and sixty dates."""
    timings = said(f"Repair café {text}").when.timings
    assert (len(timings), f"{timings[-1].start:%Y-%m-%d}") == (count, last)


def test_a_night_ends_on_the_next_day() -> None:
    """From 20 h to 2 h is six hours."""
    (timing,) = said("Bal samedi 28 de 20h à 2h").when.timings
    assert timing.end is not None
    assert timing.end - timing.start == timedelta(hours=6)


@pytest.mark.parametrize(
    ("text", "cost", "price"),
    [
        ("prix libre", Cost.OPEN, "prix libre"),
        ("entrée gratuite", Cost.FREE, "entrée gratuite"),
        ("6 €", Cost.PAID, "6 €"),
        ("6€", Cost.PAID, "6 €"),
        ("5€ / 3€ réduit", Cost.PAID, "5 € / 3 € réduit"),
        ("5/8 €", Cost.PAID, "5/8 €"),
        ("4,50 € / 6 €", Cost.PAID, "4,50 € / 6 €"),
        ("tarif : 5 euros", Cost.PAID, "5 euros"),
        ("6 €, gratuit pour les enfants", Cost.PAID, "6 €, gratuit pour les enfants"),
        ("sur adhésion", None, "sur adhésion"),
        ("pay what you can", Cost.OPEN, "pay what you can"),
        ("Fête libre", None, ""),
        ("28 jours", None, ""),
    ],
)
def test_what_it_costs(text: str, cost: Cost | None, price: str) -> None:
    """Sorted, and in the words that were written."""
    assert price_in(text)[:2] == (cost, price)


def test_the_rest_of_an_announcement() -> None:
    """Conditions, access, families, help wanted, subjects."""
    details = said(
        "Grand ménage du jardin samedi 28 à 9h30 au Jardin Modèle, en famille, accès PMR, LSF,"
        " sur inscription. On cherche 4 bénévoles pour le montage !"
    ).details
    assert details.access == (Access.STEP_FREE, Access.SIGN_LANGUAGE)
    assert (details.families, details.conditions) == (True, "sur inscription")
    assert details.volunteers == "4 bénévoles pour le montage"
    assert details.tags == ("nature", "worksite")


def test_what_is_not_accessible_is_no_promise() -> None:
    """ "Pas accessible" names no access; nor are children meant by "sans enfants"."""
    details = said("Visite samedi 28 à 9h30, pas accessible en fauteuil, sans enfants").details
    assert (details.access, details.families) == ((), False)


def test_two_places_are_asked_about() -> None:
    """Nobody chooses between them here."""
    found = said("Atelier samedi 10h à la Maison Modèle ou à la Roue Libre")
    assert (found.place, len(found.places)) == ("", 2)


@pytest.mark.parametrize(
    ("sentence", "announces"),
    [
        ("Atelier vélo samedi 28 à 18h30 à la Roue Libre", True),
        ("Bonjour, on organise une grande fête samedi à 18h", True),
        ("y a quoi dimanche", False),
        ("Y a quoi dimanche avec des enfants, pas cher", False),
        ("y a-t-il un atelier vélo samedi à 18h ?", False),
        ("j’ai donné 2h à Paul samedi pour un atelier vélo à 18h", False),
        ("quand est la réunion de samedi 18h", False),
        ("je cherche quelqu’un pour un atelier samedi à 18h", False),
        ("l’atelier de ce soir 18h est annulé, prévenez tout le monde", False),
        ("Atelier vélo samedi", False),
        ("merci pour la fête de samedi, à 18h c’était bien", False),
    ],
)
def test_a_plain_sentence_is_an_announcement_without_a_doubt(
    sentence: str, *, announces: bool
) -> None:
    """Questions, hours noted, cancellations and needs are none."""
    assert looks_like_event(sentence) is announces


WORDS = st.sampled_from(
    "atelier vélo à la Roue Libre samedi 28 18h30 31/02 du 3 au 5 décembre tous les mardis 25h"
    " 5/8 € prix libre @ https://exemple.org , ; . \n et 20h-18h sur inscription 4 bénévoles 🎉"
    " <b> \0".split(" ")
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_whatever_is_written_is_read_without_inventing(text: str) -> None:
    """Dates lie ahead and end after they begin; each text found stands in the message."""
    found = said(text)
    for one in found.when.timings:
        assert one.end is None or one.end > one.start
        assert (one.end or one.start) > NOW
    assert len(found.when.timings) <= 60
    assert bool(found.when.timings) != bool(found.when.doubt)
    assert not found.link or found.link.startswith(("http://", "https://"))


@given(st.text(max_size=300))
def test_nothing_breaks_it(text: str) -> None:
    """Any characters at all."""
    found = said(text)
    assert len(found.title) <= 140
    looks_like_event(text)


def test_a_wrong_weekday_offers_the_two_days_that_may_be_meant() -> None:
    """The date, and the nearest day of that name to come."""
    when = said("Bal lundi 28 novembre à 18h").when
    assert [f"{one.start:%m-%d %H:%M}" for one in when.either] == ["11-28 18:00", "11-30 18:00"]
    assert when.values["weekday"] == 0


def test_a_private_address_is_no_place_and_no_text() -> None:
    """It is told apart, and published by nobody but its owner."""
    found = said(
        "Atelier couture samedi 28 à 14h à la Roue Libre, inscription marie@exemple.org"
        " 06 12 34 56 78, avec Paul Inventé"
    )
    assert found.contact == "marie@exemple.org, 06 12 34 56 78"
    assert found.place == "La Roue Libre"
    published = f"{found.title} {found.place} {found.details.kept()}"
    assert "@" not in published
    assert "06 12" not in published
    assert found.details.text == "Avec Paul Inventé"


def test_the_article_of_a_name_comes_back() -> None:
    """ "Au Fil" is Le Fil, and "à l’Entrepôt" is L’Entrepôt; kinds of places have none."""
    at = [said(f"Bal samedi 28 à 20h {one}").place for one in ("au Fil", "à l'Entrepôt", "au Parc")]
    assert at == ["Le Fil", "L’Entrepôt", "Parc"]


def test_the_age_of_children_is_kept() -> None:
    """Among the words that follow the title."""
    found = said("Contes samedi 28 à 15h à la Roue Libre, enfants dès 8 ans")
    assert found.details.families
    assert "dès 8 ans" in found.details.text


@given(st.text(max_size=40), st.emails(domains=st.just("exemple.org")), st.text(max_size=40))
def test_no_address_is_ever_published_unasked(before: str, address: str, after: str) -> None:
    """Whatever stands around it."""
    found = said(f"Bal samedi 28 à 20h {before} {address} {after}")
    published = f"{found.title} {found.place} {found.places} {found.details.kept()} {found.link}"
    assert address.lower() not in published.lower()
