# Calls for interest, accompanying a territory, and answering a funding call together.

menu-write-call = Lancer un appel, ou demander un financement à plusieurs
menu-show-calls = Les appels ouverts, et les choix déjà faits

choice-open-call = Ouvrir
choice-change-call = Modifier
choice-drop-call = Abandonner
choice-call-title = Titre
choice-call-what = Texte
choice-call-skill = Compétence
choice-call-place = Territoire
choice-call-places = Places
choice-call-closes = Date
choice-call-criteria = Critères
choice-call-kind = Genre d’appel
choice-kind-task = Une mission, un chantier
choice-kind-territory = Accompagner un territoire
choice-anywhere = Partout
choice-no-skill = Aucune en particulier
choice-see-answers = Réponses
choice-as-csv = En CSV
choice-close-call = Clore maintenant
choice-reopen-call = Rouvrir
choice-cancel-call = Annuler l’appel
choice-yes-cancel = Oui, l’annuler
choice-in-digest = Mettre dans l’agenda
choice-tell-choice = Annoncer le choix
choice-tell-all = Prévenir tout le monde
choice-come-in = Je suis partant·e
choice-no-calls = Ne plus recevoir d’appels
choice-calls-again = Recevoir à nouveau
choice-answer-again = Changer ma réponse
choice-withdraw-answer = Retirer ma réponse
choice-lives-there = J’y vis ou j’y travaille
choice-worked-there = J’y ai déjà accompagné
choice-no-words = Rien à ajouter
choice-mark-yes = Oui
choice-mark-partly = En partie
choice-mark-no = Non
choice-mark-again = Revoir les critères
choice-choose = Retenir
choice-explain = Dire pourquoi pas
choice-unchoose = Ne plus retenir
choice-page-before = Page d’avant
choice-page-after = Page suivante
choice-call-with-name = Vous pouvez dire mon nom
choice-call-without-name = Sans mon nom
choice-see-bid = Voir où l’on en est
choice-bid-join = J’en suis
choice-bid-leave = Je n’en suis plus
choice-take-pen = Je prends la plume
choice-hand-pen = Passer la plume
choice-bid-halfway = Première version pour…
choice-bid-link = Ajouter un lien
choice-bid-submitted = Déposé
choice-bid-abandoned = Abandonné

## What a call is decided by. The team may write its own.

criterion = { $criterion ->
        [engagement] engagement dans l’alliance
        [competence] compétence
        [sharing] capacité à partager
        [fundamentals] une session sur les fondamentaux
        [attested] compétence attestée par des fiches d’expérience
        [context] connaissance du territoire
       *[other] { $criterion }
    }

## Writing one, in the team’s chat

write-call-ask-title = Quel titre pour cet appel ? Vous pouvez aussi tout dire d’un coup : /appel Animer trois ateliers : préparer et animer, avec le groupe récits, à Firminy, 2 places, avant le 15 mars
write-call-ask-what = De quoi s’agit-il ? Quelques phrases : ce qu’il y a à faire, avec qui, et ce que cela apporte.
write-call-ask-closes = Jusqu’à quel jour peut-on répondre ? Par exemple 15 mars.

change-call-ask-part = Que faut-il changer ?
change-call-ask-value = { $part ->
        [title] Quel titre ?
        [what] De quoi s’agit-il ?
        [skill] Quelle compétence cherchez-vous ?
        [place] Sur quel territoire ? Une commune, une intercommunalité, un département.
        [places] Combien de personnes pourront être retenues ?
        [closes] Jusqu’à quel jour peut-on répondre ?
        [criteria] Quels critères, séparés par des virgules ? Tout le monde les lira.
       *[kind] Quel genre d’appel ?
    }

