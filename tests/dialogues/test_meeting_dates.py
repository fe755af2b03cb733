"""What the team changes of a meeting reaches everybody who counts on it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.preparation import prepare
from bot.settings import PermanenceSettings, Settings
from storage.chats import Address
from tests.dialogues.meetings import LINK, files, heard_by, settled, to
from tests.small_base import learn
from tests.talk import TEAM, Talk, talk_on

pytestmark = pytest.mark.slow


async def test_a_change_reaches_everybody_and_the_calendar_takes_it_in(talk: Talk) -> None:
    """The same event under a higher number, at the new hour."""
    await talk.say("Ada", "je viens à la permanence")
    await talk.say("Basile", "/permanence")
    await settled(talk, hour="12h30")
    await talk.goes(
        f"""
        Driss #equipe: [Changer la date]
        Bot: Quel jour
        Driss #equipe: mardi 13 janvier
        Bot: mardi 13 janvier, de 12 h 30 à 14 h 30 … Lien : {LINK} … Une inscription : Ada Exemple
        Bot → Ada: Du nouveau … mardi 13 janvier, de 12 h 30 à 14 h 30 … {LINK} [Je ne viens plus]
        Ada: permanence
        Bot: mardi 13 janvier, de 12 h 30 à 14 h 30
        """
    )

    told = files(talk, "@ada")
    assert len({str(one["uid"]) for one in told}) == 1
    assert [one["sequence"] for one in told] == [1, 2, 3]
    assert told[-1]["dtstart"].dt == datetime.fromisoformat("2026-01-13T12:30:00+01:00")
    assert "nouveau" not in heard_by(talk, "@basile")


async def test_a_skipped_month_is_told_and_may_come_back(talk: Talk) -> None:
    """Questions wait for the next; calendars strike it out, and take it in again."""
    await talk.say("Basile", "/permanence")
    await talk.press("Basile", "Apporter une question")
    await talk.say("Basile", "Où est le zorglub ?")
    await talk.goes(
        """
        Ada: je viens à la permanence
        Driss #equipe: /permanence
        Bot: Où est le zorglub [Changer la date] [Changer l’heure] [Changer le lien]
        Driss #equipe: [Sauter ce mois]
        Bot: Pas de permanence ce mois-là … Ada Exemple [Rétablir] [Les autres mois]
        Bot → Ada: mardi 6 janvier n’aura pas lieu … Prochaine … mardi 3 février [Je viens]
        Bot → Basile: Votre question attendra la permanence du mardi 3 février
        Basile: /permanence
        Bot: mardi 3 février … Ensuite : mardi 3 mars … Pas de permanence en janvier 2026
        Ada: [Je viens]
        Bot: mardi 3 février … Vous êtes inscrit·e
        Driss #equipe: [Rétablir]
        Bot: mardi 6 janvier, heure à confirmer … Une inscription : Ada Exemple
        Bot → Ada: Du nouveau … Elle a lieu mardi 6 janvier
        """
    )

    told = files(talk, "@ada")
    assert [str(one["status"]) for one in told] == ["CANCELLED", "CONFIRMED"]
    assert [one["sequence"] for one in told] == [1, 2]
    assert [row["act"] for row in await talk.dump("audit")] == [
        "meeting-skipped",
        "meeting-changed",
    ]


async def test_the_team_looks_at_any_month_and_skips_it_ahead(talk: Talk) -> None:
    """August is passed over in January; members read it when it comes near."""
    await talk.goes(
        """
        Driss #equipe: /permanence
        Driss #equipe: [Les autres mois]
        Bot: Quelle permanence [mardi 6 janvier] [mardi 3 février] [mardi 3 mars] [mardi 7 avril]
        Driss #equipe: [mardi 4 août]
        Bot: Permanence, août 2026 … mardi 4 août [Changer la date]
        Driss #equipe: [Sauter ce mois]
        Bot: Pas de permanence ce mois-là [Rétablir]
        """
    )
    await to(talk, "2026-06-20T09:00:00")

    said = await talk.say("Ada", "/permanence")

    assert "Ensuite : mardi 1er septembre et mardi 6 octobre. Pas de permanence en août" in (
        " ".join(said[0].split())
    )


async def test_the_team_s_mistakes_change_nothing(talk: Talk) -> None:
    """Each says what is wrong, and the question stands."""
    await settled(talk)
    await talk.say("Ada", "je viens à la permanence")
    before = len(heard_by(talk, "@ada"))
    await talk.press("Driss", "Changer l’heure", chat=TEAM)

    async def answered(text: str) -> str:
        return (await talk.say("Driss", text, chat=TEAM, reply_to=talk.last(TEAM)["id"]))[0]

    assert "pas compris l’heure" in await answered("25h")
    assert "pas compris l’heure" in await answered("quand vous voulez")
    await talk.say("Driss", "/annuler", chat=TEAM)
    await talk.say("Driss", "/permanence", chat=TEAM)
    await talk.press("Driss", "Changer le lien", chat=TEAM)
    assert "https://" in await answered("http://visio.example.org/b")
    assert "https://" in await answered("demandez à Driss")
    await talk.say("Driss", "/annuler", chat=TEAM)
    await talk.say("Driss", "/permanence", chat=TEAM)
    await talk.press("Driss", "Changer la date", chat=TEAM)
    assert "déjà passé" in await answered("4 janvier 2026")
    assert "un seul" in await answered("mardi 13 ou mercredi 14 janvier")
    assert "plus d’un an" in await answered("4 janvier 2028")
    assert "un seul" in await answered("bientôt")

    assert len(heard_by(talk, "@ada")) == before
    assert len(await talk.dump("audit")) == 2  # the hour and the link, before


async def test_of_two_of_the_team_who_press_at_once_one_acts(talk: Talk) -> None:
    """Two cards of one month lose their buttons together."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    await talk.say("Ada", "je viens à la permanence")
    await talk.say("Driss", "/permanence", chat=TEAM)
    first = talk.last(TEAM)["id"]
    await talk.say("Chloé", "/permanence", chat=TEAM)
    second = talk.last(TEAM)["id"]
    await talk.press("Driss", "Sauter ce mois", chat=TEAM, message=first)

    assert "plus valable" in (await talk.press("Chloé", 3, chat=TEAM, message=second))[-1]
    assert heard_by(talk, "@ada").count("n’aura pas lieu") == 1


