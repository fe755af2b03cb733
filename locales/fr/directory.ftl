# The directory: whoever is looked for, with what each shows.

menu-search-directory = Trouver un·e allié·e

choice-ask-for-help = Demander un coup de main
choice-back-to-list = Revenir à la liste
choice-search-directory = Chercher dans l’annuaire
choice-directory = L’annuaire
choice-directory-csv = Tableau (CSV)
choice-directory-vcard = Carnet d’adresses (vCard)

# $lines are people; $count is how many there are in all.
directory-all = <b>L’annuaire</b> — { $count ->
        [one] une personne
       *[other] { $count } personnes
    }{ $pages ->
        [1] {""}
       *[other] {" "}(page { $page } sur { $pages })
    }
    { $lines }

    <i>Pour chercher : /annuaire compta Saint-Étienne</i>

directory-found = { $count ->
        [one] Une personne pour { $words } :
       *[other] { $count } personnes pour { $words }{ $pages ->
            [1] {""}
           *[other] {" "}(page { $page } sur { $pages })
        } :
    }
    { $lines }

directory-part = Personne ne correspond tout à fait à { $words }. Voici qui s’en approche{ $pages ->
        [1] {""}
       *[other] {" "}(page { $page } sur { $pages })
    } :
    { $lines }

directory-none = Je ne trouve personne pour { $words }. Essayez un mot de moins, le nom d’une commune ou d’un département, ou une compétence : /annuaire compta Loire

    Ou décrivez ce qu’il vous faut avec /besoin : je demanderai aussi à celles et ceux qui ne sont pas dans l’annuaire.

directory-empty = Personne n’est encore visible ici. Pour être la première personne : /profil

directory-only-unnamed = Pour { $words }, personne ne montre son nom.

directory-all-unnamed = Personne ne montre encore son nom ici. Pour être la première personne : /profil

directory-unnamed = { $listed ->
        [0] { $count } personnes correspondent. Décrivez ce qu’il vous faut avec /besoin : je leur demanderai.
       *[other] Et { $count } autres qui ne montrent pas leur nom : /besoin les atteint aussi.
    }

directory-group = <i>Ici, seulement ce qui est montré à tout le monde. En privé, j’en dis plus : /annuaire</i>

directory-no-ally = <i>Ici, seulement ce qui est montré à tout le monde. Les allié·es en voient plus : celles et ceux qui écrivent dans un groupe avec l’équipe, agissent pour une organisation, ont déjà échangé du temps ou participé à un atelier, ou que l’équipe connaît.</i>

choice-ask-let-in = Demander à l’équipe
choice-let-in = C’est un·e allié·e
choice-leave-out = Pas encore

ally-team-asked = C’est demandé à l’équipe. Je vous écris dès qu’elle répond.
ally-card = <b>{ $name }</b> demande à voir ce que les allié·es se montrent entre elles et eux : l’annuaire, la carte, les profils. Connaissez-vous cette personne ?
ally-card-let-in = { $name } voit maintenant ce que les allié·es se montrent. C’est { $by } qui l’a dit.
ally-card-already = { $name } est déjà parmi les allié·es.
ally-card-left-out = { $name } ne voit que ce qui est montré à tout le monde. C’est { $by } qui l’a dit.
ally-let-in = Vous êtes parmi les allié·es : vous voyez ce qu’elles et ils se montrent. Pour chercher quelqu’un : /annuaire
ally-left-out = L’équipe ne vous connaît pas encore. Présentez-vous en une phrase avec /question, ou venez à la prochaine rencontre : /agenda

# $place and $organisations begin with what separates them, or are empty.
directory-line = • <b>{ $name }</b>{ $place }{ $organisations }{ $does ->
        [no] {""}
       *[yes] {" "}: { $skills }
    }
directory-at = , { $near ->
        [yes] à côté, à { $place }
       *[no] { $place }
    }
directory-for = , pour { $names }
directory-can = { $skills }{ $more ->
        [0] {""}
       *[other] … (+{ $more })
    }

refusal-not-listed = Cette personne n’est plus visible ici. Pour un coup de main, décrivez-le avec /besoin.
refusal-directory-unread = Écrivez un nom, un lieu, une compétence ou une langue, par exemple : /annuaire compta Saint-Étienne

directory-exported = { $count ->
        [0] Personne ne se montre encore à l’équipe : le fichier est vide.
        [one] Une personne, avec ce qu’elle montre à l’équipe et rien d’autre.
       *[other] { $count } personnes, avec ce qu’elles montrent à l’équipe et rien d’autre.
    } { $form ->
        [csv] Ce fichier s’ouvre dans un tableur.
       *[vcard] Ce fichier s’ouvre dans un carnet d’adresses.
    } L’export est noté au journal.

directory-stem = annuaire
directory-title = Annuaire
directory-heading = { $column ->
        [name] Nom
        [skills] Compétences
        [place] Lieu
        [departement] Département
        [languages] Langues
        [hours] Heures par mois
       *[organisations] Organisations
    }
