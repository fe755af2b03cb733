"""The monthly meeting, for those who may come: when it is, signing up, a file for the calendar."""

from __future__ import annotations

import re
from dataclasses import replace

from chat.command import Line, command
from chat.meeting_cards import Outlook, calendar_file, guest_card, meeting_card, when
from chat.words import Reply, Words, say
from domain import meetings
from domain.errors import Refusal
from domain.meetings import Meeting, open_to_sign_up
from domain.people import flat
from handlers.desk import Desk, must_be_reachable
from handlers.meeting_dates import next_for_team, the_meeting


@command("permanence")
async def show_meeting(desk: Desk, question: str = "") -> Reply:
    """The next meeting; in the team's chat with who comes and what may be changed."""
    if desk.chat.team:
        return await next_for_team(desk)
    meeting = await _next(desk)
    if meeting is None:
        return say("meeting-none")
    card = await _card(desk, meeting, typed=question)
    if desk.chat.private:
        return card
    thread = desk.heard.place.thread
    desk.post(desk.chat.id, card, kind="answer", reply_to=desk.heard.message, thread=thread)
    return Reply()  # what is posted, everybody may press; an answer is its asker's alone


@show_meeting.reads("question")
async def beside(desk: Desk, typed: str) -> str:
    """Words beside the command may be a question for the meeting."""
    return typed


@command()
async def sign_up(desk: Desk, meeting: int | None = None) -> Reply:
    """Come to the meeting; the link is told in private only."""
    found, fresh = await _come(desk, meeting)
    if not desk.chat.private:
        return say("meeting-come-in-private")
    noted = Words("meeting-come-noted" if fresh else "meeting-come-known")
    card = await _card(desk, found)
    return replace(card, words=(noted, *card.words))


@command(keeps_choices=True, undone_by="sign_off_here")
async def sign_up_here(desk: Desk, meeting: int) -> Reply:
    """Come to the meeting, from a group's card, which stays for the others."""
    found, _ = await _come(desk, meeting)
    card = (await _card(desk, found)).redrawn()
    return replace(card, toast=Words("meeting-come-in-private"))


@command()
async def sign_off_here(desk: Desk, meeting: int) -> Reply:
    """Come no more: a press on a group's card is taken back."""
    found = await the_meeting(desk, meeting)
    if found.ends(desk.fabrique.zone) <= desk.now:
        raise Refusal("refusal-meeting-over")
    if await desk.store.gatherings.sign_off(found.id, desk.person.id):
        desk.tell(desk.person.id, say("meeting-come-not-noted"))
    return (await _card(desk, found)).redrawn()


@command()
async def sign_off(desk: Desk, meeting: int | None = None) -> Reply:
    """Come no more."""
    found = await _meant(desk, meeting)
    if found.ends(desk.fabrique.zone) <= desk.now:
        raise Refusal("refusal-meeting-over")  # who was there is the team's to say
    came = await desk.store.gatherings.sign_off(found.id, desk.person.id)
    noted = Words("meeting-come-not-noted" if came else "meeting-come-not-known")
    if found.planned:
        card = await _card(desk, found)
        return replace(card, words=(noted, *card.words))
    return Reply(words=(noted,))


@sign_up.reads_line
@sign_off.reads_line
async def nothing_more(desk: Desk, text: str) -> Line:
    """A sentence that says it says nothing else."""
    return Line({})


@command(keeps_choices=True)
async def meeting_file(desk: Desk, meeting: int) -> Reply:
    """The meeting for one's own calendar; with its link for somebody who comes, in private."""
    found = await the_meeting(desk, meeting)
    comes = await desk.store.gatherings.comes(found.id, desk.person.id)
    file = calendar_file(found, desk.fabrique, desk.now, with_link=comes and desk.chat.private)
    return Reply().attach(file)


