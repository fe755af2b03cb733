"""What every entry of the knowledge base must be; it knows the files, not how they are imported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path

import pytest
import yaml

from domain.matching import words_of

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
FILES = sorted(KNOWLEDGE.glob("*/*/*.md"))
KEYS = ["title", "wordings", "source", "date", "tags"]
OPTIONAL_KEYS = ["review", "live"]  # in this order, after the others
LIVE_FACTS = {"permanence", "agenda", "balance"}
FEWEST_ENTRIES = {"nationale": 120, "saint-etienne": 30}
FEWEST_WORDINGS = 7
FEWEST_LINES = 2
MOST_LINES = 6  # well within one screen of a telephone
MOST_CHARACTERS = 900
NARROW_SPACE_WANTED = re.compile(r" [;:!?»]|« ")
DOCUMENTS = (
    "Plan de La Fabrique de la Transition (vers 2020)",
    "Fiche de partenaire (mai 2024)",
    "Actes de l’assemblée 2023",
    "Stratégie 2021 de l’alliance",
    "Présentation de l’alliance (fin 2023)",
    "Documentation de ce robot",
)
SOURCE = re.compile(rf"({'|'.join(map(re.escape, DOCUMENTS))}), \S")  # then where in it


@dataclass(frozen=True)
class EntryFile:
    """One file cut at its front matter."""

    front: dict[str, object]
    body: str

    @property
    def wordings(self) -> Sequence[str]:
        """What people type; anything else than a list of texts fails here."""
        listed = self.front["wordings"]
        assert isinstance(listed, list)
        assert all(isinstance(wording, str) for wording in listed)
        return listed

    @property
    def shown(self) -> str:
        """What a reader sees: title and body."""
        return f"{self.front['title']}\n{self.body}"


def entry_in(path: Path) -> EntryFile:
    """The text between the first two '---' lines is the front matter, the rest is the body."""
    opening, front, body = re.split(r"^---$\n?", path.read_text("utf-8"), maxsplit=2, flags=re.M)
    assert opening == ""
    return EntryFile(front=yaml.safe_load(front), body=body.strip("\n"))


@pytest.fixture(params=FILES, ids=lambda path: str(path.relative_to(KNOWLEDGE)))
def entry(request: pytest.FixtureRequest) -> EntryFile:
    """Each file of every fabrique in turn."""
    return entry_in(request.param)


@pytest.mark.parametrize("fabrique", sorted(FEWEST_ENTRIES))
def test_each_fabrique_knows_enough_to_be_asked(fabrique: str) -> None:
    """A base too small hands nearly every question over to the team."""
    assert len(list((KNOWLEDGE / fabrique / "fr").glob("*.md"))) >= FEWEST_ENTRIES[fabrique]


def test_the_front_matter_has_exactly_the_agreed_keys(entry: EntryFile) -> None:
    """A key misspelt would be dropped in silence by the import."""
    optional = [key for key in OPTIONAL_KEYS if key in entry.front]
    assert list(entry.front) == [*KEYS, *optional]


def test_a_live_fact_is_one_that_can_be_computed(entry: EntryFile) -> None:
    """A name nobody computes would leave the answer without its fact, in silence."""
    assert entry.front.get("live", "agenda") in LIVE_FACTS


def test_title_source_and_tags_are_filled_texts(entry: EntryFile) -> None:
    """YAML turns a careless text into a number, a boolean or nothing."""
    tags = entry.front["tags"]
    assert isinstance(tags, list)
    texts = [entry.front["title"], entry.front["source"], *tags]
    assert tags
    assert all(isinstance(text, str) and text.strip() for text in texts)


def test_an_entry_is_asked_for_in_several_ways(entry: EntryFile) -> None:
    """People do not type titles."""
    assert len(entry.wordings) >= FEWEST_WORDINGS
    assert all(wording == wording.strip() != "" for wording in entry.wordings)


def test_a_source_names_a_document_and_a_place_in_it(entry: EntryFile) -> None:
    """A person must be able to find the fact again."""
    assert SOURCE.match(str(entry.front["source"]))


def test_dates_are_days(entry: EntryFile) -> None:
    """Quoted dates are texts, and a moment would pretend to know the hour."""
    days = [entry.front[key] for key in ("date", "review") if key in entry.front]
    assert all(isinstance(day, date) and not isinstance(day, datetime) for day in days)


def test_an_entry_is_looked_at_again_after_it_was_written(entry: EntryFile) -> None:
    """A day already past when the entry is true would warn readers from the first one on."""
    true_on, review = entry.front["date"], entry.front.get("review", date.max)
    assert isinstance(true_on, date)
    assert isinstance(review, date)
    assert review > true_on


def test_an_answer_fits_on_a_telephone(entry: EntryFile) -> None:
    """Two to six lines, 900 characters at most."""
    assert FEWEST_LINES <= len(entry.body.splitlines()) <= MOST_LINES
    assert 0 < len(entry.body) <= MOST_CHARACTERS


def test_what_is_shown_follows_french_typography(entry: EntryFile) -> None:
    """The apostrophe is ’, and the space before ; : ! ? and inside « » is narrow."""
    assert "'" not in entry.shown
    assert NARROW_SPACE_WANTED.findall(entry.shown) == []


def test_what_is_shown_has_no_markup(entry: EntryFile) -> None:
    """Each chat draws markup its own way; plain text reads the same everywhere."""
    assert re.findall(r"<[a-z/]|^#|\*\*|\]\(", entry.shown, flags=re.M) == []


@pytest.mark.parametrize("fabrique", sorted(FEWEST_ENTRIES))
def test_no_words_are_given_twice(fabrique: str) -> None:
    """Accents and commas apart, the same words twice would make the answer an accident."""
    entries = [entry_in(path) for path in FILES if path.is_relative_to(KNOWLEDGE / fabrique)]
    typed = Counter(chain.from_iterable(map(ways_to_ask, entries)))
    assert [words for words, times in typed.items() if times > 1] == []


def ways_to_ask(entry: EntryFile) -> list[str]:
    """The title and the wordings, as they read without accents or punctuation."""
    return [" ".join(words_of(text)) for text in (str(entry.front["title"]), *entry.wordings)]
