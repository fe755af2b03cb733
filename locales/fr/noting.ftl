# Noting time: how one sentence becomes an exchange to confirm.

refusal-duration-unsure = Je ne suis pas sûr de la durée. Écrivez-la seule, par exemple 2h30.
refusal-duration-twice = Vous écrivez deux fois { $duration }. Combien de temps en tout ?
refusal-day-two = J’ai lu plusieurs jours. Notez chaque jour à part, par exemple : 2h mardi
