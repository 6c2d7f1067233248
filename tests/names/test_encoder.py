"""The encoder: word pieces, windows, and a file that is not what it should be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from firsthand.names.encoder import MAX_PIECES, gelu, normed, probabilities, unpacked, windows
from firsthand.names.pieces import EncoderError, Pieces, pieces
from firsthand.names.words import Word


def sentence(text: str) -> list[Word]:
    return [Word(at, at + 1, word, False) for at, word in enumerate(text.split())]


def letters(numbers: tuple[int, ...]) -> list[str]:
    known = {number: piece for piece, number in pieces().number.items()}
    return [known.get(number, "?") for number in numbers]


def test_a_frequent_word_is_one_piece_and_a_rare_one_several() -> None:
    assert letters(pieces().of("Президент", False)) == ["▁Президент"]
    assert "".join(letters(pieces().of("Зеленський", False))) == "▁Зеленський"
    assert len(pieces().of("Зеленський", False)) > 1


def test_a_glued_word_has_no_word_mark() -> None:
    assert letters(pieces().of("Київ", True))[0] != letters(pieces().of("Київ", False))[0]


@pytest.mark.parametrize("word", ["🜚", "\u0000", "ѯ" * 60, "-" * 60])
def test_every_word_has_pieces_but_not_too_many(word: str) -> None:
    assert 1 <= len(pieces().of(word, True)) <= 12


def test_windows_hold_every_word_once_and_keep_the_limit() -> None:
    sentences = [sentence("слово " * size) for size in (3, 120, 700, 1, 0, 50)]
    found = list(windows(sentences, pieces()))
    assert [place[:2] for window in found for place in window.places] == [
        (number, at) for number, words in enumerate(sentences) for at in range(len(words))
    ]
    assert max(len(window.ids) for window in found) <= MAX_PIECES + 2
    assert all(0 < first < len(window.ids) - 1 for window in found for _, _, first in window.places)


def test_probabilities_add_up() -> None:
    (table,) = probabilities([sentence("Оксана Приходько живе в Чернівцях .")])
    assert table.shape[0] == 6
    assert np.allclose(table.sum(1), 1, atol=1e-4)


def test_weights_are_unpacked_block_by_block() -> None:
    values = np.ones((64, 2), dtype=np.int8)
    scales = np.array([[1, 2], [3, 4]], dtype=np.float16)
    found = unpacked(values, scales)
    assert found[0].tolist() == [1, 2]
    assert found[63].tolist() == [3, 4]


def test_norm_and_gelu() -> None:
    rows = np.random.default_rng(0).normal(3, 5, size=(4, 384)).astype(np.float32)
    found = normed(rows, np.ones(384, dtype=np.float32), np.zeros(384, dtype=np.float32))
    assert np.allclose(found.mean(1), 0, atol=1e-4)
    assert np.allclose(found.std(1), 1, atol=1e-3)
    assert np.allclose(gelu(np.array([-10, 0, 1, 10], dtype=np.float32)), [0, 0, 0.8412, 10], atol=1e-3)


@pytest.mark.parametrize("content", [b"", b"E5S1", b"E5S2" + b"\0" * 100, b"E5S1" + b"\0" * 200])
def test_another_file_is_refused(tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "e5-small-q4.bin"
    file.write_bytes(content)
    monkeypatch.setattr("firsthand.names.pieces.path", lambda: file)
    with pytest.raises(EncoderError):
        pieces.__wrapped__()


def test_the_cursor_of_the_file_is_right() -> None:
    assert isinstance(pieces(), Pieces)
    assert pieces().vector("emb.ln.w").shape == (384,)
    assert pieces().matrix("l0.fi.w", 384).shape == (1536, 384)
