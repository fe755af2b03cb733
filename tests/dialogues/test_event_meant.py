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


async def waits(talk: Talk, title: str, when: str) -> None:
    """An event in words that the team has not decided."""
    await talk.say("Ada", f"/proposer {title}")
    await talk.press("Ada", "Un événement")
    await talk.say("Ada", when)
    await talk.say("Ada", "Place du Modèle")


async def test_what_still_waits_is_withdrawn_by_its_proposer_s_words(talk: Talk) -> None:
    """The card before the team has nothing left to decide."""
    await waits(talk, "Atelier vélo", "samedi 10 janvier à 14h")
    await talk.goes(
        """
        Ada: L’atelier de samedi est annulé
        Bot: C’est retiré … Atelier vélo
        """
    )
    assert [row["state"] for row in await talk.dump("events")] == ["withdrawn"]
    card = said(talk, TEAM, "edit")[-1]
    assert "Ada Exemple a retiré sa proposition" in card
    assert [one for one in talk.events if one["event"] == "edit"][-1]["choices"] == []


async def test_what_still_waits_is_decided_in_its_new_words(talk: Talk) -> None:
    """Another hour before the team said yes: nobody reads of a change."""
    await waits(talk, "Atelier vélo", "samedi 10 janvier à 14h")
    await talk.goes(
        """
        Ada: L’atelier vélo commence à 15h au lieu de 14h
        Bot → #equipe: Corrigé avant votre décision … 15 h [Approuver]
        """
    )
    [row] = await talk.dump("events")
    assert (row["state"], row["status"]) == ("proposed", "scheduled")
    assert row["start"] == "2026-01-10T15:00:00+01:00"


async def test_somebody_else_s_words_do_not_touch_what_waits(talk: Talk) -> None:
    """Nobody but its proposer knows of it."""
    await waits(talk, "Atelier vélo", "samedi 10 janvier à 14h")
    await talk.say("Basile", "L’atelier vélo de samedi est annulé")
    assert [row["state"] for row in await talk.dump("events")] == ["proposed"]


async def test_another_hour_of_the_same_day_is_told_by_the_hour(talk: Talk) -> None:
    """And where nothing was posted, nothing is said to be corrected."""
    await proposed(talk, "Bourse aux vélos", "samedi 10 janvier à 14h")
    await talk.goes(
        """
        Ada: la bourse aux vélos commence à 15h au lieu de 14h
        Bot: C’est fait. Aucun agenda posté n’en parlait … ce sera à 15 h
        Ada: bourse aux vélos complet
        Bot: C’est fait … complet
        Ada: la bourse aux velos est maintenue
        Bot: C’est fait … finalement, ça a lieu
        Ada: je dois annuler ma bourse aux vélos de samedi, je suis malade
        Bot: C’est fait … annulé
        """
    )


async def test_a_change_says_whether_groups_get_a_message(talk: Talk) -> None:
    """Days ahead the post is corrected in silence; near its hour it is said."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Ada: La grande tablée est annulée, prévenez tout le monde
        Bot: C’est fait … sans message à part
        Ada: L’atelier vélo de ce soir est annulé, prévenez tout le monde
        Bot: C’est fait … un message le dit
        """
    )


async def test_one_word_in_reply_to_what_was_told_is_enough(talk: Talk) -> None:
    """Below the good news it means that event; by itself it is asked about."""
    await proposed(talk, "Atelier vélo", "lundi 12 janvier à 18h30")
    told = talk.last("@ada")["id"]
    await proposed(talk, "Grande tablée", "vendredi 16 janvier à 19h")
    await talk.goes(
        """
        Ada: annulé
        Bot: De quel événement parlez-vous [Atelier vélo, lundi 12 janvier] [Grande tablée
        """
    )
    await talk.say("Ada", "annulé", reply_to=told)
    states = {row["title"]: row["status"] for row in await talk.dump("events")}
    assert states == {"Atelier vélo": "cancelled", "Grande tablée": "scheduled"}


