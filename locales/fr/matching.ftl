# Needs: who can help, asked with both sides' consent.

menu-ask-for-help = Chercher un coup de main

ask-for-help-ask-what = De quoi avez-vous besoin ? Par exemple : quelqu’un pour relire un dossier de subvention.

need-matches = Pour { $need }, ces personnes peuvent sans doute vous aider :
    { $allies }

    À qui dois-je demander ? Chaque personne est libre de dire non.

need-match = • <b>{ $name }</b> offre { $offer }

# $reasons is a list of the messages why-… below.
need-match-because = • <b>{ $name }</b> offre { $offer } ({ $reasons })

choice-why = Pourquoi ces personnes ?
choice-why-one = Pourquoi cette personne ?

why = Pour { $need }, voici ce qui a compté :
    { $people }

why-person = • <b>{ $name }</b> : { $reasons }

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

why-rule = <i>Je regarde d’abord ce que chaque personne offre, puis si elle est disponible et proche.
    Le temps donné et reçu compte à peine, et je ne le montre pas. Le statut et le cercle ne comptent jamais.
    Les personnes en pause, ou sollicitées il y a peu, ne sont pas proposées.</i>

need-nobody = Je ne trouve encore personne pour { $need }. L’équipe est prévenue.
    Vous pouvez aussi le dire autrement : /besoin

need-nobody-team = <b>{ $state ->
        [unmet] { $asker } cherche de l’aide, et je n’ai trouvé personne
        [filled] { $asker } a trouvé de l’aide
        [open] { $asker } cherche de nouveau de l’aide
       *[closed] { $asker } cherchait de l’aide : c’est clos
    }</b>
    { $need }

helper-asked = J’ai demandé à { $name }. Je vous préviens dès qu’il y a une réponse.

helper-declined = { $name } ne peut pas aider cette fois pour { $need }.
    Vous pouvez demander à quelqu’un d’autre : /besoin

# Before both agree, the helper is not told who asks.
help-request = Quelqu’un de l’alliance a besoin d’un coup de main : { $need }
    Votre offre y répond. Voulez-vous aider ?

    <i>Vous saurez qui demande, et l’on saura vous joindre, seulement si vous acceptez.</i>

# To each of the two; $name is the other one.
introduced = <b>Vous voilà en contact avec { $name }</b>
    À propos de { $need }
    Pour lui écrire : { $ways }

    Après le coup de main, notez le temps : /heures

# Somebody on Telegram who chose no @name.
way-without-handle = <a href="tg://user?id={ $account }">sa conversation Telegram</a>

way-to-reach = { $platform ->
        [telegram] { $address } sur Telegram
        [matrix] { $address } sur Matrix
       *[other] { $address }
    }

declined-thanks = D’accord, merci d’avoir répondu !
