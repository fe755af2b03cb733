"""Which plain sentences ask allies for help, in French and English.

Somebody, or a thing to borrow, is plainly looked for. Whoever looks for information asks the base:
"comment chercher un financement ?", "quelqu’un sait quand a lieu la permanence ?".
"""

from __future__ import annotations

import re

from domain.matching import telling
from domain.need_words import subject_of
from domain.needs import NEED_MOST
from domain.numbers import NUMBER
from domain.people import flat
from domain.phone_words import spelled

GREETED = (
    r"^[\W_]*(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|good morning|a tous|a toutes|et"
    r"|tout le monde"
    r"|everyone|all|les amis|s'il (?:vous|te) plait|svp|please|urgent)[\s,.!:-]*)*"
)
_THING = (
    r"(?:salle|local\b|locaux|bureau\b|camion(?:nette)?|fourgon(?:nette)?|utilitaire|vehicule"
    r"|voiture"
    r"|remorque|velo[ -]cargo|(?:video)?projecteur|retroprojecteur|sono\b|enceinte|micro\b|barnum"
    r"|tente"
    r"|tonnelle|tables?\b|chaises?\b|bancs?\b|materiel|outils?\b|outillage|perceuse|echelle|broyeur"
    r"|imprimante|terrain|jardin\b|cuisine\b|four\b|marmite|scene\b|estrade|gobelets|vaisselle"
    r"|ecran"
    r"|grille|tracteur|hebergement|stand\b|rallonge|groupe electrogene"
    r"|room|hall\b|venue|van\b|truck|car\b|trailer|cargo bike|projector|sound system|speakers"
    r"|microphone"
    r"|marquee|tent\b|chairs?\b|tools?\b|equipment|printer|kitchen|stage\b|screen\b|ladder|drill"
    r"|place to (?:meet|stay|sleep))"
)
_A = r"(?:une?|des|du|de la|de l'|de|d'|quelques|deux|trois|\d+|an?|some|the|two|three)"
A_THING = rf"(?:{_A} ?)?(?:(?:grande?|petite?|bonne?|big|small|good|large|meeting)s? )?{_THING}"
_TRADE = (
    r"(?:comptable|juriste|avocate?|graphiste|animatrice|facilitatrice|formatrice|traductrice"
    r"|redactrice|correctrice|relectrice|mediatrice|formateur|animateur|facilitateur|traducteur"
    r"|redacteur|correcteur|relecteur|mediateur|developpeu(?:r|se)|photographe|cuisinier|cuisiniere"
    r"|jardinier|jardiniere|menuisier|charpentier|electricien(?:ne)?|informaticien(?:ne)?"
    r"|musicien(?:ne)?|technicien(?:ne)?|plombier|architecte|conducteur|chauffeur|webmestre|mentor"
    r"|coach|baby-?sitter|volunteer|accountant|lawyer|designer|facilitator|translator|proofreader"
    r"|photographer|developer|cook|gardener|carpenter|electrician|plumber|driver|trainer"
    r"|musician)s?\b"
)
_SOMEONE = (
    r"(?:quelqu'une?\b|une? (?:autre )?(?:personne|alliee?|benevole|volontaire)\b|(?:des|quelques"
    r"|\d+"
    r"|deux|trois|quatre|cinq) (?:gens|personnes|benevoles|alliee?s|volontaires|bras)\b|du monde\b"
    r"|des? coups? de (?:main|pouce)|un coup de (?:main|pouce)|(?:benevoles|volontaires"
    r"|renfort)\b|(?:de l')?aide (?:pour|a|afin)\b"
    r"|d'aide (?:pour|a|afin)\b|du renfort|(?:some|any)(?:one|body)\b|a (?:person|hand)\b"
    r"|(?:some |a few |\d+ )?(?:people|volunteers)\b|(?:some )?help (?:with|to|for|from)\b"
    rf"|(?:une?|an?|des|some) (?:bonn?e? |good )?{_TRADE})"
)
_SEEKS = (
    r"(?:(?:je|on|nous) (?:re)?cherch(?:e|ons)|(?:j'|nous |on )?(?:ai|a|avons|aurais|aurait"
    r"|aurions)"
    r" (?:vraiment |encore |urgemment )?besoin (?:de |d')|besoin (?:de |d')|(?:re)?cherch(?:e|ons)"
    r"|il (?:me|nous|m'en) (?:faut|faudrait|manque)"
    r"|(?:i|we)(?:'m| am|'re| are)? (?:really |urgently )?(?:need|looking for|searching for"
    r"|(?:could|would) (?:use|need|like|love))|looking for|in need of|need|wanted:?)"
    r"(?: (?:urgemment|d'urgence|encore|aussi|toujours|actuellement|also|still|urgently))?"
)
_SEEKING = re.compile(rf"{GREETED}{_SEEKS} ?(?:{_SOMEONE}|{A_THING})")
_HAS = re.compile(
    rf"{GREETED}(?:est-ce que |est-ce qu'|y a-t-il |y aurait-il |il y a |ya |is there )?"
    r"(?:parmi vous )?(?:quelqu'un|une personne|quelqu'une|anyone|anybody|someone|somebody"
    r"|does (?:any|some)"
    r"(?:one|body)|has any(?:one|body)(?: got)?|could (?:any|some)(?:one|body)|can (?:any"
    r"|some)(?:one|body)"
    r"|would (?:any|some)(?:one|body)|qui(?= aurait\b))"
    r"(?: (?:ici|parmi vous|chez vous|dans le coin|here|around|in the area))*,? "
    rf"(?:(?:qui )?(?:a|aurait|possede|dispose|peut preter|pourrait preter|has|have|got|with"
    r"|lend (?:me|us))(?: (?:us|me|un jour|chez lui))? (?:de |d')?"
    rf"{A_THING}"
    r"|(?:qui |pour |who |to )?(?:(?:peut|pourrait|puisse|veut bien|voudrait|saurait|could|can"
    r"|would|able to|"
    r"willing to|be able to|please) )?(?:me |nous |m'|n'|us |me )?"
    r"(?:donner un coup|preter|relire|traduire|aider|animer|reparer|garder|accompagner|depanner"
    r"|venir"
    r"|transporter|conduire|filmer|photographier|corriger|former|lend|help|proofread|translate"
    r"|repair|fix\b"
    r"|drive|facilitate|review|give (?:me|us) a hand|teach|film|cook|host)(?! (?:comprendre"
    r"|savoir))"
    r"|(?:qui |who )?(?:sait|saurait|knows how to|can) (?!comment|quand|ou |quel|qui |si |ce "
    r"|pourquoi)\w+er\b"
    r"|(?:de )?(?:disponible|dispo|available|free)\b)"
)
_LENDS = re.compile(
    rf"{GREETED}(?:qui|quelqu'un|who|someone|anyone) (?:peut|pourrait|can|could) (?:me |nous |m')?"
    r"(?:preter|lend)(?! main)"
)
_DEEDS = (
    r"(?:tenir|porter|demenager|monter un|installer|relire|traduire|ranger|nettoyer|construire"
    r"|reparer|servir|cuisiner|garder|transporter|charger|peindre|planter|animer|distribuer|coller"
    r"|tracter|decorer|couper|preparer la salle|move|carry|set up|run the|hold|staff|build|paint"
    r"|plant|cook|clean|fix|repair|translate|proofread)"
)
_WHO_HELPS = re.compile(
    rf"{GREETED}(?:qui|who) (?:peut|pourrait|veut bien|voudrait|can|could|would) "
    r"(?:(?:m'|me |nous |venir )+(?:aider|accompagner|depanner|donner un coup de main)"
    r"|help (?:me|us)"
    rf"|give (?:me|us) a hand) (?:(?:a|pour|to|with) )?{_DEEDS}\b"
)
_WHEN = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|tomorrow)"
)
_NAMED_ALONE = re.compile(
    rf"{GREETED}{A_THING}(?: \w+){{0,2}} (?:(?:pour|for) {NUMBER}(?: (?:personnes?|places?|pers"
    rf"|people|participant\w*))?\b.{{0,60}}|(?:pour |for |on |le )?{_WHEN}\b.{{0,40}})$"
)
"""A thing with a number of people or a day, and no verb: "salle pour 15 personnes jeudi"."""

