"""What people say to a robot beside asking: greetings, thanks, jokes, anger, and distress.

Knows whole sayings only: a message is small talk when every word of it belongs to one, so that a
question is never taken for politeness. Must not know what the base holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import cache

from domain.people import APOSTROPHES, fold
from domain.phone_words import spelled

LONGEST = 14
"""Words of a message that may still be nothing but sayings."""

SHORT = 4
"""Letters from which a word alone may be one to look up."""


class Talk(IntEnum):
    """What was said. When a message says several, the one of the highest number is met."""

    NOISE = 0
    FILLER = 1
    ACK = 2
    EMOJI = 3
    YES = 4
    NO = 5
    LAUGHTER = 6
    TEST = 7
    GREETING = 8
    GOODBYE = 9
    THANKS = 10
    SORRY = 11
    WELLBEING = 12
    CHAT = 13
    LOVE = 14
    GRIEF = 15
    LOST = 16
    HELP = 17
    HUMAN = 18
    ANGER = 19
    INSULT = 20
    WHO = 21
    DISTRESS = 22
    DANGER = 23

    @property
    def label(self) -> str:
        """The kind as message ids spell it."""
        return self.name.lower()


MAYBE_ASKED = (Talk.WHO, Talk.NOISE)
"""What an entry may answer all the same: who the robot is, and "63" or "1%", else mere noise."""

SAYINGS: Mapping[Talk, str] = {
    Talk.FILLER: (
        "a tous, a toutes, a tous et a toutes, a toutes et a tous, tout le monde, les amis, les "
        "amies, le robot, le bot, robot, bot, monsieur, madame, toi, vous, a toi, a vous, s'il "
        "te plait, s'il vous plait, stp, svp, please, et, and, alors, bon, ben, bah, tres, "
        "vraiment, really, so, just, all, everyone, everybody, there, there bot, my friend, "
        "cher robot, a l'equipe, mon ami, encore"
    ),
    Talk.ACK: (
        "pourquoi pas, ok, okay, oki, d'accord, dac, ok ok, bien, tres bien, c'est bien, "
        "compris, j'ai compris, c'est compris, je vois, je comprends, entendu, note, c'est "
        "note, bien note, ca marche, parfait, impec, impeccable, nickel, cool, ah, ah ok, ah "
        "bon, oh, hum, hmm, hm, mm, mouais, bof, voila, super, genial, top, bravo, excellent, "
        "formidable, great, perfect, nice, awesome, i see, got it, understood, alright, all "
        "right, fine, good, very good, well done, tant pis, tant mieux, never mind, peu "
        "importe, rien, nothing, c'est bon, c'est tout, that's all, that is all, good job, beau "
        "travail, ouf, pk pas, wow, waouh, oups, oops, no problem, pas de souci, pas de "
        "probleme, de rien, avec plaisir"
    ),
    Talk.YES: (
        "oui, ouais, ouaip, si, mais si, yes, yep, yeah, yup, sure, of course, bien sur, "
        "carrement, tout a fait, exactement, exact, absolument, evidemment, c'est ca, voila "
        "c'est ca"
    ),
    Talk.NO: (
        "non, nan, non non, pas du tout, mais non, no, nope, nah, not at all, pas ca, c'est pas "
        "ca, ce n'est pas ca, non merci, no thanks, no thank you, aucun, aucune, jamais, never, "
        "pas vraiment, not really, not that, c'est faux, c'est pas vrai"
    ),
    Talk.TEST: (
        "test, tests, un test, petit test, c'est un test, ceci est un test, this is a test, je "
        "teste, je fais un test, testing, essai, un essai, allo, allo allo, 1 2, 1 2 3, 1 2 1 "
        "2, un deux, un deux trois, ping, y a quelqu'un, ya quelqu'un, il y a quelqu'un, est-ce "
        "qu'il y a quelqu'un, t'es la, tu es la, vous etes la, tu m'entends, vous m'entendez, "
        "anyone there, anybody there, is anyone there, is anybody there, are you there, can you "
        "hear me, tu marches, ca fonctionne, est-ce que ca marche, does it work, does this "
        "work, hello world, un deux un deux, 123, one two, toc toc, knock knock, testing 1 2, "
        "testing 1 2 3, testing one two"
    ),
    Talk.GREETING: (
        "bonjour, bonsoir, bon matin, salut, coucou, hello, hi, hey, yo, wesh, re, rebonjour, "
        "bjr, bsr, slt, cc, hey there, hi there, hello there, good morning, good evening, good "
        "afternoon, good day, morning, evening, bonne annee, meilleurs voeux, joyeux noel, "
        "bonnes fetes, happy new year, merry christmas, bienvenue, welcome, enchante, "
        "enchantee, nice to meet you, bjr a tous, demat, kenavo, adishatz, salam"
    ),
    Talk.GOODBYE: (
        "au revoir, a bientot, a plus, a plus tard, a demain, a la prochaine, a tout a l'heure, "
        "bonne journee, bonne soiree, bonne nuit, bon week-end, bon weekend, bonne fin de "
        "journee, bonnes vacances, bonne continuation, bye, bye bye, goodbye, good bye, good "
        "night, see you, see you later, see you soon, have a nice day, have a good day, ciao, "
        "tchao, tchuss, bon apres-midi, bon dimanche, adieu, cordialement, bien cordialement, "
        "bien a vous, amicalement, best regards, kind regards, take care, bises, bisous"
    ),
    Talk.THANKS: (
        "merci, mercis, mrc, mci, un grand merci, grand merci, merci beaucoup, merci bien, "
        "merci infiniment, mille mercis, merci mille fois, merci pour tout, merci d'avance, "
        "merci pour votre aide, merci pour ton aide, merci de votre aide, merci de ton aide, "
        "merci pour votre reponse, merci pour ta reponse, merci pour la reponse, merci pour "
        "l'info, merci pour les infos, merci de ta reponse, merci de votre reponse, je vous "
        "remercie, je te remercie, remerciements, c'est gentil, trop gentil, c'est sympa, "
        "thanks, thank you, thx, ty, tnx, thanks a lot, thanks so much, thank you so much, "
        "thank you very much, many thanks, much appreciated, cheers, thanks for your help, "
        "thank you for your help, thanks for the help, thanks for the answer, merci quand meme, "
        "thanks anyway, c'est tres gentil, that's kind, very kind, ca m'aide beaucoup, ca m'a "
        "aide, that helps, that helped"
    ),
    Talk.SORRY: (
        "desole, desolee, pardon, excusez-moi, excuse-moi, mes excuses, toutes mes excuses, je "
        "suis desole, je suis desolee, sorry, i'm sorry, im sorry, my apologies, excuse me, my "
        "bad, erreur de ma part, je me suis trompe, je me suis trompee, fausse manip"
    ),
    Talk.WELLBEING: (
        "ca va, ca va bien, comment ca va, comment vas-tu, comment vas tu, comment allez-vous, "
        "comment allez vous, tu vas bien, vous allez bien, quoi de neuf, la forme, ca roule, ca "
        "gaze, cv, how are you, how are you doing, how is it going, how's it going, what's up, "
        "whats up, sup, how do you do, are you ok, are you well, et toi, et vous, and you, "
        "comment va, comment tu vas, ca va toi, tout va bien, bien et toi, bien et vous"
    ),
    Talk.CHAT: (
        "raconte-moi une blague, raconte moi une blague, une blague, dis-moi une blague, tell "
        "me a joke, a joke, quelle heure est-il, quelle heure il est, il est quelle heure, what "
        "time is it, quel temps fait-il, il fait beau, il fait chaud, il fait froid, il pleut, "
        "how is the weather, what's the weather, tu fais quoi, que fais-tu, what are you doing, "
        "tu dors, tu manges quoi, je m'ennuie, i'm bored, chante-moi une chanson, sing me a "
        "song, quel est le sens de la vie, what is the meaning of life, poisson d'avril, bon "
        "appetit"
    ),
    Talk.LOVE: (
        "je t'aime, je t'adore, je vous aime, je vous adore, t'es adorable, tu es adorable, "
        "t'es genial, tu es genial, t'es geniale, tu es geniale, t'es le meilleur, tu es le "
        "meilleur, vous etes les meilleurs, tu es formidable, t'es trop fort, t'es super, tu es "
        "super, vous etes super, vous etes geniaux, i love you, love you, you are great, you're "
        "great, you are the best, you're the best, you are amazing, good bot, gentil robot, je "
        "t'embrasse, tu me plais, veux-tu m'epouser, epouse-moi, marry me, will you marry me, "
        "t'es beau, t'es belle, mon amour, mon coeur"
    ),
    Talk.GRIEF: (
        "je suis triste, je suis tres triste, c'est triste, je me sens seul, je me sens seule, "
        "je suis seul, je suis seule, je pleure, j'ai le cafard, je suis decourage, je suis "
        "decouragee, je suis perdu, je suis perdue, j'ai perdu espoir, je suis deprime, je suis "
        "deprimee, je suis inquiet, je suis inquiete, j'ai peur, je suis en deuil, i am sad, "
        "i'm sad, so sad, i feel alone, i am alone, i feel lost, i am lost, i'm scared, i am "
        "worried, j'ai perdu ma mere, j'ai perdu mon pere, quelqu'un est mort, je suis fatigue, "
        "je suis fatiguee, i am tired, i'm tired"
    ),
    Talk.LOST: (
        "je comprends pas, je ne comprends pas, j'ai pas compris, je n'ai pas compris, je "
        "comprends rien, je ne comprends rien, j'ai rien compris, c'est pas clair, ce n'est pas "
        "clair, pas clair, comment ca, hein, quoi, pas compris, c'est a dire, c'est-a-dire, je "
        "suis largue, je suis larguee, pardon mais je ne comprends pas, i don't understand, i "
        "don't get it, not clear, it's not clear, i'm confused, what do you mean, huh, what"
    ),
    Talk.HELP: (
        "aidez-moi, aidez moi, aide-moi, aide moi, au secours, a l'aide, help me, please help, "
        "help me please, sos, j'ai un probleme, i have a problem, i have a question, j'ai une "
        "question, une question, question, je peux poser une question, je peux te poser une "
        "question, can i ask a question, pouvez-vous m'aider, peux-tu m'aider, tu peux m'aider, "
        "vous pouvez m'aider, can you help me, can you help, que sais-tu faire, que savez-vous "
        "faire, tu sais faire quoi, tu sers a quoi, a quoi tu sers, a quoi sers-tu, what can "
        "you do, what do you do"
    ),
    Talk.HUMAN: (
        "un humain, un vrai humain, une vraie personne, parler a un humain, je veux parler a un "
        "humain, je voudrais parler a un humain, je veux parler a une personne, je veux parler "
        "a quelqu'un, je voudrais parler a quelqu'un, je veux un humain, quelqu'un peut me "
        "repondre, passez-moi quelqu'un, passe-moi un humain, y a-t-il un humain, je prefere un "
        "humain, a human, a real person, talk to a human, i want to talk to a human, i want to "
        "talk to someone, can i talk to a human, can i talk to someone, speak to a human, human "
        "please, i want a human"
    ),
    Talk.ANGER: (
        "j'en ai marre, y en a marre, ras le bol, j'en ai ras le bol, ca m'enerve, tu "
        "m'enerves, vous m'enervez, je suis enerve, je suis enervee, je suis en colere, je suis "
        "furieux, je suis furieuse, c'est nul, c'est n'importe quoi, n'importe quoi, c'est "
        "honteux, quelle honte, c'est inadmissible, ca sert a rien, ca ne sert a rien, tu sers "
        "a rien, tu ne sers a rien, vous ne servez a rien, tu comprends rien, tu ne comprends "
        "rien, t'as rien compris, tu n'as rien compris, rien compris, pfff, pff, grr, grrr, "
        "argh, this is useless, useless, you are useless, you're useless, i am angry, i'm "
        "angry, this is ridiculous, you don't understand anything, you understand nothing, ca "
        "marche pas, ca ne marche pas, it doesn't work, c'est penible"
    ),
    Talk.INSULT: (
        "con, connard, connasse, conne, gros con, pauvre con, sale con, abruti, abrutie, idiot, "
        "idiote, imbecile, debile, cretin, cretine, merde, putain, putain de merde, fait chier, "
        "tu fais chier, vous faites chier, tu me fais chier, va te faire foutre, va te faire "
        "voir, allez vous faire foutre, ta gueule, ferme ta gueule, ferme-la, ntm, nique ta "
        "mere, fdp, fils de pute, pute, salope, salaud, enfoire, encule, batard, casse-toi, "
        "degage, t'es nul, tu es nul, t'es nulle, tu es nulle, vous etes nuls, t'es con, tu es "
        "con, t'es bete, tu es bete, t'es stupide, tu es stupide, t'es idiot, tu es idiot, t'es "
        "debile, tu es debile, robot de merde, bot de merde, putain de robot, foutu robot, "
        "bande de cons, bande de nuls, bouffon, tocard, va mourir, creve, fuck, fuck you, fuck "
        "off, shut up, idiot bot, stupid, stupid bot, you are stupid, you're stupid, you suck, "
        "you are dumb, you're dumb, dumb, dumb bot, bitch, asshole, bastard, shit, bullshit, go "
        "to hell, piss off, moron, bad bot, espece de con, espece d'idiot, espece d'abruti, "
        "espece de connard, espece de nul, espece d'imbecile"
    ),
    Talk.WHO: (
        "t ki, t qui, t'es qui, tu es qui, qui es-tu, qui es tu, vous etes qui, qui etes-vous, "
        "qui etes vous, es-tu un robot, es tu un robot, tu es un robot, t'es un robot, t'es un "
        "bot, tu es un bot, vous etes un robot, etes-vous un robot, est-ce un robot, c'est un "
        "robot, es-tu humain, tu es humain, t'es humain, etes-vous humain, vous etes humain, "
        "es-tu une ia, t'es une ia, tu es une ia, es-tu chatgpt, t'es chatgpt, tu t'appelles "
        "comment, comment tu t'appelles, comment t'appelles-tu, comment vous appelez-vous, quel "
        "est ton nom, who are you, what are you, are you a bot, are you a robot, are you human, "
        "are you an ai, are you real, what is your name, what's your name, quel age as-tu, t'as "
        "quel age, es-tu une personne, je parle a qui, je parle a un robot, am i talking to a "
        "bot, am i talking to a human"
    ),
}
"""Sayings without accents, between commas. Each belongs to one kind."""

_BEFORE = frozenset({Talk.GREETING, Talk.THANKS, Talk.SORRY})
_AFTER = frozenset({Talk.GOODBYE, Talk.THANKS, Talk.SORRY})
_OF = frozenset({"de", "du", "des"})
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_WORD = re.compile(r"[^\W_]+(?:['+-][^\W_]+)*")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
_LAUGH = re.compile(
    r"(?:(?:ha|ah|he|eh|hi|hu|ja|ka){2,}h?|a?h[aei]h?|lo+l+|lolilol|mdr+|ptdr+|xd+|rofl|lmao)"
)
_MASHED = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}|a?zerty(?:uiop)?|qwerty(?:uiop)?|asdf\w*|qsdf\w*")
_DANGER = re.compile(
    r"\b(?:me suicider|suicidaires?|(?:pense|penser) au suicide|idees noires"
    r"|(?:envie|veux|voudrais|vais) (?:de |d')?(?:en finir\b(?! avec)|mourir"
    r"(?! de (?:rire|faim|soif|chaud|honte)))|plus envie de vivre|plus la force de vivre"
    r"|me tuer|me foutre en l'air|mettre fin a (?:mes jours|ma vie)|kill(?:ing)? myself"
    r"|end(?:ing)? my life|suicidal|want to die|(?:don'?t|no longer) want to live)\b"
)
_DISTRESS = re.compile(
    r"\b(?:je (?:n')?|j')en peu[xt]? (?:vraiment |tellement )?(?:plus|pu)\b"
    r"|\b(?:je (?:suis|fais|sors)|en plein) (?:en |un |d'un )?burn[- ]?out\b"
    r"|\bje (?:craque|m'effondre|suis a bout|suis au bout du rouleau)\b"
    r"|\bje n'y arrive (?:vraiment )?plus(?= ?(?:[.!,…]|$))"
    r"|\bje suis (?:completement |totalement )?epuisee?\b"
    r"|\bi(?: a|')m (?:burn(?:ed|t)[ -]?out|burning out|exhausted|at the end of my rope)\b"
    r"|\bi can(?:'?t|not) (?:take it|go on|cope)(?: any ?(?:more|longer))?(?= ?(?:[.!,…]|$))"
)


def small_talk(text: str) -> Talk | None:
    """What a message says that asks for nothing; None when something may be asked."""
    folded = fold(text)
    if (grave := distress(folded)) is not None:
        return grave
    words = tuple(_plain(word) for word in _WORD.findall(folded)[: LONGEST + 1])
    if len(words) > LONGEST:
        return None
    kind = _kind(words)
    if kind is Talk.NOISE and _is_drawn(text):
        return Talk.EMOJI
    if kind is Talk.FILLER:  # "le robot" may be asked about; "et" alone is a slip
        return Talk.NOISE if len(words) == 1 and len(words[0]) < SHORT else None
    return kind


def without_manners(text: str) -> str:
    """What is asked between a greeting and a thank you; the whole text when nothing else is."""
    places = list(_WORD.finditer(text.translate(_STRAIGHT)))
    words = [_plain(fold(place[0])) for place in places]
    first, last = 0, len(words)
    while taken := _manners(words[first:last], _BEFORE, from_end=False):
        if _goes_on(text, places, first + taken):
            break
        first += taken
    while taken := _manners(words[first:last], _AFTER, from_end=True):
        last -= taken
    if first == 0 and last == len(words):
        return text
    end = places[last].start() if last < len(words) else len(text)
    return text[places[first].start() : end].strip(" ,;-\n") if first < last else text


def _goes_on(text: str, places: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a saying is the beginning of a sentence: "je me suis trompé de jour"."""
    if not 0 < at < len(places) or fold(places[at][0]) not in _OF:
        return False
    return not text[places[at - 1].end() : places[at].start()].strip()


