"""The agenda as a page: to be read by anybody, on any device, by ear and on paper.

Knows the shape of a page. Must not know where events are kept. Nothing on it runs, and nothing is
fetched for it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from html import escape
from http import HTTPStatus
from pathlib import Path

from bot.told_events import Teller
from bot.web.answers import Content
from bot.web.spoken import CHOSEN
from chat.words import Words
from domain.agenda import days_of, local_span
from domain.events import Event, Status
from domain.ics import location_of, venue_of, web_address
from domain.values import NearDay, OnDate
from domain.venues import Venue
from domain.week import Week, lasts

STYLE = Path(__file__).with_name("agenda.css").read_text(encoding="utf-8")
_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "vary": "Accept-Language",
    "content-security-policy": f"default-src 'none'; style-src 'sha256-{_HASH}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

Venues = Sequence[Venue]


def agenda_page(teller: Teller, week: Week, venues: Venues) -> Content:
    """The coming days, what goes on for long at their end."""
    zone = teller.fabrique.zone
    lasting = [one for one in week.events if lasts(one, zone, since=week.first)]
    single = [one for one in week.events if one not in lasting]
    days = days_of(single, week.first, week.last, zone)
    parts = [_day(teller, day, events, venues) for day, events in days]
    if lasting:
        parts.append(_lasting(teller, lasting, venues))
    if not parts:
        parts.append(_paragraph("empty", teller.plain(Words("web-empty"))))
    span = {"first": NearDay(week.first), "last": NearDay(week.last)}
    lead = _paragraph("lead", teller.plain(Words("web-lead", span)))
    return _page(teller, teller.plain(Words("web-title")), lead + _ways(teller), "".join(parts))


def event_page(teller: Teller, event: Event, venues: Venues) -> Content:
    """All that is known of one event."""
    page = teller.fabrique.event_page(event.id) or ""
    rows = [(teller.plain(Words("web-when")), _time(teller, event, teller.when(event)))]
    if place := location_of(event, venue_of(event, venues)):
        rows.append((teller.plain(Words("web-where")), escape(place)))
    rows += [(what, escape(told)) for what, told in teller.facts(event)]
    terms = "".join(f"<dt>{escape(what)}</dt><dd>{told}</dd>\n" for what, told in rows)
    links = _link(f"{page}.ics", teller.plain(Words("web-add")), "button")
    if more := web_address(event.link):
        links += _link(more, teller.plain(Words("web-more")), "button quiet", "nofollow ugc")
    body = f"<dl>\n{terms}</dl>\n" + _text(event.details.text)
    body += f'<p class="ways">{links}</p>'
    back = _link(teller.fabrique.agenda_page or "", teller.plain(Words("web-whole")))
    return _page(
        teller, event.title, _badge(teller, event), body, after=f'<p class="back">{back}</p>'
    )


def gone_page(teller: Teller) -> Content:
    """For whoever followed a link to what is not there."""
    back = _link(teller.fabrique.agenda_page or "", teller.plain(Words("web-whole")))
    title = teller.plain(Words("web-gone"))
    return _page(teller, title, "", f"<p>{back}</p>", status=HTTPStatus.NOT_FOUND)


def _page(
    teller: Teller,
    title: str,
    lead: str,
    body: str,
    *,
    after: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> Content:
    fabrique, language = teller.fabrique, teller.language.code
    page = escape(fabrique.agenda_page or "")
    other = "en" if language == "fr" else "fr"
    whole = teller.plain(teller.calendar_name)
    footer = escape(teller.plain(Words("web-footer", {"fabrique": fabrique.name})))
    switch = escape(teller.plain(Words("web-other-language")))
    document = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)} · {escape(fabrique.name)}</title>\n"
        f'<link rel="alternate" type="application/atom+xml" title="{escape(whole)}" '
        f'href="{page}.atom">\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f'<a class="skip" href="#main">{escape(teller.plain(Words("web-skip")))}</a>\n'
        f'<header>\n<p class="whose"><a href="{page}">{escape(fabrique.name)}</a> '
        f'<a href="?{CHOSEN}={other}" lang="{other}" hreflang="{other}">{switch}</a></p>\n'
        f"<h1>{escape(title)}</h1>\n{lead}</header>\n"
        f'<main id="main">\n{body}</main>\n{after}<footer><p>{footer}</p></footer>\n'
        f"</body>\n</html>\n"
    )
    return Content(document.encode(), "text/html", headers=HEADERS, status=status)


def _ways(teller: Teller) -> str:
    """How to follow the agenda elsewhere."""
    page = teller.fabrique.agenda_page or ""
    follow = f"webcal{page.removeprefix('https')}.ics"
    links = _link(follow, teller.plain(Words("web-follow")), "button")
    links += _link(f"{page}.atom", teller.plain(Words("web-feed")), "button quiet")
    return f'<p class="ways">{links}</p>\n'


def _day(teller: Teller, day: date, events: Iterable[Event], venues: Venues) -> str:
    items = "".join(_item(teller, one, teller.hours(one), venues) for one in events)
    name = f'<time datetime="{day}">{escape(_near(teller, day))}</time>'
    return _section(f"j{day}", name, items)


def _lasting(teller: Teller, events: Iterable[Event], venues: Venues) -> str:
    items = []
    for one in events:
        _, last = local_span(one, teller.fabrique.zone)
        until = teller.plain(Words("web-until", {"day": OnDate(last)}))
        items.append(_item(teller, one, until, venues))
    return _section("duree", escape(teller.plain(Words("web-lasting"))), "".join(items))


def _section(name: str, heading: str, items: str) -> str:
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{heading}</h2>\n'
        f"<ul>\n{items}</ul></section>\n"
    )


def _item(teller: Teller, event: Event, when: str, venues: Venues) -> str:
    """An event in three short lines."""
    page = teller.fabrique.event_page(event.id) or ""
    off = event.status in (Status.CANCELLED, Status.POSTPONED)
    title = f"<s>{escape(event.title)}</s>" if off else escape(event.title)
    where = location_of(event, venue_of(event, venues))
    told = [_paragraph("where", where)] if where else []
    if facts := " · ".join(teller.short(event)):
        told.append(_paragraph("known", facts))
    return (
        f'<li{" class=off" if off else ""}><p class="hour">{_time(teller, event, when)}</p><div>'
        f'<h3>{_badge(teller, event)}<a href="{escape(page)}">{title}</a></h3>'
        f"{''.join(told)}</div></li>\n"
    )


def _badge(teller: Teller, event: Event) -> str:
    status = teller.status(event)
    return f'<span class="badge">{escape(status)}</span> ' if status else ""


def _time(teller: Teller, event: Event, shown: str) -> str:
    start = event.start.astimezone(teller.fabrique.zone)
    machine = f"{start.date()}" if event.all_day else start.isoformat("T", "minutes")
    return f'<time datetime="{machine}">{escape(shown)}</time>'


def _text(text: str) -> str:
    """Somebody's words, in their own paragraphs."""
    blocks = (one.strip() for one in text.split("\n\n"))
    return "".join(f"<p>{escape(one).replace(chr(10), '<br>')}</p>\n" for one in blocks if one)


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{escape(text)}</p>\n'


def _link(address: str, label: str, kind: str = "", relation: str = "") -> str:
    more = f' class="{kind}"' if kind else ""
    more += f' rel="{relation}"' if relation else ""
    return f'<a href="{escape(address)}"{more}>{escape(label)}</a> '


def _near(teller: Teller, day: date) -> str:
    return teller.plain(Words("web-day", {"day": NearDay(day)}))
