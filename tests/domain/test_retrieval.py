"""The search: which entry a question asks for, whatever its spelling and whatever the base."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.permanence import Band, Entry, Findings
from domain.retrieval import Index, Vectors, find
from domain.retrieval.text import LONGEST
from tests.domain.letters import ByLetters


def entry(number: int, title: str, *wordings: str, body: str = "", tags: str = "") -> Entry:
    """An entry of a knowledge base that does not exist."""
    key, source = f"fiche-{number}", "document fictif"
    day = date(2023, 12, 15)
    return Entry(number, key, title, wordings, body, source, day, tuple(tags.split()), "fr")


ENTRIES = [
    entry(
        *(1, "Quand a lieu la permanence ?", "c'est quand la permanence", "date de la permanence"),
        *("prochaine permanence", "when is the permanence", "next permanence date"),
        body="Le premier mardi du mois, par visioconférence.",
    ),
    entry(
        *(2, "Comment devenir allié·e ?", "comment rejoindre l'alliance", "signer la charte"),
        *("je veux devenir allié", "how do I become an ally", "join the alliance"),
        body="En signant la charte.",
    ),
    entry(
        *(3, "Faut-il payer pour être allié·e ?", "c'est gratuit ?", "combien coûte l'adhésion"),
        *("montant de la cotisation", "is there a membership fee", "is it free"),
        body="Non, rien n’est demandé.",
        tags="argent cotisation",
    ),
    entry(
        *(4, "Où trouver l'agenda ?", "agenda de la semaine", "programme des sorties"),
        *("que faire cette semaine", "where is the weekly agenda", "what is on this week"),
    ),
    entry(
        *(5, "Comment noter le temps donné ?", "noter mes heures", "banque de temps"),
        *("enregistrer un échange de temps", "how do I log my hours", "time bank"),
    ),
]


def index_of(entries: Sequence[Entry], *, encoded: bool) -> Index:
    """An index in either mode."""
    return Index(entries, Vectors(ByLetters()) if encoded else None)


def said(findings: Findings) -> tuple[object, ...]:
    """All that a finding says, comparable."""
    found = [(one.entry, one.score, one.posterior) for one in findings.found]
    return found, findings.band, findings.confidence, dict(findings.features)


MODES = pytest.mark.parametrize("encoded", [False, True], ids=["words alone", "with an encoder"])
FEW = settings(max_examples=15, deadline=None)  # each builds an index or two
LEXICAL = Index(ENTRIES)
ENCODED = index_of(ENTRIES, encoded=True)


@pytest.mark.parametrize(
    ("question", "number"),
    {
        "quand est la prochaine permanence ?": 1,
        "la permanense c quand": 1,
        "c kan la permanence": 1,
        "when is the next permanence?": 1,
        "comment devient-on allié ?": 2,
        "je voudrais rejoindre votre alliance": 2,
        "how can I become an ally": 2,
        "quel est le montant de l'adhésion ?": 3,
        "do I have to pay a membership fee": 3,
        "cb coute l'adesion": 3,
        "où est l'agenda de cette semaine": 4,
        "comment je note mes heures": 5,
        "how to log hours": 5,
    }.items(),
)
def test_a_paraphrase_finds_its_entry(question: str, number: int) -> None:
    """In French, in English, in a hurry."""
    assert find(LEXICAL, question).found[0].entry.id == number


@MODES
@pytest.mark.parametrize("asked", ENTRIES)
def test_a_stored_wording_word_for_word_finds_its_entry(asked: Entry, encoded: bool) -> None:
    """What the team taught once is known the next time."""
    index = ENCODED if encoded else LEXICAL
    for wording in (asked.title, *asked.wordings):
        assert find(index, wording).found[0].entry == asked


def test_the_question_in_a_long_message_is_the_one_that_counts() -> None:
    """Whatever is said around it."""
    message = (
        "Bonjour à toutes et tous, j'espère que vous allez bien. Je ne sais pas trop si c'est ici "
        "qu'il faut demander. C'est quand la prochaine permanence ? Merci d'avance pour votre aide "
        "et très bonne journée !"
    )
    assert find(LEXICAL, message).found[0].entry.id == 1


def test_the_answer_is_searched_too() -> None:
    """A word that nobody asked with yet may stand in what was answered."""
    assert find(LEXICAL, "visioconférence ?").found[0].entry.id == 1


@pytest.mark.parametrize(
    "question",
    ["quelle est la recette de la tarte aux pommes", "what is the capital of Australia", "", "🙂"],
)
def test_a_question_about_something_else_goes_to_the_team(question: str) -> None:
    """A word of asking in common is no reason to answer."""
    assert find(LEXICAL, question).band is Band.UNSURE


def test_two_entries_as_likely_are_offered_and_neither_answered() -> None:
    """The writer chooses between titles."""
    twins = [entry(1, "La charte", "lire la charte"), entry(2, "La charte", "lire la charte")]
    findings = find(Index([*twins, *ENTRIES[2:]]), "lire la charte")
    assert [one.entry.id for one in findings.found[:2]] == [1, 2]
    assert findings.band is not Band.SURE


@MODES
def test_nothing_stored_finds_nothing(encoded: bool) -> None:
    """A new fabrique begins with no entry."""
    assert find(index_of([], encoded=encoded), "quand est la permanence ?") == Findings()


@MODES
@FEW
@given(order=st.permutations(ENTRIES), question=st.sampled_from(["permanence", "agenda ou charte"]))
def test_the_order_of_entries_changes_nothing(
    encoded: bool, order: list[Entry], question: str
) -> None:
    """To the last bit."""
    assert said(find(index_of(order, encoded=encoded), question)) == said(
        find(ENCODED if encoded else LEXICAL, question)
    )


@MODES
@FEW
@given(
    before=st.lists(st.sampled_from(ENTRIES), unique=True),
    gone=st.sets(st.integers(1, 5)),
    changed=st.lists(st.sampled_from(ENTRIES), unique=True),
    question=st.sampled_from(["c'est gratuit", "noter la permanence", "where is it"]),
)
def test_an_updated_index_is_the_one_built_anew(
    encoded: bool, before: list[Entry], gone: set[int], changed: list[Entry], question: str
) -> None:
    """Whatever came, went and changed."""
    index = index_of(before, encoded=encoded)
    find(index, question)
    rewritten = [entry(one.id, f"{one.title} !", "tout autre chose") for one in changed[:1]]
    index.update([*changed, *rewritten], gone - {one.id for one in changed})
    kept = {one.id: one for one in before if one.id not in gone}
    kept |= {one.id: one for one in [*changed, *rewritten]}
    anew = index_of(list(kept.values()), encoded=encoded)
    assert said(find(index, question)) == said(find(anew, question))


def test_what_was_saved_and_loaded_finds_the_same_and_encodes_nothing() -> None:
    """A restart costs no second encoding."""
    loaded, encoder = Vectors(again := ByLetters()), ByLetters()
    first = Vectors(encoder)
    index = Index(ENTRIES, first)
    loaded.load(first.saved())
    restarted = Index(ENTRIES, loaded)
    assert again.encoded == []
    assert not loaded.grown
    assert said(find(restarted, "c'est gratuit ?")) == said(find(index, "c'est gratuit ?"))


def test_rows_of_another_encoder_are_not_taken() -> None:
    """They cannot be compared."""
    first, other = Vectors(ByLetters()), ByLetters()
    Index(ENTRIES, first)
    other.name = "other"
    loaded = Vectors(other)
    loaded.load(first.saved())
    assert len(loaded) == 0


def test_a_change_encodes_only_the_texts_that_changed() -> None:
    """Encoding is what takes long."""
    encoder = ByLetters()
    index = Index(ENTRIES, Vectors(encoder))
    encoder.encoded.clear()
    index.update([entry(4, ENTRIES[3].title, "sorties du dimanche")])
    assert encoder.encoded == ["sorties du dimanche"]


@MODES
@FEW
@given(st.text(max_size=80), st.integers(1, 5))
def test_any_question_is_scored_between_zero_and_one(
    encoded: bool, question: str, at_most: int
) -> None:
    """And gives at most as many entries as asked."""
    findings = find(ENCODED if encoded else LEXICAL, question, at_most=at_most)
    assert len(findings.found) <= at_most
    assert 0 <= findings.confidence <= 1
    assert all(0 <= one.score <= 1 + 1e-9 for one in findings.found)
    assert all(0 <= one.posterior <= 1 for one in findings.found)


@MODES
@pytest.mark.parametrize(
    "question",
    ["", " ", "\0", "?" * 300, "🙂" * 50, "a" * 20_000, "la permanence. " * 1_400, "\ud83d", "̀"],
)
def test_no_message_is_too_odd_to_be_read(encoded: bool, question: str) -> None:
    """Empty, endless, torn in two."""
    find(ENCODED if encoded else LEXICAL, question)


def test_what_stands_behind_the_longest_reading_is_not_read() -> None:
    """Who writes more has asked before that."""
    assert find(LEXICAL, "z" * LONGEST + " permanence") == find(LEXICAL, "z" * LONGEST)
