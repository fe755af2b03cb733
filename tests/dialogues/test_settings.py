"""Settings of what is received: by taps, one's own in private, a group's by who runs it."""

from __future__ import annotations

import pytest

from chat.transport import Act, Heard, Place, Speaker
from domain.postings import Posting
from domain.venues import Venue
from tests.dialogues.agenda import fill, know
from tests.talk import Talk

GROUP = "#quartier"


async def posting(talk: Talk, chat: str = "@ada") -> Posting:
    """What is kept of a chat."""
    stage = talk.stage
    async with stage.app.database.begin() as store:
        known = await store.of(stage.fabrique.id).chats.known(stage.platform, chat)
    assert known is not None
    return known.posting


async def test_subjects_are_taken_and_left_by_a_tap(talk: Talk) -> None:
    """On one message, in two pages; the preview shows what is left."""
    await fill(talk)
    await talk.goes(
        """
        Ada: /reglages
        Bot: Ce que vous recevez … Agenda : non [Recevoir l’agenda] [Recevoir la lettre]
        Ada: [Sujets]
        Bot: Tous. Choisissez-en [réparer et réemployer]
        Ada: [vélo et mobilités]
        Bot: vélo [réparer et réemployer] [cuisine et alimentation] [✓ vélo et mobilités]
        Ada: [Autres sujets]
        Bot: Sujets [expositions]
        Ada: [Retour aux réglages]
        Bot: Sujets : vélo et mobilités
        Ada: [Aperçu]
        Bot: Aperçu : voici ce que je vous enverrais … Atelier vélo
        """
    )
    assert "Grand concert" not in str(talk.last("@ada"))
    assert (await posting(talk)).taste.subjects == ("mobility",)


async def test_places_are_those_that_are_known(talk: Talk) -> None:
    """A name that nothing bears yet may empty every week: one is told, and may keep it."""
    await fill(talk)
    await know(talk, Venue(0, "Salle Modèle", ("La Salle",)))
    await talk.goes(
        """
        Ada: /reglages
        Ada: [Lieux]
        Bot: Partout [Ajouter un lieu] [Autour d’une commune] [Retour aux réglages]
        Ada: [Ajouter un lieu]
        Bot: Quel lieu ajouter [Salle Modèle]
        Ada: zorglub
        Bot: Je ne connais pas encore « zorglub » … Le garder quand même [Garder « zorglub »]
        Ada: salle modèl
        Bot: Vouliez-vous dire un de ceux-ci [Salle Modèle] [Garder « salle modèl »]
        Ada: bellevue
        Bot: Lieux … bellevue [Ajouter un lieu] [Autour d’une commune] [Tous les lieux]
        """
    )
    said = await talk.say("Ada", "/agenda")
    assert "Atelier vélo" in said[0]
    assert "Grand concert" not in said[0]


async def test_a_distance_counts_from_a_commune(talk: Talk) -> None:
    """What is known to be farther is left out; what nobody can locate is told."""
    near = Venue(0, "Salle Modèle", commune="42218")
    far = Venue(0, "La Roue Libre fictive", commune="69123")
    await know(talk, near, far)
    await fill(talk)
    await talk.goes(
        """
        Ada: /reglages
        Ada: [Lieux]
        Ada: [Autour d’une commune]
        Bot: Autour de quelle commune
        Ada: Saint-Étienne
        Ada: [Saint-Étienne (Loire)]
        Bot: Jusqu’à combien de kilomètres [5 km] [10 km] [20 km] [50 km]
        Ada: 15
        Bot: À 15 km au plus de Saint-Étienne
        """.replace("Ada: [Saint-Étienne (Loire)]\n", "")
    )
    said = (await talk.say("Ada", "/agenda"))[0]
    assert "Grand concert" in said
    assert "Café Inventé" in said
    assert "Atelier vélo" not in said
    await talk.goes(
        """
        Ada: /reglages
        Ada: [Lieux]
        Ada: [Sans limite de distance]
        Bot: Partout
        """
    )


async def test_families_and_free_are_two_taps(talk: Talk) -> None:
    """Pay what you can is free: one may give nothing."""
    await fill(talk)
    await talk.goes(
        """
        Ada: /reglages
        Ada: [Familles et prix]
        Bot: Pour tous les publics … À tous les prix [Seulement en famille] [Seulement gratuit]
        Ada: [Seulement gratuit]
        Bot: Seulement gratuit ou à prix libre [Seulement en famille] [À tous les prix]
        """
    )
    said = (await talk.say("Ada", "/agenda"))[0]
    assert "Atelier vélo" in said
    assert "Grand concert" not in said


async def test_a_taste_that_nothing_fits_is_told_with_a_way_out(talk: Talk) -> None:
    """And the preview says that nothing would be posted."""
    await fill(talk)
    await talk.goes(
        """
        Ada: /reglages
        Ada: [Sujets]
        Ada: [énergie et climat]
        Ada: [Retour aux réglages]
        Ada: [Aperçu]
        Bot: rien cette semaine, et je ne vous enverrais rien
        Ada: /agenda
        Bot: Rien de ce que vous avez choisi … 4 autres rendez-vous [Tout voir]
        Ada: [Tout voir]
        Bot: L’agenda de la semaine … Grand concert
        """
    )


