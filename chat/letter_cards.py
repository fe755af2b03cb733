"""The monthly letter as it is read, and as the team makes it.

Handlers and the scheduler show the same things; the choices name commands, because a command lives
where this package must not look.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from chat.cards import choice
from chat.papers import Chapter, Leaflet
from chat.question_cards import cut
from chat.words import Choice, Reply, Words, say
from domain.fabriques import Chat
from domain.letter import Edition, Issue, Item, Leaving, Section
from domain.values import Items, Lines, Month, Multiline, NearDay, Phrase

NAMED = 10
"""Groups or items that are named where there are more."""


def letter(issue: Issue, page: str | None = None) -> Reply:
    """A letter: its title, the team's words above it, then each heading with what is under it; and
    where it is a page of the web.
    """
    reply = say("letter-title", month=Month(issue.month), title=issue.title)
    if issue.editorial:
        reply = reply.then("letter-editorial", text=Multiline(issue.editorial))
    for part in issue.parts:
        lines = Lines(tuple(Phrase("letter-item", {"text": one.shown}) for one in part.items))
        reply = reply.then("letter-part", section=part.section.value, lines=lines)
    return reply.then("letter-at", address=page) if page else reply


def leaflet(issue: Issue, fabrique: str) -> Leaflet:
    """The same as pages to print, and to read in a browser or a mail."""
    month = {"month": Month(issue.month)}
    return Leaflet(
        stem=Words("letter-stem", month),
        head=Words("letter-head", month),
        fabrique=fabrique,
        title=issue.title,
        opening=issue.editorial,
        chapters=tuple(
            Chapter(
                Words("letter-heading", {"section": part.section.value}),
                tuple(Words("letter-said", {"text": one.shown}) for one in part.items),
            )
            for part in issue.parts
        ),
    )


def item_card(item: Item, *, proposer: str) -> Reply:
    """Something proposed for the letter, before the team."""
    return (
        say("item-card", proposer=proposer, section=item.section.value, text=item.shown)
        .choose(
            choice("choice-approve", "approve_item", item=item.id),
            choice("choice-refuse", "refuse_item", item=item.id),
            choice("choice-item-change", "manage_item", item=item.id),
        )
        .on("item", item.id)
    )


def managed_card(item: Item, *, proposer: str) -> Reply:
    """An item with all that may be done to it."""
    week = NearDay(item.week) if item.week else None
    approved = "yes" if item.state == "approved" else "no"
    card = say(
        "item-managed",
        proposer=proposer,
        section=item.section.value,
        text=item.shown,
        week=week,
        approved=approved,
    )
    places = [
        choice("choice-item-up", "raise_item", item=item.id),
        choice("choice-item-down", "lower_item", item=item.id),
    ]
    later = [choice("choice-next-week", "move_campaign", item=item.id)]
    return card.choose(
        choice("choice-item-text", "reword_item", item=item.id),
        choice("choice-item-section", "move_item", item=item.id),
        *(places if approved == "yes" else ()),
        *(later if approved == "yes" and item.section is Section.CAMPAIGN else ()),
        choice("choice-item-drop", "drop_item", item=item.id)
        if approved == "yes"
        else choice("choice-approve", "approve_item", item=item.id),
    )


def preview(
    edition: Edition,
    issue: Issue,
    *,
    due: datetime,
    over: Sequence[Item],
    waiting: int,
    ideas: int,
) -> Reply:
    """What the next letter holds, before the team, and what may be done to it; what is `over` by
    then is left out.
    """
    count = len(issue.items)
    state = edition.state.value
    if not count:
        reply = say("letter-preview-empty", due=due, state=state)
    else:
        reply = say("letter-preview", count=count, due=due, state=state)
        reply = Reply(words=(*reply.words, *letter(issue).words))
    reply = _with_over(reply, over)
    if waiting:
        reply = reply.then("letter-waiting", count=waiting)
    return reply.choose(*_acts(edition, count=count, over=len(over), ideas=ideas))


def reminder(
    edition: Edition,
    *,
    due: datetime,
    days: int,
    count: int,
    over: Sequence[Item],
    waiting: int,
) -> Reply:
    """A word to the team before the letter leaves, or while it waits for them."""
    held = "yes" if edition.state is Leaving.HELD else "no"
    reply = say("letter-reminder", held=held, days=days, due=due, count=count)
    reply = _with_over(reply, over)
    if waiting:
        reply = reply.then("letter-waiting", count=waiting)
    return reply.choose(*_leaving(edition, count=count))


def _with_over(reply: Reply, over: Sequence[Item]) -> Reply:
    """What stays out of a letter because it is over when that leaves, a line each."""
    if not over:
        return reply
    shown = [one.phrase or Multiline(cut(one.text)) for one in over[:NAMED]]
    lines = Lines(tuple(Phrase("letter-item", {"text": one}) for one in shown))
    return reply.then("letter-over", count=len(over), lines=lines)


def mailed(issue: str, *, sent: int, unknown: int, refused: int) -> Reply:
    """How the mails of a letter ended, where some of them did not well."""
    edition = Edition(issue)
    reply = say(
        "letter-mailed", month=Month(edition.month), sent=sent, unknown=unknown, refused=refused
    )
    again = choice("choice-mail-again", "mail_again", issue=issue)
    return reply.choose(again) if unknown else reply


def campaign_moved(item: Item, before: date, week: date | None) -> Reply:
    """A campaign that no agenda told in its week, before the team: when it is told instead."""
    then = NearDay(week) if week else None
    return say("campaign-moved", before=NearDay(before), week=then, text=item.shown)


def letter_late(edition: Edition, count: int) -> Reply:
    """A letter that did not leave at its hour, before the team: they know whether it still may."""
    return say("letter-late", month=Month(edition.month), count=count).choose(
        choice("choice-letter-late-send", "release_letter", issue=edition.name),
        choice("choice-letter-late-skip", "skip_letter", issue=edition.name),
    )


def letter_missed(month: date, chats: Sequence[Chat]) -> Reply:
    """Who did not get a letter in time, for the team."""
    titles = [one.title for one in chats if not one.private]
    named = [title for title in titles if title][:NAMED]
    return say(
        "letter-missed",
        month=Month(month),
        count=len(titles),
        names=Items(tuple(named)),
        named="yes" if named else "no",
        more=len(titles) - len(named) if named else 0,
        people=len(chats) - len(titles),
    )


def relay_refuses(said: str) -> Reply:
    """What a relay says that takes no mail of ours: nothing is lost, and somebody has to act."""
    return say("letter-relay-refuses", said=said)


def _leaving(edition: Edition, *, count: int) -> tuple[Choice, ...]:
    """Let it go, or keep it."""
    release = choice("choice-letter-release", "release_letter", issue=edition.name)
    hold = choice("choice-letter-hold", "hold_letter", issue=edition.name)
    if edition.state is Leaving.READY:
        return (hold,)
    if edition.state is Leaving.HELD:
        return (release,) if count else ()
    return (release, hold) if count else (hold,)


def _acts(edition: Edition, *, count: int, over: int, ideas: int) -> tuple[Choice, ...]:
    if edition.state is Leaving.READY:
        return _leaving(edition, count=count)
    change = (choice("choice-letter-change", "manage_item"),) if count + over else ()
    suggested = (choice("choice-letter-ideas", "show_suggestions"),) if ideas else ()
    return (
        *_leaving(edition, count=count),
        *change,
        *suggested,
        choice("choice-letter-title", "title_letter", issue=edition.name),
        choice("choice-letter-editorial", "open_letter", issue=edition.name),
        choice("choice-letter-time", "time_letter"),
    )
