"""What the product says: the same messages in each language, safe, short and well typeset."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import locales
from bot.transports.markup import is_safe, plain
from chat.settings_cards import day_name
from domain.values import (
    Clock,
    DayOf,
    HourOf,
    Items,
    Lines,
    Minutes,
    Month,
    Multiline,
    NearDay,
    OnDate,
    Opening,
    Phrase,
    Quoted,
)
from handlers.commands import all_commands
from locales import LANGUAGES, Languages

FOLDER = Path(locales.__file__).parent
TREE = FOLDER.parent
CODE = ("bot", "chat", "domain", "handlers", "scheduling", "storage")
SAYS = {"say", "then", "toast", "option", "choice", "labelled"}
SAYS |= {"Words", "Phrase", "Refusal", "FetchError"}
PARIS = ZoneInfo("Europe/Paris")
EVENING = datetime(2026, 11, 18, 17, 30, tzinfo=UTC)

LINE_MOST = 400
LABEL_MOST = 40
MENU_MOST = 60
TOAST_MOST = 200
"""What Telegram shows as the answer to a press."""

EVENT = {
    "title": "Fête de la soupe",
    "when": EVENING,
    "place": "Salle Modèle",
    "link": "https://example.org/soupe?a=1&b=2",
    "status": "",
}
TITLE = Phrase("digest-event-title", EVENT)
FACTS = Phrase(
    "digest-beside",
    {
        "first": Phrase("digest-place", {"place": "Salle Modèle", "district": "Bellevue"}),
        "then": Phrase("digest-euros", {"amount": 6}),
    },
)
DIGEST_LINE = Phrase(
    "digest-event", {"at": Clock(time(18, 30)), "title": TITLE, "facts": Opening(FACTS)}
)
SPAN = Phrase(
    "span-of-days",
    {"first": NearDay(date(2026, 11, 23)), "last": NearDay(date(2026, 11, 29))},
)
LOGGED = Phrase(
    "log-thing", {"kind": "event", "number": 12, "name": Quoted("Fête de la soupe"), "person": ""}
)
LOG_LINE = Phrase(
    "log-line",
    {"at": EVENING, "by": "Ada", "act": "approved", "on": LOGGED, "why": "", "marks": Items(())},
)
HISTORY_LINE = Phrase("history-line", {"at": EVENING, "by": "Ada", "act": "edited"})
RESOURCE = {
    "title": "Guide d’exemple",
    "link": "https://example.org/guide",
    "kind": "method",
    "tags": Items(("méthode",)),
}
HOSTING_LINE = Phrase("hosting-line", {"when": EVENING, "place": "Firminy", "host": "Ada Exemple"})
MEETUP_PERSON = Phrase("meetup-person", {"name": "Ada Exemple", "ways": Items(("@ada",))})
PAST_LINE = Phrase(
    "question-past",
    {"question": Quoted("Où ça"), "state": "answered", "answer": Quoted("Derrière la gare.")},
)
CAPACITY = Phrase(
    "mobilisation-capacity",
    {"told": True, "announced": Minutes(1200), "left": Minutes(120), "enough": False},
)
LINES = Phrase(
    "exchange-lines",
    {
        "first": "Ada Exemple",
        "to": Phrase("holder-to", {"name": "Basile Fictif"}),
        "duration": Minutes(150),
        "day": date(2026, 11, 18),
        "subject": "relecture",
        "kind": "exchange",
        "paid": False,
    },
)
BECOMES = Phrase(
    "exchange-becomes",
    {"way": "turned", "turned": True, "now": Minutes(150), "should": Minutes(90)},
)
DIRECTORY_LINE = Phrase(
    "directory-line",
    {
        "name": "Ada Exemple",
        "place": Phrase("directory-at", {"place": "Firminy (Loire)", "near": "no"}),
        "organisations": Phrase("directory-for", {"names": Items(("Les Exemples",))}),
        "skills": Phrase("directory-can", {"skills": Items((Quoted("vélo"),)), "more": 2}),
        "does": "yes",
    },
)
HELD = Phrase("map-held", {"skill": "vélo", "names": Items(("Ada", "Basile")), "more": 0})
REVISION = {"part": "text", "old": "", "new": Quoted("Venez réparer.")}
REVISION_LINE = Phrase("event-revision-line", REVISION)
FEED_LINE = Phrase(
    "feed-line",
    {
        "name": "La Roue Libre fictive",
        "kind": "ics",
        "state": "read",
        "age": Phrase("question-age", {"days": 0, "hours": 5}),
        "count": 12,
        "ill": "yes",
    },
)
CALL = {
    "title": "Animer trois ateliers",
    "what": Multiline("Préparer et animer."),
    "kind": "task",
    "place": "Firminy",
    "room": 2,
    "closes": NearDay(date(2026, 11, 30)),
}
ALLY = Phrase("ally-on-card", {"name": "", "place": 2})
LETTER_IDEA = Phrase("letter-idea", {"number": "1", "section": "podcast", "text": "Un verger"})
VENUE = {"name": "La Roue Libre", "where": "12 rue Fictive", "trusted": True}
SAMPLES: Mapping[str, object] = {
    **EVENT,
    "access": "step_free",
    "approved": "no",
    "due": EVENING,
    "end": NearDay(date(2026, 11, 30)),
    "head": "La lettre de l’alliance, novembre 2026",
    "held": "yes",
    "over": False,
    "latest": Month(date(2026, 11, 1)),
    "refused": 2,
    "section": "podcast",
    "sent": 40,
    "unknown": 2,
    "week": NearDay(date(2026, 11, 30)),
    "amount": 6,
    "cost": "free",
    "district": "Bellevue",
    "families": "yes",
    "free": "yes",
    "language": "fr",
    "late": Minutes(720),
    "looked": Opening(SPAN),
    "price": "de 5 à 8 €",
    "private": True,
    "span": SPAN,
    "subjects": Items(("vélo", "jardins")),
    "when": SPAN,
    "without": "price",
    "weekday": Phrase("weekday", {"number": 5}),
    "zone": "paris",
    "aliases": Items(("la Roulotte",)),
    "conditions": "sur inscription",
    "credit": Quoted("Ada Exemple"),
    "speakers": Items(("Ada Exemple",)),
    "speaks": True,
    "start": HourOf(EVENING),
    "trusted": True,
    "venue": Phrase("venue-line", VENUE),
    "wanted": "4 bénévoles",
    "all": "yes",
    "https": "https://exemple.org/agenda/abcdefghijkmnpqrstuvwxyz234567892345.ics",
    "webcal": "webcal://exemple.org/agenda/abcdefghijkmnpqrstuvwxyz234567892345.ics",
    "alone": 3,
    "few": 5,
    "form": "csv",
    "level": "epci",
    "skill": "comptabilité associative",
    "reasons": Items(("a animé 4 ateliers", "même département")),
    "step": 5,
    "times": 3,
    "territories": 4,
    "view": "who",
    "calls": Lines(
        (Phrase("digest-call", {"asker": "", "need": Quoted("compta"), "number": "12"}),) * 2
    ),
    "facts": Lines((Phrase("need-fact-remote"),) * 2),
    "length": Minutes(120),
    "named": "yes",
    "joins": "yes",
    "asked": 3,
    "again": "yes",
    "call": Phrase("call-lines", CALL),
    "chosen": True,
    "closes": NearDay(date(2026, 11, 30)),
    "criteria": Items((Phrase("criterion", {"criterion": "sharing"}),) * 2),
    "criterion": Phrase("criterion", {"criterion": "sharing"}),
    "deadline": NearDay(date(2026, 11, 30)),
    "fresh": True,
    "kept": 2,
    "mark": "partly",
    "marks": Items((Phrase("call-mark", {"mark": "yes", "word": ""}),) * 2),
    "near": "same_region",
    "reached": True,
    "reminder": "halfway",
    "room": 2,
    "said": "seen",
    "seen": Lines((Phrase("call-seen-nothing"),)),
    "sessions": Items((Quoted("atelier compost"),)),
    "shared": Items((Quoted("Guide d’exemple"),)),
    "sheets": Items((Quoted("Fiche d’exemple"),)),
    "unnamed": 1,
    "helps": True,
    "like": 1,
    "clock": Phrase("zone-name", {"zone": "paris", "typed": "Paris"}),
    "apart": True,
    "answerer": "Chloé Modèle",
    "writer": "Ada Exemple",
    "audience": 2,
    "circle": "supporting",
    "circles": Phrase("audience", {"audience": 1}),
    "contact": Phrase("audience", {"audience": 0}),
    "languages": Phrase("audience", {"audience": 2}),
    "listed": "yes",
    "typed": "Sainte-Colombe",
    "word": "x_abcdefgh12345678",
    "person": "Ada Exemple",
    "others": Items(("Basile Fictif",)),
    "noted": Minutes(1200),
    "new": "yes",
    "difference": Minutes(90),
    "called": "Basile F.",
    "after": LINES,
    "before": LINES,
    "change": BECOMES,
    "corrected": True,
    "exchange": LINES,
    "details": Quoted("sonner deux fois"),
    "ever": Phrase("count-known", {"count": 12}),
    "host": "Ada Exemple",
    "least": 2,
    "met": Phrase("count-few", {"most": 5}),
    "role": "guide",
    "seats": 10,
    "since": NearDay(date(2026, 11, 2)),
    "well": Phrase("count-few", {"most": 5}),
    "guests": Phrase("count-few", {"most": 5}),
    "holder": "Les Exemples",
    "how": "closed",
    "invited": True,
    "limit": Minutes(-600),
    "mine": True,
    "page": 2,
    "paid": True,
    "reason": Quoted("vu avec les deux"),
    "should": Minutes(90),
    "spoken": True,
    "team": True,
    "to": Phrase("holder-to", {"name": "Basile Fictif"}),
    "turned": True,
    "voice": "side",
    "way": "same",
    "whom": "Les Exemples",
    "why": Quoted("vu avec les deux"),
    "account": "123456789",
    "act": "approved",
    "address": "@ada_exemple",
    "age": Phrase("question-age", {"days": 3, "hours": 75}),
    "agenda": "yes",
    "allies": Lines((Phrase("need-match", {"who": ALLY, "offer": Quoted("compta")}),) * 2),
    "ally": Phrase("ally", {"name": "", "place": 2}),
    "next": "next",
    "status": Phrase("asking-asked", {"day": NearDay(date(2026, 11, 20))}),
    "turn": "yes",
    "who": ALLY,
    "announced": Minutes(1200),
    "anonymous": False,
    "answer": Multiline("Le premier mardi.\nVenez tranquillement."),
    "answered": True,
    "around": Phrase("wish-around", {"balance": Minutes(-90), "pot": Minutes(600)}),
    "asker": "Ada Exemple",
    "at": Clock(time(18, 30)),
    "balance": Minutes(-90),
    "band": "maybe",
    "below": True,
    "body": Multiline("La permanence a lieu chaque mois.\nPar visio."),
    "by": "Ada Exemple",
    "came": 3,
    "capacity": CAPACITY,
    "chat": "-1001234567890",
    "closed": True,
    "closing": Minutes(90),
    "code": "K7P2QX",
    "command": "/heure",
    "corrects": OnDate(date(2026, 3, 12)),
    "count": 12,
    "day": date(2026, 11, 18),
    "days": 3,
    "drawn": Phrase("count-known", {"count": 12}),
    "duration": Minutes(150),
    "each": Minutes(30),
    "enough": False,
    "event": Phrase("event-full", EVENT),
    "events": Lines((Phrase("event-full", EVENT),) * 2),
    "exchanges": 17,
    "fabrique": "La Fabrique d’Exemple",
    "first": date(2026, 11, 16),
    "from": "2026-01-01",
    "gave": True,
    "giver": "Ada Exemple",
    "given": Minutes(600),
    "into": Quoted("Trouver une salle"),
    "group": Quoted("Allié·es du Pilat"),
    "heading": "Durée",
    "holiday": Phrase("holiday", {"name": "easter-monday"}),
    "hours": 5,
    "issue": "2026-W47",
    "kind": "method",
    "label": "Confirmer",
    "last": date(2026, 11, 22),
    "later": Items((NearDay(date(2027, 1, 5)), NearDay(date(2027, 2, 2)))),
    "hidden": 3,
    "leading": 2,
    "left": Minutes(120),
    "letter": "yes",
    "lines": Lines((DIGEST_LINE,) * 2),
    "live": "permanence",
    "minutes": Minutes(2520),
    "moment": EVENING,
    "month": date(2026, 11, 1),
    "month_given": Minutes(480),
    "month_received": Minutes(120),
    "mood": Phrase("balance-below", {"balance": Minutes(-120)}),
    "more": 4,
    "most": 2000,
    "most_mb": 5,
    "missing": "both",
    "name": "Basile Fictif",
    "names": Items(("Ada Exemple", "Basile Fictif")),
    "need": Quoted("relire un dossier de subvention"),
    "noter": "Ada Exemple",
    "now": Multiline("Oui.\nÉcrivez à l’équipe."),
    "number": "2",
    "offer": Quoted("compta associative"),
    "offers": Items((Quoted("compta associative"), Quoted("prêt d’une salle"))),
    "oldest": date(2025, 11, 18),
    "on": "event:12",
    "opening": Minutes(-30),
    "organiser": "Ada Exemple",
    "other": "Basile Fictif",
    "pages": 3,
    "part": "title",
    "people": 9,
    "platform": "telegram",
    "pot": Minutes(600),
    "proposer": "Chloé Modèle",
    "question": Multiline("Quand a lieu la prochaine permanence\N{NARROW NO-BREAK SPACE}?"),
    "read": True,
    "received": Minutes(690),
    "receiver": "Basile Fictif",
    "urgent": True,
    "organisation": "Les Exemples",
    "masked": True,
    "outcome": "better",
    "professional": Phrase("support-professional", {"kind": "mediator"}),
    "total": 12,
    "kinds": Items(("un conflit (7)",)),
    "figures": Phrase("support-figures", {"total": 12, "kinds": Items(("un conflit (7)",))}),
    "about": Phrase("support-about", {"about": "conflict"}),
    "resource": Phrase("resource-line", {**RESOURCE, "by": ""}),
    "skipped": Items((Month(date(2026, 8, 1)),)),
    "source": "https://example.org/agenda.ics",
    "state": "answered",
    "subject": "relecture du dossier <vert>",
    "soon": "yes",
    "hosted": 2,
    "needs": 2,
    "time": Minutes(150),
    "text": Multiline("Une grande tablée, samedi midi.\nVenez nombreux·ses."),
    "tags": Items(("salles", "prêt")),
    "unsaid": 2,
    "until": Clock(time(20, 30)),
    "value": Minutes(30),
    "votes": 3,
    "waiting": 3,
    "words": Quoted("prêter une salle"),
    "wordings": Lines((Quoted("salle à prêter"),) * 2),
    "told": True,
    "then": EVENING,
    "titles": Lines((Phrase("question-entry", {"title": "Réserver une salle"}),) * 2),
    "what": Items((Phrase("personal-phone"), Phrase("personal-email"))),
    "whose": "Collectif du Pilat",
    "year": "2026",
    "here": "Telegram",
    "second": "Matrix",
    "theirs": Minutes(-60),
    "there": "Matrix",
    "where": Phrase("told-on-short", {"name": "last"}),
    "within": Phrase("question-age", {"days": 2, "hours": 48}),
    "asleep": 3,
    "both": 4,
    "cancelled": 2,
    "cell": "2x",
    "column": "Durée",
    "contested": 2,
    "create": False,
    "dry": True,
    "field": "giver",
    "gifts": Minutes(60),
    "known": 3,
    "leavers": 2,
    "line": 12,
    "most_kb": 300,
    "organisations": 5,
    "paidhours": Minutes(600),
    "passed": 2,
    "places": Items(("3", "4")),
    "share": 87,
    "side": "over",
    "skills": Items(("relecture", "vélo")),
    "ways": Items((Phrase("way-to-reach", {"platform": "matrix", "address": "ada"}),)),
}
OF_MESSAGE: Mapping[str, Mapping[str, object]] = {
    "edition-preview": {"waits": False},
    "event-change": {"hour": HourOf(EVENING)},
    "event-change-done": {"reach": "aloud"},
    "edition-missed-line": {"who": Items(("Quartier", "Vélo")), "why": "late"},
    "edition-due": {"day": NearDay(date(2026, 11, 23)), "held": True, "until": EVENING},
    "event-too-late": {"days": Items((NearDay(date(2026, 11, 23)),))},
    "event-approved-late": {"days": Items((NearDay(date(2026, 11, 23)),))},
    "event-line-when": {"when": EVENING},
    "proposal-waits-line": {"when": EVENING},
    "choice-proposal": {"first": DayOf(EVENING)},
    "calendar-page": {"page": "https://exemple.org/agenda"},
    "web-until": {"day": OnDate(date(2026, 11, 18))},
    "told-fact": {"what": "Prix", "told": "gratuit"},
    "told-hours": {"from": Clock(time(18, 30)), "to": Clock(time(20, 30))},
    "told-when": {"day": NearDay(date(2026, 11, 18)), "hours": "18 h 30"},
    "settings-subjects": {"chosen": Items(("vélo", "jardins"))},
    "settings-places": {"chosen": Items(("Bellevue", "Firminy"))},
    "choice-cancel-hosting": {"day": NearDay(date(2026, 11, 18))},
    "choice-come-on": {"day": NearDay(date(2026, 11, 18))},
    "hosting-approved": {"line": HOSTING_LINE},
    "hosting-card": {"line": HOSTING_LINE},
    "hosting-cancelled": {"line": HOSTING_LINE},
    "hosting-guest": {"line": HOSTING_LINE},
    "hosting-near": {"line": HOSTING_LINE},
    "hosting-refused": {"line": HOSTING_LINE},
    "hosting-tomorrow": {"line": HOSTING_LINE},
    "host-ask-sure": {"line": HOSTING_LINE},
    "meetup-question": {"question": Phrase("ice-breaker", {"number": 3})},
    "meetup": {"people": Lines((MEETUP_PERSON,) * 2)},
    "pairs-team": {"places": 3},
    "pairs-figures": {"now": Phrase("count-known", {"count": 12})},
    "book-heading": {"column": "giver"},
    "book-paid": {"paid": True},
    "looked-families": {"age": 4},
    "looked-most": {"most": 5},
    "venue-access-unread": {
        "said": Items((Quoted("ascenseur"),)),
        "known": Items((Phrase("access-name", {"code": "step_free"}),)),
    },
    "figures-flows-alt": {"most": Items(("Ada", "Basile"))},
    "figures-skills-alt": {"most": Items(("vélo", "comptes"))},
    "figures-part": {"hours": Minutes(60)},
    "directory-all": {"lines": Lines((DIRECTORY_LINE,) * 2)},
    "directory-found": {"lines": Lines((DIRECTORY_LINE,) * 2)},
    "directory-part": {"lines": Lines((DIRECTORY_LINE,) * 2)},
    "directory-line": dict(DIRECTORY_LINE.values),
    "directory-at": {"place": "Firminy (Loire)", "near": "yes"},
    "directory-can": {"skills": Items((Quoted("relecture"), Quoted("vélo")))},
    "directory-heading": {"column": "name"},
    "map-who": {"people": 5, "skills": 12},
    "map-who-alt": {"people": 5, "skills": 12, "most": Items((HELD,))},
    "map-held": {"more": 3},
    "map-most": {"skills": 150},
    "map-most-alt": {"skills": 150, "most": Items((HELD,))},
    "map-there": {"group": Phrase("skill-group", {"group": "argent"}), "place": "Loire"},
    "map-where-alt": {"most": Items((HELD,))},
    "map-rare": {"most": Items((HELD,))},
    "skill-group": {"group": "argent"},
    "figures-flow": {"hours": Minutes(60)},
    "figures-month": {"hours": Minutes(60)},
    "figures": {
        "from": Minutes(120),
        "gave": 14,
        "hours": Minutes(600),
        "paid": 3,
        "received": 12,
        "to": Minutes(240),
    },
    "time-bank": {"hours": Minutes(600)},
    "sheet-error": {"line": 4, "missing": Items((Phrase("sheet-field", {"field": "giver"}),))},
    "sheet-makes": {"count": 3},
    "answer-source": {"source": "actes de l’assemblée"},
    "entry-history": {"lines": Lines((HISTORY_LINE,) * 2)},
    "gaps": {"lines": Lines((Phrase("gap-line", {"count": 3, "question": Quoted("Où ça")}),) * 2)},
    "history-line": {"at": EVENING, "act": "edited"},
    "choice-words-for": {"names": Items(("Basile Fictif",))},
    "choice-write-to": {"names": Items(("Basile Fictif",))},
    "relay-sent": {"names": Items(("Basile Fictif",))},
    "words-for-whom": {"names": Items(("Basile Fictif",))},
    "choice-exchange": {"day": OnDate(date(2026, 11, 18)), "duration": Minutes(120)},
    "exchange-lines": {"first": "Ada Exemple"},
    "feed-failed": {"address": "https://example.org/agenda.ics"},
    "feed-doubted": {"address": "https://example.org/agenda.ics"},
    "feed-gone": {"address": "https://example.org/agenda.ics"},
    "feed-card": {"line": FEED_LINE, "address": "https://example.org/agenda.ics"},
    "event-revision": {"lines": Lines((REVISION_LINE,) * 2)},
    "event-revision-line": REVISION,
    "feeds-list": {"lines": Lines((FEED_LINE,) * 2)},
    "feed-line": dict(FEED_LINE.values),
    "feed-shrunk": {"before": 20},
    "feed-placed": {"trusted": "yes"},
    "feed-trusted": {"title": Quoted("Fête de la soupe")},
    "item-approved": {"text": Quoted("Une grande tablée, samedi midi.")},
    "campaign-moved": {"before": NearDay(date(2026, 11, 23))},
    "item-over": {"text": Quoted("Une grande tablée, samedi midi.")},
    "letter-over": {"lines": Lines((Phrase("letter-item", {"text": "Un verger"}),) * 2)},
    "item-refused": {"text": Quoted("Une grande tablée, samedi midi.")},
    "event-line-for": {
        "access": Items((Phrase("access-name", {"code": "step_free"}),)),
        "families": True,
    },
    "letter-at": {"address": "https://example.org/lettre/2026-11"},
    "letter-day": {"day": 5},
    "letter-ideas": {"lines": Lines((LETTER_IDEA,) * 2)},
    "letter-leaves": {"state": "held"},
    "letter-part": {"lines": Lines((Phrase("letter-item", {"text": "Un verger"}),) * 2)},
    "letter-preview": {"state": "held"},
    "letter-preview-empty": {"state": "held"},
    "letter-timed": {"day": 5},
    "linked-balance": {"mine": Minutes(180)},
    "log": {"lines": Lines((LOG_LINE,) * 2)},
    "log-line": {"at": EVENING, "on": LOGGED},
    "meeting-around": {"lines": Lines((Phrase("meeting-later", {"later": Items(())}),) * 2)},
    "access-name": {"code": "step_free"},
    "event-line-title": {"status": "full"},
    "event-reason": {"reason": "known"},
    "event-hours": {"until": HourOf(EVENING)},
    "subject-name": {"subject": "repair"},
    "event-twins": {
        "first": Phrase("event-full", EVENT),
        "second": Phrase("event-full", EVENT),
    },
    "refusal-event-weekday-wrong": {"day": OnDate(date(2026, 11, 28)), "is": 5, "weekday": 0},
    "refusal-event-no-such-day": {"day": DayOf(EVENING)},
    "event-draft-contact": {"contact": "ada@exemple.org"},
    "choice-night": {"first": 17, "last": 18},
    "event-tags": {"first": Phrase("subject-name", {"subject": "repair"}), "more": ""},
    "event-when": {
        "start": EVENING,
        "day": DayOf(EVENING),
        "from": HourOf(EVENING),
        "until": HourOf(EVENING),
    },
    "venue-line": {"where": "12 rue Fictive, Saint-Étienne"},
    "event-when-series": {
        "days": Items((DayOf(EVENING),)),
        "hours": Phrase("event-hours", {"start": HourOf(EVENING), "until": HourOf(EVENING)}),
        "more": True,
    },
    "venues": {"lines": Lines((Phrase("venue-line", VENUE),) * 2)},
    "mobilisation-draft": {"what": "relire un dossier"},
    "mobilisation-card": {"what": "relire un dossier"},
    "mobilisation-late": {"at": EVENING},
    "call-fact-day": {"day": NearDay(date(2026, 11, 18))},
    "call-facts": {"first": Phrase("call-fact-remote"), "then": Phrase("call-fact-urgent")},
    "digest-call-facts": {"facts": Items((Phrase("call-fact-remote"),))},
    "need-fact-day": {"day": NearDay(date(2026, 11, 18))},
    "need-nobody-team": {"need": "relire un dossier de subvention"},
    "question-merged": {"question": Quoted("Où ça")},
    "question-origin": {"at": EVENING},
    "question-past": {"answer": Quoted("Derrière la gare."), "question": Quoted("Où ça")},
    "question-repeated": {"at": EVENING},
    "question-same": {"question": Quoted("Où ça")},
    "question-similar": {"lines": Lines((PAST_LINE,) * 2)},
    "queue-support": {"urgent": 2},
    "refusal-address-status": {"status": 404},
    "resources-found": {
        "lines": Lines((Phrase("resource-line", {**RESOURCE, "by": "Ada Exemple"}),) * 2)
    },
    "session-closed": {"way": "shared"},
    "session-line": {"way": "shared"},
    "session-way": {"way": "shared"},
    "settings": {"day": day_name(2)},
    "statement-file-name": {"from": "2026-01-01", "to": "2026-12-31"},
    "support-about": {"about": "conflict"},
    "support-state": {"others": True},
    "words-for-support": {"unnamed": True},
    "weekday": {"number": 2},
    "set-up-ask-what": {"day": day_name(2)},
    "set-up-done": {"day": day_name(2)},
    "welcome-group": {"day": day_name(2)},
    "call-answered": {"again": True},
    "welcome-group-again": {"day": day_name(2)},
}


@dataclass(frozen=True)
class Uses:
    """What one message uses: variables, the keys it selects on by variable, other messages."""

    variables: set[str]
    keys: dict[str, set[str | int]]
    messages: set[str]


def _nodes(part: object) -> Iterator[object]:
    """A part of a file and all that is in it."""
    if isinstance(part, list):
        for one in part:
            yield from _nodes(one)
    elif isinstance(part, ftl.BaseNode):
        yield part
        yield from _nodes(list(vars(part).values()))


def _uses(message: ftl.Message) -> Uses:
    uses = Uses(set(), {}, set())
    for node in _nodes(message):
        match node:
            case ftl.VariableReference(id=id):
                uses.variables.add(id.name)
            case ftl.MessageReference(id=id):
                uses.messages.add(id.name)
            case ftl.SelectExpression(selector=ftl.VariableReference(id=id), variants=variants):
                uses.keys.setdefault(id.name, set()).update(map(_key, variants))
    return uses


def _key(variant: ftl.Variant) -> str | int:
    key = variant.key
    return int(key.value) if isinstance(key, ftl.NumberLiteral) else key.name


@cache
def _messages(code: str) -> dict[str, Uses]:
    """Each message of a language and what it uses, by way of other messages too."""
    direct: dict[str, Uses] = {}
    for file in sorted((FOLDER / code).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                direct[entry.id.name] = _uses(entry)
    for uses in direct.values():
        for name in sorted(uses.messages):
            uses.variables.update(direct[name].variables)
            uses.keys.update(direct[name].keys)
    return direct


def _chosen(key: str | int, sample: object) -> object:
    """A value that selects a key; the sample where any other does."""
    return {"none": "", "one": 1, "other": sample}.get(str(key), key)


def _values(id: str, uses: Uses) -> Iterator[dict[str, object]]:
    """Plausible values of a message, once for each way through what it selects."""
    known = {**SAMPLES, **OF_MESSAGE.get(id, {})}
    samples = {name: known[name] for name in uses.variables}
    names = sorted(uses.keys)
    options = [
        {str(key): _chosen(key, samples[name]) for key in uses.keys[name]}.values()
        for name in names
    ]
    for selected in product(*options):
        yield samples | dict(zip(names, selected, strict=True))


@cache
def _said(code: str) -> list[tuple[str, str]]:
    """Every message of a language in each of its ways, as markup."""
    language = Languages(strict=True)[code]
    return [
        (id, language.markup(id, values, zone=PARIS))
        for id, uses in _messages(code).items()
        for values in _values(id, uses)
    ]


def _named_in_code() -> Iterator[str]:
    """The ids that the code says word for word."""
    files = (file for folder in CODE for file in (TREE / folder).rglob("*.py"))
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _called(node) in SAYS:
                first = node.args[0]
                both = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                yield from (str(one.value) for one in both if isinstance(one, ast.Constant))


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def test_both_languages_have_the_same_messages() -> None:
    """Nobody reads a sentence in the other language."""
    assert set(_messages("en")) == set(_messages("fr"))


def test_both_languages_mention_the_same_values() -> None:
    """No language drops a name or an hour that the other tells."""
    mentioned = {
        code: {id: uses.variables for id, uses in _messages(code).items()} for code in LANGUAGES
    }
    assert mentioned["en"] == mentioned["fr"]


def test_each_message_that_the_code_names_is_written() -> None:
    """A strict language would raise on a missing one, a live one would stay silent."""
    assert sorted(set(_named_in_code()) - set(_messages("fr"))) == []


def test_each_command_has_its_menu_line_and_its_questions() -> None:
    """Both are found by the command's name."""
    wanted = {f"menu-{command.label}" for command in all_commands() if command.names}
    for command in all_commands():
        asked = (set(command.readers) | set(command.offers)) - set(command.askers)
        needed = [one.name for one in command.parameters if one.default is one.empty]
        wanted |= {f"{command.label}-ask-{name}" for name in needed if name in asked}
    assert sorted(wanted - set(_messages("fr"))) == []


