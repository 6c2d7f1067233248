"""The key of a name: what it stands for as far as the name alone tells, equal across languages and spellings.

Forms of keys:
- ``country:KP``, ``city:kyiv``, ``place:donbas``, ``org:unsc``, ``outlet:ukrinform``: a thing of the reference data;
- ``per:serhii lavrov``: a full name by its sounds, given name first (an initial as ``s.``);
- ``bare:lavrov``: one word of a person's name;
- ``name:court supreme @PK``: an organisation or place by its notions (concepts.toml), sounds and countries, sorted;
- ``body:ministry foreign affairs``: the same where all words are notions, so that every state may have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from firsthand.lang import table
from firsthand.names.inflection import readings
from firsthand.names.nominative import nominative
from firsthand.names.reference import country_names, country_of, organisation_id, place_id, references
from firsthand.names.transliteration import plain, sound

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_INITIAL = re.compile(r"^(?:[^\W\d_]|[^\W\d_]{1,2}\.)$")
_BRACKETED = re.compile(r"\s\([^()]{1,100}\)")  # "Вольфганг Бюхеле (Wolfgang Büchele)"
_LONGEST = 300  # code points of a name that is read; the rest tells nothing more
_LONG_SOUND = 6
_UNCHANGED = 3  # letters of a word that its forms share,
_ONE_VOWEL = str.maketrans("оеё", "ііі")  # but for a vowel: "Річ Посполита", "Речі Посполитої"
_LONGEST_COUNTRY = 3  # words: "Объединённые Арабские Эмираты"


# "Королівський інститут об'єднаних служб RUSI": a Latin abbreviation behind a Cyrillic name repeats it.
_TAIL = re.compile(r"(?<=[а-яіїєґё’'])\s+[A-Z]{2,7}$")


@lru_cache(maxsize=200_000)
def name_key(name: str, type: str, language: str) -> str:
    """The key of a name in the nominative; see the module for its forms."""
    name = _BRACKETED.sub(" ", name[:_LONGEST]).strip() or name[:_LONGEST]
    name = _TAIL.sub("", name)
    if type == "PER":
        return person_key(name, language)
    known = place_id(name) if type == "LOC" else organisation_id(name) or organisation_id(_trade_name(name))
    known = known or _known_inside(name, type) or _known_elsewhere(name, type)
    return known or _country_described(name, language) or thing_key(name, language)


def _country_described(name: str, language: str) -> str | None:
    """ "Австрийская Республика", "Українська держава": a country and no more than what makes it a state."""
    tokens = notions(name, language)
    countries = [token for token in tokens if token.startswith("@")]
    if len(countries) == 1 and tokens - {countries[0]} <= frozenset(table("bodies")["states"]):
        return "country:" + countries[0].removeprefix("@")
    return None


def _trade_name(name: str) -> str:
    """A company's name without what kind of company it is: "Moderna Inc." """
    forms = table("bodies")["legal_forms"]
    return " ".join(word for word in plain(name).split(" ") if word.strip(".") not in forms)


def _known_inside(name: str, type: str) -> str | None:
    """ "газета «Правда»", "компанія «Газпром»": what stands in quotation marks is the name."""
    quoted = re.search(r"[«\"“„]([^«»\"“”„]{2,80})[»\"”“]", name)
    if quoted is None:
        return None
    return organisation_id(quoted[1]) if type != "LOC" else place_id(quoted[1])


def _known_elsewhere(name: str, type: str) -> str | None:
    """A country tagged as an organisation (the European Union as a place, Russia as a side) is still itself."""
    other = organisation_id(name) if type == "LOC" else place_id(name)
    return other if other and other.startswith(("country:", "org:")) else None


def person_key(name: str, language: str) -> str:
    """The key of a person's name: full, or bare where it has one word besides initials."""
    words = plain(name).replace(".", ". ").split()
    words = [word for word in words if word not in _titles(language)] or words
    if not words:
        return f"name:{sound(name)}"
    if len(words) == 1:
        return f"bare:{sound(words[0])}"
    if _is_family_first(words):
        return f"per:{' '.join(_syllables(words[1:]))} {_syllables(words[:1])[0]}"
    given, surname = _given_and_surname(words)
    return f"per:{_given_key(given)} {surname}"


def _is_family_first(words: list[str]) -> bool:
    """Korean and Chinese names: the family name, which is one of few, then one or two syllables or a word of two."""
    if len(words) > 3 or words[0] not in _families():
        return False
    return all(_beats(word) <= (1 if len(words) == 3 else 3) for word in words[1:])


def _beats(word: str) -> int:
    return sum(letter in "aeiou" for letter in sound(word))


def _syllables(words: list[str]) -> list[str]:
    """Syllables as the table folds their spellings: Чен, Чон, Jong are one."""
    return [_folded().get(word, sound(word)) for word in words]


@cache
def _families() -> frozenset[str]:
    return frozenset(name for row in table("east_asian")["families"] for name in row)


@cache
def _folded() -> Mapping[str, str]:
    rows = [*table("east_asian")["families"], *table("east_asian")["syllables"]]
    return {spelling: row[0] for row in reversed(rows) for spelling in row}


