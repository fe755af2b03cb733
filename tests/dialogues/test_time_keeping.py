"""What the team does with the time bank: looks, settles, blocks, writes out, brings in."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.talk import TEAM, Talk

BOOK = "A donné;A reçu;Durée;Date;Pour\n"


async def noted(
    talk: Talk, what: str = "2h à @basile pour relecture", *, confirmed: bool = True
) -> None:
    """Ada notes an exchange with Basile, who confirms."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", f"/heures {what}")
    await talk.press("Ada", "C’est juste")
    if confirmed:
        await talk.press("Basile", "Confirmer")


async def send_book(
    talk: Talk, folder: Path, content: str | bytes, name: str = "livre.csv"
) -> list[str]:
    """Driss sends a table to the team's chat, as a reply to what the bot says there."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    await talk.say("Driss", "/importer", chat=TEAM)
    before = len(talk.events)
    await talk.do(
        {
            "do": "send_file",
            "chat": TEAM,
            "from": "@driss",
            "name": name,
            "path": str(file),
            "reply_to": talk.last(TEAM)["id"],
        }
    )
    return [one["text"] for one in talk.events[before:] if one["event"] == "message"]


async def balances(talk: Talk) -> dict[str, int]:
    """Who has how much."""
    return {row["account"]: row["minutes"] for row in await talk.dump("balances")}


def spaced(text: str) -> str:
    """The same text with plain spaces."""
    return " ".join(text.split())


async def test_an_empty_time_bank_says_so(talk: Talk) -> None:
    """On the first day there is nothing to press but the book and the figures."""
    await talk.goes(
        """
        Driss #equipe: /temps
        Bot: Rien n’attend … Rien n’est contesté … rien n’a encore été échangé [Exporter] [Chiffres]
        Driss #equipe: [Exporter]
        Bot: Le livre entier : aucun échange
        Driss #equipe: [Chiffres]
        Bot: 0 min en aucun échange … Pas compté : … Moins de quatre personnes
        """
    )


async def test_the_team_sees_what_waits_and_what_is_contested(talk: Talk) -> None:
    """The oldest first; each list says when it is empty by now."""
    await noted(talk, "2h à @basile pour relecture", confirmed=False)
    await talk.do({"do": "clock", "by": "P2D"})
    await talk.say("Ada", "/heures 1h à @basile pour vélo")
    await talk.press("Ada", "C’est juste")
    await talk.goes(
        """
        Driss #equipe: /temps
        Bot: 2 échanges attendent … le plus ancien noté il y a 2 jours. [Ce qui attend]
        Driss #equipe: [Ce qui attend]
        Bot: Ada Exemple → Basile Fictif, 2 h, relecture (il y a 2 jours) … vélo (aujourd’hui)
        Basile: [Contester]
        Driss #equipe: /temps
        Bot: Un échange attend … Un échange est contesté. [Ce qui attend] [Ce qui est contesté]
        Driss #equipe: [Ce qui est contesté]
        Bot: Un échange est contesté … file les montre
        """
    )


async def test_more_than_a_page_waits(talk: Talk) -> None:
    """Six at a time."""
    for tens in range(1, 9):
        await noted(talk, f"{tens}0 min à @basile pour essai", confirmed=False)
    await talk.goes(
        """
        Driss #equipe: /temps
        Bot: 8 échanges attendent [Ce qui attend]
        Driss #equipe: [Ce qui attend]
        Bot: 8 échanges attendent … 10 min … 1 h [Les suivants]
        Driss #equipe: [Les suivants]
        Bot: 8 échanges attendent … 1 h 10 … 1 h 20
        """
    )


async def test_who_offered_and_exchanged_nothing_is_asleep_for_the_team_alone(talk: Talk) -> None:
    """Half a year after the offer; an exchange wakes."""
    await talk.say("Chloé", "/offrir comptabilité")
    await talk.say("Ada", "/offrir relecture")
    await talk.do({"do": "clock", "by": "P200D"})
    await noted(talk)
    await talk.goes(
        """
        Driss #equipe: /temps
        Bot: Une personne n’a rien échangé depuis six mois [Qui est en sommeil]
        Driss #equipe: [Qui est en sommeil]
        Bot: Une personne a proposé de l’aide … Chloé Modèle.
        """
    )
    assert "Je ne connais pas" in (await talk.say("Chloé", "/temps"))[0]


async def test_whoever_leaves_is_settled_against_the_pot(talk: Talk) -> None:
    """The draft first; what waited is taken back and the other side told; then it can be undone."""
    await noted(talk)
    await noted(talk, "30 min à @basile pour vélo", confirmed=False)
    await talk.goes(
        """
        Driss #equipe: /depart @ada
        Bot: Ada Exemple s’en va … 2 h … pot commun … Un échange attend [C’est juste] [Annuler]
        Driss #equipe: [C’est juste]
        Bot → Basile: Ada Exemple a quitté l’alliance … vélo … Vous n’avez rien à faire
        Bot → Ada: L’équipe a noté votre départ. Merci … Les 2 h
        Bot: Ada Exemple est sur le départ … Un échange en attente a été retiré [Annuler le départ]
        """
    )
    assert await balances(talk) == {"@ada": 0, "@basile": -120, "pot": 120}
    assert [row["act"] for row in await talk.dump("audit")] == ["leave"]
    await talk.goes(
        """
        Basile: /heures 1h à @ada pour vélo
        Bot: Ada Exemple ne fait plus partie de l’alliance
        Driss #equipe: /depart @ada
        Bot: déjà noté
        Driss #equipe: [Annuler le départ]
        Bot: Ada Exemple reste, et le sait : son solde est revenu
        """
    )
    assert await balances(talk) == {"@ada": 120, "@basile": -120, "pot": 0}


async def test_what_a_leaver_owes_the_pot_writes_off(talk: Talk) -> None:
    """And whoever comes back is met with zero."""
    await noted(talk)
    await talk.goes(
        """
        Driss #equipe: /leaver Basile Fictif
        Bot: Il manque 2 h à son compte : le pot commun les prend [C’est juste]
        Driss #equipe: [C’est juste]
        Bot → Basile: vous ne devez rien
        Basile: /solde
        Bot: à l’équilibre
        """
    )
    assert await balances(talk) == {"@ada": 120, "@basile": 0, "pot": -120}
    await noted(talk, "1h à @basile pour relecture")
    assert (await balances(talk))["@basile"] == -60


async def test_a_balance_that_moved_meanwhile_is_shown_again(talk: Talk) -> None:
    """What the team agrees to is what it saw."""
    await noted(talk)
    await noted(talk, "1h à @basile pour vélo", confirmed=False)
    await talk.say("Driss", "/depart @ada", chat=TEAM)
    await talk.press("Basile", "Confirmer")
    assert "vient de changer" in (await talk.press("Driss", "C’est juste", chat=TEAM))[-1]
    assert await balances(talk) == {"@ada": 180, "@basile": -180}


async def test_somebody_blocked_notes_no_time_and_may_ask_and_answer(talk: Talk) -> None:
    """Told nothing until they try, then kindly; undone in a tap."""
    await noted(talk, confirmed=False)
    await talk.goes(
        """
        Driss #equipe: /bloquer @basile
        Bot: C’est fait. Plus aucun échange ne se note avec Basile Fictif [Débloquer]
        Basile: [Confirmer]
        Bot: confirmé
        Basile: /heures 1h à @ada pour vélo
        Bot: Votre compte temps est fermé … Pour en parler avec l’équipe
        Basile: /question La machine à coudre est-elle réparée ?
        Bot: J’ai transmis votre question
        Driss #equipe: /bloquer @basile
        Bot: C’est déjà le cas
        Driss #equipe: /debloquer @basile
        Bot: On peut à nouveau noter du temps avec Basile Fictif
        Basile: /heures 1h à @ada pour vélo
        Bot: vérifier [C’est juste]
        Basile: [C’est juste]
        Bot → Ada: a noté un échange
        """
    )
    assert [row["act"] for row in await talk.dump("audit")] == ["block", "unblock"]


async def test_whom_a_command_is_about_is_never_guessed(talk: Talk) -> None:
    """Unknown, of two with one name, oneself."""
    await talk.say("Ada", "/debut")
    twin = {"do": "say", "chat": "@ada2", "from": "@ada2", "text": "/debut", "name": "Ada Exemple"}
    await talk.do(twin)
    await talk.goes(
        """
        Driss #equipe: /bloquer
        Bot: De qui s’agit-il ?
        Driss #equipe: Personne Inconnue
        Bot: Je ne connais pas « Personne Inconnue »
        Driss #equipe: Ada Exemple
        Bot: [Ada Exemple (@ada)] [Ada Exemple (@ada2)]
        Driss #equipe: [Ada Exemple (@ada2)]
        Bot: C’est fait
        Driss #equipe: /debloquer ada exemple
        Bot: Laquelle [Ada Exemple (@ada)] [Ada Exemple (@ada2)]
        Driss #equipe: [Ada Exemple (@ada)]
        Bot: participe déjà
        Driss #equipe: /bloquer Driss Inventé
        Bot: On ne se bloque pas soi-même
        """
    )


@pytest.mark.parametrize(
    "command", ["/temps", "/bloquer @ada", "/depart @ada", "/chiffres", "/importer"]
)
async def test_the_team_s_commands_are_the_team_s(talk: Talk, command: str) -> None:
    """Elsewhere they do not exist; in the team's chat they are for those who belong to it."""
    assert "Je ne connais pas" in (await talk.say("Ada", command))[0]
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "gone"})
    assert "réservé à l’équipe" in (await talk.say("Chloé", command, chat=TEAM))[0]


