# The agenda: what happens this week, and how anyone proposes something.

menu-show-agenda = See the next seven days
menu-propose = Propose an event, some news or a resource

agenda-empty = Nothing on the agenda from { $first } to { $last }.
    Are you organising something? /propose

propose-ask-what = What do you propose? Describe it in a few words, or paste a link: an online calendar (.ics), a page to share.

propose-which = Is it an event, news for the monthly letter, or a resource to share?
propose-which-link = What is behind this link?

propose-event-ask-when = Which day, at what time? For example: Thursday 18:30, or 12 June at 14:00.
propose-event-ask-place = Where does it take place? For example: village hall, Saint-Étienne.

event-proposed = Thank you! The team will look at this, and I will tell you what they decide:
    { $event }

events-proposed = Thank you! The team will look at these { $count } events. I will tell you what they decide.

events-known = Thank you! { $count ->
        [one] I already know this event, there is nothing to add.
       *[other] I already know these { $count } events, there is nothing to add.
    }
event-known-own = You have proposed this event already, there is nothing more to do.
event-known-public = It is in the agenda already, thank you!
    { $event }
event-known-waiting = Thank you! Somebody has proposed it already; the team will look at it, and I will tell you what they decide.
    { $event }
event-price-sent = The price you give ({ $said }) { $known ->
        [none] was not there
       *[other] is not the one I have ({ $known })
    }: the team will check.
event-price-doubt = <b>Which price is it?</b>
    { $event }
    { $name } says: { $said }. { $known ->
        [none] I had none.
       *[other] I had: { $known }.
    }
choice-price-take = Take this price
choice-price-keep = Leave it
event-price-taken = The team has checked the price: { $said }.
    { $event }
event-edited-sent = Your announcement is with the team already: what you just edited does not reach them. To change it, press Correct it.
    { $event }