# $place is empty where it is for anywhere.
call-lines = { $kind ->
        [territory] <b>Accompagner un territoire : { $title }</b>
       *[task] <b>{ $title }</b>
    }
    { $what }

    { $place ->
        [none] { $kind ->
            [territory] Territoire : à préciser
           *[task] Territoire : partout
        }
       *[other] Territoire : { $place }
    }
    { $room ->
        [one] Une place
       *[other] { $room } places
    }
    Réponses jusqu’au { $closes }

call-draft = 📝 <b>Appel à vérifier</b>
    { $call }
    Critères : { $criteria }

call-which-skill = Quelle compétence cherchez-vous ? Je préviendrai en privé les personnes qui l’offrent.
call-reaches = { $skill ->
        [none] Compétence : aucune en particulier
       *[other] Compétence : { $skill }
    }
    { $count ->
        [0] Personne ne serait prévenu en privé : { $skill ->
            [none] aucune compétence n’est demandée.
           *[other] personne n’offre encore « { $skill } ».
        } L’appel serait dans /appels, et dans l’agenda de la semaine si vous voulez.
        [one] Une personne qui offre « { $skill } » sera prévenue en privé.
       *[other] { $count } personnes qui offrent « { $skill } » seront prévenues en privé (un appel par semaine au plus, pour chacune).
    }
call-which-territory = <i>{ $count ->
        [one] Si c’est le territoire ci-dessous, touchez-le : il comptera pour la proximité.
       *[other] Si c’est l’un des territoires ci-dessous, touchez-le : il comptera pour la proximité.
    }</i>
call-dropped = L’appel est abandonné. Personne n’en a rien su.
call-opened-nobody = L’appel est ouvert, et visible dans /appels. { $skill ->
        [none] Aucune compétence n’est demandée, donc je n’écris à personne en privé.
       *[other] Personne n’offre encore « { $skill } ».
    } Voulez-vous le mettre sous l’agenda de la semaine, que les groupes reçoivent ?
call-in-digest = C’est fait : il sera sous l’agenda de la semaine.

call-card = 📣 { $call }
    Critères : { $criteria }

# $asked people were told in private, $waiting are to be told, $kept are chosen so far.
call-state = { $state ->
        [open] Ouvert. { call-told-so-far }
        [closed] Clos : à vous de choisir.
        [decided] Le choix est annoncé.
       *[cancelled] Annulé.
    } { $count ->
        [0] Pas de réponse.
        [one] Une réponse.
       *[other] { $count } réponses.
    }{ $kept ->
        [0] {""}
        [one] {" "}Une personne retenue.
       *[other] {" "}{ $kept } personnes retenues.
    }

call-told-so-far = { $asked ->
        [0] { $waiting ->
            [0] Personne n’a été prévenu en privé.
            [one] Une personne va être prévenue en privé.
           *[other] { $waiting } personnes vont être prévenues en privé.
        }
        [one] Une personne a été prévenue en privé{ call-told-later }
       *[other] { $asked } personnes ont été prévenues en privé{ call-told-later }
    }
call-told-later = { $waiting ->
        [0] .
        [one] , une autre le sera bientôt.
       *[other] , { $waiting } autres le seront bientôt.
    }

call-closed = ⏰ <b>L’appel « { $title } » est clos</b>
call-waits = ⏰ <b>L’appel « { $title } » attend votre choix</b>
    Les personnes qui ont répondu attendent un mot de vous.
call-reopened = L’appel « { $title } » est rouvert jusqu’au { $day }.
reopen-call-ask-closes = Jusqu’à quel jour peut-on de nouveau répondre ? Par exemple 15 mars.
cancel-call-ask-sure = Les personnes qui ont répondu seront prévenues. Faut-il annuler cet appel ?
call-cancelled-team = L’appel « { $title } » est annulé. Les personnes qui avaient répondu sont prévenues.
call-cancelled = L’appel « { $title } » est annulé par l’équipe. Merci d’y avoir répondu : ce n’est pas un non à vous.

## Reading and answering them

calls = { $count ->
        [0] <b>Aucun appel n’est ouvert en ce moment</b>
       *[other] <b>Les appels ouverts</b>
            { $lines }
    }

