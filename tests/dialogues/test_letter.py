"""The letter, languages and the team's own view of things."""

from __future__ import annotations

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""One platform is enough here: `everywhere.txt` goes through all of this on each."""

GROUP = "#quartier"


async def test_news_is_gathered_approved_and_posted_on_the_first(talk: Talk) -> None:
    """Once a month, to each group, with what the team approved and nothing else."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.goes(
        """
        Ada: /proposer Le verger est planté <b>
        Ada: [Une nouvelle]
        Bot: L’équipe va relire cette nouvelle
        Bot → #equipe: Ada Exemple propose une nouvelle … Le verger est planté [Approuver] [Refuser]
        Driss #equipe: [Approuver]
        Bot → Ada: ceci paraîtra dans la lettre du mois (février 2026)
        Ada: /proposer Publicité
        Ada: [Une nouvelle]
        Driss #equipe: [Refuser]
        Bot → Ada: n’a pas été retenu
        Driss #equipe: /lettre
        Bot: la prochaine lettre contient une nouvelle … Le verger est planté
        Ada: /lettre
        Bot: pas encore eu de lettre
        """
    )

    await talk.do({"do": "clock", "to": "2026-03-02T12:00:00+01:00"})

    letters = [one for one in talk.events if one.get("chat") == GROUP and "verger" in one["text"]]
    assert [one["at"] for one in letters] == ["2026-02-01T08:00:00+01:00"]
    assert "Publicité" not in letters[0]["text"]
    assert "verger" in (await talk.say("Ada", "/lettre"))[0]
    assert "vide" in (await talk.say("Driss", "/lettre", chat=TEAM))[0]


async def test_a_person_chooses_a_language_in_one_word_or_one_tap(talk: Talk) -> None:
    """What follows is in that language, notices from others included."""
    await talk.goes(
        """
        Basile: /language
        Bot: Dans quelle langue [Français] [English]
        Basile: [English]
        Bot: I now write in English
        Ada: /heures 2h à @basile pour essai
        Ada: [C’est juste]
        Bot → Basile: Ada Exemple noted [Confirm] [Dispute]
        Basile: /pending
        Bot: One exchange
        Bot: Ada Exemple noted [Confirm] [Dispute]
        Basile: /langue klingon
        Bot: French and English
        Basile: [Français]
        """
    )


async def test_a_client_s_language_is_the_first_guess(talk: Talk) -> None:
    """An English client is greeted in English, any other in French."""
    assert "welcome" in (await talk.say("Ada", "/start", lang="en-GB"))[0].casefold()
    assert "bienvenue" in (await talk.say("Basile", "/start", lang="de"))[0]


async def test_a_group_has_a_language_of_its_own(talk: Talk) -> None:
    """Its administrators choose it; people keep theirs in private."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    assert "English" in (await talk.say("Ada", "/langue english", chat=GROUP))[0]
    assert "next seven days" in (await talk.say("Basile", "/help", chat=GROUP))[0]
    assert "sept jours" in (await talk.say("Basile", "/help"))[0]


async def test_the_queue_shows_all_that_waits_oldest_first(talk: Talk) -> None:
    """Questions, events, news, contested exchanges: each with its buttons."""
    await talk.say("Basile", "/debut")
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Ada: /proposer Le verger est planté
        Ada: [Une nouvelle]
        Ada: /heures 2h à @basile pour essai
        Ada: [C’est juste]
        Basile: [Contester]
        Bot: cet échange ne compte pas
        Bot → Ada: Basile Fictif conteste
        Bot → #equipe: Échange contesté … Ada Exemple … Basile Fictif
        Driss #equipe: /file
        Bot: 3 choses attendent
        Bot: pose une question [Répondre]
        Bot: Échange contesté … Ada Exemple … Basile Fictif [C’est juste] [Corriger] [Classer]
        Bot: Le verger est planté [Approuver] [Refuser]
        """
    )
    shown = [one for one in talk.events if "Classer" in one.get("choices", [])]
    await talk.press("Driss", "Classer", chat=TEAM, message=shown[-1]["id"])
    await talk.say("Driss", "Noté deux fois.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert [row["act"] for row in await talk.dump("audit")] == ["settle"]
    assert "2 choses" in (await talk.say("Driss", "/file", chat=TEAM))[0]
    assert await talk.dump("ledger") == []


async def test_two_of_the_team_decide_once(talk: Talk) -> None:
    """Whoever comes second is told that somebody has decided."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    await talk.say("Ada", "/proposer Le verger est planté")
    await talk.press("Ada", "Une nouvelle")
    first = talk.last(TEAM)["id"]
    await talk.say("Driss", "/file", chat=TEAM)
    second = talk.last(TEAM)["id"]
    await talk.press("Driss", "Approuver", chat=TEAM, message=first)

    refused = await talk.press("Chloé", "Refuser", chat=TEAM, message=second)

    assert len(refused) == 1
    assert [row["act"] for row in await talk.dump("audit")] == ["approved"]


async def test_the_log_tells_who_did_what(talk: Talk) -> None:
    """In words, for the team; empty while nothing was decided."""
    assert "vide" in (await talk.say("Driss", "/journal", chat=TEAM))[0]
    await talk.say("Ada", "/proposer Le verger est planté")
    await talk.press("Ada", "Une nouvelle")
    await talk.press("Driss", "Approuver", chat=TEAM)

    told = (await talk.say("Driss", "/journal", chat=TEAM))[0]

    assert "Driss Inventé a approuvé l’idée «" in told
