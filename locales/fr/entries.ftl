# Les fiches : ce que l’équipe cherche, écrit et corrige dans son salon.

menu-find-entry = Chercher ou écrire une fiche

find-entry-ask-words = Quelle fiche cherchez-vous ? Écrivez quelques mots, son numéro, ou « nouvelle » pour en écrire une.

entries-found = Pour { $words }, j’ai trouvé ceci. Laquelle voulez-vous voir ?
entries-none = Aucune fiche pour { $words }. Voulez-vous l’écrire ?

entry-card = <b>{ $title }</b>
    { $body }

entry-wordings = <b>On le demande aussi ainsi</b>
    { $wordings }

# What is known of an entry, one line each. $live names what is computed under the answer.
entry-facts = { $lines }
entry-source = <i>Source : { $source } ({ $day })</i>
entry-tags = Étiquettes : { $tags }
entry-live = Complétée à chaque réponse : { $live ->
        [permanence] la prochaine permanence
        [agenda] l’agenda à venir
        [balance] le compte temps de la personne
       *[other] { $live }
    }
entry-review = À revoir le { $day }
entry-number = Fiche nᵒ { $number }

entry-to-review = ⏳ Cette fiche est à revoir depuis le { $day }.
entry-retired = Cette fiche est retirée : elle ne répond plus.
entry-merged = Cette fiche a rejoint { $into }.

# Asked one after the other; what is typed there is shown as it is typed.
write-entry-ask-title = Quel est le titre ? Le plus simple : la question, comme on la pose.
write-entry-ask-answer = Quelle est la réponse ? Deux à six lignes suffisent.
write-entry-ask-source = D’où vient cette réponse ? Un document et sa page, ou l’équipe.
write-entry-ask-wordings = Comment le demande-t-on aussi ? Une formulation par ligne, telles qu’on les écrit vraiment.
entry-to-publish = Est-ce bien ainsi ? La fiche comptera une fois publiée.

edit-entry-ask-part = Que voulez-vous changer ?

# What stands there today, before the question.
entry-part-now = Aujourd’hui :
    { $now }

edit-entry-ask-text = { $part ->
        [title] Quel est le nouveau titre ?
        [body] Quelle est la nouvelle réponse ?
        [wordings] Quelles sont les formulations ? Une par ligne ; elles remplacent celles d’aujourd’hui.
        [source] D’où vient cette réponse ?
        [true_on] De quand date cette réponse ? Par exemple 14 décembre 2023.
        [review_on] Quand faut-il la revoir ? Par exemple 12 mars 2027.
       *[tags] Quelles sont les étiquettes ? Séparez-les par des virgules.
    }

add-entry-wording-ask-wording = Comment le demande-t-on aussi ? Écrivez la phrase telle qu’on la tape.
merge-entry-ask-into = Avec quelle fiche ? Elle restera, et gardera les formulations des deux. Si elle n’est pas là, écrivez quelques mots de son titre.

entry-published = C’est publié. Merci !
entry-undone = Voilà, la fiche est comme avant.
entry-changed-meanwhile = Quelqu’un a changé cette fiche entre-temps : rien n’est écrasé. La voici telle qu’elle est maintenant ; reprenez de là.
entry-retired-now = { $title } ne répond plus. Rien n’est perdu.
entry-merged-now = Les deux fiches n’en font plus qu’une, que voici.
entry-reviewed = Merci ! { $title } sera à revoir le { $day }.

entry-history = <b>{ $title }</b>
    { $lines }

history-line = { $at } — { $by ->
        [none] le robot
       *[other] { $by }
    } { $act ->
        [created] a écrit la fiche
        [edited] a modifié la fiche
        [wording] a ajouté une formulation
        [retired] a retiré la fiche
        [restored] a remis la fiche
        [merged] a fusionné cette fiche avec une autre
        [absorbed] a fusionné une autre fiche avec celle-ci
        [undone] a annulé le changement d’avant
        [reviewed] a dit que c’est toujours vrai
        [imported] a lu la fiche dans un fichier
       *[other] { $act }
    }

# Followed by the titles to press, except the $more that come later.
reviews-due = { $count ->
        [one] <b>Une fiche est à revoir</b>
       *[other] <b>{ $count } fiches sont à revoir</b>
    }
    Est-ce toujours vrai ? Quand vous aurez un moment.{ $more ->
        [0] {""}
       *[other] {" "}Voici les plus anciennes ; les autres sont dans /file.
    }
