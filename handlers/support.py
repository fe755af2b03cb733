"""A structure in difficulty tells it in its own words, and decides who reads what of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chat.command import Line, Value, Where, called, command, labelled
from chat.support_cards import about_phrase, head, listens_now, own_choices, story
from chat.words import Choice, Reply, Words, option, say
from domain import support as rules
from domain import support_words
from domain.errors import Refusal
from domain.privacy import kinds
from domain.support import About, Share, Support, SupportState, organisation_of, story_of
from domain.values import Items, Lines, Phrase, Quoted
from handlers.desk import Desk, begin
from handlers.free_words import for_others, for_support
from handlers.questions import PERSONAL
from handlers.support_cases import own, post_to_team
from handlers.support_desk import overview

OWN_MOST = 5
"""Requests of one's own that are listed."""

_SHARES: Mapping[Share, str] = {
    Share.UNNAMED: "choice-share-unnamed",
    Share.TEAM: "choice-share-team",
    Share.ALLY: "choice-share-ally",
    Share.NAMED: "choice-share-named",
}
_ABOUTS: Mapping[About, str] = {
    About.EXHAUSTION: "choice-about-exhaustion",
    About.CONFLICT: "choice-about-conflict",
    About.GOVERNANCE: "choice-about-governance",
    About.PURPOSE: "choice-about-purpose",
    About.MONEY: "choice-about-money",
    About.OTHER: "choice-about-other",
}


@command("soutien", "support", where=Where.PRIVATE)
async def support(desk: Desk, story: str = "") -> Reply:
    """Take a story in; without one, show where one's requests stand, or ask for it."""
    if story:
        return await _taken_in(desk, story)
    mine = await desk.store.supports.kept_of(desk.person.id)
    if not mine:
        return await begin(desk, tell_support.name, {})
    return await _own_requests(desk, mine)


@support.reads_line
async def told_at_once(desk: Desk, text: str) -> Line:
    """What follows the command is the story."""
    return Line({"story": story_of(text)})


@support.given_outside
async def in_private(desk: Desk, typed: str) -> Reply:
    """Where others read along nothing of it is kept or repeated; the team sees what waits."""
    if desk.chat.team and desk.rank.belongs:
        return await overview(desk)
    return say("support-outside", link=desk.link(PAYLOAD) or "")


PAYLOAD = "soutien"
"""The word of a link that opens the bot here."""


@command(where=Where.PRIVATE)
async def offer_support(desk: Desk) -> Reply:
    """Somebody says that their structure is not well: there is a way, and nothing is kept yet. Who
    told it already may add to it.
    """
    words = desk.heard.text
    if asked := await for_support(desk, words):
        return asked
    reply = Reply(words=listens_now(words)).then("support-offered")
    reply = reply.choose(option("choice-support-begin", tell_support))
    return reply.choose(*await for_others(desk, words))


@offer_support.hears
def tells(sentence: str) -> bool:
    """ "Notre association est épuisée." """
    return support_words.tells(sentence)


offer_support.given_outside(in_private)


@command(where=Where.PRIVATE, keeps_choices=True)
async def tell_support(desk: Desk, story: str) -> Reply:
    """The story, as it comes."""
    return await _taken_in(desk, story)


@tell_support.reads("story")
async def as_it_comes(desk: Desk, typed: str) -> str:
    """Somebody's words, as they are."""
    return story_of(typed)


@tell_support.asks("story")
async def ask_story(desk: Desk) -> Reply:
    """Nothing leaves before it was read once more."""
    return say("tell-support-ask-story")


@command(where=Where.PRIVATE)
async def send_support(
    desk: Desk, support: int, share: str, organisation: str, urgent: bool, sure: bool
) -> Reply:
    """It goes to the team, as it was shown."""
    draft = await own(desk, support)
    sent = rules.sent(
        draft, share=Share(share), organisation=organisation, urgent=urgent, now=desk.now
    )
    await desk.store.supports.change(sent)
    read = await post_to_team(desk, sent)
    told = say("support-sent", read=read, urgent=urgent)
    return told.choose(*own_choices(sent)).on("support", sent.id)


@send_support.asks("share")
async def how_far(desk: Desk, support: int) -> Reply:
    """Each answer says who would read it; only the last one asks for a name."""
    draft = await _own_draft(desk, support)
    near = [
        option(label, send_support, support=support, organisation="", share=share.value)
        for share, label in _SHARES.items()
        if share is not Share.NAMED
    ]
    named = option(_SHARES[Share.NAMED], send_support, support=support, share=Share.NAMED.value)
    ask = say("send-support-ask-share", about=about_phrase(draft))
    return ask.choose(*near, named, _nothing(support))


@send_support.choices("organisation")
async def ones_own(desk: Desk) -> Sequence[Value]:
    """Organisations that one acts for."""
    mine = await desk.store.organisations.of(desk.person.id)
    return [called(one.name, one.name) for one in mine[:OWN_MOST]]


@send_support.reads("organisation")
async def which_one(desk: Desk, typed: str) -> str:
    """A structure's name."""
    return organisation_of(typed)


@send_support.choices("urgent")
async def how_soon(desk: Desk) -> Sequence[Value]:
    """One tap."""
    return [labelled("choice-can-wait", False), labelled("choice-urgent", True)]


