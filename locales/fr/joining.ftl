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

# $day is a day of the week, $at an hour. Who reads no French finds their language here too.
welcome-group = Bonjour ! 👋 Je suis le robot de l’alliance <b>{ $fabrique }</b>. Une question ? Écrivez-la après /question. Tout le reste est dans /aide.

    Pour les admins du groupe, deux gestes. D’abord : <b>dans quelle langue dois-je écrire ici ?</b>
    <i>This group’s admins may choose the language I write in.</i>

    Sans réponse, je publierai l’agenda chaque { $day } à { $at }, et la lettre chaque mois.

# $what is both, agenda, letter or none.
welcome-group-again = Me revoilà ! Les réglages du groupe n’ont pas changé : { $what ->
        [both] l’agenda chaque { $day } à { $at }, et la lettre chaque mois.
        [agenda] l’agenda chaque { $day } à { $at }.
        [letter] la lettre chaque mois.
       *[none] je ne publie rien de moi-même.
    }
    Ses admins peuvent les changer avec /reglages et /langue.

set-up-ask-what = Entendu, j’écris ici en français. Et enfin : <b>que dois-je publier ?</b>

    • <b>l’agenda</b> : ce qui se passe dans la semaine, chaque { $day } à { $at }
    • <b>la lettre</b> : les nouvelles de l’alliance, chaque mois

set-up-done = C’est réglé, merci ! { $what ->
        [both] Ici paraîtront l’agenda, chaque { $day } à { $at }, et la lettre, chaque mois.
        [agenda] Ici paraîtra l’agenda, chaque { $day } à { $at }.
        [letter] Ici paraîtra la lettre, chaque mois.
       *[none] Ici, je ne publierai rien : je réponds quand on m’appelle.
    }
    /reglages change cela, et le jour ou l’heure ; /langue change la langue.

welcome-team = Bonjour ! 👋 Ce salon est celui de l’équipe. Les questions et les propositions arrivent ici.

    • Pour répondre à une question, répondez à son message : je transmets.
    • /file montre ce qui attend une décision.
    • /aide rappelle le reste.
