"""Codes that are wrong, late, seen by others, typed by others: nothing is ever half linked."""

from __future__ import annotations

import pytest

from domain.linking import Identity
from tests.dialogues.both_sides import Both
from tests.talk import Talk

GROUP = "#quartier"


@pytest.fixture
def both(talk: Talk) -> Both:
    """Ada on one platform, Adax on the other; Basile and Chloé are others."""
    return Both(talk, talk.events)


async def linked(both: Both, who: str = "Ada", account: str = "@ada") -> bool:
    """Whether somebody's account is linked."""
    async with both.talk.stage.app.database.begin() as store:
        return await store.links.of(Identity(both.platform(who), account)) is not None


async def test_what_is_no_code_is_said_so_and_costs_nothing(both: Both) -> None:
    """Words, emoji, markup, quotes of a database, a thousand letters, a code with a letter less."""
    wrong = ["bonjour", "😀" * 8, "<b>KX7P</b>", "' OR 1=1 --", "K" * 1000, "KX7P-9MT", "0O1L-0O1L"]
    for typed in wrong:
        assert "huit signes" in (await both.say("Adax", f"/lier {typed}"))[-1]
    await both.linked()


async def test_guessing_ends_after_five_tries_for_that_account_alone(both: Both) -> None:
    """A right code is not taken any more either; after an hour it is. Others are not held up."""
    for _ in range(5):
        assert "ne vaut rien" in (await both.say("Adax", "/lier ABCD-2345"))[-1]
    code = await both.code()
    assert "codes qui ne valent rien" in (await both.say("Adax", f"/lier {code}"))[-1]
    assert "codes qui ne valent rien" in (await both.say("Adax", code))[-1]

    await both.later(61)
    await both.linked()


async def test_an_account_is_given_five_codes_an_hour_and_the_newest_counts(both: Both) -> None:
    """Each new one makes the one before worth nothing."""
    codes = [await both.code() for _ in range(5)]
    assert "5 codes en une heure" in (await both.say("Ada", "/lier"))[-1]
    assert "ne vaut rien" in (await both.say("Adax", codes[3]))[-1]
    assert "C’est bien vous" in (await both.say("Adax", codes[4]))[-1]


async def test_a_code_that_is_late_is_worth_nothing_at_any_step(both: Both) -> None:
    """Ten minutes from when it was given, to the last yes."""
    code = await both.code()
    await both.later(10)
    assert "ne vaut rien" in (await both.say("Adax", code))[-1]

    code = await both.code()
    await both.say("Adax", code)
    await both.later(10)
    assert "ne vaut plus rien" in (await both.press("Adax", "Oui, c’est moi"))[-1]

    code = await both.code()
    await both.say("Adax", code)
    await both.press("Adax", "Oui, c’est moi")
    await both.later(10)
    assert "ne vaut plus rien" in (await both.press("Ada", "Oui, relier"))[-1]
    assert not await linked(both)


async def test_a_code_written_in_a_group_is_burnt_and_its_owner_told(both: Both) -> None:
    """Whoever wrote it there."""
    code = await both.code()
    await both.goes(
        f"""
        Chloé {GROUP}: /lier {code}
        Bot: il ne vaut plus rien
        Bot → Ada: Votre code a été écrit dans un groupe
        Adax: {code}
        Bot: ne vaut rien, ou plus rien
        """
    )
    assert "en privé" in (await both.say("Chloé", "/lier", chat=GROUP))[-1]
    assert "en privé" in (await both.say("Chloé", "/lier ABCD-2345", chat=GROUP))[-1]
    assert "en privé" in (await both.say("Chloé", "/delier", chat=GROUP))[-1]
    assert not await linked(both)


async def test_a_code_is_typed_once(both: Both) -> None:
    """Whoever types it second is told nothing of the first; the first goes on."""
    code = await both.code("Adax")
    await both.say("Basile", code)
    assert "ne vaut rien" in (await both.say("Chloé", code))[-1]
    assert "ne vaut rien" in (await both.say("Basile", code))[-1]
    said = await both.press("Basile", "Non, ce n’est pas moi")
    assert any("D’accord, rien n’est relié" in one for one in said)
    assert "Rien n’est relié" in both.last("@ada:exemple.org")["text"]


