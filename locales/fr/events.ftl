# Proposing events, what becomes of them, and the places of the agenda.

menu-own-proposals = Voir ce que j’ai proposé pour l’agenda
menu-list-venues = Voir et noter les lieux de l’agenda

propose-event-ask-title = Quel est le titre de l’événement ? Par exemple : Atelier vélo.
# $day was said, the hour was not.
propose-event-ask-hour = C’est noté pour { $day }. À quelle heure ? Par exemple : 18h30, ou de 14h à 17h.

# $lines are the phrases event-line-… and event-when-….
event-whole = { $lines }

event-line-title = { $status ->
        [cancelled] <b>Annulé</b>{" — "}
        [moved] <b>Lieu changé</b>{" — "}
        [rescheduled] <b>Horaire changé</b>{" — "}
        [postponed] <b>Reporté</b>{" — "}
        [full] <b>Complet</b>{" — "}
       *[other] {""}
    }{ $link ->
        [none] <b>{ $title }</b>
       *[other] <a href="{ $link }"><b>{ $title }</b></a>
    }
# $day and $from are the day and the hour of $start.
event-when = { $until ->
        [none] { $start }
       *[other] { $day } de { $from } à { $until }
    }
# $day is far enough to be told with its year.
event-when-dated = { $until ->
        [none] { $day } à { $from }
       *[other] { $day } de { $from } à { $until }
    }
event-when-days = { $last ->
        [none] { $first }, toute la journée
       *[other] du { $first } au { $last }
    }
# $days are the first dates of $count, $hours is event-hours or empty.
event-when-series = { $count } dates{ $hours ->
        [none] {""}
       *[other] {" "}{ $hours }
    } : { $days }{ $more ->
        [true] … jusqu’au { $last }
       *[other] {""}
    }
event-hours = { $until ->
        [none] à { $start }
       *[other] de { $start } à { $until }
    }
event-line-link = Lien : { $link }
# $when is one of the phrases event-when….
event-line-when = { $when }
event-line-place = { $place }{ $district ->
        [none] {""}
       *[other] {" "}({ $district })
    }
event-line-price = { $price ->
        [none] { $conditions }
       *[other] { $price }{ $conditions ->
            [none] {""}
           *[other] , { $conditions }
        }
    }
event-line-for = { $families ->
        [true] En famille{ $access ->
            [none] {""}
           *[other] , { $access }
        }
       *[other] Accès : { $access }
    }
event-line-volunteers = 🙋 On cherche : { $wanted }
event-line-text = <i>{ $text }</i>
event-line-tags = Sujets : { $tags }
# $more are the subjects after $first, worded in the same way.
event-tags = { $more ->
        [none] { $first }
       *[other] { $first } · { $more }
    }
event-line-credit = Image : { $credit }

event-guessed = On dirait un événement. Voulez-vous le proposer à l’agenda ?
# $event is event-whole.
event-draft = <b>Voici ce que j’ai compris. Est-ce juste ?</b>
    { $event }
event-draft-picture = 🖼 Avec votre image. De qui est-elle ? Son nom peut paraître à côté.
event-draft-pictured = 🖼 Avec votre image.
event-draft-contact = Je ne publie pas ce contact sans votre accord : { $contact }
event-draft-series = L’équipe validera les { $count } dates d’un coup. Une série va jusqu’à 60 dates, sur un an.

event-ask-part = { $part ->
        [title] Quel est le titre ?
        [when] Quel jour, à quelle heure ? Par exemple : samedi 28 de 14h à 17h.
        [place] Où cela se passe-t-il ?
        [price] Combien cela coûte-t-il ? Par exemple : prix libre, ou 5 €.
        [link] Quel est le lien à suivre ? Collez son adresse.
        [access] Pour qui est-ce accessible sans aide ? Par exemple : plain-pied.
        [conditions] Faut-il s’inscrire, réserver ? Dites-le en quelques mots.
        [volunteers] De quelle aide avez-vous besoin ? Par exemple : 4 bénévoles pour le montage.
        [tags] De quoi s’agit-il ? Un sujet déjà choisi s’enlève.
        [text] Que faut-il savoir de plus ? Une ou deux phrases.
        [credit] De qui est l’image ? Son nom paraîtra à côté.
       *[other] Que faut-il écrire ?
    }

