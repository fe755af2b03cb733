"""Rows in, domain values out. A transaction is opened by the dispatcher, the job runner or the
outbox, and by nobody else; here alone it is committed.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession, AsyncSessionTransaction, async_sessionmaker

from storage.aliases import Aliases
from storage.audit import Audit
from storage.belonging import Belonging
from storage.bids import Bids
from storage.calendar_addresses import CalendarAddresses
from storage.calls import Calls
from storage.candidates import Candidates
from storage.carried import Copies, Threads
from storage.changes import Changes, NotingSession, Touched, listen, touching
from storage.chats import Chats
from storage.directory import Directory
from storage.editions import Editions
from storage.engines import engine_for
from storage.event_changes import EventChanges
from storage.event_posts import EventPosts
from storage.event_revisions import EventRevisions
from storage.event_twins import EventTwins
from storage.event_waits import EventWaits
from storage.events import Events
from storage.exchanges import Exchanges
from storage.fabriques import Fabriques
from storage.feed_entries import FeedEntries
from storage.feeds import Feeds
from storage.gatherings import Gatherings
from storage.hostings import Hostings
from storage.inbox import InboxRows
from storage.introductions import Introductions
from storage.invitations import Invitations
from storage.knowledge import Knowledge
from storage.leases import Leases
from storage.ledger import Ledger
from storage.ledger_check import LedgerCheck
from storage.letter import Letter
from storage.letter_editions import LetterEditions
from storage.link_codes import LinkCodes
from storage.links import Links
from storage.lockouts import Lockouts
from storage.mail import Mail
from storage.mobilisations import Mobilisations
from storage.needs import Needs
from storage.offers import Offers
from storage.organisations import Organisations
from storage.outbox import OutboxRows
from storage.outcomes import Outcomes
from storage.pairs import Pairs
from storage.people import People
from storage.pictures import Pictures
from storage.polls import Polls, Presses
from storage.profiles import Profiles
from storage.prompts import Prompts
from storage.questions import Questions
from storage.resources import Resources
from storage.rounds import Rounds
from storage.said import Said
from storage.seen import SeenOf
from storage.sessions import Sessions
from storage.shown import Looking, Shown
from storage.statements import Statements
from storage.support import Supports
from storage.ties import Ties
from storage.time_import import TimeImport
from storage.time_keeping import TimeKeeping
from storage.turnovers import Turnovers
from storage.venues import Venues


@dataclass(frozen=True)
class Store:
    """One open transaction, seen as the nouns of one fabrique."""

    session: AsyncSession
    fabrique: int
    touched: Touched = field(default_factory=Touched)
    looking: Looking | None = None

    def of(self, fabrique: int) -> Store:
        """The same transaction, for another fabrique."""
        return Store(self.session, fabrique, self.touched, self.looking)

    def savepoint(self) -> AbstractAsyncContextManager[AsyncSessionTransaction]:
        """Work inside is undone alone when it raises."""
        return self.session.begin_nested()

    @property
    def fabriques(self) -> Fabriques:
        """The communities."""
        return Fabriques(self.session)

    @property
    def inbox(self) -> InboxRows:
        """What was received."""
        return InboxRows(self.session)

    @property
    def leases(self) -> Leases:
        """Which processes live, and which leads."""
        return Leases(self.session)

    @property
    def prompts(self) -> Prompts:
        """Questions that wait for an answer in a chat."""
        return Prompts(self.session)

    @property
    def outbox(self) -> OutboxRows:
        """What is to be sent."""
        return OutboxRows(self.session, self.fabrique)

    @property
    def said(self) -> Said:
        """What we said, as it stands in the chats."""
        return Said(self.session, self.fabrique)

    @property
    def people(self) -> People:
        """People and accounts."""
        return People(self.session, self.fabrique)

    @property
    def links(self) -> Links:
        """Accounts that are the same person's."""
        return Links(self.session)

    @property
    def link_codes(self) -> LinkCodes:
        """Codes that make them so."""
        return LinkCodes(self.session)

    @property
    def chats(self) -> Chats:
        """Chats and what they receive."""
        return Chats(self.session, self.fabrique)

    @property
    def exchanges(self) -> Exchanges:
        """Time as people told it."""
        return Exchanges(self.session, self.fabrique)

    @property
    def invitations(self) -> Invitations:
        """Links for somebody not met yet."""
        return Invitations(self.session, self.fabrique)

    @property
    def ledger(self) -> Ledger:
        """Time as it counts."""
        return Ledger(self.session, self.fabrique)

    @property
    def ledger_check(self) -> LedgerCheck:
        """The ledger, looked through."""
        return LedgerCheck(self.session, self.fabrique)

    @property
    def time(self) -> TimeKeeping:
        """The time bank, as the team keeps it."""
        return TimeKeeping(self.session, self.fabrique)

    @property
    def time_import(self) -> TimeImport:
        """Former books, brought into the time bank."""
        return TimeImport(self.session, self.fabrique)

    @property
    def organisations(self) -> Organisations:
        """Organisations, and who may act for them."""
        return Organisations(self.session, self.fabrique)

    @property
    def statements(self) -> Statements:
        """Time as people read it."""
        return Statements(self.session, self.fabrique)

    @property
    def turnovers(self) -> Turnovers:
        """Time given and received, summed up."""
        return Turnovers(self.session, self.fabrique)

    @property
    def calls(self) -> Calls:
        """Calls for interest, and their answers."""
        return Calls(self.session, self.fabrique)

    @property
    def bids(self) -> Bids:
        """Funding calls answered together."""
        return Bids(self.session, self.fabrique)

    @property
    def seen(self) -> SeenOf:
        """What is known of those who answer a call."""
        return SeenOf(self.session, self.fabrique)

    @property
    def sessions(self) -> Sessions:
        """Workshops and chantiers, and who was there."""
        return Sessions(self.session, self.fabrique)

    @property
    def mobilisations(self) -> Mobilisations:
        """Time asked of the team."""
        return Mobilisations(self.session, self.fabrique)

    @property
    def needs(self) -> Needs:
        """What people ask for."""
        return Needs(self.session, self.fabrique)

    @property
    def introductions(self) -> Introductions:
        """Who was proposed, asked and introduced."""
        return Introductions(self.session, self.fabrique)

    @property
    def candidates(self) -> Candidates:
        """What is known of whoever may be asked for help."""
        return Candidates(self.session, self.fabrique)

    @property
    def profiles(self) -> Profiles:
        """What people said of themselves."""
        return Profiles(self.session, self.fabrique)

    @property
    def offers(self) -> Offers:
        """What people can do or lend."""
        return Offers(self.session, self.fabrique)

    @property
    def belonging(self) -> Belonging:
        """Who is an ally."""
        return Belonging(self.session, self.fabrique)

    @property
    def directory(self) -> Directory:
        """What people show of themselves."""
        return Directory(self.session, self.fabrique, self.looking)

    @property
    def aliases(self) -> Aliases:
        """Names that people gave to skills."""
        return Aliases(self.session, self.fabrique)

    @property
    def knowledge(self) -> Knowledge:
        """Entries of the knowledge base."""
        return Knowledge(self.session, self.fabrique)

    @property
    def questions(self) -> Questions:
        """Questions handed over to the team."""
        return Questions(self.session, self.fabrique)

    @property
    def ties(self) -> Ties:
        """Those whom the fabrique brought together, and who write to each other here."""
        return Ties(self.session, self.fabrique)

    @property
    def supports(self) -> Supports:
        """What structures in difficulty told the team."""
        return Supports(self.session, self.fabrique)

    @property
    def resources(self) -> Resources:
        """What people share."""
        return Resources(self.session, self.fabrique)

    @property
    def gatherings(self) -> Gatherings:
        """The monthly meetings, and who comes."""
        return Gatherings(self.session, self.fabrique)

    @property
    def hostings(self) -> Hostings:
        """The get-togethers that allies host."""
        return Hostings(self.session, self.fabrique)

    @property
    def rounds(self) -> Rounds:
        """The monthly get-togethers in twos and threes."""
        return Rounds(self.session, self.fabrique)

    @property
    def pairs(self) -> Pairs:
        """Newcomers and those who accompany them."""
        return Pairs(self.session, self.fabrique)

    @property
    def polls(self) -> Polls:
        """What is put to the vote."""
        return Polls(self.session, self.fabrique)

    @property
    def presses(self) -> Presses:
        """Presses that may be taken back."""
        return Presses(self.session)

    @property
    def lockouts(self) -> Lockouts:
        """Platforms that refuse the bot's account."""
        return Lockouts(self.session)

    @property
    def copies(self) -> Copies:
        """Messages about questions, carried to the other side."""
        return Copies(self.session, self.fabrique)

    @property
    def threads(self) -> Threads:
        """Where questions are talked of in the team's chats."""
        return Threads(self.session, self.fabrique)

    @property
    def outcomes(self) -> Outcomes:
        """What came of answers."""
        return Outcomes(self.session, self.fabrique)

    @property
    def events(self) -> Events:
        """The agenda."""
        return Events(self.session, self.fabrique)

    @property
    def editions(self) -> Editions:
        """What the agenda's readers are told."""
        return Editions(self.session, self.fabrique)

    @property
    def event_posts(self) -> EventPosts:
        """Where the agenda stands."""
        return EventPosts(self.session, self.fabrique)

    @property
    def event_waits(self) -> EventWaits:
        """Proposals before the team: since when, and whether it was reminded."""
        return EventWaits(self.session, self.fabrique)

    @property
    def event_changes(self) -> EventChanges:
        """Corrections of events."""
        return EventChanges(self.session, self.fabrique)

    @property
    def event_revisions(self) -> EventRevisions:
        """New words for events that were approved in other ones."""
        return EventRevisions(self.session, self.fabrique)

    @property
    def calendar_addresses(self) -> CalendarAddresses:
        """Where the agendas of chats are followed."""
        return CalendarAddresses(self.session)

    @property
    def feeds(self) -> Feeds:
        """Addresses read again and again."""
        return Feeds(self.session, self.fabrique)

    @property
    def feed_entries(self) -> FeedEntries:
        """What sites told in their news."""
        return FeedEntries(self.session, self.fabrique)

    @property
    def event_twins(self) -> EventTwins:
        """Events that two sources tell of."""
        return EventTwins(self.session, self.fabrique)

    @property
    def pictures(self) -> Pictures:
        """Pictures of events."""
        return Pictures(self.session, self.fabrique)

    @property
    def venues(self) -> Venues:
        """Places where things happen."""
        return Venues(self.session, self.fabrique)

    @property
    def letter(self) -> Letter:
        """What is gathered for the letter."""
        return Letter(self.session, self.fabrique)

    @property
    def letter_editions(self) -> LetterEditions:
        """Issues of the letter."""
        return LetterEditions(self.session, self.fabrique)

    @property
    def mail(self) -> Mail:
        """Who reads the letter by e-mail, and what was sent to them."""
        return Mail(self.session, self.fabrique)

    @property
    def audit(self) -> Audit:
        """Who did what in the team's name."""
        return Audit(self.session, self.fabrique)


class Database:
    """One engine, and the transactions on it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = engine_for(url)
        self.changes = Changes()
        self.shown = Shown(self.changes)
        self._alone = self.engine.dialect.name == "sqlite"
        listen(self.engine.sync_engine)
        self._sessions = async_sessionmaker(
            self.engine, expire_on_commit=False, sync_session_class=NotingSession
        )

    @asynccontextmanager
    async def begin(self, fabrique: int = 0) -> AsyncIterator[Store]:
        """A transaction: committed when the block ends well, undone when it raises."""
        async with self._sessions() as session:
            touched = touching(session)
            looking = Looking(self.shown, self.changes.count, touched, self._alone)
            async with session.begin():
                yield Store(session, fabrique, touched, looking)
        if touched.writes:
            self.changes.note(touched.writes)

    async def close(self) -> None:
        """Give every connection back."""
        await self.engine.dispose()
