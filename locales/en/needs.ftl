# Needs: what somebody looks for, read from one message, and what becomes of it.

refusal-need-draft = This request is not confirmed yet, and nobody was asked. Your requests: /needs
refusal-need-open = This request is open already: I am looking. Your requests: /needs
refusal-need-closed = This request is closed, nothing is left to do. Thank you!
refusal-need-unmet = The team is looking for this request already. Your requests: /needs
refusal-need-expired = The day of this request has gone by. A new one: /need

# The card: one line for each thing understood.
need-card = <b>{ $state ->
        [draft] This is what I understood
        [unmet] Your request: the team is looking
        [expired] Your request: its day has gone by
       *[open] Your request
    }</b>
    { $need }
    { $facts }

need-fact-what = • About: { $what }
need-fact-day = • By { $day }
need-fact-place = • Where: { $place }
need-fact-remote = • Remotely
need-fact-length = • About { $length }
need-fact-urgent = • It is urgent
need-fact-named = • Those I ask see your name
need-fact-unnamed = • Your name stays hidden until a yes

need-twice = You are looking for that already: { $need }. A second request would have more people asked.
choice-need-see = See it
choice-need-anyway = Look all the same
need-which = What is it about? Choose what comes closest.
need-own-words = I recognise no skill and no equipment in it. I can look with your words, just as they are.
need-day-past = { $day } is already past, so I kept no date.

need-in-private = I am answering you in private.
need-insult = These words hurt, and I do not keep them. Tell me instead what would help you: /need
need-insult-team = { $name } wrote an insult in a request. I kept none of it.

needs = { $count ->
        [one] You have one open request.
       *[other] You have { $count } open requests. Which one would you like to see?
    }
needs-none = You are not looking for anything at the moment. To ask for a hand: /need
need-dropped = Forgotten. Nobody was asked.
need-closed = Closed, I am no longer looking.{ $told ->
        [0] {""}
        [one] { " " }The person I asked has been told.
       *[other] { " " }Those I asked have been told.
    }
need-no-more = Help is no longer needed for { $need }. Thank you for considering it!
need-sought-again = After all, somebody is still needed for { $need }: your help would be welcome again.
need-ended = Nobody could help with { $need } so far, and the day has gone by. Shall we go on?

menu-show-needs = See my requests
menu-lend-hand = Answer a request from the agenda

choice-my-needs = See my requests
choice-need-search = Look for somebody
choice-need-change = Change
choice-need-drop = Never mind
choice-need-again = Look again
choice-need-close = Close
choice-need-week = One week more
choice-need-day = Date
choice-need-place = Place
choice-need-remote = Remotely
choice-need-on-site = On site
choice-need-length = How long
choice-need-meaning = Another subject
choice-need-named = Say my name
choice-need-unnamed = Without my name
choice-need-group = Post in a group
choice-need-back = Back
choice-other-meaning = Something else
choice-need-my-words = Look with my words
choice-need-any-day = No date
choice-need-anywhere = Anywhere

say-meaning-ask-words = In two or three words, what is it about?
set-need-day-ask-day = By what day? For example: the 12th, Friday, end of March.
set-need-place-ask-where = Where? A commune, a group of communes or a département.
set-need-length-ask-minutes = About how long?

# A need in a group. $asker is "" for whoever keeps their name to themselves.
need-in-group = 🤝 <b>{ $asker ->
        [none] Somebody could do with a hand
       *[other] { $asker } could do with a hand
    }</b>
    { $need }

need-facts = { $facts }

need-posted = Posted in { $group }. When somebody comes forward, I will tell you here.
choose-group-ask-chat = In which group? { $named ->
        [yes] Your name will be shown there.
       *[no] Your name will not be shown there.
    }

choice-lend-hand = I can help
lend-hand-ask-need = Which request? Give me its number, as in the agenda.
hand-offered = Thank you! I am telling the person who asked right away.
hand-for-you = <b>{ $name } offers to help you</b>
    { $need }

    If you agree, I put you in touch.
