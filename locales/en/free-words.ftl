# Words that reply to nothing: for whom they are.

words-for-support = { $unnamed ->
        [true] Shall I add these words to your request for support, without your name?
       *[false] Shall I add these words to your request for support?
    } Nobody has read them so far.
words-as-question = All right, it is a question.
words-dropped = All right. These words go to nobody, and I do not keep them.

choice-words-add = Add to my request
choice-words-question = It is a question
choice-words-nothing = Nothing

# $names are those with whom one was brought together; "" where there are several such.
words-for-whom = { $names ->
        [none] For whom is this?
       *[other] Is this for { $names }, or for me?
    } I have passed nothing on so far.
choice-words-for = For { $names }
choice-words-for-bot = For you, the robot
