"""The words with which people ask what happens, in French and English, without accents.

Must not know days, nor what the agenda holds.
"""

from __future__ import annotations

import re

_THING = (
    r"(?:evenements?|sorties?|rendez-vous|rdv|spectacles?|animations?|activites?|concerts?"
    r"|expos?(?:itions?)?|ateliers?|cine(?:ma)?s?|films?|fetes?|marches?|festivals?|balades?"
    r"|randos?|visites?|jeux|conferences?|debats?|theatre|danse|bals?|brocantes?"
    r"|vide-greniers?|chantiers?|events?|gigs?|shows?|exhibitions?|workshops?|parties|outings?"
    r"|talks?|movies?|things? to do)"
)
_QUOI = (
    r"(?:il )?y ?'?a ?(?:-t-il )?quoi\b|\bquoi de (?:prevu|beau|bien|sympa)"
    r"|\bqu'?est[- ]?ce qu(?:'| )(?:il (?:y a|se passe)|on (?:peut faire|fait)|y a)"
    r"|\bqu'?est[- ]?ce qui se passe|\bque se passe[- ]t[- ]il|\bil se passe quoi"
    r"|\bqu'y a[- ]t[- ]il"
    r"|\b(?:que|quoi) faire\b|\bon (?:fait|peut faire) quoi\b|\bc'est quoi le programme"
    r"|\bquel est le programme|\bwhat(?:'s| is) (?:on|happening|going on)\b"
    r"|\bwhat(?:'s| is) there(?: to do)?\b|\bwhat (?:can|could) (?:i|we|you|one) do\b"
    r"|\banything (?:on|happening|to do|for|free|cheap|good|nice)\b|\bwhat (?:is|are) the events?\b"
)
_ANY = (
    rf"\bquel(?:le)?s?\b(?: sont les| est le| est la)? {_THING}"
    rf"|\bc'est quoi (?:les? |la |l')?{_THING}"
    r"|\b(?:est[- ]ce qu'il )?(?:il )?y ?'?(?:a|aura)(?:[- ]t[- ]il)?"
    r" (?:un|une|des|quelque chose|d'autres|de)\b"
    rf"|\b(?:any|some|which|what|are there|is there)\b.*\b{_THING}"
    rf"|^(?:des|un|une|quelques) (?:\w+ ){{0,2}}{_THING}.*\?"
)
OPEN = re.compile(_QUOI)
"""Asks for anything at all."""

NAMING = re.compile(_ANY)
"""Asks for a kind of thing."""

ALONE = re.compile(
    r"(?:what(?:'s| is) on|(?:il )?y ?'?a ?quoi(?: de prevu| a faire)?|quoi de prevu)\W*"
)
"""Asks without a day and without anything else."""

SOMEWHERE = re.compile(
    r"(?:il )?y ?['’]?a ?quoi(?: de (?:prévu|beau|bien|sympa)| à faire)? "
    r"(?:à|a|au|vers|chez|près de|pres de|autour de|du côté de)"
    r" (?:(?:la|le|les) )?(?:(?-i:[A-ZÀ-Ý])|(?!\w+(?:er|ir|re|oir)\b)[\w-]+\W*$)"
    r"|what(?:['’]s| is) (?:on|happening|going on) (?:in|at|near|around) (?-i:[A-Z])",
    re.I,
)
"""Asks by a place alone, written as people write it: "y a quoi à Firminy"."""

ANYTHING = re.compile(
    r"\b(?:trucs?|quelque chose|quoi que ce soit|plans?|bons? plans?|something|anything)\b"
)
"""Asks for whatever there is."""

_HELLO = r"(?:(?:bonjour|bonsoir|salut|coucou|hello|hi)\W+)?"
_SEEK = (
    r"(?:(?:je|on|nous) (?:re)?cherch(?:e|ons)"
    r"|(?:(?:i'm|i am|we're|we are) )?(?:looking|searching) for)"
)
SEEK = re.compile(rf"^{_HELLO}{_SEEK}\b")
SOUGHT = re.compile(
    rf"^{_HELLO}{_SEEK} (?:(?:un|une|des|quelques|some|an?) (?:\w+ )?"
    rf"(?:{_THING}|trucs?|idees?|plans?)|quelque chose|something|anything)\b"
)
"""Seeks a kind of thing, or anything at all, and no person."""

SOMETHING = re.compile(
    rf"^{_HELLO}(?:(?:vous avez|tu as|t'as|avez-vous|as-tu|(?:do )?you have|got) )?"
    r"(?:(?:un|une|des|quelques|some|an?) (?:petits? |bons? |good )?(?:trucs?|idees?|plans?|ideas?)"
    r"|quelque chose|something|anything)\b"
)
"""Begins with whatever there is."""

