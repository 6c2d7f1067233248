"""The corpora as the trainer reads them, on a report and a text of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.names.corpus import IGNORED, Gold, KeptOut, everything, labels, ner_uk, news

REPORT = "Оксана Приходько живе в Чернівцях.\r\nТам її чекають демократи й Марко Д'Анджело."
NAMES = [("Оксана Приходько", "PER"), ("Чернівцях", "LOC"), ("демократи", "ORG"), ("Марко Д'Анджело", "PER")]
TOKENS = [("Рада", "B-ORG"), ("ЄС", "I-ORG"), ("у", "O"), ("«", "O"), ("Празі", "B-LOC"), ("»", "O"), ("5", "B-DATE")]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The two corpora in small: a report in each language, and a sentence of tokens."""
    for language in ("uk", "ru"):
        folder = tmp_path / "slavicner" / language
        folder.mkdir(parents=True)
        (folder / "rain__1.txt").write_bytes(REPORT.encode())
        rows = [f"{REPORT.index(n)}\t{REPORT.index(n) + len(n)}\t{n}\t{n}\t{t}\tX" for n, t in NAMES]
        (folder / "rain__1.txt.tsv").write_text("\n".join(rows) + "\n")
    (tmp_path / "ner-uk").mkdir()
    (tmp_path / "ner-uk" / "train.iob").write_text("\n".join(f"{w} {t}" for w, t in TOKENS) + "\n\n\n")
    return tmp_path


def read(document: Gold) -> list[tuple[str, str]]:
    rows = zip(document.sentence_words, labels(document), strict=True)
    return [(w.text, label) for ws, row in rows for w, label in zip(ws, row, strict=True) if label != "O"]


def test_names_keep_their_place_when_line_ends_change(data: Path) -> None:
    _, document = next(iter(news(data)))
    assert [document.report.text[a:b] for a, b, _ in document.names] == [name for name, _ in NAMES]


def test_names_that_start_small_are_not_learned(data: Path) -> None:
    _, document = next(iter(news(data)))
    assert read(document) == [
        ("Оксана", "B-PER"),
        ("Приходько", "I-PER"),
        ("Чернівцях", "B-LOC"),
        ("демократи", IGNORED),
        ("Марко", "B-PER"),
        ("Д'Анджело", "I-PER"),
    ]


def test_tokens_are_put_together_again(data: Path) -> None:
    (document,) = ner_uk(data)
    assert document.report.text == "Рада ЄС у «Празі» 5\n"
    assert read(document) == [("Рада", "B-ORG"), ("ЄС", "I-ORG"), ("Празі", "B-LOC")]


def test_what_is_kept_out_is_not_learned_from(data: Path) -> None:
    assert len(everything(data, KeptOut())) == 3
    assert [d.corpus for d in everything(data, KeptOut(frozenset({"rain"})))] == ["ner-uk"]
    assert [d.corpus for d in everything(data, KeptOut(every=1))] == ["ner-uk"]
    assert len(everything(data, KeptOut(), with_ner_uk=False)) == 2
