"""A knowledge base small enough to be read beside a dialogue, of entries that do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from domain.permanence import Entry
from storage.outcomes import Outcome
from tests.talk import Talk

TRUE_ON = date(2025, 12, 1)


def entry(
    key: str,
    title: str,
    *wordings: str,
    body: str,
    language: str = "fr",
    live: str = "",
    review_on: date | None = None,
) -> Entry:
    """An entry whose source is a document that nobody wrote."""
    return Entry(
        id=0,
        key=key,
        title=title,
        wordings=wordings,
        body=body,
        source="document fictif",
        true_on=TRUE_ON,
        tags=(),
        language=language,
        review_on=review_on,
        live=live,
    )


BASE = [
    entry(
        *("permanence", "Quand a lieu la permanence ?"),
        *("c'est quand la permanence", "date de la permanence", "prochaine permanence"),
        body="Le premier mardi du mois, par visioconférence.\nOn vient quand on veut.",
    ),
    entry(
        *("permanence", "When is the monthly meeting?"),
        *("when is the monthly meeting", "when is the permanence"),
        body="On the first Tuesday of the month, by video.",
        language="en",
    ),
    entry(
        *("allie", "Comment devenir allié·e ?"),
        *("comment devenir allié", "rejoindre l'alliance", "how do I become an ally"),
        body="En signant la charte, pour soi-même ou pour une association.\nUne page suffit.",
    ),
    entry(
        *("payer", "Faut-il payer pour être allié·e ?"),
        *("c'est payant ?", "combien coûte l'adhésion", "montant de la cotisation"),
        body="Non, rien n’est demandé.",
    ),
    entry("lire", "Où lire la charte ?", "la charte en entier", body="Sur le site fictif."),
    entry("ecrire", "Qui a écrit la charte ?", "la charte en entier", body="Ada Exemple."),
    entry(
        *("agenda", "Que se passe-t-il cette semaine ?", "programme de la semaine"),
        body="L’agenda dit tout.",
        live="agenda",
    ),
    entry(
        *("solde", "Comment savoir mon solde de temps ?", "où voir mon solde de temps"),
        body="Le compte temps se demande ici.",
        live="balance",
    ),
    entry(
        *("ancien", "Que devient le moulin fictif ?", "nouvelles du moulin fictif"),
        body="Il tournait encore.",
        review_on=TRUE_ON + timedelta(days=1),
    ),
    entry(
        *("balises", "Peut-on écrire <b>en gras</b> & souligner ?", "mettre une phrase en gras"),
        body="<script>alert('x')</script>\nNon & non.",
    ),
]
"""Two entries have a wording in common, so that it is never sure which one is meant."""


async def learn(talk: Talk, base: Sequence[Entry] = BASE) -> None:
    """Give the bot of a dialogue this base instead of the shipped one. The team knows already
    which of its entries are to be reviewed.
    """
    now = talk.stage.clock.now()
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        await store.knowledge.replace_all(base, now=now, overwrite=True)
        await store.knowledge.told(await store.knowledge.not_told(now.date()))


async def outcomes(talk: Talk) -> list[Outcome]:
    """What was kept of the answers that somebody judged."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        return list(await store.outcomes.all())
