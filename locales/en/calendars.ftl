# The agenda in calendars, in feeds and on the web.

menu-my-calendar = Put the agenda into my calendar

# What the whole agenda is called in a calendar.
calendar-name = Agenda — { $fabrique }

# Names of files, without their ending.
calendar-stem = agenda
event-stem = { $title }

# $private is yes for one person, no for a group.
calendar-file = 📆 <b>{ $private ->
        [yes] The agenda in your calendar
       *[no] This group’s agenda in your calendar
    }</b>
    { $count ->
        [0] Nothing is announced for the next eight weeks.
        [one] One event is announced for the next eight weeks. Open this file and your calendar adds it.
       *[other] Open this file and your calendar adds the { $count } events of the next eight weeks.
    }

calendar-address = <b>To have it stay up to date by itself</b>, subscribe your calendar to this address:
    <code>{ $https }</code>
    On Android: at calendar.google.com, “Other calendars”, then “From URL”. On an iPhone: “Add Subscription Calendar”, with this address or with <code>{ $webcal }</code>

calendar-address-secret = <i>Whoever knows this address can read this agenda. Has it travelled too far? Take a new one.</i>

calendar-address-ended = Done: the old address no longer answers. Here is the new one.

calendar-page = The whole agenda can be read <a href="{ $page }">on the web</a> too.

event-file = 📆 Open this file and your calendar adds the event.

choice-new-address = New address

refusal-no-site = There is no address to follow here. The file of /calendar holds the coming weeks.
refusal-event-not-published = This event is no longer in the agenda. /agenda shows what is coming.

# What is told of an event beside its title.
told-status = { $status ->
        [cancelled] Cancelled
        [moved] New place
        [rescheduled] New time
        [postponed] Postponed
       *[full] Full
    }

told-when = { $day }, { $hours }
told-days = { $first } to { $last }
told-all-day = all day
told-hour = { $at }
told-hours = { $from } – { $to }

# A line of facts; price, conditions and volunteers are people’s words.
told-fact = { $what }: { $told }

told-what = { $what ->
        [price] Price
        [conditions] Conditions
        [families] Children
        [access] Access
       *[volunteers] Help wanted
    }

told-said = { $text }
told-families = welcome
told-short-families = for families
told-short-volunteers = help wanted

told-access = { $kinds }

# The page that anybody reads.
web-title = Agenda
web-lead = From { $first } to { $last }
web-empty = Nothing is announced for the next four weeks.
web-day = { $day }
web-lasting = Now showing
web-until = until { $day }
web-where = Where
web-when = When
web-more = Find out more
web-add = Add to my calendar
web-follow = Follow in a calendar
web-feed = Atom feed
web-whole = The whole agenda
web-other-language = Français
web-skip = Go to the events
web-gone = There is no such page, or it is gone.
web-footer = Checked by the team of { $fabrique }. This page leaves nothing on your device and does not track you.
