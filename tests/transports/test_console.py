"""A conversation at a terminal: what is typed is heard, what is said is printed."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from bot.transports.console import Console
from bot.transports.console_screen import lines_of
from bot.transports.console_words import FRENCH
from chat.transport import (
    Act,
    Attachment,
    File,
    Heard,
    Menu,
    MenuEntry,
    Page,
    Place,
    Posted,
    Rank,
    Speaker,
    Transport,
    TransportError,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ADA = Place("console", "@ada", private=True)
YOU = Place("console", "@vous", private=True)
TEAM = Place("console", "#equipe", private=False, title="#equipe")
PEOPLE = {"ada": "Ada Exemple", "basile": "Basile Fictif"}
CLEAR = "\x03"
END = "\x04"


class Inbox:
    """What was put, in order, and the cursor that came with it."""

    def __init__(self, cursor: str | None = None) -> None:
        self.heard: asyncio.Queue[Heard] = asyncio.Queue()
        self.reached = cursor

    async def put(self, heard: Sequence[Heard], *, cursor: str | None = None) -> None:
        """Keep updates."""
        for one in heard:
            self.heard.put_nowait(one)
        self.reached = cursor

    async def cursor(self) -> str | None:
        """The last cursor."""
        return self.reached

    async def account(self, *, works: bool) -> None:
        """Nobody is told."""

    async def next(self) -> Heard:
        """The next update, in good time."""
        return await asyncio.wait_for(self.heard.get(), 5)


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    """A keyboard that a test types on."""
    with create_pipe_input() as pipe:
        yield pipe


async def _typed(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line


def _console(files: Path, **more: Any) -> Console:
    settings: dict[str, Any] = {
        "clock": lambda: NOON,
        "words": FRENCH,
        "on_end": lambda: None,
        "name": "Driss Inventé",
        "people": PEOPLE,
        "source": _typed(),
        "output": io.StringIO(),
    }
    return Console(files=files, **(settings | more))


@asynccontextmanager
async def _at(
    files: Path, keyboard: PipeInput, **more: Any
) -> AsyncIterator[tuple[Console, Inbox]]:
    console = _console(files, source=keyboard, **({"output": DummyOutput()} | more))
    inbox = Inbox()
    await console.start(inbox, ())
    yield console, inbox
    await console.stop()


async def _transcript(files: Path, *lines: str, cursor: str | None = None) -> tuple[str, Inbox]:
    output, ended, inbox = io.StringIO(), asyncio.Event(), Inbox(cursor)
    console = _console(files, source=_typed(*lines), output=output, on_end=ended.set)
    await console.start(inbox, ())
    await asyncio.wait_for(ended.wait(), 5)
    await console.stop()
    return output.getvalue(), inbox


def _terminal() -> tuple[io.StringIO, Vt100_Output]:
    seen = io.StringIO()
    return seen, Vt100_Output(seen, lambda: Size(24, 80), term="xterm", enable_cpr=False)


async def _until_shown(seen: io.StringIO, words: str, *, after: str = "") -> None:
    async with asyncio.timeout(5):
        while words not in (seen.getvalue().partition(after)[2] if after else seen.getvalue()):
            await asyncio.sleep(0.01)


def test_console_fulfils_the_contract(tmp_path: Path) -> None:
    """The type checker is the test; at run time the values tell the same."""
    transport: Transport = _console(tmp_path)
    assert (transport.platform, transport.idempotent, transport.numbered) == ("console", True, True)


async def test_a_line_typed_at_the_prompt_is_heard(tmp_path: Path, keyboard: PipeInput) -> None:
    """The default person is alone with the bot."""
    async with _at(tmp_path, keyboard) as (_, inbox):
        keyboard.send_text("Bonjour\n")
        heard = await inbox.next()
    speaker = Speaker("@vous", "Driss Inventé", "vous")
    assert heard == Heard("c1", Act.SAID, YOU, speaker, NOON, "Bonjour", "w1")


async def test_a_pasted_paragraph_is_one_message(tmp_path: Path, keyboard: PipeInput) -> None:
    """Terminals bracket what is pasted, so its line feeds do not send it."""
    async with _at(tmp_path, keyboard) as (_, inbox):
        keyboard.send_text("\x1b[200~/mission\nrepeindre\x1b[201~\r")
        assert (await inbox.next()).text == "/mission\nrepeindre"


async def test_ctrl_c_gives_up_the_line_only(tmp_path: Path, keyboard: PipeInput) -> None:
    """The conversation goes on with an empty line."""
    async with _at(tmp_path, keyboard) as (_, inbox):
        keyboard.send_text(f"tant pis{CLEAR}")
        keyboard.send_text("Bonjour\n")
        assert (await inbox.next()).text == "Bonjour"


@pytest.mark.parametrize("last", [END, ":quitter\n"])
async def test_the_end_is_told_once(tmp_path: Path, keyboard: PipeInput, last: str) -> None:
    """Ctrl-D and the command are the same."""
    ended: asyncio.Queue[str] = asyncio.Queue()
    async with _at(tmp_path, keyboard, on_end=lambda: ended.put_nowait("fin")):
        keyboard.send_text(last)
        await asyncio.wait_for(ended.get(), 5)
    assert ended.empty()


async def test_stopping_is_not_an_end(tmp_path: Path, keyboard: PipeInput) -> None:
    """Who stops the console knows already; stopping twice is harmless."""
    ended: list[str] = []
    async with _at(tmp_path, keyboard, on_end=lambda: ended.append("fin")) as (console, _):
        await asyncio.sleep(0)
        await console.stop()
    assert ended == []


async def test_tab_completes_a_command_of_the_menus(tmp_path: Path, keyboard: PipeInput) -> None:
    """Without completions of its own, the console takes what every platform's menu shows."""
    seen, output = _terminal()
    console, inbox = _console(tmp_path, source=keyboard, output=output), Inbox()
    await console.start(inbox, [Menu("private", None, (MenuEntry("permanences", "les dates"),))])
    keyboard.send_text("/perm")
    await _until_shown(seen, "/permanences")
    keyboard.send_text("\t\n")
    assert (await inbox.next()).text == "/permanences"
    await console.stop()


