"""Addresses that are read again and again: what comes of them, and what of their troubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from domain.events import Event
from domain.venues import Venue
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""One platform is enough here: `everywhere.txt` follows a calendar on each."""

FEED = "https://larouelibre.exemple.org/agenda.ics"
NEWS = "https://larouelibre.exemple.org/actualites"
CHOICES = "[Relire maintenant] [Nommer le lieu] [Ne plus lire]"
NAMES = "[…elibre.exemple.org/actualites] […elibre.exemple.org/agenda.ics]"
MAKE = "[It is an event] [For the letter] [Ignore]"
LOGIN = "<!DOCTYPE html><html><head><title>Connexion</title></head><body>…</body></html>"


def calendar(titles: Sequence[str], *, hour: int = 18) -> str:
    """One event a day from 10 January on, each with a UID of its own title."""
    events = "".join(
        f"BEGIN:VEVENT\nUID:{title}@exemple.invalid\nSUMMARY:{title}\n"
        f"DTSTART;TZID=Europe/Paris:202601{10 + day}T{hour}0000\nEND:VEVENT\n"
        for day, title in enumerate(titles)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n"


def news(*titles: str) -> str:
    """A site's news, newest first."""
    items = "".join(
        f"<item><guid>{title}</guid><title>{title}</title>"
        f"<link>https://larouelibre.exemple.org/{number}</link>"
        f"<description>&lt;p&gt;Venez &lt;b&gt;nombreux&lt;/b&gt;.&lt;/p&gt;</description></item>"
        for number, title in enumerate(titles)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'


@dataclass(frozen=True)
class Site:
    """A site that answers what a test says."""

    talk: Talk
    path: Path

    async def gives(self, content: str, url: str = FEED) -> None:
        """From now on the address answers this."""
        self.path.write_text(content)
        await self.talk.do({"do": "feed", "url": url, "path": str(self.path)})

    async def fails(self, status: int, url: str = FEED) -> None:
        """From now on the address answers an error."""
        await self.talk.do({"do": "feed", "url": url, "status": status})

    async def later(self, span: str = "PT7H") -> list[str]:
        """What the team is told until the address was read once more."""
        told = await self.talk.do({"do": "clock", "by": span})
        return [read(one) for one in told if one["event"] == "message" and one["chat"] == TEAM]


def read(event: dict[str, Any]) -> str:
    """The words of a message, on one line, with no spaces but the usual one."""
    return " ".join(event["text"].split())


def titles_of(cards: Sequence[str]) -> list[str]:
    """The titles of the entries that cards show."""
    return [card.partition("« ")[2].partition(" »")[0] for card in cards]


@pytest.fixture
def site(talk: Talk, tmp_path: Path) -> Site:
    """The site of La Roue Libre fictive."""
    return Site(talk, tmp_path / "answer")


async def trust(talk: Talk, name: str) -> None:
    """The team trusts a place."""
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        await store.venues.keep(Venue(0, name, trusted=True))


async def events_of(talk: Talk) -> Sequence[Event]:
    """All events as they are kept."""
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        return await store.events.all()


async def test_a_calendar_is_followed_listed_and_left(talk: Talk, site: Site) -> None:
    """From its address to the team's card, to the list of what is read, to its end."""
    await site.gives(calendar(["Atelier vélo"]))
    await talk.goes(
        f"""
        Ada: /proposer {FEED}
        Bot: Merci … Je lirai cet agenda plusieurs fois par jour
        Bot → #equipe: Atelier vélo [Approuver] [Refuser]
        Basile: /proposer {FEED}
        Bot: Je lis déjà cet agenda
        Driss #equipe: /flux
        Bot: {FEED} : lu il y a moins d’une heure, un événement à venir {CHOICES}
        Driss #equipe: [Nommer le lieu]
        Bot: De quel lieu est-ce l’agenda
        Driss #equipe: La Roue Libre fictive
        Bot: cette adresse est celle de La Roue Libre fictive … attend toujours votre accord
        Driss #equipe: /flux
        Bot: La Roue Libre fictive : lu il y a moins d’une heure, un événement à venir
        Driss #equipe: [Ne plus lire]
        Bot: Je ne lis plus La Roue Libre fictive [Lire de nouveau]
        """
    )
    await site.gives(calendar(["Atelier vélo", "Chorale"]))
    assert await site.later("PT14H") == []

    await talk.press("Driss", "Lire de nouveau", chat=TEAM)
    assert "Chorale" in talk.last(TEAM)["text"]
    assert [(one.title, one.place) for one in await events_of(talk)] == [
        ("Atelier vélo", "La Roue Libre fictive"),
        ("Chorale", "La Roue Libre fictive"),
    ]


async def test_the_team_gives_an_address_itself(talk: Talk, site: Site) -> None:
    """With the command that lists them; two are listed with a choice each."""
    await site.gives(calendar(["Atelier vélo"]))
    await site.gives(news("Un atelier de plus"), NEWS)
    site.path.with_name("other").write_text(calendar(["Atelier vélo"]))
    await talk.do({"do": "feed", "url": FEED, "path": str(site.path.with_name("other"))})
    await talk.goes(
        f"""
        Driss #equipe: /flux
        Bot: Je ne lis encore aucune adresse
        Driss #equipe: /flux pas une adresse
        Bot: Cette adresse est mal formée
        Driss #equipe: /flux {FEED}
        Bot: Je lirai cet agenda
        Driss #equipe: /flux {NEWS}
        Bot: Je lirai cet agenda
        Driss #equipe: /flux
        Bot: /actualites (actualités) … une nouvelle … un événement à venir {NAMES}
        Driss #equipe: […elibre.exemple.org/agenda.ics]
        Bot: un événement à venir [Relire maintenant]
        Driss #equipe: [Relire maintenant]
        Bot: je relis tout de suite
        """
    )


async def test_nobody_else_sees_what_is_read(talk: Talk, site: Site) -> None:
    """The command is the team's."""
    await site.gives(calendar(["Atelier vélo"]))
    await talk.say("Ada", f"/proposer {FEED}")
    assert FEED not in " ".join(await talk.say("Ada", "/flux"))


async def test_a_failure_is_told_once_and_so_is_its_end(talk: Talk, site: Site) -> None:
    """Events stay as they are meanwhile, and the list says that something is wrong."""
    await site.gives(calendar(["Atelier vélo"]))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await site.fails(500)
    [told] = await site.later("PT14H")
    assert "Je n’arrive pas à lire cet agenda" in told
    assert "(500)" in told
    assert "lire cet agenda" not in talk.last("@ada")["text"], "it did work when she proposed it"
    assert "Quelque chose ne va pas" in (await talk.say("Driss", "/flux", chat=TEAM))[0]
    assert [one.title for one in await events_of(talk)] == ["Atelier vélo"]

    await site.gives(calendar(["Atelier vélo"]))
    assert await site.later("PT14H") == [f"Tout va bien de nouveau : j’ai pu lire {FEED}."]
    assert "ne va pas" not in (await talk.say("Driss", "/flux", chat=TEAM))[0]


async def test_a_login_page_is_no_calendar(talk: Talk, site: Site) -> None:
    """A site answers 200 with a page: nothing is deleted, and the reason is told."""
    await site.gives(calendar(["Atelier vélo"]))
    await talk.say("Ada", f"/proposer {FEED}")
    await site.gives(LOGIN)
    [told] = await site.later("PT14H")
    assert "peut-être une page de connexion" in told
    assert len(await events_of(talk)) == 1


async def test_an_address_that_never_worked_is_told_to_its_proposer(talk: Talk, site: Site) -> None:
    """Who gave it can still correct it."""
    await site.gives(LOGIN)
    await talk.say("Ada", f"/proposer {FEED}")
    assert "cherchez plutôt « S’abonner »" in read(talk.last("@ada"))
    assert "cherchez plutôt" in talk.last(TEAM)["text"]


async def test_an_address_that_is_gone_is_not_asked_again(talk: Talk, site: Site) -> None:
    """Its server says so itself; the team may take it up again."""
    await site.gives(calendar(["Atelier vélo"]))
    await talk.say("Ada", f"/proposer {FEED}")
    await site.fails(410)
    [told] = await site.later("PT14H")
    assert "n’existe plus" in told
    assert talk.last(TEAM)["choices"] == ["Lire de nouveau"]
    await site.gives(calendar(["Atelier vélo", "Chorale"]))
    assert await site.later("PT14H") == []
    _, card, well = await talk.press("Driss", "Lire de nouveau", chat=TEAM)
    assert "Chorale" in card
    assert "Tout va bien de nouveau" in well


async def test_a_calendar_that_suddenly_shrinks_is_not_believed(talk: Talk, site: Site) -> None:
    """Nothing changes, not even an hour, before the team says that it is all right."""
    titles = [f"Atelier {letter}" for letter in "ABCDEFGHIJ"]
    await site.gives(calendar(titles))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Tout approuver", chat=TEAM)
    before = await events_of(talk)
    await site.gives(calendar(titles[:3], hour=20))
    [told] = await site.later("PT14H")
    assert "Il n’annonce plus que 3 événements à venir, contre 10 avant" in told
    assert await events_of(talk) == before

    answers = await talk.press("Driss", "C’est normal", chat=TEAM)
    assert "D’accord, je relis tout de suite." in answers
    assert len([one for one in answers if "n’annonce plus cet événement" in one]) == 7
    assert [one.start.hour for one in await events_of(talk)][:4] == [19, 19, 19, 17]
    assert {one.state for one in await events_of(talk)} == {one.state for one in before}


async def test_a_calendar_that_is_whole_again_goes_on_by_itself(talk: Talk, site: Site) -> None:
    """A half-built page was only a bad moment; the end of it is told."""
    titles = [f"Atelier {letter}" for letter in "ABCDEFGHIJ"]
    await site.gives(calendar(titles))
    await talk.say("Ada", f"/proposer {FEED}")
    await site.gives(calendar([]))
    [told] = await site.later("PT14H")
    assert "Il n’annonce plus aucun événement à venir" in told
    await site.gives(calendar(titles))
    [told] = await site.later("PT14H")
    assert "Tout va bien de nouveau" in told


async def test_an_event_no_longer_listed_stays_and_is_told_once(talk: Talk, site: Site) -> None:
    """Only the place knows whether it still takes place."""
    await site.gives(calendar(["Atelier vélo", "Chorale"]))
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Tout approuver", chat=TEAM)
    await site.gives(calendar(["Atelier vélo"]))
    [told] = await site.later("PT14H")
    assert "n’annonce plus cet événement" in told
    assert "Chorale" in told
    assert [one.state.value for one in await events_of(talk)] == ["approved", "approved"]
    await site.gives(calendar(["Atelier vélo", "Chorale"]))
    assert await site.later("PT14H") == []
    await site.gives(calendar(["Atelier vélo"]))
    assert len(await site.later("PT14H")) == 1, "listed again, then missing again, is news"


async def test_a_trusted_place_enters_the_agenda_by_itself(talk: Talk, site: Site) -> None:
    """The team is told in one line; what was proposed before still waits for it."""
    await trust(talk, "La Roue Libre fictive")
    await site.gives(calendar(["Atelier vélo"]))
    await talk.goes(
        f"""
        Driss #equipe: /flux {FEED}
        Bot: Atelier vélo
        Driss #equipe: /flux
        Driss #equipe: [Nommer le lieu]
        Bot: De quel lieu est-ce l’agenda [La Roue Libre fictive]
        Driss #equipe: [La Roue Libre fictive]
        Bot: Vous faites confiance à ce lieu … Un événement déjà proposé attend encore … /file
        """
    )
    await site.gives(calendar(["Atelier vélo", "Chorale", "Bal des exemples"]))
    assert await site.later() == [
        "La Roue Libre fictive, lieu de confiance : 2 événements ajoutés à l’agenda : "
        "Chorale dimanche 11 janvier à 18 h, La Roue Libre fictive "
        "Bal des exemples lundi 12 janvier à 18 h, La Roue Libre fictive"
    ]
    assert talk.last(TEAM)["choices"] == ["Tout retirer"]
    assert [one.state.value for one in await events_of(talk)] == [
        "proposed",
        "approved",
        "approved",
    ]
    assert len({one.venue for one in await events_of(talk)}) == 1
    await talk.press("Driss", "Tout retirer", chat=TEAM)
    states = [one.state.value for one in await events_of(talk)]
    assert states == ["proposed", "refused", "refused"]
    assert await site.later() == [], "what was taken out does not come back by itself"


async def test_news_becomes_an_event_a_letter_item_or_nothing(talk: Talk, site: Site) -> None:
    """A site's entry is never in the agenda before the team has said what it is."""
    await site.gives(news("Nouvel atelier vélo", "Merci à tous", "Nos horaires"), NEWS)
    await talk.say("Driss", f"/flux {NEWS}", chat=TEAM)
    assert await talk.dump("events") == []
    cards = [one for one in talk.events if "publie" in one.get("text", "")]
    assert titles_of([read(one) for one in cards]) == [
        "Nos horaires",
        "Merci à tous",
        "Nouvel atelier vélo",
    ]
    await talk.say("Driss", "/file", chat=TEAM)
    copy = [one for one in talk.events if "Merci à tous" in one.get("text", "")][-1]
    await talk.press("Driss", "Ignorer", chat=TEAM, message=cards[0]["id"])
    assert "Venez nombreux." in cards[0]["text"]
    assert "https://larouelibre.exemple.org/2" in cards[0]["text"]
    asked = await talk.press("Driss", "C’est un événement", chat=TEAM, message=cards[2]["id"])
    assert "Nouvel atelier vélo" in asked[-1]
    await talk.goes(
        """
        Driss #equipe: samedi 17 janvier à 14h
        Bot: Où cela se passe-t-il
        Driss #equipe: La Roue Libre fictive
        Bot: Driss Inventé propose … Nouvel atelier vélo … 17 janvier [Approuver] [Refuser]
        """
    )
    await talk.press("Driss", "Pour la lettre", chat=TEAM, message=cards[1]["id"])
    assert talk.last(TEAM)["choices"] == ["Approuver", "Refuser", "Modifier"]
    assert "Merci à tous\nVenez nombreux.\nhttps://larouelibre" in talk.last(TEAM)["text"]
    decided = await talk.press("Driss", "Pour la lettre", chat=TEAM, message=copy["id"])
    assert "n’est plus valable" in decided[-1]
    assert await site.later("PT14H") == []
    [event] = await talk.dump("events")
    assert (event["title"], event["source"]) == ("Nouvel atelier vélo", NEWS)


async def test_old_news_is_not_poured_out(talk: Talk, site: Site) -> None:
    """The five newest of a first reading; later ones five at a time, none lost, none twice."""
    old = [f"Vieille nouvelle {number}" for number in range(30)]
    await site.gives(news(*old), NEWS)
    await talk.say("Driss", f"/flux {NEWS}", chat=TEAM)
    assert len([one for one in talk.events if "publie" in one.get("text", "")]) == 5
    await site.gives(news(*[f"Neuve {number}" for number in range(7, 0, -1)], *old), NEWS)
    assert titles_of(await site.later("PT14H")) == [f"Neuve {number}" for number in range(1, 8)]


async def test_what_the_title_of_news_says_is_not_asked_again(talk: Talk, site: Site) -> None:
    """Its day and its hour; the place is asked alone where the title has none."""
    await site.gives(news("Concert de soutien samedi 17 janvier à 20h"), NEWS)
    await talk.say("Driss", f"/flux {NEWS}", chat=TEAM)
    asked = await talk.press("Driss", "C’est un événement", chat=TEAM)
    assert "Où cela se passe-t-il" in asked[-1]
    await talk.goes("Driss #equipe: Place du Modèle")
    [event] = await talk.dump("events")
    assert event["start"].startswith("2026-01-17T20:00")


async def test_news_that_waits_stands_in_the_queue(talk: Talk, site: Site) -> None:
    """Whoever cancels the question about its day has lost nothing."""
    await site.gives(news("Nouvel atelier vélo"), NEWS)
    await talk.say("Driss", f"/flux {NEWS}", chat=TEAM)
    await talk.press("Driss", "C’est un événement", chat=TEAM)
    await talk.say("Driss", "/annuler", chat=TEAM)
    told = await talk.say("Driss", "/file", chat=TEAM)
    assert any("Nouvel atelier vélo" in one for one in told)
    await talk.press("Driss", "Ignorer", chat=TEAM)
    told = await talk.say("Driss", "/file", chat=TEAM)
    assert not any("Nouvel atelier vélo" in one for one in told)


async def test_an_english_team_reads_all_of_it_in_english(talk: Talk, site: Site) -> None:
    """The same story in the other language."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@driss", "as": "admin"})
    await talk.say("Driss", "/language english", chat=TEAM)
    await site.gives(calendar(["Atelier vélo"]))
    await talk.goes(
        f"""
        Driss #equipe: /feeds {FEED}
        Bot: I will read this calendar several times a day
        Driss #equipe: /feeds
        Bot: read less than an hour ago, one event to come. [Read it now] [Name the place]
        """
    )
    await site.gives(LOGIN)
    [told] = await site.later("PT14H")
    assert "perhaps a login page" in told
    await site.gives(calendar(["Atelier vélo"]))
    [told] = await site.later("PT14H")
    assert told == f"All is well again: I was able to read {FEED}."
    await site.gives(news("Nouvel atelier vélo"), NEWS)
    await talk.goes(
        f"""
        Driss #equipe: /feeds {NEWS}
        Bot: publishes: “Nouvel atelier vélo” … What shall we make of it? {MAKE}
        Driss #equipe: [It is an event]
        Bot: which day, at what time
        Driss #equipe: Saturday 17 January at 14:00
        Bot: Where does it take place
        Driss #equipe: Villemodèle
        Bot: Nouvel atelier vélo [Approve] [Refuse]
        """
    )
