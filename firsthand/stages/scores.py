"""How sure an attribution is: a logistic model of how its parts lie in the sentence.

What makes a finding wrong is mostly its shape (a source far from its cue, a content that ends before a letter, a cue
inside another's words), hardly the words themselves; so the model knows shapes alone, and one table serves both press
languages. ``python -m eval.attributions --write`` fits it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from firsthand.lang import table
from firsthand.records import Attribution, Report, Sentence, Span

QUOTES = "«»“”„\"'"
MARKS = ",.:;()?!…"
UNSURE = 0.7  # of what scores less, less than half was right in reports that nobody had read (eval/README.md)
NEAR = 8  # attributions before and behind that it may share a sentence with


def with_scores(
    report: Report, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The attributions, each with the probability that its cue, source and content are right."""
    model = table("attribution_scores")
    if report.language == "en":
        return tuple(replace(one, score=model["english"]) for one in attributions)
    weights = model["weights"]
    return tuple(
        replace(one, score=probability(sum(weights.get(feature, 0.0) for feature in features)))
        for one, features in zip(attributions, shapes(report, sentences, attributions), strict=True)
    )


def probability(logit: float) -> float:
    """The logistic function, to two decimals."""
    return round(1 / (1 + math.exp(-logit)), 2)


def shapes(
    report: Report, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...]
) -> Iterator[list[str]]:
    """For each attribution the features that it has: names of what is so, ``bias`` always among them."""
    starts = [sentence.span.start for sentence in sentences]
    for at, one in enumerate(attributions):
        others = [*attributions[max(0, at - NEAR) : at], *attributions[at + 1 : at + 1 + NEAR]]
        number = bisect_right(starts, one.cue.start) - 1
        sentence = sentences[number].span if number >= 0 else Span(0, len(report.text))
        features = {**of_source(report.text, one), **of_content(report.text, one, sentence), **of_cue(report.text, one)}
        features |= of_sentence(report.text, one, sentence) | among(one, sentence, others)
        features |= {"number": min(max(number, 0), 5), "last": number == len(sentences) - 1}
        yield ["bias", f"language={report.language}", *(f"{name}={value}" for name, value in features.items())]


def of_source(text: str, one: Attribution) -> dict[str, object]:
    """How long the source is, how far from the cue, and whether the speaker is known."""
    source = one.source
    found: dict[str, object] = {"speaker": one.speaker is not None}
    if source is None:
        return found | {"source": "none"}
    words = source.of(text)
    behind = source.start >= one.cue.stop
    return found | {
        "source words": min(len(words.split()), 12),
        "source capital": any(word[:1].isupper() for word in words.split()),
        "source comma": "," in words,
        "source to cue": steps(source.start - one.cue.stop if behind else source.stop - one.cue.start),
        "commas between": "behind" if behind else min(text.count(",", source.stop, one.cue.start), 3),
    }


def of_content(text: str, one: Attribution, sentence: Span) -> dict[str, object]:
    """How long the content is, what stands around it, and whether it fills its side of the sentence."""
    if not one.content:
        return {"content": "none"}
    first, last = one.content[0], one.content[-1]
    before, behind_cue = last.stop <= one.cue.start, first.start >= one.cue.stop
    distance = first.start - one.cue.stop if behind_cue else last.stop - one.cue.start
    behind = beside(text, last.stop, 1)
    return {
        "pieces": min(len(one.content), 4),
        "content words": steps(sum(len(piece.of(text).split()) for piece in one.content)),
        "content to cue": steps(distance) if before or behind_cue else "around",
        "before content": beside(text, first.start - 1, -1),
        "behind content": behind,
        "rule, behind content": f"{one.rule}, {behind}",
        "to the end": last.stop >= sentence.stop - 2,
        "from the start": first.start <= sentence.start + 1,
        "quote inside": any(mark in piece.of(text) for piece in one.content for mark in '«"“„'),
        "order": "source first" if one.source is not None and one.source.start < first.start else "content first",
    }


def of_cue(text: str, one: Attribution) -> dict[str, object]:
    """The rule, act and form, and what stands around the cue."""
    before, behind = beside(text, one.cue.start - 1, -1), beside(text, one.cue.stop, 1)
    return {
        "rule": one.rule,
        "act": one.act,
        "form": one.form,
        "rule, form": f"{one.rule}, {one.form}",
        "rule, act": f"{one.rule}, {one.act}",
        "cue words": len(one.cue.of(text).split()),
        "before cue": before,
        "behind cue": behind,
        "rule, before cue": f"{one.rule}, {before}",
        "rule, behind cue": f"{one.rule}, {behind}",
    }


def of_sentence(text: str, one: Attribution, sentence: Span) -> dict[str, object]:
    """How long the sentence is and where the cue stands in it."""
    words = sentence.of(text)
    return {
        "sentence words": steps(len(words.split())),
        "commas": min(words.count(","), 6),
        "cue at": steps(one.cue.start - sentence.start),
    }


def among(one: Attribution, sentence: Span, others: list[Attribution]) -> dict[str, object]:
    """How it lies to the attributions around it."""
    here = shared = holds = inside = 0
    for other in others:
        here += sentence.contains(other.cue)
        shared += one.source is not None and other.source == one.source
        holds += sum([piece.contains(other.cue) for piece in one.content])
        inside += sum([piece.contains(one.cue) for piece in other.content])
    return {
        "others here": min(here, 5),
        "source of others": min(shared, 3),
        "holds cues": min(holds, 3),
        "inside others": min(inside, 3),
    }


def steps(distance: int) -> int:
    """A distance by powers of two, with its sign."""
    return int(math.copysign(math.log2(abs(distance) + 1), distance))


def beside(text: str, at: int, step: int) -> str:
    """The kind of the character there, past blanks."""
    while 0 <= at < len(text) and text[at] in " \t\xa0":
        at += step
    if not 0 <= at < len(text):
        return "end"
    found = text[at]
    if found.isalpha():
        return "letter"
    if found.isdigit():
        return "digit"
    if found in QUOTES:
        return "quote"
    return "dash" if found in "—–-" else found if found in MARKS else "other"
