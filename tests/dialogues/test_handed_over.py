"""A question before the team: its card, who takes it, who answers, and how it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PermanenceSettings, Settings
from storage.chats import Address
from storage.outcomes import Outcome
from tests.talk import PEOPLE, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

SALON = "#salon"
QUESTION = "Où est le zorglub ?"
KNOWN = "how much does it cost to become an ally?"
MAYBE = "Faut-il payer pour être allié·e\u202f?"


async def card(talk: Talk, chat: str = TEAM) -> str:
    """The text of the newest card in a chat, as it is drawn now."""
    cards = [
        one
        for one in talk.events
        if one.get("chat") == chat and one["event"] == "message" and "pose une" in one["text"]
    ]
    return now(talk, cards[-1]["id"])


def now(talk: Talk, message: str) -> str:
    """A message as it is drawn now."""
    drawn = [
        one for one in talk.events if one.get("id") == message or one.get("message") == message
    ]
    return str(drawn[-1]["text"])


async def outcomes(talk: Talk) -> list[Outcome]:
    """What came of answers."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        return list(await store.outcomes.all())


async def test_the_card_says_what_the_bot_knew_and_what_was_asked_before(talk: Talk) -> None:
    """Where and when it was asked, what came near, and what became of the same question."""
    await talk.say("Chloé", "zorglub : c’est où ?")
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    await talk.goes(
        """
        Ada: Où est donc le zorglub ?
        Bot → #equipe: En privé, lundi 5 janvier à 9 h … On a déjà demandé … « zorglub : c’est où
        Bot → #equipe: réponse : « Derrière la gare. » … répondez à ce message
        Basile: how much does it cost to become an ally?
        Basile: [None of these]
        Bot → #equipe: J’hésitais ; ce pouvait être : • Faut-il payer pour être allié·e ?
        """
    )

    assert "Envoyer cette fiche" not in talk.last("@ada").get("choices", [])
    assert talk.last(TEAM)["choices"] == [
        "Répondre",
        "Je m’en occupe",
        "Même question que…",
        "Pas pour nous",
        "Envoyer cette fiche",
    ]


