"""The team's choice: one table, marks with words, reasons, and everybody told kindly and once."""

from __future__ import annotations

from copy import deepcopy

from sqlalchemy import text

from storage.tables import OutboxRow
from tests.dialogues.test_handed_over import now
from tests.talk import TEAM, Talk

ONE = (
    "/appel Animer trois ateliers : préparer et animer, "
    "compétence animation d’ateliers, 1 place, avant le 15 mars"
)
TERRITORY = (
    "/appel territoire Pilat : accompagner les élus pendant un an, à Saint-Étienne, "
    "compétence animation d’ateliers, 2 places, avant le 15 mars"
)


async def answered(talk: Talk, *who: str) -> None:
    """A call is open and these people answered it."""
    await talk.say("Driss", ONE, chat=TEAM)
    await talk.press("Driss", "Ouvrir", chat=TEAM)
    for one in who:
        await talk.say(one, "/appels")
        await talk.press(one, "Animer trois ateliers")
        await talk.press(one, "Je suis partant·e")
        await talk.say(one, f"Je viens avec envie, {one}.")


async def closed(talk: Talk) -> None:
    """The team closes it early."""
    await show(talk)
    await talk.press("Driss", "Clore maintenant", chat=TEAM)


async def show(talk: Talk) -> None:
    """The call's card, as the newest message of the team's chat."""
    await talk.say("Driss", "/appel", chat=TEAM)
    await talk.press("Driss", "Animer trois ateliers", chat=TEAM)


async def marked(talk: Talk, name: str, *marks: str) -> None:
    """The team reads an answer and marks it by each criterion."""
    await show(talk)
    await talk.press("Driss", "Réponses", chat=TEAM)
    await talk.press("Driss", name, chat=TEAM)
    for mark in marks:
        await talk.press("Driss", mark, chat=TEAM)


async def test_a_choice_is_made_by_criteria_and_told_with_its_reasons(talk: Talk) -> None:
    """To each their own; the names are told only of those who agree."""
    await answered(talk, "Ada", "Basile")
    await closed(talk)
    await marked(talk, "Ada Exemple", "Oui", "En partie")
    await talk.goes(
        """
        Driss #equipe: deux ateliers déjà
        Bot: compétence : en partie — « deux ateliers déjà » … capacité à partager [Oui] [En partie] [Non]
        Driss #equipe: [Non]
        Bot: capacité à partager : non [Retenir] [Dire pourquoi pas] [Revoir les critères]
        """  # noqa: E501
    )
    await marked(talk, "Basile Fictif", "Oui", "Oui", "Oui")
    await talk.goes(
        """
        Driss #equipe: [Retenir]
        Bot: Pourquoi retenir Basile Fictif
        Driss #equipe: dix ateliers, et l’envie de transmettre
        Bot: Personne retenue : « dix ateliers, et l’envie de transmettre » [Ne plus retenir]
        Driss #equipe: /appel
        Driss #equipe: [Animer trois ateliers]
        Bot: Clos : à vous de choisir. 2 réponses. Une personne retenue.
        Driss #equipe: [Annoncer le choix]
        Bot: Une personne retenue : Basile Fictif. Les 2 personnes qui ont répondu [Prévenir tout le monde]
        Driss #equipe: [Prévenir tout le monde]
        Bot: C’est annoncé … 2 personnes sont prévenues. Une personne est retenue.
        Bot → Ada: Merci d’avoir répondu … engagement dans l’alliance : oui … compétence : en partie — « deux ateliers déjà » … 2 réponses, une personne retenue
        Bot → Basile: Bonne nouvelle … L’équipe vous a retenu·e : « dix ateliers, et l’envie de transmettre » … Peut-on y dire votre nom [Vous pouvez dire mon nom] [Sans mon nom]
        Chloé: /appels
        Bot: Aucun appel … Les choix déjà faits … Animer trois ateliers : 2 réponses, une personne retenue. Critères : engagement
        Basile: [Vous pouvez dire mon nom]
        Chloé: /appels
        Bot: une personne retenue (Basile Fictif). Critères
        Driss #equipe: /journal
        Bot: a retenu Basile Fictif pour l’appel « Animer trois ateliers » : dix ateliers, et l’envie de transmettre … a annoncé ne pas retenir Ada Exemple
        """  # noqa: E501
    )
    assert "Ada Exemple" not in str(talk.last("@chloe")["text"])
    before = len(talk.events)
    await talk.restart()
    await talk.do({"do": "clock", "by": "P30D"})
    assert not [one for one in talk.events[before:] if one.get("chat") in ("@ada", "@basile")]


