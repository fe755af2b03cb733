# Introductions: who could help, asked with both sides' consent; then the two in touch, and how it went.

## The asker's card

need-matches = For { $need }, these people can probably help you:
    { $allies }

# Whoever is not shown to allies has a number instead of a name.
ally-on-card = { $place }. { $name ->
        [none] <b>An ally</b>
       *[other] <b>{ $name }</b>
    }

# Within a sentence.
ally = { $name ->
        [none] ally no. { $place }
       *[other] { $name }
    }

# Whom the team thought of, and who is not shown to allies.
ally-of-team = the person whom the team thought of

need-match = { $who } { $offer ->
        [none] can probably help
       *[other] offers { $offer }
    }

# $reasons is a list of the messages why-… in matching.ftl.
need-match-because = { $who } { $offer ->
        [none] can probably help
       *[other] offers { $offer }
    } ({ $reasons })

# $status is one of the messages asking-… below.
need-match-asked = { $who }: { $status }

asking-asked = I asked, answer by { $day }
asking-offered = offers a hand
asking-accepted = said yes
asking-refused = cannot this time
asking-silent = no answer
asking-cancelled = no answer is needed any more

need-asking = { $state ->
        [open] { $turn ->
            [yes] I ask one person at a time, in this order, until somebody says yes. Everyone is free to say no.
           *[other] Who shall I ask? Everyone is free to say no.
        }
        [filled] You have found somebody.
        [unmet] The team is looking with you.
       *[other] This request is closed: nobody is asked any more.
    }

need-with-name = { $named ->
        [yes] <i>Those who are asked are told your name.</i>
       *[other] <i>Your name is told only after a yes.</i>
    }

choice-ask-helper = Ask { $name }
choice-ask-ally = Ask ally no. { $place }
choice-in-turn = Ask them in turn
choice-why = Why these people?
choice-why-one = Why this person?
choice-with-my-name = Say my name
choice-without-my-name = Without my name

helper-asked = I have asked { $ally }. I will tell you as soon as there is an answer.
turns-begin = Off we go: I ask one person at a time.
name-is-said = Whoever is asked from now on will be told your name.
name-is-not-said = Your name will be told only after a yes.

why = For { $need }, this is what counted:
    { $people }

why-person = { $who }: { $reasons }

why-rule = <i>I look first at what each person offers, then at whether they are available and near.
    Time given and received hardly counts, and I do not show it. Status and circle never count.
    People who are taking a break, or were asked a short while ago, are not proposed.</i>

## The helper is asked

help-request = Somebody in the alliance could do with a hand: { $need }
    We thought of you. Would you like to help?

# $facts is a line for each of the messages request-… below.
request-facts = { $facts }
request-by = By: { $day }
request-remote = Place: remote
request-place = Place: { $place }
request-minutes = Length: about { $time }

request-named = The request comes from <b>{ $name }</b>{ $organisations ->
        [none] {""}
       *[other] {" "}({ $organisations })
    }.
    <i>They will know who you are, and how to reach you, only if you say yes.</i>

request-unnamed = <i>If you say yes, you will learn who is asking, and they will learn how to reach you. Not before.</i>

request-by-team = <i>The team thought of you, and will know whether you say yes or no.</i>

request-until = <i>Without an answer by { $day }, somebody else may be asked.</i>

choice-accept = Yes
choice-not-this-month = Not this month
choice-not-my-subject = Not my subject
choice-never-again = Never ask me again
choice-ask-me-again = Undo

answer-by-tap = Is that a yes? One tap is enough, and nothing is said about you until then.

refused-this-month = Noted, thank you for answering! I will not ask you again before next month.
refused-subject = Noted, thank you! If this came from one of your offers, I will not use it again. To bring it back: /offer
refused-ever = Noted: I will never ask you again, for anything. Should you change your mind: /profile

ask-expired = Two days have gone by for { $need }, and that is all right: somebody else may be asked.
    A yes from you still counts, as long as nobody else has said yes.

ask-cancelled = { $state ->
        [filled] For { $need }, somebody else was able to help. Thank you for being there!
       *[other] For { $need }, there is no need to answer any more: the request is closed. Thank you for being there!
    }

helper-silent = For { $need }, { $ally } has not been able to answer yet. { $next ->
        [team] The team is still looking.
        [next] I am asking the next person.
       *[other] You may ask somebody else, on the card of your request.
    }

