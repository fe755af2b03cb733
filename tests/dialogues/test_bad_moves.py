"""Bad moves: buttons pressed twice or by others, groups that move or close, talk that crosses."""

from __future__ import annotations

import pytest

from tests.talk import PEOPLE, TEAM, Talk

pytestmark = pytest.mark.slow

GROUP = "#quartier"


async def join(talk: Talk, who: str = "Ada", group: str = GROUP) -> None:
    """Somebody adds the bot to a group, and so is an administrator of it."""
    await talk.do({"do": "join", "chat": group, "from": PEOPLE[who][0]})


async def noted(talk: Talk) -> str:
    """Ada notes an exchange; gives the message that Basile is to answer."""
    await talk.say("Basile", "/debut")
    await talk.goes(
        """
        Ada: /heures 2h à @basile pour relecture du dossier
        Bot: Échange à vérifier [C’est juste]
        Ada: [C’est juste]
        Bot → Basile: a noté un échange [Confirmer] [Contester]
        """
    )
    return str(talk.last("@basile")["id"])


async def test_a_button_pressed_twice_counts_once(talk: Talk) -> None:
    """The second press, as an old client shows it, is told that this is over."""
    card = await noted(talk)

    await talk.press("Basile", "Confirmer", message=card)
    assert "plus valable" in (await talk.press("Basile", "Confirmer", message=card))[-1]
    assert "plus valable" in (await talk.press("Basile", "Contester", message=card))[-1]

    assert [row["minutes"] for row in await talk.dump("ledger")] == [120]


async def test_a_choice_taken_in_words_cannot_be_pressed_after(talk: Talk) -> None:
    """Typing a label is pressing it; the message then offers nothing any more."""
    card = await noted(talk)

    await talk.say("Basile", "  ✅ CONFIRMER ")
    assert "plus valable" in (await talk.press("Basile", 1, message=card))[-1]

    assert [row["minutes"] for row in await talk.dump("ledger")] == [120]


async def test_a_place_that_was_never_drawn_is_refused(talk: Talk) -> None:
    """A forged press names the choice 999."""
    card = await noted(talk)
    talk.stage.world.posts[card].ever |= {f"choix {n}": "" for n in range(1000)}

    assert "plus valable" in (await talk.press("Basile", 999, message=card))[-1]
    assert await talk.dump("ledger") == []


async def test_in_a_group_a_question_is_answered_by_whom_it_asks(talk: Talk) -> None:
    """Somebody else's press is told whose question it is, and changes nothing."""
    await join(talk)
    await talk.say("Ada", "/reglages", chat=GROUP)
    await talk.press("Ada", "Changer le jour ou l’heure", chat=GROUP)
    asked = talk.last(GROUP)["id"]

    refused = await talk.press("Basile", "mardi", chat=GROUP, message=asked)

    assert "quelqu’un d’autre" in refused[-1]
    assert "À quelle heure" in (await talk.press("Ada", "mardi", chat=GROUP, message=asked))[-1]


async def test_a_stranger_to_the_team_decides_nothing(talk: Talk) -> None:
    """In the team's chat only those count of whom the platform says that they belong."""
    await talk.say("Ada", "/proposer grande tablée du quartier")
    await talk.press("Ada", "Une nouvelle")
    card = talk.last(TEAM)["id"]

    refused = await talk.press("Chloé", "Approuver", chat=TEAM, message=card)
    await talk.do({"do": "rank", "chat": TEAM, "from": "@driss", "as": "gone"})
    refused += await talk.press("Driss", "Approuver", chat=TEAM, message=card)

    assert ["réservé à l’équipe" in one for one in refused] == [True, True]
    assert await talk.dump("audit") == []


async def test_a_card_of_the_team_cannot_be_pressed_from_elsewhere(talk: Talk) -> None:
    """A message is only known in its own chat, whatever a forged press says."""
    await talk.say("Ada", "/proposer grande tablée du quartier")
    await talk.press("Ada", "Une nouvelle")
    card = talk.last(TEAM)["id"]

    assert "plus valable" in (await talk.press("Ada", "Approuver", message=card))[-1]
    assert await talk.dump("audit") == []


