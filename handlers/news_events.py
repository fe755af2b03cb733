"""News that tells of an event: what its title says of day and place is not asked again."""

from __future__ import annotations

from chat.command import Where, command
from chat.words import Reply
from domain.errors import Refusal
from domain.news import Fate
from handlers.desk import Desk, begin
from handlers.event_reading import said_in
from handlers.feeds import news_is_event


@command(where=Where.TEAM)
async def news_tells_event(desk: Desk, entry: int) -> Reply:
    """Propose an entry as an event, and ask only what its title leaves open."""
    kept = await desk.store.feed_entries.entry(entry)
    if kept is None:
        raise Refusal("refusal-choice-stale")
    if kept.fate is not Fate.PROPOSED:
        raise Refusal("refusal-already-decided")
    said = await said_in(desk, kept.title)
    given: dict[str, object] = {"entry": entry}
    if len(said.when.timings) == 1 and not said.when.timings[0].all_day:
        given["when"] = said.when.timings[0].start
    if said.place:
        given["place"] = said.place
    if news_is_event.missing(given) is None:
        return await news_is_event.run(desk, given)
    return await begin(desk, news_is_event.name, given)


COMMANDS = (news_tells_event,)
