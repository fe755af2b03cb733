"""Where an event is, as an announcement says it: a known place, or one that a word leads to.

Must not know the places and the communes: they are given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from domain.numbers import TAKEN, blank
from domain.people import flat, fold
from domain.venues import Venue, venue_in, without_article

PLACE_MOST = 200
BEFORE = 30
"""Characters before a place that may hold the word it goes with."""


Span = tuple[int, int, int]
"""From the word that leads to a place, its own beginning and end."""

PLACE_NOUN = (
    r"(?:salle|maison|place|parc|jardins?|mediatheque|bibliotheque|cafe|bar|cinema|theatre"
    r"|mairie|ecole"
    r"|gymnase|square|ferme|librairie|centre|espace|atelier de|local|epicerie|auberge"
    r"|halles?|eglise"
    r"|musee|tiers-lieu|parking|mjc|amicale|foyer|rue|avenue|boulevard|quai|cours|chapelle|friche|village"
    r"|town hall|library|church|community (?:centre|center|hall|room))"
)
_SIGN = re.compile(
    r"(?:(?<![\w.+-])@ ?(?![\w.-]+:\w)|📍 ?|\b(?:lieu|ou|adresse|place|where|venue) ?: ?)"
    r"(?P<where>[^;\0]+)"
    rf"|\b(?:depart|rdv|rendez-vous)\b ?:? ?(?:(?:devant|au|a|sur|du|de) )?(?:la |le |les |l')?"
    rf"(?P<from>(?:parking|gare|entree|sortie|arret|{PLACE_NOUN})\b[^,;.!\0()]*)"
)
_IDIOM = (
    r"(?:(?:profit|benefice|nom|lieu|sujet|sein|titre|service|secours|soutien|son|rythme|cours|moyen"
    r"|regard|programme|menu|detriment|occasion|initiative|attention|intention|demande|suite|memoire"
    r"|faveur|disposition|aide|issue|appui|honneur|instar|invitation|appel|rencontre|decouverte"
    r"|recherche|partir|destination|cause|propos|compter|raison|cadre|limite|mesure|continuite|but"
    r"|esprit|theme|thematique|question|aid|support|partnership|memory|honou?r|collaboration|case"
    r"|request|framework|benefit|partenariat|presence|lien|hommage|heure|veille|approche)"
    r" ?(?:d'|(?:de|du|des|of|with|a|to)\b|\0)"
    r"|(?:cote|proximite) (?:de|du|des|d')|(?:profit|least|person|tous|toutes|tout|travers|volonte"
    r"|emporter|bonne humeur|joie|bonne franquette|enfants|adultes|familles|debutant\w*|habitant\w*"
    r"|personnes|adherent\w*|jeunes|morning|afternoon|evening|english|french|francais|anglais"
    r"|famille|musique|distance)\b)"
)
"""After "à", "au", "dans le": what leads to no place, "au profit de", "à l'initiative de"."""

_PREPOSED = re.compile(
    r"(?P<lead>\b(?<!face )(?:(?:a l'|dans l'|devant l') ?|(?:a la|au|aux|chez|dans la|dans le|en"
    r"|at the|at|in the|in|a|sur la|sur le|devant la|devant le|rdv|rendez-vous"
    rf"|o(?= {PLACE_NOUN}\b)) ))(?P<where>(?!(?:la |le |l'|the )?{_IDIOM})[^,;.!\0()]+)"
)
_BESIDE = re.compile(
    r"[\0,;(] ?(?P<where>(?:a cote|a proximite|pres|en face|face|derriere|sous|au pied|au bord"
    r"|au bout|en bas|en haut|au fond|au coin|au sous-sol|au rez-de-chaussee"
    r"|[0-9](?:er|e|eme) etage|next to|behind|opposite|near)"
    r" (?:of |de |du |des |a |au |aux )?(?:the |la |le |l'|les )?"
    rf"(?:{PLACE_NOUN}|gare|stade|lac|riviere|pont|fontaine|kiosque|chapiteau|preau|station|church)"
    r"\b[^,;.!\0()]*)"
)
_TAKES_TO = re.compile(
    r"\b(?:soutien|hommage|aides?|initiation|introduction|appel|retour|reponse|merci|ode|invitation"
    r"|preparation|opposition|dons?|participation|acces|adieux?|lettres?|droits?|contribution"
    r"|sensibilisation|grace|quant|rapport|recours|dedie\w*|destine\w*|consacre\w*|reserve\w*"
    r"|oppose\w*|liee?s?|ouverte?s?) $"
)
"""Before "à": a word that goes with it, so that what follows need not be where one goes."""

_WITH = re.compile(
    r"\b(?:avec|par|with|by|pour|for|profit de|benefice de|profit du|benefice du|d'apres)"
    r"(?: la| le| les| l'|l')? ?$"
)
"""Before a known name: it takes part in the event, which need not be there."""

_ADDRESS = re.compile(
    r"\s*[,(]\s*(?P<more>(?:[0-9]{1,4}(?: ?bis| ?ter)?,? )?"
    r"(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|allee|chemin|impasse|route|street|road)\b"
    r"[^,;.!\0)]*|[0-9]{5}\b[^,;.!\0)]*)"
)
_COMMA = re.compile(r"\s*,\s*(?P<more>[^,;.!\0]{2,40})")
_KIND = re.compile(rf"(?:[0-9]{{1,4}}(?: bis| ter)?,? )?(?:la |le |les |l')?{PLACE_NOUN}\b")
_ALONE = re.compile(
    r"(?:^|[\0,;.!()]|(?<!\w)[–—-](?!\w))\s*"
    r"(?P<where>(?!(?:bars?|cafes?|cours|parkings?|local)\b(?:\s*(?:$|[,;.!)])| (?:et|ou|sur place"
    r"|gratuit|offert|possible|ouvert|collectif)))"
    rf"{_KIND.pattern}[^,;.!\0()]*)"
)


def place_in(
    text: str, venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> tuple[str, tuple[str, ...], str]:
    """The one place that is said, or several that could be, and the text without them."""
    found = list(_candidates(text, venues, is_place))
    distinct = list(dict.fromkeys(fold(text[a:b]) for _, a, b in found))
    if not found:
        return _online(text)
    wheres = tuple(dict.fromkeys(_tidy(text[a:b], lead=text[start:a]) for start, a, b in found))
    for start, _, end in found:
        text = blank(text, start, end)
    if len(distinct) > 1:
        return "", wheres, text
    venue = venue_in(wheres[0], venues)
    same = venue is not None and fold(without_article(wheres[0])) == fold(
        without_article(venue.name)
    )
    return venue.name if venue and same else wheres[0][:PLACE_MOST], (), text


_ONLINE = re.compile(
    r"\b(?:(?P<french>en ligne|(?:en |par |sur )?visio\w*|webinaire|par zoom|sur zoom)"
    r"|online|webinar|on zoom|via zoom)\b"
)


_ONLINE_ALONE = re.compile(rf"(?:[\0,;(] ?)(?P<words>{_ONLINE.pattern})(?= ?(?:$|[\0,;.)]))")


def _online(text: str) -> tuple[str, tuple[str, ...], str]:
    """What has no place but the web; the words stay where they belong to the title."""
    said = flat(text)
    match = _ONLINE.search(said)
    if match is None:
        return "", (), text
    for one in _ONLINE_ALONE.finditer(said):
        text = blank(text, one.start("words"), one.end())
    return "En ligne" if match["french"] else "Online", (), text


def _candidates(
    text: str, venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> Iterator[tuple[int, int, int]]:
    """Where a place is named: the span to take out, from the word that leads to it, and its own."""
    said = flat(text)
    doubtful = list[Span]()
    for reader in (_signed, _of_venues, _led, _beside, _standing_alone, _named_alone):
        spans = list(reader(text, said, venues, is_place))
        if reader is _of_venues:
            doubtful = [one for one in spans if _takes_part(said, one)]
            spans = [one for one in spans if one not in doubtful]
        if reader is _led and spans:
            spans = _whole_phrase(text, said, spans, is_place)
        if spans:
            yield from (_with_address(said, span, is_place) for span in spans)
            return
    yield from (_with_address(said, span, is_place) for span in doubtful)


def _takes_part(said: str, span: Span) -> bool:
    """Whether words name somewhere for another reason than that people meet there."""
    before = said[max(0, span[0] - BEFORE) : span[0]]
    return (_TAKES_TO.search(before) or _WITH.search(before)) is not None


def _goes_with(said: str, start: int) -> bool:
    """Whether the word before "à" takes it."""
    return _TAKES_TO.search(said[max(0, start - BEFORE) : start]) is not None


def _whole_phrase(
    text: str, said: str, spans: list[Span], is_place: Callable[[str], bool]
) -> list[Span]:
    """The hall in a town, where only the town was led to; and the hall that is named later, where a
    kind of place is a word of the title: "fête à la ferme, samedi à 14h, place du village"; or
    where what is led to is none that is known: "à 20h à deux voix, salle des fêtes".
    """
    alone = list(_standing_alone(text, said, (), is_place))
    if not alone:
        return spans
    start, where, end = spans[0]
    holds = alone[0][1] < start < alone[0][2]
    in_title = TAKEN not in said[:start] and TAKEN in said[start : alone[0][1]]
    word = text[where].islower() and _KIND.match(said, alone[0][1])
    vague = not _KIND.match(said, where) and not is_place(said[where:end].strip())
    beside = _ADDRESS.match(said, end)
    return alone if holds or (word and (in_title or (vague and not beside))) else spans


_BETWEEN = r"[\W_]+"


def _signed(
    _text: str, said: str, _venues: tuple[Venue, ...], _is_place: Callable[[str], bool]
) -> Iterator[Span]:
    for one in _SIGN.finditer(said):
        name = "where" if one["where"] else "from"
        if re.search(r"[a-z]{2}", one[name]):
            yield one.start(), one.start(name), one.end(name)


def _of_venues(
    _text: str, said: str, venues: tuple[Venue, ...], _is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """Known places by name; where several are named, those that a word of place leads to."""
    found = dict[int, tuple[bool, Span]]()
    for called, venue in sorted(_names(venues), key=lambda pair: -len(pair[0])):
        for one in re.finditer(rf"(?<!\w){_VENUE_LEAD}(?P<name>{called})(?!\w)", said):
            span = (one.start(), one.start("name"), one.end("name"))
            found.setdefault(venue, (bool(one["lead"]), span))
            said = blank(said, *one.span())
    led = [span for lead, span in found.values() if lead]
    yield from led or [span for _, span in found.values()]


_VENUE_LEAD = (
    r"(?P<lead>a la |a l'|au |aux |a |chez |dans |at the |at |in |@ ?)?(?:la |le |les |l')?"
)


def _names(venues: tuple[Venue, ...]) -> Iterator[tuple[str, int]]:
    """Patterns of all names, without the article that "au" takes in."""
    for venue in venues:
        for name in (venue.name, *venue.aliases):
            words = re.findall(r"\w+", flat(without_article(name)))
            if words:
                yield _BETWEEN.join(map(re.escape, words)), venue.id


def _led(
    text: str, said: str, _venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """After "à la", "au", "chez": a name with a capital, a kind of place, a commune; and whatever
    follows the hour at once.
    """
    fallback = None
    for one in _PREPOSED.finditer(said):
        where, start = one["where"].strip(), one.start("where")
        letters = text[start : one.end("where")].lstrip()
        if not re.search(r"[a-z]{2}", where) or _ONLINE.match(said, one.start()):
            continue
        if _goes_with(said, one.start()):
            continue
        lead = one["lead"].strip()
        named = letters[:1].isupper() and lead not in ("en", "a", "in", "at") and one.start() > 0
        follows = TAKEN in said[max(0, one.start() - 2) : one.start()]
        if follows and lead != "en":
            yield one.start(), start, one.end("where")
            return
        if named or re.match(PLACE_NOUN, where) or is_place(where):
            fallback = fallback or (one.start(), start, one.end("where"))
    if fallback:
        yield fallback


def _beside(
    _text: str, said: str, _venues: tuple[Venue, ...], _is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """Next to what everybody knows: "en face de la mairie", "sous la halle"."""
    for one in _BESIDE.finditer(said):
        if TAKEN in said[: one.start("where")]:
            yield one.start("where"), one.start("where"), one.end("where")
            return


def _named_alone(
    text: str, said: str, _venues: tuple[Venue, ...], _is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """A name between commas after the hour, where the title names a place that need not be it:
    "concert de soutien à l'épicerie, samedi à 20h, Roue Libre".
    """
    if not any(_goes_with(said, one.start()) for one in _TO.finditer(said)):
        return
    names = [one.span("where") for one in _NAME_ALONE.finditer(text)]
    names = [(start, end) for start, end in names if TAKEN in said[:start]]
    if len(names) == 1:
        yield names[0][0], *names[0]


_TO = re.compile(r"\b(?:a la |a l'|au |aux )")
_NAME = r"[A-ZÀ-Ý][\w'’-]+"
_NAME_ALONE = re.compile(
    rf"[\0,;] *(?P<where>{_NAME}(?: (?:(?:de|du|des|la|le|les) |[ld]['’])*{_NAME}){{0,3}})"
    r" *(?=$|[,;.!\0])"
)


def _standing_alone(
    text: str, said: str, _venues: tuple[Venue, ...], is_place: Callable[[str], bool]
) -> Iterator[Span]:
    """A phrase of its own that is a kind of place or a commune, after the title."""
    for one in _ALONE.finditer(said):
        if re.search(r"\w", said[: one.start()]) or TAKEN in said[: one.start("where")]:
            yield one.start("where"), one.start("where"), one.end("where")
            return
    for one in re.finditer(r"(?<=[\0,;])\s*(?P<where>[a-z][^,;.!\0]{1,40})", said):
        if is_place(text[one.start("where") : one.end("where")].strip()):
            yield one.start("where"), one.start("where"), one.end("where")
            return


_HALL = re.compile(r"(?:salle|maison|mairie|foyer|gymnase|mediatheque|bibliotheque|mjc)\b")
"""What is told after the town that it is in."""

_ASIDE = re.compile(r"\s(?:pour|avec|for|with)\s")
"""What follows a place and does not belong to it."""


def _with_address(said: str, span: Span, is_place: Callable[[str], bool]) -> Span:
    """The same, with the street and the commune that follow it."""
    start, where, end = span
    if aside := _ASIDE.search(said, where, end):
        end = aside.start()
    town = is_place(said[where:end].strip())
    for _ in range(3):
        more = _ADDRESS.match(said, end)
        if more is None:
            more = _COMMA.match(said, end)
            if more is None or not (is_place(more["more"].strip()) or (town and _is_hall(more))):
                break
        end = more.end()
    before = None if start != where else _TOWN_BEFORE.search(said[:start])
    if before and is_place(re.sub(r"^[0-9]{5} ", "", before["town"].strip())):
        start = where = before.start("town")
    if "(" in said[where:end] and said[end : end + 1] == ")":
        end += 1
    return start, where, end


def _is_hall(more: re.Match[str]) -> bool:
    """Whether a kind of building follows the town that it is in."""
    return _HALL.match(more["more"]) is not None


_TOWN_BEFORE = re.compile(r"\0[\s,;(]*(?P<town>[^,;.!\0()]{2,40})[,(] *$")


def _tidy(where: str, *, lead: str) -> str:
    """A place as it is called, with the article that "au" and "à l’" have taken in."""
    where = re.sub(
        r"\s+(?:le|la|les|du|de|à|au|et|pour|the|on|at|from)$", "", where.strip(" ,:-–—(\0")
    )
    if where[:1].isupper() and not re.match(PLACE_NOUN + r"\b", flat(where)):
        where = _ARTICLES.get(flat(lead).strip(), "") + where
    return where[:1].upper() + where[1:] if where else ""


_ARTICLES = {"au": "Le ", "aux": "Les ", "a la": "La ", "a l'": "L’"}

_AROUND = (
    r"(?:cote|distance|domicile|definir|preciser|confirmer|determiner|droite|gauche|angle|arret"
    r"|arriere|entree|exterieur|interieur|etage|bord|bout|coin|croisement|dessus|dessous|fond|milieu"
    r"|niveau|pied|sommet|nord|sud|home|least)\b"
)
"""What stands after a word that leads to a place, and is none by itself."""

_ANSWERED = re.compile(
    r"(?P<lead>(?:a la|aux?|at the|at|in the|dans l[ae]) |(?:a|dans) l'|a (?!l[ae]\b|l'|[0-9]))"
    rf"(?P<where>(?!{_AROUND})\w.*)"
)


def place_answered(line: str) -> str:
    """A place as an answer names it, without the word that leads to it."""
    match = _ANSWERED.match(flat(line))
    return _tidy(line[match.start("where") :], lead=match["lead"]) if match else line
