"""The team's entries: found, written, corrected and undone in its chat, by several people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from domain.people import fold
from tests.talk import PEOPLE, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

PAY = "Faut-il payer pour être allié·e ?"
BECOME = "Comment devenir allié·e ?"


async def acts(talk: Talk) -> list[tuple[str, str]]:
    """What the log holds: who did what."""
    return [(row["act"], row["by"]) for row in await talk.dump("audit")]


async def number_of(talk: Talk, title: str) -> int:
    """An entry's number, which `/fiche` takes too."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        return next(
            one.id for one in await store.knowledge.entries() if fold(one.title) == fold(title)
        )


async def written(talk: Talk, title: str = "Prêter une salle") -> None:
    """An entry that Driss wrote."""
    await talk.goes(
        f"""
        Driss #equipe: /fiche nouvelle
        Bot: Quel est le titre ?
        Driss #equipe: {title}
        Bot: Quelle est la réponse ?
        Driss #equipe: Écrivez à la mairie de Ville Modèle.
        Bot: D’où vient cette réponse ? … [L’équipe]
        Driss #equipe: [L’équipe]
        Bot: Comment le demande-t-on aussi ? … [Aucune autre]
        Driss #equipe: qui prete une salle svp
        Bot: {title} … mairie … Est-ce bien ainsi ? … [Publier] [Annuler]
        Driss #equipe: [Publier]
        Bot: C’est publié
        """
    )


async def test_an_entry_is_written_checked_and_answers(talk: Talk) -> None:
    """From its publication on, and it is looked at again in a year."""
    await written(talk)
    await talk.goes(
        """
        Ada: qui prete une salle svp
        Bot: Prêter une salle … Écrivez à la mairie … Source : L’équipe. À jour au 5 janvier 2026
        Driss #equipe: /fiche prêter une salle
        Bot: Prêter une salle … qui prete une salle svp … À revoir le 5 janvier 2027
        """
    )
    assert await acts(talk) == [("created", "@driss")]


async def test_nothing_counts_before_it_is_published(talk: Talk) -> None:
    """Given up at the last step, it was never there."""
    await talk.goes(
        """
        Driss #equipe: /fiche nouvelle
        Driss #equipe: Où garer le zorglub ?
        Driss #equipe: Derrière la gare.
        Driss #equipe: [L’équipe]
        Driss #equipe: [Aucune autre]
        Bot: Où garer le zorglub … Derrière la gare … [Publier] [Annuler]
        Driss #equipe: [Annuler]
        Bot: Rien n’a été noté
        Driss #equipe: /fiche §§§
        Bot: Aucune fiche pour … §§§ … [Écrire une nouvelle fiche]
        """
    )
    assert await acts(talk) == []
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert "zorglub" not in str(await store.knowledge.entries())


async def test_entries_are_found_by_words(talk: Talk) -> None:
    """A few titles to press, then the whole entry with all that may be done."""
    await talk.goes(
        f"""
        Driss #equipe: /fiche payer allié
        Bot: j’ai trouvé ceci
        Driss #equipe: [{PAY}]
        Bot: {PAY} … On le demande aussi … Source : … Fiche nᵒ … [Modifier] [Ajouter une formulation] [Retirer] [Fusionner avec…] [Historique] [Annuler le dernier changement]
        """  # noqa: E501 - a dialogue has one line for what is said at once
    )


async def test_markup_is_shown_as_it_was_typed(talk: Talk) -> None:
    """In the team's chat and to whoever asks: nothing is interpreted."""
    await written(talk, "Le <b>zorglub</b> & *moi*")
    await talk.goes(
        """
        Driss #equipe: /fiche Le <b>zorglub</b> & *moi*
        Bot: Le <b>zorglub</b> & *moi*
        Ada: Le <b>zorglub</b> & *moi*
        Bot: Le <b>zorglub</b> & *moi* … Écrivez à la mairie
        """
    )


