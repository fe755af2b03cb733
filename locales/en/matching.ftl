# Needs: who can help, asked with both sides' consent.

menu-ask-for-help = Look for a hand

ask-for-help-ask-what = What do you need? For example: somebody to proofread a grant application.

need-matches = For { $need }, these people can probably help you:
    { $allies }

    Whom shall I ask? Everyone is free to say no.

need-match = • <b>{ $name }</b> offers { $offer }

need-nobody = I have not found anyone for { $need } yet. The team has been told.
    You may also put it another way: /need

need-nobody-team = <b>{ $asker } is looking for help, and no offer fits</b>
    { $need }

    Do you know somebody?

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
