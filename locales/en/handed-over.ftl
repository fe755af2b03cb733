# Questions in the team's chat: the card, what may be done, what is said about it.

# $asker is empty for whoever prefers to stay anonymous.
question-card = <b>{ $asker ->
        [none] Somebody who prefers to stay anonymous
       *[other] { $asker }
    } asks a question</b>
    { $question }

# $group is empty for a private conversation.
question-origin = <i>{ $group ->
        [none] In private
       *[other] In { $group }
    }, { $at }</i>

question-some-group = a group

question-others = { $count ->
        [one] Somebody else waits for the same answer.
       *[other] { $count } other people wait for the same answer.
    }

question-suggested = { $band ->
        [sure] I would have answered with this entry, hardly in doubt:
        [maybe] I was in two minds; it might have been:
       *[unsure] I did not really believe in it, but there is this entry:
    }
    { $titles }

question-entry = • { $title }

question-similar = This was asked before:
    { $lines }

question-past = • { $question } — { $state ->
        [answered] answer: { $answer }
        [closed] never answered
       *[open] is waiting too
    }

# Where the question stands: one of these, below the card.
question-taken = ✋ <b>{ $name }</b> is looking after it.
question-again = { $answered ->
        [true] 🔁 Back again: the answer was not the end of it.
       *[false] 🔁 Opened again.
    }
question-settled = ✅ Answered by <b>{ $name }</b>.
question-in-base = In the base: { $title }
question-closed = { $name ->
        [none] ⛔ Taken back by the person who asked.
       *[other] ⛔ Closed by <b>{ $name }</b>.
    }
question-same = 🔗 Merged by <b>{ $name }</b> with { $question }.
question-hint = <i>To answer, reply to this message.</i>

# Above the card that /file shows.
question-waits = ⏳ Waiting for { $age }.

question-age = { $days ->
        [0] { $hours ->
            [0] less than an hour
            [one] an hour
           *[other] { $hours } hours
        }
       *[other] { $days } days
    }

question-card-moved = <b>{ $asker ->
        [none] Somebody who prefers to stay anonymous
       *[other] { $asker }
    } asks a question</b>
    { $question }

    ⬇️ This card is further down.

# Before a card that shows only the beginning.
question-whole = <b>A long question, in full</b>
    { $text }

question-overdue = { $name ->
        [none] ⏳ This question has waited for { $age }. Who will look after it?
       *[other] ⏳ This question has waited for { $age }. <b>{ $name }</b> was looking after it: how is it going?
    }

question-more = <b>{ $asker ->
        [none] The anonymous person
       *[other] { $asker }
    } adds:</b>
    { $text }

    <i>To write back, reply to this message.</i>

question-edited = <b>The question has changed:</b>
    { $text }

    <i>To answer it, reply to this message.</i>

question-withdrawn = { $asker ->
        [none] The anonymous person
       *[other] { $asker }
    } took the question back. There is nothing left to do.

answer-question-ask-text = Write your text: I will send it just as you write it.

answer-sent = { $asker ->
        [none] I passed it on.
       *[other] I passed it on to { $asker }.
    }
answer-sent-to-all = I passed it on to the { $count } people who asked this.
answer-completes = { $name } had already answered: your text was sent as an addition.
answer-of-taken = { $name } was looking after it: tell them that it is done.

answer-undelivered = I could not deliver your answer: the person blocked the robot, or left.

merge-question-ask-target = Which question is it the same as? Choose one, or write a few words to look for it.
merge-question-found = This is what comes close.

question-merged = { $answered ->
        [true] 🔗 It is the same question as { $question }: the answer has been sent.
       *[false] 🔗 It is the same question as { $question }: the answer will go to both.
    }

entry-draft = <b>To be checked before it is published</b>

    <b>{ $title }</b>
    { $body }

    <i>I took out names and courtesies; “…” stands for a name within a sentence. True on { $day }, to be looked at again in a year.</i>

retitle-draft-ask-title = Write the title, as a question: How does one book the room?
reword-draft-ask-body = Write the answer, as everybody will read it.

answer-in-base = It is in the base:
    <b>{ $title }</b>

    The next person who asks will have the answer at once.
entry-not-published = All right, nothing is published. The button stays below the question.
