"""Support on its way: to an ally with both consents, to a professional, and to an end by itself."""

from __future__ import annotations

import pytest

from tests.dialogues.supports import TOLD, kept, sent, standing, to
from tests.talk import TEAM, Talk

slow = pytest.mark.slow
NAMED = "Et le nom de ma structure"
ALLY = "L’équipe et un·e allié·e"


async def ally_asked(talk: Talk, share: str = ALLY) -> None:
    """Ada's team is told, and Chloé is asked."""
    await talk.say("Chloé", "/offrir médiation")
    await sent(talk, "Ada", share=share)
    await talk.press("Driss", "Chercher un·e allié·e", chat=TEAM)
    await talk.press("Driss", "médiation de conflits", chat=TEAM)
    await talk.press("Driss", "Demander à Chloé Modèle", chat=TEAM)


async def test_names_pass_when_both_agreed(talk: Talk) -> None:
    """The ally first, without a name; then whoever asked; then each learns of the other."""
    await ally_asked(talk)
    assert "Ada" not in " ".join(await to(talk, "@chloe"))
    assert "Chloé" not in " ".join(await to(talk, "@ada"))
    await talk.goes(
        """
        Chloé: [Je veux bien]
        Bot: Je demande à la personne
        Bot → Ada: Chloé Modèle veut bien en parler [Nous mettre en contact]
        """
    )
    assert "Ada" not in " ".join(await to(talk, "@chloe"))
    await talk.goes(
        """
        Ada: [Nous mettre en contact]
        Bot: en contact avec Chloé Modèle
        Bot → Chloé: en contact avec Ada Exemple
        """
    )
    assert "en contact" in standing(talk, TEAM)[1]
    met = str(talk.last("@chloe")["id"])
    await talk.say("Chloé", "Je vous appelle quand ?", reply_to=met)
    assert "Chloé Modèle vous écrit" in talk.last("@ada")["text"]


async def test_an_ally_who_cannot_says_no_to_nobody(talk: Talk) -> None:
    """Whoever asked never learns who it was; twice pressed is once."""
    await ally_asked(talk)
    await talk.press("Chloé", "Pas cette fois")
    await talk.press("Chloé", 0, message=str(talk.last("@chloe")["id"]))
    assert "Chloé" not in " ".join(await to(talk, "@ada"))
    assert "pas cette fois" in standing(talk, TEAM)[1]


@slow
async def test_whoever_asked_may_prefer_somebody_else(talk: Talk) -> None:
    """The ally is thanked, and learns no name."""
    await ally_asked(talk)
    await talk.press("Chloé", "Je veux bien")
    await talk.press("Ada", "Plutôt quelqu’un d’autre")
    assert "ce n’est plus nécessaire" in talk.last("@chloe")["text"]
    assert "Ada" not in " ".join(await to(talk, "@chloe"))


@slow
async def test_the_structure_is_named_only_where_that_was_said(talk: Talk) -> None:
    """Asked once, given to the ally and not before."""
    await talk.say("Chloé", "/offrir médiation")
    await talk.say("Ada", f"/soutien {TOLD}")
    await talk.press("Ada", NAMED)
    await talk.say("Ada", "Les Exemples")
    await talk.press("Ada", "Oui, cela peut attendre")
    await talk.press("Ada", "Envoyer à l’équipe")
    await talk.press("Driss", "Chercher un·e allié·e", chat=TEAM)
    await talk.press("Driss", "médiation de conflits", chat=TEAM)
    await talk.press("Driss", "Demander à Chloé Modèle", chat=TEAM)
    assert "Les Exemples" in talk.last("@chloe")["text"]
    assert "zorglub" not in talk.last("@chloe")["text"]


async def test_nobody_else_is_asked_without_a_yes(talk: Talk) -> None:
    """Kept in the team: the team has to ask, and a no stays a no."""
    await talk.say("Chloé", "/offrir médiation")
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    assert "Ada" not in " ".join(await to(talk, TEAM))
    await talk.goes(
        """
        Driss #equipe: [Proposer un·e allié·e]
        Bot: Je lui pose la question
        Bot → Ada: L’équipe pense à demander [Oui, cherchez] [Non, l’équipe seulement]
        Ada: [Non, l’équipe seulement]
        Bot → #equipe: La personne préfère que cela reste dans l’équipe
        """
    )
    await talk.press("Ada", "Oui, cherchez", message=asked_in(talk, "pense à demander"))
    card = asked_in(talk, "Qui peut s’en charger")
    assert "Proposer un·e allié·e" in talk.stage.world.posts[card].choices
    await talk.press("Driss", 2, chat=TEAM, message=card)
    await talk.press("Ada", "Oui, cherchez")
    assert "Chercher un·e allié·e" in talk.stage.world.posts[card].choices
    assert "Ada" not in " ".join(await to(talk, TEAM))


def asked_in(talk: Talk, words: str) -> str:
    """The message that said so first."""
    return next(str(one["id"]) for one in talk.events if words in str(one.get("text")))


async def test_a_professional_is_pointed_out_by_kind(talk: Talk) -> None:
    """The kinds that the documents name; no person and no address."""
    await sent(talk, "Ada")
    await talk.goes(
        """
        Driss #equipe: [Vers un·e professionnel·le]
        Bot: Le DLA … médiatrice … consultante [Le DLA] [Médiation] [Conseil extérieur]
        Driss #equipe: [Médiation]
        Bot → Ada: dont c’est le métier … un tiers neutre
        """
    )


