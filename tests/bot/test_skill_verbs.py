"""`skills import|list|evaluate`: names from a file that an operator has, and how they read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.skill_shelf import shipped_concepts
from bot.skill_tables import Listed, read_table
from bot.skill_verbs import names_from

ROME = """id,kind,preferred_fr,broader,broader_label,macro_code,category,green,digital
rome:404890,competence,Constituer un dossier exemple de subvention,rome:1,X,1A1,Technique,0,0
rome:999001,competence,Dresser des licornes,rome:1,X,1A1,Technique,0,0
"""
ESCO = """conceptType,conceptUri,preferredLabel,altLabels
KnowledgeSkillCompetence,http://exemple.org/esco/skill/637ca2e2-0624-48b1-be6e-9ff4580344ac,\
check a text of example,"example proofing
proof the example"
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of a fabrique with an empty database."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "fabrique.toml"
    file.write_text(f'database = "sqlite:///{tmp_path}/skills.db"\n')
    return file


def _written(folder: Path, text: str) -> str:
    file = folder / "list.csv"
    file.write_text(text, "utf-8")
    return str(file)


def test_a_rome_file_gives_names_to_the_concepts_that_carry_its_numbers(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others stay out, but for those asked for; a second time there is nothing to bring in."""
    file, add = _written(tmp_path, ROME), ["--add", "999001"]
    words = ["skills", "import", file, *add, "--settings", str(settings)]

    assert main([*words, "--dry-run"]) == 0
    dry = capsys.readouterr().out
    assert "+ demande-de-subvention: Constituer un dossier exemple de subvention" in dry
    assert "2 names brought in. Nothing was written." in dry

    assert main(words) == 0
    assert "+ own-dresser-des-licornes: Dresser des licornes" in capsys.readouterr().out
    assert main(words) == 0
    assert "0 names brought in" in capsys.readouterr().out

    assert main(["skills", "list", "--settings", str(settings)]) == 0
    listed = capsys.readouterr().out
    assert "own-dresser-des-licornes\tskill\tDresser des licornes" in listed
    assert "compostage\tskill\tcompostage\tcomposting" in listed


def test_esco_s_own_files_hold_one_language(tmp_path: Path) -> None:
    """Which the operator names; other names stand one on each line."""
    rows = read_table(Path(_written(tmp_path, ESCO)), language="en")
    texts = ("check a text of example", "example proofing", "proof the example")
    names = names_from(rows, shipped_concepts(), set())
    assert [(one.text, one.language, one.concept) for one in names] == [
        (text, "en", "relecture") for text in texts
    ]


def test_a_row_without_a_concept_is_left_out() -> None:
    """Thirty thousand buttons help nobody."""
    assert names_from([Listed("1", (("fr", "dresser"),))], shipped_concepts(), set()) == []


@pytest.mark.parametrize(
    ("text", "add", "why"),
    [
        ("a,b\n1,2\n", [], "no list of skills that I know"),
        (ROME, ["--add", "7"], "holds no 7"),
    ],
)
def test_what_cannot_be_brought_in_is_told(
    settings: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    add: list[str],
    why: str,
) -> None:
    """And nothing is written."""
    file = _written(tmp_path, text)
    assert main(["skills", "import", file, *add, "--settings", str(settings)]) == 2
    assert why in capsys.readouterr().err


def test_texts_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Shares for people, and all that was missed for machines."""
    file = tmp_path / "texts.tsv"
    file.write_text("compostage\tcompostage\ndresser des licornes\tvelo\n", "utf-8")
    assert main(["skills", "evaluate", str(file)]) == 0
    assert " 50.0%  right among the first 1" in capsys.readouterr().out
    assert main(["skills", "evaluate", str(file), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["texts"], said["top1"], said["sure_and_right"]) == (2, 0.5, 1.0)
    assert said["missed"][0]["concept"] == "velo"


def test_texts_without_keys_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what a line should hold."""
    file = tmp_path / "texts.tsv"
    file.write_text("compostage\n", "utf-8")
    assert main(["skills", "evaluate", str(file)]) == 2
    assert "a tab" in capsys.readouterr().err
