# Questions before the team, and what the asker is told.

question-handed-over = I passed your question on to the team. Their answer will arrive here.
    Something to add? Reply to this message.

# No team's chat is known yet.
question-kept = I am keeping your question. As soon as a team is there to answer it, you will read them here.

question-answered = <b>The team’s answer</b>
    { $answer }

    <i>Anything more? Reply to this message.</i>

answer-sent = I passed it on to { $asker }.

answer-undelivered = I could not deliver your answer: the person blocked the robot, or left.

answer-question-ask-text = Reply to this message with your text: I will send it just as you write it.

question-more = <b>{ $asker } adds:</b>
    { $text }

    <i>To write back, reply to this message.</i>

question-more-sent = I passed it on to the team.

# Added below the question's card.
question-taken = <b>{ $name }</b> is looking after it.

question-dismissed = The team has read your question, but cannot answer it.
    Perhaps other allies can: /need

question-edited = <b>{ $asker } changed the question:</b>
    { $text }

    <i>To answer, reply to this message.</i>

question-withdrawn = { $asker } took the question back. There is nothing left to do.
