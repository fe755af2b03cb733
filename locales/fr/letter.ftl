# The monthly letter, as members read it and as the team prepares it.

menu-show-letter = Lire la dernière lettre du mois

letter-none = Il n’y a pas encore eu de lettre. Une nouvelle pour la première ? /proposer

# In the team's chat; followed by the letter itself.
letter-preview = { $count ->
        [one] Pour l’instant, la prochaine lettre contient une nouvelle. La voici.
       *[other] Pour l’instant, la prochaine lettre contient { $count } nouvelles. La voici.
    }

letter-preview-empty = La prochaine lettre est vide. /file montre les nouvelles à relire.
