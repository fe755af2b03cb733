# Proposals before the team: what waits long, what came too late, and the way out of the agenda.

# Who decided, and whether somebody heard of it.
decided-by = { $by }.{ $told ->
        [true] {" "}The person knows.
       *[other] {""}
    }

# $event is event-full, $count the events of the card.
event-was-approved = { $count ->
        [one] ✓ Approved by { decided-by }
       *[other] ✓ { $count } events approved by { decided-by } The first one:
    }
    { $event }
# $days of the agendas that are closed, $count of them.
event-too-late = { $count ->
        [one] ⚠️ Too late for the agenda for { $days }: it is closed without this one, which is found with /agenda and in calendars.
       *[other] ⚠️ Too late for the agendas for { $days }: they are closed without this one, which is found with /agenda and in calendars.
    }
event-added-late = It is added to this week’s messages.
event-approved-late = { $count ->
        [one] The agenda for { $days } was closed already: people find it with /agenda and in their calendars.
       *[other] The agendas for { $days } were closed already: people find it with /agenda and in their calendars.
    }
event-taken-out = The team took your event out of the agenda.
    { $event }

    To know why, ask the team: /ask
event-was-taken-out = ✗ Taken out of the agenda by { decided-by }
    { $event }

# $age is question-age.
proposal-reminder = ⏳ <b>Has waited for your answer for { $age }</b>
proposals-reminder = ⏳ <b>{ $count } proposals wait for your answer</b>
    { $lines }{ $more ->
        [0] {""}
       *[other] {"\u000A"}… and { $more } more.
    }

    To decide: /queue
# $more dates or events that came with it.
proposal-waits-line = <b>{ $title }</b>{ $more ->
        [0] {""}
       *[other] {" "}(and { $more } more)
    }, { $when }: for { $age }
# $told: the proposer was.
proposal-was-passed = { $count ->
        [one] ⌛ Its date passed without an answer.
       *[other] ⌛ The dates of { $count } events passed without an answer.
    }{ $told ->
        [true] {" "}The person knows.
       *[other] {""}
    }
    { $event }
# $left: dates of the same series that still wait, $days the first of them, $more the rest.
proposal-passed = { $left ->
        [0] Nobody could look at your proposal in time: its date is past, and it was not in the agenda. We are sorry.
       *[other] One date of your proposal passed before the team could look at it, and it was not in the agenda. We are sorry.
    }
    { $event }

    { $left ->
        [0] Another date to announce? /propose
        [one] The other date still waits for the team: { $days }.
       *[other] The { $left } other dates still wait for the team: { $days }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }.
    }

# $act is approved, refused or taken-out.
refusal-decided-by = { $act ->
        [approved] { $name } has approved it already.
        [refused] { $name } has refused it already.
       *[other] { $name } has taken it out already.
    }
refusal-event-over = Too late: the date of this event is past.

choice-proposal = { $title }, { $first }
choice-propose-again = Propose it again
choice-take-out = Take it out
choice-add-anyway = Add it all the same
