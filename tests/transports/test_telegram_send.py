"""Speaking on Telegram over the wire: pages, choices, files, ranks."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

import pytest

from chat.transport import (
    Act,
    Attachment,
    File,
    Heard,
    Page,
    Posted,
    Rank,
    Speaker,
    Transport,
    TransportError,
)
from tests.transports.telegram_wire import (
    Kept,
    group,
    private,
)
from tests.wire.bot_api import BotApi

PDF = File("bilan.pdf", "application/pdf", b"%PDF-1.7")


async def test_a_page_arrives_with_its_choices(api: BotApi, transport: Transport, ada: int) -> None:
    """HTML is understood, choices are buttons, and a press is heard by its place."""
    page = Page("<b>Qui</b> &amp; quand ?", choices=("Samedi", "Dimanche"))
    posted = await transport.send(private(ada), page, key="k")
    (sent,) = [one for one in api.world.messages(ada) if one.from_bot]
    assert (str(sent.id), sent.text, sent.labels) == (
        posted.message,
        "Qui & quand ?",
        ["Samedi", "Dimanche"],
    )
    inbox = Kept()
    await transport.start(inbox, [])
    api.world.press(ada, sent.id, "Dimanche")
    await inbox.texts(2)
    assert (inbox.heard[1].act, inbox.heard[1].choice) == (Act.PRESSED, 1)


async def test_a_page_says_how_it_is_sent(api: BotApi, transport: Transport, ada: int) -> None:
    """Silence and previews are asked for by name."""
    await transport.send(private(ada), Page("Doucement", silent=True), key="k")
    asked = api.world.calls[-1].params
    assert asked["disable_notification"] == "true"
    assert json.loads(asked["link_preview_options"]) == {"is_disabled": True}


async def test_a_reply_to_a_message_that_went_still_arrives(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """The message matters more than what it answers."""
    (said,) = api.world.messages(ada)
    await transport.send(private(ada), Page("Oui", reply_to=str(said.id)), key="k")
    await transport.send(private(ada), Page("Non", reply_to="99999"), key="k")
    assert [one.reply_to for one in api.world.messages(ada)[1:]] == [said.id, None]


async def test_a_topic_that_went_is_told_apart_from_a_chat_that_went(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """It arrives in the topic while there is one; after that, the outbox decides where it goes."""
    forum = api.world.group("Les Lilas", forum=True)
    api.world.add_bot(forum, by=ada)
    garden = api.world.topic(forum, "Jardin", by=ada)
    await transport.send(group(forum, garden), Page("Là"), key="k")
    (there,) = [one for one in api.world.messages(forum) if one.text == "Là"]
    api.world.delete_topic(forum, garden)
    with pytest.raises(TransportError) as told:
        await transport.send(group(forum, garden), Page("Ici"), key="k")
    assert there.thread == garden
    assert (told.value.thread_gone, told.value.permanent, told.value.gone) == (True, True, False)


async def test_a_file_arrives_with_its_caption(api: BotApi, transport: Transport, ada: int) -> None:
    """And is redrawn by its caption, for it has no text."""
    posted = await transport.send(private(ada), Page("<i>Le bilan</i>", file=PDF), key="k")
    again = await transport.edit(private(ada), posted, Page("Le bilan de mai"), key="k")
    sent = api.world.messages(ada)[-1]
    assert sent.file is not None
    assert (sent.file.name, sent.document, sent.text) == (
        "bilan.pdf",
        PDF.content,
        "Le bilan de mai",
    )
    assert again == posted


async def test_a_redrawn_page_loses_its_choices(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """A choice taken takes the others away; redrawing the same again is no failure."""
    posted = await transport.send(private(ada), Page("Qui ?", choices=("Moi",)), key="k")
    for _ in range(2):
        assert await transport.edit(private(ada), posted, Page("Ada"), key="e") == posted
    sent = api.world.messages(ada)[-1]
    assert (sent.text, sent.labels, len(sent.edits)) == ("Ada", [], 1)


async def test_a_message_that_went_cannot_be_redrawn(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Trying again would never help, and the chat is still there."""
    with pytest.raises(TransportError, match="to edit not found") as told:
        await transport.edit(private(ada), Posted("99999"), Page("Ada"), key="k")
    assert (told.value.permanent, told.value.gone) == (True, False)


async def test_a_toast_answers_a_press_once(api: BotApi, transport: Transport, ada: int) -> None:
    """Words above 200 characters are cut; a press answered already raises nothing."""
    inbox = Kept()
    posted = await transport.send(private(ada), Page("Qui ?", choices=("Moi",)), key="k")
    await transport.start(inbox, [])
    api.world.press(ada, int(posted.message))
    await inbox.texts(2)
    for _ in range(2):
        await transport.toast(inbox.heard[1], "a" * 201)
    assert [answer.text for answer in api.world.answers] == ["a" * 200]


