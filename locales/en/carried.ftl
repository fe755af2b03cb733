# What passes between an asker and the team beside plain words.

# A file without words; the words are those of question-answered.
answer-file = <b>{ $by ->
        [none] The team’s answer
       *[other] { $by } answers you
    }</b>

    <i>Anything more? Reply to this message.</i>

question-more-file = <b>{ $asker ->
        [none] The anonymous person
       *[other] { $asker }
    } sends you this.</b>

    <i>To write back, reply to this message.</i>

# Below a message whose author changed it.
carried-edited = <i>edited</i>

carried-withdrawn = <i>Message taken back.</i>
