"""Keyboards, edits, answers to presses, files and menus."""

from __future__ import annotations

from typing import Any

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode

from tests.transports.bot_api_server import keyboard, refusal
from tests.wire.bot_api_world import PIXEL, World


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "x", "callback_data": "é" * 32 + "x"}, "Button_data_invalid"),
        ({"text": "x", "callback_data": ""}, "Text buttons are unallowed"),
        ({"text": "x"}, "Text buttons are unallowed"),
        ({"callback_data": "1"}, 'Can\'t find field "text"'),
        ({"text": " ", "callback_data": "1"}, "Button_text_invalid"),
        ({"text": "x", "url": "nowhere"}, "Wrong HTTP URL".lower()),
        ({"text": "x", "url": 3}, "Wrong HTTP URL".lower()),
        ({"text": "x", "url": "ftp://e.example"}, "Unsupported URL protocol".lower()),
        ({"text": "x", "url": "https://e.example", "callback_data": "1"}, "Exactly one action"),
        ({"text": "x", "callback": "1"}, 'Unknown field "callback"'),
    ],
)
async def test_a_button_telegram_would_not_show_is_refused(
    bot: telegram.Bot, ada: int, button: dict[str, str], reason: str
) -> None:
    """Data of 64 bytes at most, a label, one action."""
    markup: Any = {"inline_keyboard": [[button]]}
    refused = await refusal(bot.send_message(ada, "x", reply_markup=markup))
    assert reason.lower() in refused.lower()


async def test_data_of_64_bytes_comes_back_whole(bot: telegram.Bot, world: World, ada: int) -> None:
    """Bytes, not characters."""
    button = InlineKeyboardButton("Oui", callback_data="é" * 32)
    sent = await bot.send_message(ada, "?", reply_markup=InlineKeyboardMarkup([[button]]))
    world.press(ada, sent.message_id)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.data == "é" * 32


async def test_a_keyboard_has_a_hundred_buttons_eight_in_a_row(bot: telegram.Bot, ada: int) -> None:
    """One more of either is too much."""
    await bot.send_message(ada, "x", reply_markup=keyboard(*[8] * 12, 4))
    for rows in ([8] * 12 + [5], [9]):
        refused = await refusal(bot.send_message(ada, "x", reply_markup=keyboard(*rows)))
        assert refused.startswith("Reply markup")


async def test_an_edit_changes_something(bot: telegram.Bot, world: World, ada: int) -> None:
    """The same words, formatting and keyboard are refused; the history is kept."""
    sent = await bot.send_message(ada, "<b>Un</b>", ParseMode.HTML, reply_markup=keyboard(1))
    same = bot.edit_message_text(
        "<strong>Un</strong>",
        ada,
        sent.message_id,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(1),
    )
    assert (await refusal(same)).startswith("Message is not modified: specified new message")
    await bot.edit_message_text("Deux", ada, sent.message_id)
    message = world.messages(ada)[-1]
    assert (message.text, message.labels, message.edits[0].html) == ("Deux", [], "<b>Un</b>")


async def test_a_keyboard_is_edited_alone(bot: telegram.Bot, ada: int) -> None:
    """Gone, changed, or refused as the same."""
    sent = await bot.send_message(ada, "?", reply_markup=keyboard(1))
    await bot.edit_message_reply_markup(ada, sent.message_id, reply_markup=keyboard(2))
    await bot.edit_message_reply_markup(ada, sent.message_id)
    refused = await refusal(bot.edit_message_reply_markup(ada, sent.message_id))
    assert refused.startswith("Message is not modified")


