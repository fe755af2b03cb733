"""Two fabriques of one bot: which one is spoken to, and time that passes between them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from domain.ledger import AccountKind
from domain.timebank import ExchangeState
from tests.talk import SECOND, SECOND_TEAM, TEAM, Talk

pytestmark = pytest.mark.slow

GROUP = "#jardin"
NOTED = "/heures 2h à @zoe de Saint-Étienne pour relecture, hier"


@pytest.fixture
async def two(talk: Talk) -> AsyncIterator[Talk]:
    """Zoé speaks to the second fabrique, everybody else to the first."""
    await talk.second(partner_most=5)
    await talk.say("Zoé", "/fabrique Saint-Étienne")
    await talk.say("Ada", "/debut")
    yield talk
    assert await faults(talk) == []


async def faults(talk: Talk) -> list[object]:
    """What is wrong with either ledger."""
    async with talk.stage.app.database.begin() as store:
        found: list[object] = []
        for fabrique in await store.fabriques.all():
            found += await store.of(fabrique.id).ledger.faults()
        return found


async def mutual(talk: Talk) -> list[int]:
    """What the first fabrique holds of the second, and the second of the first, in minutes."""
    async with talk.stage.app.database.begin() as store:
        first, second = await store.fabriques.all()
        balances = []
        for here, there in ((first, second), (second, first)):
            ledger = store.of(here.id).ledger
            account = await ledger.account(AccountKind.FABRIQUE, there.id)
            balances.append(await ledger.balance_of(account.id))
        return balances


async def test_time_passes_from_one_fabrique_to_the_other(two: Talk) -> None:
    """The other side confirms as ever; each team sees what the two gave each other, no names."""
    await two.goes(
        """
        Ada: /heures 2h avec @zoe de Saint-Étienne pour relecture, hier
        Bot: Qui a donné de son temps ? [Moi] [Zoé Imaginée (La Fabrique de Saint-Étienne)]
        Ada: [Moi]
        Bot: A reçu ce temps : Zoé Imaginée (La Fabrique de Saint-Étienne) … 2 h [C’est juste]
        Ada: [C’est juste]
        Bot: dès que Zoé Imaginée (La Fabrique de Saint-Étienne) aura confirmé
        Bot → Zoé: Ada Exemple (La Fabrique des transitions) a donné 2 h … [Confirmer] [Contester]
        Zoé: [Confirmer]
        Bot: Échange confirmé … Votre solde : −2 h
        Bot → Ada: Échange confirmé … Votre solde : 2 h
        Driss #equipe: /partenaires
        Bot → #equipe: Saint-Étienne — nous avons donné 2 h de plus que reçu … écart permis 5 h.
        Yann #stephanois: /partners
        Bot → #stephanois: des transitions — nous avons reçu 2 h de plus que donné
        Ada: /fabrique
        Bot: La Fabrique de Saint-Étienne : nous avons donné 2 h de plus que reçu
        """
    )

    assert await mutual(two) == [-120, 120]
    assert "Zoé" not in two.last(TEAM)["text"]
    assert "Ada" not in two.last(SECOND_TEAM)["text"]


async def test_it_is_the_same_in_english_and_the_other_way(two: Talk) -> None:
    """Whoever is in the second fabrique notes with somebody of the first."""
    await two.say("Zoé", "/language English")

    await two.goes(
        """
        Zoé: /hours 1h30 to Ada Exemple of the Fabrique des transitions for the accounts, yesterday
        Bot: Zoé Imaginée … Ada Exemple (La Fabrique des transitions) … 1 h 30 min [That is right]
        Zoé: [That is right]
        Bot → Ada: Zoé Imaginée … a donné 1 h 30 à Ada Exemple … [Confirmer] [Contester]
        Ada: [Confirmer]
        Bot → Zoé: Exchange confirmed … Your balance: 1 h 30 min
        Zoé: /community
        Bot: speaking to La Fabrique de Saint-Étienne … we gave 1 h 30 min more than we received
        """
    )

    assert await mutual(two) == [90, -90]


@pytest.mark.parametrize(
    "typed", ["@zoe", "Zoé", "Zoé Imaginée", "Zoé de Saint-Étienne", "@zo de Saint-Étienne"]
)
async def test_nobody_of_another_fabrique_is_found_by_less(two: Talk, typed: str) -> None:
    """Than an exact @handle or the whole name, with the fabrique's name; nobody is ever listed."""
    said = await two.say("Ada", f"/heures 2h avec {typed} pour relecture, hier")
    assert "Imaginée" not in "".join(said).replace(typed, "")
    assert SECOND not in str(two.last("@ada")["choices"])


