# Pairs: somebody new, and somebody who has been there longer.

menu-show-buddy = Your buddy, to get you started

# Everything about oneself, and what one may do.
buddy = 🤝 <b>A buddy to get you started</b>
    When you arrive, nothing helps more than one person to ask. When you have been here for a while, an hour a month is enough to open the door.

    The team suggests pairs by place, subjects and languages. Both say yes before any name is passed on.
buddy-waits = 🤝 You have been waiting for a buddy since { $since }. As soon as I have somebody to suggest, I will write to you.
buddy-takes = 🤝 { $count ->
        [one] You look after one newcomer at a time.
       *[other] You look after up to { $count } newcomers at a time.
    } I will write when I have one to suggest.
buddy-together = Paired with { $names }.
buddy-neither = Noted: I will suggest no more pairs. You can come back whenever you like.

choice-seek-guide = I am looking for a buddy
choice-take-newcomers = { $count ->
        [one] I can take one newcomer
       *[other] I can take { $count }
    }
choice-stop-waiting = Stop waiting
choice-stop-taking = Take no more newcomers
choice-end-pair = Stop with { $name }

# Before any name is told. $role is who is asked: newcomer or guide.
pair-asked = { $role ->
        [newcomer] 🤝 I may have found your buddy: somebody who has been here longer and has time for you.
       *[guide] 🤝 Somebody new is looking for a buddy: would you show them around?
    } Names are given only if you both say yes. Answer when you can, before { $until }.
# $reasons is a list of the messages why-… and pair-why-….
pair-reasons = What brings you together: { $reasons }.
pair-why-subject = a subject in common
pair-why-organisation = two different organisations, to mix networks

choice-yes-pair = Yes
choice-somebody-else = Rather somebody else
choice-not-now = Not now

pair-agreed = Thank you! Only the other answer is missing. I will write as soon as I have it.
pair-together = <b>You are now paired with { $name }</b>{ $apart ->
        [true] {""}
    Reply to this message: I pass on your words and files to { $name }, both ways.
       *[false] {""}
    }
pair-ways = { $apart ->
        [true] If you would rather write to them elsewhere: { $ways }
       *[false] To write to them: { $ways }
    }
pair-begin = { $role ->
        [newcomer] A question, however small? That is what this is for.
       *[guide] A first message from you, and the door is open.
    }
pair-else-noted = Understood, I will not suggest this person again. You stay on the list.
pair-later-noted = Understood. I will leave you in peace for a month, then I may suggest somebody.
pair-not-this-time = { $role ->
        [newcomer] The pair I suggested will not happen this time. You stay on the list, and you come first.
       *[guide] The pair I suggested will not happen this time. Your place stays open.
    }
pair-unanswered = I had no answer from you, and that is all right. I put this pair aside and will ask nothing for a month. To start again sooner: /buddy
pair-still-waiting = This time I found nobody for you. You stay on the list, and you will come first.

pair-how = You have been paired with { $name } for a month. How is it going?
choice-pair-well = Well, we go on
choice-pair-stop = Let us stop here
pair-well-noted = Good to hear!
pair-ended = { $name } is ending your pair. Thank you for the way you went together! For another buddy: /buddy
pair-end-noted = Noted, and they have been told. Thank you for your time!

# For the team: how many, never who.
pairs-team = 🤝 <b>Buddies</b>
    { $waiting ->
        [0] Nobody is waiting for a buddy.
        [one] One newcomer is waiting for a buddy.
       *[other] { $waiting } newcomers are waiting for a buddy.
    } { $places ->
        [0] No place is free for now.
        [one] One place is free.
       *[other] { $places } places are free.
    }
pairs-figures = Paired today: { $now }. Since the beginning: { $ever }. Where both say it goes well: { $well }.
choice-pair-up = Suggest pairs
pairs-proposed = { $count ->
        [0] I could suggest no pair.
        [one] I suggested one pair: both are free to say yes.
       *[other] I suggested { $count } pairs: everybody is free to say yes.
    }{ $left ->
        [0] {""}
        [one] {" "}One person stays on the list, and knows it.
       *[other] {" "}{ $left } people stay on the list, and know it.
    }

refusal-pair-capacity = You can look after up to { $most } people at a time. For example: /buddy 2
refusal-pair-answered = This was answered already, or it is too late. To see where you are: /buddy
refusal-pair-already = You are paired already, or being asked. To see it: /buddy

# Counts of people: small ones are not told.
count-few = fewer than { $most }
count-known = { $count }
