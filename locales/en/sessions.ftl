# Sessions: a workshop or a chantier at which many are, and what it makes for each.

menu-open-session = Count a workshop or a working day, together

## Opening one

open-session-ask-minutes = How long did the session last? Choose, or write for example 2h30.
open-session-ask-subject = What was it about? A few words are enough, for example compost workshop.

open-session-ask-way = <b>Whose time was it?</b>

    <b>Shared</b> — You gave it, and those who were there share it. 2 h 30 min for 5 people is 30 min each.

    <b>Offered by the pot</b> — You gave it, and the common pot gives it back to you: the others owe nothing. The team confirms.

    <b>Working day</b> — Everybody gave their time to the common: the pot gives it back to each person present.

name-present-ask-names = Who was there? Write the names, with commas between them. I will ask each person.

## The card. $way is shared, offered or common; $names is empty where there are many.

session-way = { $way ->
        [shared] This time is shared among those who were there.
        [offered] This time is offered by the common pot: those who were there owe nothing.
       *[common] This time is given to the common: the pot gives it back to each person present.
    }

session-lines = <b>{ $subject }</b>
    { $day }, { $duration }, with { $organiser }
    { session-way }

session-card = 🤝 { session-lines }

session-in-group = <b>Were you there?</b> One tap is enough. Once the session is closed, I will tell you in private what it comes to.
    { $count ->
        [0] Nobody has said so yet.
        [one] One person was there
       *[other] { $count } people were there
    }{ $names ->
        [none] {""}
       *[other] : { $names }
    }

session-there = { $count ->
        [0] Nobody has said yet that they were there.
        [one] Was there: { $names }
       *[other] { $count } people were there: { $names }
    }

session-asked = { $count ->
        [0] Nobody else is expected.
        [one] Answer expected: { $names }
       *[other] { $count } answers expected: { $names }
    }

# $each is what the longest share is.
session-closed = ✅ Session closed. { $way ->
        [shared] { $count ->
                [one] One person: { $each }.
               *[other] { $count } people: { $each } each, give or take a minute.
            }
        [offered] { $count ->
                [one] One person was there.
               *[other] { $count } people were there.
            }
       *[common] { $count ->
                [one] One person: { $each } for the common.
               *[other] { $count } people: { $each } each for the common.
            }
    }

session-off = { $state ->
        [cancelled] Session cancelled: nothing is counted.
       *[expired] Nobody closed this session in time: nothing is counted.
    }

and-others = { $count ->
        [one] one other person
       *[other] { $count } others
    }

## Saying that one was there

session-joined = Noted: you were there.
session-joined-unreached = Noted: you were there. Say hello to me in private, and I will tell you there what it comes to.
session-known = That was noted already.
session-left = Noted: you were not there.

session-were-you-there = <b>{ $organiser } says that you were at this session</b>
    { session-lines }

    Were you there? Without an answer, nothing is counted for you.

session-names-asked = { $count ->
        [one] I am asking { $names }.
       *[other] I am asking { $names }. You will see their answers above.
    }
session-names-unreached = I cannot write to { $names } yet: a hello in private is enough, and I will ask.
session-names-offline = Without a phone, { $names } cannot answer me: note this time apart, with /hours.
session-names-several = Several people may be { $names }. Write the full name, or the @username.
session-names-unknown = I do not know { $names }. Ask them to say hello to me in private, then add them.
session-names-known = These people are in it already.

## Closing it

session-draft = <b>A session to close: please check it</b>
    { session-lines }

session-draft-lines = { $lines }

session-line = { $way ->
        [shared] • { $name } receives { $duration }
        [offered] • { $name } owes nothing
       *[common] • { $name } gave { $duration }
    }

session-draft-more = { $count ->
        [one] … and one other person, likewise.
       *[other] … and { $count } others, likewise.
    }

session-draft-count = { $count } people were there: { $each } each, give or take a minute.

session-draft-silent = No answer yet, so nothing is counted: { $names }

session-draft-in-private = I am writing to you in private what it will come to, for you to check.
session-changed = Somebody was added or taken off meanwhile. This is what it comes to now.
session-left-open = All right, the session stays open.

session-thin = { $count } people for { $duration }: that is less than a minute each. The common pot can offer this session: nobody owes anything, and the team confirms your time.

# $waiting counts hours that the team has yet to confirm.
session-entered = ✅ <b>{ $subject }</b>: closed. { $count ->
        [one] One person is counted, and told.
       *[other] { $count } people are counted, and told.
    }{ $waiting ->
        [0] {""}
        [one] {" "}The team has yet to confirm what the pot gives.
       *[other] {" "}The team has yet to confirm these { $waiting } times.
    }

session-cancelled = { $subject }: cancelled, nothing is counted.
session-cancelled-there = The session “{ $subject }” is cancelled: nothing is counted, and there is nothing for you to do.
session-expired = Nobody closed the session “{ $subject }” within a month: nothing is counted. To take it up again: /session

session-forgotten = <b>This session is still open</b>
    { session-lines }

    { $count ->
        [0] Nobody has said yet that they were there.
        [one] One person said that they were there.
       *[other] { $count } people said that they were there.
    } Nothing counts as long as it is not closed.

## What it made

session-made = <b>{ $subject }</b>, { $day }, with { $organiser }
    { $gave ->
        [true] You gave <b>{ $duration }</b> to the common.
       *[false] Your share of the session: <b>{ $duration }</b> received.
    }

session-balance = Your balance: <b>{ $balance }</b>
session-waits-for-team = It will count once the team has confirmed.

dispute-session-ask-why = What is not right? Say it in a few words: the team will read them and answer you.

# Before the team; the person’s own words follow as a question.
session-disputed = <b>{ $name } disagrees with this</b>
    { exchange-lines }

    Their question follows. What is confirmed is corrected by a new exchange.

# $count were there; $lines are those whose hours wait, $more of them are not listed.
session-hours = <b>Hours given to the common, to confirm</b>
    { session-lines }
    { $count ->
        [one] One person was there.
       *[other] { $count } people were there.
    }

    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } others
    }

session-hours-line = • { $name }: { $duration }

session-hours-confirmed = { $count ->
        [one] Confirmed: the pot has given these hours back.
       *[other] Confirmed for { $count } people: the pot has given these hours back.
    }{ $more ->
        [0] {""}
       *[other] {" "}Yours wait for somebody else on the team.
    }

session-hours-contested = { $count ->
        [one] All right, nothing counts. Please talk with the person, then close it with /queue.
       *[other] All right, nothing counts. Please talk with these { $count } people, then close it with /queue.
    }

session-hours-contested-there = Your hours for “{ $subject }” do not count for now. The team will talk about it with you.

## Why not

refusal-session-empty = Say in a few words what it was about, for example compost workshop.
refusal-session-over = This session is open no more. To count another one: /session
refusal-session-organiser = You are the one who led this session: your time is counted already.
refusal-session-not-yours = It is for whoever led the session to close it, or for the group’s admins.
refusal-session-nobody = Nobody has said yet that they were there. Wait for a tap on “I was there”, or note your time with /hours.
refusal-session-thin = { $count } people for so little time: less than a minute each. Press “Close the session” again: the pot can offer it.
refusal-session-names = Write at least one name, for example: Ada, Basile and Chloé
refusal-session-many = That is a lot of names at once: { $most } at most. Send the rest afterwards.
