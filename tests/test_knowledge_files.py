"""What every entry of the knowledge base must be; it knows the files, not how they are imported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
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


@cache
def entries() -> dict[str, EntryFile]:
    """Every file of every fabrique, by its place in the folder."""
    return {str(path.relative_to(KNOWLEDGE)): entry_in(path) for path in FILES}


def without(claim: Callable[[EntryFile], object]) -> list[str]:
    """The files of which a claim does not hold: one test says it of all, and names those."""
    return [name for name, entry in entries().items() if not claim(entry)]


@pytest.mark.parametrize("fabrique", sorted(FEWEST_ENTRIES))
def test_each_fabrique_knows_enough_to_be_asked(fabrique: str) -> None:
    """A base too small hands nearly every question over to the team."""
    assert len(list((KNOWLEDGE / fabrique / "fr").glob("*.md"))) >= FEWEST_ENTRIES[fabrique]


def test_the_front_matter_has_exactly_the_agreed_keys() -> None:
    """A key misspelt would be dropped in silence by the import."""

    def agreed(entry: EntryFile) -> bool:
        optional = [key for key in OPTIONAL_KEYS if key in entry.front]
        return list(entry.front) == [*KEYS, *optional]

    assert without(agreed) == []


def test_a_live_fact_is_one_that_can_be_computed() -> None:
    """A name nobody computes would leave the answer without its fact, in silence."""
    assert without(lambda entry: entry.front.get("live", "agenda") in LIVE_FACTS) == []


def test_title_source_and_tags_are_filled_texts() -> None:
    """YAML turns a careless text into a number, a boolean or nothing."""

    def filled(entry: EntryFile) -> bool:
        tags = entry.front["tags"]
        listed = tags if isinstance(tags, list) and tags else [None]
        texts = [entry.front["title"], entry.front["source"], *listed]
        return all(isinstance(text, str) and text.strip() for text in texts)

    assert without(filled) == []


def test_an_entry_is_asked_for_in_several_ways() -> None:
    """People do not type titles."""
    assert without(lambda entry: len(entry.wordings) >= FEWEST_WORDINGS) == []
    assert without(lambda entry: all(one == one.strip() != "" for one in entry.wordings)) == []


def test_a_source_names_a_document_and_a_place_in_it() -> None:
    """A person must be able to find the fact again."""
    assert without(lambda entry: SOURCE.match(str(entry.front["source"]))) == []


def test_dates_are_days() -> None:
    """Quoted dates are texts, and a moment would pretend to know the hour."""

    def dated(entry: EntryFile) -> bool:
        found = [entry.front[key] for key in ("date", "review") if key in entry.front]
        return all(isinstance(day, date) and not isinstance(day, datetime) for day in found)

    assert without(dated) == []


def test_an_entry_is_looked_at_again_after_it_was_written() -> None:
    """A day already past when the entry is true would warn readers from the first one on."""

    def ages(entry: EntryFile) -> bool:
        true_on, review = entry.front["date"], entry.front.get("review", date.max)
        return isinstance(true_on, date) and isinstance(review, date) and review > true_on

    assert without(ages) == []


def test_an_answer_fits_on_a_telephone() -> None:
    """Two to six lines, 900 characters at most."""
    assert without(lambda entry: FEWEST_LINES <= len(entry.body.splitlines()) <= MOST_LINES) == []
    assert without(lambda entry: 0 < len(entry.body) <= MOST_CHARACTERS) == []


def test_what_is_shown_follows_french_typography() -> None:
    """The apostrophe is ’, and the space before ; : ! ? and inside « » is narrow."""
    assert without(lambda entry: "'" not in entry.shown) == []
    assert without(lambda entry: not NARROW_SPACE_WANTED.search(entry.shown)) == []


def test_what_is_shown_has_no_markup() -> None:
    """Each chat draws markup its own way; plain text reads the same everywhere."""
    assert without(lambda entry: not re.search(r"<[a-z/]|^#|\*\*|\]\(", entry.shown, re.M)) == []


@pytest.mark.parametrize("fabrique", sorted(FEWEST_ENTRIES))
def test_no_words_are_given_twice(fabrique: str) -> None:
    """Accents and commas apart, the same words twice would make the answer an accident."""
    own = [entry for name, entry in entries().items() if name.startswith(f"{fabrique}/")]
    typed = Counter(chain.from_iterable(map(ways_to_ask, own)))
    assert [words for words, times in typed.items() if times > 1] == []


def ways_to_ask(entry: EntryFile) -> list[str]:
    """The title and the wordings, as they read without accents or punctuation."""
    return [" ".join(words_of(text)) for text in (str(entry.front["title"]), *entry.wordings)]
