# Reading the agenda: questions to it, receiving it, and choosing what one receives.

## Questions

# $looked is what was understood: days, then wishes.
agenda-found = <b>{ $looked }</b>

# Nothing fits; $without is the one wish set aside: price, part (of the day), families, access, day,
# later (no day was told) or words.
agenda-found-nearest = <b>{ $looked }</b>
    { $without ->
        [price] Nothing at that price. Whatever the price, there is:
        [part] Nothing at that time of day. At another time, there is:
        [families] Nothing announced for children. But there is:
        [access] Nothing announced as accessible in that way. Access aside, there is:
        [day] Nothing at that time. The nearest:
        [later] Nothing in the next seven days. Later, there is:
       *[words] Nothing like it. Something else, at the same time:
    }

# Nothing fits unless several wishes are set aside; $aside is a list of aside-name.
agenda-found-less = <b>{ $looked }</b>
    Nothing has it all. Leaving aside { $aside }, there is:
aside-name = { $without ->
        [price] the price
        [part] the time of day
        [families] the children
        [access] access
        [words] your words
       *[day] the day
    }

# What one day is asked for stands under its name already.
agenda-found-lines = { $lines }

agenda-past = That is over: the agenda only tells what is to come. For the next seven days: /agenda

agenda-found-nothing = <b>{ $looked }</b>
    I found nothing, even when I looked further. Are you organising something? /propose

agenda-others = { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }

looked-when = { $when }
looked-seven-days = the next seven days
looked-beside = { $first }, { $then }
looked-part = { $part ->
        [morning] in the morning
        [afternoon] in the afternoon
       *[evening] in the evening
    }
looked-families = with children{ $age ->
        [none] {""}
        [one] {" "}aged 1
       *[other] {" "}aged { $age }
    }
looked-most = up to { $most } €
looked-price = { $price ->
        [free] free
       *[cheap] cheap
    }
looked-words = { $words }

agenda-not-to-taste = Nothing of what you chose from { $first } to { $last }. { $count ->
        [one] One other event is on the agenda.
       *[other] { $count } other events are on the agenda.
    }

agenda-in-private = I have written to you in private: let us go on there.
agenda-open-private = { $name }, <a href="{ $link }">open this link</a>: we go on in private.

# An event that somebody asks about by its name does not say what they ask.
event-does-not-say = { $about ->
        [place] The announcement does not say where it is.
        [price] The announcement does not say the price.
       *[time] The announcement does not say at what time.
    }

## Receiving it

agenda-subscribed = Noted: { $private ->
        [true] I will send you the agenda
       *[false] I will post the agenda here
    } every { $day } at { $at }. To stop: /agenda stop
agenda-unsubscribed = Noted: no more agenda { $private ->
        [true] in private
       *[false] in this group
    }. To receive it again: /agenda subscribe
agenda-not-received = { $private ->
        [true] You were not receiving the agenda
       *[false] I was not posting the agenda in this group
    }: there is nothing to stop. To receive it: /agenda subscribe
unsubscribe-nothing = { $private ->
        [true] You receive neither the agenda nor the letter here
       *[false] This group receives neither the agenda nor the letter
    }: there is nothing to stop. To see all that I can send: /settings
unsubscribe-which = What do you want to receive no more?
unsubscribed-all = Noted: no more agenda or letter { $private ->
        [true] for you
       *[false] in this group
    }. If you change your mind: /settings
choice-stop-agenda = The weekly agenda
choice-stop-letter = The monthly letter
choice-stop-mail = The letter by e-mail
choice-stop-all = Everything

choice-propose-event = Propose an event
choice-my-calendar = My calendar
choice-see-all = See everything
choice-own-proposals = See what I proposed
choice-all-settings = All settings

## What is chosen

settings-chosen = { $lines }

settings-line-subjects = Subjects: { $subjects }
settings-line-places = Places: { $places }
settings-line-distance = Within { $within } km of { $around }
settings-line-families = Only what suits families
settings-line-free = Only free or pay what you can
settings-line-silent = Always without a sound
settings-line-sound = With a sound
settings-line-quiet = Without a sound from { $first } to { $last }
settings-line-pinned = Pinned until the next one
settings-line-unpinned = Not pinned
settings-line-thread = In the chosen thread
settings-line-late = Never more than { $late } after its hour
settings-line-zone = On { $zone } time