async def test_a_code_that_was_talked_out_of_somebody_needs_their_yes(both: Both) -> None:
    """Basile has Ada's code; she is shown his name, and says no. He read nothing of hers."""
    code = await both.code("Adax")
    await both.say("Basile", code)
    await both.press("Basile", "Oui, c’est moi")
    asked = both.last("@ada:exemple.org")
    assert "Basile Fictif" in asked["text"]
    await both.press("Adax", "Non, ce n’est pas moi")
    assert "la réponse est non" in both.last("@basile")["text"]
    assert not await linked(both, "Basile", "@basile")


async def test_somebody_elses_code_shows_whose_it_is_before_anything_is_shared(
    both: Both,
) -> None:
    """Adax was sent Basile's code; she reads his name and says no."""
    code = await both.code("Basile")
    assert "Basile Fictif" in (await both.say("Adax", code))[-1]
    await both.press("Adax", "Non, ce n’est pas moi")
    assert "la réponse est non" in both.last("@basile")["text"]
    assert not await linked(both, "Basile", "@basile")


async def test_ones_own_code_and_one_of_the_same_platform_link_nothing(both: Both) -> None:
    """The code stays good for the other account."""
    code = await both.code()
    assert "C’est ici que vous l’avez demandé" in (await both.say("Ada", code))[-1]
    assert "même messagerie" in (await both.say("Basile", code))[-1]
    assert "C’est bien vous" in (await both.say("Adax", code))[-1]


async def test_an_account_is_linked_once(both: Both) -> None:
    """A second code is not given, nor taken; a choice pressed twice does nothing twice."""
    other = await both.code("Basile")
    code = await both.code()
    await both.say("Adax", code)
    agreed = both.last("@ada:exemple.org")["id"]
    await both.press("Adax", "Oui, c’est moi")
    asked = both.last("@ada")["id"]
    await both.press("Ada", "Oui, relier")

    for who, message in (("Adax", agreed), ("Ada", asked)):
        pressed = await both.talk.press(who, 0, message=message, platform=both.platform(who))
        assert "plus valable" in pressed[-1]
    assert "des deux côtés, c’est vous" in (await both.say("Ada", "/lier"))[-1]
    assert "des deux côtés, c’est vous" in (await both.say("Adax", other))[-1]


async def test_two_links_at_once_are_one(both: Both) -> None:
    """Basile's code was typed by Adax too; whoever comes second is told, and nothing is shared."""
    first, second = await both.code(), await both.code("Basile")
    for code in (first, second):
        await both.say("Adax", code)
        await both.press("Adax", "Oui, c’est moi")
    await both.press("Ada", "Oui, relier")
    assert "déjà relié" in (await both.press("Basile", "Oui, relier"))[-1]
    assert not await linked(both, "Basile", "@basile")


async def test_nothing_is_parted_that_is_not_linked(both: Both) -> None:
    """Nor by a card of a link that is over, nor of somebody else's; not by who is not the team."""
    assert "relié à aucun autre" in (await both.say("Ada", "/delier"))[-1]
    await both.linked()
    await both.say("Ada", "/delier")
    card = both.last("@ada")["id"]
    await both.press("Ada", "Annuler")
    assert await linked(both)
    pressed = await both.talk.press("Ada", 0, message=card, platform=both.platform("Ada"))
    assert "plus valable" in pressed[-1]

    await both.say("Ada", "/delier")
    await both.say("Adax", "/delier")
    await both.press("Adax", "Chacun reprend le sien")
    assert "relié à aucun autre" in (await both.press("Ada", "Chacun reprend le sien"))[-1]
    assert "Je ne connais pas" in (await both.say("Ada", "/separer Basile"))[-1]


async def test_the_team_is_told_when_there_is_nothing_to_part(both: Both) -> None:
    """Also for somebody it never heard of."""
    await both.say("Ada", "/debut")
    await both.goes(
        """
        Driss #equipe: /separer Ada Exemple
        Bot: ne sont pas reliés
        Driss #equipe: /separer Zorglub
        Bot: Je ne connais pas « Zorglub »
        """
    )


async def test_a_card_about_the_other_number_still_works(both: Both) -> None:
    """The team had asked about an account that has become somebody else since."""
    await both.goes(
        """
        Ada: /debut
        Adax: /debut
        Driss #equipe: /bloquer @ada:exemple.org
        Bot: C’est fait [Débloquer]
        """
    )
    await both.linked()
    await both.goes(
        """
        Driss #equipe: [Débloquer]
        Bot: On peut à nouveau noter du temps avec Ada Exemple
        """
    )
