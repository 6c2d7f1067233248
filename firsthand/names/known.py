"""Bodies and places of the reference data with names of several words: found whole wherever they stand, in any case.

In SlavicNER 318 of 367 places with such a name are annotated as that organisation, and 32 as a part of a longer one;
a tagger alone cuts or misses one in three of them in a sentence that says little about them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from firsthand.lang.morphology import parses
from firsthand.names.nominative import nominative
from firsthand.names.reference import organisation_id, place_id, references
from firsthand.names.words import Name, Word, is_one_of, reading

BODY, PLACE, PERSON, RULE = "ORG", "LOC", "PER", "names.known"
SCORE = 0.95  # the share of such places that annotators mark as a body
# What a company is called may be its product.
COMPANY = "company"
# A seat of government (``Белый дом``) is a place as often as a body, and never somebody called ``Белый``.
SEAT = "government"
# "Сполучене Королівство Великої Британії та Північної Ірландії" is written as one name or as three.
LONGEST_PLACE = 3
PLACES = frozenset({"country", "place"})
Form = tuple[str, ...]


def with_known(names: Sequence[Name], sentences: Iterable[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with known bodies whole; where a name reaches beyond one, the name stays."""
    found = list(names)
    for words in sentences:
        for body in known_in(words, language):
            touched = [name for name in found if name.start < body.stop and body.start < name.stop]
            seat = body.type == PLACE and is_seat(body, words, language)
            if all(is_within(name, body) for name in touched) and (touched or not seat):
                found = [name for name in found if name not in touched] + [body]
    return sorted(found, key=lambda name: name.start)


def is_seat(known: Name, words: Sequence[Word], language: str) -> bool:
    """Whether a known place is but a house with that name, unless a tagger takes it for one."""
    text = " ".join(word.text for word in words if known.start <= word.start < known.stop)
    return place_id(nominative(text, PLACE, language)) is None


def is_within(name: Name, known: Name) -> bool:
    """Whether the name is less than a known one, or the same of another type; in a place is neither body nor thing."""
    inside = known.start <= name.start and name.stop <= known.stop
    if known.type == PLACE and name.type not in (PLACE, PERSON):
        return False
    return inside and (name.start, name.stop, name.type) != (known.start, known.stop, known.type)


def known_in(words: Sequence[Word], language: str) -> Iterator[Name]:
    """The known bodies of a sentence, from the left; of those that begin at one word the longest."""
    after = 0
    for at, word in enumerate(words):
        if at < after or not word.text[0].isupper():
            continue
        forms = {form for lemma in lemmas(word.text, language) for form in known(language).get(lemma, ())}
        found = [(len(f), type_) for f, type_ in forms if stands(f, type_, words[at : at + len(f)], language)]
        if found:
            length, type_ = max(found)
            after = at + length
            yield Name(word.start, words[after - 1].stop, type_, SCORE, RULE)


def stands(form: Form, type_: str, words: Sequence[Word], language: str) -> bool:
    """Whether the words are the name in some case and in its number, with capitals wherever it has them."""
    if len(words) != len(form):
        return False
    alike = all(
        lemmas(part, language) & lemmas(word.text, language) and (part[0].islower() or word.text[0].isupper())
        for part, word in zip(form, words, strict=True)
    )
    if not alike:
        return False
    text = " ".join(word.text for word in words)
    if type_ == PLACE and place_id(nominative(text, PLACE, language)) is not None:
        return True
    return organisation_id(nominative(text, BODY, language)) is not None


@lru_cache(maxsize=100_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """The dictionary forms that a word may be of, or the word in small letters."""
    return frozenset(found.lemma for found in parses(word.lower(), language)) or frozenset((word.lower(),))


@cache
def known(language: str) -> Mapping[str, tuple[tuple[Form, str], ...]]:
    """The names of several words of the known bodies and places, by each dictionary form of the first."""
    forms: dict[str, list[tuple[Form, str]]] = defaultdict(list)
    for reference in references().values():
        is_body = reference.id.startswith("org:") and reference.kind != COMPANY
        type_ = PLACE if reference.kind == SEAT else reference.type
        if is_body or reference.kind in PLACES:
            for name in reference.names[language]:
                form = tuple(reading(part) for part in name.split())
                if may_be_known(form, type_, language):
                    for lemma in lemmas(form[0], language):
                        forms[lemma].append((form, type_))
    return {lemma: tuple(found) for lemma, found in forms.items()}


def may_be_known(form: Form, type_: str, language: str) -> bool:
    """Whether a name is looked for: of several words, the first with a capital; no ``Республіка`` with its country."""
    if len(form) < 2 or not form[0][0].isupper() or not all(part[0].isalpha() for part in form):
        return False
    if type_ == BODY:
        return True
    return len(form) <= LONGEST_PLACE and not is_one_of(Word(0, len(form[0]), form[0], False), "districts", language)
