"""What addresses say otherwise of approved events: asked about, and never taken unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.venues import Venue
from tests.dialogues.test_feeds import FEED, NEWS, Site, calendar, events_of, news, read
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

GROUP = "#quartier"
MONDAY = "2026-01-05T08:00:00+01:00"


@pytest.fixture
def site(talk: Talk, tmp_path: Path) -> Site:
    """The site of La Roue Libre fictive."""
    return Site(talk, tmp_path / "answer")


def saying(title: str, *, more: str = "") -> str:
    """A calendar whose only event keeps its UID, whatever it says."""
    return calendar(["velo"]).replace("SUMMARY:velo", f"SUMMARY:{title}{more}")


async def followed(talk: Talk, site: Site, title: str = "Atelier vélo") -> None:
    """An event of Ada's address, approved."""
    await site.gives(saying(title))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Approuver", chat=TEAM)


async def test_new_words_wait_in_one_card_until_the_team_takes_them(talk: Talk, site: Site) -> None:
    """Old and new stand side by side; newer words come into the same card, also in the queue."""
    await followed(talk, site)
    await site.gives(saying("Atelier vélo", more="\nDESCRIPTION:Achetez nos vélos."))
    [card] = await site.later()
    assert "présente autrement cet événement" in card
    assert "Description : (rien) → « Achetez nos vélos. »" in card
    posted = talk.last(TEAM)
    assert posted["choices"] == ["Approuver", "Garder les anciens mots"]
    await site.gives(saying("Grand atelier vélo", more="\nDESCRIPTION:Venez réparer."))
    assert await site.later() == []
    edited = [one for one in talk.events if one["event"] == "edit"][-1]
    assert edited["id"] == posted["id"]
    assert "Titre : « Atelier vélo » → « Grand atelier vélo »" in read(edited)
    assert "Achetez" not in edited["text"]
    [event] = await events_of(talk)
    assert (event.title, event.details.text, event.state.value) == ("Atelier vélo", "", "approved")

    told = await talk.say("Driss", "/file", chat=TEAM)
    assert any("Grand atelier vélo" in one for one in told)
    await talk.press("Driss", "Approuver", chat=TEAM)
    [event] = await events_of(talk)
    assert (event.title, event.details.text) == ("Grand atelier vélo", "Venez réparer.")
    assert talk.stage.world.posts[posted["id"]].choices == []


async def test_a_card_of_words_that_changed_meanwhile_shows_the_new_ones(
    talk: Talk, site: Site
) -> None:
    """Nobody approves what they did not see; what was approved stays if the team wants."""
    await followed(talk, site)
    await site.gives(saying("Grand atelier vélo"))
    await site.later()
    first = talk.last(TEAM)
    await talk.say("Driss", "/file", chat=TEAM)
    await talk.press("Driss", "Garder les anciens mots", chat=TEAM)
    assert talk.stage.world.posts[first["id"]].choices == []
    assert [one.title for one in await events_of(talk)] == ["Atelier vélo"]
    assert await site.later("PT14H") == []


async def test_an_english_team_reads_new_words_in_english(talk: Talk, site: Site) -> None:
    """The same card in the other language."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@driss", "as": "admin"})
    await talk.say("Driss", "/language english", chat=TEAM)
    await site.gives(saying("Atelier vélo"))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Approve", chat=TEAM)
    await site.gives(saying("Atelier vélo", more="\nDESCRIPTION:Entrée libre"))
    [card] = await site.later()
    assert "words this event otherwise" in card
    assert "Description: (nothing) → “Entrée libre”" in card
    assert talk.last(TEAM)["choices"] == ["Approve", "Keep the old words"]


async def test_many_new_words_are_not_poured_out(talk: Talk, site: Site) -> None:
    """A few cards, and where the others are."""
    titles = [f"Atelier {letter}" for letter in "ABCDEFGH"]
    await site.gives(calendar(titles))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Tout approuver", chat=TEAM)
    await site.gives(calendar(titles).replace("SUMMARY:", "SUMMARY:Grand "))
    told = await site.later()
    assert len([one for one in told if "présente autrement cet événement" in one]) == 5
    assert "présente autrement 3 autres événements" in told[-1]
    assert "/file" in told[-1]


async def test_whoever_gave_an_address_cannot_call_its_events_off(talk: Talk, site: Site) -> None:
    """They are the place's: what its giver announces goes to the team first."""
    await followed(talk, site, "Projection du samedi")
    await talk.goes(
        """
        Ada: /propositions
        Bot: Vous n’avez rien proposé
        Ada: La projection de samedi est annulée
        Bot → #equipe: Projection du samedi
        """
    )
    assert [one.status.value for one in await events_of(talk)] == ["scheduled"]


