# Noting time: one message, and a card before anything is noted.

menu-note-time = Note time given or received

note-exchange-ask-partner = With whom? Write their name, or @ and their username.
note-exchange-ask-which = Who is “{ $name }”? Choose, or write the full name.
note-exchange-ask-unknown = I do not know “{ $name }” yet. Invite them, or write another name.
note-exchange-ask-one = An exchange is noted with one person at a time. With whom, this time?
note-exchange-ask-direction = Who gave their time?
note-exchange-ask-minutes = How long? Choose, or write for example 2h30 or 45min.
note-exchange-ask-day = Which day was it? Choose, or write for example Tuesday or 12 March.
note-exchange-ask-subject = What for? A few words are enough, for example proofreading the application.

exchange-draft = <b>Please check this exchange</b>
    Gave their time: { $giver }
    Received it: { $receiver }
    How long: { $duration }
    Day: { $day }
    For: { $subject }

# Lines under the card, each only where it holds.
exchange-draft-long = ⚠️ { $duration } is a lot for one occasion. Please check how long it was.
exchange-draft-old = ⚠️ { $day } is more than three months ago. Please check the day.
exchange-draft-paid = A paid mission: this time will count in no balance.
exchange-draft-spoken = { $name } has no phone. If you have their spoken agreement, the team will confirm.
exchange-draft-invited = I have not met { $name } yet: you will get a link to send them, and the exchange will wait.
exchange-draft-common = This time is for everybody: the person who leads the work, or the team, will confirm it.
exchange-draft-right = Is it right?

# In a group; the card follows in private.
noting-in-private = I am writing to you in private, to check it with you.

exchange-noted = Noted. The time will count once { $other } has confirmed.
exchange-noted-team = Noted. I passed it on to those who confirm it.

# The other side never wrote to the bot in private.
exchange-noted-unreached = Noted, but I cannot write to { $other } yet.
    Ask them to send me /pending in private, to confirm.

# The same two, as long, on the same day.
exchange-same = <b>Noted already?</b> This is what { $noter } noted:
    { exchange-lines }
exchange-not-twice = All right, I am not noting it a second time.

exchange-invited = Noted, and waiting for { $name }. Send them the message that follows, by any means you like.

# For somebody the bot has not met; $link is "none" where the platform has no such links.
invitation-to-forward = Hello! { $noter } noted <b>{ $duration }</b> of time shared with you ({ $subject }), in the time bank of { $fabrique }.
    { $link ->
        [none] To confirm it, write to me in private: <code>/start { $word }</code>
       *[other] To confirm it: { $link }
            Or write to me in private: <code>/start { $word }</code>
    }
invitation-welcome = Hello { $name }, and welcome! I am the bot of <b>{ $fabrique }</b>. Here is the exchange that waits for you; for the rest, type /help.
invitation-again = You had opened this link already. Here is the exchange that waits for your answer.

# To the one who noted it; $called is how they had named whoever came.
invitation-opened = <b>{ $name }</b> opened your invitation for “{ $called }” and can now confirm the exchange.

refusal-invitation-unknown = I do not know this link. Ask the person to send it to you again.
refusal-invitation-own = This link is for { $name }. Send it to them just as it is.
refusal-invitation-taken = Somebody else used this link already. Ask the person to note the exchange with you: /hours
refusal-invitation-over = The exchange of this link waits no longer. You can note it again with /hours

refusal-duration-unsure = I am not sure of the length. Write it alone, for instance 2h30.
refusal-duration-twice = You wrote { $duration } twice. How long was it in all?
refusal-day-two = I read several days. Note each day by itself, for instance: 2h on Tuesday
refusal-day-full = For { $day }, { $name } already has { $noted } noted: this would make more than 24 hours. Change the length or the day.
refusal-person-left = { $name } is no longer part of the alliance: nothing new can be noted with them. A question? /ask
refusal-noting-closed = Your time account is closed, so I cannot note anything in it. To talk about it with the team: /ask
