"""Claims: attributions with the same content, in whatever words and language, with who says so and who denies it."""

from firsthand.stages.claims.compare import compare, keys
from firsthand.stages.claims.find import candidates, find_claims, link
from firsthand.stages.claims.group import group
from firsthand.stages.claims.meaning import Meaning, meanings
from firsthand.stages.claims.positions import changes, make_claims

__all__ = [
    "Meaning",
    "candidates",
    "changes",
    "compare",
    "find_claims",
    "group",
    "keys",
    "link",
    "make_claims",
    "meanings",
]
