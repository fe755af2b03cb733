# Words that reply to nothing: for whom they are.

words-for-support = { $unnamed ->
        [true] J’ajoute ces mots à votre demande de soutien, sans votre nom ?
       *[false] J’ajoute ces mots à votre demande de soutien ?
    } Pour l’instant, personne ne les a lus.
words-as-question = D’accord, c’est une question.
words-dropped = D’accord. Ces mots ne vont à personne, et je ne les garde pas.

choice-words-add = Ajouter à ma demande
choice-words-question = C’est une question
choice-words-nothing = Rien

# $names are those with whom one was brought together; "" where there are several such.
words-for-whom = { $names ->
        [none] C’est pour qui ?
       *[other] C’est pour { $names }, ou pour moi ?
    } Je n’ai encore rien transmis.
choice-words-for = Pour { $names }
choice-words-for-bot = Pour vous, le robot
