"""Where what is said about a question stands: one place for each, whatever fails or is deleted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.inbox import StoredInbox
from chat.desk import Notice
from chat.question_cards import question_card
from chat.transport import Act, Heard, Page, Place, Posted, Speaker, TransportError
from chat.words import say
from domain.cases import Case
from domain.questions import Question, QuestionState
from storage.chats import Address
from storage.outbox import SENT
from tests.bot.office import ROOM, TEAM, Office, Wire
from tests.storage.standing import NOW

ZONE = ZoneInfo("Europe/Paris")
ASKED = "Où trouver des graines de haricots violets ?"


@pytest.fixture
def forum(office: Office) -> Wire:
    """The team's chat has topics."""
    office.telegram.forum = True
    return office.telegram


async def told(office: Office, *notices: Notice) -> list[int]:
    """Notices are written; the numbers of their rows."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        before = {row.id for row, _ in await store.said.deliveries()}
        await office.app.outbox.composer.tell(store, notices, ZONE, NOW)
        return [row.id for row, _ in await store.said.deliveries() if row.id not in before]


async def ask(office: Office, *, chat: int | None = None, text: str = ASKED) -> Question:
    """A question is handed over: its card waits to be delivered."""
    asked = Question(0, office.standing.ada, office.private, text, QuestionState.OPEN, NOW)
    async with office.app.database.begin(office.standing.fabrique) as store:
        kept = await store.questions.hand_over(asked)
    await told(office, Notice(question_card(Case(kept, "Ada Exemple")), chat=chat or office.team))
    return kept


async def add(office: Office, asked: Question, *, chat: int | None = None) -> int:
    """Something more about a question."""
    more = say("question-more-file", asker="Ada Exemple").on("question", asked.id)
    (row,) = await told(office, Notice(more, chat=chat or office.team))
    return row


async def become(office: Office, asked: Question, state: QuestionState) -> None:
    """A question changes its state, and what waits is delivered."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.questions.change(replace(asked, state=state))
    await office.app.outbox.drain()


def threads(wire: Wire) -> list[str | None]:
    """In which thread each page arrived."""
    return [place.thread for place in wire.places]


def cards(wire: Wire) -> list[int]:
    """Which pages are cards."""
    return [place for place, page in enumerate(wire.delivered) if page.choices]


async def test_a_question_gets_one_topic_named_by_its_first_words(
    office: Office, forum: Wire
) -> None:
    """The card comes first, whatever follows at once stands in the same topic."""
    asked = await ask(office, text=f"{ASKED}\n\n{'Pour le jardin. ' * 20}")
    await add(office, asked)
    await office.app.outbox.drain()
    await add(office, asked)
    await office.app.outbox.drain()
    assert forum.topics == ["Où trouver des graines de haricots violets ? Pour le…"]
    assert (threads(forum), cards(forum)) == (["101"] * 3, [0])
    assert [page.reply_to for page in forum.delivered] == [None] * 3


async def test_two_questions_get_two_topics(office: Office, forum: Wire) -> None:
    """Even with the same words."""
    first, second = await ask(office), await ask(office)
    for asked in (second, first):
        await add(office, asked)
    await office.app.outbox.drain()
    assert threads(forum) == ["101", "102", "102", "101"]


async def test_a_topic_that_was_opened_before_a_failure_is_used_after_it(
    office: Office, forum: Wire
) -> None:
    """It was noted before anything was sent there, as before a crash."""
    forum.troubles = [TransportError("down"), TransportError("lost", unknown=True)]
    await ask(office)
    for _ in range(3):
        await office.app.outbox.drain()
        office.wait(minutes=1)
    assert (len(forum.topics), threads(forum)) == (1, ["101"])


