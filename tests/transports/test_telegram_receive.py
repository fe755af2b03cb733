"""What is heard in a Telegram update, and who is never heard."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import telegram

from bot.transports.telegram.receive import heard
from chat.transport import Act, Attachment, Heard, Place, Speaker

Json = dict[str, Any]

ME = telegram.User(8, "Fabrique", is_bot=True, username="Fabrique_bot")
ME_JSON: Json = ME.to_dict()
ADA: Json = {
    "id": 501,
    "is_bot": False,
    "first_name": "Ada",
    "last_name": "Exemple",
    "username": "ada_exemple",
    "language_code": "fr",
}
BASILE: Json = {"id": 502, "is_bot": False, "first_name": "Basile Fictif"}
OTHER_BOT: Json = {"id": 9, "is_bot": True, "first_name": "Autre", "username": "autre_bot"}
ANONYMOUS: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
ALONE: Json = {"id": 501, "type": "private", "first_name": "Ada"}
GROUP: Json = {"id": -1007, "type": "supergroup", "title": "Les Lilas"}
CHANNEL: Json = {"id": -1009, "type": "channel", "title": "Annonces"}

ADA_SPEAKS = Speaker("501", "Ada Exemple", "ada_exemple", "fr")
IN_GROUP = Place("telegram", "-1007", private=False, title="Les Lilas")
NOON = 1_750_000_000
FILE: Json = {"file_id": "F1", "file_unique_id": "u1", "file_size": 12}
SIZED: Json = {"type": "regular", "width": 512, "height": 512}
STILL: Json = SIZED | {"is_animated": False, "is_video": False}


def _message(text: str | None = None, **more: Any) -> Json:
    said = {} if text is None else {"text": text}
    return {"message_id": 41, "from": ADA, "chat": GROUP, "date": NOON} | said | more


def _update(kind: str, content: Json) -> telegram.Update:
    update = telegram.Update.de_json({"update_id": 7001, kind: content}, None)
    assert update is not None
    return update


def _heard(kind: str, content: Json) -> Heard | None:
    return heard(_update(kind, content), me=ME)


def _said(text: str | None = None, **more: Any) -> Heard:
    found = _heard("message", _message(text, **more))
    assert found is not None
    return found


def _by(user: Json, **more: Any) -> Json:
    return {"from": user} | more


def _mark(kind: str, offset: int, length: int, **more: Any) -> Json:
    return {"type": kind, "offset": offset, "length": length} | more


def test_a_private_message_is_heard_whole() -> None:
    """Ids are text, the moment is aware, and the bot is spoken to."""
    assert _said("Bonjour", chat=ALONE) == Heard(
        update="7001",
        act=Act.SAID,
        place=Place("telegram", "501", private=True),
        speaker=ADA_SPEAKS,
        sent_at=datetime.fromtimestamp(NOON, UTC),
        text="Bonjour",
        message="41",
    )


def test_what_people_say_to_each_other_is_heard_as_such() -> None:
    """Text of a group that names nobody is not addressed to the bot."""
    found = _said("On se voit samedi ?")
    assert (found.place, found.addressed) == (IN_GROUP, False)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("/heures", "/heures"),
        ("/heures 30 min", "/heures 30 min"),
        ("/heures@Fabrique_bot 30 min", "/heures 30 min"),
        ("/heures@fabrique_BOT", "/heures"),
        ("/règles", "/règles"),
        ("/re\u0301glages", "/re\u0301glages"),
    ],
)
def test_a_command_is_addressed_and_loses_the_name(written: str, text: str) -> None:
    """`@BotName` is how Telegram's menu writes a command in a group."""
    found = _said(written)
    assert (found.text, found.addressed) == (text, True)


@pytest.mark.parametrize("chat", [GROUP, ALONE])
def test_another_bots_command_is_not_heard(chat: Json) -> None:
    """A command that names another bot is its own affair."""
    assert _heard("message", _message("/heures@autre_bot 30 min", chat=chat)) is None


def test_a_path_is_not_a_command() -> None:
    """A slash in a group's talk does not call the bot."""
    assert not _said("/etc/hosts est un fichier").addressed


@pytest.mark.parametrize(
    ("written", "offset", "text"),
    [
        ("@Fabrique_bot qui peut aider ?", 0, "qui peut aider ?"),
        ("@fabrique_bot, bonjour", 0, "bonjour"),
        ("Merci @Fabrique_bot !", 6, "Merci !"),
        ("🌱 Merci @Fabrique_bot", 9, "🌱 Merci"),
        ("@Fabrique_bot /aide", 0, "/aide"),
        ("@Fabrique_bot", 0, ""),
    ],
)
def test_a_mention_of_the_bot_is_addressed_and_removed(
    written: str, offset: int, text: str
) -> None:
    """Places are counted in UTF-16 units, as the Bot API does."""
    found = _said(written, entities=[_mark("mention", offset, 13)])
    assert (found.text, found.addressed) == (text, True)


