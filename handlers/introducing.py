"""Introductions: who can help is asked, and each learns of the other once both agreed."""

from __future__ import annotations

from chat.cards import choice
from chat.command import command
from chat.words import Choice, Reply, Words, option, say, toast
from domain import introductions
from domain.errors import Refusal
from domain.introductions import Introduction
from domain.needs import Need
from domain.values import Items, Phrase, Quoted
from handlers.desk import Desk
from handlers.proposing import lines_of, must_be_free, propose, why_these
from handlers.unmet import nobody_found


async def look_for(desk: Desk, need: Need) -> Reply:
    """Propose up to three allies with reasons; nobody is asked before one is chosen."""
    concept = desk.skills.read(need.text, language=desk.language).concept
    proposed = await propose(desk, need, concept=concept.key if concept else None)
    if not proposed:
        return await nobody_found(desk, need)
    allies = await lines_of(desk, proposed)
    return say("need-matches", need=Quoted(need.text), allies=allies).choose(
        *[await _ask(desk, need.id, one.helper) for one in proposed],
        option("choice-why" if len(proposed) > 1 else "choice-why-one", why_these, need=need.id),
    )


@command(keeps_choices=True)
async def ask_helper(desk: Desk, need: int, helper: int) -> Reply:
    """Ask one ally, who is free to say no."""
    kept = await desk.store.needs.need(need)
    if kept is None or kept.person != desk.person.id:
        raise Refusal("refusal-choice-stale")
    return say("helper-asked", name=await ask_ally(desk, kept, helper))


async def ask_ally(desk: Desk, need: Need, helper: int) -> str:
    """Ask an ally for a hand without saying whose; gives their name, for whoever may know it."""
    await must_be_free(desk, need, helper)
    introduction = await desk.store.introductions.introduce(need, helper, now=desk.now)
    name = (await desk.store.people.person(helper)).name
    if introduction is None:
        raise Refusal("refusal-already-asked", name=name)
    desk.tell(helper, _request(introduction))
    return name


@command()
async def accept(desk: Desk, introduction: int) -> Reply:
    """The helper agrees: now, and only now, each learns how to reach the other."""
    asked = await _introduction(desk, introduction)
    agreed = introductions.answered(asked, by=desk.person.id, agrees=True)
    await desk.store.introductions.answer(agreed)
    await desk.store.needs.fill(asked.need)
    desk.tell(asked.need.person, await met(desk, asked, asked.helper))
    return await met(desk, asked, asked.need.person)


async def met(desk: Desk, introduction: Introduction, other: int) -> Reply:
    """To one of the two, once both agreed: who the other is, and how to reach them."""
    person = await desk.store.people.person(other)
    need, ways = Quoted(introduction.need.text), await _ways(desk, other)
    note = choice("choice-note-help", "note_help", introduction=introduction.id)
    return say("introduced", name=person.name, need=need, ways=ways).choose(note)


@command()
async def decline(desk: Desk, introduction: int) -> Reply:
    """The helper says no; the asker is told without a reason, and may ask another."""
    asked = await _introduction(desk, introduction)
    await desk.store.introductions.answer(
        introductions.answered(asked, by=desk.person.id, agrees=False)
    )
    need = Quoted(asked.need.text)
    desk.tell(asked.need.person, say("helper-declined", name=desk.person.name, need=need))
    return toast("declined-thanks")


async def _ask(desk: Desk, need: int, helper: int) -> Choice:
    name = (await desk.store.people.person(helper)).name
    given: dict[str, object] = {"need": need, "helper": helper}
    return Choice(Words("choice-ask-helper", {"name": name}), ask_helper.name, given)


def _request(introduction: Introduction) -> Reply:
    return (
        say("help-request", need=Quoted(introduction.need.text))
        .choose(
            option("choice-accept", accept, introduction=introduction.id),
            option("choice-decline", decline, introduction=introduction.id),
        )
        .on("introduction", introduction.id)
    )


async def _introduction(desk: Desk, number: int) -> Introduction:
    found = await desk.store.introductions.introduction(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def _ways(desk: Desk, person: int) -> Items:
    """How to reach a person: each account under the name its platform finds it by."""
    accounts = await desk.store.people.accounts(person)
    return Items(tuple(_way(*account) for account in accounts))


def _way(platform: str, account: str, handle: str | None) -> Phrase:
    if platform == "telegram" and handle is None:
        return Phrase("way-without-handle", {"account": account})
    address = f"@{handle.lstrip('@')}" if platform == "telegram" and handle else account
    return Phrase("way-to-reach", {"platform": platform, "address": address})


COMMANDS = (why_these, ask_helper, accept, decline)
