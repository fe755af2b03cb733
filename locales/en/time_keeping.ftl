# What the team does with the time bank, in its chat.

## The nightly look at the ledger

# $lines are ledger-fault; $code stands in the operator's log.
ledger-broken = <b>The time accounts need somebody to look at them</b>
    I read them from beginning to end each night. This is what I found:
    { $lines }

    It is nobody’s fault. Before noting other exchanges, tell the person who looks after the server, with this code: <code>{ $code }</code>

# The numbers are those of entries or, for what is missing, of exchanges.
ledger-fault = • { $kind ->
        [unbalanced] the two sides of an entry are not zero together
        [gap] an entry is missing in the row
        [broken] an entry is no longer as it was sealed
        [alone] an entry lacks its confirmed exchange, or one of its sides
        [missing] a confirmed exchange was not entered
        [different] an entry says something else than its exchange
        [apart] the mutual account with another fabrique is not the opposite of theirs
       *[sum] all balances together are not zero, but { $minutes }
    }{ $kind ->
        [sum] {""}
        [apart] {" "}(fabrique { ledger-places })
        [missing] {" "}(exchange { ledger-places })
       *[other] {" "}({ ledger-places })
    }

ledger-places = { $places }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }

## Whom a command of the team is about

whom = Who is it? A name or an @handle.
whom-which = Several people may be called “{ $name }”. Which one?

refusal-whom-unknown = I do not know “{ $name }”. Write the name as the person writes it, or their @handle.

## Who takes part no longer

menu-block = Note no more time with somebody
menu-unblock = Note time with somebody again
menu-see-off = Note that somebody leaves

choice-unblock = Unblock
choice-undo-leaving = They are not leaving

blocked = Done. No more exchanges are noted with <b>{ $name }</b>. They may still ask questions, and confirm what was already waiting.

unblocked = Done. Time can be noted with <b>{ $name }</b> again.

# $side says how the balance leans: over, owed or zero.
leaving = <b>{ $name } is leaving</b>
    { $side ->
        [over] Their balance is <b>{ $balance }</b>: these hours will go to the common pot.
        [owed] Their account is short of <b>{ $balance }</b>: the common pot takes that on.
       *[zero] Their balance is zero: there is nothing to settle.
    }{ $waiting ->
        [0] {""}
        [one] {" "}One exchange still waits for an answer: it will be taken back, and the other person told.
       *[other] {" "}{ $waiting } exchanges still wait for an answer: they will be taken back, and the other people told.
    }{ $hosted ->
        [0] {""}
        [one] {" "}The get-together they host will be cancelled.
       *[other] {" "}The { $hosted } get-togethers they host will be cancelled.
    }{ $seats ->
        [0] {""}
        [one] {" "}Their seat at a get-together will be free.
       *[other] {" "}Their seats at { $seats } get-togethers will be free.
    }

    The settlement shows in their statement and in the export. Their offers are withdrawn. Their requests for a hand, if any, will be closed, and whoever was asked told.

left = Noted: <b>{ $name }</b> is leaving, and their account is at zero.{ $cancelled ->
        [0] {""}
        [one] {" "}One exchange that was waiting was taken back.
       *[other] {" "}{ $cancelled } exchanges that were waiting were taken back.
    } If they return, they start from zero.

left-undone = All right, <b>{ $name }</b> stays, and knows: their balance is back. Their requests for a hand, if there were any, are open again. What was taken back, their offers and sign-ups have to be noted again.

# To the one who stays after all.
left-undone-told = Good news: the team took back your departure, and your time account is as before.{ $needs ->
        [0] {""}
        [one] {" "}I am looking again for your request: /needs
       *[other] {" "}I am looking again for your { $needs } requests: /needs
    }

    Your offers and your profile have to be said again: /offer and /profile

# To the one who leaves.
left-told = The team noted that you are leaving. Thank you for all that you shared!
    { $side ->
        [over] The { $balance } of your time account go to the common pot.
        [owed] The common pot takes on the { $balance } that your time account was short of: you owe nothing.
       *[zero] Your time account is at zero.
    }

    If this is a mistake, tell the team with /ask. And if you return, a word here is enough.

