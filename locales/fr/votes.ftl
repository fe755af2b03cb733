# The day of a meeting put to the vote, in the team’s chats.

vote-on-day-ask-options = Quels jours proposer au vote ? Écrivez-en au moins deux, par exemple : mardi 8 décembre, jeudi 10 décembre.

vote-open = 🗳️ Le vote est ouvert. Chaque personne de l’équipe a une voix, et peut changer d’avis tant que vous ne l’avez pas clos.

# $closed is true once nothing counts any more.
vote-day = 🗳️ <b>Quel jour pour la permanence, { $month } ?</b>{ $closed ->
        [true] {" "}(vote clos)
       *[false] {""}
    }

# $lines are vote-line, $count is how many people voted.
vote-tally = { $lines }
    { $count ->
        [0] Personne n’a voté.
        [one] Une personne a voté.
       *[other] { $count } personnes ont voté.
    }

vote-line = { $day } : { $votes ->
        [0] aucune voix
        [one] une voix
       *[other] { $votes } voix
    }

vote-nobody = Le vote est clos, et personne n’a voté : la permanence reste { $day }.

# $leading is how many days came first with the same number of votes; $day is the first of them.
vote-result = Le vote est clos, { $count ->
        [one] une personne a
       *[other] { $count } personnes ont
    } voté. { $leading ->
        [one] C’est { $day } qui l’emporte.
       *[other] Plusieurs jours arrivent en tête, à égalité.
    }
    Rien ne change tant que vous n’avez pas choisi.

choice-vote-day = Voter sur la date
choice-day = { $day }
choice-hold-day = Retenir { $day }
choice-close-vote = Clore le vote

refusal-vote-days = { $count ->
        [0] Je n’ai pas compris les jours.
        [one] Un seul jour, ce n’est pas un vote.
       *[other] C’est trop de jours pour un vote.
    } Écrivez-en de deux à { $most }, par exemple : mardi 8 décembre, jeudi 10 décembre.

refusal-vote-over = Ce vote est clos.
