# Questions before the team, and what the asker is told.

question-handed-over = J’ai transmis votre question à l’équipe. Sa réponse arrivera ici.
    Un détail à ajouter ? Répondez à ce message.

# No team's chat is known yet.
question-kept = Je garde votre question. Dès qu’une équipe sera là pour y répondre, sa réponse arrivera ici.

question-answered = <b>Réponse de l’équipe</b>
    { $answer }

    <i>Une suite ? Répondez à ce message.</i>

answer-sent = C’est transmis à { $asker }.

answer-undelivered = Je n’ai pas pu remettre votre réponse : la personne a bloqué le robot, ou elle est partie.

answer-question-ask-text = Répondez à ce message avec votre texte : je l’enverrai tel quel.

question-more = <b>{ $asker } ajoute :</b>
    { $text }

    <i>Pour lui écrire, répondez à ce message.</i>

question-more-sent = C’est transmis à l’équipe.

# Added below the question's card.
question-taken = <b>{ $name }</b> s’en occupe.

question-dismissed = L’équipe a bien lu votre question, mais ne peut pas y répondre.
    Des allié·es le peuvent peut-être : /besoin

question-edited = <b>{ $asker } a modifié sa question :</b>
    { $text }

    <i>Pour y répondre, répondez à ce message.</i>

question-withdrawn = { $asker } a retiré sa question. Il n’y a plus rien à faire.
