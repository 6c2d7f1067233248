"""Mentions: the names in a report, with type and nominative.

Only what starts with a capital is a name, a body that is named after somebody (``центр имени Белова``), or an address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.names.addresses import RULE as ADDRESS
from firsthand.names.agreement import standings
from firsthand.names.named_after import RULE as NAMED_AFTER
from firsthand.names.nominative import nominatives
from firsthand.names.tagger import find_names, models_for
from firsthand.names.words import Name, Word, words
from firsthand.records import Mention, Report, Sentence, Span
from firsthand.stages.segment import LINE, sentence_ends, tokenize


def is_capitalised(text: str) -> bool:
    """Whether its first letter is a capital: corpora also mark ``демократи`` or ``український``, now and then."""
    first = next((c for c in text if c.isalpha()), "")
    return first.isupper()


def with_nominatives(names: Sequence[Name], read: Sequence[Sequence[Word]], report: Report) -> tuple[Mention, ...]:
    """The records of a report's names; their nominatives are found together, since its forms settle each other."""
    spans = [Span(name.start, name.stop) for name in names]
    texts = tuple((span.of(report.text), name.type) for span, name in zip(spans, names, strict=True))
    found = nominatives(texts, report.language, standings(names, read, report.language))
    return tuple(
        Mention(span, name.type, form, name.score, name.rule)
        for span, name, form in zip(spans, names, found, strict=True)
    )


def cut(report: Report, start: int, stop: int) -> Iterator[Sentence]:
    """Sentences of a stretch of text, line by line."""
    for line in LINE.finditer(report.text, start, stop):
        tokens = list(tokenize(report.text, line.start(), line.end()))
        for begin, end in sentence_ends(tokens, report.language):
            yield Sentence(Span(tokens[begin].start, tokens[end - 1].stop), tuple(tokens[begin:end]))


def whole(report: Report, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences, and between them what is no news text: one name in twenty-five stands in captions and credits."""
    at = 0
    for sentence in sorted(sentences, key=lambda s: s.span):
        yield from cut(report, at, sentence.span.start)
        yield sentence
        at = max(at, sentence.span.stop)
    yield from cut(report, at, len(report.text))


def find_mentions(report: Report, sentences: tuple[Sentence, ...], fast: bool = False) -> tuple[Mention, ...]:
    """The names in the whole text, in order; ``fast`` (for archives) takes the CRF alone, less exact on new topics;
    in English there is no fast one.

    Names outside the sentences (in what the cleaning stage set aside) are among them; a stage that wants none of those
    leaves out what lies in a region.
    """
    read = [found for found in (words(sentence) for sentence in whole(report, sentences)) if found]
    names = find_names(read, report.language, models_for(report.language, fast))
    kept = [n for n in names if n.rule in (NAMED_AFTER, ADDRESS) or is_capitalised(report.text[n.start : n.stop])]
    return with_nominatives(kept, read, report)
