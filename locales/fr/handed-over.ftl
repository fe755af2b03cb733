# Questions in the team's chat: the card, what may be done, what is said about it.

# $asker is empty for whoever prefers to stay anonymous.
question-card = <b>{ $asker ->
        [none] Une personne qui préfère rester anonyme
       *[other] { $asker }
    } pose une question</b>
    { $question }

# $group is empty for a private conversation.
question-origin = <i>{ $group ->
        [none] En privé
       *[other] Dans { $group }
    }, { $at }</i>

question-some-group = un groupe

question-others = { $count ->
        [one] Une autre personne attend la même réponse.
       *[other] { $count } autres personnes attendent la même réponse.
    }

question-suggested = { $band ->
        [sure] J’aurais répondu par cette fiche, presque sans hésiter :
        [maybe] J’hésitais ; ce pouvait être :
       *[unsure] Je n’y croyais guère, mais il y a cette fiche :
    }
    { $titles }

question-entry = • { $title }

question-similar = On a déjà demandé :
    { $lines }

question-past = • { $question } — { $state ->
        [answered] réponse : { $answer }
        [closed] restée sans réponse
       *[open] attend aussi
    }

# Where the question stands: one of these, below the card.
question-taken = ✋ <b>{ $name }</b> s’en occupe.
question-again = { $answered ->
        [true] 🔁 Relancée : la réponse appelle une suite.
       *[false] 🔁 Rouverte.
    }
question-settled = ✅ Répondue par <b>{ $name }</b>.
question-in-base = Dans la base : { $title }
question-closed = { $name ->
        [none] ⛔ Retirée par la personne qui l’avait posée.
       *[other] ⛔ Fermée par <b>{ $name }</b>.
    }
question-same = 🔗 Fusionnée par <b>{ $name }</b> avec { $question }.
question-hint = <i>Pour y répondre, répondez à ce message.</i>

# Above the card that /file shows.
question-waits = ⏳ Attend depuis { $age }.

question-age = { $days ->
        [0] { $hours ->
            [0] moins d’une heure
            [one] une heure
           *[other] { $hours } heures
        }
       *[other] { $days } jours
    }

question-card-moved = <b>{ $asker ->
        [none] Une personne qui préfère rester anonyme
       *[other] { $asker }
    } pose une question</b>
    { $question }

    ⬇️ Cette carte est plus bas.

# Before a card that shows only the beginning.
question-whole = <b>Une longue question, en entier</b>
    { $text }

question-overdue = { $name ->
        [none] ⏳ Cette question attend depuis { $age }. Qui s’en occupe ?
       *[other] ⏳ Cette question attend depuis { $age }. <b>{ $name }</b> s’en occupait : où en est-elle ?
    }

question-more = <b>{ $asker ->
        [none] La personne anonyme
       *[other] { $asker }
    } ajoute :</b>
    { $text }

    <i>Pour lui écrire, répondez à ce message.</i>

question-edited = <b>La question a changé :</b>
    { $text }

    <i>Pour y répondre, répondez à ce message.</i>

question-withdrawn = { $asker ->
        [none] La personne anonyme
       *[other] { $asker }
    } a retiré sa question. Il n’y a plus rien à faire.

answer-question-ask-text = Écrivez votre texte : je l’enverrai tel quel.

answer-sent = { $asker ->
        [none] C’est transmis à la personne.
       *[other] C’est transmis à { $asker }.
    }
answer-sent-to-all = C’est transmis aux { $count } personnes qui posaient cette question.
answer-completes = { $name } avait déjà répondu : votre texte est parti en complément.
answer-of-taken = { $name } s’en occupait : dites-lui que c’est fait.

answer-undelivered = Je n’ai pas pu remettre votre réponse : la personne a bloqué le robot, ou elle est partie.

merge-question-ask-target = C’est la même question que laquelle ? Choisissez, ou écrivez quelques mots pour chercher.
merge-question-found = Voici ce qui s’en approche.

question-merged = { $answered ->
        [true] 🔗 C’est la même question que { $question } : la réponse est partie.
       *[false] 🔗 C’est la même question que { $question } : la réponse ira aux deux.
    }

entry-draft = <b>À relire avant publication</b>

    <b>{ $title }</b>
    { $body }

    <i>J’ai ôté les noms et les formules de politesse ; « … » marque un nom dans une phrase. À jour au { $day }, à revoir dans un an.</i>

retitle-draft-ask-title = Écrivez le titre, comme une question : Comment réserver la salle ?
reword-draft-ask-body = Écrivez la réponse, telle que tout le monde la lira.

answer-in-base = C’est dans la base :
    <b>{ $title }</b>

    La prochaine personne qui le demande aura la réponse aussitôt.
entry-not-published = D’accord, rien n’est publié. Le bouton reste sous la question.
