# How an event is described, wherever it is told.

subject-name = { $subject ->
        [repair] réparer et réemployer
        [food] cuisine et alimentation
        [mobility] vélo et mobilités
        [nature] jardins et nature
        [energy] énergie et climat
        [culture] spectacles et fêtes
        [exhibition] expositions
        [debate] débats et rencontres
        [solidarity] solidarité
        [worksite] chantiers participatifs
        [learning] ateliers et formations
       *[digital] numérique libre
    }

access-name = { $code ->
        [step_free] plain-pied
        [toilets] toilettes accessibles
        [hearing_loop] boucle magnétique
        [sign_language] langue des signes
        [sight] adapté aux personnes malvoyantes
       *[easy_words] facile à lire et à comprendre
    }

cost-name = { $cost ->
        [free] gratuit
        [open] prix libre
       *[paid] payant
    }
