# Proposals before the team: what waits long, what came too late, and the way out of the agenda.

# Who decided, and whether somebody heard of it.
decided-by = { $by }.{ $told ->
        [true] {" "}La personne est prévenue.
       *[other] {""}
    }

# $event is event-full, $count the events of the card.
event-was-approved = { $count ->
        [one] ✓ Approuvé par { decided-by }
       *[other] ✓ { $count } événements approuvés par { decided-by } Le premier :
    }
    { $event }
# $days of the agendas that are closed, $count of them.
event-too-late = { $count ->
        [one] ⚠️ Trop tard pour l’agenda du { $days } : il est bouclé sans cet ajout, qui se lit avec /agenda et dans les calendriers.
       *[other] ⚠️ Trop tard pour les agendas du { $days } : ils sont bouclés sans cet ajout, qui se lit avec /agenda et dans les calendriers.
    }
event-added-late = C’est ajouté aux messages de la semaine.
event-approved-late = { $count ->
        [one] L’agenda du { $days } était déjà bouclé : on le trouve avec /agenda et dans les calendriers.
       *[other] Les agendas du { $days } étaient déjà bouclés : on le trouve avec /agenda et dans les calendriers.
    }
event-taken-out = L’équipe a retiré votre événement de l’agenda.
    { $event }

    Pour savoir pourquoi, demandez à l’équipe : /question
event-was-taken-out = ✗ Retiré de l’agenda par { decided-by }
    { $event }

# $age is question-age.
proposal-reminder = ⏳ <b>Attend votre réponse depuis { $age }</b>
proposals-reminder = ⏳ <b>{ $count } propositions attendent votre réponse</b>
    { $lines }{ $more ->
        [0] {""}
       *[other] {"\u000A"}… et { $more } de plus.
    }

    Pour décider : /file
# $more dates or events that came with it.
proposal-waits-line = <b>{ $title }</b>{ $more ->
        [0] {""}
       *[other] {" "}(et { $more } de plus)
    }, { $when } : depuis { $age }
# $told: the proposer was.
proposal-was-passed = { $count ->
        [one] ⌛ La date est passée sans réponse.
       *[other] ⌛ Les dates de { $count } événements sont passées sans réponse.
    }{ $told ->
        [true] {" "}La personne est prévenue.
       *[other] {""}
    }
    { $event }
# $left: dates of the same series that still wait, $days the first of them, $more the rest.
proposal-passed = { $left ->
        [0] Votre proposition n’a pas pu être regardée à temps : sa date est passée, et elle n’a pas paru à l’agenda. Toutes nos excuses.
       *[other] Une date de votre proposition est passée sans que l’équipe ait pu la regarder, et elle n’a pas paru à l’agenda. Toutes nos excuses.
    }
    { $event }

    { $left ->
        [0] Une autre date à annoncer ? /proposer
        [one] L’autre date attend toujours l’équipe : { $days }.
       *[other] Les { $left } autres dates attendent toujours l’équipe : { $days }{ $more ->
            [0] {""}
           *[other] {" "}et { $more } de plus
        }.
    }

# $act is approved, refused or taken-out.
refusal-decided-by = { $act ->
        [approved] Déjà approuvé par { $name }.
        [refused] Déjà refusé par { $name }.
       *[other] Déjà retiré par { $name }.
    }
refusal-event-over = Trop tard : la date de cet événement est passée.

choice-proposal = { $title }, { $first }
choice-propose-again = Proposer de nouveau
choice-take-out = Retirer
choice-add-anyway = Ajouter quand même
