# Why not, and what to do next. A refusal may be a toast: at most 200 characters.

fault = Something went wrong on my side, and nothing was noted. Please try again; if it goes on, give this code to the team: { $code }

## What was pressed or typed

refusal-unknown-command = I do not know { $command }. Type /help to see what I can do.
refusal-choose = Please choose one of the answers offered, or type /cancel.
refusal-choice-stale = This choice no longer works. Start again from the beginning, or type /help.
refusal-number-stale = That number no longer means anything here: the last message has no such choice. Please type the choice in words, or type /help.
refusal-choice-not-yours = This question is for somebody else. For you: /help
refusal-nothing-asked = No question is open. Type /help to see what I can do.
refusal-language-unknown = I speak French and English. For example: /language English

## Where and by whom

refusal-private-only = This stays between us: write it to me in private.
refusal-write-first = Write to me in private first, a hello is enough: that is where I can reach you. Then try again.
refusal-group-only = This is set in a group: type it where you are an admin.
refusal-admin-only = Only this group’s admins can do that: please ask them.
refusal-team-only = This is for the team only. To write to them: /ask

## Whom

refusal-person-unknown = I do not know “{ $name }”. Write their @username, or ask them to send me a message first.
refusal-person-several = Several people are called “{ $name }”. Write the full name, or their @username.

## How long, and for what

refusal-duration-unread = I did not understand how long. For example: /hours 2h30 with @name for proofreading the application
refusal-duration-unit = “{ $number }”: hours or minutes? Write for example 2h or 45min.
refusal-duration-two = I read several durations. Keep only one, for example 2h30.
refusal-duration-zero = The duration is zero. Write for example 45min.
refusal-duration-negative = Write the duration without a minus, for example 2h. I will ask you who gave their time.
refusal-duration-too-long = That is too long for a single note. Note each day by itself, for example: 7h yesterday
refusal-subject-empty = Say in a few words what it was for, for example proofreading the application.
refusal-subject-too-long = That is a little long: { $most } characters at most. For example: proofreading the application

## When

refusal-day-unread = I did not understand the day. Write for example yesterday, last Monday or 12 March.
refusal-day-future = { $day } has not come yet. Note the exchange once it has taken place.
refusal-day-too-old = { $day } is too long ago. You can note exchanges since { $oldest }.
refusal-moment-unread = I did not understand the day. Write for example Thursday 18:30, or 12 June at 14:00.
refusal-moment-hour = At what time? Write the day and the time, for example Thursday 18:30.
refusal-hour-unread = I did not understand the time. Write for example 18:30.
refusal-moment-past = That has already passed: { $moment }. Write a date to come, for example Thursday 18:30.
refusal-moment-far = That is more than two years ahead: check the year. Write for example 12 June at 14:00.

## Exchanges

refusal-exchange-oneself = An exchange is noted with somebody else. For example: /hours 2h with @name for proofreading the application
refusal-exchange-not-a-side = You can only note your own exchanges. The person concerned can do it with /hours.
refusal-exchange-not-yours = This exchange is not yours. To see your own: /pending
refusal-exchange-own-word = It is for the other person to confirm. If it is a mistake, take the exchange back with /pending.
refusal-exchange-already-confirmed = This exchange is already confirmed. If there is a mistake, correct it with /correct.
refusal-exchange-not-open = This exchange waits for no answer any more: it does not count. To note another: /hours
refusal-exchange-fixed = This is confirmed or disputed as it is. If in doubt, dispute it: the team will talk with you.
refusal-exchange-same = That is what is noted already. Change something, or type /cancel.
refusal-exchange-own-affair = This is your own exchange: let somebody else on the team decide.
refusal-balance-floor = This would take the account of { $name } below the limit of the fabrique ({ $limit }). Talk to the team: /ask
refusal-balance-ceiling = This would take the account of { $name } beyond the limit of the fabrique ({ $limit }). Talk to the team: /ask
refusal-reason-empty = Say why in a few words.
refusal-reason-too-long = That is a little long: { $most } characters at most. The gist is enough.
refusal-nothing-to-correct = No confirmed exchange so far. What still waits: /pending
refusal-correction-unknown = No confirmed exchange with “{ $name }”. Write another name, or type /cancel.
refusal-correction-again = A correction is corrected on the first exchange: choose it with /correct.
refusal-correction-unconfirmed = This exchange does not count yet: there is nothing to correct. See /pending.
refusal-correction-by-team = This is not corrected here: two fabriques or the common pot are concerned. Write to the team: /ask
refusal-correction-waits = A correction of this exchange waits already. Answer it first: /pending
refusal-correction-same = That is what counts already. Say something else, or type /cancel.
refusal-correction-gift = A gift is not turned round. Say another duration, or that it never took place.

## Offers and needs