async def test_who_is_left_waiting_is_told_and_the_team_reminded(talk: Talk) -> None:
    """A day later, by day, three times; whoever asked is told once, with whom else to turn to."""
    await sent(talk, "Ada")
    await talk.do({"do": "clock", "by": "P1D"})
    assert "n’a pas encore pu" in talk.last("@ada")["text"]
    assert "DLA" in talk.last("@ada")["text"]
    await talk.do({"do": "clock", "by": "P9D"})
    reminders = [one for one in await to(talk, TEAM) if "attend" in one and "⏰" in one]
    assert len(reminders) == 3
    assert len([one for one in await to(talk, "@ada") if "n’a pas encore pu" in one]) == 1


async def test_asked_once_how_it_goes_then_forgotten(talk: Talk) -> None:
    """Two weeks, a month of silence, ninety days: and nothing is left."""
    await sent(talk, "Ada")
    await talk.say("Driss", "On s’appelle ?", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    await talk.do({"do": "clock", "by": "P15D"})
    assert "Comment cela va-t-il" in talk.last("@ada")["text"]
    await talk.do({"do": "clock", "by": "P31D"})
    assert "Sans un mot de plus" in standing(talk, TEAM)[1]
    await talk.do({"do": "clock", "by": "P91D"})
    asked = [one for one in await to(talk, "@ada") if "Comment cela va-t-il" in one]
    assert len(asked) == 1
    assert await kept(talk, "zorglub") == []
    assert [one for one in standing(talk, TEAM) if "zorglub" in one or "Ada" in one] == []


async def test_not_better_may_begin_again(talk: Talk) -> None:
    """Their word closes it, and further words open it."""
    await sent(talk, "Ada")
    await talk.say("Driss", "On s’appelle ?", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    await talk.do({"do": "clock", "by": "P15D"})
    await talk.goes(
        """
        Ada: [Pas mieux]
        Bot: C’est clos, mais vous pouvez écrire encore [Écrire encore à l’équipe]
        Ada: [Écrire encore à l’équipe]
        Bot: Que voulez-vous ajouter
        Ada: Cela recommence, appelez-moi au 06 12 34 56 78
        Bot: C’est transmis à l’équipe. J’ai masqué
        Bot → #equipe: Ada Exemple ajoute … appelez-moi au •••
        """
    )


@pytest.mark.parametrize("typed", ["😀", "…", "?!"])
async def test_what_says_nothing_is_met_gently(talk: Talk, typed: str) -> None:
    """And the question still stands."""
    (asked,) = await talk.say("Ada", "/soutien")
    assert "Racontez" in asked
    (told,) = await talk.say("Ada", typed)
    assert "Une phrase suffit, même maladroite" in told
    assert "Racontez" in told


async def test_a_whole_page_goes_and_comes_once(talk: Talk) -> None:
    """Four thousand characters; the same again is not sent again; more is asked for in two."""
    page = ("Notre zorglub est à bout. " * 154)[:4000].strip()
    await sent(talk, "Ada", page)
    assert sum(one.count("zorglub") for one in standing(talk, TEAM)) == page.count("zorglub")
    (told,) = await talk.say("Ada", f"/soutien {page}")
    assert "a déjà ces mots" in told
    (told,) = await talk.say("Ada", f"/soutien {page}{page}")
    assert "en une fois" in told


async def test_presses_twice_and_too_late_do_nothing_bad(talk: Talk) -> None:
    """Taken twice is taken once; what is closed is answered no more."""
    await sent(talk, "Ada")
    card = str(talk.last(TEAM)["id"])
    await talk.press("Driss", 1, chat=TEAM, message=card)
    await talk.press("Driss", 1, chat=TEAM, message=card)
    taken = [one for one in await to(talk, "@ada") if "vous lit et va" in one]
    assert len(taken) == 1
    await talk.press("Driss", "Répondre", chat=TEAM)
    await talk.press("Ada", "C’est fini pour moi")
    await talk.press("Ada", "Autre")
    before = len(talk.events)
    await talk.say("Driss", "Je vous appelle.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert "rien n’a été transmis" in str(talk.events[before:])
    assert "Je vous appelle" not in " ".join(await to(talk, "@ada"))


async def test_nobody_of_the_team_reads_yet(talk: Talk) -> None:
    """Said plainly; once there is a team's chat again, it is shown."""
    await talk.do({"do": "leave", "chat": TEAM, "from": "@driss"})
    await sent(talk, "Ada")
    assert "Personne ne lit ici" in talk.last("@ada")["text"]


@slow
async def test_figures_tell_nothing_of_few(talk: Talk) -> None:
    """Four in a quarter are too few; the team sees the last whole quarter only."""
    for words in ("un", "deux", "trois", "quatre"):
        await sent(talk, "Ada", f"Notre équipe est épuisée, {words} fois")
    await talk.say("Driss", "/soutien", chat=TEAM)
    assert "trop peu" in " ".join(await to(talk, TEAM))
    await talk.do({"do": "clock", "to": "2026-04-02T10:00:00+02:00"})
    await talk.say("Driss", "/soutien", chat=TEAM)
    assert "4 demandes." not in talk.last(TEAM)["text"]
