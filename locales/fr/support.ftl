# A structure in difficulty: its own words, what the team reads, and how it goes on to an end.

menu-support = Dire que notre structure va mal

## Telling it

support-outside = De cela, parlons plutôt en privé : écrivez-moi là quand vous voulez, à votre rythme. D’ici, je ne garde rien et je ne répète rien.{ $link ->
        [none] {""}
       *[other] {" "}<a href="{ $link }">C’est par ici</a>.
    }
support-offered = Merci de le dire. Beaucoup de structures passent par là, et vous n’avez pas à porter cela sans aide.

    Si vous le voulez, racontez-le à l’équipe de la fabrique, avec vos mots. Je n’ai encore rien gardé, et rien ne part sans votre accord.

    C’était une question ? Écrivez-la après /question.
tell-support-ask-story = Racontez, comme cela vient : quelques mots ou une page. Vous relirez tout avant, et vous choisirez qui le lit.

    Pour arrêter : /annuler
support-heard = Merci d’avoir mis des mots dessus. Encore deux questions, puis vous relisez.
support-violence = Si quelqu’un est en danger maintenant :
    le <b>17</b> ou le <b>112</b>, ou le <b>114</b> par SMS si parler est risqué
    le <b>3919</b> pour les femmes victimes de violences, gratuit, jour et nuit

support-about = { $about ->
        [exhaustion] de l’épuisement
        [conflict] un conflit
        [governance] la gouvernance
        [purpose] le sens du projet
        [money] des soucis d’argent
       *[other] une difficulté
    }

send-support-ask-share = Je comprends qu’il s’agit de ceci : { $about }. Vous pourrez me corriger à la relecture.

    <b>Qui peut le lire ?</b>
    L’équipe seule, avec ou sans votre nom.
    Ou l’équipe, qui pourra demander à un·e allié·e de vous parler : cette personne saura de quoi il s’agit, sans vos mots et sans votre nom. Le nom de votre structure ne lui est donné que si vous le dites.
send-support-ask-organisation = Sous quel nom parler de votre structure à cette personne ?
send-support-ask-urgent = Est-ce que cela peut attendre un jour ou deux ?

change-subject-ask-about = Qu’est-ce qui pèse le plus ?

support-preview = <b>Voici ce que l’équipe lira, et rien d’autre :</b>
support-head = { $asker ->
        [none] <b>Une personne demande du soutien pour sa structure</b>
       *[other] <b>{ $asker } demande du soutien pour sa structure</b>
    }
    Il s’agit de ceci : { $about }
    { $share ->
        [unnamed] À garder dans l’équipe, sans nom
        [team] À garder dans l’équipe
        [quiet] Un·e allié·e peut être sollicité·e, sans aucun nom
        [ally] Un·e allié·e peut être sollicité·e, sans aucun nom
       *[named] Un·e allié·e peut être sollicité·e, au nom de : { $organisation }
    }{ $urgent ->
        [true] {""}
    ⏰ C’est urgent
       *[false] {""}
    }
support-story = { $text }
support-personal = Vos mots parlent d’autres personnes, ou donnent un numéro ou une adresse : { $what }. C’est à vous de voir : les masquer, ou les laisser.

support-sent = { $read ->
        [true] C’est avec l’équipe. { $urgent ->
                [true] Je lui ai dit que cela pressait.
               *[false] Laissez-lui un jour ou deux.
            } Je vous écris ici à chaque étape.
       *[false] C’est gardé pour l’équipe. Personne ne lit ici pour le moment, et je vous écris dès que cela change.
    }

    Pour ajouter quelque chose, répondez à ce message.
support-dropped = D’accord. Rien n’est parti, et je n’ai rien gardé. La porte reste ouverte : /soutien
support-repeated = L’équipe a déjà ces mots, ils ne sont pas perdus. Pour ajouter quelque chose, répondez à ce message.
support-own = <b>Vos demandes de soutien</b>
    { $lines }

    Pour ajouter quelque chose à la dernière, répondez à ce message.