ITS_DAYS = re.compile(
    rf"^{_HELLO}(?:(?:je (?:veux|voudrais|peux)|j'aimerais|(?:est-ce que )?je peux|puis-je"
    r"|(?:tu peux|peux-tu|pouvez-vous|vous pouvez)|c'est quoi|quel est|i want|i(?:'d| would) like"
    r"|(?:can|could) (?:i|you)|what(?:'s| is)) )?(?:to )?"
    r"(?:(?:me |m'|nous )?(?:montr\w+|donn\w+|envo[iy]\w+|affich\w+|voir|avoir|lire|consulter"
    r"|regarder|show|give|send|see|get|read|view)(?:[- ](?:moi|nous|me|us))? )?"
    r"(?:l'|le |the |votre |ton |your |next week's |this week's )?(?:agenda|programme)\b"
)
"""Begins with the agenda itself, to be shown."""

OF_THE_WEEK = re.compile(
    r"\b(?:de (?:la|cette) semaine|of the week|this week's)(?! prochaine| qui)"
)
"""And it is this week's."""

WHAT_IS = re.compile(r"\bc'est quoi\b")
"""Asks what something is, unless a day is told."""

WHAT_WAS = re.compile(
    r"(?:il )?y (?:avait|a eu) quoi\b|(?:il )?s'est passe quoi\b|qu'y avait-il\b|c'etait quoi\b"
    r"|qu'?est[- ]?ce qu'(?:il y avait|il y a eu|y avait|on pouvait faire)"
    r"|qu'?est[- ]?ce qui s'est passe|what (?:was (?:on|there|happening|going on)|happened)\b"
)
"""Asks what happened; what the agenda tells lies ahead."""

STATES = re.compile(r"\b(?:est|etait|sera|seront|sont|is|are|was|will)\b")
"""Says something rather than asks for it."""

THINGS = re.compile(rf"\b{_THING}\b")
"""What happens, by its kind."""

ELSEWHERE = re.compile(
    r"\b(?:permanences?|reunions?|initiations?|comap|assemblee|heures?|soldes?|releve|visio"
    r"|inscri\w+|adherer?|adhesion|charte|lettre|newsletter|subventions?|financements?"
    r"|quelqu'une?|quelqu'un|personnes?|benevoles?|aider?|m'aide|pourquoi|comment|combien|qui peut"
    r"|besoin|cherche\w*|preter?|si je|si on|si l'on|hier|derniere?|passee?s?|organis\w+|propos\w+"
    r"|someone|somebody|anyone|anybody|volunteers?|help|why|how|need|lend|meetings?|charter"
    r"|letter|yesterday|last|funding|grants?|balance|hours?|join|allie\w*|ally|allies|bot|robot"
    r"|afin de|nouveau|neuf|document\w*|fiches?)\b"
)
"""What others hear: meetings of the alliance, help, how and why, what is behind us."""

FREE = re.compile(
    r"\b(?:gratuit(?:e|es|s|ement)?|entree libre|sans payer|free(?: of charge)?|no charge)\b"
)
CHEAP = re.compile(
    r"\b(?:(?:vraiment |pas |peu )(?:trop |tres )?cher(?:e|es|s)?|petits? prix|bon marche"
    r"|abordables?|prix libre|cheap|inexpensive|affordable|not (?:too )?expensive)\b"
)
_CHILD = (
    r"(?:petite?s?[- ]?)?(?:enfants?|filles?|fils|garcons?|ados?|adolescente?s?|bebes?|gamine?s?"
    r"|gosses?|minots?|neveux?|nieces?|kids?|child|children|daughters?|teens?|teenagers?|bab(?:y|ies)"
    r"|grand(?:children|daughters?|sons?)|toddlers?|boys?|girls?|my sons?)"
)
FAMILIES = re.compile(
    rf"\b(?:{_CHILD}|en famille|familles?|famil(?:ial|iale|iaux|iales)|tout[- ]petits"
    r"|(?:les|mes|nos) petit(?:e?s)\b(?! (?:prix|dejeuner))|jeune public|family|families)\b"
)
PARTS = {
    "evening": re.compile(r"\b(?:soir|soiree|evening|tonight|night)\b"),
    "afternoon": re.compile(r"\b(?:apres[ -]midi|aprem|afternoon)\b"),
    "morning": re.compile(r"\b(?:matin|matinee|morning)\b"),
}