@pytest.mark.parametrize(
    ("part", "typed", "shown"),
    [
        ("Le titre", "Emprunter une salle", "Emprunter une salle"),
        ("La réponse", "Demandez.\\nPatientez.", "Demandez. Patientez."),
        ("Les formulations", "salle ?\\nlocal ?", "« salle ? » « local ? »"),
        ("La source", "Réunion fictive", "Source : Réunion fictive"),
        ("La date de la source", "14 décembre 2023", "(14 décembre 2023)"),
        ("La date de relecture", "12 mars 2027", "À revoir le 12 mars 2027"),
        ("Les étiquettes", "salles, prêt", "Étiquettes : salles et prêt"),
    ],
)
async def test_each_part_is_edited(talk: Talk, part: str, typed: str, shown: str) -> None:
    """What stands there is shown, what would stand there too, and then it counts."""
    await written(talk)
    await talk.goes(
        f"""
        Driss #equipe: /fiche prêter une salle
        Driss #equipe: [Modifier]
        Bot: Que voulez-vous changer ? … [Le titre] [La réponse] [Les formulations]
        Driss #equipe: [{part}]
        Driss #equipe: {typed}
        Bot: {shown} … Est-ce bien ainsi ? … [Publier] [Annuler]
        Driss #equipe: [Publier]
        Bot: C’est publié … {shown} … [Modifier]
        """
    )
    assert await acts(talk) == [("created", "@driss"), ("edited", "@driss")]


async def test_what_cannot_stand_there_is_refused_at_once(talk: Talk) -> None:
    """And asked again."""
    await written(talk)
    await talk.goes(
        """
        Driss #equipe: /fiche prêter une salle
        Driss #equipe: [Modifier]
        Driss #equipe: [La date de la source]
        Bot: Aujourd’hui : 5 janvier 2026 … De quand date cette réponse ?
        Driss #equipe: bientôt
        Bot: Je n’ai pas compris la date … De quand date
        Driss #equipe: [Aujourd’hui]
        Bot: Est-ce bien ainsi
        """
    )


async def test_the_second_of_two_editors_sees_what_the_first_wrote(talk: Talk) -> None:
    """Nothing is overwritten in silence."""
    await written(talk)
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    await talk.goes(
        """
        Driss #equipe: /fiche prêter une salle
        Driss #equipe: [Modifier]
        Driss #equipe: [La réponse]
        Driss #equipe: La version de Driss.
        Chloé #equipe: /fiche prêter une salle
        Chloé #equipe: [Modifier]
        Chloé #equipe: [La réponse]
        Chloé #equipe: La version de Chloé.
        Chloé #equipe: [Publier]
        Bot: C’est publié
        """
    )
    preview = [
        one["id"]
        for one in talk.events
        if one.get("chat") == TEAM and "La version de Driss." in str(one.get("text"))
    ][-1]
    said = await talk.press("Driss", "Publier", chat=TEAM, message=preview)
    assert "Quelqu’un a changé cette fiche entre-temps" in said[-1]
    assert "La version de Chloé." in said[-1]
    assert await acts(talk) == [("created", "@driss"), ("edited", "@chloe")]


async def test_a_wording_is_added_once(talk: Talk) -> None:
    """In the words that people really type."""
    await written(talk)
    await talk.goes(
        """
        Driss #equipe: /fiche prêter une salle
        Driss #equipe: [Ajouter une formulation]
        Bot: Écrivez la phrase telle qu’on la tape
        Driss #equipe: QUI PRÊTE une salle svp
        Bot: Cette formulation y est déjà … Écrivez la phrase
        Driss #equipe: ou trouver un local zorglubique
        Bot: C’est publié … ou trouver un local zorglubique
        Ada: ou trouver un local zorglubique
        Bot: Prêter une salle
        """
    )


