# Questions before the team: what the asker is told. The team's side is in handed-over.ftl.

menu-ask-anonymously = Demander à l’équipe sans dire qui l’on est

ask-anonymously-ask-question = Quelle est votre question ? L’équipe la lira sans savoir qui la pose.

# $within is the delay after which the team is reminded.
question-handed-over = { $anonymous ->
        [true] J’ai transmis votre question à l’équipe, sans dire qui vous êtes.
       *[false] J’ai transmis votre question à l’équipe.
    }
    Sa réponse arrivera ici. Au bout de { $within } sans réponse, je le lui rappelle.
    Un détail à ajouter ? Répondez à ce message.

# Below either of the two above or question-repeated, when a file came with the question.
question-file-sent = Votre fichier accompagne la question.

# No team's chat is known yet.
question-kept = Je garde votre question. Dès qu’une équipe sera là pour y répondre, sa réponse arrivera ici.

question-repeated = Votre question est déjà chez l’équipe, depuis le { $at }. Inutile de la reposer : sa réponse arrivera ici.
    Un détail à ajouter ? Répondez à ce message.

question-unnamed = Votre nom n’est plus sur la question. L’équipe a pu le lire avant : la prochaine fois, écrivez votre question après /anonyme.

# $what is a list of the messages below.
personal-data = Avant d’envoyer : votre message contient { $what }. Tout le salon de l’équipe le lirait.
    Souvent, la réponse ne dépend pas de cela.

personal-phone = un numéro de téléphone
personal-email = une adresse e-mail
personal-iban = un numéro de compte bancaire
personal-social = un numéro de sécurité sociale
personal-address = une adresse postale

question-not-sent = D’accord, rien n’est parti.

# $by is a first name, where the fabrique signs with names.
question-answered = <b>{ $by ->
        [none] Réponse de l’équipe
       *[other] { $by } vous répond
    }</b>
    { $answer }

    <i>Une suite ? Répondez à ce message.</i>

question-completed = <b>{ $by ->
        [none] L’équipe complète sa réponse
       *[other] { $by } complète la réponse
    }</b>
    { $answer }

    <i>Une suite ? Répondez à ce message.</i>

# Followed by the source of the entry.
question-answered-by-entry = <b>{ $by ->
        [none] L’équipe vous répond par cette fiche
       *[other] { $by } vous répond par cette fiche
    }</b>

    <b>{ $title }</b>
    { $body }

    <i>Ce n’est pas cela ? Répondez à ce message.</i>

question-more-sent = C’est transmis à l’équipe.

question-dismissed = L’équipe a bien lu votre question, mais ne peut pas y répondre.
    Des allié·es le peuvent peut-être : /besoin

question-late = Votre question attend toujours, et nous ne l’oublions pas : l’équipe vient d’être relancée. Merci de votre patience.
