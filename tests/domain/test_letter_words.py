"""Sections, campaigns and months as people write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.campaigns import end_of, week_for
from domain.due import ONE_WEEK
from domain.errors import Refusal
from domain.events import State
from domain.letter import (
    TO_COME,
    Item,
    Section,
    coming_issue,
    due_of,
    letter_due,
    moved,
    parts_of,
    read_issue,
    still_ahead,
)
from domain.letter_words import asks_for_letter, is_item, names_subscribing, read_item

TODAY = date(2026, 11, 27)
PARIS = ZoneInfo("Europe/Paris")
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("text", "section", "words"),
    [
        ("podcast : la rivière", Section.PODCAST, "La rivière"),
        ("PODCAST: the river", Section.PODCAST, "The river"),
        ("financement participatif : un four", Section.CAMPAIGN, "Un four"),
        ("Retour d’expérience : nos haies", Section.EXPERIENCE, "Nos haies"),
        ("prochaine rencontre : mardi", Section.MEETING, "Mardi"),
        ("Le verger : il est planté", Section.INITIATIVE, "Le verger : il est planté"),
        ("https://exemple.org : à lire", Section.INITIATIVE, "https://exemple.org : à lire"),
        ("podcast :", Section.INITIATIVE, "podcast :"),
        ("podcast", Section.INITIATIVE, "podcast"),
    ],
)
def test_a_section_is_named_by_words_in_front(text: str, section: Section, words: str) -> None:
    """What names none is an initiative, whole."""
    assert read_item(text) == (section, words)


@given(st.text(max_size=700))
def test_no_text_breaks_an_item(text: str) -> None:
    """It is kept, or refused."""
    try:
        _, words = read_item(text)
    except Refusal:
        return
    assert words.strip()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2 340 € sur 4 000 €, jusqu’au 12 décembre, https://exemple.org", date(2026, 12, 12)),
        ("2,340 of 4,000, until 12 December", date(2026, 12, 12)),
        ("ends December 12th", date(2026, 12, 12)),
        ("du 3 au 12 décembre", date(2026, 12, 12)),
        ("jusqu'au 2 janvier 2027", date(2027, 1, 2)),
        ("2 340 € sur 4 000 €", None),
        ("chaque euro compte, du 3 au 12 décembre", date(2026, 12, 12)),
        ("tous les mardis à 18h", None),
        ("every Tuesday at 6pm, until 12 December", date(2026, 12, 12)),
        ("every Tuesday at 6pm", None),
        ("le premier mardi du mois", None),
        ("à partir du 3 décembre", None),
        ("starts on 3 December", None),
        ("pique-nique le 12 décembre à midi", date(2026, 12, 12)),
    ],
)
def test_a_campaign_says_when_it_ends(text: str, end: date | None) -> None:
    """In both languages; an amount is no day."""
    assert end_of(text, TODAY) == end


@given(DAYS, st.sets(st.integers(0, 30)), st.integers(0, 200))
def test_two_campaigns_never_share_a_week(day: date, taken: set[int], lasts: int) -> None:
    """A free Monday after today and before the end, the first there is; or none."""
    monday = day - timedelta(days=day.weekday())
    weeks = {monday + n * ONE_WEEK for n in taken}
    end = day + timedelta(days=lasts)
    week = week_for(weeks, day, end)
    if week is None:
        assert all(
            monday + n * ONE_WEEK in weeks for n in range(1, 17) if monday + n * ONE_WEEK <= end
        )
    else:
        assert week.weekday() == 0
        assert day < week <= end
        assert week not in weeks


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("octobre", "2026-10"),
        ("Octobre 2025", "2025-10"),
        ("décembre", "2025-12"),
        ("November", "2026-11"),
        ("2026-03", "2026-03"),
        ("3/2026", "2026-03"),
        ("2026-13", None),
        ("octobre prochain", None),
        ("", None),
    ],
)
def test_a_letter_is_named_by_its_month(text: str, issue: str | None) -> None:
    """A month alone is the last one that began."""
    assert read_issue(text, TODAY) == issue


@given(DAYS, st.integers(1, 31), st.integers(0, 23))
def test_the_coming_letter_is_the_next_to_be_due(day: date, on: int, hour: int) -> None:
    """At its moment it is due, and a minute before it was not."""
    at = time(hour)
    now = due_of(f"{day:%Y-%m}", day_of_month=15, at=time(12), zone=PARIS)
    issue = coming_issue(now, day_of_month=on, at=at, zone=PARIS)
    due = due_of(issue, day_of_month=on, at=at, zone=PARIS)
    assert due > now
    assert letter_due(due, day_of_month=on, at=at, zone=PARIS) == issue
    assert letter_due(due - timedelta(minutes=1), day_of_month=on, at=at, zone=PARIS) != issue


ITEMS = st.lists(st.sampled_from(list(Section)), max_size=8).map(
    lambda chosen: [
        Item(number, f"n{number}", "", State.APPROVED, section)
        for number, section in enumerate(chosen, start=1)
    ]
)


@given(ITEMS)
def test_every_item_is_printed_once_under_its_heading(items: list[Item]) -> None:
    """Headings in their order, none of them empty."""
    parts = parts_of(items)
    assert sorted(one.id for part in parts for one in part.items) == [one.id for one in items]
    assert [part.section for part in parts] == [
        one for one in Section if any(item.section is one for item in items)
    ]


def test_what_is_at_the_end_goes_no_further() -> None:
    """Up, down, and an item that is not there."""
    items = [Item(n, "", "", State.APPROVED, Section.CALL) for n in (1, 2, 3)]
    assert [one.id for one in moved(items, 3, -1)] == [1, 3, 2]
    for number, step in ((1, -1), (3, 1), (9, 1)):
        with pytest.raises(Refusal):
            moved(items, number, step)


@given(DAYS, st.integers(-40, 40), st.sampled_from(Section))
def test_only_what_is_still_to_come_can_be_over(day: date, ahead: int, section: Section) -> None:
    """On its last day one may still come; what happened, and what names no day, is printed."""
    item = Item(1, "", "1", State.APPROVED, section, ends=day + timedelta(days=ahead))
    is_printed = item in still_ahead([item], day)
    comes_too_late = ahead < 0
    assert is_printed is not (comes_too_late and section in TO_COME)
    assert still_ahead([replace(item, ends=None)], day)


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Campagne de financement participatif pour le four à pain", True),
        ("une cagnotte pour Ada, jusqu’au 31 janvier", True),
        ("Crowdfunding campaign for the bread oven", True),
        ("Financement participatif pour le four, soirée samedi 17 à 20h", False),
        ("Fundraiser for the oven, Saturday 17 January at 8pm", False),
        ("Une campagne pour le tri", False),
    ],
)
def test_what_gathers_money_is_a_campaign_by_its_first_words(text: str, so: bool) -> None:
    """Unless it has an hour: then it is an evening."""
    assert is_item(text) is so
    if so:
        assert read_item(text) == (Section.CAMPAIGN, text[:1].upper() + text[1:])


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("je veux m’abonner à la lettre", True),
        ("Je voudrais recevoir la lettre du mois par e-mail, merci !", True),
        ("Comment s’abonner à la newsletter ?", True),
        ("I want to receive the letter", True),
        ("How do I subscribe to the newsletter?", True),
        ("je ne veux plus recevoir la lettre", False),
        ("je veux recevoir la lettre de motivation de Basile", False),
        ("I want to receive the agenda", False),
    ],
)
def test_a_wish_for_the_letter_is_heard(sentence: str, so: bool) -> None:
    """In a plain sentence, and nothing near it."""
    assert asks_for_letter(sentence) is so


def test_a_month_is_no_wish() -> None:
    """What may follow `/lettre`."""
    assert names_subscribing("abonner")
    assert names_subscribing("s’abonner")
    assert names_subscribing("subscribe please")
    assert not names_subscribing("janvier")
    assert not names_subscribing("")
