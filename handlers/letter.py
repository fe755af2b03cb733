"""The monthly letter, as members read it: the latest, an older one, the same to print."""

from __future__ import annotations

from dataclasses import replace

from chat.command import Line, Where, command
from chat.letter_cards import leaflet, letter
from chat.words import Choice, Reply, Words, option, say
from domain.errors import Refusal
from domain.letter import Issue, Leaving, read_issue
from domain.letter_words import asks_for_letter, names_mail, names_subscribing
from domain.people import fold
from domain.values import Month, Quoted
from handlers.desk import Desk
from handlers.letter_issues import show_preview
from handlers.letter_leaving import next_due
from handlers.letter_mail import (
    WORDS_FOR_MAIL,
    WORDS_FOR_STOP,
    about_mail,
    mail_me,
    ways_to_receive,
)
from handlers.settings import set_here, settings
from handlers.unsubscribing import leave_letter

OLDER = 11
"""Earlier letters that are offered: with the latest, a year."""


@command("lettre", "letter")
async def show_letter(desk: Desk, what: str = "") -> Reply:
    """The latest letter, that of a month, or what is set for e-mail; in the team's chat, what the
    next one holds so far.
    """
    word, _, rest = what.strip().partition(" ")
    if fold(word) in WORDS_FOR_MAIL:
        return await about_mail(desk, rest)
    if fold(what) in WORDS_FOR_STOP:
        return await leave_letter(desk)
    if "@" in what:
        return await about_mail(desk, what)
    if names_subscribing(what):
        return await _receive(desk, what)
    if not what and desk.chat.team:
        return await show_preview(desk)
    return await _read(desk, what)


@show_letter.reads_line
async def what_typed(desk: Desk, text: str) -> Line:
    """The rest of the line, whatever it says."""
    return Line({"what": text[:400]})


@command()
async def receive_letter(desk: Desk, words: str) -> Reply:
    """Receive the letter, for whoever asks it in a plain sentence."""
    return await _receive(desk, words)


@receive_letter.asks("words")
async def which_words(desk: Desk) -> Reply:
    """Never asked: a sentence that is heard has words."""
    return Reply()


@receive_letter.hears
def wants_letter(sentence: str) -> bool:
    """ "Je voudrais recevoir la lettre." """
    return asks_for_letter(sentence)


@receive_letter.reads_line
async def as_said(desk: Desk, text: str) -> Line:
    """The sentence as it is."""
    return Line({"words": text})


@command(where=Where.PRIVATE)
async def receive_letter_here(desk: Desk) -> Reply:
    """Receive it in this private chat; said twice, it says when it comes."""
    await set_here(desk, replace(desk.chat.posting, letter=True))
    reply = say("letter-subscribed", due=next_due(desk), mails=desk.outlets.mails)
    if desk.outlets.mails:
        reply = reply.choose(option("choice-letter-by-mail", mail_me))
    return reply.choose(option("choice-all-settings", settings))


@command(keeps_choices=True)
async def print_letter(desk: Desk, issue: str) -> Reply:
    """A letter as pages to print."""
    found = await _gone(desk, issue)
    return say("letter-printed", month=Month(found.month)).attach(
        leaflet(found, desk.fabrique.name)
    )


@command(keeps_choices=True)
async def older_letters(desk: Desk) -> Reply:
    """Earlier letters, a tap each."""
    gone = (await desk.store.letter_editions.gone())[1 : 1 + OLDER]
    if not gone:
        raise Refusal("refusal-letter-no-older")
    choices = [
        Choice(
            Words("choice-value", {"value": Month(one.month)}),
            show_letter.name,
            {"what": one.name},
        )
        for one in gone
    ]
    return say("letter-older").choose(*choices)


async def _receive(desk: Desk, words: str) -> Reply:
    """In private it comes at once; by e-mail or in a group, where one sets it."""
    if desk.chat.private and not names_mail(words):
        return await receive_letter_here.run(desk, {})
    return ways_to_receive(desk)


async def _read(desk: Desk, what: str) -> Reply:
    gone = await desk.store.letter_editions.gone()
    if not gone:
        return say("letter-none")
    if not what:
        return _shown(desk, gone[0], older=len(gone) > 1)
    name = read_issue(what, desk.today)
    if name is None:
        raise Refusal("refusal-letter-which", typed=Quoted(what[:60]))
    found = next((one for one in gone if one.name == name), None)
    if found is None:
        raise Refusal("refusal-letter-that-month", latest=Month(gone[0].month))
    return _shown(desk, found, older=False)


def _shown(desk: Desk, issue: Issue, *, older: bool) -> Reply:
    reply = letter(issue, desk.fabrique.letter_page(issue.name))
    more = (option("choice-letter-older", older_letters),) if older else ()
    return reply.choose(option("choice-letter-pdf", print_letter, issue=issue.name), *more)


async def _gone(desk: Desk, name: str) -> Issue:
    """A letter that left."""
    edition = await desk.store.letter_editions.edition(name)
    if edition.frozen is None or edition.state is not Leaving.GONE:
        raise Refusal("refusal-choice-stale")
    return edition.frozen


COMMANDS = (show_letter, receive_letter, receive_letter_here, print_letter, older_letters)
