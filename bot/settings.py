"""Settings: a TOML file, the environment over it, secrets also from files; read once.

`FABRIQUE_TELEGRAM__TOKEN` sets `[telegram] token`; `FABRIQUE_TELEGRAM__TOKEN_FILE` names a file
that holds it, and goes before the former, which an image may have set. An unknown key or a bad
value is refused with its name, the reason and an example.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from pydantic_settings.sources.utils import parse_env_vars
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from domain.fabriques import Policy, TimePolicy

PREFIX = "FABRIQUE_"
IN_FILE = "_FILE"
ROOT = Path(__file__).parent.parent

EXAMPLES = {
    "database": "sqlite:///donnees/fabrique.db",
    "data": "donnees",
    "encoder": "false",
    "fabrique.slug": "nationale",
    "fabrique.name": "La Fabrique des transitions",
    "fabrique.timezone": "Europe/Paris",
    "fabrique.language": "fr",
    "telegram.token": "123456789:…, given by @BotFather",
    "telegram.base_url": "https://api.telegram.org/bot",
    "telegram.base_file_url": "https://api.telegram.org/file/bot",
    "matrix.homeserver": "https://matrix.example.org",
    "matrix.user": "@fabrique:example.org",
    "matrix.password": "the account's password, or a file that holds it",
    "matrix.pickle_key": "a long random phrase, kept for good",
    "team.telegram": "-1001234567890",
    "team.matrix": "!abcdef:example.org",
    "team.console": "#equipe",
    "permanence.signs_as": "person",
    "permanence.answer_within": "48",
    "permanence.nth": "1",
    "permanence.weekday": "1",
    "permanence.at": "11:00",
    "permanence.minutes": "120",
    "permanence.link": "https://visio.example.org/permanence",
    "timebank.day": "6.5",
    "timebank.confirm_after": "14",
    "timebank.confirm_below": "15",
    "timebank.soft_floor": "-10",
    "timebank.soft_ceiling": "40",
    "timebank.floor": "-50",
    "timebank.ceiling": "200",
    "timebank.team_month": "20",
    "timebank.partner_most": "80",
    "log.level": "info",
    "log.format": "json",
}
"""One value for each setting, shown when another one was refused."""


class SettingsError(Exception):
    """What is wrong with the settings: one line each, ready to be shown."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Section(BaseModel):
    """A part of the settings, closed to keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class FabriqueSettings(Section):
    """The community this bot serves."""

    slug: str = Field("nationale", pattern=r"^[a-z0-9-]{1,60}$", description="folder of knowledge")
    name: str = Field("La Fabrique des transitions", min_length=1, description="shown to people")
    timezone: str = Field("Europe/Paris", description="where its days begin and end")
    language: str = Field("fr", pattern="^(fr|en)$", description="of groups, until they choose")

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


class Settings(BaseSettings):
    """Everything an operator may set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )

    database: str = Field("sqlite:///donnees/fabrique.db", description="SQLite file or PostgreSQL")
    data: Path = Field(Path("donnees"), description="folder for keys, files and the SQLite file")
    knowledge: Path = Field(ROOT / "knowledge", description="folder of knowledge entries")
    encoder: bool = Field(True, description="search by meaning too: 120 MB of memory")
    fabrique: FabriqueSettings = FabriqueSettings()
    telegram: TelegramSettings = TelegramSettings()
    matrix: MatrixSettings = MatrixSettings()
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
    def zone(self) -> ZoneInfo:
        """The fabrique's zone."""
        return ZoneInfo(self.fabrique.timezone)


def load(file: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of a file and the environment; raises SettingsError."""
    ours = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    named = ours.pop(f"{PREFIX}SETTINGS", None)
    known = {name: value for name, value in ours.items() if _dotted(name) in keys()}
    problems = [f"{name}: no such setting" for name in sorted(ours.keys() - known.keys())]
    try:
        settings = Settings(**_merged(_toml(file or _path(named)), _values(known)))
    except ValidationError as error:
        raise SettingsError(problems + [_line(one) for one in error.errors()]) from error
    if problems:
        raise SettingsError(problems)
    return settings


def keys() -> list[str]:
    """Every setting, dotted, as documentation lists them; further fabriques repeat these."""
    found = []
    for name, field in Settings.model_fields.items():
        inner = field.annotation
        if name == "fabriques":
            continue
        if isinstance(inner, type) and issubclass(inner, Section):
            found += [f"{name}.{key}" for key in inner.model_fields]
        else:
            found.append(name)
    return found


def _path(named: str | None) -> Path | None:
    """The file that was asked for, or the usual one where there is one."""
    usual = Path("fabrique.toml")
    return Path(named) if named else usual if usual.exists() else None


def _toml(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read ({error.strerror})"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError([f"{path}: is not TOML ({error})"]) from error


def _values(variables: Mapping[str, str]) -> dict[str, Any]:
    """What the environment sets; a variable that names a file wins over its twin."""
    files = {name: path for name, path in variables.items() if name.endswith(IN_FILE)}
    secrets = {name.removesuffix(IN_FILE): _secret(name, path) for name, path in files.items()}
    source = EnvSettingsSource(Settings)
    given = {name: value for name, value in variables.items() if name not in files} | secrets
    source.env_vars = parse_env_vars(given)
    return source()


def _secret(variable: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingsError([f"{variable}: {path} cannot be read ({error.strerror})"]) from error
    except UnicodeDecodeError as error:
        raise SettingsError([f"{variable}: {path} is not text"]) from error


def _dotted(variable: str) -> str:
    bare = variable.removeprefix(PREFIX).removesuffix(IN_FILE)
    return bare.lower().replace("__", ".")


def _merged(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both = dict(under)
    for key, value in over.items():
        inner = both.get(key)
        both[key] = _merged(inner, value) if isinstance(inner, dict) else value
    return both


def _line(error: Any) -> str:
    name = ".".join(str(part) for part in error["loc"])
    reason = "no such setting" if error["type"] == "extra_forbidden" else error["msg"]
    example = f" Example: {name} = {EXAMPLES[name]}" if name in EXAMPLES else ""
    return f"{name}: {reason}.{example}"
