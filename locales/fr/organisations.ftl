# Organisations: in whose name one acts, and who may.

menu-my-organisations = Agir au nom d’une organisation

choice-in-name-of = Au nom de { $name }
choice-in-own-name = En mon nom
choice-leave = Quitter { $name }
choice-other-organisation = Une autre organisation
choice-new-organisation = La proposer à l’équipe
choice-yes = Oui
choice-no = Non

my-organisations = <b>Vos organisations</b>
    { $lines }

    En notant du temps avec /heures, vous choisirez en quel nom.

organisation-line = • { $name } : { $balance }
organisation-line-asked = • { $name } : l’équipe va vous répondre

speak-for-ask-name = Au nom de quelle organisation agissez-vous ? Écrivez son nom d’usage.
speak-for-ask-which = Est-ce l’une de celles-ci ? Sinon, proposez « { $name } ».
speak-for-ask-new = Je ne connais pas encore « { $name } ». Faut-il la proposer à l’équipe ?

organisation-asked = C’est transmis. Dès que l’équipe aura dit oui, vous pourrez agir au nom de <b>{ $name }</b>.

organisation-allowed = Bonne nouvelle ! Vous pouvez maintenant agir au nom de <b>{ $name }</b>.
    { $waiting ->
        [0] Pour noter du temps en son nom : /heures
        [one] Un échange attend son mot : /attente
       *[other] { $waiting } échanges attendent son mot : /attente
    }

organisation-refused = L’équipe n’a pas pu confirmer que vous agissez au nom de { $name }.
    Pour en parler avec elle : /question

organisation-left = C’est fait. Vous n’agissez plus au nom de { $name }. Merci pour ce que vous y avez donné !

# In the team's chat.
speaker-card = <b>{ $person } souhaite agir au nom de { $name }</b>
    { $new ->
        [yes] Cette organisation est nouvelle ici.
       *[no] { $count ->
            [0] Personne ne le fait pour l’instant.
           *[other] Agissent déjà en son nom : { $others }.
        }
    }
    Est-ce juste ?

organisation-alone = Plus personne n’agit au nom de <b>{ $name }</b>. Ses échanges attendront ici que vous répondiez pour elle.

organisation-waits = Personne n’agit au nom de <b>{ $name }</b> pour l’instant : pouvez-vous répondre pour elle ?

refusal-organisation-empty = Écrivez le nom de l’organisation. Par exemple : /organisation La Fabrique du Pilat
refusal-organisation-too-long = C’est un peu long : { $most } caractères au plus. Le nom d’usage suffit.
refusal-organisation-not-yours = Vous n’agissez pas au nom de cette organisation. Pour le demander : /organisation
refusal-organisation-already = Vous agissez déjà au nom de cette organisation.
refusal-organisation-asked = Vous l’avez déjà demandé : l’équipe va vous répondre.
