# What the other side says of an exchange.

menu-pending = Voir ce qui attend une réponse

# Accounts that nobody holds alone.
holder-pot = le pot commun
holder-team = l’équipe

# An exchange as other messages mention it.
exchange-lines = <b>{ $giver }</b> a donné <b>{ $duration }</b> à <b>{ $receiver }</b>
    Le { $day }{ $subject ->
        [none] {""}
       *[other] , pour : { $subject }
    }

exchange-confirmed = <b>Échange confirmé</b>
    { exchange-lines }

    Votre solde : <b>{ $balance }</b>

# To the one who contested.
exchange-contested = D’accord, cet échange ne compte pas. L’équipe en parlera avec vous deux.

# To the one who had noted it.
exchange-contested-noter = <b>{ $name } conteste cet échange</b>
    { exchange-lines }

    Il ne compte pas. L’équipe en parlera avec vous deux.

exchange-contested-team = <b>{ $name } conteste cet échange</b>
    { exchange-lines }

    Parlez-en avec les deux, puis classez-le avec /file.

exchange-cancelled = C’est retiré. Cet échange ne compte pas.

exchange-cancelled-other = <b>{ $name } a retiré cet échange</b>
    { exchange-lines }

    Vous n’avez rien à faire.

exchange-waits = <b>{ $other } n’a pas encore répondu</b>
    { exchange-lines }

# Followed by one message for each exchange.
pending = { $count ->
        [0] Rien n’attend de réponse.
        [one] Un échange attend une réponse. Le voici.
       *[other] { $count } échanges attendent une réponse. Les voici.
    }
