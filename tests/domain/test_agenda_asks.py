"""Questions to the agenda: which sentences are some, and what they look for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agenda import local_span
from domain.agenda_answers import Answer, Without, look
from domain.agenda_asks import HORIZON, Ask, Price, asks_agenda, read_ask
from domain.events import Access, Cost, Details, Event, State, Status
from domain.places import Places
from domain.venues import Venue
from domain.week import Ground

PARIS = ZoneInfo("Europe/Paris")
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
GROUND = Ground.of((), Places(()))
SATURDAY = datetime(2026, 11, 28, 15, tzinfo=UTC)
EVENT = Event(
    1, "Grand concert", SATURDAY, None, False, "Salle Modèle", "", State.APPROVED,
    Status.SCHEDULED, "chat", "1", Details(district="Bellevue", cost=Cost.FREE),
)  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Y a quoi dimanche avec des enfants, pas cher ?",
        "ya quoi ce soir",
        "qu’est-ce qu’il y a ce week-end à Bellevue ?",
        "Qu'est ce qu'on peut faire demain avec les petits en famille ?",
        "any free concert on Saturday?",
        "What's on this weekend?",
        "what can we do on Sunday with the children?",
        "Quels événements à venir ?",
        "Y a-t-il un marché samedi matin ?",
        "des concerts gratuits samedi ?",
        "quoi faire ce week-end",
        "y a quoi de prévu la semaine prochaine ?",
        "ya koi dimanche avec les gosses pas cher",
        "sorties enfants dimanche",
        "y a koi 2main",
        "Quels concerts en janvier ?",
        "des activités accessibles en fauteuil roulant samedi ?",
        "accessible en fauteuil roulant ce week-end ?",
        "moins de 6 euros la semaine prochaine",
        "y'a un truc gratuit ce soir ?",
        "expo en ce moment ?",
        "y a quoi à Firminy",
        "y a quoi a firminy ?",
        "What’s on in Firminy?",
        "c'est quoi les ateliers cette semaine",
        "mardi pour ma fille de 9 ans",
        "y avait quoi hier",
        "Qu’est-ce qu’il y a eu samedi dernier ?",
        "what was on yesterday?",
        "any exhibitions right now?",
        "un truc gratuit ce week-end à vélo ?",
        "quelque chose à vélo ce week-end ?",
        "je cherche une sortie gratuite ce week-end",
        "we’re looking for something free this weekend",
        "je cherche un concert samedi",
        "l’agenda de la semaine prochaine",
        "agenda semaine prochaine",
        "montre-moi l’agenda de la semaine prochaine",
        "je voudrais voir l’agenda de ce week-end",
        "programme du week-end",
        "next week’s agenda",
    ],
)
def test_it_is_a_question_to_the_agenda(sentence: str) -> None:
    """A day, or a kind of thing that happens."""
    assert asks_agenda(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Que faire ?",
        "je cherche quelqu’un pour animer un atelier samedi",
        "je cherche un film à projeter samedi",
        "je cherche une salle pour un concert samedi",
        "je cherche un vélo ce week-end",
        "qui prépare l’agenda de la semaine prochaine ?",
        "quand part l’agenda de la semaine ?",
        "programme de la semaine",
        "l’agenda de cette semaine",
        "quelque chose ne marche pas ce week-end",
        "l’agenda du 10 janvier est faux",
        "un truc à dire samedi",
        "Que faire pour rejoindre l’alliance ?",
        "Y a-t-il une permanence mardi ?",
        "Quand a lieu la prochaine rencontre ?",
        "Comment proposer un événement ?",
        "Je cherche quelqu’un pour un atelier vélo samedi",
        "J’ai donné 2h samedi pour un concert",
        "il y a quelqu’un samedi pour m’aider ?",
        "y a t il un local libre samedi ?",
        "Est-ce qu’il y a un comptable parmi vous ?",
        "Qu’est-ce qu’on peut faire contre la précarité énergétique ?",
        "quels sont les rendez-vous réguliers au fil de l'année ?",
        "Y a-t-il des rendez-vous pour faire connaissance ?",
        "what are the three stages",
        "Quand a lieu la permanence ?",
        "y avait quoi à la permanence hier ?",
        "Qu’est-ce qu’il y a eu à la réunion de samedi dernier ?",
        "c’est quoi les ateliers de l’alliance ?",
        "c'est quoi un atelier",
        "y a quoi à savoir",
        "y a quoi dans la charte",
        "Ma fille est libre samedi",
        "Je viens avec mes enfants samedi",
        "Fête en famille dimanche à Bellevue",
        "Concert gratuit samedi",
        "Expo photo jusqu'au 12 décembre, entrée libre",
        "C’est gratuit",
        "Concert samedi à 20h ?",
        "moins de 6 personnes samedi",
        "What’s happening in the alliance?",
        "Why is there no concert on Saturday?",
        "y a quoi samedi " + "bla " * 60,
        "Atelier vélo samedi à 18h à la Roue Libre",
        "Ateliers vélo samedi 10h-12h",
        "koi de neuf",
        "Nous voulons des vélos dimanche",
    ],
)
def test_it_is_for_somebody_else(sentence: str) -> None:
    """The base, a need, a meeting, an hour given; or nobody."""
    assert not asks_agenda(sentence)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Whatever is typed after the command."""
    ask = read_ask(text, MONDAY)
    asks_agenda(text)

    assert ask.last >= ask.first >= MONDAY or not ask.told


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ce week-end", date(2026, 11, 28), date(2026, 11, 29)),
        ("le week-end prochain", date(2026, 12, 5), date(2026, 12, 6)),
        ("cette semaine", MONDAY, date(2026, 11, 29)),
        ("la semaine prochaine", date(2026, 11, 30), date(2026, 12, 6)),
        ("this month", MONDAY, date(2026, 11, 30)),
        ("samedi ou dimanche", date(2026, 11, 28), date(2026, 11, 29)),
        ("demain", date(2026, 11, 24), date(2026, 11, 24)),
        ("lundi", MONDAY, MONDAY),
        ("le 12 décembre", date(2026, 12, 12), date(2026, 12, 12)),
        ("en décembre", date(2026, 12, 1), date(2026, 12, 31)),
        ("au mois de janvier", date(2027, 1, 1), date(2027, 1, 31)),
        ("novembre", MONDAY, date(2026, 11, 30)),
        ("in March 2027", date(2027, 3, 1), date(2027, 3, 31)),
        ("à venir", MONDAY, MONDAY + HORIZON),
        ("2main", date(2026, 11, 24), date(2026, 11, 24)),
    ],
)
def test_days_are_read(text: str, first: date, last: date) -> None:
    """As people say them."""
    ask = read_ask(f"y a quoi {text} ?", MONDAY)
    assert (ask.first, ask.last, ask.told) == (first, last, True)


