# The team's chat: what waits, what was decided; and what the proposers are told.

menu-queue = Voir ce qui attend une décision
menu-show-log = Voir les dernières décisions

# Followed by one message for each thing, except the $more that come later.
queue = { $count ->
        [0] Plus rien n’attend. Merci !
        [one] Une chose attend une décision. La voici.
       *[other] { $count } choses attendent une décision.
    }{ $more ->
        [0] {""}
       *[other] {" "}Voici les plus anciennes. Ensuite, tapez encore /file.
    }
queue-support = { $count ->
        [one] Une demande de soutien est ouverte : /soutien
       *[other] { $count } demandes de soutien sont ouvertes : /soutien
    }

batch-one-by-one = { $count ->
        [one] Voici le seul événement qui attend.
       *[other] { $count } événements attendent.
    }{ $more ->
        [0] {""}
       *[other] {" "}Voici les premiers. Ensuite, tapez /file.
    }

log-empty = Le journal est encore vide.

log = <b>Dernières décisions</b>
    { $lines }

# $on names the thing with its number, such as event:12.
log-line = { $at } — { $by ->
        [none] le robot
       *[other] { $by }
    } { $act ->
        [approved] a approuvé
        [refused] a refusé
        [answer] a répondu à
        [take] a pris
        [pair-up] a proposé
        [give-back] a rendu
        [ask-consent] a demandé l’accord d’une personne pour
        [ask-ally] a demandé à un·e allié·e pour
        [point-out] a orienté vers un·e professionnel·le
        [dismiss] a écarté
        [reopen] a rouvert
        [merge] a fusionné
        [send-entry] a répondu par une fiche à
        [publish] a publié
        [settle] a classé
        [arrived] a confirmé l’arrivée de
        [send-again] a renvoyé
        [created] a écrit
        [edited] a modifié
        [wording] a ajouté une formulation à
        [retired] a retiré
        [restored] a remis
        [merged] a fusionné
        [undone] a annulé un changement de
        [reviewed] a relu
        [confirm] a confirmé
        [contest] a contesté
        [change] a noté autrement
        [write] a écrit à propos de
        [uphold] a donné raison à
        [settle-as] a tranché
        [correct] a corrigé
        [meeting-changed] a modifié
        [meeting-kept] a maintenu
        [meeting-skipped] a sauté
        [member] a noté l’adhésion de
        [let-in] a ouvert l’annuaire à
        [no-member] a retiré l’adhésion de
        [export] a exporté
        [block] a bloqué
        [unblock] a débloqué
        [leave] a noté le départ de
        [return] a annulé le départ de
        [import-time] a importé des échanges
        [grant] a accordé
        [decline] a décliné
        [put-off] a remis au mois suivant
        [done] a fait
        [open-call] a ouvert
        [close-call] a clos
        [cancel-call] a annulé
        [tell-choice] a annoncé le choix de
        [choose] a retenu
        [unchoose] ne retient plus
        [chosen] a annoncé retenir
        [not-chosen] a annoncé ne pas retenir
       *[other] { $act }
    } <code>{ $on }</code>{ $why ->
        [none] {""}
       *[other] {" "}: { $why }
    }

event-approved = Bonne nouvelle, votre événement est à l’agenda !
    { $event }

event-refused = Votre événement n’a pas été retenu pour l’agenda.
    { $event }

    Pour savoir pourquoi, demandez à l’équipe : /question

batch-approved = { $count ->
        [one] Bonne nouvelle, votre événement est à l’agenda !
       *[other] Bonne nouvelle, vos { $count } événements sont à l’agenda !
    }

batch-refused = { $count ->
        [one] Votre événement n’a pas été retenu pour l’agenda.
       *[other] Vos { $count } événements n’ont pas été retenus pour l’agenda.
    }
    Pour savoir pourquoi, demandez à l’équipe : /question

item-approved = Bonne nouvelle, ceci paraîtra dans la prochaine lettre !
    { $text }

item-refused = Ceci n’a pas été retenu pour la lettre.
    { $text }

    Pour savoir pourquoi, demandez à l’équipe : /question

done = C’est fait.
