"""The agenda as pages: of 0, 1, 30 and 200 events, on each platform."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.transports.markup import is_safe, measure_bot_api, measure_utf16, split_evenly
from bot.transports.matrix import draw
from bot.transports.telegram.draw import LIMITS
from chat.digest_cards import digest
from chat.transport import Page, Place
from chat.words import Words
from domain.events import Access, Cost, Details, Event, State, Status
from domain.week import Change, Week
from locales import Languages

PARIS = ZoneInfo("Europe/Paris")
FIRST, LAST = date(2026, 11, 23), date(2026, 11, 29)
TITLES = ("Atelier vélo : préparer l’hiver", "Ciné-débat", "Grand ménage du jardin partagé")
PLACES = (("La Roue Libre fictive", "Bellevue"), ("Salle Modèle", ""), ("", ""))
MATRIX_BYTES = 30_000


def event(number: int, per_day: int = 5) -> Event:
    """One of many, a few on each day."""
    day = FIRST + timedelta(days=(number // per_day) % 7)
    place, district = PLACES[number % 3]
    details = Details(
        cost=(None, Cost.FREE, Cost.OPEN, Cost.PAID)[number % 4],
        district=district,
        access=(Access.STEP_FREE,) if number % 2 else (),
    )
    return Event(
        number,
        f"{TITLES[number % 3]}, n° {number}",
        datetime.combine(day, time(9 + number % 12, 30), PARIS),
        None,
        False,
        place,
        f"https://agenda.exemple.org/evenements/{number}",
        State.APPROVED,
        Status.SCHEDULED,
        "chat",
        str(number),
        details,
    )


def week(count: int) -> Week:
    """A week of so many events."""
    return Week(FIRST, LAST, tuple(event(n, -(-count // 7)) for n in range(count)))


def parts(agenda: Week, *, on: str, code: str = "fr") -> list[str]:
    """The markup of each page, as the composer cuts it."""
    reply = digest(agenda, PARIS)
    if reply is None:
        return []
    language = Languages(strict=True)[code]

    def written(*said: Words) -> str:
        return "\n\n".join(language.markup(one.id, one.values, zone=PARIS) for one in said)

    most, measure = (LIMITS.text, LIMITS.measure) if on == "telegram" else (draw.PART, draw.measure)
    assert reply.goes_on is not None
    return split_evenly(
        written(*reply.paragraphs), most=most, measure=measure, above=written(reply.goes_on)
    )


def matrix_bytes(markup: str) -> int:
    """An event's content, words and HTML together."""
    page = Page(markup, choices=("Proposer un événement", "Mon calendrier", "Tout voir"))
    content = draw.drawn(page, Place("matrix", "!salon:exemple.org", private=False))
    assert "formatted_body" in content
    return len(json.dumps(content))


@pytest.mark.parametrize("on", ["telegram", "matrix"])
@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize(("count", "telegram", "matrix"), [(0, 0, 0), (1, 1, 1), (30, 1, 1)])
def test_a_usual_week_is_one_message(
    on: str, code: str, count: int, telegram: int, matrix: int
) -> None:
    """And an empty one is none."""
    pages = parts(week(count), on=on, code=code)
    assert len(pages) == {"telegram": telegram, "matrix": matrix}[on]


def _of_hours(count: int) -> Week:
    """The same week, each of two hours and from an age."""
    whole = week(count)
    told = (
        replace(
            one, end=one.start + timedelta(hours=2), details=replace(one.details, text="Dès 12 ans")
        )
        for one in whole.events
    )
    return replace(whole, events=tuple(told))


@pytest.mark.parametrize(
    ("on", "count", "pages"),
    [("telegram", 30, 2), ("telegram", 200, 8), ("matrix", 30, 1), ("matrix", 200, 7)],
)
def test_two_hours_and_an_age_take_no_line_more(on: str, count: int, pages: int) -> None:
    """Two lines each, and as few messages as before or nearly."""
    cut = parts(_of_hours(count), on=on)
    lines = [one for one in "\n\n".join(cut).split("\n") if "n° " in one or "Jusqu’à " in one]

    assert len(cut) <= pages
    assert len(lines) == 2 * count
    assert all(one.endswith("dès 12 ans") for one in lines[1::2])


@pytest.mark.parametrize(("on", "pages"), [("telegram", 7), ("matrix", 5)])
def test_two_hundred_events_are_a_few_even_messages(on: str, pages: int) -> None:
    """Each title once, in order; the last part is no leftover."""
    cut = parts(week(200), on=on)
    said = "\n\n".join(cut)
    numbers = [int(one.split("<")[0]) for one in said.split("n° ")[1:]]
    lengths = [measure_bot_api(part) for part in cut]

    assert len(cut) <= pages
    assert sorted(numbers) == list(range(200))
    assert min(lengths) > max(lengths) / 3
    assert [part.startswith("<b>L’agenda de la semaine, suite</b>") for part in cut] == [
        False,
        *[True] * (len(cut) - 1),
    ]


def test_no_day_is_cut_that_fits_in_one_message() -> None:
    """Each heading stands once."""
    said = "\n\n".join(parts(week(150), on="telegram"))

    for day in ("Lundi 23", "Mardi 24", "Mercredi 25", "Jeudi 26", "Vendredi 27", "Samedi 28"):
        assert said.count(f"<b>{day} novembre</b>") == 1
    assert "suite</b>\n<b>" not in said


