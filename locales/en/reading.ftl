# Reading one’s time.

menu-balance = See my time account
menu-show-statement = See my statement

## A balance

# $mood is one of the messages below; $lines are those that follow them.
balance = { $mood }

    { $lines }

balance-begins = <b>Your account is open.</b>
    It begins in balance. You may well be the first to ask: /need
balance-even = <b>Your balance: even</b>
    You gave as much as you received.
balance-above = <b>Your balance: { $balance }</b>
    This time is yours: /need to make use of it.
balance-below = <b>Your balance: { $balance }</b>
    That is normal: for somebody to give, somebody has to receive. You may ask again.
balance-far-below = <b>Your balance: { $balance }</b>
    You received a lot, and that is fine. When you have the wish and the time, /offer says what you can do.
balance-far-above = <b>Your balance: { $balance }</b>
    You gave a lot, thank you! Remember that you may ask too: /need

balance-turned = Given: { $given } · Received: { $received }
balance-gained = Hours received as a gift: { $time }
balance-ceded = Hours given away: { $time }
balance-paid-given = Paid missions, outside the balance: { $time }
balance-paid-received = Paid missions received, outside the balance: { $time }
balance-waiting = { $waiting ->
        [0] Nothing waits for an answer.
        [one] One exchange waits for an answer: /pending
       *[other] { $waiting } exchanges wait for an answer: /pending
    }

# The pot, or an organisation.
balance-of = <b>Balance: { $balance }</b>
    Account: { $whose }

## A statement

statement-page = <b>{ statement-title }</b>
    { statement-days }

    { $lines }

# $whose is empty for one’s own account.
statement-title = { $whose ->
        [none] Your statement
       *[other] Statement: { $whose }
    }

# $opening and $closing are balances; without a period there is only the second.
statement-days = { $first ->
        [none] Balance: { $closing }
       *[other] From { $first } to { $last }. Balance at the beginning: { $opening }; at the end: { $closing }
    }

statement-empty = <b>{ statement-title }</b>
    { $first ->
        [none] Nothing counts here yet. An exchange counts once the other person has confirmed it: /hours to note one.
       *[other] Nothing came to count from { $first } to { $last }. /statement alone shows the rest.
    }

# $what is one of the messages below. $subject may be empty.
statement-line = • { $what }{ $corrected ->
        [true] {" "}(corrected since)
       *[other] {""}
    }
    { $subject ->
        [none] {""}
       *[other] <i>{ $subject }</i>{" · "}
    }balance: { $balance }

statement-gave = { $day }: gave <b>{ $time }</b>, { $other }
statement-gave-short = Given
statement-received = { $day }: received <b>{ $time }</b>, { $other }
statement-received-short = Received
statement-ceded = { $day }: gave away <b>{ $time }</b>, { $other }
statement-ceded-short = Hours given away
statement-gained = { $day }: received as a gift <b>{ $time }</b>, { $other }
statement-gained-short = Hours received as a gift
statement-settled-up = { $day }: balance settled, <b>{ $time }</b> more, { $other }
statement-settled = Balance settled
statement-settled-down = { $day }: balance settled, <b>{ $time }</b> less, { $other }
statement-corrected-up = Correction for { $corrects }: <b>{ $time }</b> more, { $other }
statement-corrected = Correction for { $corrects }
statement-corrected-down = Correction for { $corrects }: <b>{ $time }</b> less, { $other }

# In the statement of the pot, which everybody may read.
statement-somebody = somebody

## A file

statement-file = Here is the statement, from { $first } to { $last }.
statement-file-name = statement from { $from } to { $to }
statement-file-title = Statement of time account
statement-period = From { $first } to { $last }
statement-opening = Balance at the beginning of { $day }
statement-closing = Balance at the end of { $day }
statement-heading-day = Day
statement-heading-what = What
statement-heading-with = With
statement-heading-for = For
statement-heading-plus = More
statement-heading-minus = Less
statement-heading-balance = Balance
statement-file-note = An exchange stands on the day when the other person confirmed it. Paid missions are not in the balance.

## Each month

monthly-on = Agreed: your statement comes on the 1st of each month, if something happened.
monthly-off = Agreed: no more monthly statement. /statement shows it whenever you like.

# Below $lines may stand statement-more, whose $hidden counts the lines that are not shown.
statement-of-month = <b>Your statement, { $month }</b>
    Given: { $given } · Received: { $received }
    Balance at the beginning of the month: { $opening }; at the end: { $closing }

    { $lines }

statement-more = … and { $hidden } more: /statement

## A year as a picture

year-title = My year { $year }
year-unit = hours
year-given = Given: { $given }
year-received = Received: { $received }
year-note = Confirmed exchanges, on the day when they took place. Without gifts of hours and paid missions.
year-file-name = my year { $year }
year-in-words = <b>Your year { $year }</b>
    Given: { $given } · Received: { $received }
    The fullest month: { $month } (gave { $month_given }, received { $month_received })
year-empty = Nothing counts in { $year } yet. An exchange counts once the other person has confirmed it: /hours to note one.

## In a group

group-shared = <b>From { $first } to { $last }, in this group</b>
    { $minutes } shared in { $exchanges ->
        [one] one exchange
       *[other] { $exchanges } exchanges
    }, among { $people } people. Your own statement: /statement, in private.
group-shared-few = From { $first } to { $last }, too few people noted time in this group for a total that points at nobody. Your own statement: /statement, in private.
