"""All settings together, and what they must be to each other."""

from __future__ import annotations

import re
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.settings.sections import (
    FabriqueSettings,
    FurtherFabriqueSettings,
    LogSettings,
    MailSettings,
    MatrixSettings,
    PermanenceSettings,
    TeamSettings,
    TelegramSettings,
    TimebankSettings,
    WebhookSettings,
    WebSettings,
)

PREFIX = "FABRIQUE_"
ROOT = Path(__file__).parents[2]


class Settings(BaseSettings):
    """Everything an operator may set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )

    database: str = Field("sqlite:///donnees/fabrique.db", description="SQLite file or PostgreSQL")
    data: Path = Field(Path("donnees"), description="folder for keys, files and the SQLite file")
    knowledge: Path = Field(ROOT / "knowledge", description="folder of knowledge entries")
    contact: str | None = Field(None, description="page that sites we read may turn to")
    encoder: bool = Field(True, description="search by meaning too: 120 MB of memory")
    fabrique: FabriqueSettings = FabriqueSettings()
    telegram: TelegramSettings = TelegramSettings()
    matrix: MatrixSettings = MatrixSettings()
    web: WebSettings = WebSettings()
    webhook: WebhookSettings = WebhookSettings()
    mail: MailSettings = MailSettings()
    team: TeamSettings = TeamSettings()
    permanence: PermanenceSettings = PermanenceSettings()
    timebank: TimebankSettings = TimebankSettings()
    fabriques: tuple[FurtherFabriqueSettings, ...] = Field((), description="further ones, if any")
    log: LogSettings = LogSettings()

    @field_validator("database")
    @classmethod
    def known_engine(cls, value: str) -> str:
        """An address of one of the two engines."""
        try:
            backend = make_url(value).get_backend_name()
        except ArgumentError as error:
            raise ValueError("not a database address") from error
        if backend not in ("sqlite", "postgresql"):
            raise ValueError("only SQLite and PostgreSQL")
        return value

    @field_validator("contact")
    @classmethod
    def a_page(cls, value: str | None) -> str | None:
        """An address of the web that can stand in a header."""
        if value is not None and not re.fullmatch(r"https?://[!-~]+", value):
            raise ValueError("not the address of a page")
        return value

    @field_validator("fabriques")
    @classmethod
    def each_once(
        cls, value: tuple[FurtherFabriqueSettings, ...], info: ValidationInfo
    ) -> tuple[FurtherFabriqueSettings, ...]:
        """Fabriques with slugs and teams of their own."""
        first = info.data.get("fabrique"), info.data.get("team")
        slugs = [one.slug for one in (first[0], *value) if one]
        teams = [
            chat for one in (first[1], *(one.team for one in value)) if one for chat in one.chats
        ]
        if len(set(slugs)) < len(slugs):
            raise ValueError("two fabriques have the same slug")
        if len(set(teams)) < len(teams):
            raise ValueError("two fabriques have the same team chat")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load` puts together: a test or an example is not changed from outside."""
        return (init_settings,)

    @property
    def site(self) -> str | None:
        """Where the world finds the web server; nowhere, unless it listens."""
        if self.web.listen is None:
            return None
        webhook = self.webhook.url
        return self.web.public or (webhook and "/".join(webhook.split("/")[:3]))

    @property
    def lacking(self) -> list[str]:
        """What was begun and still needs something, a line each."""
        return [*self.matrix.missing, *self.webhook_lacks, *self.web_lacks, *self.mail.missing]

    @property
    def webhook_lacks(self) -> list[str]:
        """What a webhook needs besides its address."""
        lines = []
        if self.webhook.url and self.telegram.token is None:
            lines.append("telegram.token: is missing; the webhook is Telegram's")
        if self.webhook.url and self.web.listen is None:
            lines.append("web.listen: is missing; the webhook needs an address to listen on")
        return lines

    @property
    def web_lacks(self) -> list[str]:
        """What a public address and a public agenda need besides themselves."""
        lines = []
        if self.web.public and self.web.listen is None:
            lines.append("web.listen: is missing; web.public needs an address to listen on")
        if self.site is None and any(one.public_agenda for one in (self.fabrique, *self.fabriques)):
            lines.append(
                "fabrique.public_agenda: nobody could read it; it needs web.listen and web.public"
            )
        return lines

    @property
    def zone(self) -> ZoneInfo:
        """The fabrique's zone."""
        return ZoneInfo(self.fabrique.timezone)
