# Calls for interest, supporting a territory, and answering a funding call together.

menu-write-call = Launch a call, or apply for funding together
menu-show-calls = Open calls, and how earlier choices were made

choice-open-call = Open it
choice-change-call = Change
choice-drop-call = Drop it
choice-call-title = Title
choice-call-what = Text
choice-call-skill = Skill
choice-call-place = Territory
choice-call-places = Places
choice-call-closes = Date
choice-call-criteria = Criteria
choice-call-kind = Kind of call
choice-kind-task = A task, a project
choice-kind-territory = Support a territory
choice-anywhere = Anywhere
choice-no-skill = None in particular
choice-see-answers = Answers
choice-as-csv = As CSV
choice-close-call = Close it now
choice-reopen-call = Reopen
choice-cancel-call = Cancel the call
choice-yes-cancel = Yes, cancel it
choice-in-digest = Put it in the agenda
choice-tell-choice = Announce the choice
choice-tell-all = Tell everybody
choice-come-in = I am interested
choice-no-calls = No more calls for me
choice-calls-again = Tell me of calls again
choice-answer-again = Change my answer
choice-withdraw-answer = Take my answer back
choice-lives-there = I live or work there
choice-worked-there = I have helped there before
choice-no-words = Nothing to add
choice-mark-yes = Yes
choice-mark-partly = Partly
choice-mark-no = No
choice-mark-again = Look at it again
choice-choose = Choose
choice-explain = Say why not
choice-unchoose = Choose no more
choice-page-before = Page before
choice-page-after = Next page
choice-call-with-name = You may say my name
choice-call-without-name = Without my name
choice-see-bid = See where it stands
choice-bid-join = I am in
choice-bid-leave = I am out
choice-take-pen = I will write it
choice-hand-pen = Hand the pen over
choice-bid-halfway = First version by…
choice-bid-link = Add a link
choice-bid-submitted = Handed in
choice-bid-abandoned = Given up

## What a call is decided by. The team may write its own.

criterion = { $criterion ->
        [engagement] engagement in the alliance
        [competence] competence
        [sharing] readiness to share
        [fundamentals] a session on the fundamentals
        [attested] competence shown by experience sheets
        [context] knowledge of the territory
       *[other] { $criterion }
    }

## Writing one, in the team’s chat

write-call-ask-title = What is this call titled? You can also say it all at once: /call Run three workshops: prepare and run them with the stories group, in Firminy, 2 places, before 15 March
write-call-ask-what = What is it about? A few sentences: what there is to do, with whom, and what it brings.
write-call-ask-closes = Until which day may people answer? For example 15 March.

change-call-ask-part = What should change?
change-call-ask-value = { $part ->
        [title] What is it titled?
        [what] What is it about?
        [skill] Which skill are you looking for?
        [place] In which territory? A commune, a group of communes, a département.
        [places] How many people can be chosen?
        [closes] Until which day may people answer?
        [criteria] Which criteria, separated by commas? Everybody will read them.
       *[kind] What kind of call?
    }

# $place is empty where it is for anywhere.
call-lines = { $kind ->
        [territory] <b>Support a territory: { $title }</b>
       *[task] <b>{ $title }</b>
    }
    { $what }

    { $place ->
        [none] { $kind ->
            [territory] Territory: to be said
           *[task] Territory: anywhere
        }
       *[other] Territory: { $place }
    }
    { $room ->
        [one] One place
       *[other] { $room } places
    }
    Answers until { $closes }

call-draft = 📝 <b>A call, to be checked</b>
    { $call }
    Criteria: { $criteria }

call-which-skill = Which skill are you looking for? I will tell those who offer it, in private.
call-reaches = { $skill ->
        [none] Skill: none in particular
       *[other] Skill: { $skill }
    }
    { $count ->
        [0] Nobody would be told in private: { $skill ->
            [none] no skill is asked for.
           *[other] nobody offers “{ $skill }” yet.
        } The call would be in /calls, and in the week’s agenda if you like.
        [one] One person who offers “{ $skill }” will be told in private.
       *[other] { $count } people who offer “{ $skill }” will be told in private (one call a week at most for each).
    }
