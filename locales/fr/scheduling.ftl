# What time does: words for those who proposed a calendar, and for the team.

# Followed by the reason.
feed-failed = Je n’arrive pas à lire cet agenda : { $address }
    Je réessaierai plus tard.
