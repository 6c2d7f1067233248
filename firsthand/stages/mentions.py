"""Mentions: the names in a report's sentences, with type and nominative. Only what starts with a capital is a name."""

from __future__ import annotations

from firsthand.names.nominative import nominative
from firsthand.names.tagger import Name, find_names, models
from firsthand.names.words import words
from firsthand.records import Mention, Report, Sentence, Span


def is_capitalised(text: str) -> bool:
    """Whether its first letter is a capital: corpora also mark ``демократи`` or ``український``, now and then."""
    first = next((c for c in text if c.isalpha()), "")
    return first.isupper()


def mention(name: Name, report: Report) -> Mention:
    """The record of a name, with its nominative in the report's language."""
    span = Span(name.start, name.stop)
    return Mention(span, name.type, nominative(span.of(report.text), name.type, report.language), name.score, name.rule)


def find_mentions(report: Report, sentences: tuple[Sentence, ...], fast: bool = False) -> tuple[Mention, ...]:
    """The names in these sentences, in order; ``fast`` takes the CRF alone (archives), less exact on new topics."""
    read = [found for found in (words(sentence) for sentence in sentences) if found]
    names = find_names(read, report.language, models(fast))
    return tuple(mention(n, report) for n in names if is_capitalised(report.text[n.start : n.stop]))
