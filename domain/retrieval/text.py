"""Words, stems and pieces of words of a question, in whatever spelling it came.

Knows letters only. Must not know entries, nor which words matter: their rarity says so later.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import snowballstemmer

from domain.matching import words_of

LONGEST = 4000
"""Letters that are read of one message; who writes more has asked before that."""

GRAMS = (3, 4)  # letters; they carry typing errors and endings
STOP = frozenset(
    "a ai ait as au aux avec avez avons avoir c ce cela ces cet cette ceux ci d dans de des du "
    "elle elles en es est et etaient etait etant ete etes etre eu eux fait faut il ils j je l la "
    "le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous on ont par peut peux pour "
    "pouvez puis qu que s sa se sera ses si soit son sont suis sur t ta te tes toi ton tu un une "
    "veut veux voudrais vos votre vous y an and are at be been by can could d did do does for "
    "from had has have he her him his i in into is it its just like ll m me my of or our re she "
    "so some than that the their them there these they this those to us ve was we were will with "
    "would you your".split()
)
"""Words that tell nothing anywhere; quand, combien, où and pas are not among them."""

SHORT = {
    **dict.fromkeys(("koi", "kwa", "koa", "qoi"), "quoi"),
    **dict.fromkeys(("kan", "qd", "kd", "kand", "qand"), "quand"),
    **dict.fromkeys(("pk", "pq", "pkoi", "prk", "pourkoi", "prquoi"), "pourquoi"),
    **dict.fromkeys(("cmt", "coment", "comen", "cmnt", "kmt"), "comment"),
    **dict.fromkeys(("cb", "combi1", "kombien", "cbn"), "combien"),
    **dict.fromkeys(("kel", "kelle", "kels", "kelles", "qel", "qelle"), "quel"),
    **dict.fromkeys(("ki",), "qui"),
    **dict.fromkeys(("ke", "k", "q"), "que"),
    **dict.fromkeys(("c", "cé"), "c'est"),
    **dict.fromkeys(("g",), "j'ai"),
    **dict.fromkeys(("jpeu", "jpeux"), "je peux"),
    **dict.fromkeys(("jveu", "jveux", "jve"), "je veux"),
    **dict.fromkeys(("pr",), "pour"),
    **dict.fromkeys(("ds",), "dans"),
    **dict.fromkeys(("ac", "avc", "avk"), "avec"),
    **dict.fromkeys(("tt",), "tout"),
    **dict.fromkeys(("ts",), "tous"),
    **dict.fromkeys(("tps",), "temps"),
    **dict.fromkeys(("rdv",), "rendez-vous"),
    **dict.fromkeys(("svp", "stp"), ""),
    **dict.fromkeys(("slt", "bjr", "bsr", "cc"), "bonjour"),
    **dict.fromkeys(("mrc", "mci"), "merci"),
    **dict.fromkeys(("pb", "pbm"), "problème"),
    **dict.fromkeys(("nb",), "nombre"),
    **dict.fromkeys(("qqn", "kelkun", "qqun"), "quelqu'un"),
    **dict.fromkeys(("qqch",), "quelque chose"),
    **dict.fromkeys(("bcp",), "beaucoup"),
    **dict.fromkeys(("ms",), "mais"),
    **dict.fromkeys(("dc",), "donc"),
    **dict.fromkeys(("ya",), "il y a"),
    **dict.fromkeys(("chui", "chuis"), "je suis"),
    **dict.fromkeys(("asso", "assos"), "association"),
    **dict.fromkeys(("ajd", "auj"), "aujourd'hui"),
    "fo": "faut",
    "u": "you",
    "ur": "your",
    "r": "are",
    "pls": "please",
    "plz": "please",
}
"""What thumbs leave of common words."""

_stemmer = snowballstemmer.stemmer("french")
_ENDS = re.compile(r"(?<=[.!?…;])\s+|\n+")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a folded word keeps once its ending is off."""
    return str(_stemmer.stemWord(word))


def stems_of(words: list[str]) -> list[str]:
    """The stems of the words that tell something; of all when none does."""
    return [stem(word) for word in words if word not in STOP] or [stem(word) for word in words]


def grams_of(words: list[str]) -> Counter[str]:
    """Pieces of three and four letters, each within a word and its two borders."""
    padded = [f" {word} " for word in words]
    return Counter(
        word[at : at + size]
        for word in padded
        for size in GRAMS
        for at in range(max(1, len(word) - size + 1))
    )


def sentences_of(text: str) -> list[str]:
    """The sentences of a message, those of one word with the next."""
    found: list[str] = []
    for sentence in _ENDS.split(text):
        if found and len(words_of(found[-1])) < 2:
            found[-1] = f"{found[-1]} {sentence}".strip()
        elif sentence.strip():
            found.append(sentence.strip())
    return found