# To whoever stood across from an exchange that still waited.
left-other-side = <b>{ $name } left the alliance: this exchange is taken back</b>
    { exchange-lines }

    You have nothing to do. If it did take place, tell the team with /ask.

refusal-block-oneself = Nobody blocks themselves. Ask somebody else on the team.
refusal-block-already = { $name } is blocked already. To go back: /unblock
refusal-block-not = { $name } takes part already: there is nothing to unblock.
refusal-left-already = It is already noted that { $name } left, and their account is at zero.
refusal-balance-moved = The balance of { $name } has just changed. Start again with /leaver to see the new one.
refusal-exchange-kept-out = You cannot note time at the moment. The team will tell you why: /ask
refusal-exchange-with-kept-out = No time can be noted with { $name } at the moment. The team can help you: /ask

## The book of exchanges, as a table

book-stem = book of exchanges
book-title = The book of exchanges

book-heading = { $column ->
        [number] Number
        [giver] Gave
        [receiver] Received
        [minutes] Duration
        [day] Day
        [subject] For
        [skill] Skill
        [kind] Kind
        [state] State
        [paid] Paid
        [noted-by] Noted by
        [noted-at] Noted on
        [confirmed-by] Confirmed by
        [confirmed-at] Confirmed on
        [corrects] Corrects number
       *[group] Group
    }

book-kind = { $kind ->
        [exchange] exchange
        [gift] gift of hours
        [session] session
        [correction] correction
       *[settlement] settlement
    }

book-state = { $state ->
        [proposed] waiting
        [invited] invitation
        [confirmed] confirmed
        [contested] contested
        [cancelled] taken back
       *[expired] expired
    }

book-paid = { $paid ->
        [true] yes
       *[false] no
    }

## A former book, brought in

# Why no line of a file can be read.
sheet-error = { $reason ->
        [workbook] This is an Excel workbook. Save it as CSV, then send it again.
        [binary] This file is not a table in text. Save your table as CSV.
        [empty] This file is empty.
        [too-long] This file has more than { $most } lines. Cut it into several.
        [broken] Line { $line }: a quotation mark is opened and never closed, or a cell is far too long.
        [column-twice] Two columns are called “{ $column }”. Rename the one that is not needed.
        [ambiguous-column] The column “{ $column }” may mean two things: who gave time, or who gave hours. Rename it “Gave” or “Received”.
        [no-such-column] No column is called “{ $column }”.
       *[no-headings] I cannot find the columns. What is missing: { $missing }. The first line has to name them, for example: Gave; Received; Duration; Date; For
    }

sheet-field = { $field ->
        [giver] who gave
        [receiver] who received
        [duration] the duration
       *[day] the date
    }

# $column is the heading in the file, $cell what stands there.
sheet-problem = Line { $line }{ $column ->
        [none] {""}
       *[other] , “{ $column }”
    }: { $cell ->
        [none] {""}
       *[other] “{ $cell }” — {""}
    }{ $reason ->
        [row-long] there are more cells than columns
        [formula] this is a formula: paste its value
        [name-empty] a name is missing
        [name-unfit] this name is too long ({ $most } letters at most) or holds hidden signs
        [name-several] several people bear this name: write the @handle
        [oneself] both sides are the same person
        [opening-sides] a balance carried forward names one person
        [too-long] this is too long: { $most } letters at most
        [state] I do not know this state
        [kind] I do not know this kind
        [paid] write yes or no
        [balance-huge] more than { $most } hours, please check
        [duration-zero] the duration is zero
        [duration-negative] the duration is negative
        [duration-too-long] more than 24 hours: check it, or cut it into several days
        [duration-unit] hours or minutes?
        [duration-two] several durations
        [duration-unread] I did not understand this duration
        [day-empty] the date is missing
        [day-year] the year is missing
        [day-future] this date has not passed yet
        [day-old] this date is too long ago
       *[day-unread] this date does not exist, or I did not understand it
    }

