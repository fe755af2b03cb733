# Sessions: a workshop or a chantier at which many are, and what it makes for each.

menu-open-session = Compter un atelier ou un chantier, à plusieurs

## Opening one

open-session-ask-minutes = Combien de temps la séance a-t-elle duré ? Choisissez, ou écrivez par exemple 2h30.
open-session-ask-subject = De quoi s’agissait-il ? Quelques mots suffisent, par exemple atelier compost.

open-session-ask-way = <b>À qui était ce temps ?</b>

    <b>Partagée</b> — Vous l’avez donné, les personnes présentes se le partagent. 2 h 30 pour 5 personnes, c’est 30 min chacune.

    <b>Offerte par le pot</b> — Vous l’avez donné, le pot commun vous le rend : les autres ne doivent rien. L’équipe confirme.

    <b>Chantier</b> — Tout le monde a donné de son temps au commun : le pot le rend à chaque personne présente.

name-present-ask-names = Qui était là ? Écrivez les noms, séparés par des virgules. Je demanderai à chaque personne.

## The card. $way is shared, offered or common; $names is empty where there are many.

session-way = { $way ->
        [shared] Ce temps est partagé entre les personnes présentes.
        [offered] Ce temps est offert par le pot commun : les personnes présentes ne doivent rien.
       *[common] Ce temps est donné au commun : le pot le rend à chaque personne présente.
    }

session-lines = <b>{ $subject }</b>
    { $day }, { $duration }, avec { $organiser }
    { session-way }

session-card = 🤝 { session-lines }

session-in-group = <b>Y étiez-vous ?</b> Un appui suffit. Une fois la séance close, je vous dirai en privé ce que cela fait.
    { $count ->
        [0] Personne ne s’est encore signalé.
        [one] Une personne présente
       *[other] { $count } personnes présentes
    }{ $names ->
        [none] {""}
       *[other] {" "}: { $names }
    }

session-there = { $count ->
        [0] Personne n’a encore dit y être.
        [one] Y était : { $names }
       *[other] { $count } personnes y étaient : { $names }
    }

session-asked = { $count ->
        [0] Personne d’autre n’est attendu.
        [one] Réponse attendue : { $names }
       *[other] { $count } réponses attendues : { $names }
    }

# $each is what the longest share is.
session-closed = ✅ Séance close. { $way ->
        [shared] { $count ->
                [one] Une personne : { $each }.
               *[other] { $count } personnes : { $each } chacune, à une minute près.
            }
        [offered] { $count ->
                [one] Une personne présente.
               *[other] { $count } personnes présentes.
            }
       *[common] { $count ->
                [one] Une personne : { $each } pour le commun.
               *[other] { $count } personnes : { $each } chacune pour le commun.
            }
    }

session-off = { $state ->
        [cancelled] Séance annulée : rien n’est compté.
       *[expired] Personne n’a clos cette séance à temps : rien n’est compté.
    }

and-others = { $count ->
        [one] une autre personne
       *[other] { $count } autres
    }

## Saying that one was there

session-joined = C’est noté : vous y étiez.
session-joined-unreached = C’est noté : vous y étiez. Écrivez-moi un bonjour en privé, je vous y dirai ce que cela fait.
session-known = C’était déjà noté.
session-left = C’est noté : vous n’y étiez pas.

session-were-you-there = <b>{ $organiser } dit que vous étiez à cette séance</b>
    { session-lines }

    Y étiez-vous ? Sans réponse, rien n’est compté pour vous.

session-names-asked = { $count ->
        [one] Je demande à { $names }.
       *[other] Je demande à { $names }. Vous verrez leurs réponses ci-dessus.
    }
session-names-unreached = Je ne peux pas encore écrire à { $names } : un bonjour en privé suffit, et je poserai la question.
session-names-offline = Sans téléphone, { $names } ne peut pas me répondre : notez ce temps à part, avec /heures.
session-names-several = Plusieurs personnes peuvent être { $names }. Écrivez le nom en entier, ou l’@identifiant.
session-names-unknown = Je ne connais pas { $names }. Demandez-leur de m’écrire un bonjour en privé, puis ajoutez-les.
session-names-known = Ces personnes y sont déjà.

## Closing it

session-draft = <b>Séance à clore, à vérifier</b>
    { session-lines }

session-draft-lines = { $lines }

session-line = { $way ->
        [shared] • { $name } reçoit { $duration }
        [offered] • { $name } ne doit rien
       *[common] • { $name } a donné { $duration }
    }