_THE_MEETING = (
    r" (?:la |the |your |votre |cette |this )?(?:prochaine |next )?(?:perm|permanence)"
    r"(?: (?:prochaine|de \w+|du mois|in \w+|of the month|on \w+))?"
    r"(?:,? (?:svp|stp|s'il vous plait|s'il te plait|merci|please|thanks|thank you))?"
)
_POLITE = r"(?:(?:bonjour|bonsoir|salut|hello|hi|oui|yes|ok)[,!.]? )?"
_COMES = (
    r"je (?:m'inscris|viens|viendrai|participe|participerai|serai (?:la|presente?))"
    r"|je (?:veux|voudrais|souhaite) (?:m'inscrire|venir|participer)"
    r"|j'aimerais (?:m'inscrire|venir|participer)|inscri(?:s|vez)[- ]moi"
    r"|i(?:'m| am) (?:coming|signing up)|i(?:'ll| will) (?:come|be there|attend)"
    r"|i(?:'d like| would like| want) to (?:come|sign up|attend)|(?:please )?sign me up"
)
_COMES_NOT = (
    r"desinscri(?:s|vez)[- ]moi|je me desinscris|je (?:ne )?(?:viens|viendrai) (?:plus|pas)"
    r"|je ne (?:peux|pourrai) (?:plus|pas) venir|annulez? mon inscription"
    r"|i(?:'m| am) not coming|i (?:can't|cannot|won't) (?:come|attend)|(?:please )?sign me off"
    r"|cancel my sign-?up"
)


def _meaning(verbs: str, towards: str) -> re.Pattern[str]:
    beside = r"(?: (?:bien|aussi|donc|also))?"
    return re.compile(rf"{_POLITE}(?:{verbs}){beside}(?: (?:{towards}))?{_THE_MEETING}[ .!]*")


_SIGNS_UP = _meaning(_COMES, "a|pour|to|for|at")
_SIGNS_OFF = _meaning(_COMES_NOT, "a|pour|to|for|at|de|from|of")


@sign_up.hears
def says_to_come(sentence: str) -> bool:
    """ "Je viens à la permanence", and nothing beside it; a question about it is a question."""
    return bool(_SIGNS_UP.fullmatch(flat(sentence)))


@sign_off.hears
def says_not_to_come(sentence: str) -> bool:
    """ "Je ne viens plus à la permanence", and nothing beside it."""
    return bool(_SIGNS_OFF.fullmatch(flat(sentence)))


async def next_meeting_words(desk: Desk) -> Words | None:
    """The next meeting as one line, for whoever asks when it is; keeps nothing."""
    zone, policy = desk.fabrique.zone, desk.fabrique.policy
    coming = await desk.store.gatherings.coming(policy, desk.now, zone)
    meeting = next((one for one in coming if one.planned), None)
    if meeting is None:
        return None
    return Words("meeting-next", {"when": when(meeting, desk.now, desk.fabrique)})


async def _next(desk: Desk) -> Meeting | None:
    zone, policy = desk.fabrique.zone, desk.fabrique.policy
    return await desk.store.gatherings.next(policy, desk.now, zone)


async def _meant(desk: Desk, number: int | None) -> Meeting:
    """The meeting of the message that was pressed, else the next one."""
    if number is not None:
        return await the_meeting(desk, number)
    meeting = await _next(desk)
    if meeting is None:
        raise Refusal("refusal-meeting-none")
    return meeting


async def _come(desk: Desk, number: int | None) -> tuple[Meeting, bool]:
    """Note that somebody comes, and whether that is new; from a group they are told in private."""
    meeting = await _meant(desk, number)
    open_to_sign_up(meeting, desk.now, desk.fabrique.zone)
    await must_be_reachable(desk)
    fresh = await desk.store.gatherings.sign_up(meeting.id, desk.person.id, now=desk.now)
    if fresh and not desk.chat.private:
        desk.tell(desk.person.id, await _guest_card(desk, meeting))
    return meeting, fresh


async def _card(desk: Desk, meeting: Meeting, *, typed: str = "") -> Reply:
    """The card for this chat: with the link only in private, for somebody who comes."""
    if desk.chat.private and await desk.store.gatherings.comes(meeting.id, desk.person.id):
        return await _guest_card(desk, meeting, typed=typed)
    shown, outlook = when(meeting, desk.now, desk.fabrique), await _outlook(desk, meeting)
    return meeting_card(meeting, shown, outlook, typed=typed, private=desk.chat.private)


async def _guest_card(desk: Desk, meeting: Meeting, *, typed: str = "") -> Reply:
    shown, outlook = when(meeting, desk.now, desk.fabrique), await _outlook(desk, meeting)
    return guest_card(meeting, shown, outlook, typed=typed)


async def _outlook(desk: Desk, meeting: Meeting) -> Outlook:
    store, fabrique = desk.store.gatherings, desk.fabrique
    coming = await store.coming(fabrique.policy, desk.now, fabrique.zone)
    later, skipped = meetings.outlook(coming, meeting)
    return Outlook(later, skipped, await store.count(meeting.id))