# A line of that list.
call-line = • { $kind ->
        [territory] Accompagner un territoire : { $title }
       *[task] { $title }
    } (jusqu’au { $closes })

calls-bids = <b>On y répond ensemble</b>
    { $lines }
calls-decided = <b>Les choix déjà faits</b>
    { $lines }

# $kept people were chosen of $count answers, $names of them agreed to be named.
call-result = • { $title } : { $count ->
        [0] aucune réponse
        [one] une réponse
       *[other] { $count } réponses
    }, { $kept ->
        [0] personne de retenu
        [one] une personne retenue
       *[other] { $kept } personnes retenues
    }{ $names ->
        [none] {""}
       *[other] {" "}({ $names }{ $unnamed ->
            [0] {""}
            [one] {" "}et une autre
           *[other] {" "}et { $unnamed } autres
        })
    }. Critères : { $criteria }

# Under the week’s agenda.
digest-calls = 📣 <b>Appels de l’équipe</b>
    { $lines }
    Pour répondre : /appels

call-public = 📣 { $call }
    L’équipe choisit, selon ces critères : { $criteria }. Chaque personne reçoit une réponse avec ses raisons.

call-why-you = Je vous l’écris parce que vous offrez cette compétence. Répondre ne vous engage pas encore.
call-is-over = On ne peut plus répondre à cet appel.
call-you-answered = Vous avez répondu à cet appel.

answer-call-ask-fundamentals = Avez-vous pris part à une session sur les fondamentaux de l’alliance ?
answer-call-ask-sheets = Avez-vous une fiche d’expérience qui montre cette compétence en pratique ?
answer-call-ask-context = Connaissez-vous ce territoire ?
answer-call-ask-text = Qu’est-ce qui vous donne envie, et qu’apportez-vous ? Quelques mots à vous suffisent.

    L’équipe lira aussi ce que la fabrique sait déjà :
    { $seen }

call-answered = { $again ->
        [true] C’est noté, à la place de votre première réponse.
       *[false] C’est noté : vous êtes partant·e pour « { $title } ».
    } Après le { $day }, l’équipe choisit, et je vous dis ce qu’il en est et pourquoi.
call-insult = Je ne garde pas ces mots. Écrivez-le autrement, et je le transmettrai.
call-declined = D’accord, à une autre fois !
call-withdrawn = Votre réponse à « { $title } » est retirée, avec ce que vous aviez écrit.
call-which-taken-back = Quelle réponse voulez-vous retirer ?
call-nothing-answered = D’accord. Pour revenir sur quelque chose, touchez le bouton sous le message dont il s’agit. Vos demandes : /besoins
call-withdrawn-team = { $name } était retenu·e pour « { $title } », et retire sa réponse : une place est libre.
calls-silent = Je ne vous écrirai plus pour les appels. Vous les trouvez dans /appels quand vous voulez.
calls-heard = Je vous préviendrai de nouveau, un appel par semaine au plus.

## What is known of somebody who answers

call-seen-offers = • Offre : { $offers }
call-seen-sheets = • Fiches d’expérience partagées : { $sheets }
call-seen-shared = • Ressources partagées : { $shared }

# $count is how many monthly meetings.
call-seen-sessions = • { $sessions ->
        [none] Permanences suivies : { $count }
       *[other] Ateliers : { $sessions }{ $count ->
            [0] {""}
            [one] {", "}une permanence
           *[other] {", "}{ $count } permanences
        }
    }
call-seen-place = • Lieu : { $where }
call-seen-nothing = • rien encore, et ce n’est pas grave
call-said-fundamentals = • Session sur les fondamentaux : { $said ->
        [seen] oui, connue ici
        [yes] oui, dit la personne
       *[no] pas encore
    }
call-said-sheets = • Fiche d’expérience : { $said ->
        [seen] oui, connue ici
        [yes] oui, dit la personne
       *[no] pas encore
    }
