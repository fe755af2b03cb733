"""What people can do and lend: a curated list of concepts, and how words are read as one of them.

Must not know who offers what: that weighs in `domain.ranking`.
"""

from domain.skills.concepts import Concept, Group, Kind

__all__ = ["Concept", "Group", "Kind"]
