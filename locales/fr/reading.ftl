# Reading one’s time.

menu-balance = Voir mon compte temps
menu-show-statement = Voir mon relevé

## A balance

# $mood is one of the messages below; $lines are those that follow them.
balance = { $mood }

    { $lines }

balance-begins = <b>Votre compte est ouvert.</b>
    Il commence à l’équilibre. Demander le premier coup de main est permis : /besoin
balance-even = <b>Votre solde : à l’équilibre</b>
    Vous avez donné autant que vous avez reçu.
balance-above = <b>Votre solde : { $balance }</b>
    Ce temps est à vous : /besoin pour en profiter.
balance-below = <b>Votre solde : { $balance }</b>
    C’est normal : pour que quelqu’un donne, il faut que quelqu’un reçoive. Vous pouvez demander encore.
balance-far-below = <b>Votre solde : { $balance }</b>
    Vous avez beaucoup reçu, et c’est permis. Quand vous en aurez l’envie et le temps, /offrir dit ce que vous savez faire.
balance-far-above = <b>Votre solde : { $balance }</b>
    Vous avez beaucoup donné, merci ! Pensez aussi à demander : /besoin

balance-turned = Donné : { $given } · Reçu : { $received }
balance-gained = Heures reçues en don : { $time }
balance-ceded = Heures offertes : { $time }
balance-paid-given = Missions rétribuées, hors solde : { $time }
balance-paid-received = Missions rétribuées reçues, hors solde : { $time }
balance-waiting = { $waiting ->
        [0] Rien n’attend de réponse.
        [one] Un échange attend une réponse : /attente
       *[other] { $waiting } échanges attendent une réponse : /attente
    }

# The pot, or an organisation.
balance-of = <b>Solde : { $balance }</b>
    Compte : { $whose }

## A statement

statement-page = <b>{ statement-title }</b>
    { statement-days }

    { $lines }

# $whose is empty for one’s own account.
statement-title = { $whose ->
        [none] Votre relevé
       *[other] Relevé : { $whose }
    }

# $opening and $closing are balances; without a period there is only the second.
statement-days = { $first ->
        [none] Solde : { $closing }
       *[other] Du { $first } au { $last }. Solde au début : { $opening } ; à la fin : { $closing }
    }

statement-empty = <b>{ statement-title }</b>
    { $first ->
        [none] Rien n’a encore compté ici. Un échange compte dès que l’autre personne l’a confirmé : /heures pour en noter un.
       *[other] Rien n’a compté du { $first } au { $last }. /releve tout seul montre le reste.
    }

# $what is one of the messages below. $subject may be empty.
statement-line = • { $what }{ $corrected ->
        [true] {" "}(corrigé depuis)
       *[other] {""}
    }
    { $subject ->
        [none] {""}
       *[other] <i>{ $subject }</i>{" · "}
    }solde : { $balance }

statement-gave = { $day } : donné <b>{ $time }</b>, { $other }
statement-gave-short = Donné
statement-received = { $day } : reçu <b>{ $time }</b>, { $other }
statement-received-short = Reçu
statement-ceded = { $day } : offert <b>{ $time }</b>, { $other }
statement-ceded-short = Heures offertes
statement-gained = { $day } : reçu en don <b>{ $time }</b>, { $other }
statement-gained-short = Heures reçues en don
statement-settled-up = { $day } : solde réglé, <b>{ $time }</b> de plus, { $other }
statement-settled = Solde réglé
statement-settled-down = { $day } : solde réglé, <b>{ $time }</b> de moins, { $other }
statement-corrected-up = Correction pour le { $corrects } : <b>{ $time }</b> de plus, { $other }
statement-corrected = Correction pour le { $corrects }
statement-corrected-down = Correction pour le { $corrects } : <b>{ $time }</b> de moins, { $other }

# In the statement of the pot, which everybody may read.
statement-somebody = quelqu’un

## A file

statement-file = Voici le relevé, du { $first } au { $last }.
statement-file-name = relevé du { $from } au { $to }
statement-file-title = Relevé de compte temps
statement-period = Du { $first } au { $last }
statement-opening = Solde au début du { $day }
statement-closing = Solde à la fin du { $day }
statement-heading-day = Jour
statement-heading-what = Quoi
statement-heading-with = Avec
statement-heading-for = Pour
statement-heading-plus = En plus
statement-heading-minus = En moins
statement-heading-balance = Solde
statement-file-note = Un échange figure le jour où il a été confirmé par l’autre personne. Les missions rétribuées n’entrent pas dans le solde.

## Each month

monthly-on = C’est entendu : votre relevé vous arrive le 1er de chaque mois, s’il s’est passé quelque chose.
monthly-off = C’est entendu : plus de relevé mensuel. /releve le montre quand vous voulez.

# Below $lines may stand statement-more, whose $hidden counts the lines that are not shown.
statement-of-month = <b>Votre relevé, { $month }</b>
    Donné : { $given } · Reçu : { $received }
    Solde au début du mois : { $opening } ; à la fin : { $closing }

    { $lines }

statement-more = … et { $hidden } de plus : /releve

## A year as a picture

year-title = Mon année { $year }
year-unit = heures
year-given = Donné : { $given }
year-received = Reçu : { $received }
year-note = Échanges confirmés, au jour où ils ont eu lieu. Sans les dons d’heures ni les missions rétribuées.
year-file-name = mon année { $year }
year-in-words = <b>Votre année { $year }</b>
    Donné : { $given } · Reçu : { $received }
    Le mois le plus rempli : { $month } (donné { $month_given }, reçu { $month_received })
year-empty = Rien n’a encore compté en { $year }. Un échange compte dès que l’autre personne l’a confirmé : /heures pour en noter un.

## In a group

group-shared = <b>Du { $first } au { $last }, dans ce groupe</b>
    { $minutes } partagées en { $exchanges ->
        [one] un échange
       *[other] { $exchanges } échanges
    }, entre { $people } personnes. Votre propre relevé : /releve, en privé.
group-shared-few = Du { $first } au { $last }, trop peu de personnes ont noté du temps dans ce groupe pour que je donne un total sans désigner quelqu’un. Votre propre relevé : /releve, en privé.
