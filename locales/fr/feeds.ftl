# Addresses that are read again and again, and what they tell: words for the team.

menu-show-feeds = Voir les adresses que je lis

feed-followed = Merci ! Je lirai cet agenda plusieurs fois par jour. L’équipe validera ce qui est nouveau.

feed-known = Merci ! Je lis déjà cet agenda, il n’y a rien à ajouter.

feeds-none = Je ne lis encore aucune adresse. Pour m’en donner une : /flux https://…

feeds-list = { $count ->
        [one] Une adresse
       *[other] { $count } adresses
    } pour l’agenda. Touchez-en une pour la relire, l’arrêter ou nommer son lieu.
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
            … et { $more } de plus.
    }

feed-line = { $name }{ $kind ->
        [rss] { "" } (actualités)
       *[ics] { "" }
    } : { $state ->
        [left] je ne lis plus cette adresse
        [never] pas encore lu
       *[read] lu il y a { $age }, { $kind ->
            [rss] { $count ->
                [0] aucune nouvelle
                [one] une nouvelle
               *[other] { $count } nouvelles
            }
           *[ics] { $count ->
                [0] rien à venir
                [one] un événement à venir
               *[other] { $count } événements à venir
            }
        }
    }{ $ill ->
        [yes] . <b>Quelque chose ne va pas.</b>
       *[no] .
    }

feed-card = { $line }
    { $address }

# Followed by the reason.
feed-failed = Je n’arrive pas à lire cet agenda : { $address }
    Je réessaierai plus tard. Ce que j’y ai déjà lu reste en place.

# Followed by the reason.
feed-doubted = Cet agenda a peut-être un souci : { $address }

feed-shrunk = Il n’annonce plus { $count ->
        [0] aucun événement
        [one] qu’un événement
       *[other] que { $count } événements
    } à venir, contre { $before } avant. Je ne change rien en attendant.

feed-gone = Cette adresse n’existe plus, dit son site : { $address }
    J’arrête de la lire. Ce que j’y ai déjà lu reste en place.

feed-well = Tout va bien de nouveau : j’ai pu lire { $name }.

feed-trusted = { $name }, lieu de confiance : { $count ->
        [one] un événement ajouté à l’agenda :
       *[other] { $count } événements ajoutés à l’agenda :
    }
    { $lines }

# $lines are event-change or feed-change-undone, $count of them or more.
feed-changed = { $name } a changé { $count ->
        [one] un événement que vous aviez approuvé. C’est déjà corrigé à l’agenda :
       *[other] { $count } événements que vous aviez approuvés. C’est déjà corrigé à l’agenda, et ↩️ remet comme avant :
    }
    { $lines }

feed-more = { $count ->
        [one] … et un autre.
       *[other] … et { $count } autres.
    }

feed-change-undone = <s>{ $change }</s> ✓ Remis comme avant.

feed-missing = { $name } n’annonce plus cet événement, que vous aviez approuvé :
    { $event }
    Je le laisse à l’agenda. A-t-il toujours lieu ? Posez la question sur place, puis dites-le-moi ici.

feed-takes-place = C’est noté, il reste à l’agenda.

feed-read-soon = D’accord, je relis tout de suite.

feed-left = Je ne lis plus { $name }. Ce que j’y ai déjà lu reste en place.

feed-placed = C’est noté : cette adresse est celle de { $name }. { $trusted ->
        [yes] Vous faites confiance à ce lieu : ce qu’il annonce entre à l’agenda sans attendre.
       *[no] Ce qu’elle annonce attend toujours votre accord.
    }

feed-still-waiting = { $count ->
        [one] Un événement déjà proposé attend encore votre accord : /file
       *[other] { $count } événements déjà proposés attendent encore votre accord : /file
    }

name-feed-place-ask-place = De quel lieu est-ce l’agenda ? Choisissez-le, ou écrivez son nom.

news-card = { $name } publie : { $title }
    { $text }
    { $link }
    Qu’en faisons-nous ?

news-is-event-ask-when = { $title } : quel jour, à quelle heure ? Par exemple : jeudi 18h30, ou 12 juin à 14h.

news-is-event-ask-place = Où cela se passe-t-il ? Par exemple : salle des fêtes, Saint-Étienne.

refusal-address-page = Cette adresse donne une page web, peut-être une page de connexion, et pas un agenda. Sur le site, cherchez plutôt « S’abonner », « iCal » ou « RSS ».

refusal-address-nothing = Cette adresse ne donne ni agenda (.ics) ni actualités (RSS ou Atom). Sur le site, cherchez plutôt « S’abonner », « iCal » ou « RSS ».

choice-as-before = ↩️ { $title }, { $day }
choice-retire-all = Tout retirer
choice-takes-place = Il a lieu
choice-more-changes = Voir la suite
choice-read-now = Relire maintenant
choice-read-once-more = Lire de nouveau
choice-stop-reading = Ne plus lire
choice-feed-place = Nommer le lieu
choice-fewer-right = C’est normal
choice-is-event = C’est un événement
choice-for-letter = Pour la lettre
choice-ignore = Ignorer
