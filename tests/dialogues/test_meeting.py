"""The monthly meeting: people come in one tap, from anywhere, and the link stays with them."""

from __future__ import annotations

import pytest

from bot.library import Library
from bot.preparation import prepare
from bot.settings import Settings
from bot.skill_shelf import SkillShelf
from bot.surroundings import Look, desk_for
from chat.transport import Act, Heard, Place, Speaker
from handlers.meetings import next_meeting_words, says_not_to_come, says_to_come
from locales import Languages
from tests.dialogues.meetings import LINK, SECRET, files, heard_by, settled, to
from tests.talk import TEAM, Talk

GROUP = "#quartier"


async def test_one_tap_signs_up_and_one_takes_it_back(talk: Talk) -> None:
    """The day in full, what comes after, and a way out."""
    await talk.goes(
        """
        Ada: /permanence
        Bot: mardi 6 janvier, heure à confirmer … Ensuite : mardi 3 février et mardi 3 mars
        Ada: [Je viens]
        Bot: C’est noté … Vous êtes inscrit·e … pas encore connu [Apporter une question]
        Ada: [Je ne viens plus]
        Bot: vous n’êtes plus inscrit·e … Les inscriptions sont ouvertes [Je viens]
        """
    )


async def test_signing_up_twice_is_signing_up_once(talk: Talk) -> None:
    """In words or by an old button; the team sees one name."""
    await talk.say("Ada", "/permanence")
    old = talk.last("@ada")["id"]
    await talk.say("Ada", "Je viens à la permanence !")
    assert "C’était déjà noté" in (await talk.press("Ada", "Je viens", message=old))[0]
    assert "plus valable" in (await talk.press("Ada", "Je viens", message=old))[0]

    said = await talk.say("Driss", "/permanence", chat=TEAM)

    assert "Une inscription : Ada Exemple." in said[0].replace("\u202f", " ")


async def test_plain_sentences_sign_up_and_off_in_english_too(talk: Talk) -> None:
    """As one would say it to a person."""
    said = await talk.say("Ada", "I'd like to sign up for the next permanence, please", lang="en")
    assert "You are signed up" in said[0]
    assert "no longer" in (await talk.say("Ada", "I'm not coming to the permanence"))[0]
    assert "not signed up" in (await talk.say("Ada", "cancel my sign-up for the permanence"))[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "je m'inscris à la permanence",
        "Bonjour, je viendrai à la prochaine permanence.",
        "je voudrais participer à la permanence de janvier svp",
        "Inscrivez-moi à la perm",
        "please sign me up for the permanence",
        "I'm coming to the permanence",
    ],
)
def test_a_sentence_that_says_it_signs_up(sentence: str) -> None:
    """Politely or not."""
    assert says_to_come(sentence)
    assert not says_not_to_come(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "désinscrivez-moi de la permanence",
        "Je ne viens plus à la permanence",
        "je viens pas à la perm",
        "je ne pourrai pas venir à la permanence, merci",
        "I can't attend the permanence",
    ],
)
def test_a_sentence_that_says_the_contrary_signs_off(sentence: str) -> None:
    """Nothing of it signs up."""
    assert says_not_to_come(sentence)
    assert not says_to_come(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "je viens de la permanence",
        "je viens de la permanence et j'ai une question",
        "I'm coming from the permanence",
        "je peux venir à la permanence",
        "comment je m'inscris à la permanence ?",
        "est-ce que je peux venir à la permanence ?",
        "si je viens à la permanence, je dois être allié ?",
        "je viens à la réunion",
        "je viens à la permanence avec deux collègues",
        "elle vient à la permanence",
        "when is the permanence",
        "permanence",
    ],
)
def test_a_sentence_beside_it_signs_nobody_up(sentence: str) -> None:
    """A question about the meeting is a question."""
    assert not says_to_come(sentence)
    assert not says_not_to_come(sentence)


