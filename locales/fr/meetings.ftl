# The monthly meeting: for those who come, for the team, and what time says about it.

menu-show-meeting = La prochaine permanence : date, inscription, questions

## When

# $at and $until are hours, none while the hour is unknown.
meeting-when = { $at ->
        [none] { $day }, heure à confirmer
       *[other] { $day }, de { $at } à { $until }
    }

meeting-now = en ce moment, jusqu’à { $until }

holiday = { $name ->
        [new-year] jour de l’an
        [easter-monday] lundi de Pâques
        [labour-day] fête du Travail
        [victory-day] 8 mai
        [ascension] Ascension
        [whit-monday] lundi de Pentecôte
        [bastille-day] 14 Juillet
        [assumption] 15 août
        [all-saints] Toussaint
        [armistice] 11 Novembre
       *[christmas] Noël
    }

## For those who may come

# $when is meeting-when or meeting-now, $holiday is holiday or nothing.
meeting-card = 📅 <b>La prochaine permanence</b>
    { $when }{ $holiday ->
        [none] {""}
       *[other] {" "}(jour férié : { $holiday })
    }
    En visio, ouverte à tout le monde : allié·es, et celles et ceux qui pensent le devenir.

meeting-later = Ensuite : { $later }.
meeting-none-in = Pas de permanence en { $skipped }.

# $lines are the two above.
meeting-around = { $lines }

meeting-count = { $count ->
        [0] Les inscriptions sont ouvertes.
        [one] Une personne est déjà inscrite.
       *[other] { $count } personnes sont déjà inscrites.
    }

meeting-typed = Votre question : <i>{ $question }</i>
    Pour l’apporter ce jour-là, appuyez sur « Apporter une question ».

meeting-signed-up = ✅ Vous êtes inscrit·e.
    { meeting-link }

# $link is empty as long as the team has none.
meeting-link = { $link ->
        [none] Le lien de la visio n’est pas encore connu : je vous l’enverrai ici.
       *[other] La visio : { $link }
    }

meeting-come-noted = C’est noté, à bientôt !
meeting-come-known = C’était déjà noté : on vous attend !
meeting-come-in-private = C’est noté. La suite est dans notre conversation privée.
meeting-come-not-noted = C’est noté, vous n’êtes plus inscrit·e.
meeting-come-not-known = Vous n’étiez pas inscrit·e : rien à annuler.

meeting-none = Aucune permanence n’est prévue pour le moment. Une question ? L’équipe y répond aussi entre deux : /question

meeting-next = Prochaine permanence : { $when }. Pour venir : /permanence

meeting-changed = <b>Du nouveau pour la permanence</b>
    Elle a lieu { $when }.
    { meeting-link }

meeting-cancelled = La permanence du { $day } n’aura pas lieu. Vous n’avez rien à faire.

meeting-tomorrow = ⏰ <b>La permanence, c’est demain</b>
    { $when }
    { meeting-link }

meeting-soon = ⏰ <b>La permanence commence à { $at }</b>
    { meeting-link }

## Questions for the meeting

bring-question-ask-words = Quelle question voulez-vous apporter à la permanence ? Une ou deux phrases suffisent.

brought-kept = C’est noté pour la permanence : { $when }.
    On en parlera ce jour-là. Si vous ne pouvez pas venir, je vous dirai la suite ici.

brought-known = Cette question est déjà sur la liste de la permanence.

brought-waits = Votre question attendra la permanence du { $day } : il n’y en a pas avant.

brought-said-aloud = L’équipe a répondu à votre question pendant la permanence.
    Vous n’y étiez pas ? Répondez à ce message : l’équipe vous écrira.

## For the team

# $state is planned or skipped.
meeting-team = <b>Permanence, { $month }</b>
    { $state ->
        [skipped] Pas de permanence ce mois-là.
       *[planned] { $when }{ $holiday ->
            [none] {""}
           *[other] {" "}(jour férié : { $holiday })
        }
        Lien : { $link ->
            [none] à indiquer
           *[other] { $link }
        }
    }

meeting-guests = { $count ->
        [0] Aucune inscription pour le moment.
        [one] Une inscription : { $names }.
       *[other] { $count } inscriptions : { $names }{ $more ->
            [0] .
            [one] , et une autre.
           *[other] , et { $more } autres.
        }
    }

# $lines are meeting-asked.
meeting-questions = <b>{ $count ->
        [one] Une question apportée
       *[other] { $count } questions apportées
    }</b>
    { $lines }{ $more ->
        [0] {""}
        [one] {""}
        … et une autre.
       *[other] {""}
        … et { $more } autres.
    }

meeting-asked = • { $name } : { $text }

meeting-no-question = Aucune question n’a été apportée.

