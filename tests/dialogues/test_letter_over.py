"""What is over when the letter leaves is not printed; nobody is left to wonder where it went."""

from __future__ import annotations

import pytest

from tests.dialogues.test_letter_desk import in_group, letters, proposed, until
from tests.talk import PEOPLE, TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

LETTER = "2026-02-01T09:00:00+01:00"
OVEN = "campagne : un four, jusqu’au 30 janvier"


async def approved(talk: Talk, text: str, *, who: str = "Ada") -> None:
    """Something that names its section, approved: no question asked."""
    await talk.say(who, f"/proposer {text}")
    await talk.press("Driss", "Approuver", chat=TEAM)


async def meeting(talk: Talk, text: str) -> None:
    """Something that the team puts under the next meetings, and approves."""
    await talk.say("Ada", f"/proposer retour : {text}")
    await talk.press("Driss", "Modifier", chat=TEAM)
    await talk.press("Driss", "Changer de rubrique", chat=TEAM)
    await talk.press("Driss", "Prochaines rencontres", chat=TEAM)
    await talk.press("Driss", "Approuver", chat=TEAM)


def heard(talk: Talk, chat: str, words: str) -> list[str]:
    """What was said in a chat with these words."""
    texts = [one["text"] for one in talk.events if one["event"] == "message"]
    chats = [one["chat"] for one in talk.events if one["event"] == "message"]
    return [text for text, one in zip(texts, chats, strict=True) if one == chat and words in text]


async def test_a_campaign_that_is_over_is_not_printed(talk: Talk) -> None:
    """The desk says so before, and its proposer hears it when the letter leaves, once."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await talk.goes(
        f"""
        Basile: /proposer {OVEN}
        Driss #equipe: [Approuver]
        Bot: sera dans l’agenda de la semaine du lundi 12 janvier … La lettre n’en parlera pas
        Bot → Basile: ce sera passé le jour de la lettre … Un four
        Driss #equipe: /lettre
        Bot: contient une nouvelle … Un verger … Une nouvelle sera passée … • Un four, jusqu’au
        """
    )
    await until(talk, "2026-01-31T09:00:00+01:00")
    [reminder, *_] = heard(talk, TEAM, "avec une nouvelle")
    assert "Une nouvelle sera passée le jour de la lettre" in reminder

    await until(talk, LETTER)

    [letter] = letters(talk)
    assert "verger" in str(letter["text"])
    assert "four" not in str(letter["text"])
    assert len(heard(talk, PEOPLE["Basile"][0], "le jour venu, c’était déjà passé")) == 1
    await until(talk, "2026-02-04T09:00:00+01:00")
    assert len(heard(talk, PEOPLE["Basile"][0], "le jour venu, c’était déjà passé")) == 1
    assert "passée" not in "".join(await talk.say("Driss", "/lettre", chat=TEAM))


async def test_what_was_to_come_when_approved_is_over_when_the_letter_waits(talk: Talk) -> None:
    """Held until later, it is looked at again on the day on which it is let go."""
    await in_group(talk)
    await proposed(talk, "Un verger")
    await meeting(talk, "pique-nique le 3 février à midi")
    assert heard(talk, PEOPLE["Ada"][0], "Bonne nouvelle, ceci paraîtra")
    preview = (await talk.say("Driss", "/lettre", chat=TEAM))[0]
    assert "2 nouvelles" in preview
    await talk.press("Driss", "Retenir", chat=TEAM)
    await until(talk, "2026-02-05T09:00:00+01:00")
    preview = (await talk.say("Driss", "/lettre", chat=TEAM))[0]
    assert "Une nouvelle sera passée" in preview

    await talk.press("Driss", "C’est bon, elle peut partir", chat=TEAM)

    assert "ique-nique" not in str(letters(talk)[0]["text"])
    assert len(heard(talk, PEOPLE["Ada"][0], "le jour venu, c’était déjà passé")) == 1


async def test_what_freezes_early_is_read_on_the_day_it_leaves(talk: Talk) -> None:
    """Approved in January, the letter of February prints no meeting of January; held again, new
    words bring it back.
    """
    await in_group(talk)
    await proposed(talk, "Un verger")
    await meeting(talk, "pique-nique le 30 janvier à midi")
    await until(talk, "2026-01-29T09:00:00+01:00")
    await talk.say("Driss", "/lettre", chat=TEAM)
    await talk.press("Driss", "C’est bon, elle peut partir", chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: /lettre
        Bot: Elle est prête … Une nouvelle sera passée … Pique-nique
        Driss #equipe: [Retenir]
        Driss #equipe: /lettre
        Driss #equipe: [Modifier une nouvelle]
        Driss #equipe: [Pique-nique le 30 janvier à midi]
        Driss #equipe: [Changer le texte]
        Driss #equipe: Pique-nique le 7 février à midi
        Bot: Prochaines rencontres … 7 février
        Driss #equipe: /lettre
        Bot: 2 nouvelles … Pique-nique le 7 février
        Driss #equipe: [C’est bon, elle peut partir]
        """
    )

    await until(talk, LETTER)

    assert "Pique-nique le 7 février" in str(letters(talk)[0]["text"])


async def test_a_letter_of_what_is_over_does_not_leave(talk: Talk) -> None:
    """There is nothing else in it; its proposer is told all the same, in their language."""
    await in_group(talk)
    await talk.say("Chloé", "/langue english")
    await approved(talk, "crowdfunding: an oven, until 24 January", who="Chloé")
    assert heard(talk, PEOPLE["Chloé"][0], "over by the day of the letter, so the letter will not")
    await talk.goes(
        """
        Driss #equipe: /lettre
        Bot: est vide … Une nouvelle sera passée [Retenir] [Modifier une nouvelle]
        """
    )

    await until(talk, "2026-02-04T09:00:00+01:00")

    assert letters(talk) == []
    told = heard(talk, PEOPLE["Chloé"][0], "This could not be in the letter")
    assert len(told) == 1


async def test_what_comes_again_or_was_is_printed(talk: Talk) -> None:
    """Every Tuesday is never over, and what happened is news."""
    await in_group(talk)
    await meeting(talk, "tous les mardis à 18h, à la Roue Libre fictive")
    await approved(talk, "retour : le chantier du 10 janvier, à trente")

    await until(talk, LETTER)

    text = str(letters(talk)[0]["text"])
    assert "mardis" in text
    assert "10 janvier" in text


async def test_no_meeting_before_the_letter_is_suggested(talk: Talk) -> None:
    """What is suggested is still to come on the day of the letter, and so is what was taken."""
    await in_group(talk)
    await talk.say("Driss", "/lettre", chat=TEAM)
    await talk.press("Driss", "Suggestions", chat=TEAM)
    ideas = talk.last(TEAM)["text"]
    assert "permanence" in ideas
    assert "janvier" not in ideas
