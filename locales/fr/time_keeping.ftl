# What the team does with the time bank, in its chat.

## The nightly look at the ledger

# $lines are ledger-fault; $code stands in the operator's log.
ledger-broken = <b>Les comptes temps ont besoin d’un regard</b>
    Chaque nuit, je les relis du début à la fin. Voici ce que j’ai trouvé :
    { $lines }

    Ce n’est la faute de personne. Avant de noter d’autres échanges, prévenez la personne qui s’occupe du serveur, avec ce code : <code>{ $code }</code>

# The numbers are those of entries or, for what is missing, of exchanges.
ledger-fault = • { $kind ->
        [unbalanced] les deux côtés d’une inscription ne font pas zéro
        [gap] il manque une inscription dans la suite
        [broken] une inscription n’est plus telle qu’elle a été scellée
        [alone] une inscription n’a pas son échange confirmé, ou pas ses deux côtés
        [missing] un échange confirmé n’est pas inscrit
        [different] une inscription ne dit pas la même chose que son échange
        [apart] le compte commun avec une autre fabrique n’est pas l’opposé du sien
       *[sum] tous les soldes ensemble ne font pas zéro, mais { $minutes }
    }{ $kind ->
        [sum] {""}
        [apart] {" "}(fabrique n° { ledger-places })
        [missing] {" "}(échange n° { ledger-places })
       *[other] {" "}(n° { ledger-places })
    }

ledger-places = { $places }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }

## Whom a command of the team is about

whom = De qui s’agit-il ? Un nom ou un @identifiant.
whom-which = Plusieurs personnes peuvent s’appeler « { $name } ». Laquelle ?

refusal-whom-unknown = Je ne connais pas « { $name } ». Écrivez le nom comme la personne l’écrit, ou son @identifiant.

## Who takes part no longer

menu-block = Ne plus noter de temps avec quelqu’un
menu-unblock = Noter à nouveau du temps avec quelqu’un
menu-see-off = Noter le départ de quelqu’un

choice-unblock = Débloquer
choice-undo-leaving = Annuler le départ

blocked = C’est fait. Plus aucun échange ne se note avec <b>{ $name }</b>. Les questions à la permanence restent possibles, et ce qui attendait déjà peut encore être confirmé.

unblocked = C’est fait. On peut à nouveau noter du temps avec <b>{ $name }</b>.

# $side says how the balance leans: over, owed or zero.
leaving = <b>{ $name } s’en va</b>
    { $side ->
        [over] Son solde est de <b>{ $balance }</b> : ces heures iront au pot commun.
        [owed] Il manque <b>{ $balance }</b> à son compte : le pot commun les prend à sa charge.
       *[zero] Son solde est à zéro : rien à régler.
    }{ $waiting ->
        [0] {""}
        [one] {" "}Un échange attend encore une réponse : il sera retiré, et l’autre personne prévenue.
       *[other] {" "}{ $waiting } échanges attendent encore une réponse : ils seront retirés, et les autres personnes prévenues.
    }{ $hosted ->
        [0] {""}
        [one] {" "}Sa rencontre à venir sera annulée.
       *[other] {" "}Ses { $hosted } rencontres à venir seront annulées.
    }{ $seats ->
        [0] {""}
        [one] {" "}Sa place à une rencontre sera libre.
       *[other] {" "}Ses places à { $seats } rencontres seront libres.
    }

    Le règlement se voit dans son relevé et dans l’export. Ses offres sont retirées. Ses demandes de coup de main, s’il y en a, seront closes, et les personnes sollicitées prévenues.

left = C’est noté : <b>{ $name }</b> est sur le départ, et son compte est à zéro.{ $cancelled ->
        [0] {""}
        [one] {" "}Un échange en attente a été retiré.
       *[other] {" "}{ $cancelled } échanges en attente ont été retirés.
    } En cas de retour, le compte repart de zéro.

left-undone = D’accord, <b>{ $name }</b> reste, et le sait : son solde est revenu. Ses demandes de coup de main, s’il y en avait, sont de nouveau ouvertes. Les échanges retirés, les offres et les inscriptions sont à noter de nouveau.

# To the one who stays after all.
left-undone-told = Bonne nouvelle : l’équipe a annulé votre départ, et votre compte temps est comme avant.{ $needs ->
        [0] {""}
        [one] {" "}Je cherche de nouveau pour votre demande : /besoins
       *[other] {" "}Je cherche de nouveau pour vos { $needs } demandes : /besoins
    }

    Vos offres et votre profil sont à redire : /offrir et /profil

