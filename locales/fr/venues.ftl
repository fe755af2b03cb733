# The team’s places: found by a name that is nearly right, whose calendar it is, deleting.

venues-like = Vouliez-vous dire un lieu déjà noté ?
choice-venue-new = Noter un autre lieu

# $said in the team’s words, $known all that is understood.
venue-access-unread = Je n’ai pas compris { $said } pour l’accès, et je ne l’ai pas noté. Les mots que je connais : { $known }.

venue-calendar = Tout ce qu’annonce cette adresse se passe à ce lieu ({ $venue }) : { $address }
    Est-elle la sienne ? Si oui, ce qu’elle annonce entrera à l’agenda sans attendre.
choice-venue-calendar = Oui, c’est la sienne

venue-ask-sure = Supprimer { $name } ? Les événements qui s’y passent restent à l’agenda.
venue-forgotten = { $name } n’est plus dans les lieux de l’agenda.
choice-venue-forget = Supprimer
choice-venue-forget-sure = Oui, supprimer
choice-venue-keep = Garder
