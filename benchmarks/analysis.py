"""How fast one report is analysed, beside natasha's own Russian pipeline in the same run.

    python -m benchmarks.analysis [--seconds 10]

Both read the bundled Russian sample reports, cut to about 250 words each, over and over on one core, after one round
that warms the dictionaries. The whole: ours is everything that a report says by itself (cleaning to chains), with the
names left out, with the fast tagger and with the best one; natasha's is segmentation, morphology, syntax and names.
Names alone: ours are found in sentences already split, types and nominatives with them; natasha's segments the report
and finds names. natasha is needed for this comparison alone (``pip install natasha``); without it only our own figures
are printed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from importlib import resources

from firsthand.pipeline import STAGES, Stage, analyse, with_names
from firsthand.records import Report
from firsthand.stages.clean import find_regions
from firsthand.stages.mentions import find_mentions
from firsthand.stages.segment import split

WORDS = 250


def reports() -> list[Report]:
    """The Russian texts of the sample, each cut after about 250 words."""
    folder = resources.files("firsthand").joinpath("sample", "reports")
    texts = [f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".txt")]
    russian = [t for t in texts if sum(t.count(c) for c in "ыэъ") > sum(t.count(c) for c in "іїє")]
    return [Report(str(i), "", " ".join(t.split(" ")[:WORDS]), "ru") for i, t in enumerate(russian)]


def without_names() -> tuple[Stage, ...]:
    """The stages with an empty name tagger."""
    return tuple(Stage(s.makes, s.needs, no_mentions) if s.makes == "mentions" else s for s in STAGES)


def no_mentions(report: Report, sentences: object) -> tuple[()]:
    """No names."""
    return ()


def rate(work: Callable[[Report], object], texts: list[Report], seconds: float) -> float:
    """Reports of 250 words a second of processor time; the first round does not count."""
    for text in texts:
        work(text)
    start, words = time.process_time(), 0
    while time.process_time() - start < seconds:
        for text in texts:
            work(text)
            words += len(text.text.split())
    return words / WORDS / (time.process_time() - start)


def names_alone(texts: list[Report], fast: bool) -> Callable[[Report], object]:
    """Our names in the sentences of the texts, which are split beforehand."""
    sentences = {text.id: split(text, find_regions(text)) for text in texts}
    return lambda report: find_mentions(report, sentences[report.id], fast)


def natasha() -> tuple[Callable[[Report], object], Callable[[Report], object]] | None:
    """natasha's whole pipeline, and its names alone; None where it is not installed."""
    try:
        from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
    except ImportError:
        return None
    segmenter, embedding, vocabulary = Segmenter(), NewsEmbedding(), MorphVocab()
    morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def whole(report: Report) -> object:
        doc = Doc(report.text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(names)
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        return doc

    def alone(report: Report) -> object:
        doc = Doc(report.text)
        doc.segment(segmenter)
        doc.tag_ner(names)
        return doc

    return whole, alone


def main() -> None:
    """Prints reports a second and the ratio to natasha."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    seconds = parser.parse_args().seconds
    texts, rival = reports(), natasha()
    whole, alone = (rate(work, texts, seconds) for work in rival) if rival else (None, None)
    if rival:
        print(f"natasha, whole (segments, morphology, syntax, names): {whole:.1f} reports a second")
        print(f"natasha, names alone: {alone:.1f} reports a second")
    stages = {"names left out": without_names(), "fast names": with_names(fast=True), "best names": STAGES}
    for name, some in stages.items():
        show(f"whole, {name}", rate(partial(analyse, stages=some), texts, seconds), whole)
    for name, fast in (("fast", True), ("best", False)):
        show(f"names alone, {name}", rate(names_alone(texts, fast), texts, seconds), alone)


def show(what: str, own: float, rival: float | None) -> None:
    """Prints our reports a second, and the ratio to natasha's where that was measured."""
    print(f"firsthand, {what}: {own:.1f} reports a second" + (f", {own / rival:.2f} of natasha's" if rival else ""))


if __name__ == "__main__":
    main()
