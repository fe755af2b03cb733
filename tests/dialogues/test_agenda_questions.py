"""Questions to the agenda: in plain words, in private and in a group that calls the bot."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.events import Cost, Status
from tests.dialogues.agenda import WEEK, event, fill
from tests.talk import Talk

GROUP = "#quartier"


async def test_a_plain_question_is_answered_from_the_agenda(talk: Talk) -> None:
    """Day, families and price are heard, and said again."""
    await fill(talk)
    await talk.goes(
        """
        Ada: Y a quoi dimanche avec des enfants, pas cher ?
        Bot: Dimanche 11 janvier, avec des enfants, pas cher … 15 h · Contes … [Tout voir]
        Ada: qu’est-ce qu’il y a ce week-end à Bellevue ?
        Bot: Du samedi 10 au dimanche 11 janvier, « Bellevue » … Atelier vélo … Bellevue
        Ada: Que faire mercredi soir ?
        Bot: Mercredi 7 janvier, le soir … Débat sur la rivière
        """
    )
    said = await talk.say("Ada", "Y a quoi dimanche avec des enfants ?")
    assert "Grand concert" not in said[0]


async def test_english_questions_are_answered_in_english(talk: Talk) -> None:
    """And the nearest is offered when nothing fits: here, whatever the price."""
    await fill(talk)
    await talk.say("Ada", "/language english")
    await talk.goes(
        """
        Ada: any free concert on Sunday?
        Bot: Sunday 11 January, free, “concert” … Contes au coin du feu
        Ada: What's on this weekend for kids?
        Bot: Saturday 10 to Sunday 11 January, with children … Contes au coin du feu
        """
    )


async def test_when_nothing_fits_the_nearest_is_told_and_why(talk: Talk) -> None:
    """First whatever the price, else on the first other day, else something else."""
    await fill(talk, WEEK[1], WEEK[2])
    await talk.goes(
        """
        Ada: y a-t-il un concert gratuit dimanche ?
        Bot: gratuit, « concert » … Rien à ce prix-là … il y a … Grand concert … 12 €
        Ada: quels concerts samedi ?
        Bot: Rien à ce moment-là. Le plus proche … Dimanche 11 janvier … Grand concert
        Ada: y a quoi samedi à Tombouctou ?
        Bot: « Tombouctou » … Rien de tel. Autre chose, au même moment … Atelier vélo
        """
    )


async def test_an_empty_agenda_says_so(talk: Talk) -> None:
    """With a way to fill it."""
    await talk.goes(
        """
        Ada: y a quoi ce week-end ?
        Bot: Du samedi 10 au dimanche 11 janvier … Je n’ai rien trouvé
        """
    )


async def test_more_than_ten_are_counted(talk: Talk) -> None:
    """All of them are a tap away."""
    many = [event(f"Rendez-vous {n:02}", 10, 10 + n % 10, "Place du Modèle") for n in range(22)]
    await fill(talk, *many)
    said = (await talk.say("Ada", "Que faire samedi ?"))[0]

    assert said.count("Place du Modèle") == 10
    assert "… et 12 autres." in said
    assert "Rendez-vous 21" in "".join(await talk.press("Ada", "Tout voir"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("week-end", "Atelier vélo"),
        ("dimanche", "Contes au coin du feu"),
        ("vélo", "Atelier vélo"),
        ("Bellevue", "Atelier vélo"),
        ("concert", "Grand concert"),
    ],
)
async def test_words_after_the_command_look_the_same_up(talk: Talk, words: str, found: str) -> None:
    """A day, a subject or a place."""
    await fill(talk)

    assert found in (await talk.say("Ada", f"/agenda {words}"))[0]


async def test_a_group_that_calls_the_bot_is_answered_too(talk: Talk) -> None:
    """What people ask each other there is theirs."""
    await fill(talk)
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    assert await talk.say("Basile", "Y a quoi dimanche ?", chat=GROUP) == []
    ours = talk.last(GROUP)["id"]
    said = await talk.say("Basile", "Y a quoi dimanche ?", chat=GROUP, reply_to=ours)
    assert "Contes au coin du feu" in said[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Je cherche quelqu’un pour un atelier vélo samedi",
        "Y a-t-il une permanence mardi ?",
        "Comment proposer un événement ?",
        "y a t il un local libre samedi ?",
        "Combien coûte un accompagnement ?",
    ],
)
async def test_what_others_hear_is_left_to_them(talk: Talk, sentence: str) -> None:
    """A need, a meeting of the alliance, a question to the base."""
    await fill(talk)
    said = await talk.say("Ada", sentence)

    assert "Tout voir" not in str(talk.last("@ada")["choices"])
    assert said


async def test_what_is_over_or_off_is_no_answer(talk: Talk) -> None:
    """One cannot go there any more."""
    off = replace(WEEK[2], status=Status.CANCELLED)
    over = event("Petit-déjeuner", 5, 7, "Place du Modèle")
    await fill(talk, off, over)

    assert "Je n’ai rien trouvé" in (await talk.say("Ada", "Que faire aujourd’hui ?"))[0]


async def test_the_days_to_come_are_sixty(talk: Talk) -> None:
    """Beyond these nobody plans, and the nearest is no answer."""
    far = replace(WEEK[0], start=WEEK[0].start + timedelta(days=90), uid="far")
    await fill(talk, far)

    assert "Je n’ai rien trouvé" in (await talk.say("Ada", "Que faire samedi ?"))[0]


async def test_a_day_that_was_asked_for_is_named_once(talk: Talk) -> None:
    """It stands above; several days stand each above their own."""
    await fill(talk)

    assert (await talk.say("Ada", "Que faire dimanche ?"))[0].count("imanche 11 janvier") == 1
    several = (await talk.say("Ada", "Que faire ce week-end ?"))[0]
    assert several.count("Dimanche 11 janvier") == 1
    assert several.count("Samedi 10 janvier") == 1


async def test_wishes_are_read_as_people_write_them(talk: Talk) -> None:
    """On a telephone, with a price, an age; after the command too."""
    await fill(talk)
    await talk.goes(
        """
        Ada: ya koi dimanche avec les gosses pas cher
        Bot: Dimanche 11 janvier, avec des enfants, pas cher … Contes au coin du feu
        Ada: sorties enfants dimanche
        Bot: avec des enfants … Contes au coin du feu
        Ada: /agenda janvier
        Bot: au samedi 31 janvier … Débat sur la rivière
        Ada: /agenda enfants 4 ans
        Bot: avec des enfants de 4 ans … Contes
        Ada: /agenda moins de 15 euros dimanche
        Bot: jusqu’à 15 € … Grand concert
        Ada: /agenda accessible fauteuil roulant
        Bot: plain-pied … Rien qui soit annoncé comme accessible … Débat sur la rivière
        Ada: /agenda hier
        Bot: C’est passé : l’agenda ne dit que ce qui vient [Tout voir]
        """
    )


async def test_what_nobody_announced_is_set_aside_and_said(talk: Talk) -> None:
    """The day that was asked for stays; of an exhibition, that it comes later."""
    expo = event("Expo photo", 20, 0, "Salle Modèle")
    repair = event("Repair café", 11, 14, "La Roue Libre fictive", cost=Cost.FREE)
    families = event("Atelier couture", 13, 14, "Salle Modèle", families=True, text="Dès 12 ans")
    await fill(talk, expo, repair, families, event("Grand marché", 14, 10, "Place du Modèle"))
    await talk.goes(
        """
        Ada: y a quoi dimanche avec des enfants, pas cher ?
        Bot: Dimanche 11 janvier … Rien qui soit annoncé pour les enfants … Repair café
        Ada: /agenda mardi pour ma fille de 12 ans
        Bot: avec des enfants de 12 ans … Le plus proche … Atelier couture
        Ada: /agenda marché
        Bot: « marché » … Rien dans les sept jours. Plus tard … Mercredi 14 janvier … Grand marché
        Ada: expo en ce moment ?
        Bot: « expo » … Le plus proche … Mardi 20 janvier … Expo photo
        Ada: y a quoi samedi matin, pas cher, en fauteuil roulant ?
        Bot: plain-pied … Sans compter … l’accès et le jour, il y a … Repair café
        """
    )


async def test_the_same_in_english(talk: Talk) -> None:
    """What is set aside is said there too."""
    await fill(talk)
    await talk.say("Ada", "/language english")
    await talk.goes(
        """
        Ada: anything cheap for my daughter on Saturday?
        Bot: Saturday 10 January, with children, cheap … Nothing announced for children … Atelier
        Ada: anything free in the morning for kids on Wednesday?
        Bot: Nothing has it all. Leaving aside … the time of day … there is … Débat
        Ada: what was on yesterday?
        Bot: That is over
        """
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "accessible en fauteuil roulant ce week-end ?",
        "moins de 6 euros cette semaine",
        "y'a un truc gratuit ce soir ?",
        "expo en ce moment ?",
        "y a quoi à Firminy",
        "y avait quoi hier",
        "c'est quoi les ateliers cette semaine",
    ],
)
async def test_what_people_write_reaches_the_agenda(talk: Talk, sentence: str) -> None:
    """And neither the base nor the team."""
    await fill(talk)
    await talk.say("Ada", sentence)

    assert "Tout voir" in str(talk.last("@ada")["choices"])


@pytest.mark.parametrize(
    "sentence",
    ["Quand a lieu la permanence ?", "y avait quoi à la permanence hier ?", "y a quoi à savoir ?"],
)
async def test_what_the_base_answers_stays_with_it(talk: Talk, sentence: str) -> None:
    """A meeting of the alliance is no event that people ask for."""
    await fill(talk)
    await talk.say("Ada", sentence)

    assert "Tout voir" not in str(talk.last("@ada")["choices"])


async def test_an_exhibition_is_not_told_on_its_closing_day(talk: Talk) -> None:
    """And who reads of it knows that it is closed then, and until what day it goes on."""
    began = event("Expo photo", 5, 0, "Médiathèque du Coin", text="Fermé le lundi")
    await fill(talk, replace(began, all_day=True, end=began.start + timedelta(days=20)))
    await talk.goes(
        """
        Ada: y a quoi cette semaine ?
        Bot: Mardi 6 janvier … Toute la journée · Expo photo … fermé le lundi
        Ada: y a quoi lundi 12 janvier ?
        Bot: Rien à ce moment-là. Le plus proche … Mardi 6 janvier … Expo photo
        """
    )
