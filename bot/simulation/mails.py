"""A relay of the imagined world: it takes every mail, which is one event."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default

from bot.mail import Outcome, Result
from bot.simulation.world import Screen


@dataclass(frozen=True)
class SimulatedLine:
    """A line on which a mail is shown instead of sent."""

    screen: Screen

    async def send(self, address: str, message: bytes) -> Result:
        """The mail arrives, as a person reads it."""
        mail = message_from_bytes(message, policy=default)
        body = mail.get_body(("plain",))
        self.screen.write(
            {
                "event": "mail",
                "at": self.screen.now().isoformat(),
                "from": str(mail["From"]),
                "to": address,
                "subject": str(mail["Subject"]),
                "text": str(body.get_content()).replace("\r\n", "\n") if body else "",
            }
        )
        return Result(Outcome.SENT)

    async def close(self) -> None:
        """Nothing is open."""