async def test_an_opening_whose_answer_was_lost_loses_no_message(
    office: Office, forum: Wire
) -> None:
    """An empty topic may stay; the card is not unknown, for it was never sent."""
    forum.topic_troubles = [TransportError("lost", unknown=True) for _ in range(3)]
    asked = await ask(office)
    for _ in range(4):
        await office.app.outbox.drain()
        office.wait(minutes=1)
    assert (len(forum.topics), threads(forum), cards(forum)) == (4, ["104"], [0])
    await add(office, asked)
    await office.app.outbox.drain()
    assert threads(forum) == ["104", "104"]


async def test_without_the_right_to_open_topics_answers_hang_on_the_card(
    office: Office, forum: Wire
) -> None:
    """Nothing is lost for want of a right, and it is not asked for at each message."""
    forum.topic_troubles = [TransportError("not enough rights", permanent=True)]
    asked = await ask(office)
    await add(office, asked)
    await office.app.outbox.drain()
    assert (len(forum.topics), threads(forum)) == (1, [None, None])
    assert [page.reply_to for page in forum.delivered] == [None, "1"]


async def test_in_a_group_without_topics_what_follows_answers_the_card(office: Office) -> None:
    """Which keeps them together."""
    asked = await ask(office)
    await add(office, asked)
    await office.app.outbox.drain()
    assert [page.reply_to for page in office.telegram.delivered] == [None, "1"]


async def test_a_topic_that_somebody_deleted_is_opened_again_with_its_card(
    office: Office, forum: Wire
) -> None:
    """In order, and what is pressed or answered there is known to be about the question."""
    asked = await ask(office)
    await office.app.outbox.drain()
    forum.troubles = [TransportError("message thread not found", permanent=True, thread_gone=True)]
    more = await add(office, asked)
    await office.app.outbox.drain()
    assert (len(forum.topics), threads(forum), cards(forum)) == (2, ["101", "102", "102"], [0, 1])
    assert (await office.row(more)).state == SENT
    async with office.app.database.begin(office.standing.fabrique) as store:
        row = await store.said.posted(office.team, "2")
        assert row is not None
        assert (row.about, len(row.choices)) == (f"question:{asked.id}", 4)
        assert await store.threads.question_in(office.team, "102") == asked.id
        assert await store.threads.question_in(office.team, "101") is None


async def test_a_crash_between_a_new_topic_and_its_card_shows_the_card(
    office: Office, forum: Wire
) -> None:
    """The topic is used again, and the card still comes first."""
    asked = await ask(office)
    await office.app.outbox.drain()
    gone = TransportError("message thread not found", permanent=True, thread_gone=True)
    forum.troubles = [gone, TransportError("down")]
    await add(office, asked)
    await office.app.outbox.drain()
    office.wait(minutes=1)
    await office.app.outbox.drain()
    assert (len(forum.topics), threads(forum), cards(forum)) == (2, ["101", "102", "102"], [0, 1])


async def test_what_belongs_to_no_question_leaves_a_topic_that_is_gone(office: Office) -> None:
    """For the chat itself, at once."""
    office.telegram.troubles = [TransportError("gone", permanent=True, thread_gone=True)]
    number = await office.write(office.team, "un", thread="7")
    await office.app.outbox.drain()
    assert threads(office.telegram) == [None]
    assert (await office.row(number)).state == SENT


async def test_the_name_of_a_topic_says_what_became_of_its_question(
    office: Office, forum: Wire
) -> None:
    """Marked once answered, closed once nobody needs to write there, open again if it is."""
    asked = await ask(office)
    await office.app.outbox.drain()
    for state in (QuestionState.TAKEN, QuestionState.ANSWERED, QuestionState.CLOSED):
        await become(office, asked, state)
    await become(office, asked, QuestionState.OPEN)
    await office.app.outbox.drain()
    done = f"✅ {ASKED}"
    assert forum.titles == [("101", done, False), ("101", done, True), ("101", ASKED, False)]


