# Help: what one can do here, and how to step back or out of a question.

menu-show-help = Voir tout ce que je sais faire
menu-go-back = Revenir à la question d’avant
menu-give-up = Arrêter sans rien noter

help-private = <b>Poser une question</b>
    Écrivez-la ici, tout simplement.
    /anonyme — à l’équipe, sans dire qui vous êtes

    <b>Noter le temps donné ou reçu</b>
    /heures 2h30 avec @nom pour relecture du dossier
    /solde — votre compte temps
    /releve — ce qui a compté, ligne par ligne
    /attente — ce qui attend une réponse
    /seance — un atelier ou un chantier, à plusieurs
    /don, /pot — offrir des heures, en demander au pot commun
    /mobiliser — demander du temps à l’équipe
    /organisation — agir au nom d’une organisation

    <b>S’entraider</b>
    /offrir — dire ce que vous savez faire
    /besoin — chercher un coup de main
    /annuaire, /carte — trouver un·e allié·e
    /besoins — vos demandes, et leur suite
    /profil — votre profil, une pause
    /soutien — quand votre structure va mal
    /appels — répondre à un appel, écrire un dossier à plusieurs
    /binome — un binôme pour bien commencer
    /rencontres — rencontrer quelqu’un chaque mois

    <b>Suivre la vie de l’alliance</b>
    /permanence — la rencontre du mois, en visio
    /agenda — les sept jours à venir
    /agenda dimanche, /agenda vélo — un jour, un sujet, un lieu
    /agenda abonner jeudi 18h — le recevoir chaque semaine
    /reglages — choisir ce que vous recevez
    /calendrier — l’agenda dans votre calendrier
    /lettre — la dernière lettre du mois
    /lettre email — la recevoir par e-mail
    /ressources — liens, articles, vidéos, méthodes
    /proposer — un événement, une nouvelle, une ressource
    /propositions — ce que vous avez proposé
    /evenement — annuler ou changer un de vos événements

    <b>Pendant une question</b>
    /retour — revenir à la précédente
    /annuler — tout arrêter

    /langue — français, English
    /lier — être la même personne sur Telegram et Matrix

help-group = <b>Dans ce groupe</b>
    /question — poser une question
    /permanence — la rencontre du mois, en visio
    /agenda — les sept jours à venir
    /lettre — la dernière lettre du mois
    /proposer — un événement, une nouvelle
    /heures — noter du temps donné ou reçu
    /seance — compter un atelier ou un chantier
    /offrir, /besoin — proposer ou chercher un coup de main
    /reglages, /langue — pour les admins du groupe

    En privé, une phrase toute simple suffit.

help-team = <b>Dans le salon de l’équipe</b>
    Pour répondre à une question, répondez à son message : je transmets.

    /file — ce qui attend une décision
    /evenements — annuler ou changer un événement à venir
    /lieux — les lieux de l’agenda, et qui parle pour eux
    /flux — les agendas et les sites que je lis
    /soutien — les demandes de soutien, et où elles en sont
    /fiche — chercher, écrire ou corriger une fiche
    /permanence — la prochaine rencontre, et qui vient
    /lettre — la prochaine lettre, telle qu’elle est
    /agenda — les sept jours à venir
    /appel — lancer un appel, choisir parmi les réponses
    /temps — la banque de temps, et ses chiffres
    /corriger — corriger un échange qui compte déjà
    /importer, /partenaires — un ancien tableau, les autres fabriques
    /annuaire — les allié·es, et leur export
    /binome, /rencontres — proposer les binômes, suivre les rencontres
    /adhesion, /depart — noter une adhésion, un départ
    /bloquer, /separer — en cas d’abus, ou de comptes reliés par erreur
    /journal — les dernières décisions
    /langue — la langue de ce salon

# Before help-team, where somebody wrote plain words there.
help-nothing-passed-on = Je n’ai rien transmis de ce message à personne.

given-up = D’accord, on arrête là. Rien n’a été noté.
asked-by-reply = Répondez à ce message, pour que je vous lise.
