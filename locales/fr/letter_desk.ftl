# The letter before the team: what is proposed, what the next one holds, when it leaves.

# What somebody is told who proposed something.
item-proposed = Merci ! L’équipe va relire cette nouvelle pour la lettre. Je vous dirai ce qu’elle décide.
    Rubrique : { letter-heading }. Pour en choisir une autre, commencez par son nom, par exemple « podcast : … ».

# $over: its day comes before the letter, that of $month.
item-approved = { $over ->
        [true] L’équipe a retenu ceci, mais ce sera passé le jour de la lettre : elle n’en parlera pas.
       *[other] Bonne nouvelle, ceci paraîtra dans la lettre du mois ({ $month }) !
    }
    { $text }

item-over = Ceci n’a pas pu paraître dans la lettre : le jour venu, c’était déjà passé.
    { $text }

item-refused = Ceci n’a pas été retenu pour la lettre.
    { $text }

    Pour savoir pourquoi, demandez à l’équipe : /question

item-refused-why = À propos de ce que vous proposiez pour la lettre, l’équipe ajoute : { $why }
    { $text }

# Before the team.
item-card = <b>{ $proposer } propose une nouvelle pour la lettre</b> ({ letter-heading })
    { $text }

item-managed = <b>{ letter-heading }</b>, proposé par { $proposer }{ $approved ->
        [yes] {""}
       *[no] , à décider
    }{ $week ->
        [none] {""}
       *[other] , dans l’agenda de la semaine du { $week }
    }
    { $text }

item-refused-here = C’est noté, la personne est prévenue. Voulez-vous lui dire pourquoi ?
item-why-told = C’est transmis.
item-moved = C’est fait : place { $place } sur { $count }.

manage-item-ask-item = Laquelle ?
reword-item-ask-text = Écrivez le nouveau texte, en quelques lignes.
move-item-ask-section = Dans quelle rubrique ?
why-refused-ask-why = Pourquoi ? Une phrase suffit, je la transmets telle quelle.

item-approved-over = C’est fait, mais ce sera passé le jour de la lettre : elle n’en parlera pas.

campaign-week = { $over ->
        [true] C’est fait. Cette campagne sera dans l’agenda de la semaine du { $week }, seule de sa semaine. La lettre n’en parlera pas : ce sera fini quand elle partira.
       *[other] C’est fait. Cette campagne sera aussi dans l’agenda de la semaine du { $week }, seule de sa semaine.
    }
campaign-no-week = { $over ->
        [true] C’est fait, mais elle ne paraîtra nulle part : aucune semaine n’est libre avant le { $end }, et la lettre part après.
       *[other] C’est fait, pour la lettre seulement : { $end ->
            [none] toutes les semaines à venir ont déjà leur campagne.
           *[other] aucune semaine n’est libre avant le { $end }.
        }
    }
campaign-moved = Aucun agenda n’a parlé de cette campagne la semaine du { $before } : { $week ->
        [none] aucune autre n’est libre avant sa fin, elle n’y sera donc pas.
       *[other] elle passe à celle du { $week }.
    }
    { $text }

# $due is when the letter leaves, $state gathering, held, ready or gone; followed by the letter.
letter-preview = { $count ->
        [one] Pour l’instant, la prochaine lettre contient une nouvelle.
       *[other] Pour l’instant, la prochaine lettre contient { $count } nouvelles.
    } { letter-leaves } La voici.

letter-preview-empty = La prochaine lettre est vide. { letter-leaves }
    /file montre les nouvelles à relire, /proposer en ajoute.

letter-leaves = { $state ->
        [held] Elle vous attend : elle ne partira pas sans votre accord.
        [ready] Elle est prête, et partira { $due }.
       *[other] Elle partira { $due }.
    }

letter-waiting = { $count ->
        [one] Une nouvelle attend votre décision : /file
       *[other] { $count } nouvelles attendent votre décision : /file
    }

# $lines are letter-item, at most ten.
letter-over = { $count ->
        [one] ⌛ Une nouvelle sera passée le jour de la lettre, et n’y paraîtra pas :
       *[other] ⌛ { $count } nouvelles seront passées le jour de la lettre, et n’y paraîtront pas :
    }
    { $lines }

letter-reminder = { $held ->
        [yes] ✋ <b>La lettre vous attend.</b> { $days ->
            [0] Son heure est venue, et elle ne partira pas sans votre accord.
           *[other] Elle devait partir { $due }, et ne partira pas sans votre accord.
        }
       *[no] ✉️ <b>La lettre partira { $due }</b>, { $count ->
            [0] si elle n’est plus vide d’ici là.
            [one] avec une nouvelle.
           *[other] avec { $count } nouvelles.
        }
    } Pour la relire : /lettre

letter-released-late = Merci ! La lettre part tout de suite.
letter-released = Merci ! La lettre est prête, et partira { $due }. Rien n’y changera plus, sauf si vous la retenez.
letter-held = La lettre vous attend : elle ne partira pas sans votre accord.
letter-timed = C’est noté : la lettre partira { letter-day } à { $at }.

