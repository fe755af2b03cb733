"""A strict Telegram Bot API over HTTP on loopback, so that any Bot API client is its client.

Knows HTTP: paths, tokens, the four ways to give parameters, answers and broken connections. Must
not know what a method does. Every call is carried out at once between reading the request and
answering it: a client that vanishes leaves either the whole effect or none.
"""

from __future__ import annotations

import asyncio
import hmac
import inspect
import json
import re
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.wire import bot_api_messages as messages
from tests.wire import bot_api_pins as pins
from tests.wire import bot_api_settings as settings
from tests.wire import bot_api_topics as topics
from tests.wire.bot_api_errors import ApiError, Json, bad_request
from tests.wire.bot_api_parameters import NAMES, read
from tests.wire.bot_api_rules import Upload
from tests.wire.bot_api_settings import LARGEST_DOWNLOAD
from tests.wire.bot_api_webhook import Poster
from tests.wire.bot_api_world import Call, World

LARGEST_REQUEST = 64 * 2**20  # above the largest upload, whose own refusal comes first
_TOKEN = re.compile(r"\d{8,10}:[A-Za-z0-9_-]{35}\Z")

Method = Callable[[World, Json], Any]

METHODS: dict[str, Method] = {
    "getMe": settings.get_me,
    "getUpdates": settings.get_updates,
    "setWebhook": settings.set_webhook,
    "deleteWebhook": settings.delete_webhook,
    "getWebhookInfo": settings.webhook_info,
    "sendMessage": messages.send_message,
    "sendDocument": messages.send_document,
    "sendPhoto": messages.send_photo,
    "sendVideo": messages.send_video,
    "sendVoice": messages.send_voice,
    "editMessageText": messages.edit_text,
    "editMessageMedia": messages.edit_media,
    "editMessageCaption": messages.edit_caption,
    "editMessageReplyMarkup": messages.edit_markup,
    "deleteMessage": messages.delete_message,
    "answerCallbackQuery": messages.answer_query,
    "answerInlineQuery": messages.answer_inline,
    "getChat": settings.get_chat,
    "getChatMember": settings.get_member,
    "getChatAdministrators": settings.get_administrators,
    "setMyCommands": settings.set_commands,
    "getMyCommands": settings.get_commands,
    "deleteMyCommands": settings.delete_commands,
    "setMyDescription": settings.set_description,
    "getMyDescription": settings.get_description,
    "getFile": settings.get_file,
    "sendChatAction": messages.send_action,
    "leaveChat": settings.leave_chat,
    "pinChatMessage": pins.pin,
    "unpinChatMessage": pins.unpin,
    "createForumTopic": topics.create_topic,
    "editForumTopic": topics.edit_topic,
    "closeForumTopic": topics.close_topic,
    "reopenForumTopic": topics.reopen_topic,
    "deleteForumTopic": topics.delete_topic,
}