def _manners(words: Sequence[str], kinds: frozenset[Talk], *, from_end: bool) -> int:
    """How many words at one end are a saying of these kinds."""
    for size in range(min(_longest(), len(words)), 0, -1):
        part = words[-size:] if from_end else words[:size]
        if _kinds().get(" ".join(part)) in kinds:
            return size
    return 0


def distress(text: str) -> Talk | None:
    """Whether somebody says that they cannot go on, wherever it stands in the message."""
    folded = fold(spelled(text))
    if _DANGER.search(folded):
        return Talk.DANGER
    return Talk.DISTRESS if _DISTRESS.search(folded) else None


def _is_drawn(text: str) -> bool:
    """Whether something is drawn, an emoji or a face of signs, and not punctuation alone."""
    return any(ord(sign) > 0x2190 and not sign.isspace() for sign in text) or bool(
        re.search(r"[:;=]['-]?[()DPp3/|]|<3|\^\^", text)
    )


def _plain(word: str) -> str:
    """A word whose letters are not drawn out: "merciiii" is "merci"."""
    return _DRAWN_OUT.sub(r"\1", word)


def _kind(words: tuple[str, ...]) -> Talk | None:
    """The weightiest of the fewest sayings that together are the whole message, if they are."""
    best: list[tuple[int, Talk] | None] = [(0, Talk.NOISE), *[None] * len(words)]
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _longest()), end):
            before, said = best[start], _said(words[start:end])
            if before is not None and said is not None:
                ways = (before[0] - 1, max(before[1], said)), best[end] or (-end - 1, Talk.NOISE)
                best[end] = max(ways)
    return best[-1][1] if best[-1] else None


def _said(words: tuple[str, ...]) -> Talk | None:
    kind = _kinds().get(" ".join(words))
    if kind is not None or len(words) > 1:
        return kind
    word = words[0]
    if _LAUGH.fullmatch(word):
        return Talk.LAUGHTER
    if len(word) == 1 or word.isdigit() or _MASHED.fullmatch(word):
        return Talk.NOISE
    return None


@cache
def _kinds() -> Mapping[str, Talk]:
    return {
        " ".join(_WORD.findall(_plain(saying.strip()))): kind
        for kind, sayings in SAYINGS.items()
        for saying in sayings.split(",")
    }


@cache
def _longest() -> int:
    return max(len(saying.split()) for saying in _kinds())
