# Hours given away, to somebody or to the pot; hours asked of the pot.

menu-give-hours = Give some of your hours away
menu-ask-pot = Ask the common pot for hours

give-hours-ask-whom = To whom? Write a name, or choose the common pot.
give-hours-ask-minutes = How many hours? Choose, or write for example 1h30.

gift-draft = <b>Please check this gift</b>
    { $duration } for { $receiver }{ $subject ->
        [none] {""}
       *[other] , for: { $subject }
    }
    You will have { $balance } left.

gift-to-pot-done = Thank you! The common pot has received { $duration }. Your balance: <b>{ $balance }</b>
gift-sent = Sent. The hours will move once { $name } has said yes.
gift-sent-unreached = Noted, but I cannot write to { $name } yet.
    Ask them to send me /pending in private.

gift-to-accept = <b>{ $giver } offers you { $duration }</b>{ $subject ->
        [none] {""}
       *[other] {" "}for: { $subject }
    }
    There is nothing to give back, and nobody minds a no.

gift-received = They are yours: { $duration } more. Your balance: <b>{ $balance }</b>
gift-accepted = { $name } gladly accepts your { $duration }.
gift-declined = All right, nothing moves. I will say so kindly.
gift-declined-giver = { $name } thanks you, and would rather you kept these hours. They stay in your account.

ask-pot-ask-minutes = How many hours? Choose, or write for example 2h.
ask-pot-ask-subject = What for? A few words are enough for the team.

wish-sent = The team has it: { $duration } asked of the common pot. Your balance makes no difference, anybody may ask.

# $around is wish-around, or nothing.
wish-card = <b>{ $receiver } asks the common pot for { $duration }</b>
    For: { $subject }{ $around ->
        [none] {""}
       *[other] {" "}{ $around }
    }

wish-around = — Their balance: { $balance }. The pot: { $pot }.

wish-granted = Good news: the common pot gives you { $duration }. Your balance: <b>{ $balance }</b>
wish-granted-team = Granted. The pot has { $pot } left.{ $below ->
        [true] {" "}It is below zero: a working day or a few gifts would fill it.
       *[false] {""}
    }
wish-declined = Not this time: the common pot cannot give these hours for now. A hand from another ally, perhaps? /need
wish-declined-team = Said, kindly.

refusal-gift-oneself = They are yours already! To give hours away: /gift 1h to @name
refusal-gift-nothing = One gives hours that one has, and your balance is zero or less. There is no hurry: thank you for the thought.
refusal-gift-short = That is more than you have: { $balance }. Give a little less, it is a lot already.
refusal-gift-gone = These hours are not in their account for now. Nothing has moved; you may say yes later.
refusal-wish-waits = A request to the pot already waits for the team. To see it again: /pending
