# What the other side says of an exchange.

menu-pending = See what waits for an answer

# Accounts that nobody holds alone.
holder-pot = the common pot
holder-team = the team

# An exchange as other messages mention it.
exchange-lines = <b>{ $giver }</b> gave <b>{ $duration }</b> to <b>{ $receiver }</b>
    On { $day }{ $subject ->
        [none] {""}
       *[other] , for: { $subject }
    }

exchange-confirmed = <b>Exchange confirmed</b>
    { exchange-lines }

    Your balance: <b>{ $balance }</b>

# To the one who disputes it.
exchange-contested = All right, this exchange does not count. The team will talk about it with you both.

# To the one who had noted it.
exchange-contested-noter = <b>{ $name } disputes this exchange</b>
    { exchange-lines }

    It does not count. The team will talk about it with you both.

exchange-contested-team = <b>{ $name } disputes this exchange</b>
    { exchange-lines }

    Please talk with both of them, then close it with /queue.

exchange-cancelled = Taken back. This exchange does not count.

exchange-cancelled-other = <b>{ $name } took this exchange back</b>
    { exchange-lines }

    There is nothing for you to do.

exchange-waits = <b>{ $other } has not answered yet</b>
    { exchange-lines }

# Followed by one message for each exchange.
pending = { $count ->
        [0] Nothing waits for an answer.
        [one] One exchange waits for an answer. Here it is.
       *[other] { $count } exchanges wait for an answer. Here they are.
    }
