"""Fetching an address that somebody typed, without letting it reach what is not public.

Knows the web's ways to say "localhost". Must not know what the content is for. Each address is
resolved once, every answer has to be public, and the connection goes to that very answer, so that
a name cannot point elsewhere between the check and the visit.
"""

from __future__ import annotations

import asyncio
import socket
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Protocol

import httpx

MOST_BYTES = 5_000_000
MOST_REDIRECTS = 4
MOST_ADDRESSES = 3  # of one name: enough for a dead IPv6 route beside a live IPv4 one
ADDRESS_MOST = 2000
STEP_SECONDS = 5.0  # to connect, and between two pieces of an answer
WHOLE_SECONDS = 10.0
MARK_MOST = 500  # characters of a version's mark that are worth keeping
USER_AGENT = "fabrique-bot"

PORTS = {"http": 80, "https": 443}
_GLOBAL_UNICAST = IPv6Network("2000::/3")  # RFC 4291: nothing outside it is on the Internet
_DOCUMENTATION = IPv6Network("3fff::/20")  # RFC 9637, unknown to Python 3.11
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
ACCEPT = "text/calendar, application/atom+xml, application/rss+xml;q=0.9, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

Address = IPv4Address | IPv6Address
Allow = Callable[[str, int], bool]
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


class FetchError(Exception):
    """An address that was not read. `name` is the id of the message that explains it."""

    wait: timedelta | None = None
    """How long the server asks to be left alone."""

    def __init__(self, name: str, /, **values: object) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


@dataclass(frozen=True)
class Version:
    """The marks by which a server knows again what it answered (RFC 9110, 8.8)."""

    etag: str | None = None
    modified: str | None = None


NEVER_READ = Version()


@dataclass(frozen=True)
class Answer:
    """What an address answered, decompressed; without content, nothing is new since `version`."""

    content: bytes | None
    version: Version = NEVER_READ


class Fetch(Protocol):
    """How the content of an address is obtained."""

    async def get(self, url: str, known: Version = NEVER_READ) -> Answer:
        """What it answers to somebody who has the `known` version; raises FetchError."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """Every address the system knows for a host, in its order of preference."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


class Fetcher:
    """Fetches from public hosts, and from those that `allow` accepts by name and port."""

    def __init__(
        self,
        *,
        allow: Allow = lambda _host, _port: False,
        resolve: Resolve = resolve,
        whole_seconds: float = WHOLE_SECONDS,
        contact: str | None = None,
    ) -> None:
        """Sites that are read find the page `contact`, of who reads them, in their logs."""
        self._allow = allow
        self._resolve = resolve
        self._agent = f"{USER_AGENT} (+{contact})" if contact else USER_AGENT
        self._whole_seconds = whole_seconds
        self._tls = httpx.create_ssl_context(trust_env=False)

    async def get(self, url: str, known: Version = NEVER_READ) -> Answer:
        """What the address answers, at most 5 MB of it; raises FetchError."""
        try:
            async with asyncio.timeout(self._whole_seconds):
                return await self._follow(_parsed(url), known)
        except (TimeoutError, OSError, httpx.HTTPError, zlib.error):
            raise FetchError("refusal-address-unreachable") from None

    async def _follow(self, url: httpx.URL, known: Version) -> Answer:
        """Where an address leads today. No redirect is remembered, not even a permanent one: it
        costs one request a reading, while a lapsed domain could send us elsewhere for good.
        """
        for _ in range(MOST_REDIRECTS + 1):
            found = await self._visit(url, known)
            if isinstance(found, Answer):
                return found
            url = _joined(url, found)
        raise FetchError("refusal-address-unreachable")

    async def _visit(self, url: httpx.URL, known: Version) -> Answer | str:
        """The answer, or the address it has moved to."""
        addresses = await self._addresses(url)
        for address in addresses[:-1]:
            try:
                return await self._request(url, address, known)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._request(url, addresses[-1], known)

    async def _addresses(self, url: httpx.URL) -> Sequence[str]:
        """What to connect to: all of a name's addresses, if each one is public."""
        host, port = url.raw_host.decode("ascii"), url.port or PORTS.get(url.scheme, 0)
        allowed = self._allow(host, port)
        if url.scheme not in PORTS or not host or "%" in host or url.userinfo:
            raise FetchError("refusal-address-unread")
        if port not in PORTS.values() and not allowed:
            raise FetchError("refusal-address-private")
        try:
            found = await self._resolve(host, port)
        except UnicodeError:
            raise FetchError("refusal-address-unread") from None
        if not found:
            raise FetchError("refusal-address-unreachable")
        if not allowed and not all(is_public(address) for address in found):
            raise FetchError("refusal-address-private")
        return found[:MOST_ADDRESSES]

    async def _request(self, url: httpx.URL, address: str, known: Version) -> Answer | str:
        """One request to one address, in the name of the host; nothing is kept between two."""
        async with (
            httpx.AsyncClient(verify=self._tls, trust_env=False, timeout=STEP_SECONDS) as client,
            client.stream(
                "GET",
                url.copy_with(host=address),
                headers={
                    "Host": url.netloc.decode("ascii"),
                    "User-Agent": self._agent,
                    "Accept": ACCEPT,
                    "Accept-Encoding": "gzip",
                    **_conditions(known),
                },
                extensions={"sni_hostname": url.raw_host.decode("ascii")},
            ) as response,
        ):
            moved = response.headers.get("Location")
            if response.status_code in _REDIRECTS and moved:
                return str(moved)
            if response.status_code == httpx.codes.NOT_MODIFIED and known != NEVER_READ:
                return Answer(None, known)
            if response.status_code != httpx.codes.OK:
                raise _unwell(response)
            return Answer(await _content(response), _version(response.headers))


