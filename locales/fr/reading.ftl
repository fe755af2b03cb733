# Reading one’s time.

menu-balance = Voir mon compte temps

balance = <b>Votre solde : { $balance }</b>
    Temps donné : { $given }
    Temps reçu : { $received }
    { $waiting ->
        [0] Rien n’attend de réponse.
        [one] Un échange attend une réponse : /attente
       *[other] { $waiting } échanges attendent une réponse : /attente
    }