async def test_a_stranger_to_the_team_changes_nothing(talk: Talk) -> None:
    """The team's card obeys the team, and its words are for the team's chat."""
    await talk.say("Driss", "/permanence", chat=TEAM)

    assert "réservé à l’équipe" in (await talk.press("Ada", "Sauter ce mois", chat=TEAM))[0]
    await talk.say("Ada", "/permanence")
    assert talk.last("@ada")["choices"][0] == "Je viens"


async def test_a_public_holiday_is_shown_and_the_team_asked_once(tmp_path: Path) -> None:
    """1 May 2029 is a Tuesday: keep it, move it or skip it."""
    async with talk_on("telegram", tmp_path, start="2029-04-10T09:00:00+02:00") as talk:
        await learn(talk, ())
        await talk.goes(
            """
            Ada: /permanence
            Bot: mardi 1er mai, heure à confirmer (jour férié : fête du Travail)
            Bot → #equipe: 1er mai tombe un jour férié [La garder ce jour-là] [Changer la date]
            Driss #equipe: [Changer la date]
            Bot: Quel jour
            Driss #equipe: mercredi 2 mai
            Bot: mercredi 2 mai, heure à confirmer
            """
        )
        assert "férié" not in (await talk.say("Ada", "/permanence"))[0]
        await talk.do({"do": "clock", "by": "P20D"})
        assert await talk.say("Driss", "/file", chat=TEAM) == ["Plus rien n’attend. Merci\u202f!"]
        asked = [one for one in talk.events if "tombe un jour" in one.get("text", "")]
        assert [one["event"] for one in asked] == ["message", "edit"]


async def test_a_holiday_may_be_kept(tmp_path: Path) -> None:
    """One tap, and nobody asks again."""
    async with talk_on("matrix", tmp_path, start="2029-04-10T09:00:00+02:00") as talk:
        await talk.say("Ada", "/permanence")
        said = await talk.press("Driss", "La garder ce jour-là", chat=TEAM)
        assert "mardi 1er mai a bien lieu" in said[0]


async def test_an_hour_found_in_the_settings_is_told(talk: Talk) -> None:
    """The operator writes it down, the bot starts again, those who signed up learn of it."""
    await talk.say("Ada", "je viens à la permanence")
    settings = Settings(permanence=PermanenceSettings(at="18:30", link=LINK, weekday=3))
    stage = talk.stage
    team = [Address(stage.platform, TEAM, False, TEAM)]
    await prepare(stage.app.database, settings, teams=team, now=stage.clock.now())
    await talk.do({"do": "clock", "by": "PT1M"})

    told = heard_by(talk, "@ada").replace("\u202f", " ")
    assert "Elle a lieu mardi 6 janvier, de 18 h 30 à 20 h 30" in told
    await to(talk, "2026-01-20T09:00:00")
    assert "Ensuite : jeudi 5 mars" in (
        (await talk.say("Basile", "/permanence"))[0].replace("\u202f", " ")
    )
