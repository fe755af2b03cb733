# Languages: one for each person, one for each group.

menu-set-language = Change the language / Langue

set-language-ask-language = Which language? (Langue)

language-set = All right, I now write in English.
