"""The tables, and nothing else. Rows never leave `storage/`; queries turn them into domain values.

Every row belongs to a fabrique, directly or through the row it hangs from; what a platform brings
(inbox, seen, cursors) comes before any fabrique is known.
"""

from __future__ import annotations

from storage.tables.agenda import (
    BroughtPictureRow,
    CalendarAddressRow,
    EditionRow,
    EventChangeRow,
    EventPictureRow,
    EventPostRow,
    EventRow,
    EventSourceRow,
    FeedRow,
    LetterItemRow,
    MailingRow,
    MailReaderRow,
    TwinRow,
    VenuePersonRow,
    VenueRow,
)
from storage.tables.base import Moment, OfFabrique, Row
from storage.tables.calls import BidPersonRow, BidRow, CallAnswerRow, CallRow, CallSilenceRow
from storage.tables.gatherings import GatheringRow, SignUpRow
from storage.tables.knowledge import EntryRow, EntryVersionRow, OutcomeRow, ResourceRow
from storage.tables.leases import LeaseRow
from storage.tables.links import (
    LinkCodeRow,
    LinkedAccountRow,
    LinkRow,
    LinkTryRow,
    UnionRow,
)
from storage.tables.lockouts import LockoutRow
from storage.tables.matching import IntroductionRow, NeedRow, OfferRow
from storage.tables.pairs import (
    BuddyRow,
    GuestRow,
    HostingRow,
    MeetupPersonRow,
    MeetupRow,
    PairRow,
    RoundRow,
)
from storage.tables.people import (
    AccountRow,
    AuditRow,
    ChatRow,
    FabriqueRow,
    MembershipRow,
    PersonRow,
)
from storage.tables.polls import BallotRow, PollRow, PressRow
from storage.tables.profiles import AliasRow, CircleRow, ProfileRow
from storage.tables.questions import QuestionMessageRow, QuestionRow, QuestionThreadRow
from storage.tables.support import SupportRelayRow, SupportRow
from storage.tables.timebank import (
    ExchangeRow,
    InvitationRow,
    LedgerAccountRow,
    LedgerEntryRow,
    LegRow,
    MobilisationRow,
    OrganisationPersonRow,
    OrganisationRow,
    SessionPersonRow,
    SessionRow,
)
from storage.tables.traffic import CursorRow, InboxRow, IssueRow, OutboxRow, PromptRow, SeenRow

__all__ = [
    "AccountRow",
    "AliasRow",
    "AuditRow",
    "BallotRow",
    "BidPersonRow",
    "BidRow",
    "BroughtPictureRow",
    "BuddyRow",
    "CalendarAddressRow",
    "CallAnswerRow",
    "CallRow",
    "CallSilenceRow",
    "ChatRow",
    "CircleRow",
    "CursorRow",
    "EditionRow",
    "EntryRow",
    "EntryVersionRow",
    "EventChangeRow",
    "EventPictureRow",
    "EventPostRow",
    "EventRow",
    "EventSourceRow",
    "ExchangeRow",
    "FabriqueRow",
    "FeedRow",
    "GatheringRow",
    "GuestRow",
    "HostingRow",
    "InboxRow",
    "IntroductionRow",
    "InvitationRow",
    "IssueRow",
    "LeaseRow",
    "LedgerAccountRow",
    "LedgerEntryRow",
    "LegRow",
    "LetterItemRow",
    "LinkCodeRow",
    "LinkRow",
    "LinkTryRow",
    "LinkedAccountRow",
    "LockoutRow",
    "MailReaderRow",
    "MailingRow",
    "MeetupPersonRow",
    "MeetupRow",
    "MembershipRow",
    "MobilisationRow",
    "Moment",
    "NeedRow",
    "OfFabrique",
    "OfferRow",
    "OrganisationPersonRow",
    "OrganisationRow",
    "OutboxRow",
    "OutcomeRow",
    "PairRow",
    "PersonRow",
    "PollRow",
    "PressRow",
    "ProfileRow",
    "PromptRow",
    "QuestionMessageRow",
    "QuestionRow",
    "QuestionThreadRow",
    "ResourceRow",
    "RoundRow",
    "Row",
    "SeenRow",
    "SessionPersonRow",
    "SessionRow",
    "SignUpRow",
    "SupportRelayRow",
    "SupportRow",
    "TwinRow",
    "UnionRow",
    "VenuePersonRow",
    "VenueRow",
]
