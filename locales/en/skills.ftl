# What people can do and lend: offers, and names for skills.

menu-offer = Say what I can do

offer-ask-what = What can you do for others, or lend them? For example: bookkeeping, chairing a meeting, a room.

# $offers is a list of lines, one for each offer.
offer-kept = Thank you! This is what you offer:
    { $offers }

offer-as-said = • { $offer }
offer-as-read = • { $offer }, that is <b>{ $title }</b>

# Somebody says in passing what they could do. Nothing is kept yet.
offer-heard = Somebody could use that, thank you! Would you like to offer it to the allies? I will always ask you before I put you in touch.
choice-offer-this = Offer it
choice-was-a-question = It was a question

offer-which = { $offer }: what comes closest?

offer-asked-first = When somebody needs it, I will ask you first.

# $audience is who sees it: 0 for nobody, up to 3 for everyone.
offer-seen-by = { $audience ->
        [0] In the directory, nobody sees it. To show it: /profile
        [1] In the directory, the team sees it and allies do not. To change that: /profile
        [2] In the directory, the team and allies see it. To change that: /profile
       *[3] In the directory, everyone sees it. To change that: /profile
    }

# $offers is a list of quotations, $count says how many.
offer-own-words = { $count ->
        [one] I do not know { $offers } yet. I keep it as it is, and the team will see where it belongs.
       *[other] I do not know { $offers } yet. I keep them as they are, and the team will see where they belong.
    }

offers-correct = What needs correcting?

offers-withdrawn = Done, you offer nothing any more. To begin again: /offer

offer-insult = These words hurt, and I do not keep them. Tell me instead what you like doing: /offer

offer-insult-team = { $name } wrote an insult among their offers. I kept none of it.

# A name that somebody gave to a skill, before the team. $proposer is "" when that person left.
name-card = <b>Where does { $name } belong?</b>
    { $proposer ->
        [none] Somebody proposed it
       *[other] { $proposer } proposed it
    }, and I do not know that name.

name-kept = Thank you for { $name }: the team put it with { $skill }. You will be understood by both names. If that is not it, tell the team: /ask
name-kept-new = Thank you for { $name }: the team made it a skill of its own. You will be understood by that name.
name-refused = The team has read { $name }, and did not make it the name of a skill. Your words stay as they are, and you can put them another way: /offer

keep-name-ask-concept = Which skill does it belong to? Write it in a few words.

choice-other-skill = Something else
choice-correct-offers = Correct
choice-all-right = All is right
choice-undo-offers = Undo this addition
choice-withdraw-offer = Take it back
choice-withdraw-offers = Take my offers back
choice-another-skill = Another skill
choice-new-skill = A new name

refusal-offer-empty = Say in a few words what you can do. For example: /offer bookkeeping, facilitation
refusal-offer-nothing = Nothing? Everyone has a little something: listening, cooking, minding a stall… Say it whenever you like: /offer
refusal-offer-vague = No need to be an expert. Proofreading a text, minding a stall, lending a tool: it all counts.
refusal-offer-everything = Everything, how generous! You will be found more easily with two or three precise things. For example: /offer bookkeeping, facilitation
refusal-offer-too-long = That is a little long: { $most } characters at most for each offer. For example: meeting facilitation
refusal-offers-too-many = How generous! But { $most } offers at most in one message. Send the rest afterwards.
refusal-skill-unknown = I find nothing like it. Try other words, or keep it as a new name.
