# Needs: who can help, asked with both sides' consent.

menu-ask-for-help = Chercher un coup de main

ask-for-help-ask-what = De quoi avez-vous besoin ? Par exemple : quelqu’un pour relire un dossier de subvention.

why-helped = { $times ->
        [one] a déjà aidé une fois ainsi
       *[other] a déjà aidé { $times } fois ainsi
    }
why-same-commune = même commune
why-same-epci = même intercommunalité
why-same-departement = même département
why-same-region = même région
why-far = habite plus loin
why-place-unknown = lieu non précisé
why-remote = à distance, le lieu ne compte pas
why-other-organisation = autre organisation que la vôtre
why-exploratory = pour ne pas toujours demander aux mêmes
why-rested = disponible ce mois-ci
why-asked-lately = disponible, malgré une demande il y a peu
why-alike = son offre dit la même chose que votre besoin
why-similar = son offre ressemble à votre besoin
why-related = son offre a un lien avec votre besoin

need-nobody = Je ne trouve encore personne pour { $need }. { $named ->
        [yes] L’équipe cherche aussi, et voit votre nom.
       *[no] L’équipe cherche aussi, sans votre nom.
    }
    Vous pouvez aussi le dire autrement : /besoin

# The same where whoever asks keeps their name to themselves.
need-unnamed-team = <b>{ $state ->
        [unmet] Quelqu’un cherche de l’aide, et je n’ai trouvé personne
        [filled] Quelqu’un cherchait de l’aide, et en a trouvé
        [open] Quelqu’un cherche de nouveau de l’aide
       *[closed] Quelqu’un cherchait de l’aide : c’est clos
    }</b>
    { $need }
need-unnamed-hidden = Son nom reste caché jusqu’à un oui.

need-nobody-team = <b>{ $state ->
        [unmet] { $asker } cherche de l’aide, et je n’ai trouvé personne
        [filled] { $asker } a trouvé de l’aide
        [open] { $asker } cherche de nouveau de l’aide
       *[closed] { $asker } cherchait de l’aide : c’est clos
    }</b>
    { $need }
