"""The language of a text: one that is read, or which other one it seems to be (py3langid, offline, 139 languages)."""

from __future__ import annotations

from firsthand.lang import LANGUAGES

# More of a text adds nothing, and a long one should take no longer.
_SAMPLE = 6_000
_MIN_LETTERS = 3
# What speaks for a language that is read before a word is seen (natural logarithm). Headlines of five Russian words
# were taken for Bulgarian by up to 10; five words of true Bulgarian, Macedonian or Kyrgyz differ by 17 and more.
_PRIOR = 8.0


def identify(text: str) -> str | None:
    """The code of a text's language, whichever it is; None where there are no words to tell it by."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return None
    scores = _scores(sample)
    return max(scores, key=lambda code: scores[code] + (_PRIOR if code in LANGUAGES else 0.0))


def _scores(sample: str) -> dict[str, float]:
    """Log likelihood of each language; the model is loaded at the first call, half a second."""
    import py3langid

    return {str(code): float(score) for code, score in py3langid.rank(sample)}
