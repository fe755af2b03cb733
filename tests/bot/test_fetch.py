"""Fetching what somebody typed: public hosts only, and never more than was agreed."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.fetch import MOST_BYTES, MOST_REDIRECTS, Fetcher, FetchError, Version, is_public

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
ETAG = 'W/"7"'
MODIFIED = "Wed, 25 Nov 2026 08:00:00 GMT"
METADATA = "http://169.254.169.254/latest/meta-data/"
PUBLIC = "93.184.215.14"

HOSTILE = [
    "http://localhost/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[3fff::1]/",
    METADATA,
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://①②⑦.0.0.1/",
    "http://127。0。0。1/",
    f"http://{PUBLIC}:22/",
    f"https://{PUBLIC}:8448/",
    f"https://{PUBLIC}:99999/",
]
UNREADABLE = [
    "",
    "agenda",
    "http://",
    "https:///agenda.ics",
    "file:///etc/passwd",
    "ftp://agenda.example/a.ics",
    "gopher://agenda.example/",
    "javascript:alert(1)",
    "http://ada:secret@agenda.example/",
    "http://agenda.example@127.0.0.1/",
    "http://agenda.example/\x00",
    "http://[fe80::1%25eth0]/",
    "http://" + "a" * 2000 + ".example/",
]


async def calendar(_request: web.Request) -> web.Response:
    """A small calendar."""
    return web.Response(body=CALENDAR)


async def packed(_request: web.Request) -> web.Response:
    """The same, compressed in two members, as concatenated archives are."""
    body = gzip.compress(CALENDAR[:9]) + gzip.compress(CALENDAR[9:])
    return web.Response(body=body, headers={"Content-Encoding": "gzip"})


async def cut(_request: web.Request) -> web.Response:
    """The same, compressed, without its end."""
    return web.Response(body=zlib.compress(CALENDAR)[:-6], headers={"Content-Encoding": "deflate"})


async def bomb(_request: web.Request) -> web.Response:
    """A hundred megabytes of nothing in a hundred kilobytes."""
    body = gzip.compress(b"\0" * 100_000_000, compresslevel=9)
    return web.Response(body=body, headers={"Content-Encoding": "gzip"})


async def big(request: web.Request) -> web.StreamResponse:
    """More than the limit, without saying how much."""
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(MOST_BYTES // 1_000_000 + 1):
        await response.write(b" " * 1_000_000)
    return response


async def drip(request: web.Request) -> web.StreamResponse:
    """A byte now and then, for as long as anyone listens."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.02)


async def away(_request: web.Request) -> web.Response:
    """A redirect to what only the machine itself may ask."""
    return web.Response(status=302, headers={"Location": METADATA})


async def around(request: web.Request) -> web.Response:
    """As many redirects as the address says, then the calendar."""
    left = int(request.match_info["left"])
    if left == 0:
        return await calendar(request)
    return web.Response(status=302, headers={"Location": f"../around/{left - 1}"})


async def told(request: web.Request) -> web.Response:
    """What the server was told."""
    return web.Response(text=f"{request.headers['Host']} {request.headers['User-Agent']}")


async def marked(request: web.Request) -> web.Response:
    """A calendar with two marks, answered only to whoever has neither."""
    marks = request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")
    if marks == (ETAG, MODIFIED):
        return web.Response(status=304)
    return web.Response(body=CALENDAR, headers={"ETag": ETAG, "Last-Modified": MODIFIED})


async def odd_marks(_request: web.Request) -> web.Response:
    """A calendar whose mark is too long to be kept."""
    return web.Response(body=CALENDAR, headers={"ETag": f'"{"x" * 600}"'})


async def unchanged(_request: web.Request) -> web.Response:
    """Nothing is new, whatever was asked."""
    return web.Response(status=304)


async def busy(request: web.Request) -> web.Response:
    """Too many readers: come back later."""
    wait = {"Retry-After": request.query["wait"], "Date": "Wed, 25 Nov 2026 08:00:00 GMT"}
    return web.Response(status=429, headers=wait)


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """A server of this machine."""
    app = web.Application()
    views = (calendar, packed, cut, bomb, big, drip, away, told)
    for view in (*views, marked, odd_marks, unchanged, busy):
        app.router.add_get(f"/{view.__name__}", view)
    app.router.add_get("/around/{left}", around)
    server = TestServer(app)
    async with server:
        yield server


def fetcher(server: TestServer, *, whole_seconds: float = 20.0) -> Fetcher:
    """One that may visit the server of this test, and no other."""
    return Fetcher(
        allow=lambda host, port: (host, port) == (server.host, server.port),
        whole_seconds=whole_seconds,
    )


async def refused(fetch: Fetcher, url: str) -> str:
    """The name of the refusal."""
    with pytest.raises(FetchError) as error:
        await fetch.get(url)
    return error.value.name


@pytest.mark.parametrize("url", HOSTILE)
async def test_each_spelling_of_a_private_place_is_refused(url: str) -> None:
    """Whatever an address is written or wrapped in, it is judged as what it is."""
    assert await refused(Fetcher(), url) in ("refusal-address-private", "refusal-address-unread")


@pytest.mark.parametrize("url", UNREADABLE)
async def test_what_is_no_address_of_the_web_is_unread(url: str) -> None:
    """No other scheme, no password, no control character."""
    assert await refused(Fetcher(), url) == "refusal-address-unread"


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"])
def test_public_addresses_are_public(address: str) -> None:
    """Behind NAT64 too."""
    assert is_public(address)


