# Needs: what somebody looks for, read from one message, and what becomes of it.

refusal-need-draft = Cette demande n’est pas encore confirmée, personne n’a été sollicité. Vos demandes : /besoins
refusal-need-open = Cette demande est déjà ouverte : je cherche. Vos demandes : /besoins
refusal-need-closed = Cette demande est close, il n’y a plus rien à faire. Merci !
refusal-need-unmet = L’équipe cherche déjà pour cette demande. Vos demandes : /besoins
refusal-need-expired = Le jour de cette demande est passé. Une nouvelle : /besoin

# The card: one line for each thing understood.
need-card = <b>{ $state ->
        [draft] Voici ce que j’ai compris
        [unmet] Votre demande : l’équipe cherche
        [expired] Votre demande : son jour est passé
       *[open] Votre demande
    }</b>
    { $need }
    { $facts }

need-fact-what = • Sujet : { $what }
need-fact-day = • D’ici au { $day }
need-fact-place = • Lieu : { $place }
need-fact-remote = • À distance
need-fact-length = • Environ { $length }
need-fact-urgent = • C’est urgent
need-fact-named = • Les personnes à qui je demande voient votre nom
need-fact-unnamed = • Votre nom reste caché jusqu’à un oui

need-twice = Vous cherchez déjà cela : { $need }. Une deuxième demande ferait solliciter d’autres personnes.
choice-need-see = Voir
choice-need-anyway = Chercher quand même
need-which = De quoi s’agit-il ? Choisissez ce qui s’en approche le plus.
need-own-words = Je ne reconnais là ni compétence ni matériel. Je peux chercher avec vos mots, tels quels.
need-day-past = Le { $day } est déjà passé : je n’ai pas retenu de date.

need-in-private = Je vous réponds en privé.
need-insult = Ces mots blessent, je ne les garde pas. Dites-moi plutôt ce qui vous aiderait : /besoin
need-insult-team = { $name } a écrit une injure dans une demande. Je n’en ai rien gardé.

needs = { $count ->
        [one] Vous avez une demande ouverte.
       *[other] Vous avez { $count } demandes ouvertes. Laquelle voulez-vous voir ?
    }
needs-none = Vous ne cherchez rien en ce moment. Pour demander un coup de main : /besoin
need-dropped = C’est oublié, personne n’a été sollicité.
need-closed = C’est clos, je ne cherche plus.{ $told ->
        [0] {""}
        [one] { " " }La personne à qui j’avais demandé est prévenue.
       *[other] { " " }Les personnes à qui j’avais demandé sont prévenues.
    }
need-no-more = Plus besoin d’aide pour { $need }. Merci d’y avoir pensé !
need-sought-again = Finalement, on cherche toujours pour { $need } : votre aide serait de nouveau la bienvenue.
need-ended = Personne n’a encore pu aider pour { $need }, et le jour est passé. On continue ?

menu-show-needs = Voir mes demandes
menu-lend-hand = Répondre à une demande de l’agenda

choice-my-needs = Voir mes demandes
choice-need-search = Chercher
choice-need-change = Modifier
choice-need-drop = Laisser tomber
choice-need-again = Relancer
choice-need-close = Clore
choice-need-week = Prolonger d’une semaine
choice-need-day = Date
choice-need-place = Lieu
choice-need-remote = À distance
choice-need-on-site = Sur place
choice-need-length = Durée
choice-need-meaning = Autre sujet
choice-need-named = Dire mon nom
choice-need-unnamed = Sans mon nom
choice-need-group = Publier dans un groupe
choice-need-back = Retour
choice-other-meaning = Autre chose
choice-need-my-words = Chercher avec mes mots
choice-need-any-day = Pas de date
choice-need-anywhere = Peu importe

say-meaning-ask-words = En deux ou trois mots, de quoi s’agit-il ?
set-need-day-ask-day = D’ici à quel jour ? Par exemple : le 12, vendredi, fin mars.
set-need-place-ask-where = Où ? Une commune, une intercommunalité ou un département.
set-need-length-ask-minutes = Combien de temps, à peu près ?

# A need in a group. $asker is "" for whoever keeps their name to themselves.
need-in-group = 🤝 <b>{ $asker ->
        [none] Quelqu’un cherche un coup de main
       *[other] { $asker } cherche un coup de main
    }</b>
    { $need }

need-facts = { $facts }

need-posted = C’est publié dans { $group }. Quand quelqu’un propose son aide, je vous le dis ici.
choose-group-ask-chat = Dans quel groupe ? { $named ->
        [yes] Votre nom y sera dit.
       *[no] Votre nom n’y sera pas dit.
    }

choice-lend-hand = Je peux aider
lend-hand-ask-need = Quelle demande ? Donnez-moi son numéro, tel que dans l’agenda.
hand-offered = Merci ! Je le dis tout de suite à la personne qui cherche.
hand-for-you = <b>{ $name } propose de vous aider</b>
    { $need }

    Si vous êtes d’accord, je vous mets en contact.
