# The monthly meeting: for those who come, for the team, and what time says about it.

menu-show-meeting = The next monthly meeting: date, sign-up, questions

## When

# $at and $until are hours, none while the hour is unknown.
meeting-when = { $at ->
        [none] { $day }, time to be confirmed
       *[other] { $day }, { $at } to { $until }
    }

meeting-now = right now, until { $until }

holiday = { $name ->
        [new-year] New Year’s Day
        [easter-monday] Easter Monday
        [labour-day] Labour Day
        [victory-day] Victory Day
        [ascension] Ascension Day
        [whit-monday] Whit Monday
        [bastille-day] Bastille Day
        [assumption] Assumption
        [all-saints] All Saints’ Day
        [armistice] Armistice Day
       *[christmas] Christmas
    }

## For those who may come

# $when is meeting-when or meeting-now, $holiday is holiday or nothing.
meeting-card = 📅 <b>The next permanence, our monthly open meeting</b>
    { $when }{ $holiday ->
        [none] {""}
       *[other] {" "}(public holiday: { $holiday })
    }
    By video, open to everyone: allies, and those who think of becoming one.

meeting-later = Then: { $later }.
meeting-none-in = No meeting in { $skipped }.

# $lines are the two above.
meeting-around = { $lines }

meeting-count = { $count ->
        [0] Sign-up is open.
        [one] One person has already signed up.
       *[other] { $count } people have already signed up.
    }

meeting-typed = Your question: <i>{ $question }</i>
    To bring it that day, press “Bring a question”.

meeting-signed-up = ✅ You are signed up.
    { meeting-link }

# $link is empty as long as the team has none.
meeting-link = { $link ->
        [none] The video link is not known yet: I will send it to you here.
       *[other] The video: { $link }
    }

meeting-come-noted = Noted, see you soon!
meeting-come-known = You were on the list already: see you there!
meeting-come-in-private = Noted. The rest is in our private conversation.
meeting-come-not-noted = Noted, you are no longer signed up.
meeting-come-not-known = You were not signed up: nothing to cancel.

meeting-none = No meeting is planned for now. A question? The team answers in between, too: /ask

meeting-next = Next meeting: { $when }. To come: /permanence

meeting-changed = <b>News about the meeting</b>
    It takes place { $when }.
    { meeting-link }

meeting-cancelled = The meeting of { $day } will not take place. There is nothing you need to do.

meeting-tomorrow = ⏰ <b>The meeting is tomorrow</b>
    { $when }
    { meeting-link }

meeting-soon = ⏰ <b>The meeting begins at { $at }</b>
    { meeting-link }

## Questions for the meeting

bring-question-ask-words = Which question would you like to bring to the meeting? A sentence or two will do.

brought-kept = Noted for the meeting: { $when }.
    We will talk about it that day. If you cannot come, I will tell you here what follows.

brought-known = This question is already on the meeting’s list.

brought-waits = Your question will wait for the meeting of { $day }: there is none before.

brought-said-aloud = The team answered your question at the meeting.
    You were not there? Reply to this message: the team will write to you.

## For the team

# $state is planned or skipped.
meeting-team = <b>Permanence, { $month }</b>
    { $state ->
        [skipped] No meeting that month.
       *[planned] { $when }{ $holiday ->
            [none] {""}
           *[other] {" "}(public holiday: { $holiday })
        }
        Link: { $link ->
            [none] to be given
           *[other] { $link }
        }
    }

meeting-guests = { $count ->
        [0] Nobody has signed up yet.
        [one] One person signed up: { $names }.
       *[other] { $count } people signed up: { $names }{ $more ->
            [0] .
            [one] , and one other.
           *[other] , and { $more } others.
        }
    }

# $lines are meeting-asked.
meeting-questions = <b>{ $count ->
        [one] One question was brought
       *[other] { $count } questions were brought
    }</b>
    { $lines }{ $more ->
        [0] {""}
        [one] {""}
        … and one other.
       *[other] {""}
        … and { $more } others.
    }

