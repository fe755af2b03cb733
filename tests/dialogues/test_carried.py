"""What passes between an asker and the team: pictures, documents, voices, edits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.look import MOST_CARRIED
from tests.talk import PEOPLE, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

PIXEL = b"\x89PNG fictif"
FILES = {
    "photo": ("dessin.png", "image/png", PIXEL),
    "other": ("film.mp4", "video/mp4", b"\0\0\0\x18ftypmp42 fictif"),
    "document": ("bilan.pdf", "application/pdf", b"%PDF fictif"),
    "voice": ("voix.ogg", "audio/ogg", b"OggS fictif"),
}
CROSSED = [("matrix", "telegram"), ("telegram", "matrix")]


async def ask(talk: Talk, text: str = "Où est le zorglub ?", **more: Any) -> str:
    """Ada asks what nobody wrote down; the id of its card before the team."""
    await talk.say("Ada", text, **{"as": "q"} | more)
    return str(talk.last(TEAM)["id"])


async def send(talk: Talk, who: str, path: Path, **more: Any) -> list[dict[str, Any]]:
    """Somebody sends a file, in private unless a chat is named; the events that it caused."""
    account, _ = PEOPLE[who]
    sent = {"do": "send_file", "chat": account, "from": account, "name": path.name}
    return await talk.do(sent | {"path": str(path)} | more)


def file_in(folder: Path, kind: str) -> Path:
    """A file of that kind on this machine."""
    name, _, content = FILES[kind]
    (folder / name).write_bytes(content)
    return folder / name


def files(talk: Talk, chat: str) -> list[tuple[str, str, int]]:
    """Every file that the bot posted in a chat."""
    return [
        (file["name"], file["media_type"], file["bytes"])
        for one in talk.events
        if one["event"] == "message" and one.get("chat") == chat
        for file in one["files"]
    ]


def announced(kind: str) -> tuple[str, str, int]:
    """How a file of that kind is listed."""
    name, media_type, content = FILES[kind]
    return name, media_type, len(content)


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_in_reply_to_a_question_reaches_the_asker(
    talk: Talk, tmp_path: Path, kind: str
) -> None:
    """With its words under it, and the question counts as answered."""
    card = await ask(talk)
    path = file_in(tmp_path, kind)
    more = {"chat": TEAM, "reply_to": card, "kind": kind}
    events = await send(talk, "Driss", path, caption="Le voici.", **more)
    assert files(talk, "@ada") == [announced(kind)]
    answer = talk.last("@ada")
    assert "Réponse de l’équipe\nLe voici." in answer["text"]
    told, drawn = [one for one in events if one.get("chat") == TEAM]
    assert told["text"] == "C’est transmis à Ada Exemple."
    assert (drawn["event"], drawn["id"]) == ("edit", card)
    assert "Répondue par Driss" in drawn["text"]
    assert "Plus rien" in (await talk.say("Driss", "/file", chat=TEAM))[0]


async def test_a_file_without_a_word_is_an_answer(talk: Talk, tmp_path: Path) -> None:
    """The asker is told what it is."""
    card = await ask(talk)
    await send(talk, "Driss", file_in(tmp_path, "photo"), chat=TEAM, reply_to=card, kind="photo")
    assert talk.last("@ada")["text"].startswith("Réponse de l’équipe\n\nUne suite")
    assert files(talk, "@ada") == [announced("photo")]


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_in_reply_to_an_answer_reaches_the_team(
    talk: Talk, tmp_path: Path, kind: str
) -> None:
    """Beside the question; and so does one in reply to the words that it was handed over."""
    card = await ask(talk)
    path = file_in(tmp_path, kind)
    await send(talk, "Ada", path, reply_to=talk.last("@ada")["id"], kind=kind)
    more = talk.last(TEAM)
    assert (more["reply_to"], files(talk, TEAM)) == (card, [announced(kind)])
    assert "Ada Exemple vous envoie ceci." in more["text"]
    await talk.say("Driss", "Merci !", chat=TEAM, reply_to=more["id"])
    await send(talk, "Ada", path, reply_to=talk.last("@ada")["id"], kind=kind, caption="Encore")
    assert "Ada Exemple ajoute\u202f:\nEncore" in talk.last(TEAM)["text"]
    assert files(talk, TEAM) == [announced(kind)] * 2


@pytest.mark.parametrize(("asking", "team"), CROSSED)
async def test_files_edits_and_deletions_cross_platforms(
    tmp_path: Path, asking: str, team: str
) -> None:
    """Each side sees on its own platform what the other one does."""
    async with talk_on(team, tmp_path) as talk:
        card = await ask(talk, platform=asking)
        path = file_in(tmp_path, "photo")
        more = {"chat": TEAM, "reply_to": card, "kind": "photo", "as": "a"}
        await send(talk, "Driss", path, caption="Le voici.", **more)
        answer = talk.last("@ada")
        assert (answer["platform"], files(talk, "@ada")) == (asking, [announced("photo")])
        (edit,) = await talk.do({"do": "edit", "message": "a", "text": "La voici."})
        assert (edit["event"], edit["id"], edit["platform"]) == ("edit", answer["id"], asking)
        assert "La voici." in edit["text"]
        assert edit["text"].startswith("Correction\u202f:")
        (gone,) = await talk.do({"do": "delete", "message": "a"})
        assert (gone["id"], gone["text"]) == (answer["id"], "Message retiré.")


async def test_an_edited_answer_is_edited_where_it_arrived(talk: Talk) -> None:
    """In place, marked, in silence; as often as it is edited, and even once all is closed."""
    card = await ask(talk)
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=card, **{"as": "a"})
    answer = talk.last("@ada")
    for words in ("Devant la gare.", "Dans la <gare>."):
        (edit,) = await talk.do({"do": "edit", "message": "a", "text": words})
        assert (edit["event"], edit["chat"], edit["id"]) == ("edit", "@ada", answer["id"])
        assert f"Réponse de l’équipe\n{words}\n" in edit["text"]
        assert edit["text"].startswith("Correction\u202f:")


async def test_edited_further_words_are_edited_before_the_team(talk: Talk) -> None:
    """The copy, and no other message."""
    await ask(talk)
    handed = talk.last("@ada")["id"]
    await talk.say("Ada", "Le bleu.", reply_to=handed, **{"as": "m"})
    more = talk.last(TEAM)
    (edit,) = await talk.do({"do": "edit", "message": "m", "text": "Le vert."})
    assert (edit["event"], edit["id"], edit["chat"]) == ("edit", more["id"], TEAM)
    assert "Ada Exemple ajoute\u202f:\nLe vert." in edit["text"]
    (gone,) = await talk.do({"do": "delete", "message": "m"})
    assert (gone["id"], gone["text"]) == (more["id"], "Message retiré.")


async def test_an_edited_question_shows_on_its_cards(talk: Talk) -> None:
    """The one that stands, with what may be done about it, and the one that gave way to it; and a
    line says so beside the first.
    """
    card = await ask(talk)
    await talk.press("Driss", "Je m’en occupe", chat=TEAM)
    await talk.say("Driss", "/file", chat=TEAM)
    again = talk.last(TEAM)["id"]
    events = await talk.do({"do": "edit", "message": "q", "text": "Où est le zorglub bleu ?"})
    edits = {one["id"]: one for one in events if one["event"] == "edit"}
    assert set(edits) == {card, again}
    assert all("zorglub bleu" in one["text"] for one in edits.values())
    assert "Cette carte est plus bas" in edits[card]["text"]
    assert "Driss Inventé s’en occupe" in edits[again]["text"]
    assert [len(edits[one]["choices"]) for one in (card, again)] == [0, 4]
    (told,) = [one for one in events if one["event"] == "message"]
    assert (told["reply_to"], "zorglub bleu" in told["text"]) == (card, True)


async def test_a_question_taken_back_leaves_the_team_s_chat(talk: Talk) -> None:
    """Its words go from the card, and there is nothing to press."""
    card = await ask(talk)
    events = await talk.do({"do": "delete", "message": "q"})
    (edit,) = [one for one in events if one["event"] == "edit"]
    assert (edit["id"], edit["choices"]) == (card, [])
    assert "zorglub" not in edit["text"]


async def test_words_changed_or_taken_back_are_nowhere_before_the_team(talk: Talk) -> None:
    """On no card, above or below, nor beside it, nor where another question quoted them."""
    await ask(talk, "Où est le zorglub ? " * 60)
    await talk.say("Chloé", "Je cherche le zorglub")
    assert "On a déjà demandé" in talk.last(TEAM)["text"]
    await talk.say("Driss", "/file", chat=TEAM)

    await talk.do({"do": "edit", "message": "q", "text": "Où est le gloubiboulga ? " * 60})
    seen = drawn(talk)
    assert any(one.count("gloubiboulga") == 60 for one in seen)
    assert [one for one in seen if "Où est le zorglub" in one] == []

    await talk.do({"do": "edit", "message": "q", "text": "Où est le zorglub rayé ?"})
    assert [one for one in drawn(talk) if "gloubiboulga" in one] == []
    await talk.do({"do": "delete", "message": "q"})
    assert [one for one in drawn(talk) if "Où est" in one] == []
    assert any("Je cherche le zorglub" in one for one in drawn(talk))


def drawn(talk: Talk) -> list[str]:
    """Every message before the team, as it stands now."""
    last = {
        one["id"]: one["text"]
        for one in talk.events
        if one.get("chat") == TEAM and one["event"] in ("message", "edit")
    }
    return list(last.values())


async def test_an_edit_of_a_question_that_was_closed_says_nothing(talk: Talk) -> None:
    """Nobody waits for anything any more."""
    await ask(talk)
    await talk.press("Driss", "Pas pour nous", chat=TEAM)
    assert await talk.do({"do": "edit", "message": "q", "text": "Et le bleu ?"}) == []


async def test_an_edit_of_what_never_arrived_says_nothing_more(talk: Talk) -> None:
    """The team was told once that the answer reached nobody."""
    card = await ask(talk)
    await talk.do({"do": "fault", "chat": "@ada", "kind": "refused"})
    await talk.say("Driss", "Derrière.", chat=TEAM, reply_to=card, **{"as": "a"})
    undelivered = talk.last(TEAM)
    assert "pas pu remettre" in undelivered["text"]
    assert undelivered["reply_to"] == card
    assert await talk.do({"do": "edit", "message": "a", "text": "Devant."}) == []


async def test_everything_about_a_question_stands_beside_its_card(talk: Talk) -> None:
    """Each card has its own, and a list shows cards where it is asked for."""
    first = await ask(talk)
    await talk.say("Ada", "Où est le gloubiboulga ?")
    second = talk.last(TEAM)["id"]
    replies = {}
    for card in (second, first):
        await talk.say("Driss", "Là.", chat=TEAM, reply_to=card)
        await talk.say("Ada", "Où, là ?", reply_to=talk.last("@ada")["id"])
        replies[card] = talk.last(TEAM)["reply_to"]
    assert replies == {first: first, second: second}
    await talk.say("Ada", "Où est le turlututu ?")
    events = await talk.do({"do": "say", "chat": TEAM, "from": "@driss", "text": "/file"})
    assert [one["reply_to"] for one in events if one["choices"]] == [None] * 3


@pytest.mark.parametrize("who", ["Driss", "Ada"])
@pytest.mark.parametrize(
    ("size", "why"), [(MOST_CARRIED + 1, "trop lourd"), (20 * 2**20, "trop lourd"), (0, "vide")]
)
async def test_a_file_that_cannot_be_carried_is_refused_kindly(
    talk: Talk, tmp_path: Path, who: str, size: int, why: str
) -> None:
    """Whoever sent it is told, nobody else is; the question still waits, and words go on."""
    card = await ask(talk)
    path = tmp_path / "film.pdf"
    path.write_bytes(bytes(size))
    where = {"chat": TEAM, "reply_to": card}
    if who == "Ada":
        where = {"reply_to": talk.last("@ada")["id"]}
    events = await send(talk, who, path, caption="Le voici.", **where)
    (told,) = events
    assert (told["chat"], why in told["text"]) == (where.get("chat", "@ada"), True)
    (waits, _) = await talk.say("Driss", "/file", chat=TEAM)
    assert "Une chose attend" in waits


async def test_the_largest_file_is_carried_and_kept_no_longer(talk: Talk, tmp_path: Path) -> None:
    """Once it arrived, the database holds none of it."""
    card = await ask(talk)
    path = tmp_path / "grand.pdf"
    path.write_bytes(bytes(MOST_CARRIED))
    await send(talk, "Driss", path, chat=TEAM, reply_to=card)
    assert files(talk, "@ada") == [("grand.pdf", "application/pdf", MOST_CARRIED)]
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        sent = [row for row, _ in await store.said.deliveries() if row.has_file]
    assert [row.file for row in sent] == [None]


async def test_a_file_that_cannot_be_read_is_asked_for_again(talk: Talk, tmp_path: Path) -> None:
    """The platform had it when it was announced, and has it no more."""
    card = await ask(talk)
    path = file_in(tmp_path, "document")
    events: list[dict[str, Any]] = []
    operation = {"do": "send_file", "chat": TEAM, "from": "@driss", "name": path.name}
    await talk.stage.bring(operation | {"path": str(path), "reply_to": card})
    path.unlink()
    before = len(talk.events)
    await talk.stage.app.settle()
    events = talk.events[before:]
    assert [(one["chat"], "Envoyez-le encore" in one["text"]) for one in events] == [(TEAM, True)]


async def test_a_caption_of_five_thousand_characters_goes_before_its_file(
    talk: Talk, tmp_path: Path
) -> None:
    """All of it, in as many messages as the platform needs; edited, each shows its part."""
    card = await ask(talk)
    words = " ".join(f"mot{n:04}" for n in range(625))
    more = {"chat": TEAM, "reply_to": card, "kind": "photo", "as": "a"}
    await send(talk, "Driss", file_in(tmp_path, "photo"), caption=words, **more)
    said = [one for one in talk.events if one.get("chat") == "@ada"][1:]
    assert " ".join("".join(one["text"] for one in said).split()).count("mot") == 625
    if talk.stage.platform == "telegram":
        assert [len(one["files"]) for one in said] == [0] * (len(said) - 1) + [1]
    edits = await talk.do({"do": "edit", "message": "a", "text": "Court."})
    assert [one["event"] for one in edits] == ["edit"] * len([o for o in said if o["text"]])
    assert "Court." in edits[0]["text"]
    assert all(one["text"] == "…" for one in edits[1:])


async def test_an_edit_longer_than_the_copy_goes_on_below_it(talk: Talk, tmp_path: Path) -> None:
    """Nothing is cut away; edited once more, what came below follows too."""
    card = await ask(talk)
    more = {"chat": TEAM, "reply_to": card, "kind": "photo", "as": "a"}
    await send(talk, "Driss", file_in(tmp_path, "photo"), caption="Court.", **more)
    words = " ".join(f"mot{n:04}" for n in range(625))
    events = await talk.do({"do": "edit", "message": "a", "text": words})
    assert " ".join(one["text"] for one in events).count("mot") == 625
    events = await talk.do({"do": "edit", "message": "a", "text": "Court, enfin."})
    assert "Court, enfin." in events[0]["text"]
    assert "mot" not in "".join(one["text"] for one in events)
    assert {one["event"] for one in events} == {"edit"}


async def test_pictures_sent_together_all_arrive_and_one_line_thanks(
    talk: Talk, tmp_path: Path
) -> None:
    """An album is several messages to the bot; its words stand under the first, here and there."""
    card = await ask(talk)
    path, more = file_in(tmp_path, "photo"), {"chat": TEAM, "reply_to": card, "kind": "photo"}
    for caption in ("Les voici.", "", ""):
        await send(talk, "Driss", path, caption=caption, **more)
    assert files(talk, "@ada") == [announced("photo")] * 3
    said = [one["text"] for one in talk.events if one.get("chat") == TEAM]
    assert said.count("C’est transmis à Ada Exemple.") == 1
    brought = [one for one in talk.events if one.get("chat") == "@ada" and one["files"]]
    assert ["Les voici." in one["text"] for one in brought] == [True, False, False]
    assert [one["text"] for one in brought[1:]] == ["", ""]
    await talk.say("Ada", "Et la troisième ?", reply_to=brought[-1]["id"])
    assert "Et la troisième ?" in talk.last(TEAM)["text"]


async def test_only_the_first_picture_of_an_album_need_answer(talk: Talk, tmp_path: Path) -> None:
    """In private: what follows it at once without a word goes with it, and later nothing does."""
    card = await ask(talk)
    path, handed = file_in(tmp_path, "photo"), talk.last("@ada")["id"]
    await send(talk, "Ada", path, caption="Les voici.", kind="photo", reply_to=handed)
    for _ in range(2):
        assert await send(talk, "Ada", path, kind="photo") == [talk.last(TEAM)]
    assert files(talk, TEAM) == [announced("photo")] * 3
    assert talk.last(TEAM)["reply_to"] == card
    await talk.do({"do": "clock", "by": "PT10S"})
    (told,) = await send(talk, "Ada", path, kind="photo")
    assert (told["chat"], files(talk, TEAM)) == ("@ada", [announced("photo")] * 3)


async def test_a_question_goes_to_the_team_with_its_file(talk: Talk, tmp_path: Path) -> None:
    """Below its card; the words under the file are the question, and so are those of a command."""
    asked = {
        "Ada": ("other", "C’est quoi, ce zorglub ?"),
        "Basile": ("photo", "/question Quel a ?"),
    }
    for who, (kind, text) in asked.items():
        await send(talk, who, file_in(tmp_path, kind), kind=kind, caption=text)
        card, brought = [one for one in talk.events if one.get("chat") == TEAM][-2:]
        assert (brought["reply_to"], "vous envoie ceci" in brought["text"]) == (card["id"], True)
        assert "Votre fichier accompagne la question." in talk.last(PEOPLE[who][0])["text"]
    assert files(talk, TEAM) == [announced("other"), announced("photo")]
    await talk.say("Driss", "Un turlututu.", chat=TEAM, reply_to=brought["id"])
    assert "Un turlututu." in talk.last("@basile")["text"]


async def test_the_same_question_again_brings_its_file_to_the_same_card(
    talk: Talk, tmp_path: Path
) -> None:
    """An album too, and nobody's name goes with the question of somebody unnamed."""
    question, path = "Que vaut le zorglub de la photo ?", file_in(tmp_path, "photo")
    await talk.say("Ada", f"/anonyme {question}")
    card = talk.last(TEAM)["id"]
    for caption in (question, ""):
        await send(talk, "Ada", path, kind="photo", caption=caption)
    first, second = [one for one in talk.events if one.get("chat") == TEAM][1:]
    assert (first["reply_to"], second["reply_to"]) == (card, card)
    assert "La personne anonyme vous envoie ceci." in first["text"]
    assert "Ada" not in "".join(drawn(talk))


