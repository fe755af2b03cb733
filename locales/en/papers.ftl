# Papers and pictures: what is said on every one of them.

# Under the table.
paper-made = Made on { $day }

# At the foot of each page.
paper-page = Page { $page } of { $pages }

# The heading of a column of durations, in a file for a table program.
paper-in-minutes = { $heading } (minutes)

# In a chart, those too small to be shown one by one.
paper-others = { $count } others

# In a chart, over those who gave and over those who received.
paper-gave = Gave
paper-received = Received
