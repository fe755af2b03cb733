"""Languages that people speak, as they call them in French and English; codes are BCP 47's.

Knows names, not how well anybody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from domain.people import flat

_NAMES: Mapping[str, str] = {
    "ar": "arabe arabic darija",
    "bm": "bambara",
    "bn": "bengali",
    "br": "breton",
    "ca": "catalan",
    "ckb": "sorani",
    "co": "corse",
    "cs": "tcheque czech",
    "de": "allemand german",
    "el": "grec greek",
    "en": "anglais english",
    "es": "espagnol castillan spanish",
    "eu": "basque",
    "fa": "persan farsi dari persian",
    "ff": "peul pulaar fula",
    "fr": "francais french",
    "fsl": "lsf",
    "he": "hebreu hebrew",
    "hi": "hindi",
    "hu": "hongrois hungarian",
    "hy": "armenien armenian",
    "it": "italien italian",
    "ja": "japonais japanese",
    "ka": "georgien georgian",
    "kab": "kabyle",
    "ku": "kurde kurdish kurmandji",
    "ln": "lingala",
    "mg": "malgache malagasy",
    "nl": "neerlandais hollandais dutch",
    "oc": "occitan",
    "pl": "polonais polish",
    "ps": "pachto pashto",
    "pt": "portugais portuguese",
    "ro": "roumain romanian",
    "ru": "russe russian",
    "snk": "soninke",
    "sq": "albanais albanian",
    "sr": "serbe serbian",
    "sw": "swahili",
    "ta": "tamoul tamil",
    "tr": "turc turkish",
    "uk": "ukrainien ukrainian",
    "ur": "ourdou urdu",
    "vi": "vietnamien vietnamese",
    "wo": "wolof",
    "zh": "chinois mandarin chinese",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}

CODES = frozenset(_NAMES)

_PLACES_TOO = {"corse": "(?<!en )(?<!la )(?<!de )", "basque": "(?<!pays )(?<!cote )"}
_EACH = "|".join(f"{_PLACES_TOO.get(name, '')}{name}" for name in _CODES)

LANGUAGE = re.compile(
    rf"\b(?:l')?(?:{_EACH})\b"
    r"|\b(?:la )?langue des signes(?: francaise)?\b|\b(?:french )?sign language\b"
)
"""One language named in a text without accents; Corsica and the Basque country are places."""

_WORD = re.compile("|".join(sorted(_CODES, key=len, reverse=True)))


def code_of(named: str) -> str:
    """The code of a language that the pattern found."""
    found = _WORD.search(flat(named))
    return _CODES[found[0]] if found else "fsl"


def codes_in(typed: str) -> tuple[str, ...]:
    """Each language that an answer names, once, in order."""
    found = (code_of(one[0]) for one in LANGUAGE.finditer(flat(typed)))
    return tuple(dict.fromkeys(found))
