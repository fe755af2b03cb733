"""A need told to more than a few: posted in a group, called out in the agenda, and who comes
forward. Whoever does has agreed by that; the asker's tap introduces both.
"""

from __future__ import annotations

from dataclasses import replace

from chat.command import Value, called, command
from chat.need_cards import group_post
from chat.words import Reply, option, say, toast
from domain import introductions, needs
from domain.errors import Refusal
from domain.introductions import Introduction
from domain.needs import Need, in_agenda
from domain.values import Quoted
from handlers.desk import Desk, must_be_reachable
from handlers.introducing import bring_together
from handlers.needs import card, own
from handlers.unmet import redraw_unmet
from handlers.whom import must_take_part


@command()
async def choose_group(desk: Desk, need: int, chat: int) -> Reply:
    """Post a need in a group that one speaks in; that confirms its card, too."""
    must_take_part(desk)
    kept = await own(desk, need)
    titles = dict(await desk.store.needs.groups_of(desk.person.id))
    if chat not in titles:
        raise Refusal("refusal-choice-stale")
    if not kept.seeks:
        kept = needs.opened(kept)
    posted = replace(kept, group_id=chat)
    await desk.store.needs.update(posted, now=desk.now)
    desk.post(chat, group_post(posted, asker=desk.person.name))
    shown = card(desk, posted)
    return say("need-posted", group=titles[chat]).choose(*shown.choices)


@choose_group.asks("chat")
async def in_which_group(desk: Desk, need: int) -> Reply:
    """Ask where, and say whether one's name goes with it."""
    named = (await own(desk, need)).names_asker
    return say("choose-group-ask-chat", named="yes" if named else "no")


@choose_group.choices("chat")
async def groups_i_am_in(desk: Desk) -> list[Value]:
    """Where one was answered or asked before."""
    return [
        called(title, number) for number, title in await desk.store.needs.groups_of(desk.person.id)
    ]


@command("aider", "volunteer", keeps_choices=True)
async def lend_hand(desk: Desk, need: int) -> Reply:
    """Come forward for a need that was told in a group or in the agenda."""
    must_take_part(desk)
    await must_be_reachable(desk)
    await desk.store.introductions.hold(need)
    kept = await desk.store.needs.need(need)
    if kept is None or not _was_told(desk, kept):
        raise Refusal("refusal-call-unknown")
    if kept.person == desk.person.id:
        raise Refusal("refusal-call-own")
    if not kept.seeks:
        raise Refusal("refusal-hand-late")
    forward = await desk.store.introductions.come_forward(kept, desk.person.id, now=desk.now)
    if forward is None:
        raise Refusal("refusal-hand-twice")
    desk.tell(kept.person, _hand(forward, desk.person.name))
    return toast("hand-offered") if desk.heard.choice is not None else say("hand-offered")


@lend_hand.reads("need")
async def number_of_call(desk: Desk, typed: str) -> int:
    """The number beside a call."""
    digits = typed.strip().lstrip("#n°N ")
    if not digits.isdecimal() or len(digits) > 9:
        raise Refusal("refusal-call-unknown")
    return int(digits)


@command()
async def take_hand(desk: Desk, introduction: int) -> Reply:
    """Both agreed: each learns how to reach the other, and whoever else came forward is thanked."""
    must_take_part(desk)
    forward = await _forward(desk, introduction)
    zone = desk.fabrique.zone
    agreed = introductions.hand_taken(forward, by=desk.person.id, now=desk.now, zone=zone)
    return await bring_together(desk, agreed)


@command()
async def leave_hand(desk: Desk, introduction: int) -> Reply:
    """The asker would rather not; whoever came forward is told kindly."""
    forward = await _forward(desk, introduction)
    left = introductions.hand_left(forward, by=desk.person.id, now=desk.now)
    await desk.store.introductions.save(left, now=desk.now)
    desk.tell(left.helper, say("hand-left", need=Quoted(forward.need.text)))
    return toast("hand-left-toast")


@command()
async def agree_to_call(desk: Desk, need: int, named: bool) -> Reply:
    """The agenda may call for it, once the team puts it there."""
    kept = await own(desk, need)
    agreed = replace(kept, in_digest=True, named_in_digest=named)
    await desk.store.needs.update(agreed, now=desk.now)
    await redraw_unmet(desk, agreed)
    return say("call-agreed")


@command()
async def no_call(desk: Desk, need: int) -> Reply:
    """Only the team looks, also where a call was agreed to before."""
    kept = needs.uncalled(await own(desk, need))
    await desk.store.needs.update(kept, now=desk.now)
    await redraw_unmet(desk, kept)
    return toast("need-call-declined")


def _was_told(desk: Desk, need: Need) -> bool:
    """Whether more than a few know of it: a number alone opens nobody's need."""
    return (
        in_agenda(need, desk.now)
        or need.group_id == desk.chat.id
        or (desk.heard.choice is not None and need.group_id is not None)
    )


def _hand(forward: Introduction, name: str) -> Reply:
    return say("hand-for-you", name=name, need=Quoted(forward.need.text)).choose(
        option("choice-take-hand", take_hand, introduction=forward.id),
        option("choice-leave-hand", leave_hand, introduction=forward.id),
    )


async def _forward(desk: Desk, number: int) -> Introduction:
    found = await desk.store.introductions.held(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


COMMANDS = (choose_group, lend_hand, take_hand, leave_hand, agree_to_call, no_call)