async def test_on_matrix_everything_hangs_under_the_card(office: Office) -> None:
    """The card's own id is the thread's, and plain words in it are about the question."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.chats.make_team(ROOM, language="fr", now=NOW)
    asked = await ask(office, chat=office.room)
    await add(office, asked, chat=office.room)
    await office.app.outbox.drain()
    wire = office.wires["matrix"]
    assert (threads(wire), [page.reply_to for page in wire.delivered]) == ([None, "1"], [None] * 2)
    async with office.app.database.begin(office.standing.fabrique) as store:
        assert await store.threads.question_in(office.room, "1") == asked.id


async def test_after_a_room_moved_the_card_is_shown_where_it_goes_on(office: Office) -> None:
    """A thread of the old room is not one of the new."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.chats.make_team(ROOM, language="fr", now=NOW)
    asked = await ask(office, chat=office.room)
    await office.app.outbox.drain()
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.chats.move(office.room, "!nouveau:exemple.org")
    await add(office, asked, chat=office.room)
    await office.app.outbox.drain()
    wire = office.wires["matrix"]
    assert (cards(wire), threads(wire)) == ([0, 1], [None, None, "2"])


async def test_a_card_that_could_not_arrive_leaves_its_place_to_what_follows(
    office: Office, forum: Wire
) -> None:
    """Nothing waits for it; the topic is used."""
    refused = TransportError("refused", permanent=True)
    forum.troubles = [refused, refused]
    asked = await ask(office)
    await add(office, asked)
    await add(office, asked)
    await office.app.outbox.drain()
    assert (len(forum.topics), threads(forum), cards(forum)) == (1, ["101", "101"], [])


async def test_each_chat_of_the_team_has_its_own_place(office: Office, forum: Wire) -> None:
    """A topic here, a thread there."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.chats.make_team(ROOM, language="fr", now=NOW)
    asked = await ask(office)
    card = question_card(Case(asked, "Ada Exemple"))
    await told(office, Notice(card, chat=office.room))
    for chat in (office.room, office.team):
        await add(office, asked, chat=chat)
    await office.app.outbox.drain()
    assert threads(forum) == ["101", "101"]
    assert threads(office.wires["matrix"]) == [None, "1"]


async def test_a_chat_that_is_the_team_s_no_longer_has_no_topics_of_questions(
    office: Office, forum: Wire
) -> None:
    """What is said in them then is for nobody else."""
    asked = await ask(office)
    await office.app.outbox.drain()
    async with office.app.database.begin(office.standing.fabrique) as store:
        assert await store.threads.question_in(office.team, "101") == asked.id
        await store.chats.only_team([Address(TEAM.platform, "-999", False, "")])
        assert await store.threads.question_in(office.team, "101") is None


async def test_words_under_a_card_that_is_still_being_sent_are_an_answer(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card is seen before its row knows which message it is: its choices follow it, slowly."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.chats.make_team(ROOM, language="fr", now=NOW)
    await ask(office, chat=office.room)
    matrix, ended = office.wires["matrix"], asyncio.Event()
    send = matrix.send

    async def slowly(place: Place, page: Page, *, key: str) -> Posted:
        posted = await send(place, page, key=key)
        await ended.wait()
        return posted

    monkeypatch.setattr(matrix, "send", slowly)
    sending = asyncio.create_task(office.app.outbox.drain())
    while not matrix.delivered:
        await asyncio.sleep(0.01)
    place = Place("matrix", ROOM.address, private=False, thread="1")
    driss = Speaker("@driss:exemple.org", "Driss Inventé")
    said: dict[str, Any] = {"text": "Derrière la gare.", "message": "$m", "addressed": False}
    inbox = StoredInbox(office.app.database, "matrix", woken=lambda: None)
    await inbox.put([Heard("u1", Act.SAID, place, driss, NOW, **said)])
    answering = asyncio.create_task(office.app.dispatcher.drain())
    await asyncio.sleep(0.3)
    ended.set()
    await asyncio.gather(sending, answering)
    await office.app.outbox.drain()
    assert [text for text in office.telegram.texts if "Derrière la gare." in text] != []
