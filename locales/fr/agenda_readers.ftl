# Reading the agenda: questions to it, receiving it, and choosing what one receives.

## Questions

# $looked is what was understood: days, then wishes.
agenda-found = <b>{ $looked }</b>

# Nothing fits; $without is the one wish set aside: price, part (of the day), families, access, day,
# later (no day was told) or words.
agenda-found-nearest = <b>{ $looked }</b>
    { $without ->
        [price] Rien à ce prix-là. Sans compter le prix, il y a :
        [part] Rien à ce moment de la journée. À une autre heure, il y a :
        [families] Rien qui soit annoncé pour les enfants. Mais il y a :
        [access] Rien qui soit annoncé comme accessible ainsi. Sans compter l’accès, il y a :
        [day] Rien à ce moment-là. Le plus proche :
        [later] Rien dans les sept jours. Plus tard, il y a :
       *[words] Rien de tel. Autre chose, au même moment :
    }

# Nothing fits unless several wishes are set aside; $aside is a list of aside-name.
agenda-found-less = <b>{ $looked }</b>
    Rien ne réunit tout cela. Sans compter { $aside }, il y a :
aside-name = { $without ->
        [price] le prix
        [part] l’heure
        [families] les enfants
        [access] l’accès
        [words] vos mots
       *[day] le jour
    }

# What one day is asked for stands under its name already.
agenda-found-lines = { $lines }

agenda-past = C’est passé : l’agenda ne dit que ce qui vient. Pour les sept prochains jours : /agenda

agenda-found-nothing = <b>{ $looked }</b>
    Je n’ai rien trouvé, même en cherchant plus large. Vous organisez quelque chose ? /proposer

agenda-others = { $count ->
        [one] … et un autre.
       *[other] … et { $count } autres.
    }

looked-when = { $when }
looked-seven-days = les sept jours à venir
looked-beside = { $first }, { $then }
looked-part = { $part ->
        [morning] le matin
        [afternoon] l’après-midi
       *[evening] le soir
    }
looked-families = avec des enfants{ $age ->
        [none] {""}
       *[other] {" "}de { $age } ans
    }
looked-most = jusqu’à { $most } €
looked-price = { $price ->
        [free] gratuit
       *[cheap] pas cher
    }
looked-words = { $words }

agenda-not-to-taste = Rien de ce que vous avez choisi du { $first } au { $last }. { $count ->
        [one] Un autre rendez-vous est à l’agenda.
       *[other] { $count } autres rendez-vous sont à l’agenda.
    }

agenda-in-private = Je vous ai écrit en privé : on continue là-bas.
agenda-open-private = { $name }, <a href="{ $link }">ouvrez ce lien</a> : on continue en privé.

# An event that somebody asks about by its name does not say what they ask.
event-does-not-say = { $about ->
        [place] L’annonce ne dit pas où c’est.
        [price] L’annonce ne dit pas le prix.
       *[time] L’annonce ne dit pas à quelle heure.
    }

## Receiving it

agenda-subscribed = C’est noté : { $private ->
        [true] je vous enverrai l’agenda
       *[false] je publierai l’agenda ici
    } chaque { $day } à { $at }. Pour arrêter : /agenda arrêter
agenda-unsubscribed = C’est noté : plus d’agenda { $private ->
        [true] en privé
       *[false] dans ce groupe
    }. Pour le recevoir à nouveau : /agenda abonner
agenda-not-received = { $private ->
        [true] Vous ne receviez pas l’agenda
       *[false] Je ne publiais pas l’agenda dans ce groupe
    } : il n’y a rien à arrêter. Pour le recevoir : /agenda abonner
unsubscribe-nothing = { $private ->
        [true] Vous ne recevez ici ni l’agenda ni la lettre
       *[false] Ce groupe ne reçoit ni l’agenda ni la lettre
    } : il n’y a rien à arrêter. Pour voir tout ce que je peux envoyer : /reglages
unsubscribe-which = Que voulez-vous ne plus recevoir ?
unsubscribed-all = C’est noté : plus d’agenda ni de lettre { $private ->
        [true] pour vous
       *[false] dans ce groupe
    }. Si vous changez d’avis : /reglages
choice-stop-agenda = L’agenda de la semaine
choice-stop-letter = La lettre du mois
choice-stop-mail = La lettre par e-mail
choice-stop-all = Tout

choice-propose-event = Proposer un événement
choice-my-calendar = Mon calendrier
choice-see-all = Tout voir
choice-own-proposals = Voir ce que j’ai proposé
choice-all-settings = Tous les réglages

## What is chosen

settings-chosen = { $lines }

settings-line-subjects = Sujets : { $subjects }
settings-line-places = Lieux : { $places }
settings-line-distance = À { $within } km au plus de { $around }
settings-line-families = Seulement ce qui se vit en famille
settings-line-free = Seulement gratuit ou à prix libre
settings-line-silent = Toujours sans son
settings-line-sound = Avec un son
settings-line-quiet = Sans son de { $first } à { $last }
settings-line-pinned = Épinglé jusqu’au suivant
settings-line-unpinned = Pas épinglé
settings-line-thread = Dans le fil choisi
settings-line-late = Jamais plus de { $late } après l’heure
settings-line-zone = À l’heure de { $zone }

