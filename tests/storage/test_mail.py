"""Readers and mailings on both engines: asked, confirmed, queued, claimed, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.events import State
from domain.fabriques import Fabrique, LetterPolicy
from domain.letter import Leaving, Section
from domain.mailings import ASKED, PACE, TAKEN_BACK, Sent, code_of
from domain.values import NearDay, Phrase
from storage import Database
from storage.people import Account

NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)


async def fabrique_and_person(database: Database) -> tuple[Fabrique, int]:
    """A community and somebody in it."""
    async with database.begin() as store:
        values = ("nationale", "La Fabrique d’Exemple", "Europe/Paris", "fr")
        fabrique = await store.fabriques.ensure(Fabrique(0, *values))
        account = Account("telegram", "1", "Ada", None)
        person = await store.of(fabrique.id).people.meet(account, language="fr", now=NOW)
    return fabrique, person.id


async def test_a_reader_from_asking_to_leaving(database: Database) -> None:
    """Each step as its row says, on the engine that is asked."""
    fabrique, person = await fabrique_and_person(database)
    async with database.begin(fabrique.id) as store:
        for token in ("a" * 24, "b" * 24):
            assert await store.mail.ask(
                "ada@exemple.org", token=token, language="fr", by=person, now=NOW
            )
        due = await store.mail.due(NOW, at_most=5)
        assert len(due) == 2
        claimed = await store.mail.claim(due[0], by="ici")
        assert claimed
        assert claimed.asks
        assert await store.mail.claim(due[0]) is None
        assert await store.mail.confirm(code_of("b" * 24), by=person, now=NOW) is None
        assert await store.mail.confirm(code_of("a" * 24), by=person, now=NOW)
        assert await store.mail.left_claimed(living=["ici"]) == []
        taken_back = claimed.issue.replace(ASKED, TAKEN_BACK)
        assert await store.mail.left_claimed() == [(fabrique.id, taken_back)]
    async with database.begin(fabrique.id) as store:
        assert await store.mail.send("2026-02", after=NOW + PACE) == 1
        assert await store.mail.send("2026-02", after=NOW) == 1
        assert await store.mail.counts("2026-02") == {Sent.WAITING: 1}
        assert await store.mail.next_due() == NOW
        assert await store.mail.withdraw(person, now=NOW)
        assert not await store.mail.withdraw(person, now=NOW)
        assert await store.mail.counts("2026-02") == {}


async def test_an_unconfirmed_address_is_forgotten(database: Database) -> None:
    """With what was sent there; a taken back one still counts until then."""
    fabrique, person = await fabrique_and_person(database)
    async with database.begin(fabrique.id) as store:
        for letter in "abc":
            assert await store.mail.ask(
                f"{letter}@exemple.org", token=letter * 24, language="fr", by=person, now=NOW
            )
        assert await store.mail.withdraw(person, now=NOW)
        assert await store.mail.asked_by(person, now=NOW) is None
        assert not await store.mail.ask(
            "d@exemple.org", token="d" * 24, language="fr", by=person, now=NOW
        )
        await store.mail.forget(before=NOW + timedelta(days=1))
        assert await store.mail.next_due() is None


async def test_an_address_is_that_of_whoever_proved_it_last(database: Database) -> None:
    """Not of whoever asked first, nor of whoever asked beside its owner."""
    fabrique, basile = await fabrique_and_person(database)
    async with database.begin(fabrique.id) as store:
        other = Account("telegram", "2", "Basile", None)
        ada = (await store.people.meet(other, language="fr", now=NOW)).id

        async def ask(token: str, by: int, now: datetime) -> None:
            assert await store.mail.ask(
                "ada@exemple.org", token=24 * token, language="fr", by=by, now=now
            )

        await ask("a", basile, NOW)
        assert not await store.mail.of_person(basile)
        later = NOW + timedelta(hours=30)
        await ask("b", ada, later)
        assert await store.mail.confirm_by_link("a" * 24, now=later)
        assert not await store.mail.of_person(basile)
        assert not await store.mail.of_person(ada)
        later += timedelta(hours=1)
        await ask("c", ada, later)
        later += timedelta(minutes=5)
        assert await store.mail.confirm(code_of("a" * 24), by=ada, now=later)
        assert await store.mail.confirm(code_of("a" * 24), by=basile, now=later) is None
        assert [one.address for one in await store.mail.of_person(ada)] == ["ada@exemple.org"]


async def test_an_issue_is_kept_as_it_froze(database: Database) -> None:
    """Phrases stay phrases; what the team holds thaws; the day of the letter is kept."""
    fabrique, person = await fabrique_and_person(database)
    phrase = Phrase("letter-meeting", {"when": NearDay(NOW.date())})
    async with database.begin(fabrique.id) as store:
        number = await store.letter.propose(
            "", Section.MEETING, by=person, now=NOW, phrase=phrase, source="meeting:2026-01"
        )
        await store.letter.decide(number, State.APPROVED)
        edition = await store.letter_editions.current(fabrique, NOW)
        items = await store.letter.in_state(State.APPROVED)
        frozen = edition.with_items(items)
        await store.letter.freeze(edition.name, items)
        await store.letter_editions.keep(replace(edition, state=Leaving.GONE, frozen=frozen))
        await store.fabriques.time_letter(fabrique.id, LetterPolicy(31))
    async with database.begin(fabrique.id) as store:
        gone = await store.letter_editions.gone()
        assert [one.name for one in gone] == ["2026-02"]
        assert gone[0].items[0].phrase == phrase
        assert await store.letter.in_state(State.APPROVED) == []
        assert await store.letter.sources() == {"meeting:2026-01"}
        await store.letter.thaw("2026-02")
        assert len(await store.letter.in_state(State.APPROVED)) == 1
        assert (await store.fabriques.fabrique(fabrique.id)).letter.day == 31
