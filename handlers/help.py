"""Help: what one can do here, and how to step back or out of a question."""

from __future__ import annotations

from chat.command import command
from chat.transport import Act
from chat.words import Reply, say
from domain.errors import Refusal
from handlers.desk import Desk


@command("aide", "help")
async def show_help(desk: Desk) -> Reply:
    """What one can do, by the place where it is asked. Words before the team that are no command,
    and answer nothing, may have been meant for somebody: nobody was told them.
    """
    if desk.chat.team:
        plain = desk.heard.act is Act.SAID and not desk.heard.text.startswith(("/", "!"))
        return (say("help-nothing-passed-on") if plain else Reply()).then("help-team")
    return say("help-private" if desk.chat.private else "help-group")


@command("retour", "back")
async def go_back(desk: Desk) -> Reply:
    """Take the last answer back, and ask again."""
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if prompt is None:
        raise Refusal("refusal-nothing-asked")
    earlier, last = prompt.asked[:-1], prompt.asked[-1:]
    given = {name: value for name, value in prompt.given.items() if name not in last}
    await desk.store.prompts.again(prompt, given=given, asked=earlier)
    return Reply(resumes=True)


@command("annuler", "stop", "cancel")
async def give_up(desk: Desk) -> Reply:
    """Leave the question; nothing was noted."""
    if await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now) is None:
        raise Refusal("refusal-nothing-asked")
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    return say("given-up")


COMMANDS = (show_help, go_back, give_up)
