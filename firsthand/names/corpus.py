"""Reads the two corpora that the taggers learn from; for training and measuring only.

SlavicNER: reports with stand-off names (``start end mention nominative type id``). NER-UK 2.0: tokens and BIO labels.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from firsthand.names.labels import OUTSIDE, TYPES
from firsthand.names.words import Word, words
from firsthand.records import Report, Sentence, Span
from firsthand.stages.segment import split, tokenize

IGNORED = "?"
NER_UK_TYPES = {"PERS": "PER", "LOC": "LOC", "ORG": "ORG"}
NO_SPACE_BEFORE = frozenset(".,;:!?…%)]}»”")
NO_SPACE_AFTER = frozenset("([{«“„")
SENTENCES_OF_A_TEXT = 30


@dataclass(frozen=True, slots=True)
class Gold:
    """A report with its sentences and, where somebody marked them, its names."""

    report: Report
    topic: str
    corpus: str
    sentences: tuple[Sentence, ...]
    names: tuple[tuple[int, int, str], ...]
    sentence_words: tuple[list[Word], ...] = field(default=(), repr=False)


def slavic(root: Path, language: str) -> Iterator[Gold]:
    """The reports of SlavicNER in one language, by file name."""
    for tsv in sorted((root / "slavicner" / language).glob("*.tsv")):
        text_file = tsv.with_suffix("") if tsv.with_suffix("").exists() else tsv.with_suffix(".txt")
        text, names = unix(text_file.read_bytes().decode("utf-8"), tsv.read_text("utf-8"))
        yield gold(Report(tsv.stem, tsv.name, text, language), tsv.name.split("__")[0], "slavic", names)


def unix(text: str, table: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text with ``\\n`` for ``\\r\\n``, and the names of the table moved along."""
    rows = (row.split("\t") for row in table.splitlines() if row.strip())
    names = [(int(r[0]), int(r[1]), r[4]) for r in rows if r[4] in TYPES]
    lost = [m.start() for m in re.finditer("\r\n", text)]
    return text.replace("\r\n", "\n"), [(a - bisect_left(lost, a), b - bisect_left(lost, b), t) for a, b, t in names]


def gold(report: Report, topic: str, corpus: str, names: list[tuple[int, int, str]]) -> Gold:
    """A report cut into sentences and words."""
    sentences = split(report, ())
    return Gold(report, topic, corpus, sentences, tuple(names), tuple(words(s) for s in sentences))


def ner_uk(root: Path) -> Iterator[Gold]:
    """The texts of NER-UK, with their spaces put back."""
    lines = (root / "ner-uk" / "train.iob").read_text("utf-8").splitlines()
    for number, sentences in enumerate(texts(lines)):
        yield rebuilt(f"ner-uk-{number}", sentences)


def texts(lines: list[str]) -> Iterator[list[list[tuple[str, str]]]]:
    """Runs of sentences of (token, label); the file does not say where a text ends, so 30 sentences make one."""
    found: list[list[tuple[str, str]]] = []
    for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
        if not filled:
            continue
        found.append([(token, label) for token, label in (line.rsplit(" ", 1) for line in block)])
        if len(found) == SENTENCES_OF_A_TEXT:
            yield found
            found = []
    if found:
        yield found


def spaces(tokens: list[str]) -> list[str]:
    """What stands before each token: a space or nothing."""
    found, inside = [], False
    for at, word in enumerate(tokens):
        closes = word in NO_SPACE_BEFORE or (word == '"' and inside)
        opened = at > 0 and (tokens[at - 1] in NO_SPACE_AFTER or (tokens[at - 1] == '"' and inside and word != '"'))
        found.append("" if at == 0 or closes or opened else " ")
        inside = inside != (word == '"')
    return found


def rebuilt(name: str, sentences: list[list[tuple[str, str]]]) -> Gold:
    """A text put together from tokens, its sentences as the corpus cut them."""
    text, cut = "", []
    names: list[tuple[int, int, str]] = []
    for sentence in sentences:
        start = len(text)
        before = spaces([token for token, _ in sentence])
        for (token, label), space in zip(sentence, before, strict=True):
            text += space
            add_label(names, label, len(text), len(text) + len(token))
            text += token
        cut.append((start, len(text)))
        text += "\n"
    found = tuple(Sentence(Span(*c), tuple(tokenize(text, *c))) for c in cut)
    report = Report(name, name, text, "uk")
    return Gold(report, "ner-uk", "ner-uk", found, tuple(names), tuple(words(s) for s in found))


def add_label(names: list[tuple[int, int, str]], label: str, start: int, stop: int) -> None:
    """Puts a token's label to the names: a new one, or the last one made longer."""
    type_ = NER_UK_TYPES.get(label[2:])
    if type_ is None:
        return
    if label[0] == "I" and names and names[-1][2] == type_ and start - names[-1][1] <= 1:
        names[-1] = (names[-1][0], stop, type_)
    else:
        names.append((start, stop, type_))


def starts_big(text: str) -> bool:
    """Whether the first character is a capital: only such names are wanted."""
    return text[:1].isupper()


def labels(document: Gold) -> list[list[str]]:
    """The label of each word; words of names that start small are ``?``: the corpora mark them now and then."""
    marked = {}
    for start, stop, type_ in sorted(document.names, key=lambda n: (n[0], -n[1])):
        inside = [w for ws in sentence_words_in(document, start, stop) for w in ws]
        if any(w.start in marked for w in inside):
            continue
        wanted = starts_big(document.report.text[start:stop])
        for at, word in enumerate(inside):
            marked[word.start] = f"{'I' if at else 'B'}-{type_}" if wanted else IGNORED
    return [[marked.get(w.start, OUTSIDE) for w in ws] for ws in document.sentence_words]


def sentence_words_in(document: Gold, start: int, stop: int) -> Iterator[list[Word]]:
    """The words that a name covers, wholly or in part, in the sentence where it starts."""
    for sentence, ws in zip(document.sentences, document.sentence_words, strict=True):
        if sentence.span.start <= start < sentence.span.stop:
            yield [w for w in ws if w.start < stop and start < w.stop]


@dataclass(frozen=True, slots=True)
class KeptOut:
    """What is not learned from, to be measured on: whole topics (unseen), and every so many-th report (seen topics)."""

    topics: frozenset[str] = frozenset()
    every: int = 0

    def takes(self, number: int, document: Gold) -> bool:
        """Whether the report, the ``number``-th of its language, is one of them."""
        return document.topic in self.topics or (self.every > 0 and number % self.every == 0)


def news(root: Path) -> Iterator[tuple[int, Gold]]:
    """All reports of SlavicNER, each with its number among those of its language."""
    for language in ("uk", "ru"):
        yield from enumerate(slavic(root, language))


def everything(root: Path, kept_out: KeptOut, with_ner_uk: bool = True) -> list[Gold]:
    """All texts to learn from, without what is kept out."""
    found = [document for number, document in news(root) if not kept_out.takes(number, document)]
    return found + (list(ner_uk(root)) if with_ner_uk else [])
