# Time asked of the team in return: the asker’s side, and the team’s card.

menu-mobilise = Demander du temps à l’équipe

mobilise-ask-minutes = Combien de temps vous faudrait-il ? Choisissez, ou écrivez par exemple 2h.
mobilise-ask-what = Pour quoi ? Quelques mots suffisent, par exemple relire un dossier.

# $capacity is mobilisation-capacity; $below: the balance is under zero.
mobilisation-draft = <b>Demande à l’équipe, à vérifier</b>
    { $duration } pour : { $what }

    Votre solde : { $balance }.{ $below ->
        [true] {" "}Cela n’empêche pas de demander.
       *[false] {""}
    } { $capacity }

# $told: the team announced hours for this month; $enough: the request fits into what is left.
mobilisation-capacity = { $told ->
        [true] Ce mois-ci l’équipe a annoncé { $announced }, il en reste { $left }.{ $enough ->
                [true] {""}
               *[false] {" "}C’est moins que demandé : ce sera peut-être pour le mois prochain.
            }
       *[false] Pour ce mois-ci, l’équipe n’a pas annoncé d’heures : elle verra.
    }

mobilisation-sent = { $read ->
        [true] C’est envoyé à l’équipe. Je vous dis ici qui s’en charge, et quand.
       *[false] C’est noté. Personne de l’équipe ne lit ici pour le moment ; la demande l’attend.
    }
mobilisation-withdrawn = C’est retiré, l’équipe le voit.

# $by is a first name, or empty for the team.
mobilisation-taken = Bonne nouvelle : { $by ->
        [none] l’équipe s’en charge
       *[other] { $by } s’en charge
    } et vous fera signe. Une fois fait, vous confirmerez le temps reçu.
mobilisation-put-off = L’équipe n’a plus assez de temps ce mois-ci, et garde votre demande pour { $month }.
mobilisation-declined = Cette fois, l’équipe ne peut pas. Ce n’est pas un non à vous : un·e allié·e peut-être ? /besoin

mobilisation-card = <b>{ $asker } demande { $duration } à l’équipe</b>
    Pour : { $what }
    Son solde : { $balance }

# $name is who took it.
mobilisation-state = { $state ->
        [asked] Qui peut s’en charger ?
        [postponed] Remis à { $month }.
        [taken] 👤 { $name } s’en charge.
        [done] ✅ C’est fait, par { $name }.
        [declined] L’équipe a dit que ce n’était pas possible.
       *[withdrawn] La demande a été retirée.
    }

mobilisation-late = ⏰ <b>Demande en attente depuis le { $at }</b>

mobilisation-done-ask-minutes = Combien de temps cela a-t-il pris ? Choisissez, ou écrivez par exemple 1h30.
mobilisation-noted = C’est noté. Le temps comptera dès que { $name } aura confirmé.

refusal-mobilisation-own = C’est votre propre demande : quelqu’un d’autre de l’équipe peut s’en charger.
refusal-mobilisation-not-yours = C’est à la personne qui s’en charge de le dire.
refusal-mobilisation-waits = L’équipe a déjà cette demande. Je vous dirai ce qu’elle répond.