def _titles(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/names")["titles"])


def _given_and_surname(words: list[str]) -> tuple[str, str]:
    """The given name and the sound of the rest; an initial behind the surname is put before it (Лавров С.В.)."""
    if not _INITIAL.match(words[0]) and _INITIAL.match(words[-1]):
        initial = next(word for word in words if _INITIAL.match(word))
        return initial, sound(words[0])
    return words[0], sound(words[-1])


def _given_key(given: str) -> str:
    if _INITIAL.match(given):
        return sound(given.rstrip("."))[:1] + "."
    return _given_names().get(given, sound(given))


@cache
def _given_names() -> Mapping[str, str]:
    """Every form of a listed given name -> the name's sound key, which an unlisted spelling may meet by chance."""
    forms: dict[str, str] = {}
    for key, row in table("given_names")["names"].items():
        for names in row.values():
            for name in names:
                forms.setdefault(plain(name), key)
    return forms


def thing_key(name: str, language: str) -> str:
    """The key of an organisation or place that the reference data do not hold."""
    tokens = notions(name, language)
    if not tokens:
        return f"name:{sound(name)}"
    known = _reference_notions().get(tokens) or _reference_sounds().get(sound(name))
    if known is not None:
        return known
    kind = "body" if tokens <= _concepts_all() and tokens & _heads() else "name"
    return f"{kind}:{' '.join(sorted(tokens))}"


@lru_cache(maxsize=100_000)
def notions(name: str, language: str) -> frozenset[str]:
    """The notions, countries (``@PK``), numbers and sounds that a name is made of, whatever their order."""
    words = _WORD.findall(_expanded(plain(name), language))
    found: set[str] = set()
    at = 0
    while at < len(words):
        code, length = _country_at(words, at, language)
        if code is not None:
            found.add(f"@{code}")
        elif not _is_empty(words[at], language):
            found.add(_notion(words[at], language))
        at += length
    return frozenset(found)


def _expanded(name: str, language: str) -> str:
    """Abbreviated bodies written out: "мид рф" -> "министерство иностранных дел рф"."""
    bodies = table("bodies").get(language, {})
    for phrase in (p for p in bodies if " " in p and p in name):
        name = name.replace(phrase, bodies[phrase])
    return " ".join(bodies.get(word, word) for word in name.split(" "))


def _country_at(words: list[str], at: int, language: str) -> tuple[str | None, int]:
    """The country that begins at a word, and how many words name it; None and 1 where none does."""
    for length in range(min(_LONGEST_COUNTRY, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        code = _country(phrase, language)
        if code is not None:
            return code, length
    return None, 1


@lru_cache(maxsize=50_000)
def _country(phrase: str, language: str) -> str | None:
    found = country_of(phrase, language)
    if found is not None:
        return found
    if " " in phrase:
        begins_one = _beginning(phrase) in _country_beginnings(language)
        return country_of(nominative(phrase, "LOC", language), language) if begins_one else None
    lemmas = dict.fromkeys(r.source.normal_form for r in readings(phrase, language))
    return next((code for lemma in lemmas if (code := country_of(lemma, language))), None)


def _beginning(phrase: str) -> tuple[int, str]:
    """What no inflection changes: how many words, and how the first one starts."""
    words = phrase.split(" ")
    return len(words), words[0][:_UNCHANGED].translate(_ONE_VOWEL)


@cache
def _country_beginnings(language: str) -> frozenset[tuple[int, str]]:
    """Of the countries with names of several words: most phrases are none without being put into the nominative."""
    return frozenset(_beginning(name) for name in country_names(language) if " " in name)


def _is_empty(word: str, language: str) -> bool:
    """Whether a word only ties others together (в, and, the) or says what kind of company it is."""
    if word in table("bodies")["legal_forms"] or word in table("bodies")["named_after"]:
        return True
    rules = table(f"{language}/names")
    return word in rules["breaks"] or word in rules["conjunctions"]


@lru_cache(maxsize=100_000)
def _notion(word: str, language: str) -> str:
    """A word's concept, or the sound of its dictionary form."""
    concepts = _concepts()
    lemmas = [str(r.source.normal_form).replace("ё", "е") for r in readings(word, language)] or [word]
    for lemma in (word, *lemmas):
        concept = concepts.get((language, lemma))
        if concept is not None:
            return concept
    return "~" + _root(sound(lemmas[0]))


def _root(sounds: str) -> str:
    """ "амстердамский" and "Амстердам" are one notion."""
    return sounds[:-3] if sounds.endswith("ski") and len(sounds) > 7 else sounds


@cache
def _concepts() -> Mapping[tuple[str, str], str]:
    return {
        (language, plain(word)): concept
        for concept, row in table("concepts").items()
        for language, words in row.items()
        for word in words
    }


@cache
def _concepts_all() -> frozenset[str]:
    return frozenset(table("concepts"))


@cache
def _reference_sounds() -> Mapping[str, str]:
    """Known things by the sound of their names, where it is long enough to be theirs alone (Ґазпром, Стразбург)."""
    found: dict[str, str] = {}
    for reference in references().values():
        for name in (name for names in reference.names.values() for name in names):
            sounds = sound(name)
            if len(sounds) >= _LONG_SOUND and found.setdefault(sounds, reference.id) != reference.id:
                found[sounds] = min(found[sounds], reference.id, key=lambda i: (not i.startswith("country:"), i))
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset(table("bodies")["heads"])


@cache
def _reference_notions() -> Mapping[frozenset[str], str]:
    """Names of known organisations of several words by their notions: meets other inflections and word orders."""
    found: dict[frozenset[str], str] = {}
    for reference in references().values():
        if reference.id.startswith("org:"):
            for language, name in _long_names(reference.names):
                found.setdefault(notions(name, language), reference.id)
    return found


def _long_names(names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for language, of_language in names.items():
        for name in of_language:
            if len(plain(name).split(" ")) > 1:
                yield language, name