support-line = { $about } : { $state ->
        [received] l’équipe l’a reçue
        [taken] quelqu’un de l’équipe s’en occupe
        [answered] l’équipe a répondu
        [relayed] quelqu’un d’autre prend la suite
       *[closed] close
    }

## What whoever asked is told, one step at a time

support-taken = { $by ->
        [none] Quelqu’un de l’équipe
       *[other] { $by }, de l’équipe,
    } vous lit et va vous répondre ici.
support-given-back = Une autre personne de l’équipe va prendre la suite. Vos mots n’ont pas bougé.
support-answered = <b>{ $by ->
        [none] Réponse de l’équipe
       *[other] { $by } vous répond
    }</b>
    { $answer }

    Vous pouvez répondre à ce message.
support-pointed-out = { $by ->
        [none] L’équipe
       *[other] { $by }, de l’équipe,
    } pense que quelqu’un dont c’est le métier pourrait vous aider :
    { $professional }

    Si la démarche vous paraît lourde, répondez à ce message : on peut la préparer avec vous.
support-professional = { $kind ->
        [dla] <b>Le DLA</b> (dispositif local d’accompagnement) : un diagnostic, puis des conseils, pour les associations et les structures d’utilité sociale qui ont des salarié·es
        [mediator] <b>Une médiatrice ou un médiateur</b> : un tiers neutre, qui aide à se reparler sans désigner de coupable
       *[consultant] <b>Une consultante ou un consultant</b> de l’extérieur : un regard neuf sur l’organisation et le projet
    }
support-may-we = L’équipe pense à demander à un·e allié·e de vous parler. Cette personne saurait de quoi il s’agit, sans vos mots ni aucun nom. Êtes-vous d’accord ?
support-widened = D’accord. L’équipe cherche quelqu’un. Aucun nom ne passe avant votre oui.
support-stays = D’accord, cela reste avec l’équipe.
support-ally-asked = L’équipe a demandé à quelqu’un de l’alliance si cette personne pouvait vous parler, sans donner votre nom. Je vous dis ce qu’il en est.
support-ally-willing = <b>{ $name }</b> veut bien en parler avec vous, et { $organisation ->
        [none] ne sait pas qui vous êtes
       *[other] ne connaît que le nom de votre structure, { $organisation }
    }. Vous mettre en contact donne votre nom à { $name }. Rien ne presse.
support-somebody-else = D’accord. L’équipe le sait, et peut penser à quelqu’un d’autre.
support-met = <b>Vous voilà en contact avec { $name }</b>{ $ways ->
        [none] {""}
       *[other] {""}
    Pour lui écrire : { $ways }
    }

    Vous pouvez aussi répondre à ce message : je transmets.
support-passed-along = <b>{ $name } vous écrit</b>
    { $text }

    Répondez à ce message, je transmets.
support-passed = C’est transmis.
support-late = L’équipe n’a pas encore pu vous répondre. Vos mots ne sont pas oubliés : je viens de le lui rappeler.

    Si c’est trop long, des professionnels peuvent aussi vous aider :
    { $lines }
support-how-is-it = Bonjour. Il y a deux semaines, l’équipe vous répondait. Comment cela va-t-il, de votre côté ? Je ne le demanderai qu’une fois, et ne pas répondre est très bien aussi.
add-to-support-ask-text = Que voulez-vous ajouter ? Je transmets vos mots à l’équipe.
support-more-sent = C’est transmis à l’équipe.{ $masked ->
        [true] {" "}J’ai masqué les numéros et les adresses.
       *[false] {""}
    }

## The end

