# What becomes of an exchange that was noted.

menu-pending = Voir ce qui attend une réponse

# Accounts that nobody holds alone: within a sentence, at its beginning, and after "à".
holder-pot = le pot commun
holder-team = l’équipe
holder-pot-first = Le pot commun
holder-team-first = L’équipe
holder-to = à <b>{ $name }</b>
holder-pot-to = au <b>pot commun</b>
holder-team-to = à <b>l’équipe</b>

# An exchange as other messages mention it, as $exchange or by itself. $first and $to are its sides.
exchange-lines = { $kind ->
        [gift] <b>{ $first }</b> offre <b>{ $duration }</b> { $to }
        [settlement] <b>{ $first }</b> laisse <b>{ $duration }</b> { $to }
        [correction] Correction : <b>{ $first }</b> a donné <b>{ $duration }</b> { $to }
       *[other] <b>{ $first }</b> a donné <b>{ $duration }</b> { $to }
    }{ $paid ->
        [true] {" "}(mission payée)
       *[false] {""}
    }
    Le { $day }{ $subject ->
        [none] {""}
       *[other] , pour : { $subject }
    }

# $before is exchange-lines, $change is exchange-becomes.
exchange-corrected = { $before }
    { $change }

exchange-becomes = { $way ->
        [never] <b>Cela n’a pas eu lieu</b>, au lieu de { $now }
        [turned] <b>{ $should } dans l’autre sens</b>, au lieu de { $now }
       *[same] <b>{ $should }</b> au lieu de { $now }
    }{ $turned ->
        [true] {" "}dans l’autre sens
       *[false] {""}
    }

## To whoever has to speak

exchange-to-correct = <b>{ $noter } propose une correction</b>
    { $exchange }

exchange-changed = <b>{ $noter } l’a noté autrement</b>
    { exchange-lines }

exchange-before = Avant :
    { $before }

exchange-for-others = <b>{ $noter } a noté un échange</b>
    { exchange-lines }

exchange-spoken = { $spoken ->
        [true] L’autre personne n’a pas de téléphone : elle a donné son accord de vive voix.
       *[false] C’est à l’équipe de le confirmer.
    }

exchange-is-it-right = Est-ce juste ? Le temps comptera une fois que vous aurez confirmé.

exchange-reminder = { $last ->
        [true] Dernier rappel : cet échange attend votre réponse.
       *[false] Petit rappel : cet échange attend votre réponse.
    }

## How it ended, on the card

exchange-counts = ✓ { $voice ->
        [nobody] Compté sans réponse.
        [team] Confirmé par l’équipe{ $name ->
            [none] {""}
           *[other] {" "}({ $name })
        }.
       *[side] Confirmé par { $name }.
    }{ $reason ->
        [none] {""}
       *[other] {" "}Pourquoi : { $reason }
    }

exchange-off = { $how ->
        [replaced] Noté autrement depuis : ceci ne compte pas.
        [closed] Classé par l’équipe : ceci ne compte pas.
       *[taken-back] Retiré : ceci ne compte pas.
    }{ $reason ->
        [none] {""}
       *[other] {" "}Pourquoi : { $reason }
    }

exchange-expired-card = Sans réponse depuis { $days } jours : ceci ne compte pas.

## Confirmed

# $days is how long nobody answered; 0 for what was too short to be asked about.
exchange-confirmed = <b>{ $voice ->
        [nobody] { $days ->
            [0] Échange compté d’office, car il est court
            [one] Échange compté, sans réponse depuis un jour
           *[other] Échange compté, sans réponse depuis { $days } jours
        }
        [team] L’équipe a confirmé cet échange
       *[side] Échange confirmé
    }</b>
    { $exchange }

exchange-reason = Pourquoi : { $reason }
exchange-paid-apart = C’est une mission payée : elle est gardée à part et ne change aucun solde.

exchange-balance = { $holder ->
        [none] Votre solde : <b>{ $balance }</b>
       *[other] Solde ({ $holder }) : <b>{ $balance }</b>
    }

exchange-leans-receives = On vous aide beaucoup en ce moment, et c’est fait pour cela : un solde négatif n’empêche jamais de demander. Quand vous aurez envie de rendre, dites ce que vous savez faire avec /offrir.
exchange-leans-gives = Vous donnez beaucoup, merci ! Pensez aussi à vous : /besoin

## Waiting

# A page of /attente.
pending = { $count ->
        [one] Un échange attend une réponse.
       *[other] <i>{ $page } sur { $count } en attente d’une réponse</i>
    }
pending-none = Rien n’attend de réponse.