# To the one who leaves.
left-told = L’équipe a noté votre départ. Merci pour tout ce que vous avez partagé !
    { $side ->
        [over] Les { $balance } de votre compte temps vont au pot commun.
        [owed] Le pot commun prend à sa charge les { $balance } qui manquaient à votre compte temps : vous ne devez rien.
       *[zero] Votre compte temps est à zéro.
    }

    Si c’est une erreur, dites-le à l’équipe avec /question. Et si vous revenez, un mot ici suffit.

# To whoever stood across from an exchange that still waited.
left-other-side = <b>{ $name } a quitté l’alliance : cet échange est retiré</b>
    { exchange-lines }

    Vous n’avez rien à faire. S’il a bien eu lieu, dites-le à l’équipe avec /question.

refusal-block-oneself = On ne se bloque pas soi-même. Demandez à quelqu’un d’autre de l’équipe.
refusal-block-already = C’est déjà le cas pour { $name }. Pour revenir en arrière : /debloquer
refusal-block-not = { $name } participe déjà : il n’y a rien à débloquer.
refusal-left-already = Le départ de { $name } est déjà noté, et son compte est à zéro.
refusal-balance-moved = Le solde de { $name } vient de changer. Reprenez avec /depart pour voir le nouveau.
refusal-exchange-kept-out = Pour l’instant, vous ne pouvez pas noter de temps. L’équipe vous dira pourquoi : /question
refusal-exchange-with-kept-out = On ne peut pas noter de temps avec { $name } en ce moment. L’équipe peut vous aider : /question

## The book of exchanges, as a table

book-stem = livre des échanges
book-title = Le livre des échanges

book-heading = { $column ->
        [number] Numéro
        [giver] A donné
        [receiver] A reçu
        [minutes] Durée
        [day] Jour
        [subject] Pour
        [skill] Compétence
        [kind] Nature
        [state] État
        [paid] Rétribué
        [noted-by] Noté par
        [noted-at] Noté le
        [confirmed-by] Confirmé par
        [confirmed-at] Confirmé le
        [corrects] Corrige le numéro
       *[group] Groupe
    }

book-kind = { $kind ->
        [exchange] échange
        [gift] don d’heures
        [session] séance
        [correction] contre-échange
       *[settlement] règlement
    }

book-state = { $state ->
        [proposed] en attente
        [invited] invitation
        [confirmed] confirmé
        [contested] contesté
        [cancelled] retiré
       *[expired] expiré
    }

book-paid = { $paid ->
        [true] oui
       *[false] non
    }

## A former book, brought in

# Why no line of a file can be read.
sheet-error = { $reason ->
        [workbook] C’est un classeur Excel. Enregistrez-le au format CSV, puis envoyez-le de nouveau.
        [binary] Ce fichier n’est pas un tableau en texte. Enregistrez votre tableau au format CSV.
        [empty] Ce fichier est vide.
        [too-long] Ce fichier a plus de { $most } lignes. Coupez-le en plusieurs.
        [broken] Ligne { $line } : un guillemet est ouvert et jamais refermé, ou une cellule est bien trop longue.
        [column-twice] Deux colonnes s’appellent « { $column } ». Renommez celle qui ne sert pas.
        [ambiguous-column] La colonne « { $column } » peut vouloir dire deux choses : qui a donné de son temps, ou qui a donné des heures. Renommez-la « A donné » ou « A reçu ».
        [no-such-column] Aucune colonne ne s’appelle « { $column } ».
       *[no-headings] Je ne trouve pas les colonnes. Il manque : { $missing }. La première ligne doit les nommer, par exemple : A donné ; A reçu ; Durée ; Date ; Pour
    }

sheet-field = { $field ->
        [giver] qui a donné
        [receiver] qui a reçu
        [duration] la durée
       *[day] la date
    }

# $column is the heading in the file, $cell what stands there.
sheet-problem = Ligne { $line }{ $column ->
        [none] {""}
       *[other] , « { $column } »
    } : { $cell ->
        [none] {""}
       *[other] « { $cell } » — {""}
    }{ $reason ->
        [row-long] il y a plus de cellules que de colonnes
        [formula] c’est une formule : collez sa valeur
        [name-empty] il manque un nom
        [name-unfit] ce nom est trop long ({ $most } lettres au plus) ou contient des signes invisibles
        [name-several] plusieurs portent ce nom : écrivez l’@identifiant
        [oneself] c’est la même personne des deux côtés
        [opening-sides] un solde reporté nomme une seule personne
        [too-long] c’est trop long : { $most } lettres au plus
        [state] je ne connais pas cet état
        [kind] je ne connais pas cette nature
        [paid] écrivez oui ou non
        [balance-huge] plus de { $most } heures, vérifiez
        [duration-zero] la durée est à zéro
        [duration-negative] la durée est négative
        [duration-too-long] plus de 24 heures, vérifiez ou coupez en plusieurs jours
        [duration-unit] des heures ou des minutes ?
        [duration-two] plusieurs durées
        [duration-unread] je n’ai pas compris cette durée
        [day-empty] il manque la date
        [day-year] il manque l’année
        [day-future] cette date n’est pas encore passée
        [day-old] cette date est trop ancienne
       *[day-unread] cette date n’existe pas, ou je ne l’ai pas comprise
    }