call-which-territory = <i>{ $count ->
        [one] If it is the territory below, tap it: it will count for nearness.
       *[other] If it is one of the territories below, tap it: it will count for nearness.
    }</i>
call-dropped = The call is dropped. Nobody heard of it.
call-opened-nobody = The call is open, and shown in /calls. { $skill ->
        [none] No skill is asked for, so I write to nobody in private.
       *[other] Nobody offers “{ $skill }” yet.
    } Would you like it under the week’s agenda, which groups receive?
call-in-digest = Done: it will be under the week’s agenda.

call-card = 📣 { $call }
    Criteria: { $criteria }

# $asked people were told in private, $waiting are to be told, $kept are chosen so far.
call-state = { $state ->
        [open] Open. { call-told-so-far }
        [closed] Closed: it is for you to choose.
        [decided] The choice is announced.
       *[cancelled] Cancelled.
    } { $count ->
        [0] No answer.
        [one] One answer.
       *[other] { $count } answers.
    }{ $kept ->
        [0] {""}
        [one] {" "}One person chosen.
       *[other] {" "}{ $kept } people chosen.
    }

call-told-so-far = { $asked ->
        [0] { $waiting ->
            [0] Nobody was told in private.
            [one] One person is about to be told in private.
           *[other] { $waiting } people are about to be told in private.
        }
        [one] One person was told in private{ call-told-later }
       *[other] { $asked } people were told in private{ call-told-later }
    }
call-told-later = { $waiting ->
        [0] .
        [one] , another will be soon.
       *[other] , { $waiting } others will be soon.
    }

call-closed = ⏰ <b>The call “{ $title }” is closed</b>
call-waits = ⏰ <b>The call “{ $title }” waits for your choice</b>
    Those who answered are waiting for a word from you.
call-reopened = The call “{ $title }” is open again until { $day }.
reopen-call-ask-closes = Until which day may people answer again? For example 15 March.
cancel-call-ask-sure = Those who answered will be told. Should this call be cancelled?
call-cancelled-team = The call “{ $title }” is cancelled. Those who had answered are told.
call-cancelled = The team has cancelled the call “{ $title }”. Thank you for answering: it is no refusal of you.

## Reading and answering them

calls = { $count ->
        [0] <b>No call is open at the moment</b>
       *[other] <b>Open calls</b>
            { $lines }
    }

# A line of that list.
call-line = • { $kind ->
        [territory] Support a territory: { $title }
       *[task] { $title }
    } (until { $closes })

calls-bids = <b>Answered together</b>
    { $lines }
calls-decided = <b>Choices already made</b>
    { $lines }

# $kept people were chosen of $count answers, $names of them agreed to be named.
call-result = • { $title }: { $count ->
        [0] no answer
        [one] one answer
       *[other] { $count } answers
    }, { $kept ->
        [0] nobody chosen
        [one] one person chosen
       *[other] { $kept } people chosen
    }{ $names ->
        [none] {""}
       *[other] {" "}({ $names }{ $unnamed ->
            [0] {""}
            [one] {" "}and one more
           *[other] {" "}and { $unnamed } more
        })
    }. Criteria: { $criteria }

# Under the week’s agenda.
digest-calls = 📣 <b>Calls from the team</b>
    { $lines }
    To answer: /calls

call-public = 📣 { $call }
    The team chooses, by these criteria: { $criteria }. Everybody is answered, with the reasons.

call-why-you = I am telling you because you offer this skill. Answering does not bind you yet.
call-is-over = This call takes no more answers.
call-you-answered = You have answered this call.

