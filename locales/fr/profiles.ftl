# Profiles: where one is, how much one may be asked, and who sees which of it.

menu-show-profile = Votre profil, et une pause au besoin

choice-place = Lieu
choice-languages = Langues
choice-hours = Temps à donner
choice-how-often = À quelle fréquence
choice-pause = Faire une pause
choice-resume = Reprendre
choice-skills = Ce que je sais faire
choice-list-me = Être dans l’annuaire
choice-unlist-me = Quitter l’annuaire
choice-who-sees = Qui voit quoi
choice-erase-profile = Effacer mon profil
choice-my-profile = Revoir mon profil
choice-leave-place = Laisser comme c’était
choice-keep-words = Garder « { $words } »
choice-no-hours = Je préfère ne pas dire
choice-never-ask = Jamais
choice-erase = Oui, tout effacer
choice-asks = { $count } par mois
choice-pause-days = { $days ->
        [7] Une semaine
        [30] Un mois
       *[other] Trois mois
    }
choice-field = { $field ->
        [name] Être dans l’annuaire
        [skills] Compétences
        [place] Lieu
        [languages] Langues
        [hours] Temps à donner
        [organisations] Organisations
        [circles] Cercles
       *[contact] Comment me joindre
    }
choice-audience = { $audience ->
        [0] Personne
        [1] L’équipe
        [2] Les allié·es
       *[3] Tout le monde
    }

# $lines are lines about the person; $audience is who finds them in the directory; $asked is yes or
# no.
my-profile = <b>Votre profil</b>
    { $lines }

    { $audience ->
        [0] Personne ne vous trouve dans l’annuaire.
        [1] Seule l’équipe vous trouve dans l’annuaire, avec ce que vous dites ici.
        [2] Vous êtes dans l’annuaire : les allié·es voient ce que vous leur montrez.
       *[3] Vous êtes dans l’annuaire, visible de tout le monde, dans les groupes aussi.
    }{ $asked ->
        [yes] {" "}On peut vous demander un coup de main, et vous restez libre de dire non.
       *[no] {""}
    }
    <i>Pour tout dire d’un coup : /profil je suis à Firminy, 3h par mois, anglais et arabe</i>

their-profile = <b>{ $name }</b>
    { $count ->
        [0] Cette personne est dans l’annuaire, sans en dire plus.
       *[other] { $lines }
    }

profile-not-shown = { $name } n’est pas dans l’annuaire. Pour un coup de main, décrivez-le avec /besoin : je demanderai aux bonnes personnes.

profile-line = { $field ->
        [place] Lieu : { $value }
        [languages] Langues : { $value }
        [hours] Temps à donner : { $value }
        [skills] Compétences : { $value }
        [organisations] Organisations : { $value }
       *[circles] Cercles : { $value }
    }
profile-unsaid = à préciser
profile-hours = { $hours ->
        [0] pas en ce moment
       *[other] { $hours } h par mois
    }
profile-asks = { $count ->
        [0] Vous demander un coup de main : jamais
       *[other] Vous demander un coup de main : { $count } fois par mois au plus
    }
profile-paused = En pause : de retour le { $until }

# A place with the département that it is in.
place = { $kind ->
        [departement] { $name } (département)
        [region] { $name } (région)
        [within] { $name } ({ $within })
       *[alone] { $name }
    }

circle = { $circle ->
        [supporting] soutien
        [contributing] contribution
        [producing] coproduction
       *[member] adhésion
    }

spoken-language = { $code ->
        [ar] arabe
        [bm] bambara
        [bn] bengali
        [br] breton
        [ca] catalan
        [ckb] sorani
        [co] corse
        [cs] tchèque
        [de] allemand
        [el] grec
        [en] anglais
        [es] espagnol
        [eu] basque
        [fa] persan
        [ff] peul
        [fr] français
        [fsl] langue des signes française
        [he] hébreu
        [hi] hindi
        [hu] hongrois
        [hy] arménien
        [it] italien
        [ja] japonais
        [ka] géorgien
        [kab] kabyle
        [ku] kurde
        [ln] lingala
        [mg] malgache
        [nl] néerlandais
        [oc] occitan
        [pl] polonais
        [ps] pachto
        [pt] portugais
        [ro] roumain
        [ru] russe
        [snk] soninké
        [sq] albanais
        [sr] serbe
        [sw] swahili
        [ta] tamoul
        [tr] turc
        [uk] ukrainien
        [ur] ourdou
        [vi] vietnamien
        [wo] wolof
        [zh] chinois
       *[other] { $code }
    }

