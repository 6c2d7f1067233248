"""A text as words of time: tokens, each with a character that stands for its kinds, so rules are short patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from firsthand.stages.times.lexicon import Entry, Lexicon, fold
from firsthand.stages.times.meaning import period

# Words first, which most tokens are; no other alternative begins with a letter. A blank before is read along with what
# it precedes, so that the alternatives are not tried at it.
TOKEN = re.compile(
    r"[^\S\n]?(?:"
    r"(?P<word>[^\W\d_]{1,60}(?:['’ʼ`][^\W\d_]{1,30})?)"
    r"|(?P<space>&nbsp;?)"
    r"|(?P<iso>\d{4}(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})(?:T\d\d:\d\d)?(?!\d))"
    r"|(?P<dmy>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\.?\d)|\d\d-\d\d-\d{4}(?!\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"
    r"|(?P<decimal>\d{1,12}[.,]\d{1,6}(?![\d]))"
    r"|(?P<digits>\d{1,9})"
    r"|(?P<newline>\n)"
    r"|(?P<mark>[^\s\w])"
    r")"
)
MARKS = {
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "−": "dash",
    "(": "open",
    ")": "close",
    "/": "slash",
    "|": "bar",
    "•": "bar",
    "·": "bar",
    "©": "copyright",
}
SAME_SHAPE = str.maketrans("aceiopxyACEIOPXY", "асеіорхуАСЕІОРХУ")
ENDS = frozenset(".!?…")
ROMAN = {"I": 1, "V": 5, "X": 10, "І": 1, "Х": 10}
OTHER = Entry({"other": ""})
NEWLINE = Entry({"newline": ""})
FIRST_YEAR, LAST_YEAR = 1000, 2100


class Word(NamedTuple):
    """A token: where it stands, its folded form and what it can mean."""

    start: int
    stop: int
    form: str
    entry: Entry


def words(text: str, lexicon: Lexicon) -> list[Word]:
    """The tokens of a text in order; phrases of the lexicon are one token."""
    return _joined(_single(text, lexicon), lexicon)


def _single(text: str, lexicon: Lexicon) -> list[Word]:
    out: list[Word] = []
    for match in TOKEN.finditer(text):
        kind, number = match.lastgroup or "", match.lastindex or 0
        if kind == "space":
            continue
        form = match[number]
        folded, entry = _token(kind, form, lexicon)
        if kind == "word" and _ends_in_dashed_number(out) and _entry(kind, form, lexicon) is OTHER:
            entry = _unit_adjective(folded, lexicon) or entry
        out.append(Word(match.start(number), match.end(), folded, entry))
    return out


@lru_cache(maxsize=50_000)
def _token(kind: str, form: str, lexicon: Lexicon) -> tuple[str, Entry]:
    """The folded form of a token and what it can mean, whatever stands before it."""
    entry = _entry(kind, form, lexicon)
    compound = _compound(form, lexicon) if entry is OTHER and kind == "word" else None
    return fold(form), compound or entry


def _entry(kind: str, form: str, lexicon: Lexicon) -> Entry:
    if kind == "word":
        return _word(form, lexicon)
    if kind == "digits":
        return Entry(number_kinds(form))
    if kind == "mark":
        return Entry({MARKS.get(form, "end" if form in ENDS else "mark"): form})
    if kind == "decimal":
        return Entry(_decimal_kinds(form))
    return NEWLINE if kind == "newline" else Entry({kind: form})


def _decimal_kinds(form: str) -> dict[str, int | float | str]:
    kinds: dict[str, int | float | str] = {"decimal": form, "number": float(form.replace(",", "."))}
    hour, dot, minute = form.partition(".")
    if dot and len(minute) == 2 and len(hour) <= 2 and int(hour) <= 24 and int(minute) < 60:
        kinds["dot_clock"] = form
    if dot and len(minute) == 2 and 1 <= int(minute) <= 12 and len(hour) <= 2 and 1 <= int(hour) <= 31:
        kinds["dot_day"] = form
    return kinds


def _word(form: str, lexicon: Lexicon) -> Entry:
    entry = lexicon.words.get(fold(form)) or lexicon.words.get(fold(_one_script(form)))
    if len(form) <= 6 and all(letter in ROMAN for letter in form):
        return Entry({**(entry.values if entry else {}), "roman": _roman(form)})
    if entry is not None and form[0].isupper() and _names_place(form, lexicon):
        return OTHER
    if entry is not None and form[0].isupper() and fold(form) in lexicon.names:
        return _weakened(entry)
    if entry is None or (lexicon.capital and form[0].islower() and entry.kinds & lexicon.capital):
        return OTHER
    return entry


def _names_place(form: str, lexicon: Lexicon) -> bool:
    """ "Жовтневий район", "Октябрьский округ": a month's adjective with a capital is a name."""
    return not form.isupper() and fold(form) in lexicon.month_adjectives


def _one_script(form: str) -> str:
    """A Cyrillic word with a Latin letter of the same shape among its own: "cен" typed with a Latin c."""
    return form.translate(SAME_SHAPE) if any("а" <= letter.lower() <= "ї" for letter in form) else form


