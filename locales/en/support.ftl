# An organisation in difficulty: its own words, what the team reads, and how it goes on to an end.

menu-support = Say that our organisation is struggling

## Telling it

support-outside = Let us rather talk about this in private: write to me there whenever you like, at your own pace. I keep nothing of it from here, and repeat nothing.{ $link ->
        [none] {""}
       *[other] {" "}<a href="{ $link }">This way</a>.
    }
support-offered = Thank you for saying so. Many organisations go through this, and you do not have to carry it without help.

    If you like, tell the fabrique’s team about it, in your own words. I have kept nothing yet, and nothing is sent without your agreement.

    Was it a question? Write it after /question.
tell-support-ask-story = Tell it as it comes: a few words or a page. You will read it all once more, and choose who reads it.

    To stop: /cancel
support-heard = Thank you for putting it into words. Two more questions, then you read it over.
support-violence = If somebody is in danger now, in France:
    call <b>17</b> or <b>112</b>, or text <b>114</b> if speaking is risky
    call <b>3919</b> for women facing violence, free, day and night

support-about = { $about ->
        [exhaustion] exhaustion
        [conflict] a conflict
        [governance] governance
        [purpose] the purpose of the project
        [money] money worries
       *[other] a difficulty
    }

send-support-ask-share = As I understand it, this is about: { $about }. You can correct me when you read it over.

    <b>Who may read it?</b>
    The team alone, with or without your name.
    Or the team, which may ask an ally to talk with you: that person will know what it is about, without your words and without your name. Your organisation’s name is given to them only if you say so.
send-support-ask-organisation = Under what name may we speak of your organisation to that person?
send-support-ask-urgent = Can it wait for a day or two?

change-subject-ask-about = What weighs on you most?

support-preview = <b>This is what the team will read, and nothing else:</b>
support-head = { $asker ->
        [none] <b>Somebody asks for support for their organisation</b>
       *[other] <b>{ $asker } asks for support for their organisation</b>
    }
    It is about: { $about }
    { $share ->
        [unnamed] To stay within the team, without a name
        [team] To stay within the team
        [quiet] An ally may be asked, without any name
        [ally] An ally may be asked, without any name
       *[named] An ally may be asked, in the name of: { $organisation }
    }{ $urgent ->
        [true] {""}
    ⏰ It is urgent
       *[false] {""}
    }
support-story = { $text }
support-personal = Your words speak of other people, or give a number or an address: { $what }. It is for you to say: hide them, or leave them.

support-sent = { $read ->
        [true] The team has it. { $urgent ->
                [true] I told them that it is urgent.
               *[false] Give them a day or two.
            } I will write to you here at each step.
       *[false] It is kept for the team. Nobody reads here for now, and I will write to you as soon as that changes.
    }

    To add something, reply to this message.
support-dropped = All right. Nothing was sent, and I kept nothing. The door stays open: /support
support-repeated = The team has these words already; they are not lost. To add something, reply to this message.
support-own = <b>Your requests for support</b>
    { $lines }

    To add something to the last one, reply to this message.
support-line = { $about }: { $state ->
        [received] the team has it
        [taken] somebody on the team looks after it
        [answered] the team has answered
        [relayed] somebody else goes on with it
       *[closed] closed
    }

## What whoever asked is told, one step at a time

support-taken = { $by ->
        [none] Somebody on the team
       *[other] { $by }, from the team,
    } is reading your words and will answer here.
support-given-back = Somebody else on the team will go on from here. Your words are where they were.
support-answered = <b>{ $by ->
        [none] The team’s answer
       *[other] { $by } answers you
    }</b>
    { $answer }

    You can reply to this message.
support-pointed-out = { $by ->
        [none] The team
       *[other] { $by }, from the team,
    } thinks that somebody whose work this is could help you:
    { $professional }

    If that seems a lot to take on, reply to this message: we can prepare it with you.