async def test_from_a_group_one_signs_up_and_the_link_stays_private(talk: Talk) -> None:
    """The card stays for everybody and counts them; it names nobody."""
    await settled(talk)
    await talk.say("Basile", "/debut")
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.goes(
        f"""
        Ada #quartier: /permanence
        Bot: mardi 6 janvier, de 11 h à 13 h … inscriptions sont ouvertes [Je viens]
        Basile #quartier: [Je viens]
        Bot → Basile: Vous êtes inscrit·e … {LINK} [Apporter une question]
        Basile #quartier: [Fichier pour mon agenda]
        """
    )
    assert "déjà inscrite" in heard_by(talk, GROUP)

    refused = await talk.press("Chloé", "Je viens", chat=GROUP)

    assert "Écrivez-moi d’abord en privé" in refused[0]
    assert SECRET not in heard_by(talk, GROUP)
    assert "Basile" not in heard_by(talk, GROUP)
    assert [SECRET in str(one) for one in files(talk, GROUP)] == [False]
    await talk.press("Basile", "Fichier pour mon agenda")
    assert [str(one["location"]) for one in files(talk, "@basile")] == [LINK]


async def test_what_is_over_or_skipped_takes_nobody_in(talk: Talk) -> None:
    """While it lasts one may still come; an old button says where the next one is."""
    await settled(talk)
    for who in ("Ada", "Basile", "Chloé"):
        await talk.say(who, "/permanence")
    await to(talk, "2026-01-06T12:30:00")
    during = (await talk.press("Ada", "Je viens"))[0]
    assert "en ce moment, jusqu’à 13 h" in during.replace("\u202f", " ")
    assert LINK in during
    await to(talk, "2026-01-06T13:00:00")

    assert "passée. La prochaine : /permanence" in (
        (await talk.press("Basile", "Je viens"))[0].replace("\u202f", " ").replace("!", "/")
    )
    assert "passée" in (await talk.press("Ada", "Je ne viens plus"))[0]
    assert "mardi 3 février" in (await talk.say("Chloé", "/permanence"))[0]
    await talk.say("Driss", "/permanence", chat=TEAM)
    await talk.press("Driss", "Sauter ce mois", chat=TEAM)
    assert "n’aura pas lieu" in (await talk.press("Chloé", "Je viens"))[0]


async def test_the_agenda_tells_the_day_once_the_hour_is_known(talk: Talk) -> None:
    """Moved and cancelled with the meeting; its link stays with those who sign up."""
    await talk.say("Ada", "/permanence")
    assert await talk.dump("events") == []
    await settled(talk)
    assert "11 h · Permanence" in (await talk.say("Ada", "/agenda"))[0].replace("\u202f", " ")
    await talk.say("Driss", "/permanence", chat=TEAM)
    await talk.press("Driss", "Sauter ce mois", chat=TEAM)

    said = (await talk.say("Ada", "/agenda"))[0]

    assert "Annulé\u202f: Permanence" in said
    assert SECRET not in said
    [event] = await talk.dump("events")
    assert (event["source"], event["state"]) == ("permanence", "approved")


async def test_without_a_team_people_still_come_and_ask(talk: Talk) -> None:
    """A fabrique may begin before its team has a chat."""
    stage = talk.stage
    await prepare(stage.app.database, Settings(), teams=[], now=stage.clock.now())
    await talk.goes(
        """
        Ada: je viens à la permanence
        Bot: Vous êtes inscrit·e
        Ada: /permanence Où est le zorglub ?
        Ada: [Apporter une question]
        Bot: C’est noté pour la permanence
        """
    )
    await to(talk, "2026-01-12T09:00:00")

    assert TEAM not in [one.get("chat") for one in talk.events]


async def test_the_next_day_is_known_to_whoever_asks_and_nothing_is_kept(talk: Talk) -> None:
    """One line under an answer, in the reader's language; asking opens no meeting."""
    stage = talk.stage
    place = Place(stage.platform, "@ada", private=True)
    speaker = Speaker("@ada", "Ada Exemple")
    heard = Heard("u1", Act.SAID, place, speaker, stage.clock.now())
    async with stage.app.database.begin() as store:
        desk = await desk_for(
            store,
            heard,
            Look(),
            now=stage.clock.now(),
            token=str,
            library=Library(),
            skills=SkillShelf(),
        )
        words = await next_meeting_words(desk)
        kept = await desk.store.gatherings.kept()

    assert words is not None
    said = Languages(strict=True)["fr"].plain(words.id, words.values, zone=stage.fabrique.zone)
    expected = "Prochaine permanence : mardi 6 janvier, heure à confirmer. Pour venir : /permanence"
    assert said.replace("\u202f", " ") == expected
    assert kept == {}
