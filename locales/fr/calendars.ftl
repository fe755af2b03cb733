# The agenda in calendars, in feeds and on the web.

menu-my-calendar = Mettre l’agenda dans mon calendrier

# What the whole agenda is called in a calendar.
calendar-name = Agenda — { $fabrique }

# Names of files, without their ending.
calendar-stem = agenda
event-stem = { $title }

# $private is yes for one person, no for a group.
calendar-file = 📆 <b>{ $private ->
        [yes] L’agenda dans votre calendrier
       *[no] L’agenda de ce groupe dans votre calendrier
    }</b>
    { $count ->
        [0] Rien n’est annoncé pour les huit semaines à venir.
        [one] Un seul événement est annoncé pour les huit semaines à venir. Ouvrez ce fichier, et votre calendrier l’ajoute.
       *[other] Ouvrez ce fichier, et votre calendrier ajoute les { $count } événements des huit semaines à venir.
    }

calendar-address = <b>Pour qu’il reste à jour tout seul</b>, abonnez votre calendrier à cette adresse :
    <code>{ $https }</code>
    Sur Android : sur agenda.google.com, « Autres agendas », puis « À partir de l’URL ». Sur iPhone : « Ajouter un calendrier avec abonnement », avec cette adresse ou avec <code>{ $webcal }</code>

calendar-address-secret = <i>Qui connaît cette adresse lit cet agenda. Elle a trop circulé ? Prenez-en une nouvelle.</i>

calendar-address-ended = C’est fait : l’ancienne adresse ne répond plus. Voici la nouvelle.

calendar-page = Tout l’agenda se lit aussi <a href="{ $page }">sur le web</a>.

event-file = 📆 Ouvrez ce fichier, et votre calendrier ajoute l’événement.

choice-new-address = Nouvelle adresse

refusal-no-site = Ici, il n’y a pas d’adresse à suivre. Le fichier de /calendrier contient les semaines à venir.
refusal-event-not-published = Cet événement n’est plus à l’agenda. /agenda montre ce qui vient.

# What is told of an event beside its title.
told-status = { $status ->
        [cancelled] Annulé
        [moved] Lieu changé
        [rescheduled] Horaire changé
        [postponed] Reporté
       *[full] Complet
    }

told-when = { $day }, { $hours }
told-days = du { $first } au { $last }
told-all-day = toute la journée
told-hour = { $at }
told-hours = { $from } – { $to }

# A line of facts; price, conditions and volunteers are people’s words.
told-fact = { $what } : { $told }

told-what = { $what ->
        [price] Prix
        [conditions] Conditions
        [families] Enfants
        [access] Accès
       *[volunteers] Coup de main cherché
    }

told-said = { $text }
told-families = bienvenus
told-short-families = en famille
told-short-volunteers = coup de main cherché

told-access = { $kinds }

# The page that anybody reads.
web-title = Agenda
web-lead = Du { $first } au { $last }
web-empty = Rien n’est annoncé pour les quatre semaines à venir.
web-day = { $day }
web-lasting = En ce moment
web-until = jusqu’au { $day }
web-where = Où
web-when = Quand
web-more = En savoir plus
web-add = Ajouter à mon calendrier
web-follow = Suivre dans un calendrier
web-feed = Fil Atom
web-whole = Tout l’agenda
web-other-language = English
web-skip = Aller aux événements
web-gone = Cette page n’existe pas, ou plus.
web-footer = Relu par l’équipe de { $fabrique }. Cette page ne dépose rien sur votre appareil et ne vous suit pas.
