"""What stands in the groups after the agenda was posted: frozen together, corrected alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from chat.transport import Page, Place, Posted, TransportError
from domain.events import Details, FoundEvent, State, Status
from domain.letter import Section
from domain.postings import Posting, Taste
from scheduling.corrections import _followed
from tests.bot.office import TEAM, Office
from tests.storage.standing import GROUP, NOW, OTHER

SUNDAY = datetime(2026, 1, 11, 17, 1, tzinfo=UTC)
MONDAY = datetime(2026, 1, 12, 7, 1, tzinfo=UTC)
LONG = "x" * 90


async def goes_on(office: Office, *moments: datetime) -> None:
    """Do what is due at each of these moments, and deliver."""
    for moment in moments or (office.clock.now(),):
        office.clock.set(moment)
        await office.app.jobs.run_due()
        while office.app.jobs.more:
            await office.app.jobs.run_due()
        await office.app.outbox.drain()


def later(moment: datetime) -> list[datetime]:
    """When all that changed before it has settled."""
    return [moment + timedelta(minutes=minutes) for minutes in (0, 3, 6)]


async def event(office: Office, title: str, start: datetime, **known: Any) -> int:
    """An approved event."""
    found = FoundEvent(title, title, start, None, False, "", "", Status.SCHEDULED)
    async with office.app.database.begin(office.standing.fabrique) as store:
        [kept] = await store.events.take_in(
            [replace(found, **known)], source="chat", batch=title, by=office.standing.ada
        )
        await store.events.decide(kept.id, State.APPROVED)
    return kept.id


async def changes(office: Office, number: int, **what: Any) -> None:
    """Somebody corrects it."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        now = await store.events.event(number)
        assert now is not None
        await store.event_changes.make(
            now, replace(now, **what), by=office.standing.ada, now=office.clock.now()
        )


