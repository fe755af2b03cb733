# Proposing events, what becomes of them, and the places of the agenda.

menu-own-proposals = See what I proposed for the agenda
menu-list-venues = See and note the places of the agenda

propose-event-ask-title = What is the event called? For example: Bike workshop.
# $day was said, the hour was not.
propose-event-ask-hour = { $day }, noted. At what time? For example: 6.30pm, or from 2pm to 5pm.

# $lines are the phrases event-line-… and event-when-….
event-whole = { $lines }

event-line-title = { $status ->
        [cancelled] <b>Cancelled</b>{" — "}
        [moved] <b>New place</b>{" — "}
        [rescheduled] <b>New time</b>{" — "}
        [postponed] <b>Postponed</b>{" — "}
        [full] <b>Full</b>{" — "}
       *[other] {""}
    }{ $link ->
        [none] <b>{ $title }</b>
       *[other] <a href="{ $link }"><b>{ $title }</b></a>
    }
# $day and $from are the day and the hour of $start.
event-when = { $until ->
        [none] { $start }
       *[other] { $day } from { $from } to { $until }
    }
# $day is far enough to be told with its year.
event-when-dated = { $until ->
        [none] { $day } at { $from }
       *[other] { $day } from { $from } to { $until }
    }
event-when-days = { $last ->
        [none] { $first }, all day
       *[other] from { $first } to { $last }
    }
# $days are the first dates of $count, $hours is event-hours or empty.
event-when-series = { $count } dates{ $hours ->
        [none] {""}
       *[other] {" "}{ $hours }
    }: { $days }{ $more ->
        [true] … until { $last }
       *[other] {""}
    }
event-hours = { $until ->
        [none] at { $start }
       *[other] from { $start } to { $until }
    }
event-line-link = Link: { $link }
# $when is one of the phrases event-when….
event-line-when = { $when }
event-line-place = { $place }{ $district ->
        [none] {""}
       *[other] {" "}({ $district })
    }
event-line-price = { $price ->
        [none] { $conditions }
       *[other] { $price }{ $conditions ->
            [none] {""}
           *[other] , { $conditions }
        }
    }
event-line-for = { $families ->
        [true] For families{ $access ->
            [none] {""}
           *[other] , { $access }
        }
       *[other] Access: { $access }
    }
event-line-volunteers = 🙋 Wanted: { $wanted }
event-line-text = <i>{ $text }</i>
event-line-tags = Subjects: { $tags }
# $more are the subjects after $first, worded in the same way.
event-tags = { $more ->
        [none] { $first }
       *[other] { $first } · { $more }
    }
event-line-credit = Picture: { $credit }

event-guessed = This looks like an event. Would you like to propose it for the agenda?
# $event is event-whole.
event-draft = <b>This is what I understood. Is it right?</b>
    { $event }
event-draft-picture = 🖼 With your picture. Whose is it? The name can stand beside it.
event-draft-pictured = 🖼 With your picture.
event-draft-contact = I publish this contact only if you say so: { $contact }
event-draft-series = The team approves all { $count } dates at once. A series has 60 dates at most, within a year.

event-ask-part = { $part ->
        [title] What is it called?
        [when] Which day, at what time? For example: Saturday 28 from 2pm to 5pm.
        [place] Where does it take place?
        [price] What does it cost? For example: pay what you can, or €5.
        [link] Which link should people follow? Paste its address.
        [access] Who can take part without help? For example: step-free.
        [conditions] Do people have to register or book? Say it in a few words.
        [volunteers] What help do you need? For example: 4 volunteers to set up.
        [tags] What is it about? A subject that was chosen goes away.
        [text] What else should people know? A sentence or two.
        [credit] Whose picture is it? The name will stand beside it.
       *[other] What should it say?
    }

event-corrected = <b>Corrected before your decision</b>
event-trusted = { $count ->
        [one] Trusted place: { $proposer } put into the agenda { $event }
       *[other] Trusted place: { $proposer } put { $count } dates into the agenda, among them { $event }
    }
event-approved-at-once = Thank you! It is in the agenda: the team trusts your word for this place.
    { $event }