choice-take-hand = Nous mettre en contact
choice-leave-hand = Non merci
hand-left = Pour { $need }, une autre solution s’est trouvée. Merci de vous être proposé·e !
hand-left-toast = D’accord. Je remercie pour vous.

# The agenda.
need-call = Voulez-vous que votre demande paraisse dans l’agenda de la semaine ?
choice-call-yes = Oui
choice-call-unnamed = Oui, sans mon nom
choice-call-no = Non
call-agreed = D’accord. L’équipe l’a sous les yeux : si elle l’ajoute à l’agenda, je vous le dis.
need-call-declined = D’accord, pas dans l’agenda. L’équipe cherche.
call-out-told = { $soon ->
        [yes] Votre demande, { $need }, est dans /agenda, et paraîtra dans le prochain agenda des groupes.
       *[no] Votre demande, { $need }, est dans /agenda, que tout le monde peut lire dès maintenant.
    }
digest-needs = 🤝 <b>Coups de main cherchés</b>
    { $calls }

# $asker is "" for whoever keeps their name to themselves.
digest-call = • { $asker ->
        [none] On cherche
       *[other] { $asker } cherche
    } : { $need } — /aider { $number }
digest-call-facts = • { $asker ->
        [none] On cherche
       *[other] { $asker } cherche
    } : { $need } ({ $facts }) — /aider { $number }
call-fact-day = d’ici au { $day }
call-fact-place = lieu : { $place }
call-fact-remote = à distance
call-fact-length = environ { $length }
call-fact-urgent = urgent
call-facts = { $first }, { $then }

# The team.
need-call-agreed = { $called ->
        [yes] La demande paraît dans l’agenda.
       *[no] La personne est d’accord pour l’agenda.
    }
choice-name-ally = Proposer quelqu’un
choice-call-out = Mettre dans l’agenda
choice-unmet-close = Clore
name-ally-ask-who = À qui pensez-vous ? Donnez-moi son nom. Je lui demanderai sans dire pour qui.
name-ally-ask-named = À qui pensez-vous ? Donnez-moi son nom. Je lui demanderai en disant pour qui.
ally-asked-named = J’ai demandé à { $name }, en disant pour qui.
ally-asked = J’ai demandé à { $name }, sans dire pour qui.
need-team-asked = L’équipe a pensé à quelqu’un pour { $need }, et lui a demandé. Je vous préviens.
unmet-closed = { $count ->
        [0] L’équipe a cherché pour { $need }, et n’a trouvé personne à qui demander.
        [one] L’équipe a demandé à une personne pour { $need }, et n’a pas eu de oui.
       *[other] L’équipe a demandé à { $count } personnes pour { $need }, et n’a pas eu de oui.
    } Elle arrête de chercher. Vous pouvez le redire autrement : /besoin
unmet-reopened = L’équipe cherche de nouveau pour { $need }. Je vous préviens.

# $names were asked by the team, and have yet to answer.
ally-waits = { $count ->
        [one] { $names } n’a pas encore répondu. Faut-il demander à une autre personne en même temps ?
       *[other] { $names } n’ont pas encore répondu. Faut-il demander à une autre personne en même temps ?
    }
choice-ask-too = Demander aussi à { $name }

# Whom the team asked, and who of the team thought of them.
need-thoughts = <b>Personnes sollicitées par l’équipe</b>
    { $lines }
need-thought = • { $name }{ $by ->
        [none] {""}
       *[other] , à qui { $by } a pensé
    } : { $state ->
        [asked] pas encore de réponse
        [offered] se propose
        [accepted] oui
        [refused] pas cette fois
        [expired] pas de réponse
       *[cancelled] sa réponse n’est plus nécessaire
    }
need-closed-by = Clos par { $name }.

refusal-need-everything = Tout, c’est beaucoup ! Commençons par une chose : laquelle vous aiderait le plus ?
refusal-need-day = Je n’ai pas compris ce jour. Par exemple : le 12, vendredi, fin mars.
refusal-need-day-past = Ce jour est déjà passé. Lequel vous irait ?
refusal-need-over = Cette demande est close. Pour en faire une autre : /besoin
refusal-call-unknown = Je ne connais pas cette demande. Celles de la semaine : /agenda
refusal-call-own = C’est votre propre demande. Vos demandes : /besoins
refusal-hand-late = Merci ! Ce n’est plus nécessaire, la demande est close.
refusal-hand-twice = Vous vous êtes déjà proposé·e, merci ! La personne le sait.
refusal-need-taken-back = La personne a repris sa demande elle-même.
refusal-need-closed-long = C’est clos depuis plus d’un jour. La personne peut redemander quand elle veut : /besoin
refusal-ally-asker = C’est la personne qui demande. À qui d’autre pensez-vous ?
refusal-ally-not-free = Cette personne ne peut pas être sollicitée pour cette demande. À qui d’autre pensez-vous ?
