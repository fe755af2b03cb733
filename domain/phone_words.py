"""Words as they are typed in haste on a telephone, spelled out: "jen peu plus ds lasso".

Knows short forms and lost apostrophes of French and English, and only such as are no word of their
own: "laide" is one, "daide" is none. Must not know what the words are read for.
"""

from __future__ import annotations

import re
from functools import cache

from domain.people import flat

_SHORT = {
    "dans": "ds",
    "pour": "pr",
    "nous": "ns",
    "vous": "vs",
    "notre": "notr",
    "quelqu'un": "qqun qqn qq1 qqu'un quelquun quelqun kelkun",
    "quelque chose": "qqch qqchose",
    "beaucoup": "bcp bcoup",
    "toujours": "tjs tjrs tjr",
    "problème": "pb",
    "problèmes": "pbs",
    "bénévole": "benevol",
    "bénévoles": "benevols",
    "qui": "ki",
    "que": "ke",
    "quoi": "koi",
    "quand": "qd kan",
    "plus": "pluss",
    "comment": "cmt commen",
    "je le": "jle",
    "je suis": "jsuis jsui chuis chui",
    "je peux": "jpeux jpeu",
    "je sais": "jsais jsé",
    "je cherche": "jcherche",
    "s'il te plaît": "steplait steuplait",
    "people": "ppl",
    "someone": "sm1 some1 sumone",
    "anyone": "any1",
    "please": "pls plz",
    "I'm": "im",
    "I've": "ive",
    "we've": "weve",
    "can't": "cant",
    "don't": "dont",
    "doesn't": "doesnt",
}
_LETTERS = {
    "l": "equipe asso assoc association argent orga organisation assemblee ambiance epuisement "
    "atelier urgence",
    "d": "aide un urgence argent asso association animation accompagnement ordinateur outils "
    "experience autres ici",
    "j": "ai en y arrive aurais aimerais offre anime habite",
    "m": "aider accompagner aide",
    "n": "en arrive arrivons avons y",
    "s": "engueule engueulent entend entendent epuise effondre ecroule il",
    "c": "est etait",
    "qu": "on il elle un une",
}
_WORD = re.compile(r"(?<![\w'’-])[^\W_][\w'’]*(?![\w-])")


def spelled(text: str) -> str:
    """The text with its short forms spelled out; all other words stay as they are written."""
    bare = flat(text)
    pieces, at = [], 0
    for match in _WORD.finditer(bare):
        whole = _forms().get(match[0])
        if whole is not None:
            pieces += [text[at : match.start()], whole]
            at = match.end()
    return "".join((*pieces, text[at:])) if pieces else text


@cache
def _forms() -> dict[str, str]:
    """Each short form without accents, and what it stands for."""
    short = {flat(form): whole for whole, forms in _SHORT.items() for form in forms.split()}
    elided = {
        letter + word: f"{letter}'{word}"
        for letter, words in _LETTERS.items()
        for word in words.split()
    }
    return short | elided
