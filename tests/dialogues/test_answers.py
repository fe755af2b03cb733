"""Answers from the base: shown by how sure they are, judged in one tap, kept without the person."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from chat.transport import Act, Heard, Place, Speaker
from domain.permanence import Band
from tests.small_base import learn, outcomes
from tests.talk import START, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """A talk with the small base."""
    await learn(talk)
    return talk


async def judged(talk: Talk) -> list[tuple[Band, bool]]:
    """Band and verdict of what was kept."""
    return [(one.band, one.right) for one in await outcomes(talk)]


def to_team(talk: Talk) -> list[str]:
    """What the team's chat was told."""
    return [str(one.get("text")) for one in talk.events if one.get("chat") == TEAM]


async def test_a_sure_question_is_answered_and_found_right(talk: Talk) -> None:
    """The source, the day it was true, three things to say of it; a tap is kept, once."""
    await talk.goes(
        """
        Ada: c'est quand la permanence ?
        Bot: Le premier mardi … Source … 2025 [👍 C’est ça] [Pas tout à fait] [Poser à l’équipe]
        Ada: [👍 C’est ça]
        Bot: Merci, c’est bon à savoir
        """
    )
    assert await judged(talk) == [(Band.SURE, True)]
    assert to_team(talk) == []


async def test_an_answer_that_is_not_quite_it_gives_way_to_other_titles(talk: Talk) -> None:
    """The one shown is not offered again; whichever is chosen then, the first one was wrong."""
    await talk.goes(
        """
        Ada: comment devenir allié ?
        Bot: Comment devenir allié·e
        Ada: [Pas tout à fait]
        Bot: Est-ce plutôt l’une de ces questions ? [Faut-il payer pour être allié·e ?]
        Ada: [Faut-il payer pour être allié·e ?]
        Bot: Non, rien n’est demandé
        Ada: [👍 C’est ça]
        """
    )

    assert await judged(talk) == [(Band.SURE, False)]


async def test_none_of_the_other_titles_hands_the_question_over(talk: Talk) -> None:
    """In the asker's own words, and what happens next is said."""
    await talk.goes(
        """
        Ada: comment devenir allié ?
        Ada: [Pas tout à fait]
        Ada: [Aucune de celles-ci]
        Bot: J’ai transmis votre question … Au bout de 2 jours sans réponse [Cacher mon nom]
        Bot → #equipe: Ada Exemple pose une question comment devenir allié ?
        """
    )

    assert await judged(talk) == [(Band.SURE, False)]


async def test_the_team_may_be_asked_at_once(talk: Talk) -> None:
    """Then the answer was wrong, and the question still belongs to the message that asked it."""
    await talk.say("Ada", "comment devenir allié ?", **{"as": "q"})
    await talk.press("Ada", "Poser à l’équipe")
    await talk.do({"do": "edit", "message": "q", "text": "comment devenir allié à Lyon ?"})

    assert "à Lyon" in talk.last(TEAM)["text"]
    assert await judged(talk) == [(Band.SURE, False)]


@pytest.mark.parametrize(("place", "right"), [(0, True), (1, False)])
async def test_a_chosen_title_tells_whether_the_first_was_right(
    talk: Talk, place: int, *, right: bool
) -> None:
    """What two entries may mean is offered; only the first candidate is judged, and only once."""
    await talk.say("Ada", "la charte en entier")
    offered = talk.last("@ada")
    assert "Est-ce l’une de ces questions" in offered["text"]
    assert offered["choices"][-1] == "Aucune de celles-ci"

    await talk.press("Ada", offered["choices"][place])
    assert "document fictif" in talk.last("@ada")["text"]
    await talk.press("Ada", "👍 C’est ça")

    assert await judged(talk) == [(Band.MAYBE, right)]


async def test_none_of_the_titles_is_a_verdict_too(talk: Talk) -> None:
    """Nothing that was offered is what was asked."""
    await talk.goes(
        """
        Ada: la charte en entier
        Ada: [Aucune de celles-ci]
        Bot → #equipe: Ada Exemple pose une question la charte en entier
        """
    )

    assert await judged(talk) == [(Band.MAYBE, False)]