call-said-context = • Connaissance du territoire : { $said ->
        [seen] habite tout près
        [lives] y vit ou y travaille
        [worked] y a déjà accompagné
       *[no] pas encore
    }

## Choosing

call-answers = <b>Réponses à « { $title } »</b>
    { $count ->
        [0] Personne n’a répondu.
       *[other] { $lines }
    }
call-page = <i>Page { $page } sur { $pages }</i>

call-answer-line = • { $chosen ->
        [true] ✅ <b>{ $name }</b>
       *[false] <b>{ $name }</b>
    } ({ call-near }) : { $marks ->
        [none] à voir
       *[other] { $marks }
    }

call-near = { $near ->
        [same_commune] même commune
        [same_epci] même intercommunalité
        [same_departement] même département
        [same_region] même région
        [elsewhere] plus loin
       *[unknown] lieu non précisé
    }

call-mark = { $mark ->
        [yes] oui
        [partly] en partie
       *[no] non
    }{ $word ->
        [none] {""}
       *[other] {" "}({ $word })
    }

call-answer = <b>{ $name }</b>, pour « { $title } »
    { $text ->
        [none] <i>sans un mot de plus</i>
       *[other] { $text }
    }

    { $seen }

call-notes = Vos notes, que la personne lira sans vos noms :
    { $lines }
# $by is who of the team noted it, and empty for whoever answered.
call-note = • { $criterion } : { $mark ->
        [yes] oui
        [partly] en partie
       *[no] non
    }{ $word ->
        [none] {""}
       *[other] {" "}— { $word }
    }{ $by ->
        [none] {""}
       *[other] {" "}({ $by })
    }
call-mark-ask = Ce critère est-il rempli : <b>{ $criterion }</b> ?
call-word-how = <i>Pour ajouter un mot à la dernière note, répondez à ce message.</i>
call-choose-later = <i>Une fois l’appel clos, vous pourrez retenir des réponses. Pour ajouter un mot à la dernière note, répondez à ce message.</i>
call-chosen-why = ✅ Personne retenue : { $why }
call-unchosen-why = Pas cette fois : { $why }
explain-answer-ask-why = Pourquoi pas { $name }, cette fois ? Un mot aimable : la personne le lira.
choose-answer-ask-why = Pourquoi retenir { $name } ? Quelques mots : la personne les lira, et le journal les garde.

call-before-told = <b>Le choix pour « { $title } »</b>
    { $kept ->
        [0] Personne n’est retenu.
        [one] Une personne retenue : { $names }.
       *[other] { $kept } personnes retenues : { $names }.
    }{ $room ->
        [0] {""}
        [one] {" "}Une place reste libre.
       *[other] {" "}{ $room } places restent libres.
    } { $count ->
        [0] Personne n’avait répondu.
        [one] La personne qui a répondu lira vos notes.
       *[other] Les { $count } personnes qui ont répondu liront chacune leurs notes.
    }
    Dans /appels, tout le monde verra les critères ({ $criteria }) et ces nombres ; un nom seulement si la personne le veut.

call-told = C’est annoncé pour « { $title } » : { $count ->
        [0] personne n’avait répondu.
        [one] une personne est prévenue.
       *[other] { $count } personnes sont prévenues.
    }{ $count ->
        [0] {""}
       *[other] {" "}{ $kept ->
            [0] Personne n’est retenu.
            [one] Une personne est retenue.
           *[other] { $kept } personnes sont retenues.
        }
    }

# To whoever answered. $why is the reason of a yes, $lines the notes by each criterion.
call-outcome = { $chosen ->
        [true] 🌱 <b>Bonne nouvelle pour « { $title } »</b>
            L’équipe vous a retenu·e : { $why }
       *[false] <b>La réponse pour « { $title } »</b>
            Merci d’avoir répondu. Cette fois, l’équipe a retenu d’autres personnes ou n’a retenu personne ; cela ne dit rien de votre place dans l’alliance.
    }

    Critère par critère, ce que l’équipe a noté :
    { $lines }

    { $count ->
        [one] Une réponse
       *[other] { $count } réponses
    }, { $kept ->
        [0] personne de retenu
        [one] une personne retenue
       *[other] { $kept } personnes retenues
    }. Pour en parler avec l’équipe : /question