async def test_a_group_that_moves_keeps_its_settings_and_its_posts(talk: Talk) -> None:
    """A supergroup is the same group: what it chose stays, and its digest arrives there, once."""
    await join(talk)
    await talk.do({"do": "rank", "chat": GROUP, "from": "@ada", "as": "admin"})
    await talk.say("Ada", "/reglages", chat=GROUP)
    await talk.press("Ada", "Ne plus recevoir la lettre", chat=GROUP)

    await talk.do({"do": "migrate", "chat": GROUP, "to": "#grand"})

    shown = (await talk.say("Ada", "/reglages", chat="#grand"))[-1]
    assert "Lettre : non" in shown.replace("\u202f", " ")


async def test_a_delivery_follows_a_group_that_moves(talk: Talk) -> None:
    """What waited for the old chat is delivered in the new one."""
    await join(talk)
    await talk.do({"do": "fault", "chat": GROUP, "kind": "down"})
    await talk.say("Ada", "/agenda", chat=GROUP)
    await talk.do({"do": "migrate", "chat": GROUP, "to": "#grand"})

    await talk.do({"do": "clock", "by": "PT1M"})

    assert "Rien à l’agenda" in talk.last("#grand")["text"]


async def test_a_group_that_throws_the_bot_out_is_left_in_peace(talk: Talk) -> None:
    """Nothing is sent there any more; back again, it finds its settings as they were."""
    await join(talk)
    await talk.say("Ada", "/reglages", chat=GROUP)
    await talk.press("Ada", "Ne plus recevoir la lettre", chat=GROUP)
    await talk.do({"do": "leave", "chat": GROUP, "from": "@ada"})
    before = len(talk.events)

    await talk.do({"do": "clock", "by": "P40D"})
    assert talk.events[before:] == []

    await join(talk)
    shown = (await talk.say("Ada", "/reglages", chat=GROUP))[-1]
    assert "Lettre : non" in shown.replace("\u202f", " ")


async def test_a_person_who_blocks_the_bot_costs_nobody_else_anything(talk: Talk) -> None:
    """The notice is lost for good, and said to be; the exchange still waits."""
    await talk.say("Basile", "/debut")
    await talk.do({"do": "fault", "chat": "@basile", "kind": "refused"})

    await talk.say("Ada", "/heures 2h à @basile pour relecture")
    assert "C’est noté" in (await talk.press("Ada", "C’est juste"))[-1]

    assert "Un échange attend" in (await talk.say("Basile", "/attente"))[0]


async def test_two_questions_in_two_chats_do_not_mix(talk: Talk) -> None:
    """What Ada answers in a group is not what she was asked in private."""
    await talk.say("Basile", "/debut")
    await join(talk)
    await talk.say("Ada", "/offrir")
    await talk.say("Ada", "/besoin", chat=GROUP)

    asked = talk.last(GROUP)["id"]
    in_group = await talk.say("Ada", "relire un dossier", chat=GROUP, reply_to=asked)
    in_private = await talk.say("Ada", "réparer des vélos")

    assert "en privé" in in_group[0]
    assert "relire un dossier" in in_group[1]
    assert "réparer des vélos" in in_private[0]


async def test_talk_between_others_is_not_for_the_bot(talk: Talk) -> None:
    """In a group, only what names or answers the bot is heard; nobody is met by being there."""
    await join(talk)
    before = len(talk.events)
    await talk.say("Basile", "j’ai donné 2h à Ada hier", chat=GROUP)
    await talk.say("Chloé", "/commande_d_un_autre_robot", chat=GROUP)

    assert talk.events[before:] == []
    assert "Je ne connais pas" in (await talk.say("Ada", "/heures 2h à @basile pour essai"))[0]


@pytest.mark.parametrize("command", ["/file", "/journal"])
async def test_the_team_s_commands_are_unknown_elsewhere(talk: Talk, command: str) -> None:
    """Nobody learns that there is something to moderate."""
    assert "Je ne connais pas" in (await talk.say("Ada", command))[0]


async def test_private_things_are_not_said_in_a_group(talk: Talk) -> None:
    """A balance is between the bot and its owner."""
    await join(talk)

    assert "en privé" in (await talk.say("Ada", "/solde", chat=GROUP))[0]
    assert "Ce que vous recevez" in (await talk.say("Ada", "/reglages"))[0]
    assert "admins" in (await talk.say("Basile", "/reglages", chat=GROUP))[0]
