"""Reading one's time: a balance that frightens nobody, a statement in pages and files, a year."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from domain.ledger import Account, AccountKind, Kind
from domain.organisations import OrganisationState
from domain.timebank import Exchange, ExchangeState
from storage import Store
from storage.tables import PersonRow
from tests.dialogues.meetings import heard_by, to
from tests.pdf_text import pages
from tests.talk import PEOPLE, Talk

GROUP = "#alliance"
TODAY = datetime(2026, 1, 5, 8, tzinfo=UTC)


async def met(talk: Talk, *names: str) -> None:
    """People write to the bot for the first time."""
    for name in names:
        await talk.say(name, "/debut")


async def account(store: Store, talk: Talk, name: str) -> Account:
    """Somebody's account, or the pot."""
    if name == "pot":
        return await store.ledger.account(AccountKind.POT)
    found = await store.people.known(talk.stage.platform, PEOPLE[name][0])
    assert found
    return await store.ledger.of_person(found.id)


async def counted(
    talk: Talk,
    giver: str,
    receiver: str | Account,
    minutes: int,
    *,
    day: str = "2026-01-04",
    at: str = "",
    subject: str = "relecture du dossier",
    **more: object,
) -> Exchange:
    """An exchange that came to count, its number known."""
    fabrique = talk.stage.fabrique
    confirmed = datetime.fromisoformat(at or f"{day}T17:00:00").replace(tzinfo=UTC)
    async with talk.stage.app.database.begin(fabrique.id) as store:
        made = Exchange(
            id=0,
            giver=await account(store, talk, giver),
            receiver=receiver
            if isinstance(receiver, Account)
            else await account(store, talk, receiver),
            minutes=minutes,
            day=date.fromisoformat(day),
            subject=subject,
            noted_by=(await account(store, talk, next(iter(PEOPLE)))).holder or 0,
            noted_at=confirmed,
            state=ExchangeState.CONFIRMED,
            confirmed_at=confirmed,
        )
        return await store.exchanges.add(replace(made, **more))  # type: ignore[arg-type]


def told(texts: Sequence[str]) -> str:
    """What was said, blanks of any kind being equal."""
    return " ".join(" ".join(texts).split())


def labels(talk: Talk, who: str = "Ada") -> list[str]:
    """What the newest message to somebody offers."""
    return list(talk.last(PEOPLE[who][0])["choices"])


async def test_an_account_begins_in_balance(talk: Talk) -> None:
    """Nothing is owed, and asking comes first."""
    await talk.goes(
        """
        Ada: /solde
        Bot: Votre compte est ouvert … besoin … Donné : 0 min · Reçu : 0 min … Rien n’attend
        Ada: /releve
        Bot: Votre relevé … Rien n’a encore compté ici … heures
        """
    )
    assert labels(talk) == []


async def test_a_balance_is_told_without_reproach(talk: Talk) -> None:
    """Below zero is normal, even is good, far away gets a kind word."""
    await met(talk, "Ada", "Basile")
    await counted(talk, "Ada", "Basile", 150)
    assert "Votre solde : 2 h 30 Ce temps est à vous" in told(await talk.say("Ada", "/solde"))
    below = told(await talk.say("Basile", "/solde"))
    assert "Votre solde : −2 h 30 C’est normal" in below
    assert "Donné : 0 min · Reçu : 2 h 30" in below
    await counted(talk, "Basile", "Ada", 150)
    assert "à l’équilibre Vous avez donné autant" in told(await talk.say("Ada", "/solde"))
    await counted(talk, "Ada", "Basile", 1260)
    assert "et c’est permis" in told(await talk.say("Basile", "/solde"))
    await counted(talk, "Ada", "Basile", 2400)
    assert "merci ! Pensez aussi à demander" in told(await talk.say("Ada", "/solde"))


async def test_a_balance_tells_gifts_corrections_and_paid_missions_apart(talk: Talk) -> None:
    """Given and received say what really was; paid missions are in no balance."""
    await met(talk, "Ada", "Basile")
    first = await counted(talk, "Ada", "Basile", 120)
    await counted(talk, "Basile", "Ada", 30, kind=Kind.CORRECTION, corrects=first.id)
    await counted(talk, "Ada", "pot", 45, kind=Kind.GIFT)
    await counted(talk, "Ada", "Basile", 420, paid=True)
    shown = told(await talk.say("Ada", "/solde"))
    assert "Votre solde : 45 min" in shown
    assert "Donné : 1 h 30 · Reçu : 0 min" in shown
    assert "Heures offertes : 45 min" in shown
    assert "Missions rétribuées, hors solde : 7 h" in shown
    assert "Donné : 0 min · Reçu : 1 h 30" in told(await talk.say("Basile", "/solde"))
    await counted(talk, "Basile", "Ada", 105, kind=Kind.CORRECTION, corrects=first.id)
    assert "Donné : 0 min · Reçu : 15 min" in told(await talk.say("Ada", "/solde"))