meeting-asked = • { $name }: { $text }

meeting-no-question = No question was brought.

meeting-months = Which meeting would you like to see?

change-day-ask-day = Which day? For example: Tuesday 8 December.
change-hour-ask-hour = At what time does the meeting begin? Choose, or write for example 18:30.
change-link-ask-link = What is the address of the video? It begins with https:// and only those who signed up will see it.

# $missing is hour, link or both.
meeting-incomplete = <b>The meeting still needs { $missing ->
        [hour] a time
        [link] a link
       *[both] a time and a link
    }</b>
    { $when } — { meeting-how-many }

meeting-how-many = { $count ->
        [0] nobody signed up
        [one] one person signed up
       *[other] { $count } people signed up
    }

meeting-eve = <b>The meeting is tomorrow</b>
    { $when } — { meeting-how-many }

meeting-on-holiday = The meeting of { $day } falls on a public holiday ({ $holiday }). What shall we do?

meeting-kept = Noted: the meeting of { $day } takes place.

meeting-attendance = <b>Meeting of { $day }</b>
    { $count ->
        [0] Nobody had signed up.
       *[other] Who was there? Press a name to tick it, once more to untick it.
        Present: { $came } of { $count }.{ $unsaid ->
            [0] {""}
            [one] {" "}One name is left to tick.
           *[other] {" "}{ $unsaid } names are left to tick.
        }
    }

brought-card = <b>{ $asker } had a question for the meeting</b>
    { $question }

    <i>To answer, reply to this message.</i>

answer-brought-ask-text = Write your text: I will send it as it is.

brought-write-too = Noted, and the person has been told. A few written words will help those who were away, and the letter.

meeting-summary = <b>The meeting of { $day }</b>
    { $came ->
        [0] {""}
        [one] One person came.{" "}
       *[other] { $came } people came.{" "}
    }{ $count ->
        [0] No question was on the list.
        [one] One question was on the list:
       *[other] { $count } questions were on the list:
    }
    { $lines }{ $more ->
        [0] {""}
        [one] {""}
        … and one other.
       *[other] {""}
        … and { $more } others.
    }

meeting-summary-line = • { $question }{ $answer ->
        [none] {""}
       *[other] {" "}— { $answer }
    }

meeting-in-letter = It is in the next letter.

write-summary-ask-text = Write the summary for the letter, in a few lines and without names.

## Labels

choice-come = I will come
choice-come-not = I will not come
choice-bring = Bring a question
choice-ics = File for my calendar
choice-keep-for-meeting = Keep it for the meeting
choice-team-now = Ask the team now instead
choice-meeting-day = Change the day
choice-meeting-hour = Change the time
choice-meeting-link = Change the link
choice-skip-month = Skip this month
choice-restore-month = Restore it
choice-keep-day = Keep it that day
choice-other-months = Other months
choice-last-meeting = Look back at the last one
choice-month = { $day }
choice-month-skipped = { $day } (skipped)
choice-came = ✓ { $name }
choice-came-not = ✗ { $name }
choice-all-came = Everyone was there
choice-other-names = Other names
choice-summary = Prepare a summary
choice-said-aloud = Answered at the meeting
choice-write-too = Write the answer too
choice-into-letter = Put it in the letter
choice-other-words = Write it differently

## Refusals

refusal-meeting-none = No meeting is planned for now. A question? /ask
refusal-meeting-over = This meeting is over. The next one: /permanence
refusal-meeting-skipped = This meeting will not take place. The next one: /permanence
refusal-meeting-day = I did not understand the day. Write a single one, for example Tuesday 8 December.
refusal-meeting-day-past = { $day } is already past. Write a day to come.
refusal-meeting-day-far = { $day } is more than a year away: check the year.
refusal-meeting-hour-past = That time is already past on that day. Write one to come.
refusal-meeting-link = This address will not do. It begins with https:// and has no space in it.
refusal-brought-empty = Write your question in one sentence, or type /cancel.
refusal-brought-answered = This question has its answer already, or waits no more.