set-place-ask-where = Où êtes-vous ? Une commune, une intercommunalité, un département : par exemple Firminy.
which-place = J’ai trouvé plusieurs lieux pour « { $typed } ». Lequel est le vôtre ?
which-of-many-places = { $count } lieux s’appellent « { $typed } ». Choisissez le vôtre, ou écrivez-le avec son département : Sainte-Colombe, Yonne.
unknown-place = Je ne trouve pas « { $typed } » parmi les lieux de France. Je peux le garder tel quel.

set-languages-ask-spoken = Quelles langues parlez-vous ? Par exemple : français, arabe et LSF.
set-hours-ask-hours = Combien d’heures par mois pouvez-vous donner ? À peu près, cela suffit.
set-asks-ask-asks = Combien de fois par mois peut-on vous demander un coup de main ? Vous pourrez toujours dire non.
pause-ask-until = Jusqu’à quand ? Choisissez, ou écrivez par exemple mars ou 12 mars.
pause-over = Vous voilà de retour de pause : je recommence à vous demander un coup de main de temps en temps.

# Each field, with who sees it.
who-sees = <b>Qui voit quoi de vous</b>
    Dans l’annuaire : { $name }
    Compétences : { $skills }
    Lieu : { $place }
    Langues : { $languages }
    Temps à donner : { $hours }
    Organisations : { $organisations }
    Cercles : { $circles }
    Comment vous joindre : { $contact }

    Rien ne se voit sans votre nom dans l’annuaire. Que changer ?

audience = { $audience ->
        [0] personne
        [1] l’équipe
        [2] les allié·es
       *[3] tout le monde
    }

show-to-ask-audience = { $field ->
        [name] Qui peut vous trouver dans l’annuaire ?
        [skills] Qui peut voir ce que vous savez faire ?
        [place] Qui peut voir où vous êtes ?
        [languages] Qui peut voir vos langues ?
        [hours] Qui peut voir le temps que vous donnez ?
        [organisations] Qui peut voir pour qui vous agissez ?
        [circles] Qui peut voir vos cercles ?
       *[contact] Qui peut voir comment vous joindre ?
    }

erase-profile-ask-sure = J’efface votre lieu, vos langues, votre temps et vos réglages. Vos offres et votre compte temps restent. Est-ce bien cela ?
profile-erased = C’est effacé. Pour recommencer : /profil

refusal-profile-unread = Je n’ai pas compris. Écrivez par exemple : /profil je suis à Firminy, 3h par mois, anglais et arabe
refusal-place-unread = Écrivez le nom d’une commune ou d’un département, par exemple Firminy.
refusal-languages-unread = Je ne connais pas cette langue. Écrivez par exemple : français, arabe et LSF
refusal-hours-unread = Écrivez un nombre d’heures, par exemple 3h par mois.
refusal-hours-many = C’est beaucoup pour un mois : { $most } heures au plus. Écrivez par exemple 8h par mois.
refusal-asks-unread = Écrivez un nombre de fois par mois, par exemple 2.
refusal-asks-many = C’est généreux ! Disons { $most } fois par mois au plus.
refusal-pause-unread = Jusqu’à quand ? Écrivez par exemple mars, 12 mars ou 2 mois.
refusal-pause-far = Une pause va de demain à dans un an. Écrivez par exemple mars, 12 mars ou 2 mois.

menu-set-member = Noter une adhésion, ou la retirer

member-set = { $joins ->
        [yes] C’est noté : { $name } est membre de l’association.
       *[no] C’est retiré : { $name } n’est plus membre de l’association.
    } Pour revenir en arrière, la même commande.
member-told = { $joins ->
        [yes] L’équipe a noté votre adhésion à l’association. Merci ! Votre profil le dit : /profil
       *[no] Votre profil ne dit plus que vous êtes membre de l’association. Si c’est une erreur, dites-le à l’équipe : /question
    }