async def test_what_the_base_answers_needs_no_file(talk: Talk, tmp_path: Path) -> None:
    """Nor does the team see one."""
    path = file_in(tmp_path, "photo")
    events = await send(talk, "Ada", path, kind="photo", caption="Qui préside la Fabrique ?")
    assert {one["chat"] for one in events} == {"@ada"}


async def test_a_question_taken_back_takes_its_file_along(talk: Talk, tmp_path: Path) -> None:
    """Edited, it changes on its card, and the words under the file stay."""
    path = file_in(tmp_path, "photo")
    await send(talk, "Ada", path, kind="photo", caption="C’est quoi, ce zorglub ?", **{"as": "q"})
    brought = next(one["id"] for one in talk.events if one.get("chat") == TEAM and one["files"])
    events = await talk.do({"do": "edit", "message": "q", "text": "C’est quoi, ce turlututu ?"})
    assert brought not in [one["id"] for one in events if one["event"] == "edit"]
    events = await talk.do({"do": "delete", "message": "q"})
    gone = {one["id"]: one["text"] for one in events if one["event"] == "edit"}
    assert gone[brought] == "Message retiré."


async def test_a_correction_is_pointed_out_once_what_it_corrects_was_read(talk: Talk) -> None:
    """An edit rings nobody; a slip mended at once troubles nobody, nor does a second one."""
    card = await ask(talk)
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=card, **{"as": "a"})
    answer = talk.last("@ada")["id"]
    assert len(await talk.do({"do": "edit", "message": "a", "text": "Derrière la Gare."})) == 1
    await talk.do({"do": "clock", "by": "PT5M"})
    edit, told = await talk.do({"do": "edit", "message": "a", "text": "Devant la gare."})
    assert (edit["id"], told["reply_to"], told["chat"]) == (answer, answer, "@ada")
    assert told["text"] == "L’équipe a corrigé sa réponse\u202f: elle est ci-dessus."
    assert len(await talk.do({"do": "edit", "message": "a", "text": "Devant la Gare."})) == 1


