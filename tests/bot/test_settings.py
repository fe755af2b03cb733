"""Settings: a file, the environment over it, and a sentence for each mistake."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from bot.settings import EXAMPLES, Settings, SettingsError, keys, load

SECRET = "123456789:AAexemple-exemple-exemple-exemple-ex"

LISTEN = "a host and a port with a colon between them, without http://"
HTTPS = "Telegram posts to a plain https:// address only"
PORTS = "Telegram posts to the ports 443, 80, 88 and 8443 only"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in: no settings file of anyone's."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def toml(folder: Path, text: str) -> Path:
    """A settings file."""
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def refused(file: Path | None, environment: Mapping[str, str] | None = None) -> list[str]:
    """The lines that say what is wrong."""
    with pytest.raises(SettingsError) as told:
        load(file, environment or {})
    return told.value.lines


def test_without_anything_the_defaults_stand(folder: Path) -> None:
    """A first try needs no file."""
    assert load(None, {}) == Settings()
    assert load(None, {"PATH": "/bin", "FABRIQUES": "x"}) == Settings()


def test_the_environment_goes_before_the_file(folder: Path) -> None:
    """Key by key: what it does not name stays."""
    file = toml(folder, '[fabrique]\nname = "Fictive"\nlanguage = "en"\n[log]\nlevel = "error"\n')
    settings = load(file, {"FABRIQUE_FABRIQUE__LANGUAGE": "fr", "FABRIQUE_DATA": "ailleurs"})
    assert (settings.fabrique.name, settings.fabrique.language) == ("Fictive", "fr")
    assert (settings.log.level, settings.data) == ("error", Path("ailleurs"))


@pytest.mark.parametrize("key", keys())
def test_every_key_can_be_set_by_a_variable_and_by_a_file_it_names(folder: Path, key: str) -> None:
    """Its own example, or its default, is accepted from both."""
    value = EXAMPLES.get(key) or str(_default(key))
    file = folder / "value"
    file.write_text(f"{value}\n", encoding="utf-8")
    variable = "FABRIQUE_" + key.upper().replace(".", "__")
    direct, by_file = load(None, {variable: value}), load(None, {f"{variable}_FILE": str(file)})
    assert direct == by_file
    assert _shown(direct, key) in (value, value.capitalize())  # TOML's true is Python's True


def test_a_named_file_goes_before_the_plain_variable(folder: Path) -> None:
    """An image sets the latter; whoever runs it names the former."""
    (folder / "url").write_text("postgresql://fabrique@base/fabrique\n", encoding="utf-8")
    plain = {"FABRIQUE_DATABASE": "sqlite:////var/lib/fabrique.db"}
    named = {"FABRIQUE_DATABASE_FILE": str(folder / "url")}
    for environment in (plain | named, named | plain):
        assert load(None, environment).database == "postgresql://fabrique@base/fabrique"


def test_a_file_that_holds_no_secret_is_named(folder: Path) -> None:
    """Missing, or not a text."""
    variable = "FABRIQUE_TELEGRAM__TOKEN_FILE"
    (folder / "binary").write_bytes(b"\xff\xfe")
    assert refused(None, {variable: "absent"}) == [
        f"{variable}: absent cannot be read (No such file or directory)"
    ]
    assert refused(None, {variable: "binary"}) == [f"{variable}: binary is not text"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('langue = "fr"', "langue: no such setting."),
        ('[telegram]\ntokn = "x"', "telegram.tokn: no such setting."),
        ("[matrx]", "matrx: no such setting."),
    ],
)
def test_an_unknown_key_of_the_file_is_refused_by_name(folder: Path, text: str, line: str) -> None:
    """A misspelt key would otherwise be a setting that does nothing."""
    assert refused(toml(folder, text)) == [line]


@pytest.mark.parametrize(
    "variable",
    ["FABRIQUE_LANGUE", "FABRIQUE_TELEGRAM__TOKN", "FABRIQUE_TELEGRAM", "FABRIQUE_MATRIX_FILE"],
)
def test_an_unknown_variable_is_refused_by_name(folder: Path, variable: str) -> None:
    """Whatever it holds, and though it names no file."""
    assert refused(None, {variable: "absent"}) == [f"{variable}: no such setting"]


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("database", "mysql://x", "Value error, only SQLite and PostgreSQL"),
        ("database", "donnees", "Value error, not a database address"),
        ("fabrique.timezone", "Europe/Pari", "Value error, no such time zone"),
        ("fabrique.language", "de", "either fr or en"),
        ("fabrique.name", "", "String should have at least 1 character"),
        ("matrix.user", "fabrique", "a whole account: @, a name, a colon and a server"),
        ("web.listen", "8080", LISTEN),
        ("web.listen", "127.0.0.1:80:80", LISTEN),
        ("web.listen", "::1:8080", LISTEN),
        ("web.listen", "127.0.0.1:0", "Value error, a port is a number from 1 to 65535"),
        ("web.listen", "[::1]:65536", "Value error, a port is a number from 1 to 65535"),
        ("webhook.url", "http://a.exemple/", f"Value error, {HTTPS}"),
        ("webhook.url", "https:///telegram", f"Value error, {HTTPS}"),
        ("webhook.url", "https://a.exemple/#b", f"Value error, {HTTPS}"),
        ("webhook.url", "https://a.exemple:8080/", f"Value error, {PORTS}"),
        ("webhook.url", "https://a.exemple:x/", f"Value error, {HTTPS}"),
        ("webhook.url", "https://[a/", f"Value error, {HTTPS}"),
        ("webhook.url", "https://moi@a.exemple/", f"Value error, {HTTPS}"),
        ("webhook.url", "https://a.exemple/été", f"Value error, {HTTPS}"),
        ("webhook.url", "https://a.exemple/{x}", f"Value error, {HTTPS}"),
        (
            "webhook.url",
            "https://a.exemple/sante",
            "Value error, /sante is where the bot tells how it is; take another path",
        ),
        (
            "webhook.url",
            "https://a.exemple/agenda/telegram",
            "Value error, /agenda is where the agenda is read; take another path",
        ),
        ("log.level", "loud", "one of debug, info, warning and error"),
    ],
)
def test_a_bad_value_is_refused_with_name_reason_and_example(
    folder: Path, key: str, value: str, reason: str
) -> None:
    """From the file and from the environment alike."""
    line = f"{key}: {reason}. Example: {key} = {EXAMPLES[key]}"
    section, _, last = key.rpartition(".")
    written = f"[{section}]\n" * bool(section) + f'{last} = "{value}"'
    assert refused(toml(folder, written)) == [line]
    assert refused(None, {"FABRIQUE_" + key.upper().replace(".", "__"): value}) == [line]


@pytest.mark.parametrize(
    ("listen", "address"),
    [
        ("127.0.0.1:8080", ("127.0.0.1", 8080)),
        ("[::1]:8080", ("::1", 8080)),
        ("localhost:1", ("localhost", 1)),
        (None, None),
    ],
)
def test_an_address_has_a_host_and_a_port(
    listen: str | None, address: tuple[str, int] | None
) -> None:
    """Of either kind, or none at all."""
    assert Settings(web={"listen": listen}).web.address == address


def test_everything_wrong_is_said_at_once(folder: Path) -> None:
    """One start, one list."""
    file = toml(folder, '[log]\nlevel = "loud"\nformt = "json"\n')
    lines = refused(file, {"FABRIQUE_X": "1", "FABRIQUE_MATRIX__USER": "moi"})
    assert [line.partition(":")[0] for line in lines] == [
        "FABRIQUE_X",
        "matrix.user",
        "log.level",
        "log.formt",
    ]


def test_a_refusal_never_shows_a_secret(folder: Path) -> None:
    """It is read in a terminal, or in a log."""
    lines = refused(toml(folder, f'[telegram]\ntoken = ["{SECRET}"]\n'))
    assert SECRET not in "".join(lines)
    assert SECRET not in repr(load(None, {"FABRIQUE_TELEGRAM__TOKEN": SECRET}))


@pytest.mark.parametrize("text", ["[log", "level = info", 'a = "\udcff"'])
def test_what_is_not_toml_is_refused_with_its_file(folder: Path, text: str) -> None:
    """With the place of the mistake, or that it is no text."""
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8", errors="surrogateescape")
    [line] = refused(file)
    assert line.startswith(f"{file}: is not TOML (")


def test_a_file_that_was_asked_for_must_exist(folder: Path) -> None:
    """Also when a variable names it: a bot without its settings would run in a terminal."""
    for lines in (
        refused(Path("absent.toml")),
        refused(None, {"FABRIQUE_SETTINGS": "absent.toml"}),
    ):
        assert lines == ["absent.toml: cannot be read (No such file or directory)"]


def test_the_usual_file_is_read_where_it_lies(folder: Path) -> None:
    """And another one when a variable names it."""
    (folder / "fabrique.toml").write_text('[log]\nlevel = "error"\n', encoding="utf-8")
    named = toml(folder, '[log]\nlevel = "debug"\n')
    assert load(None, {}).log.level == "error"
    assert load(None, {"FABRIQUE_SETTINGS": str(named)}).log.level == "debug"


def test_the_number_of_a_group_may_be_written_as_a_number(folder: Path) -> None:
    """As the example shows it."""
    assert load(toml(folder, "[team]\ntelegram = -1001234567890\n"), {}).team.telegram == (
        "-1001234567890"
    )


@pytest.mark.parametrize("key", keys())
def test_every_key_has_an_example_or_a_default(key: str) -> None:
    """So that a refusal, or the documentation, can show one."""
    assert key in EXAMPLES or _default(key) not in (None, PydanticUndefined)


def test_no_example_is_left_over() -> None:
    """An example of a key that is gone would be copied."""
    assert EXAMPLES.keys() - set(keys()) == set()


def _default(key: str) -> object:
    section, _, last = key.rpartition(".")
    inner = getattr(Settings(), section) if section else Settings()
    assert isinstance(inner, BaseModel)
    return type(inner).model_fields[last].default


def _shown(settings: Settings, key: str) -> str:
    value: object = settings
    for part in key.split("."):
        value = getattr(value, part)
    reveal = getattr(value, "get_secret_value", lambda: str(value))
    return str(reveal())


FURTHER = """
[[fabriques]]
slug = "saint-etienne"
name = "La Fabrique de Saint-Étienne"
[fabriques.team]
telegram = "-2"
[fabriques.timebank]
partner_most = 50
"""


def test_further_fabriques_have_a_block_each(folder: Path) -> None:
    """With what they decided themselves; the rest is as it comes, not as the first one has it."""
    text = '[timebank]\nday = 6\n[team]\ntelegram = "-1"\n' + FURTHER
    (further,) = load(toml(folder, text), {}).fabriques
    assert (further.slug, further.timezone, further.team.telegram) == (
        "saint-etienne",
        "Europe/Paris",
        "-2",
    )
    assert further.team.console is None
    assert (further.timebank.policy.partner_most, further.timebank.policy.day) == (3000, 420)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[[fabriques]]\nslug = "une"\n', "fabriques.0.name: Field required."),
        ('[[fabriques]]\nslug = "Une"\nname = "Une"', "fabriques.0.slug: only small letters"),
        (FURTHER + '[fabriques.log]\nlevel = "info"', "fabriques.0.log: no such setting."),
        (
            FURTHER.replace("saint-etienne", "lettre"),
            "fabriques.0.slug: Value error, the name of a",
        ),
        ('[fabrique]\nslug = "agenda"\n', "fabrique.slug: Value error, the name of a page"),
        (FURTHER + FURTHER, "fabriques: Value error, two fabriques have the same slug."),
        (
            FURTHER.replace("saint-etienne", "nationale"),
            "fabriques: Value error, two fabriques have the same slug.",
        ),
        (
            '[team]\ntelegram = "-2"\n' + FURTHER,
            "fabriques: Value error, two fabriques have the same team chat.",
        ),
    ],
)
def test_a_block_that_cannot_be_is_refused(folder: Path, text: str, line: str) -> None:
    """By its place, with the reason."""
    (told,) = refused(toml(folder, text))
    assert told.startswith(line)


@pytest.mark.parametrize(
    ("written", "site"),
    [
        ({}, None),
        ({"web": {"listen": "127.0.0.1:80"}}, None),
        ({"web": {"listen": "127.0.0.1:80", "public": "https://a.exemple"}}, "https://a.exemple"),
        (
            {"web": {"listen": "[::1]:80"}, "webhook": {"url": "https://b.exemple:8443/telegram"}},
            "https://b.exemple:8443",
        ),
        ({"webhook": {"url": "https://b.exemple/telegram"}}, None),
    ],
)
def test_the_world_finds_the_web_server_where_a_proxy_leads_to_it(
    written: dict[str, dict[str, str]], site: str | None
) -> None:
    """By its own address, else that of the webhook; nowhere while it does not listen."""
    assert Settings.model_validate(written).site == site


def test_a_public_address_needs_a_server() -> None:
    """Said before anything is begun."""
    assert Settings.model_validate({"web": {"public": "https://a.exemple"}}).lacking == [
        "web.listen: is missing; web.public needs an address to listen on"
    ]


@pytest.mark.parametrize("key", keys())
def test_what_has_a_form_is_refused_in_words(folder: Path, key: str) -> None:
    """No pattern is shown to whoever mistyped."""
    section, _, name = key.rpartition(".")
    file = toml(folder, f"[{section}]\n{name} = '§ §'\n" if section else f"{name} = '§ §'\n")
    told = ""
    try:
        load(file, {})
    except SettingsError as refusal:
        told = str(refusal)
    assert "pattern" not in told
    assert "^" not in told


def test_a_further_fabrique_is_refused_in_words_too(folder: Path) -> None:
    """Its keys are those of the first."""
    lines = refused(toml(folder, "[[fabriques]]\nslug = 'Été'\nname = 'Fictive'\n"))
    assert "small letters" in lines[0]
    lines = refused(
        toml(
            folder,
            "[[fabriques]]\nslug = 'ete'\nname = 'F'\n[fabriques.permanence]\nat = '11h'\n",
        )
    )
    assert "an hour with two digits" in lines[0]


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({"fabrique": {"public_agenda": True}}, "fabrique.public_agenda"),
        (
            {"fabriques": [{"slug": "a", "name": "A", "public_agenda": True}]},
            "fabrique.public_agenda",
        ),
        (
            {"mail": {"host": "smtp.exemple.org", "sender": "a@exemple.org", "port": 465}},
            "mail.tls: is starttls",
        ),
    ],
)
def test_what_cannot_work_is_said_before_the_start(given: dict[str, object], lacks: str) -> None:
    """A public agenda that nobody could read; a line that would wait for ever."""
    assert [one[: len(lacks)] for one in Settings.model_validate(given).lacking] == [lacks]


def test_a_public_agenda_with_an_address_lacks_nothing() -> None:
    """Its own, or that of the webhook."""
    web = {"listen": "127.0.0.1:8080", "public": "https://bot.exemple.org"}
    given = {"fabrique": {"public_agenda": True}, "web": web}
    assert Settings.model_validate(given).lacking == []
