# Organisations: in whose name one acts, and who may.

choice-in-name-of = In the name of { $name }
choice-in-own-name = In my own name

refusal-organisation-empty = Write the organisation’s name. For example: /organisation La Fabrique du Pilat
refusal-organisation-too-long = That is a little long: { $most } characters at most. The everyday name is enough.
refusal-organisation-not-yours = You cannot act in this organisation’s name yet. To ask for it: /organisation
