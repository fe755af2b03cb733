"""What the bot asks and sets besides talking: itself, its updates, chats, menus, files.

Knows the rules of those methods. Must not know HTTP.
"""

from __future__ import annotations

import json
import re

from tests.wire.bot_api_access import chat_of
from tests.wire.bot_api_errors import Json, bad_request
from tests.wire.bot_api_records import member_json
from tests.wire.bot_api_updates import Webhook
from tests.wire.bot_api_world import World

LARGEST_DOWNLOAD = 20 * 2**20
LONGEST_DESCRIPTION = 512
MOST_LINES = 40  # posts at once, unless the bot wants fewer or more

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}\Z")


def get_me(world: World, _given: Json) -> Json:
    """getMe."""
    return world.bot.json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": world.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(world: World, given: Json) -> list[Json]:
    """getUpdates."""
    updates = world.rooms.updates
    updates.listen_to(given.get("allowed_updates"))
    return await updates.take(
        given.get("offset", 0), limit=given.get("limit", 100), timeout=given.get("timeout", 0)
    )


def set_webhook(world: World, given: Json) -> bool:
    """setWebhook: getUpdates ends, and what waits is posted from now on."""
    url = given.get("url", "")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.match(given.get("secret_token", "")):
        raise bad_request("secret token contains unallowed characters")
    world.rooms.updates.listen_to(given.get("allowed_updates"))
    if given.get("drop_pending_updates"):
        world.rooms.updates.forget()
    most = min(max(given.get("max_connections", MOST_LINES), 1), 100)
    webhook = Webhook(url, given.get("secret_token", ""), most)
    world.rooms.updates.use_webhook(webhook if url else None)
    return True


def delete_webhook(world: World, given: Json) -> bool:
    """deleteWebhook."""
    if given.get("drop_pending_updates"):
        world.rooms.updates.forget()
    world.rooms.updates.use_webhook(None)
    return True


def webhook_info(world: World, _given: Json) -> Json:
    """getWebhookInfo: the secret is not shown."""
    webhook, pending = world.rooms.updates.webhook, world.rooms.updates.pending
    shown: Json = {"has_custom_certificate": False, "pending_update_count": pending}
    if webhook is None:
        return shown | {"url": ""}
    shown |= {"url": webhook.url, "max_connections": webhook.most}
    if webhook.last_error is not None:
        message, date = webhook.last_error
        shown |= {"last_error_message": message, "last_error_date": date}
    return shown


def get_chat(world: World, given: Json) -> Json:
    """getChat."""
    return chat_of(world, given).full_json()


def get_member(world: World, given: Json) -> Json:
    """getChatMember: whoever Telegram knows and is not there has left."""
    chat = chat_of(world, given)
    user = world.rooms.users.get(given["user_id"])
    if user is None:
        raise bad_request("user not found")
    private = "member" if user.id == chat.id else "left"
    return member_json(user, chat.members.get(user.id, private if chat.private else "left"))


def get_administrators(world: World, given: Json) -> list[Json]:
    """getChatAdministrators."""
    chat = chat_of(world, given)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(world.rooms.users[user_id], status)
        for user_id, status in chat.members.items()
        if status in ("creator", "administrator")
    ]


def leave_chat(world: World, given: Json) -> bool:
    """leaveChat."""
    chat = chat_of(world, given)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    world.rooms.place_bot(chat, world.bot.id, "left")
    return True


def set_commands(world: World, given: Json) -> bool:
    """setMyCommands."""
    world.commands[_menu(world, given)] = given["commands"]
    return True


def get_commands(world: World, given: Json) -> list[Json]:
    """getMyCommands: the menu of exactly that scope and language."""
    entries = world.commands.get(_menu(world, given), ())
    return [{"command": name, "description": line} for name, line in entries]


def delete_commands(world: World, given: Json) -> bool:
    """deleteMyCommands."""
    world.commands.pop(_menu(world, given), None)
    return True


def _menu(world: World, given: Json) -> str:
    scope = given.get("scope", {"type": "default"})
    if "chat_id" in scope and chat_of(world, scope).private and scope["type"] != "chat":
        raise bad_request("can't use specified scope in private chats")
    if scope["type"] == "chat_member" and scope["user_id"] not in world.rooms.users:
        raise bad_request("user not found")
    return menu_key(scope, given.get("language_code", ""))


def menu_key(scope: Json, language: str) -> str:
    """The key of a menu in `World.commands`."""
    return json.dumps([scope, language], sort_keys=True)


def menu_shown(world: World, user_id: int, chat_id: int) -> tuple[str, ...]:
    """The names that somebody's app shows them in a chat: the narrowest menu set for them.

    In the order of https://core.telegram.org/bots/api#determining-list-of-commands.
    """
    chat, user = world.rooms.chats[chat_id], world.rooms.users[user_id]
    here: Json = {"chat_id": chat_id}
    administers = chat.members.get(user_id) in ("creator", "administrator")
    scopes: list[Json] = [{"type": "chat"} | here, {"type": "all_private_chats"}]
    if not chat.private:
        admins = [{"type": "chat_administrators"} | here] if administers else []
        every = [{"type": "all_chat_administrators"}] if administers else []
        member = {"type": "chat_member", "user_id": user_id} | here
        scopes = [member, *admins, scopes[0], *every, {"type": "all_group_chats"}]
    for scope in (*scopes, {"type": "default"}):
        for language in (user.language, ""):
            if entries := world.commands.get(menu_key(scope, language)):
                return tuple(name for name, _ in entries)
    return ()


def set_description(world: World, given: Json) -> bool:
    """setMyDescription."""
    words = given.get("description", "")
    if len(words) > LONGEST_DESCRIPTION:
        raise bad_request("bot description is too long")
    world.descriptions[given.get("language_code", "")] = words
    return True


def get_description(world: World, given: Json) -> Json:
    """getMyDescription."""
    return {"description": world.descriptions.get(given.get("language_code", ""), "")}


def get_file(world: World, given: Json) -> Json:
    """getFile."""
    file = world.rooms.files.get(given["file_id"])
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    shown: Json = {"file_id": file.id, "file_unique_id": f"u{file.id}"}
    return shown | {"file_size": len(file.content), "file_path": file.path}
