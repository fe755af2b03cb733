# The permanence: a question is answered from the knowledge base, or by people.

menu-ask = Poser une question

ask-ask-question = Quelle est votre question ? Une phrase suffit.

## An answer, and what is said around it

answer = <b>{ $title }</b>
    { $body }

# $day is when the source said so.
answer-source = <i>Source : { $source }. À jour au { $day }.</i>

answer-to-review = <i>Cette réponse commence à dater : l’équipe doit la relire.</i>

answer-other-language = <i>Cette fiche n’existe pas encore en français.</i>

# The lines of the entry shown before that say what was asked further.
answer-further = <b>Toujours sur « { $title } »</b>
    { $body }

answer-more = <i>Je réponds à trois questions à la fois : renvoyez-moi les autres ensuite.</i>

answer-same = Même réponse que ci-dessus. L’équipe peut aussi vous répondre.

answer-right-thanks = Merci, c’est bon à savoir !
answer-in-private = Je vous ai écrit en privé : on continue là-bas.

## Titles to choose from follow

answer-maybe = Je ne suis pas sûr d’avoir bien compris. Est-ce l’une de ces questions ?

answer-maybe-rest = Et pour ceci :
    <i>{ $text }</i>
    Est-ce l’une de ces questions ?

answer-others = D’accord. Est-ce plutôt l’une de ces questions ?

answer-no-other = D’accord. Je n’ai pas d’autre fiche là-dessus, mais l’équipe peut vous répondre.

## What goes to the team

answer-unsure = Je n’ai pas de réponse sûre, et je ne veux rien inventer.

# Some questions of a message were answered, these were not.
answer-rest = Pour le reste, je préfère demander :
    <i>{ $text }</i>

question-too-long = C’est un peu long pour moi : je lis { $most } caractères au plus.
    Posez-moi l’essentiel en une phrase ou deux. Ou envoyez le début à l’équipe, qui demandera le reste.

## What is no question yet

link-alone = Merci pour ce lien ! Je ne peux pas l’ouvrir. Que voulez-vous en faire ?
ask-about-ask-question = Que voulez-vous savoir au sujet de ce lien ? Une phrase suffit.

# In both languages, for who reads neither well.
other-language = Je parle français et anglais. Écrivez-moi dans l’une de ces langues, ou choisissez ci-dessous de confier votre message à l’équipe.

    <i>I speak French and English. Write to me in either, or choose below to give your message to the team.</i>

brought-voice = Je ne sais pas écouter les messages vocaux. Écrivez-moi votre question en une phrase, ou écrivez à l’équipe.
brought-picture = Je ne vois pas les images. Écrivez-moi votre question en une phrase. Pour un événement : /proposer
brought-unseen = <i>Je ne peux pas ouvrir ce fichier : je réponds à votre texte.</i>

## Facts of the moment, under an answer

live-agenda = <b>À venir</b>
    { $events }
live-agenda-empty = Rien n’est encore à l’agenda. Vous organisez quelque chose ? /proposer
live-balance = Votre solde aujourd’hui : <b>{ $balance }</b>
live-balance-private = Votre solde ne regarde que vous : demandez-le-moi en privé.

# Below an answer: resources that somebody shared.
answer-resources = 📚 Pour aller plus loin :
    { $lines }

## Looked up while writing anywhere (Telegram's inline mode): the way to the bot

choice-ask-elsewhere = Poser une question au robot
choice-ask-instead = Pas trouvé ? Demandez-moi