def test_wishes_are_read_and_said_again_as_they_were_written() -> None:
    """Price, families, part of the day, subject, and a place."""
    ask = read_ask("Un Atelier vélo gratuit dimanche matin en famille à Saint-Étienne ?", MONDAY)

    assert (ask.price, ask.families, ask.part) == (Price.FREE, True, "morning")
    assert ask.named == ("Atelier", "vélo", "Saint-Étienne")
    assert ask.words == ("Saint-Étienne",)


def found(question: str, *events: Event) -> Answer:
    """What a question finds."""
    return look(read_ask(question, MONDAY), events, GROUND, zone=PARIS, now=NOW)


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("un concert gratuit samedi à Bellevue", ()),
        ("un concert samedi après-midi", ()),
        ("un spectacle dimanche", (Without.DAY,)),
        ("un concert samedi matin", (Without.PART,)),
        ("un concert le dimanche matin", (Without.DAY,)),
        ("de la couture samedi", (Without.WORDS,)),
        ("un concert samedi avec ma fille de 9 ans", (Without.FAMILIES,)),
        ("a concert for my daughter on Saturday", (Without.FAMILIES,)),
        ("un concert samedi matin en famille", (Without.PART, Without.FAMILIES)),
        ("un concert en famille dimanche", (Without.FAMILIES, Without.DAY)),
        ("un concert samedi en fauteuil roulant", (Without.ACCESS,)),
    ],
)
def test_the_nearest_is_found(question: str, without: tuple[Without, ...]) -> None:
    """And told from what was asked."""
    assert found(question, EVENT) == Answer((EVENT,), without)


