"""The parts of the settings, each closed to keys it does not know.

Knows what a value may be; must not know where it came from.
"""

from __future__ import annotations

import re
from datetime import time
from typing import Literal
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from bot.web import AGENDA, HEALTH
from domain.fabriques import RESERVED, Policy, TimePolicy

PUBLIC = re.compile(r"https://[\w.-]+(?::(?P<port>\d{1,5}))?(?P<path>/[\w./~-]*)?", re.ASCII)
"""A host, perhaps a port, and a path that stands for itself."""

MAIL = r"^[^\s@<>\"]+@[A-Za-z0-9.-]+$"
"""An address, without a name."""

TLS_PORT = 465
"""Where a relay speaks TLS from its first word."""

TELEGRAM_PORTS = (443, 80, 88, 8443)
"""Where Telegram posts."""


class Section(BaseModel):
    """A part of the settings, closed to keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class FabriqueSettings(Section):
    """The community this bot serves."""

    slug: str = Field("nationale", pattern=r"^[a-z0-9-]{1,60}$", description="folder of knowledge")
    name: str = Field("La Fabrique des transitions", min_length=1, description="shown to people")
    timezone: str = Field("Europe/Paris", description="where its days begin and end")
    language: str = Field("fr", pattern="^(fr|en)$", description="of groups, until they choose")
    public_agenda: bool = Field(False, description="anybody reads the agenda at the web address")

    @field_validator("slug")
    @classmethod
    def no_page(cls, value: str) -> str:
        """A name that no page of ours has."""
        if value in RESERVED:
            raise ValueError("the name of a page; choose another one")
        return value

    @field_validator("timezone")
    @classmethod
    def known_zone(cls, value: str) -> str:
        """A zone that the machine knows."""
        if value not in available_timezones():
            raise ValueError("no such time zone")
        return value


class TelegramSettings(Section):
    """Telegram, if a token is given."""

    token: SecretStr | None = Field(None, description="the bot's token")
    base_url: str | None = Field(None, description="another Bot API server")
    base_file_url: str | None = Field(None, description="its files")


class MatrixSettings(Section):
    """Matrix, if an account is given."""

    homeserver: str | None = Field(
        None, pattern="^https?://", description="the homeserver's address"
    )
    user: str | None = Field(None, pattern="^@[^:]+:.+$", description="the bot's account")
    password: SecretStr | None = Field(None, description="its password")
    pickle_key: SecretStr | None = Field(None, description="protects the encryption keys on disk")

    @property
    def missing(self) -> list[str]:
        """What a begun configuration still lacks, a line each; nothing when Matrix is not used."""
        lacking = [name for name in type(self).model_fields if getattr(self, name) is None]
        if len(lacking) == len(type(self).model_fields):
            return []
        return [f"matrix.{name}: is missing; Matrix needs all four settings" for name in lacking]


class WebSettings(Section):
    """The one web server, if it has an address."""

    listen: str | None = Field(
        None,
        pattern=r"^([^\s:\[\]/]+|\[[0-9a-fA-F:]+\]):\d{1,5}$",
        description="where this machine is asked, by a proxy before it",
    )
    public: str | None = Field(
        None,
        pattern=r"^https://[\w.-]+(:\d{1,5})?(/[\w./~-]*\w)?$",
        description="the public address that the proxy leads here, for links to our pages",
    )

    @field_validator("listen")
    @classmethod
    def possible_port(cls, value: str | None) -> str | None:
        """A port that there is."""
        if value is not None and not 0 < int(value.rpartition(":")[2]) < 65536:
            raise ValueError("a port is a number from 1 to 65535")
        return value

    @property
    def address(self) -> tuple[str, int] | None:
        """Host and port, if it is to listen."""
        if self.listen is None:
            return None
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)


class MailSettings(Section):
    """E-mail, if a host is given: the letter for those who ask for it."""

    host: str | None = Field(None, min_length=1, description="the relay that takes our mail")
    port: int = Field(587, ge=1, le=65535, description="its port")
    tls: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="how the line is protected; none for a relay on this machine"
    )
    user: str | None = Field(None, description="the account there, if it wants one")
    password: SecretStr | None = Field(None, description="its password")
    sender: str | None = Field(None, pattern=MAIL, description="the address that mail comes from")
    reply_to: str | None = Field(None, pattern=MAIL, description="where answers go, if elsewhere")

    @property
    def missing(self) -> list[str]:
        """What a begun configuration still lacks, a line each; nothing when mail is not used."""
        lines = []
        if self.host and not self.sender:
            lines.append("mail.sender: is missing; mail comes from an address")
        if self.host and (self.user is None) != (self.password is None):
            lines.append("mail.user, mail.password: one is missing; an account needs both")
        if self.host and self.password and self.tls == "none":
            lines.append("mail.tls: is none; a password is sent over a protected line only")
        if self.host and self.port == TLS_PORT and self.tls == "starttls":
            lines.append(
                'mail.tls: is starttls, but port 465 is for tls = "tls"; starttls is at 587'
            )
        return lines


class WebhookSettings(Section):
    """Where Telegram posts what it has; it is polled without."""

    url: str | None = Field(None, description="the public address, which a proxy leads to us")

    @field_validator("url")
    @classmethod
    def callable_by_telegram(cls, value: str | None) -> str | None:
        """What Telegram takes: HTTPS, on one of four ports, at a path that is not taken."""
        if value is None:
            return None
        parts = PUBLIC.fullmatch(value)
        if parts is None:
            raise ValueError("Telegram posts to a plain https:// address only")
        if int(parts["port"] or 443) not in TELEGRAM_PORTS:
            raise ValueError("Telegram posts to the ports 443, 80, 88 and 8443 only")
        if parts["path"] == HEALTH:
            raise ValueError(f"{HEALTH} is where the bot tells how it is; take another path")
        if (parts["path"] or "").startswith(AGENDA):
            raise ValueError(f"{AGENDA} is where the agenda is read; take another path")
        return value


class TeamSettings(Section):
    """Where the team moderates: a chat's id on each platform (`/reglages` in a group shows it)."""

    telegram: str | None = Field(None, description="a Telegram group's id")
    matrix: str | None = Field(None, description="a Matrix room's id")
    console: str | None = Field("#equipe", description="the terminal's team chat")

    @property
    def chats(self) -> list[tuple[str, str]]:
        """Each platform with the chat that is named there."""
        return [(platform, chat) for platform, chat in self.model_dump().items() if chat]