refusal-need-empty = Say in a few words what you need. For example: /need proofreading a grant application
refusal-need-too-long = That is a little long: { $most } characters at most. The gist is enough, the rest can be said in person.

## Questions and decisions

refusal-question-too-long = That is a little long: { $most } characters at most. Keep the gist, the team will ask for the rest.
refusal-question-closed = This question is already closed. /queue shows what still waits.
refusal-question-taken = Somebody else is already looking after it. /queue shows what still waits.
refusal-carried-kind = I do not know how to pass this on. Reply with words, a picture, a document or a voice message.
refusal-carried-too-big = This file is too big for me to pass on: { $most_mb } MB at most. Nothing was sent. Reply with a smaller file, or a link.
refusal-carried-empty = This file is empty, so I did not pass it on. Please send it once more.
refusal-nothing-to-take-back = I find nothing to take back. Use this command in reply to a message of yours that I passed on.
refusal-question-taken-by = { $name } is already looking after it. You can still reply to the question’s message.
refusal-question-not-taken = Nobody is looking after it just now. /queue shows what is waiting.
refusal-question-waits = This question is already waiting for an answer. Reply to its message.
refusal-question-itself = It is the same one, or already merged with it. Choose another question.
refusal-nothing-alike = I find nothing like it. Try other words, or type /cancel.
refusal-already-in-base = This answer is already in the base.
refusal-already-decided = Somebody has already decided. /queue shows what still waits.
refusal-item-empty = There is nothing to read. For example: /propose neighbourhood lunch, Saturday noon
refusal-item-too-long = That is a little long: { $most } characters at most. Keep the gist and a link.

## Files and calendars

refusal-file-kind = I only read calendars (.ics files). For anything else, write me a few words.
refusal-file-not-calendar = This is not a calendar that I can read: I need an .ics file. Otherwise, describe the event after /propose.
refusal-file-too-big = This calendar is too big: { $most_mb } MB at most. Export only the months to come.
refusal-file-unreadable = I could not receive this file. Please send it once more.
refusal-calendar-empty = This calendar holds no event. Try another export, or describe the event after /propose.
refusal-calendar-past = All the events of this calendar are over. Send one with dates to come.
refusal-calendar-too-heavy = This calendar is too heavy to read. Export only the months to come.

## Addresses

refusal-address-unread = This address is not well formed. It begins with https:// and often ends in .ics.
refusal-address-unreachable = This address does not answer. Check that it opens in a browser.
refusal-address-status = This address answers with an error ({ $status }). Check that it opens in a browser.
refusal-address-private = I can only read public addresses. Share the calendar publicly, then propose its address.
refusal-address-too-big = This online calendar is too big. Propose an address that gives only the months to come.

## Entries

refusal-entry-empty = There is nothing to read. Write a few words, or type /cancel.
refusal-entry-too-long = That is a little long: { $most } characters at most. The essence is enough.
refusal-entry-unknown = I cannot find this entry. Look for it by its words: /entry become an ally
refusal-entry-retired = This entry is retired. To restore it, open it with /entry and its number.
refusal-entry-changed = Somebody changed this entry meanwhile. Open it again with /entry.
refusal-wording-known = This wording is there already. Write another one, or type /cancel.
refusal-merge-elsewhere = Choose another entry that still answers. Write a few words of its title, or type /cancel.
refusal-nothing-to-undo = There is nothing before. If it should answer no more, retire it.
refusal-date-unread = I did not understand the date. Write for example 14 December 2023.

## Resources

refusal-link-missing = I need a link that begins with https://. Paste it with a few words.
refusal-link-kind = I only keep links to pages, which begin with https://.
refusal-link-unread = This link is malformed, or holds a password. Copy it from the browser’s address bar.
refusal-link-private = This link leads to a private network: the others could not open it. Share a public page.
refusal-link-too-long = This link is too long: { $most } characters at most. Look on the page for a link to share.
refusal-resource-known = { $title } is among the shared resources already. Thank you for thinking of it!
refusal-resource-waits = { $title } is proposed already: the team will look at it. Thank you for thinking of it!

## Statements

refusal-account-unknown = I do not know this account: “{ $name }”. Write /balance, /balance pot, or the name of an organisation for which you act.
refusal-account-not-yours = This account is not yours. To act for an organisation, ask the team with /ask.
refusal-period-unread = I did not understand the period. For example: /statement 2026, /statement January, /statement 01/03 to 31/03
refusal-period-future = { $day } is still to come. For example: /statement 2026, /statement January
refusal-period-backwards = The end ({ $last }) comes before the beginning ({ $first }). For example: /statement 01/03 to 31/03
refusal-statement-long = That is too long for a file: { $most } lines at most. Choose a period, for example /statement 2026
refusal-statement-empty = Nothing came to count in this period: there is no file to make. /statement shows the rest.