async def test_manners_of_a_group(talk: Talk) -> None:
    """Sound, pin, quiet hours and delay; each tap says what it sets, not that it turns."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.goes(
        """
        Ada #quartier: /reglages
        Ada #quartier: [Son, épingle, délai]
        Bot: Avec un son … Épinglé … 36 h [Toujours sans son] [Heures de silence]
        Ada #quartier: [Ne plus épingler]
        Bot: Pas épinglé
        Ada #quartier: [Heures de silence]
        Bot: De quelle heure à quelle heure [22 h – 7 h] [20 h – 8 h] [Aucune]
        Ada #quartier: de 21h à 8h30
        Bot: Sans son de 21 h à 8 h 30
        Ada #quartier: [Retard accepté]
        Bot: combien de temps [3 h] [12 h] [36 h]
        Ada #quartier: bientôt
        Bot: Écrivez un nombre d’heures
        Ada #quartier: 2 jours
        Bot: Jamais plus de 48 h
        """
    )
    kept = await posting(talk, GROUP)
    assert (kept.pinned, kept.silent, str(kept.quiet[0] if kept.quiet else "")) == (
        False,
        False,
        "21:00:00",
    )
    assert kept.late.total_seconds() == 48 * 3600


async def test_an_hour_that_a_night_has_twice_is_refused(talk: Talk) -> None:
    """02:30 comes twice on 25 October 2026, and never on 28 March 2027."""
    await talk.goes(
        """
        Ada: /reglages
        Ada: [Changer le jour ou l’heure]
        Ada: [dimanche]
        Ada: 2h30
        Bot: Choisissez avant 2 h ou après 3 h
        Ada: 3h
        Bot: Agenda : chaque dimanche à 3 h
        """
    )


@pytest.mark.parametrize(
    ("typed", "zone"), [("Montréal", "America/Montreal"), ("La Réunion", "Indian/Reunion")]
)
async def test_a_time_zone_is_a_city(talk: Talk, typed: str, zone: str) -> None:
    """By a tap, or by its name."""
    await talk.say("Ada", "/reglages")
    await talk.press("Ada", "Langue et fuseau horaire")
    await talk.press("Ada", "Changer de fuseau horaire")
    assert "Je ne connais pas cette ville" in (await talk.say("Ada", "Zorglubville"))[0]
    assert "À l’heure de" in (await talk.say("Ada", typed))[0]
    assert (await posting(talk)).zone == zone


async def test_posts_come_into_the_thread_where_that_is_said(talk: Talk) -> None:
    """And out of it where it is said outside."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    stage = talk.stage
    ada = Speaker("@ada", "Ada Exemple", "ada")
    place = Place(stage.platform, GROUP, False, GROUP, thread="77")
    heard = Heard("t1", Act.SAID, place, ada, stage.clock.now(), "/reglages ici", message="t1")
    await stage.inboxes[stage.platform].put([heard])
    await stage.app.settle()
    assert (await posting(talk, GROUP)).thread == "77"

    assert "Dans le fil choisi" in (await talk.say("Ada", "/reglages", chat=GROUP))[0]
    await talk.say("Ada", "/settings here", chat=GROUP)
    assert (await posting(talk, GROUP)).thread is None


async def test_an_old_card_and_a_member_change_nothing(talk: Talk) -> None:
    """A tap names what it sets; only administrators tap."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Ada", "/reglages", chat=GROUP)
    card = talk.last(GROUP)["id"]
    await talk.press("Ada", "Familles et prix", chat=GROUP, message=card)
    await talk.press("Ada", "Seulement gratuit", chat=GROUP, message=card)
    await talk.do({"do": "rank", "chat": GROUP, "from": "@ada", "as": "member"})

    assert "admins" in "".join(await talk.tap("Ada", "À tous les prix", card, chat=GROUP))
    assert (await posting(talk, GROUP)).taste.free


async def test_the_card_speaks_english(talk: Talk) -> None:
    """As good as the French."""
    await fill(talk)
    await talk.say("Ada", "/language english")
    await talk.goes(
        """
        Ada: /settings
        Bot: What you receive … Agenda: no [Receive the agenda]
        Ada: [Subjects]
        Bot: All. Choose one or more [repair and reuse]
        Ada: [bikes and getting around]
        Bot: bikes and getting around
        Ada: [Back to the settings]
        Ada: [Preview]
        Bot: Preview … This week’s agenda … Saturday 10 January … pay what you can
        """
    )


async def test_whoever_chooses_an_hour_receives_the_agenda(talk: Talk) -> None:
    """Nobody says when of what they do not want; the question is about receiving, in private."""
    await fill(talk)
    await talk.goes(
        """
        Ada: /reglages
        Bot: Agenda : non
        Ada: [Changer le jour ou l’heure]
        Bot: Quel jour voulez-vous recevoir l’agenda
        Ada: [jeudi]
        Ada: [18 h]
        Bot: Agenda : chaque jeudi à 18 h [Ne plus recevoir l’agenda]
        """
    )
    events = await talk.do({"do": "clock", "to": "2026-01-08T18:00:00+01:00"})
    assert "L’agenda de la semaine" in next(e["text"] for e in events if e.get("chat") == "@ada")


async def test_a_district_may_be_kept_before_anything_happens_there(talk: Talk) -> None:
    """The example of the question works too."""
    await talk.goes(
        """
        Ada: /reglages
        Ada: [Lieux]
        Ada: [Ajouter un lieu]
        Bot: par exemple : Bellevue
        Ada: Bellevue
        Bot: Je ne connais pas encore « Bellevue »
        Ada: [Garder « Bellevue »]
        Bot: Lieux … Bellevue
        """
    )
    assert (await posting(talk)).taste.places == ("Bellevue",)
