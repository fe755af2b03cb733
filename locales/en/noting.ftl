# Noting time: one message, and a draft before anything is noted.

menu-note-exchange = Note time given or received

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

refusal-duration-unsure = I am not sure of the length. Write it alone, for instance 2h30.
refusal-duration-twice = You wrote { $duration } twice. How long was it in all?
refusal-day-two = I read several days. Note each day by itself, for instance: 2h on Tuesday
