# The skills map: three pictures, with what each shows in words.

menu-show-map = Voir la carte des compétences

choice-map-who = Qui sait faire quoi
choice-map-where = Par territoire
choice-map-rare = Compétences rares

map-people = personnes
map-unnamed = sans nom
map-step = { $step ->
        [1] un point : une personne
       *[other] un point : { $step } personnes
    }
map-note = Seulement ce que chaque personne a choisi de montrer.{ $more ->
        [0] {""}
        [one] {" "}Une autre offre n’est pas dessinée.
       *[other] {" "}{ $more } autres offres ne sont pas dessinées.
    }

map-who = Voici qui sait faire ou prête quoi, parmi celles et ceux qui montrent leur nom. Cherchez quelqu’un avec /annuaire, ajoutez-vous avec /offrir et /profil.
map-who-stem = carte qui
map-who-title = Qui sait faire ou prête quoi
map-who-alt = { $skills ->
        [one] Une compétence ou ressource
       *[other] { $skills } compétences et ressources
    }, { $people ->
        [one] une personne
       *[other] { $people } personnes
    }. Par exemple : { $most }.
map-held = { $skill } ({ $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } autres
    })

map-most = Voici combien de personnes savent faire ou prêtent quoi. Pour savoir qui : /annuaire
map-most-title = Ce que nous savons faire et prêter
map-most-alt = { $skills } compétences et ressources. En tête : { $most }.
map-count = { $skill } ({ $count })

map-where = { $territories ->
        [one] Un territoire
       *[other] { $territories } territoires
    }, et ce que l’on y sait faire ou prête. Une case vide ne veut pas dire personne, seulement moins de trois.
map-where-stem = carte territoires
map-where-title = Compétences et ressources par territoire
map-where-alt = Nombre de personnes par famille d’offres et par { $level ->
        [epci] intercommunalité
       *[departement] département
    }. Le plus : { $most }.
map-there = { $group }, { $place } ({ $count })
map-where-note = Les nombres de moins de trois personnes ne sont pas montrés.{ $more ->
        [0] {""}
        [one] {" "}Un autre territoire n’est pas dessiné.
       *[other] {" "}{ $more } autres territoires ne sont pas dessinés.
    }

map-rare = { $few ->
        [0] Bonne nouvelle : au moins trois personnes offrent chaque chose que je peux montrer.
       *[other] { $alone ->
            [0] Rien ne tient à une seule personne, mais certaines choses à deux
            [one] Une chose ne tient qu’à une seule personne
           *[other] { $alone } choses ne tiennent qu’à une seule personne
        }{ $all ->
            [yes] {" "}:
           *[no] , par exemple :
        } { $most }. Qui a envie d’apprendre, ou de prêter aussi ?
    }
map-rare-stem = carte rares
map-rare-title = Compétences et ressources rares
map-rare-alt = Compétences et ressources, de la plus rare à la plus partagée. { $few ->
        [0] Aucune n’est offerte par moins de trois personnes.
        [one] Une est cerclée : une ou deux personnes seulement l’offrent.
       *[other] { $few } sont cerclées : une ou deux personnes seulement les offrent.
    }
map-rare-note = Cerclées : une ou deux personnes, qui toutes montrent leur nom.{ $more ->
        [0] {""}
        [one] {" "}Une autre n’est pas dessinée.
       *[other] {" "}{ $more } autres ne sont pas dessinées.
    }

map-nothing = { $view ->
        [where] Pas encore assez de monde pour dessiner les territoires : il faut trois personnes d’un même endroit, qui montrent leur lieu et ce qu’elles savent faire.
        [rare] Rien de rare à montrer pour l’instant : il faut des personnes qui montrent leur nom et ce qu’elles savent faire.
       *[who] La carte est encore vide. Dites ce que vous savez faire avec /offrir, et montrez votre nom avec /profil : elle commencera par vous.
    }

refusal-map-unread = Je dessine trois cartes : /carte qui, /carte territoires et /carte rares

skill-group = { $group ->
        [argent] Financer et gérer
        [communication] Faire savoir
        [connaitre] Étudier et évaluer
        [culture] Créer et fêter
        [droit] Droit et règles
        [energie] Énergie et mobilité
        [facilitation] Faciliter et animer
        [formation] Transmettre
        [habitat] Bâtir et habiter
        [langues] Langues
        [lieux-et-materiel] Lieux et matériel
        [numerique] Numérique
        [organisation] S’organiser et se gouverner
        [ressources] Réparer et réemployer
        [solidarite] Prendre soin et accueillir
        [terre] Nourrir et préserver
        [territoire] Agir avec les territoires
       *[own] Autres compétences
    }