_SAYS = re.compile(r"\?|\b(?:est|sera|etait|sont|a lieu|c'est|reserve\w*|is|was|will|are)\b")
_ASKS_BASE = re.compile(
    r"^[\W_]*(?:comment|pourquoi|quand|combien|quel(?:le)?s?|ou |qu'est-ce|c'est quoi|que |what"
    r"|how|why"
    r"|when|where|which)\b"
    r"|\bcomment (?:faire|on fait|je fais)\b"
    r"|\best-ce (?:votre|que vous)\b|\b(?:a qui (?:parler|m'adresser|ecrire|demander)|de l'equipe"
    r"|of the team|from the team"
    r"|(?:me |m'|nous )(?:dire|expliquer|indiquer|renseigner|repondre)|tell (?:me|us)|explain"
    r"|(?:sait|know|knows) (?:si|comment|quand|ou|quel\w*|pourquoi|qui|ce que|how (?!to)|when"
    r"|where|what"
    r"|if|whether|why|who)"
    r"|(?:comprendre|understand) (?:comment|ce|le|la|les|how|what|the)"
    r"|(?:aider?|aide|help)(?: me| us)? (?:a |pour |to |with )?(?:(?:m'|me |s')?(?:inscrire"
    r"|connecter)"
    r"|comprendre|savoir|devenir|adherer|utiliser|trouver (?:la|le|l'|une info|ou|des info)"
    r"|understand"
    r"|sign up|register|log in|find out|use (?:the|this) bot))"
)


def asks_for_ally(sentence: str) -> bool:
    """Whether a plain sentence asks for help with something, or for a thing to borrow."""
    if len(sentence) > NEED_MOST:
        return False
    said = flat(" ".join(spelled(sentence).split()))
    if _ASKS_BASE.search(said):
        return False
    asks = any(one.match(said) for one in (_SEEKING, _HAS, _LENDS, _WHO_HELPS))
    named = _NAMED_ALONE.match(said) is not None and not _SAYS.search(said)
    return (asks or named) and bool(telling(subject_of(spelled(sentence))))