async def test_an_unsure_question_is_handed_over_with_what_comes_next(talk: Talk) -> None:
    """Nothing is made up, nothing is judged."""
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Bot: ne veux rien inventer … transmis votre question à l’équipe … 2 jours [Cacher mon nom]
        Bot → #equipe: Ada Exemple pose … zorglub
        """
    )

    assert await judged(talk) == []


async def test_nothing_that_is_kept_names_anybody(talk: Talk) -> None:
    """An outcome has a moment, a band, figures and a verdict."""
    await talk.say("Ada", "c'est quand la permanence ?")
    await talk.press("Ada", "Pas tout à fait")
    (kept,) = await outcomes(talk)

    assert set(vars(kept)) == {"at", "band", "features", "right"}
    assert all(isinstance(value, int | float) for value in kept.features.values())


async def test_one_person_s_press_leaves_the_answers_of_others_alone(talk: Talk) -> None:
    """Two people are shown the same entry, and each judges their own."""
    await talk.say("Basile", "c'est quand la permanence ?")
    await talk.say("Ada", "c'est quand la permanence ?")
    await talk.press("Ada", "Pas tout à fait")
    await talk.press("Basile", "👍 C’est ça")

    assert await judged(talk) == [(Band.SURE, False), (Band.SURE, True)]


async def test_an_old_button_is_told_kindly(talk: Talk) -> None:
    """A second press of what was taken already changes nothing."""
    await talk.say("Ada", "c'est quand la permanence ?")
    answer = talk.last("@ada")["id"]
    await talk.press("Ada", "Pas tout à fait", message=answer)
    again = await talk.press("Ada", "Pas tout à fait", message=answer)

    assert "plus valable" in again[0]
    assert await judged(talk) == [(Band.SURE, False)]


async def test_a_choice_may_be_typed_or_replied(talk: Talk) -> None:
    """By its words, or as a reply to the very message."""
    await talk.goes(
        """
        Ada: c'est quand la permanence ?
        Ada: pas tout à fait
        Bot: Est-ce plutôt
        """
    )
    await talk.say("Ada", "comment devenir allié ?")
    answer = talk.last("@ada")["id"]
    await talk.say("Ada", "c'est ça", reply_to=answer)

    assert await judged(talk) == [(Band.SURE, False), (Band.SURE, True)]


async def test_a_title_is_offered_once_in_the_reader_s_language(talk: Talk) -> None:
    """Not beside its own translation."""
    await talk.say("Ada", "comment devenir allié ?")
    await talk.press("Ada", "Pas tout à fait")
    labels = talk.last("@ada")["choices"]
    assert not any("monthly meeting" in label for label in labels)

    await talk.say("Basile", "when is the permanence", lang="en")
    await talk.press("Basile", "Not quite")
    assert not any("permanence" in label for label in talk.last("@basile")["choices"])


async def test_an_english_reader_judges_in_english(talk: Talk) -> None:
    """Labels and words are theirs, and the entry too where somebody wrote it in English."""
    await talk.say("Ada", "when is the permanence?", lang="en")
    assert "first Tuesday" in talk.last("@ada")["text"]
    assert talk.last("@ada")["choices"] == ["👍 That is it", "Not quite", "Ask the team"]

    await talk.say("Ada", "how do I become an ally", lang="en")
    assert "not available in English" in talk.last("@ada")["text"]
    await talk.press("Ada", "Not quite")
    assert "Is it rather one of these" in talk.last("@ada")["text"]
    await talk.press("Ada", "None of these")
    assert "passed your question on" in talk.last("@ada")["text"]


async def test_a_french_question_finds_the_reader_s_language(talk: Talk) -> None:
    """Whoever reads English is shown the English entry, however they asked."""
    await talk.say("Ada", "/langue english")
    said = await talk.say("Ada", "c'est quand la permanence ?")

    assert "first Tuesday" in said[0]


async def test_an_english_question_of_a_french_reader_gets_english_words(talk: Talk) -> None:
    """For this answer alone; the next one is French again."""
    await talk.say("Ada", "how do I become an ally?")
    assert talk.last("@ada")["choices"][0] == "👍 That is it"
    await talk.say("Ada", "c'est quand la permanence ?")
    assert talk.last("@ada")["choices"][0] == "👍 C’est ça"


async def test_an_old_entry_is_shown_with_a_caution(talk: Talk) -> None:
    """Its review day has passed."""
    assert "commence à dater" in (await talk.say("Ada", "nouvelles du moulin fictif"))[0]
    assert "commence à dater" not in (await talk.say("Ada", "c'est quand la permanence ?"))[0]


async def test_an_entry_with_html_is_shown_as_text(talk: Talk) -> None:
    """In its body, in its title, and on a button."""
    said = await talk.say("Ada", "mettre une phrase en gras")

    assert "<script>alert('x')</script>" in said[0]
    assert "<script>" not in talk.last("@ada")["html"]


async def test_the_agenda_is_read_when_it_is_asked_for(talk: Talk) -> None:
    """Events of this minute, under an entry written long ago."""
    assert "Rien n’est encore à l’agenda" in (await talk.say("Ada", "programme de la semaine"))[0]
    await talk.goes(
        """
        Chloé: /proposer Grande tablée
        Chloé: [Un événement]
        Chloé: samedi 18h30
        Chloé: Place du Modèle
        Driss #equipe: [Approuver]
        Basile: programme de la semaine
        Bot: L’agenda dit tout. À venir … Grande tablée … Place du Modèle
        """
    )


async def test_a_balance_is_told_in_private_only(talk: Talk) -> None:
    """In a group one is told where to ask."""
    assert "Votre solde aujourd’hui" in (await talk.say("Ada", "où voir mon solde de temps"))[0]
    await talk.do({"do": "join", "chat": "#quartier", "from": "@ada"})
    said = await talk.say("Ada", "/question où voir mon solde de temps", chat="#quartier")

    assert "ne regarde que vous" in said[0]
    assert "aujourd’hui" not in said[0]


async def test_in_a_group_only_the_asker_judges_and_may_go_on_in_private(talk: Talk) -> None:
    """The bot writes there once it may; whoever never wrote to it is told to, or given a link."""
    await talk.do({"do": "join", "chat": "#quartier", "from": "@driss"})
    await talk.say("Ada", "c'est quand la permanence", chat="#quartier")
    assert talk.last("#quartier")["text"].startswith("Bonjour")  # nobody called the bot

    await talk.say("Ada", "/question c'est quand la permanence", chat="#quartier")
    assert talk.last("#quartier")["choices"][-1] == "Continuer en privé"
    answer = talk.last("#quartier")["id"]
    assert "quelqu’un d’autre" in (await talk.press("Basile", 0, chat="#quartier"))[0]
    if talk.stage.platform == "matrix":
        refused = await talk.press("Ada", "Continuer en privé", chat="#quartier", message=answer)
        assert "Écrivez-moi d’abord en privé" in refused[0]

    await talk.say("Ada", "bonjour")
    await talk.press("Ada", "Continuer en privé", chat="#quartier", message=answer)
    assert "premier mardi" in talk.last("@ada")["text"]
    await talk.press("Ada", "👍 C’est ça")
    assert await judged(talk) == [(Band.SURE, True)]


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_the_team_answers_across_platforms(tmp_path: Path, asking: str, team: str) -> None:
    """What the base said was wrong; the asker reads English, the team French."""
    async with talk_on(team, tmp_path) as talk:
        await learn(talk)
        there = {"platform": asking, "lang": "en"}
        await talk.say("Ada", "when is the permanence?", **there)
        await talk.press("Ada", "Not quite", platform=asking)
        await talk.press("Ada", "None of these", platform=asking)
        assert "After 2 days" in talk.last("@ada")["text"]
        card = talk.last(TEAM)
        assert card["platform"] == team
        assert "when is the permanence?" in card["text"]

        await talk.say("Driss", "Jeudi, pour une fois.", chat=TEAM, reply_to=card["id"])
        assert "Jeudi, pour une fois." in talk.last("@ada")["text"]
        assert await judged(talk) == [(Band.SURE, False)]


async def test_an_answer_stays_in_its_topic(talk: Talk) -> None:
    """Where it was asked, under the question."""
    platform = talk.stage.platform
    place = Place(platform, "#quartier", False, "Quartier", thread="7")
    heard = Heard(
        update="topic",
        act=Act.SAID,
        place=place,
        speaker=Speaker("@ada", "Ada Exemple", "ada"),
        sent_at=datetime.fromisoformat(START),
        text="/question c'est quand la permanence",
        message="t1",
    )
    await talk.stage.inboxes[platform].put([heard])
    await talk.stage.app.settle()
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        (row, _), *_ = await store.said.deliveries()

    assert (row.thread, row.reply_to) == ("7", "t1")