close-support-ask-outcome = On s’arrête là. Comment cela va-t-il, aujourd’hui ? L’équipe verra seulement ce mot.
support-closed = { $outcome ->
        [better] Voilà une bonne nouvelle. C’est clos.
        [same] Merci de le dire franchement. C’est clos, mais vous pouvez écrire encore à l’équipe, maintenant ou plus tard.
       *[other] Merci. C’est clos. S’il reste quelque chose à dire, l’équipe vous lira.
    } Vos mots s’effaceront d’eux-mêmes dans { $days } jours.
erase-support-ask-sure = Tous vos mots disparaîtront, ici comme dans le salon de l’équipe, et personne ne pourra les retrouver. Il restera seulement qu’une demande a existé. On y va ?
support-erased = C’est effacé. Il ne reste ni vos mots ni votre nom. Si un jour vous en avez besoin : /soutien
support-words-gone = Ces mots ont été effacés.

## Before the team

support-state = { $state ->
        [received] Qui peut s’en charger ? Répondre à ce message, c’est répondre à la personne.
        [taken] 👤 { $name } s’en charge. Répondre à ce message, c’est répondre à la personne.
        [answered] 💬 { $answerer } a répondu{ $others ->
            [true] , et { $name } s’en charge
           *[false] {""}
        }. Pour compléter, répondez à ce message.
        [relayed] 🤝 Quelqu’un d’autre prend la suite.
       *[closed] Clos. { $outcome ->
            [better] La personne dit que cela va mieux.
            [same] La personne dit que cela ne va pas mieux.
            [other] La personne dit que c’est autre chose.
           *[none] Sans un mot de plus.
        }
    }
support-allies = <b>Allié·es sollicité·es</b>
    { $lines }
support-ally = { $name } : { $state ->
        [asked] pas encore de réponse
        [agreed] d’accord, la personne choisit
        [introduced] en contact
        [declined] pas cette fois
       *[over] sans suite
    }
support-card-moved = Une demande de soutien
    ⬇️ Sa carte est plus bas.
support-card-emptied = Une demande de soutien, effacée. Il n’en reste rien à lire.
support-overdue = ⏰ <b>Une demande de soutien attend</b> ({ $about }). { $name ->
        [none] Qui peut s’en charger ?
       *[other] { $name } s’en charge.
    }
support-more = <b>{ $asker ->
        [none] La personne
       *[other] { $asker }
    } ajoute</b>
    { $text }
answer-support-ask-text = Écrivez votre réponse : je la transmets à la personne, telle quelle.
support-answer-sent = C’est transmis. Je demanderai des nouvelles dans deux semaines, une seule fois.
support-consent-asked = Je lui pose la question. La carte dira si c’est oui.
support-stays-here = La personne préfère que cela reste dans l’équipe.
find-ally-ask-concept = Il s’agit de ceci : { $about }. Quelle compétence chercher ? Choisissez, ou écrivez-en une autre.
support-nobody = Personne n’est disponible pour { $skill } en ce moment. Une autre compétence, peut-être, ou un·e professionnel·le.
support-allies-found = <b>Personne n’a encore été sollicité :</b>
    { $lines }

    La personne choisie saura de quoi il s’agit, sans les mots. La personne aidée dira oui ou non ensuite.
support-ally-is-asked = J’ai demandé à { $name }, qui a trois jours pour répondre.
support-ally-silent = Pas de réponse de { $name }. Vous pouvez penser à quelqu’un d’autre.
point-out-ask-kind = Il s’agit de ceci : { $about }. Vers qui l’orienter ? La personne lira la ligne que vous choisissez.
    { $lines }
support-overview = <b>Soutien aux structures</b>
    { $count ->
        [0] Aucune demande ouverte.
        [one] Une demande ouverte.
       *[other] { $count } demandes ouvertes.
    }{ $more ->
        [0] {""}
       *[other] {" "}{ $more } de plus, après celles-ci.
    }

    { $figures }
support-figures = { $total ->
        [few] Le trimestre passé, trop peu de demandes pour donner un total sans que quelqu’un s’y reconnaisse.
       *[other] Le trimestre passé : { $total } demandes.
    } { $kinds }
