"""A letter as a web page: no script, nothing fetched, readable aloud and on paper."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bot.papers.links import pieces_of
from bot.papers.plans import Pages

STYLE = """
:root{color-scheme:light dark;--ink:#212529;--soft:#5a636a;--green:#1f624a;--pale:#ecf4f0;
--ground:#fff;--line:#d5e2dc}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebe9;--soft:#a9b3ae;--green:#86cfb0;--pale:#1d2b25;
--ground:#141816;--line:#33443c}}
*{box-sizing:border-box}
body{margin:0;border-top:.5rem solid var(--green);background:var(--ground);color:var(--ink);
font:1.06rem/1.65 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main,header,footer{max-width:41rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.2rem}
header p{margin:0;color:var(--green);font-weight:650}
h1{margin:.35rem 0 .3rem;font-size:clamp(1.75rem,6vw,2.45rem);line-height:1.16;
letter-spacing:-.012em;text-wrap:balance}
.month{color:var(--soft);font-weight:400}
.opening{margin:1.8rem 0 0;padding:1.05rem 1.3rem;border-left:.3rem solid var(--green);
background:var(--pale);border-radius:0 .4rem .4rem 0;font-size:1.1rem}
.opening p{margin:0 0 .6rem}.opening p:last-child{margin:0}
h2{margin:2.4rem 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid var(--line);
color:var(--green);font-size:1.28rem;line-height:1.3}
ul{margin:0;padding-left:1.15rem}li{margin:0 0 .75rem}li::marker{color:var(--green)}
a{color:var(--green);text-underline-offset:.15em;overflow-wrap:anywhere}
a:focus-visible,button:focus-visible{outline:3px solid var(--green);outline-offset:3px}
nav{display:flex;flex-wrap:wrap;gap:.5rem 1.6rem;margin:3rem 0 2.5rem;padding-top:1rem;
border-top:1px solid var(--line)}
.list{list-style:none;padding:0}.list a{display:block;padding:.75rem 0;font-size:1.1rem}
.list li{margin:0;border-bottom:1px solid var(--line)}
button{margin:1.2rem 0 3rem;padding:.8rem 1.4rem;border:0;border-radius:.5rem;
background:var(--green);color:var(--ground);font:inherit;font-weight:650;cursor:pointer}
@media print{:root{--ink:#000;--soft:#444;--green:#1f624a;--pale:#fff;--ground:#fff;--line:#bbb}
body{border:0;font-size:11pt}nav{display:none}h2{break-after:avoid}li,.opening{break-inside:avoid}
a[href^="http"]{text-decoration:none}@page{margin:2cm}}
"""

_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{_DIGEST}'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
}
"""Nothing runs, nothing is fetched, nothing tells where somebody came from."""


@dataclass(frozen=True)
class Link:
    """An address and its words; `language` where they are in another one than the page."""

    words: str
    address: str
    language: str = ""


def letter_page(pages: Pages, links: Sequence[Link]) -> str:
    """A letter, whole."""
    title = pages.title or pages.head
    month = f'<p class="month">{escape(pages.head)}</p>' if pages.title else ""
    header = f"<p>{escape(pages.fabrique)}</p><h1>{escape(title)}</h1>{month}"
    opening = f'<div class="opening">{_paragraphs(pages.opening)}</div>' if pages.opening else ""
    chapters = "".join(_chapter(*one) for one in pages.chapters)
    return _page(pages.language, title, header, opening + chapters, links)


def list_page(
    language: str, title: str, letters: Sequence[Link], none: str, links: Sequence[Link]
) -> str:
    """All letters, the newest first."""
    rows = "".join(f"<li>{_link(one)}</li>" for one in letters)
    body = f'<ul class="list">{rows}</ul>' if rows else f"<p>{escape(none)}</p>"
    return _page(language, title, f"<h1>{escape(title)}</h1>", body, links)


def word_page(language: str, title: str, button: str = "") -> str:
    """A word to whoever opened a link, perhaps with something to do: a look alone does nothing,
    since mail is looked through by machines.
    """
    form = f'<form method="post"><button>{escape(button)}</button></form>' if button else ""
    return _page(language, title, f"<h1>{escape(title)}</h1>", form, ())


def linked(text: str, style: str = "") -> str:
    """A plain text as HTML, its addresses made links and its lines kept."""
    dressed = f' style="{style}"' if style else ""
    return "".join(
        f'<a href="{escape(address)}"{dressed}>{escape(piece)}</a>'
        if address
        else escape(piece).replace("\n", "<br>")
        for piece, address in pieces_of(text)
    )


def _page(language: str, title: str, header: str, body: str, links: Sequence[Link]) -> str:
    nav = f"<footer><nav>{''.join(map(_link, links))}</nav></footer>" if links else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body><header>{header}</header>\n<main>{body}</main>\n{nav}</body></html>\n"
    )


def _chapter(heading: str, paragraphs: Sequence[str]) -> str:
    items = "".join(f"<li>{linked(one)}</li>" for one in paragraphs)
    return f"<section><h2>{escape(heading)}</h2><ul>{items}</ul></section>"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{linked(line)}</p>" for line in text.splitlines())


def _link(link: Link) -> str:
    other = f' lang="{link.language}" hreflang="{link.language}"' if link.language else ""
    return f'<a href="{escape(link.address)}"{other}>{escape(link.words)}</a>'
