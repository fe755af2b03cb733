# Resources: what people share, found by words and shown under answers.

menu-find-resources = Chercher dans les ressources partagées

# $words may be empty: then these are the newest.
resources-found = { $words ->
        [none] <b>Les dernières ressources partagées</b>
       *[other] <b>Ressources pour { $words }</b>
    }
    { $lines }{ $more ->
        [0] {""}
        [one] {""}
    … et une autre. Ajoutez un mot pour préciser.
       *[other] {""}
    … et { $more } autres. Ajoutez un mot pour préciser.
    }

resources-none = { $words ->
        [none] Personne n’a encore partagé de ressource.
       *[other] Je n’ai rien trouvé pour { $words }.
    }
    Vous en connaissez une ? /proposer, avec son adresse et quelques mots.

# $by may be empty.
resource-line = <a href="{ $link }"><b>{ $title }</b></a>
    { $kind ->
        [article] Article
        [video] Vidéo
        [method] Méthode
       *[link] Lien
    }{ $tags ->
        [none] {""}
       *[other] {" — "}{ $tags }
    }{ $by ->
        [none] {""}
       *[other] {" — "}partagé par { $by }
    }

resource-card = <b>{ $proposer } propose une ressource</b>
    { $resource }

propose-resource-ask-what = Quelle est son adresse ? Collez le lien, il commence par https://.
propose-resource-ask-title = Comment s’appelle-t-elle ? Dites en quelques mots ce que l’on y trouve.
resource-to-send = { $resource }

    Est-ce bien cela ? L’équipe la regardera, puis tout le monde pourra la trouver.
resource-proposed = Merci ! L’équipe va regarder cette ressource. Je vous dirai ce qu’elle décide.
resource-approved = Bonne nouvelle, { $title } est dans les ressources partagées. Merci !
resource-refused = { $title } n’a pas été retenu dans les ressources partagées.
    Pour savoir pourquoi, demandez à l’équipe : /question

rename-resource-ask-title = Quel est le nouveau titre ?