sheet-problems-more = { $count ->
        [one] … et un autre problème.
       *[other] … et { $count } autres problèmes.
    }

sheet-plan = { $dry ->
        [true] { $count ->
            [0] Rien de nouveau dans ce fichier.
            [one] Un échange est nouveau ({ $hours } h).
           *[other] { $count } échanges sont nouveaux ({ $hours } h en tout).
        }
       *[false] { $count ->
            [0] Rien de nouveau dans ce fichier : rien n’a changé.
            [one] Un échange a été importé ({ $hours } h).
           *[other] { $count } échanges ont été importés ({ $hours } h en tout).
        }
    }{ $known ->
        [0] {""}
        [one] {" "}Une ligne est déjà dans le livre.
       *[other] {" "}{ $known } lignes sont déjà dans le livre.
    }{ $passed ->
        [0] {""}
        [one] {" "}Une ligne ne compte pas (retirée, contestée, en attente ou à zéro).
       *[other] {" "}{ $passed } lignes ne comptent pas (retirées, contestées, en attente ou à zéro).
    }

sheet-makes = { $count ->
        [one] Une personne ajoutée, sans téléphone : { $names }
       *[other] { $count } personnes ajoutées, sans téléphone : { $names }{ $more ->
            [0] {""}
           *[other] {" "}et { $more } de plus
        }
    }

sheet-repeated = Ces lignes sont plusieurs fois les mêmes, et comptent chacune : { $lines }

## A former book, sent to the team's chat

menu-import-book = Importer un ancien tableau d’échanges

import-how = Envoyez ici, en réponse à ce message, votre tableau au format CSV. Sa première ligne nomme les colonnes : A donné ; A reçu ; Durée ; Date ; Pour. Je vous montre ce qu’il contient avant de garder quoi que ce soit.

import-unit = Certaines durées sont des nombres seuls. Ce sont des heures ou des minutes ?

# Followed by the problems, line by line.
import-problems = <b>Rien n’est importé</b>
    { $count ->
        [one] Un problème :
       *[other] { $count } problèmes :
    }
    { $lines }

    Corrigez le tableau, puis envoyez-le de nouveau.

import-unknown = <b>Rien n’est importé</b>
    { $count ->
        [one] Je ne connais pas cette personne :
       *[other] Je ne connais pas ces { $count } personnes :
    } { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }.

    Corrigez les noms, ou ajoutez ces personnes : elles seront notées sans téléphone, et d’autres parleront pour elles.

import-sure = Tout cela comptera aussitôt, comme confirmé par l’équipe.

choice-import = Importer
choice-in-hours = Des heures
choice-in-minutes = Des minutes
choice-create-people = Ajouter ces personnes

refusal-book-kind = Envoyez un tableau au format CSV, par exemple livre.csv.
refusal-book-too-big = Ce tableau est trop lourd pour le salon ({ $most_kb } ko au plus). La personne qui s’occupe du serveur peut l’importer.

## The time bank before its team

menu-time-bank = Voir où en est la banque de temps

time-bank = ⏳ <b>La banque de temps</b>
    { $waiting ->
        [0] Rien n’attend de réponse.
        [one] Un échange attend une réponse, { time-age }.
       *[other] { $waiting } échanges attendent une réponse, le plus ancien { time-age }.
    }
    { $contested ->
        [0] Rien n’est contesté.
        [one] Un échange est contesté.
       *[other] { $contested } échanges sont contestés.
    }{ $asleep ->
        [0] {""}
        [one] {" "}Une personne n’a rien échangé depuis six mois.
       *[other] {" "}{ $asleep } personnes n’ont rien échangé depuis six mois.
    }{ $leavers ->
        [0] {""}
        [one] {" "}Une personne est partie avec un solde.
       *[other] {" "}{ $leavers } personnes sont parties avec un solde.
    }

    Depuis le { $first } : { $count ->
        [0] rien n’a encore été échangé.
        [one] <b>{ $hours }</b> en un échange, entre { time-among }.
       *[other] <b>{ $hours }</b> en { $count } échanges, entre { time-among }.
    }

time-among = { $people ->
        [one] une personne
       *[other] { $people } personnes
    }

time-age = { $days ->
        [0] noté aujourd’hui
        [one] noté hier
       *[other] noté il y a { $days } jours
    }

choice-time-waiting = Ce qui attend
choice-time-contested = Ce qui est contesté
choice-time-asleep = Qui est en sommeil
choice-time-leavers = Soldes des départs
choice-time-export = Exporter
choice-time-figures = Chiffres
choice-time-more = Les suivants
choice-time-settle = Régler : { $name }