# $reason is a key of REASONS.
event-reason = { $reason ->
        [known] It is in the agenda already.
        [subject] It does not fit the subjects of this agenda.
        [missing] What people need to get there is missing: the place, the time or a contact. Propose it again with these.
        [far] It is too far from here for this agenda.
       *[other] { $reason }
    }
event-reason-words = The team adds: { $words }
event-refused-because = About your event:
    { $event }
event-reason-told = ✗ Refused or taken out:
    { $event }

    The person reads this:
event-was-refused = ✗ Refused by { decided-by }
    { $event }
event-say-why = Say why?
batch-was-refused = { $count ->
        [one] ✗ One event refused by { decided-by }
       *[other] ✗ { $count } events refused by { decided-by }
    }
refuse-in-words-ask-reason = What should they be told? They will read your words as they are.

event-twins = <b>Are these two announcements the same event?</b>
    1. { $first }
    2. { $second }

# $number is the announcement that would go into the other, $lines what only it says.
event-twins-more = <b>Number { $number } also says:</b>
    { $lines }
# To whoever proposed what is one with another; $state and $event are of the one that stays.
event-merged = { $state ->
        [approved] Your event is in the agenda: the team joined it with another announcement of it.
       *[other] The team joined your announcement with another of the same event. It has not decided yet.
    }
    { $event }

proposals-none = You have proposed nothing that is still to come.
    An event to announce? /propose
proposals = <b>What you proposed</b>
    { $lines }{ $more ->
        [0] {""}
       *[other] {"\u000A"}… and { $more } more, later on.
    }
# $state of what is in the agenda is cancelled, postponed, full, moved or rescheduled where it is so.
proposal-line = { $state ->
        [approved] ✓ In the agenda
        [cancelled] ✗ Cancelled
        [postponed] – Postponed
        [full] ✓ In the agenda, full
        [moved] ✓ In the agenda, place changed
        [rescheduled] ✓ In the agenda, time changed
        [refused] ✗ Not taken
        [passed] ⌛ Its date is past
        [withdrawn] – Taken back by whoever else proposed it
       *[other] ⏳ Waiting
    } — <b>{ $title }</b>, { $when }
proposal = { $state ->
        [approved] ✓ It is in the agenda.
        [cancelled] ✗ It is cancelled.
        [postponed] – It is postponed.
        [full] ✓ It is in the agenda, and full.
        [moved] ✓ It is in the agenda, at its new place.
        [rescheduled] ✓ It is in the agenda, at its new time.
        [refused] ✗ The team did not take it.
        [withdrawn] It was taken back.
        [passed] ⌛ Its date passed before the team could look at it.
       *[other] ⏳ The team has not looked at it yet.
    }
    { $event }
proposal-joined = Somebody else announced the same event: to the team it is one announcement.
event-withdrawn-by-other = You proposed an event that somebody else had announced too. They have just taken it back:
    { $event }

    If it does take place, propose it again: /propose
pending-proposals = { $count ->
        [one] One proposal for the agenda waits for the team: /proposals
       *[other] { $count } proposals for the agenda wait for the team: /proposals
    }
event-withdrawn = Taken back:
    { $event }
event-withdrawn-told = { $proposer } takes this out of the agenda:
    { $event }

venues-none = No place is noted yet. Write for example:
    /venues La Roue Libre, 12 rue Fictive, Bellevue, Saint-Étienne, step-free
venues = <b>The places of the agenda</b>
    { $lines }

    To note another: /venues La Roue Libre, 12 rue Fictive, Saint-Étienne, step-free
venue-line = <b>{ $name }</b>{ $where ->
        [none] {""}
       *[other] , { $where }
    }{ $trusted ->
        [true] {" "}— trusted
       *[other] {""}
    }
venue = { $venue }
    Other names: { $aliases ->
        [none] none
       *[other] { $aliases }
    }
    Access: { $access ->
        [none] not known
       *[other] { $access }
    }
    Speaking for it: { $speakers ->
        [none] nobody
       *[other] { $speakers }
    }
    { $trusted ->
        [true] What this place announces enters the agenda at once.
       *[other] What this place announces waits for your word.
    }