async def test_one_word_in_reply_to_a_post_is_about_what_it_tells(talk: Talk) -> None:
    """In the group as in private: one's own is asked about where the post tells two."""
    await standing(talk)
    await clock(talk, MONDAY)
    post = talk.last("#quartier")["id"]
    asked = await talk.say("Ada", "annulé", chat="#quartier", reply_to=post)
    assert "De quel événement parlez-vous" in " ".join(asked)


async def test_a_report_in_a_group_that_calls_the_bot_reaches_the_team(talk: Talk) -> None:
    """As in private; the proposer's own word is believed there too."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Basile", "/aide")
    await talk.goes(
        """
        Basile #quartier: @fabrique La grande tablée de vendredi est annulée, prévenez tout le monde
        Bot: L’équipe vérifie … Grande tablée
        Bot → #equipe: Basile Fictif annonce un changement … Grande tablée [C’est vrai, prévenir]
        """
    )


async def test_one_line_names_the_event_and_what_becomes_of_it(talk: Talk) -> None:
    """A word is enough; what two bear is asked, and only these two."""
    await proposed(talk, "Bourse aux vélos", "samedi 10 janvier à 14h")
    await proposed(talk, "Atelier vélo", "lundi 12 janvier à 18h30")
    await proposed(talk, "Grande tablée", "vendredi 16 janvier à 19h")
    await talk.goes(
        """
        Ada: /evenement bourse complet
        Bot: C’est fait … Bourse aux vélos … complet
        Ada: /evenement bourse annulé
        Bot: C’est fait … Bourse aux vélos … annulé
        Ada: /evenement tablée
        Bot: Que se passe-t-il [Annulé]
        Ada: /annuler
        Bot: …
        Ada: /evenement zorglub annulé
        Bot: Aucun événement à venir ne s’appelle … Quel événement [Bourse aux vélos
        """
    )
    await talk.say("Driss", "/evenements vélo", chat=TEAM)
    assert len(talk.last(TEAM)["choices"]) == 2


async def test_an_hour_that_is_stated_corrects_ones_own_event(talk: Talk) -> None:
    """As people say it, without the old hour."""
    await proposed(talk, "Atelier soudure", "mardi 6 janvier à 20h")
    await talk.say("Ada", "/proposer Visio : rénover sa copropriété")
    await talk.press("Ada", "Un événement")
    await talk.say("Ada", "lundi 5 janvier à 18h")
    await talk.press("Ada", "C’est juste, proposer")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.goes(
        """
        Ada: l’atelier soudure de demain est à 21h
        Bot: C’est fait … Atelier soudure … ce sera à 21 h
        Ada: l’atelier soudure de demain commence à 21h
        Bot: C’est déjà ce qui est annoncé
        Ada: la visio de ce soir commence à 20h
        Bot: C’est fait … Visio … ce sera à 20 h
        """
    )
    starts = {row["start"] for row in await talk.dump("events")}
    assert starts == {"2026-01-06T21:00:00+01:00", "2026-01-05T20:00:00+01:00"}


async def test_an_hour_that_is_stated_in_english(talk: Talk) -> None:
    """Word for word as well understood."""
    await proposed(talk, "Bike workshop", "mardi 6 janvier à 18h")
    await talk.say("Ada", "/langue english")
    await talk.goes(
        """
        Ada: the workshop tomorrow starts at 7pm
        Bot: Done … Bike workshop … now at 19:00
        """
    )


async def test_an_hour_that_is_announced_already_changes_nothing(talk: Talk) -> None:
    """A reminder is no correction."""
    await proposed(talk, "Atelier soudure", "mardi 6 janvier à 18h")
    await talk.goes(
        """
        Ada: Rappel : l’atelier soudure de demain est à 18h
        Bot: C’est déjà ce qui est annoncé
        """
    )
    assert [row["status"] for row in await talk.dump("events")] == ["scheduled"]


async def test_an_hour_that_somebody_else_states_waits_for_the_team(talk: Talk) -> None:
    """They may be wrong."""
    await proposed(talk, "Atelier soudure", "mardi 6 janvier à 18h")
    await talk.goes(
        """
        Basile: l’atelier soudure de demain est à 19h
        Bot: L’équipe vérifie … Atelier soudure
        Bot → #equipe: Basile Fictif annonce un changement … Atelier soudure [C’est vrai, prévenir]
        """
    )
    assert [row["start"] for row in await talk.dump("events")] == ["2026-01-06T18:00:00+01:00"]


async def test_an_hour_that_is_asked_about_stays_a_question(talk: Talk) -> None:
    """Nothing changes, and the team reads of no change."""
    await proposed(talk, "Atelier soudure", "mardi 6 janvier à 18h")
    for words in ("à quelle heure commence l’atelier ?", "l’atelier soudure commence à 19h ?"):
        await talk.say("Ada", words)
    assert [row["start"] for row in await talk.dump("events")] == ["2026-01-06T18:00:00+01:00"]
    assert not any("a changé un événement" in one for one in said(talk, TEAM))


async def test_an_hour_of_an_event_that_nobody_knows_announces_it(talk: Talk) -> None:
    """As any sentence with a kind, a day and an hour does."""
    await proposed(talk, "Atelier soudure", "mardi 6 janvier à 18h")
    await talk.goes(
        """
        Ada: La soirée jeux de vendredi 16 janvier est à 20h
        Bot: On dirait un événement. Voulez-vous le proposer à l’agenda
        """
    )
    [row] = await talk.dump("events")
    assert row["start"] == "2026-01-06T18:00:00+01:00"


async def test_what_is_on_in_fact_is_put_back_on(talk: Talk) -> None:
    """ "En fait" as well as "finalement"."""
    await proposed(talk, "Bal folk", "lundi 5 janvier à 20h")
    await talk.goes(
        """
        Ada: Le bal folk de ce soir est annulé
        Bot: C’est fait … annulé
        Ada: en fait le bal est maintenu ce soir
        Bot: C’est fait … finalement, ça a lieu
        """
    )


async def test_another_hour_of_the_same_day_is_never_called_another_date(talk: Talk) -> None:
    """In posts, answers and cards, in both languages."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Ada", "L’atelier vélo de ce soir est à 19h30")
    before = len(talk.events)
    await clock(talk, "2026-01-12T09:00:00+01:00")
    await talk.say("Ada", "/agenda")
    await talk.say("Basile", "/langue english")
    await talk.say("Basile", "/agenda")
    told = [str(one["text"]) for one in talk.events[before:] if "Atelier vélo" in one["text"]]
    assert any("Atelier vélo (horaire changé)" in one for one in told)
    assert any("Atelier vélo (new time)" in one for one in told)
    assert not any("ate changée" in one or "ew date" in one for one in told)