event-corrected = <b>Corrigé avant votre décision</b>
event-trusted = { $count ->
        [one] Lieu de confiance : { $proposer } a mis à l’agenda { $event }
       *[other] Lieu de confiance : { $proposer } a mis { $count } dates à l’agenda, dont { $event }
    }
event-approved-at-once = Merci ! C’est à l’agenda : l’équipe vous fait confiance pour ce lieu.
    { $event }

# $reason is a key of REASONS.
event-reason = { $reason ->
        [known] C’est déjà à l’agenda.
        [subject] Cela ne correspond pas aux sujets de cet agenda.
        [missing] Il manque de quoi s’y rendre : le lieu, l’heure ou un contact. Proposez-le de nouveau avec ces précisions.
        [far] C’est trop loin d’ici pour cet agenda.
       *[other] { $reason }
    }
event-reason-words = L’équipe précise : { $words }
event-refused-because = À propos de votre événement :
    { $event }
event-reason-told = ✗ Refusé ou retiré :
    { $event }

    La personne lit ceci :
event-was-refused = ✗ Refusé par { decided-by }
    { $event }
event-say-why = Dire pourquoi ?
batch-was-refused = { $count ->
        [one] ✗ Un événement refusé par { decided-by }
       *[other] ✗ { $count } événements refusés par { decided-by }
    }
refuse-in-words-ask-reason = Que faut-il dire à la personne ? Elle lira vos mots tels quels.

event-twins = <b>Ces deux annonces sont-elles le même événement ?</b>
    1. { $first }
    2. { $second }

# $number is the announcement that would go into the other, $lines what only it says.
event-twins-more = <b>La n° { $number } dit aussi :</b>
    { $lines }
# To whoever proposed what is one with another; $state and $event are of the one that stays.
event-merged = { $state ->
        [approved] Votre événement est à l’agenda : l’équipe l’a réuni avec une autre annonce du même rendez-vous.
       *[other] L’équipe a réuni votre annonce avec une autre, du même rendez-vous. Elle n’a pas encore décidé.
    }
    { $event }

proposals-none = Vous n’avez rien proposé qui soit encore à venir.
    Un événement à annoncer ? /proposer
proposals = <b>Ce que vous avez proposé</b>
    { $lines }{ $more ->
        [0] {""}
       *[other] {"\u000A"}… et { $more } autres plus tard.
    }
# $state of what is in the agenda is cancelled, postponed, full, moved or rescheduled where it is so.
proposal-line = { $state ->
        [approved] ✓ À l’agenda
        [cancelled] ✗ Annulé
        [postponed] – Reporté
        [full] ✓ À l’agenda, complet
        [moved] ✓ À l’agenda, lieu changé
        [rescheduled] ✓ À l’agenda, horaire changé
        [refused] ✗ Pas retenu
        [passed] ⌛ Date passée
        [withdrawn] – Retiré par l’autre personne qui le proposait
       *[other] ⏳ En attente
    } — <b>{ $title }</b>, { $when }
proposal = { $state ->
        [approved] ✓ C’est à l’agenda.
        [cancelled] ✗ C’est annulé.
        [postponed] – C’est reporté.
        [full] ✓ C’est à l’agenda, et c’est complet.
        [moved] ✓ C’est à l’agenda, à son nouveau lieu.
        [rescheduled] ✓ C’est à l’agenda, à son nouvel horaire.
        [refused] ✗ L’équipe ne l’a pas retenu.
        [withdrawn] L’annonce a été retirée.
        [passed] ⌛ Sa date est passée sans que l’équipe ait pu le regarder.
       *[other] ⏳ L’équipe ne l’a pas encore regardé.
    }
    { $event }
