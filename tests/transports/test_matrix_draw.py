"""What a page becomes in a Matrix room: words every client reads, and nothing that rings."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.transports.matrix.draw import KEYS, LONGEST, drawn, measure, offered, replacement
from chat.transport import Page, Place

ALONE = Place("matrix", "!seule:exemple.test", private=True)
GROUP = Place("matrix", "!lilas:exemple.test", private=False, title="Les Lilas")
IN_THREAD = Place("matrix", "!lilas:exemple.test", private=False, thread="$fil")
MOST_THAT_FITS = 48_000  # encrypted and in its envelope, still under the 65 536 bytes of an event


def test_a_private_answer_is_a_text() -> None:
    """It notifies, as the answer of a person does."""
    assert drawn(Page("Bonjour"), ALONE) == {
        "msgtype": "m.text",
        "body": "Bonjour",
        "format": "org.matrix.custom.html",
        "formatted_body": "Bonjour",
        "m.mentions": {},
    }


@pytest.mark.parametrize(("page", "place"), [(Page("Vu"), GROUP), (Page("Vu", silent=True), ALONE)])
def test_a_group_post_and_a_silent_page_are_notices(page: Page, place: Place) -> None:
    """Default push rules ring for no notice, and bots answer none."""
    assert drawn(page, place)["msgtype"] == "m.notice"


def test_markup_is_html_with_line_breaks() -> None:
    """The body is what a client without HTML shows."""
    content = drawn(Page("<b>Ada &amp; Basile</b>\nà 18 h"), ALONE)
    assert content["formatted_body"] == "<strong>Ada &amp; Basile</strong><br>à 18 h"
    assert content["body"] == "Ada & Basile\nà 18 h"


def test_emphasis_has_the_names_that_every_client_draws() -> None:
    """Hydrogen shows neither `b` nor `i`, older Elements no `s`: a cancelled event looked held."""
    said = "<b>9 h</b> <i>Relu</i> <s>Concert</s> <u>ici</u> <code>&lt;b&gt;</code>"
    sent = "<strong>9 h</strong> <em>Relu</em> <del>Concert</del> <u>ici</u> <code>&lt;b&gt;</code>"
    assert drawn(Page(said), ALONE)["formatted_body"] == sent
    assert measure(said) == len(sent)


def test_lines_of_one_quotation_stay_together() -> None:
    """Each line closes its elements; a reader sees one block, and no empty line after it."""
    quoted = "<blockquote>un</blockquote>\n<blockquote>deux</blockquote>\nfin"
    content = drawn(Page(quoted), ALONE)
    assert content["formatted_body"] == "<blockquote>un<br>deux</blockquote>fin"


def test_lines_of_code_keep_their_line_feeds() -> None:
    """Inside `<pre>` a line feed is shown as it is."""
    content = drawn(Page("<pre>un</pre>\n<pre>deux</pre>"), ALONE)
    assert content["formatted_body"] == "<pre>un\ndeux</pre>"


def test_choices_are_numbered_in_both_forms() -> None:
    """A number can be typed wherever a reaction cannot be given."""
    content = drawn(Page("D’accord ?", choices=("Oui", "<Non>")), ALONE)
    assert content["body"] == "D’accord ?\n1. Oui\n2. <Non>"
    assert content["formatted_body"] == "D’accord ?<ol><li>Oui</li><li>&lt;Non&gt;</li></ol>"


def test_nobody_can_make_the_bot_ring_a_whole_room() -> None:
    """Old push rules look for the word in the body, new ones at the mentions."""
    content = drawn(Page("@room venez", choices=("@room",)), GROUP)
    assert "@room" not in content["body"] + content["formatted_body"]
    assert content["m.mentions"] == {}


def test_an_answer_names_what_it_answers() -> None:
    """Outside a thread this is the whole relation."""
    content = drawn(Page("Oui", reply_to="$question"), GROUP)
    assert content["m.relates_to"] == {"m.in_reply_to": {"event_id": "$question"}}


@pytest.mark.parametrize(
    ("reply_to", "answered", "falling_back"), [(None, "$fil", True), ("$mot", "$mot", False)]
)
def test_a_page_stays_in_the_thread(
    reply_to: str | None, answered: str, *, falling_back: bool
) -> None:
    """Clients without threads see an answer; the others know when nobody meant one."""
    assert drawn(Page("Ici", reply_to=reply_to), IN_THREAD)["m.relates_to"] == {
        "rel_type": "m.thread",
        "event_id": "$fil",
        "is_falling_back": falling_back,
        "m.in_reply_to": {"event_id": answered},
    }


def test_a_file_without_words_is_called_by_its_name() -> None:
    """A body that equals the file's name is no caption."""
    media = {"msgtype": "m.file", "filename": "lettre.pdf", "url": "mxc://exemple.test/a"}
    content = drawn(Page(""), ALONE, media=media)
    assert content == {**media, "body": "lettre.pdf", "m.mentions": {}}


def test_words_beside_a_file_are_its_caption() -> None:
    """One event carries both, so that one key covers both."""
    media = {"msgtype": "m.image", "filename": "jardin.png", "url": "mxc://exemple.test/a"}
    content = drawn(Page("<i>Le jardin</i>"), GROUP, media=media)
    assert content["msgtype"] == "m.image"
    assert (content["body"], content["filename"]) == ("Le jardin", "jardin.png")
    assert content["formatted_body"] == "<em>Le jardin</em>"


def test_an_edit_shows_the_new_page_and_a_short_old_form() -> None:
    """A relation stays with the original; the words for old clients are cut."""
    content = replacement(drawn(Page("a" * 900, reply_to="$mot"), ALONE), "$posée")
    assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$posée"}
    assert content["body"] == "* " + "a" * 500
    assert content["m.new_content"] == drawn(Page("a" * 900), ALONE)
    assert content["m.mentions"] == content["m.new_content"]["m.mentions"] == {}


def test_a_choice_is_offered_by_a_keycap() -> None:
    """The tenth has a sign of its own."""
    relation = offered("$posée", 9)["m.relates_to"]
    assert relation == {"rel_type": "m.annotation", "event_id": "$posée", "key": "🔟"}
    assert len(set(KEYS)) == 10


@settings(deadline=None)
@given(st.text(alphabet="aé𝄞ب \n", min_size=1))
def test_the_longest_page_fits_an_event(words: str) -> None:
    """In any script, with accents and line feeds, posted or edited."""
    text = (words * LONGEST)[:LONGEST]
    longest = next(text[:n] for n in range(LONGEST, 0, -500) if measure(text[:n]) <= LONGEST)
    content = drawn(Page(longest, choices=("Continuer",)), GROUP)
    assert len(json.dumps(content)) < MOST_THAT_FITS
    assert len(json.dumps(replacement(content, "$posée" * 10))) < MOST_THAT_FITS


def test_a_page_is_measured_as_an_encrypted_event_holds_it() -> None:
    """The library writes letters beyond ASCII as six characters each."""
    assert [measure("e"), measure("é"), measure("𝄞")] == [1, 6, 12]