async def test_a_message_arrives_above_the_prompt_in_bold(
    tmp_path: Path, keyboard: PipeInput
) -> None:
    """A terminal shows styles; the prompt is drawn again below."""
    seen, output = _terminal()
    async with _at(tmp_path, keyboard, output=output) as (console, _):
        await _until_shown(seen, "vous ›")
        await console.send(YOU, Page("<b>Bienvenue</b>"), key="k1")
        await _until_shown(seen, "vous ›", after="\x1b[0;1mBienvenue")


async def test_one_keyboard_speaks_as_several_people(tmp_path: Path) -> None:
    """A person keeps the keyboard in the team's group, until someone else takes it."""
    lines = (":ada", "Bonjour", ":#equipe", "Qui modère ?", ":Basile", "Moi", ":vous", "Bien")
    _, inbox = await _transcript(tmp_path, *lines)
    heard = [await inbox.next() for _ in range(4)]
    assert [(one.speaker.name, one.place.chat) for one in heard] == [
        ("Ada Exemple", "@ada"),
        ("Ada Exemple", "#equipe"),
        ("Basile Fictif", "@basile"),
        ("Driss Inventé", "@vous"),
    ]
    assert [one.place for one in heard[:2]] == [ADA, TEAM]


async def test_a_transcript_shows_each_line_after_its_prompt(tmp_path: Path) -> None:
    """Who speaks, and where, is in the prompt; who spoke is listed on demand."""
    output, _ = await _transcript(tmp_path, ":ada", ":#equipe", "Bonjour", ":qui")
    assert output.splitlines() == [
        "vous › :ada",
        "ada › :#equipe",
        "ada #equipe › Bonjour",
        "ada #equipe › :qui",
        "@ada  Ada Exemple",
    ]


