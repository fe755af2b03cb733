"""Whoever speaks to the bot sees that it is at work; whoever speaks to others does not."""

from __future__ import annotations

from bot.inbox import StoredInbox
from chat.transport import Act, Heard, Place, Speaker
from tests.bot.office import PRIVATE, Office
from tests.storage.standing import GROUP, NOW

ADA = Speaker("1001", "Ada Exemple")


async def test_only_what_is_said_to_the_bot_is_attended_to(office: Office) -> None:
    """Neither a talk among others, nor what was taken back: nothing is answered to it."""
    alone = Place("telegram", PRIVATE.address, private=True)
    among_others = Place("telegram", GROUP.address, private=False)
    updates = [
        Heard("1", Act.SAID, alone, ADA, NOW, text="Bonjour"),
        Heard("2", Act.SAID, among_others, ADA, NOW, text="Qui vient ?", addressed=False),
        Heard("3", Act.SAID, among_others, ADA, NOW, text="/aide"),
        Heard("4", Act.DELETED, alone, ADA, NOW, message="7"),
        Heard("5", Act.PRESSED, alone, ADA, NOW, message="8", choice=0, press="x"),
    ]
    inbox = StoredInbox(office.app.database, "telegram", woken=lambda: None)
    for update in updates:
        await inbox.put([update])
        await office.app.dispatcher.drain()
    assert office.telegram.attended == ["1", "3", "5"]