async def test_further_words_are_pointed_out_to_the_team_when_corrected(talk: Talk) -> None:
    """Below them, by the name of whoever asks."""
    await ask(talk)
    await talk.say("Ada", "Le bleu.", reply_to=talk.last("@ada")["id"], **{"as": "m"})
    more = talk.last(TEAM)["id"]
    await talk.do({"do": "clock", "by": "PT5M"})
    edit, told = await talk.do({"do": "edit", "message": "m", "text": "Le vert."})
    assert (edit["id"], told["reply_to"], told["chat"]) == (more, more, TEAM)
    assert told["text"] == "Ada Exemple a corrigé son message\u202f: il est ci-dessus."


async def test_an_edit_that_changes_no_word_is_none(talk: Talk) -> None:
    """Telegram tells of one when a link gets its picture."""
    card = await ask(talk)
    words = "Voyez https://exemple.test/gare"
    await talk.say("Driss", words, chat=TEAM, reply_to=card, **{"as": "a"})
    await talk.do({"do": "clock", "by": "PT5M"})
    assert await talk.do({"do": "edit", "message": "a", "text": words}) == []


async def test_a_message_can_be_taken_back_where_deletions_are_not_told(
    talk: Talk, tmp_path: Path
) -> None:
    """By answering it: the team its answer with the file, whoever asked their words, or all."""
    card = await ask(talk)
    more = {"chat": TEAM, "reply_to": card, "kind": "photo", "as": "a"}
    await send(talk, "Driss", file_in(tmp_path, "photo"), caption="Derrière.", **more)
    answer = talk.last("@ada")
    operation = {"do": "say", "chat": TEAM, "from": "@driss", "text": "/effacer", "reply_to": "a"}
    events = {one["chat"]: one for one in await talk.do(operation)}
    gone = events["@ada"]
    assert (gone["event"], gone["id"], gone["text"]) == ("edit", answer["id"], "Message retiré.")
    assert "C’est retiré." in events[TEAM]["text"]
    await talk.say("Ada", "Le bleu.", reply_to=answer["id"], **{"as": "m"})
    await talk.say("Ada", "/effacer", reply_to="m")
    assert [one for one in drawn(talk) if "Le bleu." in one] == []
    await talk.say("Ada", "/unsend", reply_to="q")
    assert [one for one in drawn(talk) if "zorglub" in one] == []


