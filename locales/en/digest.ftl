# The agenda as it is posted.

# $span is span-of-days, or one day; $clock is the city of these hours, for readers elsewhere.
digest-title = 🗓 <b>This week’s agenda</b>
    { $span }{ $clock ->
        [none] {""}
       *[other] , { $clock } time
    }

digest-goes-on = <b>This week’s agenda, continued</b>

digest-last = <i>Checked by the team. Is something missing? /propose</i>

# $first has no month where it is that of $last.
span-of-days = { $first } to { $last }

# Without its month: Saturday 28.
day-alone = { $weekday } { $day }

digest-day = <b>{ $day }</b>
    { $lines }

digest-day-more = <b>{ $day }, continued</b>
    { $lines }

# $at is empty for a whole day; $title is digest-event-title, $facts digest-beside.
digest-event = { digest-event-alone }
    { $facts }

digest-event-alone = { $at ->
        [none] All day
       *[other] <b>{ $at }</b>
    } · { $title }

digest-event-title = { $status ->
        [cancelled] Cancelled: <s>{ $title }</s>
       *[other] { digest-linked-title }{ $status ->
            [moved] {" "}(new place)
            [rescheduled] {" "}(new time)
            [postponed] {" "}(postponed)
            [full] {" "}(full)
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

digest-euros = €{ $amount }

digest-price = { $price }

digest-families = for families

digest-until = until { $day }

# $at is empty for midnight.
digest-until-hour = until { $at ->
        [none] midnight
       *[other] { $at }
    }

# $words are a condition as its writer put it: dès 12 ans.
digest-condition = { $words }

digest-between = { $span }

digest-changes = <b>What has changed</b>
    { $lines }

digest-change-cancelled = Cancelled: <s>{ $title }</s> ({ $day })
digest-change-postponed = Postponed: { $title } (was due on { $day })
digest-change-full = Full: { $title } ({ $day })
digest-change-day = { $title }: { $day }{ $at ->
        [none] {""}
       *[other] {" "}at { $at }
    } (not { $before })
digest-change-hour = { $title } ({ $day }): { $at } (not { $before })
digest-change-place = { $title } ({ $day }): { $at ->
        [none] the place is not settled yet
       *[other] { $at }
    }{ $before ->
        [none] {""}
       *[other] {" "}(not { $before })
    }

digest-lasting = <b>On now</b>
    { $lines }

digest-lasting-event = { $title }
    { $facts }

digest-volunteers = <b>We need you</b>
    { $lines }

# $what is what the proposer asks for, in their words.
digest-volunteers-line = { $title }, { $day }
    { $what }

digest-campaign = <b>A helping hand</b>
    { $text }