session-draft-more = { $count ->
        [one] … et une autre personne, de même.
       *[other] … et { $count } autres personnes, de même.
    }

session-draft-count = { $count } personnes présentes, { $each } chacune, à une minute près.

session-draft-silent = Sans réponse, donc rien de compté : { $names }

session-draft-in-private = Je vous écris en privé ce que cela fera, pour que vous vérifiiez.
session-changed = Entre-temps, quelqu’un s’est ajouté ou retiré. Voici ce que cela fait maintenant.
session-left-open = D’accord, la séance reste ouverte.

session-thin = { $count } personnes pour { $duration } : cela fait moins d’une minute chacune. Le pot commun peut offrir cette séance : personne ne doit rien, et l’équipe confirme votre temps.

# $waiting counts hours that the team has yet to confirm.
session-entered = ✅ <b>{ $subject }</b> : c’est clos. { $count ->
        [one] Une personne est comptée, et prévenue.
       *[other] { $count } personnes sont comptées, et prévenues.
    }{ $waiting ->
        [0] {""}
        [one] {" "}L’équipe doit encore confirmer ce que donne le pot.
       *[other] {" "}L’équipe doit encore confirmer ces { $waiting } temps.
    }

session-cancelled = { $subject } : c’est annulé, rien n’est compté.
session-cancelled-there = La séance « { $subject } » est annulée : rien n’est compté, vous n’avez rien à faire.
session-expired = Personne n’a clos la séance « { $subject } » en un mois : rien n’est compté. Pour la reprendre : /seance

session-forgotten = <b>Cette séance est encore ouverte</b>
    { session-lines }

    { $count ->
        [0] Personne n’a encore dit y être.
        [one] Une personne a dit y être.
       *[other] { $count } personnes ont dit y être.
    } Rien ne compte tant qu’elle n’est pas close.

## What it made

session-made = <b>{ $subject }</b>, { $day }, avec { $organiser }
    { $gave ->
        [true] Vous avez donné <b>{ $duration }</b> au commun.
       *[false] Votre part de la séance, en temps reçu : <b>{ $duration }</b>.
    }

session-balance = Votre solde : <b>{ $balance }</b>
session-waits-for-team = Cela comptera une fois que l’équipe aura confirmé.

dispute-session-ask-why = Qu’est-ce qui n’est pas juste ? Dites-le en quelques mots : l’équipe les lira et vous répondra.

# Before the team; the person’s own words follow as a question.
session-disputed = <b>{ $name } ne s’y retrouve pas</b>
    { exchange-lines }

    Sa question suit. Ce qui est confirmé se corrige par un nouvel échange.

# $count were there; $lines are those whose hours wait, $more of them are not listed.
session-hours = <b>Des heures données au commun, à confirmer</b>
    { session-lines }
    { $count ->
        [one] Une personne présente.
       *[other] { $count } personnes présentes.
    }

    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } autres
    }

session-hours-line = • { $name } : { $duration }

session-hours-confirmed = { $count ->
        [one] C’est confirmé : le pot a rendu ces heures.
       *[other] C’est confirmé pour { $count } personnes : le pot a rendu ces heures.
    }{ $more ->
        [0] {""}
       *[other] {" "}Les vôtres attendent quelqu’un d’autre de l’équipe.
    }

session-hours-contested = { $count ->
        [one] D’accord, rien ne compte. Parlez-en avec la personne, puis classez-le avec /file.
       *[other] D’accord, rien ne compte. Parlez-en avec ces { $count } personnes, puis classez-le avec /file.
    }

session-hours-contested-there = Vos heures pour « { $subject } » ne comptent pas pour le moment. L’équipe vous en parlera.

## Why not

refusal-session-empty = Dites en quelques mots de quoi il s’agissait, par exemple atelier compost.
refusal-session-over = Cette séance n’est plus ouverte. Pour en compter une autre : /seance
refusal-session-organiser = C’est vous qui menez cette séance : votre temps est déjà compté.
refusal-session-not-yours = C’est à la personne qui a mené la séance de la clore, ou aux admins du groupe.
refusal-session-nobody = Personne n’a encore dit y être. Attendez un appui sur « J’y étais », ou notez votre temps avec /heures.
refusal-session-thin = { $count } personnes pour si peu de temps : moins d’une minute chacune. Appuyez encore sur « Clore la séance » : le pot peut l’offrir.
refusal-session-names = Écrivez au moins un nom, par exemple : Ada, Basile et Chloé
refusal-session-many = C’est beaucoup de noms à la fois : { $most } au plus. Envoyez le reste après.
