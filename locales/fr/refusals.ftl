# Why not, and what to do next. A refusal may be a toast: at most 200 characters.

fault = Quelque chose s’est mal passé de mon côté, et rien n’a été noté. Réessayez ; si cela continue, donnez ce code à l’équipe : { $code }

## What was pressed or typed

refusal-unknown-command = Je ne connais pas { $command }. Tapez /aide pour voir ce que je sais faire.
refusal-choose = Choisissez l’une des réponses proposées, ou tapez /annuler.
refusal-choice-stale = Ce choix n’est plus valable. Reprenez depuis le début, ou tapez /aide.
refusal-number-stale = Ce numéro ne désigne plus rien ici : le dernier message n’a pas ce choix. Écrivez plutôt le choix en toutes lettres, ou tapez /aide.
refusal-choice-not-yours = Cette question est posée à quelqu’un d’autre. Pour vous : /aide
refusal-nothing-asked = Aucune question n’est en cours. Tapez /aide pour voir ce que je sais faire.
refusal-language-unknown = Je parle français et anglais. Par exemple : /langue français

## Where and by whom

refusal-private-only = Cela reste entre nous : écrivez-le-moi en privé.
refusal-write-first = Écrivez-moi d’abord en privé, un bonjour suffit : c’est là que je pourrai vous prévenir. Puis recommencez.
refusal-group-only = Cela se règle dans un groupe : tapez-le là où vous êtes admin.
refusal-admin-only = C’est réservé aux admins de ce groupe : demandez-leur.
refusal-team-only = C’est réservé à l’équipe. Pour lui écrire : /question

## Whom

refusal-person-unknown = Je ne connais pas « { $name } ». Écrivez son @identifiant, ou demandez-lui de m’envoyer d’abord un message.
refusal-person-several = Plusieurs personnes s’appellent « { $name } ». Écrivez le nom en entier, ou son @identifiant.

## How long, and for what

refusal-duration-unread = Je n’ai pas compris la durée. Par exemple : /heures 2h30 avec @nom pour relecture du dossier
refusal-duration-unit = « { $number } » : des heures ou des minutes ? Écrivez par exemple 2h ou 45min.
refusal-duration-two = J’ai lu plusieurs durées. N’en gardez qu’une, par exemple 2h30.
refusal-duration-zero = La durée est à zéro. Écrivez par exemple 45min.
refusal-duration-negative = Écrivez la durée sans « moins », par exemple 2h. Je vous demanderai qui a donné de son temps.
refusal-duration-too-long = C’est trop long pour une seule note. Notez chaque journée à part, par exemple : 7h hier
refusal-subject-empty = Dites en quelques mots pour quoi, par exemple relecture du dossier.
refusal-subject-too-long = C’est un peu long : { $most } caractères au plus. Par exemple : relecture du dossier

## When

refusal-day-unread = Je n’ai pas compris le jour. Écrivez par exemple hier, lundi dernier ou 12 mars.
refusal-day-future = Le { $day } n’est pas encore passé. Notez l’échange quand il aura eu lieu.
refusal-day-too-old = Le { $day }, c’est trop ancien. On peut noter à partir du { $oldest }.
refusal-moment-unread = Je n’ai pas compris le jour. Écrivez par exemple jeudi 18h30, ou 12 juin à 14h.
refusal-moment-hour = À quelle heure ? Écrivez le jour et l’heure, par exemple jeudi 18h30.
refusal-hour-unread = Je n’ai pas compris l’heure. Écrivez par exemple 18h30.
refusal-moment-past = C’est déjà passé : { $moment }. Écrivez une date à venir, par exemple jeudi 18h30.
refusal-moment-far = C’est dans plus de deux ans : vérifiez l’année. Écrivez par exemple 12 juin à 14h.

## Exchanges

