"""Resources: proposed in one message, checked by the team, found by everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library import Library
from bot.skill_shelf import SkillShelf
from bot.surroundings import Look, desk_for
from chat.transport import Act, Heard, Place, Speaker
from handlers.resources import lines_for
from tests.talk import PEOPLE, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

LINK = "https://example.org/guide"
SHARED = f"{LINK} guide de la facilitation, méthode"


async def shared(talk: Talk, text: str = SHARED) -> None:
    """A resource that Ada proposed and Driss published."""
    await talk.say("Ada", f"/proposer {text}")
    await talk.press("Ada", "Une ressource")
    await talk.press("Ada", "Envoyer à l’équipe")
    await talk.press("Driss", "Publier", chat=TEAM)


async def test_a_resource_goes_through_the_team_to_everybody(talk: Talk) -> None:
    """One message is enough, and its proposer is told."""
    await talk.goes(
        f"""
        Ada: /proposer {SHARED}
        Bot: une ressource à partager ? [Un événement] [Une nouvelle] [Une ressource]
        Ada: [Une ressource]
        Bot: guide de la facilitation … Méthode — méthode … Est-ce bien cela ? … [Envoyer à l’équipe] [Changer le titre] [Annuler]
        Ada: [Envoyer à l’équipe]
        Bot: L’équipe va regarder cette ressource
        Bot → #equipe: Ada Exemple propose une ressource guide de la facilitation [Publier] [Refuser] [Modifier le titre]
        Basile: /ressources facilitation
        Bot: Je n’ai rien trouvé pour
        Driss #equipe: [Publier]
        Bot → Ada: Bonne nouvelle … guide de la facilitation
        Basile: /ressources méthodes
        Bot: Ressources pour … guide de la facilitation … partagé par Ada Exemple
        """  # noqa: E501 - a dialogue has one line for what is said at once
    )
    assert f'href="{LINK}"' in talk.last("@basile")["html"]
    acts = [(row["act"], row["by"], row["on"]) for row in await talk.dump("audit")]
    assert acts == [("approved", "@driss", "resource:1")]


async def test_a_bare_link_is_asked_for_its_title(talk: Talk) -> None:
    """It may be a calendar too."""
    await talk.goes(
        f"""
        Ada: /proposer {LINK}
        Bot: Qu’y a-t-il derrière ce lien ? [Une ressource] [Un agenda en ligne]
        Ada: [Une ressource]
        Bot: Comment s’appelle-t-elle
        Ada: Vidéo sur les communs
        Bot: Vidéo sur les communs … Vidéo … Est-ce bien cela
        Ada: [Changer le titre]
        Bot: Comment s’appelle-t-elle
        Ada: Les communs
        Bot: Les communs … Est-ce bien cela
        Ada: [Annuler]
        Bot: Rien n’a été noté
        """
    )
    assert [one for one in talk.events if one.get("chat") == TEAM] == []


async def test_words_without_a_link_are_asked_for_it(talk: Talk) -> None:
    """They are its title."""
    await talk.goes(
        f"""
        Ada: /proposer Les communs
        Ada: [Une ressource]
        Bot: Quelle est son adresse
        Ada: http://192.168.1.1/partage
        Bot: Ce lien mène à un réseau privé … Quelle est son adresse
        Ada: javascript:alert(1)
        Bot: des liens vers des pages … Quelle est son adresse
        Ada: {LINK}
        Bot: Les communs … Est-ce bien cela
        """
    )


async def test_a_link_that_leads_nowhere_good_is_refused_kindly(talk: Talk) -> None:
    """Whatever its words; nothing reaches the team."""
    for link in ("https://localhost/a", "https://ada:x@example.org/", LINK + "a" * 1900):
        await talk.say("Ada", f"/proposer {link} guide")
        said = await talk.press("Ada", "Une ressource")
        assert "lien" in said[-1]
    assert [one for one in talk.events if one.get("chat") == TEAM] == []


async def test_a_known_link_is_recognised(talk: Talk) -> None:
    """While it waits, and once it is published."""
    again = "http://www.example.org/guide/?utm_source=lettre un autre titre"
    await talk.say("Ada", f"/proposer {SHARED}")
    await talk.press("Ada", "Une ressource")
    await talk.press("Ada", "Envoyer à l’équipe")
    await talk.say("Basile", f"/proposer {again}")
    assert "est déjà proposé" in (await talk.press("Basile", "Une ressource"))[-1]
    await talk.press("Driss", "Publier", chat=TEAM)
    await talk.say("Basile", f"/proposer {again}")
    assert "est déjà dans les ressources" in (await talk.press("Basile", "Une ressource"))[-1]


async def test_the_team_changes_a_title_or_refuses(talk: Talk) -> None:
    """In the queue until somebody decides, once."""
    await talk.say("Ada", f"/proposer {SHARED}")
    await talk.press("Ada", "Une ressource")
    await talk.goes(
        """
        Ada: [Envoyer à l’équipe]
        Driss #equipe: [Modifier le titre]
        Bot: Quel est le nouveau titre
        Driss #equipe: Animer une réunion <à plusieurs>
        Bot: Ada Exemple propose une ressource Animer une réunion <à plusieurs> [Publier] [Refuser]
        Driss #equipe: /file
        Bot: Une chose attend
        Bot: Animer une réunion <à plusieurs> [Publier] [Refuser] [Modifier le titre]
        Driss #equipe: [Refuser]
        Bot → Ada: n’a pas été retenu
        Driss #equipe: /file
        Bot: Plus rien n’attend
        Basile: /ressources
        Bot: Personne n’a encore partagé
        """
    )


async def test_only_the_team_decides(talk: Talk) -> None:
    """Whoever left its chat does not."""
    await talk.say("Ada", f"/proposer {SHARED}")
    await talk.press("Ada", "Une ressource")
    await talk.press("Ada", "Envoyer à l’équipe")
    await talk.do({"do": "rank", "chat": TEAM, "from": "@driss", "as": "gone"})
    assert "réservé à l’équipe" in (await talk.press("Driss", "Publier", chat=TEAM))[-1]


async def test_the_newest_are_listed_without_words(talk: Talk) -> None:
    """Eight of them, and how many more."""
    for number in range(10):
        await shared(talk, f"{LINK}{number} Guide numéro {number}")
    said = (await talk.say("Basile", "/ressources"))[-1]
    assert "Les dernières ressources" in said
    assert said.index("Guide numéro 9") < said.index("Guide numéro 2")
    assert "Guide numéro 1" not in said
    assert "… et 2 autres" in said


async def test_what_goes_further_than_an_answer(talk: Talk) -> None:
    """Two at most that share a telling word; none rather than a wrong one."""
    await shared(talk)
    app, now = talk.stage.app, talk.stage.clock.now()
    place = Place(talk.stage.platform, "@ada", private=True)
    heard = Heard("x", Act.SAID, place, Speaker("@ada", "Ada Exemple"), now)
    async with app.database.begin(talk.stage.fabrique.id) as store:
        desk = await desk_for(
            store, heard, Look(), now=now, token=str, library=Library(), skills=SkillShelf()
        )
        entry = (await store.knowledge.entries())[0]
        found = await lines_for(desk, entry, "Comment se former à la facilitation ?")
        assert len(found.items) == 1
        assert "guide de la facilitation" in str(found.items[0])
        assert (await lines_for(desk, entry, "C’est où ?")).items == ()


async def test_an_english_reader_proposes_and_finds_in_english(talk: Talk) -> None:
    """The title stays as its proposer wrote it."""
    await talk.say("Ada", f"/propose {SHARED}", lang="en")
    assert "a resource to share" in talk.last("@ada")["text"]
    await talk.press("Ada", "A resource")
    assert talk.last("@ada")["choices"] == ["Send to the team", "Change the title", "Cancel"]
    await talk.press("Ada", "Send to the team")
    await talk.press("Driss", "Publier", chat=TEAM)
    assert "among the shared resources" in talk.last("@ada")["text"]
    assert "shared by Ada Exemple" in (await talk.say("Ada", "/resources guide"))[-1]


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_a_proposer_is_told_on_the_platform_they_use(
    tmp_path: Path, asking: str, team: str
) -> None:
    """Wherever the team is."""
    async with talk_on(team, tmp_path) as talk:
        account, name = PEOPLE["Ada"]
        said = {"do": "say", "chat": account, "from": account, "name": name, "platform": asking}
        await talk.do(said | {"text": f"/proposer {SHARED}"})
        for label in ("Une ressource", "Envoyer à l’équipe"):
            await talk.press("Ada", label, platform=asking)
        await talk.press("Driss", "Publier", chat=TEAM)
        assert talk.last(account)["platform"] == asking
        assert "Bonne nouvelle" in talk.last(account)["text"]