def _conditions(known: Version) -> Mapping[str, str]:
    """What asks for nothing but news."""
    named = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: mark for name, mark in named.items() if mark is not None}


def _version(headers: httpx.Headers) -> Version:
    return Version(_mark(headers.get("ETag")), _mark(headers.get("Last-Modified")))


def _mark(written: str | None) -> str | None:
    """A mark that can be sent back as it came."""
    fits = written and len(written) <= MARK_MOST and written.isascii() and written.isprintable()
    return written if fits else None


def _unwell(response: httpx.Response) -> FetchError:
    error = FetchError("refusal-address-status", status=response.status_code)
    error.wait = _wait(response.headers)
    return error


def _wait(headers: httpx.Headers) -> timedelta | None:
    """What Retry-After asks for, in seconds or until a date by the server's own clock."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isdecimal() and len(asked) < 9:
        return timedelta(seconds=int(asked))
    try:
        return parsedate_to_datetime(asked) - parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError):
        return None


def _parsed(written: str) -> httpx.URL:
    text = written.strip()
    scheme, _, rest = text.partition("://")
    if scheme.lower() == "webcal":
        text = f"https://{rest}"
    if len(text) > ADDRESS_MOST:
        raise FetchError("refusal-address-unread")
    try:
        return httpx.URL(text)
    except (httpx.InvalidURL, ValueError):
        raise FetchError("refusal-address-unread") from None


def _joined(url: httpx.URL, moved: str) -> httpx.URL:
    try:
        return _parsed(str(url.join(moved)))
    except (httpx.InvalidURL, ValueError):
        raise FetchError("refusal-address-unread") from None


def is_public(written: str) -> bool:
    """Whether an address is on the public Internet, whatever it is wrapped in."""
    try:
        address = _unwrapped(ip_address(written))
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        known = address in _GLOBAL_UNICAST and address not in _DOCUMENTATION
        return known and address.is_global
    return address.is_global and not address.is_multicast and not address.is_reserved


def _unwrapped(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one: mapped, behind NAT64, or 6to4."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address


async def _content(response: httpx.Response) -> bytes:
    """The body, decompressed piece by piece so that a small answer cannot fill the memory."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower() or "identity"
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchError("refusal-address-unreachable")
    received = _bounded(response.aiter_raw())
    if encoding != "identity":
        received = _bounded(_inflated(received))
    return b"".join([piece async for piece in received])


async def _bounded(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    size = 0
    async for piece in pieces:
        size += len(piece)
        if size > MOST_BYTES:
            raise FetchError("refusal-address-too-big")
        yield piece


async def _inflated(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The text of one or several gzip or zlib members, 64 KB at a time."""
    member = zlib.decompressobj(zlib.MAX_WBITS | 32)
    async for piece in pieces:
        while piece:
            if member.eof:
                member = zlib.decompressobj(zlib.MAX_WBITS | 32)
            yield member.decompress(piece, 65_536)
            piece = member.unconsumed_tail or member.unused_data
    if not member.eof:
        raise zlib.error("the end is missing")