async def test_a_retired_entry_answers_no_more_and_comes_back(talk: Talk) -> None:
    """It is still found by its title."""
    await written(talk)
    await talk.goes(
        """
        Driss #equipe: /fiche prêter une salle
        Driss #equipe: [Retirer]
        Bot: ne répond plus. Rien n’est perdu. [Remettre]
        Ada: qui prete une salle svp
        """
    )
    assert "mairie" not in talk.last("@ada")["text"]
    await talk.goes(
        """
        Driss #equipe: /fiche prêter une salle
        Bot: Cette fiche est retirée … [Remettre] [Historique] [Annuler le dernier changement]
        Driss #equipe: [Remettre]
        Bot: C’est publié
        Ada: qui prete une salle svp
        Bot: Écrivez à la mairie
        """
    )
    assert [act for act, _ in await acts(talk)][-2:] == ["retired", "restored"]


async def test_two_entries_become_one_and_two_again(talk: Talk) -> None:
    """Asked for in the ways of both; undone from either."""
    await written(talk)
    await talk.goes(
        f"""
        Driss #equipe: /fiche prêter une salle
        Driss #equipe: [Fusionner avec…]
        Bot: Avec quelle fiche ? Elle restera
        Driss #equipe: Comment devenir allié
        Driss #equipe: [{BECOME}]
        Bot: Les deux fiches n’en font plus qu’une … {BECOME} … qui prete une salle svp
        Ada: qui prete une salle svp
        Bot: {BECOME}
        Driss #equipe: /fiche prêter une salle
        Bot: Prêter une salle … Cette fiche a rejoint « Comment devenir allié·e
        Driss #equipe: [Annuler le dernier changement]
        Bot: la fiche est comme avant … Prêter une salle
        Ada: qui prete une salle svp
        Bot: Écrivez à la mairie
        """
    )


async def test_the_history_says_who_did_what(talk: Talk) -> None:
    """And the last act is taken back, unless another came meanwhile."""
    await written(talk)
    number = await number_of(talk, "Prêter une salle")
    await talk.goes(
        f"""
        Driss #equipe: /fiche {number}
        Driss #equipe: [Ajouter une formulation]
        Driss #equipe: un local ?
        Driss #equipe: /fiche {number}
        Driss #equipe: [Historique]
        Bot: Driss Inventé a écrit la fiche … Driss Inventé a ajouté une formulation
        Driss #equipe: /fiche {number}
        Driss #equipe: [Annuler le dernier changement]
        Bot: Voilà, la fiche est comme avant
        Driss #equipe: [Annuler le dernier changement]
        Bot: Il n’y a rien avant
        """
    )


