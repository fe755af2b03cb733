"""A letter in a reader's language, ready for a page, a print or a mail."""

from __future__ import annotations

from datetime import datetime

from bot.papers.plans import Pages
from bot.papers.wording import pages_of
from chat.letter_cards import leaflet
from domain.fabriques import Fabrique
from domain.letter import Issue
from locales import Language


def pages_for(issue: Issue, fabrique: Fabrique, language: Language) -> Pages:
    """What a letter says, dated by its month: the same letter is the same file."""
    at = datetime.combine(issue.month, fabrique.letter.at, fabrique.zone)
    return pages_of(leaflet(issue, fabrique.name), language, fabrique.zone, at)
