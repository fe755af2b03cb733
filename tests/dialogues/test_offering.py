"""Saying what one can do: one line, one card, and one tap where it is not clear."""

from __future__ import annotations

import pytest

from domain.offers import Offered
from domain.skills import Kind
from tests.talk import TEAM, Talk


async def test_one_line_is_read_and_undone_on_one_card(talk: Talk) -> None:
    """What is sure needs no tap."""
    await talk.goes(
        """
        Basile: /offrir facilitation d'ateliers, montage FEDER, compta associative
        Bot: Merci … « facilitation d'ateliers », soit animer un atelier … « montage FEDER », soit fonds européens … « compta associative », soit comptabilité associative … je vous demanderai d’abord [Corriger] [Retirer mes offres]
        Basile: [Retirer mes offres]
        Bot: vous n’offrez plus rien
        """  # noqa: E501
    )


async def test_the_same_in_english(talk: Talk) -> None:
    """With names and titles of that language."""
    await talk.goes(
        """
        Ada: /language en
        Ada: /offer bike repair, lending a van
        Bot: This is what you offer … “bike repair”, that is cycling
        """
    )


async def test_something_else_in_english(talk: Talk) -> None:
    """The member reads English, the team's chat reads French."""
    await talk.goes(
        """
        Ada: /language en
        Ada: /offer looking after the plant swap
        Bot: This is what you offer … “looking after the plant swap”: what comes closest?
        Ada: [Something else]
        Bot: When somebody needs it, I will ask you first [Correct] [Take my offers back]
        Bot → #equipe: Comment ranger « looking after the plant swap »
        Driss #equipe: [Un nom nouveau]
        Bot → Ada: Thank you for “looking after the plant swap”: the team made it a skill of its own
        """
    )
    said = await talk.say("Ada", "/offer everything")
    assert "two or three precise things" in said[0]


async def test_what_is_not_clear_is_asked_in_one_tap(talk: Talk) -> None:
    """Three or four skills and "something else"; the words are kept beside the skill."""
    await talk.goes(
        """
        Basile: /offrir parler arabe, écrire un communiqué pour les journaux
        Bot: « parler arabe », soit arabe … « écrire un communiqué pour les journaux » : qu’est-ce qui s’en approche le plus ?
        """  # noqa: E501
    )
    label = next(one for one in talk.last("@basile")["choices"] if "relations presse" in one)
    await talk.press("Basile", label)
    assert (await _offers(talk))[-1] == (
        "écrire un communiqué pour les journaux",
        "relations-presse",
    )


async def test_something_else_becomes_a_name_before_the_team(talk: Talk) -> None:
    """Which keeps it to a skill: whoever offers it is found by that from then on."""
    await talk.goes(
        """
        Basile: /offrir tenir la bourse aux plantes
        Bot: s’en approche le plus
        Basile: [Autre chose]
        Bot → #equipe: Comment ranger « tenir la bourse aux plantes » ? … Basile Fictif l’a proposé
        Driss #equipe: [Une autre compétence]
        Bot: Sous quelle compétence le ranger
        Driss #equipe: jardinage
        Bot → Basile: Merci pour « tenir la bourse aux plantes » : l’équipe l’a rangé avec « jardinage »
        Chloé: /offrir Tenir la bourse aux plantes
        Bot: soit jardinage
        """  # noqa: E501
    )
    assert await _offers(talk) == [
        ("tenir la bourse aux plantes", "jardinage"),
        ("Tenir la bourse aux plantes", "jardinage"),
    ]


async def test_a_name_may_be_a_skill_of_our_own(talk: Talk) -> None:
    """What no list knows and the alliance does."""
    await talk.goes(
        """
        Basile: /offrir xylologie quantique
        Bot: Je ne connais pas encore « xylologie quantique » … l’équipe verra
        Bot → #equipe: Comment ranger « xylologie quantique »
        Driss #equipe: [Un nom nouveau]
        Chloé: /offrir xylologie quantique
        Bot: « xylologie quantique » … je vous demanderai d’abord
        """
    )
    assert {concept for _, concept in await _offers(talk)} == {"own-xylologie-quantique"}