async def test_one_person_gives_a_few_addresses_and_the_team_as_many_as_it_likes(
    talk: Talk, site: Site
) -> None:
    """Three a day, five in all, each kindly told."""
    for number in range(3):
        assert "Merci" in (await talk.say("Ada", f"/proposer {FEED}?{number}"))[0]
    assert "demain" in (await talk.say("Ada", f"/proposer {FEED}?3"))[0]
    await site.later("PT25H")
    for number in (3, 4):
        assert "Je lirai" in (await talk.say("Ada", f"/proposer {FEED}?{number}"))[0]
    await site.later("PT25H")
    assert "le plus que je prends" in (await talk.say("Ada", f"/proposer {FEED}?5"))[0]
    assert "Je lirai" in (await talk.say("Basile", f"/proposer {FEED}?5"))[0]
    for number in range(6, 12):
        answers = await talk.say("Driss", f"/flux {FEED}?{number}", chat=TEAM)
        assert any("Je lirai" in one for one in answers)


async def test_two_announcements_of_one_event_are_asked_about_when_an_address_tells_one(
    talk: Talk, site: Site
) -> None:
    """As when somebody proposes it in words."""
    await talk.say("Ada", "/proposer Bal des exemples samedi 10 janvier à 18h, Place du Modèle")
    await talk.press("Ada", "C’est juste, proposer")
    await site.gives(saying("Grand bal des exemples"))
    told = await talk.say("Driss", f"/flux {FEED}", chat=TEAM)
    assert any("sont-elles le même événement" in one for one in told)


async def test_naming_the_place_of_an_address_alarms_nobody(talk: Talk, site: Site) -> None:
    """Readers who have the event already are not told that it moved."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.do({"do": "clock", "to": "2026-01-09T09:00:00+01:00"})
    await site.gives(saying("Atelier vélo").replace("20260110", "20260113"))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.do({"do": "clock", "to": "2026-01-12T09:00:00+01:00"})
    assert "Atelier vélo" in talk.last(GROUP)["text"]
    before = len([one for one in talk.events if one["event"] == "message" and one["chat"] == GROUP])
    await talk.say("Driss", "/flux", chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: [Nommer le lieu]
        Bot: De quel lieu est-ce l’agenda
        Driss #equipe: La Roue Libre fictive
        Bot: cette adresse est celle de La Roue Libre fictive
        """
    )
    await site.later("PT14H")
    told = [one for one in talk.events if one["event"] == "message" and one["chat"] == GROUP]
    assert len(told) == before
    assert not any("Lieu changé" in one.get("text", "") for one in talk.events)
    assert [one.place for one in await events_of(talk)] == ["La Roue Libre fictive"]


async def test_news_of_an_event_that_is_known_is_settled(talk: Talk, site: Site) -> None:
    """The team said what it is; there is nothing to propose."""
    await site.gives(news("Nouvel atelier vélo"), NEWS)
    await talk.say("Driss", f"/flux {NEWS}", chat=TEAM)
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        await store.venues.keep(Venue(0, "La Roue Libre fictive"))
    await talk.goes(
        """
        Driss #equipe: [C’est un événement]
        Bot: quel jour, à quelle heure
        Driss #equipe: samedi 17 janvier à 14h
        Bot: Où cela se passe-t-il
        Driss #equipe: La Roue Libre fictive
        Bot: propose … Nouvel atelier vélo
        """
    )
    await talk.press("Driss", "Approuver", chat=TEAM)
    other = "https://autre.exemple.org/actualites"
    await site.gives(news("Nouvel atelier vélo"), other)
    await talk.say("Driss", f"/flux {other}", chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: [C’est un événement]
        Bot: quel jour, à quelle heure
        Driss #equipe: samedi 17 janvier à 14h
        Bot: Où cela se passe-t-il
        Driss #equipe: La Roue Libre fictive
        Bot: Cet événement est déjà connu : « Nouvel atelier vélo »
        """
    )
    assert len(await events_of(talk)) == 1
