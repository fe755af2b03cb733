# What time does: words for those who proposed a calendar, and for the team.

# Followed by the reason.
feed-failed = Je n’arrive pas à lire cet agenda : { $address }
    Je réessaierai plus tard.

ledger-broken = <b>Attention :</b> la somme des comptes temps n’est plus à zéro. Prévenez la personne qui s’occupe du serveur avant de noter d’autres échanges.
