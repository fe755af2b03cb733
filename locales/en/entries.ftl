# Entries: what the team looks up, writes and corrects in its chat.

menu-find-entry = Find or write an entry

find-entry-ask-words = Which entry are you looking for? Write a few words, its number, or “new” to write one.

entries-found = For { $words }, I found these. Which one would you like to see?
entries-none = No entry for { $words }. Would you like to write it?

entry-card = <b>{ $title }</b>
    { $body }

entry-wordings = <b>People also ask it like this</b>
    { $wordings }

# What is known of an entry, one line each. $live names what is computed under the answer.
entry-facts = { $lines }
entry-source = <i>Source: { $source } ({ $day })</i>
entry-tags = Tags: { $tags }
entry-live = Completed at each answer: { $live ->
        [permanence] the next permanence
        [agenda] the coming agenda
        [balance] the person’s time account
       *[other] { $live }
    }
entry-review = To be looked at again on { $day }
entry-number = Entry no. { $number }

entry-to-review = ⏳ This entry has been waiting for a second look since { $day }.
entry-retired = This entry is retired: it answers no more.
entry-merged = This entry has joined { $into }.

# Asked one after the other; what is typed there is shown as it is typed.
write-entry-ask-title = What is the title? Simplest: the question, as people ask it.
write-entry-ask-answer = What is the answer? Two to six lines are enough.
write-entry-ask-source = Where does this answer come from? A document and its page, or the team.
write-entry-ask-wordings = How else do people ask it? One way a line, just as they really write.
entry-to-publish = Is this right? The entry will count once published.

edit-entry-ask-part = What would you like to change?

# What stands there today, before the question.
entry-part-now = Today:
    { $now }

edit-entry-ask-text = { $part ->
        [title] What is the new title?
        [body] What is the new answer?
        [wordings] How do people ask it? One way a line; they replace today’s.
        [source] Where does this answer come from?
        [true_on] When was this answer true? For example 14 December 2023.
        [review_on] When should it be looked at again? For example 12 March 2027.
       *[tags] Which tags? Separate them with commas.
    }

add-entry-wording-ask-wording = How else do people ask it? Write the sentence just as they type it.
merge-entry-ask-into = With which entry? It will stay, and keep the wordings of both. If it is not here, write a few words of its title.

entry-published = Published. Thank you!
entry-undone = There, the entry is as it was before.
entry-changed-meanwhile = Somebody changed this entry meanwhile: nothing is overwritten. Here it is as it stands now; start again from there.
entry-retired-now = { $title } answers no more. Nothing is lost.
entry-merged-now = The two entries are now one. Here it is.
entry-reviewed = Thank you! { $title } will be looked at again on { $day }.

entry-history = <b>{ $title }</b>
    { $lines }

history-line = { $at } — { $by ->
        [none] the bot
       *[other] { $by }
    } { $act ->
        [created] wrote the entry
        [edited] edited the entry
        [wording] added a wording
        [retired] retired the entry
        [restored] restored the entry
        [merged] merged this entry into another
        [absorbed] merged another entry into this one
        [undone] took the change before back
        [reviewed] said that it is still true
        [imported] read the entry from a file
       *[other] { $act }
    }

# Followed by the titles to press, except the $more that come later.
reviews-due = { $count ->
        [one] <b>One entry needs a second look</b>
       *[other] <b>{ $count } entries need a second look</b>
    }
    Is it still true? Whenever you have a moment.{ $more ->
        [0] {""}
       *[other] {" "}Here are the oldest; the others are in /queue.
    }
