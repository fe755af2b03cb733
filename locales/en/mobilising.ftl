# Time asked of the team in return: the asker’s side, and the team’s card.

menu-mobilise = Ask the team for some of its time

mobilise-ask-minutes = How much time would you need? Choose, or write for example 2h.
mobilise-ask-what = What for? A few words are enough, for example proofreading an application.

# $capacity is mobilisation-capacity; $below: the balance is under zero.
mobilisation-draft = <b>A request to the team: please check it</b>
    { $duration } for: { $what }

    Your balance: { $balance }.{ $below ->
        [true] {" "}That keeps nobody from asking.
       *[false] {""}
    } { $capacity }

# $told: the team announced hours for this month; $enough: the request fits into what is left.
mobilisation-capacity = { $told ->
        [true] This month the team announced { $announced }, of which { $left } are left.{ $enough ->
                [true] {""}
               *[false] {" "}That is less than asked: it may have to be next month.
            }
       *[false] The team has announced no hours for this month: it will see.
    }

mobilisation-sent = { $read ->
        [true] The team has it. I will tell you here who takes it on, and when.
       *[false] Noted. Nobody on the team reads here for now; the request waits for them.
    }
mobilisation-withdrawn = Withdrawn; the team sees it.

# $by is a first name, or empty for the team.
mobilisation-taken = Good news: { $by ->
        [none] the team takes it on
       *[other] { $by } takes it on
    } and will be in touch. Once it is done, you will confirm the time you received.
mobilisation-put-off = The team has not enough time left this month, and keeps your request for { $month }.
mobilisation-declined = This time the team cannot. It is not a no to you: another ally, perhaps? /need

mobilisation-card = <b>{ $asker } asks the team for { $duration }</b>
    For: { $what }
    Their balance: { $balance }

# $name is who took it.
mobilisation-state = { $state ->
        [asked] Who can take it on?
        [postponed] Put off to { $month }.
        [taken] 👤 { $name } takes it on.
        [done] ✅ Done, by { $name }.
        [declined] The team said that it was not possible.
       *[withdrawn] The request was withdrawn.
    }

mobilisation-late = ⏰ <b>A request that has waited since { $at }</b>

mobilisation-done-ask-minutes = How long did it take? Choose, or write for example 1h30.
mobilisation-noted = Noted. The time will count once { $name } has confirmed.

refusal-mobilisation-own = This is your own request: somebody else on the team can take it on.
refusal-mobilisation-not-yours = It is for whoever took it on to say so.
refusal-mobilisation-waits = The team has this request already. I will tell you what they answer.