class FurtherTeamSettings(TeamSettings):
    """The same for a further fabrique, which has no chat in the terminal unless it is named."""

    console: str | None = Field(None, description="the terminal's team chat")


class PermanenceSettings(Section):
    """How questions are answered, and the monthly meeting."""

    signs_as: str = Field("team", pattern="^(team|person)$", description="who answers, by name")
    answer_within: int = Field(48, ge=1, le=720, description="hours before the team is reminded")
    nth: int = Field(1, ge=1, le=4, description="which one of the month the meeting is on")
    weekday: int = Field(1, ge=0, le=6, description="its day of the week, from Monday, 0")
    at: str | None = Field(
        None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="its hour, if it is known"
    )
    minutes: int = Field(120, ge=15, le=600, description="how long it lasts")
    link: str | None = Field(None, pattern="^https://", description="for those who signed up")
    support_within: int = Field(
        24, ge=4, le=168, description="hours before the team is reminded of a request for support"
    )
    support_kept: int = Field(
        90, ge=1, le=365, description="days that its words are kept once it is over"
    )
    agenda_waits: bool = Field(False, description="no agenda leaves before the team approved it")

    @property
    def policy(self) -> Policy:
        """The same, as the fabrique keeps it."""
        at = time.fromisoformat(self.at) if self.at else None
        return Policy(**{**self.model_dump(), "at": at})


class TimebankSettings(Section):
    """How time is counted. Hours, but for `confirm_after` (days) and `confirm_below` (minutes)."""

    day: float = Field(7.0, gt=0, le=24, description="what a day of help counts, in hours")
    confirm_after: int | None = Field(
        None, ge=1, le=29, description="days after which silence confirms; never, when not set"
    )
    confirm_below: int = Field(0, ge=0, le=120, description="minutes that nobody has to confirm")
    soft_floor: int = Field(-20, le=0, description="below, a gentle word")
    soft_ceiling: int = Field(60, ge=0, description="above, a gentle word")
    floor: int | None = Field(None, le=0, description="below, a refusal; none, when not set")
    ceiling: int | None = Field(None, ge=0, description="above, a refusal; none, when not set")
    team_month: int | None = Field(
        None, ge=0, description="hours that the team announces for each month"
    )
    partner_most: int = Field(100, ge=0, description="hours that two fabriques may owe each other")

    @property
    def policy(self) -> TimePolicy:
        """The same, as the fabrique keeps it: in minutes."""
        return TimePolicy(
            day=_minutes(self.day),
            confirm_after=self.confirm_after,
            confirm_below=self.confirm_below,
            soft_floor=_minutes(self.soft_floor),
            soft_ceiling=_minutes(self.soft_ceiling),
            floor=None if self.floor is None else _minutes(self.floor),
            ceiling=None if self.ceiling is None else _minutes(self.ceiling),
            team_month=None if self.team_month is None else _minutes(self.team_month),
            partner_most=_minutes(self.partner_most),
        )


def _minutes(hours: float) -> int:
    return round(60 * hours)


class FurtherFabriqueSettings(FabriqueSettings):
    """Another community that the same bot serves, with what it decided itself."""

    slug: str = Field(pattern=r"^[a-z0-9-]{1,60}$", description="folder of knowledge")
    name: str = Field(min_length=1, description="shown to people")
    team: FurtherTeamSettings = FurtherTeamSettings()
    permanence: PermanenceSettings = PermanenceSettings()
    timebank: TimebankSettings = TimebankSettings()


class LogSettings(Section):
    """The log: what happened, never what was said."""

    level: str = Field("info", pattern="^(debug|info|warning|error)$", description="from what on")
    format: str = Field("text", pattern="^(text|json)$", description="for people or for machines")
