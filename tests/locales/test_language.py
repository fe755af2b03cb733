"""What readers see: messages in their language, values written its way, and nothing unsafe."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Junk
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

import locales
from domain.values import (
    Clock,
    Items,
    Minutes,
    Month,
    Multiline,
    NearDay,
    OnDate,
    Phrase,
    Quoted,
    Raw,
    from_json,
    to_json,
)
from locales import LANGUAGES, Language, Languages, guess
from locales.values import safe

PARIS = ZoneInfo("Europe/Paris")
ADA = "Ada Exemple"
MOMENT = datetime(2026, 11, 18, 17, 30, tzinfo=UTC)  # half past six in the evening in Paris
FEEDS = ("\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")

FRENCH = """\
shown = { $value }
hello = Bonjour <b>{ $name }</b>
link = <a href="{ $address }">{ $name }</a>
replies = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
place = { $place ->
    [none] lieu à préciser
   *[other] à { $place }
}
state = { $open ->
    [true] ouvert
   *[false] complet
}
only-french = <i>Rien</i> que { $name }
button = Choisir
    .yes = Oui & { $name }
bare =
    .label = Rien
quotation = <i>{ $text }</i> dit { $name }
parts = { missing-part } et { -missing-term }
"""
ENGLISH = """\
shown = { $value }
hello = Hello <b>{ $name }</b>
replies = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
button = Choose
bare = Now a sentence
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small file for each language; English lacks some messages."""
    root = tmp_path_factory.mktemp("languages")
    for code, text in (("fr", FRENCH), ("en", ENGLISH)):
        (root / code).mkdir()
        (root / code / "small.ftl").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def french(folder: Path) -> Language:
    """Strict French."""
    return Languages(folder, strict=True)["fr"]


@pytest.fixture(scope="module")
def english(folder: Path) -> Language:
    """Strict English."""
    return Languages(folder, strict=True)["en"]


def seen(language: Language, value: object) -> str:
    """A value's markup."""
    return language.markup("shown", {"value": value}, zone=PARIS)


# Which language


def test_a_client_in_english_reads_english_and_anyone_else_french() -> None:
    """The alliances are French: a language we do not speak is answered in French."""
    assert {guess(code) for code in ("en", "en-GB", "EN_us")} == {"en"}
    assert {guess(code) for code in ("fr", "FR", "fr-CA", "pt", "", None)} == {"fr"}


# Values in both languages


@pytest.mark.parametrize(
    ("value", "in_french", "in_english"),
    [
        (1234567, "1\u202f234\u202f567", "1,234,567"),
        (2.5, "2,5", "2.5"),
        (date(2026, 11, 18), "mercredi 18 novembre 2026", "Wednesday 18 November 2026"),
        (date(2026, 6, 1), "lundi 1er juin 2026", "Monday 1 June 2026"),
        (MOMENT, "mercredi 18 novembre à 18\u202fh\u202f30", "Wednesday 18 November at 18:30"),
        (NearDay(date(2026, 11, 18)), "mercredi 18 novembre", "Wednesday 18 November"),
        (OnDate(date(2023, 12, 1)), "1er décembre 2023", "1 December 2023"),
        (Month(date(2026, 11, 1)), "novembre 2026", "November 2026"),
        (NearDay(date(2026, 6, 1)), "lundi 1er juin", "Monday 1 June"),
        (Clock(time(18, 30)), "18\u202fh\u202f30", "18:30"),
        (Clock(time(9, 5)), "9\u202fh\u202f05", "09:05"),
        (Clock(time(9)), "9\u202fh", "09:00"),
        (Items(("A", "B", "C")), "A, B et C", "A, B and C"),
        (Items(("A",)), "A", "A"),
        (Items(()), "", ""),
        (Items((Quoted("A"), Minutes(60))), "«\u202fA\u202f» et 1\u202fh", "“A” and 1\u202fh"),
        (Quoted("un & deux"), "«\u202fun &amp; deux\u202f»", "“un &amp; deux”"),
        (Minutes(150), "2\u202fh\u202f30", "2\u202fh\u202f30\u202fmin"),
        (Minutes(65), "1\u202fh\u202f05", "1\u202fh\u202f5\u202fmin"),
        (Minutes(60), "1\u202fh", "1\u202fh"),
        (Minutes(45), "45\u202fmin", "45\u202fmin"),
        (Minutes(0), "0\u202fmin", "0\u202fmin"),
        (Minutes(-90), "\u22121\u202fh\u202f30", "\u22121\u202fh\u202f30\u202fmin"),
        (None, "", ""),
        (Raw("<b>vu</b>"), "<b>vu</b>", "<b>vu</b>"),
    ],
)
def test_a_value_is_written_the_way_of_its_readers_language(
    french: Language, english: Language, value: object, in_french: str, in_english: str
) -> None:
    """Formatting comes last, once the reader is known."""
    assert (in_french, in_english) == (seen(french, value), seen(english, value))


