# Addresses that are read again and again, and what they tell: words for the team.

menu-show-feeds = See the addresses that I read

feed-followed = Thank you! I will read this calendar several times a day. The team will check what is new.

feed-known = Thank you! I already read this calendar, there is nothing to add.

feeds-none = I read no address yet. To give me one: /feeds https://…

feeds-list = { $count ->
        [one] One address
       *[other] { $count } addresses
    } for the agenda. Press one to read it again, stop it or name its place.
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
            … and { $more } more.
    }

feed-line = { $name }{ $kind ->
        [rss] { "" } (news)
       *[ics] { "" }
    }: { $state ->
        [left] I no longer read this address
        [never] not read yet
       *[read] read { $age } ago, { $kind ->
            [rss] { $count ->
                [0] no news
                [one] one piece of news
               *[other] { $count } pieces of news
            }
           *[ics] { $count ->
                [0] nothing to come
                [one] one event to come
               *[other] { $count } events to come
            }
        }
    }{ $ill ->
        [yes] . <b>Something is wrong.</b>
       *[no] .
    }

feed-card = { $line }
    { $address }

# Followed by the reason.
feed-failed = I cannot read this calendar: { $address }
    I will try again later. What I have already read there stays in place.

# Followed by the reason.
feed-doubted = Something may be wrong with this calendar: { $address }

feed-shrunk = It now announces { $count ->
        [0] no event
        [one] only one event
       *[other] only { $count } events
    } to come, where it had { $before }. I change nothing for now.

feed-gone = This address is no more, says its site: { $address }
    I have stopped reading it. What I have already read there stays in place.

feed-well = All is well again: I was able to read { $name }.

feed-trusted = { $name }, a trusted place: { $count ->
        [one] one event added to the agenda:
       *[other] { $count } events added to the agenda:
    }
    { $lines }

# $lines are event-change or feed-change-undone, $count of them or more.
feed-changed = { $name } has changed { $count ->
        [one] an event that you had approved. The agenda is corrected already:
       *[other] { $count } events that you had approved. The agenda is corrected already, and ↩️ puts one back:
    }
    { $lines }

feed-more = { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }

feed-change-undone = <s>{ $change }</s> ✓ As it was before.

feed-missing = { $name } no longer announces this event, which you had approved:
    { $event }
    I leave it on the agenda. Will it still take place? Better ask them, then tell me here.

feed-takes-place = Noted: it stays on the agenda.

feed-read-soon = All right, I am reading it again now.

feed-left = I no longer read { $name }. What I have already read there stays in place.

feed-placed = Noted: this address is that of { $name }. { $trusted ->
        [yes] You trust this place: what it announces enters the agenda at once.
       *[no] What it announces still waits for your approval.
    }

feed-still-waiting = { $count ->
        [one] One event proposed before still waits for your approval: /queue
       *[other] { $count } events proposed before still wait for your approval: /queue
    }

name-feed-place-ask-place = Which place is this the calendar of? Choose it, or write its name.

news-card = { $name } publishes: { $title }
    { $text }
    { $link }
    What shall we make of it?

news-is-event-ask-when = { $title }: which day, at what time? For example: Thursday 18:30, or 12 June at 14:00.

news-is-event-ask-place = Where does it take place? For example: village hall, Saint-Étienne.

refusal-address-page = This address gives a web page, perhaps a login page, and no calendar. On the site, look for “Subscribe”, “iCal” or “RSS” instead.

refusal-address-nothing = This address gives neither a calendar (.ics) nor news (RSS or Atom). On the site, look for “Subscribe”, “iCal” or “RSS” instead.

choice-as-before = ↩️ { $title }, { $day }
choice-retire-all = Take them all out
choice-takes-place = It takes place
choice-more-changes = See the rest
choice-read-now = Read it now
choice-read-once-more = Read it again
choice-stop-reading = Stop reading
choice-feed-place = Name the place
choice-fewer-right = That is all right
choice-is-event = It is an event
choice-for-letter = For the letter
choice-ignore = Ignore
