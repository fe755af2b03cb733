# What time does: words for those who proposed a calendar, and for the team.

# Followed by the reason.
feed-failed = I cannot read this calendar: { $address }
    I will try again later.
