# Correcting what counts already.

menu-correct = Corriger un échange confirmé

correct-ask-exchange = { $team ->
        [true] Quel échange faut-il corriger ? Choisissez, ou répondez avec un nom.
       *[false] Quel échange faut-il corriger ? Choisissez, ou écrivez un nom.
    }

# $before is exchange-lines.
correct-ask-should = { $before }{ $corrected ->
        [true] {" "}— corrigé depuis : { $now }{ $turned ->
            [true] {" "}dans l’autre sens
           *[false] {""}
        }
       *[false] {""}
    }

    Qu’aurait-il fallu noter ? Choisissez, ou écrivez par exemple 1h30, ou « 1h30 dans l’autre sens ».

# $change is exchange-becomes.
correct-ask-reason = { $before }
    { $change }

    { $team ->
        [true] Pourquoi ? Les deux personnes le liront, et le journal le garde. La correction comptera aussitôt.
       *[false] Envoyez-la telle quelle, ou écrivez d’abord pourquoi. Elle comptera quand l’autre personne aura confirmé.
    }

# $other is empty for the team.
correction-noted = { $other ->
        [none] C’est proposé. La correction comptera dès que l’équipe aura confirmé.
       *[other] C’est proposé. La correction comptera dès que { $other } aura confirmé.
    }