async def test_a_name_with_one_private_address_is_refused() -> None:
    """The connection might take that one."""

    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return [PUBLIC, "127.0.0.1"]

    fetch = Fetcher(resolve=resolve)
    assert await refused(fetch, "https://agenda.example/") == "refusal-address-private"


async def test_a_name_is_resolved_once_and_that_answer_is_visited(server: TestServer) -> None:
    """A name that points elsewhere a moment later changes nothing, and the server is told it."""
    answers = [["127.0.0.1"], ["127.0.0.2"]]

    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return answers.pop(0)

    fetch = Fetcher(allow=lambda host, _port: host == "agenda.example", resolve=resolve)
    said = await fetch.get(f"http://agenda.example:{server.port}/told")
    assert said.content == f"agenda.example:{server.port} fabrique-bot".encode()
    assert answers == [["127.0.0.2"]]


async def test_a_dead_address_is_passed_over(server: TestServer) -> None:
    """A host with an IPv6 address that leads nowhere is still reached."""

    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return ["::1", "127.0.0.1"]

    fetch = Fetcher(allow=lambda _host, _port: True, resolve=resolve)
    said = await fetch.get(f"http://agenda.example:{server.port}/calendar")
    assert said.content == CALENDAR


@pytest.mark.parametrize("path", ["/calendar", "/packed", f"/around/{MOST_REDIRECTS}"])
async def test_a_calendar_is_fetched(server: TestServer, path: str) -> None:
    """As it is, compressed, or after four redirects."""
    said = await fetcher(server).get(str(server.make_url(path)))
    assert (said.content, said.version) == (CALENDAR, Version())


@pytest.mark.parametrize(
    ("path", "refusal"),
    [
        ("/away", "refusal-address-private"),
        (f"/around/{MOST_REDIRECTS + 1}", "refusal-address-unreachable"),
        ("/bomb", "refusal-address-too-big"),
        ("/big", "refusal-address-too-big"),
        ("/cut", "refusal-address-unreachable"),
        ("/nowhere", "refusal-address-status"),
    ],
)
async def test_a_bad_answer_is_refused(server: TestServer, path: str, refusal: str) -> None:
    """A redirect to the machine's own secrets, a loop, a bomb, half a file, a missing page."""
    assert await refused(fetcher(server), str(server.make_url(path))) == refusal


async def test_a_status_is_told(server: TestServer) -> None:
    """Whoever typed the address can see that the page is missing."""
    with pytest.raises(FetchError) as error:
        await fetcher(server).get(str(server.make_url("/nowhere")))
    assert error.value.values == {"status": 404}


async def test_a_server_that_drips_is_cut(server: TestServer) -> None:
    """Each byte comes in time, the whole does not."""
    fetch = fetcher(server, whole_seconds=0.3)
    assert await refused(fetch, str(server.make_url("/drip"))) == "refusal-address-unreachable"


async def test_what_did_not_change_is_not_sent_again(server: TestServer) -> None:
    """The server's own marks are handed back to it, through a redirect as well."""
    fetch, url = fetcher(server), str(server.make_url("/marked"))
    first = await fetch.get(url)
    assert (first.content, first.version) == (CALENDAR, Version(ETAG, MODIFIED))
    again = await fetch.get(url, first.version)
    assert (again.content, again.version) == (None, first.version)


async def test_a_mark_that_cannot_be_handed_back_is_dropped(server: TestServer) -> None:
    """Then everything is read each time."""
    said = await fetcher(server).get(str(server.make_url("/odd_marks")))
    assert said.version == Version()


async def test_nothing_new_to_somebody_who_has_nothing_is_an_error(server: TestServer) -> None:
    """A server that answers 304 to a first visit would else leave us with nothing for good."""
    url = str(server.make_url("/unchanged"))
    assert await refused(fetcher(server), url) == "refusal-address-status"


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        ("3600", timedelta(hours=1)),
        ("Wed, 25 Nov 2026 10:30:00 GMT", timedelta(hours=2, minutes=30)),
        ("soon", None),
        ("Wed, 25 Nov 2026 10:30:00", None),
        ("99999999999999999999", None),
    ],
)
async def test_a_server_may_ask_to_be_left_alone(
    server: TestServer, asked: str, wait: timedelta | None
) -> None:
    """In seconds, or until a date that its own clock is measured against."""
    with pytest.raises(FetchError) as error:
        await fetcher(server).get(str(server.make_url("/busy").with_query(wait=asked)))
    assert error.value.wait == wait


async def test_a_site_can_see_who_reads_it(server: TestServer) -> None:
    """The project by its name, and the operator's page where there is one."""
    fetch = Fetcher(allow=lambda _host, _port: True, contact="https://exemple.org/robot")
    said = await fetch.get(str(server.make_url("/told")))
    assert said.content is not None
    assert said.content.decode().endswith(" fabrique-bot (+https://exemple.org/robot)")


async def test_webcal_is_https() -> None:
    """The address that calendars give for subscribing."""
    asked: list[tuple[str, int]] = []

    async def resolve(host: str, port: int) -> Sequence[str]:
        asked.append((host, port))
        return []

    await refused(Fetcher(resolve=resolve), "webcal://agenda.example/a.ics")
    assert asked == [("agenda.example", 443)]
