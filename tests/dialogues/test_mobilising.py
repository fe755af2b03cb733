"""Time asked of the team in return for time given."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.settings import Settings, TimebankSettings
from domain.mobilising import asks_team, read
from storage.chats import Address
from tests.dialogues.ledgers import balances, earned, faults
from tests.dialogues.meetings import heard_by, to
from tests.talk import TEAM, Talk

slow = pytest.mark.slow


@pytest.fixture
async def sound(talk: Talk) -> AsyncIterator[None]:
    """Whatever happened, nothing is wrong with the ledger."""
    yield
    assert await faults(talk) == []


async def announces(talk: Talk, hours: int) -> None:
    """The team announced so many hours a month."""
    settings = Settings(timebank=TimebankSettings(team_month=hours))
    await talk.settle_on(settings, Address(talk.stage.platform, TEAM, False, TEAM))


async def asked(talk: Talk, line: str = "/mobiliser 2h pour relire un dossier") -> str:
    """Ada asks; gives the id of the team's card. Driss is there."""
    await talk.say("Driss", "/aide", chat=TEAM)
    await talk.say("Ada", line)
    await talk.press("Ada", "Envoyer à l’équipe")
    return str(talk.last(TEAM)["id"])


async def drawn(talk: Talk, message: str) -> str:
    """What a message says now."""
    shown = [one for one in talk.events if one.get("id") == message and "text" in one]
    return " ".join(shown[-1]["text"].split())


@slow
async def test_a_plain_sentence_asks_the_team(talk: Talk, sound: None) -> None:
    """Asked, taken, done, confirmed by whoever asked; what is left this month is said to both."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await announces(talk, 10)
    await talk.goes(
        """
        Ada: j’ai 6 h au compteur, l’équipe peut m’aider 2 h ?
        Bot: Pour quoi
        Ada: relire un dossier
        Bot: 2 h pour : relire un dossier … Votre solde : 6 h … a annoncé 10 h, il en reste 10 h
        Ada: [Envoyer à l’équipe]
        Bot: C’est envoyé à l’équipe [Retirer ma demande]
        Bot → #equipe: Ada Exemple demande 2 h … il en reste 10 h [Je m’en charge]
        Driss #equipe: [Je m’en charge]
        Bot → Ada: l’équipe s’en charge [Retirer ma demande]
        Driss #equipe: [C’est fait]
        Bot: Combien de temps [2 h]
        Driss #equipe: [2 h]
        Bot: dès que Ada Exemple aura confirmé
        Bot → Ada: équipe a donné 2 h à Ada Exemple … relire un dossier [Confirmer] [Contester]
        Ada: [Confirmer]
        Bot: Votre solde : 4 h
        """
    )

    assert await balances(talk) == {"@ada": 240, "@basile": -360, "team": 120}
    await talk.say("Ada", "/mobiliser 9h pour une étude")
    draft = " ".join(talk.last("@ada")["text"].split())
    assert "il en reste 8 h" in draft
    assert "C’est moins que demandé" in draft


@slow
async def test_it_took_longer_than_asked(talk: Talk, sound: None) -> None:
    """Whoever did it says how long; the card stays true in the meantime."""
    card = await asked(talk)
    await talk.tap("Driss", "Je m’en charge", card, chat=TEAM)
    assert "Driss Inventé s’en charge" in await drawn(talk, card)
    await talk.tap("Driss", "C’est fait", card, chat=TEAM)
    await talk.say("Driss", "3h30", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert "C’est fait, par Driss Inventé" in await drawn(talk, card)
    await talk.press("Ada", "Confirmer")

    assert await balances(talk) == {"@ada": -210, "team": 210}


@slow
async def test_nobody_else_says_that_it_is_done(talk: Talk, sound: None) -> None:
    """Two of the team at once: the second learns who was first."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "member"})
    card = await asked(talk)
    for who in ("@driss", "@chloe"):
        pressed = {"do": "press", "chat": TEAM, "from": who, "choice": 0, "message": card}
        await talk.stage.bring(pressed)
    await talk.stage.app.settle()
    assert "Driss Inventé s’en charge" in await drawn(talk, card)
    assert "plus valable" in talk.events[-1]["text"] + heard_by(talk, TEAM)
    said = await talk.tap("Chloé", "C’est fait", card, chat=TEAM)
    assert "qui s’en charge de le dire" in said[0]
    await talk.tap("Driss", "Je rends", card, chat=TEAM)
    await talk.tap("Chloé", "Je m’en charge", card, chat=TEAM)
    assert "Chloe s’en charge" in await drawn(talk, card)


@slow
async def test_next_month_is_kept_and_shown_again(talk: Talk, sound: None) -> None:
    """The asker is told kindly; the team is reminded as the month begins, and has less left."""
    await announces(talk, 3)
    card = await asked(talk)
    await talk.tap("Driss", "Le mois prochain", card, chat=TEAM)
    assert "garde votre demande pour février 2026" in talk.last("@ada")["text"]
    assert "Remis à février 2026" in await drawn(talk, card)
    await to(talk, "2026-01-31T12:00:00")
    assert "en attente depuis" not in heard_by(talk, TEAM)
    await to(talk, "2026-02-01T10:00:00")

    shown = " ".join(talk.last(TEAM)["text"].split())
    assert "Demande en attente depuis" in shown
    assert "il en reste 1 h" in shown


