# Needs: who can help, asked with both sides' consent.

menu-ask-for-help = Look for a hand

ask-for-help-ask-what = What do you need? For example: somebody to proofread a grant application.

need-matches = For { $need }, these people can probably help you:
    { $allies }

    Whom shall I ask? Everyone is free to say no.

need-match = • <b>{ $name }</b> offers { $offer }

# $reasons is a list of the messages why-… below.
need-match-because = • <b>{ $name }</b> offers { $offer } ({ $reasons })

choice-why = Why these people?
choice-why-one = Why this person?

why = For { $need }, this is what counted:
    { $people }

why-person = • <b>{ $name }</b>: { $reasons }

why-helped = { $times ->
        [one] has helped this way once
       *[other] has helped this way { $times } times
    }
why-same-commune = same town
why-same-epci = same group of towns
why-same-departement = same département
why-same-region = same region
why-far = lives further away
why-place-unknown = no place given
why-remote = from afar, so the place does not matter
why-other-organisation = another organisation than yours
why-exploratory = so that it is not always the same people
why-rested = available this month
why-asked-lately = available, in spite of a recent request
why-alike = what they offer is what you need
why-similar = what they offer is much like what you need
why-related = what they offer has to do with what you need

why-rule = <i>I look first at what each person offers, then at whether they are available and near.
    Time given and received hardly counts, and I do not show it. Status and circle never count.
    People who are taking a break, or were asked a short while ago, are not proposed.</i>

need-nobody = I have not found anyone for { $need } yet. The team has been told.
    You may also put it another way: /need

need-nobody-team = <b>{ $state ->
        [unmet] { $asker } is looking for help, and I found nobody
        [filled] { $asker } found help
        [open] { $asker } is looking for help again
       *[closed] { $asker } was looking for help: it is closed
    }</b>
    { $need }

helper-asked = I have asked { $name }. I will tell you as soon as there is an answer.

helper-declined = { $name } cannot help this time with { $need }.
    You may ask somebody else: /need

# Before both agree, the helper is not told who asks.
help-request = Somebody in the alliance could do with a hand: { $need }
    Your offer fits. Would you like to help?

    <i>You will know who is asking, and they how to reach you, only if you accept.</i>

# To each of the two; $name is the other one.
introduced = <b>You are now in touch with { $name }</b>
    About { $need }
    To write to them: { $ways }

    Once the help is given, note the time: /hours

# Somebody on Telegram who chose no @name.
way-without-handle = <a href="tg://user?id={ $account }">their Telegram chat</a>

way-to-reach = { $platform ->
        [telegram] { $address } on Telegram
        [matrix] { $address } on Matrix
       *[other] { $address }
    }

declined-thanks = All right, thank you for answering!
