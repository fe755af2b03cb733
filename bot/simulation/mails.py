"""A relay of the imagined world: it takes every mail, which is one event."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage

from bot.mail import Outcome
from bot.simulation.world import Screen


@dataclass(frozen=True)
class SimulatedLine:
    """A line on which a mail is shown instead of sent."""

    screen: Screen

    async def send(self, message: EmailMessage) -> Outcome:
        """The mail arrives, as a person reads it."""
        body = message.get_body(("plain",))
        self.screen.write(
            {
                "event": "mail",
                "at": self.screen.now().isoformat(),
                "from": str(message["From"]),
                "to": str(message["To"]),
                "subject": str(message["Subject"]),
                "text": str(body.get_content()).replace("\r\n", "\n") if body else "",
            }
        )
        return Outcome.SENT

    async def close(self) -> None:
        """Nothing is open."""