async def test_who_was_mistaken_is_told_so_once_and_kindly(talk: Talk) -> None:
    """The acknowledgement and the team's card say what is claimed; all who claim it are told."""
    await proposed(talk, "Bal folk", "lundi 12 janvier à 20h")
    await talk.goes(
        """
        Basile: Le bal folk est annulé
        Bot: L’équipe vérifie, puis je vous dis ce qu’il en est … Annoncé annulé : Bal folk
        Bot → #equipe: Basile Fictif annonce un changement … Annoncé annulé : Bal folk
        Chloé: Le bal folk est annulé
        Bot: L’équipe vérifie
        Driss #equipe: [Non]
        Bot: C’est noté, rien ne change
        Bot → Basile: Merci d’avoir prévenu … c’est bien comme annoncé … Bal folk
        Bot → Chloé: Merci d’avoir prévenu … c’est bien comme annoncé … Bal folk
        Driss #equipe: /journal
        Bot: … n’a pas retenu un changement annoncé pour … Bal folk
        Chloé: Le bal folk est annulé
        Bot: L’équipe vérifie
        """
    )
    before = len(said(talk, "@basile"))
    await talk.press("Driss", "Non", chat=TEAM)
    assert len(said(talk, "@basile")) == before
    assert "c’est bien comme annoncé" in said(talk, "@chloe")[-1]