sheet-problems-more = { $count ->
        [one] … and one more problem.
       *[other] … and { $count } more problems.
    }

sheet-plan = { $dry ->
        [true] { $count ->
            [0] Nothing in this file is new.
            [one] One exchange is new ({ $hours } h).
           *[other] { $count } exchanges are new ({ $hours } h in all).
        }
       *[false] { $count ->
            [0] Nothing in this file is new: nothing changed.
            [one] One exchange was imported ({ $hours } h).
           *[other] { $count } exchanges were imported ({ $hours } h in all).
        }
    }{ $known ->
        [0] {""}
        [one] {" "}One line is in the book already.
       *[other] {" "}{ $known } lines are in the book already.
    }{ $passed ->
        [0] {""}
        [one] {" "}One line does not count (taken back, contested, waiting or zero).
       *[other] {" "}{ $passed } lines do not count (taken back, contested, waiting or zero).
    }

sheet-makes = { $count ->
        [one] One person added, without a telephone: { $names }
       *[other] { $count } people added, without a telephone: { $names }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }
    }

sheet-repeated = These lines are the same several times, and each of them counts: { $lines }

## A former book, sent to the team's chat

menu-import-book = Import a former table of exchanges

import-how = Send your table here as CSV, in reply to this message. Its first line names the columns: Gave; Received; Duration; Date; For. I show you what is in it before anything is kept.

import-unit = Some durations are bare numbers. Are they hours or minutes?

# Followed by the problems, line by line.
import-problems = <b>Nothing is imported</b>
    { $count ->
        [one] One problem:
       *[other] { $count } problems:
    }
    { $lines }

    Correct the table, then send it again.

import-unknown = <b>Nothing is imported</b>
    { $count ->
        [one] I do not know this person:
       *[other] I do not know these { $count } people:
    } { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.

    Correct the names, or add these people: they are noted without a telephone, and others speak for them.

import-sure = All of this will count at once, as confirmed by the team.

choice-import = Import
choice-in-hours = Hours
choice-in-minutes = Minutes
choice-create-people = Add these people

refusal-book-kind = Send a table as CSV, for example book.csv.
refusal-book-too-big = This table is too heavy for the chat ({ $most_kb } kB at most). The person who looks after the server can import it.

## The time bank before its team

menu-time-bank = See how the time bank is doing

time-bank = ⏳ <b>The time bank</b>
    { $waiting ->
        [0] Nothing waits for an answer.
        [one] One exchange waits for an answer, { time-age }.
       *[other] { $waiting } exchanges wait for an answer, the oldest { time-age }.
    }
    { $contested ->
        [0] Nothing is contested.
        [one] One exchange is contested.
       *[other] { $contested } exchanges are contested.
    }{ $asleep ->
        [0] {""}
        [one] {" "}One person has exchanged nothing for six months.
       *[other] {" "}{ $asleep } people have exchanged nothing for six months.
    }{ $leavers ->
        [0] {""}
        [one] {" "}One person left with a balance.
       *[other] {" "}{ $leavers } people left with a balance.
    }

    Since { $first }: { $count ->
        [0] nothing has been exchanged yet.
        [one] <b>{ $hours }</b> in one exchange, among { time-among }.
       *[other] <b>{ $hours }</b> in { $count } exchanges, among { time-among }.
    }

time-among = { $people ->
        [one] one person
       *[other] { $people } people
    }

time-age = { $days ->
        [0] noted today
        [one] noted yesterday
       *[other] noted { $days } days ago
    }

choice-time-waiting = What waits
choice-time-contested = What is contested
choice-time-asleep = Who is asleep
choice-time-leavers = Balances of leavers
choice-time-export = Export
choice-time-figures = Figures
choice-time-more = The next ones
choice-time-settle = Settle: { $name }

time-nothing = There is nothing here any more.

time-waiting = <b>{ $count ->
        [one] One exchange waits for an answer
       *[other] { $count } exchanges wait for an answer
    }</b>
    { $lines }

# To read after time-waiting: $days since it was noted.
time-line = • no. { $number }, { $giver } → { $receiver }, <b>{ $duration }</b>, { $subject } ({ $days ->
        [0] today
        [one] yesterday
       *[other] { $days } days ago
    })

time-contested = <b>{ $count ->
        [one] One exchange is contested
       *[other] { $count } exchanges are contested
    }</b>
    { $lines }

    /queue shows them with their buttons.

time-asleep = <b>{ $count ->
        [one] One person offered help and has exchanged nothing for six months
       *[other] { $count } people offered help and have exchanged nothing for six months
    }</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.

    A short word, or a need that suits them, is often enough. This list stays in this chat.

time-leavers = <b>{ $count ->
        [one] One person left with a balance
       *[other] { $count } people left with a balance
    }</b>
    { $lines }

time-leaver = • { $name }: { $balance }

time-exported = The whole book: { $count ->
        [0] no exchange
        [one] one exchange
       *[other] { $count } exchanges
    }. It holds names: keep it for the team.

refusal-book-too-long = The book has more than { $most } exchanges: too many for the chat. The person who looks after the server can export it.

## Figures

menu-show-figures = See the figures of the time bank

choice-to-publish = A version to publish

figures = 📊 <b>The time bank from { $first } to { $last }</b>
    <b>{ $hours }</b> in { $count ->
        [0] no exchange
        [one] one exchange
       *[other] { $count } exchanges
    }
    Gave: { $gave }. Received: { $received }. Both: { $both }.{ $organisations ->
        [0] {""}
       *[other] {" "}Organisations: { $organisations }.
    }
    Given to the common: { $to }. Given by the common: { $from }. Gifts of hours: { $gifts }.
    Paid missions, apart: { $paid } ({ $paidhours }).
    Contested: { $contested }. Waiting: { $waiting }.

figures-answers = Half of the confirmations arrive within { $days ->
        [one] one day
       *[other] { $days } days
    }. Within a week, { $share }% of exchanges are confirmed.

figures-skills = <b>By skill</b>
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… and { $more } more
    }