def test_what_is_near_on_the_day_goes_before_another_day() -> None:
    """Who asked for Saturday has Saturday."""
    for_them = Details(families=True, cost=Cost.PAID, price="12 €")
    tuesday = replace(EVENT, id=2, start=EVENT.start - timedelta(days=4), details=for_them)

    answer = found("y a quoi samedi avec des enfants, pas cher ?", tuesday, EVENT)
    assert answer == Answer((EVENT,), (Without.FAMILIES,))


def test_no_child_is_sent_where_it_is_too_young() -> None:
    """Nor when nothing is for families."""
    grown = replace(EVENT, details=Details(text="Dès 12 ans"))

    assert found("samedi pour ma fille de 9 ans", grown) == Answer(())
    assert found("samedi pour ma fille de 12 ans", grown).events == (grown,)


@pytest.mark.parametrize("question", ["concert", "un grand concert ?", "concert Bellevue"])
def test_without_a_day_the_weeks_to_come_are_looked_over(question: str) -> None:
    """All of them, before anything else is told."""
    far = [replace(EVENT, id=n, start=EVENT.start + timedelta(days=7 * n)) for n in (2, 3)]
    soon = replace(EVENT, id=9, title="Repair café", details=Details())

    answer = found(question, soon, *far)
    assert answer == Answer(tuple(far), (Without.LATER,))


def test_what_goes_on_is_on_now() -> None:
    """It began before, and ends later."""
    title = "Expo « Rivière retrouvée »"
    expo = replace(
        EVENT,
        title=title,
        all_day=True,
        start=NOW - timedelta(days=9),
        end=NOW + timedelta(days=9),
    )

    assert found("expo en ce moment ?", EVENT, expo) == Answer((expo,))
    assert read_ask("any exhibitions right now?", MONDAY).words == ()


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("ma fille de 9 ans", 9),
        ("mon fils 4 ans", 4),
        ("mon ado de 14 ans", 14),
        ("my daughter", None),
        ("my 9-year-old son", 9),
        ("nos petits", None),
        ("ma petite-fille", None),
    ],
)
def test_whom_one_brings_is_no_title(words: str, age: int | None) -> None:
    """It is a wish, for somebody of an age."""
    ask = read_ask(f"mardi, {words}", MONDAY)
    assert (ask.families, ask.age, ask.named) == (True, age, ())


def test_a_price_is_set_aside_before_a_day() -> None:
    """Who has children to bring on Sunday cannot come on Wednesday."""
    dear = replace(EVENT, details=Details(cost=Cost.PAID, price="12 €"))
    cheap = replace(EVENT, details=Details(cost=Cost.PAID, price="4 €"))

    assert found("un concert gratuit samedi", dear).without == (Without.PRICE,)
    assert found("un concert pas cher samedi", cheap).without == ()


def test_the_very_word_goes_before_its_subject() -> None:
    """A concert is a concert; with none, a film is nearer than nothing."""
    film = replace(EVENT, id=2, title="Ciné-débat")

    assert found("un concert samedi", film, EVENT).events == (EVENT,)
    assert found("un concert samedi", film).events == (film,)


EVENTS = st.builds(
    lambda number, hours, status, lasting: replace(
        EVENT,
        id=number,
        start=NOW + timedelta(hours=hours),
        end=NOW + timedelta(hours=hours + lasting) if lasting else None,
        status=status,
    ),
    st.integers(1, 99),
    st.integers(-100, 2000),
    st.sampled_from(list(Status)),
    st.integers(0, 100),
)