proposal-joined = Quelqu’un d’autre a annoncé le même rendez-vous : c’est la même annonce pour l’équipe.
event-withdrawn-by-other = Vous aviez proposé un événement que quelqu’un d’autre avait annoncé aussi. Cette personne vient de le retirer :
    { $event }

    S’il a bien lieu, proposez-le de nouveau : /proposer
pending-proposals = { $count ->
        [one] Une proposition pour l’agenda attend l’équipe : /propositions
       *[other] { $count } propositions pour l’agenda attendent l’équipe : /propositions
    }
event-withdrawn = C’est retiré :
    { $event }
event-withdrawn-told = { $proposer } retire de l’agenda :
    { $event }

venues-none = Aucun lieu n’est noté. Écrivez par exemple :
    /lieux La Roue Libre, 12 rue Fictive, Bellevue, Saint-Étienne, plain-pied
venues = <b>Les lieux de l’agenda</b>
    { $lines }

    Pour en noter un autre : /lieux La Roue Libre, 12 rue Fictive, Saint-Étienne, plain-pied
venue-line = <b>{ $name }</b>{ $where ->
        [none] {""}
       *[other] , { $where }
    }{ $trusted ->
        [true] {" "}— de confiance
       *[other] {""}
    }
venue = { $venue }
    Autres noms : { $aliases ->
        [none] aucun
       *[other] { $aliases }
    }
    Accès : { $access ->
        [none] non précisé
       *[other] { $access }
    }
    Parlent pour ce lieu : { $speakers ->
        [none] personne
       *[other] { $speakers }
    }
    { $trusted ->
        [true] Ce que ce lieu annonce entre à l’agenda sans attendre.
       *[other] Ce que ce lieu annonce attend votre accord.
    }
venue-ask = { $part ->
        [name] Comment s’appelle ce lieu ?
        [alias] Comment l’appelle-t-on aussi ? Un nom déjà noté s’enlève.
        [address] Quelle est son adresse ?
        [district] Dans quel quartier est-ce ?
        [commune] Dans quelle commune est-ce ?
        [access] Qu’est-ce qui y est accessible ? Ce qui est déjà noté s’enlève.
       *[other] Que faut-il noter ?
    }
change-venue-ask-part = Que faut-il changer ?
edit-event-ask-part = Que faut-il changer ?
correct-proposal-ask-part = Que faut-il corriger ?
venue-ask-speaker = Qui parle pour ce lieu ? Écrivez son nom ou son @. Une personne déjà nommée ne le fera plus.
venue-speaker-told = { $speaks ->
        [true] L’équipe vous a noté comme parlant pour { $venue }. Si ce lieu est de confiance, ce que vous y annoncez entre à l’agenda sans attendre.
       *[other] L’équipe a noté que vous ne parlez plus pour { $venue }.
    }

refusal-event-empty = Je n’ai pas trouvé de mots là-dedans. Écrivez-en quelques-uns.
refusal-event-two-hours = Je lis plusieurs heures. Écrivez le jour et l’heure, par exemple samedi de 14h à 17h.
# $day is a date that falls on the weekday $is, not on $weekday.
refusal-event-weekday-wrong = Le { $day } est un { $is ->
        [0] lundi
        [1] mardi
        [2] mercredi
        [3] jeudi
        [4] vendredi
        [5] samedi
       *[6] dimanche
    }, pas un { $weekday ->
        [0] lundi
        [1] mardi
        [2] mercredi
        [3] jeudi
        [4] vendredi
        [5] samedi
       *[6] dimanche
    }. Lequel ?
