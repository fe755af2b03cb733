"""Which event a sentence changes: one's own at once, another's through the team, or a question."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.venues import Venue
from tests.dialogues.exchanges import person, store_of
from tests.dialogues.test_event_changes import MONDAY, clock, proposed, said, standing
from tests.talk import TEAM, Talk

EVENING = "2026-01-12T12:00:00+01:00"


async def test_calling_off_somebody_else_s_event_leaves_ones_own_alone(talk: Talk) -> None:
    """Two workshops of one evening: the one that was named is the one that is asked about."""
    await proposed(talk, "Atelier vélo", "lundi 12 janvier à 18h30")
    await proposed(talk, "Atelier peinture", "lundi 12 janvier à 20h", who="Basile")
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Ada: L’atelier peinture de ce soir est annulé
        Bot: L’équipe vérifie … Atelier peinture
        Bot → #equipe: Ada Exemple annonce un changement … Atelier peinture [C’est vrai, prévenir]
        """
    )
    assert {row["status"] for row in await talk.dump("events")} == {"scheduled"}


async def test_a_word_that_no_event_bears_changes_nothing_at_once(talk: Talk) -> None:
    """One's own event of that evening is offered, and a tap changes it."""
    await proposed(talk, "Repair café", "lundi 12 janvier à 18h30")
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Ada: Le concert de ce soir est annulé
        Bot: De quel événement parlez-vous [Repair café, lundi 12 janvier]
        Ada: [Repair café, lundi 12 janvier]
        Bot: C’est fait … Repair café … annulé
        """
    )


async def test_a_kind_and_a_day_are_enough_for_ones_only_event(talk: Talk) -> None:
    """As people say it."""
    await proposed(talk, "Atelier vélo", "lundi 12 janvier à 18h30")
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Ada: L’atelier de ce soir est annulé
        Bot: C’est fait … Atelier vélo … annulé
        """
    )


async def test_who_speaks_for_a_trusted_place_is_believed_there(talk: Talk) -> None:
    """The team named them; at a place that is not trusted it still checks."""
    await standing(talk)
    await talk.say("Basile", "/aide")
    async with store_of(talk) as store:
        basile = await person(store, talk, "Basile")
        place = await store.venues.keep(Venue(0, "Place du Modèle", trusted=True))
        await store.venues.name_speaker(place.id, basile)
        await store.events.settle(since=datetime(2026, 1, 1, tzinfo=UTC))
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Basile: L’atelier vélo est annulé ce soir
        Bot: C’est fait … annulé
        """
    )


async def test_tomorrow_counts_from_the_day_it_was_said(talk: Talk) -> None:
    """The team taps on the next morning: the new day is the one that was meant."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Basile", "L’atelier vélo de ce soir est reporté à demain 20h")
    await clock(talk, "2026-01-12T17:00:00+01:00")
    await clock(talk, "2026-01-13T00:30:00+01:00")
    await talk.press("Driss", "C’est vrai, prévenir", chat=TEAM)
    starts = [row["start"] for row in await talk.dump("events")]
    assert "2026-01-13T20:00:00+01:00" in starts


async def test_what_is_new_is_asked_where_it_was_not_said(talk: Talk) -> None:
    """A change of place without the place is a question, and not a refusal."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Ada: L’atelier vélo de ce soir change de lieu
        Bot: Dites-le en une phrase
        Ada: à la salle Modèle
        Bot: C’est fait … ce sera ici : Salle Modèle
        """
    )


async def test_what_is_put_back_on_is_said_as_it_was_called_off(talk: Talk) -> None:
    """Those who read that it is off read that it is on."""
    await standing(talk)
    await clock(talk, MONDAY)
    before = len(said(talk, "#quartier"))
    await talk.say("Ada", "L’atelier vélo de ce soir est annulé")
    await clock(talk, "2026-01-12T09:00:00+01:00")
    await talk.goes(
        """
        Ada: Finalement, l’atelier vélo de ce soir a bien lieu
        Bot: C’est fait … finalement, ça a lieu
        Bot → #quartier: Changement à l’agenda … Atelier vélo … finalement, ça a lieu
        """
    )
    await clock(talk, EVENING)
    assert len(said(talk, "#quartier")) == before + 2


async def test_the_undo_is_told_to_who_proposed_it_too(talk: Talk) -> None:
    """The team changed an event of Ada's and puts it back."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Driss", "/evenements", chat=TEAM)
    await talk.press("Driss", "Atelier vélo, lundi 12 janvier", chat=TEAM)
    await talk.press("Driss", "Complet", chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: [Annuler ce changement]
        Bot: C’est annulé
        Bot → Ada: L’équipe a remis cet événement comme avant
        """
    )