@pytest.mark.parametrize("value", [datetime(2026, 11, 18), timedelta(1), object(), True])
def test_what_no_sentence_can_show_is_a_fault(french: Language, value: object) -> None:
    """A moment without its zone would be a wrong hour; other objects have no words."""
    with pytest.raises((TypeError, ValueError), match=r"time zone|no sentence shows a"):
        seen(french, value)


def test_a_phrase_is_said_in_its_readers_language(french: Language, english: Language) -> None:
    """A message's value may be another message."""
    phrase = Phrase("hello", {"name": "Ada & co"})
    assert seen(french, phrase) == "Bonjour <b>Ada &amp; co</b>"
    assert seen(english, phrase) == "Hello <b>Ada &amp; co</b>"


# Plurals and other choices of a message


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, ("0 réponse", "0 answers")),
        (1, ("1 réponse", "1 answer")),
        (1.5, ("1,5 réponse", "1.5 answers")),
        (2, ("2 réponses", "2 answers")),
    ],
)
def test_plurals_follow_each_languages_rule(
    french: Language, english: Language, count: float, expected: tuple[str, str]
) -> None:
    """In French the plural begins at two."""
    said = [one.plain("replies", {"count": count}, zone=PARIS) for one in (french, english)]
    assert said == list(expected)


def test_a_message_may_choose_by_what_is_absent_or_true(french: Language) -> None:
    """`[none]` is for a value with nothing to show, `[true]` and `[false]` for a boolean."""
    places = [french.plain("place", {"place": one}, zone=PARIS) for one in ("", None, "Firminy")]
    states = [french.plain("state", {"open": one}, zone=PARIS) for one in (True, False)]
    assert places == ["lieu à préciser", "lieu à préciser", "à Firminy"]
    assert states == ["ouvert", "complet"]


# Safety


@given(text=st.text() | st.from_regex(r"</?[a-z]+ ?[^<]*>|&[a-z]+;?|\x00[0-9]\x00"))
def test_no_text_can_add_a_tag(french: Language, text: str) -> None:
    """Whatever is written, the tags are those of the message."""
    phrase = Phrase("shown", {"value": text})
    for value in (text, Quoted(text), Multiline(text), Items((text, text)), phrase):
        markup = french.markup("link", {"address": text, "name": value}, zone=PARIS)
        assert set(re.findall("<[^>]*>", markup)) == {f'<a href="{safe(text)}">', "</a>"}
        assert not re.search('[<>"]', re.sub("<[^>]*>", "", markup))


@given(text=st.text())
def test_a_label_reads_as_it_was_written(french: Language, text: str) -> None:
    """Labels are no markup: nothing stays escaped in them, nothing is taken for a tag."""
    assert unescape(safe(text)) == french.plain("shown", {"value": text}, zone=PARIS)


@given(words=st.lists(st.text("ab<", max_size=3), min_size=1), feed=st.sampled_from(FEEDS))
def test_only_a_multiline_text_has_lines(french: Language, words: list[str], feed: str) -> None:
    """A name with line feeds cannot pass for another paragraph of the message."""
    assert "\n" not in seen(french, feed.join(words))
    assert seen(french, Multiline(feed.join(words))).count("\n") == len(words) - 1


def test_hidden_characters_are_left_out(french: Language) -> None:
    """Bidi marks could make a sentence read backwards; joiners make an emoji and stay."""
    assert seen(french, "a\u202eb\u2066c\x07d\ud800e\x00f") == "abcdef"
    assert seen(french, "👩\u200d🌾") == "👩\u200d🌾"


def test_a_long_text_is_shown_whole(french: Language) -> None:
    """The runtime would give up at 2,500 characters."""
    assert french.markup("hello", {"name": "é" * 9000}, zone=PARIS).count("é") == 9000


def test_no_element_is_open_at_the_end_of_a_line(french: Language) -> None:
    """A page may be cut between any two of its lines."""
    values = {"text": Multiline("un\n\ndeux"), "name": ADA}
    markup = french.markup("quotation", values, zone=PARIS)
    assert markup == "<i>un</i>\n\n<i>deux</i> dit Ada Exemple"


def test_plain_text_has_no_tags(french: Language) -> None:
    """Menus and buttons show text only; "id.attribute" names a message's attribute."""
    assert french.plain("hello", {"name": "A <b> & c"}, zone=PARIS) == "Bonjour A <b> & c"
    assert french.plain("button.yes", {"name": ADA}, zone=PARIS) == "Oui & Ada Exemple"


