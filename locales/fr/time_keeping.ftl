# What the team does with the time bank, in its chat.

## The nightly look at the ledger

# $lines are ledger-fault; $code stands in the operator's log.
ledger-broken = <b>Les comptes temps ont besoin d’un regard</b>
    Chaque nuit, je les relis du début à la fin. Voici ce que j’ai trouvé :
    { $lines }

    Ce n’est la faute de personne. Avant de noter d’autres échanges, prévenez la personne qui s’occupe du serveur, avec ce code : <code>{ $code }</code>

# The numbers are those of entries or, for what is missing, of exchanges.
ledger-fault = • { $kind ->
        [unbalanced] les deux côtés d’une inscription ne font pas zéro
        [gap] il manque une inscription dans la suite
        [broken] une inscription n’est plus telle qu’elle a été scellée
        [alone] une inscription n’a pas son échange confirmé, ou pas ses deux côtés
        [missing] un échange confirmé n’est pas inscrit
        [different] une inscription ne dit pas la même chose que son échange
       *[sum] tous les soldes ensemble ne font pas zéro, mais { $minutes }
    }{ $kind ->
        [sum] {""}
        [missing] {" "}(échange n° { ledger-places })
       *[other] {" "}(n° { ledger-places })
    }

ledger-places = { $places }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }
