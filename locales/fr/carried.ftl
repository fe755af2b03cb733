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

# Above a message whose author changed it.
carried-edited = <i>Correction :</i>

# Below a message that was corrected after it was read. $team: whether the team wrote it.
carried-corrected = { $team ->
        [true] { $by ->
            [none] L’équipe a corrigé sa réponse : elle
           *[other] { $by } a corrigé sa réponse : elle
        }
       *[false] { $by ->
            [none] La personne anonyme a corrigé son message : il
           *[other] { $by } a corrigé son message : il
        }
    } est ci-dessus.

carried-withdrawn = <i>Message retiré.</i>

menu-take-back = Retirer un message que j’ai transmis
carried-taken-back = C’est retiré. Supprimez aussi votre message ici, si vous voulez.
