# The team's chat: what waits, what was decided; and what the proposers are told.

menu-queue = See what waits for a decision

# Followed by one message for each thing, except the $more that come later.
queue = { $count ->
        [0] Nothing is waiting. Thank you!
        [one] One thing waits for a decision. Here it is.
       *[other] { $count } things wait for a decision.
    }{ $more ->
        [0] {""}
       *[other] {" "}Here are the oldest. Then type /queue again.
    }
# $waiting of them wait for a first word, the longest for $age, and $urgent are urgent.
queue-support = { $waiting ->
        [0] { $count ->
            [one] One request for support is open: /support
           *[other] { $count } requests for support are open: /support
        }
        [one] { $urgent ->
            [0] <b>One request for support has been waiting</b>
           *[other] ⏰ <b>One urgent request for support has been waiting</b>
        } for { $age }: /support
       *[other] { $urgent ->
            [0] <b>{ $waiting } requests for support are waiting</b>
            [one] ⏰ <b>{ $waiting } requests for support are waiting, one of them urgent</b>
           *[other] ⏰ <b>{ $waiting } requests for support are waiting, { $urgent } of them urgent</b>
        }, the first for { $age }: /support
    }

batch-one-by-one = { $count ->
        [one] Here is the only event that waits.
       *[other] { $count } events are waiting.
    }{ $more ->
        [0] {""}
       *[other] {" "}Here are the first. Then type /queue.
    }

event-approved = Good news, your event is on the agenda!
    { $event }

event-refused = Your event was not chosen for the agenda.
    { $event }

    To know why, ask the team: /ask

batch-approved = { $count ->
        [one] Good news, your event is on the agenda!
       *[other] Good news, your { $count } events are on the agenda!
    }

batch-refused = { $count ->
        [one] Your event was not chosen for the agenda.
       *[other] Your { $count } events were not chosen for the agenda.
    }
    To know why, ask the team: /ask

done = Done.
