# The team's chat: what waits, what was decided; and what the proposers are told.

menu-queue = Voir ce qui attend une décision

# Followed by one message for each thing, except the $more that come later.
queue = { $count ->
        [0] Plus rien n’attend. Merci !
        [one] Une chose attend une décision. La voici.
       *[other] { $count } choses attendent une décision.
    }{ $more ->
        [0] {""}
       *[other] {" "}Voici les plus anciennes. Ensuite, tapez encore /file.
    }
# $waiting of them wait for a first word, the longest for $age, and $urgent are urgent.
queue-support = { $waiting ->
        [0] { $count ->
            [one] Une demande de soutien est ouverte : /soutien
           *[other] { $count } demandes de soutien sont ouvertes : /soutien
        }
        [one] { $urgent ->
            [0] <b>Une demande de soutien attend</b>
           *[other] ⏰ <b>Une demande de soutien urgente attend</b>
        } depuis { $age } : /soutien
       *[other] { $urgent ->
            [0] <b>{ $waiting } demandes de soutien attendent</b>
            [one] ⏰ <b>{ $waiting } demandes de soutien attendent, dont une urgente</b>
           *[other] ⏰ <b>{ $waiting } demandes de soutien attendent, dont { $urgent } urgentes</b>
        }, la première depuis { $age } : /soutien
    }

batch-one-by-one = { $count ->
        [one] Voici le seul événement qui attend.
       *[other] { $count } événements attendent.
    }{ $more ->
        [0] {""}
       *[other] {" "}Voici les premiers. Ensuite, tapez /file.
    }

event-approved = Bonne nouvelle, votre événement est à l’agenda !
    { $event }

event-refused = Votre événement n’a pas été retenu pour l’agenda.
    { $event }

    Pour savoir pourquoi, demandez à l’équipe : /question

batch-approved = { $count ->
        [one] Bonne nouvelle, votre événement est à l’agenda !
       *[other] Bonne nouvelle, vos { $count } événements sont à l’agenda !
    }

batch-refused = { $count ->
        [one] Votre événement n’a pas été retenu pour l’agenda.
       *[other] Vos { $count } événements n’ont pas été retenus pour l’agenda.
    }
    Pour savoir pourquoi, demandez à l’équipe : /question

done = C’est fait.
