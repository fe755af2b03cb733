# Noting time: what one ally gave another, and what the other side says of it.

menu-note-exchange = Noter du temps donné ou reçu
menu-balance = Voir mon compte temps
menu-pending = Voir ce qui attend une réponse

# An exchange as other messages mention it.
exchange-lines = <b>{ $giver }</b> a donné <b>{ $duration }</b> à <b>{ $receiver }</b>
    Le { $day }, pour : { $subject }

note-exchange-ask-partner = Avec qui ? Écrivez son nom, ou @ suivi de son identifiant.
note-exchange-ask-which = Qui est « { $name } » ? Choisissez, ou écrivez le nom en entier.
note-exchange-ask-direction = Qui a donné de son temps ?
note-exchange-ask-minutes = Combien de temps ? Choisissez, ou écrivez par exemple 2h30 ou 45min.
note-exchange-ask-subject = Pour quoi ? Quelques mots suffisent, par exemple relecture du dossier.

exchange-draft = <b>Échange à vérifier</b>
    A donné de son temps : { $giver }
    A reçu ce temps : { $receiver }
    Durée : { $duration }
    Jour : { $day }
    Pour : { $subject }

    Est-ce juste ? Sinon, annulez et écrivez-le à nouveau.

exchange-noted = C’est noté. Le temps comptera dès que { $other } aura confirmé.

# The other side never wrote to the bot in private.
exchange-noted-unreached = C’est noté, mais je ne peux pas encore écrire à { $other }.
    Demandez-lui de m’envoyer /attente en privé pour confirmer.

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

balance = <b>Votre solde : { $balance }</b>
    Temps donné : { $given }
    Temps reçu : { $received }
    { $waiting ->
        [0] Rien n’attend de réponse.
        [one] Un échange attend une réponse : /attente
       *[other] { $waiting } échanges attendent une réponse : /attente
    }

# Followed by one message for each exchange.
pending = { $count ->
        [0] Rien n’attend de réponse.
        [one] Un échange attend une réponse. Le voici.
       *[other] { $count } échanges attendent une réponse. Les voici.
    }
