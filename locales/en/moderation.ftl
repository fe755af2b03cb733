# The team's chat: what waits, what was decided; and what the proposers are told.

menu-queue = See what waits for a decision
menu-show-log = See the latest decisions

# Followed by one message for each thing, except the $more that come later.
queue = { $count ->
        [0] Nothing is waiting. Thank you!
        [one] One thing waits for a decision. Here it is.
       *[other] { $count } things wait for a decision.
    }{ $more ->
        [0] {""}
       *[other] {" "}Here are the oldest. Then type /queue again.
    }
queue-support = { $count ->
        [one] One request for support is open: /support
       *[other] { $count } requests for support are open: /support
    }

batch-one-by-one = { $count ->
        [one] Here is the only event that waits.
       *[other] { $count } events are waiting.
    }{ $more ->
        [0] {""}
       *[other] {" "}Here are the first. Then type /queue.
    }

log-empty = The log is still empty.

log = <b>Latest decisions</b>
    { $lines }

# $on names the thing with its number, such as event:12.
log-line = { $at } — { $by ->
        [none] the bot
       *[other] { $by }
    } { $act ->
        [approved] approved
        [refused] refused
        [answer] answered
        [take] took
        [pair-up] suggested
        [give-back] gave back
        [ask-consent] asked for consent about
        [ask-ally] asked an ally about
        [point-out] pointed to a professional for
        [reopen] opened again
        [merge] merged
        [send-entry] answered with an entry
        [publish] published
        [dismiss] set aside
        [settle] closed
        [arrived] confirmed the arrival of
        [send-again] sent again
        [created] wrote
        [edited] edited
        [wording] added a wording to
        [retired] retired
        [restored] restored
        [merged] merged
        [undone] took a change back of
        [reviewed] looked at
        [confirm] confirmed
        [contest] disputed
        [change] noted differently
        [write] wrote about
        [uphold] upheld
        [settle-as] settled
        [correct] corrected
        [meeting-changed] changed
        [meeting-kept] kept
        [meeting-skipped] skipped
        [member] noted the membership of
        [let-in] opened the directory to
        [no-member] took back the membership of
        [export] exported
        [block] blocked
        [unblock] unblocked
        [leave] noted the leaving of
        [return] took back the leaving of
        [import-time] imported exchanges
        [grant] granted
        [decline] declined
        [put-off] put off to the next month
        [done] did
        [open-call] opened
        [close-call] closed
        [cancel-call] cancelled
        [tell-choice] announced the choice of
        [choose] chose
        [unchoose] chose no more
        [chosen] announced as chosen
        [not-chosen] announced as not chosen
       *[other] { $act }
    } <code>{ $on }</code>{ $why ->
        [none] {""}
       *[other] : { $why }
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

item-approved = Good news, this will be in the next letter!
    { $text }

item-refused = This was not chosen for the letter.
    { $text }

    To know why, ask the team: /ask

done = Done.
