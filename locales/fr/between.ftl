# Between the fabriques that one bot serves.

# Somebody of another fabrique.
holder-elsewhere = { $name } ({ $fabrique })

refusal-partner-most = Entre votre fabrique et { $name }, le temps à rendre ne peut pas dépasser { $most }. Notez d’abord du temps dans l’autre sens, ou demandez à l’équipe avec /question.
