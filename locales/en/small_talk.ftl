# Small talk: what asks for nothing is met kindly, and does not reach the team.

small-talk-greeting = Hello! Ask me a question, or type /help to see what I can do.
small-talk-wellbeing = All is well, thank you! And you, what can I do for you?
small-talk-goodbye = See you soon! I am here at any hour.
small-talk-thanks = You are welcome!
small-talk-sorry = No harm done! Let us go on whenever you like.
small-talk-ack = Very well. I am here if a question comes to mind.
small-talk-yes = All right! Tell me a little more: what is your question?
small-talk-no = All right. Put it another way, in one sentence: I will look harder, or ask the team.
small-talk-laughter = A laugh does us good! And if a question comes to mind, I am here.
small-talk-emoji = 🙂 A question? A few words are enough.
small-talk-test = I hear you loud and clear! Ask me a question whenever you like.
small-talk-noise = I did not quite catch that. Write me a question in a few words, or type /help.
small-talk-chat = I have little to say about that! I mostly answer questions about the fabrique.
small-talk-help = Gladly! Ask your question in one sentence. For a hand from an ally: /need. To see everything: /help
small-talk-love = That is very kind, thank you! I am only a robot, but I am here whenever you like.
small-talk-who = I am a robot. I answer from notes whose source I give, and the team takes over when I do not know.

## Followed by a way to people

small-talk-grief = Thank you for telling me. I am only a robot, but in the team there are people to talk to.
small-talk-lost = I explained that badly, sorry. Tell me in one sentence what you are looking for, or ask the team.
small-talk-human = Of course. Write to the team: a person will read you, and their answer will arrive here.
small-talk-anger = I understand, that is annoying. Tell me another way what you are looking for, or write to the team: somebody will read you.
small-talk-insult = I do my best, and somebody from the team can take over if you prefer.
small-talk-distress = Thank you for saying so. You do not have to carry this without help: in the team, real people can read you and answer.
small-talk-danger = Thank you for writing this. I am only a robot, but your life matters, and somebody can listen to you right now. In France:
    call <b>3114</b>, free, day and night
    call <b>15</b> or <b>112</b> if you are in danger

    The team can read you too, but not at any hour.

write-to-team-ask-text = What would you like to tell the team? I pass your words on as they are.