_WEEKEND = r"week[- ]?ends?"
NEXT_WEEKEND = re.compile(rf"\b(?:le |au )?{_WEEKEND} prochain\b|\bnext {_WEEKEND}\b")
WEEKEND = re.compile(rf"\b(?:ce |le |au |this |the |on the |at the )?{_WEEKEND}\b")
NEXT_WEEK = re.compile(
    r"\b(?:la )?(?:semaine prochaine|prochaine semaine|semaine qui vient)\b|\bnext week(?:'s)?\b"
)
WEEK = re.compile(r"\b(?:cette|de la|dans la) semaine(?:-ci)?\b|\b(?:this|the) week\b")
MONTH = re.compile(r"\bce mois(?:-ci)?\b|\bthis month\b")
NOW_ON = re.compile(
    r"\ben ce moment\b|\bactuellement\b|\bces jours-ci\b|\b(?:right )?now\b|\bcurrently\b"
    r"|\bat the moment\b|\bthese days\b"
)
UPCOMING = re.compile(
    r"(?<!jours )\ba venir\b|\bprochainement\b|\bbientot\b|\bupcoming\b|\bcoming (?:up|soon)\b"
)
MONTHS = {
    word: number
    for words in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
    for number, word in enumerate(words.split(), 1)
}
_OF_MONTH = r"(?:en|in|courant|(?:au |du |le |pour le )?mois d[e'])"
NAMED_MONTH = re.compile(
    rf"(?:{_OF_MONTH} ?|^\W*)(?P<sure>{'|'.join(MONTHS)})\b(?: (?P<year>20[0-9]{{2}}))?"
    rf"|\b(?P<month>{'|'.join(one for one in MONTHS if one not in ('mars', 'may', 'march'))})\b"
    r"(?: (?P<year_too>20[0-9]{2}))?"
)
"""A month; what is also a verb or a planet only where nothing else can be meant."""

AGE = re.compile(
    rf"\b(?:{_CHILD}(?: de| aged?| of| who is)? )?"
    r"(?:de )?(?P<age>1?[0-9])(?: ?ans?|[ -]years?[ -]olds?| ?yo)\b"
)
AGES = re.compile(
    r"(?:des|a partir de|plus de|\+ ?de|from|over) (?:l'age de )?(?P<least>[0-9]{1,2})"
    r" (?:ans|years)"
    r"|(?P<first>[0-9]{1,2}) ?(?:-|a|/|to) ?(?P<last>[0-9]{1,2}) (?:ans|years)"
)
"""For which ages an event says that it is."""

WHEELS = re.compile(
    r"\bfauteuils?\b|\bmobilite reduite\b|\bhandicap\w*|\bdisabled\b|\bpoussettes?\b"
)
ACCESS = re.compile(
    r"\b(?:(?:en |in a )?fauteuils?(?: roulants?)?|wheelchairs?|accessibles?|pmr|handicap\w*"
    r"|mobilite reduite|disabled|poussettes?|(?:de )?plain[- ]pied|step[- ]free|lsf|bsl|asl|falc"
    r"|langue des signes|sign language|boucle magnetique|hearing loop|audio[- ]?descri\w+|braille"
    r"|personnes|aux)\b"
)
"""Words that say how one comes, to be read as such and not as a place."""

LESS_THAN = re.compile(
    r"\b(?:(?:a )?moins de|max(?:imum)?|jusqu'a|au plus|under|less than|up to|below) "
    r"(?:de )?(?:€ ?)?(?P<most>[0-9]{1,3}) ?(?:€|euros?\b|balles\b|e\b)?"
    r"|\b(?P<at_most>[0-9]{1,3}) ?(?:€|euros?) (?:max(?:imum)?|au plus|or less)\b"
)
KIND_BEFORE_DAY = re.compile(
    r"(?:bonjour |salut |des |les |quelques |idees? (?:de )?)*(?:sortie|[a-z-]+s)\b"
)
"""Asks by its kind alone, in the plural: "sorties enfants dimanche"."""

HOUR_SAID = re.compile(r"\d ?(?:h|:)\d?|\d ?[ap]m\b")

TELEPHONE = {
    r"\by?a? ?t ?il koi\b": "y a quoi",
    r"\b(?:y ?a ?k(?:oi|wa)|il ya koi|ya kwa)\b": "y a quoi",
    r"\bk(?:oi|wa)\b": "quoi",
    r"\b2 ?main\b": "demain",
    r"\b(?:ojd|ajd|auj)\b": "aujourd'hui",
    r"\b(ce|le|this) we\b": r"\1 week-end",
    r"\bc koi\b": "c'est quoi",
}
"""How people write on a telephone."""

SMALL = frozenset(
    "a ai as au aux autour avait avec beau bien bon bonjour bonsoir c ca ce ces cet cette chez "
    "chouette coin d dans de des donc du elle en encore est et etait etre eu faire fait faut fera "
    "hello hey il ils interessant j je l la le les libre libres lieu ma me mes moi mon n ne nos "
    "notre nous on ou par pas passe peu peut peux plus pour pres prevu prevue prevues prevus prix "
    "programme proche qu que quel quelle quelles quels quelque chose qui quoi rien s sa salut se "
    "ses si sinon son sont sortie sorties sortir sur svp sympa t te toi ton tous tout toute trop "
    "un une va moins vers vite venir voir vous y ya aura aurait agenda evenement evenements "
    "rendez rdv spectacle animation animations activite activites truc trucs idee idees jour "
    "jours semaine mois euro euros cher chers merci plait stp ici "
    "about an and any anything are around at be by can could do does for from going good great "
    "happening have hi i in is it its like me my near new nice of on one our out please see some "
    "something stuff take thanks that the there these thing things this those to today up "
    "upcoming coming us was we what where which who will with would you your event events outing "
    "outings want go interesting fun free kid kids also happen happens".split()
)
"""Words that say nothing of what is looked for."""