async def test_only_its_own_standing_messages_are_edited(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """Not a person's, not one that is gone, not a text as a caption."""
    hers = world.messages(ada)[0].id
    assert await refusal(bot.edit_message_text("x", ada, hers)) == "Message can't be edited"
    assert await refusal(bot.edit_message_text("x", ada, 99)) == "Message to edit not found"
    text = await bot.send_message(ada, "x")
    file = await bot.send_document(ada, b"x")
    as_caption = bot.edit_message_caption(ada, text.message_id, caption="y")
    as_text = bot.edit_message_text("y", ada, file.message_id)
    assert await refusal(as_caption) == "There is no caption in the message to edit"
    assert await refusal(as_text) == "There is no text in the message to edit"


async def test_a_bot_deletes_its_own_and_more_as_an_administrator(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """In a group; in private it may delete both sides."""
    group = world.group("Alliance")
    world.add_bot(group, by=ada)
    hers = world.say(ada, "Oups", group)
    assert await refusal(bot.delete_message(group, hers)) == "Message can't be deleted"
    world.member(group, world.bot.id, "administrator")
    await bot.delete_message(group, hers)
    assert await refusal(bot.delete_message(group, hers)) == "Message to delete not found"
    assert [one.text for one in world.rooms.chats[group].deleted] == ["Oups"]
    assert await bot.delete_message(ada, world.messages(ada)[0].id)


async def test_a_press_is_answered_once_and_shortly(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """200 characters, a known query, one time."""
    sent = await bot.send_message(ada, "?", reply_markup=keyboard(1))
    query = world.press(ada, sent.message_id, "Oui")
    too_long = refusal(bot.answer_callback_query(query, "x" * 201))
    assert await too_long == "Message_too_long"
    await bot.answer_callback_query(query, "Noté", show_alert=True)
    old = "Query is too old and response timeout expired or query id is invalid"
    assert await refusal(bot.answer_callback_query(query)) == old
    assert await refusal(bot.answer_callback_query("12")) == old
    assert [(one.text, one.show_alert) for one in world.answers] == [("Noté", True)]


async def test_a_file_is_downloaded_up_to_20_megabytes(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """One byte more is too big, and an unknown id is invalid."""
    world.send_document(ada, "juste.bin", bytes(20 * 2**20), "application/octet-stream")
    world.send_document(ada, "trop.bin", bytes(20 * 2**20 + 1), "application/octet-stream")
    right, big = (file.id for file in world.rooms.files.values())
    content = await (await bot.get_file(right)).download_as_bytearray()
    assert len(content) == 20 * 2**20
    assert await refusal(bot.get_file(big)) == "File is too big"
    assert await refusal(bot.get_file("inconnu")) == "Invalid file_id"


async def test_files_go_out_whole_and_again_by_id(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """Name, type and content; a picture must be one; nothing empty."""
    sent = await bot.send_document(ada, b"a,b", filename="heures.csv", caption="<i>Vos heures</i>")
    assert sent.document is not None
    assert sent.document.file_name == "heures.csv"
    await bot.send_document(ada, sent.document.file_id)
    assert [one.document for one in world.messages(ada)[-2:]] == [b"a,b", b"a,b"]
    photo = await bot.send_photo(ada, PIXEL, caption="Le jardin")
    assert [size.width for size in photo.photo] == [90, 800]
    assert await refusal(bot.send_photo(ada, b"not a picture")) == "Image_process_failed"
    assert "as photo" in await refusal(bot.send_photo(ada, sent.document.file_id))
    assert await refusal(bot.send_document(ada, b"")) == "File must be non-empty"


async def test_an_upload_has_50_megabytes_at_most(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """413 above, and nothing is sent."""
    large = bot.send_document(ada, bytes(50 * 2**20 + 1))
    assert await refusal(large) == "Request Entity Too Large"
    assert len(world.messages(ada)) == 1


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("Aide", "Aide", "Bot_command_invalid"),
        ("aide-moi", "Aide", "Bot_command_invalid"),
        ("a" * 33, "Aide", "Bot_command_invalid"),
        ("aide", "", "Bot_command_description_invalid"),
        ("aide", "x" * 257, "Bot_command_description_invalid"),
    ],
)
async def test_a_menu_entry_has_a_plain_name_and_a_line(
    bot: telegram.Bot, name: str, line: str, reason: str
) -> None:
    """1 to 32 of a–z, 0–9 and _, and 1 to 256 characters."""
    assert await refusal(bot.set_my_commands([(name, line)])) == reason


async def test_a_menu_belongs_to_a_scope_and_a_language(bot: telegram.Bot, ada: int) -> None:
    """Each is set, shown and deleted apart."""
    groups = telegram.BotCommandScopeAllGroupChats()
    await bot.set_my_commands([("aide", "Aide")], groups, "fr")
    assert [one.command for one in await bot.get_my_commands(groups, "fr")] == ["aide"]
    assert await bot.get_my_commands(groups) == ()
    await bot.delete_my_commands(groups, "fr")
    assert await bot.get_my_commands(groups, "fr") == ()
    refused = await refusal(bot.set_my_commands([("aide", "Aide")], language_code="français"))
    assert refused == "Invalid language code specified"
    elsewhere = telegram.BotCommandScopeChat(12345)
    assert await refusal(bot.set_my_commands([("aide", "x")], elsewhere)) == "Chat not found"
    many = [(f"c{number}", "x") for number in range(101)]
    assert await refusal(bot.set_my_commands(many)) == "Bot_commands_too_much"


async def test_a_scope_must_fit_its_chat(bot: telegram.Bot, world: World, ada: int) -> None:
    """A private chat has a menu of its own, and neither administrators nor members."""
    await bot.set_my_commands([("aide", "Aide")], telegram.BotCommandScopeChat(ada))
    admins = telegram.BotCommandScopeChatAdministrators(ada)
    refused = await refusal(bot.set_my_commands([("aide", "Aide")], admins))
    assert refused == "Can't use specified scope in private chats"
    group = world.group("Les Lilas")
    world.add_bot(group, by=ada)
    nobody = telegram.BotCommandScopeChatMember(group, 12345)
    assert await refusal(bot.set_my_commands([("aide", "Aide")], nobody)) == "User not found"


async def test_a_description_has_512_characters(bot: telegram.Bot, world: World) -> None:
    """By language."""
    await bot.set_my_description("Bonjour", "fr")
    assert world.descriptions == {"fr": "Bonjour"}
    assert (await bot.get_my_description("fr")).description == "Bonjour"
    assert await refusal(bot.set_my_description("x" * 513)) == "Bot description is too long"
