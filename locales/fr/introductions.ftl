# Introductions: who could help, asked with both sides' consent; then the two in touch, and how it went.

## The asker's card

need-matches = Pour { $need }, ces personnes peuvent sans doute vous aider :
    { $allies }

# Whoever is not shown to allies has a number instead of a name.
ally-on-card = { $place }. { $name ->
        [none] <b>Un·e allié·e</b>
       *[other] <b>{ $name }</b>
    }

# Within a sentence.
ally = { $name ->
        [none] l’allié·e n° { $place }
       *[other] { $name }
    }

# Whom the team thought of, and who is not shown to allies.
ally-of-team = la personne à qui l’équipe a pensé

need-match = { $who } { $offer ->
        [none] peut sans doute aider
       *[other] offre { $offer }
    }

# $reasons is a list of the messages why-… in matching.ftl.
need-match-because = { $who } { $offer ->
        [none] peut sans doute aider
       *[other] offre { $offer }
    } ({ $reasons })

# $status is one of the messages asking-… below.
need-match-asked = { $who } : { $status }

asking-asked = j’ai demandé, réponse d’ici au { $day }
asking-offered = se propose
asking-accepted = a dit oui
asking-refused = ne peut pas cette fois
asking-silent = pas de réponse
asking-cancelled = sa réponse n’est plus nécessaire

need-asking = { $state ->
        [open] { $turn ->
            [yes] Je demande à une personne à la fois, dans cet ordre, jusqu’à un oui. Chacune est libre de dire non.
           *[other] À qui dois-je demander ? Chaque personne est libre de dire non.
        }
        [filled] Vous avez trouvé quelqu’un.
        [unmet] L’équipe cherche avec vous.
       *[other] Cette demande est close : plus personne n’est sollicité.
    }

need-with-name = { $named ->
        [yes] <i>Votre nom est dit aux personnes sollicitées.</i>
       *[other] <i>Votre nom n’est dit qu’après un oui.</i>
    }

choice-ask-helper = Demander à { $name }
choice-ask-ally = Demander à l’allié·e n° { $place }
choice-in-turn = Demander à tour de rôle
choice-why = Pourquoi ces personnes ?
choice-why-one = Pourquoi cette personne ?
choice-with-my-name = Dire mon nom
choice-without-my-name = Sans mon nom

helper-asked = J’ai demandé à { $ally }. Je vous préviens dès qu’il y a une réponse.
turns-begin = C’est parti : je demande à une personne à la fois.
name-is-said = Votre nom sera dit aux prochaines personnes sollicitées.
name-is-not-said = Votre nom ne sera dit qu’après un oui.

why = Pour { $need }, voici ce qui a compté :
    { $people }

why-person = { $who } : { $reasons }

why-rule = <i>Je regarde d’abord ce que chaque personne offre, puis si elle est disponible et proche.
    Le temps donné et reçu compte à peine, et je ne le montre pas. Le statut et le cercle ne comptent jamais.
    Les personnes en pause, ou sollicitées il y a peu, ne sont pas proposées.</i>

## The helper is asked

help-request = Quelqu’un de l’alliance a besoin d’un coup de main : { $need }
    On a pensé à vous. Voulez-vous aider ?

# $facts is a line for each of the messages request-… below.
request-facts = { $facts }
request-by = Au plus tard : { $day }
request-remote = Lieu : à distance
request-place = Lieu : { $place }
request-minutes = Durée : environ { $time }

request-named = C’est <b>{ $name }</b>{ $organisations ->
        [none] {""}
       *[other] {" "}({ $organisations })
    } qui demande.
    <i>On saura qui vous êtes, et comment vous joindre, seulement si vous dites oui.</i>

request-unnamed = <i>Si vous dites oui, vous saurez qui demande, et cette personne saura vous joindre. Pas avant.</i>

request-by-team = <i>C’est l’équipe qui a pensé à vous : elle saura si c’est oui ou non.</i>

request-until = <i>Sans réponse d’ici au { $day }, la demande pourra aller à quelqu’un d’autre.</i>

choice-accept = Oui
choice-not-this-month = Pas ce mois-ci
choice-not-my-subject = Pas mon sujet
choice-never-again = Ne plus me proposer
choice-ask-me-again = Annuler

answer-by-tap = Est-ce un oui ? Un bouton suffit, et rien n’est dit de vous avant.

refused-this-month = C’est noté, merci d’avoir répondu ! Je ne vous sollicite plus avant le mois prochain.
refused-subject = C’est noté, merci ! Si cela venait d’une de vos offres, je ne m’en sers plus. Pour la redire : /offrir
refused-ever = C’est noté : je ne vous solliciterai plus, pour rien. Si vous changez d’avis : /profil

ask-expired = Deux jours ont passé pour { $need }, et ce n’est pas grave : quelqu’un d’autre peut être sollicité.
    Un oui de votre part compte encore, tant que personne d’autre n’a dit oui.

ask-cancelled = { $state ->
        [filled] Pour { $need }, quelqu’un d’autre a pu aider. Merci d’avoir été là !
       *[other] Pour { $need }, plus besoin de répondre : la demande est close. Merci d’avoir été là !
    }

helper-silent = Pour { $need }, { $ally } n’a pas encore pu répondre. { $next ->
        [team] L’équipe cherche toujours.
        [next] Je demande à la personne suivante.
       *[other] Vous pouvez demander à quelqu’un d’autre, sur la carte de votre demande.
    }