figures-months = <b>By month</b>
    { $lines }

# $name is empty where no skill was noted.
figures-part = { $name ->
        [none] no skill noted
       *[other] { $name }
    }: { $hours }

figures-month = { $month }: { $hours }

figures-flow = { $giver } to { $receiver } ({ $hours })

figures-no-skill = no skill noted

# In a picture, those who belong to no organisation or group that is known.
figures-unattached = allies

figures-include = <i>Counted: the confirmed exchanges of these days, sessions and corrections included, the common pot and the team too. Not counted: what waits, what is contested, taken back or expired, gifts of hours and settlements. Paid missions stand apart.</i>

figures-few = Fewer than four people: these figures stay among you.

# May leave the team's chat. $skills may be empty.
figures-public = From { $first } to { $last }, { $people } people of our alliance exchanged { $hours } h in { $count } exchanges.{ $both ->
        [0] {""}
        [one] {" "}One of them gave and received.
       *[other] {" "}{ $both } of them gave and received.
    }{ $skills ->
        [none] {""}
       *[other] {" "}What was exchanged most: { $skills }.
    }

figures-unit = hours
figures-note = Confirmed exchanges, sessions and corrections included; without paid missions and gifts of hours.

figures-flows-stem = who gives to whom
figures-flows-title = Who gives to whom, from { $first } to { $last }
figures-flows-alt = Who gives to whom, from { $first } to { $last }. Most: { $most }.

figures-skills-stem = hours by skill
figures-skills-title = Hours by skill, from { $first } to { $last }
figures-skills-alt = Hours by skill, from { $first } to { $last }. Most: { $most }.

figures-months-stem = hours by month
figures-months-title = Hours by month, from { $first } to { $last }
figures-months-alt = Hours by month, from { $first } to { $last }. Most: { $month }, { $hours }.
