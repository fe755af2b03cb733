"""Which stored entry a question asks for: a search by meaning, letters and words, and how sure.

Pure: no file, no clock, no network; an encoder is given. Must not know who asks.
"""

from domain.retrieval.confidence import Judge, shipped
from domain.retrieval.findings import find
from domain.retrieval.index import Index
from domain.retrieval.vectors import Encoder, Matrix, Vectors

__all__ = [
    "Encoder",
    "Index",
    "Judge",
    "Matrix",
    "Vectors",
    "find",
    "shipped",
]
