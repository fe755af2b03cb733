# What the base lacks, once a month.

# $lines are gap-line.
gaps = <b>Ce que plusieurs ont demandé ce mois-ci, et que la base ne sait pas</b>
    { $lines }

    Pour écrire une fiche : /fiche nouvelle

gap-line = • { $count } fois : { $question }