async def test_nobody_takes_back_what_is_not_theirs(talk: Talk) -> None:
    """Nor what was never passed on, nor nothing."""
    card = await ask(talk)
    await talk.say("Driss", "Derrière.", chat=TEAM, reply_to=card, **{"as": "a"})
    answer = talk.last("@ada")["id"]
    await talk.say("Basile", "Bonjour", **{"as": "b"})
    for who, more in (("Basile", {"reply_to": "b"}), ("Ada", {"reply_to": answer}), ("Ada", {})):
        (told,) = await talk.say(who, "/effacer", **more)
        assert "Je ne trouve rien à retirer" in told
    assert [one["event"] for one in talk.events if one.get("id") == answer] == ["message"]


async def test_the_button_takes_a_file_as_well(talk: Talk, tmp_path: Path) -> None:
    """Whoever pressed need not reply to anything; it is the answer, once."""
    await ask(talk)
    await talk.press("Driss", "Répondre", chat=TEAM)
    asked = talk.last(TEAM)["id"]
    path = file_in(tmp_path, "document")
    await send(talk, "Driss", path, chat=TEAM, reply_to=asked)
    assert files(talk, "@ada") == [announced("document")]
    await send(talk, "Driss", path, chat=TEAM)
    assert files(talk, "@ada") == [announced("document")]


