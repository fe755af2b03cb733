# The agenda: what happens this week, and how anyone proposes something.

menu-show-agenda = Voir les sept jours à venir
menu-propose = Proposer un événement, une nouvelle, une ressource

agenda-empty = Rien à l’agenda du { $first } au { $last }.
    Vous organisez quelque chose ? /proposer

propose-ask-what = Que proposez-vous ? Décrivez-le en quelques mots, ou collez un lien : un agenda en ligne (.ics), une page à partager.

propose-which = Est-ce un événement, une nouvelle pour la lettre du mois, ou une ressource à partager ?
propose-which-link = Qu’y a-t-il derrière ce lien ?

propose-event-ask-when = Quel jour, à quelle heure ? Par exemple : jeudi 18h30, ou 12 juin à 14h.
propose-event-ask-place = Où cela se passe-t-il ? Par exemple : salle des fêtes, Saint-Étienne.

event-proposed = Merci ! L’équipe va regarder ceci, et je vous dirai ce qu’elle décide :
    { $event }

events-proposed = Merci ! L’équipe va regarder ces { $count } événements. Je vous dirai ce qu’elle décide.

events-known = Merci ! { $count ->
        [one] Je connais déjà cet événement, il n’y a rien à ajouter.
       *[other] Je connais déjà ces { $count } événements, il n’y a rien à ajouter.
    }
event-known-own = Vous avez déjà proposé cet événement, il n’y a rien à refaire.
event-known-public = C’est déjà à l’agenda, merci !
    { $event }
event-known-waiting = Merci ! Quelqu’un l’a déjà proposé ; l’équipe va le regarder, et je vous dirai ce qu’elle décide.
    { $event }
event-price-sent = Le prix que vous donnez ({ $said }) { $known ->
        [none] n’y était pas
       *[other] n’est pas celui que j’ai ({ $known })
    } : l’équipe va vérifier.
event-price-doubt = <b>Quel est le prix ?</b>
    { $event }
    { $name } annonce : { $said }. { $known ->
        [none] Je n’en avais aucun.
       *[other] J’avais : { $known }.
    }
choice-price-take = Prendre ce prix
choice-price-keep = Laisser
event-price-taken = L’équipe a vérifié le prix : { $said }.
    { $event }
event-edited-sent = Votre annonce est déjà chez l’équipe : ce que vous venez de modifier n’y change rien. Pour la changer, appuyez sur Corriger.
    { $event }

