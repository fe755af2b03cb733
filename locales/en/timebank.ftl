# Noting time: what one ally gave another, and what the other side says of it.

menu-note-exchange = Note time given or received
menu-balance = See my time account
menu-pending = See what waits for an answer

# An exchange as other messages mention it.
exchange-lines = <b>{ $giver }</b> gave <b>{ $duration }</b> to <b>{ $receiver }</b>
    On { $day }, for: { $subject }

note-exchange-ask-partner = With whom? Write their name, or @ and their username.
note-exchange-ask-which = Who is “{ $name }”? Choose, or write the full name.
note-exchange-ask-direction = Who gave their time?
note-exchange-ask-minutes = How long? Choose, or write for example 2h30 or 45min.
note-exchange-ask-subject = What for? A few words are enough, for example proofreading the application.

exchange-draft = <b>Please check this exchange</b>
    Gave their time: { $giver }
    Received it: { $receiver }
    How long: { $duration }
    Day: { $day }
    For: { $subject }

    Is it right? If not, cancel and write it again.

exchange-noted = Noted. The time will count once { $other } has confirmed.

# The other side never wrote to the bot in private.
exchange-noted-unreached = Noted, but I cannot write to { $other } yet.
    Ask them to send me /pending in private, to confirm.

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

balance = <b>Your balance: { $balance }</b>
    Time given: { $given }
    Time received: { $received }
    { $waiting ->
        [0] Nothing waits for an answer.
        [one] One exchange waits for an answer: /pending
       *[other] { $waiting } exchanges wait for an answer: /pending
    }

# Followed by one message for each exchange.
pending = { $count ->
        [0] Nothing waits for an answer.
        [one] One exchange waits for an answer. Here it is.
       *[other] { $count } exchanges wait for an answer. Here they are.
    }