def _weakened(entry: Entry) -> Entry:
    """The entry of a word that is a name when capitalised: "Марта" is a month only after a number or a preposition."""
    return Entry({kind: value for kind, value in entry.values.items() if kind != "strong_month"})


def _roman(form: str) -> int:
    values = [ROMAN[letter] for letter in form]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def number_kinds(digits: str) -> dict[str, int | float | str]:
    """What a run of digits can be: a number, and by its size a day, an hour, a year, a short decade."""
    number = int(digits)
    kinds: dict[str, int | float | str] = {"number": number, "digits": digits}
    if len(digits) <= 2 and 1 <= number <= 31:
        kinds["day"] = number
    if len(digits) <= 2 and number <= 24:
        kinds["hour"] = number
    if len(digits) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        kinds["year"] = number
    if len(digits) == 2:
        kinds["short_year"] = number
    if len(digits) == 2 and number % 10 == 0:
        kinds["short_decade"] = number
    return kinds


def _ends_in_dashed_number(before: list[Word]) -> bool:
    """Whether "21-" stands last."""
    return len(before) > 1 and "dash" in before[-1].entry.values and "digits" in before[-2].entry.values


def _unit_adjective(folded: str, lexicon: Lexicon) -> Entry | None:
    """ "21-місячного": an adjective of a unit counts only when glued to its number."""
    return next((Entry({"unit_adjective": unit}) for stem, unit in lexicon.stems if folded.startswith(stem)), None)


def _compound(form: str, lexicon: Lexicon) -> Entry | None:
    """ "п'ятигодинний", "двухнедельный": number and unit in one word."""
    match = lexicon.compound.match(fold(form)) if lexicon.compound else None
    if match is None:
        return None
    return Entry({"whole_duration": period(lexicon.prefixes[match[1]], dict(lexicon.stems)[match[2]])})


def _joined(single: list[Word], lexicon: Lexicon) -> list[Word]:
    out: list[Word] = []
    after = 0
    for at, first in enumerate(single):
        if at < after:
            continue  # inside the phrase before
        if first.form in lexicon.phrases:
            length, entry = _phrase(single, at, lexicon)
            after = at + length
            first = first if length == 1 else Word(first.start, single[after - 1].stop, first.form, entry)
        out.append(first)
    return out


def _phrase(single: list[Word], at: int, lexicon: Lexicon) -> tuple[int, Entry]:
    known = lexicon.phrases[single[at].form]
    second = single[at + 1].form if at + 1 < len(single) else ""
    for forms, entry in known:
        found = forms[1] == second and tuple(word.form for word in single[at : at + len(forms)])
        if found == forms and not _goes_on(single, at + len(forms), entry):
            return len(forms), entry
    return 1, single[at].entry


def _goes_on(single: list[Word], after: int, entry: Entry) -> bool:
    """Whether a phrase such as "у минулому" is only the beginning of "у минулому фінансовому році"."""
    if "reference" not in entry.values:
        return False
    following = single[after : after + 2]
    if following and following[0].entry is OTHER:
        return any("unit" in word.entry.values for word in following[1:])
    at_large = entry.values["reference"] == "PRESENT_REF"
    goes_on = ("unit", "weekday", "season", "month", *(() if at_large else ("number", "some")))
    return any(kind in word.entry.values for word in following[:1] for kind in goes_on)


class Alphabet(dict[frozenset[str], str]):
    """One private character for each set of kinds; a rule's atom is the class of all characters that have the kind."""

    def __missing__(self, kinds: frozenset[str]) -> str:
        """The character that will stand for exactly these kinds."""
        return self.setdefault(kinds, chr(0xE000 + len(self)))

    def having(self, kind: str) -> str:
        """The pattern of one token that has the kind."""
        letters = "".join(letter for kinds, letter in self.items() if kind in kinds)
        return f"[{letters}]" if letters else "(?!)"


def alphabet(lexicon: Lexicon) -> Alphabet:
    """The alphabet of a language: every set of kinds that any token can have."""
    letters = Alphabet()
    for entry in (*lexicon.words.values(), *(e for found in lexicon.phrases.values() for _, e in found)):
        letters[entry.kinds]
        letters[entry.kinds | {"roman"}]
    for kinds in _closed_kinds():
        letters[frozenset(kinds)]
    return letters


def _closed_kinds() -> Iterator[Mapping[str, object] | set[str]]:
    for digits in (
        "0",
        "00",
        "7",
        "07",
        "10",
        "15",
        "20",
        "24",
        "28",
        "30",
        "31",
        "45",
        "70",
        "100",
        "2000",
        "9000",
        "12345",
    ):
        yield number_kinds(digits)
    for kind in (*MARKS.values(), "end", "mark", "other", "newline", "iso", "dmy", "clock", "roman", "unit_adjective"):
        yield {kind}
    yield {"decimal", "number"}
    yield {"decimal", "number", "dot_clock"}
    yield {"decimal", "number", "dot_day"}
    yield {"decimal", "number", "dot_clock", "dot_day"}
