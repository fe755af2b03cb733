# Links that open the bot at one thing.

menu-invite-here = Inviter quelqu’un à écrire au robot

# The reader passes the second paragraph on.
invite-link = Voici de quoi inviter. Envoyez ce lien, ou imprimez-le sur une affiche : il ouvre une conversation avec moi.

    <a href="{ $link }">{ $link }</a>

    <i>On y parle à <b>{ $fabrique }</b>.</i>

invite-no-link = Ici, il n’y a pas de lien à envoyer. Donnez mon adresse : qui m’écrit en privé parle à <b>{ $fabrique }</b>.

question-follow-link = <a href="{ $link }">La suivre en privé</a>

answer-open-private = { $name }, <a href="{ $link }">ouvrez ce lien</a> : on continue en privé.

# One's own question, opened by its link. $state is open, taken, answered, closed or merged.
question-linked = <b>Votre question</b>, posée le { $at }
    <blockquote>{ $question }</blockquote>
    { $state ->
        [open] Elle attend l’équipe.
        [taken] Quelqu’un de l’équipe s’en occupe.
        [answered] L’équipe y a répondu.
       *[closed] L’équipe l’a close.
    } Pour ajouter un détail, répondez à ce message.

question-linked-answer = <b>Sa réponse</b>
    { $answer }

refusal-link-unknown = Ce lien ne mène nulle part, ou ne mène plus à rien. Écrivez-moi votre question, ou tapez /aide.
refusal-link-not-yours = Ce lien mène à la question de quelqu’un d’autre. Pour en poser une, écrivez-la ici.
