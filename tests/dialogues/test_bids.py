"""Answering a funding call together: begun in one line, joined in a tap, reminded, ended."""

from __future__ import annotations

from tests.talk import Talk

GROUP = "#quartier"
LINE = "/appel financement Fondation Exemple, avant le 15 mars, https://exemple.org/reglement"


async def test_one_line_begins_it_and_others_join_from_the_list(talk: Talk) -> None:
    """Somebody takes the pen and hands it over; the end is told to those who are in."""
    await talk.goes(
        """
        Chloé: /appel financement Fondation Exemple, avant le 15 mars, https://exemple.org/reglement
        Bot: Répondre ensemble : Fondation Exemple À déposer au plus tard le dimanche 15 mars En est : Chloé Modèle Qui prend la plume … https://exemple.org/reglement [J’en suis] [Je n’en suis plus] [Je prends la plume]
        Bot: Les autres allié·es le voient
        Basile: /appels
        Bot: On y répond ensemble • Fondation Exemple (à déposer le dimanche 15 mars) [Fondation Exemple]
        Basile: [Fondation Exemple]
        Basile: [Je prends la plume]
        Bot: Touchez d’abord
        Basile: [J’en suis]
        Bot: Vous en êtes !
        Bot → Chloé: En sont : Chloé Modèle et Basile Fictif
        Basile: [Je prends la plume]
        Bot: Vous tenez la plume
        Chloé: [Passer la plume]
        Bot: Seule la personne qui tient la plume
        Basile: [Passer la plume]
        Bot: À qui [Chloé Modèle]
        Basile: [Chloé Modèle]
        Bot → Chloé: Basile Fictif vous passe la plume
        """  # noqa: E501
    )
    card = _cards(talk, "@chloe")[-1]
    said = await talk.tap("Basile", "Déposé", _cards(talk, "@basile")[-1])
    assert "qui a commencé, ou qui tient la plume" in said[0]
    await talk.tap("Chloé", "Déposé", card)
    assert "est déposé, dit Chloé Modèle" in talk.last("@basile")["text"]
    await talk.goes(
        """
        Ada: /appels
        Bot: Aucun appel n’est ouvert
        """
    )
    assert "On y répond" not in str(talk.last("@ada")["text"])


async def test_reminders_come_halfway_and_before_the_end_once(talk: Talk) -> None:
    """The day they set themselves takes the place of the half; restarts change nothing."""
    await talk.say("Chloé", LINE)
    card = _cards(talk, "@chloe")[-1]
    await talk.tap("Chloé", "Première version pour…", card)
    await talk.goes(
        """
        Chloé: 20 mars
        Bot: un jour entre demain et la veille du dimanche 15 mars
        Chloé: 1er février
        Bot: une première version de « Fondation Exemple » pour le dimanche 1er février
        """
    )
    await talk.do({"do": "clock", "to": "2026-02-01T09:30:00+01:00"})
    await talk.restart()
    await talk.do({"do": "clock", "by": "PT1H"})
    assert len(_told(talk, "Où en est")) == 1
    await talk.do({"do": "clock", "to": "2026-03-12T09:30:00+01:00"})
    assert len(_told(talk, "à déposer bientôt")) == 1
    await talk.do({"do": "clock", "to": "2026-03-16T09:30:00+01:00"})
    await talk.restart()
    await talk.goes(
        """
        Chloé: [Abandonné]
        Bot: « Fondation Exemple » est abandonné
        """
    )
    await talk.do({"do": "clock", "by": "P30D"})
    assert len(_told(talk, "Fondation Exemple » était à déposer")) == 1


async def test_in_a_group_a_tap_is_enough(talk: Talk) -> None:
    """The card follows; pressed twice it counts once, and one may leave."""
    await talk.say("Ada", "/debut")
    await talk.say("Basile", "/debut")
    await talk.say("Ada", LINE, chat=GROUP)
    card = str(talk.last(GROUP)["id"])
    assert "Vous en êtes" in (await talk.press("Basile", "J’en suis", chat=GROUP, message=card))[0]
    assert "déjà" in (await talk.press("Basile", "J’en suis", chat=GROUP, message=card))[0]
    assert "Ada Exemple et Basile Fictif" in _drawn(talk, card)
    await talk.press("Basile", "Je prends la plume", chat=GROUP, message=card)
    assert "Tient la plume : Basile Fictif" in _drawn(talk, card)
    await talk.press("Basile", "Je n’en suis plus", chat=GROUP, message=card)
    assert "En est : Ada Exemple Qui prend la plume" in _drawn(talk, card)
    said = await talk.do(
        {"do": "press", "chat": GROUP, "from": "@invitee", "choice": "J’en suis", "message": card}
    )
    assert "écrivez-moi en privé" in " ".join(str(one.get("text")) for one in said)
    await talk.tap("Ada", "Abandonné", card, chat=GROUP)
    assert "C’est abandonné" in _drawn(talk, card)
    said = await talk.do(
        {"do": "press", "chat": GROUP, "from": "@basile", "choice": 0, "message": card}
    )
    assert "Vous en êtes" not in str(said)


async def test_what_is_missing_is_asked(talk: Talk) -> None:
    """A title, a day ahead; a link is one."""
    await talk.goes(
        """
        Ada: /appel financement
        Bot: Quel financement demandons-nous
        Ada: Fondation Exemple
        Bot: Jusqu’à quel jour
        Ada: hier
        Bot: C’est trop tard
        Ada: un de ces jours
        Bot: Je n’ai pas compris le jour
        Ada: 15 mars
        Bot: Répondre ensemble : Fondation Exemple
        """
    )
    await talk.tap("Ada", "Ajouter un lien", _cards(talk, "@ada")[-1])
    await talk.goes(
        """
        Ada: le règlement
        Bot: une adresse qui commence par https://
        Ada: https://exemple.org/reglement
        Bot: Le lien est gardé
        """
    )
    said = await talk.say("Ada", "/appel financement Fondation Exemple, avant le 15 mars 2020")
    assert "C’est trop tard" in said[0]


async def test_it_goes_in_english(talk: Talk) -> None:
    """With the same gestures."""
    await talk.goes(
        """
        Ada: /language en
        Ada: /call funding Example Foundation, by 15 March
        Bot: Answering together: Example Foundation To be handed in by Sunday 15 March In: Ada Exemple Who will write it? [I am in] [I am out] [I will write it]
        Ada: /calls
        Bot: Answered together • Example Foundation
        """  # noqa: E501
    )


def _cards(talk: Talk, chat: str) -> list[str]:
    """The messages of a chat that carry what one can do."""
    heard = [one for one in talk.events if one.get("chat") == chat and one["event"] == "message"]
    return [str(one["id"]) for one in heard if "J’en suis" in one.get("choices", [])]


def _told(talk: Talk, words: str) -> list[str]:
    """Messages to Chloé that say something."""
    heard = [one for one in talk.events if one.get("chat") == "@chloe"]
    told = (" ".join(one["text"].split()) for one in heard if one["event"] == "message")
    return [one for one in told if words in one]


def _drawn(talk: Talk, message: str) -> str:
    """What a message says now."""
    shown = [one for one in talk.events if one.get("id") == message and "text" in one]
    return " ".join(shown[-1]["text"].split())