async def wants(office: Office, chat: int, posting: Posting) -> None:
    """A chat chooses."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.chats.set_posting(chat, posting)


def pages(office: Office, chat: str) -> list[tuple[Place, Page]]:
    """What arrived in a chat on Telegram, in order."""
    both = zip(office.telegram.places, office.telegram.delivered, strict=True)
    return [(place, page) for place, page in both if place.chat == chat]


def said(office: Office, chat: str) -> list[str]:
    """The same in words."""
    return [page.markup for _, page in pages(office, chat)]


class Refusing:
    """A platform that refuses for good what it is told to."""

    def __init__(self, office: Office, *, of: str, edits: bool) -> None:
        self.wire, self.name = office.telegram, "edit" if edits else "send"
        self.real: Callable[..., Any] = getattr(self.wire, self.name)
        self.of = of

    def __enter__(self) -> Refusing:
        setattr(self.wire, self.name, self.refuses)
        return self

    def __exit__(self, *_: object) -> None:
        setattr(self.wire, self.name, self.real)

    async def refuses(self, place: Place, *given: Any, key: str) -> Posted:
        """Refuse in one chat: an edit, or a part that goes on with another."""
        later = self.name == "edit" or any(
            isinstance(one, Page) and one.reply_to is not None for one in given
        )
        if place.chat == self.of and later:
            raise TransportError("no", permanent=True)
        posted: Posted = await self.real(place, *given, key=key)
        return posted


async def test_a_preview_with_a_campaign_is_drawn_once(office: Office) -> None:
    """An edition keeps of a campaign what it tells; the rest is no other preview."""
    await event(office, "Concert", MONDAY + timedelta(days=1))
    async with office.app.database.begin(office.standing.fabrique) as store:
        number = await store.letter.propose(
            "Un four https://exemple.org", Section.CAMPAIGN, by=office.standing.ada, now=NOW
        )
        await store.letter.decide(number, State.APPROVED)
        await store.letter.tell_in(number, date(2026, 1, 12))
    await goes_on(office, SUNDAY, *(SUNDAY + timedelta(minutes=one) for one in range(1, 6)))
    assert len(said(office, TEAM.address)) == 1


async def test_a_preview_is_drawn_again_only_for_what_it_shows(office: Office) -> None:
    """The text behind an event is kept without a new drawing; a new title is drawn."""
    number = await event(office, "Concert", MONDAY + timedelta(days=1))
    await goes_on(office, SUNDAY)
    assert len(said(office, TEAM.address)) == 1
    async with office.app.database.begin(office.standing.fabrique) as store:
        known = await store.events.event(number)
        assert known is not None
        await store.event_changes.make(known, known, by=office.standing.ada, now=SUNDAY)
    await goes_on(office, SUNDAY + timedelta(minutes=1))
    assert len(said(office, TEAM.address)) == 1
    await changes(office, number, title="Concert de soutien")
    await goes_on(office, SUNDAY + timedelta(minutes=2))
    assert len(said(office, TEAM.address)) == 2
    await goes_on(office, MONDAY)
    assert "Concert de soutien" in said(office, GROUP.address)[-1]


async def test_a_reader_of_far_away_freezes_nothing_for_the_others(office: Office) -> None:
    """Monday in Auckland is Sunday noon here: the team has seen nothing, and more is approved."""
    far = Posting(weekday=0, at=time(0, 5), zone="Pacific/Auckland")
    await wants(office, office.standing.other, far)
    number = await event(office, "Concert", MONDAY + timedelta(days=2))
    await goes_on(office, NOW, datetime(2026, 1, 11, 11, 10, tzinfo=UTC))
    assert "Concert" in said(office, OTHER.address)[-1]
    await event(office, "Tablée", MONDAY + timedelta(days=3))
    await goes_on(office, SUNDAY)
    assert "Tablée" in said(office, TEAM.address)[-1]
    await goes_on(office, MONDAY)
    assert "Tablée" in said(office, GROUP.address)[-1]
    await changes(office, number, status=Status.CANCELLED)
    await goes_on(office, *later(MONDAY + timedelta(hours=1)))
    redrawn = {chat: said(office, chat.address)[-2] for chat in (GROUP, OTHER)}
    assert all("Annulé" in text for text in redrawn.values())
    assert "Tablée" not in redrawn[OTHER]


async def test_a_correction_draws_a_post_as_its_reader_was_then(office: Office) -> None:
    """A taste that changed since hides no cancellation, and brings no other event."""
    culture, garden = Details(tags=("culture",)), Details(tags=("jardin",))
    concert = await event(office, "Concert", MONDAY + timedelta(days=3), details=culture)
    await event(office, "Semis", MONDAY + timedelta(days=3), details=garden)
    await wants(office, office.standing.group, Posting(taste=Taste(subjects=("culture",))))
    await goes_on(office, NOW, MONDAY)
    first = said(office, GROUP.address)
    assert "Concert" in first[-1]
    assert "Semis" not in first[-1]
    await wants(
        office,
        office.standing.group,
        Posting(taste=Taste(subjects=("jardin",)), zone="America/Guadeloupe"),
    )
    await changes(office, concert, status=Status.CANCELLED)
    await goes_on(office, *later(MONDAY + timedelta(hours=2)))
    [corrected] = said(office, GROUP.address)[len(first) :]
    assert "Annulé" in corrected
    assert "Semis" not in corrected


async def test_who_never_read_of_an_event_hears_of_no_change(office: Office) -> None:
    """Thursday's readers are told it as it is; those of the next Monday who knew it hear it."""
    await wants(office, office.standing.other, Posting(weekday=3))
    number = await event(office, "Concert", datetime(2026, 1, 17, 19, tzinfo=UTC))
    await goes_on(office, NOW, MONDAY, MONDAY + timedelta(days=1))
    before = len(said(office, OTHER.address))
    await changes(office, number, start=datetime(2026, 1, 17, 20, tzinfo=UTC))
    await goes_on(office, *later(MONDAY + timedelta(days=1, hours=1)))
    await goes_on(office, MONDAY + timedelta(days=3))
    [told] = said(office, OTHER.address)[before:]
    assert "Concert" in told
    assert "Ce qui change" not in told


