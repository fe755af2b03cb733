"""Words that reply to nothing reach nobody by themselves where somebody may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.supports import kept, sent, standing, to
from tests.talk import TEAM, Talk

slow = pytest.mark.slow

ADDED = "et aussi le glorbul ne vient plus aux réunions"


async def _of_team(talk: Talk) -> str:
    return "\n".join(await to(talk, TEAM))


async def test_further_words_of_who_stays_unnamed_are_offered_as_an_addition(talk: Talk) -> None:
    """Nothing leaves before a tap, and then without a name."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    await talk.goes(
        f"""
        Ada: {ADDED}
        Bot: de soutien, sans votre nom [Ajouter à ma demande] [C’est une question] [Rien]
        """
    )
    assert "glorbul" not in await _of_team(talk)
    await talk.press("Ada", "Ajouter à ma demande")
    assert "La personne ajoute" in (said := await _of_team(talk))
    assert "glorbul" in said
    assert "Ada" not in said
    assert "C’est transmis à l’équipe" in standing(talk, "@ada")[-1]


async def test_an_answer_to_the_team_is_offered_too(talk: Talk) -> None:
    """ "Oui demain 14h" is no question, and a bare "oui" is an answer."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    await talk.say("Driss", "On s’appelle demain ?", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    for words in ("oui demain 14h", "oui"):
        await talk.goes(
            f"""
            Ada: {words}
            Bot: à votre demande de soutien, sans votre nom [Ajouter à ma demande]
            """
        )
    assert "14h" not in await _of_team(talk)


async def test_who_is_not_well_hears_it_first_and_is_not_led_to_a_named_question(
    talk: Talk,
) -> None:
    """Also where their words would be a way to another request."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    await talk.goes(
        """
        Ada: je veux en finir
        Bot: 3114 … à votre demande de soutien, sans votre nom [Ajouter à ma demande]
        Ada: je suis triste
        Bot: Merci de me le dire … sans votre nom [Ajouter à ma demande]
        Ada: notre équipe est épuisée
        Bot: à votre demande de soutien, sans votre nom [Ajouter à ma demande]
        Ada: merci
        Bot: Avec plaisir
        """
    )
    assert "épuisée" not in await _of_team(talk)


async def test_what_is_said_to_nobody_is_kept_nowhere(talk: Talk) -> None:
    """Not even on the message that asked."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    await talk.say("Ada", ADDED)
    await talk.press("Ada", "Rien")
    assert await kept(talk, "glorbul") == []
    assert "glorbul" not in await _of_team(talk)


async def test_a_question_is_asked_without_the_name_that_the_request_hides(talk: Talk) -> None:
    """And answered by the base where it knows."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    await talk.goes(
        """
        Ada: Qui a la clé du glorbul de Firminy ?
        Bot: sans votre nom [Ajouter à ma demande] [C’est une question]
        Ada: [C’est une question]
        Bot → #equipe: glorbul
        """
    )
    assert "Ada" not in await _of_team(talk)
    await talk.goes(
        """
        Ada: Comment adhérer à la fabrique ?
        Bot: sans votre nom [Ajouter à ma demande] [C’est une question]
        Ada: [C’est une question]
        Bot: … [👍 C’est ça]
        """
    )


async def test_a_request_with_a_name_asks_the_same(talk: Talk) -> None:
    """Its question bears the name, as any other."""
    await sent(talk, "Ada")
    await talk.goes(
        """
        Ada: Qui a la clé du glorbul de Firminy ?
        Bot: à votre demande de soutien [Ajouter à ma demande] [C’est une question] [Rien]
        Ada: [C’est une question]
        Bot → #equipe: Ada Exemple … glorbul
        """
    )


async def test_all_that_was_added_is_erased_with_the_request(talk: Talk) -> None:
    """Also what was only offered to be added."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    await talk.say("Ada", ADDED)
    await talk.press("Ada", "Ajouter à ma demande")
    await talk.say("Ada", "et le glorbul du mardi non plus")
    await talk.goes(
        """
        Ada: /soutien
        Bot: Vos demandes [C’est fini pour moi] [Tout effacer]
        Ada: [Tout effacer]
        Ada: [Oui, tout effacer]
        Bot: Il ne reste ni vos mots ni votre nom
        """
    )
    assert await kept(talk, "glorbul") == []
    assert [one for one in standing(talk, TEAM) if "glorbul" in one] == []


async def test_words_under_a_picture_are_offered_too(talk: Talk, tmp_path: Path) -> None:
    """They are words like any other."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    (tmp_path / "mur.png").write_bytes(b"\x89PNG fictif")
    shown = {"do": "send_file", "chat": "@ada", "from": "@ada", "name": "mur.png"}
    shown |= {"path": str(tmp_path / "mur.png")}
    await talk.do(shown | {"kind": "photo", "caption": "voici le glorbul du bureau"})
    assert "glorbul" not in await _of_team(talk)
    assert "sans votre nom" in standing(talk, "@ada")[-1]


async def test_a_voice_message_leads_to_the_request_without_a_name(talk: Talk) -> None:
    """What cannot be heard is written, and goes where the request went."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    voice = {"do": "send_file", "chat": "@ada", "from": "@ada", "name": "mot.ogg", "kind": "voice"}
    await talk.do(voice | {"path": __file__})
    await talk.goes(
        """
        Ada: [Écrire encore à l’équipe]
        Bot: Que voulez-vous ajouter
        Ada: le glorbul est parti
        Bot → #equipe: La personne ajoute … glorbul
        """
    )
    assert "Ada" not in await _of_team(talk)


async def test_commands_and_notes_of_time_go_their_way(talk: Talk) -> None:
    """Whoever says what they want is not asked."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    await talk.say("Basile", "bonjour")
    await talk.goes(
        """
        Ada: /question Comment adhérer à la fabrique ?
        Bot: … [👍 C’est ça]
        Ada: j’ai aidé Basile Fictif 2h pour son jardin
        Bot: Basile Fictif
        Ada: /besoins
        Bot: Vous ne cherchez rien
        """
    )


@slow
async def test_once_it_is_over_words_are_questions_again(talk: Talk) -> None:
    """As for anybody."""
    await sent(talk, "Ada")
    await talk.press("Ada", "C’est fini pour moi")
    await talk.press("Ada", "Ça va mieux")
    await talk.goes(
        """
        Ada: Qui a la clé du glorbul de Firminy ?
        Bot → #equipe: glorbul
        """
    )


@slow
async def test_it_is_offered_in_english(talk: Talk) -> None:
    """The same way."""
    await talk.say("Ada", "/langue English")
    await sent(
        talk,
        "Ada",
        "Our zorglub is worn out.",
        share="The team, without my name",
        urgency="Yes, it can wait",
        send="Send to the team",
    )
    await talk.goes(
        """
        Ada: and nobody sleeps any more
        Bot: support, without your name? [Add to my request] [It is a question] [Nothing]
        Ada: [Nothing]
        Bot: These words go to nobody
        """
    )
