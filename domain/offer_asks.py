"""Which plain sentences offer something to allies, in French and English.

A thing to lend, or what somebody can do, is plainly offered. Whoever asks, says when they come, or
tells what they gave already, offers nothing here.
"""

from __future__ import annotations

import re

from domain.need_asks import A_THING, GREETED
from domain.offers import OFFER_MOST, is_vague
from domain.people import flat
from domain.phone_words import spelled

_DOES = (
    r"(?:preter|relire|traduire|reparer|garder|depanner|transporter|conduire|filmer|photographier"
    r"|corriger|former|heberger|cuisiner|coudre|souder|bricoler|jardiner|animer|faciliter|dessiner"
    r"|faire (?:de la|de l'|du|des)(?! (?:dons?|demandes?)\b)|donner des cours|aider (?:a|en"
    r"|pour|sur)"
    r"|lend|fix\b|repair|translate|proofread|drive|cook|sew|teach|facilitate|host|film|garden"
    r"|help (?:with|you with)|do (?:some |a bit of )?(?:accounting|bookkeeping|translations?"
    r"|graphic|gardening|childcare|plumbing|web))"
)
_ALSO = r"(?: (?:aussi|bien|volontiers|vous|t'|vous aider a|also|easily|happily))*"
_OFFERS = re.compile(
    rf"{GREETED}(?:moi,? )?(?:(?:(?:je|on|nous) (?:peux|peut|pouvons|pourrais|pourrait|pourrions"
    rf"|veux bien|sais|sait|savons|propose de)|i can|we can|i could|i know how to|happy to"
    rf"|i'm happy to){_ALSO} {_DOES}"
    r"|je sais (?:bien |aussi )?(?:faire |\w+(?:er|dre)\b)(?! (?:comment|ou|quand|si|ce que))"
    rf"|(?:je|on|nous) (?:propose|offre|prete|mets?|proposons|offrons|pretons) {A_THING}"
    rf"|(?:j'ai|on a|nous avons|i have|we have|i've got) {A_THING}.{{0,40}} (?:a (?:preter|donner"
    r"|disposition|partager)|qui (?:sert|dort)|to (?:lend|share|spare|give)|available)\b)"
)
_ASKS = re.compile(
    r"\?|\b(?:comment|est-ce|pourquoi|combien|besoin|cherche|how|need|hier|yesterday"
    r"|je (?:le|la|les) (?:mets|dis|note|propose))\b"
)


def offers_to_allies(sentence: str) -> bool:
    """Whether a plain sentence says what somebody can do for others, or lend them."""
    if len(sentence) > OFFER_MOST:
        return False
    said = flat(" ".join(spelled(sentence).split()))
    return bool(_OFFERS.match(said)) and not _ASKS.search(said) and not is_vague(sentence)