async def test_a_calendar_in_reply_to_a_question_is_carried(talk: Talk, tmp_path: Path) -> None:
    """It is the answer; elsewhere it is proposed to the agenda."""
    card = await ask(talk)
    sample = Path(__file__).parents[1] / "samples" / "outlook.ics"
    await send(talk, "Driss", sample, chat=TEAM, reply_to=card)
    assert files(talk, "@ada") == [("outlook.ics", "text/calendar", sample.stat().st_size)]


async def test_where_no_question_is_concerned_nothing_is_carried(
    talk: Talk, tmp_path: Path
) -> None:
    """A picture or a voice out of nowhere is refused as before."""
    await ask(talk)
    for kind in ("photo", "voice"):
        (told,) = await send(talk, "Ada", file_in(tmp_path, kind), kind=kind)
        assert told["chat"] == "@ada"
    assert files(talk, TEAM) == []


async def test_a_name_that_leads_elsewhere_leads_nowhere(talk: Talk, tmp_path: Path) -> None:
    """Whoever chose it: what arrives has the last part of it."""
    card = await ask(talk)
    path = file_in(tmp_path, "document")
    more = {"chat": TEAM, "reply_to": card, "name": "../../..\\etc/\u202epasswd\0.pdf"}
    await send(talk, "Driss", path, **more)
    assert files(talk, "@ada")[0][0] == "passwd.pdf"


async def test_somebody_else_cannot_touch_what_was_carried(talk: Talk) -> None:
    """An edit counts only from where the message is."""
    card = await ask(talk)
    await talk.say("Driss", "Derrière.", chat=TEAM, reply_to=card)
    assert await talk.do({"do": "edit", "message": "q", "text": "Où est le zorglub ?"}) == []
