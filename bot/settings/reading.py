"""Settings from a TOML file and the environment, or a line for each thing that is wrong."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource
from pydantic_settings.sources.utils import parse_env_vars

from bot.settings.examples import EXAMPLES, SHAPES
from bot.settings.sections import Section
from bot.settings.whole import PREFIX, Settings

IN_FILE = "_FILE"


class SettingsError(Exception):
    """What is wrong with the settings: one line each, ready to be shown."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


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
    example = f" Example: {name} = {EXAMPLES[name]}" if name in EXAMPLES else ""
    return f"{name}: {_reason(name, error)}.{example}"


def _reason(name: str, error: Any) -> str:
    """In words: a pattern says nothing to whoever mistyped."""
    if error["type"] == "extra_forbidden":
        return "no such setting"
    if error["type"] == "string_pattern_mismatch":
        key = re.sub(r"^fabriques\.\d+\.(?=\w+$)", "fabrique.", name)
        key = re.sub(r"^fabriques\.\d+\.", "", key)
        return SHAPES[key]
    return str(error["msg"])
