"""What every transport promises: the same tests on each, imagined, strict or real."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest

from bot.offered import chosen
from bot.transports.markup import plain, split
from chat.transport import Act, File, Page, Posted, TransportError
from storage.outbox import Outgoing
from tests.transports.sides import ELEMENTS, NOON, Side
from tests.wire.bot_api_world import FILM, PIXEL

pytestmark = pytest.mark.asyncio(loop_scope="module")

FILE = File("bilan fictif.csv", "text/csv", "jour;durée\nlundi;2 h\n".encode())
FILES = {
    "photo": File("dessin.png", "image/png", PIXEL),
    "film": File("film.mp4", "video/mp4", FILM),
    "voice": File("voix.ogg", "audio/ogg", b"OggS" + bytes(range(200))),
    "document": File("bilan.pdf", "application/pdf", b"%PDF-1.7 fictif"),
}
RICH = (
    "<b>gras</b> <i>italique</i> <u>souligné</u> <s>barré</s> <code>a = 1</code>\n"
    "<blockquote>cité</blockquote>\n"
    "<pre>tel quel</pre>\n"
    '<a href="https://exemple.test/a?b=1&amp;c=2">lien</a> &amp; &lt;fin&gt;'
)
HOSTILE = (
    "<script>alert(1)</script>",
    "<b>gras</b> &amp; <i>",
    "*gras* _italique_ `code` [lien](https://exemple.test)",
    "@room @all @here",
    "{ $name } %s \\n $(id)",
    "1. Oui\n2. Non, et une fin",
)


async def test_a_platform_that_is_heard_is_not_away(side: Side) -> None:
    """Which is what the page of its health says."""
    assert not side.transport.away


async def test_plain_words_arrive_as_they_are(side: Side) -> None:
    """Accents, emoji, narrow spaces and lines included."""
    words = "Bonjour Ada ! 👋🏽\n\nÀ 18 h 30, « chez Basile ».\n• un\n• deux"
    posted = await side.transport.send(side.place, Page(words), key="k")
    seen = await side.sees(posted)
    assert (seen.text, seen.labels, seen.buttons, seen.file) == (words, (), 0, None)


async def test_every_element_of_the_markup_is_shown_and_no_tag_is(side: Side) -> None:
    """Where nothing can be formatted the words and the address stand alone."""
    posted = await side.transport.send(side.place, Page(RICH), key="k")
    seen = await side.sees(posted)
    assert seen.elements == (ELEMENTS if side.formats else frozenset())
    for words in ("gras italique souligné barré a = 1", "cité", "tel quel", "& <fin>"):
        assert words in seen.text
    assert "(https://exemple.test/a?b=1&c=2)" in seen.text
    assert "<b>" not in seen.text


async def test_choices_are_shown_in_their_order(side: Side) -> None:
    """As labels, and as many things to press where the platform has some."""
    choices = ("C’est juste", "Annuler", "Ada & Basile <3")
    posted = await side.transport.send(side.place, Page("Oui ?", choices), key="k")
    seen = await side.sees(posted)
    assert (seen.text, seen.labels) == ("Oui ?", choices)
    assert seen.buttons == (3 if side.presses else 0)


async def test_every_choice_can_be_typed(side: Side) -> None:
    """By the label that is shown, and by its number where choices have numbers."""
    labels = tuple(f"Le choix du jour {n}" for n in range(side.transport.limits.choices))
    posted = await side.transport.send(side.place, Page("Lequel ?", labels), key="k")
    shown = (await side.sees(posted)).labels
    assert shown == labels
    for place in (0, 1, len(labels) - 1):
        typed = [shown[place], shown[place].upper()]
        typed += [str(place + 1)] if side.transport.numbered else []
        assert [await _typed(side, labels, words) for words in typed] == [place] * len(typed)


async def _typed(side: Side, labels: tuple[str, ...], words: str) -> int | None:
    """The place of the choice that somebody takes by writing."""
    heard = await side.types(words)
    choices = [{"label": label, "command": "", "given": {}} for label in labels]
    row = Outgoing(chat=0, kind="answer", key="k", markup="", due_at=NOON, choices=choices)
    taken = chosen(row, heard.text, by_number=side.transport.numbered)
    return taken.place if taken else None


async def test_every_choice_can_be_pressed(side: Side) -> None:
    """As many as a page may carry, each by its own place."""
    labels = tuple(f"Le choix du jour {n}" for n in range(side.transport.limits.choices))
    posted = await side.transport.send(side.place, Page("Lequel ?", labels), key="k")
    pressed = range(len(labels)) if side.presses else ()
    assert [(await side.takes(posted, place)).choice for place in pressed] == [*pressed]


async def test_a_press_is_heard_by_the_place_of_its_choice(side: Side) -> None:
    """Never by its label; where nothing can be pressed, nothing seems so."""
    posted = await side.transport.send(side.place, Page("Oui ?", ("a", "b", "c")), key="k")
    if not side.presses:
        assert (await side.sees(posted)).buttons == 0
        return
    for place in (2, 0):
        heard = await side.takes(posted, place)
        assert (heard.act, heard.message, heard.choice) == (Act.PRESSED, posted.message, place)


async def test_a_press_names_what_was_drawn_where_a_button_can(side: Side) -> None:
    """By its mark, also once the message was redrawn; a reaction is only a number."""
    page = Page("Oui ?", ("a", "b"), ("0a1b2c3d", "4e5f6071"))
    posted = await side.transport.send(side.place, page, key="k")
    if side.presses:
        heard = await side.takes(posted, 1)
        assert (heard.choice, heard.mark) == (1, None if side.transport.numbered else "4e5f6071")


async def test_a_file_arrives_whole(side: Side) -> None:
    """Without a word, as a row of the outbox holds it."""
    posted = await side.transport.send(side.place, Page("", file=FILE), key="k")
    seen = await side.sees(posted)
    assert (seen.file, seen.text) == ((FILE.name, FILE.content), "")


async def test_words_choices_and_a_file_arrive_together(side: Side) -> None:
    """One page is one message, and none of it is dropped."""
    page = Page("<b>Bilan</b>", ("Oui", "Non"), file=FILE)
    seen = await side.sees(await side.transport.send(side.place, page, key="k"))
    assert seen.file == (FILE.name, FILE.content)
    assert (seen.text, seen.labels) == ("Bilan", ("Oui", "Non"))


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_is_shown_as_what_it_is(side: Side, kind: str) -> None:
    """A picture or a film is seen, a voice heard, anything else kept, with its words under it."""
    page = Page("<b>Voici</b>", file=FILES[kind])
    seen = await side.sees(await side.transport.send(side.place, page, key="k"))
    assert seen.file == (FILES[kind].name, FILES[kind].content)
    assert (seen.text, seen.kind) == ("Voici", kind if side.plays else "document")


async def test_what_a_picture_shows_is_told_where_clients_read_it(side: Side) -> None:
    """Apart from the words under it, which say it to everybody, and after they were changed too."""
    picture = replace(FILES["photo"], alt="Deux barres <égales>.")
    posted = await side.transport.send(side.place, Page("Un an", file=picture), key="k1")
    shown = [await side.sees(posted)]
    edited = await side.transport.edit(side.place, posted, Page("Deux ans"), key="k2")
    shown += [await side.sees(edited)] if side.plays else []
    assert [one.alt for one in shown] == [picture.alt if side.describes else ""] * len(shown)
    assert shown[0].text == "Un an"


@pytest.mark.parametrize("kind", FILES)
async def test_the_words_under_a_file_can_be_changed(side: Side, kind: str) -> None:
    """And the file stays, although it is not sent again."""
    posted = await side.transport.send(side.place, Page("Voici", file=FILES[kind]), key="k1")
    edited = await side.transport.edit(side.place, posted, Page("Voilà"), key="k2")
    again = await side.transport.edit(side.place, edited, Page("Fini"), key="k3")
    seen = await side.sees(again)
    assert (again.message, seen.text.split("\n")[-1]) == (posted.message, "Fini")
    if side.plays:
        assert seen.file == (FILES[kind].name, FILES[kind].content)


@pytest.mark.parametrize("kind", ["photo", "film", "document"])
async def test_a_file_can_be_taken_back(side: Side, kind: str) -> None:
    """Words stand in its place, and nobody finds it there any more."""
    posted = await side.transport.send(side.place, Page("Voici", file=FILES[kind]), key="k1")
    page = Page("<i>Retiré</i>", withdrawn=True)
    seen = await side.sees(await side.transport.edit(side.place, posted, page, key="k2"))
    assert seen.text.split("\n")[-1] == "Retiré"
    assert seen.file is None or seen.file[1] == "Retiré".encode()


async def test_a_thread_holds_where_threads_hang(side: Side) -> None:
    """What is said in it hangs under its first message, a file too; elsewhere it answers it."""
    card = await side.transport.send(side.place, Page("La question"), key="k1")
    topic = await side.transport.open_topic(side.place, "La question")
    assert topic is None  # nobody opens a topic in a conversation of two
    hangs = side.transport.hangs_threads
    place = replace(side.place, thread=card.message if hangs else None)
    answers = None if hangs else card.message
    for number, file in enumerate((None, FILES["photo"])):
        page = Page("La suite", file=file, reply_to=answers)
        posted = await side.transport.send(place, page, key=f"k2-{number}")
        seen = await side.sees(posted)
        assert seen.reply_to == (card.message if side.answers else None)
        edit = await side.transport.edit(place, posted, Page("La fin"), key=f"k3-{number}")
        assert (await side.sees(edit)).text.split("\n")[-1] == "La fin"


async def test_an_answer_says_what_it_answers(side: Side) -> None:
    """Where messages can be answered; its words arrive everywhere."""
    asked = await side.types("Une question")
    page = Page("Une réponse", reply_to=asked.message)
    seen = await side.sees(await side.transport.send(side.place, page, key="k"))
    assert seen.text == "Une réponse"
    assert seen.reply_to == (asked.message if side.answers else None)


@pytest.mark.slow
@pytest.mark.parametrize("letter", ["a", "é", "&lt;", "😀", "<b>o</b> "], ids=ascii)
async def test_a_page_as_long_as_the_limit_arrives_whole(side: Side, letter: str) -> None:
    """In the unit that the platform itself measures in."""
    limits = side.transport.limits
    markup = letter * (limits.text // limits.measure(letter))
    assert limits.text - limits.measure(letter) < limits.measure(markup) <= limits.text
    seen = await side.sees(await side.transport.send(side.place, Page(markup), key="k"))
    assert seen.text.rstrip() == plain(markup).rstrip()


@pytest.mark.slow
async def test_a_page_over_the_limit_arrives_in_pieces(side: Side) -> None:
    """Each within the limit, with its formatting; together they are the whole."""
    limits = side.transport.limits
    lines = [f"<b>Ligne {n}</b> — été &amp; 😀" for n in range(3_000)]
    pieces = split("\n".join(lines), most=limits.text, measure=limits.measure)
    assert max(map(limits.measure, pieces)) <= limits.text
    seen = [
        (await side.sees(await side.transport.send(side.place, Page(piece), key=f"k{n}"))).text
        for n, piece in enumerate(pieces)
    ]
    assert "\n".join(seen).split("\n") == [plain(line) for line in lines]


async def test_what_cannot_arrive_is_refused_aloud(side: Side) -> None:
    """For good, and as a place that is gone, so that nothing else is sent there."""
    if side.nowhere is None:
        return
    with pytest.raises(TransportError) as refused:
        await side.transport.send(side.nowhere, Page("Il y a quelqu’un ?"), key="k")
    assert (refused.value.permanent, refused.value.gone) == (True, True)


async def test_an_edited_page_loses_its_choices(side: Side) -> None:
    """What was taken stands in their place, in the same message."""
    page = Page("<b>Oui ?</b>", ("Oui", "Non"))
    posted = await side.transport.send(side.place, page, key="k1")
    edited = await side.transport.edit(side.place, posted, Page("<b>Oui ?</b>\n\n✓ Oui"), key="k2")
    seen = await side.sees(edited)
    assert (edited.message, seen.labels, seen.buttons) == (posted.message, (), 0)
    assert seen.text.endswith("✓ Oui")


async def test_an_edit_may_change_the_choices(side: Side) -> None:
    """More of them, or fewer, and a press still names its place."""
    posted = await side.transport.send(side.place, Page("Un", ("a", "b", "c")), key="k1")
    fewer = await side.transport.edit(side.place, posted, Page("Deux", ("d",)), key="k2")
    assert (await side.sees(fewer)).labels == ("d",)
    more = await side.transport.edit(side.place, fewer, Page("Trois", ("e", "f")), key="k3")
    seen = await side.sees(more)
    assert (seen.labels, seen.buttons) == (("e", "f"), 2 if side.presses else 0)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_stays_text(side: Side, text: str) -> None:
    """Nothing that somebody wrote is formatted, rings, or runs; in a label neither."""
    label = text.partition("\n")[0]
    page = Page(f"Il a écrit : {html.escape(text)} !", (label,))
    seen = await side.sees(await side.transport.send(side.place, page, key="k"))
    assert seen.text.replace("\u200b", "") == f"Il a écrit : {text} !"
    assert [one.replace("\u200b", "") for one in seen.labels] == [label]
    assert seen.elements == frozenset()


async def test_the_same_key_twice_is_one_message_where_that_is_promised(side: Side) -> None:
    """And two elsewhere: that is why the outbox has a word for unknown."""
    page = Page("Une fois", ("Oui",))
    first = await side.transport.send(side.place, page, key="k1")
    second = await side.transport.send(side.place, page, key="k1")
    await side.transport.send(side.place, Page("Fin"), key="k2")
    said = [text for text in await side.read() if "Une fois" in text]
    assert len(said) == (1 if side.transport.idempotent else 2)
    assert (first == second) is side.transport.idempotent


async def test_an_edit_repeated_with_its_key_shows_the_same(side: Side) -> None:
    """A crash between the edit and its commit makes the outbox try again."""
    posted = await side.transport.send(side.place, Page("Oui ?", ("Oui",)), key="k1")
    tries: list[Posted] = [
        await side.transport.edit(side.place, posted, Page("Oui ?\n\n✓ Oui"), key="k2")
        for _ in range(2)
    ]
    seen = await side.sees(tries[1])
    assert tries[0] == tries[1]
    assert (seen.text.endswith("✓ Oui"), seen.labels, seen.buttons) == (True, (), 0)