answer-call-ask-fundamentals = Have you taken part in a session on the fundamentals of the alliance?
answer-call-ask-sheets = Do you have an experience sheet that shows this skill in practice?
answer-call-ask-context = Do you know this territory?
answer-call-ask-text = What draws you to it, and what do you bring? A few words of your own are enough.

    The team will also read what the fabrique knows already:
    { $seen }

call-answered = { $again ->
        [true] Noted, in place of your first answer.
       *[false] Noted: you are interested in “{ $title }”.
    } After { $day } the team chooses, and I will tell you what came of it and why.
call-insult = I do not keep these words. Write it another way, and I will pass it on.
call-declined = All right, another time!
call-withdrawn = Your answer to “{ $title }” is taken back, with what you had written.
call-which-taken-back = Which answer would you like to take back?
call-nothing-answered = All right. To go back on something, tap the button under the message it is about. Your needs: /needs
call-withdrawn-team = { $name } was chosen for “{ $title }” and takes their answer back: a place is free.
calls-silent = I will not write to you about calls any more. You find them in /calls whenever you like.
calls-heard = I will tell you again, of one call a week at most.

## What is known of somebody who answers

call-seen-offers = • Offers: { $offers }
call-seen-sheets = • Experience sheets shared: { $sheets }
call-seen-shared = • Resources shared: { $shared }

# $count is how many monthly meetings.
call-seen-sessions = • { $sessions ->
        [none] Monthly meetings attended: { $count }
       *[other] Workshops: { $sessions }{ $count ->
            [0] {""}
            [one] {", "}one monthly meeting
           *[other] {", "}{ $count } monthly meetings
        }
    }
call-seen-place = • Place: { $where }
call-seen-nothing = • nothing yet, and that is fine
call-said-fundamentals = • Session on the fundamentals: { $said ->
        [seen] yes, known here
        [yes] yes, they say
       *[no] not yet
    }
call-said-sheets = • Experience sheet: { $said ->
        [seen] yes, known here
        [yes] yes, they say
       *[no] not yet
    }
call-said-context = • Knowledge of the territory: { $said ->
        [seen] lives close by
        [lives] lives or works there
        [worked] has helped there before
       *[no] not yet
    }

## Choosing

call-answers = <b>Answers to “{ $title }”</b>
    { $count ->
        [0] Nobody answered.
       *[other] { $lines }
    }
call-page = <i>Page { $page } of { $pages }</i>

call-answer-line = • { $chosen ->
        [true] ✅ <b>{ $name }</b>
       *[false] <b>{ $name }</b>
    } ({ call-near }): { $marks ->
        [none] to be seen
       *[other] { $marks }
    }

call-near = { $near ->
        [same_commune] same commune
        [same_epci] same group of communes
        [same_departement] same département
        [same_region] same region
        [elsewhere] further away
       *[unknown] place not said
    }

call-mark = { $mark ->
        [yes] yes
        [partly] partly
       *[no] no
    }{ $word ->
        [none] {""}
       *[other] {" "}({ $word })
    }

call-answer = <b>{ $name }</b>, for “{ $title }”
    { $text ->
        [none] <i>without a further word</i>
       *[other] { $text }
    }

    { $seen }

call-notes = Your notes, which they will read without your names:
    { $lines }
# $by is who of the team noted it, and empty for whoever answered.
call-note = • { $criterion }: { $mark ->
        [yes] yes
        [partly] partly
       *[no] no
    }{ $word ->
        [none] {""}
       *[other] {" "}— { $word }
    }{ $by ->
        [none] {""}
       *[other] {" "}({ $by })
    }
call-mark-ask = Is this met: <b>{ $criterion }</b>?
call-word-how = <i>To add a word to the last note, reply to this message.</i>
call-choose-later = <i>Once the call is closed, you can choose answers. To add a word to the last note, reply to this message.</i>
call-chosen-why = ✅ Chosen: { $why }
call-unchosen-why = Not this time: { $why }
explain-answer-ask-why = Why not { $name }, this time? A kind word: they will read it.
choose-answer-ask-why = Why choose { $name }? A few words: they will read them, and the log keeps them.

