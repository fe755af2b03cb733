# Questions before the team: what the asker is told. The team's side is in handed-over.ftl.

menu-ask-anonymously = Ask the team without saying who you are

ask-anonymously-ask-question = What is your question? The team will read it without knowing who asks.

# $within is the delay after which the team is reminded.
question-handed-over = { $anonymous ->
        [true] I passed your question on to the team, without saying who you are.
       *[false] I passed your question on to the team.
    }
    Their answer will arrive here. After { $within } without one, I remind them.
    Something to add? Reply to this message.

# Below either of the two above or question-repeated, when a file came with the question.
question-file-sent = Your file goes with the question.

# No team's chat is known yet.
question-kept = I am keeping your question. As soon as a team is there to answer it, you will read them here.

question-repeated = The team has had your question since { $at }. No need to ask again: their answer will arrive here.
    Something to add? Reply to this message.

question-unnamed = Your name is no longer on the question. The team may have read it before: next time, write your question after /anonymous.

# $what is a list of the messages below.
personal-data = Before I send it: your message holds { $what }. The whole team’s chat would read that.
    The answer seldom depends on it.

personal-phone = a telephone number
personal-email = an e-mail address
personal-iban = a bank account number
personal-social = a social security number
personal-address = a postal address

question-not-sent = All right, nothing has been sent.

# $by is a first name, where the fabrique signs with names.
question-answered = <b>{ $by ->
        [none] The team’s answer
       *[other] { $by } answers you
    }</b>
    { $answer }

    <i>Anything more? Reply to this message.</i>

question-completed = <b>{ $by ->
        [none] The team adds to its answer
       *[other] { $by } adds to the answer
    }</b>
    { $answer }

    <i>Anything more? Reply to this message.</i>

# Followed by the source of the entry.
question-answered-by-entry = <b>{ $by ->
        [none] The team answers you with this entry
       *[other] { $by } answers you with this entry
    }</b>

    <b>{ $title }</b>
    { $body }

    <i>Is that not it? Reply to this message.</i>

question-more-sent = I passed it on to the team.

question-dismissed = The team has read your question, but cannot answer it.
    Perhaps other allies can: /need

question-late = Your question is still waiting, and it is not forgotten: the team has just been reminded. Thank you for your patience.
