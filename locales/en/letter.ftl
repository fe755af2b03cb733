# The monthly letter, as members read it and as the team prepares it.

menu-show-letter = Read the latest monthly letter

letter-none = There has been no letter yet. Any news for the first one? /propose

# In the team's chat; followed by the letter itself.
letter-preview = { $count ->
        [one] So far, the next letter holds one item. Here it is.
       *[other] So far, the next letter holds { $count } items. Here it is.
    }

letter-preview-empty = The next letter is empty. /queue shows the news to read.
