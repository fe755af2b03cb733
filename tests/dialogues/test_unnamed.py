"""Anonymous questions, and personal data in a question: what the team is never shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.dialogues.test_handed_over import card, now
from tests.talk import TEAM, Talk, talk_on

GROUP = "#quartier"


def seen_by_the_team(talk: Talk) -> str:
    """Everything that was ever drawn in the team's chat."""
    return json.dumps([one for one in talk.events if one.get("chat") == TEAM], ensure_ascii=False)


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_the_team_never_learns_who_asks_anonymously(
    tmp_path: Path, asking: str, team: str
) -> None:
    """Not on the card, in a receipt, in what is added, edited or withdrawn, nor in the log."""
    async with talk_on(team, tmp_path) as talk:
        at = {"platform": asking}
        said = await talk.say("Ada", "/anonyme Où est le zorglub ?", **at, **{"as": "q"})
        assert "sans dire qui vous êtes" in said[0]
        assert "Une personne qui préfère rester anonyme pose une question" in await card(talk)
        await talk.do({"do": "edit", "message": "q", "text": "/anonyme Où est le zorglub bleu ?"})
        assert "\nOù est le zorglub bleu" in await card(talk)
        await talk.say("Ada", "Le petit.", **at, reply_to=talk.last("@ada")["id"])
        await talk.restart()
        await talk.say("Driss", "/file", chat=TEAM)
        asked = talk.last(TEAM)["id"]
        receipt = await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=asked)
        assert receipt == ["C’est transmis à la personne.", *receipt[1:]]
        assert "Derrière la gare." in talk.last("@ada")["text"]
        await talk.say("Ada", "Et le grand ?", **at, reply_to=talk.last("@ada")["id"])
        assert "La personne anonyme ajoute" in talk.last(TEAM)["text"]
        await talk.tap("Driss", "Je m’en occupe", asked, chat=TEAM)
        await talk.do({"do": "clock", "by": "P3D"})
        await talk.say("Driss", "Vendu.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
        await talk.tap("Driss", "Ajouter à la base", asked, chat=TEAM)
        await talk.press("Driss", "Publier", chat=TEAM)
        await talk.do({"do": "delete", "message": "q"})
        await talk.say("Driss", "/journal", chat=TEAM)

        told = seen_by_the_team(talk)
        assert "zorglub" in told
        assert [name for name in ("Ada", "ada", "Exemple") if name in told] == []
        assert "ada" not in json.dumps(await talk.dump("audit"))


async def test_a_name_is_hidden_in_private_only(talk: Talk) -> None:
    """In a group everybody has read who asks."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    assert "en privé" in (await talk.say("Ada", "/anonymous Who?", chat=GROUP))[0]
    said = await talk.say("Ada", "/anonyme")
    assert "sans savoir qui la pose" in said[0]
    assert "sans dire qui vous êtes" in (await talk.say("Ada", "Où est le zorglub ?"))[0]


async def test_a_name_may_be_taken_off_later(talk: Talk) -> None:
    """It is said honestly that it may have been read."""
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Bot: J’ai transmis … Au bout de 2 jours sans réponse [Cacher mon nom]
        Ada: [Cacher mon nom]
        Bot: L’équipe a pu le lire avant
        Bot → #equipe: Une personne qui préfère rester anonyme pose … zorglub [Répondre]
        """
    )
    assert "Ada" not in await card(talk)


async def test_a_name_taken_off_is_on_no_card_any_more(talk: Talk) -> None:
    """Nor on the one that gave way, nor beside it once the words changed."""
    await talk.say("Ada", "Où est le zorglub ?", **{"as": "q"})
    handed = talk.last("@ada")["id"]
    first = talk.last(TEAM)["id"]
    await talk.do({"do": "edit", "message": "q", "text": "Où est le zorglub bleu ?"})
    told = talk.last(TEAM)
    assert "La question a changé" in told["text"]
    await talk.say("Driss", "/file", chat=TEAM)

    await talk.tap("Ada", "Cacher mon nom", handed)

    for message in (first, told["id"], talk.last(TEAM)["id"]):
        assert "Ada" not in now(talk, message)


async def test_personal_data_is_shown_to_the_asker_before_anybody_reads_it(talk: Talk) -> None:
    """Masked, sent as it is, or not sent: the asker decides."""
    await talk.goes(
        """
        Ada: Le zorglub est pour moi, 06 12 34 56 78 ou ada@exemple.org ?
        Bot: un numéro de téléphone et une adresse e-mail [Masquer et envoyer] [Envoyer tel quel]
        Ada: [Masquer et envoyer]
        Bot: J’ai transmis votre question
        Bot → #equipe: Le zorglub est pour moi, ••• ou ••• ? [Répondre]
        """
    )
    assert "06 12" not in seen_by_the_team(talk)
    assert "exemple.org" not in seen_by_the_team(talk)

    await talk.goes(
        """
        Chloé: Qui appelle le 06 98 76 54 32 ?
        Chloé: [Annuler]
        Bot: rien n’est parti
        Driss #equipe: /file
        Bot: Une chose attend
        Chloé: Mon zorglub doit être livré au 3 avenue Jean Modèle
        Chloé: [Envoyer tel quel]
        Bot → #equipe: 3 avenue Jean Modèle [Répondre]
        """
    )


async def test_masked_questions_stay_unnamed_and_are_answered_where_they_were_asked(
    talk: Talk,
) -> None:
    """The warning in between changes neither."""
    await talk.say("Ada", "/anonyme Qui vit 12 rue des Lilas ?", lang="en")
    assert "a postal address" in talk.last("@ada")["text"]
    await talk.press("Ada", "Mask it and send")
    assert "Une personne qui préfère rester anonyme" in await card(talk)

    await talk.do({"do": "join", "chat": GROUP, "from": "@chloe"})
    await talk.say("Chloé", "/question zorglub 0612345678 ?", chat=GROUP, **{"as": "q"})
    refused = await talk.press("Ada", "Envoyer tel quel", chat=GROUP)
    assert "quelqu’un d’autre" in refused[-1]
    await talk.press("Chloé", "Masquer et envoyer", chat=GROUP)
    await talk.say("Driss", "Ici.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert talk.last(GROUP)["reply_to"] == "q"


async def test_what_is_added_or_edited_is_looked_at_too(talk: Talk) -> None:
    """A number in a second message is as personal as in the first."""
    await talk.say("Ada", "Où est le zorglub ?", **{"as": "q"})
    sent = talk.last("@ada")["id"]
    warned = await talk.say("Ada", "Rappelez-moi au 06 12 34 56 78", reply_to=sent)
    assert "un numéro de téléphone" in warned[0]
    await talk.press("Ada", "Masquer et envoyer")
    assert "Rappelez-moi au •••" in talk.last(TEAM)["text"]

    await talk.do({"do": "edit", "message": "q", "text": "Où est le zorglub ? 06 12 34 56 78"})
    assert "Où est le zorglub ? •••" in talk.last(TEAM)["text"]
    assert "06 12" not in seen_by_the_team(talk)