async def test_a_statement_says_who_gave_and_what_remains(talk: Talk) -> None:
    """The newest first, each with the balance after it; a correction with what it corrects."""
    await met(talk, "Ada", "Basile")
    first = await counted(talk, "Ada", "Basile", 120, day="2026-01-02", subject="atelier vélo")
    await counted(talk, "Basile", "Ada", 60, day="2026-01-03", subject="compta")
    await counted(
        talk,
        "Basile",
        "Ada",
        30,
        subject="c’était plus court",
        kind=Kind.CORRECTION,
        corrects=first.id,
    )
    [shown] = await talk.say("Ada", "/releve")
    assert [" ".join(line.split()) for line in shown.splitlines() if line] == [
        "Votre relevé",
        "Solde : 30 min",
        "• Correction pour le 2 janvier 2026 : 30 min de moins, Basile Fictif",
        "c’était plus court · solde : 30 min",
        "• 3 janvier 2026 : reçu 1 h, Basile Fictif",
        "compta · solde : 1 h",
        "• 2 janvier 2026 : donné 2 h, Basile Fictif (corrigé depuis)",
        "atelier vélo · solde : 2 h",
    ]


async def test_pages_turn_in_place(talk: Talk) -> None:
    """Ten lines each, and the balance goes on from page to page."""
    await met(talk, "Ada", "Basile")
    for number in range(1, 24):
        await counted(talk, "Ada", "Basile", number, subject=f"tâche {number}")
    await talk.say("Ada", "/releve")
    message = talk.last("@ada")["id"]
    assert labels(talk) == ["Plus anciens", "Fichier CSV", "Fichier PDF"]
    seen = []
    for label in ("Plus anciens", "Plus anciens", "Plus récents"):
        turned = await talk.do({"do": "press", "chat": "@ada", "from": "@ada", "choice": label})
        [edit] = [one for one in turned if one["event"] == "edit"]
        assert edit["id"] == message
        seen.append(edit)
    assert "tâche 13 · solde : 1 h 31 min".replace(" min", "") in told([seen[0]["text"]])
    assert seen[0]["choices"][:2] == ["Plus anciens", "Plus récents"]
    assert "tâche 1 · solde : 1 min" in told([seen[1]["text"]])
    assert seen[1]["choices"][0] == "Plus récents"
    assert seen[2]["text"] == seen[0]["text"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "/releve 2025",
            "Du 1er janvier 2025 au 31 décembre 2025. Solde au début : 0 min ; à la fin : 1 h",
        ),
        ("/relevé décembre", "donné 1 h, Basile Fictif"),
        ("/releve du 1er janvier au 3 janvier", "Solde au début : 1 h ; à la fin : 1 h 30"),
        ("/releve 2024", "Rien n’a compté du 1er janvier 2024 au 31 décembre 2024"),
        ("/releve 2030", "Le mardi 1er janvier 2030 n’est pas encore passé"),
        ("/releve 03/01/2026 au 01/01/2026", "vient avant le début"),
        ("/releve abracadabra", "Je n’ai pas compris la période"),
        ("/releve " + "mars " * 2000, "Je n’ai pas compris la période"),
        ("/solde abracadabra", "Je ne connais pas ce compte"),
        ("/solde " + "a" * 3000, "Je n’ai pas compris la période"),
    ],
)
async def test_a_period_may_be_typed(talk: Talk, typed: str, expected: str) -> None:
    """What came to count in it, between two balances; nonsense is told with an example."""
    await met(talk, "Ada", "Basile")
    await counted(talk, "Ada", "Basile", 60, day="2025-12-30")
    await counted(talk, "Ada", "Basile", 30, day="2026-01-02")
    await counted(talk, "Ada", "Basile", 15, day="2026-01-04")
    assert expected in told(await talk.say("Ada", typed))


