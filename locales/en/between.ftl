# Between the fabriques that one bot serves.

# Somebody of another fabrique.
holder-elsewhere = { $name } ({ $fabrique })

refusal-partner-most = Between your fabrique and { $name }, no more than { $most } may be owed. Note time in the other direction first, or ask the team with /ask.
