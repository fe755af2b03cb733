# Correcting what counts already.

menu-correct = Correct a confirmed exchange

correct-ask-exchange = { $team ->
        [true] Which exchange should be corrected? Choose, or reply with a name.
       *[false] Which exchange should be corrected? Choose, or write a name.
    }

# $before is exchange-lines.
correct-ask-should = { $before }{ $corrected ->
        [true] {" "}— corrected since: { $now }{ $turned ->
            [true] {" "}the other way
           *[false] {""}
        }
       *[false] {""}
    }

    What should have been noted? Choose, or write for example 1h30, or “1h30 the other way”.

# $change is exchange-becomes.
correct-ask-reason = { $before }
    { $change }

    { $team ->
        [true] Why? Both people will read it, and the log keeps it. The correction will count at once.
       *[false] Send it as it is, or write why first. It will count when the other person has confirmed.
    }

# $other is empty for the team.
correction-noted = { $other ->
        [none] Proposed. The correction will count as soon as the team confirms.
       *[other] Proposed. The correction will count as soon as { $other } confirms.
    }