async def test_a_period_keeps_to_its_days_while_pages_turn(talk: Talk) -> None:
    """Also in files, whose first and last rows are the balances around it."""
    await met(talk, "Ada", "Basile")
    await counted(talk, "Ada", "Basile", 60, day="2025-12-30", subject="=1+1")
    for number in range(12):
        await counted(talk, "Basile", "Ada", 10, day="2026-01-02", subject=f"=tâche {number}")
    await talk.say("Ada", "/releve janvier")
    await talk.press("Ada", "Fichier CSV")
    rows = list(csv.reader(StringIO(talk.received("@ada")[-1].decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == [
        *("Jour", "Quoi", "Avec", "Pour"),
        *("En plus (minutes)", "En moins (minutes)", "Solde (minutes)"),
    ]
    assert rows[1] == ["", "", "Solde au début du 1er janvier 2026", "", "", "", "60"]
    assert rows[2] == ["2026-01-02", "Reçu", "Basile Fictif", "'=tâche 0", "", "10", "50"]
    assert rows[-1] == ["", "", "Solde à la fin du 5 janvier 2026", "", "", "", "-60"]
    assert len(rows) == 15


async def test_a_statement_is_pages_to_print(talk: Talk) -> None:
    """In the language of its reader, under their name."""
    await met(talk, "Ada", "Basile")
    await counted(talk, "Ada", "Basile", 90, subject="atelier 🌻")
    await talk.say("Ada", "/langue English")
    await talk.say("Ada", "/statement")
    assert "gave 1 h 30 min, Basile Fictif" in told([talk.last("@ada")["text"]])
    await talk.press("Ada", "PDF file")
    [page] = pages(talk.received("@ada")[-1])
    assert page[:3] == [
        "Statement of time account",
        "Ada Exemple",
        "From 4 January 2026 to 5 January 2026",
    ]
    assert "atelier □" in page
    assert "Page 1 of 1" in page
    assert talk.last("@ada")["files"][0]["name"] == "statement-from-2026-01-04-to-2026-01-05.pdf"


async def test_everybody_may_read_the_pot_and_finds_no_name_there(talk: Talk) -> None:
    """Nor why somebody was helped."""
    await met(talk, "Ada", "Basile", "Chloé")
    await counted(talk, "Ada", "pot", 180, subject="chantier du local")
    await counted(talk, "pot", "Basile", 60, kind=Kind.GIFT, subject="un coup dur")
    assert "Solde : −4 h Compte : le pot commun" in told(await talk.say("Chloé", "/solde pot"))
    await talk.press("Chloé", "Mon relevé en détail")
    shown = told([talk.last("@chloe")["text"]])
    assert "reçu 3 h, quelqu’un chantier du local · solde : −3 h" in shown
    assert "offert 1 h, quelqu’un solde : −4 h" in shown
    assert not [name for name in ("Ada", "Basile", "coup dur") if name in shown]
    assert "Relevé : le pot commun Du 1er janvier 2026" in told(
        await talk.say("Chloé", "/releve pot commun 2026")
    )


async def test_an_organisation_is_read_by_those_who_act_for_it(talk: Talk) -> None:
    """By typing its name or by a tap; anybody else is told how to become one of them."""
    await met(talk, "Ada", "Basile")
    fabrique = talk.stage.fabrique
    async with talk.stage.app.database.begin(fabrique.id) as store:
        ada = (await account(store, talk, "Ada")).holder
        row = await store.organisations.propose("Collectif du Pilat", now=TODAY)
        await store.organisations.decide(row.id, OrganisationState.APPROVED)
        await store.organisations.ask(row.id, ada or 0, now=TODAY)
        await store.organisations.allow(row.id, ada or 0)
        held = await store.ledger.account(AccountKind.ORGANISATION, row.id)
    await counted(talk, "Basile", held, 90)
    await talk.say("Ada", "/solde")
    await talk.press("Ada", "Collectif du Pilat")
    assert "Solde : −1 h 30 Compte : Collectif du Pilat" in told([talk.last("@ada")["text"]])
    assert "reçu 1 h 30, Basile" in told(await talk.say("Ada", "/releve collectif du pilat"))
    assert "n’est pas le vôtre" in told(await talk.say("Basile", "/releve Collectif du Pilat 2026"))


async def test_a_statement_comes_each_month_once_and_only_when_something_happened(
    talk: Talk,
) -> None:
    """On the first at nine, with its pages; also to nobody who did not ask."""
    await met(talk, "Ada", "Basile", "Chloé")
    await talk.say("Ada", "/solde")
    assert "le 1er de chaque mois" in told(await talk.press("Ada", "Mon relevé chaque mois"))
    await counted(talk, "Ada", "Basile", 90, day="2026-01-20")
    for number in range(11):
        await counted(talk, "Basile", "Ada", 5, day="2026-01-31", subject=f"tâche {number}")
    assert [one for one in await to(talk, "2026-02-01T08:59") if "@ada" in one] == []
    assert "02-01T09:00 @ada" in await to(talk, "2026-02-01T12:00")
    shown = told([one["text"] for one in talk.events if one.get("chat") == "@ada"])
    assert "Votre relevé, janvier 2026 Donné : 1 h 30 · Reçu : 55 min" in shown
    assert "Solde au début du mois : 0 min ; à la fin : 35 min" in shown
    assert "… et 2 de plus : " in shown
    assert pages(talk.received("@ada")[-1])[0][1] == "Ada Exemple"
    await talk.restart()
    assert [one for one in await to(talk, "2026-02-15T12:00") if "@" in one] == []
    assert [one for one in await to(talk, "2026-03-02T12:00") if "@ada" in one] == []
    assert "Votre relevé, janvier" not in heard_by(talk, "@basile")


async def test_the_monthly_statement_is_given_up_by_a_tap(talk: Talk) -> None:
    """And then nothing comes."""
    await met(talk, "Ada", "Basile")
    await talk.say("Ada", "/solde")
    await talk.press("Ada", "Mon relevé chaque mois")
    await talk.say("Ada", "/solde")
    assert "plus de relevé mensuel" in told(await talk.press("Ada", "Ne plus l’envoyer"))
    await counted(talk, "Ada", "Basile", 90, day="2026-01-20")
    assert [one for one in await to(talk, "2026-02-02T12:00") if "@ada" in one] == []


async def test_a_bot_that_was_away_still_sends_the_statement(talk: Talk) -> None:
    """A week long; it is as true then."""
    await met(talk, "Ada", "Basile")
    await counted(talk, "Ada", "Basile", 90, day="2026-01-20")
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        ada = (await account(store, talk, "Ada")).holder
        (await store.session.get_one(PersonRow, ada)).wants_statement = True
    talk.stage.clock.set(datetime(2026, 2, 6, 8, tzinfo=UTC))
    await talk.restart()
    assert "Votre relevé, janvier 2026" in heard_by(talk, "@ada")


async def test_a_year_is_a_picture_with_its_words(talk: Talk) -> None:
    """By the day when things took place; corrections on the day of what they correct."""
    await met(talk, "Ada", "Basile")
    first = await counted(talk, "Ada", "Basile", 120, day="2025-03-10", at="2025-04-02T10:00:00")
    await counted(
        talk, "Basile", "Ada", 30, day="2025-06-01", kind=Kind.CORRECTION, corrects=first.id
    )
    await counted(talk, "Basile", "Ada", 60, day="2025-05-02")
    await counted(talk, "Basile", "Ada", 600, day="2025-05-02", paid=True)
    await talk.say("Ada", "/solde")
    assert "Rien n’a encore compté en 2026" in told(await talk.press("Ada", "Mon année en image"))
    [shown] = await talk.press("Ada", "L’année d’avant")
    assert "Votre année 2025 Donné : 1 h 30 · Reçu : 1 h" in told([shown])
    assert "mars 2025 (donné 1 h 30, reçu 0 min)" in told([shown])
    assert talk.received("@ada")[-1].startswith(b"\x89PNG")
    assert labels(talk) == []


async def test_a_group_hears_a_total_without_a_name(talk: Talk) -> None:
    """And nothing at all where so few took part that somebody could be guessed."""
    await met(talk, "Ada", "Basile", "Chloé", "Driss")
    await talk.say("Ada", "/aide", chat=GROUP)
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        [group] = [one.id for one in await store.chats.groups() if one.address == GROUP]
    await counted(talk, "Ada", "Basile", 90, group=group)
    await counted(talk, "Chloé", "Basile", 90, group=group)
    assert "trop peu de personnes" in told(await talk.say("Ada", "/releve", chat=GROUP))
    await counted(talk, "Driss", "Ada", 60, group=group)
    await counted(talk, "Driss", "Ada", 600)
    shown = told(await talk.say("Basile", "/releve 2026", chat=GROUP))
    assert "Du 1er janvier 2026 au 31 décembre 2026, dans ce groupe" in shown
    assert "4 h partagées en 3 échanges, entre 4 personnes" in shown
    assert not [name for _, name in PEOPLE.values() if name in shown]
    assert "trop peu" in told(await talk.say("Ada", "/releve 2025", chat=GROUP))
    assert "entre nous" in told(await talk.say("Ada", "/solde", chat=GROUP))


async def test_the_same_in_english(talk: Talk) -> None:
    """Every way of reading has its English name and words."""
    await met(talk, "Ada", "Basile")
    await talk.say("Ada", "/langue English")
    await counted(talk, "Basile", "Ada", 90)
    assert "Your balance: −1 h 30 min That is normal" in told(await talk.say("Ada", "/balance"))
    assert "received 1 h 30 min, Basile Fictif" in told(await talk.say("Ada", "/statement January"))
    assert "Account: the common pot" in told(await talk.say("Ada", "/balance common pot"))
    assert "still to come" in told(await talk.say("Ada", "/statement 2031"))
