"""The places of the agenda, as the team keeps them: found, not doubled; theirs; deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.venues import Venue
from tests.dialogues.agenda import know
from tests.talk import Talk

TEAM = "#equipe"
FEED = "https://larouelibre.exemple.org/agenda.ics"


async def venues(talk: Talk) -> list[Venue]:
    """What is known."""
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        return list(await store.venues.all())


@pytest.mark.parametrize("typed", ["roue libre", "La Roue Libre", "la  roulotte", "Roulotte"])
async def test_a_place_is_found_by_its_name_with_or_without_an_article(
    talk: Talk, typed: str
) -> None:
    """And none is written down twice."""
    await know(talk, Venue(0, "La Roue Libre", ("La Roulotte",)))

    assert "La Roue Libre" in (await talk.say("Driss", f"/lieux {typed}", chat=TEAM))[0]
    assert len(await venues(talk)) == 1


async def test_a_name_that_is_nearly_known_is_asked_about(talk: Talk) -> None:
    """A slip of the finger makes no second place; another one is a tap away."""
    await know(talk, Venue(0, "La Roue Libre"))
    await talk.goes(
        """
        Driss #equipe: /lieux la roue libr
        Bot: Vouliez-vous dire [La Roue Libre] [Noter un autre lieu]
        Driss #equipe: [La Roue Libre]
        Bot: La Roue Libre … Autres noms
        Driss #equipe: /lieux la roue libr, Saint-Étienne
        Bot: Vouliez-vous dire
        Driss #equipe: [Noter un autre lieu]
        Bot: la roue libr, Saint-Étienne
        """
    )
    assert len(await venues(talk)) == 2


async def test_a_place_is_deleted_once_that_is_sure(talk: Talk) -> None:
    """An event there keeps its words."""
    await know(talk, Venue(0, "La Roue Libre"))
    await talk.goes(
        """
        Ada: /proposer Atelier samedi 17 janvier à 18h à la Roue Libre, prix libre
        Ada: [C’est juste, proposer]
        Driss #equipe: /lieux roue libre
        Bot: La Roue Libre [Modifier] [Faire confiance] [Qui parle pour ce lieu] [Supprimer]
        Driss #equipe: [Supprimer]
        Bot: Supprimer La Roue Libre [Oui, supprimer] [Garder]
        Driss #equipe: [Garder]
        Bot: La Roue Libre
        Driss #equipe: [Supprimer]
        Driss #equipe: [Oui, supprimer]
        Bot: n’est plus dans les lieux
        Driss #equipe: /lieux
        Bot: Aucun lieu n’est noté
        """
    )
    assert await venues(talk) == []
    assert "Roue Libre" in (await talk.dump("events"))[0]["place"]


async def test_access_that_is_not_understood_is_told_and_not_taken_for_a_district(
    talk: Talk,
) -> None:
    """With the words that are known; those are read wherever they stand."""
    await talk.goes(
        """
        Driss #equipe: /lieux La Roue Libre, Saint-Étienne, ascenseur, boucle magnétique
        Bot: Accès : boucle magnétique … Je n’ai pas compris « ascenseur » … plain-pied
        """
    )
    (kept,) = await venues(talk)
    assert (kept.district, kept.address, kept.commune) == ("", "", "42218")


@pytest.mark.parametrize(("place", "asked"), [("La Roue Libre", True), ("Ailleurs", False)])
async def test_a_calendar_that_tells_of_one_place_is_offered_to_it(
    talk: Talk, tmp_path: Path, place: str, asked: bool
) -> None:
    """Trusting the place is not enough while nobody said whose the address is."""
    await know(talk, Venue(0, "La Roue Libre"))
    path = tmp_path / "a.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\n"
        "BEGIN:VEVENT\nUID:a@x\nSUMMARY:Atelier\nLOCATION:La Roue Libre\n"
        "DTSTART:20260117T170000Z\nEND:VEVENT\n"
        f"BEGIN:VEVENT\nUID:b@x\nSUMMARY:Bal\nLOCATION:{place}\n"
        "DTSTART:20260118T170000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    await talk.do({"do": "feed", "url": FEED, "path": str(path)})
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.do({"do": "clock", "by": "PT1H"})
    await talk.say("Driss", "/lieux roue libre", chat=TEAM)
    told = await talk.press("Driss", "Faire confiance", chat=TEAM)

    assert any("Est-elle la sienne" in one for one in told) is asked
    if asked:
        said = await talk.press("Driss", "Oui, c’est la sienne", chat=TEAM)
        assert "cette adresse est celle de La Roue Libre" in said[0]
