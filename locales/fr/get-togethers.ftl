# Monthly get-togethers in twos or threes.

menu-show-meetups = Rencontrer chaque mois quelqu’un de l’alliance

meetups = ☕ <b>Une rencontre par mois</b>
    Chaque mois, sauf en août, je tire au sort des duos, ou un trio quand le compte est impair : jamais deux fois les mêmes dans l’année, et plutôt d’une autre organisation que la vôtre. Vous recevez un nom, de quoi lui écrire et une question pour commencer ; le reste est à vous.

    Participer, c’est accepter que votre nom et vos comptes ici soient donnés à la personne tirée au sort. Prochain tirage : { $day }.
meetups-in = ☕ <b>Vous participez aux rencontres</b>
    { $how ->
        [near] Plutôt près de chez vous.
        [remote] Plutôt à distance.
       *[any] Près ou à distance, peu importe.
    } Prochain tirage : { $day }. Pour sauter un mois, mettez-vous en pause : /profil
meetups-latest = La dernière fois : { $names }.

choice-how-to-meet = { $how ->
        [near] Plutôt près de chez moi
        [remote] Plutôt à distance
       *[any] Je participe, peu importe où
    }
choice-stop-meetups = Arrêter les rencontres
choice-host = J’accueille une rencontre

# $people are lines, one a person; $count is how many.
meetup = ☕ <b>{ $count ->
        [one] Votre rencontre du mois
       *[other] Votre rencontre du mois, à trois
    }</b>
    { $people }

    Écrivez-vous sans attendre : la première proposition de date est la plus difficile.
meetup-relayed = Répondez à ce message : je transmets vos mots et vos fichiers, dans les deux sens, pendant quatre semaines.
meetup-person = <b>{ $name }</b> : { $ways }
meetup-question = Pour briser la glace : { $question }
ice-breaker = { $number ->
        [0] qu’est-ce qui vous a amené·e ici ?
        [1] quel lieu de votre territoire feriez-vous visiter en premier ?
        [2] de quelle petite victoire êtes-vous fier·e cette année ?
        [3] qu’avez-vous arrêté de faire, et qui vous a fait du bien ?
        [4] qui vous a appris ce que vous savez le mieux faire ?
        [5] quelle question aimeriez-vous qu’on vous pose plus souvent ?
        [6] qu’est-ce qui marche chez vous, et dont personne ne parle ?
        [7] de quoi auriez-vous besoin ce mois-ci, même tout petit ?
        [8] quel échec vous a le plus appris ?
        [9] à quoi ressemble une bonne journée de travail pour vous ?
        [10] quel livre, film ou podcast vous a fait changer d’avis ?
       *[other] que pourriez-vous faire à deux que vous ne feriez pas seul·e ?
    }
meetup-left-over = Cette fois, je n’ai trouvé personne que vous n’ayez pas déjà rencontré ces derniers mois. Vous passerez en premier au prochain tirage : { $day }.

meetup-asked = Vous êtes-vous vus avec { $names } ?
choice-met = On s’est vus
choice-not-met = Pas encore
meetup-met-noted = Tant mieux !
meetup-not-met-noted = C’est noté. Il n’est jamais trop tard.
meetups-left = C’est noté : vous ne participez plus aux rencontres. Pour revenir : /rencontres

# For the team: how many, never who.
meetups-team = ☕ <b>Rencontres à deux ou trois</b>
    Participent : { $guests }. Rencontres tirées depuis le début : { $drawn }. Dont quelqu’un dit qu’elles ont eu lieu : { $met }.