async def test_all_who_were_right_are_thanked(talk: Talk) -> None:
    """One tap of the team answers each of them."""
    await proposed(talk, "Bal folk", "lundi 12 janvier à 20h")
    await talk.say("Basile", "Le bal folk est annulé")
    await talk.say("Chloé", "Le bal folk est annulé")
    await talk.goes(
        """
        Driss #equipe: [C’est vrai, prévenir]
        Bot: C’est fait … annulé
        Bot → Basile: Merci, l’équipe a vérifié … annulé
        Bot → Chloé: Merci, l’équipe a vérifié … annulé
        """
    )


async def test_what_is_claimed_is_said_in_english_too(talk: Talk) -> None:
    """The place, the hour, the day: whatever is said to be new."""
    await proposed(talk, "Bal folk", "lundi 12 janvier à 20h")
    await talk.say("Basile", "/langue english")
    await talk.goes(
        """
        Basile: The bal folk is moved to Model Hall
        Bot: The team checks, then I tell you … Said to be at Model Hall: Bal folk
        Basile: The bal folk starts at 9pm
        Bot: The team checks … Said to be at 21:00: Bal folk
        Basile: The bal folk is postponed to Saturday 17 January
        Bot: The team checks … Said to be on Saturday 17 January … Bal folk
        Driss #equipe: [Non]
        Bot: …
        Bot → Basile: Thank you for letting us know … it is as announced … Bal folk
        """
    )


async def test_a_report_in_a_group_by_somebody_never_met_reaches_the_team(talk: Talk) -> None:
    """At once; no private answer is promised, and none is lost."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Chloé #quartier: @fabrique La grande tablée de vendredi est annulée, prévenez tout le monde
        Bot: L’équipe vérifie, et corrige l’agenda s’il le faut
        Bot → #equipe: Chloé Modèle annonce un changement … Annoncé annulé : Grande tablée
        Driss #equipe: [C’est vrai, prévenir]
        Bot: C’est fait … annulé
        """
    )
    assert not said(talk, "@chloe")


async def test_a_claim_in_the_queue_says_what_is_claimed(talk: Talk) -> None:
    """And is decided there."""
    await proposed(talk, "Bal folk", "lundi 12 janvier à 20h")
    await talk.say("Basile", "Le bal folk est annulé")
    await talk.goes(
        """
        Driss #equipe: /file
        Bot: Basile Fictif annonce un changement … Annoncé annulé : Bal folk [C’est vrai, prévenir]
        Driss #equipe: [Non]
        Bot: C’est noté, rien ne change
        Bot → Basile: Merci d’avoir prévenu … Bal folk
        """
    )


async def test_one_match_is_named_above_what_can_become_of_it(talk: Talk) -> None:
    """A single tap changes it for all: so it is shown first, and can be undone."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Driss #equipe: /evenements tablée
        Bot: Grande tablée vendredi 16 janvier à 19 h … Que se passe-t-il ? [Annulé] [Complet]
        Driss #equipe: [Annulé]
        Bot: C’est fait … annulé [Annuler ce changement]
        Driss #equipe: [Annuler ce changement]
        Bot: C’est annulé : l’événement redevient ce qu’il était
        Ada: /evenement vélo
        Bot: Atelier vélo lundi 12 janvier à 18 h 30 … Que se passe-t-il ? [Annulé] [Complet]
        """
    )
    assert {row["status"] for row in await talk.dump("events")} == {"scheduled"}


async def test_one_match_is_named_in_english(talk: Talk) -> None:
    """For whoever reads the bot in English."""
    await standing(talk)
    await talk.say("Ada", "/langue english")
    await talk.goes(
        """
        Ada: /event tablée
        Bot: Grande tablée Friday 16 January at 19:00 … What is happening? [Cancelled] [Full]
        """
    )
