"""The language of a text: Ukrainian, Russian, English, or some other that is not read."""

from __future__ import annotations

from functools import cache
from typing import Any

# More of a text adds nothing; so a long one takes no longer.
_SAMPLE = 3_000


def identify(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, whichever it is; None where there are no words to tell it by."""
    sample = text[:_SAMPLE]
    if sum(character.isalpha() for character in sample) < 3:
        return None
    code: str = _identifier().classify(sample)[0]
    return code


@cache
def _identifier() -> Any:
    import py3langid

    return py3langid
