# Platforms: what the team is told of them, and whom the bot does not follow into a group.

# How a platform is called.
platform = { $platform ->
        [telegram] Telegram
        [matrix] Matrix
       *[other] le terminal
    }

platform-refuses = ⚠️ <b>{ platform } ne me laisse plus entrer</b>
    Mon compte y est refusé : je n’y lis plus rien et je n’y réponds plus. Ce que j’avais à y dire attend, rien n’est perdu.
    La personne qui s’occupe du serveur trouvera quoi faire avec <code>python -m bot check</code>. Je vous préviens ici dès que cela remarche.

platform-works = ✅ <b>{ platform } me laisse de nouveau entrer</b>
    Je réponds à ce qui attendait.

# $name is whoever brought the bot into a group that they do not administer.
brought-farewell = Bonjour { $name }, et merci de l’invitation ! Dans un groupe, je ne viens qu’à la demande d’un ou une admin : à elle ou lui de m’inviter, si vous le souhaitez ensemble. D’ici là, je repars sans rien lire.
    Pour une question à vous, écrivez-moi en privé, je réponds à tout le monde.

# $chat is the platform's own id of the team's new room.
moved-team = Ce salon a changé d’adresse, et je vous ai suivis : rien n’est perdu.
    Pour que je vous retrouve après un redémarrage, la personne qui s’occupe du serveur remplace dans les réglages l’ancien identifiant de l’équipe par celui-ci : <code>{ $chat }</code>