time-nothing = Il n’y a plus rien ici.

time-waiting = <b>{ $count ->
        [one] Un échange attend une réponse
       *[other] { $count } échanges attendent une réponse
    }</b>
    { $lines }

# To read after time-waiting: $days since it was noted.
time-line = • n° { $number }, { $giver } → { $receiver }, <b>{ $duration }</b>, { $subject } ({ $days ->
        [0] aujourd’hui
        [one] hier
       *[other] il y a { $days } jours
    })

time-contested = <b>{ $count ->
        [one] Un échange est contesté
       *[other] { $count } échanges sont contestés
    }</b>
    { $lines }

    /file les montre avec leurs boutons.

time-asleep = <b>{ $count ->
        [one] Une personne a proposé de l’aide, et n’a rien échangé depuis six mois
       *[other] { $count } personnes ont proposé de l’aide, et n’ont rien échangé depuis six mois
    }</b>
    { $names }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } de plus
    }.

    Un petit mot, ou un besoin qui leur va bien, suffit souvent. Cette liste reste dans ce salon.

time-leavers = <b>{ $count ->
        [one] Une personne est partie avec un solde
       *[other] { $count } personnes sont parties avec un solde
    }</b>
    { $lines }

time-leaver = • { $name } : { $balance }

time-exported = Le livre entier : { $count ->
        [0] aucun échange
        [one] un échange
       *[other] { $count } échanges
    }. Il contient des noms : gardez-le pour l’équipe.

refusal-book-too-long = Le livre a plus de { $most } échanges : c’est trop pour le salon. La personne qui s’occupe du serveur peut l’exporter.

## Figures

menu-show-figures = Voir les chiffres de la banque de temps

choice-to-publish = Une version à publier

figures = 📊 <b>La banque de temps du { $first } au { $last }</b>
    <b>{ $hours }</b> en { $count ->
        [0] aucun échange
        [one] un échange
       *[other] { $count } échanges
    }
    Ont donné : { $gave }. Ont reçu : { $received }. Les deux : { $both }.{ $organisations ->
        [0] {""}
       *[other] {" "}Organisations : { $organisations }.
    }
    Donné au commun : { $to }. Donné par le commun : { $from }. Dons d’heures : { $gifts }.
    Missions rétribuées, à part : { $paid } ({ $paidhours }).
    Contestés : { $contested }. En attente : { $waiting }.

figures-answers = La moitié des confirmations arrive en { $days ->
        [one] un jour
       *[other] { $days } jours
    } ou moins. En une semaine, { $share } % des échanges sont confirmés.

figures-skills = <b>Par compétence</b>
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… et { $more } de plus
    }

figures-months = <b>Par mois</b>
    { $lines }

# $name is empty where no skill was noted.
figures-part = { $name ->
        [none] sans compétence notée
       *[other] { $name }
    } : { $hours }

figures-month = { $month } : { $hours }

figures-flow = { $giver } à { $receiver } ({ $hours })

figures-no-skill = sans compétence notée

# In a picture, those who belong to no organisation or group that is known.
figures-unattached = allié·es

figures-include = <i>Compté : les échanges confirmés de ces jours-là, séances et contre-échanges compris, le pot commun et l’équipe aussi. Pas compté : ce qui attend, ce qui est contesté, retiré ou expiré, les dons d’heures et les règlements. Les missions rétribuées sont à part.</i>

figures-few = Moins de quatre personnes : ces chiffres restent entre vous.

# May leave the team's chat. $skills may be empty.
figures-public = Du { $first } au { $last }, { $people } personnes de notre alliance ont échangé { $hours } h en { $count } échanges.{ $both ->
        [0] {""}
        [one] {" "}Une personne a donné et reçu.
       *[other] {" "}{ $both } d’entre elles ont donné et reçu.
    }{ $skills ->
        [none] {""}
       *[other] {" "}Ce qui s’est le plus échangé : { $skills }.
    }

figures-unit = heures
figures-note = Échanges confirmés, séances et contre-échanges compris ; sans les missions rétribuées ni les dons d’heures.

figures-flows-stem = qui donne à qui
figures-flows-title = Qui donne à qui, du { $first } au { $last }
figures-flows-alt = Qui donne à qui, du { $first } au { $last }. Le plus : { $most }.

figures-skills-stem = heures par competence
figures-skills-title = Heures par compétence, du { $first } au { $last }
figures-skills-alt = Heures par compétence, du { $first } au { $last }. Le plus : { $most }.

figures-months-stem = heures par mois
figures-months-title = Heures par mois, du { $first } au { $last }
figures-months-alt = Heures par mois, du { $first } au { $last }. Le plus : { $month }, { $hours }.
