"""Fine-tunes the lower layers of multilingual-e5-small for names, with torch on the CPU; for ``train_names.py``."""

from __future__ import annotations

import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from firsthand.names.corpus import IGNORED, Gold, labels
from firsthand.names.encoder import MATRICES, windows
from firsthand.names.labels import LABELS, NUMBER
from firsthand.names.pieces import BLOCK, HEADS, MASK, WIDTH, pieces
from firsthand.names.words import Word

CORPORA = {"slavic": 0, "ner-uk": 1}
BUCKET = 32


@dataclass(frozen=True)
class Recipe:
    """What can be set for a run; the values are those of the shipped model."""

    layers: int = 6
    epochs: int = 5
    rate: float = 2e-4
    head_rate: float = 2e-3
    decay_down: float = 0.9
    batch_pieces: int = 3072
    dropout: float = 0.1
    mask: float = 0.05
    mask_names: float = 0.15
    swap: float = 0.3
    capitals: float = 0.02
    ner_uk: float = 0.5
    smoothing: float = 0.0
    seed: int = 0


@dataclass(frozen=True)
class Example:
    """A window ready to be read: piece numbers, (first piece, label) of its words, and its corpus."""

    ids: list[int]
    targets: list[tuple[int, int]]
    corpus: int


class Drop(nn.Module):
    """Dropout with stretches of one long random mask: drawing a new one each time took a fifth of the training."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.noise = (torch.rand(1 << 24) >= share).to(torch.bfloat16) / (1 - share)  # 0 or a little over 1

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        start = random.randrange(len(self.noise) - x.numel())
        return x * self.noise[start : start + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """A post-norm transformer layer with e5's weights."""

    def __init__(self, number: int, drop: Drop) -> None:
        super().__init__()
        source, name = pieces(), f"l{number}."
        self.query_key_value = linear([name + part for part in ("q", "k", "v")], WIDTH)
        self.out, self.inner = linear([name + "ao"], WIDTH), linear([name + "fi"], WIDTH)
        self.outer = linear([name + "fo"], self.inner.out_features)
        self.norm = norm(source, name + "aln")
        self.last_norm = norm(source, name + "oln")
        self.drop = drop

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        size, length, _ = x.shape
        query, key, value = self.query_key_value(x).view(size, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        # Written out: torch's fused attention is three times slower on the way back on a CPU.
        weights = (query / math.sqrt(WIDTH // HEADS)) @ key.transpose(-1, -2) + mask[:, None, None, :].to(query.dtype)
        seen = weights.softmax(-1, dtype=weights.dtype) @ value
        seen = self.out(seen.transpose(1, 2).reshape(size, length, WIDTH))
        x = self.norm(x + self.drop(seen))
        inner = functional.gelu(self.inner(x), approximate="tanh")
        return self.last_norm(x + self.drop(self.outer(inner)))


class Network(nn.Module):
    """Frozen embeddings, fine-tuned layers, a vector for the guideline to follow, a linear head."""

    def __init__(self, recipe: Recipe, used: list[int]) -> None:
        super().__init__()
        source = pieces()
        table = torch.tensor(source.rows("emb.word", np.array(used), WIDTH))
        self.embedding = nn.Embedding.from_pretrained(table)
        position = source.vector("emb.pos").reshape(-1, WIDTH)[:512] + source.vector("emb.type")[:WIDTH]
        self.position = nn.Parameter(torch.tensor(position), requires_grad=False)
        self.norm = norm(source, "emb.ln").requires_grad_(False)
        self.drop = Drop(recipe.dropout)
        self.layers = nn.ModuleList(Layer(number, self.drop) for number in range(recipe.layers))
        self.corpus = nn.Parameter(torch.zeros(len(CORPORA), WIDTH))
        self.head = nn.Linear(WIDTH, len(LABELS))
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: Tensor, mask: Tensor, corpus: Tensor) -> Tensor:
        x = self.norm(self.embedding(ids) + self.position[: ids.shape[1]])
        x = self.drop(x + self.corpus[corpus][:, None, :])
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(self.drop(x))


def linear(names: list[str], width: int) -> nn.Linear:
    """A linear layer with weights of the file, several stacked."""
    source = pieces()
    weight = np.concatenate([source.matrix(name + ".w", width) for name in names])
    bias = np.concatenate([source.vector(name + ".b") for name in names])
    made = nn.Linear(width, len(weight))
    made.weight.data = torch.tensor(weight)
    made.bias.data = torch.tensor(bias)
    return made


def norm(source: object, name: str) -> nn.LayerNorm:
    """A layer norm with weights of the file."""
    made = nn.LayerNorm(WIDTH, eps=1e-12)
    made.weight.data = torch.tensor(source.vector(name + ".w"))
    made.bias.data = torch.tensor(source.vector(name + ".b"))
    return made


Key = tuple[str, str, tuple[str, ...]]


def ending(word: str) -> str:
    """What stands for case and gender of a word in a name; a word in capitals or Latin has none."""
    return word if not word[:1].isalpha() else "X" if word.isupper() else "L" if word.isascii() else word[-2:].lower()


def spans(row: list[str]) -> Iterator[tuple[int, int, str]]:
    """Names among the labels of a sentence."""
    at = 0
    while at < len(row):
        stop = at + 1
        if row[at].startswith("B-"):
            while stop < len(row) and row[stop] == "I-" + row[at][2:]:
                stop += 1
            yield at, stop, row[at][2:]
        at = stop


class Swaps:
    """Other names that fit in a name's place: same language and type, as many words, same endings."""

    def __init__(self, documents: list[Gold]) -> None:
        found: dict[Key, set[tuple[str, ...]]] = defaultdict(set)
        for document in documents:
            for words, row in zip(document.sentence_words, labels(document), strict=True):
                for start, stop, type_ in spans(row):
                    name = tuple(word.text for word in words[start:stop])
                    found[self.key(document.report.language, type_, name)].add(name)
        self.names = {key: sorted(names) for key, names in found.items() if len(names) > 1}

    @staticmethod
    def key(language: str, type_: str, name: tuple[str, ...]) -> Key:
        return language, type_, tuple(ending(word) for word in name)

    def swapped(self, words: list[Word], row: list[str], language: str, chance: float) -> list[Word]:
        """The sentence with some of its names replaced."""
        found = list(words)
        for start, stop, type_ in spans(row):
            if random.random() >= chance:
                continue
            others = self.names.get(self.key(language, type_, tuple(w.text for w in words[start:stop])))
            if others:
                for at, text in zip(range(start, stop), random.choice(others), strict=True):
                    found[at] = Word(words[at].start, words[at].stop, text, words[at].glued)
        return found


def in_capitals(words: list[Word], row: list[str], chance: float) -> list[Word]:
    """Now and then a whole sentence in capitals (a headline), or the names of people in it (``Іван ФРАНКО``)."""
    dice = random.random()
    if dice < chance:
        return [Word(w.start, w.stop, w.text.upper(), w.glued) for w in words]
    if dice < 3 * chance:
        big = [w.text.upper() if label == "I-PER" else w.text for w, label in zip(words, row, strict=True)]
        return [Word(w.start, w.stop, text, w.glued) for w, text in zip(words, big, strict=True)]
    return words


def examples(documents: list[Gold], swaps: Swaps, recipe: Recipe, number: dict[int, int] | None) -> list[Example]:
    """The windows of an epoch, names swapped and words masked anew; ``number`` maps pieces to rows of the table."""
    found = []
    for document in documents:
        if document.corpus == "ner-uk" and random.random() >= recipe.ner_uk:
            continue
        rows = labels(document)
        sentences = [
            in_capitals(swaps.swapped(words, row, document.report.language, recipe.swap), row, recipe.capitals)
            for words, row in zip(document.sentence_words, rows, strict=True)
        ]
        for window in windows(sentences, pieces()):
            starts = [first for _, _, first in window.places]
            names = [rows[sentence][word] for sentence, word, _ in window.places]
            ids = masked(window.ids, starts, names, recipe)
            targets = [(first, NUMBER[name]) for first, name in zip(starts, names, strict=True) if name != IGNORED]
            ids = [number[i] if number else i for i in ids]
            found.append(Example(ids, targets, CORPORA[document.corpus]))
    return found


def masked(ids: list[int], starts: list[int], names: list[str], recipe: Recipe) -> list[int]:
    """Some words hidden, those of names more often: on a new topic the words around them must tell."""
    found, ends = list(ids), [*starts[1:], len(ids) - 1]
    for start, stop, name in zip(starts, ends, names, strict=True):
        if random.random() < (recipe.mask_names if name[1:2] == "-" else recipe.mask):
            found[start:stop] = [MASK] * (stop - start)
    return found


def batches(found: list[Example], recipe: Recipe) -> list[list[Example]]:
    """Windows of like length together, in random order."""
    buckets = defaultdict(list)
    for example in found:
        buckets[-(-len(example.ids) // BUCKET) * BUCKET].append(example)
    made = []
    for length, bucket in buckets.items():
        random.shuffle(bucket)
        size = max(1, recipe.batch_pieces // length)
        made += [bucket[at : at + size] for at in range(0, len(bucket), size)]
    random.shuffle(made)
    return made


def tensors(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, attention mask, labels (-1: not counted) of shape (windows, pieces), and the corpus of each window."""
    length = -(-max(len(e.ids) for e in batch) // BUCKET) * BUCKET
    ids, targets = np.zeros((len(batch), length), dtype=np.int64), np.full((len(batch), length), -1, dtype=np.int64)
    mask = np.zeros((len(batch), length), dtype=bool)
    for row, example in enumerate(batch):
        ids[row, : len(example.ids)], mask[row, : len(example.ids)] = example.ids, True
        for first, target in example.targets:
            targets[row, first] = target
    corpus = torch.tensor([e.corpus for e in batch])
    return torch.tensor(ids), torch.tensor(mask), torch.tensor(targets), corpus


def parameter_groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    """Learning rates: the head's, and the layers', lower ones less."""
    top = recipe.layers - 1
    found: list[dict[str, object]] = [
        {"params": [network.corpus, *network.head.parameters()], "lr": recipe.head_rate, "weight_decay": 0.0}
    ]
    for number, layer in enumerate(network.layers):
        rate = recipe.rate * recipe.decay_down ** (top - number)
        found.append({"params": list(layer.parameters()), "lr": rate, "weight_decay": 0.01})
    return found


def pace(step: int, steps: int) -> float:
    """Warm-up over 6 %, then cosine down to 2 %."""
    warm = max(1, int(0.06 * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def train(documents: list[Gold], recipe: Recipe) -> Network:
    """The network after all epochs; bfloat16 products where the processor has them, weights in float32."""
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    swaps = Swaps(documents)
    used = sorted(used_pieces(documents))
    number = {piece: row for row, piece in enumerate(used)}
    network = Network(recipe, used)
    steps = recipe.epochs * len(batches(examples(documents, swaps, recipe, None), recipe))
    optimizer = torch.optim.AdamW(parameter_groups(network, recipe), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: pace(step, steps))
    began = time.monotonic()
    for epoch in range(recipe.epochs):
        losses = []
        for batch in batches(examples(documents, swaps, recipe, number), recipe):
            losses.append(step(network, batch, optimizer, recipe))
            schedule.step()
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s", flush=True)
    return network.eval()


@cache
def has_fast_bfloat16() -> bool:
    """Whether this processor multiplies in bfloat16 faster than in float32: ten times with AMX, slower without."""
    return seconds(torch.bfloat16) < seconds(torch.float32)


def seconds(kind: torch.dtype) -> float:
    """The time of ten matrix products as in training, after one to warm up."""
    left, right = torch.ones(2048, WIDTH, dtype=kind), torch.ones(WIDTH, 4 * WIDTH, dtype=kind)
    left @ right
    began = time.perf_counter()
    for _ in range(10):
        left @ right
    return time.perf_counter() - began


def step(network: Network, batch: list[Example], optimizer: torch.optim.Optimizer, recipe: Recipe) -> float:
    """One step of training; the loss."""
    ids, mask, targets, corpus = tensors(batch)
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_fast_bfloat16()):
        scores = network(ids, ~mask * -1e4, corpus)
    loss = functional.cross_entropy(
        scores.float().flatten(0, 1), targets.flatten(), ignore_index=-1, label_smoothing=recipe.smoothing
    )
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimizer.step()
    return float(loss.detach())


def used_pieces(documents: list[Gold]) -> set[int]:
    """Pieces that can come up in training: of the words as they are and in capitals."""
    source = pieces()
    found = {source.bos, source.eos, source.unknown, MASK}
    for text in {word.text for document in documents for words in document.sentence_words for word in words}:
        for glued in (True, False):
            found.update(source.of(text, glued))
            found.update(source.of(text.upper(), glued))
    return found


def packed(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 values and fp16 scales in blocks of 32 along the input, of a float matrix of shape (in, out)."""
    rows, columns = weight.shape
    blocks = weight.reshape(rows // BLOCK, BLOCK, columns)
    scales = (np.abs(blocks).max(1) / 127).astype(np.float16)
    safe = np.where(scales == 0, 1, scales).astype(np.float32)
    values = np.clip(np.round(blocks / safe[:, None]), -127, 127).astype(np.int8)
    return values.reshape(rows, columns), safe.astype(np.float16)


def save(network: Network, file: Path) -> None:
    """The weights as ``firsthand.names.encoder`` reads them."""
    stored: dict[str, np.ndarray] = {
        "layers": np.array(len(network.layers)),
        "corpus": network.corpus[CORPORA["slavic"]].detach().numpy(),
        "w": network.head.weight.detach().numpy().T.copy(),
        "b": network.head.bias.detach().numpy(),
    }
    for number, layer in enumerate(network.layers):
        linears = (layer.query_key_value, layer.out, layer.inner, layer.outer)
        for name, part in zip(MATRICES, linears, strict=True):
            values, scales = packed(part.weight.detach().numpy().T)
            stored |= {f"l{number}.{name}.q": values, f"l{number}.{name}.s": scales}
            stored[f"l{number}.{name[:-1]}b"] = part.bias.detach().numpy()
        for name, part in (("aln", layer.norm), ("oln", layer.last_norm)):
            stored[f"l{number}.{name}w"] = part.weight.detach().numpy()
            stored[f"l{number}.{name}b"] = part.bias.detach().numpy()
    np.savez_compressed(file, **stored)
