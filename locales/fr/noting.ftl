# Noting time: one message, and a draft before anything is noted.

menu-note-exchange = Noter du temps donné ou reçu

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

refusal-duration-unsure = Je ne suis pas sûr de la durée. Écrivez-la seule, par exemple 2h30.
refusal-duration-twice = Vous écrivez deux fois { $duration }. Combien de temps en tout ?
refusal-day-two = J’ai lu plusieurs jours. Notez chaque jour à part, par exemple : 2h mardi
