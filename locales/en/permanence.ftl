# The permanence: a question is answered from the knowledge base, or by people.

menu-ask = Ask a question

ask-ask-question = What is your question? One sentence is enough.

## An answer, and what is said around it

answer = <b>{ $title }</b>
    { $body }

# $day is when the source said so.
answer-source = <i>Source: { $source }. True on { $day }.</i>

answer-to-review = <i>This answer is getting old: the team is to read it again.</i>

answer-other-language = <i>This answer is not available in English yet.</i>

# The lines of the entry shown before that say what was asked further.
answer-further = <b>Still about “{ $title }”</b>
    { $body }

answer-more = <i>I answer three questions at a time: send me the others next.</i>

answer-same = Same answer as above. The team can answer you too.

answer-right-thanks = Thank you, that is good to know!
answer-in-private = I have written to you in private: let us go on there.

## Titles to choose from follow

answer-maybe = I am not sure I understood. Is it one of these questions?

answer-maybe-rest = And about this:
    <i>{ $text }</i>
    Is it one of these questions?

answer-others = All right. Is it rather one of these questions?

answer-no-other = All right. I have nothing else on this, but the team can answer you.

## What goes to the team

answer-unsure = I have no sure answer, and I will not make one up.

# Some questions of a message were answered, these were not.
answer-rest = For the rest, I would rather ask:
    <i>{ $text }</i>

question-too-long = That is a little long for me: I read { $most } characters at most.
    Ask me the main thing in a sentence or two. Or send the beginning to the team, who will ask for the rest.

## What is no question yet

link-alone = Thank you for the link! I cannot open it. What would you like to do with it?
ask-about-ask-question = What would you like to know about this link? One sentence is enough.

# In both languages, for who reads neither well.
other-language = I speak French and English. Write to me in either, or choose below to give your message to the team.

    <i>Je parle français et anglais. Écrivez-moi dans l’une de ces langues, ou choisissez ci-dessous de confier votre message à l’équipe.</i>

brought-voice = I cannot listen to voice messages. Write me your question in one sentence, or write to the team.
brought-picture = I cannot see pictures. Write me your question in one sentence. For an event: /propose
brought-unseen = <i>I cannot open this file: I am answering your text.</i>

## Facts of the moment, under an answer

live-agenda = <b>Coming up</b>
    { $events }
live-agenda-empty = Nothing is on the agenda yet. Are you organising something? /propose
live-balance = Your balance today: <b>{ $balance }</b>
live-balance-private = Your balance is yours alone: ask me in private.

# Below an answer: resources that somebody shared.
answer-resources = 📚 Further reading:
    { $lines }

## Looked up while writing anywhere (Telegram's inline mode): the way to the bot

choice-ask-elsewhere = Ask the bot a question
choice-ask-instead = Not found? Ask me
