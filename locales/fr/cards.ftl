# Cards: how a thing is shown, to the one who decides about it and to all.

# $whom is empty for the one who reads it.
exchange-to-confirm = <b>{ $noter } { $kind ->
        [gift] propose un don d’heures
       *[other] a noté un échange { $whom ->
            [none] avec vous
           *[other] avec { $whom }
        }
    }</b>
    { exchange-lines }

# $event is event-full.
event-card = <b>{ $proposer } propose un événement</b>
    { $source ->
        [none] { $event }
       *[other] { "" }<i>Source : { $source }</i>

            { $event }
    }

batch-card = <b>{ $proposer } propose { $count ->
        [one] un événement
       *[other] { $count } événements
    }</b>
    <i>Source : { $source }</i>

    { $events }

batch-more = { $count ->
        [one] … et un autre.
       *[other] … et { $count } autres.
    }

# A post of which nobody knows whether it arrived. $issue, $week and $chat may be empty.
delivery-unknown = <b>Ce message est-il bien arrivé ?</b>
    Le groupe : { $chat ->
        [none] sans titre
       *[other] { $chat }
    }{ $week ->
        [none] {""}
       *[other] {" "}(l’agenda de la semaine du { $week })
    }{ $issue ->
        [none] {""}
       *[other] {" "}(numéro { $issue })
    }
    La connexion s’est coupée pendant l’envoi. Allez voir, puis dites-le-moi.

# $status is empty for what goes on as planned.
event-status = { $status ->
        [cancelled] <b>Annulé</b>{" — "}
        [moved] <b>Lieu changé</b>{" — "}
        [rescheduled] <b>Horaire changé</b>{" — "}
        [postponed] <b>Reporté</b>{" — "}
        [full] <b>Complet</b>{" — "}
       *[other] {""}
    }

event-title = { $link ->
        [none] <b>{ $title }</b>
       *[other] <a href="{ $link }"><b>{ $title }</b></a>
    }

event-place = { $place ->
        [none] {""}
       *[other] {", "}{ $place }
    }

event-full = { event-status }{ event-title }
    { $when }{ event-place }