async def test_a_book_is_shown_then_brought_in_once(talk: Talk, tmp_path: Path) -> None:
    """The second time nothing is new."""
    await talk.say("Ada", "/debut")
    await talk.say("Basile", "/debut")
    rows = BOOK + "Ada Exemple;Basile Fictif;2h30;12/03/2025;relecture\n"
    rows += ";Basile Fictif;1h;1/1/2025;Solde reporté\n"
    shown = await send_book(talk, tmp_path, rows)
    assert "2 échanges sont nouveaux (3,5 h en tout)" in spaced(shown[-1])
    assert await balances(talk) == {}
    await talk.goes(
        """
        Driss #equipe: [Importer]
        Bot: 2 échanges ont été importés
        """
    )
    assert await balances(talk) == {"@ada": 150, "@basile": -210, "pot": 60}
    assert [row["act"] for row in await talk.dump("audit")] == ["import-time"]
    again = await send_book(talk, tmp_path, rows)
    assert "Rien de nouveau dans ce fichier. 2 lignes sont déjà dans le livre." in spaced(again[-1])


async def test_a_book_may_come_under_the_command_itself(talk: Talk, tmp_path: Path) -> None:
    """Where a bot sees nothing else of a group, a caption that is a command is seen."""
    file = tmp_path / "livre.csv"
    file.write_text(BOOK + "Ada;Basile;-2h;12/03/2025;x", encoding="utf-8")
    sent = {"do": "send_file", "chat": TEAM, "from": "@driss", "path": str(file)}
    events = await talk.do({**sent, "name": file.name, "caption": "/importer"})
    assert "la durée est négative" in str(events)


