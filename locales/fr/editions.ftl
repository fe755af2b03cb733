# The agenda before it leaves, who did not get it, and what changes once it is posted.

# $count the groups and people who will read it; $waits: only once the team said so.
edition-preview = 👀 <b>Voici l’agenda du { $day }</b>
    { $waits ->
        [true] Il attend votre accord : sans lui, rien ne part. Son heure est { $at }, pour { $count ->
            [one] un groupe ou une personne.
           *[other] { $count } groupes ou personnes.
        }
       *[other] Même sans réponse, il part { $at }, pour { $count ->
            [one] un groupe ou une personne.
           *[other] { $count } groupes ou personnes.
        }
    }
edition-preview-empty = 👀 <b>Agenda du { $day }</b>
    Rien cette semaine : si rien ne s’y ajoute, il ne part pas.
edition-preview-proposals = { $count ->
        [one] ⏳ Une proposition de ces jours-là attend encore votre réponse : /file
       *[other] ⏳ { $count } propositions de ces jours-là attendent encore votre réponse : /file
    }
edition-undecided = ✋ <b>L’agenda du { $day } attend votre accord</b>
    Rien ne part sans lui.
# The hour has come; $until it can still leave.
edition-due = { $held ->
        [true] ⏰ <b>C’est l’heure de l’agenda du { $day }, et il est retenu</b>
       *[other] ⏰ <b>C’est l’heure de l’agenda du { $day }, et il attend votre accord</b>
    }
    Il peut encore partir jusqu’au { $until }.
edition-preview-held = ✋ <b>Agenda retenu</b>
    Rien ne part sans vous.
edition-preview-approved = ✅ <b>Agenda approuvé</b>
    Il part à l’heure de chacun. Si l’heure est passée, il part tout de suite.

# $lines are edition-missed-line.
edition-missed = <b>Tout le monde n’a pas reçu l’agenda du { $day }</b>
    { $lines }
# $who: groups, edition-more-groups, edition-people. $why is a reason of domain.editions.Missed.
edition-missed-line = { $who } : { $why ->
        [held] vous ne l’aviez pas laissé partir.
        [refused] la messagerie a refusé le message. Le robot est-il toujours dans le groupe ?
       *[other] il était trop tard quand j’ai pu l’envoyer.
    }
edition-more-groups = { $count ->
        [one] { $others ->
            [true] un autre groupe
           *[other] un groupe
        }
       *[other] { $others ->
            [true] { $count } autres groupes
           *[other] { $count } groupes
        }
    }
edition-people = { $count ->
        [one] une personne, en privé
       *[other] { $count } personnes, en privé
    }
edition-let-go = ✅ L’agenda du { $day } est parti, ou part à l’heure de chacun.
choice-edition-again = Renvoyer
edition-sent-again = { $count ->
        [one] C’est entendu : je l’envoie une fois encore, à qui ne l’a pas eu.
       *[other] C’est entendu : je l’envoie une fois encore, aux { $count } qui ne l’ont pas eu.
    }
edition-approved-now = C’est bon, il part tout de suite.
refusal-edition-late = Trop tard : son heure est passée depuis trop longtemps, il ne part plus tout seul. La note sur les groupes qui ne l’ont pas reçu porte un bouton pour le renvoyer.
refusal-edition-over = Trop tard : la semaine de cet agenda est finie.

# $chat got the beginning of it.
agenda-cut-short = L’agenda est coupé dans « { $chat } » : la suite n’a pas pu y être postée.

edition-approved = C’est bon, il partira à son heure.
edition-held = C’est retenu : rien ne part.

agenda-changed = ⚠️ <b>Changement à l’agenda</b>
    { $lines }

# $what changed; $when it was to be, $then it is now; $hour is its new hour on the same day.
event-change = { event-title } ({ $when }) : { $what ->
        [added] s’ajoute à l’agenda
        [cancelled] annulé
        [postponed] reporté, date à venir
        [full] complet
        [hour] ce sera à { $hour }
        [rescheduled] ce sera { $then }
        [moved] ce sera ici : { $place }
        [on] finalement, ça a lieu
       *[other] le texte a changé
    }

# The same while nobody knows whether it is so.
event-claim = { $what ->
        [cancelled] Annoncé annulé
        [postponed] Annoncé reporté
        [full] Annoncé complet
        [hour] Annoncé à { $hour }
        [rescheduled] Annoncé pour { $then }
        [moved] Annoncé ailleurs, { $place }
        [on] Annoncé maintenu
       *[other] Annoncé autrement
    } : { event-title } ({ $when })

event-changed-team = { $name } a changé un événement :
    { $change }

event-change-doubt = { $name } annonce un changement, sans être à l’origine de l’événement :
    « { $words } »
    { $claim }

# To whoever announces it; in a group nobody is answered later.
event-change-sent = { $private ->
        [true] Merci ! L’équipe vérifie, puis je vous dis ce qu’il en est.
       *[other] Merci ! L’équipe vérifie, et corrige l’agenda s’il le faut.
    }
    { $claim }
event-change-not-so = Merci d’avoir prévenu. L’équipe a vérifié : c’est bien comme annoncé.
    { $event }
event-change-refused = C’est noté, rien ne change.
event-change-undone = C’est annulé : l’événement redevient ce qu’il était.
event-change-undone-told = L’équipe a remis cet événement comme avant :
    { $event }
# $reach: whether posts told of it, and whether they are corrected with a message besides.
event-change-done = { $reach ->
        [nowhere] C’est fait. Aucun agenda posté n’en parlait : il n’y a rien à y corriger.
        [quiet] C’est fait, je corrige l’agenda partout où il est posté, sans message à part.
       *[aloud] C’est fait, je corrige l’agenda partout où il est posté, et un message le dit.
    }
    { $change }
event-withdrawn-card = { $name } a retiré sa proposition :
    { $event }
event-change-already = C’est déjà ce qui est annoncé.

menu-change-event = Annuler ou changer un de mes événements
menu-events-desk = Changer un événement à venir

change-event-ask-meant = De quel événement parlez-vous ?
change-event-ask-event = Quel événement ?
event-ask-kind = { $event }

    Que se passe-t-il ?
change-event-ask-said = Dites-le en une phrase. Par exemple : reporté à samedi 18h30, déplacé à la salle Modèle, à 19h.

events-desk-ask-event = Quel événement change ?

choice-edition-good = C’est bon
choice-edition-hold = Retenir
choice-edition-publish = Publier
choice-undo-change = Annuler ce changement
choice-change-true = C’est vrai, prévenir
choice-change-no = Non
choice-event-line = { $title }, { $first }
choice-kind-cancelled = Annulé
choice-kind-full = Complet
choice-kind-moved = Déplacé
choice-kind-postponed = Reporté
choice-kind-hour = Changer l’heure
choice-kind-on = Ça a lieu
choice-later-known = Date à venir

refusal-changed-since = Cet événement a changé depuis. Regardez-le avec /evenements.
refusal-edition-left = Trop tard : cet agenda est déjà parti.
refusal-change-unread = Je n’ai pas compris la nouvelle date, l’heure ou le lieu. Par exemple : samedi 18h30.
refusal-no-own-event = Vous n’avez aucun événement à venir à l’agenda. Pour en proposer un : /proposer
refusal-no-event-to-come = Rien à venir à l’agenda.
refusal-no-such-event = Aucun événement à venir ne s’appelle « { $words } ».
event-changed-you = L’équipe a changé votre événement :
    { $change }
event-change-thanks = Merci, l’équipe a vérifié et je préviens tout le monde :
    { $change }
