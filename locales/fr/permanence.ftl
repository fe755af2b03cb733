# The permanence: a question is answered from the knowledge base, or by people.

menu-ask = Poser une question

ask-ask-question = Quelle est votre question ? Une phrase suffit.

answer = <b>{ $title }</b>
    { $body }

# $day is when the source said so.
answer-source = <i>Source : { $source }. À jour au { $day }.</i>

answer-other-language = <i>Cette fiche n’existe pas encore en français.</i>

# Followed by titles to choose from.
answer-maybe = Je n’ai pas tout à fait compris. Est-ce l’un de ces sujets ?

answer-right-thanks = Merci, c’est bon à savoir !

small-talk-greeting = Bonjour ! Posez-moi une question, ou tapez /aide pour voir ce que je sais faire.
small-talk-thanks = Avec plaisir !
small-talk-noise = Écrivez-moi une question en quelques mots, ou tapez /aide.
