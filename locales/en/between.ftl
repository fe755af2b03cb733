# Between the fabriques that one bot serves.

menu-community = Choose which fabrique you speak to
menu-show-partners = See the time exchanged between fabriques

# Somebody of another fabrique.
holder-elsewhere = { $name } ({ $fabrique })

community-only = You are speaking to <b>{ $name }</b>.

community = Here, you are speaking to <b>{ $name }</b>.

community-balances = <b>Time given between fabriques</b>
    { $lines }

# One line for members; $state says who gave more.
community-line = • { $name }: { $state ->
        [gave] we gave { $difference } more than we received
        [received] we received { $difference } more than we gave
       *[even] as much given as received
    }

community-ask = { $place ->
        [private] To speak to another one, choose it.
       *[group] To let this group speak to another one, choose it.
    } What is under way here stays under way.

community-chosen = All right. From now on, here, you are speaking to <b>{ $name }</b>.

# In the team's chat.
partners = <b>Time exchanged with the other fabriques</b>
    { $lines }

partner-line = <b>{ $name }</b> — { $state ->
        [gave] we gave { $difference } more than we received
        [received] we received { $difference } more than we gave
       *[even] as much given as received
    }
    Given { $given }, received { $received }, difference allowed { $most }{ $waiting ->
        [0] .
        [one] , one exchange waiting.
       *[other] , { $waiting } exchanges waiting.
    }

partners-none = No time has been exchanged with another fabrique yet.

refusal-fabrique-unknown = I know no fabrique called “{ $name }”. Type /community to choose.
refusal-fabrique-team = This chat is a team’s: it stays with its fabrique. The bot’s settings can change that.
refusal-partner-most = With { $name }, the difference between time given and time received would go beyond { $most }. Nothing was counted. Give or receive time the other way first, or talk about it with the team: /ask.
