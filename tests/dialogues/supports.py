"""What dialogues about support share: a request that was sent, and where its words are."""

from __future__ import annotations

from sqlalchemy import select

from storage.tables import Row
from tests.talk import Talk

TOLD = "Notre zorglub est en conflit, tout le bureau se dispute et s’accuse."


async def sent(
    talk: Talk,
    who: str,
    words: str = TOLD,
    *,
    share: str = "L’équipe",
    urgency: str = "Oui, cela peut attendre",
    send: str = "Envoyer à l’équipe",
) -> None:
    """Somebody tells it, and lets it go so far."""
    await talk.say(who, f"/soutien {words}")
    await talk.press(who, share)
    await talk.press(who, urgency)
    await talk.press(who, send)


async def kept(talk: Talk, word: str) -> list[str]:
    """The tables in which a word stands."""
    async with talk.stage.app.database.begin() as store:
        found = []
        for table in Row.metadata.sorted_tables:
            rows = await store.session.execute(select(table))
            found += [table.name for row in rows if word in str(tuple(row))]
    return found


async def to(talk: Talk, chat: str) -> list[str]:
    """What a chat was shown, the newest form of each message last."""
    return [one["text"] for one in talk.events if one.get("chat") == chat and "text" in one]


def everything_but(talk: Talk, *chats: str) -> list[str]:
    """What all others were shown."""
    return [str(one) for one in talk.events if one.get("chat") not in chats]


def drawn(talk: Talk, message: str) -> str:
    """What a message says now."""
    return [str(one["text"]) for one in talk.events if one.get("id") == message and "text" in one][
        -1
    ]


def standing(talk: Talk, chat: str) -> list[str]:
    """What stands in a chat now, each message in its newest form."""
    now: dict[str, str] = {}
    for one in talk.events:
        if one.get("chat") == chat and "text" in one and "id" in one:
            now[one["id"]] = one["text"]
        elif one["event"] == "delete":
            now.pop(one["id"], None)
    return list(now.values())
