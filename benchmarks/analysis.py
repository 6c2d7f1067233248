"""How fast one report is analysed, beside natasha's own Russian pipeline in the same run.

    python -m benchmarks.analysis [--seconds 10]

Both read the bundled Russian sample reports, cut to about 250 words each, over and over on one core, after one round
that warms the dictionaries: ours is everything that a report says by itself (cleaning to chains), with the names left
out, with the fast tagger and with the best one; natasha's is segmentation, morphology, syntax and names. natasha is
needed for this comparison alone (``pip install natasha``); without it only our own figures are printed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from importlib import resources

from firsthand.pipeline import STAGES, Stage, analyse, with_names
from firsthand.records import Report

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


def natasha() -> Callable[[Report], object] | None:
    """natasha's whole pipeline; None where it is not installed."""
    try:
        from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
    except ImportError:
        return None
    segmenter, embedding, vocabulary = Segmenter(), NewsEmbedding(), MorphVocab()
    taggers = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def work(report: Report) -> object:
        doc = Doc(report.text)
        doc.segment(segmenter)
        doc.tag_morph(taggers[0])
        doc.parse_syntax(taggers[1])
        doc.tag_ner(taggers[2])
        for token in doc.tokens:
            token.lemmatize(vocabulary)
        return doc

    return work


def main() -> None:
    """Prints reports a second and the ratio to natasha."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    seconds = parser.parse_args().seconds
    texts, rival = reports(), natasha()
    ours = (("names left out", without_names()), ("fast names", with_names(fast=True)), ("best names", STAGES))
    rival_rate = rate(rival, texts, seconds) if rival else None
    if rival_rate:
        print(f"natasha (segments, morphology, syntax, names): {rival_rate:.1f} reports a second")
    for name, stages in ours:
        own = rate(lambda report, s=stages: analyse(report, s), texts, seconds)
        ratio = f", {own / rival_rate:.2f} of natasha" if rival_rate else ""
        print(f"firsthand, {name}: {own:.1f} reports a second{ratio}")


if __name__ == "__main__":
    main()
