"""Questions as they come: slips of the finger, thumbs in a hurry, and much around the point."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from domain.people import fold

SLIPS = 0.1  # of the letters
NEAR = {
    "a": "zqe", "b": "vn", "c": "xv", "d": "sf", "e": "zr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "km", "m": "lp", "n": "bv", "o": "ip", "p": "om",
    "q": "sa", "r": "et", "s": "qd", "t": "ry", "u": "yi", "v": "cb", "w": "xs", "x": "wc",
    "y": "tu", "z": "ae",
}  # fmt: skip
SMS = [
    (r"\bqu'est ce que?\b", "c koi"), (r"\best ce que?\b", "eske"), (r"\bpourquoi\b", "pk"),
    (r"\bquoi\b", "koi"), (r"\bquand\b", "kan"), (r"\bcomment\b", "cmt"), (r"\bcombien\b", "cb"),
    (r"\bquell?e?s?\b", "kel"), (r"\bqui\b", "ki"), (r"\bque\b", "ke"), (r"\bje suis\b", "chui"),
    (r"\bj'ai\b", "g"), (r"\bc'est\b", "c"), (r"\bje peux\b", "jpeu"), (r"\bpour\b", "pr"),
    (r"\bdans\b", "ds"), (r"\bavec\b", "avc"), (r"\btout\b", "tt"), (r"\bil y a\b", "ya"),
    (r"\bbeaucoup\b", "bcp"), (r"\bau\b", "o"), (r"qu", "k"), (r"(?<=\w{3})ent?\b", "e"),
    (r"(?<=\w{3})s\b", ""), (r"eau", "o"), (r"(?<=\w\w)er\b", "é"), (r"ph", "f"),
]  # fmt: skip
BEFORE = (
    "Bonjour à toutes et tous, j'espère que vous allez bien malgré la période.",
    "Salut, je me permets de vous écrire parce que mon collègue m'a parlé de vous hier midi.",
    "Bonsoir, désolé de déranger si tard, j'ai cherché un peu partout sur le site sans trouver.",
    "Hello, voilà, je ne sais pas trop si c'est ici qu'il faut demander mais je tente ma chance.",
)
AFTER = (
    "Merci d'avance pour votre retour et très bonne fin de journée à vous !",
    "Je reste joignable toute la semaine si besoin. Bien cordialement.",
    "Enfin bref, c'est ce qu'on se demandait en équipe ce matin. Merci beaucoup !",
    "Voilà, pas urgent du tout, à bientôt.",
)


def slips(text: str, chance: random.Random) -> str:
    """One letter in ten wrong: another key, missing, doubled or swapped with the next."""
    written: list[str] = []
    letters = list(text)
    while letters:
        letter = letters.pop(0)
        if not letter.isalpha() or chance.random() >= SLIPS:
            written.append(letter)
        else:
            kind = chance.randrange(4)
            key = chance.choice(NEAR.get(fold(letter)[:1], "e"))
            following = letters.pop(0) if kind == 3 and letters else ""
            written.append((key, "", letter * 2, following + letter)[kind])
    return "".join(written)


def sms(text: str, chance: random.Random) -> str:
    """Without accents and capitals, shortened by ear; each habit with chance four in five."""
    short = re.sub(r"[?!.,]", "", fold(text).replace("-", " "))
    for pattern, put in SMS:
        if chance.random() < 0.8:
            short = re.sub(pattern, put, short)
    return short


def rambling(text: str, chance: random.Random) -> str:
    """The question between a polite beginning and an end that say nothing."""
    ended = text if text.rstrip()[-1:] in "?!." else f"{text}."
    return f"{chance.choice(BEFORE)} {ended} {chance.choice(AFTER)}"


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "slips": slips,
    "sms": sms,
    "rambling": rambling,
}