more-found = For { $need }, those who were asked are not available. { $turn ->
        [yes] I found others, and ask them one after the other.
       *[no] I found others: whom would you like to ask?
    }

helper-refused = For { $need }, it is not possible this time for { $ally }. { $next ->
        [team] The team is still looking.
        [next] I am asking the next person.
       *[other] You may ask somebody else, on the card of your request.
    }

## Both agreed

# To each of the two; $name is the other one.
introduced = <b>You are now in touch with { $name }</b>
    About { $need }

introduced-ways = To write to them: { $ways }

# They share no platform on which both are found.
introduced-relayed = Reply to this message: I pass on your words and files to { $name }, both ways, for two weeks.

introduced-elsewhere = If you would rather write to them elsewhere: { $ways }

introduced-after = Once the help is given, note the time: /hours

way-by-team = through the team, for want of an address: /ask
way-by-bot = by replying here
way-to-reach = { $platform ->
        [telegram] { $address } on Telegram
        [matrix] { $address } on Matrix
       *[other] { $address }
    }

# To somebody whose platform gives no handle.

choice-note-help = Note the time
choice-write-to-them = Write to them
choice-write-to = Write to { $names }
choice-stop-relay = Stop

choice-all-said = That is all

relay-ask = What shall I pass on? Words, a picture, a file: all that you write, until “That is all”.
relay-goes-on = What follows goes too, until “That is all”.
relay-all-said = All right, I no longer pass on what you write. To write to them again, reply to one of their messages.

relayed = <b>{ $by } writes to you</b>
    { $text }

relayed-file = <b>{ $by } sends you this</b>

relay-sent = Passed on to { $names }.
relay-stopped = I no longer pass anything on between you and { $name }. To reach the team: /ask
relay-stopped-by-other = { $name } would rather leave it at that: I no longer pass messages on between you. To talk to the team about it: /ask

## Later

found-again = { $helps ->
        [true] You are helping <b>{ $name }</b>
       *[false] Found: <b>{ $name }</b>
    }
    About { $need }
choice-does-not-work = It does not work
choice-take-back-yes = I cannot after all

take-back-yes-ask-sure = It happens. I tell them, without blame, and their request is open again. Shall I?
choice-take-back-sure = Yes, tell them
choice-keep-yes = No, I can
yes-taken-back = Thank you for saying so: better known early. They have been told.
yes-taken-back-told = For { $need }, <b>{ $name }</b> cannot after all. It happens, and it is nobody’s fault. { $next ->
        [next] I am asking the next person.
        [nobody-left] Your request is open again.
       *[other] Your request is open again: I can look for somebody else.
    }

## How it went

how-was-it = A few days ago I put you in touch with { $name } for { $need }. How did it go?

choice-went-well = Well
choice-went-not-yet = Not yet
choice-went-nowhere = It could not be done
choice-look-again = Look for somebody else

went-well = Wonderful! All that is left is to note the time, if you have not yet.

went-not-yet = { $again ->
        [yes] All right, I will ask you again in a week.
       *[other] All right. I will not ask again. You can note the time whenever you like: /hours
    }

went-nowhere = Thank you for saying so, it happens. { $asker ->
        [yes] I can look for somebody else.
       *[other] There is nothing else for you to do.
    }

## Refusals

refusal-need-filled = Thank you! Somebody else has already said yes.
refusal-already-asked = This person has already been asked. You may ask somebody else.
refusal-not-free = This person cannot be asked just now. Choose somebody else, or put it another way: /need
refusal-introduction-answered = You have already answered this request. Thank you!
refusal-introduction-not-yours = This request is for somebody else. To help as well: /offer
refusal-introduction-over = This request no longer needs an answer, thank you! Others may come: /offer
refusal-relay-stopped = One of you has stopped the messages. To reach the team: /ask
refusal-relay-over = I pass messages on for { $days } days, and that time is over. To reach the team: /ask
refusal-relay-gone = I cannot reach this person any more. The team can help you: /ask
refusal-relay-long = That is a little long: { $most } characters at a time. The rest can follow, or go into a file.
refusal-yes-settled = It is a little late to take it back here: rather reply to them, or ask the team: /ask
refusal-outcome-told = You have already said so, thank you!