def test_each_day_of_the_week_has_its_name() -> None:
    """A message selects on a number by its value; it would not see the digit in a text."""
    french = Languages(strict=True)["fr"]
    days = [day_name(number) for number in range(7)]
    shown = [french.plain(day.id, day.values, zone=PARIS) for day in days]
    assert shown == "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_message_is_safe_markup(code: str) -> None:
    """Platforms refuse a page with an element they do not know or that stays open."""
    assert [(id, markup) for id, markup in _said(code) if not is_safe(markup)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_apostrophe_or_quotation_mark_is_straight(code: str) -> None:
    """Both languages have typographic ones."""
    said = [(id, plain(markup)) for id, markup in _said(code)]
    assert [(id, text) for id, text in said if re.search("['\"]", text)] == []


def test_french_signs_have_their_narrow_space() -> None:
    """The space before ; : ! ? and inside « » is narrow and does not break (U+202F)."""
    lone = re.compile("(?<!\u202f)[;:!?»]|«(?!\u202f)")
    technical = re.compile(r"(?:https?|tg|webcal)://\S*|\b[a-z]+:12\b")
    said = [(id, technical.sub("", plain(markup))) for id, markup in _said("fr")]
    assert [(id, text) for id, text in said if lone.search(text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_message_has_blank_edges_or_gaps(code: str) -> None:
    """A value that is empty leaves no double space and no empty lines in a row."""
    gap = re.compile("^\\s|\\s$|  | \n|\n\n\n")
    said = [(id, plain(markup)) for id, markup in _said(code)]
    empty = {"event-status", "event-place"}
    assert [(id, text) for id, text in said if gap.search(text) and id not in empty] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_line_is_short(code: str) -> None:
    """A longer line is a paragraph nobody reads on a telephone."""
    lines = [(id, line) for id, markup in _said(code) for line in plain(markup).split("\n")]
    assert [(id, line) for id, line in lines if len(line) >= LINE_MOST] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("beginning", "most"),
    [("choice-", LABEL_MOST), ("menu-", MENU_MOST), ("refusal-", TOAST_MOST)],
)
def test_labels_menus_and_toasts_keep_to_their_place(code: str, beginning: str, most: int) -> None:
    """A button, a menu and the answer to a press cut what is longer."""
    said = [(id, plain(markup)) for id, markup in _said(code) if id.startswith(beginning)]
    assert [(id, text) for id, text in said if len(text) > most or "\n" in text] == []
