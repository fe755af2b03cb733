# Hours given away, to somebody or to the pot; hours asked of the pot.

menu-give-hours = Offrir de vos heures, à quelqu’un ou au pot
menu-ask-pot = Demander des heures au pot commun

give-hours-ask-whom = À qui ? Écrivez un nom, ou choisissez le pot commun.
give-hours-ask-minutes = Combien d’heures ? Choisissez, ou écrivez par exemple 1h30.

gift-draft = <b>Don à vérifier</b>
    { $duration } pour { $receiver }{ $subject ->
        [none] {""}
       *[other] , pour : { $subject }
    }
    Il vous restera { $balance }.

gift-to-pot-done = Merci ! Le pot commun a reçu { $duration }. Votre solde : <b>{ $balance }</b>
gift-sent = C’est envoyé. Les heures partiront quand { $name } aura dit oui.
gift-sent-unreached = C’est noté, mais je ne peux pas encore écrire à { $name }.
    Demandez-lui de m’envoyer /attente en privé.

gift-to-accept = <b>{ $giver } vous offre { $duration }</b>{ $subject ->
        [none] {""}
       *[other] {" "}pour : { $subject }
    }
    Vous n’avez rien à rendre. Dire non ne vexe personne.

gift-received = C’est à vous : { $duration } de plus. Votre solde : <b>{ $balance }</b>
gift-accepted = { $name } accepte vos { $duration } avec plaisir.
gift-declined = D’accord, rien ne bouge. Je le dis gentiment.
gift-declined-giver = { $name } vous remercie, et préfère vous laisser ces heures. Elles restent sur votre compte.

ask-pot-ask-minutes = Combien d’heures ? Choisissez, ou écrivez par exemple 2h.
ask-pot-ask-subject = Pour quoi ? Quelques mots suffisent à l’équipe.

wish-sent = C’est transmis à l’équipe : { $duration } demandées au pot commun. Votre solde n’y change rien, chacun·e peut demander.

# $around is wish-around, or nothing.
wish-card = <b>{ $receiver } demande { $duration } au pot commun</b>
    Pour : { $subject }{ $around ->
        [none] {""}
       *[other] {" "}{ $around }
    }

wish-around = — Son solde : { $balance }. Le pot : { $pot }.

wish-granted = Bonne nouvelle : le pot commun vous donne { $duration }. Votre solde : <b>{ $balance }</b>
wish-granted-team = C’est accordé. Il reste { $pot } au pot.{ $below ->
        [true] {" "}Il est sous zéro : un chantier ou quelques dons le rempliraient.
       *[false] {""}
    }
wish-declined = Pas cette fois : le pot commun ne peut pas donner ces heures pour le moment. Un coup de main d’un·e allié·e, peut-être ? /besoin
wish-declined-team = C’est dit, gentiment.

refusal-gift-oneself = C’est déjà à vous ! Pour offrir des heures : /don 1h à @nom
refusal-gift-nothing = On offre des heures que l’on a, et votre solde est à zéro ou moins. Rien ne presse : merci d’y avoir pensé.
refusal-gift-short = C’est plus que ce que vous avez : { $balance }. Offrez-en un peu moins, c’est déjà beaucoup.
refusal-gift-gone = Ces heures ne sont plus sur son compte pour le moment. Rien n’a bougé ; vous pourrez dire oui plus tard.
refusal-wish-waits = Une demande au pot attend déjà la réponse de l’équipe. Pour la revoir : /attente
