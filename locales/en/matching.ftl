# Needs: who can help, asked with both sides' consent.

menu-ask-for-help = Look for a hand

ask-for-help-ask-what = What do you need? For example: somebody to proofread a grant application.

why-helped = { $times ->
        [one] has helped this way once
       *[other] has helped this way { $times } times
    }
why-same-commune = same commune
why-same-epci = same group of communes
why-same-departement = same département
why-same-region = same region
why-far = lives further away
why-place-unknown = no place given
why-remote = remote, so the place does not matter
why-other-organisation = another organisation than yours
why-exploratory = so that it is not always the same people
why-rested = available this month
why-asked-lately = available, in spite of a recent request
why-alike = what they offer is what you need
why-similar = what they offer is much like what you need
why-related = what they offer has to do with what you need

need-nobody = I have not found anyone for { $need } yet. { $named ->
        [yes] The team is looking too, and sees your name.
       *[no] The team is looking too, without your name.
    }
    You may also put it another way: /need

# The same where whoever asks keeps their name to themselves.
need-unnamed-team = <b>{ $state ->
        [unmet] Somebody is looking for help, and I found nobody
        [filled] Somebody was looking for help, and found it
        [open] Somebody is looking for help again
       *[closed] Somebody was looking for help: it is closed
    }</b>
    { $need }
need-unnamed-hidden = Their name stays hidden until a yes.

need-nobody-team = <b>{ $state ->
        [unmet] { $asker } is looking for help, and I found nobody
        [filled] { $asker } found help
        [open] { $asker } is looking for help again
       *[closed] { $asker } was looking for help: it is closed
    }</b>
    { $need }