@send_support.asks("sure")
async def preview(desk: Desk, support: int, share: str, organisation: str, urgent: bool) -> Reply:
    """Exactly what the team will read, and what is said in it of others."""
    draft = await _own_draft(desk, support)
    shown = replace(draft, share=Share(share), organisation=organisation, urgent=urgent)
    case = await desk.store.supports.case(shown)
    reply = Reply(words=(Words("support-preview"), head(case), story(shown)))
    known: dict[str, object] = {
        "support": support,
        "share": share,
        "organisation": organisation,
        "urgent": urgent,
    }
    others = [option("choice-support-subject", change_subject, **known)]
    if found := await _personal(desk, draft):
        reply = reply.then("support-personal", what=Items(tuple(found)))
        others.insert(0, option("choice-support-mask", mask_names, **known))
    return reply.choose(*others, _nothing(support)).on("support", support)


@send_support.choices("sure")
async def send_it(desk: Desk) -> Sequence[Value]:
    """One tap sends it."""
    return [labelled("choice-send-to-team", True)]


@command(where=Where.PRIVATE)
async def change_subject(
    desk: Desk, support: int, share: str, organisation: str, urgent: bool, about: str
) -> Reply:
    """It is about something else than was guessed."""
    draft = await _own_draft(desk, support)
    await desk.store.supports.change(replace(draft, about=About(about)))
    return await _shown_again(desk, support, share, organisation, urgent)


@change_subject.choices("about")
async def subjects(desk: Desk) -> Sequence[Value]:
    """What weighs most."""
    return [labelled(label, about.value) for about, label in _ABOUTS.items()]


@command(where=Where.PRIVATE, keeps_choices=True)
async def mask_names(
    desk: Desk, support: int, share: str, organisation: str, urgent: bool
) -> Reply:
    """Names, numbers and addresses leave the words for good, and what was shown of them."""
    draft = await _own_draft(desk, support)
    text = support_words.without_names(draft.text, await _names(desk, draft))
    await desk.store.supports.change(replace(draft, text=text))
    await _unsay(desk, support)
    return await _shown_again(desk, support, share, organisation, urgent)


@command(where=Where.PRIVATE, keeps_choices=True)
async def drop_support(desk: Desk, support: int) -> Reply:
    """Nothing is sent, and nothing is kept."""
    draft = await _own_draft(desk, support)
    await desk.store.supports.drop(draft.id)
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    await _unsay(desk, support)
    return say("support-dropped")


async def _unsay(desk: Desk, support: int) -> None:
    """What was shown of a draft is shown no more."""
    subject = f"support:{support}"
    rows = await desk.store.said.about(subject)
    await desk.store.said.empty(subject)
    for row in rows:
        desk.rewrite(row.chat, [row.id], say("support-words-gone"))


async def _taken_in(desk: Desk, text: str) -> Reply:
    """Keep a draft that only its writer sees, and ask the three things; who is in danger is told
    first who listens.
    """
    for one in await desk.store.supports.open_of(desk.person.id):
        if one.text == text:
            return say("support-repeated").choose(*own_choices(one)).on("support", one.id)
    draft = await desk.store.supports.draft(
        Support(
            id=0,
            person=desk.person.id,
            text=text,
            about=support_words.guessed(text),
            state=SupportState.DRAFT,
            at=desk.now,
            moved_at=desk.now,
        )
    )
    asking = await begin(desk, send_support.name, {"support": draft.id})
    return replace(asking, words=(*listens_now(text), Words("support-heard")))


async def _own_requests(desk: Desk, mine: Sequence[Support]) -> Reply:
    """Where one's requests stand, the newest last, which is the one to act on."""
    lines = [
        Phrase("support-line", {"about": about_phrase(one), "state": one.state.value})
        for one in mine[-OWN_MOST:]
    ]
    newest = mine[-1]
    choices = [option("choice-support-another", tell_support)]
    over, gone = own_choices(newest)
    choices = [over, gone, *choices] if newest.is_open else [gone, *choices]
    reply = say("support-own", lines=Lines(tuple(lines)))
    return reply.choose(*choices).on("support", newest.id)


async def _shown_again(
    desk: Desk, support: int, share: str, organisation: str, urgent: bool
) -> Reply:
    given = {"support": support, "share": share, "organisation": organisation, "urgent": urgent}
    return await begin(desk, send_support.name, given)


async def _personal(desk: Desk, draft: Support) -> list[Quoted | Phrase]:
    """Names of people, then numbers and addresses by their kind."""
    names: list[Quoted | Phrase] = [Quoted(name) for name in await _names(desk, draft)]
    return [*names, *(Phrase(PERSONAL[kind]) for kind in kinds(draft.text))]


async def _names(desk: Desk, draft: Support) -> list[str]:
    people = await desk.store.people.everyone()
    return support_words.names_in(draft.text, [one.name for one in people])


async def _own_draft(desk: Desk, number: int) -> Support:
    draft = await own(desk, number)
    if draft.state is not SupportState.DRAFT:
        raise Refusal("refusal-support-sent")
    return draft


def _nothing(support: int) -> Choice:
    return option("choice-support-nothing", drop_support, support=support)


COMMANDS = (
    support,
    offer_support,
    tell_support,
    send_support,
    change_subject,
    mask_names,
    drop_support,
)
