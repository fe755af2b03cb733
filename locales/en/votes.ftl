# The day of a meeting put to the vote, in the team’s chats.

vote-on-day-ask-options = Which days should be put to the vote? Write two at least, for instance: Tuesday 8 December, Thursday 10 December.

vote-open = 🗳️ The vote is open. Everybody in the team has one vote, and may change their mind until you close it.

# $closed is true once nothing counts any more.
vote-day = 🗳️ <b>Which day for the permanence, { $month }?</b>{ $closed ->
        [true] {" "}(vote closed)
       *[false] {""}
    }

# $lines are vote-line, $count is how many people voted.
vote-tally = { $lines }
    { $count ->
        [0] Nobody voted.
        [one] One person voted.
       *[other] { $count } people voted.
    }

vote-line = { $day }: { $votes ->
        [0] no votes
        [one] one vote
       *[other] { $votes } votes
    }

vote-nobody = The vote is closed, and nobody voted: the permanence stays on { $day }.

# $leading is how many days came first with the same number of votes; $day is the first of them.
vote-result = The vote is closed, { $count ->
        [one] one person
       *[other] { $count } people
    } voted. { $leading ->
        [one] { $day } comes first.
       *[other] Several days come first, with as many votes each.
    }
    Nothing changes until you choose.

choice-vote-day = Vote on the day
choice-day = { $day }
choice-hold-day = Keep { $day }
choice-close-vote = Close the vote

refusal-vote-days = { $count ->
        [0] I didn’t understand the days.
        [one] A single day is no vote.
       *[other] Those are too many days for a vote.
    } Write from two to { $most }, for instance: Tuesday 8 December, Thursday 10 December.

refusal-vote-over = This vote is closed.
