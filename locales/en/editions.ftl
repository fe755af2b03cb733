# The agenda before it leaves, who did not get it, and what changes once it is posted.

# $count the groups and people who will read it; $waits: only once the team said so.
edition-preview = 👀 <b>Here is the agenda for { $day }</b>
    { $waits ->
        [true] It waits for your word: nothing leaves without it. Its hour is { $at }, for { $count ->
            [one] one group or person.
           *[other] { $count } groups or people.
        }
       *[other] Even without an answer, it leaves { $at }, for { $count ->
            [one] one group or person.
           *[other] { $count } groups or people.
        }
    }
edition-preview-empty = 👀 <b>Agenda for { $day }</b>
    Nothing this week: if nothing is added, it does not leave.
edition-preview-proposals = { $count ->
        [one] ⏳ One proposal for these days still waits for your answer: /queue
       *[other] ⏳ { $count } proposals for these days still wait for your answer: /queue
    }
edition-undecided = ✋ <b>The agenda for { $day } waits for your word</b>
    Nothing leaves without it.
# The hour has come; $until it can still leave.
edition-due = { $held ->
        [true] ⏰ <b>It is time for the agenda for { $day }, and it is on hold</b>
       *[other] ⏰ <b>It is time for the agenda for { $day }, and it waits for your word</b>
    }
    It can still leave until { $until }.
edition-preview-held = ✋ <b>Agenda on hold</b>
    Nothing leaves without you.
edition-preview-approved = ✅ <b>Agenda approved</b>
    It leaves at everyone’s own hour; where that is past, at once.

# $lines are edition-missed-line.
edition-missed = <b>Not everybody got the agenda for { $day }</b>
    { $lines }
# $who: groups, edition-more-groups, edition-people. $why is a reason of domain.editions.Missed.
edition-missed-line = { $who }: { $why ->
        [held] you had not let it leave.
        [refused] the platform refused the message. Is the bot still in the group?
       *[other] it was too late when I could send it.
    }
edition-more-groups = { $count ->
        [one] { $others ->
            [true] another group
           *[other] one group
        }
       *[other] { $others ->
            [true] { $count } other groups
           *[other] { $count } groups
        }
    }
edition-people = { $count ->
        [one] one person, in private
       *[other] { $count } people, in private
    }
edition-let-go = ✅ The agenda for { $day } has left, or leaves at everyone’s own hour.
choice-edition-again = Send it again
edition-sent-again = { $count ->
        [one] All right: I send it once more to whoever did not get it.
       *[other] All right: I send it once more to the { $count } who did not get it.
    }
edition-approved-now = Good: it leaves at once.
refusal-edition-late = Too late: its hour is long past, and it does not leave by itself any more. The note on the groups that did not get it has a button to send it again.
refusal-edition-over = Too late: the week of this agenda is over.

# $chat got the beginning of it.
agenda-cut-short = The agenda breaks off in “{ $chat }”: the rest of it could not be posted there.

edition-approved = Good: it will leave at its hour.
edition-held = On hold: nothing leaves.

agenda-changed = ⚠️ <b>A change to the agenda</b>
    { $lines }

# $what changed; $when it was to be, $then it is now; $hour is its new hour on the same day.
event-change = { event-title } ({ $when }): { $what ->
        [added] new in the agenda
        [cancelled] cancelled
        [postponed] postponed, date to come
        [full] full
        [hour] now at { $hour }
        [rescheduled] now { $then }
        [moved] now at { $place }
        [on] it is on after all
       *[other] the text has changed
    }

# The same while nobody knows whether it is so.
event-claim = { $what ->
        [cancelled] Said to be cancelled
        [postponed] Said to be postponed
        [full] Said to be full
        [hour] Said to be at { $hour }
        [rescheduled] Said to be on { $then }
        [moved] Said to be at { $place }
        [on] Said to be on after all
       *[other] Said to be otherwise
    }: { event-title } ({ $when })

event-changed-team = { $name } changed an event:
    { $change }

event-change-doubt = { $name } announces a change, though the event is not theirs:
    “{ $words }”
    { $claim }

# To whoever announces it; in a group nobody is answered later.
event-change-sent = { $private ->
        [true] Thank you! The team checks, then I tell you how it stands.
       *[other] Thank you! The team checks, and corrects the agenda where it must.
    }
    { $claim }
event-change-not-so = Thank you for letting us know. The team checked: it is as announced.
    { $event }
event-change-refused = Noted, nothing changes.
event-change-undone = Undone: the event is what it was before.
event-change-undone-told = The team put this event back as it was:
    { $event }
# $reach: whether posts told of it, and whether they are corrected with a message besides.
event-change-done = { $reach ->
        [nowhere] Done. No posted agenda told of it: there is nothing to correct.
        [quiet] Done: I am correcting the agenda wherever it is posted, without a message of its own.
       *[aloud] Done: I am correcting the agenda wherever it is posted, and a message says so.
    }
    { $change }
event-withdrawn-card = { $name } took their proposal back:
    { $event }
event-change-already = That is what the agenda says already.

menu-change-event = Cancel or change one of my events
menu-events-desk = Change an event to come

change-event-ask-meant = Which event do you mean?
change-event-ask-event = Which event?
event-ask-kind = { $event }

    What is happening?
change-event-ask-said = Say it in one sentence. For example: postponed to Saturday 6:30 pm, moved to Model Hall, at 7 pm.

events-desk-ask-event = Which event changes?

choice-edition-good = All good
choice-edition-hold = Hold
choice-edition-publish = Publish
choice-undo-change = Undo this change
choice-change-true = True, tell everybody
choice-change-no = No
choice-event-line = { $title } { $first }
choice-kind-cancelled = Cancelled
choice-kind-full = Full
choice-kind-moved = Moved
choice-kind-postponed = Postponed
choice-kind-hour = Change the hour
choice-kind-on = It is on
choice-later-known = Date to come

refusal-changed-since = This event has changed since. Have a look with /events.
refusal-edition-left = Too late: this agenda has left already.
refusal-change-unread = I did not understand the new date, hour or place. For example: Saturday 6:30 pm.
refusal-no-own-event = You have no event to come in the agenda. To propose one: /propose
refusal-no-event-to-come = Nothing to come in the agenda.
refusal-no-such-event = No event to come is called “{ $words }”.
event-changed-you = The team changed your event:
    { $change }
event-change-thanks = Thank you: the team checked it, and I am telling everybody:
    { $change }
