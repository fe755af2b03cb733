"""`knowledge ask|evaluate|calibrate|gaps`: figures that can be checked by hand."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cli import BAD_SETTINGS, main
from domain.fabriques import Fabrique
from domain.permanence import Band
from domain.questions import Question, QuestionState
from storage import Database
from storage.chats import Address
from storage.migrate import migrate
from storage.outcomes import Outcome
from storage.people import Account

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
ENTRIES = [
    {
        "id": "permanence",
        "title": "Quand a lieu la permanence ?",
        "answer": "Le mardi.",
        "variants": ["date de la permanence", "prochaine permanence", "horaire de la permanence"],
    },
    {
        "id": "charte",
        "title": "Que dit la charte ?",
        "answer": None,
        "variants": ["lire la charte", "texte de la charte", "contenu de la charte"],
    },
]
QUERIES = [
    {"q": "date de la permanence", "gold": "permanence"},
    {"q": "lire la charte", "gold": "permanence"},
    {"q": "quelle recette pour un gâteau", "gold": None},
]


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A bot at home in one folder, that searches by words alone."""
    file = tmp_path / "settings.toml"
    file.write_text(
        f'database = "sqlite:///{tmp_path}/fabrique.db"\ndata = "{tmp_path}"\nencoder = false\n',
        encoding="utf-8",
    )
    return file


def written(tmp_path: Path, **fields: Any) -> str:
    """A question set in a file."""
    file = tmp_path / "set.json"
    file.write_text(json.dumps({"name": "essai", "lang": "fr", **fields}), encoding="utf-8")
    return str(file)


def evaluated(settings: Path, file: str, *more: str) -> int:
    """The exit status of an evaluation."""
    words = ["knowledge", "evaluate", "--knowledge", file, "--questions", file]
    return main([*words, "--settings", str(settings), *more])


def test_the_figures_are_those_of_the_questions(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One right, one taken for another entry, one that nothing answers."""
    file = written(tmp_path, entries=ENTRIES, queries=QUERIES)
    assert evaluated(settings, file, "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["in_scope"], figures["out_of_scope"]) == (2, 1)
    assert (figures["top1"], figures["top3"], figures["mrr"]) == (0.5, 1.0, 0.75)
    assert figures["answered"] == pytest.approx(2 / 3)
    assert figures["wrong_among_answered"] == 0.5
    assert figures["out_of_scope_answered"] == 0.0
    assert figures["confusions"] == [
        {"gold": "permanence", "found": "charte", "times": 1, "example": "lire la charte"}
    ]
    assert [point["answered"] for point in figures["curve"]][:1] == [1.0]


def test_people_read_a_table(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same figures, with what they mean."""
    assert evaluated(settings, written(tmp_path, entries=ENTRIES, queries=QUERIES)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 questions in scope, 1 out of scope"
    assert "  first found is right                 0.500" in lines
    assert "    1  charte  instead of permanence: lire la charte" in lines


def test_without_questions_wordings_are_held_out(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One of each entry here; what is held out is not stored."""
    assert evaluated(settings, written(tmp_path, entries=ENTRIES, queries=[]), "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["in_scope"], figures["top1"]) == (2, 1.0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("{", "is not JSON"), ("[]", "is not an object"), ('{"entries": [{"id": 1}]}', "need id")],
)
def test_a_file_that_is_no_set_is_refused(
    settings: Path, tmp_path: Path, text: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line that says why."""
    file = tmp_path / "set.json"
    file.write_text(text, encoding="utf-8")
    assert evaluated(settings, str(file)) == BAD_SETTINGS
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"✗ {file}: ")
    assert reason in line


def test_asking_shows_how_sure_it_is(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The band, the confidence, and each entry with its share and its likeness."""
    assert main(["knowledge", "ask", "devenir", "allié", "--settings", str(settings)]) == 0
    first, best, *_ = capsys.readouterr().out.splitlines()
    band, confidence = first.split()
    assert Band(band) in (Band.SURE, Band.MAYBE)
    assert 0 < float(confidence) <= 1
    share, alike, *title = best.split()
    assert 0 < float(share) <= 1
    assert 0 < float(alike) <= 1
    assert title[-1] == "(devenir-allie)"


def calibrated(settings: Path, *more: str) -> int:
    """The exit status of a calibration."""
    return main(["knowledge", "calibrate", "--settings", str(settings), *more])


def test_few_outcomes_change_nothing(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Chance would move the thresholds."""
    assert calibrated(settings, "--apply") == 0
    assert capsys.readouterr().out == (
        "0 answers were judged; 80, right and wrong ones, are needed.\n"
    )


def test_a_calibration_is_shown_before_it_is_kept(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And kept only when told so."""
    asyncio.run(_note_outcomes(f"sqlite:///{tmp_path}/fabrique.db"))
    assert calibrated(settings) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("100 judged answers\n")
    assert "Nothing was changed" in shown
    assert not list(tmp_path.glob("index/*.json"))
    assert calibrated(settings, "--apply") == 0
    assert capsys.readouterr().out.endswith("from its next start on.\n")
    (kept,) = tmp_path.glob("index/*-words.json")
    assert json.loads(kept.read_text(encoding="utf-8"))["sure"] < 0.87


async def _note_outcomes(url: str) -> None:
    """Answers that were nearly always right from a share of 0.3 on."""
    database = Database(url)
    await migrate(database)
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "nationale", "La Fabrique des transitions", "Europe/Paris", "fr")
        )
        for number in range(100):
            signs = {"posterior": number / 100, "exact": 0.0}
            await store.of(made.id).outcomes.note(Outcome(NOW, Band.MAYBE, signs, number >= 30))
    await database.close()


def test_gaps_group_what_waits(
    settings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The largest group first, each question on a line."""
    asked = ["covoiturage pour venir ?", "du covoiturage pour venir", "le menu de midi"]
    asyncio.run(_hand_over(f"sqlite:///{tmp_path}/fabrique.db", asked))
    assert main(["knowledge", "gaps", "--settings", str(settings)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2  ")
    assert {lines[0][3:], lines[1].strip()} == set(asked[:2])
    assert lines[2] == "1  le menu de midi"


async def _hand_over(url: str, texts: list[str]) -> None:
    database = Database(url)
    await migrate(database)
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "nationale", "La Fabrique des transitions", "Europe/Paris", "fr")
        )
        store = store.of(made.id)
        account = Account("telegram", "1001", "Ada Exemple", "ada")
        ada = await store.people.meet(account, language="fr", now=NOW)
        address = Address("telegram", "1001", True, "")
        chat = await store.chats.open(address, language="fr", now=NOW)
        for text in texts:
            await store.questions.hand_over(
                Question(0, ada.id, chat.id, text, QuestionState.OPEN, NOW)
            )
    await database.close()
