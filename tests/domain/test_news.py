"""Sites' news, as programs write them: entries are told apart, and nothing else is believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.feeds import Kind, kind_of
from domain.news import MOST_ENTRIES, Entry, News, read

SITE = "https://larouelibre.exemple.org/fil"
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<entry><id>a</id><title>Ancien</title><link href="/ancien"/>
<updated>2026-01-02T10:00:00Z</updated><summary>Un</summary></entry>
<entry><id>b</id><title type="html">Nouveau &amp;lt;b&amp;gt;vélo&amp;lt;/b&amp;gt;</title>
<link href="https://larouelibre.exemple.org/nouveau"/>
<updated>2026-01-05T10:00:00Z</updated>
<content type="html">&lt;p&gt;Deux&lt;/p&gt;</content></entry>
</feed>"""


def rss(*items: str) -> bytes:
    """A site's news in RSS."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{inside}</channel></rss>'.encode()


def titles(news: News) -> list[str]:
    """What it tells, in its order."""
    return [entry.title for entry in news.entries]


def test_atom_is_read_newest_first() -> None:
    """With links made whole and markup gone."""
    new, old = read(ATOM.encode(), address=SITE).entries
    assert (old.title, old.link, old.text) == (
        "Ancien",
        "https://larouelibre.exemple.org/ancien",
        "Un",
    )
    assert (new.title, new.text) == ("Nouveau vélo", "Deux")


def test_entries_without_a_date_stay_in_their_order() -> None:
    """French dates are not understood, and order nothing."""
    date = "<pubDate>mardi 3 mars 2026</pubDate>"
    news = read(rss(f"<title>Un</title>{date}", f"<title>Deux</title>{date}"), address=SITE)
    assert titles(news) == ["Un", "Deux"]


def test_an_entry_keeps_its_key_when_its_words_change() -> None:
    """By its id, else its link, else its title."""
    for mark in ("<guid>7</guid>", "<link>https://exemple.org/7</link>"):
        [first] = read(rss(f"{mark}<title>Avant</title>"), address=SITE).entries
        [second] = read(rss(f"{mark}<title>Après</title>"), address=SITE).entries
        assert first.key == second.key


def test_what_has_no_words_is_no_entry_and_what_comes_twice_is_one() -> None:
    """A description stands for a title that is missing."""
    news = read(
        rss(
            "<guid>1</guid>",
            "<guid>2</guid><description>Un mot</description>",
            "<guid>3</guid><title>Deux fois</title>",
            "<guid>3</guid><title>Deux fois</title>",
        ),
        address=SITE,
    )
    assert titles(news) == ["Un mot", "Deux fois"]


def test_only_links_of_the_web_are_kept() -> None:
    """What a press would run is no link."""
    [entry] = read(rss("<title>Oh</title><link>javascript:alert(1)</link>"), address=SITE).entries
    assert entry.link == ""


@pytest.mark.parametrize(
    "content", [b"", b"   ", b"<html><body>Connexion</body></html>", b"bonjour", b"{}"]
)
def test_what_is_no_news_is_refused(content: bytes) -> None:
    """A login page that answers 200 is no end of the news."""
    with pytest.raises(Refusal, match="refusal-address-page"):
        read(content, address=SITE)


def test_a_content_is_never_taken_for_the_name_of_a_file(tmp_path: Path) -> None:
    """The library opens what looks like a path, when it is given bytes."""
    secret = tmp_path / "secret.xml"
    secret.write_bytes(rss("<title>Secret</title>"))
    with pytest.raises(Refusal):
        read(str(secret).encode(), address=SITE)


def test_what_another_file_says_is_not_read(tmp_path: Path) -> None:
    """No entity leads out of the content."""
    secret = tmp_path / "secret"
    secret.write_text("motdepasse")
    whole = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
        '<rss version="2.0"><channel><item><title>Oh &x;</title></item></channel></rss>'
    )
    assert "motdepasse" not in str(read(whole.encode(), address=SITE))


def test_two_hundred_entries_are_enough() -> None:
    """A site that tells its whole past is cut."""
    items = (f"<guid>{number}</guid><title>Titre</title>" for number in range(MOST_ENTRIES + 50))
    assert len(read(rss(*items), address=SITE).entries) == MOST_ENTRIES


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"BEGIN:VCALENDAR\r\n", Kind.CALENDAR),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\nDESCRIPTION:<html>", Kind.CALENDAR),
        ("BEGIN:VCALENDAR\r\n".encode("utf-16"), Kind.CALENDAR),
        (b"<br />\n<b>Warning</b>\nBEGIN:VCALENDAR\r\n", Kind.CALENDAR),
        (b"BEGIN:VEVENT", Kind.CALENDAR),
        (b"", Kind.CALENDAR),
        (ATOM.encode(), Kind.NEWS),
        (rss(), Kind.NEWS),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', Kind.NEWS),
        (b"\xef\xbb\xbf\n<rss version='2.0'>", Kind.NEWS),
    ],
)
def test_a_content_says_what_it_is(content: bytes, kind: Kind) -> None:
    """Whatever its address ends with."""
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html>",
        b"\n\n<HTML lang='fr'>BEGIN:VCALENDAR",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html><body><rss >',
    ],
)
def test_a_page_is_neither(page: bytes) -> None:
    """Mostly somebody has to log in."""
    with pytest.raises(Refusal, match="refusal-address-page"):
        kind_of(page)


@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes_are_read_or_refused(noise: bytes, text: str) -> None:
    """In a title, and in the place of all."""
    for content in (noise, rss(f"<title>{text}</title>", "<title>Bon</title>") + noise):
        try:
            found = read(content, address=SITE)
        except Refusal:
            continue
        assert all(isinstance(entry, Entry) for entry in found.entries)
