# Labels of what one may press or type: a few words each.

choice-named = { $name }
choice-value = { $value }

# Put in place of the choices, once one was taken.
choice-taken = ✓ { $label }
choice-taken-by = ✓ { $label } — { $name }

choice-help = Tout ce que je sais faire

choice-exact = C’est juste
choice-cancel = Annuler
choice-me = Moi
choice-confirm = Confirmer
choice-contest = Contester
choice-take-back = Retirer cet échange

choice-right = 👍 C’est ça
choice-not-quite = Pas tout à fait
choice-to-team = Poser à l’équipe
choice-none = Aucune de celles-ci
choice-in-private = Continuer en privé
choice-write-team = Écrire à l’équipe
choice-send-beginning = Envoyer le début à l’équipe
choice-propose-link = Le proposer
choice-ask-about = Poser une question
choice-answer = Répondre
choice-take = Je m’en occupe
choice-not-for-us = Pas pour nous

choice-ask-helper = Demander à { $name }
choice-accept = Je veux bien
choice-decline = Pas cette fois
choice-withdraw-offers = Retirer mes offres

choice-event = Un événement
choice-news = Une nouvelle
choice-approve = Approuver
choice-refuse = Refuser
choice-approve-all = Tout approuver
choice-one-by-one = Un par un
choice-refuse-all = Tout refuser
choice-it-arrived = C’est arrivé
choice-send-again = Renvoyer
choice-settled = Classer

choice-agenda-on = Recevoir l’agenda
choice-agenda-off = Ne plus recevoir l’agenda
choice-letter-on = Recevoir la lettre
choice-letter-off = Ne plus recevoir la lettre
choice-other-time = Changer le jour ou l’heure