venue-ask = { $part ->
        [name] What is this place called?
        [alias] What else is it called? A name that is noted already goes away.
        [address] What is its address?
        [district] In which district is it?
        [commune] In which town is it?
        [access] What is accessible there? What is noted already goes away.
       *[other] What should be noted?
    }
change-venue-ask-part = What should change?
edit-event-ask-part = What should change?
correct-proposal-ask-part = What should be corrected?
venue-ask-speaker = Who speaks for this place? Write a name or an @. Somebody who is named already no longer will.
venue-speaker-told = { $speaks ->
        [true] The team noted that you speak for { $venue }. If it is a trusted place, what you announce there enters the agenda at once.
       *[other] The team noted that you no longer speak for { $venue }.
    }

refusal-event-empty = I found no words in that. Write a few.
refusal-event-two-hours = I read several times of day. Write the day and the time, for example Saturday from 2pm to 5pm.
# $day is a date that falls on the weekday $is, not on $weekday.
refusal-event-weekday-wrong = { $day } is a { $is ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }, not a { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }. Which one?
refusal-event-no-such-day = There is no such day: the month ends on { $day }. Which day is it?
refusal-event-which-day = Which day is it?
refusal-event-no-such-hour = There is no such time. Write the day and the time, for example Saturday at 6.30pm.
refusal-event-ends-before = The end comes before the beginning. Write the day and the times, for example Saturday from 2pm to 5pm.
refusal-event-midnight = At midnight, which night?
refusal-event-hour-skipped = That night the clocks go forward: there is nothing between 2 and 3. What time is it?
refusal-event-hour-twice = That night the clocks go back, and this hour comes twice. Choose a time before 2, or after 3.
refusal-event-two-days = I read several days. Which one? For several dates, write for example: 3 and 5 December at 2pm.
refusal-event-ends-first = The end comes before the beginning. Write for example: from 3 to 5 December.
refusal-event-no-date = No date falls between these days. Write for example: every Tuesday at 2pm until 15 June.
refusal-event-place-link = A web address is no place. Write where people meet, for example: village hall, Saint-Étienne.
refusal-event-link = I do not recognise a web address. Paste all of it, for example: https://example.org.
refusal-event-access = Choose below, or write for example: step-free, hearing loop.
refusal-event-decided = The team has decided already. To change something, write to them: /ask
refusal-picture-kind = I can only keep JPEG, PNG or WebP pictures. Propose the event without one, or send another.
refusal-picture-too-big = This picture is too heavy: { $most_mb } MB at most. A screenshot of the poster is enough.
refusal-poster-pdf = I do not read PDF files. For a poster, send a screenshot: it will stand beside the event. For a calendar, an .ics file.
refusal-venue-name = I need the name of the place first. For example: La Roue Libre, 12 rue Fictive, Saint-Étienne.
refusal-venue-known = This place is noted already: { $name }. Write /venues and its name to see it.
refusal-venue-commune = I do not know this town. Write its whole name, for example: Saint-Étienne.

choice-event-right = Right, propose it
choice-event-more = Add…
choice-event-title = The title
choice-event-when = The day or time
choice-event-place = The place
choice-event-price = The price
choice-event-link = The link
choice-event-access = Accessibility
choice-event-conditions = Registration
choice-event-volunteers = Help wanted
choice-event-tags = The subjects
choice-event-text = A word more
choice-event-credit = The picture’s credit
choice-see-own = See my proposal
choice-publish-contact = Publish this contact
choice-night = Night of { $first } to { $last }
choice-event-nothing = Say nothing
choice-place-later = Place to be announced
choice-not-event = It is no event
choice-poster = It is a poster
choice-withdraw-event = Take it back
choice-one-event = Yes, one
choice-one-event-more = Yes, and add the rest
choice-two-events = No, two
choice-reason-known = In the agenda already
choice-reason-subject = Off topic
choice-reason-missing = Something is missing
choice-reason-far = Too far
choice-reason-other = Another reason…
choice-venue-trust = Trust it
choice-venue-distrust = Trust it no longer
choice-venue-speaker = Who speaks for it
choice-venue-name = The name
choice-venue-alias = Another name
choice-venue-address = The address
choice-venue-district = The district
choice-venue-commune = The town
choice-venue-access = Accessibility
