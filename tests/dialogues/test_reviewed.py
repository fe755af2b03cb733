"""Faults that a second look found, each told as the conversation in which it showed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from chat.transport import Act, Attachment, Heard, Place, Speaker
from storage.chats import Address
from tests.dialogues.test_agenda_trust import CALENDAR, FEED
from tests.talk import START, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

GROUP = "#jardin"


async def test_a_file_that_breaks_while_it_is_looked_at_is_one_fault(tmp_path: Path) -> None:
    """Its sender gets a code; the next message is answered."""
    attachment = Attachment("document", "a.ics", "text/calendar", 10, "\0")
    heard = Heard(
        update="poison",
        act=Act.SAID,
        place=Place("telegram", "@ada", private=True),
        speaker=Speaker("@ada", "Ada Exemple"),
        sent_at=datetime.fromisoformat(START),
        message="w0",
        attachment=attachment,
    )
    async with talk_on("telegram", tmp_path) as talk:
        await talk.stage.inboxes["telegram"].put([heard])
        await talk.stage.app.settle()

        assert talk.stage.world.faults == 1
        assert "donnez ce code" in talk.last("@ada")["text"]
        assert "Votre compte" in (await talk.say("Ada", "/solde"))[-1]
        talk.stage.world.faults = 0


async def test_a_chat_that_is_the_team_s_no_longer_sees_nothing_more(talk: Talk) -> None:
    """The settings name another one: questions go there alone, and the old one has no rights."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        await store.chats.only_team([])
        new = Address(talk.stage.platform, "#nouvelle", False, "")
        await store.chats.make_team(new, language="fr", now=talk.stage.clock.now())

    await talk.say("Ada", "/question Qui a vu le zorglub bleu ?")

    chats = {one["chat"] for one in talk.events if one["event"] == "message"}
    assert chats == {"@ada", "#nouvelle"}
    assert await talk.say("Driss", "/file", chat=TEAM) == []


async def test_new_words_of_a_followed_calendar_change_nothing_unseen(
    talk: Talk, tmp_path: Path
) -> None:
    """What the team approved stays in its words, and the team is asked about the new ones."""
    calendar = tmp_path / "a.ics"
    calendar.write_text(CALENDAR.format(hour=18, title="Concert doux"))
    await talk.do({"do": "feed", "url": FEED, "path": str(calendar)})
    await talk.say("Ada", f"/proposer {FEED}")
    await talk.press("Driss", "Approuver", chat=TEAM)
    calendar.write_text(CALENDAR.format(hour=18, title="Achetez tout"))

    await talk.do({"do": "clock", "by": "PT7H"})

    (event,) = await talk.dump("events")
    assert (event["title"], event["state"]) == ("Concert doux", "approved")
    assert "Achetez tout" in talk.last(TEAM)["text"]
    assert talk.last(TEAM)["choices"]


async def test_a_refused_file_does_not_keep_a_calendar_out(talk: Talk, tmp_path: Path) -> None:
    """Somebody sent the venue's event under another title; the venue's own still comes in."""
    calendar = tmp_path / "a.ics"
    calendar.write_text(CALENDAR.format(hour=18, title="Faux"))
    sent = {"do": "send_file", "chat": "@basile", "from": "@basile", "name": "a.ics"}
    await talk.do(sent | {"path": str(calendar)})
    await talk.press("Driss", "Refuser", chat=TEAM)
    calendar.write_text(CALENDAR.format(hour=18, title="Vrai"))
    await talk.do({"do": "feed", "url": FEED, "path": str(calendar)})

    await talk.say("Ada", f"/proposer {FEED}")

    assert [(one["title"], one["state"]) for one in await talk.dump("events")] == [
        ("Faux", "refused"),
        ("Vrai", "proposed"),
    ]


async def test_nobody_types_the_choice_of_somebody_else(talk: Talk) -> None:
    """What Ada was asked in a group stays hers."""
    await talk.say("Ada", "/debut")
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Ada", "/proposer Ma fête", chat=GROUP)
    asked = talk.last(GROUP)["id"]

    await talk.say("Chloé", "@fabrique Une nouvelle", chat=GROUP)

    said = await talk.press("Ada", "Une nouvelle", chat=GROUP, message=asked)
    assert "L’équipe va relire" in said[0]


async def test_a_choice_is_typed_although_other_choices_came_after(talk: Talk) -> None:
    """A question asked waits for its own answer, whatever arrives meanwhile."""
    await talk.say("Basile", "/offrir compta")
    await talk.say("Basile", "/heures avec @basile")
    await talk.say("Ada", "/heures avec @basile pour essai")
    await talk.say("Basile", "/debut")

    assert "Combien de temps" in (await talk.say("Ada", "Moi"))[-1]


@pytest.mark.parametrize("act", ["edit", "reply"])
async def test_who_talks_with_others_in_a_group_is_not_met(talk: Talk, act: str) -> None:
    """Their name cannot be asked for afterwards."""
    await talk.say("Ada", "/debut")
    hers = {"do": "say", "chat": GROUP, "from": "@eve", "name": "Eve Inconnue", "text": "Salut"}
    await talk.do(hers | {"as": "t1"})
    if act == "edit":
        await talk.do({"do": "edit", "message": "t1", "text": "Salut à tous"})
    else:
        await talk.do(hers | {"text": "Et toi ?", "reply_to": "t1"})

    assert "Je ne connais pas" in (await talk.say("Ada", "/heures 1h avec Eve Inconnue"))[-1]


async def test_who_was_never_met_in_private_is_asked_to_write_first(talk: Talk) -> None:
    """An answer that comes later could not reach them."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})

    assert "d’abord en privé" in (await talk.say("Ada", "/besoin un vélo", chat=GROUP))[-1]


async def test_the_team_learns_that_its_answer_reached_nobody(talk: Talk) -> None:
    """The asker blocked the bot meanwhile."""
    await talk.say("Ada", "Qui a vu le zorglub bleu ?")
    card = talk.last(TEAM)["id"]
    await talk.do({"do": "fault", "chat": "@ada", "kind": "refused"})

    await talk.say("Driss", "Personne.", chat=TEAM, reply_to=card)

    assert "Je n’ai pas pu remettre" in talk.last(TEAM)["text"]


async def test_nothing_reaches_a_group_that_removed_the_bot(talk: Talk) -> None:
    """Until it is brought back."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.do({"do": "leave", "chat": GROUP, "from": "@ada"})
    before = len(talk.events)

    await talk.do({"do": "clock", "by": "P30D"})

    assert [one for one in talk.events[before:] if one.get("chat") == GROUP] == []
