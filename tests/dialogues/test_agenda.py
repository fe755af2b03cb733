"""The agenda: from a real calendar to the group's digest, through the team's hands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)
"""One platform is enough here: `everywhere.txt` goes through all of this on each."""

SAMPLES = Path(__file__).parent.parent / "samples"
GROUP = "#quartier"


async def send(talk: Talk, name: str) -> None:
    """Ada sends a calendar as a real program wrote it."""
    path = str(SAMPLES / name)
    await talk.do({"do": "send_file", "chat": "@ada", "from": "@ada", "name": name, "path": path})


async def propose(talk: Talk, title: str, when: str) -> None:
    """Ada proposes an event in words."""
    await talk.say("Ada", f"/proposer {title}")
    await talk.press("Ada", "Un événement")
    await talk.say("Ada", when)
    await talk.say("Ada", "Place du Modèle")


def posts(talk: Talk, words: str) -> list[str]:
    """When something was posted in the group."""
    said = [one for one in talk.events if one["event"] == "message" and one["chat"] == GROUP]
    return [one["at"] for one in said if words in one["text"]]


async def test_an_event_in_words_goes_through_the_team_to_the_group(talk: Talk) -> None:
    """Its proposer is told, and each group reads it at its hour, once."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.goes(
        """
        Ada: /proposer Grande tablée
        Bot: Est-ce un événement, une nouvelle [Un événement] [Une nouvelle]
        Ada: [Un événement]
        Bot: Quel jour, à quelle heure
        Ada: mercredi 14 janvier à 18h30
        Bot: Où cela se passe-t-il
        Ada: Place du Modèle
        Bot: L’équipe va regarder ceci
        Bot → #equipe: Ada Exemple propose un événement … Grande tablée [Approuver] [Refuser]
        Driss #equipe: [Approuver]
        Bot → Ada: Bonne nouvelle … Grande tablée … mercredi 14 janvier à 18 h 30
        """
    )

    await talk.do({"do": "clock", "to": "2026-01-20T12:00:00+01:00"})

    assert posts(talk, "Grande tablée") == ["2026-01-12T08:00:00+01:00"]
    assert [(row["act"], row["on"]) for row in await talk.dump("audit")] == [
        ("approved", "event:1")
    ]


async def test_a_calendar_file_is_approved_in_one_tap(talk: Talk) -> None:
    """A real export becomes one card; the same file again brings nothing new."""
    await talk.do({"do": "clock", "to": "2026-01-05T10:00:00+01:00"})
    await send(talk, "google_fr.ics")
    count = len(await talk.dump("events"))
    assert count > 1
    await talk.press("Driss", "Tout approuver", chat=TEAM)
    assert f"vos {count} événements" in talk.last("@ada")["text"]

    await send(talk, "google_fr.ics")

    assert f"Je connais déjà ces {count} événements" in talk.last("@ada")["text"]
    assert {row["state"] for row in await talk.dump("events")} == {"approved"}


async def test_a_batch_may_be_seen_one_by_one_or_refused(talk: Talk) -> None:
    """What was decided alone is left out of what is refused together."""
    await send(talk, "google_fr.ics")
    card = talk.last(TEAM)["id"]
    count = len(await talk.dump("events"))
    await talk.press("Driss", "Un par un", chat=TEAM, message=card)
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.say("Driss", "/file", chat=TEAM)
    await talk.press("Driss", "Tout refuser" if count > 2 else "Refuser", chat=TEAM)

    states = sorted(row["state"] for row in await talk.dump("events"))
    assert states == ["approved"] + ["refused"] * (count - 1)


async def test_a_week_without_events_is_passed_over(talk: Talk) -> None:
    """Nobody is woken to read that nothing happens."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    before = len(talk.events)
    await talk.do({"do": "clock", "by": "P21D"})

    assert talk.events[before:] == []


async def test_a_group_chooses_its_own_hour(talk: Talk) -> None:
    """Its digest covers the seven days from the day it is posted."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.goes(
        """
        Ada #quartier: /reglages
        Bot: Agenda : chaque lundi à 8 h … Lettre : chaque mois [Ne plus recevoir l’agenda]
        Ada #quartier: [Changer le jour ou l’heure]
        Bot: Quel jour [lundi] [mardi] [mercredi] [jeudi] [vendredi] [samedi] [dimanche]
        Ada #quartier: [mardi]
        Bot: À quelle heure [8 h] [12 h] [18 h]
        Ada #quartier: 18h30
        Bot: Agenda : chaque mardi à 18 h 30
        """
    )
    await propose(talk, "Grande tablée", "mercredi 7 janvier à 19h")
    await talk.press("Driss", "Approuver", chat=TEAM)

    await talk.do({"do": "clock", "by": "P14D"})

    assert posts(talk, "Grande tablée") == ["2026-01-06T18:30:00+01:00"]


async def test_a_member_who_is_no_admin_changes_nothing(talk: Talk) -> None:
    """Settings belong to those who run the group."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Ada", "/reglages", chat=GROUP)
    card = talk.last(GROUP)["id"]
    await talk.do({"do": "rank", "chat": GROUP, "from": "@ada", "as": "member"})

    assert (
        "admins"
        in (await talk.press("Ada", "Ne plus recevoir l’agenda", chat=GROUP, message=card))[-1]
    )
    assert "admins" in (await talk.say("Ada", "/langue english", chat=GROUP))[-1]


async def test_a_past_day_and_a_far_one_are_asked_again(talk: Talk) -> None:
    """The question stands until there is a day to come."""
    await talk.goes(
        """
        Ada: /proposer Grande tablée
        Ada: [Un événement]
        Ada: 12/06/1890 à 14h
        Bot: C’est déjà passé
        Ada: samedi
        Bot: À quelle heure
        Ada: samedi 18h30
        Bot: Où cela se passe-t-il
        Ada: /retour
        Bot: C’est noté pour samedi … À quelle heure
        Ada: /annuler
        Bot: arrête là
        """
    )
    assert await talk.dump("events") == []


async def test_an_ally_reads_the_coming_days_with_a_file(talk: Talk) -> None:
    """Words to read, and a calendar file to keep."""
    await propose(talk, "Grande tablée", "mercredi 7 janvier à 19h")
    await talk.press("Driss", "Approuver", chat=TEAM)

    events = await talk.do({"do": "say", "chat": "@ada", "from": "@ada", "text": "/agenda"})

    assert "Grande tablée" in events[0]["text"]
    assert [file["name"] for one in events for file in one["files"]] == ["agenda.ics"]