letter-day = { $day ->
        [1] le 1er du mois
        [31] le dernier jour du mois
       *[other] le { $day } du mois
    }

title-letter-ask-title = Quel titre ? En une ligne.
open-letter-ask-editorial = Quelques mots pour ouvrir la lettre : écrivez-les ici.
time-letter-ask-day = Quel jour du mois ? Choisissez, ou écrivez un nombre ; 31 est le dernier jour.
time-letter-ask-hour = À quelle heure ? Choisissez, ou écrivez par exemple 18h30.

# A letter that did not leave at its hour, the bot being stopped.
letter-late = ✋ <b>La lettre, { $month }, n’est pas partie à son heure.</b> { $count ->
        [one] Elle contient une nouvelle.
       *[other] Elle contient { $count } nouvelles.
    } Faut-il l’envoyer quand même, ou tout garder pour la suivante ? Pour la relire : /lettre
letter-skipped = C’est noté. Tout est gardé pour la prochaine lettre, qui partira { $due }.

letter-missed = <b>La lettre, { $month }</b>
    { $count ->
        [0] Tous les groupes l’ont eue
        [one] Un groupe ne l’a pas reçue à temps
       *[other] { $count } groupes ne l’ont pas reçue à temps
    }{ $named ->
        [yes] {" "}: { $names }
       *[no] {""}
    }{ $more ->
        [0] .
       *[other] {" "}(et { $more } de plus).
    }{ $people ->
        [0] {""}
        [one] {" "}Une personne ne l’a pas reçue en privé.
       *[other] {" "}{ $people } personnes ne l’ont pas reçue en privé.
    } Elle se lit toujours dans chaque conversation : /lettre

# What the bot could add.
letter-ideas = <b>Je peux ajouter à la lettre</b>
    { $lines }

    Rien ne paraît sans vous : touchez ce que vous voulez.
letter-idea = <b>{ $number }.</b> { letter-heading } : { $text }
letter-no-ideas = Je n’ai rien de plus à suggérer.
letter-idea-taken = C’est dans la prochaine lettre.

letter-call = { $title }. Réponses jusqu’au { $closes } : /appels
letter-meeting = La prochaine permanence : { $when }. Pour venir : /permanence
letter-resource = { $title } : { $link }
letter-event = { $title }, { $when }{ $place ->
        [none] {""}
       *[other] , { $place }
    }{ $link ->
        [none] {""}
       *[other] {" "}: { $link }
    }

# How the mails of a letter ended.
letter-mailed = <b>La lettre par e-mail, { $month }</b>
    { $sent ->
        [0] Aucune n’est arrivée.
        [one] Une est arrivée.
       *[other] { $sent } sont arrivées.
    }{ $unknown ->
        [0] {""}
        [one] {" "}Pour une, la réponse s’est perdue : elle est sans doute arrivée, je ne la renvoie pas de moi-même.
       *[other] {" "}Pour { $unknown }, la réponse s’est perdue : elles sont sans doute arrivées, je ne les renvoie pas de moi-même.
    }{ $refused ->
        [0] {""}
        [one] {" "}Une a été refusée.
       *[other] {" "}{ $refused } ont été refusées.
    }

letter-relay-refuses = <b>Le serveur de courrier n’accepte pas nos e-mails.</b> Voici ce qu’il répond : « { $said } »
    Aucun abonnement n’est touché. Les e-mails attendent, et je réessaie pendant trois jours. Prévenez la personne qui fait tourner le robot.

choice-item-change = Modifier
choice-item-up = Monter
choice-item-down = Descendre
choice-item-text = Changer le texte
choice-item-section = Changer de rubrique
choice-item-drop = Retirer
choice-next-week = Semaine suivante
choice-say-why = Dire pourquoi
choice-letter-release = C’est bon, elle peut partir
choice-letter-hold = Retenir
choice-letter-late-send = Envoyer quand même
choice-letter-late-skip = Au mois prochain
choice-letter-change = Modifier une nouvelle
choice-letter-ideas = Suggestions
choice-letter-idea = Ajouter { $number }
choice-letter-title = Un titre
choice-letter-editorial = Un mot d’introduction
choice-letter-time = Jour et heure
choice-mail-again = Renvoyer à ces adresses

refusal-item-printed = Ceci est déjà dans une lettre prête ou partie. /lettre dit où l’on en est.
refusal-letter-at-the-end = C’est déjà au bout.
refusal-letter-idea-gone = Cette suggestion n’est plus d’actualité. /lettre en montre d’autres.
refusal-letter-empty = La lettre est vide : il faut au moins une nouvelle. /proposer en ajoute une.
refusal-letter-gone = Cette lettre est déjà partie. /lettre montre la prochaine.
refusal-letter-ready = La lettre est prête. Pour y changer quelque chose, retenez-la d’abord.
refusal-letter-day = C’est un nombre de 1 à 31. 31 est le dernier jour de chaque mois.
refusal-campaign-last-week = Il n’y a plus de semaine libre avant la fin de cette campagne.

letter-undelivered = La lettre n’est pas arrivée dans « { $chat } » : le robot ne peut plus y écrire.