choice-take-hand = Put us in touch
choice-leave-hand = No, thank you
hand-left = Another way was found for { $need }. Thank you for coming forward!
hand-left-toast = All right. I am thanking them for you.

# The agenda.
need-call = Shall we put your request in the weekly agenda?
choice-call-yes = Yes
choice-call-unnamed = Yes, without my name
choice-call-no = No
call-agreed = All right. The team has it in front of them: if they add it to the agenda, I will tell you.
need-call-declined = All right, not in the agenda. The team is looking.
call-out-told = { $soon ->
        [yes] Your request, { $need }, is in /agenda, and will be in the groups’ next agenda.
       *[no] Your request, { $need }, is in /agenda, which everybody can read from now on.
    }
digest-needs = 🤝 <b>Who could lend a hand?</b>
    { $calls }

# $asker is "" for whoever keeps their name to themselves.
digest-call = • { $asker ->
        [none] Wanted
       *[other] { $asker } is looking for
    }: { $need } — /volunteer { $number }
digest-call-facts = • { $asker ->
        [none] Wanted
       *[other] { $asker } is looking for
    }: { $need } ({ $facts }) — /volunteer { $number }
call-fact-day = by { $day }
call-fact-place = place: { $place }
call-fact-remote = remotely
call-fact-length = about { $length }
call-fact-urgent = urgent
call-facts = { $first }, { $then }

# The team.
need-call-agreed = { $called ->
        [yes] The request is in the agenda.
       *[no] The person agrees to the agenda.
    }
choice-name-ally = Suggest somebody
choice-call-out = Put it in the agenda
choice-unmet-close = Close
name-ally-ask-who = Who do you have in mind? Give me their name. I will ask them without saying for whom.
name-ally-ask-named = Who do you have in mind? Give me their name. I will ask them and say for whom.
ally-asked-named = I asked { $name }, and said for whom.
ally-asked = I asked { $name }, without saying for whom.
need-team-asked = The team thought of somebody for { $need }, and asked them. I will let you know.
unmet-closed = { $count ->
        [0] The team looked for { $need }, and found nobody to ask.
        [one] The team asked one person for { $need }, and had no yes.
       *[other] The team asked { $count } people for { $need }, and had no yes.
    } It stops looking. You may put it another way: /need
unmet-reopened = The team is looking again for { $need }. I will let you know.

# $names were asked by the team, and have yet to answer.
ally-waits = { $count ->
        [one] { $names } has yet to answer. Ask somebody else at the same time?
       *[other] { $names } have yet to answer. Ask somebody else at the same time?
    }
choice-ask-too = Ask { $name } too

# Whom the team asked, and who of the team thought of them.
need-thoughts = <b>People the team asked</b>
    { $lines }
need-thought = • { $name }{ $by ->
        [none] {""}
       *[other] , of whom { $by } thought
    }: { $state ->
        [asked] no answer yet
        [offered] offers to help
        [accepted] yes
        [refused] not this time
        [expired] no answer
       *[cancelled] their answer is not needed any more
    }
need-closed-by = Closed by { $name }.

refusal-need-everything = Everything is a lot! Let us begin with one thing: which would help you most?
refusal-need-day = I did not understand that day. For example: the 12th, Friday, end of March.
refusal-need-day-past = That day is already past. Which one would suit you?
refusal-need-over = This request is closed. To make another: /need
refusal-call-unknown = I do not know that request. This week’s: /agenda
refusal-call-own = That is your own request. Your requests: /needs
refusal-hand-late = Thank you! It is no longer needed, the request is closed.
refusal-hand-twice = You have already come forward, thank you! The person knows.
refusal-need-taken-back = Its asker took this request back.
refusal-need-closed-long = It has been closed for more than a day. Its asker may ask again at any time: /need
refusal-ally-asker = That is the person who asks. Who else comes to mind?
refusal-ally-not-free = This person cannot be asked for this request. Who else comes to mind?
