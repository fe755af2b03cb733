# What people can do and lend: offers, and names for skills.

menu-offer = Dire ce que je sais faire

offer-ask-what = Que savez-vous faire pour d’autres, ou que pouvez-vous prêter ? Par exemple : compta, animer une réunion, une salle.

# $offers is a list of lines, one for each offer.
offer-kept = Merci ! Voici ce que vous offrez :
    { $offers }

offer-as-said = • { $offer }
offer-as-read = • { $offer }, soit <b>{ $title }</b>

# Somebody says in passing what they could do. Nothing is kept yet.
offer-heard = Voilà qui pourrait servir à quelqu’un, merci ! Voulez-vous l’offrir aux allié·es ? Je vous demanderai toujours avant de vous mettre en lien.
choice-offer-this = L’offrir
choice-was-a-question = C’était une question

offer-which = { $offer } : qu’est-ce qui s’en approche le plus ?

offer-asked-first = Si quelqu’un en a besoin, je vous demanderai d’abord.

# $audience is who sees it: 0 for nobody, up to 3 for everyone.
offer-seen-by = { $audience ->
        [0] Dans l’annuaire, personne ne le voit. Pour le montrer : /profil
        [1] Dans l’annuaire, l’équipe le voit, les allié·es non. Pour changer : /profil
        [2] Dans l’annuaire, l’équipe et les allié·es le voient. Pour changer : /profil
       *[3] Dans l’annuaire, tout le monde le voit. Pour changer : /profil
    }

# $offers is a list of quotations, $count says how many.
offer-own-words = { $count ->
        [one] Je ne connais pas encore { $offers }. Je le garde tel quel, et l’équipe verra où le ranger.
       *[other] Je ne connais pas encore { $offers }. Je les garde tels quels, et l’équipe verra où les ranger.
    }

offers-correct = Que faut-il corriger ?

offers-withdrawn = C’est fait, vous n’offrez plus rien. Pour recommencer : /offrir

offer-insult = Ces mots blessent, je ne les garde pas. Dites-moi plutôt ce que vous aimez faire : /offrir

offer-insult-team = { $name } a écrit une injure dans ses offres. Je n’en ai rien gardé.

# A name that somebody gave to a skill, before the team. $proposer is "" when that person left.
name-card = <b>Comment ranger { $name } ?</b>
    { $proposer ->
        [none] Quelqu’un l’a proposé
       *[other] { $proposer } l’a proposé
    }, et je ne connais pas ce nom.

name-kept = Merci pour { $name } : l’équipe l’a rangé avec { $skill }. On vous comprendra sous les deux noms. Si ce n’est pas cela, dites-le à l’équipe : /question
name-kept-new = Merci pour { $name } : l’équipe en a fait une compétence à part entière. On vous comprendra sous ce nom.
name-refused = L’équipe a lu { $name }, et n’en a pas fait un nom de compétence. Vos mots restent tels quels, et vous pouvez les dire autrement : /offrir

keep-name-ask-concept = Sous quelle compétence le ranger ? Écrivez-la en quelques mots.

choice-other-skill = Autre chose
choice-correct-offers = Corriger
choice-all-right = Tout est juste
choice-undo-offers = Annuler cet ajout
choice-withdraw-offer = La retirer
choice-withdraw-offers = Retirer mes offres
choice-another-skill = Une autre compétence
choice-new-skill = Un nom nouveau

refusal-offer-empty = Dites en quelques mots ce que vous savez faire. Par exemple : /offrir compta, animation
refusal-offer-nothing = Rien ? On a tous un petit quelque chose : écouter, cuisiner, tenir un stand… Dites-le quand vous voudrez : /offrir
refusal-offer-vague = Pas besoin d’être spécialiste. Relire un texte, tenir un stand, prêter un outil : tout compte.
refusal-offer-everything = Tout, c’est généreux ! Mais on vous trouvera mieux avec deux ou trois choses précises. Par exemple : /offrir compta, animation
refusal-offer-too-long = C’est un peu long : { $most } caractères au plus pour chaque offre. Par exemple : animation de réunion
refusal-offers-too-many = C’est généreux ! Mais { $most } offres au plus par message. Envoyez le reste après.
refusal-skill-unknown = Je ne trouve rien qui ressemble. Essayez d’autres mots, ou gardez-le comme nom nouveau.
