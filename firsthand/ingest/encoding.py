"""Bytes to text: byte order marks, UTF-8, UTF-16, and the one-byte encodings of Ukrainian and Russian told apart.

Windows-1251, KOI8-U, KOI8-R, CP866 and ISO-8859-5 put the same letters at other bytes, so each makes of the
others' text words that nobody writes: what is read most like Ukrainian, Russian or English wins. Letter
frequencies are enough and need no model; a word is also expected to keep to one script and to hold capitals at
its beginning only, which decides texts of a few words.
"""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Mapping
from functools import cache

from firsthand.errors import ReportError
from firsthand.lang import load

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# With what speaks for each before a letter is seen: most old files are windows-1251. KOI8-R is
# KOI8-U with frames in place of Ukrainian letters.
_ONE_BYTE = {
    "cp1251": 0.0,
    "koi8-u": -3.0,
    "koi8-r": -3.5,
    "cp1252": -3.5,
    "cp866": -5.0,
    "iso8859-5": -6.0,
}
# As much as decides; more only takes time.
_SAMPLE_BYTES = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.01
# Log likelihoods beside letters at -2 to -9: what no decoded text should hold, and a run of capitals, which is rarer
# than small letters but no rarer for being longer (headlines, abbreviations).
_ODD, _BROKEN_WORD, _CAPITALS = -12.0, -10.0, -2.0
_CAPITAL_RUN = re.compile(r"[А-ЯЁІЇЄҐ]+")
_CAPITAL_INSIDE = re.compile(r"[а-яёіїєґ][А-ЯЁІЇЄҐ]")
_MIXED = re.compile(r"[a-z][а-яёіїєґ]|[а-яёіїєґ][a-z]", re.IGNORECASE)
_PLAIN_MARKS = frozenset("«»“”„‘’–—…№©®°§€£ \u00ad•ʼ")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text of a file, without byte order mark. Raises ReportError for a file that holds no text."""
    text = _marked(data) or _utf16_without_mark(data) or _utf8(data)
    if text is None:
        _refuse_binary(data.decode("latin-1"))
        text = data.decode(_likeliest(data[:_SAMPLE_BYTES]), "replace")
    _refuse_binary(text)
    return text


def decode_page(data: bytes) -> str:
    """The text of a web page: as it says itself in its head if that works, else as any file."""
    declared = _CHARSET.search(data[:4096])
    if declared and not any(data.startswith(mark) for mark, _ in _MARKS) and _utf8(data) is None:
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeError):
            return decode(data)
    return decode(data)


def normal(text: str) -> str:
    """The text as it is kept: ``\\r\\n`` is ``\\n``, no byte order mark at its beginning; nothing else changes."""
    return re.sub("\r\n?", "\n", text).removeprefix("\ufeff")


def _marked(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    return None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 puts 0 (Latin), 4 (Cyrillic) or 0x20 (quotes, dashes) at every other byte, which no other text does."""
    sample = data[:_SAMPLE_BYTES]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_other = sample[start::2]
        high = sum(every_other.count(byte) for byte in (0, 4, 0x20, 0x21))
        if len(data) % 2 == 0 and len(sample) >= 4 and high > 0.95 * len(every_other):
            return data.decode(name, "replace")
    return None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut off within a letter, or one broken byte in a long text, is still UTF-8.
        text = data.decode("utf-8", "replace")
        multibyte = sum(1 for character in text if "\x80" <= character != "\ufffd")
        broken = text.count("\ufffd")
        return text if error.start > 0 and broken * 100 <= multibyte else None


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE_BYTES]
    if "\x00" in text or len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise ReportError("binary file, no text")


def _likeliest(sample: bytes) -> str:
    return max(_ONE_BYTE, key=lambda name: _ONE_BYTE[name] + _likelihood(sample.decode(name, "replace")))


def _likelihood(text: str) -> float:
    """How much a text looks like Ukrainian or Russian (whichever more) or like plain Latin; higher is likelier."""
    broken = len(_CAPITAL_INSIDE.findall(text)) + len(_MIXED.findall(text))
    shape = broken * _BROKEN_WORD + len(_CAPITAL_RUN.findall(text)) * _CAPITALS
    characters = [character for character in text.lower() if character >= "\x80"]
    return shape + max(_sum(characters, _letters(code)) for code in ("uk", "ru"))


def _sum(characters: list[str], letters: Mapping[str, float]) -> float:
    return sum(letters.get(character, _ODD) for character in characters)


@cache
def _letters(code: str) -> Mapping[str, float]:
    """Log likelihood of each letter and of the marks that news texts hold."""
    counts = load(code).table("letters")["letters"]
    cyrillic = {letter: math.log(count / 10_000) for letter, count in counts.items()}
    marks = dict.fromkeys(_PLAIN_MARKS, -5.0)
    # A letter of the other language (a name, a Roman numeral typed as "ІІ") is still likelier than a frame.
    other = dict.fromkeys("абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя", -8.0)
    latin = dict.fromkeys("éèàáíóúñçüöäßêôâîï", -7.0)
    return latin | marks | other | cyrillic
