"""What the terminal itself says to whoever sits at it: its own commands, not the bot's words.

Knows two languages and nothing else; the bot's words to members are in the locales.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ConsoleWords:
    """The words of one language. `you` to `help_name` are typed after a colon.

    `help` has a place for `{team}`, `saved` and `missing` for `{path}`.
    """

    you: str
    who: str
    file: str
    quit: str
    help_name: str
    help: str
    saved: str
    missing: str
    edited: str


FRENCH = ConsoleWords(
    you="vous",
    who="qui",
    file="fichier",
    quit="quitter",
    help_name="aide",
    help=(
        ":ada parle pour @ada, :{team} écrit à l’équipe, :vous revient à vous, :qui montre qui a"
        " parlé ici, :fichier CHEMIN légende envoie un fichier, :quitter (ou Ctrl-D) termine."
    ),
    saved="Enregistré sous {path}",
    missing="Fichier introuvable\u202f: {path}",
    edited="(modifié)",
)

ENGLISH = ConsoleWords(
    you="you",
    who="who",
    file="file",
    quit="quit",
    help_name="help",
    help=(
        ":ada speaks as @ada, :{team} writes to the team, :you comes back to you, :who shows who"
        " spoke here, :file PATH caption sends a file, :quit (or Ctrl-D) ends."
    ),
    saved="Saved as {path}",
    missing="No such file: {path}",
    edited="(edited)",
)