refusal-event-no-such-day = Ce jour n’existe pas : le mois finit le { $day }. Quel jour est-ce ?
refusal-event-which-day = Quel jour est-ce ?
refusal-event-no-such-hour = Cette heure n’existe pas. Écrivez le jour et l’heure, par exemple samedi à 18h30.
refusal-event-ends-before = La fin vient avant le début. Écrivez le jour et les heures, par exemple samedi de 14h à 17h.
refusal-event-midnight = À minuit, quelle nuit ?
refusal-event-hour-skipped = Cette nuit-là, on passe à l’heure d’été : il n’y a rien entre 2 h et 3 h. Quelle heure est-ce ?
refusal-event-hour-twice = Cette nuit-là, on passe à l’heure d’hiver, et cette heure a lieu deux fois. Choisissez une heure avant 2 h, ou après 3 h.
refusal-event-two-days = Je lis plusieurs jours. Lequel ? Pour plusieurs dates, écrivez par exemple : les 3 et 5 décembre à 14h.
refusal-event-ends-first = La fin vient avant le début. Écrivez par exemple : du 3 au 5 décembre.
refusal-event-no-date = Aucune date ne tombe entre ces jours. Écrivez par exemple : tous les mardis à 14h jusqu’au 15 juin.
refusal-event-place-link = Une adresse web n’est pas un lieu. Écrivez où l’on se retrouve, par exemple : salle des fêtes, Saint-Étienne.
refusal-event-link = Je ne reconnais pas d’adresse web. Collez-la entière, par exemple : https://exemple.org.
refusal-event-access = Choisissez ci-dessous, ou écrivez par exemple : plain-pied, boucle magnétique.
refusal-event-decided = L’équipe a déjà décidé. Pour changer quelque chose, écrivez-lui : /question
refusal-picture-kind = Je ne peux garder que des images JPEG, PNG ou WebP. Proposez l’événement sans image, ou envoyez-en une autre.
refusal-picture-too-big = Cette image est trop lourde : { $most_mb } Mo au plus. Une capture d’écran de l’affiche suffit.
refusal-poster-pdf = Je ne lis pas les PDF. Pour une affiche, envoyez une capture d’écran : elle paraîtra avec l’événement. Pour un agenda, un fichier .ics.
refusal-venue-name = Il me faut le nom du lieu d’abord. Par exemple : La Roue Libre, 12 rue Fictive, Saint-Étienne.
refusal-venue-known = Ce lieu est déjà noté : { $name }. Écrivez /lieux suivi de son nom pour le voir.
refusal-venue-commune = Je ne connais pas cette commune. Écrivez son nom entier, par exemple : Saint-Étienne.

choice-event-right = C’est juste, proposer
choice-event-more = Ajouter…
choice-event-title = Le titre
choice-event-when = Le jour ou l’heure
choice-event-place = Le lieu
choice-event-price = Le prix
choice-event-link = Le lien
choice-event-access = L’accessibilité
choice-event-conditions = L’inscription
choice-event-volunteers = L’aide recherchée
choice-event-tags = Les sujets
choice-event-text = Un mot de plus
choice-event-credit = Le crédit de l’image
choice-see-own = Voir ma proposition
choice-publish-contact = Publier ce contact
choice-night = Nuit du { $first } au { $last }
choice-event-nothing = Ne rien écrire
choice-place-later = Lieu à préciser
choice-not-event = Ce n’est pas un événement
choice-poster = C’est une affiche
choice-withdraw-event = Retirer
choice-one-event = Oui, une seule
choice-one-event-more = Oui, et compléter
choice-two-events = Non, deux
choice-reason-known = Déjà à l’agenda
choice-reason-subject = Hors sujet
choice-reason-missing = Il manque une information
choice-reason-far = Trop loin
choice-reason-other = Autre raison…
choice-venue-trust = Faire confiance
choice-venue-distrust = Ne plus faire confiance
choice-venue-speaker = Qui parle pour ce lieu
choice-venue-name = Le nom
choice-venue-alias = Un autre nom
choice-venue-address = L’adresse
choice-venue-district = Le quartier
choice-venue-commune = La commune
choice-venue-access = L’accessibilité
