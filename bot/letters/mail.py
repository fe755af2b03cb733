"""A letter as a mail: plain words and HTML with its styles inside, nothing fetched, nobody watched.

Must not know how mail travels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from html import escape

from bot.letters.page import linked
from bot.papers.plans import Pages
from domain.mailings import Reader, code_of

INK, SOFT, GREEN, PALE, LINE = "#212529", "#5a636a", "#1f624a", "#ecf4f0", "#d5e2dc"
FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif"
LINK = f"color:{GREEN}"
DARK = """
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media(prefers-color-scheme:dark){
body,.ground{background:#141816!important}
.ink,.ink li,.ink p,.ink h1{color:#e8ebe9!important}
.ink h2,.ink .green,.ink a{color:#86cfb0!important}
.ink .soft,.ink .soft a{color:#a9b3ae!important}
.opening{background:#1d2b25!important}
.ink .button{background:#86cfb0!important;color:#141816!important}
}
"""
"""What programs that honour it show at night; the others show the day's colours."""

Say = Callable[..., str]
"""A message by its id with its values, in the reader's language."""


@dataclass(frozen=True)
class Sender:
    """In whose name mail leaves. `site` is the public address of our pages, if they have one."""

    address: str
    reply_to: str | None = None
    site: str | None = None

    @property
    def domain(self) -> str:
        """Where its messages are named."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True)
class Envelope:
    """To whom, when, in which fabrique's name; `slug` is the fabrique's in addresses."""

    sender: Sender
    reader: Reader
    fabrique: str
    slug: str
    at: datetime
    about: str

    def link(self, what: str) -> str | None:
        """A page of ours that knows the reader by their token."""
        site = self.sender.site
        return f"{site}/lettre/{what}/{self.reader.token}" if site else None


def letter_mail(pages: Pages, envelope: Envelope, say: Say) -> EmailMessage:
    """One issue of the letter for one reader."""
    site = envelope.sender.site
    here = f"{site}/lettre/{envelope.slug}/{envelope.about}?lang={pages.language}" if site else None
    leave = envelope.link("stop")
    subject = say("mail-letter-subject", head=pages.head, title=pages.title)
    message = _message(envelope, subject)
    why = say("mail-why", fabrique=envelope.fabrique)
    links = [(say("mail-web"), here), (say("mail-leave"), leave)] if here and leave else []
    alone = "" if links else say("mail-leave-chat")
    message.set_content(_letter_text(pages, why, links, alone))
    html = _letter_html(pages, why, links, alone)
    message.add_alternative(html, subtype="html")
    message["List-Id"] = f"<lettre.{envelope.slug}.{envelope.sender.domain}>"
    back = envelope.sender.reply_to or envelope.sender.address
    message["List-Unsubscribe"] = f"<{leave}>" if leave else f"<mailto:{back}?subject=stop>"
    if leave:
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Precedence"] = "bulk"
    return _bound(message, envelope)


def asking_mail(envelope: Envelope, say: Say, language: str) -> EmailMessage:
    """Whether the owner of an address wants the letter; to one who has it, that somebody asked, and
    a code by which they may say that it is theirs.
    """
    message = _message(envelope, say("mail-ask-subject"))
    known = envelope.reader.reads
    why = say("mail-ask-known" if known else "mail-ask-why", fabrique=envelope.fabrique)
    link, code = envelope.link("oui"), code_of(envelope.reader.token)
    parts = [say("mail-ask-hello"), why]
    button = ""
    if known:
        parts += [say("mail-ask-known-code"), code]
    else:
        hint = say("mail-ask-code" if link else "mail-ask-code-only")
        parts += [*([link] if link else []), hint, code, say("mail-ask-else")]
        button = _button(say("mail-ask-button"), link) if link else ""
    message.set_content("\n\n".join(parts) + "\n")
    shown = [button if one == link else _asked(one, code) for one in parts]
    message.add_alternative(_html(language, message["Subject"], "".join(shown)), subtype="html")
    return _bound(message, envelope)


def _message(envelope: Envelope, subject: str) -> EmailMessage:
    sender, reader = envelope.sender, envelope.reader
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr((envelope.fabrique, sender.address))
    message["To"] = reader.address
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(envelope.at)
    message["Message-ID"] = f"<{_digest(envelope)}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    if sender.reply_to:
        message["Reply-To"] = sender.reply_to
    return message


def _digest(envelope: Envelope) -> str:
    """The same for the same issue and reader, and nobody's token."""
    told = f"{envelope.about} {envelope.reader.token}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _bound(message: EmailMessage, envelope: Envelope) -> EmailMessage:
    """The same bytes for the same mail: its parts are parted by what names it."""
    message.set_boundary(f"=_{_digest(envelope)}")
    return message


def _letter_text(pages: Pages, why: str, links: Sequence[tuple[str, str]], alone: str) -> str:
    lines = [pages.fabrique, pages.head, *([pages.title.upper()] if pages.title else []), ""]
    if pages.opening:
        lines += [pages.opening, ""]
    for heading, paragraphs in pages.chapters:
        lines += [heading.upper(), ""]
        for one in paragraphs:
            lines += [f"* {one}".replace("\n", "\n  "), ""]
    lines += ["-- ", why, *(f"{words}: {address}" for words, address in links)]
    return "\n".join([*lines, *([alone] if alone else [])]) + "\n"


def _letter_html(pages: Pages, why: str, links: Sequence[tuple[str, str]], alone: str) -> str:
    title = pages.title or pages.head
    month = pages.head if pages.title else ""
    body = (
        f'<p class="green" style="margin:0;color:{GREEN};font-weight:650">'
        f"{escape(pages.fabrique)}</p>"
        f'<h1 style="margin:6px 0 4px;font-size:28px;line-height:1.2;color:{INK}">'
        f"{escape(title)}</h1>"
    )
    if month:
        body += f'<p class="soft" style="margin:0;color:{SOFT}">{escape(month)}</p>'
    if pages.opening:
        body += _opening(pages.opening)
    body += "".join(_chapter(*one) for one in pages.chapters)
    return _html(pages.language, title, body + _foot(why, links, alone))


def _opening(text: str) -> str:
    lines = "".join(
        f'<p style="margin:0 0 8px">{linked(one, LINK)}</p>' for one in text.splitlines()
    )
    style = f"margin:22px 0 0;padding:14px 18px 8px;border-left:5px solid {GREEN};background:{PALE}"
    return f'<div class="opening" style="{style}">{lines}</div>'


def _chapter(heading: str, paragraphs: Sequence[str]) -> str:
    style = f"margin:30px 0 12px;padding-bottom:5px;border-bottom:1px solid {LINE};color:{GREEN}"
    items = "".join(f'<li style="margin:0 0 10px">{linked(one, LINK)}</li>' for one in paragraphs)
    return (
        f'<h2 style="{style};font-size:19px;line-height:1.3">{escape(heading)}</h2>'
        f'<ul style="margin:0;padding-left:20px">{items}</ul>'
    )


def _foot(why: str, links: Sequence[tuple[str, str]], alone: str) -> str:
    style = f"margin:36px 0 0;padding-top:14px;border-top:1px solid {LINE};color:{SOFT}"
    shown = " · ".join(
        f'<a href="{escape(address)}" style="color:{SOFT}">{escape(words)}</a>'
        for words, address in links
    )
    rest = shown or escape(alone)
    style = f"{style};font-size:14px;line-height:1.5"
    return f'<p class="soft" style="{style}">{escape(why)}<br>{rest}</p>'


def _asked(text: str, code: str) -> str:
    if text == code:
        style = (
            f"margin:0 0 18px;padding:12px 18px;background:{PALE};color:{GREEN};"
            "display:inline-block;font:650 24px/1.2 ui-monospace,'DejaVu Sans Mono',monospace;"
            "letter-spacing:.08em;border-radius:6px"
        )
        return f'<div><p class="opening green" style="{style}">{escape(text)}</p></div>'
    return f'<p style="margin:0 0 16px">{escape(text)}</p>'


def _button(words: str, address: str) -> str:
    style = (
        f"display:inline-block;padding:12px 22px;background:{GREEN};color:#fff;"
        "font-weight:650;text-decoration:none;border-radius:8px"
    )
    return (
        f'<p style="margin:0 0 20px"><a class="button" href="{escape(address)}" style="{style}">'
        f"{escape(words)}</a></p>"
    )


def _html(language: str, title: str, body: str) -> str:
    """A mail's page: one column, in a table because some programs know nothing else."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{DARK}</style></head>"
        f'<body style="margin:0;padding:0;background:#ffffff">'
        f'<table role="presentation" class="ground" style="width:100%;'
        f'border-top:8px solid {GREEN}">'
        f'<tr><td align="center"><table role="presentation" style="width:100%;max-width:620px">'
        f'<tr><td class="ink" style="padding:28px 20px 40px;color:{INK};{FONT};'
        f'font-size:16px;line-height:1.6">{body}</td></tr></table></td></tr></table></body></html>\n'
    )