# What is missing


@pytest.mark.parametrize("id", ["absent", "button.absent", "bare", "absent.yes"])
@pytest.mark.parametrize("strict", [True, False])
def test_what_french_lacks_is_a_fault(folder: Path, id: str, *, strict: bool) -> None:
    """There is nothing left to show."""
    with pytest.raises(KeyError, match=re.escape(f"{id} is missing in fr")):
        Languages(folder, strict=strict)["fr"].markup(id, {}, zone=PARIS)


@pytest.mark.parametrize("id", ["only-french", "button.yes"])
def test_strict_english_must_be_complete(english: Language, id: str) -> None:
    """A forgotten translation fails the tests."""
    with pytest.raises(KeyError, match=f"{id} is missing in en"):
        english.markup(id, {"name": ADA}, zone=PARIS)


def test_live_english_falls_back_to_french_with_one_warning(folder: Path) -> None:
    """French is better than nothing, and the log says what to translate."""
    values = {"name": Phrase("hello", {"name": ADA})}
    with capture_logs() as logs:
        shown = Languages(folder, strict=False)["en"].markup("only-french", values, zone=PARIS)
    assert shown == "<i>Rien</i> que Bonjour <b>Ada Exemple</b>"
    assert [(log["message"], log["language"]) for log in logs] == [("only-french", "en")]


@pytest.mark.parametrize("id", ["hello", "replies", "parts"])
def test_strict_formatting_needs_every_variable_and_part(french: Language, id: str) -> None:
    """The runtime would show the variable's name."""
    with pytest.raises(KeyError, match=f"{id} in fr: Unknown"):
        french.markup(id, {}, zone=PARIS)


def test_live_formatting_shows_what_it_can_and_logs(folder: Path) -> None:
    """A sentence with a hole is better than silence."""
    with capture_logs() as logs:
        markup = Languages(folder, strict=False)["fr"].markup("hello", {}, zone=PARIS)
    assert markup == "Bonjour <b>name</b>"
    assert [(log["message"], log["why"]) for log in logs] == [("hello", "Unknown external: name")]


@pytest.mark.parametrize("text", ["broken\n", "twice = a\ntwice = b\n"])
def test_files_that_lose_a_message_are_refused_or_logged(tmp_path: Path, text: str) -> None:
    """The runtime drops unreadable and repeated messages without a word."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "wrong.ftl").write_text(text, encoding="utf-8")
    with pytest.raises(KeyError, match="message-"):
        Languages(tmp_path, strict=True)
    with capture_logs() as logs:
        Languages(tmp_path, strict=False)
    assert [log["log_level"] for log in logs] == ["warning"]


# The real files


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_projects_own_files_parse_whole(code: str) -> None:
    """No message of ours is dropped as junk or hidden by another of the same name."""
    files = sorted((Path(locales.__file__).parent / code).glob("*.ftl"))
    entries = [e for file in files for e in FluentResource(file.read_text("utf-8")).body]
    assert [entry.content for entry in entries if isinstance(entry, Junk)] == []
    assert code == Languages(strict=True)[code].code


# In a database row

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=2))])
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=ZONES)
SIMPLE = st.one_of(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates() | MOMENTS,
    st.floats(allow_nan=False, allow_infinity=False),
    st.builds(Minutes, st.integers()),
    st.builds(Quoted, st.text()),
    st.builds(Multiline, st.text()),
    st.builds(Raw, st.text()),
    st.builds(NearDay, st.dates()),
    st.builds(Month, st.dates()),
    st.builds(OnDate, st.dates()),
    st.builds(Clock, st.times()),
)
VALUES = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.builds(Items, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Phrase, st.text(), st.dictionaries(st.text(), inner, max_size=3)),
    ),
    max_leaves=6,
)


@given(value=VALUES)
def test_a_value_comes_back_from_its_row_as_it_went(value: object) -> None:
    """What is shown later is what was meant, through JSON itself."""
    back = from_json(json.loads(json.dumps(to_json(value))))
    assert (value, type(value)) == (back, type(back))


@pytest.mark.parametrize("kept", [[], {}, {"minutes": "1"}, {"unknown": 1}])
def test_a_row_that_keeps_no_value_is_refused(kept: object) -> None:
    """A value is never guessed."""
    with pytest.raises(ValueError, match="not a kept value"):
        from_json(kept)


@pytest.mark.parametrize("value", [datetime(2026, 11, 18), timedelta(1), object()])
def test_only_what_a_sentence_shows_is_kept(value: object) -> None:
    """Anything else in a row would fail when it is read, far from its cause."""
    with pytest.raises((TypeError, ValueError), match=r"time zone|no sentence shows a"):
        to_json(value)