# $other is empty for the team.
exchange-waits = <b>{ $other ->
        [none] L’équipe n’a pas encore répondu
       *[other] { $other } n’a pas encore répondu
    }</b>
    { $exchange }

exchange-unreached = { $invited ->
        [true] { $other } n’a pas encore ouvert votre invitation. Vous pouvez la lui envoyer encore une fois.
       *[false] Je n’arrive pas à joindre { $other }, qui doit confirmer. Demandez-lui de m’écrire en privé, ou parlez-en à l’équipe avec /question.
    }

exchange-expired = <b>{ $mine ->
        [true] Votre échange est resté sans réponse
       *[false] Un échange est resté sans votre réponse
    }</b>
    Après { $days } jours, il ne compte pas. S’il a bien eu lieu, notez-le à nouveau avec /heures.

exchange-cancelled = C’est retiré. Cet échange ne compte pas.

exchange-cancelled-other = <b>{ $name } a retiré cet échange</b>
    { exchange-lines }

    Vous n’avez rien à faire.

# The writer edited the message with which they had noted it.
exchange-edited = Modifier votre message ne change pas ce qui est noté :
    { exchange-lines }

    Pour le changer, retirez-le, puis écrivez-le à nouveau.

exchange-edited-counts = Cet échange est confirmé : modifier votre message n’y change rien. Pour le corriger : /corriger

## Said otherwise

change-exchange-ask-what = { $before }

    Qu’est-ce qui n’est pas juste ?

change-exchange-draft = <b>Ce qui est noté</b>
    { $before }

    <b>Ce que vous proposez</b>
    { $after }

    Est-ce juste ? Le temps comptera quand l’autre personne aura confirmé.

restate-minutes-ask-minutes = Combien de temps ? Choisissez, ou écrivez par exemple 1h30.
restate-day-ask-day = Quel jour ? Écrivez par exemple hier, lundi dernier ou 12 mars.
restate-subject-ask-subject = Pour quoi ? Quelques mots suffisent.

# $other is empty for the team.
exchange-change-noted = { $other ->
        [none] C’est proposé. Le temps comptera dès que l’équipe aura confirmé.
       *[other] C’est proposé. Le temps comptera dès que { $other } aura confirmé.
    }

exchange-change-unreached = C’est proposé, mais je ne peux pas encore écrire à { $other }.
    Demandez-lui de m’envoyer /attente en privé pour confirmer.

## Contested

# To the one who contested.
exchange-contested = D’accord, cet échange ne compte pas. L’équipe en parlera avec vous deux.

say-why-ask-text = Que s’est-il passé ? Quelques mots aident l’équipe, mais rien ne vous y oblige.
contest-without-words = D’accord. L’équipe vous écrira ici.

# To the other side. $name is empty for the team.
exchange-contested-noter = <b>{ $name ->
        [none] L’équipe conteste cet échange
       *[other] { $name } conteste cet échange
    }</b>
    { exchange-lines }

    Il ne compte pas. L’équipe en parlera avec vous deux. Répondez à ce message pour lui écrire.

exchange-contested-card = <b>Échange contesté</b>
    Noté par { $noter }
    { $exchange }

exchange-contested-waits = Il ne compte pas. Répondez à ce message pour écrire à l’équipe.
exchange-contested-why = Ce qu’en dit la personne qui conteste : { $why }
exchange-contested-hint = Répondez à ce message : les deux personnes vous liront.

exchange-words = <b>{ $name }, à propos de cet échange</b>
    { $text }

exchange-words-sent = C’est transmis à l’équipe.

exchange-team-writes = <b>{ $by ->
        [none] L’équipe vous écrit à propos de votre échange
       *[other] { $by } vous écrit à propos de votre échange
    }</b>
    { $text }

exchange-team-wrote = { $count ->
        [0] Je n’ai pu joindre personne.
        [one] C’est transmis à une personne.
       *[other] C’est transmis à { $count } personnes.
    }

write-to-both-ask-text = Écrivez votre texte : les deux personnes le liront.

contest-ask-reason = Pourquoi ? Les deux personnes le liront, et le journal le garde.

settle-as-ask-should = { exchange-lines }

    Qu’aurait-il fallu noter ? Choisissez, ou écrivez par exemple 1h30, ou « 1h30 dans l’autre sens ».

exchange-settled = C’est fait. Les deux personnes le savent.

exchange-closed-told = <b>L’équipe a classé cet échange</b>
    { exchange-lines }

    Il ne compte pas. Pourquoi : { $reason }

exchange-counts-already = Cet échange est confirmé. S’il y a une erreur, on peut le corriger à deux.