async def test_a_refused_name_bothers_nobody_again(talk: Talk) -> None:
    """Its owner keeps their words, and the team is not asked twice."""
    await talk.goes(
        """
        Basile: /offrir xylologie quantique
        Driss #equipe: [Refuser]
        Bot → Basile: L’équipe a lu « xylologie quantique », et n’en a pas fait un nom de compétence. Vos mots restent tels quels
        Chloé: /offrir xylologie quantique
        Bot: « xylologie quantique »
        Driss #equipe: /file
        Bot: Plus rien n’attend
        """  # noqa: E501
    )
    assert {concept for _, concept in await _offers(talk)} == {None}


async def test_names_wait_in_the_queue(talk: Talk) -> None:
    """Until somebody has time for them."""
    await talk.say("Basile", "/offrir xylologie quantique")
    await talk.goes(
        """
        Driss #equipe: /file
        Bot: Une chose attend
        Bot: Comment ranger « xylologie quantique »
        """
    )


async def test_a_wrong_reading_is_corrected(talk: Talk) -> None:
    """Each offer alone, also taken back alone."""
    await talk.goes(
        """
        Basile: /offrir compta associative, jardinage
        Basile: [Corriger]
        Bot: Que faut-il corriger ? [compta associative] [jardinage] [Tout est juste]
        Basile: [jardinage]
        Bot: « jardinage » : qu’est-ce qui s’en approche
        Basile: [La retirer]
        Bot: « compta associative »
        """
    )
    assert await _offers(talk) == [("compta associative", "comptabilite-associative")]


async def test_undo_takes_back_the_last_message_alone(talk: Talk) -> None:
    """What was offered before stays."""
    await talk.say("Basile", "/offrir jardinage")
    await talk.do({"do": "clock", "to": "2026-01-05T10:00:00+01:00"})
    await talk.goes(
        """
        Basile: /offrir compta associative
        Bot: « compta associative » … [Corriger] [Annuler cet ajout] [Retirer mes offres]
        Basile: [Annuler cet ajout]
        Bot: « jardinage »
        """
    )
    assert await _offers(talk) == [("jardinage", "jardinage")]


async def test_what_was_offered_before_skills_had_names_is_read_when_said_again(talk: Talk) -> None:
    """And asked about, where it is not clear."""
    await talk.say("Basile", "/start")
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known(talk.stage.platform, "@basile")
        assert person is not None
        for text in ("jardinage", "écrire un communiqué pour les journaux"):
            await store.offers.keep(person.id, text, Kind.SKILL, None, now=talk.stage.clock.now())
    await talk.do({"do": "clock", "to": "2026-01-05T10:00:00+01:00"})
    await talk.goes(
        """
        Basile: /offrir jardinage, écrire un communiqué pour les journaux
        Bot: « écrire un communiqué pour les journaux » : qu’est-ce qui s’en approche le plus ?
        """
    )
    assert (await _offers(talk))[0] == ("jardinage", "jardinage")


async def test_many_unknown_names_do_not_flood_the_team(talk: Talk) -> None:
    """Three cards at once; the others wait in the queue."""
    await talk.say("Basile", "/offrir zorglub, bzzgrt, plombazur, tchoukiwa, vroumf")
    team = [
        one for one in talk.events if one.get("chat") == TEAM and "ranger" in one.get("text", "")
    ]
    assert len(team) == 3
    await talk.goes(
        """
        Driss #equipe: /file
        Bot: 5 choses attendent
        """
    )


async def test_a_thing_is_offered_like_a_skill(talk: Talk) -> None:
    """A room or a van, in the same line."""
    await talk.say("Basile", "/offrir salle de réunion, jardinage")
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known(talk.stage.platform, "@basile")
        assert person is not None
        kinds = [one.kind for one in await store.offers.of(person.id)]
    assert kinds == ["resource", "skill"]