call-before-told = <b>The choice for “{ $title }”</b>
    { $kept ->
        [0] Nobody is chosen.
        [one] One person chosen: { $names }.
       *[other] { $kept } people chosen: { $names }.
    }{ $room ->
        [0] {""}
        [one] {" "}One place is still free.
       *[other] {" "}{ $room } places are still free.
    } { $count ->
        [0] Nobody had answered.
        [one] The person who answered will read your notes.
       *[other] Each of the { $count } who answered will read their own notes.
    }
    In /calls everybody will see the criteria ({ $criteria }) and these figures; a name only if its owner wants.

call-told = Announced for “{ $title }”: { $count ->
        [0] nobody had answered.
        [one] one person has been told.
       *[other] { $count } people have been told.
    }{ $count ->
        [0] {""}
       *[other] {" "}{ $kept ->
            [0] Nobody is chosen.
            [one] One person is chosen.
           *[other] { $kept } people are chosen.
        }
    }

# To whoever answered. $why is the reason of a yes, $lines the notes by each criterion.
call-outcome = { $chosen ->
        [true] 🌱 <b>Good news about “{ $title }”</b>
            The team has chosen you: { $why }
       *[false] <b>The answer about “{ $title }”</b>
            Thank you for answering. This time the team chose others, or nobody; it says nothing about your place in the alliance.
    }

    What the team noted, criterion by criterion:
    { $lines }

    { $count ->
        [one] One answer
       *[other] { $count } answers
    }, { $kept ->
        [0] nobody chosen
        [one] one person chosen
       *[other] { $kept } people chosen
    }. To talk about it with the team: /ask

call-outcome-why = The team tells you why: { $why }
call-name-ask = In /calls everybody sees how many people are chosen. May your name be there?
call-name-shown = Thank you! Your name is in /calls.
call-name-hidden = All right, your name is not there.

call-table = The answers to “{ $title }”, in one table. It speaks of people: keep it among yourselves.
call-table-title = Answers to “{ $title }”
call-table-stem = call-{ $number }
call-criterion-heading = Criterion: { $criterion }
call-heading = { $column ->
        [name] Name
        [answer] Answer
        [offers] Offers
        [sheets] Experience sheets
        [shared] Resources
        [sessions] Workshops
        [near] Nearness
        [chosen] Chosen
       *[why] Reason
    }
call-is-chosen = { $chosen ->
        [true] yes
       *[false] no
    }

## A funding call answered together

open-bid-ask-title = Which funding shall we apply for? For example: Example Foundation.
open-bid-ask-deadline = By which day must it be handed in? For example 15 March.

bid-card = ✍️ <b>Answering together: { $title }</b>
    To be handed in by { $deadline }
    { $count ->
        [0] Nobody is in yet.
        [one] In: { $names }
       *[other] In: { $names }{ $more ->
            [0] {""}
            [one] {" "}and one more
           *[other] {" "}and { $more } more
        }
    }
    { $writer ->
        [none] Who will write it?
       *[other] Writing it: { $writer }
    }
bid-begun = Other allies see it in /calls and can join.
bid-halfway = First version by { $day }
bid-links = To read:
    { $lines }
bid-state = { $state ->
        [submitted] ✅ It is handed in.
       *[abandoned] It is given up for this time.
    }
bid-line = • { $title } (to be handed in by { $deadline })
bid-joined = { $fresh ->
        [true] You are in!
       *[false] You were in already.
    }{ $reached ->
        [true] {""}
       *[false] {" "}To be reminded, write to me in private.
    }
