"""The section that somebody names in front of what they propose: "podcast : …"."""

from __future__ import annotations

import re

from domain.letter import Section, clean
from domain.people import fold

_NAMED: dict[str, Section] = {
    word: section
    for section, words in {
        Section.INITIATIVE: "initiative,initiatives,nouvelle,nouvelles,news,actu",
        Section.CALL: "appel,appels,appel a projets,call,calls,open call",
        Section.CHANTIER: "chantier,chantiers,atelier,ateliers,worksite,workshop,working party",
        Section.EXPERIENCE: (
            "experience,experiences,retour d'experience,retours d'experience,retour,temoignage,"
            "lesson,lessons,lessons learnt,lessons learned,story"
        ),
        Section.RESOURCE: "ressource,ressources,resource,resources,a lire,lecture,to read",
        Section.CAMPAIGN: (
            "campagne,campagnes,financement participatif,cagnotte,collecte,campaign,campaigns,"
            "crowdfunding,fundraiser,coup de pouce"
        ),
        Section.FIGURES: "chiffre,chiffres,le chiffre,figure,figures,number,numbers",
        Section.PODCAST: "podcast,podcasts,episode,emission,a ecouter,to listen",
        Section.MEETING: (
            "rencontre,rencontres,prochaine rencontre,prochaines rencontres,meeting,meetings,"
            "next meeting,next meetings"
        ),
    }.items()
    for word in words.split(",")
}

_BEFORE = re.compile(r"(?P<name>[^:\n]{3,40}?)\s*:(?!//)\s*(?P<rest>.+)", re.S)


def section_named(text: str) -> Section | None:
    """The section that a few words name, and nothing but they."""
    said = fold(text.replace("\u2019", "'")).strip()
    return _NAMED.get(_ARTICLE.sub("", said), _NAMED.get(said))


_ARTICLE = re.compile(r"^(?:une?|la|le|an?|the|some) ")


_ONLY_NEWS = (
    Section.INITIATIVE,
    Section.EXPERIENCE,
    Section.CAMPAIGN,
    Section.FIGURES,
    Section.PODCAST,
)
"""Sections whose name, in front of a text, says that it is for the letter and no event."""


_FUNDRAISER = re.compile(
    r"(?:(?:une |la |notre |a |the |our )?(?:campagne de )?(?:financement participatif|cagnotte)"
    r"|(?:a |the |our )?(?:crowdfunding|crowdfunder|fundraiser|fundraising)(?: campaign)?)"
    r" (?:pour|en faveur|en soutien|afin|de|du|des|for|to|in support|of)\b"
)
_HOUR = re.compile(r"\b\d{1,2} ?(?:h|heures?|:\d{2}|am|pm)(?![a-z])")
"""A campaign has days; what has an hour is an evening about it."""


def is_item(text: str) -> bool:
    """Whether the words in front of a text say that it is for the letter."""
    match = _BEFORE.fullmatch(text.strip())
    named = match is not None and section_named(match["name"]) in _ONLY_NEWS
    return named or _is_fundraiser(text)


def _is_fundraiser(text: str) -> bool:
    """Whether a text begins by saying that it gathers money for something."""
    said = fold(text.replace("\u2019", "'")).strip()
    return _FUNDRAISER.match(said) is not None and _HOUR.search(said) is None


_LETTER = r"(?:la |votre |ta |cette |the |your |this )?(?:lettre|newsletter|letter|infolettre)"
_OF_THE_MONTH = r"(?: (?:du mois|mensuelle|de l'alliance|d'information|of the month))?"
_RECEIVE = re.compile(
    r"(?:bonjour |salut |hello |hi )?(?:comment )?(?:(?:est-ce que )?(?:je|on) "
    r"(?:veux|voudrais|souhaite|souhaiterais|peux|peut|pourrais|aimerais)"
    r"|j'aimerais|puis-je|peut-on|faire pour|i want to|i(?:'d| would) like to|can i|could i|may i"
    r"|how (?:do|can) i)? ?(?:bien |aussi |also )?"
    r"(?:recevoir|m'abonner|s'abonner|m'inscrire|avoir|je m'abonne|abonnez[- ]moi|abonne[- ]moi"
    r"|receive|get|subscribe|sign up|subscribe me)(?: (?:a|for|to))? "
    rf"{_LETTER}{_OF_THE_MONTH}"
    r"(?: (?:par|by|via|en) (?:e-?mail|mail|courriel))?"
    r"(?:,? (?:svp|stp|s'il (?:vous|te) plait|merci|please|thanks))*"
)
_SUBSCRIBING = frozenset(
    "abonner s'abonner m'abonner abonnement abonne recevoir inscription inscrire m'inscrire"
    " subscribe receive subscription".split()
)


_MAIL = re.compile(r"\b(?:e-?mails?|mails?|mel|courriels?)\b")


def asks_for_letter(sentence: str) -> bool:
    """ "Je veux m’abonner à la lettre." """
    said = " ".join(re.sub(r"[.!?,;:]+", " ", fold(sentence.replace("\u2019", "'"))).split())
    return _RECEIVE.fullmatch(said) is not None


def names_mail(typed: str) -> bool:
    """Whether somebody who wants the letter says that it should come by e-mail."""
    return _MAIL.search(fold(typed)) is not None


def names_subscribing(typed: str) -> bool:
    """Whether what follows `/lettre` says that one wants to receive it."""
    words = fold(typed.replace("\u2019", "'")).split()
    return bool(words) and (words[0] in _SUBSCRIBING or words[:2] == ["sign", "up"])


def read_item(text: str) -> tuple[Section, str]:
    """The section and the words of an item; an initiative where none is named."""
    kept = clean(text)
    match = _BEFORE.fullmatch(kept)
    section = section_named(match["name"]) if match else None
    if section is None and _is_fundraiser(kept):
        return Section.CAMPAIGN, kept[:1].upper() + kept[1:]
    if match is None or section is None:
        return Section.INITIATIVE, kept
    rest = match["rest"].strip()
    return section, rest[:1].upper() + rest[1:]
