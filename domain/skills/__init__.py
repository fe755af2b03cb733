"""What people can do and lend: a curated list of concepts, and how words are read as one of them.

Must not know who offers what: that weighs in `domain.ranking`.
"""

from domain.skills.concepts import Concept, Group, Kind
from domain.skills.index import Candidate, Reading, Skills

__all__ = ["Candidate", "Concept", "Group", "Kind", "Reading", "Skills"]