choice-subjects = Sujets
choice-places = Lieux
choice-who-and-price = Familles et prix
choice-manners = Son, épingle, délai
choice-tongue-and-zone = Langue et fuseau horaire
choice-preview = Aperçu
choice-settings = Retour aux réglages

# $chosen is empty when every subject is received.
settings-subjects = <b>Sujets</b>
    { $chosen ->
        [none] Tous. Choisissez-en un ou plusieurs pour ne recevoir que ceux-là.
       *[other] { $chosen }
    }

choice-subject = { $subject }
choice-subject-taken = ✓ { $subject }
choice-more-subjects = Autres sujets
choice-all-subjects = Tous les sujets

# $chosen is empty when every place is received.
settings-places = <b>Lieux</b>
    { $chosen ->
        [none] Partout. Ajoutez une salle, un quartier ou une commune pour ne recevoir que cela.
       *[other] { $chosen }
    }
settings-distance = À { $within } km au plus de { $around }. Ce dont je ne connais pas l’endroit reste annoncé.
choice-add-place = Ajouter un lieu
choice-all-places = Tous les lieux
choice-distance = Autour d’une commune
choice-no-distance = Sans limite de distance
add-place-ask-place = Quel lieu ajouter ? Une salle, un quartier ou une commune, par exemple : Bellevue.
set-distance-ask-around = Autour de quelle commune ? Par exemple : Firminy.
set-distance-ask-within = Jusqu’à combien de kilomètres ? Choisissez, ou écrivez par exemple 15.
settings-which-commune = Laquelle est-ce ?
kilometres = { $count } km

settings-who = <b>Familles et prix</b>
    { $families ->
        [yes] Seulement ce qui se vit en famille
       *[no] Pour tous les publics
    }
    { $free ->
        [yes] Seulement gratuit ou à prix libre
       *[no] À tous les prix
    }
choice-families-on = Seulement en famille
choice-families-off = Pour tous les publics
choice-free-on = Seulement gratuit
choice-free-off = À tous les prix

settings-manners = <b>Comment cela arrive</b>
    { $lines }
choice-silent-on = Toujours sans son
choice-silent-off = Avec un son
choice-quiet = Heures de silence
choice-pin-on = Épingler
choice-pin-off = Ne plus épingler
choice-post-here = Publier dans ce fil
choice-post-outside = Publier hors des fils
choice-late = Retard accepté
choice-quiet-never = Aucune
set-quiet-ask-hours = De quelle heure à quelle heure, sans son ? Choisissez, ou écrivez par exemple : de 21h à 8h.
set-late-ask-hours = Si je suis en panne à l’heure dite, combien de temps après cela vaut-il encore la peine ? Choisissez, ou écrivez par exemple 6h.
quiet-night = { $first } – { $last }

settings-tongue = <b>Langue et fuseau horaire</b>
    { $language ->
        [fr] Français
       *[en] Anglais
    }, à l’heure de { $zone }
choice-zone = Changer de fuseau horaire
set-zone-ask-zone = À l’heure de quelle ville ? Choisissez, ou écrivez-la, par exemple : Montréal.

# $typed is the city as lists of zones spell it.
zone-name = { $zone ->
        [paris] Paris
        [guadeloupe] Guadeloupe
        [martinique] Martinique
        [cayenne] Cayenne
        [reunion] La Réunion
        [mayotte] Mayotte
        [noumea] Nouméa
        [tahiti] Tahiti
        [montreal] Montréal
        [brussels] Bruxelles
        [london] Londres
       *[other] { $typed }
    }

settings-preview = <i>Aperçu : voici ce que { $private ->
        [true] je vous enverrais
       *[false] je publierais ici
    } maintenant.</i>
settings-preview-empty = Aperçu : avec ces choix, il n’y a rien cette semaine, et { $private ->
        [true] je ne vous enverrais rien
       *[false] je ne publierais rien
    }.

refusal-hour-changes = À cette heure-là, une nuit d’automne passe deux fois et une nuit de printemps n’existe pas. Choisissez avant 2 h ou après 3 h.
refusal-quiet-unread = Je n’ai pas compris les deux heures. Écrivez par exemple : de 22h à 7h.
refusal-late-unread = Écrivez un nombre d’heures, entre 1 h et 3 jours. Par exemple : 6h.
refusal-zone-unknown = Je ne connais pas cette ville dans les fuseaux horaires. Essayez la capitale, ou par exemple Europe/Paris.
# $like: how many names that are nearly this one are offered below.
settings-place-unknown = Je ne connais pas encore { $place } : rien de ce qui est à l’agenda ne s’y passe. { $like ->
        [0] Le garder quand même ? Ou écrivez un autre lieu.
       *[other] Vouliez-vous dire un de ceux-ci ?
    }
agenda-place-unknown = Je ne connais pas encore { $place } : je n’en ai pas tenu compte. { $like ->
        [0] Faut-il l’ajouter quand même ?
       *[other] Vouliez-vous dire un de ceux-ci ?
    }
choice-keep-place = Garder { $place }
refusal-one-day = L’agenda vient une fois par semaine. Quel jour préférez-vous ? Par exemple : /agenda abonner jeudi 18h
refusal-commune-unknown = Je ne trouve pas cette commune. Écrivez son nom entier, par exemple : Saint-Étienne.
refusal-distance-unread = Écrivez un nombre de kilomètres, de 1 à { $most }. Par exemple : 15.
