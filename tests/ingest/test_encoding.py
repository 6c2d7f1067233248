"""Bytes of all encodings that Ukrainian, Russian and English files come in give the same text."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pace import grows_evenly, repeated

from firsthand.errors import ReportError
from firsthand.ingest.encoding import decode, decode_page
from firsthand.lang import load

UKRAINIAN = "Речниця порту заперечила, що ґанок складу № 5 згорів: «Їжі вистачить»."
RUSSIAN = "Представитель порта подтвердил: ещё два судна вышли в море, объём груза не назван."
ENGLISH = "“We don’t know,” the café owner said – it’s £50."
MARKS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", [*MARKS, "cp1251"])
@pytest.mark.parametrize("length", [1, 30])
def test_ukrainian(encoding: str, length: int) -> None:
    text = " ".join([UKRAINIAN] * length)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["koi8-u", "iso8859-5"])
@pytest.mark.parametrize("length", [1, 30])
def test_ukrainian_in_encodings_without_its_quotes(encoding: str, length: int) -> None:
    text = " ".join(["Речниця порту заперечила, що її склад згорів: їжі й палива в окрузі ще вистачить."] * length)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", [*MARKS, "cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5"])
@pytest.mark.parametrize("length", [1, 30])
def test_russian(encoding: str, length: int) -> None:
    text = " ".join([RUSSIAN] * length)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", [*MARKS, "cp1252"])
def test_english(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("text", ["Привет", "США", "ПЕРЕГОВОРЫ СОРВАНЫ", "Їжак", "Глава МЗС прибув"])
def test_a_few_words_in_the_commonest_old_encoding(text: str) -> None:
    assert decode(text.encode("cp1251")) == text


def test_ukrainian_letters_tell_koi8_u_from_koi8_r() -> None:
    frames = "Є її ґанок і єдність" * 3
    assert decode(frames.encode("koi8-u")) == frames
    table = "╔══╗\nВремя отправления судов из порта\n╚══╝"
    assert decode(table.encode("koi8-r")) == table


def test_a_text_cut_within_a_letter_is_still_utf8() -> None:
    data = (UKRAINIAN * 20).encode("utf-8")
    assert decode(data[:-3]).startswith(UKRAINIAN)
    assert decode(data[:-2])[-1] != "\x00"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" * 30,
        b"PK\x03\x04\x14\x00\x06\x00" * 20,
        "Порт\x00відкрито".encode(),
        b"\x00" * 100,
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(ReportError, match="binary file, no text"):
        decode(data)


def test_a_page_is_read_as_it_says_itself() -> None:
    page = f'<html><head><meta charset="koi8-u"></head><p>{RUSSIAN}</p>'
    assert decode_page(page.encode("koi8-u")) == page


@pytest.mark.parametrize("charset", ["utf-8", "no-such-charset", "ascii"])
def test_a_page_that_is_wrong_about_itself_is_read_as_any_file(charset: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>{RUSSIAN * 5}'
    assert decode_page(page.encode("cp1251")) == page


def test_five_megabytes_take_no_longer_than_they_must() -> None:
    assert grows_evenly(lambda size: decode(repeated(RUSSIAN, 50 * size).encode("cp1251")))


@pytest.mark.parametrize("code", ["uk", "ru"])
def test_letter_frequencies_are_those_of_an_alphabet(code: str) -> None:
    letters = load(code).table("letters")["letters"]
    assert len(letters) == 33
    assert all(len(letter) == 1 and letter.islower() and count > 0 for letter, count in letters.items())
    assert abs(sum(letters.values()) - 10_000) < 20


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_one_clear_line(data: bytes) -> None:
    with contextlib.suppress(ReportError):
        text = decode(data)
        assert text.encode("utf-8") is not None
        assert "\x00" not in text