call-outcome-why = L’équipe vous dit pourquoi : { $why }
call-name-ask = Dans /appels, tout le monde voit combien de personnes sont retenues. Peut-on y dire votre nom ?
call-name-shown = Merci ! Votre nom est dans /appels.
call-name-hidden = D’accord, votre nom n’y est pas.

call-table = Les réponses à « { $title } », en un tableau. Il parle de personnes : gardez-le entre vous.
call-table-title = Réponses à « { $title } »
call-table-stem = appel-{ $number }
call-criterion-heading = Critère : { $criterion }
call-heading = { $column ->
        [name] Nom
        [answer] Réponse
        [offers] Offres
        [sheets] Fiches d’expérience
        [shared] Ressources
        [sessions] Ateliers
        [near] Proximité
        [chosen] Retenue
       *[why] Raison
    }
call-is-chosen = { $chosen ->
        [true] oui
       *[false] non
    }

## A funding call answered together

open-bid-ask-title = Quel financement demandons-nous ? Par exemple : Fondation Exemple.
open-bid-ask-deadline = Jusqu’à quel jour faut-il déposer ? Par exemple 15 mars.

bid-card = ✍️ <b>Répondre ensemble : { $title }</b>
    À déposer au plus tard le { $deadline }
    { $count ->
        [0] Personne n’en est encore.
        [one] En est : { $names }
       *[other] En sont : { $names }{ $more ->
            [0] {""}
            [one] {" "}et une autre personne
           *[other] {" "}et { $more } autres
        }
    }
    { $writer ->
        [none] Qui prend la plume ?
       *[other] Tient la plume : { $writer }
    }
bid-begun = Les autres allié·es le voient dans /appels et peuvent s’y joindre.
bid-halfway = Première version pour le { $day }
bid-links = À lire :
    { $lines }
bid-state = { $state ->
        [submitted] ✅ C’est déposé.
       *[abandoned] C’est abandonné pour cette fois.
    }
bid-line = • { $title } (à déposer le { $deadline })
bid-joined = { $fresh ->
        [true] Vous en êtes !
       *[false] Vous en étiez déjà.
    }{ $reached ->
        [true] {""}
       *[false] {" "}Pour les rappels, écrivez-moi en privé.
    }
bid-left = C’est noté, vous n’en êtes plus.
bid-pen-yours = Vous tenez la plume.
bid-pen-handed = { $name } vous passe la plume pour « { $title } ».
bid-pen-given = { $name } tient la plume maintenant, et le sait.
hand-pen-ask-to = À qui passez-vous la plume ?
set-halfway-ask-day = Pour quel jour faut-il une première version ?
bid-halfway-set = C’est noté : une première version de « { $title } » pour le { $day }. Je le rappellerai ce jour-là.
add-link-ask-links = Quelle adresse faut-il garder ? Un document partagé, le règlement…
bid-link-kept = Le lien est gardé avec « { $title } ».
bid-finished = { $state ->
        [submitted] Bravo, « { $title } » est déposé ! Les autres le savent.
       *[abandoned] C’est noté : « { $title } » est abandonné. Les autres le savent.
    }
bid-outcome = { $state ->
        [submitted] 🎉 « { $title } » est déposé, dit { $by }. Merci d’en avoir été !
       *[abandoned] « { $title } » est abandonné, dit { $by }. Merci d’en avoir été : ce qui est écrit pourra resservir.
    }
