# Languages: one for each person, one for each group.

menu-set-language = Changer de langue / Language

set-language-ask-language = Dans quelle langue ? (Language)

language-set = Entendu, j’écris maintenant en français.