choice-subjects = Subjects
choice-places = Places
choice-who-and-price = Families and price
choice-manners = Sound, pin, delay
choice-tongue-and-zone = Language and time zone
choice-preview = Preview
choice-settings = Back to the settings

# $chosen is empty when every subject is received.
settings-subjects = <b>Subjects</b>
    { $chosen ->
        [none] All. Choose one or more to receive only those.
       *[other] { $chosen }
    }

choice-subject = { $subject }
choice-subject-taken = ✓ { $subject }
choice-more-subjects = Other subjects
choice-all-subjects = All subjects

# $chosen is empty when every place is received.
settings-places = <b>Places</b>
    { $chosen ->
        [none] Everywhere. Add a venue, a district or a town to receive only that.
       *[other] { $chosen }
    }
settings-distance = Within { $within } km of { $around }. What I cannot locate is still announced.
choice-add-place = Add a place
choice-all-places = All places
choice-distance = Around a town
choice-no-distance = However far
add-place-ask-place = Which place shall I add? A venue, a district or a town, for example: Bellevue.
set-distance-ask-around = Around which town? For example: Firminy.
set-distance-ask-within = Within how many kilometres? Choose, or write for example 15.
settings-which-commune = Which one is it?
kilometres = { $count } km

settings-who = <b>Families and price</b>
    { $families ->
        [yes] Only what suits families
       *[no] For everybody
    }
    { $free ->
        [yes] Only free or pay what you can
       *[no] At any price
    }
choice-families-on = Only for families
choice-families-off = For everybody
choice-free-on = Only free
choice-free-off = At any price

settings-manners = <b>How it comes</b>
    { $lines }
choice-silent-on = Always without a sound
choice-silent-off = With a sound
choice-quiet = Quiet hours
choice-pin-on = Pin it
choice-pin-off = Pin it no more
choice-post-here = Post in this thread
choice-post-outside = Post outside threads
choice-late = Accepted delay
choice-quiet-never = None
set-quiet-ask-hours = From which hour to which, without a sound? Choose, or write for example: from 21:00 to 8:00.
set-late-ask-hours = If I am down at its hour, for how long is it still worth posting? Choose, or write for example 6h.
quiet-night = { $first } – { $last }

settings-tongue = <b>Language and time zone</b>
    { $language ->
        [fr] French
       *[en] English
    }, on { $zone } time
choice-zone = Change the time zone
set-zone-ask-zone = On the time of which city? Choose, or write it, for example: Montreal.

# $typed is the city as lists of zones spell it.
zone-name = { $zone ->
        [paris] Paris
        [guadeloupe] Guadeloupe
        [martinique] Martinique
        [cayenne] Cayenne
        [reunion] Réunion
        [mayotte] Mayotte
        [noumea] Nouméa
        [tahiti] Tahiti
        [montreal] Montreal
        [brussels] Brussels
        [london] London
       *[other] { $typed }
    }

settings-preview = <i>Preview: this is what I would { $private ->
        [true] send you
       *[false] post here
    } now.</i>
settings-preview-empty = Preview: with these choices there is nothing this week, and I would { $private ->
        [true] send you
       *[false] post
    } nothing.

refusal-hour-changes = One night in autumn has that hour twice, and one in spring has none. Choose before 2:00 or after 3:00.
refusal-quiet-unread = I did not understand the two hours. Write for example: from 22:00 to 7:00.
refusal-late-unread = Write a number of hours, from 1 hour to 3 days. For example: 6h.
refusal-zone-unknown = I do not know that city among time zones. Try the capital, or for example Europe/Paris.
# $like: how many names that are nearly this one are offered below.
settings-place-unknown = I do not know { $place } yet: nothing on the agenda happens there. { $like ->
        [0] Keep it all the same? Or write another place.
       *[other] Did you mean one of these?
    }
agenda-place-unknown = I do not know { $place } yet, so I left it out. { $like ->
        [0] Shall I add it all the same?
       *[other] Did you mean one of these?
    }
choice-keep-place = Keep { $place }
refusal-one-day = The agenda comes once a week. Which day do you prefer? For example: /agenda subscribe Thursday 6pm
refusal-commune-unknown = I cannot find that town. Write its full name, for example: Saint-Étienne.
refusal-distance-unread = Write a number of kilometres, from 1 to { $most }. For example: 15.