async def test_a_bare_number_has_its_unit_asked(talk: Talk, tmp_path: Path) -> None:
    """Then people whom nobody knows are made only when the team says so."""
    rows = BOOK + "Eve Inventée;Zoé Fictive;1,5;12/03/2025;vélo\n"
    assert "heures ou des minutes" in spaced((await send_book(talk, tmp_path, rows))[-1])
    await talk.goes(
        """
        Driss #equipe: [Des heures]
        Bot: Rien n’est importé … Eve Inventée et Zoé Fictive [Ajouter ces personnes]
        Driss #equipe: [Ajouter ces personnes]
        Bot: Un échange est nouveau (1,5 h). … 2 personnes ajoutées [Importer]
        Driss #equipe: [Importer]
        Bot: Un échange a été importé
        """
    )
    assert await balances(talk) == {"Eve Inventée": 90, "Zoé Fictive": -90}


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (
            BOOK + "Ada;Basile;-2h;12/03/2025;x",
            "l.csv",
            "« -2h » — la durée est négative",
        ),
        (BOOK + "Ada;Basile;=A1;12/03/2025;x", "l.csv", "c’est une formule"),
        (
            "Donneur;Receveur;Durée;Date\nA;B;2h;12/03/2025",
            "l.csv",
            "peut vouloir dire deux choses",
        ),
        (b"PK\x03\x04", "livre.xlsx", "classeur Excel"),
        ("", "l.csv", "est vide"),
        ("x" * 300_001, "l.csv", "trop lourd"),
    ],
)
async def test_a_book_that_cannot_be_read_says_why(
    talk: Talk, tmp_path: Path, content: str | bytes, name: str, told: str
) -> None:
    """And nothing of it is kept."""
    shown = await send_book(talk, tmp_path, content, name)
    assert told in spaced(shown[-1])
    assert await balances(talk) == {}