refusal-exchange-oneself = Un échange se note avec quelqu’un d’autre. Par exemple : /heures 2h avec @nom pour relecture du dossier
refusal-exchange-not-a-side = On ne note que ses propres échanges. La personne concernée peut le faire avec /heures.
refusal-exchange-not-yours = Cet échange n’est pas le vôtre. Pour voir les vôtres : /attente
refusal-exchange-own-word = C’est à l’autre personne de confirmer. En cas d’erreur, retirez l’échange avec /attente.
refusal-exchange-already-confirmed = Cet échange est déjà confirmé. S’il y a une erreur, corrigez-le avec /corriger.
refusal-exchange-not-open = Cet échange n’attend plus de réponse : il ne compte pas. Pour en noter un autre : /heures
refusal-exchange-fixed = Ceci se confirme ou se conteste tel quel. En cas de doute, contestez : l’équipe en parlera avec vous.
refusal-exchange-same = C’est déjà ce qui est noté. Changez quelque chose, ou tapez /annuler.
refusal-exchange-own-affair = C’est votre propre échange : laissez quelqu’un d’autre de l’équipe décider.
refusal-balance-floor = Un compte ({ $name }) passerait sous la limite de la fabrique ({ $limit }). Parlez-en à l’équipe : /question
refusal-balance-ceiling = Un compte ({ $name }) dépasserait la limite de la fabrique ({ $limit }). Parlez-en à l’équipe : /question
refusal-reason-empty = Dites pourquoi en quelques mots.
refusal-reason-too-long = C’est un peu long : { $most } caractères au plus. L’essentiel suffit.
refusal-nothing-to-correct = Aucun échange confirmé pour l’instant. Ce qui attend encore : /attente
refusal-correction-unknown = Aucun échange confirmé avec « { $name } ». Écrivez un autre nom, ou tapez /annuler.
refusal-correction-again = Une correction se corrige sur l’échange d’origine : choisissez-le avec /corriger.
refusal-correction-unconfirmed = Cet échange ne compte pas encore : il n’y a rien à corriger. Voyez /attente.
refusal-correction-by-team = Ceci ne se corrige pas ici : deux fabriques ou le pot commun sont concernés. Écrivez à l’équipe : /question
refusal-correction-waits = Une correction de cet échange attend déjà. Répondez-y d’abord : /attente
refusal-correction-same = C’est déjà ce qui compte. Dites autre chose, ou tapez /annuler.
refusal-correction-gift = Un don ne se retourne pas. Dites une autre durée, ou que cela n’a pas eu lieu.

## Offers and needs

refusal-need-empty = Dites en quelques mots ce qu’il vous faut. Par exemple : /besoin relire un dossier de subvention
refusal-need-too-long = C’est un peu long : { $most } caractères au plus. L’essentiel suffit, le reste se dira de vive voix.

## Questions and decisions

refusal-question-too-long = C’est un peu long : { $most } caractères au plus. Gardez l’essentiel, l’équipe demandera le reste.
refusal-question-closed = Cette question est déjà close. /file montre ce qui attend encore.
refusal-question-taken = Quelqu’un d’autre s’en occupe déjà. /file montre ce qui attend encore.
refusal-carried-kind = Cela, je ne sais pas le transmettre. Répondez avec des mots, une photo, un document ou un message vocal.
refusal-carried-too-big = Ce fichier est trop lourd pour que je le transmette : { $most_mb } Mo au plus. Rien n’est parti. Répondez avec un fichier plus léger, ou un lien.
refusal-carried-empty = Ce fichier est vide, je ne l’ai pas transmis. Envoyez-le encore une fois.
refusal-nothing-to-take-back = Je ne trouve rien à retirer. Répondez avec cette commande à un message à vous, que j’ai transmis.
refusal-question-taken-by = { $name } s’en occupe déjà. Vous pouvez tout de même répondre au message de la question.
refusal-question-not-taken = Personne ne s’en occupe en ce moment. /file montre ce qui attend.
refusal-question-waits = Cette question attend déjà une réponse. Répondez à son message.
refusal-question-itself = C’est la même, ou elle y est déjà jointe. Choisissez une autre question.
refusal-nothing-alike = Je ne trouve rien d’approchant. Essayez d’autres mots, ou tapez /annuler.
refusal-already-in-base = Cette réponse est déjà dans la base.
refusal-already-decided = Quelqu’un a déjà décidé. /file montre ce qui attend encore.
refusal-item-empty = Il n’y a rien à lire. Par exemple : /proposer grande tablée du quartier, samedi midi
refusal-item-too-long = C’est un peu long : { $most } caractères au plus. Gardez l’essentiel et un lien.

## Files and calendars

