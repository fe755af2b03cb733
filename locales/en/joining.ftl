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

# $day is a day of the week, $at an hour.
welcome-group = Hello! 👋 I will post the agenda here every { $day } at { $at }, and the letter on the 1st of each month.
    A question? Write it after /ask. Everything else is in /help.

    For this group’s admins: /settings changes what I post and when, /language the language.

welcome-team = Hello! 👋 This is the team’s chat. Questions and proposals arrive here.

    • To answer a question, reply to its message: I pass it on.
    • /queue shows what waits for a decision.
    • /help tells the rest.