@pytest.mark.parametrize(
    ("status", "rank"),
    [
        ("creator", Rank.OWNER),
        ("administrator", Rank.ADMIN),
        ("member", Rank.MEMBER),
        ("left", Rank.GONE),
        ("kicked", Rank.GONE),
    ],
)
async def test_a_rank_is_what_telegram_says_now(
    api: BotApi, transport: Transport, ada: int, status: str, rank: Rank
) -> None:
    """Owner, admin, member, or not there."""
    chat = api.world.group("Les Lilas")
    api.world.add_bot(chat, by=api.world.user("basile", "Basile Fictif"))
    api.world.member(chat, ada, status)
    assert await transport.rank(group(chat), str(ada)) is rank


async def test_somebody_telegram_does_not_know_is_gone(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """An account that was deleted belongs nowhere."""
    chat = api.world.group("Les Lilas")
    api.world.add_bot(chat, by=ada)
    assert await transport.rank(group(chat), "999") is Rank.GONE


async def _announced(api: BotApi, transport: Transport, ada: int) -> Attachment:
    inbox = Kept()
    api.world.send_document(ada, "agenda.ics", b"BEGIN:VCALENDAR", "text/calendar")
    await transport.start(inbox, [])
    await inbox.texts(2)
    found = inbox.heard[1].attachment
    assert found is not None
    return found


async def test_a_file_is_read(api: BotApi, transport: Transport, ada: int) -> None:
    """What somebody sent is what is read."""
    found = await _announced(api, transport, ada)
    assert (found.name, found.size) == ("agenda.ics", 15)
    assert await transport.read(found, at_most=15) == b"BEGIN:VCALENDAR"


async def test_a_file_too_large_is_not_fetched(api: BotApi, transport: Transport, ada: int) -> None:
    """Neither when it says so, nor when it lied and Telegram says so."""
    found = await _announced(api, transport, ada)
    unsized = Attachment("document", "agenda.ics", "text/calendar", 0, found.ref)
    for attachment in (found, unsized):
        with pytest.raises(TransportError, match="14 allowed") as told:
            await transport.read(attachment, at_most=14)
        assert told.value.permanent


async def test_the_newest_agenda_is_pinned_in_the_place_of_the_one_before(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """What people pinned stays; where the bot may not pin, it speaks all the same."""
    chat = api.world.group("Les Lilas")
    api.world.add_bot(chat, by=ada)
    pinned = api.world.rooms.chats[chat]
    await transport.send(group(chat), Page("Lundi", pinned=True), key="k1")
    assert pinned.pinned == []
    api.world.member(chat, api.world.bot.id, "administrator")
    hers = api.world.say(ada, "Règles", chat)
    pinned.pinned.append(hers)
    first = await transport.send(group(chat), Page("Mardi", pinned=True), key="k2")
    page = Page("Mercredi", pinned=True, unpins=first.message)
    second = await transport.send(group(chat), page, key="k3")
    assert pinned.pinned == [int(second.message), hers]


async def test_the_last_word_in_a_group_is_followed_by_leaving(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Said first, for nobody speaks where they are not."""
    chat = api.world.group("Les Lilas")
    api.world.add_bot(chat, by=ada)
    await transport.send(group(chat), Page("Au revoir.", leaves=True), key="k")
    assert api.world.messages(chat)[-1].text == "Au revoir."
    assert api.world.rooms.chats[chat].members[api.world.bot.id] == "left"


async def test_somebody_sees_that_the_bot_types(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """In the topic where they wrote; that it cannot be shown is nobody's business."""
    forum = api.world.group("Les Lilas", forum=True)
    api.world.add_bot(forum, by=ada)
    garden = api.world.topic(forum, "Jardin", by=ada)
    speaker, moment = Speaker(str(ada), "Ada"), datetime.now(UTC)
    for place in (group(forum, garden), group(-4)):
        await transport.attend(Heard("1", Act.SAID, place, speaker, moment))
    async with asyncio.timeout(10):
        while len(api.world.calls) < 2:
            await asyncio.sleep(0.01)
    shown = {call.params["chat_id"]: call.params for call in api.world.calls}
    assert shown[str(forum)]["action"] == "typing"
    assert shown[str(forum)]["message_thread_id"] == str(garden)


async def test_who_is_asked_for_words_in_a_group_is_shown_the_field(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """By a mention, for Telegram opens the field for whoever is mentioned or answered alone."""
    lilas = api.world.group("Les Lilas")
    api.world.add_bot(lilas, by=ada)
    await transport.send(group(lilas), Page("Qui ?", asks=str(ada)), key="k")
    asked = api.world.calls[-1].params
    assert json.loads(asked["reply_markup"]) == {"force_reply": True, "selective": True}
    sent = api.world.messages(lilas)[-1]
    assert sent.text == "↩ Qui ?"
    assert [one["type"] for one in sent.entities] == ["text_mention"]
