"""The world behind the suite's Bot API server: what people do, and what the bot is told of it."""

from __future__ import annotations

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.wire.bot_api_world import PIXEL, World


@pytest.fixture
def ada(world: World) -> int:
    """Ada, who has a handle."""
    return world.user("ada_exemple", "Ada Exemple")


@pytest.fixture
def basile(world: World) -> int:
    """Basile, who has none."""
    return world.user("", "Basile Fictif", language="")


@pytest.fixture
def group(world: World, ada: int) -> int:
    """A supergroup that Ada created and added the bot to; its first updates are forgotten."""
    group = world.group("Alliance du Vallon")
    world.add_bot(group, by=ada)
    world.rooms.updates.forget()
    return group


async def messages(bot: telegram.Bot) -> list[telegram.Message]:
    """What the bot is told was said."""
    return [update.message for update in await bot.get_updates() if update.message]


async def newest(bot: telegram.Bot) -> Update:
    """The last update."""
    return (await bot.get_updates())[-1]


async def test_a_message_says_who_where_and_when(bot: telegram.Bot, world: World, ada: int) -> None:
    """Dates are whole seconds; the language is the person's."""
    number = world.say(ada, "  Bonjour  ")
    message = (await newest(bot)).message
    assert message is not None
    assert message.from_user is not None
    assert (message.message_id, message.text, message.chat.id) == (number, "Bonjour", ada)
    assert message.date.timestamp() == 1_790_000_000
    assert (message.from_user.username, message.from_user.language_code) == ("ada_exemple", "fr")


async def test_commands_and_mentions_are_found(
    bot: telegram.Bot, world: World, ada: int, basile: int
) -> None:
    """Someone without a handle is mentioned by name, which loses its sign as in the apps."""
    world.say(ada, "😀 /aide@fabrique_essai_bot pour @ada_exemple et @Basile Fictif")
    message = (await newest(bot)).message
    assert message is not None
    assert message.text == "😀 /aide@fabrique_essai_bot pour @ada_exemple et Basile Fictif"
    assert list(message.parse_entities().values()) == [
        "/aide@fabrique_essai_bot",
        "@ada_exemple",
        "Basile Fictif",
    ]
    assert [entity.user.id for entity in message.entities if entity.user] == [basile]


def test_message_ids_count_for_each_supergroup_apart(world: World, ada: int, group: int) -> None:
    """The same number may stand in two chats."""
    first = world.say(ada, "ici", group)
    other = world.group("Autre")
    world.say(ada, "là", other)
    world.say(ada, "là", other)
    assert world.messages(other)[-1].id == first
    assert group < -1_000_000_000_000 < world.group("Petit", supergroup=False) < 0


async def test_privacy_mode_lets_only_what_is_meant_for_the_bot_through(
    bot: telegram.Bot, world: World, ada: int, group: int
) -> None:
    """Commands, its name, replies to it; another bot's command is not for it."""
    question = await bot.send_message(group, "Qui vient ?")
    world.say(ada, "entre nous", group)
    world.say(ada, "/aide", group)
    world.say(ada, "/aide@autre_bot", group)
    world.say(ada, "/aide@Fabrique_Essai_Bot", group)
    world.say(ada, "et @fabrique_essai_bot ?", group)
    world.say(ada, "moi", group, reply_to=question.message_id)
    assert [one.text for one in await messages(bot)] == [
        "/aide",
        "/aide@Fabrique_Essai_Bot",
        "et @fabrique_essai_bot ?",
        "moi",
    ]


async def test_without_privacy_or_as_administrator_the_bot_hears_all(
    bot: telegram.Bot, world: World, ada: int, group: int
) -> None:
    """The setting is shown by getMe."""
    world.privacy = False
    world.say(ada, "un", group)
    assert (await bot.get_me()).can_read_all_group_messages
    world.privacy = True
    world.member(group, world.bot.id, "administrator")
    world.say(ada, "deux", group)
    assert [one.text for one in await messages(bot)] == ["un", "deux"]


