# The letter by e-mail: in the chat, in the mail itself, and on the pages that its links open.

letter-ways = La lettre du mois arrive { $private ->
        [true] ici
       *[other] dans ce groupe
    } si les réglages le disent : /reglages{ $mails ->
        [true] {"\u000A"}Elle vient aussi par e-mail, si vous me donnez votre adresse{ $private ->
            [true] {""}
           *[other] {" "}en privé
        } : /lettre email
       *[other] {""}
    }
letter-subscribed = C’est noté : je vous enverrai la lettre du mois ici. La prochaine est prévue { $due }. Pour arrêter : /lettre stop{ $mails ->
        [true] {"\u000A"}Elle vient aussi par e-mail, si vous me donnez votre adresse : /lettre email
       *[other] {""}
    }
letter-unsubscribed = C’est noté : plus de lettre { $private ->
        [true] en privé
       *[false] dans ce groupe
    }. Pour la recevoir à nouveau : /lettre abonner
letter-not-received = Vous ne recevez pas la lettre : il n’y a rien à arrêter. Pour la recevoir : /lettre abonner
choice-letter-by-mail = Par e-mail
mail-none = Je peux vous envoyer la lettre du mois par e-mail.
mail-set = La lettre du mois vous parvient à { $address }. Pour arrêter : /lettre stop
mail-waits = J’ai écrit à { $address }. Le code de ce message confirme que vous voulez la lettre.
mail-refused = Le serveur de { $address } ne prend pas nos messages. Une autre adresse ?
mail-confirmed = C’est fait : la prochaine lettre arrivera à { $address }. Pour arrêter : /lettre stop
mail-stopped = C’est fait, votre adresse est oubliée. Vous pouvez toujours lire la lettre ici : /lettre
mail-not-set = Vous ne recevez pas la lettre par e-mail. Pour la recevoir : /lettre email

mail-me-ask-address = À quelle adresse ? Par exemple : ada@exemple.org

# $link is yes where the mail has a link too.
confirm-mail-ask-code = Je viens d’écrire à cette adresse. { $link ->
        [yes] Ouvrez le lien de ce message, ou recopiez son code ici.
       *[no] Recopiez ici le code de ce message.
    } Si rien n’arrive d’ici un quart d’heure, regardez dans les indésirables.

choice-mail-set = Donner mon adresse
choice-mail-other = Une autre adresse
choice-mail-stop = Ne plus la recevoir
choice-mail-code = J’ai le code

refusal-mail-private = Les adresses e-mail ne regardent que vous et moi : écrivez-moi cela en privé. Ici, supprimez votre message si vous y avez mis une adresse.
refusal-mail-off = Je n’envoie pas encore d’e-mails ici. La lettre se lit toujours dans ce chat : /lettre
refusal-mail-address = Ceci n’a pas la forme d’une adresse e-mail. Par exemple : /lettre email ada@exemple.org
refusal-mail-often = Vous avez déjà demandé trois fois aujourd’hui. Réessayez demain, et regardez dans les indésirables.
refusal-mail-code = Ce code ne correspond à aucune demande récente. Vérifiez-le dans le dernier message reçu, ou redemandez-en un : /lettre email
refusal-mail-code-form = Un code a dix lettres et chiffres, comme K7QPM-3XW9T.

# What somebody is told whose address is refused.
mail-bounced = La lettre n’a pas pu être remise à { $address } : son serveur ne connaît plus cette adresse. Je n’y écris plus. Une autre adresse ? /lettre email

# What somebody is told who typed an address that does not exist.
mail-nobody = Mon message n’a pas pu arriver à { $address } : il n’y a personne à cette adresse. Est-elle bien écrite ? Pour en donner une autre : /lettre email

# The mail itself. Plain words.
mail-ask-subject = Recevoir la lettre de l’alliance ?
mail-ask-hello = Bonjour,
mail-ask-why = Quelqu’un a demandé que la lettre mensuelle de { $fabrique } arrive à cette adresse. Si c’est vous, confirmez :
mail-ask-button = Oui, je veux la lettre
mail-ask-code = Ou recopiez ce code dans la conversation avec le robot :
mail-ask-code-only = Recopiez ce code dans la conversation avec le robot :
mail-ask-else = Si ce n’est pas vous, ne faites rien : rien ne sera envoyé, et cette adresse sera oubliée dans trois jours.
mail-ask-known = Quelqu’un a demandé que la lettre mensuelle de { $fabrique } arrive à cette adresse. Elle la reçoit déjà : il n’y a rien à faire.
mail-ask-known-code = Si c’est vous, et que vous voulez la gérer depuis votre conversation avec le robot, recopiez-y ce code :

mail-letter-subject = { $title ->
        [none] { $head }
       *[other] { $title } — { $head }
    }
mail-why = Vous recevez ce message parce que cette adresse a demandé la lettre de { $fabrique }.
mail-web = Lire en ligne
mail-leave = Ne plus la recevoir
mail-leave-chat = Pour ne plus la recevoir : /lettre stop, dans la conversation avec le robot.

# Pages.
page-letters = Les lettres de { $fabrique }
page-letters-none = La première lettre n’est pas encore parue.
page-letters-all = Toutes les lettres
page-pdf = Télécharger en PDF
page-other-language = English
page-missing = Cette page n’existe pas, ou plus.
page-confirm = Recevoir la lettre de { $fabrique } ?
page-confirm-button = Oui, je veux la lettre
page-confirmed = C’est fait : la prochaine lettre arrivera à votre adresse.
page-confirm-over = Cette demande a plus de trois jours. Redemandez la lettre au robot : /lettre email
page-leave = Ne plus recevoir la lettre de { $fabrique } ?
page-leave-button = Ne plus la recevoir
page-left = C’est fait : votre adresse est oubliée.
