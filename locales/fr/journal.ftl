# The log of what the team did.

menu-show-log = Voir les dernières décisions
log-empty = Le journal est encore vide.

log = <b>Dernières décisions</b>
    { $lines }

# $on is log-thing; $marks are log-mark, where a choice is told.
log-line = { $at } — { $by ->
        [none] le robot
       *[other] { $by }
    } { $act ->
        [approved] a approuvé
        [refused] a refusé
        [answer] a répondu à
        [take] a pris en charge
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
        [kept-words] a gardé les mots de
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
        [import-time] a importé
        [grant] a accordé
        [decline] a décliné
        [put-off] a remis au mois suivant
        [done] a terminé
        [open-call] a ouvert
        [close-call] a clos
        [cancel-call] a annulé
        [tell-choice] a annoncé le choix de
        [choose] a retenu
        [unchoose] ne retient plus
        [chosen] a annoncé retenir
        [not-chosen] a annoncé ne pas retenir
        [name-ally] a sollicité
        [call] a mis dans l’agenda
        [digest-call] a mis dans l’agenda
        [hold] a retenu
        [close] a clos
        [approve-agenda] a approuvé
        [hold-agenda] a retenu
        [taken-out] a retiré de l’agenda
        [added-late] a ajouté à l’agenda déjà parti
        [refuse-change] n’a pas retenu un changement annoncé pour
        [change-event] a changé
        [undo-change] a remis comme avant
        [trusted] a mis sa confiance dans
        [distrusted] ne met plus sa confiance dans
        [deleted] a supprimé
        [unlink] a séparé les comptes de
       *[other] { $act }
    } { $on }{ $why ->
        [none] {""}
       *[other] {" "}: { $why }
    }{ $marks ->
        [none] {""}
       *[other] {" "}({ $marks })
    }

log-mark = { $criterion } : { call-mark }
log-number = n° { $number }

# What was acted on. $name is how it is called, or log-number; $person whose part in it.
log-thing = { $kind ->
        [answer] { $person ->
            [none] une réponse à l’appel { $name }
           *[other] { $person } pour l’appel { $name }
        }
        [call] l’appel { $name }
        [delivery] l’envoi { $name }
        [directory] l’annuaire
        [edition] l’agenda du { $name }
        [entry] la fiche { $name }
        [event] l’événement { $name }
        [exchange] l’échange { $name }
        [exchanges] { $number ->
            [one] un échange
           *[other] { $number } échanges
        }
        [hosting] l’accueil d’une rencontre ({ $name })
        [introduction] { $person ->
            [none] quelqu’un pour la demande { $name }
           *[other] { $person } pour la demande { $name }
        }
        [item] l’idée { $name } pour la lettre
        [letter] la lettre { $number }
        [letter-time] le jour de la lettre
        [mobilisation] l’appui de l’équipe pour { $name }
        [name] l’appellation { $name }
        [need] la demande { $name }
        [organisation] l’organisation { $name }
        [pairs] { $number ->
            [one] un binôme
           *[other] { $number } binômes
        }
        [permanence] la permanence { $number }
        [person] { $name }
        [question] la question { $name }
        [resource] la ressource { $name }
        [session] la séance { $name }
        [support] une demande de soutien ({ $name })
        [venue] le lieu { $name }
       *[other] { $kind } { $name }
    }
