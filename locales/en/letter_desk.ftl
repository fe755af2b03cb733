# The letter before the team: what is proposed, what the next one holds, when it leaves.

# What somebody is told who proposed something.
item-proposed = Thank you! The team will read this news for the letter. I will tell you what they decide.
    Section: { letter-heading }. To choose another one, begin with its name, as in “podcast: …”.

# $over: its day comes before the letter, that of $month.
item-approved = { $over ->
        [true] The team accepted this, but it will be over by the day of the letter, so the letter will not mention it.
       *[other] Good news, this will be in the letter of the month ({ $month })!
    }
    { $text }

item-over = This could not be in the letter: by the day it came out, it was already over.
    { $text }

item-refused = This will not be in the letter.
    { $text }

    To know why, ask the team: /ask

item-refused-why = About what you proposed for the letter, the team adds: { $why }
    { $text }

# Before the team.
item-card = <b>{ $proposer } proposes news for the letter</b> ({ letter-heading })
    { $text }

item-managed = <b>{ letter-heading }</b>, proposed by { $proposer }{ $approved ->
        [yes] {""}
       *[no] , to be decided
    }{ $week ->
        [none] {""}
       *[other] , in the agenda of the week of { $week }
    }
    { $text }

item-refused-here = Done, and they have been told. Would you like to tell them why?
item-why-told = They have been told.
item-moved = Done: place { $place } of { $count }.

manage-item-ask-item = Which one?
reword-item-ask-text = Write the new text, in a few lines.
move-item-ask-section = Under which heading?
why-refused-ask-why = Why? A sentence is enough, and I pass it on as it is.

item-approved-over = Done, but it will be over by the day of the letter, so the letter will not mention it.

campaign-week = { $over ->
        [true] Done. This campaign will be in the agenda of the week of { $week }, the only one that week. The letter will not mention it: it leaves after the end.
       *[other] Done. This campaign will also be in the agenda of the week of { $week }, the only one that week.
    }
campaign-no-week = { $over ->
        [true] Done, but it will appear nowhere: no week is free before { $end }, and the letter leaves after that.
       *[other] Done, for the letter only: { $end ->
            [none] every week to come has its campaign already.
           *[other] no week is free before { $end }.
        }
    }
campaign-moved = No agenda mentioned this campaign in the week of { $before }: { $week ->
        [none] no other week is free before it ends, so none will.
       *[other] it moves to that of { $week }.
    }
    { $text }

# $due is when the letter leaves, $state gathering, held, ready or gone; followed by the letter.
letter-preview = { $count ->
        [one] So far, the next letter has one piece of news.
       *[other] So far, the next letter has { $count } pieces of news.
    } { letter-leaves } Here it is.

letter-preview-empty = The next letter is empty. { letter-leaves }
    /queue shows the news to read, /propose adds some.

letter-leaves = { $state ->
        [held] It waits for you: it will not leave without your word.
        [ready] It is ready, and leaves { $due }.
       *[other] It leaves { $due }.
    }

letter-waiting = { $count ->
        [one] One piece of news waits for your decision: /queue
       *[other] { $count } pieces of news wait for your decision: /queue
    }

# $lines are letter-item, at most ten.
letter-over = { $count ->
        [one] ⌛ One piece of news will be over by the day of the letter, and stays out of it:
       *[other] ⌛ { $count } pieces of news will be over by the day of the letter, and stay out of it:
    }
    { $lines }

letter-reminder = { $held ->
        [yes] ✋ <b>The letter waits for you.</b> { $days ->
            [0] Its hour has come, and it will not leave without your word.
           *[other] It was to leave { $due }, and will not without your word.
        }
       *[no] ✉️ <b>The letter leaves { $due }</b>, { $count ->
            [0] if it is no longer empty by then.
            [one] with one piece of news.
           *[other] with { $count } pieces of news.
        }
    } To read it: /letter

letter-released-late = Thank you! The letter leaves right now.
letter-released = Thank you! The letter is ready, and leaves { $due }. Nothing in it changes any more, unless you hold it.
letter-held = The letter waits for you: it will not leave without your word.
letter-timed = Noted: the letter leaves on { letter-day } at { $at }.

