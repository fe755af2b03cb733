# What the base lacks, once a month.

# $lines are gap-line.
gaps = <b>What several people asked this month, and the base does not know</b>
    { $lines }

    To write an entry: /entry new

gap-line = • { $count } times: { $question }
