# Meeting the bot: the first word in private, a group that it joins.

menu-begin = Start again from the beginning

welcome = { $name ->
        [none] Hello and welcome!
       *[other] Hello { $name }, and welcome!
    } 👋
    I am a bot at the service of the alliance <b>{ $fabrique }</b>. With me you can:

    • <b>ask a question</b>, in plain words
    • <b>note time</b> given or received: /hours
    • <b>offer or ask for a hand</b>: /offer and /need
    • <b>see what is on</b> in the coming days: /agenda

    When I do not know the answer, the team does.
    /langue pour le français

welcome-group-short = Hello! Type /help to see what I can do here, or write to me in private.

# $day is a day of the week, $at an hour. Who reads no English finds their language here too.
welcome-group = Hello! 👋 I am the bot of the alliance <b>{ $fabrique }</b>. A question? Write it after /ask. Everything else is in /help.

    For this group’s admins, two taps. First: <b>which language shall I write here?</b>
    <i>Les admins du groupe peuvent choisir la langue dans laquelle j’écris.</i>

    If nobody answers, I will post the agenda every { $day } at { $at }, and the letter each month.

# $what is both, agenda, letter or none.
welcome-group-again = I am back! The group’s settings have not changed: { $what ->
        [both] the agenda every { $day } at { $at }, and the letter each month.
        [agenda] the agenda every { $day } at { $at }.
        [letter] the letter each month.
       *[none] I post nothing by myself.
    }
    Its admins may change them with /settings and /language.

set-up-ask-what = Fine, I write English here. And last: <b>what shall I post?</b>

    • <b>the agenda</b>: what is on in the week, every { $day } at { $at }
    • <b>the letter</b>: news of the alliance, each month

set-up-done = All set, thank you! { $what ->
        [both] The agenda will appear here every { $day } at { $at }, and the letter each month.
        [agenda] The agenda will appear here every { $day } at { $at }.
        [letter] The letter will appear here each month.
       *[none] I will post nothing here: I answer when I am called.
    }
    /settings changes that, and the day or the hour; /language changes the language.

welcome-team = Hello! 👋 This is the team’s chat. Questions and proposals arrive here.

    • To answer a question, reply to its message: I pass it on.
    • /queue shows what waits for a decision.
    • /help tells the rest.
