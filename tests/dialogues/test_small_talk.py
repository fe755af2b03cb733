"""Small talk: met kindly, shortly and each in its way; nothing of it reaches the team unasked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_base import BASE, entry, learn, outcomes
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.slow


def to_team(talk: Talk) -> list[dict[str, Any]]:
    """What the team's chat was told."""
    return [one for one in talk.events if one.get("chat") == TEAM]


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """A talk with the small base."""
    await learn(talk)
    return talk


FRENCH = {
    "Bonjour !": "Bonjour",
    "ça va ?": "Tout va bien",
    "merci beaucoup 🙏": "Avec plaisir",
    "au revoir": "À bientôt",
    "désolée": "pas de mal",
    "ok": "Je reste là",
    "oui": "quelle est votre question",
    "non": "Dites-le-moi autrement",
    "mdr": "Un rire",
    "🎉🎉🎉": "Une question",
    "allô ?": "cinq sur cinq",
    "…": "pas bien saisi",
    "raconte-moi une blague": "pas grand-chose à dire",
    "je ne comprends pas": "mal expliqué",
    "aidez-moi": "en une phrase",
    "je veux parler à un humain": "une personne vous lira",
    "je t'aime": "très gentil",
    "je suis triste": "Merci de me le dire",
    "j'en ai marre": "c’est agaçant",
    "t'es nul": "je fais de mon mieux".capitalize(),
    "es-tu un robot ?": "Je suis un robot",
}
ENGLISH = {
    "hello there": "Hello",
    "how are you?": "All is well",
    "thanks a lot": "You are welcome",
    "good bye": "See you soon",
    "sorry": "No harm done",
    "i see": "I am here",
    "yes": "Tell me a little more",
    "not at all": "Put it another way",
    "is anybody there?": "loud and clear",
    "tell me a joke": "little to say",
    "what do you mean?": "explained that badly",
    "can you help me?": "Gladly",
    "i want to talk to a human": "a person will read you",
    "i love you": "very kind",
    "i'm sad": "Thank you for telling me",
    "this is useless": "that is annoying",
    "you are stupid": "I do my best",
    "are you a robot?": "I am a robot",
}


async def test_each_kind_is_met_in_its_way(talk: Talk) -> None:
    """In French and in English, and the team hears of none."""
    for said, answer in {**FRENCH, **ENGLISH}.items():
        told = await talk.say("Ada", said)
        assert len(told) == 1, said
        assert answer in told[0], (said, told)

    assert to_team(talk) == []
    assert await outcomes(talk) == []


async def test_a_greeting_before_a_question_is_a_question(talk: Talk) -> None:
    """The answer comes at once."""
    assert "premier mardi" in (await talk.say("Ada", "Bonjour, c'est quand la permanence ?"))[0]


async def test_whoever_is_angry_may_reach_people(talk: Talk) -> None:
    """In their own words, asked for; the insult itself is not passed on."""
    await talk.goes(
        """
        Ada: espèce de con !
        Bot: Je fais de mon mieux [Écrire à l’équipe]
        Ada: [Écrire à l’équipe]
        Bot: Que voulez-vous dire à l’équipe
        Ada: Personne ne m’a rappelée depuis lundi.
        Bot: J’ai transmis
        Bot → #equipe: Ada Exemple pose une question Personne ne m’a rappelée depuis lundi.
        """
    )

    assert not any("con !" in str(one.get("text")) for one in to_team(talk))


async def test_distress_is_met_gently_and_one_tap_reaches_people(talk: Talk) -> None:
    """Nothing is passed on unasked, nothing is kept."""
    await talk.say("Ada", "Je n'en peux plus, je suis en burn-out.")
    assert "vraies personnes" in talk.last("@ada")["text"]
    assert to_team(talk) == []

    await talk.press("Ada", "Écrire à l’équipe")
    assert "Je n'en peux plus" in talk.last(TEAM)["text"]
    assert await outcomes(talk) == []


async def test_who_is_not_well_may_write_without_a_name(talk: Talk) -> None:
    """The team reads the words, and never whose they are."""
    await talk.say("Ada", "Je n'en peux plus, je suis en burn-out.")
    await talk.press("Ada", "Écrire sans mon nom")

    assert "Je n'en peux plus" in talk.last(TEAM)["text"]
    assert "Ada" not in str(to_team(talk))
    assert "sans dire qui vous êtes" in talk.last("@ada")["text"]


async def test_a_question_inside_distress_is_answered_after_a_kind_word(talk: Talk) -> None:
    """Both were said."""
    said = await talk.say("Ada", "Je n'en peux plus, c'est quand la permanence ?")

    assert said[0].index("vraies personnes") < said[0].index("premier mardi")


@pytest.mark.parametrize("said", ["j'ai envie de mourir", "i want to die"])
async def test_danger_is_answered_with_who_listens_now(talk: Talk, said: str) -> None:
    """The numbers that answer day and night, before the team that does not."""
    await talk.say("Ada", said)
    told = talk.last("@ada")

    assert all(number in told["text"] for number in ("3114", "15", "112"))
    assert len(told["choices"]) == 2
    assert to_team(talk) == []


async def test_a_group_is_met_too_when_it_calls(talk: Talk) -> None:
    """And is left alone when people thank each other."""
    await talk.do({"do": "join", "chat": "#quartier", "from": "@ada"})
    before = len(talk.events)
    await talk.say("Ada", "merci beaucoup", chat="#quartier")
    assert len(talk.events) == before

    assert "Avec plaisir" in (await talk.say("Ada", "@bot merci !", chat="#quartier"))[0]


async def test_a_number_is_looked_up_before_it_is_noise(talk: Talk) -> None:
    """A department or a share may be what an entry is asked with; any other troubles nobody."""
    numbers = entry("ain", "Qui agit dans le 01 ?", "01", "1%", body="Personne de réel.")
    await learn(talk, [*BASE, numbers])
    for said in ("01", "1%"):
        assert "Personne de réel" in (await talk.say("Basile", said))[0]
        await talk.do({"do": "clock", "by": "PT2M"})

    for said in ("42", "qsdfgh", "et"):
        assert "pas bien saisi" in (await talk.say("Basile", said))[0]
    assert to_team(talk) == []
