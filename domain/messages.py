"""What one message holds: a question or several, only a link, a mail that was answered.

Knows signs and openings, no meaning. Every function leaves the words as they were written.
"""

from __future__ import annotations

import re

from domain.people import fold

READ = 20_000
"""Characters in which questions are looked for; what follows is never read to its end by people."""

AT_MOST = 3
"""Questions of one message that are answered one by one."""

_LINK = re.compile(r"<?(?:https?://|www\.)[^\s<>]+>?", re.I)
_CUT = re.compile(r"(?<=[?!…])\s+|(?<=[?!…])(?=[A-ZÀ-Ý])|(?<=[^\W\d_]{2}\.)\s+|\n+")
_ASKS = re.compile(
    r"(?:et |and |donc |so |aussi |puis |[-*•]|\d[.)]|\s)*(?:comment|combien|quand|ou|qui|que|"
    r"qu'est|quels?|quelles?|pourquoi|est-ce|peut-on|puis-je|faut-il|y a-t-il|existe-t-il|how|when|"
    r"where|who|what|which|why|can|could|is|are|do|does|did)\b"
)
_QUOTED = re.compile(
    r"^(?:le .{3,80} a ecrit\s?:|on .{3,80} wrote\s?:|-{2,} ?(?:message|original|forwarded)|"
    r"_{5,}$|--\s*$|(?:de|from|a|to|objet|subject|envoye|sent|date|cc)\s?:\s)"
)
_MARK = re.compile(r"^\s*[>_-]|:")  # what every line that is quoted or heads one has
_HEADER_MOST = 200


def questions_in(text: str) -> tuple[str, ...]:
    """Each different question of a message, in order; none when nothing is plainly asked."""
    sentences = (sentence.strip() for sentence in _CUT.split(without_quotes(text)[:READ]))
    asked = [sentence for sentence in sentences if _asks(sentence)]
    return tuple({fold(sentence).strip(" ?!."): sentence for sentence in asked[::-1]}.values())[
        ::-1
    ]


def only_link(text: str) -> str | None:
    """The address, when a message is nothing else."""
    found = _LINK.fullmatch(text.strip())
    return found[0].strip("<>") if found else None


def without_quotes(text: str) -> str:
    """A pasted mail without what it answers, its heads and its signature; whole if all is that."""
    own: list[str] = []
    for line in text[:READ].splitlines():
        if not _MARK.search(line):
            own.append(line)
            continue
        if line.lstrip().startswith(">"):
            continue
        seen = fold(line[:_HEADER_MOST]).strip()
        if own and re.match(r"--\s*$|le .{3,80} a ecrit\s?:|on .{3,80} wrote\s?:", seen):
            break
        if not _QUOTED.match(seen):
            own.append(line)
    return "\n".join(own).strip() or text


def beginning(text: str, *, most: int) -> str:
    """The first sentences or words of a text, within `most` characters."""
    if len(text) <= most:
        return text
    kept = text[:most]
    ends = [kept.rfind(sign) + 1 for sign in ("\n", ". ", "? ", "! ")]
    end = max(ends) if max(ends) > most // 2 else kept.rfind(" ")
    return kept[: end if end > most // 2 else most].strip()


def _asks(sentence: str) -> bool:
    """Whether a sentence asks: by its sign, or by how it begins."""
    words = re.findall(r"\w+", sentence)
    if sentence.endswith("?"):
        return bool(words)
    return len(words) > 2 and len(sentence) < _HEADER_MOST and bool(_ASKS.match(fold(sentence)))
