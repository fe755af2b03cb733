"""The letter by e-mail: asked for in private, proven by its address, sent once, left at will."""

from __future__ import annotations

import pytest

from tests.dialogues.mails import (
    ADA,
    SITE,
    code_in,
    letter_leaves,
    mailing,
    subscribed,
    words,
)
from tests.dialogues.test_letter_desk import GROUP, until
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
"""Mail is the same beside any platform."""

BAD = (
    "ada",
    "ada@",
    "@exemple.org",
    "ada@exemple",
    "ada exemple@exemple.org",
    "ada@@exemple.org",
    "ada@exemple..org",
    "ada@.exemple.org",
    "ada@exemple.org.",
    "ada@-exemple.org",
    "ada@exemple-.org",
    ".ada@exemple.org",
    "ada.@exemple.org",
    "a..da@exemple.org",
    "ada@exemple.123",
    "ada@127.0.0.1",
    "ada@[127.0.0.1]",
    '"ada lovelace"@exemple.org',
    "ada@exemple.org,basile@exemple.org",
    "ada@exemple.org\\nBcc: basile@exemple.org",
    "ada@exemple.org\\r\\nRCPT TO:<basile@exemple.org>",
    f"{'a' * 65}@exemple.org",
    f"ada@{'a' * 64}.org",
    f"ada@{'exemple.' * 32}org",
    "ada@exem_ple.org",
    "adа\u0430@exemple.org",
    "ada@exemple.org?bcc=basile@exemple.org",
    "ada@exemple.org;basile@exemple.org",
)


async def test_an_address_says_yes_by_its_code_and_has_the_letter_once(talk: Talk) -> None:
    """Double opt-in, then one mail a letter, until its owner leaves."""
    async with mailing(talk) as server:
        await talk.goes(
            """
            Ada: /lettre email
            Bot: Je peux vous envoyer la lettre [Donner mon adresse]
            Ada: [Donner mon adresse]
            Bot: À quelle adresse
            Ada: Ada@Exemple.ORG
            Bot: Je viens d’écrire à cette adresse
            """
        )
        assert server.addresses() == [ADA]
        await talk.say("Ada", code_in(server.got[0]).lower())
        await talk.goes(
            """
            Ada: /lettre email
            Bot: vous parvient à ada@exemple.org [Une autre adresse] [Ne plus la recevoir]
            """
        )
        await letter_leaves(talk)
        await talk.stage.app.postman.recover()
        await until(talk, "2026-02-02T12:00:00+01:00")

        assert server.addresses() == [ADA, ADA]
        letter = server.got[1]
        assert "Le verger est planté" in words(letter)
        assert "Le verger est planté" in words(letter, "html")
        stop = f"{SITE}/lettre/stop/"
        assert str(letter["List-Unsubscribe"]).strip().startswith(f"<{stop}")
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert (letter["Precedence"], letter["Auto-Submitted"]) == ("bulk", "auto-generated")
        assert letter["Reply-To"] == "bonjour@exemple.org"
        assert "<img" not in words(letter, "html")
        await talk.goes(
            """
            Ada: /lettre stop
            Bot: votre adresse est oubliée
            Ada: /lettre stop
            Bot: Vous ne recevez pas la lettre par e-mail
            """
        )
        await letter_leaves_again(talk)
        assert len(server.got) == 2


async def letter_leaves_again(talk: Talk) -> None:
    """The next month's letter."""
    await talk.say("Basile", "/proposer Une haie")
    await talk.press("Basile", "Une nouvelle")
    await talk.press("Driss", "Approuver", chat="#equipe")
    await until(talk, "2026-03-02T12:00:00+01:00")


async def test_no_mail_goes_to_what_is_no_address(talk: Talk) -> None:
    """Answered kindly, and nothing is sent."""
    async with mailing(talk) as server:
        for address in BAD:
            answer = "".join(await talk.say("Ada", f"/lettre email {address}"))
            assert "n’a pas la forme d’une adresse" in answer, address
    assert server.asked == 0


async def test_a_wrong_or_late_code_is_answered_kindly(talk: Talk) -> None:
    """Not a code, somebody's code of another kind, the right one after three days, or twice."""
    async with mailing(talk) as server:
        await talk.goes(
            """
            Ada: /lettre email ada@exemple.org
            Bot: Je viens d’écrire
            Ada: bonjour
            Bot: Un code a dix lettres
            Ada: AAAAA-22222
            Bot: ne correspond à aucune demande récente
            Ada: /lettre email AAAAA-22222
            Bot: ne correspond à aucune demande récente
            """
        )
        code = code_in(server.got[0])
        await until(talk, "2026-01-09T09:00:00+01:00")
        late = "".join(await talk.say("Ada", f"/lettre email {code}"))
        assert "ne correspond à aucune demande récente" in late
        await subscribed(talk, server)
        twice = "".join(await talk.say("Ada", f"/lettre email {code_in(server.got[-1])}"))
        assert "ne correspond" in twice