bid-reminder = { $reminder ->
        [halfway] <b>Où en est « { $title } » ?</b>
            C’est le jour d’une première version. À déposer au plus tard le { $deadline }.
        [last-days] <b>« { $title } » est à déposer bientôt</b>
            Au plus tard le { $deadline }.
       *[over] <b>« { $title } » était à déposer le { $deadline }</b>
            Qu’en est-il ?
    } { $writer ->
        [none] Personne ne tient la plume.
       *[other] { $writer } tient la plume.
    }

## Refusals

refusal-call-team-only = Les appels s’écrivent dans le salon de l’équipe. Ceux qui sont ouverts : /appels. À plusieurs : /appel financement Fondation Exemple, avant le 15 mars
refusal-call-untitled = Il manque un titre. Écrivez quelques mots.
refusal-call-undescribed = Écrivez en quelques mots de quoi il s’agit.
refusal-call-why = Écrivez quelques mots : une raison, même courte, sera lue.
refusal-call-long = C’est un peu long : { $most } caractères au plus.
refusal-call-day = Je n’ai pas compris le jour. Écrivez par exemple 15 mars.
refusal-call-past = Le { $day } est déjà passé. Écrivez un jour à venir, par exemple 15 mars.
refusal-call-far = C’est bien loin. Écrivez un jour plus proche, par exemple 15 mars.
refusal-call-places = Écrivez un nombre de places, de 1 à { $most }.
refusal-call-criteria = Écrivez au moins un critère, par exemple : engagement, compétence.
refusal-call-criteria-many = Écrivez { $most } critères au plus, de quelques mots chacun.
refusal-call-opened = Cet appel est déjà ouvert : on ne change plus ce à quoi des personnes ont répondu.
refusal-call-over = Trop tard pour répondre à cet appel. Ceux qui sont ouverts : /appels
refusal-call-insult = Je ne garde pas ces mots. Écrivez-le autrement.
refusal-call-withdrawn = Cette réponse a été retirée.
refusal-call-close-first = On répond encore à cet appel : clôturez-le d’abord, ou attendez son jour.
refusal-call-marked = Ce critère vient d’être noté : la carte dit par qui. Pour le changer, touchez « Revoir les critères ».
refusal-call-mark-first = Notez d’abord un critère, puis ajoutez un mot.
refusal-call-mark-all = Notez d’abord chaque critère : la personne lira pourquoi.
refusal-call-full = { $room ->
        [one] La place est déjà prise. Pour changer, touchez « Ne plus retenir » sur une réponse retenue.
       *[other] Les { $room } places sont déjà prises. Pour changer, touchez « Ne plus retenir » sur une réponse retenue.
    }
refusal-call-unexplained = { $names } : de bonnes notes, et pas de place. { $count ->
        [one] Ouvrez sa réponse, et touchez « Dire pourquoi pas ».
       *[other] Ouvrez chaque réponse, et touchez « Dire pourquoi pas ».
    }
refusal-call-unmarked = { $count ->
        [one] Une réponse n’est pas notée sur tous les critères. Chaque personne doit lire pourquoi.
       *[other] { $count } réponses ne sont pas notées sur tous les critères. Chaque personne doit lire pourquoi.
    }
refusal-bid-past = C’est trop tard pour le { $day }. Écrivez un jour à venir, par exemple 15 mars.
refusal-bid-over = C’est déjà déposé ou abandonné.
refusal-bid-pen-taken = Quelqu’un tient déjà la plume, et peut la passer.
refusal-bid-pen-not-yours = Seule la personne qui tient la plume peut la passer.
refusal-bid-join-first = Touchez d’abord « J’en suis ».
refusal-bid-alone = Il n’y a encore personne d’autre à qui la passer.
refusal-bid-halfway = Écrivez un jour entre demain et la veille du { $deadline }.
refusal-bid-no-link = Écrivez une adresse qui commence par https://
refusal-bid-links = { $most } liens, c’est déjà beaucoup. Rassemblez-les dans un document.
refusal-bid-not-yours = Seule la personne qui a commencé, ou qui tient la plume, peut le dire.
