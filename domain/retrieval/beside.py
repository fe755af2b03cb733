"""What people say beside their question, and what they ask anybody but us.

Indexed like entries, and never an answer: a sentence that is most like one of these is not what
the message asks, and a question that is rather like these than like the base is none of ours.
"""

from __future__ import annotations

POLITE = """
Bonjour, comment allez-vous ?
Bonsoir à vous tous
Salut l'équipe
J'espère que tout va bien de votre côté
Excusez-moi de vous importuner
Pardon pour le dérangement
Merci d'avance
Merci infiniment pour votre aide
Un grand merci pour tout ce que vous faites
Cordialement
Bien à vous
Belle journée à toute l'équipe
Au plaisir de vous lire
Dans l'attente de votre réponse
Je vous souhaite un bon week-end
À très vite
Pas de souci, prenez votre temps
Rien d'urgent
Bravo pour votre travail
Hello, I hope you are doing well
Sorry to bother you
Thanks in advance for your help
Kind regards
Have a nice day
No hurry at all
"""

AROUND = """
J'ai une question à vous poser
Je ne sais pas si je m'adresse à la bonne personne
Je vous écris car je n'ai pas trouvé la réponse
J'ai regardé un peu partout mais je ne comprends pas bien
Une amie m'a parlé de vous
On m'a conseillé de vous écrire
Je viens de découvrir votre existence
Ça fait longtemps que je me pose la question
On en discutait entre collègues
Je me demandais juste un truc
Voilà, c'est tout
Bref, je me perds un peu
Désolé si la question est bête
Je suis dans le train et je tape vite
Vous pouvez me répondre quand vous voulez
Vous pouvez me joindre par téléphone
Dites-moi si ce n'est pas clair
I have a question for you
I am not sure this is the right place to ask
A friend told me about you
I looked everywhere and could not find it
Let me know if this is unclear
I was just wondering about something
"""

ELSEWHERE = """
Quel temps fera-t-il demain ?
Tu connais une bonne recette de gâteau ?
Raconte-moi une blague
Qui a gagné le match hier soir ?
Quelle est la capitale du Japon ?
Combien font douze fois sept ?
Traduis cette phrase en espagnol
Écris-moi un poème
Quelle heure est-il ?
À quelle heure part le prochain train pour Paris ?
Réserve-moi un hôtel
Comment soigner un mal de gorge ?
Mon ordinateur ne démarre plus
Comment changer une roue de vélo ?
Quel est le prix de l'essence ?
Où acheter des chaussures pas chères ?
Tu me conseilles quel film ?
Quel âge as-tu ?
Pour qui faut-il voter ?
Comment déclarer mes impôts ?
Je cherche un appartement à louer
Donne-moi les résultats du loto
Où est la pharmacie de garde ?
Comment refaire ma carte d'identité ?
What is the weather like today?
Tell me a joke
Book me a flight
Who won the game?
How do I cook rice?
What is the meaning of life?
"""

TEXTS = {
    -number: tuple(text.strip().splitlines())
    for number, text in enumerate((POLITE, AROUND, ELSEWHERE), start=1)
}
"""By numbers that no entry has."""