async def test_a_book_sent_elsewhere_is_no_book(talk: Talk, tmp_path: Path) -> None:
    """Members propose calendars; nothing of the time bank is said to them."""
    file = tmp_path / "livre.csv"
    file.write_text(BOOK, encoding="utf-8")
    sent = {"do": "send_file", "chat": "@ada", "from": "@ada", "path": str(file), "name": file.name}
    events = await talk.do(sent)
    assert "Ligne" not in str(events)
    assert "ics" in str(events)


async def test_the_book_is_written_out_with_every_exchange(talk: Talk) -> None:
    """Waiting ones and people who left too, and nothing that a spreadsheet would carry out."""
    await noted(talk, "2h à @basile pour =HYPERLINK(1)")
    await noted(talk, "1h à @basile pour vélo", confirmed=False)
    await talk.say("Driss", "/depart @basile", chat=TEAM)
    await talk.press("Driss", "C’est juste", chat=TEAM)
    await talk.say("Driss", "/temps", chat=TEAM)
    await talk.press("Driss", "Exporter", chat=TEAM)
    content = talk.received(TEAM)[-1].decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(content.lstrip("\ufeff")), delimiter=";"))
    assert [(row["A donné"], row["A reçu"], row["État"]) for row in rows] == [
        ("Ada Exemple", "Basile Fictif", "confirmé"),
        ("Ada Exemple", "Basile Fictif", "retiré"),
        ("le pot commun", "Basile Fictif", "confirmé"),
    ]
    assert rows[0]["Pour"].startswith("'=")


async def test_a_year_in_figures_says_what_it_includes(talk: Talk) -> None:
    """With pictures for the team; a version to publish has nothing about fewer than four."""
    await noted(talk)
    await talk.goes(
        """
        Driss #equipe: /chiffres
        Bot: 2 h en un échange … Ont donné : 1. Ont reçu : 1. … Compté : … Moins de quatre
        Driss #equipe: /chiffres 2025
        Bot: 2025 … 0 min en aucun échange
        Driss #equipe: /chiffres n’importe quoi
        Bot: période
        """
    )
    pictures = [one for one in talk.events if one.get("chat") == TEAM and _is_picture(one)]
    assert len(pictures) == 2
    await talk.say("Chloé", "/debut")
    await noted_by_chloe(talk)
    await talk.goes(
        """
        Driss #equipe: /chiffres 2026
        Bot: 4 h en 3 échanges … Les deux : 1 [Une version à publier]
        Driss #equipe: [Une version à publier]
        Bot: 4 personnes … ont échangé 4 h en 3 échanges. Une personne a donné et reçu.
        """
    )
    published = talk.last(TEAM)["text"]
    assert "Ada" not in published
    assert "compétence" not in published


async def noted_by_chloe(talk: Talk) -> None:
    """Basile gives to Chloé, and Chloé's neighbour Driss receives from Ada."""
    await talk.say("Basile", "/heures 1h à @chloe pour comptes")
    await talk.press("Basile", "C’est juste")
    await talk.press("Chloé", "Confirmer")
    await talk.say("Driss", "/debut")
    await talk.say("Ada", "/heures 1h à @driss pour vélo")
    await talk.press("Ada", "C’est juste")
    await talk.press("Driss", "Confirmer")


def _is_picture(event: dict[str, Any]) -> bool:
    return any(one["path"].endswith(".png") for one in event.get("files", []))


async def test_the_team_speaks_english_too(talk: Talk) -> None:
    """The same acts in the other language."""
    await noted(talk)
    await talk.say("Driss", "/langue english", chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: /time
        Bot: The time bank … Nothing waits … 2 h in one exchange, among 2 people. [Export] [Figures]
        Driss #equipe: [Figures]
        Bot: Gave: 1. Received: 1. Both: 0 … Counted … Fewer than four people
        Driss #equipe: /block @basile
        Bot: Done. No more exchanges are noted with Basile Fictif [Unblock]
        Driss #equipe: /unblock @basile
        Bot: Time can be noted with Basile Fictif again
        Driss #equipe: /leaver @basile
        Bot: Their account is short of 2 h [That is right]
        Driss #equipe: /import
        Bot: Send your table here as CSV
        """
    )
