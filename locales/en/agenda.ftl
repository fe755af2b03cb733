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

events-known = Thank you! I already know these events, there is nothing to add.

