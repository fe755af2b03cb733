# Small talk: what asks for nothing is met kindly, and does not reach the team.

small-talk-greeting = Bonjour ! Posez-moi une question, ou tapez /aide pour voir ce que je sais faire.
small-talk-wellbeing = Tout va bien, merci ! Et vous, que puis-je faire pour vous ?
small-talk-goodbye = À bientôt ! Je suis là à toute heure.
small-talk-thanks = Avec plaisir !
small-talk-sorry = Il n’y a pas de mal ! On continue quand vous voulez.
small-talk-ack = Très bien. Je reste là si une question vous vient.
small-talk-yes = D’accord ! Dites-m’en un peu plus : quelle est votre question ?
small-talk-no = D’accord. Dites-le-moi autrement, en une phrase : je chercherai mieux, ou je demanderai à l’équipe.
small-talk-laughter = Un rire, ça fait du bien ! Et si une question vous vient, je suis là.
small-talk-emoji = 🙂 Une question ? Quelques mots suffisent.
small-talk-test = Je vous reçois cinq sur cinq ! Posez-moi une question quand vous voulez.
small-talk-noise = Je n’ai pas bien saisi. Écrivez-moi une question en quelques mots, ou tapez /aide.
small-talk-chat = Là-dessus, je n’ai pas grand-chose à dire ! Je réponds surtout aux questions sur la fabrique.
small-talk-help = Volontiers ! Posez votre question en une phrase. Pour un coup de main d’allié·e : /besoin. Pour tout voir : /aide
small-talk-love = C’est très gentil, merci ! Je ne suis qu’un robot, mais je suis là quand vous voulez.
small-talk-who = Je suis un robot. Je réponds depuis des fiches dont je donne la source, et l’équipe prend le relais quand je ne sais pas.

## Followed by a way to people

small-talk-grief = Merci de me le dire. Je ne suis qu’un robot, mais dans l’équipe il y a des personnes à qui parler.
small-talk-lost = Je me suis mal expliqué, pardon. Dites-moi en une phrase ce que vous cherchez, ou demandez à l’équipe.
small-talk-human = Bien sûr. Écrivez à l’équipe : une personne vous lira, et sa réponse arrivera ici.
small-talk-anger = Je comprends, c’est agaçant. Dites-moi autrement ce que vous cherchez, ou écrivez à l’équipe : quelqu’un vous lira.
small-talk-insult = Je fais de mon mieux, et une personne de l’équipe peut prendre le relais si vous préférez.
small-talk-distress = Merci de le dire. Vous n’avez pas à porter cela sans aide : dans l’équipe, de vraies personnes peuvent vous lire et vous répondre.
small-talk-danger = Merci de l’écrire. Je ne suis qu’un robot, mais votre vie compte, et quelqu’un peut vous écouter tout de suite :
    le <b>3114</b>, gratuit, jour et nuit
    le <b>15</b> ou le <b>112</b>, si le danger est là

    L’équipe peut aussi vous lire, mais pas à toute heure.

write-to-team-ask-text = Que voulez-vous dire à l’équipe ? Je transmets vos mots tels quels.