async def test_who_read_of_an_event_hears_of_its_change(office: Office) -> None:
    """The same event in the agenda of the week after, for those who were told it."""
    await wants(office, office.standing.other, Posting(weekday=6))
    number = await event(office, "Concert", datetime(2026, 1, 18, 19, tzinfo=UTC))
    await goes_on(office, NOW, MONDAY)
    await changes(office, number, start=datetime(2026, 1, 21, 19, tzinfo=UTC))
    await goes_on(office, *later(MONDAY + timedelta(hours=1)), MONDAY + timedelta(days=6))
    assert "Ce qui change" not in said(office, OTHER.address)[-1]
    await goes_on(office, MONDAY + timedelta(days=7))
    assert "Ce qui change" in said(office, GROUP.address)[-1]


async def test_who_reads_in_the_evening_is_told_what_lies_ahead(office: Office) -> None:
    """Nothing of the day that is over, its evening, and the same day a week later."""
    await wants(office, office.standing.group, Posting(weekday=6, at=time(18)))
    await wants(office, office.standing.other, Posting(weekday=6, at=time(9)))
    for title, day, hour in (("Brocante", 11, 14), ("Veillée", 11, 19), ("Balade", 18, 13)):
        await event(office, title, datetime(2026, 1, day, hour, tzinfo=UTC))
    await event(office, "Vide-grenier", datetime(2026, 1, 10, 23, tzinfo=UTC), all_day=True)
    await goes_on(office, NOW, datetime(2026, 1, 11, 8, 1, tzinfo=UTC), SUNDAY)
    [evening], [morning] = said(office, GROUP.address), said(office, OTHER.address)
    told = [
        [title in one for title in ("Brocante", "Veillée", "Balade")] for one in (morning, evening)
    ]
    assert told == [[True, True, False], [False, True, True]]
    assert "Vide-grenier" in morning
    assert "Vide-grenier" in evening, "a day that is not over"
    later_on = datetime(2026, 1, 18, 17, 1, tzinfo=UTC)
    await goes_on(office, datetime(2026, 1, 18, 8, 1, tzinfo=UTC), later_on)
    assert "Balade" in said(office, OTHER.address)[-1]
    assert len(said(office, GROUP.address)) == 1, "an empty week says nothing"


async def in_parts(office: Office, *, many: int = 40) -> list[int]:
    """A week too long for one message."""
    return [
        await event(
            office,
            f"Concert {number:02} {LONG}",
            datetime(2026, 1, 12 + number % 6, 19, number, tzinfo=UTC),
            place=f"Lieu {LONG}",
        )
        for number in range(many)
    ]


async def test_a_second_part_that_died_leaves_the_first_true(office: Office) -> None:
    """What stands is corrected, and the team knows that the group has only a part of it."""
    numbers = await in_parts(office)
    await goes_on(office, NOW)
    with Refusing(office, of=GROUP.address, edits=False):
        await goes_on(office, MONDAY)
    [first] = said(office, GROUP.address)
    assert any("coupé" in one for one in said(office, TEAM.address))
    assert not any("pas reçu" in one for one in said(office, TEAM.address))
    here = next(at for at in range(40) if f"Concert {at:02}" in first)
    await changes(office, numbers[here], status=Status.CANCELLED)
    await goes_on(office, *later(MONDAY + timedelta(minutes=2)))
    new = said(office, GROUP.address)[1:]
    assert any("Annulé" in one and "Concert" in one for one in new)
    assert len(new) == 2, "one edit, one short word; no part more"


async def test_a_part_more_stays_in_the_thread(office: Office) -> None:
    """A correction that no longer fits goes on where the post stands."""
    await wants(office, office.standing.group, Posting(thread="77"))
    numbers = await in_parts(office, many=15)
    await goes_on(office, NOW, MONDAY)
    first = len(pages(office, GROUP.address))
    for number in numbers:
        await changes(office, number, place=f"Ailleurs {LONG}{LONG}")
    await goes_on(office, *later(MONDAY + timedelta(hours=1)))
    place_of = [(place.thread, page.silent) for place, page in pages(office, GROUP.address)]
    assert len(place_of) > first
    assert {thread for thread, _ in place_of} == {"77"}


