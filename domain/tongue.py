"""Which language a short message is written in: French, English, or one that nobody here reads.

Knows the small words that only one of them has, and scripts. French unless the other is plain: a
word in common, a name or a typing error decides nothing.
"""

from __future__ import annotations

import re
import unicodedata

from domain.people import fold

FRENCH, ENGLISH, OTHER = "fr", "en", "other"

PLAIN = 2
"""Words of another language, or signs worth as much, that make it plain."""

READ = 400
"""Letters that tell a script."""

_FRENCH = frozenset(
    "je tu il elle nous vous ils elles le la les un une des du au aux ce cet cette ces mon ma "
    "mes ton ta tes son sa ses notre nos votre vos leur leurs et ou mais donc car que qui "
    "quoi quel quelle quels quelles quand comment combien pourquoi est sont suis sommes etes "
    "etait sera avoir ai avez avons ont fait faire faut peut peux peuvent pouvez veux veut "
    "voudrais pas plus ne rien dans sur sous avec sans pour par chez vers entre depuis "
    "pendant aussi tres bien tout tous toute toutes c'est qu'est d'un d'une l' j'ai n'est y "
    "a-t-il ya ca cela oui non bonjour bonsoir merci salut svp stp prochaine prochain reunion "
    "allie alliee allies heures heure temps adherer devenir inscrire inscription gratuit "
    "payant prix cout coute lettre charte semaine mois jour aide aider besoin cherche "
    "chercher trouver noter rejoindre vois peut-on puis-je dois doit doivent moi toi lui eux "
    "desole perdu comme c koi pk pkoi cb kan j t g vs tt qd slt bjr mrc dispo kel kelle es "
    "est-ce en si ben se s' j' n' m' t' qu' d' me te autre autres ici la-bas deja encore meme "
    "etre moins quelqu'un quelque".split()
)
_ENGLISH = frozenset(
    "i you he she we they it its the an this that these those my your his her our their and "
    "but because what who whom whose which when where how why is are am was were be been "
    "being have has had do does did will would can could should may might must not no don't "
    "doesn't isn't can't what's where's how's who's i'm i'd it's there here of to for from "
    "with without about into at by in as if or so than then too very much many some any all "
    "yes hello hi hey thanks thank please next meeting ally allies hours hour time become "
    "join sign free fee cost costs pay price letter charter week month day help need looking "
    "find log weekly monthly bank get go know tell give want me us them events event happens "
    "happening tomorrow today tonight soon someone anyone people team ask good bye goodbye "
    "night morning afternoon evening later sorry love stupid you're come met hat per got "
    "another other make made say said only just even also before after over under".split()
)
_OTHERS = frozenset(  # of Spanish, German, Italian, Portuguese, Dutch and Polish
    "el las una unos unas del al quien cual cuando donde como cuanto cuesta porque por para "
    "con sobre pero soy esta estan hay tengo tiene quiero quisiera puedo puede hacer hola "
    "gracias buenos dias buenas tardes proxima usted ustedes mi su yo nosotros aliado unirse "
    "ayuda necesito ich er sie wir ihr das dem ein eine einen und oder aber wie wer wo wann "
    "warum ist sind kann kannst konnen mochte haben habe nicht kein keine mit von zu im auf "
    "bei nachste treffen hallo danke bitte gibt mich mir werden kostet viel gli uno che chi "
    "quale quando dove quanto costa perche senza sono sei posso puo voglio vorrei fare ciao "
    "grazie buongiorno prossima riunione della dei alle nella ho hai diventare alleato aiuto "
    "bisogno os uma umas uns quem qual onde custa com sem mas sao sou estou tenho tem quero "
    "queria pode fazer ola obrigado obrigada bom dia reuniao nao voce voces eu ajuda preciso "
    "ik jij hij zij wij het een maar wat waar wanneer hoe waarom zijn kunnen wil hebben heeft "
    "niet geen voor naar bij dank bedankt volgende bijeenkomst veel kost worden jak co kto "
    "gdzie kiedy dlaczego jest czy nie tak moge chce mam dla na od za dzien dobry dziekuje "
    "prosze ile kosztuje spotkanie unirme alianza alleanza allianz partecipare participar "
    "mitmachen conmigo tambien anche auch ook".split()
)
_FRENCH_SIGNS, _OTHER_SIGNS, _ONLY_OTHERS = "éèêàçœùû", "áíóúìòäöü", "¿¡ñßãõłżźśćęąńřčšğış"
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def language_of(text: str) -> str:
    """ "fr", "en" or "other"; "fr" when nothing decides."""
    if _other_script(text):
        return OTHER
    words, seen = _words(text), text.casefold()
    french = sum(word in _FRENCH and word not in _ENGLISH for word in words)
    english = sum(word in _ENGLISH and word not in _FRENCH for word in words)
    other = sum(word in _OTHERS for word in words)
    french += any(sign in seen for sign in _FRENCH_SIGNS)
    other += any(sign in seen for sign in _OTHER_SIGNS)
    other += 2 * any(sign in seen for sign in _ONLY_OTHERS)
    if other >= PLAIN and other > max(french, english):
        return OTHER
    return ENGLISH if english > french else FRENCH


def _words(text: str) -> list[str]:
    """Words as both languages spell them: "qu'est-ce" is also "est" and "ce"."""
    found = _WORD.findall(fold(text))
    return [part for word in found for part in {word, *re.split(r"(?<=')|-", word)} if part]


def _other_script(text: str) -> bool:
    """Whether most letters are of a script that neither language uses."""
    letters = [sign for sign in text if sign.isalpha()][:READ]
    foreign = sum("LATIN" not in unicodedata.name(sign, "LATIN") for sign in letters)
    return foreign * 2 > len(letters)