letter-day = { $day ->
        [1] the 1st of the month
        [31] the last day of the month
       *[other] day { $day } of the month
    }

title-letter-ask-title = Which title? On one line.
open-letter-ask-editorial = A few words to open the letter: write them here.
time-letter-ask-day = On which day of the month? Choose, or write a number; 31 is the last day.
time-letter-ask-hour = At what time? Choose, or write for example 6:30 pm.

# A letter that did not leave at its hour, the bot being stopped.
letter-late = ✋ <b>The letter, { $month }, did not leave at its hour.</b> { $count ->
        [one] It holds one piece of news.
       *[other] It holds { $count } pieces of news.
    } Should I send it all the same, or keep everything for the next one? To read it again: /letter
letter-skipped = Noted. Everything is kept for the next letter, which leaves { $due }.

letter-missed = <b>The letter, { $month }</b>
    { $count ->
        [0] Every group got it
        [one] One group did not get it in time
       *[other] { $count } groups did not get it in time
    }{ $named ->
        [yes] {":"} { $names }
       *[no] {""}
    }{ $more ->
        [0] .
       *[other] {" "}(and { $more } more).
    }{ $people ->
        [0] {""}
        [one] {" "}One person did not get it in private.
       *[other] {" "}{ $people } people did not get it in private.
    } It can still be read in any chat: /letter

# What the bot could add.
letter-ideas = <b>I could add to the letter</b>
    { $lines }

    Nothing is printed without you: tap what you want.
letter-idea = <b>{ $number }.</b> { letter-heading }: { $text }
letter-no-ideas = I have nothing more to suggest.
letter-idea-taken = It is in the next letter.

letter-call = { $title }. Answers until { $closes }: /calls
letter-meeting = The next open hours: { $when }. To come: /permanence
letter-resource = { $title }: { $link }
letter-event = { $title }, { $when }{ $place ->
        [none] {""}
       *[other] , { $place }
    }{ $link ->
        [none] {""}
       *[other] : { $link }
    }

# How the mails of a letter ended.
letter-mailed = <b>The letter by e-mail, { $month }</b>
    { $sent ->
        [0] None arrived.
        [one] One arrived.
       *[other] { $sent } arrived.
    }{ $unknown ->
        [0] {""}
        [one] {" "}For one, the answer was lost: it most likely arrived, and I do not send it again by myself.
       *[other] {" "}For { $unknown }, the answer was lost: they most likely arrived, and I do not send them again by myself.
    }{ $refused ->
        [0] {""}
        [one] {" "}One was refused.
       *[other] {" "}{ $refused } were refused.
    }

letter-relay-refuses = <b>The mail server does not take our e-mails.</b> This is its answer: “{ $said }”
    No subscription is touched. The e-mails wait, and I try again for three days. Please tell whoever runs the bot.

choice-item-change = Change
choice-item-up = Up
choice-item-down = Down
choice-item-text = Change the text
choice-item-section = Change the section
choice-item-drop = Take out
choice-next-week = Following week
choice-say-why = Say why
choice-letter-release = It is good, it may leave
choice-letter-hold = Hold it
choice-letter-late-send = Send all the same
choice-letter-late-skip = Next month
choice-letter-change = Change an item
choice-letter-ideas = Suggestions
choice-letter-idea = Add { $number }
choice-letter-title = A title
choice-letter-editorial = A few opening words
choice-letter-time = Day and hour
choice-mail-again = Send again to these

refusal-item-printed = This is in a letter that is ready or gone. /letter tells where things stand.
refusal-letter-at-the-end = It is at the end already.
refusal-letter-idea-gone = This suggestion is out of date. /letter shows others.
refusal-letter-empty = The letter is empty: it needs one piece of news at least. /propose adds one.
refusal-letter-gone = This letter has left already. /letter shows the next one.
refusal-letter-ready = The letter is ready. To change something in it, hold it first.
refusal-letter-day = That is a number from 1 to 31. 31 is the last day of any month.
refusal-campaign-last-week = No week is left free before this campaign ends.

letter-undelivered = The letter did not arrive in “{ $chat }”: the bot cannot write there any more.