def test_a_day_of_forty_is_told_in_two_paragraphs() -> None:
    """The second says that it goes on."""
    busy = Week(FIRST, LAST, tuple(event(n, 40) for n in range(40)))
    said = "\n\n".join(parts(busy, on="telegram"))

    assert said.count("<b>Lundi 23 novembre</b>") == 1
    assert said.count("<b>Lundi 23 novembre, suite</b>") == 1


TEXTS = st.text(alphabet="aéœ&<>\"'’ 🌱\u202f-", min_size=1, max_size=120)
EVENTS = st.builds(
    lambda number, title, place, link, status, price, lasting: replace(
        event(number, 6),
        end=event(number, 6).start + timedelta(hours=lasting) if lasting else None,
        title=title,
        place=place,
        link="https://agenda.exemple.org/" + "x" * link,
        status=status,
        details=Details(
            price=price,
            volunteers=title if number % 5 == 0 else "",
            conditions=price,
            text="Dès 12 ans. Fermé le lundi." if number % 2 else title,
        ),
    ),
    st.integers(0, 60),
    TEXTS,
    TEXTS,
    st.integers(0, 60),
    st.sampled_from(list(Status)),
    TEXTS,
    st.integers(0, 30),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(EVENTS, max_size=60, unique_by=lambda one: one.id), st.sampled_from(["fr", "en"]))
def test_no_page_is_ever_too_long(events: list[Event], code: str) -> None:
    """Whatever people write: 4,096 units and a hundred elements, 30 kB; and all of it is safe."""
    changes = tuple(Change(one, replace(one, status=Status.SCHEDULED)) for one in events[:6])
    agenda = Week(FIRST, LAST, tuple(events), changes)
    for part in parts(agenda, on="telegram", code=code):
        assert measure_utf16(part) <= 4096
        assert part.count("<a ") + part.count("<b>") + part.count("<s>") + part.count("<i>") <= 100
        assert is_safe(part)
    for part in parts(agenda, on="matrix", code=code):
        assert matrix_bytes(part) < MATRIX_BYTES


def test_what_stands_where_in_a_full_agenda() -> None:
    """Changes, then days, then what goes on, then help, then a last word."""
    cancelled = replace(event(1), status=Status.CANCELLED, title="Concert de soutien")
    before = replace(cancelled, status=Status.SCHEDULED)
    later = replace(event(2), title="Ciné-débat", start=event(2).start + timedelta(hours=1))
    lasting = replace(
        event(3),
        title="Exposition",
        all_day=True,
        start=datetime(2026, 11, 10, tzinfo=PARIS),
        end=datetime(2026, 12, 13, tzinfo=PARIS),
    )
    wanted = replace(event(4), details=Details(volunteers="8 personnes dès 9 h"))
    agenda = Week(
        FIRST,
        LAST,
        (cancelled, later, lasting, wanted),
        (Change(cancelled, before), Change(later, event(2))),
    )
    (said,) = parts(agenda, on="telegram")
    order = [
        "L’agenda de la semaine",
        "Ce qui change",
        "Annulé\u202f: <s>Concert de soutien</s> (lundi 23)",
        "12\u202fh\u202f30 (et non 11\u202fh\u202f30)",
        "<b>Lundi 23 novembre</b>",
        "<b>En ce moment</b>",
        "jusqu’au samedi 12 décembre",
        "<b>On a besoin de vous</b>",
        "8 personnes dès 9 h",
        "Relu par l’équipe",
    ]
    assert [said.find(one) for one in order] == sorted(said.find(one) for one in order)
    assert all(one in said for one in order)
    assert said.count("Concert de soutien") == said.count("Exposition<") == 1


def _alone(code: str, **known: object) -> str:
    """An agenda of one event on Monday at ten."""
    start = datetime.combine(FIRST, time(10), PARIS)
    given = replace(event(0), title="Marché", start=start, place="Halle Inventée", link="")
    one = replace(given, **{"details": Details(), **known})  # type: ignore[arg-type]
    (said,) = parts(Week(FIRST, LAST, (one,)), on="telegram", code=code)
    return said.split("\n\n")[1].replace("\u202f", " ")


def test_until_when_it_lasts_opens_the_second_line() -> None:
    """The first stays short; what ends at midnight says so, what is off says nothing."""
    six, midnight = (datetime.combine(FIRST, time(10), PARIS) + timedelta(hours=n) for n in (8, 14))
    said = "<b>{}</b>\n<b>{}</b> · Marché\n{} · Halle Inventée".format

    assert _alone("fr", end=six) == said("Lundi 23 novembre", "10 h", "Jusqu’à 18 h")
    assert _alone("en", end=six) == said("Monday 23 November", "10:00", "Until 18:00")
    assert "Jusqu’à minuit ·" in _alone("fr", end=midnight)
    assert "Until midnight ·" in _alone("en", end=midnight)
    assert "18 h" not in _alone("fr", end=six, status=Status.CANCELLED)
    assert "18 h" not in _alone("fr", end=six, all_day=True)


def test_short_conditions_close_it() -> None:
    """In their writer's words."""
    young = Details(cost=Cost.FREE, text="Dès 12 ans", conditions="sur inscription")
    film = Details(text="English subtitles")

    assert _alone("fr", details=young).endswith("Inventée · gratuit · sur inscription · dès 12 ans")
    assert _alone("en", details=film).endswith("Halle Inventée · English subtitles")


def test_a_title_above_nothing_is_no_agenda() -> None:
    """What changed in nothing that readers are told leaves nothing to say."""
    before = event(1)
    renamed = replace(before, link="https://exemple.org")
    assert digest(Week(FIRST, LAST, (), (Change(renamed, before),)), PARIS) is None
