# The same person on two platforms: a code, a yes on each side, and how to part again.

menu-link = Être la même personne sur Telegram et Matrix
menu-unlink = Séparer mes deux comptes
menu-unlink-somebody = Séparer les deux comptes de quelqu’un

# Who stands across in what one exchanged with oneself, before one was known to be one.
holder-oneself = votre autre compte

## Asking for a code, typing it

# $platform is where the code was asked for.
link-code = Votre code : <code>{ $code }</code>

    Ouvrez { $platform ->
        [telegram] Matrix
        [matrix] Telegram
       *[other] votre autre messagerie
    } et envoyez-moi ce code, seul, en privé. Il vaut dix minutes, et une seule fois.

    Gardez-le pour vous : ne l’envoyez à personne, même à quelqu’un de l’équipe.

link-unknown = Ce code ne vaut rien, ou plus rien. Demandez-en un nouveau avec /lier sur votre autre compte.

link-is-it-you = Ce code vient de { $platform } : <b>{ $name }</b> (<code>{ $account }</code>).

    C’est bien vous ? Les deux comptes n’en feront qu’un : des deux côtés, on verra le même solde, les mêmes échanges, les mêmes offres et les mêmes questions.

    Si quelqu’un vous a envoyé ce code, refusez : il verrait tout cela.

# Said to whoever typed the code, once they agreed.
link-one-more = Plus qu’un geste : je vous ai écrit sur { $platform }. Répondez-moi là-bas.

link-confirm = Sur { $platform }, <b>{ $name }</b> (<code>{ $account }</code>) a tapé votre code.

    C’est bien vous ? Les deux comptes n’en feront qu’un, et tout ce qui est à vous ici se lira aussi là-bas. Dans le doute, refusez.

linked = C’est fait. Ici et sur { $platform }, vous êtes désormais la même personne : votre solde, vos échanges, vos offres, vos questions et vos inscriptions vous suivent.

    Je vous préviens là où vous m’avez écrit en dernier. Pour revenir en arrière : /delier

linked-balance = Votre solde : { $balance }, soit { $mine } d’un côté et { $theirs } de l’autre.

link-refused = D’accord, rien n’est relié. Ce code ne vaut plus rien.
link-refused-there = Rien n’est relié : sur { $platform }, la réponse est non. Le code ne vaut plus rien. Si quelqu’un vous l’a demandé, ne lui en donnez pas d’autre.

link-burnt-here = Ce code vient d’être lu par d’autres : il ne vaut plus rien. Demandez-en un nouveau en privé avec /lier, et envoyez-le-moi en privé.
link-burnt = Votre code a été écrit dans un groupe : il ne vaut plus rien, et rien n’est relié. Pour en avoir un autre : /lier

## Once linked

# $where ends the sentence: see told-on-short.
link-shown = { $first } et { $second } : des deux côtés, c’est vous. Je vous préviens { $where }.

told-on-short = { $name ->
        [telegram] toujours sur Telegram
        [matrix] toujours sur Matrix
       *[last] là où vous m’avez écrit en dernier
    }

tell-me-on-ask-platform = Où voulez-vous que je vous prévienne ?
told-on = D’accord, je vous préviens toujours sur { $platform }.
told-where-last = D’accord, je vous préviens là où vous m’avez écrit en dernier.

## Parting

unlink = Séparer vos comptes { $here } et { $there } ?

    <b>Chacun reprend le sien</b> : chaque compte retrouve ce qu’il avait avant. Ce qui a été fait depuis ne se coupe pas en deux et reste avec le plus ancien.

    <b>Tout laisser à { $there }</b> : ce compte-ci repart de zéro, sans solde ni échange.

unlink-not = D’accord, rien ne change.

unlinked = C’est fait, ce sont de nouveau deux personnes. { $how ->
        [left] Ici, vous repartez de zéro ; tout le reste est sur l’autre compte.
       *[apart] Chaque compte a retrouvé ce qu’il avait.
    } Pour les réunir : /lier

# Said on the other account. $by is other or team; $how says what this account keeps.
unlinked-told = { $by ->
        [team] L’équipe a séparé ce compte du vôtre sur { $platform }.
       *[other] Depuis { $platform }, ces deux comptes ont été séparés.
    } { $how ->
        [kept] Tout ce qui était à vous reste ici.
        [anew] Ici, vous repartez de zéro.
       *[apart] Ici, vous retrouvez ce que ce compte avait.
    } Une erreur ? Écrivez à l’équipe avec /question.

unlink-somebody-ask-how = Comment les séparer ? Chaque compte peut reprendre ce qu’il avait ; ou tout reste d’un côté, par exemple si l’autre a été volé.

unlinked-by-team = C’est fait : les deux comptes de <b>{ $name }</b> sont séparés, et prévenus.

## Choices

choice-link-agree = Oui, c’est moi
choice-link = Oui, relier
choice-link-refuse = Non, ce n’est pas moi
choice-tell-where = Où me prévenir
choice-tell-on = Toujours sur { $platform }
choice-tell-last = Là où j’écris
choice-unlink = Séparer mes comptes
choice-unlink-apart = Chacun reprend le sien
choice-unlink-leave = Tout laisser à { $platform }
choice-unlink-keep = Tout reste sur { $platform }

## Refusals

refusal-code-unread = Un code a huit signes, par exemple KX7P-9MTR. Pour en recevoir un : /lier
refusal-link-codes = Cela fait { $most } codes en une heure. Reprenez un peu plus tard, ou demandez à l’équipe avec /question.
refusal-link-tries = Cela fait { $most } codes qui ne valent rien. Attendez une heure, ou demandez à l’équipe avec /question.
refusal-link-own-code = C’est ici que vous l’avez demandé. Envoyez-le-moi depuis votre autre compte.
refusal-link-same-platform = Ce code vient de la même messagerie. On relie un compte Telegram et un compte Matrix.
refusal-link-taken = L’un de ces comptes est déjà relié à un autre. Séparez-les d’abord avec /delier.
refusal-link-over = Ce code ne vaut plus rien. Demandez-en un nouveau avec /lier.
refusal-not-linked = Ce compte n’est relié à aucun autre. Pour le relier : /lier
refusal-unlink-nothing = Les comptes de cette personne ne sont pas reliés.