support-professional = { $kind ->
        [dla] <b>The DLA</b> (dispositif local d’accompagnement): a diagnosis, then advice, for associations and socially useful organisations that have employees
        [mediator] <b>A mediator</b>: a neutral third person who helps people to speak again, and looks for nobody to blame
       *[consultant] <b>A consultant</b> from outside: a fresh look at the organisation and the project
    }
support-may-we = The team thinks of asking an ally to talk with you. That person would know what it is about, without your words or any name. Do you agree?
support-widened = All right. The team is looking for somebody. No name is passed on before your yes.
support-stays = All right, it stays with the team.
support-ally-asked = The team has asked somebody of the alliance whether they could talk with you, without giving your name. I will tell you what comes of it.
support-ally-willing = <b>{ $name }</b> would be glad to talk with you, and { $organisation ->
        [none] does not know who you are
       *[other] knows only the name of your organisation, { $organisation }
    }. Putting you in touch gives { $name } your name. There is no hurry.
support-somebody-else = All right. The team knows, and may think of somebody else.
support-met = <b>You are in touch with { $name }</b>{ $ways ->
        [none] {""}
       *[other] {""}
    To write to them: { $ways }
    }

    You can also reply to this message: I pass it on.
support-passed-along = <b>{ $name } writes to you</b>
    { $text }

    Reply to this message, and I pass it on.
support-passed = Passed on.
support-late = The team has not been able to answer you yet. Your words are not forgotten: I have just reminded them.

    If that is too long, professionals can help you too:
    { $lines }
support-how-is-it = Hello. Two weeks ago the team answered you. How are things on your side? I will ask only once, and not answering is quite all right.
add-to-support-ask-text = What would you like to add? I bring your words to the team.
support-more-sent = The team has it.{ $masked ->
        [true] {" "}I hid numbers and addresses.
       *[false] {""}
    }

## The end

close-support-ask-outcome = We stop here. How are things today? The team will see that word alone.
support-closed = { $outcome ->
        [better] That is good news. It is closed.
        [same] Thank you for saying so frankly. It is closed, but you can still write to the team, now or later.
       *[other] Thank you. It is closed. If there is something left to say, the team will read it.
    } Your words will go by themselves in { $days } days.
erase-support-ask-sure = All your words will go, here and in the team’s chat, and nobody will be able to find them again. All that stays is that there was a request. Shall we?
support-erased = Erased. Neither your words nor your name are left. If you need it one day: /support
support-words-gone = These words were erased.

## Before the team

support-state = { $state ->
        [received] Who can take it on? A reply to this message is an answer to the person.
        [taken] 👤 { $name } takes it on. A reply to this message is an answer to the person.
        [answered] 💬 { $answerer } has answered{ $others ->
            [true] , and { $name } is on it
           *[false] {""}
        }. To add something, reply to this message.
        [relayed] 🤝 Somebody else goes on with it.
       *[closed] Closed. { $outcome ->
            [better] The person says that it is better.
            [same] The person says that it is not better.
            [other] The person says that it is something else.
           *[none] Without another word.
        }
    }
support-allies = <b>Allies who were asked</b>
    { $lines }
support-ally = { $name }: { $state ->
        [asked] no answer yet
        [agreed] willing; the person chooses
        [introduced] in touch
        [declined] not this time
       *[over] nothing came of it
    }
support-card-moved = A request for support
    ⬇️ Its card is further down.
support-card-emptied = A request for support, erased. Nothing of it is left to read.
support-overdue = ⏰ <b>A request for support is waiting</b> ({ $about }). { $name ->
        [none] Who can take it on?
       *[other] { $name } has taken it on.
    }
support-more = <b>{ $asker ->
        [none] The person
       *[other] { $asker }
    } adds</b>
    { $text }
answer-support-ask-text = Write your answer: I bring it to the person, word for word.
support-answer-sent = Passed on. I will ask how it goes in two weeks, once only.
support-consent-asked = I am asking them. The card will say if it is a yes.
support-stays-here = The person would rather keep it within the team.
find-ally-ask-concept = It is about: { $about }. Which skill shall we look for? Choose, or write another one.
support-nobody = Nobody is available for { $skill } at the moment. Another skill, perhaps, or a professional.
support-allies-found = <b>Nobody has been asked yet:</b>
    { $lines }

    Whoever you choose will know what it is about, without the words. Whoever asked for support says yes or no afterwards.