@slow
async def test_the_team_cannot_and_says_so_kindly(talk: Talk, sound: None) -> None:
    """With another way; nothing waits afterwards."""
    card = await asked(talk)
    await talk.tap("Driss", "Pas possible", card, chat=TEAM)

    assert "l’équipe ne peut pas" in talk.last("@ada")["text"]
    assert "pas possible" in await drawn(talk, card)
    assert "Plus rien n’attend" in (await talk.say("Driss", "/file", chat=TEAM))[0]
    assert await balances(talk) == {}


@slow
async def test_a_request_that_waits_is_in_the_queue_and_recalled(talk: Talk, sound: None) -> None:
    """After three days, three times at most."""
    await asked(talk)
    await talk.say("Driss", "/file", chat=TEAM)
    assert "Ada Exemple demande 2 h" in " ".join(talk.last(TEAM)["text"].split())
    await to(talk, "2026-01-08T10:00:00")
    assert "en attente depuis" in talk.last(TEAM)["text"]
    await to(talk, "2026-02-20T10:00:00")

    assert heard_by(talk, TEAM).count("en attente depuis") == 3


@slow
async def test_the_asker_may_withdraw(talk: Talk, sound: None) -> None:
    """Before it is done; the team sees it, and a second tap changes nothing."""
    card = await asked(talk)
    sent = talk.last("@ada")["id"]
    await talk.press("Ada", "Retirer ma demande", message=sent)
    assert "La demande a été retirée" in await drawn(talk, card)
    said = await talk.press("Driss", 0, chat=TEAM, message=card)
    assert "plus valable" in said[0]


@slow
async def test_a_balance_below_zero_keeps_nobody_from_asking(talk: Talk, sound: None) -> None:
    """Nor does an unannounced month; the same request twice is one."""
    await earned(talk, "Ada", by="Basile", hours=6)
    await talk.goes(
        """
        Basile: /mobiliser 2h pour relire un dossier
        Bot: −6 h. Cela n’empêche pas de demander. … n’a pas annoncé d’heures
        Basile: [Envoyer à l’équipe]
        Basile: /mobiliser 2h pour relire un dossier
        Basile: [Envoyer à l’équipe]
        Bot: a déjà cette demande
        """
    )


@slow
async def test_somebody_of_the_team_does_not_help_themselves(talk: Talk, sound: None) -> None:
    """Somebody else takes it."""
    await talk.say("Driss", "/mobiliser 2h pour relire un dossier")
    await talk.press("Driss", "Envoyer à l’équipe")
    said = await talk.press("Driss", "Je m’en charge", chat=TEAM)
    assert "votre propre demande" in said[0]


@slow
async def test_an_english_asker_reads_english(talk: Talk, sound: None) -> None:
    """The team's card is in the team's language."""
    await talk.say("Ada", "/start", lang="en")
    await talk.goes(
        """
        Ada: I have 6 hours, could the team help me for 2 hours with a grant application?
        Bot: 2 h for: a grant application … has announced no hours [Send to the team]
        Ada: [Send to the team]
        Bot: The team has it [Withdraw my request]
        Bot → #equipe: Ada Exemple demande 2 h à l’équipe … a grant application
        Driss #equipe: [Je m’en charge]
        Bot → Ada: the team takes it on
        """
    )


@slow
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/mobiliser 0 min pour un dossier", "à zéro"),
        ("/mobiliser 30h pour un dossier", "trop long"),
        ("/mobiliser 2h ou 3h pour un dossier", "plusieurs durées"),
        ("/mobiliser " + "z" * 10_000, "un peu long"),
    ],
)
async def test_bad_lines_are_said_kindly(talk: Talk, line: str, said: str) -> None:
    """And nothing reaches the team."""
    assert said in (await talk.say("Ada", line))[0]
    assert "demande" not in heard_by(talk, TEAM)


@pytest.mark.parametrize(
    ("sentence", "minutes", "what"),
    [
        ("j’ai 6 h au compteur, l’équipe peut m’aider 2 h ?", 120, None),
        (
            "L’équipe pourrait m’aider deux heures pour relire un dossier svp ?",
            120,
            "relire un dossier",
        ),
        ("J'aimerais mobiliser 1h30 de l'équipe pour notre assemblée", 90, "notre assemblée"),
        ("could the team help us for 2 hours with our statutes?", 120, "our statutes"),
        ("J'ai besoin de l'équipe, 45 min pour un appel", 45, "un appel"),
        ("il me reste 3h, est-ce que l'équipe peut m'aider ?", None, None),
    ],
)
def test_a_plain_request_is_understood(
    sentence: str, minutes: int | None, what: str | None
) -> None:
    """The time that one has is not the time that one asks."""
    if "besoin de" not in sentence:
        assert asks_team(sentence)
    said = read(sentence)
    assert (said.minutes, said.what) == (minutes, what)


@pytest.mark.parametrize(
    "sentence",
    [
        "L’équipe m’a aidée 2 h hier",
        "Comment l’équipe compte-t-elle 2 h de réunion ?",
        "Qui peut m’aider 2 h samedi ?",
        "L’équipe peut m’aider ?",
        "La réunion de l’équipe dure 2 h",
        "",
    ],
)
def test_a_sentence_beside_it_asks_nothing(sentence: str) -> None:
    """A note, a question, or a need of anybody."""
    assert not asks_team(sentence)
