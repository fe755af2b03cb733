"""Which stored entry a question asks for: a search by meaning, letters and words, and how sure.

Pure: no file, no clock, no network; an encoder is given. Must not know who asks.
"""

from domain.retrieval.confidence import WITH_ENCODER, WITHOUT_ENCODER, Judge
from domain.retrieval.findings import Findings, find, judge_of
from domain.retrieval.index import Index
from domain.retrieval.vectors import Encoder, Matrix, Vectors

__all__ = [
    "WITHOUT_ENCODER",
    "WITH_ENCODER",
    "Encoder",
    "Findings",
    "Index",
    "Judge",
    "Matrix",
    "Vectors",
    "find",
    "judge_of",
]
