# What passes between an asker and the team beside plain words.

# A file without words; the words are those of question-answered.
answer-file = <b>{ $by ->
        [none] Réponse de l’équipe
       *[other] { $by } vous répond
    }</b>

    <i>Une suite ? Répondez à ce message.</i>

question-more-file = <b>{ $asker ->
        [none] La personne anonyme
       *[other] { $asker }
    } vous envoie ceci.</b>

    <i>Pour lui écrire, répondez à ce message.</i>

# Below a message whose author changed it.
carried-edited = <i>modifié</i>

carried-withdrawn = <i>Message retiré.</i>
