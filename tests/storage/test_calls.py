"""Answers to calls: one a person, also when two accounts turn out to be one person's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.calls import Answer, AnswerState, Call, CallKind, CallState, Mark, Note
from domain.fabriques import Fabrique
from domain.places import Level, Place
from storage import Database
from storage.people import Account

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
FIRMINY = Place("42095", "Firminy", Level.COMMUNE, "244200770", "42", "84", 45.38, 4.28)
CALL = Call(
    0,
    CallKind.TERRITORY,
    "Pilat",
    "Accompagner.",
    CallState.OPEN,
    1,
    NOW,
    date(2026, 3, 15),
    criteria=("fundamentals", "la joie"),
    concept="animation-d-atelier",
    place=FIRMINY,
)


async def _fabrique(database: Database) -> int:
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
    async with database.begin(made.id) as store:
        for handle in ("ada", "ada2"):
            known = Account("telegram", handle, "Ada Exemple", None)
            await store.people.meet(known, language="fr", now=NOW)
    return made.id


async def test_a_call_comes_back_as_it_was_kept(database: Database) -> None:
    """With its place, its criteria, and marks in the order in which they were made."""
    fabrique = await _fabrique(database)
    async with database.begin(fabrique) as store:
        call = await store.calls.write(CALL)
        notes = {"la joie": Note(Mark.PARTLY, "souvent"), "fundamentals": Note(Mark.YES)}
        answer = Answer(0, call.id, 1, AnswerState.IN, "Me voici.", notes=notes, answered_at=NOW)
        kept = await store.calls.keep(answer)
    async with database.begin(fabrique) as store:
        assert await store.calls.lock(call.id) == replace(CALL, id=call.id)
        found = await store.calls.answer(kept.id)
        assert found == kept
        assert list(found.notes) == ["la joie", "fundamentals"]


async def test_of_two_answers_of_one_person_the_one_that_says_most_is_read(
    database: Database,
) -> None:
    """Invited with one account, in with the other."""
    fabrique = await _fabrique(database)
    async with database.begin(fabrique) as store:
        call = await store.calls.write(CALL)
        await store.calls.invite(call.id, [1])
        other = Answer(0, call.id, 1, AnswerState.IN, "Me voici.", answered_at=NOW)
        await store.calls.keep(other)
        (read,) = await store.calls.answers(call.id)
        assert (read.state, read.text) == (AnswerState.IN, "Me voici.")
        assert len(await store.calls.that_count(call.id)) == 1


async def test_silence_takes_back_what_was_to_be_told(database: Database) -> None:
    """Of oneself alone."""
    fabrique = await _fabrique(database)
    async with database.begin(fabrique) as store:
        call = await store.calls.write(CALL)
        await store.calls.invite(call.id, [1, 2])
        await store.calls.silence(1, now=NOW)
        await store.calls.silence(1, now=NOW)
        assert [one.person for one in await store.calls.to_tell()] == [2]
        assert await store.calls.is_silent(1)
        await store.calls.hear_again(1)
        assert not await store.calls.is_silent(1)


async def test_of_two_answers_alike_the_one_the_team_chose_is_read(database: Database) -> None:
    """Two accounts answered, and turned out to be one person's."""
    fabrique = await _fabrique(database)
    async with database.begin(fabrique) as store:
        call = await store.calls.write(CALL)
        await store.calls.keep(Answer(0, call.id, 1, AnswerState.IN, "Moi.", answered_at=NOW))
        chosen = Answer(0, call.id, 1, AnswerState.IN, "Moi aussi.", chosen=True, answered_at=NOW)
        kept = await store.calls.keep(chosen)
        assert await store.calls.answer_of(call.id, 1) == kept
