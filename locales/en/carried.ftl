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

# Above a message whose author changed it.
carried-edited = <i>Correction:</i>

# Below a message that was corrected after it was read. $team: whether the team wrote it.
carried-corrected = { $team ->
        [true] { $by ->
            [none] The team has corrected its answer, which
           *[other] { $by } has corrected the answer, which
        }
       *[false] { $by ->
            [none] The anonymous person has corrected the message, which
           *[other] { $by } has corrected the message, which
        }
    } is above.

carried-withdrawn = <i>Message taken back.</i>

menu-take-back = Take back a message that I passed on
carried-taken-back = Taken back. Delete your message here as well, if you like.