async def test_the_whole_name_will_do(two: Talk) -> None:
    """Accents and capitals aside."""
    await two.goes(
        """
        Ada: /heures 2h avec zoe imaginee de la fabrique de saint-etienne pour la compta, hier
        Bot: Qui a donné de son temps ? [Moi] [Zoé Imaginée (La Fabrique de Saint-Étienne)]
        """
    )


async def test_one_is_not_somebody_else_in_the_other_fabrique(two: Talk) -> None:
    """Hours given to oneself there would be hours out of nothing."""
    await two.say("Ada", "/fabrique Saint-Étienne")
    await two.say("Ada", "/fabrique transitions")
    said = await two.say("Ada", "/heures 2h à @ada de Saint-Étienne pour relecture, hier")
    assert "Un échange se note avec quelqu’un d’autre" in str(said)


async def test_what_either_side_says_holds_for_both_halves(two: Talk) -> None:
    """A contest is before both teams; whichever settles it, settles both."""
    await two.say("Ada", NOTED)
    await two.press("Ada", "C’est juste")
    await two.press("Zoé", "Contester")

    for chat in (TEAM, SECOND_TEAM):
        assert "Échange contesté" in str(
            [one["text"] for one in two.events if one.get("chat") == chat]
        )
    async with two.stage.app.database.begin() as store:
        for fabrique in await store.fabriques.all():
            (half,) = await store.of(fabrique.id).exchanges.in_state(*ExchangeState)
            assert half.state is ExchangeState.CONTESTED
    assert await mutual(two) == [0, 0]


async def test_what_is_taken_back_is_gone_on_the_other_side(two: Talk) -> None:
    """Whoever had to answer is told, and a late tap finds that."""
    await two.goes(
        f"""
        Ada: {NOTED}
        Ada: [C’est juste]
        Ada: /attente
        Bot: Zoé Imaginée (La Fabrique de Saint-Étienne) n’a pas … répondu [Retirer cet échange]
        Ada: [Retirer cet échange]
        Bot → Zoé: Ada Exemple a retiré cet échange
        Zoé: /attente
        Bot: Rien n’attend de réponse.
        """
    )

    assert await mutual(two) == [0, 0]


async def test_two_fabriques_do_not_owe_each_other_without_end(two: Talk) -> None:
    """What waits counts too; the way back is always open."""
    await two.goes(
        """
        Ada: /heures 4h à @zoe de Saint-Étienne pour relecture, hier
        Ada: [C’est juste]
        Ada: /heures 2h à @zoe de Saint-Étienne pour le site, hier
        Ada: [C’est juste]
        Bot: Avec La Fabrique de Saint-Étienne, l’écart … irait au-delà de 5 h … question
        Zoé: [Confirmer]
        Zoé: /heures 2h à @ada des transitions pour la compta, hier
        Zoé: [C’est juste]
        Ada: [Confirmer]
        """
    )

    assert await mutual(two) == [-120, 120]


async def test_what_a_fabrique_said_is_answered_in_its_name(two: Talk) -> None:
    """Zoé speaks to the first fabrique meanwhile; the card of the second still counts there."""
    await two.say("Ada", NOTED)
    await two.press("Ada", "C’est juste")
    card = two.last("@zoe")["id"]

    await two.say("Zoé", "/fabrique transitions")
    await two.tap("Zoé", "Confirmer", card)

    assert await mutual(two) == [-120, 120]
    assert "Échange confirmé" in two.last("@zoe")["text"]
    assert "0 min" in " ".join((await two.say("Zoé", "/solde"))[0].split())  # another account here
    await two.say("Zoé", f"/fabrique {SECOND}")
    assert "−2 h" in " ".join((await two.say("Zoé", "/solde"))[0].split())


async def test_whoever_moved_is_still_reached(two: Talk) -> None:
    """By notices and cards of the fabrique that they do not speak to now."""
    await two.say("Zoé", "/fabrique transitions")

    await two.goes(
        f"""
        Ada: {NOTED}
        Ada: [C’est juste]
        Bot → Zoé: Ada Exemple … a donné 2 h … [Confirmer] [Contester]
        Zoé: Confirmer
        Bot: Échange confirmé … −2 h
        """
    )