async def test_joining_and_being_removed_are_told(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """my_chat_member for the bot, a service message too when it joins; then silence."""
    group = world.group("Alliance")
    world.add_bot(group, by=ada)
    world.remove_bot(group, by=ada)
    world.say(ada, "/aide", group)
    joined, service, removed = await bot.get_updates()
    assert joined.my_chat_member is not None
    assert removed.my_chat_member is not None
    assert service.message is not None
    assert joined.my_chat_member.new_chat_member.status == "member"
    assert removed.my_chat_member.new_chat_member.status == "kicked"
    assert [user.id for user in service.message.new_chat_members] == [world.bot.id]


async def test_people_come_and_go(bot: telegram.Bot, world: World, basile: int, group: int) -> None:
    """Service messages reach the bot in privacy mode too; who left cannot write."""
    world.member(group, basile)
    world.member(group, basile, "left")
    came, went = await messages(bot)
    assert [user.id for user in came.new_chat_members] == [basile]
    assert went.to_dict()["left_chat_member"]["id"] == basile
    with pytest.raises(ValueError, match="who left a group"):
        world.say(basile, "encore un mot", group)


async def test_changes_of_members_are_told_when_asked_for(
    bot: telegram.Bot, world: World, basile: int, group: int
) -> None:
    """chat_member is no default, and needs an administrator."""
    await bot.get_updates(allowed_updates=["chat_member"])
    world.member(group, basile)
    world.member(group, world.bot.id, "administrator")
    world.member(group, basile, "administrator")
    changes = [update.chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["administrator"]


async def test_ranks_are_shown(
    bot: telegram.Bot, world: World, ada: int, basile: int, group: int
) -> None:
    """Each status has its own shape for the library."""
    chloe, driss = world.user("chloe_modele", "Chloé Modèle"), world.user("driss", "Driss Inventé")
    world.member(group, basile, "administrator")
    world.member(group, chloe, "kicked")
    people = (ada, basile, world.bot.id, chloe, driss)
    shown = [(await bot.get_chat_member(group, person)).status for person in people]
    assert shown == ["creator", "administrator", "member", "kicked", "left"]
    leaders = await bot.get_chat_administrators(group)
    assert [member.user.id for member in leaders] == [ada, basile]
    with pytest.raises(telegram.error.BadRequest, match="User not found"):
        await bot.get_chat_member(group, 12345)


async def test_a_chat_is_shown_whole(bot: telegram.Bot, world: World, ada: int, group: int) -> None:
    """Title for a group, name for a person; a person's chat has no administrators."""
    world.say(ada, "Bonjour")
    assert (await bot.get_chat(group)).title == "Alliance du Vallon"
    assert (await bot.get_chat(ada)).first_name == "Ada Exemple"
    assert (await bot.get_chat_member(ada, ada)).status == "member"
    assert await bot.send_chat_action(ada, "typing")
    with pytest.raises(telegram.error.BadRequest, match="no administrators in the private"):
        await bot.get_chat_administrators(ada)


async def test_people_send_files_of_every_kind(bot: telegram.Bot, world: World, ada: int) -> None:
    """Each is shown as its kind and downloads as it was."""
    world.send_document(ada, "notes.txt", b"notes", "text/plain", caption="/lire ceci")
    world.send_photo(ada, caption="Le jardin")
    world.send_voice(ada)
    world.send_sticker(ada)
    document, photo, voice, sticker = await messages(bot)
    assert document.document is not None
    assert (document.document.file_name, document.caption) == ("notes.txt", "/lire ceci")
    assert document.caption_entities[0].type == "bot_command"
    largest = await photo.photo[-1].get_file()
    assert bytes(await largest.download_as_bytearray()) == PIXEL
    assert voice.to_dict()["voice"]["mime_type"] == "audio/ogg"
    assert sticker.to_dict()["sticker"]["emoji"] == "🌻"


async def test_people_edit_what_they_said(
    bot: telegram.Bot, world: World, ada: int, basile: int
) -> None:
    """The bot is told, the record keeps both; nobody edits another's words."""
    number = world.say(ada, "Mardi")
    world.edit(ada, number, "Mercredi")
    edited = (await newest(bot)).edited_message
    assert edited is not None
    assert (edited.message_id, edited.text) == (number, "Mercredi")
    assert edited.edit_date is not None
    assert [old.text for old in world.messages(ada)[-1].edits] == ["Mardi"]
    with pytest.raises(ValueError, match="their own messages only"):
        world.edit(basile, number, "Jeudi", ada)


async def test_a_press_carries_its_message(bot: telegram.Bot, world: World, ada: int) -> None:
    """By place, by label, or an old button by its data."""
    world.say(ada, "/start")
    buttons = [InlineKeyboardButton(label, callback_data=label[0]) for label in ("Oui", "Non")]
    sent = await bot.send_message(ada, "Venez-vous ?", reply_markup=InlineKeyboardMarkup([buttons]))
    world.press(ada, sent.message_id, 1)
    world.press(ada, sent.message_id, "Oui")
    await bot.edit_message_text("Merci", ada, sent.message_id)
    world.press(ada, sent.message_id, stale_data="N")
    queries = [update.to_dict()["callback_query"] for update in (await bot.get_updates())[1:]]
    assert [query["data"] for query in queries] == ["N", "O", "N"]
    shown = [query["message"]["text"] for query in queries]
    assert shown == ["Venez-vous ?", "Venez-vous ?", "Merci"]
    assert all(query["chat_instance"] for query in queries)
    for gone in (0, "Oui"):
        with pytest.raises(LookupError):
            world.press(ada, sent.message_id, gone)


async def test_the_record_shows_what_the_bot_did(bot: telegram.Bot, world: World, ada: int) -> None:
    """Text as read, HTML as sent, formatting, buttons, and whom it answers."""
    asked = world.say(ada, "/start")
    await bot.send_message(
        ada,
        "<b>Oui</b> &amp; non",
        "HTML",
        reply_parameters=telegram.ReplyParameters(asked),
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Suite", callback_data="s")]]),
        link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
    )
    said = world.messages(ada)[-1]
    assert (said.text, said.html, said.from_bot) == ("Oui & non", "<b>Oui</b> &amp; non", True)
    assert (said.labels, said.reply_to, said.date) == (["Suite"], asked, 1_790_000_000)
    assert said.entities == ({"type": "bold", "offset": 0, "length": 3},)
    assert world.calls[-1].params["parse_mode"] == "HTML"


async def test_in_a_topic_a_message_answers_its_beginning(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """As Telegram shows it: a bot must not take that for a reply."""
    forum = world.group("Fabrique", forum=True)
    world.add_bot(forum, by=ada)
    topic = world.topic(forum, "Jardin", by=ada)
    world.say(ada, "/aide", forum, thread=topic)
    message = (await newest(bot)).message
    assert message is not None
    assert message.reply_to_message is not None
    assert message.reply_to_message.forum_topic_created is not None
    assert (message.message_thread_id, message.is_topic_message) == (topic, True)


def test_people_do_only_what_apps_let_them(world: World, ada: int, group: int) -> None:
    """A test that asks for more is wrong."""
    with pytest.raises(ValueError, match="no app sends"):
        world.say(ada, " ")
    with pytest.raises(ValueError, match="stand in the chat"):
        world.say(ada, "Oui", reply_to=99)
    with pytest.raises(ValueError, match="basic group"):
        world.migrate(group)