@given(st.lists(EVENTS, max_size=8), st.integers(0, 20), st.integers(0, 5))
def test_nothing_that_is_over_or_off_or_outside_is_an_answer(
    events: list[Event], begins: int, more: int
) -> None:
    """Nor what lies beyond the days that are looked at."""
    first = MONDAY + timedelta(days=begins)
    ask = Ask(first, first + timedelta(days=more), told=True)
    answer = look(ask, events, GROUND, zone=PARIS, now=NOW)
    last = MONDAY + HORIZON if Without.DAY in answer.without else ask.last

    for one in answer.events:
        assert one.status not in (Status.CANCELLED, Status.POSTPONED)
        assert local_span(one, PARIS)[1] >= MONDAY
        assert local_span(one, PARIS)[0] <= last


@pytest.mark.parametrize("words", ["janvier", "decembre", "Mars", "january"])
def test_a_month_alone_is_that_month(words: str) -> None:
    """With or without its accent."""
    ask = read_ask(words, MONDAY)
    assert (ask.told, ask.first.day, ask.named) == (True, 1, ())


@pytest.mark.parametrize(
    ("words", "most"),
    [("moins de 5 euros", 5), ("10€ max", 10), ("under €8", 8), ("jusqu’à 12 €", 12)],
)
def test_a_price_may_be_a_number(words: str, most: int) -> None:
    """What costs no more fits, what is free too."""
    ask = read_ask(f"un concert {words} samedi", MONDAY)
    dear = replace(EVENT, details=Details(cost=Cost.PAID, price=f"{most + 1} €"))
    cheap = replace(EVENT, id=2, details=Details(cost=Cost.PAID, price=f"{most} €"))

    assert (ask.most, ask.price, ask.named) == (most, Price.CHEAP, ("concert",))
    answer = look(ask, [dear, cheap, EVENT], GROUND, zone=PARIS, now=NOW)
    assert {one.id for one in answer.events} == {2, EVENT.id}


@pytest.mark.parametrize(
    ("text", "fits"), [("", True), ("dès 3 ans", True), ("dès 8 ans", False), ("6-10 ans", False)]
)
def test_a_child_of_four_is_not_sent_where_eight_is_the_least(text: str, fits: bool) -> None:
    """Who says nothing of ages turns nobody away."""
    event = replace(EVENT, details=Details(families=True, text=text))
    ask = read_ask("enfants 4 ans samedi", MONDAY)

    assert (ask.families, ask.age, ask.named) == (True, 4, ())
    answer = look(ask, [event], GROUND, zone=PARIS, now=NOW)
    assert bool(answer.events) is fits


def test_who_comes_in_a_wheelchair_is_sent_where_it_is_said_to_be_possible() -> None:
    """Of the event, or of its venue; what says nothing is left out."""
    ask = read_ask("accessible fauteuil roulant samedi", MONDAY)
    open_ = replace(EVENT, id=2, details=Details(access=(Access.STEP_FREE,)))
    hall = Venue(1, "Halle Inventée", access=(Access.STEP_FREE,))
    there = replace(EVENT, id=3, place="Halle Inventée", details=Details())

    assert (ask.access, ask.named) == ((Access.STEP_FREE,), ())
    ground = Ground.of((hall,), Places(()))
    answer = look(ask, [EVENT, open_, there], ground, zone=PARIS, now=NOW)
    assert [one.id for one in answer.events] == [2, 3]


@pytest.mark.parametrize("words", ["hier", "yesterday", "avant-hier"])
def test_what_lies_behind_is_known_as_such(words: str) -> None:
    """The agenda only tells what is to come, and says so."""
    assert read_ask(words, MONDAY).past


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("y a quoi à la Roue Libre ?", ("Roue", "Libre")),
        ("Y A QUOI À LA ROUE LIBRE CE SOIR", ("ROUE", "LIBRE")),
        ("un concert à prix libre samedi ?", ("concert",)),
        ("y a quoi de libre à Firminy ?", ("Firminy",)),
    ],
)
def test_the_name_of_a_place_is_kept_whole(words: str, named: tuple[str, ...]) -> None:
    """What a name ends with is no wish."""
    assert read_ask(words, MONDAY).named == named
