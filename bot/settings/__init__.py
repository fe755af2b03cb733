"""Settings: a TOML file, the environment over it, secrets also from files; read once.

`FABRIQUE_TELEGRAM__TOKEN` sets `[telegram] token`; `FABRIQUE_TELEGRAM__TOKEN_FILE` names a file
that holds it, and goes before the former, which an image may have set. An unknown key or a bad
value is refused with its name, the reason and an example.
"""

from bot.settings.examples import EXAMPLES
from bot.settings.reading import SettingsError, keys, load
from bot.settings.sections import (
    FabriqueSettings,
    FurtherFabriqueSettings,
    MailSettings,
    MatrixSettings,
    PermanenceSettings,
    Section,
    TelegramSettings,
    TimebankSettings,
    WebhookSettings,
)
from bot.settings.whole import ROOT, Settings

__all__ = [
    "EXAMPLES",
    "ROOT",
    "FabriqueSettings",
    "FurtherFabriqueSettings",
    "MailSettings",
    "MatrixSettings",
    "PermanenceSettings",
    "Section",
    "Settings",
    "SettingsError",
    "TelegramSettings",
    "TimebankSettings",
    "WebhookSettings",
    "keys",
    "load",
]