bid-left = Noted, you are out.
bid-pen-yours = You are the one who writes.
bid-pen-handed = { $name } hands you the pen for “{ $title }”.
bid-pen-given = { $name } writes from now on, and knows it.
hand-pen-ask-to = To whom do you hand the pen?
set-halfway-ask-day = By which day should there be a first version?
bid-halfway-set = Noted: a first version of “{ $title }” by { $day }. I will remind you on that day.
add-link-ask-links = Which address should be kept? A shared document, the rules…
bid-link-kept = The link is kept with “{ $title }”.
bid-finished = { $state ->
        [submitted] Well done, “{ $title }” is handed in! The others know.
       *[abandoned] Noted: “{ $title }” is given up. The others know.
    }
bid-outcome = { $state ->
        [submitted] 🎉 “{ $title }” is handed in, says { $by }. Thank you for being in!
       *[abandoned] “{ $title }” is given up, says { $by }. Thank you for being in: what is written may serve again.
    }
bid-reminder = { $reminder ->
        [halfway] <b>How is “{ $title }” going?</b>
            Today is the day for a first version. To be handed in by { $deadline }.
        [last-days] <b>“{ $title }” is due soon</b>
            To be handed in by { $deadline }.
       *[over] <b>“{ $title }” was to be handed in by { $deadline }</b>
            What came of it?
    } { $writer ->
        [none] Nobody holds the pen.
       *[other] { $writer } holds the pen.
    }

## Refusals

refusal-call-team-only = Calls are written in the team’s chat. Those that are open: /calls. To answer one together: /call funding Example Foundation, before 15 March
refusal-call-untitled = A title is missing. Write a few words.
refusal-call-undescribed = Write in a few words what it is about.
refusal-call-why = Write a few words: a reason, even a short one, will be read.
refusal-call-long = That is a little long: { $most } characters at most.
refusal-call-day = I did not understand the day. Write for example 15 March.
refusal-call-past = { $day } is past. Write a day ahead, for example 15 March.
refusal-call-far = That is far ahead. Write a nearer day, for example 15 March.
refusal-call-places = Write a number of places, from 1 to { $most }.
refusal-call-criteria = Write at least one criterion, for example: engagement, competence.
refusal-call-criteria-many = Write { $most } criteria at most, of a few words each.
refusal-call-opened = This call is open already: what people have answered is not changed any more.
refusal-call-over = It is too late to answer this call. Those that are open: /calls
refusal-call-insult = I do not keep these words. Write it another way.
refusal-call-withdrawn = This answer was taken back.
refusal-call-close-first = People still answer this call: close it first, or wait for its day.
refusal-call-marked = Somebody has just marked this: the card says who. To change it, press “Look at it again”.
refusal-call-mark-first = Mark a criterion first, then add a word.
refusal-call-mark-all = Mark each criterion first: they will read why.
refusal-call-full = { $room ->
        [one] The place is taken already. To change, press “Choose no more” on a chosen answer.
       *[other] All { $room } places are taken already. To change, press “Choose no more” on a chosen answer.
    }
refusal-call-unexplained = { $names }: good marks, and not chosen. { $count ->
        [one] Open the answer, and press “Say why not”.
       *[other] Open each answer, and press “Say why not”.
    }
refusal-call-unmarked = { $count ->
        [one] One answer is not marked by every criterion. Everybody should read why.
       *[other] { $count } answers are not marked by every criterion. Everybody should read why.
    }
refusal-bid-past = It is too late for { $day }. Write a day ahead, for example 15 March.
refusal-bid-over = It is handed in or given up already.
refusal-bid-pen-taken = Somebody holds the pen already, and can hand it over.
refusal-bid-pen-not-yours = Only the person who holds the pen can hand it over.
refusal-bid-join-first = Press “I am in” first.
refusal-bid-alone = There is nobody else yet to hand it to.
refusal-bid-halfway = Write a day between tomorrow and the day before { $deadline }.
refusal-bid-no-link = Write an address that begins with https://
refusal-bid-links = { $most } links are many. Gather them in one document.
refusal-bid-not-yours = Only the person who began it, or who holds the pen, can say so.
