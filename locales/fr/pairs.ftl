# Binômes: somebody new, and somebody who has been there longer.

menu-show-buddy = Votre binôme, pour bien commencer

# Everything about oneself, and what one may do.
buddy = 🤝 <b>Un binôme pour bien commencer</b>
    Quand on arrive, le plus simple est d’avoir quelqu’un à qui poser ses questions. Quand on est là depuis plus longtemps, une heure par mois suffit pour ouvrir la porte.

    L’équipe propose les binômes, selon le lieu, les sujets et les langues. Chacun·e dit oui avant que les noms ne passent.
buddy-waits = 🤝 Vous attendez un binôme depuis le { $since }. Dès que j’ai quelqu’un à vous proposer, je vous écris.
buddy-takes = 🤝 { $count ->
        [one] Vous accompagnez une personne nouvelle à la fois.
       *[other] Vous accompagnez jusqu’à { $count } personnes nouvelles à la fois.
    } Je vous écris quand j’en ai une à vous proposer.
buddy-together = En binôme avec { $names }.
buddy-neither = C’est noté : je ne vous propose plus de binôme. Vous pouvez revenir quand vous voulez.

choice-seek-guide = Je cherche un binôme
choice-take-newcomers = { $count ->
        [one] J’accompagne une personne
       *[other] J’en accompagne { $count }
    }
choice-stop-waiting = Ne plus attendre
choice-stop-taking = Ne plus accompagner
choice-end-pair = Arrêter avec { $name }

# Before any name is told. $role is who is asked: newcomer or guide.
pair-asked = { $role ->
        [newcomer] 🤝 J’ai peut-être votre binôme : quelqu’un qui est là depuis plus longtemps et qui a du temps pour vous.
       *[guide] 🤝 Une personne arrive et cherche un binôme : voulez-vous l’accompagner ?
    } Les noms ne sont donnés que si chacun·e dit oui. Répondez quand vous pouvez, avant le { $until }.
# $reasons is a list of the messages why-… and pair-why-….
pair-reasons = Ce qui vous rapproche : { $reasons }.
pair-why-subject = un sujet en commun
pair-why-organisation = deux organisations différentes, pour croiser les réseaux

choice-yes-pair = Oui
choice-somebody-else = Plutôt quelqu’un d’autre
choice-not-now = Pas maintenant

pair-agreed = Merci ! Il ne manque plus que l’autre réponse. Je vous écris dès que je l’ai.
pair-together = <b>Vous voilà en binôme avec { $name }</b>{ $apart ->
        [true] {""}
    Répondez à ce message : je transmets vos mots et vos fichiers à { $name }, dans les deux sens.
       *[false] {""}
    }
pair-ways = { $apart ->
        [true] Si vous préférez lui écrire ailleurs : { $ways }
       *[false] Pour lui écrire : { $ways }
    }
pair-begin = { $role ->
        [newcomer] Une question, même toute petite ? C’est fait pour cela.
       *[guide] Un premier message de votre part, et la porte est ouverte.
    }
pair-else-noted = Entendu, je ne vous proposerai plus cette personne. Vous restez sur la liste.
pair-later-noted = Entendu. Je vous laisse tranquille un mois, puis je pourrai vous proposer quelqu’un.
pair-not-this-time = { $role ->
        [newcomer] Le binôme que je vous proposais ne se fera pas cette fois. Vous restez sur la liste, et vous passez en premier.
       *[guide] Le binôme que je vous proposais ne se fera pas cette fois. Votre place reste ouverte.
    }
pair-unanswered = Je n’ai pas eu votre réponse, et ce n’est pas grave. Je laisse ce binôme de côté et ne vous demande rien pendant un mois. Pour reprendre avant : /binome
pair-still-waiting = Cette fois, je n’ai trouvé personne pour vous. Vous restez sur la liste, et vous passerez en premier.

pair-how = Cela fait un mois que vous êtes en binôme avec { $name }. Comment cela va-t-il ?
choice-pair-well = Bien, on continue
choice-pair-stop = On s’arrête là
pair-well-noted = Tant mieux !
pair-ended = { $name } arrête votre binôme. Merci pour le chemin fait ensemble ! Pour un autre binôme : /binome
pair-end-noted = C’est noté, et la personne est prévenue. Merci pour le temps donné !

# For the team: how many, never who.
pairs-team = 🤝 <b>Binômes</b>
    { $waiting ->
        [0] Personne n’attend de binôme.
        [one] Une personne nouvelle attend un binôme.
       *[other] { $waiting } personnes nouvelles attendent un binôme.
    } { $places ->
        [0] Aucune place n’est libre pour l’instant.
        [one] Une place est libre.
       *[other] { $places } places sont libres.
    }
pairs-figures = En binôme aujourd’hui : { $now }. Depuis le début : { $ever }. Où les deux disent que cela va bien : { $well }.
choice-pair-up = Proposer les binômes
pairs-proposed = { $count ->
        [0] Je n’ai pu proposer aucun binôme.
        [one] J’ai proposé un binôme : à chacun·e de dire oui.
       *[other] J’ai proposé { $count } binômes : à chacun·e de dire oui.
    }{ $left ->
        [0] {""}
        [one] {" "}Une personne reste sur la liste, et le sait.
       *[other] {" "}{ $left } personnes restent sur la liste, et le savent.
    }

refusal-pair-capacity = On accompagne de zéro à { $most } personnes à la fois. Par exemple : /binome 2
refusal-pair-answered = C’est déjà répondu, ou trop tard. Pour voir où vous en êtes : /binome
refusal-pair-already = Vous êtes déjà en binôme, ou on vous en propose un. Pour le voir : /binome

# Counts of people: small ones are not told.
count-few = moins de { $most }
count-known = { $count }