def test_the_mention_of_somebody_else_stays() -> None:
    """A @name is text: who it is, only Telegram knows."""
    found = _said("@basile viens", entities=[_mark("mention", 0, 7)])
    assert (found.text, found.addressed, found.mentions) == ("@basile viens", False, ())


def test_a_linked_name_is_a_mention() -> None:
    """A person without a @name is named by their account, and their name stays in the text."""
    found = _said("30 min pour Basile", entities=[_mark("text_mention", 12, 6, user=BASILE)])
    assert (found.text, found.mentions) == (
        "30 min pour Basile",
        (Speaker("502", "Basile Fictif"),),
    )


def test_a_reply_names_its_author() -> None:
    """Who wrote the message replied to is named without doubt."""
    answered = _message("Je peux aider", message_id=40, **_by(BASILE))
    found = _said("Merci !", reply_to_message=answered)
    assert (found.reply_to, found.mentions, found.addressed) == (
        "40",
        (Speaker("502", "Basile Fictif"),),
        False,
    )


def test_a_reply_to_the_bot_is_addressed() -> None:
    """Answering the bot's message speaks to it, and names nobody."""
    answered = _message("À quelle heure ?", message_id=40, **_by(ME_JSON))
    found = _said("18 h 30", reply_to_message=answered)
    assert (found.reply_to, found.mentions, found.addressed) == ("40", (), True)


def test_nobody_mentions_themselves_by_replying_to_themselves() -> None:
    """A person going on with their own message names nobody."""
    assert _said("et samedi", reply_to_message=_message("Oui", message_id=40)).mentions == ()


def test_a_topic_is_a_thread() -> None:
    """A message of a topic names it; the topic's first message is no reply to its author."""
    opened = _message(
        message_id=30,
        forum_topic_created={"name": "Jardin", "icon_color": 1},
        **_by(ME_JSON),
    )
    found = _said("Bonjour", is_topic_message=True, message_thread_id=30, reply_to_message=opened)
    assert (found.place.thread, found.reply_to, found.addressed) == ("30", None, False)


def test_a_thread_that_is_no_topic_is_not_kept() -> None:
    """Replies in a plain supergroup have a thread number that sending refuses."""
    assert _said("Bonjour", message_thread_id=30).place.thread is None


@pytest.mark.parametrize(
    "more",
    [
        {"from": OTHER_BOT},
        {"from": ANONYMOUS, "sender_chat": GROUP},
        {"from": ADA, "sender_chat": CHANNEL},
        {"via_bot": OTHER_BOT},
        {"from": {"id": 777000, "is_bot": False, "first_name": "T"}, "is_automatic_forward": True},
        {"chat": CHANNEL},
    ],
)
def test_who_is_not_surely_a_person_is_never_heard(more: Json) -> None:
    """Bots, anonymous admins, channels, inline and automatic posts order nothing."""
    assert _heard("message", _message("/fermer", **more)) is None


FORWARDED: Json = {"type": "user", "date": NOON, "sender_user": BASILE}


def test_a_forwarded_order_is_not_heard() -> None:
    """Whoever wrote a command that somebody forwards did not give it here."""
    assert _heard("message", _message("/fermer", chat=ALONE, forward_origin=FORWARDED)) is None


def test_a_forwarded_text_calls_nobody_in_a_group() -> None:
    """The mention in a forwarded text was not written here."""
    marks = [_mark("mention", 0, 13)]
    assert not _said("@Fabrique_bot oui", entities=marks, forward_origin=FORWARDED).addressed


def test_an_edit_is_heard_as_one() -> None:
    """An edit carries the new text, its own moment and the same message."""
    found = _heard("edited_message", _message("Bonsoir", chat=ALONE, edit_date=NOON + 60))
    assert found is not None
    assert (found.act, found.text, found.message) == (Act.EDITED, "Bonsoir", "41")
    assert found.sent_at == datetime.fromtimestamp(NOON + 60, UTC)


@pytest.mark.parametrize(
    ("content", "attachment"),
    [
        (
            {"document": FILE | {"file_name": "agenda.ics", "mime_type": "text/calendar"}},
            Attachment("document", "agenda.ics", "text/calendar", 12, "F1"),
        ),
        (
            {
                "photo": [
                    FILE | {"width": 800, "height": 600, "file_id": "L", "file_size": 99},
                    FILE | {"width": 90, "height": 60},
                ]
            },
            Attachment("photo", "photo.jpg", "image/jpeg", 99, "L"),
        ),
        (
            {"voice": FILE | {"duration": 3, "mime_type": "audio/ogg"}},
            Attachment("voice", "voice.ogg", "audio/ogg", 12, "F1"),
        ),
        (
            {"sticker": FILE | STILL},
            Attachment("sticker", "sticker.webp", "image/webp", 12, "F1"),
        ),
        (
            {"video": FILE | {"width": 9, "height": 9, "duration": 3, "mime_type": "video/mp4"}},
            Attachment("other", "video", "video/mp4", 12, "F1"),
        ),
        (
            {"location": {"longitude": 2.42, "latitude": 48.88}},
            Attachment("other", "location", "application/octet-stream", 0, ""),
        ),
    ],
)
def test_a_file_is_announced(content: Json, attachment: Attachment) -> None:
    """Each kind says how it is read later; what is no file has nothing to read."""
    assert _said(chat=ALONE, **content).attachment == attachment


