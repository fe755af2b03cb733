# The permanence: a question is answered from the knowledge base, or by people.

menu-ask = Ask a question

ask-ask-question = What is your question? One sentence is enough.

answer = <b>{ $title }</b>
    { $body }

# $day is when the source said so.
answer-source = <i>Source: { $source }. True on { $day }.</i>

answer-other-language = <i>This answer is not available in English yet.</i>

# Followed by titles to choose from.
answer-maybe = I did not quite understand. Is it one of these topics?

answer-right-thanks = Thank you, that is good to know!

small-talk-greeting = Hello! Ask me a question, or type /help to see what I can do.
small-talk-thanks = You are welcome!
small-talk-noise = Write me a question in a few words, or type /help.
