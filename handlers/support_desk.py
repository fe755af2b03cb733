"""The team's side of a request for support: taken, answered, or on its way to somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chat.command import Value, Where, command, labelled
from chat.support_cards import about_phrase, figures_phrase, professional_phrase
from chat.words import Reply, option, say
from domain import support as rules
from domain.errors import Refusal
from domain.support import Professional, Support, story_of
from domain.values import Lines, Multiline
from handlers.desk import Desk
from handlers.question_desk import signature
from handlers.support_cases import ask, end_relays, keep, known, note, own_sent, show_again, tell

SHOWN = 8
"""Cards that one look shows; the rest comes when these are dealt with."""

_PROFESSIONALS: Mapping[Professional, str] = {
    Professional.DLA: "choice-professional-dla",
    Professional.MEDIATOR: "choice-professional-mediator",
    Professional.CONSULTANT: "choice-professional-consultant",
}


async def overview(desk: Desk) -> Reply:
    """What is open, each with its card, and the last whole quarter in figures."""
    waiting = await desk.store.supports.open()
    for one in waiting[:SHOWN]:
        await show_again(desk, one)
    zone = desk.fabrique.zone
    first = rules.quarter_before(desk.now, zone)
    found = await desk.store.supports.kinds(first, rules.quarter_of(desk.now, zone))
    return say(
        "support-overview",
        count=len(waiting),
        more=max(0, len(waiting) - SHOWN),
        figures=figures_phrase(rules.figures(found)),
    )


@command(where=Where.TEAM, keeps_choices=True)
async def take_support(desk: Desk, support: int) -> Reply:
    """Somebody of the team looks after it, and whoever asked is told; twice is once."""
    before = await known(desk, support)
    await _must_be_free(desk, before)
    taken = rules.taken(before, by=desk.person.id, now=desk.now)
    if taken == before:
        return Reply()
    await keep(desk, taken)
    await note(desk, "take", taken)
    tell(desk, taken, say("support-taken", by=signature(desk)))
    return Reply()


@command(where=Where.TEAM, keeps_choices=True)
async def give_back_support(desk: Desk, support: int) -> Reply:
    """Whoever took it leaves it to the others, and whoever asked is told."""
    before = await known(desk, support)
    await _must_be_free(desk, before)
    back = rules.given_back(before, by=desk.person.id, now=desk.now)
    await keep(desk, back)
    await note(desk, "give-back", back)
    if back.waits:
        tell(desk, back, say("support-given-back"))
    return Reply()


@command(about="support", where=Where.TEAM, keeps_choices=True)
async def answer_support(desk: Desk, support: int, text: str) -> Reply:
    """Bring the team's words to whoever asked, with a way on."""
    before = await known(desk, support)
    words = story_of(text)
    answered = rules.answered(before, by=desk.person.id, now=desk.now)
    await keep(desk, answered)
    await note(desk, "answer", answered)
    told = say("support-answered", by=signature(desk), answer=Multiline(words))
    tell(desk, answered, told)
    reply = say("support-answer-sent").on("support", support)
    if before.taken_by not in (None, desk.person.id):
        reply = reply.then("answer-of-taken", name=await _name(desk, before.taken_by))
    return reply


@answer_support.asks("text")
async def in_which_words(desk: Desk, support: int) -> Reply:
    """A reply to these words is the answer."""
    rules.answered(await known(desk, support), by=desk.person.id, now=desk.now)
    return say("answer-support-ask-text").on("support", support)


@answer_support.reads("text")
async def in_their_words(desk: Desk, typed: str) -> str:
    """The team's words, as they are."""
    return story_of(typed)


@command(where=Where.TEAM, keeps_choices=True)
async def ask_for_consent(desk: Desk, support: int) -> Reply:
    """The team would like to ask an ally: whoever asked for support says yes first."""
    told = await known(desk, support)
    if not told.is_open:
        raise Refusal("refusal-support-closed")
    if told.share.reaches_ally:
        raise Refusal("refusal-support-agreed")
    await note(desk, "ask-consent", told)
    may_we = say("support-may-we").choose(
        option("choice-support-you-may", allow_ally, support=support),
        option("choice-share-team-only", stay_with_team, support=support),
    )
    ask(desk, told, may_we)
    return say("support-consent-asked").on("support", support)


@command(where=Where.PRIVATE, keeps_choices=True)
async def allow_ally(desk: Desk, support: int) -> Reply:
    """An ally may be asked, without a name."""
    widened = rules.widened(await own_sent(desk, support))
    await keep(desk, widened)
    return say("support-widened").redrawn()


@command(where=Where.PRIVATE, keeps_choices=True)
async def stay_with_team(desk: Desk, support: int) -> Reply:
    """It stays with the team, which is told."""
    told = rules.narrowed(await own_sent(desk, support))
    await end_relays(desk, told)
    await keep(desk, told)
    for chat in await desk.store.chats.team():
        desk.post(chat.id, say("support-stays-here").on("support", told.id))
    return say("support-stays").redrawn()


@command(where=Where.TEAM, keeps_choices=True)
async def point_out(desk: Desk, support: int, kind: str) -> Reply:
    """Tell whoever asked of a kind of professional, and how one finds one."""
    relayed = rules.relayed(await known(desk, support), now=desk.now)
    await keep(desk, relayed)
    await note(desk, "point-out", relayed)
    phrase = professional_phrase(Professional(kind))
    tell(desk, relayed, say("support-pointed-out", by=signature(desk), professional=phrase))
    return say("support-answer-sent").on("support", support)


@point_out.choices("kind")
async def kinds_of_professionals(desk: Desk) -> Sequence[Value]:
    """Those whom the founding documents name."""
    return [labelled(label, kind.value) for kind, label in _PROFESSIONALS.items()]


@point_out.asks("kind")
async def which_professional(desk: Desk, support: int) -> Reply:
    """What each of them does."""
    told = await known(desk, support)
    lines = Lines(tuple(professional_phrase(kind) for kind in Professional))
    return say("point-out-ask-kind", about=about_phrase(told), lines=lines)


async def _must_be_free(desk: Desk, support: Support) -> None:
    """Two people of the team at once: the second learns who was first."""
    if support.taken_by not in (None, desk.person.id):
        raise Refusal("refusal-question-taken-by", name=await _name(desk, support.taken_by))


async def _name(desk: Desk, person: int | None) -> str:
    return (await desk.store.people.person(person)).name if person else ""


COMMANDS = (
    take_support,
    give_back_support,
    answer_support,
    ask_for_consent,
    allow_ally,
    stay_with_team,
    point_out,
)