more-found = Pour { $need }, les personnes sollicitées ne sont pas disponibles. { $turn ->
        [yes] J’en ai trouvé d’autres, et je leur demande à tour de rôle.
       *[no] J’en ai trouvé d’autres : à qui voulez-vous demander ?
    }

helper-refused = Pour { $need }, ce n’est pas possible cette fois pour { $ally }. { $next ->
        [team] L’équipe cherche toujours.
        [next] Je demande à la personne suivante.
       *[other] Vous pouvez demander à quelqu’un d’autre, sur la carte de votre demande.
    }

## Both agreed

# To each of the two; $name is the other one.
introduced = <b>Vous voilà en contact avec { $name }</b>
    À propos de { $need }

introduced-ways = Pour lui écrire : { $ways }

# They share no platform on which both are found.
introduced-relayed = Répondez à ce message : je transmets vos mots et vos fichiers à { $name }, dans les deux sens, pendant deux semaines.

introduced-elsewhere = Si vous préférez lui écrire ailleurs : { $ways }

introduced-after = Après le coup de main, notez le temps : /heures

way-by-team = par l’équipe, faute d’adresse à donner : /question
way-by-bot = en répondant ici
way-to-reach = { $platform ->
        [telegram] { $address } sur Telegram
        [matrix] { $address } sur Matrix
       *[other] { $address }
    }

# To somebody whose platform gives no handle.

choice-note-help = Noter le temps
choice-write-to-them = Lui écrire
choice-write-to = Écrire à { $names }
choice-stop-relay = Arrêter

choice-all-said = C’est tout

relay-ask = Qu’est-ce que je transmets ? Des mots, une photo, un fichier : tout ce que vous écrivez, jusqu’à « C’est tout ».
relay-goes-on = La suite part aussi, jusqu’à « C’est tout ».
relay-all-said = D’accord, je ne transmets plus ce que vous écrivez. Pour lui écrire encore, répondez à l’un de ses messages.

relayed = <b>{ $by } vous écrit</b>
    { $text }

relayed-file = <b>{ $by } vous envoie ceci</b>

relay-sent = C’est transmis à { $names }.
relay-stopped = Je ne transmets plus rien entre vous et { $name }. Pour joindre l’équipe : /question
relay-stopped-by-other = { $name } préfère en rester là : je ne transmets plus de messages entre vous. Pour en parler à l’équipe : /question

## Later

found-again = { $helps ->
        [true] Vous aidez <b>{ $name }</b>
       *[false] Trouvé : <b>{ $name }</b>
    }
    À propos de { $need }
choice-does-not-work = Ça ne marche pas
choice-take-back-yes = Finalement je ne peux pas

take-back-yes-ask-sure = Cela arrive. Je préviens la personne, sans reproche, et sa demande est rouverte. On y va ?
choice-take-back-sure = Oui, prévenez-la
choice-keep-yes = Non, je peux
yes-taken-back = Merci de l’avoir dit : mieux vaut le savoir tôt. La personne est prévenue.
yes-taken-back-told = Pour { $need }, <b>{ $name }</b> ne peut finalement pas. Cela arrive, et ce n’est la faute de personne. { $next ->
        [next] Je demande à la personne suivante.
        [nobody-left] Votre demande est rouverte.
       *[other] Votre demande est rouverte : je peux chercher quelqu’un d’autre.
    }

## How it went

how-was-it = Il y a quelques jours, je vous ai mis·e en contact avec { $name } pour { $need }. Comment cela s’est-il passé ?

choice-went-well = Bien
choice-went-not-yet = Pas encore
choice-went-nowhere = Ça n’a pas pu se faire
choice-look-again = Chercher quelqu’un d’autre

went-well = Tant mieux ! Il ne reste qu’à noter le temps, si ce n’est pas déjà fait.

went-not-yet = { $again ->
        [yes] D’accord, je vous redemande dans une semaine.
       *[other] D’accord. Je ne vous redemande plus ; le temps se note quand vous voulez : /heures
    }

went-nowhere = Merci de l’avoir dit, cela arrive. { $asker ->
        [yes] Je peux chercher quelqu’un d’autre.
       *[other] Rien d’autre à faire de votre côté.
    }

## Refusals

refusal-need-filled = Merci ! Quelqu’un d’autre a déjà dit oui.
refusal-already-asked = Cette personne a déjà été sollicitée. Vous pouvez demander à quelqu’un d’autre.
refusal-not-free = Cette personne ne peut pas être sollicitée en ce moment. Choisissez quelqu’un d’autre, ou dites-le autrement : /besoin
refusal-introduction-answered = Vous avez déjà répondu à cette demande. Merci !
refusal-introduction-not-yours = Cette demande est adressée à quelqu’un d’autre. Pour aider aussi : /offrir
refusal-introduction-over = Cette demande n’attend plus de réponse, merci ! D’autres viendront peut-être : /offrir
refusal-relay-stopped = L’un·e de vous deux a arrêté les messages. Pour joindre l’équipe : /question
refusal-relay-over = Je transmets pendant { $days } jours, et ils sont passés. Pour joindre l’équipe : /question
refusal-relay-gone = Je ne peux plus joindre cette personne. L’équipe peut vous aider : /question
refusal-relay-long = C’est un peu long : { $most } caractères à la fois. Le reste peut suivre, ou tenir dans un fichier.
refusal-yes-settled = C’est un peu tard pour le reprendre ici : répondez plutôt à la personne, ou à l’équipe : /question
refusal-outcome-told = Vous l’avez déjà dit, merci !
