"""What a name sounds like, in one alphabet for Ukrainian, Russian and Latin spelling: for keys, not for reading.

Every sound is one character (S sh, C ch, J zh and dzh, c ts; g and h are one, since Ukrainian writes both with г),
so that an edit distance counts sounds: Джонсон, Johnson -> Jonson, Зеленський, Зеленский, Zelenskyy -> zelenski.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

from firsthand.lang import table

_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезиіїйклмнопрстуфхцчшщыэєёж", "abvhhdeziiiiklmnoprstufhcCSSieeeJ", strict=True))
    | {"ю": "u", "я": "a", "ь": "", "ъ": "", "'": "", "ў": "u"}
)
# Latin spellings by length, longest first; c and y depend on their neighbours and come after.
_LATIN = (
    ("shch", "S"), ("sch", "S"), ("tch", "C"), ("dzh", "J"),
    ("sh", "S"), ("ch", "C"), ("zh", "J"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ts", "T"), ("tz", "T"),
    ("oo", "u"), ("ee", "i"), ("ou", "u"), ("wh", "v"), ("qu", "kv"),
    ("j", "J"), ("w", "v"), ("x", "ks"), ("q", "k"), ("g", "h"),
)  # fmt: skip
_VOWELS = "aeiou"
_SOFT_C = re.compile(r"c(?=[eiy])")  # "T" stands for ts until the other c are settled
_MUTE_H = re.compile(r"(?<=[aeiou])h(?=[bcdfgklmnprstvz])")  # Johnson, Kohl
_GLIDE = re.compile(rf"[yi](?=[{_VOWELS}])")
_DOUBLE = re.compile(r"(.)\1+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−-/", " "))
_QUOTES = str.maketrans(dict.fromkeys('"«»“”„‟‹›()[]', " ") | dict.fromkeys("’ʼ`‘´", "'"))


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name for look-up: small letters, no marks (quotation, invisible, acute), dashes as spaces, ё as е."""
    name = _without_acute(legible(name)).lower().translate(_QUOTES).translate(_DASHES).replace("ё", "е")
    return " ".join(name.split()).strip(" .,;:!?")


def legible(name: str) -> str:
    """A name as it was meant: composed, without invisible characters, Latin letters inside Cyrillic words replaced."""
    return name if name.isascii() else _same_script(_visible(name))


def _visible(name: str) -> str:
    invisible = table("lookalikes")["invisible"]
    # Composed first: "País" keeps its accent, which is a letter's; "Пхенья́н" loses its stress, which is a mark's.
    return "".join(c for c in normalize("NFC", name) if c not in invisible)


def _without_acute(name: str) -> str:
    """ "El País" is looked up as "El Pais"."""
    return name if name.isascii() else normalize("NFC", normalize("NFD", name).replace("\u0301", ""))


def _same_script(name: str) -> str:
    """Words that mix scripts put into Cyrillic where all their Latin letters have a Cyrillic double."""
    return " ".join(_repaired(word) for word in name.split(" "))


def _repaired(word: str) -> str:
    looks = table("lookalikes")
    if word.isascii() or not any(c in looks["latin"] for c in word) or not any("Ѐ" <= c <= "ӿ" for c in word):
        return word
    fixed = word.translate(str.maketrans(looks["latin"], looks["cyrillic"]))
    return word if any(c.isascii() and c.isalpha() for c in fixed) else fixed


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """The sounds of a name's words, a space between them."""
    return " ".join(_word_sound(word) for word in plain(name).split(" "))


def _word_sound(word: str) -> str:
    if any("Ѐ" <= c <= "ӿ" for c in word):
        sounds = word.replace("дж", "ж").replace("ьо", "е").replace("йо", "е").translate(_CYRILLIC)
        return _DOUBLE.sub(r"\1", _GLIDE.sub("", sounds) if len(sounds) > 2 else sounds)
    return _latin_sound(word)


def _latin_sound(word: str) -> str:
    word = "".join(c for c in normalize("NFKD", word.replace("ł", "l")) if not combining(c)).replace("'", "")
    word = _MUTE_H.sub("", word)
    for spelling, code in _LATIN:
        word = word.replace(spelling, code)
    word = _SOFT_C.sub("s", word).replace("c", "k").replace("T", "c")
    word = _GLIDE.sub("", word).replace("y", "i") if len(word) > 2 else word.replace("y", "i")
    return _DOUBLE.sub(r"\1", word)


def bones(word: str) -> str:
    """The consonants of sound words, s and z as one: what spellings of one name share."""
    kept = "".join(c for c in word if c not in _VOWELS).replace("z", "s")
    return kept or word


def distance(left: str, right: str, most: int) -> int:
    """Edits between two words, or ``most`` + 1 where there are more."""
    if left == right:
        return 0
    if abs(len(left) - len(right)) > most:
        return most + 1
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return min(row[-1], most + 1)
