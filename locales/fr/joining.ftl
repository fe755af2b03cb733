# Meeting the bot: the first word in private, a group that it joins.

menu-begin = Recommencer par le début

welcome = { $name ->
        [none] Bonjour, et bienvenue !
       *[other] Bonjour { $name }, et bienvenue !
    } 👋
    Je suis un robot au service de l’alliance <b>{ $fabrique }</b>. Avec moi, vous pouvez :

    • <b>poser une question</b>, en une phrase toute simple
    • <b>noter du temps</b> donné ou reçu : /heures
    • <b>offrir ou demander un coup de main</b> : /offrir et /besoin
    • <b>voir ce qui se passe</b> dans les jours à venir : /agenda

    Quand je ne sais pas répondre, l’équipe le fait.
    /language for English

welcome-group-short = Bonjour ! Tapez /aide pour voir ce que je peux faire ici, ou écrivez-moi en privé.

# $day is a day of the week, $at an hour.
welcome-group = Bonjour ! 👋 Je publierai ici l’agenda chaque { $day } à { $at }, et la lettre le 1er du mois.
    Une question ? Écrivez-la après /question. Tout le reste est dans /aide.

    Pour les admins du groupe : /reglages change ce que je publie et quand, /langue la langue.

welcome-team = Bonjour ! 👋 Ce salon est celui de l’équipe. Les questions et les propositions arrivent ici.

    • Pour répondre à une question, répondez à son message : je transmets.
    • /file montre ce qui attend une décision.
    • /aide rappelle le reste.
