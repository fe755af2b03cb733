# What a group receives, and when.

menu-settings = Choisir ce que l’on reçoit ici

# $agenda and $letter are yes or no, $day a day of the week, $at an hour.
settings = <b>Ce que ce groupe reçoit</b>
    Agenda : { $agenda ->
        [yes] chaque { $day } à { $at }
       *[no] non
    }
    Lettre : { $letter ->
        [yes] chaque mois
       *[no] non
    }

settings-own = <b>Ce que vous recevez</b>
    Agenda : { $agenda ->
        [yes] chaque { $day } à { $at }
       *[no] non
    }
    Lettre : { $letter ->
        [yes] chaque mois
       *[no] non
    }

# The operator needs it.
settings-chat = <i>Identifiant technique du groupe :</i> <code>{ $chat }</code>

set-time-ask-weekday = { $private ->
        [true] Quel jour voulez-vous recevoir l’agenda ?
       *[false] Quel jour publier l’agenda ?
    }
set-time-ask-hour = À quelle heure ? Choisissez, ou écrivez par exemple 18h30.

# Days are numbered from Monday, 0.
weekday = { $number ->
        [0] lundi
        [1] mardi
        [2] mercredi
        [3] jeudi
        [4] vendredi
        [5] samedi
       *[6] dimanche
    }
