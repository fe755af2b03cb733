"""Every answer feeds the base: one tap makes it an entry, which the team reads before all do."""

from __future__ import annotations

from datetime import date

from tests.dialogues.test_handed_over import card
from tests.talk import TEAM, Talk

ANSWER = "Bonjour Ada,\nDerrière la gare, demandez à Driss.\nBien à vous,\nDriss"


async def answered(talk: Talk) -> None:
    """Ada asked, Driss answered with names and courtesies."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    await talk.say("Ada", "Bonjour, où est le zorglub ? Merci d’avance, Ada")
    await talk.say("Driss", ANSWER, chat=TEAM, reply_to=talk.last(TEAM)["id"])


async def test_an_answer_becomes_an_entry_that_answers_the_next(talk: Talk) -> None:
    """Without the people, with the team as its source, and to be looked at in a year."""
    await answered(talk)
    await talk.goes(
        """
        Driss #equipe: [Ajouter à la base]
        Bot: À relire … Où est le zorglub ? Derrière la gare, demandez à [Publier]
        Driss #equipe: [Publier]
        Bot: C’est dans la base : Où est le zorglub ?
        Bot: Répondue par Driss … Dans la base : Où est le zorglub ? [Rouvrir]
        Chloé: où est le zorglub
        Bot: Où est le zorglub ? Derrière la gare … Source : Réponse de l’équipe.
        """
    )

    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        entry = list(await store.knowledge.entries())[-1]
    assert (entry.key, entry.review_on) == ("ou-est-le-zorglub", date(2027, 1, 5))
    assert (entry.title, entry.wordings) == ("Où est le zorglub ?", ())
    acts = [(row["act"], row["on"]) for row in await talk.dump("audit")]
    assert acts[-1] == ("publish", f"entry:{entry.id}")
    assert "a publié" in (await talk.say("Driss", "/journal", chat=TEAM))[0]


async def test_title_and_answer_may_be_changed_first(talk: Talk) -> None:
    """Each by typing it anew; what is published is what was read last."""
    await answered(talk)
    await talk.goes(
        """
        Driss #equipe: [Ajouter à la base]
        Driss #equipe: [Modifier le titre]
        Bot: Écrivez le titre
        Driss #equipe: Où se trouve le zorglub ?
        Bot: À relire … Où se trouve le zorglub ? Derrière la gare [Publier]
        Driss #equipe: [Modifier la réponse]
        Bot: Écrivez la réponse
        Driss #equipe: Derrière la gare.\\nDemandez à l’accueil.
        Bot: À relire … Où se trouve le zorglub ? Derrière la gare. Demandez à l’accueil. [Publier]
        Driss #equipe: [Publier]
        Bot: C’est dans la base : Où se trouve le zorglub ?
        """
    )

    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        entry = list(await store.knowledge.entries())[-1]
    assert entry.wordings == ("Où est le zorglub ?",), "the words that a real person used"


async def test_a_draft_may_be_dropped_and_made_again(talk: Talk) -> None:
    """The card keeps its button."""
    await answered(talk)
    await talk.goes(
        """
        Driss #equipe: [Ajouter à la base]
        Driss #equipe: [Annuler]
        Bot: rien n’est publié
        """
    )
    cards = [one["id"] for one in talk.events if "pose une question" in one.get("text", "")]
    await talk.tap("Driss", "Ajouter à la base", cards[0], chat=TEAM)
    assert "À relire" in talk.last(TEAM)["text"]


async def test_an_answer_enters_the_base_once(talk: Talk) -> None:
    """Two people read two drafts: the second learns that it is there."""
    await answered(talk)
    for who in ("Driss", "Chloé"):
        cards = [one["id"] for one in talk.events if "pose une question" in one.get("text", "")]
        await talk.tap(who, "Ajouter à la base", cards[0], chat=TEAM)
    drafts = [one["id"] for one in talk.events if "À relire" in one.get("text", "")]
    await talk.tap("Driss", "Publier", drafts[0], chat=TEAM)

    said = await talk.tap("Chloé", "Publier", drafts[1], chat=TEAM)
    assert "déjà dans la base" in said[-1]
    assert "Dans la base" in await card(talk)


async def test_a_title_that_is_too_long_is_asked_again(talk: Talk) -> None:
    """The draft is not lost."""
    await answered(talk)
    await talk.press("Driss", "Ajouter à la base", chat=TEAM)
    await talk.press("Driss", "Modifier le titre", chat=TEAM)
    said = await talk.say("Driss", "zorglub " * 30, chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert "200 caractères au plus" in said[0]
    assert "Écrivez le titre" in said[0]