support-count = { $about } ({ $count })

## Before an ally

support-ally-request = <b>Une structure alliée traverse un moment difficile</b>
    Il s’agit de ceci : { $about }{ $organisation ->
        [none] {""}
       *[other] {""}
    La structure : { $organisation }
    }

    L’équipe pense à vous pour une conversation d’écoute, sans rien à préparer. Si vous voulez bien, votre nom sera donné à la personne, qui choisira. Sinon, personne ne saura que je vous l’ai demandé, en dehors de l’équipe.
support-ally-thanks = Merci. Je demande à la personne si elle veut être en contact avec vous, et je vous dis sa réponse.
support-ally-declined = D’accord, merci d’avoir répondu !
support-ally-first = Voulez-vous bien en parler avec la personne ? Je ne transmets rien avant.
support-ally-spared = Finalement, ce n’est plus nécessaire. Merci d’avoir été là.

## Refusals

refusal-support-empty = Je n’ai pas trouvé de mots. Une phrase suffit, même maladroite.
refusal-support-long = C’est plus que je ne peux transmettre en une fois. Envoyez les { $most } premiers caractères : vous pourrez ajouter la suite juste après.
refusal-support-organisation = Écrivez le nom de votre structure, tout simplement.
refusal-support-sent = C’est déjà parti. Pour voir où cela en est : /soutien
refusal-support-draft = Ce n’est pas encore parti : choisissez d’abord qui le lit. Pour tout reprendre : /soutien
refusal-support-gone = Cette demande n’existe plus. Pour en voir ou en faire une autre : /soutien
refusal-support-closed = C’est clos : rien n’a été transmis. Pour reprendre : /soutien
refusal-support-taken = Quelqu’un d’autre s’en charge déjà.
refusal-support-not-taken = C’est à la personne qui s’en charge de le dire.
refusal-support-team-only = La personne préfère que cela reste dans l’équipe.
refusal-support-agreed = La personne est déjà d’accord.
refusal-support-skill = Je ne connais pas cette compétence. Choisissez, ou dites-la autrement : par exemple médiation.
refusal-support-relay-over = Ce n’est plus nécessaire. Merci d’avoir été là.

## Labels

choice-support-begin = Le raconter à l’équipe
choice-support-another = Autre chose à raconter
choice-support-add = Écrire encore à l’équipe
choice-share-unnamed = L’équipe, sans mon nom
choice-share-team = L’équipe
choice-share-ally = L’équipe et un·e allié·e
choice-share-named = Et le nom de ma structure
choice-share-team-only = Non, l’équipe seulement
choice-can-wait = Oui, cela peut attendre
choice-urgent = Non, c’est urgent
choice-support-nothing = Ne rien envoyer
choice-support-subject = C’est un autre sujet
choice-support-mask = Masquer tout cela
choice-about-exhaustion = De l’épuisement
choice-about-conflict = Un conflit
choice-about-governance = La gouvernance
choice-about-purpose = Le sens du projet
choice-about-money = Des soucis d’argent
choice-about-other = Autre chose
choice-support-over = C’est fini pour moi
choice-support-erase = Tout effacer
choice-support-erase-all = Oui, tout effacer
choice-support-keep = Non, je garde
choice-support-better = Ça va mieux
choice-support-same = Pas mieux
choice-support-other = Autre
choice-support-ask-consent = Proposer un·e allié·e
choice-support-find-ally = Chercher un·e allié·e
choice-support-professional = Vers un·e professionnel·le
choice-support-you-may = Oui, cherchez
choice-support-willing = Je veux bien
choice-support-decline = Pas cette fois
choice-support-meet = Nous mettre en contact
choice-support-somebody-else = Plutôt quelqu’un d’autre
choice-professional-dla = Le DLA
choice-professional-mediator = Médiation
choice-professional-consultant = Conseil extérieur
