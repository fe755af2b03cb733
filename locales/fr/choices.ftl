# Labels of what one may press or type: a few words each.

choice-named = { $name }
choice-value = { $value }

# Put in place of the choices, once one was taken.
choice-taken = ✓ { $label }
choice-taken-by = ✓ { $label } — { $name }

choice-help = Tout ce que je sais faire

choice-exact = C’est juste
choice-cancel = Annuler
choice-spoken = D’accord, de vive voix
choice-turn-round = Inverser
choice-part-minutes = La durée
choice-part-day = Le jour
choice-part-direction = Qui a donné
choice-part-partner = La personne
choice-part-subject = Le motif
choice-paid = C’est une mission rémunérée
choice-not-paid = Ce n’est pas rémunéré
choice-keep-draft = Ne rien changer
choice-invite = Inviter cette personne
choice-offline = Elle n’a pas de téléphone
choice-same-one = C’est le même
choice-another-one = C’est un autre
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
choice-write-unnamed = Écrire sans mon nom
choice-send-beginning = Envoyer le début à l’équipe
choice-propose-link = Le proposer
choice-ask-about = Poser une question
choice-answer = Répondre
choice-take = Je m’en occupe
choice-give-back = Je rends
choice-same = Même question que…
choice-not-for-us = Pas pour nous
choice-send-entry = Envoyer cette fiche
choice-reopen = Rouvrir
choice-keep-answer = Ajouter à la base
choice-entry = Fiche : { $title }
choice-retitle = Modifier le titre
choice-reword = Modifier la réponse
choice-mask = Masquer et envoyer
choice-send-as-is = Envoyer tel quel
choice-hide-name = Cacher mon nom

choice-ask-helper = Demander à { $name }
choice-accept = Je veux bien
choice-decline = Pas cette fois
choice-withdraw-offers = Retirer mes offres

choice-event = Un événement
choice-news = Une nouvelle
choice-resource = Une ressource
choice-calendar = Un agenda en ligne
choice-send-to-team = Envoyer à l’équipe
choice-other-title = Changer le titre
choice-edit-title = Modifier le titre
choice-approve = Approuver
choice-refuse = Refuser
choice-approve-all = Tout approuver
choice-one-by-one = Un par un
choice-refuse-all = Tout refuser
choice-it-arrived = C’est arrivé
choice-send-again = Renvoyer
choice-settled = Classer

choice-edit = Modifier
choice-add-wording = Ajouter une formulation
choice-retire = Retirer
choice-restore = Remettre
choice-merge = Fusionner avec…
choice-history = Historique
choice-undo = Annuler le dernier changement
choice-write-entry = Écrire une nouvelle fiche
choice-no-wording = Aucune autre
choice-publish = Publier
choice-still-true = Toujours vrai
choice-part-title = Le titre
choice-part-body = La réponse
choice-part-wordings = Les formulations
choice-part-source = La source
choice-part-date = La date de la source
choice-part-review = La date de relecture
choice-part-tags = Les étiquettes
choice-in-a-year = Dans un an
choice-no-review = Jamais
choice-today = Aujourd’hui

choice-agenda-on = Recevoir l’agenda
choice-agenda-off = Ne plus recevoir l’agenda
choice-letter-on = Recevoir la lettre
choice-letter-off = Ne plus recevoir la lettre
choice-other-time = Changer le jour ou l’heure

choice-statement = Mon relevé en détail
choice-lines-older = Plus anciens
choice-lines-newer = Plus récents
choice-csv = Fichier CSV
choice-pdf = Fichier PDF
choice-year = Mon année en image
choice-year-before = L’année d’avant
choice-monthly-on = Mon relevé chaque mois
choice-monthly-off = Ne plus l’envoyer
choice-way-shared = Partagée
choice-way-offered = Offerte par le pot
choice-way-common = Chantier
choice-was-there = J’y étais
choice-was-not-there = Je n’y étais pas
choice-close-session = Clore la séance
choice-cancel-session = Annuler la séance
choice-see-session = Revoir : { $subject }
choice-add-people = Ajouter des personnes
choice-not-yet = Pas encore
choice-let-pot-offer = Faire offrir par le pot
choice-not-right = Ce n’est pas juste

choice-the-pot = Le pot commun
choice-accept-gift = Accepter
choice-decline-gift = Refuser poliment
choice-grant = Accorder
choice-not-this-time = Pas cette fois

choice-take-on = Je m’en charge
choice-next-month = Le mois prochain
choice-cannot = Pas possible
choice-was-done = C’est fait
choice-withdraw-request = Retirer ma demande
