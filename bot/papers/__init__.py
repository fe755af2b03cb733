"""From a sheet or a chart to a file: worded when the reply is written, drawn when it leaves.

Wording needs the reader's language and is quick. Drawing may take a tenth of a second and needs
nothing but the words: it is done outside any transaction, on a thread.
"""

from __future__ import annotations

import asyncio

from bot.papers.plans import Pages, Picture, from_bytes
from chat.papers import Form
from chat.transport import File

PLANNED = "application/vnd.fabrique.paper+json"
"""The media type of a file that is still to be drawn."""


async def ready(file: File) -> File:
    """The file as it is sent; one that is still to be drawn is drawn aside."""
    return await asyncio.to_thread(drawn, file) if file.media_type == PLANNED else file


def drawn(file: File) -> File:
    """A planned file drawn: the same plan gives the same bytes.

    The libraries take most of a second to load, once, when the first such file leaves.
    """
    plan = from_bytes(file.content)
    if isinstance(plan, Picture):
        from bot.papers import charts

        return File(file.name, "image/png", charts.draw(plan), alt=plan.alt)
    if isinstance(plan, Pages):
        from bot.papers.leaflet_pdf import draw

        return File(file.name, "application/pdf", draw(plan))
    if plan.form == Form.CSV:
        from bot.papers import sheet_csv

        return File(file.name, "text/csv", sheet_csv.draw(plan))
    from bot.papers import sheet_pdf

    return File(file.name, "application/pdf", sheet_pdf.draw(plan))
