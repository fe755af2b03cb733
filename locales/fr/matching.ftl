# Needs: who can help, asked with both sides' consent.

menu-ask-for-help = Chercher un coup de main

ask-for-help-ask-what = De quoi avez-vous besoin ? Par exemple : quelqu’un pour relire un dossier de subvention.

need-matches = Pour { $need }, ces personnes peuvent sans doute vous aider :
    { $allies }

    À qui dois-je demander ? Chaque personne est libre de dire non.

need-match = • <b>{ $name }</b> offre { $offer }

need-nobody = Je ne trouve encore personne pour { $need }. L’équipe est prévenue.
    Vous pouvez aussi le dire autrement : /besoin

need-nobody-team = <b>{ $asker } cherche de l’aide, et aucune offre ne correspond</b>
    { $need }

    Connaissez-vous quelqu’un ?

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
