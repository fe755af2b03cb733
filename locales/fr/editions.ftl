# The agenda before it leaves, who did not get it, and what changes once it is posted.

# $count the groups and people who will read it.
edition-preview = 👀 <b>Voici l’agenda du { $day }</b>
    Même sans réponse, il part { $at } vers { $count ->
        [one] un groupe ou une personne.
       *[other] { $count } groupes ou personnes.
    }
edition-preview-held = ✋ <b>Agenda retenu</b>
    Rien ne part sans vous.
edition-preview-approved = ✅ <b>Agenda approuvé</b>
    Il part à l’heure de chacun.

# $names of groups; $more that are not named; $people who read in private.
edition-missed = { $count ->
        [0] Tous les groupes ont eu
        [one] Un groupe n’a pas reçu
       *[other] { $count } groupes n’ont pas reçu
    } l’agenda du { $day }{ $named ->
        [yes] {" "}: { $names }
       *[no] .
    }{ $more ->
        [0] {""}
       *[other] {" "}(et { $more } de plus)
    }{ $people ->
        [0] {""}
        [one] {" "}Une personne ne l’a pas reçu en privé.
       *[other] {" "}{ $people } personnes ne l’ont pas reçu en privé.
    }

# $chat got the beginning of it.
agenda-cut-short = L’agenda s’arrête au premier bout dans « { $chat } » : la suite n’a pas pu y être postée.

edition-approved = C’est bon, il partira à son heure.
edition-held = C’est retenu : rien ne part.

agenda-changed = ⚠️ <b>Changement à l’agenda</b>
    { $lines }

# $what changed; $when it was to be, $then it is now.
event-change = { event-title } ({ $when }) : { $what ->
        [cancelled] annulé
        [postponed] reporté, date à venir
        [full] complet
        [rescheduled] ce sera { $then }
        [moved] ce sera ici : { $place }
        [on] finalement, ça a lieu
       *[other] le texte a changé
    }

event-changed-team = { $name } a changé un événement :
    { $change }

event-change-doubt = { $name } annonce un changement, sans être à l’origine de l’événement :
    « { $words } »
    { $event }

event-change-sent = Merci ! L’équipe vérifie, puis je préviens tout le monde.
event-change-refused = C’est noté, rien ne change.
event-change-undone = C’est annulé : l’événement redevient ce qu’il était.
event-change-undone-told = L’équipe a remis cet événement comme avant :
    { $event }
event-change-done = C’est fait, je corrige l’agenda partout où il est posté.
    { $change }
event-change-already = C’est déjà ce qui est annoncé.

menu-change-event = Annuler ou changer un de mes événements
menu-events-desk = Changer un événement à venir

change-event-ask-event = Quel événement ?
change-event-ask-kind = Que se passe-t-il ?
change-event-ask-said = Dites-le en une phrase. Par exemple : reporté à samedi 18h30, déplacé à la salle Modèle, à 19h.

events-desk-ask-event = Quel événement change ?
events-desk-ask-kind = Que se passe-t-il ?

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
