# The monthly letter, as members read it.

menu-show-letter = Lire la dernière lettre du mois

letter-none = Il n’y a pas encore eu de lettre. Une nouvelle pour la première ? /proposer

# $title is the team's own, or none.
letter-title = ✉️ <b>La lettre de l’alliance, { $month }</b>{ $title ->
        [none] {""}
       *[other] {""}
    <b>{ $title }</b>
    }

letter-editorial = <i>{ $text }</i>

letter-part = <b>{ letter-heading }</b>
    { $lines }

letter-item = • { $text }
letter-said = { $text }

letter-heading = { $section ->
        [initiative] Initiatives
        [call] Appels
        [chantier] Chantiers
        [experience] Retours d’expérience
        [resource] Ressources
        [campaign] Coups de pouce
        [figures] En chiffres
        [podcast] À écouter
       *[meeting] Prochaines rencontres
    }

letter-at = La même en page web, facile à partager : { $address }
letter-printed = La lettre, { $month }, à imprimer ou à transférer.
letter-older = Quelle lettre voulez-vous relire ?

letter-stem = lettre { $month }
letter-head = La lettre de l’alliance, { $month }

choice-letter-pdf = PDF
choice-letter-older = Lettres précédentes

refusal-letter-no-older = Il n’y a pas de lettre plus ancienne.
refusal-letter-which = Je n’ai pas compris { $typed }. Pour relire une lettre : /lettre octobre, ou /lettre 2026-10. Pour la recevoir par e-mail : /lettre email
refusal-letter-that-month = Il n’y a pas eu de lettre ce mois-là. La dernière : { $latest }. Pour la lire : /lettre