support-ally-is-asked = I have asked { $name }, who has three days to answer.
support-ally-silent = No answer from { $name }. You may think of somebody else.
point-out-ask-kind = It is about: { $about }. Who shall we point them to? They will read the line that you choose.
    { $lines }
support-overview = <b>Support for organisations</b>
    { $count ->
        [0] No open request.
        [one] One open request.
       *[other] { $count } open requests.
    }{ $more ->
        [0] {""}
       *[other] {" "}{ $more } more after these.
    }

    { $figures }
support-figures = { $total ->
        [few] Last quarter there were too few requests to give a total in which nobody could be recognised.
       *[other] Last quarter: { $total } requests.
    } { $kinds }
support-count = { $about } ({ $count })

## Before an ally

support-ally-request = <b>An allied organisation is going through a hard time</b>
    It is about: { $about }{ $organisation ->
        [none] {""}
       *[other] {""}
    The organisation: { $organisation }
    }

    The team thinks of you for a conversation, to listen, with nothing to prepare. If you are willing, your name will be given to the person, who will choose. If not, nobody but the team will know that I asked you.
support-ally-thanks = Thank you. I am asking the person whether they would like to be in touch with you, and will tell you what they say.
support-ally-declined = All right, thank you for answering!
support-ally-first = Would you be willing to talk with them? I pass nothing on before that.
support-ally-spared = After all, it is not needed any more. Thank you for being there.

## Refusals

refusal-support-empty = I found no words in it. One sentence is enough, even a clumsy one.
refusal-support-long = That is more than I can bring at once. Send the first { $most } characters: you can add the rest right after.
refusal-support-organisation = Simply write your organisation’s name.
refusal-support-sent = It has been sent already. To see where it stands: /support
refusal-support-draft = It has not been sent yet: choose first who reads it. To begin again: /support
refusal-support-gone = This request no longer exists. To see or make another: /support
refusal-support-closed = It is closed: nothing was passed on. To take it up again: /support
refusal-support-taken = Somebody else has taken it on already.
refusal-support-not-taken = It is for whoever took it on to say so.
refusal-support-team-only = The person would rather keep it within the team.
refusal-support-agreed = The person has agreed already.
refusal-support-skill = I do not know this skill. Choose, or say it otherwise: mediation, for example.
refusal-support-relay-over = It is not needed any more. Thank you for being there.

## Labels

choice-support-begin = Tell the team about it
choice-support-another = Something else to tell
choice-support-add = Write to the team again
choice-share-unnamed = The team, without my name
choice-share-team = The team
choice-share-ally = The team and an ally
choice-share-named = And my organisation’s name
choice-share-team-only = No, the team only
choice-can-wait = Yes, it can wait
choice-urgent = No, it is urgent
choice-support-nothing = Send nothing
choice-support-subject = It is something else
choice-support-mask = Hide all that
choice-about-exhaustion = Exhaustion
choice-about-conflict = A conflict
choice-about-governance = Governance
choice-about-purpose = The purpose of the project
choice-about-money = Money worries
choice-about-other = Something else
choice-support-over = It is over for me
choice-support-erase = Erase everything
choice-support-erase-all = Yes, erase everything
choice-support-keep = No, I keep it
choice-support-better = It is better
choice-support-same = Not better
choice-support-other = Other
choice-support-ask-consent = Suggest an ally
choice-support-find-ally = Look for an ally
choice-support-professional = Point to a professional
choice-support-you-may = Yes, go ahead
choice-support-willing = I am willing
choice-support-decline = Not this time
choice-support-meet = Put us in touch
choice-support-somebody-else = Rather somebody else
choice-professional-dla = The DLA
choice-professional-mediator = Mediation
choice-professional-consultant = Outside advice