async def test_a_criterion_marked_meanwhile_is_not_marked_again(talk: Talk) -> None:
    """Two read the same answer: the second learns who was first, and answers for nothing else."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@zoe", "as": "member"})
    await answered(talk, "Ada")
    await marked(talk, "Ada Exemple")
    first = talk.last(TEAM)["id"]
    await marked(talk, "Ada Exemple")
    second = talk.last(TEAM)["id"]
    await talk.tap("Driss", "Oui", first, chat=TEAM)
    shown = now(talk, second)
    assert "engagement dans l’alliance\u202f: oui (Driss Inventé)" in shown
    assert "compétence\u202f?" in shown
    await talk.tap("Zoé", "Non", second, chat=TEAM)
    shown = now(talk, first)
    assert "compétence\u202f: non (Zoe)" in shown


async def test_a_press_on_a_criterion_says_which_it_is_for(talk: Talk) -> None:
    """Whatever the card asks by then: what was drawn is what is answered, or nothing is."""
    await answered(talk, "Ada")
    await marked(talk, "Ada Exemple")
    drawn = talk.last(TEAM)["id"]
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        (row,) = [one for one in await store.said.about("answer:1") if one.message == drawn]
        asked = list(row.choices)
    before = deepcopy(talk.stage.world.posts[drawn])
    await talk.tap("Driss", "Oui", drawn, chat=TEAM)
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        (await store.session.get_one(OutboxRow, row.id)).choices = asked
    talk.stage.world.posts[drawn] = before
    said = await talk.press("Driss", 2, chat=TEAM, message=drawn)
    assert "Ce critère vient d’être noté" in said[0]
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        kept = await store.calls.answer(1)
        assert kept is not None
        assert [*kept.notes] == ["engagement"]


async def test_good_marks_and_no_place_need_a_reason(talk: Talk) -> None:
    """As much as bad marks and a place; whoever is not chosen reads why."""
    await answered(talk, "Ada", "Basile")
    await closed(talk)
    await marked(talk, "Ada Exemple", "Non", "Non", "Non")
    await talk.goes(
        """
        Driss #equipe: [Retenir]
        Bot: Pourquoi retenir Ada Exemple
        Driss #equipe: elle habite en face
        """
    )
    await marked(talk, "Basile Fictif", "Oui", "Oui", "Oui")
    card = talk.last(TEAM)["id"]
    await talk.goes(
        """
        Driss #equipe: /appel
        Driss #equipe: [Animer trois ateliers]
        Driss #equipe: [Annoncer le choix]
        Bot: Basile Fictif : de bonnes notes, et pas de place. Ouvrez sa réponse
        """
    )
    await talk.tap("Driss", "Dire pourquoi pas", card, chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: il sera du prochain
        Bot: Pas cette fois : « il sera du prochain » [Retenir] [Dire pourquoi pas]
        Driss #equipe: /appel
        Driss #equipe: [Animer trois ateliers]
        Driss #equipe: [Annoncer le choix]
        Bot: Une personne retenue : Ada Exemple. Les 2 personnes
        Driss #equipe: [Prévenir tout le monde]
        Bot → Basile: L’équipe vous dit pourquoi : « il sera du prochain »
        Bot → Ada: L’équipe vous a retenu·e : « elle habite en face »
        """
    )


