# The team’s places: found by a name that is nearly right, whose calendar it is, deleting.

venues-like = Did you mean a place that is noted already?
choice-venue-new = Note another place

# $said in the team’s words, $known all that is understood.
venue-access-unread = I did not understand { $said } about access, and did not note it. The words I know: { $known }.

venue-calendar = All that this address announces happens at this place ({ $venue }): { $address }
    Is it theirs? If so, what it announces will enter the agenda at once.
choice-venue-calendar = Yes, it is theirs

venue-ask-sure = Delete { $name }? Events that happen there stay on the agenda.
venue-forgotten = { $name } is no longer among the places of the agenda.
choice-venue-forget = Delete
choice-venue-forget-sure = Yes, delete
choice-venue-keep = Keep