meeting-months = Quelle permanence voulez-vous voir ?

change-day-ask-day = Quel jour ? Par exemple : mardi 8 décembre.
change-hour-ask-hour = À quelle heure commence la permanence ? Choisissez, ou écrivez par exemple 18h30.
change-link-ask-link = Quelle est l’adresse de la visio ? Elle commence par https:// et seules les personnes inscrites la verront.

# $missing is hour, link or both.
meeting-incomplete = <b>Il manque { $missing ->
        [hour] l’heure
        [link] le lien
       *[both] l’heure et le lien
    } de la permanence</b>
    { $when } — { meeting-how-many }

meeting-how-many = { $count ->
        [0] personne d’inscrit
        [one] une personne inscrite
       *[other] { $count } personnes inscrites
    }

meeting-eve = <b>La permanence, c’est demain</b>
    { $when } — { meeting-how-many }

meeting-on-holiday = La permanence du { $day } tombe un jour férié ({ $holiday }). Que fait-on ?

meeting-kept = C’est noté : la permanence du { $day } a bien lieu.

meeting-attendance = <b>Permanence du { $day }</b>
    { $count ->
        [0] Personne ne s’était inscrit.
       *[other] Qui était là ? Appuyez sur un nom pour le cocher, encore une fois pour le décocher.
        Présences : { $came } sur { $count }.{ $unsaid ->
            [0] {""}
            [one] {" "}Il reste un nom à cocher.
           *[other] {" "}Il reste { $unsaid } noms à cocher.
        }
    }

brought-card = <b>{ $asker } avait une question pour la permanence</b>
    { $question }

    <i>Pour y répondre, répondez à ce message.</i>

answer-brought-ask-text = Écrivez votre texte : je l’enverrai tel quel.

brought-write-too = C’est noté, et la personne est prévenue. Quelques mots écrits aideront les absent·es, et la lettre.

meeting-summary = <b>La permanence du { $day }</b>
    { $came ->
        [0] {""}
        [one] Une personne est venue.{" "}
       *[other] { $came } personnes sont venues.{" "}
    }{ $count ->
        [0] Aucune question au programme.
        [one] Une question au programme :
       *[other] { $count } questions au programme :
    }
    { $lines }{ $more ->
        [0] {""}
        [one] {""}
        … et une autre.
       *[other] {""}
        … et { $more } autres.
    }

meeting-summary-line = • { $question }{ $answer ->
        [none] {""}
       *[other] {" "}— { $answer }
    }

meeting-in-letter = C’est dans la prochaine lettre.

write-summary-ask-text = Écrivez le résumé pour la lettre, en quelques lignes et sans nom.

## Labels

choice-come = Je viens
choice-come-not = Je ne viens plus
choice-bring = Apporter une question
choice-ics = Fichier pour mon agenda
choice-keep-for-meeting = La garder pour la permanence
choice-team-now = Demander plutôt à l’équipe
choice-meeting-day = Changer la date
choice-meeting-hour = Changer l’heure
choice-meeting-link = Changer le lien
choice-skip-month = Sauter ce mois
choice-restore-month = Rétablir
choice-keep-day = La garder ce jour-là
choice-other-months = Les autres mois
choice-last-meeting = Revenir sur la dernière
choice-month = { $day }
choice-month-skipped = { $day } (sautée)
choice-came = ✓ { $name }
choice-came-not = ✗ { $name }
choice-all-came = Tout le monde était là
choice-other-names = D’autres noms
choice-summary = Préparer un résumé
choice-said-aloud = Répondue en séance
choice-write-too = Écrire aussi la réponse
choice-into-letter = Mettre dans la lettre
choice-other-words = L’écrire autrement

## Refusals

refusal-meeting-none = Aucune permanence n’est prévue pour le moment. Une question ? /question
refusal-meeting-over = Cette permanence est passée. La prochaine : /permanence
refusal-meeting-skipped = Cette permanence n’aura pas lieu. La prochaine : /permanence
refusal-meeting-day = Je n’ai pas compris le jour. Écrivez-en un seul, par exemple mardi 8 décembre.
refusal-meeting-day-past = Le { $day }, c’est déjà passé. Écrivez un jour à venir.
refusal-meeting-day-far = Le { $day }, c’est dans plus d’un an : vérifiez l’année.
refusal-meeting-hour-past = Cette heure est déjà passée ce jour-là. Écrivez-en une à venir.
refusal-meeting-link = Cette adresse ne convient pas. Elle commence par https:// et ne contient pas d’espace.
refusal-brought-empty = Écrivez votre question en une phrase, ou tapez /annuler.
refusal-brought-answered = Cette question a déjà sa réponse, ou n’attend plus.
