# The agenda as it is posted.

# $span is span-of-days, or one day; $clock is the city of these hours, for readers elsewhere.
digest-title = 🗓 <b>L’agenda de la semaine</b>
    { $span }{ $clock ->
        [none] {""}
       *[other] , heure de { $clock }
    }

digest-goes-on = <b>L’agenda de la semaine, suite</b>

digest-last = <i>Relu par l’équipe. Il manque un rendez-vous ? /proposer</i>

# $first has no month where it is that of $last.
span-of-days = du { $first } au { $last }

# Without its month: samedi 28.
day-alone = { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    }

digest-day = <b>{ $day }</b>
    { $lines }

digest-day-more = <b>{ $day }, suite</b>
    { $lines }

# $at is empty for a whole day; $title is digest-event-title, $facts digest-beside.
digest-event = { digest-event-alone }
    { $facts }

digest-event-alone = { $at ->
        [none] Toute la journée
       *[other] <b>{ $at }</b>
    } · { $title }

digest-event-title = { $status ->
        [cancelled] Annulé : <s>{ $title }</s>
       *[other] { digest-linked-title }{ $status ->
            [moved] {" "}(lieu changé)
            [rescheduled] {" "}(horaire changé)
            [postponed] {" "}(reporté)
            [full] {" "}(complet)
           *[other] {""}
        }
    }

digest-linked-title = { $link ->
        [none] { $title }
       *[other] <a href="{ $link }">{ $title }</a>
    }

# Facts beside each other, from left to right.
digest-beside = { $first } · { $then }

digest-place = { $place }{ $district ->
        [none] {""}
       *[other] {" "}({ $district })
    }

digest-euros = { $amount } €

digest-price = { $price }

digest-families = en famille

digest-until = jusqu’au { $day }

# $at is empty for midnight.
digest-until-hour = jusqu’à { $at ->
        [none] minuit
       *[other] { $at }
    }

# $words are a condition as its writer put it: dès 12 ans.
digest-condition = { $words }

digest-between = { $span }

digest-changes = <b>Ce qui change</b>
    { $lines }

digest-change-cancelled = Annulé : <s>{ $title }</s> ({ $day })
digest-change-postponed = Reporté : { $title } (prévu { $day })
digest-change-full = Complet : { $title } ({ $day })
digest-change-day = { $title } : { $day }{ $at ->
        [none] {""}
       *[other] {" "}à { $at }
    } (et non { $before })
digest-change-hour = { $title } ({ $day }) : { $at } (et non { $before })
digest-change-place = { $title } ({ $day }) : { $at ->
        [none] le lieu n’est pas encore fixé
       *[other] { $at }
    }{ $before ->
        [none] {""}
       *[other] {" "}(et non { $before })
    }

digest-lasting = <b>En ce moment</b>
    { $lines }

digest-lasting-event = { $title }
    { $facts }

digest-volunteers = <b>On a besoin de vous</b>
    { $lines }

# $what is what the proposer asks for, in their words.
digest-volunteers-line = { $title }, { $day }
    { $what }

digest-campaign = <b>Coup de pouce</b>
    { $text }