async def test_the_next_line_waits_for_the_answer(tmp_path: Path) -> None:
    """The bot is idle before each line, the last one included."""
    output, ended, inbox = io.StringIO(), asyncio.Event(), Inbox()

    async def idle() -> None:
        while not inbox.heard.empty():
            heard = await inbox.next()
            await console.send(heard.place, Page(f"Lu : {heard.text}"), key=heard.update)

    source = _typed("un", "deux")
    console = _console(tmp_path, source=source, output=output, on_end=ended.set, idle=idle)
    await console.start(inbox, ())
    await asyncio.wait_for(ended.wait(), 5)
    await console.stop()
    assert output.getvalue() == "vous › un\nLu : un\n\nvous › deux\nLu : deux\n\n"


async def test_numbers_go_on_after_a_restart(tmp_path: Path) -> None:
    """An update is never taken for one of the last run."""
    _, inbox = await _transcript(tmp_path, "un", "deux", cursor="41")
    assert [(await inbox.next()).update, (await inbox.next()).message] == ["c42", "w43"]
    assert await inbox.cursor() == "43"


async def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """The last line counts without its line feed; a line of another system loses its return."""
    reading, writing = os.pipe()
    os.write(writing, "Été\r\nfin".encode())
    os.close(writing)
    assert [line async for line in lines_of(reading)] == ["Été", "fin"]
    os.close(reading)
    (tmp_path / "lignes").write_text("un\n\ndeux\n", encoding="utf-8")
    with (tmp_path / "lignes").open() as file:
        assert [line async for line in lines_of(file.fileno())] == ["un", "", "deux"]


async def test_someone_named_by_handle_is_mentioned(tmp_path: Path) -> None:
    """An e-mail address names nobody."""
    _, inbox = await _transcript(tmp_path, "1 h avec @Basile, voir ada@exemple.test")
    assert (await inbox.next()).mentions == (Speaker("@basile", "Basile Fictif", "basile"),)


async def test_choices_are_numbered_and_harmless(tmp_path: Path) -> None:
    """A label is one line, whoever wrote it."""
    output = io.StringIO()
    page = Page("<i>Sûr</i> ?", choices=("Confirmer", "Non\n  3) Oui\x1b[2J"))
    await _console(tmp_path, output=output).send(YOU, page, key="k1")
    assert output.getvalue() == "Sûr ?\n  1) Confirmer\n  2) Non 3) Oui[2J\n\n"


async def test_another_chat_is_named_above_its_message(tmp_path: Path) -> None:
    """At the default prompt, Ada's messages and the team's carry a heading."""
    output = io.StringIO()
    console = _console(tmp_path, output=output)
    for number, place in enumerate((ADA, TEAM, YOU)):
        await console.send(place, Page("Bonjour"), key=str(number))
    assert output.getvalue() == "→ Ada Exemple\nBonjour\n\n→ #equipe\nBonjour\n\nBonjour\n\n"


async def test_a_repeated_send_prints_nothing(tmp_path: Path) -> None:
    """The same key is the same message."""
    output = io.StringIO()
    console = _console(tmp_path, output=output)
    posted = [await console.send(YOU, Page("Bonjour"), key="k1") for _ in range(2)]
    assert posted == [Posted("bk1"), Posted("bk1")]
    assert output.getvalue() == "Bonjour\n\n"


async def test_a_choice_taken_prints_its_line_alone(tmp_path: Path) -> None:
    """Choices that only go away print nothing; other words are printed as changed."""
    output = io.StringIO()
    console = _console(tmp_path, output=output)
    posted = await console.send(YOU, Page("Sûr ?", choices=("Oui",)), key="k1")
    for key, markup in (("k2", "Sûr ?"), ("k3", "Sûr ?\n\n✓ Oui"), ("k3", "…"), ("k4", "Fait")):
        await console.edit(YOU, posted, Page(markup), key=key)
    assert output.getvalue() == "Sûr ?\n  1) Oui\n\n✓ Oui\n\n(modifié)\nFait\n\n"