async def test_a_question_put_by_another_fabrique_is_answered_to_it(two: Talk) -> None:
    """As long as nothing else was said meanwhile; a command is for the fabrique of the chat."""
    await two.say("Ada", NOTED)
    draft = two.last("@ada")["id"]
    await two.say("Ada", "/fabrique Saint-Étienne")
    await two.tap("Ada", "C’est juste", draft)
    await two.press("Zoé", "Confirmer")

    assert await mutual(two) == [-120, 120]
    assert "La Fabrique de Saint-Étienne" in str(await two.say("Ada", "/fabrique"))


async def test_a_question_of_the_permanence_finds_its_way_back(two: Talk) -> None:
    """Asked of one fabrique, answered by its team, though the chat went over meanwhile."""
    await two.say("Ada", "Qui garde la clé du cabanon bleu ?")
    await two.press("Ada", "Poser à l’équipe")
    asked = two.last(TEAM)["id"]
    await two.say("Ada", "/fabrique Saint-Étienne")

    await two.say("Driss", "C’est Basile.", chat=TEAM, reply_to=asked)

    answer = two.last("@ada")
    assert "C’est Basile." in answer["text"]
    await two.say("Ada", "Merci, et le samedi ?", reply_to=answer["id"])
    assert "Merci, et le samedi ?" in two.last(TEAM)["text"]
    assert not [
        one for one in two.events if one.get("chat") == SECOND_TEAM and "samedi" in str(one)
    ]


async def test_a_group_goes_where_its_administrators_say(two: Talk) -> None:
    """And nobody else; a team's chat stays with its fabrique."""
    await two.do({"do": "join", "chat": GROUP, "from": "@ada"})

    await two.goes(
        """
        Basile #jardin: /fabrique Saint-Étienne
        Bot: admin
        Ada #jardin: /fabrique
        Bot: vous parlez à La Fabrique des transitions … [La Fabrique de Saint-Étienne]
        Ada #jardin: [La Fabrique de Saint-Étienne]
        Bot: vous parlez à La Fabrique de Saint-Étienne
        Driss #equipe: /fabrique Saint-Étienne
        Bot: Ce salon est celui d’une équipe
        Ada: /fabrique Vercors
        Bot: Je ne connais pas de fabrique « Vercors »
        """
    )

    async with two.stage.app.database.begin() as store:
        chat = await store.chats.known(two.stage.platform, GROUP)
        assert chat is not None
        assert chat.fabrique == (await store.fabriques.all())[1].id


async def test_one_fabrique_alone_needs_no_choice(talk: Talk) -> None:
    """Nor has it partners."""
    await talk.goes(
        """
        Ada: /fabrique
        Bot: Vous parlez à La Fabrique des transitions.
        Driss #equipe: /partenaires
        Bot: Vous parlez à La Fabrique des transitions.
        """
    )


async def test_a_link_leads_to_the_fabrique_that_made_it(two: Talk) -> None:
    """Whoever opens it has met no fabrique yet, and speaks to that one from then on."""
    await two.say("Zoé", "j'ai donné 2h à Eve Inconnue pour la compta, hier")
    await two.press("Zoé", "Inviter cette personne")
    await two.press("Zoé", "C’est juste")
    said = [
        one["text"] for one in two.events if one.get("chat") == "@zoe" and "debut x_" in one["text"]
    ]
    word = said[-1].rpartition("debut ")[2].split()[0]

    welcome = await two.say("Basile", f"/debut {word}")

    assert SECOND in str(welcome), welcome
    await two.press("Basile", "Confirmer")
    assert "−2 h" in " ".join((await two.say("Basile", "/solde"))[0].split())
    assert SECOND in str(await two.say("Basile", "/fabrique"))


async def test_a_team_has_no_right_in_the_other_fabrique(two: Talk) -> None:
    """Each decides on its own organisations and questions."""
    await two.say("Zoé", "/organisation Café fictif")
    await two.press("Zoé", "La proposer à l’équipe")

    assert "Café fictif" in two.last(SECOND_TEAM)["text"]
    assert "Café" not in str(await two.say("Driss", "/file", chat=TEAM))
    await two.press("Yann", "Oui", chat=SECOND_TEAM)
    assert "Vous pouvez maintenant agir au nom de Café fictif" in two.last("@zoe")["text"]