def test_a_caption_is_the_text_of_its_file() -> None:
    """What is written under a file is said, and may call the bot."""
    found = _said(
        document=FILE,
        caption="@Fabrique_bot voici",
        caption_entities=[_mark("mention", 0, 13)],
    )
    assert (found.text, found.addressed) == ("voici", True)


@pytest.mark.parametrize(
    "content",
    [
        {"new_chat_members": [BASILE]},
        {"left_chat_member": BASILE},
        {"new_chat_title": "Les Lilas en transition"},
        {"migrate_from_chat_id": -7},
    ],
)
def test_what_telegram_itself_notes_in_a_group_is_not_heard(content: Json) -> None:
    """Nobody said a service message."""
    assert _heard("message", _message(**content)) is None


def _press(data: str, message: Json) -> Heard | None:
    query = {"id": "Q1", "from": BASILE, "chat_instance": "1", "data": data, "message": message}
    return _heard("callback_query", query)


def test_a_press_carries_the_mark_of_what_was_drawn() -> None:
    """Buttons drawn before there were marks carry none."""
    marked, old, odd = (_press(data, _message()) for data in ("c:3:0a1b2c3d", "c:3", "c:3:N0N"))
    assert marked
    assert (marked.choice, marked.mark) == (3, "0a1b2c3d")
    assert old
    assert (old.choice, old.mark) == (3, None)
    assert odd
    assert (odd.choice, odd.mark) == (None, None)


@pytest.mark.parametrize(
    ("data", "choice"),
    [("c:0", 0), ("c:12", 12), ("c:-1", None), ("c:1;rm", None), ("x", None), ("c:٣", None)],
)
def test_a_press_is_a_place_or_nothing(data: str, choice: int | None) -> None:
    """What the button's data says otherwise is never read."""
    found = _press(data, _message("Qui ?", is_topic_message=True, message_thread_id=30))
    assert found is not None
    assert (found.act, found.choice, found.press, found.message) == (
        Act.PRESSED,
        choice,
        "Q1",
        "41",
    )
    assert (found.speaker, found.place.thread) == (Speaker("502", "Basile Fictif"), "30")


@pytest.mark.parametrize(("data", "turn"), [("p:0", 0), ("p:16", 16), ("p:-8", None), ("p:", None)])
def test_a_way_to_another_page_is_no_choice(data: str, turn: int | None) -> None:
    """It names the first choice of that page."""
    found = _press(data, _message("Qui ?"))
    assert found is not None
    assert (found.act, found.choice, found.turn) == (Act.PRESSED, None, turn)


def test_a_press_on_a_message_too_old_to_show_is_heard() -> None:
    """Telegram then tells only the chat and the message."""
    found = _press("c:1", {"message_id": 41, "chat": GROUP, "date": 0})
    assert found is not None
    assert (found.place, found.message, found.choice) == (IN_GROUP, "41", 1)


OUT: Json = {"user": ME_JSON, "status": "left"}
IN: Json = {"user": ME_JSON, "status": "member"}
ADMIN: Json = {
    "user": ME_JSON,
    "status": "administrator",
    "is_anonymous": False,
    "can_be_edited": False,
    "can_manage_chat": True,
    "can_delete_messages": False,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_post_messages": True,
}
KICKED: Json = {"user": ME_JSON, "status": "kicked", "until_date": 0}


@pytest.mark.parametrize(
    ("chat", "before", "after", "act"),
    [
        (GROUP, OUT, IN, Act.JOINED),
        (GROUP, KICKED, IN, Act.JOINED),
        (GROUP, IN, KICKED, Act.LEFT),
        (GROUP, IN, IN, None),
        (ALONE, IN, KICKED, Act.LEFT),
        (ALONE, KICKED, IN, None),
        (CHANNEL, OUT, IN, None),
        (CHANNEL, OUT, ADMIN, Act.JOINED),
        (CHANNEL, IN, ADMIN, Act.JOINED),
        (CHANNEL, ADMIN, KICKED, Act.LEFT),
    ],
)
def test_coming_and_going(chat: Json, before: Json, after: Json, act: Act | None) -> None:
    """The bot is added, removed, or blocked; unblocked, it is spoken to anyway."""
    change = {"chat": chat, "from": ADA, "date": NOON}
    found = _heard("my_chat_member", change | {"old_chat_member": before, "new_chat_member": after})
    assert (found.act if found else None) == act


def test_a_group_that_becomes_a_supergroup_says_where_it_goes() -> None:
    """The old group tells its new identity, whoever made the change."""
    old = {"id": -7, "type": "group", "title": "Les Lilas"}
    found = _said(chat=old, migrate_to_chat_id=-1007, **_by(ANONYMOUS, sender_chat=old))
    assert (found.act, found.place.chat, found.moved_to) == (Act.MIGRATED, "-7", "-1007")