async def test_an_old_button_takes_nobody_s_later_change_back(talk: Talk) -> None:
    """It was meant for another one."""
    await written(talk)
    await talk.say("Driss", "/fiche prêter une salle", chat=TEAM)
    card = talk.last(TEAM)["id"]
    await talk.press("Driss", "Ajouter une formulation", chat=TEAM, message=card)
    await talk.say("Driss", "un local ?", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    said = await talk.press("Driss", "Annuler le dernier changement", chat=TEAM, message=card)
    assert "Quelqu’un a changé cette fiche entre-temps" in said[-1]


async def test_members_read_answers_and_no_more(talk: Talk) -> None:
    """Neither in private, nor in a group, nor in the team's chat when they are not of the team."""
    await talk.do({"do": "join", "chat": "#quartier", "from": "@ada"})
    assert "Je ne connais pas" in (await talk.say("Ada", "/fiche payer"))[0]
    assert await talk.say("Ada", "/fiche payer", chat="#quartier") == []
    await talk.do({"do": "rank", "chat": TEAM, "from": "@ada", "as": "gone"})
    assert "réservé à l’équipe" in (await talk.say("Ada", "/fiche payer", chat=TEAM))[0]
    await talk.say("Driss", f"/fiche {PAY}", chat=TEAM)
    assert "réservé à l’équipe" in (await talk.press("Ada", "Retirer", chat=TEAM))[-1]
    assert await acts(talk) == []


async def test_the_words_around_are_the_chat_s_language(talk: Talk) -> None:
    """The entry is in its own."""
    await talk.say("Driss", "/langue English", chat=TEAM)
    await talk.goes(
        f"""
        Driss #equipe: /entry {PAY}
        Bot: {PAY} … People also ask it like this … Entry no. … [Edit] [Add a wording] [Retire] [Merge with…] [History] [Take the last change back]
        Driss #equipe: /entry new
        Bot: What is the title?
        """  # noqa: E501 - a dialogue has one line for what is said at once
    )


async def dated(talk: Talk, *titles: str, review: date = date(2026, 1, 7)) -> None:
    """Give entries a day of review."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        for entry in await store.knowledge.entries():
            if fold(entry.title) in map(fold, titles):
                due = replace(entry, review_on=review)
                await store.knowledge.change(due, by=None, now=talk.stage.clock.now())


def told(talk: Talk) -> list[str]:
    """The team's messages about entries to review."""
    listed = [one for one in talk.events if one["event"] == "message" and one["chat"] == TEAM]
    return [one["text"] for one in listed if "à revoir" in one["text"]]


async def test_the_team_is_told_of_entries_to_review_once_and_together(talk: Talk) -> None:
    """On Monday, in one message, and never again for the same day of review."""
    await dated(talk, PAY, BECOME)
    await talk.do({"do": "clock", "by": "P6D"})
    assert told(talk) == []
    await talk.do({"do": "clock", "by": "P1D"})
    assert len(told(talk)) == 1
    assert "2 fiches sont à revoir" in told(talk)[0]
    assert sorted(map(fold, talk.last(TEAM)["choices"])) == sorted(map(fold, (PAY, BECOME)))
    await talk.do({"do": "clock", "by": "P21D"})
    assert len(told(talk)) == 1


async def test_an_entry_to_review_is_still_true_or_goes(talk: Talk) -> None:
    """In the queue too, until somebody looked."""
    await dated(talk, PAY, BECOME)
    await talk.do({"do": "clock", "by": "P7D"})
    await talk.goes(
        f"""
        Driss #equipe: /file
        Bot: 2 choses attendent
        Driss #equipe: /fiche {PAY}
        Bot: à revoir depuis le 7 janvier 2026 … [Toujours vrai] [Modifier]
        Driss #equipe: [Toujours vrai]
        Bot: Merci ! … sera à revoir le 12 janvier 2027
        Driss #equipe: /file
        Bot: Une chose attend
        Bot: {BECOME} … à revoir depuis le 7 janvier 2026 … [Toujours vrai] [Modifier] [Retirer]
        Driss #equipe: [Retirer]
        Bot: ne répond plus
        Driss #equipe: /file
        Bot: Plus rien n’attend
        """
    )
    assert [act for act, _ in await acts(talk)] == ["reviewed", "retired"]


async def test_a_title_of_the_weekly_list_opens_its_entry(talk: Talk) -> None:
    """To be looked at, or as it is once somebody looked; two who say the same say it once."""
    await dated(talk, PAY, BECOME)
    await talk.do({"do": "clock", "by": "P7D"})
    listed = talk.last(TEAM)["id"]
    await talk.press("Driss", PAY, chat=TEAM, message=listed)
    first = talk.last(TEAM)
    assert first["choices"] == ["Toujours vrai", "Modifier", "Retirer"]
    await talk.press("Driss", PAY, chat=TEAM, message=listed)
    second = talk.last(TEAM)["id"]
    await talk.press("Driss", "Toujours vrai", chat=TEAM, message=first["id"])
    await talk.press("Driss", "Toujours vrai", chat=TEAM, message=second)
    assert [act for act, _ in await acts(talk)] == ["reviewed"]
    await talk.press("Driss", PAY, chat=TEAM, message=listed)
    assert "À revoir le 12 janvier 2027" in talk.last(TEAM)["text"]


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_what_the_team_writes_here_answers_there(
    tmp_path: Path, asking: str, team: str
) -> None:
    """Across platforms."""
    async with talk_on(team, tmp_path) as talk:
        await written(talk)
        account, name = PEOPLE["Ada"]
        said = {"do": "say", "chat": account, "from": account, "name": name, "platform": asking}
        await talk.do(said | {"text": "qui prete une salle svp"})
        assert "mairie" in talk.last(account)["text"]
        assert talk.last(account)["platform"] == asking