async def test_an_address_typed_in_a_group_is_not_repeated(talk: Talk) -> None:
    """Whoever typed it is asked to do so in private, and no mail leaves."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    async with mailing(talk) as server:
        for text in (f"/lettre email {ADA}", f"/lettre {ADA}", "/lettre stop"):
            answer = "".join(await talk.say("Basile", text, chat=GROUP))
            assert "en privé" in answer
            assert ADA not in answer
    assert server.asked == 0


async def test_without_a_relay_it_says_so(talk: Talk) -> None:
    """And tells where the letter can be read."""
    answer = "".join(await talk.say("Ada", f"/lettre email {ADA}"))
    assert "Je n’envoie pas encore d’e-mails" in answer
    assert "Je n’envoie pas encore d’e-mails" in "".join(await talk.say("Ada", "/lettre email"))


async def test_nothing_tells_whether_an_address_has_the_letter(talk: Talk) -> None:
    """Whoever asks for another's address reads the same as for a new one; its own mail differs."""
    async with mailing(talk) as server:
        await subscribed(talk, server)

        told = [await talk.say("Basile", f"/lettre email {one}") for one in (ADA, "x@exemple.org")]
        shown = await talk.say("Chloé", f"/lettre email {ADA}")
        after = await talk.say("Chloé", "/lettre email")
        left = await talk.say("Chloé", "/lettre stop")

        assert told[0] == told[1] == shown
        assert ADA in "".join(after)
        assert "oubliée" in "".join(left)
        assert "Elle la reçoit déjà" in words(server.got[1])
        assert SITE not in words(server.got[1])
        await letter_leaves(talk)
        assert server.addresses().count(ADA) == 4


async def test_an_address_is_whoever_proved_it(talk: Talk) -> None:
    """Basile types Ada's: he never sees it confirmed, nor ends it. A code moves it, once."""
    async with mailing(talk) as server:
        await talk.say("Basile", f"/lettre email {ADA}")
        await subscribed(talk, server)
        assert "vous parvient" not in "".join(await talk.say("Basile", "/lettre email"))
        await talk.say("Basile", "/lettre stop")
        assert "vous parvient" in "".join(await talk.say("Ada", "/lettre email"))
        await until(talk, "2026-01-06T10:10:00+01:00")
        await subscribed(talk, server, "Chloé")
        assert "Elle la reçoit déjà" in words(server.got[-1])
        assert "vous parvient" in "".join(await talk.say("Chloé", "/lettre email"))
        assert "Je peux vous envoyer" in "".join(await talk.say("Ada", "/lettre email"))
        await letter_leaves(talk)
    assert server.addresses()[3:] == [ADA]


async def test_nobody_is_mailed_without_end(talk: Talk) -> None:
    """A person asks three times a day; an address is written to three times, whoever asks."""
    async with mailing(talk) as server:
        for minute in range(4):
            await until(talk, f"2026-01-05T10:0{minute}:00+01:00")
            last = "".join(await talk.say("Ada", f"/lettre email {ADA}"))
            await talk.say("Ada", "/annuler")
            await talk.say("Ada", "/lettre stop")
        assert "trois fois aujourd’hui" in last
        await talk.say("Basile", f"/lettre email {ADA}")
        assert server.addresses() == [ADA] * 3
        await until(talk, "2026-01-06T10:10:00+01:00")
        await talk.say("Ada", f"/lettre email {ADA}")
        assert server.addresses() == [ADA] * 4


async def test_another_address_takes_the_place_of_the_first(talk: Talk) -> None:
    """One person, one address."""
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await subscribed(talk, server, address="ada2@exemple.org")
        before = len(server.got)
        await letter_leaves(talk)
    assert server.addresses()[before:] == ["ada2@exemple.org"]


async def test_mail_is_in_the_language_of_its_reader(talk: Talk) -> None:
    """English for who reads English, without links where there are no pages."""
    async with mailing(talk, site=None) as server:
        await talk.goes(
            """
            Basile: /language english
            Basile: /letter email basile@exemple.org
            Bot: I have just written to that address. Copy the code
            """
        )
        assert server.got[0]["Subject"] == "Do you want the alliance’s letter?"
        assert "http" not in words(server.got[0])
        await talk.say("Basile", code_in(server.got[0]))
        await letter_leaves(talk)
        letter = server.got[1]
        assert "February 2026" in str(letter["Subject"])
        assert str(letter["List-Unsubscribe"]).strip().startswith("<mailto:bonjour@exemple.org")
        assert letter["List-Unsubscribe-Post"] is None
        assert "http" not in words(letter)


async def test_whoever_wants_the_letter_has_it_here_or_reads_where_to_ask(talk: Talk) -> None:
    """In plain words or after the command, in both languages."""
    await talk.goes(
        """
        Ada: je veux m’abonner à la lettre
        Bot: je vous enverrai la lettre du mois ici … prévue … /lettre stop
        Ada: /lettre abonner
        Bot: je vous enverrai la lettre du mois ici [Tous les réglages]
        Ada: je voudrais recevoir la lettre par e-mail
        Bot: La lettre du mois arrive ici … /reglages
        Basile: /language English
        Basile: I want to receive the letter
        Bot: I will send you the letter of the month here … planned … /letter stop
        """
    )
