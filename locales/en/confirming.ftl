# What becomes of an exchange that was noted.

menu-pending = See what waits for an answer

# Accounts that nobody holds alone: within a sentence, at its beginning, and after "to".
holder-pot = the common pot
holder-team = the team
holder-pot-first = The common pot
holder-team-first = The team
holder-to = to <b>{ $name }</b>
holder-pot-to = to <b>the common pot</b>
holder-team-to = to <b>the team</b>

# An exchange as other messages mention it, as $exchange or by itself. $first and $to are its sides.
exchange-lines = { $kind ->
        [gift] <b>{ $first }</b> offers <b>{ $duration }</b> { $to }
        [settlement] <b>{ $first }</b> leaves <b>{ $duration }</b> { $to }
        [correction] Correction: <b>{ $first }</b> gave <b>{ $duration }</b> { $to }
       *[other] <b>{ $first }</b> gave <b>{ $duration }</b> { $to }
    }{ $paid ->
        [true] {" "}(paid work)
       *[false] {""}
    }
    On { $day }{ $subject ->
        [none] {""}
       *[other] , for: { $subject }
    }

# $before is exchange-lines, $change is exchange-becomes.
exchange-corrected = { $before }
    { $change }

exchange-becomes = { $way ->
        [never] <b>It never took place</b>, instead of { $now }
        [turned] <b>{ $should } the other way</b>, instead of { $now }
       *[same] <b>{ $should }</b> instead of { $now }
    }{ $turned ->
        [true] {" "}the other way
       *[false] {""}
    }

## To whoever has to speak

exchange-to-correct = <b>{ $noter } proposes a correction</b>
    { $exchange }

exchange-changed = <b>{ $noter } noted it differently</b>
    { exchange-lines }

exchange-before = Before:
    { $before }

exchange-for-others = <b>{ $noter } noted an exchange</b>
    { exchange-lines }

exchange-spoken = { $spoken ->
        [true] The other person has no telephone: they agreed by word of mouth.
       *[false] It is for the team to confirm it.
    }

exchange-is-it-right = Is it right? The time will count once you confirm.

exchange-reminder = { $last ->
        [true] A last reminder: this exchange waits for your answer.
       *[false] A small reminder: this exchange waits for your answer.
    }

## How it ended, on the card

exchange-counts = ✓ { $voice ->
        [nobody] Counted without an answer.
        [team] Confirmed by the team{ $name ->
            [none] {""}
           *[other] {" "}({ $name })
        }.
       *[side] Confirmed by { $name }.
    }{ $reason ->
        [none] {""}
       *[other] {" "}Why: { $reason }
    }

exchange-off = { $how ->
        [replaced] Noted differently since: this does not count.
        [closed] Closed by the team: this does not count.
       *[taken-back] Taken back: this does not count.
    }{ $reason ->
        [none] {""}
       *[other] {" "}Why: { $reason }
    }

exchange-expired-card = No answer for { $days } days: this does not count.

## Confirmed

# $days is how long nobody answered; 0 for what was too short to be asked about.
exchange-confirmed = <b>{ $voice ->
        [nobody] { $days ->
            [0] Exchange counted at once, as it is short
            [one] Exchange counted, after a day without an answer
           *[other] Exchange counted, after { $days } days without an answer
        }
        [team] The team confirmed this exchange
       *[side] Exchange confirmed
    }</b>
    { $exchange }

exchange-reason = Why: { $reason }
exchange-paid-apart = This is paid work: it is kept apart and changes no balance.

exchange-balance = { $holder ->
        [none] Your balance: <b>{ $balance }</b>
       *[other] Balance ({ $holder }): <b>{ $balance }</b>
    }

exchange-leans-receives = You are being helped a lot at the moment, and that is what this is for: a balance below zero never stops anyone from asking. When you feel like giving back, say what you can do with /offer.
exchange-leans-gives = You give a lot, thank you! Think of yourself too: /need