refusal-file-kind = Je ne lis que les agendas (fichiers .ics). Pour le reste, écrivez-moi quelques mots.
refusal-file-not-calendar = Ce n’est pas un agenda que je sais lire : il me faut un fichier .ics. Sinon, décrivez l’événement après /proposer.
refusal-file-too-big = Cet agenda est trop lourd : { $most_mb } Mo au plus. N’exportez que les mois à venir.
refusal-file-unreadable = Je n’ai pas réussi à recevoir ce fichier. Envoyez-le encore une fois.
refusal-calendar-empty = Cet agenda ne contient aucun événement. Essayez un autre export, ou décrivez l’événement après /proposer.
refusal-calendar-past = Tous les événements de cet agenda sont passés. Envoyez-en un avec des dates à venir.
refusal-calendar-too-heavy = Cet agenda est trop lourd à lire. N’exportez que les mois à venir.

## Addresses

refusal-address-unread = Cette adresse est mal formée. Elle commence par https:// et finit souvent par .ics.
refusal-address-unreachable = Cette adresse ne répond pas. Vérifiez qu’elle s’ouvre dans un navigateur.
refusal-address-status = Cette adresse répond par une erreur ({ $status }). Vérifiez qu’elle s’ouvre dans un navigateur.
refusal-address-private = Je ne peux lire que des adresses publiques. Partagez l’agenda publiquement, puis proposez son adresse.
refusal-address-too-big = Cet agenda en ligne est trop lourd. Proposez une adresse qui ne donne que les mois à venir.

## Entries

refusal-entry-empty = Il n’y a rien à lire. Écrivez quelques mots, ou tapez /annuler.
refusal-entry-too-long = C’est un peu long : { $most } caractères au plus. L’essentiel suffit.
refusal-entry-unknown = Je ne trouve pas cette fiche. Cherchez-la par ses mots : /fiche devenir allié
refusal-entry-retired = Cette fiche est retirée. Pour la remettre, ouvrez-la avec /fiche et son numéro.
refusal-entry-changed = Quelqu’un a changé cette fiche entre-temps. Ouvrez-la de nouveau avec /fiche.
refusal-wording-known = Cette formulation y est déjà. Écrivez-en une autre, ou tapez /annuler.
refusal-merge-elsewhere = Choisissez une autre fiche, qui réponde encore. Écrivez quelques mots de son titre, ou tapez /annuler.
refusal-nothing-to-undo = Il n’y a rien avant. Pour qu’elle ne réponde plus, retirez-la.
refusal-date-unread = Je n’ai pas compris la date. Écrivez par exemple 14 décembre 2023.

## Resources

refusal-link-missing = Il me faut un lien, qui commence par https://. Collez-le avec quelques mots.
refusal-link-kind = Je ne garde que des liens vers des pages, qui commencent par https://.
refusal-link-unread = Ce lien est mal formé, ou contient un mot de passe. Copiez-le depuis la barre d’adresse du navigateur.
refusal-link-private = Ce lien mène à un réseau privé : les autres ne pourraient pas l’ouvrir. Partagez une page publique.
refusal-link-too-long = Ce lien est trop long : { $most } caractères au plus. Cherchez sur la page un lien de partage.
refusal-resource-known = { $title } est déjà dans les ressources partagées. Merci d’y avoir pensé !
refusal-resource-waits = { $title } est déjà proposé : l’équipe va le regarder. Merci d’y avoir pensé !

## Statements

refusal-account-unknown = Je ne connais pas ce compte : « { $name } ». Écrivez /solde, /solde pot, ou le nom d’une organisation pour laquelle vous agissez.
refusal-account-not-yours = Ce compte n’est pas le vôtre. Pour agir pour une organisation, demandez-le à l’équipe avec /question.
refusal-period-unread = Je n’ai pas compris la période. Par exemple : /releve 2026, /releve janvier, /releve 01/03 au 31/03
refusal-period-future = Le { $day } n’est pas encore passé. Par exemple : /releve 2026, /releve janvier
refusal-period-backwards = La fin ({ $last }) vient avant le début ({ $first }). Par exemple : /releve 01/03 au 31/03
refusal-statement-long = C’est trop long pour un fichier : { $most } lignes au plus. Choisissez une période, par exemple /releve 2026
refusal-statement-empty = Rien n’a compté sur cette période : il n’y a pas de fichier à faire. /releve montre le reste.
