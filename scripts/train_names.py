"""Trains both name taggers, the CRF and the encoder, and writes them to ``firsthand/names/model/``.

``python scripts/train_names.py ../shared/ner``; with ``--topics-out brexit --every-out 8 --out DIR`` to
measure on a topic unseen and on seen ones.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import pycrfsuite

from firsthand.names.corpus import IGNORED, Gold, KeptOut, everything, labels
from firsthand.names.features import elsewhere, sentence_features
from firsthand.names.labels import OUTSIDE

MODEL = Path(__file__).parent.parent / "firsthand" / "names" / "model"
# L1 keeps the file small: 5 MB instead of 30.
CRF = {"c1": 0.15, "c2": 0.02, "max_iterations": 80, "feature.possible_transitions": True, "feature.minfreq": 2}


def add(trainer: pycrfsuite.Trainer, document: Gold) -> None:
    """Puts a text's sentences to what the CRF learns from; names that start small count as none."""
    texts = [[word.text for word in words] for words in document.sentence_words]
    known = elsewhere(texts)
    for words, row in zip(texts, labels(document), strict=True):
        if words:
            features = sentence_features(words, document.report.language, known, document.corpus)
            trainer.append(pycrfsuite.ItemSequence(features), [OUTSIDE if label == IGNORED else label for label in row])


def train_crf(documents: list[Gold], file: Path) -> None:
    """Trains the CRF; about four minutes on one core."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(CRF)
    for document in documents:
        add(trainer, document)
    trainer.train(str(file))


def train_encoder(documents: list[Gold], file: Path, threads: int) -> None:
    """Trains the encoder; minutes an epoch with bfloat16 in the processor, five times that without."""
    import torch
    from train_encoder import Recipe, save, train

    torch.set_num_threads(threads)
    save(train(documents, Recipe()), file)


def main() -> None:
    """Trains from the command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--out", type=Path, default=MODEL)
    options.add_argument("--topics-out", default="", help="topics to keep out, with commas")
    options.add_argument("--every-out", type=int, default=0, help="keep out every so many-th report")
    options.add_argument("--without-ner-uk", action="store_true", help="for weights without a non-commercial licence")
    options.add_argument("--only", choices=("crf", "encoder"))
    options.add_argument("--threads", type=int, default=2)
    given = options.parse_args()
    began = time.monotonic()
    kept_out = KeptOut(frozenset(given.topics_out.split(",")), given.every_out)
    documents = everything(given.data, kept_out, not given.without_ner_uk)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.only != "encoder":
        train_crf(documents, given.out / "tagger.crfsuite")
        print(f"CRF: {time.monotonic() - began:.0f} s", flush=True)
    if given.only != "crf":
        train_encoder(documents, given.out / "encoder.npz", given.threads)
    print(f"all: {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
