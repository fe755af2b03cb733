# Noting time: one message, and a card before anything is noted.

menu-note-time = Noter du temps donné ou reçu

note-exchange-ask-partner = Avec qui ? Écrivez son nom, ou @ suivi de son identifiant.
note-exchange-ask-which = Qui est « { $name } » ? Choisissez, ou écrivez le nom en entier.
note-exchange-ask-unknown = Je ne connais pas encore « { $name } ». Invitez cette personne, ou écrivez un autre nom.
note-exchange-ask-one = Un échange se note avec une personne à la fois. Avec qui, cette fois ?
note-exchange-ask-direction = Qui a donné de son temps ?
note-exchange-ask-minutes = Combien de temps ? Choisissez, ou écrivez par exemple 2h30 ou 45min.
note-exchange-ask-day = Quel jour était-ce ? Choisissez, ou écrivez par exemple mardi ou 12 mars.
note-exchange-ask-subject = Pour quoi ? Quelques mots suffisent, par exemple relecture du dossier.

exchange-draft = <b>Échange à vérifier</b>
    A donné de son temps : { $giver }
    A reçu ce temps : { $receiver }
    Durée : { $duration }
    Jour : { $day }
    Pour : { $subject }

# Lines under the card, each only where it holds.
exchange-draft-long = ⚠️ { $duration }, c’est long pour une seule fois. Vérifiez la durée.
exchange-draft-old = ⚠️ Le { $day }, c’était il y a plus de trois mois. Vérifiez le jour.
exchange-draft-paid = Mission rémunérée : ce temps ne comptera dans aucun solde.
exchange-draft-spoken = { $name } n’a pas de téléphone. Si vous avez son accord de vive voix, l’équipe confirmera.
exchange-draft-invited = Je ne connais pas encore { $name } : vous aurez un lien à lui envoyer, et l’échange attendra.
exchange-draft-common = C’est du temps pour tout le monde : la personne qui mène l’action, ou l’équipe, le confirmera.
exchange-draft-right = Est-ce juste ?

# In a group; the card follows in private.
noting-in-private = Je vous écris en privé pour vérifier.

exchange-noted = C’est noté. Le temps comptera dès que { $other } aura confirmé.
exchange-noted-team = C’est noté. Je l’ai transmis à qui doit le confirmer.

# The other side never wrote to the bot in private.
exchange-noted-unreached = C’est noté, mais je ne peux pas encore écrire à { $other }.
    Demandez-lui de m’envoyer /attente en privé pour confirmer.

# The same two, as long, on the same day.
exchange-same = <b>Déjà noté ?</b> Voici ce que { $noter } a noté :
    { exchange-lines }
exchange-not-twice = Très bien, je ne le note pas une deuxième fois.

exchange-invited = C’est noté, et cela attend { $name }. Envoyez-lui le message qui suit, par le moyen de votre choix.

# For somebody the bot has not met; $link is "none" where the platform has no such links.
invitation-to-forward = Bonjour ! { $noter } a noté <b>{ $duration }</b> de temps partagé avec vous ({ $subject }), dans la banque de temps de { $fabrique }.
    { $link ->
        [none] Pour le confirmer, écrivez-moi en privé : <code>/debut { $word }</code>
       *[other] Pour le confirmer : { $link }
            Ou écrivez-moi en privé : <code>/debut { $word }</code>
    }
invitation-welcome = Bonjour { $name }, et bienvenue ! Je suis le robot de <b>{ $fabrique }</b>. Voici l’échange qui vous attend ; pour le reste, tapez /aide.
invitation-again = Vous aviez déjà ouvert ce lien. Voici l’échange qui attend votre réponse.

# To the one who noted it; $called is how they had named whoever came.
invitation-opened = <b>{ $name }</b> a ouvert votre invitation pour « { $called } » et peut maintenant confirmer l’échange.

refusal-invitation-unknown = Je ne connais pas ce lien. Demandez à la personne de vous l’envoyer à nouveau.
refusal-invitation-own = Ce lien est pour { $name }. Envoyez-le-lui, tel quel.
refusal-invitation-taken = Ce lien a déjà servi à quelqu’un d’autre. Demandez à la personne de noter l’échange avec vous : /heures
refusal-invitation-over = L’échange de ce lien n’attend plus. Vous pouvez le noter à nouveau avec /heures

refusal-duration-unsure = Je ne suis pas sûr de la durée. Écrivez-la seule, par exemple 2h30.
refusal-duration-twice = Vous écrivez deux fois { $duration }. Combien de temps en tout ?
refusal-day-two = J’ai lu plusieurs jours. Notez chaque jour à part, par exemple : 2h mardi
refusal-day-full = Pour le { $day }, le compte de { $name } porte déjà { $noted } : cela ferait plus de 24 heures. Changez la durée ou le jour.
refusal-person-left = { $name } ne fait plus partie de l’alliance : rien de nouveau ne peut être noté avec cette personne. Une question ? /question
refusal-noting-closed = Votre compte temps est fermé, je ne peux rien y noter. Pour en parler avec l’équipe : /question