async def test_an_insult_is_reported_and_not_kept(talk: Talk) -> None:
    """The team learns who, and nobody reads the words again."""
    await talk.goes(
        """
        Basile: /offrir compta, Driss est un connard
        Bot: Ces mots blessent
        Bot → #equipe: Basile Fictif a écrit une injure
        """
    )
    assert await _offers(talk) == []
    assert "connard" not in talk.last(TEAM)["text"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("tout", "deux ou trois choses précises"),
        ("rien", "un petit quelque chose"),
        ("🙂", "en quelques mots"),
        ("x" * 500, "200 caractères au plus"),
        (", ".join(f"chose {number}" for number in range(13)), "12 offres au plus"),
    ],
)
async def test_bad_input_gets_a_reason_and_keeps_nothing(
    talk: Talk, typed: str, answer: str
) -> None:
    """And the way to do better."""
    said = await talk.say("Basile", f"/offrir {typed}")
    assert answer in " ".join(said[0].split())
    assert await _offers(talk) == []


async def test_nobody_presses_on_another_s_card(talk: Talk) -> None:
    """In a group everyone sees it."""
    await talk.say("Basile", "/start")
    await talk.say("Chloé", "/start")
    await talk.say("Basile", "/offrir jardinage", chat="#jardin")
    await talk.press("Chloé", "Retirer mes offres", chat="#jardin")
    assert await _offers(talk) == [("jardinage", "jardinage")]


async def _offers(talk: Talk) -> list[tuple[str, str | None]]:
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        found: list[Offered] = []
        for account in ("@basile", "@chloe"):
            person = await store.people.known(talk.stage.platform, account)
            found += await store.offers.of(person.id) if person else []
        return [(one.text, one.concept) for one in found]


VAGUE = (
    "je sais pas trop",
    "bof",
    "euh je sais pas",
    "je suis sympa",
    "ce que vous voulez",
    "rien de spécial",
    "jsais pas, bof",
)


async def test_an_answer_that_offers_nothing_is_asked_more_kindly(talk: Talk) -> None:
    """It is neither kept nor brought to the team; the question waits for better words."""
    await talk.say("Basile", "/offrir")
    for said in VAGUE:
        told = await talk.say("Basile", said)
        assert "tout compte" in told[0], said
        assert "Que savez-vous faire" in told[0], said
    assert not await _offers(talk)
    await talk.goes(
        """
        Basile: je sais faire de la compta et un peu d'animation
        Bot: « compta », soit comptabilité associative … « animation » : qu’est-ce qui s’en approche le plus ?
        """  # noqa: E501
    )
    assert [text for text, _ in await _offers(talk)] == ["compta", "animation"]
    assert not [one for one in talk.events if one.get("chat") == TEAM]


async def test_two_skills_joined_are_two_offers(talk: Talk) -> None:
    """Where each half is a skill; "eau et assainissement" is one."""
    await talk.goes(
        """
        Basile: /offrir couture et jardinage, eau et assainissement
        Bot: « couture » … « jardinage » … « eau et assainissement »
        """
    )
    assert len(await _offers(talk)) == 3


async def test_nobody_in_distress_is_asked_for_a_skill(talk: Talk) -> None:
    """What was said is met first, and is kept nowhere."""
    await talk.goes(
        """
        Basile: /offrir
        Bot: Que savez-vous faire
        Basile: jen peu plus
        """
    )
    assert "Que savez-vous faire" not in talk.last("@basile")["text"]
    assert not await _offers(talk)


async def test_what_is_said_in_passing_is_offered_by_a_tap(talk: Talk) -> None:
    """Nothing is kept before; it may have been a question."""
    await talk.goes(
        """
        Basile: je sais faire de la compta
        Bot: Voulez-vous l’offrir aux allié·es [L’offrir] [C’était une question]
        """
    )
    assert not await _offers(talk)
    await talk.goes(
        """
        Basile: [L’offrir]
        Bot: Voici ce que vous offrez … « compta », soit comptabilité associative
        Chloé: I can lend a van
        Bot: Would you like to offer it to the allies [Offer it] [It was a question]
        """
    )
    assert len(await _offers(talk)) == 1
