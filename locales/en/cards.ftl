# Cards: how a thing is shown, to the one who decides about it and to all.

# $whom is empty for the one who reads it.
exchange-to-confirm = <b>{ $noter } { $kind ->
        [gift] proposes a gift of hours
       *[other] noted an exchange { $whom ->
            [none] with you
           *[other] with { $whom }
        }
    }</b>
    { exchange-lines }

# $event is event-full.
event-card = <b>{ $proposer } proposes an event</b>
    { $source ->
        [none] { $event }
       *[other] { "" }<i>Source: { $source }</i>

            { $event }
    }

batch-card = <b>{ $proposer } proposes { $count ->
        [one] one event
       *[other] { $count } events
    }</b>
    <i>Source: { $source }</i>

    { $events }

batch-more = { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }

# A post of which nobody knows whether it arrived. $issue, $week and $chat may be empty.
delivery-unknown = <b>Did this message arrive?</b>
    The group: { $chat ->
        [none] without a title
       *[other] { $chat }
    }{ $week ->
        [none] {""}
       *[other] {" "}(the agenda of the week of { $week })
    }{ $issue ->
        [none] {""}
       *[other] {" "}(issue { $issue })
    }
    The connection broke while I was sending. Please have a look, then tell me.

# $status is empty for what goes on as planned.
event-status = { $status ->
        [cancelled] <b>Cancelled</b>{" — "}
        [moved] <b>New place</b>{" — "}
        [rescheduled] <b>New time</b>{" — "}
        [postponed] <b>Postponed</b>{" — "}
        [full] <b>Full</b>{" — "}
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

