# Between the fabriques that one bot serves.

menu-community = Choisir à quelle fabrique vous parlez
menu-show-partners = Voir le temps échangé entre fabriques

# Somebody of another fabrique.
holder-elsewhere = { $name } ({ $fabrique })

community-only = Vous parlez à <b>{ $name }</b>.

community = Ici, vous parlez à <b>{ $name }</b>.

community-balances = <b>Temps donné entre fabriques</b>
    { $lines }

# One line for members; $state says who gave more.
community-line = • { $name } : { $state ->
        [gave] nous avons donné { $difference } de plus que reçu
        [received] nous avons reçu { $difference } de plus que donné
       *[even] autant donné que reçu
    }

community-ask = { $place ->
        [private] Pour parler à une autre, choisissez-la.
       *[group] Pour que ce groupe parle à une autre, choisissez-la.
    } Ce qui est en cours ici reste en cours.

community-chosen = D’accord. À partir de maintenant, ici, vous parlez à <b>{ $name }</b>.

# In the team's chat.
partners = <b>Temps échangé avec les autres fabriques</b>
    { $lines }

partner-line = <b>{ $name }</b> — { $state ->
        [gave] nous avons donné { $difference } de plus que reçu
        [received] nous avons reçu { $difference } de plus que donné
       *[even] autant donné que reçu
    }
    Donné { $given }, reçu { $received }, écart permis { $most }{ $waiting ->
        [0] .
        [one] , un échange en attente.
       *[other] , { $waiting } échanges en attente.
    }

partners-none = Aucun temps n’a encore été échangé avec une autre fabrique.

refusal-fabrique-unknown = Je ne connais pas de fabrique « { $name } ». Tapez /fabrique pour choisir.
refusal-fabrique-team = Ce salon est celui d’une équipe : il reste à sa fabrique. Les réglages du robot peuvent le changer.
refusal-partner-most = Avec { $name }, l’écart entre temps donné et temps reçu irait au-delà de { $most }. Rien n’a été compté. Donnez ou recevez d’abord du temps dans l’autre sens, ou parlez-en à l’équipe avec /question.