class BotApi:
    """A strict Bot API server on loopback, with the world it serves.

    After a stop, `start` takes the same port again, as a server that was down for a while does.
    `pace` shortens the pauses between two posts to a webhook: 1 is Telegram's own.
    """

    def __init__(self, world: World | None = None, *, pace: float = 1.0) -> None:
        self.world = world or World()
        self.poster = Poster(self.world.rooms, pace=pace)
        self.token = f"{self.world.bot.id}:AA{secrets.token_urlsafe(25)[:33]}"
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._posting: asyncio.Task[None] | None = None

    @property
    def base_url(self) -> str:
        """What a client puts before the token of a call."""
        return f"http://127.0.0.1:{self._port}/bot"

    @property
    def base_file_url(self) -> str:
        """What a client puts before the token of a download."""
        return f"http://127.0.0.1:{self._port}/file/bot"

    async def start(self) -> None:
        """Listen on 127.0.0.1, at a free port the first time."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/file/bot{token}/{path:.+}", self._download)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_route("*", "/{any:.*}", _nowhere)
        # A long poll whose client vanished is cancelled, not left to take the next updates.
        self._runner = web.AppRunner(
            app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self._posting = asyncio.create_task(self.poster.run())

    async def stop(self) -> None:
        """Close every connection and stop listening and posting; the world stays."""
        if self._posting is not None:
            self._posting.cancel()
            await asyncio.wait({self._posting})
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        try:
            result = await self._called(request)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        if result is _SILENCE:
            return await _hang_up(request)
        return web.json_response({"ok": True, "result": result})

    async def _called(self, request: web.Request) -> Any:
        self._check_token(request.match_info["token"])
        method = NAMES.get(request.match_info["method"].lower())
        raw = await _parameters(request)
        self.world.calls.append(Call(method or request.match_info["method"], raw))
        if method is None:
            raise ApiError(404, "Not Found")
        fault = self.world.faults.due(method, raw.get("chat_id"))
        if fault is None:
            return await self._performed(method, raw)
        if error := fault.error():
            raise error
        if fault.kind == "lost_answer":
            await self._unheard(method, raw)
        return _SILENCE

    async def _performed(self, method: str, raw: Json) -> Any:
        result = METHODS[method](self.world, read(method, raw))
        return await result if inspect.isawaitable(result) else result

    async def _unheard(self, method: str, raw: Json) -> None:
        try:
            await self._performed(method, raw)
        except ApiError:
            return  # a refusal is lost like any other answer

    def _check_token(self, token: str) -> None:
        token = unquote(token)
        if not _TOKEN.match(token):
            raise ApiError(404, "Not Found")
        if not hmac.compare_digest(token, self.token):
            raise ApiError(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request.match_info["token"])
            path = request.match_info["path"]
            files = self.world.rooms.files.values()
            file = next((one for one in files if one.path == path), None)
            if file is None or len(file.content) > LARGEST_DOWNLOAD:
                raise ApiError(404, "Not Found")
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        return web.Response(body=file.content, content_type="application/octet-stream")


_SILENCE = object()  # the result of a call that gets no answer


async def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.close()
    return web.Response()


async def _nowhere(_request: web.Request) -> web.StreamResponse:
    error = ApiError(404, "Not Found")
    return web.json_response(error.body(), status=error.code)


async def _parameters(request: web.Request) -> Json:
    """What was given in the address, and in the body as a form, in parts or as JSON."""
    if request.method not in ("GET", "POST"):
        raise ApiError(405, "Method Not Allowed")
    given: Json = dict(request.query)
    if request.method == "GET" or not request.can_read_body:
        return given
    try:
        if request.content_type == "application/json":
            return given | _object(await request.read())
        if request.content_type not in _FORMS:
            raise bad_request("unsupported content type of the request body")
        return given | await _form(request)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None


_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def _object(body: bytes) -> Json:
    try:
        value = json.loads(body)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse the request body: JSON object expected")
    return value


async def _form(request: web.Request) -> Json:
    given: Json = {}
    try:
        fields = await request.post()
    except ValueError:
        raise bad_request("strings must be encoded in UTF-8") from None
    for name, value in fields.items():
        if isinstance(value, web.FileField):
            with value.file as content:
                given[name] = Upload(value.filename, value.content_type, content.read())
        else:
            given[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return _attached(given)


def _attached(given: Json) -> Json:
    """Parameters that name an uploaded part by attach:// become that part."""
    links = {
        name: value.removeprefix("attach://")
        for name, value in given.items()
        if isinstance(value, str) and value.startswith("attach://")
    }
    if any(part not in given for part in links.values()):
        raise bad_request("wrong file identifier/HTTP URL specified")
    kept = {name: value for name, value in given.items() if name not in links.values()}
    return _attached_inside(kept | {name: given[part] for name, part in links.items()})


def _attached_inside(given: Json) -> Json:
    """The same for the media that an edit describes as JSON."""
    try:
        media = json.loads(given.get("media", ""))
        part = media["media"].removeprefix("attach://")
    except (AttributeError, KeyError, TypeError, ValueError):
        return given
    if part == media["media"] or part not in given:
        return given
    kept = {name: value for name, value in given.items() if name != part}
    return kept | {"media": media | {"media": given[part]}}