async def test_places_that_remain_are_told_before_all_know(talk: Talk) -> None:
    """Nobody is told before the team read how many are free."""
    line = ONE.replace("1 place", "3 places")
    await talk.say("Driss", line, chat=TEAM)
    await talk.press("Driss", "Ouvrir", chat=TEAM)
    await talk.say("Ada", "/appels")
    for label in ("Animer trois ateliers", "Je suis partant·e", "Rien à ajouter"):
        await talk.press("Ada", label)
    await closed(talk)
    await marked(talk, "Ada Exemple", "Oui", "Oui", "Oui")
    await talk.press("Driss", "Retenir", chat=TEAM)
    await talk.say("Driss", "elle sait", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    await show(talk)
    said = await talk.press("Driss", "Annoncer le choix", chat=TEAM)
    assert "2 places restent libres" in said[0]


async def test_a_second_word_follows_the_first(talk: Talk) -> None:
    """And whoever answered reads both, without a name of the team."""
    await answered(talk, "Ada")
    await closed(talk)
    await marked(talk, "Ada Exemple", "Oui", "Oui", "En partie")
    await talk.goes(
        """
        Driss #equipe: deux ateliers déjà
        Bot: capacité à partager : en partie — « deux ateliers déjà » (Driss Inventé)
        Driss #equipe: un troisième en mars
        Bot: en partie — « deux ateliers déjà — un troisième en mars » (Driss Inventé)
        """
    )
    await show(talk)
    await talk.press("Driss", "Annoncer le choix", chat=TEAM)
    await talk.press("Driss", "Prévenir tout le monde", chat=TEAM)
    told = talk.last("@ada")["text"]
    assert "deux ateliers déjà — un troisième en mars" in told
    assert "Driss" not in told


async def test_nobody_is_told_while_an_answer_has_no_reasons(talk: Talk) -> None:
    """Nor is anybody chosen without, or before people have stopped answering."""
    await answered(talk, "Ada")
    await marked(talk, "Ada Exemple", "Oui")
    await closed(talk)
    await talk.goes(
        """
        Driss #equipe: [Annoncer le choix]
        Bot: Une réponse n’est pas notée sur tous les critères
        """
    )
    await marked(talk, "Ada Exemple", "Oui", "Oui")
    await talk.goes(
        """
        Driss #equipe: [Retenir]
        Bot: Pourquoi retenir Ada Exemple
        Driss #equipe: …
        Bot: une raison, même courte, sera lue
        Driss #equipe: elle est là
        Bot: Personne retenue
        """
    )


async def test_no_more_are_chosen_than_there_are_places(talk: Talk) -> None:
    """Until somebody is chosen no more, or withdraws."""
    await answered(talk, "Ada", "Basile")
    await closed(talk)
    await marked(talk, "Ada Exemple", "Oui", "Oui", "Oui")
    await talk.goes(
        """
        Driss #equipe: [Retenir]
        Driss #equipe: elle sait
        Bot: Personne retenue : « elle sait »
        """
    )
    await marked(talk, "Basile Fictif", "Oui", "Oui", "Oui")
    await talk.goes(
        """
        Driss #equipe: [Retenir]
        Bot: La place est déjà prise
        Ada: /appels
        Bot: Aucun appel
        """
    )
    message = next(
        one["id"]
        for one in reversed(talk.events)
        if one.get("chat") == "@ada" and "Retirer ma réponse" in one.get("choices", [])
    )
    await talk.tap("Ada", "Retirer ma réponse", message)
    assert "une place est libre" in talk.last(TEAM)["text"]
    await marked(talk, "Basile Fictif")
    await talk.goes(
        """
        Driss #equipe: [Retenir]
        Bot: Pourquoi retenir Basile Fictif
        """
    )


async def test_a_closed_call_can_be_opened_again(talk: Talk) -> None:
    """Until another day; those who had answered are still in."""
    await answered(talk, "Ada")
    await closed(talk)
    await show(talk)
    await talk.goes(
        """
        Driss #equipe: [Rouvrir]
        Bot: Jusqu’à quel jour peut-on de nouveau répondre
        Driss #equipe: 20 mars
        Bot: est rouvert jusqu’au vendredi 20 mars 2026
        Basile: les appels
        Bot: Animer trois ateliers (jusqu’au vendredi 20 mars)
        Basile: [Animer trois ateliers]
        Basile: [Je suis partant·e]
        Basile: [Rien à ajouter]
        Bot → #equipe: Ouvert … 2 réponses.
        """
    )


async def test_territory_asks_only_what_the_fabrique_does_not_know(talk: Talk) -> None:
    """A place close by, a sheet that was shared; the rest in a tap each."""
    await talk.say("Basile", "/offrir animation d’ateliers")
    await talk.say("Basile", "/profil je suis à Firminy")
    await talk.say("Basile", "/proposer Fiche d’expérience du Pilat https://exemple.org/pilat")
    await talk.press("Basile", "Une ressource")
    await talk.press("Basile", "Envoyer à l’équipe")
    await talk.press("Driss", "Publier", chat=TEAM)
    await talk.say("Driss", TERRITORY, chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: [Ouvrir]
        Bot: Accompagner un territoire : Pilat … une session sur les fondamentaux, compétence attestée
        Bot → Basile: Accompagner un territoire : Pilat [Je suis partant·e]
        Basile: [Je suis partant·e]
        Bot: une session sur les fondamentaux [Oui] [Pas encore]
        Basile: [Pas encore]
        Bot: L’équipe lira aussi … Offre … Fiches d’expérience partagées : « Fiche d’expérience du Pilat » … même intercommunalité [Rien à ajouter]
        Basile: [Rien à ajouter]
        Ada: /appels
        Ada: [Pilat]
        Ada: [Je suis partant·e]
        Ada: [Oui]
        Bot: une fiche d’expérience
        Ada: [Pas encore]
        Bot: Connaissez-vous ce territoire [J’y vis ou j’y travaille] [J’y ai déjà accompagné] [Pas encore]
        Ada: [J’y ai déjà accompagné]
        Ada: Deux ans avec la commune voisine.
        Driss #equipe: /appel
        Driss #equipe: [Pilat]
        Driss #equipe: [Réponses]
        Bot: Basile Fictif (même intercommunalité) : à voir … Ada Exemple (lieu non précisé) : à voir
        Driss #equipe: [Basile Fictif]
        Bot: sans un mot de plus … Session sur les fondamentaux : pas encore • Fiche d’expérience : oui, connue ici • Connaissance du territoire : habite tout près
        """  # noqa: E501
    )


async def test_the_table_is_paged_and_exported(talk: Talk) -> None:
    """Five on a page; a file for whoever likes columns."""
    await answered(talk, "Ada", "Basile", "Chloé")
    await _many_more(talk)
    await show(talk)
    await talk.goes(
        """
        Driss #equipe: [Réponses]
        Bot: Ada Exemple … Page 1 sur 2 [Ada Exemple] [Basile Fictif] [Chloé Modèle]
        Driss #equipe: [Page suivante]
        """
    )
    turned = [one for one in talk.events if one.get("chat") == TEAM and "text" in one][-1]
    assert "Page 2 sur 2" in turned["text"]
    await marked(talk, "Ada Exemple", "En partie")
    await show(talk)
    await talk.press("Driss", "En CSV", chat=TEAM)
    table = talk.received(TEAM)[-1].decode("utf-8-sig")
    assert table.splitlines()[0].count("Critère") == 3
    assert "Ada Exemple" in table
    assert "en partie" in table
    assert len(table.splitlines()) == 7


async def test_what_is_over_is_not_touched_any_more(talk: Talk) -> None:
    """Old buttons do nothing bad; nobody marks what was told."""
    await answered(talk, "Ada")
    await closed(talk)
    await marked(talk, "Ada Exemple", "Oui", "Oui", "En partie")
    card = talk.last(TEAM)["id"]
    await show(talk)
    await talk.press("Driss", "Annoncer le choix", chat=TEAM)
    await talk.press("Driss", "Prévenir tout le monde", chat=TEAM)
    assert (
        "l’équipe a retenu d’autres personnes ou n’a retenu personne" in talk.last("@ada")["text"]
    )
    said = await talk.tap("Driss", "Retenir", card, chat=TEAM)
    assert "déjà" in said[0]
    said = await talk.press("Ada", "Retenir", chat=TEAM, message=card)
    assert "retenu" not in " ".join(said)


async def _many_more(talk: Talk) -> None:
    """Three more answers, of people who wrote once."""
    for number in range(3):
        account = f"@invitee{number}"
        for words in ("/appels",):
            said = {"do": "say", "chat": account, "from": account, "text": words}
            await talk.do({**said, "name": f"Invitée {number}"})
        for choice in ("Animer trois ateliers", "Je suis partant·e", "Rien à ajouter"):
            await talk.do({"do": "press", "chat": account, "from": account, "choice": choice})
    async with talk.stage.app.database.begin() as store:
        count = await store.session.scalar(text("SELECT count(*) FROM call_answers"))
    assert count == 6
