"""What operators copy: the proxies' examples, the service, the containers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATHS = (
    "/telegram",
    "/sante",
    "/agenda",
    "/agenda.ics",
    "/agenda.atom",
    "/agenda/evenement/12.ics",
    "/saint-etienne/agenda",
    "/saint-etienne/agenda.ics",
    "/saint-etienne/agenda/evenement/12",
    "/lettre",
    "/lettre/nationale",
    "/lettre/nationale/2026-02.pdf",
    "/lettre/oui/JETON",
    "/lettre/stop/JETON",
)


def patterns() -> list[re.Pattern[str]]:
    """What the examples of Caddy and of nginx let through."""
    text = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8")
    return [re.compile(one) for one in re.findall(r"(?:path_regexp|location ~) (\^\S+)", text)]


def test_both_proxies_let_through_what_the_bot_answers_and_nothing_else() -> None:
    """The agenda of each fabrique, and the pages of the letter, on which one leaves it."""
    assert len(patterns()) == 2
    for one in patterns():
        assert [path for path in PATHS if one.search(path) is None] == []
        for other in ("/", "/admin", "/agendas", "/lettres", "/a/b/agenda", "/sante/x"):
            assert one.search(other) is None


@pytest.mark.parametrize("secret", ["TELEGRAM__TOKEN", "MATRIX__PASSWORD", "MAIL__PASSWORD"])
def test_each_secret_has_its_file_in_the_service_and_in_the_containers(secret: str) -> None:
    """A password is never a line of the settings."""
    name = secret.lower().replace("__", "-")
    service = (ROOT / "docs" / "fabrique.service").read_text(encoding="utf-8")
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")

    assert f"FABRIQUE_{secret}_FILE=%d/{name}" in service
    assert f"LoadCredential={name}:/etc/fabrique/{name}" in service
    assert f"FABRIQUE_{secret}_FILE: /run/secrets/{name}" in compose
    assert f"file: ./secrets/{name}" in compose


@pytest.mark.parametrize("file", ["fabrique.example.toml", "docs/operators.md"])
def test_no_setting_is_shown_twice(file: str) -> None:
    """Whoever fills in the first would miss the second."""
    text = (ROOT / file).read_text(encoding="utf-8")
    if file.endswith(".toml"):
        part, seen = "", list[str]()
        for line in text.splitlines():
            if heading := re.match(r"\[(\w+)\]", line):
                part = heading[1]
            elif key := re.match(r"(?:# )?(\w+) = ", line):
                seen.append(f"{part}.{key[1]}")
    else:
        seen = re.findall(r"^\| `([\w.]+)` \|", text, re.M)
    assert sorted(set(seen)) == sorted(seen)
