"""Links that open the bot at one thing, on Telegram; elsewhere the same is done without."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.talk import PEOPLE, SECOND, TEAM, Talk, talk_on

GROUP = "#quartier"


@pytest.fixture
async def on_telegram(tmp_path: Path) -> AsyncIterator[Talk]:
    """A group that Driss administers, with Ada and Basile in it, whom the bot never met."""
    async with talk_on("telegram", tmp_path) as talk:
        await talk.do({"do": "join", "chat": GROUP, "from": "@driss"})
        yield talk


def word_in(talk: Talk, chat: str) -> str:
    """The word of the link in the newest message of a chat."""
    found = re.search(r"https://t\.me/\w+\?start=([\w-]+)", str(talk.last(chat)["html"]))
    assert found, talk.last(chat)["html"]
    return found[1]


async def asked_in_group(talk: Talk) -> str:
    """Ada asks in the group what the base does not know; the word of the link she gets."""
    await talk.say("Ada", "/question Où est le zorglub ?", chat=GROUP)
    assert "La suivre en privé" in talk.last(GROUP)["text"]
    return word_in(talk, GROUP)


async def test_a_question_asked_in_a_group_is_followed_in_private(on_telegram: Talk) -> None:
    """Where it stands, what the team answered, and a detail added by a reply."""
    word = await asked_in_group(on_telegram)
    await on_telegram.goes(
        f"""
        Ada: /start {word}
        Bot: Votre question, posée le … zorglub … Elle attend l’équipe
        """
    )
    told = on_telegram.last("@ada")["id"]
    await on_telegram.say("Ada", "C’est pour demain.", reply_to=told)
    assert "C’est pour demain." in on_telegram.last(TEAM)["text"]
    await on_telegram.goes(
        f"""
        Driss #equipe: Derrière la gare.
        Ada: /start {word}
        Bot: Votre question … L’équipe y a répondu … Sa réponse … Derrière la gare.
        """
    )


async def test_somebody_elses_question_is_shown_to_nobody(on_telegram: Talk) -> None:
    """A link may be passed on; what was asked stays with who asked it."""
    word = await asked_in_group(on_telegram)
    told = await on_telegram.say("Basile", f"/start {word}")
    assert ["quelqu’un d’autre" in one for one in told] == [True]
    assert "zorglub" not in str(told)


@pytest.mark.parametrize("change", ["q_{}_", "fabrique_{}_", "fiche_{}_"])
async def test_a_forged_link_leads_nowhere(on_telegram: Talk, change: str) -> None:
    """A proof made for one thing opens no other; nor does one made up."""
    word = await asked_in_group(on_telegram)
    proof = word.rpartition("q_1_")[2]
    forged = change.format(2 if change.startswith("q") else 1) + proof
    told = await on_telegram.say("Ada", f"/start {forged}")
    assert ["Ce lien ne mène nulle part" in one for one in told] == [True]
    told = await on_telegram.say("Ada", "/start q_1_aaaaaaaaaaaa")
    assert ["Ce lien ne mène nulle part" in one for one in told] == [True]


async def test_any_other_word_is_a_welcome(on_telegram: Talk) -> None:
    """Whoever follows an address from elsewhere is met like everybody."""
    told = await on_telegram.say("Ada", "/start affiche-de-printemps")
    assert "et bienvenue" in told[-1]


async def test_a_link_of_a_group_is_not_opened_in_the_group(on_telegram: Talk) -> None:
    """What is one person's is told in private."""
    word = await asked_in_group(on_telegram)
    told = await on_telegram.say("Ada", f"/start {word}", chat=GROUP)
    assert "zorglub" not in str(told)


async def test_an_answer_goes_on_in_private_by_a_link(on_telegram: Talk) -> None:
    """The bot may not write first to somebody whom it never met; they come to it in one tap."""
    await on_telegram.say("Ada", "/question c'est quand la permanence", chat=GROUP)
    answer = on_telegram.last(GROUP)["id"]
    await on_telegram.press("Ada", "Continuer en privé", chat=GROUP, message=answer)
    assert "Ada Exemple, ouvrez ce lien" in on_telegram.last(GROUP)["text"]
    word = word_in(on_telegram, GROUP)
    assert word.startswith("fiche_")
    await on_telegram.goes(
        f"""
        Ada: /start {word}
        Bot: la permanence … premier mardi … Source [👍 C’est ça] [Pas tout à fait]
        """
    )


async def test_an_entry_that_was_retired_leads_nowhere(on_telegram: Talk) -> None:
    """And an entry that went into another leads to that one, as everywhere."""
    await on_telegram.say("Ada", "/question c'est quand la permanence", chat=GROUP)
    answer = on_telegram.last(GROUP)["id"]
    await on_telegram.press("Ada", "Continuer en privé", chat=GROUP, message=answer)
    word = word_in(on_telegram, GROUP)
    app = on_telegram.stage.app
    async with app.database.begin(on_telegram.stage.fabrique.id) as store:
        number = int(word.split("_")[1])
        await store.knowledge.retire(number, by=None, now=on_telegram.stage.clock.now())
    told = await on_telegram.say("Ada", f"/start {word}")
    assert ["Ce lien ne mène nulle part" in one for one in told] == [True]


async def test_a_link_invites_to_a_fabrique(on_telegram: Talk) -> None:
    """Whoever opens it speaks to that one, whichever the bot would have thought of."""
    await on_telegram.second()
    await on_telegram.say("Ada", "Bonjour")
    await on_telegram.say("Yann", "/inviter", chat="#stephanois")
    word = word_in(on_telegram, "#stephanois")
    assert word.startswith("fabrique_2_")
    await on_telegram.goes(
        f"""
        Ada: /start {word}
        Bot: bienvenue … {SECOND}
        Ada: /fabrique
        Bot: vous parlez à {SECOND}
        Basile: /start {word}
        Bot: bienvenue … {SECOND}
        """
    )
    assert PEOPLE["Basile"][0] == "@basile"


async def test_a_link_outlives_a_restart(on_telegram: Talk) -> None:
    """Its key is kept with the fabrique, not with a process or a token."""
    word = await asked_in_group(on_telegram)
    await on_telegram.restart()
    told = await on_telegram.say("Ada", f"/start {word}")
    assert "zorglub" in told[-1]


async def test_in_english_too(on_telegram: Talk) -> None:
    """Each reader in their own language, whatever the group reads."""
    word = await asked_in_group(on_telegram)
    await on_telegram.say("Ada", "/language english")
    await on_telegram.goes(
        f"""
        Ada: /start {word}
        Bot: Your question, asked on … zorglub … It waits for the team
        Ada: /start q_1_aaaaaaaaaaaa
        Bot: This link leads nowhere
        Ada: /invite
        Bot: Here is how to invite people … it opens a conversation with me
        """
    )


async def test_where_there_are_no_links_nothing_promises_one(tmp_path: Path) -> None:
    """On Matrix one gives the bot's address, and a question is followed where it was asked."""
    async with talk_on("matrix", tmp_path) as talk:
        await talk.do({"do": "join", "chat": GROUP, "from": "@driss"})
        await talk.say("Ada", "/question Où est le zorglub ?", chat=GROUP)
        assert "en privé" not in talk.last(GROUP)["text"]
        told = await talk.say("Ada", "!inviter")
        assert "Donnez mon adresse" in told[-1]
