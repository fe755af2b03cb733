# The log of what the team did.

menu-show-log = See the latest decisions
log-empty = The log is still empty.

log = <b>Latest decisions</b>
    { $lines }

# $on is log-thing; $marks are log-mark, where a choice is told.
log-line = { $at } — { $by ->
        [none] the bot
       *[other] { $by }
    } { $act ->
        [approved] approved
        [refused] refused
        [answer] answered
        [take] took on
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
        [kept-words] kept the words of
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
        [import-time] imported
        [grant] granted
        [decline] declined
        [put-off] put off to the next month
        [done] finished
        [open-call] opened
        [close-call] closed
        [cancel-call] cancelled
        [tell-choice] announced the choice of
        [choose] chose
        [unchoose] no longer chooses
        [chosen] announced the choice of
        [not-chosen] announced not choosing
        [name-ally] asked
        [call] put into the agenda
        [digest-call] put into the agenda
        [hold] held
        [close] closed
        [approve-agenda] approved
        [hold-agenda] put on hold
        [taken-out] took out of the agenda
        [added-late] added to the agenda that had left
        [refuse-change] declined an announced change of
        [change-event] changed
        [undo-change] put back
        [trusted] put trust in
        [distrusted] no longer trusts
        [deleted] deleted
        [unlink] parted the accounts of
       *[other] { $act }
    } { $on }{ $why ->
        [none] {""}
       *[other] : { $why }
    }{ $marks ->
        [none] {""}
       *[other] {" "}({ $marks })
    }

log-mark = { $criterion }: { call-mark }
log-number = no. { $number }

# What was acted on. $name is how it is called, or log-number; $person whose part in it.
log-thing = { $kind ->
        [answer] { $person ->
            [none] an answer to the call { $name }
           *[other] { $person } for the call { $name }
        }
        [call] the call { $name }
        [delivery] the post { $name }
        [directory] the directory
        [edition] the agenda for { $name }
        [entry] the entry { $name }
        [event] the event { $name }
        [exchange] the exchange { $name }
        [exchanges] { $number ->
            [one] one exchange
           *[other] { $number } exchanges
        }
        [hosting] the hosting of a get-together ({ $name })
        [introduction] { $person ->
            [none] somebody for the request { $name }
           *[other] { $person } for the request { $name }
        }
        [item] the idea { $name } for the letter
        [letter] the letter { $number }
        [letter-time] the day of the letter
        [mobilisation] the team’s help for { $name }
        [name] the name { $name }
        [need] the request { $name }
        [organisation] the organisation { $name }
        [pairs] { $number ->
            [one] one pair
           *[other] { $number } pairs
        }
        [permanence] the monthly meeting { $number }
        [person] { $name }
        [question] the question { $name }
        [resource] the resource { $name }
        [session] the session { $name }
        [support] a request for support ({ $name })
        [venue] the place { $name }
       *[other] { $kind } { $name }
    }
