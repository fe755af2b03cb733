"""The letter by e-mail: asked for in private, and sent once the address itself said yes.

Nothing here tells whether an address has it already: only its own mail does.
"""

from __future__ import annotations

from chat.cards import choice
from chat.command import Where, command
from chat.words import Reply, Words, option, say
from domain.errors import Refusal
from domain.mailings import address_typed, code_typed
from handlers.desk import Desk, begin

WORDS_FOR_MAIL = frozenset({"email", "e-mail", "mail", "mel", "courriel", "emails", "mails"})
WORDS_FOR_STOP = frozenset({"stop", "arret", "arreter", "desabonner", "unsubscribe", "fin"})


async def about_mail(desk: Desk, typed: str) -> Reply:
    """Show what is set, ask an address whether it wants the letter, or take the code it got."""
    if not desk.chat.private:
        raise Refusal("refusal-mail-private")
    if code := code_typed(typed):
        return await _confirm(desk, code)
    if not typed.strip():
        return await _as_it_is(desk)
    return await _ask(desk, typed)


def ways_to_receive(desk: Desk) -> Reply:
    """By e-mail, which is set in private, and in a chat, which its settings say."""
    private = desk.chat.private
    reply = say("letter-ways", private=private, mails=desk.outlets.mails)
    if private and desk.outlets.mails:
        reply = reply.choose(option("choice-letter-by-mail", mail_me))
    return reply.choose(choice("choice-all-settings", "settings"))


@command(where=Where.PRIVATE)
async def mail_me(desk: Desk, address: str) -> Reply:
    """Ask for the letter by e-mail."""
    return await _ask(desk, address)


@mail_me.reads("address")
async def an_address(desk: Desk, typed: str) -> str:
    """An address that mail can reach."""
    return address_typed(typed)


@command(where=Where.PRIVATE)
async def confirm_mail(desk: Desk, code: str) -> Reply:
    """The code that the mail shows."""
    return await _confirm(desk, code)


@confirm_mail.reads("code")
async def a_code(desk: Desk, typed: str) -> str:
    """Ten letters and digits, however they are spaced."""
    code = code_typed(typed)
    if code is None:
        raise Refusal("refusal-mail-code-form")
    return code


@command(where=Where.PRIVATE)
async def stop_mail_now(desk: Desk) -> Reply:
    """Receive no more letters by e-mail."""
    return await stop_mail(desk)


async def stop_mail(desk: Desk) -> Reply:
    """Forget whoever's address it is; said alike when there was none."""
    if not desk.chat.private:
        raise Refusal("refusal-mail-private")
    left = await desk.store.mail.withdraw(desk.person.id, now=desk.now)
    return say("mail-stopped" if left else "mail-not-set")


async def _as_it_is(desk: Desk) -> Reply:
    readers = await desk.store.mail.of_person(desk.person.id)
    stop = option("choice-mail-stop", stop_mail_now)
    for one in readers:
        if one.refused_at is not None:
            return say("mail-refused", address=one.address).choose(
                option("choice-mail-other", mail_me), stop
            )
        if one.confirmed_at is not None:
            return say("mail-set", address=one.address).choose(
                option("choice-mail-other", mail_me), stop
            )
    if not desk.outlets.mails:
        raise Refusal("refusal-mail-off")
    asked = await desk.store.mail.asked_by(desk.person.id, now=desk.now)
    if asked is not None:
        return say("mail-waits", address=asked).choose(
            option("choice-mail-code", confirm_mail), option("choice-mail-other", mail_me), stop
        )
    return say("mail-none").choose(option("choice-mail-set", mail_me))


async def _ask(desk: Desk, typed: str) -> Reply:
    if not desk.outlets.mails:
        raise Refusal("refusal-mail-off")
    address = address_typed(typed)
    asked = await desk.store.mail.ask(
        address,
        token=f"{desk.token()}{desk.token()}",
        language=desk.language,
        by=desk.person.id,
        now=desk.now,
    )
    if not asked:
        raise Refusal("refusal-mail-often")
    return await begin(desk, confirm_mail.name, {})


@confirm_mail.asks("code")
async def where_the_code_is(desk: Desk) -> Reply:
    """What was sent, and what to do with it."""
    link = "yes" if desk.outlets.site else "no"
    return Reply(words=(Words("confirm-mail-ask-code", {"link": link}),))


async def _confirm(desk: Desk, code: str) -> Reply:
    reader = await desk.store.mail.confirm(code, by=desk.person.id, now=desk.now)
    if reader is None:
        raise Refusal("refusal-mail-code")
    return say("mail-confirmed", address=reader.address)


COMMANDS = (mail_me, confirm_mail, stop_mail_now)
