# Organisations: in whose name one acts, and who may.

choice-in-name-of = Au nom de { $name }
choice-in-own-name = En mon nom

refusal-organisation-empty = Écrivez le nom de l’organisation. Par exemple : /organisation La Fabrique du Pilat
refusal-organisation-too-long = C’est un peu long : { $most } caractères au plus. Le nom d’usage suffit.
refusal-organisation-not-yours = Vous n’agissez pas encore au nom de cette organisation. Pour le demander : /organisation
