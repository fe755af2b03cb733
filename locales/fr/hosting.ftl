# Get-togethers that allies host.

menu-host = Accueillir une rencontre d’allié·es

host-ask-when = Merci de vouloir accueillir ! Une table et quelques chaises suffisent, ou une visio. Quel jour et à quelle heure ? Par exemple : 12 mai à 18h30.
host-ask-place = Où cela se passe-t-il ? Un lieu que tout le monde peut lire : une ville, un café, « en visio ». L’adresse exacte viendra après.
host-ask-seats = Combien de personnes pouvez-vous accueillir ? Écrivez un nombre.
host-ask-details = Que faut-il savoir pour venir : adresse, code, lien ? Je ne le dirai qu’aux personnes inscrites.
# $line is hosting-line; $details may be nothing.
host-ask-sure = <b>À vérifier</b>
    { $line }
    { $seats ->
        [one] Une place
       *[other] { $seats } places
    }{ $details ->
        [none] {""}
       *[other] , et pour les personnes inscrites : { $details }
    }

    Si l’équipe est d’accord, le jour et le lieu seront dans l’agenda, et votre nom sera montré aux allié·es.
choice-nothing-more = Rien de plus

hosting-line = { $when }, { $place } — avec { $host }
hosting-offered = Merci ! L’équipe regarde, et je vous réponds ici.
hosting-card = <b>Une rencontre à accueillir</b>
    { $line }
    { $seats ->
        [one] Une place
       *[other] { $seats } places
    }
hosting-approved = C’est dit, c’est à l’agenda :
    { $line }

    Je préviens les personnes près de là qui aiment se rencontrer, et je vous écris à chaque inscription. Un empêchement ? /rencontres
hosting-refused = L’équipe ne retient pas cette rencontre :
    { $line }

    Pour en parler avec elle, écrivez-moi votre question ici. Une autre date ? /accueillir

hostings-to-come = <b>Accueillies par des allié·es</b>
    { $lines }
choice-come-on = Je viens { $day }
choice-cancel-hosting = Annuler { $day }
hosting-none-to-come = Où cela ? Je ne vois pas de rencontre d’allié·es à venir. Voir aussi /agenda et /permanence
agenda-hosted = <i>Pour venir à une rencontre d’allié·es, écrivez-moi en privé : /rencontres</i>
hosting-near = 🏡 Une rencontre près de chez vous :
    { $line }
hosting-guest = 🏡 Vous êtes inscrit·e :
    { $line }

    Votre hôte connaît votre nom. Je vous le rappelle la veille.
hosting-details = Pour venir : { $details }
hosting-not-coming = C’est noté, votre place est libre pour quelqu’un d’autre.
hosting-one-more = { $name } vient à votre rencontre. { $left ->
        [0] C’est complet !
        [one] Reste une place.
       *[other] Restent { $left } places.
    }
hosting-one-less = { $name } ne vient plus à votre rencontre.
hosting-tomorrow = 🏡 C’est demain :
    { $line }
hosting-eve = 🏡 Votre rencontre a lieu { $day }. { $count ->
        [one] Une personne vient : { $names }.
       *[other] { $count } personnes viennent : { $names }.
    }
hosting-cancelled = Cette rencontre n’aura pas lieu :
    { $line }
hosting-cancel-noted = C’est annulé, et les personnes inscrites sont prévenues. Une autre fois, peut-être !

hosting-call = 🏡 Qui accueille une rencontre en { $month } ? Un café, un atelier, une salle, une visio : le lieu compte moins que la porte ouverte.

hosting-held-asked = Votre rencontre du { $day } a-t-elle eu lieu ?
choice-held = Elle a eu lieu
choice-not-held = Elle n’a pas eu lieu
hosting-thanks = Merci d’avoir ouvert la porte ! C’est noté dans votre profil.
hosting-not-held-noted = C’est noté, cela arrive. Une autre fois : /accueillir
hosting-came-asked = Étiez-vous à la rencontre du { $day } ?
hosting-came-noted = Merci !
hosting-not-came-noted = C’est noté.
hosting-directory = Envie qu’on vous retrouve ? Dites dans votre profil ce que vous savez faire, et qui peut le voir.
choice-my-card = Voir mon profil

refusal-hosting-place = Un lieu en quelques mots, s’il vous plaît, { $most } caractères au plus : « Firminy, café de la gare ».
refusal-hosting-details = En quelques mots, { $most } caractères au plus : une adresse, un code, un lien.
refusal-hosting-seats = Un nombre de { $least } à { $most }, par exemple 10.
refusal-hosting-twice = Vous avez déjà proposé une rencontre ce jour-là. Une autre date ? /accueillir
refusal-hosting-over = Cette rencontre est passée. Les prochaines : /rencontres
refusal-hosting-yours = C’est votre rencontre : vous y êtes déjà !
refusal-hosting-full = C’est complet. D’autres rencontres : /rencontres