async def test_the_card_stays_true_and_its_choices_follow(talk: Talk) -> None:
    """Taken, given back, answered, opened again, closed: one card tells it all."""
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Driss #equipe: [Je m’en occupe]
        Bot: Driss s’en occupe [Répondre] [Je rends] [Même question que…] [Pas pour nous]
        Driss #equipe: [Je rends]
        Bot: pose une question … répondez à ce message [Répondre] [Je m’en occupe]
        Driss #equipe: Derrière la gare.
        Bot: Répondue par Driss Inventé [Ajouter à la base] [Rouvrir]
        Driss #equipe: [Rouvrir]
        Bot: Relancée [Répondre] [Je m’en occupe]
        Driss #equipe: [Pas pour nous]
        Bot → Ada: ne peut pas y répondre
        Bot → #equipe: Fermée par Driss [Rouvrir]
        Driss #equipe: [Rouvrir]
        Bot: Relancée [Répondre]
        """
    )

    acts = [(row["act"], row["by"]) for row in await talk.dump("audit")]
    done = ["take", "give-back", "answer", "reopen", "dismiss", "reopen"]
    assert acts == [(act, "@driss") for act in done]
    assert "a rendu la question «" in (await talk.say("Driss", "/journal", chat=TEAM))[0]


async def test_each_chat_of_the_team_has_the_card(tmp_path: Path) -> None:
    """One on Telegram, one on Matrix: what happens in one is drawn in the other."""
    async with talk_on("telegram", tmp_path) as talk:
        teams = [Address("telegram", TEAM, False, TEAM), Address("matrix", SALON, False, SALON)]
        await talk.say("Ada", QUESTION)
        await talk.settle_on(Settings(), *teams)
        await talk.do(
            {"do": "rank", "chat": SALON, "from": "@chloe", "as": "member", "platform": "matrix"}
        )
        assert QUESTION in await card(talk, SALON), "a chat that joins is shown what waits"

        await talk.press("Driss", "Je m’en occupe", chat=TEAM)
        assert "Driss s’en occupe" in await card(talk, SALON)
        refused = await talk.press("Chloé", "Je rends", chat=SALON, platform="matrix")
        assert "Driss s’en occupe déjà" in refused[-1]

        await talk.say("Chloé", "/file", chat=SALON, platform="matrix")
        reply_to = talk.last(SALON)["id"]
        await talk.say("Chloé", "Ici.", chat=SALON, platform="matrix", reply_to=reply_to)

        assert "Driss s’en occupait" in talk.last(SALON)["text"]
        for chat in (TEAM, SALON):
            assert "Répondue par Chloé Modèle" in await card(talk, chat)


async def test_two_people_of_the_team_who_answer_at_once_are_told(talk: Talk) -> None:
    """Both texts arrive; the second is said to complete the first."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    await talk.say("Ada", QUESTION)
    asked = talk.last(TEAM)["id"]
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=asked)

    said = await talk.say("Chloé", "Au premier étage.", chat=TEAM, reply_to=asked)

    assert "L’équipe complète sa réponse" in talk.last("@ada")["text"].replace("\u202f", " ")
    assert "Driss Inventé avait déjà répondu" in " ".join(said)
    assert "Répondue par Chloé Modèle" in await card(talk)

    await talk.say("Chloé", "Sonnez.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert "Sonnez." in talk.last("@ada")["text"], "the receipt is about the question too"


async def test_a_team_that_speaks_english_reads_english_cards(talk: Talk) -> None:
    """And its asker French ones; what people wrote stays as it is."""
    await talk.say("Driss", "/langue English", chat=TEAM)
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Bot: J’ai transmis votre question
        Bot → #equipe: Ada Exemple asks a question Où est le zorglub ? In private [Answer]
        Driss #equipe: [I will look after it]
        Bot: is looking after it [Answer] [Give it back] [Same question as…] [Not for us]
        Driss #equipe: Derrière la gare.
        Bot: I passed it on to Ada Exemple
        Bot: Answered by Driss Inventé [Add to the base] [Open again]
        Bot → Ada: Réponse de l’équipe Derrière la gare.
        Driss #equipe: [Add to the base]
        Bot: To be checked … Où est le zorglub ? Derrière la gare. [Publish] [Change the title]
        Driss #equipe: [Publish]
        Bot: It is in the base
        """
    )


async def test_the_asker_s_reply_opens_the_question_again_at_the_same_place(talk: Talk) -> None:
    """It stands below the card, which says so; thanks change nothing."""
    await talk.say("Ada", QUESTION)
    asked = talk.last(TEAM)["id"]
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=asked)
    answer = talk.last("@ada")["id"]

    assert "Avec plaisir" in (await talk.say("Ada", "Merci beaucoup !", reply_to=answer))[0]
    assert "Répondue" in await card(talk)

    await talk.say("Ada", "Et à pied, c’est loin ?", reply_to=answer)
    more = talk.last(TEAM)
    assert ("Ada Exemple ajoute" in more["text"], more["reply_to"]) == (True, asked)
    assert "Relancée" in await card(talk)
    await talk.say("Driss", "Dix minutes.", chat=TEAM, reply_to=more["id"])
    assert "Réponse de l’équipe Dix minutes." in " ".join(talk.last("@ada")["text"].split())


async def test_a_fabrique_may_sign_with_first_names(talk: Talk) -> None:
    """And only with those."""
    settings = Settings(permanence=PermanenceSettings(signs_as="person"))
    await talk.settle_on(settings, Address(talk.stage.platform, TEAM, False, TEAM))
    await talk.say("Ada", QUESTION)
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert talk.last("@ada")["text"].startswith("Driss vous répond\nDerrière la gare.")


async def test_one_tap_sends_the_entry_that_the_bot_had_in_mind(talk: Talk) -> None:
    """The asker has it, the entry learns the wording, and the bot was right."""
    await talk.say("Ada", f"/anonymous {KNOWN}", lang="en")
    await talk.press("Driss", "Envoyer cette fiche", chat=TEAM)

    said = talk.last("@ada")["text"]
    assert said.startswith(f"The team answers you with this entry\n\n{MAYBE}")
    assert "Source:" in said
    assert f"Dans la base\u202f: {MAYBE}" in await card(talk)
    assert [one.right for one in await outcomes(talk)] == [True]
    again = await talk.say("Chloé", KNOWN, lang="en")
    assert MAYBE in again[0], "the next who asks in these words is answered"


async def test_another_answer_says_that_the_bot_was_wrong(talk: Talk) -> None:
    """Once, for the first answer; whoever never had a suggestion counts for nothing."""
    await talk.say("Ada", f"/anonymous {KNOWN}")
    asked = talk.last(TEAM)["id"]
    for text in ("Rien du tout.", "Vraiment rien."):
        await talk.say("Driss", text, chat=TEAM, reply_to=asked)
    await talk.say("Chloé", "zorglub zorglub ?")
    await talk.say("Driss", "Non.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert [one.right for one in await outcomes(talk)] == [False]


async def test_what_the_asker_judged_is_not_judged_by_the_team_again(talk: Talk) -> None:
    """One question counts once, also when a warning stood in between."""
    await talk.say("Ada", f"{KNOWN} 06 12 34 56 78", lang="en")
    await talk.press("Ada", "None of these")
    await talk.press("Ada", "Mask it and send")
    await talk.press("Driss", "Envoyer cette fiche", chat=TEAM)

    assert MAYBE in talk.last("@ada")["text"]
    assert [one.right for one in await outcomes(talk)] == [False]


async def test_who_asks_again_and_again_has_asked_once(talk: Talk) -> None:
    """Ten times in a minute: the team reads it once, and the person is told since when."""
    await talk.say("Ada", QUESTION)
    for wording in ("où est le zorglub", "OÙ EST LE ZORGLUB ????", "Ou est le zorglubb ?") * 3:
        await talk.do({"do": "clock", "by": "PT6S"})
        said = await talk.say("Ada", wording)
        assert "déjà chez l’équipe, depuis le lundi 5 janvier à 9 h" in said[0].replace(
            "\u202f", " "
        )
    cards = [one for one in talk.events if "pose une question" in one.get("text", "")]
    assert len(cards) == 1

    await talk.say("Chloé", QUESTION)
    assert "Chloé Modèle pose une question" in await card(talk)


async def test_what_waits_is_shown_with_its_age_oldest_first(talk: Talk) -> None:
    """The card further up gives way, so that there is one to keep true."""
    await talk.say("Ada", QUESTION)
    first = talk.last(TEAM)["id"]
    await talk.do({"do": "clock", "by": "PT5H"})
    await talk.say("Chloé", "Qui garde les clefs du tiroir ?")

    said = await talk.say("Driss", "/file", chat=TEAM)

    ages = [one.split(".")[0] for one in said if "Attend depuis" in one]
    assert ages == ["⏳ Attend depuis 5 heures", "⏳ Attend depuis moins d’une heure"]
    assert "Cette carte est plus bas" in now(talk, first)
    await talk.press("Driss", "Je m’en occupe", chat=TEAM, message=talk.last(TEAM)["id"])
    assert "s’en occupe" in await card(talk)
    assert (
        "plus valable"
        in (await talk.press("Driss", "Je m’en occupe", chat=TEAM, message=first))[-1]
    )


async def test_a_long_question_is_read_whole_and_its_card_stays_one_message(talk: Talk) -> None:
    """The card shows the beginning, so that it can be redrawn."""
    await talk.say("Ada", "zorglub " * 240)

    shown, whole = [one["text"] for one in talk.events if one.get("chat") == TEAM][-2:]
    assert ("en entier" in whole, whole.count("zorglub")) == (True, 240)
    assert "pose une question" in shown
    await talk.press("Driss", "Je m’en occupe", chat=TEAM)
    assert "s’en occupe" in await card(talk)


async def test_who_blocked_the_bot_can_still_be_answered_later(talk: Talk) -> None:
    """The team learns that it did not arrive, and may answer that very message."""
    await talk.say("Ada", QUESTION)
    await talk.do({"do": "fault", "chat": "@ada", "kind": "refused"})
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    lost = talk.last(TEAM)
    assert "pas pu remettre" in lost["text"]

    await talk.say("Driss", "Encore : derrière la gare.", chat=TEAM, reply_to=lost["id"])
    assert "Encore" in talk.last("@ada")["text"]


async def test_a_question_from_a_group_that_is_gone_is_answered_in_private(talk: Talk) -> None:
    """The bot was removed there meanwhile; the asker is still known."""
    await talk.say("Ada", "/debut")
    await talk.do({"do": "join", "chat": "#quartier", "from": "@ada"})
    await talk.say("Ada", f"/question {QUESTION}", chat="#quartier")
    assert "Dans « #quartier »" in (await card(talk)).replace("\u202f", " ")
    asked = talk.last(TEAM)["id"]
    await talk.do({"do": "leave", "chat": "#quartier", "from": "@ada"})

    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=asked)

    assert "Derrière la gare." in talk.last("@ada")["text"]


async def test_without_a_team_s_chat_nothing_is_lost(tmp_path: Path) -> None:
    """The question, and what was added, wait for a chat to be named, also over a restart."""
    async with talk_on("matrix", tmp_path) as talk:
        await talk.settle_on(Settings())
        await talk.goes(
            """
            Ada: Où est le zorglub ?
            Bot: Je garde votre question
            """
        )
        await talk.say("Ada", "Le bleu, je veux dire.", reply_to=talk.last("@ada")["id"])
        await talk.do({"do": "clock", "by": "P5D"})
        assert [one for one in talk.events if one.get("chat") == SALON] == []

        await talk.settle_on(Settings(), Address("telegram", SALON, False, SALON))
        await talk.do(
            {"do": "rank", "chat": SALON, "from": "@driss", "as": "member", "platform": "telegram"}
        )

        shown = await card(talk, SALON)
        assert "Où est le zorglub ?\nLe bleu, je veux dire." in shown
        await talk.restart()
        cards = [
            one for one in talk.events if one.get("chat") == SALON and "pose une" in one["text"]
        ]
        assert len(cards) == 1
        more = {"chat": SALON, "platform": "telegram", "reply_to": cards[0]["id"]}
        await talk.say("Driss", "Derrière la gare.", **more)
        assert "Derrière la gare." in talk.last("@ada")["text"]


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_a_conversation_goes_on_across_platforms_and_restarts(
    tmp_path: Path, asking: str, team: str
) -> None:
    """Taken, answered, asked again, answered again: the bot is killed before each of them."""
    async with talk_on(team, tmp_path) as talk:
        await talk.say("Ada", "Where is the zorglub?", platform=asking, lang="en")
        await talk.restart()
        await talk.press("Driss", "Je m’en occupe", chat=TEAM)
        asked = talk.last(TEAM)["id"]
        await talk.restart()
        await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=asked)
        answer = talk.last("@ada")
        assert (answer["platform"], "The team’s answer" in answer["text"]) == (asking, True)
        await talk.restart()
        await talk.say("Ada", "And on foot?", platform=asking, reply_to=answer["id"])
        assert "Relancée" in await card(talk)
        await talk.restart()
        await talk.say("Driss", "Dix minutes.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
        assert "Dix minutes." in talk.last("@ada")["text"]
        assert PEOPLE["Ada"][1] in await card(talk)
