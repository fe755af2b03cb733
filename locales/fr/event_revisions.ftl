# What a source says otherwise of an event that the team approved: words for the team.

# $lines are the phrases event-revision-line.
event-revision = <b>{ $name } présente autrement cet événement :</b>
    { $event }
    { $lines }
    L’agenda garde ce que vous avez approuvé, en attendant votre accord.

# $old and $new are empty where nothing is said.
event-revision-line = { $part ->
        [when] Quand
        [status] État
        [title] Titre
        [place] Lieu
        [link] Lien
        [text] Description
        [cost] Tarif
        [price] Prix
        [conditions] Conditions
        [access] Accès
        [tags] Sujets
        [families] En famille
        [volunteers] Bénévoles
        [district] Quartier
        [commune] Commune
       *[other] Image
    } : { $old ->
        [none] (rien)
       *[other] { $old }
    } → { $new ->
        [none] (rien)
       *[other] { $new }
    }

event-revision-value = { $value ->
        [scheduled] a lieu
        [cancelled] annulé
        [moved] lieu changé
        [rescheduled] horaire changé
        [postponed] reporté
        [full] complet
        [free] gratuit
        [open] prix libre
        [paid] payant
       *[other] oui
    }

event-revisions-more = { $name } présente autrement { $count ->
        [one] un autre événement
       *[other] { $count } autres événements
    } de l’agenda. Voyez tout avec /file.

news-event-known = Cet événement est déjà connu : { $title }. Il n’y a rien à ajouter.

refusal-feeds-enough = Merci, vous m’avez déjà donné { $most } adresses à lire, et c’est le plus que je prends d’une personne. Pour une de plus, écrivez à l’équipe.

refusal-feeds-today = Merci ! J’ai pris { $most } adresses de vous depuis hier. Redonnez-moi celle-ci demain, ou écrivez à l’équipe.

choice-keep-old-words = Garder les anciens mots