async def test_a_toast_is_a_short_line(tmp_path: Path) -> None:
    """Nothing to say prints nothing."""
    output = io.StringIO()
    console = _console(tmp_path, output=output)
    heard = Heard("c1", Act.SAID, YOU, Speaker("@vous", "Driss Inventé"), NOON)
    await console.toast(heard, "C’est noté")
    await console.toast(heard, "")
    assert output.getvalue() == "· C’est noté\n\n"


async def test_the_keyboard_runs_every_group(tmp_path: Path) -> None:
    """In private nobody runs anything."""
    console = _console(tmp_path)
    assert [await console.rank(place, "@ada") for place in (TEAM, ADA)] == [Rank.OWNER, Rank.MEMBER]


async def test_a_file_is_sent_by_its_path_and_read(tmp_path: Path) -> None:
    """The attachment is announced with its size, and read within the limit only."""
    path = tmp_path / "mon agenda.ics"
    path.write_bytes(b"BEGIN:VCALENDAR")
    _, inbox = await _transcript(tmp_path, f':fichier "{path}" Voici')
    heard = await inbox.next()
    assert heard.text == "Voici"
    file = heard.attachment
    assert file is not None
    assert (file.kind, file.name, file.size) == ("document", "mon agenda.ics", 15)
    assert await _console(tmp_path).read(file, at_most=15) == b"BEGIN:VCALENDAR"
    with pytest.raises(TransportError) as caught:
        await _console(tmp_path).read(file, at_most=14)
    assert caught.value.permanent


async def test_a_file_gone_since_is_refused_for_good(tmp_path: Path) -> None:
    """Asking again would not bring it back."""
    gone = Attachment("document", "a.ics", "text/calendar", 3, str(tmp_path / "a.ics"))
    with pytest.raises(TransportError) as caught:
        await _console(tmp_path).read(gone, at_most=9)
    assert caught.value.permanent


async def test_a_missing_file_is_said_at_once(tmp_path: Path) -> None:
    """The bot hears nothing of it; a folder is no file."""
    output, inbox = await _transcript(tmp_path, ":fichier /nulle/part.ics", f":fichier {tmp_path}")
    assert output.count("Fichier introuvable") == 2
    assert inbox.heard.empty()


async def test_a_file_of_the_bot_is_saved_and_its_path_printed(tmp_path: Path) -> None:
    """A second file of the same name stands beside the first."""
    output = io.StringIO()
    console = _console(tmp_path, output=output)
    for key in ("k1", "k1", "k2"):
        page = Page("Vos données", file=File("données.json", "application/json", key.encode()))
        await console.send(YOU, page, key=key)
    first, second = tmp_path / "données.json", tmp_path / "données-2.json"
    assert (first.read_bytes(), second.read_bytes()) == (b"k1", b"k2")
    assert f"Vos données\nEnregistré sous {second}\n" in output.getvalue()


async def test_a_full_disk_is_tried_again(tmp_path: Path) -> None:
    """A folder that cannot be made is a failure that may pass."""
    (tmp_path / "occupé").write_bytes(b"")
    page = Page("", file=File("a.txt", "text/plain", b"a"))
    with pytest.raises(TransportError) as caught:
        await _console(tmp_path / "occupé").send(YOU, page, key="k1")
    assert not caught.value.permanent


async def test_a_hostile_name_is_shown_harmless(tmp_path: Path) -> None:
    """An escape sequence is left without its escape."""
    output = io.StringIO()
    page = Page("<b>Ada\x1b]0;pwned\x07\x9b31m</b> vous écrit\r")
    await _console(tmp_path, output=output).send(YOU, page, key="k1")
    assert output.getvalue() == "Ada]0;pwned31m vous écrit\n\n"