async def test_each_change_that_no_edit_brought_is_said(office: Office) -> None:
    """Two corrections waited while the platform refused: both are said below, once."""
    one = await event(office, "Concert", MONDAY + timedelta(days=4))
    two = await event(office, "Tablée", MONDAY + timedelta(days=5))
    await goes_on(office, NOW, MONDAY)
    begin = len(said(office, GROUP.address))
    await changes(office, one, status=Status.CANCELLED)
    for moment in later(MONDAY + timedelta(minutes=10)):
        office.clock.set(moment)
        await office.app.jobs.run_due()
    await changes(office, two, status=Status.CANCELLED)
    for moment in later(MONDAY + timedelta(minutes=20)):
        office.clock.set(moment)
        await office.app.jobs.run_due()
    with Refusing(office, of=GROUP.address, edits=True):
        await goes_on(office, *later(MONDAY + timedelta(minutes=30)))
    new = said(office, GROUP.address)[begin:]
    assert sum("Concert" in text for text in new) == 1
    assert sum("Tablée" in text for text in new) == 1


@pytest.mark.parametrize("known_before", [False, True])
async def test_a_new_private_reader_missed_nothing(office: Office, known_before: bool) -> None:
    """Whoever subscribes today is owed no agenda of the weeks before."""
    for week in range(1, 5):
        await event(office, f"Concert {week}", NOW + timedelta(weeks=week, days=2))
    moments = [NOW + timedelta(weeks=week) for week in range(1, 5)]
    if known_before:
        await goes_on(office, *moments, NOW + timedelta(weeks=4, days=3))
    office.clock.set(NOW + timedelta(weeks=4, days=3))
    async with office.app.database.begin(office.standing.fabrique) as store:
        chat = await store.chats.chat(office.private)
        await store.chats.set_posting(office.private, replace(chat.posting, agenda=True))
        if not known_before:
            for other in (office.standing.group, office.standing.other, office.room):
                await store.chats.set_posting(other, Posting(agenda=False))
    before = len(said(office, TEAM.address))
    await goes_on(office)
    await goes_on(office)
    assert said(office, TEAM.address)[before:] == []


async def test_readers_of_one_taste_are_drawn_for_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words are formatted once for all who read the same, each post in a short transaction."""
    await event(office, "Concert", MONDAY + timedelta(days=1))
    await goes_on(office, NOW)
    drawn: list[str] = []
    composer = office.app.jobs.composer
    real = composer.markup

    def markup(reply: Any, *given: Any, **named: Any) -> str:
        text = real(reply, *given, **named)
        drawn.append(text)
        return text

    monkeypatch.setattr(composer, "markup", markup)
    await goes_on(office, MONDAY)
    assert len(said(office, GROUP.address)) == len(said(office, OTHER.address)) == 1
    agendas = [text for text in drawn if "Concert" in text]
    assert len(agendas) <= 2, "one for each platform"


async def test_two_processes_do_not_undo_each_other(office: Office) -> None:
    """Who saw an edition before another process corrected it reads it again: a version that posts
    have is not given out twice.
    """
    one = await event(office, "Concert", MONDAY + timedelta(days=1))
    two = await event(office, "Tablée", MONDAY + timedelta(days=1))
    await goes_on(office, NOW, MONDAY)
    async with office.app.database.begin(office.standing.fabrique) as store:
        [seen] = await store.editions.frozen_since(date(2026, 1, 12))
    await changes(office, one, status=Status.CANCELLED)
    await goes_on(office, MONDAY + timedelta(hours=1))
    await changes(office, two, status=Status.CANCELLED)
    async with office.app.database.begin(office.standing.fabrique) as store:
        fabrique = await store.fabriques.fabrique(office.standing.fabrique)
        await _followed(office.app.jobs._round(store, fabrique), seen)
    before = len(said(office, GROUP.address))
    await goes_on(office)
    assert any(
        "Tablée" in text and "nnulé" in text for text in said(office, GROUP.address)[before:]
    )
    async with office.app.database.begin(office.standing.fabrique) as store:
        [kept] = await store.editions.frozen_since(date(2026, 1, 12))
    assert (seen.version, kept.version) == (0, 2)