## Waiting

# A page of /pending.
pending = { $count ->
        [one] One exchange waits for an answer.
       *[other] <i>{ $page } of { $count } waiting for an answer</i>
    }
pending-none = Nothing waits for an answer.

# $other is empty for the team.
exchange-waits = <b>{ $other ->
        [none] The team has not answered yet
       *[other] { $other } has not answered yet
    }</b>
    { $exchange }

exchange-unreached = { $invited ->
        [true] { $other } has not opened your invitation yet. You may send it once more.
       *[false] I cannot reach { $other }, who has to confirm. Ask them to write to me in private, or talk to the team with /ask.
    }

exchange-expired = <b>{ $mine ->
        [true] Your exchange was left without an answer
       *[false] An exchange was left without your answer
    }</b>
    After { $days } days it does not count. If it did take place, note it again with /hours.

exchange-cancelled = Taken back. This exchange does not count.

exchange-cancelled-other = <b>{ $name } took this exchange back</b>
    { exchange-lines }

    There is nothing for you to do.

# The writer edited the message with which they had noted it.
exchange-edited = Editing your message does not change what is noted:
    { exchange-lines }

    To change it, take it back, then write it again.

exchange-edited-counts = This exchange is confirmed: editing your message changes nothing. To correct it: /correct

## Said otherwise

change-exchange-ask-what = { $before }

    What is not right?

change-exchange-draft = <b>What is noted</b>
    { $before }

    <b>What you propose</b>
    { $after }

    Is it right? The time will count when the other person has confirmed.

restate-minutes-ask-minutes = How long? Choose, or write for example 1h30.
restate-day-ask-day = Which day? Write for example yesterday, last Monday or 12 March.
restate-subject-ask-subject = What for? A few words are enough.

# $other is empty for the team.
exchange-change-noted = { $other ->
        [none] Proposed. The time will count as soon as the team confirms.
       *[other] Proposed. The time will count as soon as { $other } confirms.
    }

exchange-change-unreached = Proposed, but I cannot write to { $other } yet.
    Ask them to send me /pending in private to confirm.

## Contested

# To the one who contested.
exchange-contested = All right, this exchange does not count. The team will talk about it with you both.

say-why-ask-text = What happened? A few words help the team, but nothing obliges you.
contest-without-words = All right. The team will write to you here.

# To the other side. $name is empty for the team.
exchange-contested-noter = <b>{ $name ->
        [none] The team disputes this exchange
       *[other] { $name } disputes this exchange
    }</b>
    { exchange-lines }

    It does not count. The team will talk about it with you both. Reply to this message to write to them.

exchange-contested-card = <b>Disputed exchange</b>
    Noted by { $noter }
    { $exchange }

exchange-contested-waits = It does not count. Reply to this message to write to the team.
exchange-contested-why = What the person who disputes it says: { $why }
exchange-contested-hint = Reply to this message: both people will read you.

exchange-words = <b>{ $name }, about this exchange</b>
    { $text }

exchange-words-sent = Passed on to the team.

exchange-team-writes = <b>{ $by ->
        [none] The team writes to you about your exchange
       *[other] { $by } writes to you about your exchange
    }</b>
    { $text }

exchange-team-wrote = { $count ->
        [0] I could not reach anybody.
        [one] Passed on to one person.
       *[other] Passed on to { $count } people.
    }

write-to-both-ask-text = Write your text: both people will read it.

contest-ask-reason = Why? Both people will read it, and the log keeps it.

settle-as-ask-should = { exchange-lines }

    What should have been noted? Choose, or write for example 1h30, or “1h30 the other way”.

exchange-settled = Done. Both people know.

exchange-closed-told = <b>The team closed this exchange</b>
    { exchange-lines }

    It does not count. Why: { $reason }

exchange-counts-already = This exchange is confirmed. If there is a mistake, the two of you can correct it.
