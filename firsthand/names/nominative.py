"""Names in the nominative.

``nominative(text, type, language) -> str``: a person's name by agreement over all its words, the name of a place or an
organisation by the inflection of its head. ``phrase_nominative(text, language) -> str``: any noun phrase that names a
source ("официальными российскими источниками"), number kept, first letter in lower case unless it begins a name.
Both are pure and cached, keep what is between the words, and give English back as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from firsthand.lang import table
from firsthand.lang.morphology import PERSONAL, parses
from firsthand.lang.outlets import find_outlet
from firsthand.names.inflection import readings
from firsthand.names.person import Reconstruction, known_names, ranked, ranked_with, support
from firsthand.names.phrase import Head, counted, described_letters, find_head, heads, lone_adjective, one_of
from firsthand.names.reference import is_place, organisation_id, place_id
from firsthand.names.standing import Standing
from firsthand.names.transliteration import legible

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ′\u0301\u00ad][^\W\d_]+)*")
_HYPHENED = re.compile(r"[^\W\d_]+(?:[-’'ʼ′\u0301\u00ad‑][^\W\d_]+)*")
_OPENING = re.compile(r"[\"«“„‟(\[]")
_PROPER = PERSONAL | {"Geox", "Orgn"}
_INFLECTED_ABBREVIATION = re.compile(r"^([А-ЯЁЄІЇҐ]{2,10})[а-яєіїґ]{1,3}$")  # "МИДом"
_SHORTEST_STEM = 3
_SHORTEST_BODY = 5  # letters of a body's name with its ending
UNDECLINED = frozenset("оеуюиіїы")  # last letters of surnames that have one form in all cases
_POOR = 0.5  # the score of a reading that only endings speak for
_STANDING = 1.5  # a reading that is so much worse is not what the verb or the post beside the name speaks for
_OWN_LETTERS = {"uk": frozenset("іїєґ"), "ru": frozenset("ыэъё")}
_LONGEST = 400  # code points; longer text is no name and is given back as it is


@lru_cache(maxsize=100_000)
def nominative(text: str, type: str, language: str) -> str:
    """A name's nominative in the language of its report; ``type`` is PER, LOC, ORG, PRO or EVT."""
    if language not in ("uk", "ru") or len(text) > _LONGEST:
        return text
    clean = legible(text)
    return _person(clean, language) if type == "PER" else _thing(clean, type, language)


def nominatives(
    names: tuple[tuple[str, str], ...], language: str, standing: Sequence[Standing | None] = ()
) -> tuple[str, ...]:
    """The nominatives of all (text, type) names of one report, in order; the forms of a name settle each other.

    "Асию" and "Асией" tell that "Асии" is of Асия, not of Асий; each name alone is ``nominative``'s.
    ``standing``: what is beside each name says of its case and gender.
    """
    if language not in ("uk", "ru"):
        return tuple(text for text, _ in names)
    persons = {text: _words(legible(text)) for text, type_ in names if type_ == "PER" and len(text) <= _LONGEST}
    spoken_for = support((words for _, words in persons.values()), language)
    settled = {text: _person(legible(text), language, spoken_for) for text in persons}
    told = _told(names, standing, language, spoken_for)
    settled |= {text: next(iter(forms)) for text, forms in told.items() if len(forms) == 1}
    full = {_last_word(name) for name in settled.values() if " " in name}
    # "Фаучі" alone is who "Ентоні Фаучі" is, whatever its ending could be of.
    settled |= {text: text for text in settled if text[-1:].lower() in UNDECLINED and text.lower() in full}
    return tuple(
        settled[text] if type_ == "PER" and text in settled else nominative(text, type_, language)
        for text, type_ in names
    )


def _told(
    names: tuple[tuple[str, str], ...],
    standing: Sequence[Standing | None],
    language: str,
    spoken_for: Mapping[str, float],
) -> dict[str, set[str]]:
    """For each person's name the nominatives that its places in the report speak for."""
    told: dict[str, set[str]] = defaultdict(set)
    for (text, type_), stands in zip(names, standing, strict=False):
        if type_ == "PER" and stands is not None and len(text) <= _LONGEST:
            told[text].add(_person(legible(text), language, spoken_for, stands))
    return told


def _last_word(name: str) -> str:
    return name.rsplit(" ", 1)[-1].lower()


def _person(
    text: str, language: str, spoken_for: Mapping[str, float] | None = None, stands: Standing | None = None
) -> str:
    spans, words = _words(text)
    found = ranked(words, language)
    if spoken_for and len(found) > 1:
        found = ranked_with(words, language, spoken_for)
    if not found or not words:
        return text
    return _put_back(text, spans, _standing_so(found, stands).words)


def _standing_so(found: Sequence[Reconstruction], stands: Standing | None) -> Reconstruction:
    """The best reconstruction in the case and gender that the report speaks for, unless it is a poor one."""
    if stands is not None:
        # "По словам Илона Маска": no nominative can stand there, however likely it looks alone
        impossible = found[0].case == "nomn" and "nomn" not in stands.cases
        least = min(found[0].score - _STANDING, _POOR if impossible else found[0].score)
        for one in found:
            if one.score < least:
                break
            # somebody's accusative is his genitive: "на Илона Маска"
            alike = "accs" in stands.cases and (one.case, one.gender) == ("gent", "masc")
            if (one.case in stands.cases or alike) and stands.gender in ("", one.gender):
                return one
    return found[0]


def _words(text: str) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
    spans = [match.span() for match in _WORD.finditer(text)]
    return spans, tuple(text[a:b] for a, b in spans)


def _thing(text: str, type: str, language: str) -> str:
    spans = _inflected_part(text)
    words = tuple(text[a:b] for a, b in spans)
    return _put_back(text, spans, _head_words(words, type, language))


def _inflected_part(text: str) -> list[tuple[int, int]]:
    """The words before the first quotation mark or bracket; all of them where the name begins with one."""
    spans = [match.span() for match in _HYPHENED.finditer(text)]
    for i in range(1, len(spans)):
        if _OPENING.search(text[spans[i - 1][1] : spans[i][0]]):
            return spans[:i]
    return spans


def _head_words(words: tuple[str, ...], type: str, language: str) -> tuple[str, ...]:
    if len(words) == 1 and words[0].lower() in table(f"{language}/names")["place"]:
        return (table(f"{language}/names")["place"][words[0].lower()],)
    known = _known_place(words, language) if type == "LOC" and words else None
    if known is not None:
        return known
    # "ООН" and "БелТА" do not decline.
    if not words or (len(words) == 1 and len(words[0]) > 1 and words[0][-2:].isupper() and words[0][-2:].isalpha()):
        return words
    abbreviation = _abbreviation(words[0], language)
    if abbreviation is not None:
        return (abbreviation, *words[1:])
    known_as = _known_body(words[0], language) if len(words) == 1 and type == "ORG" else None
    if known_as is not None:
        return (known_as,)
    joined = _joined(words[0], type, language) if len(words) == 1 else None
    if joined is not None:
        return (joined,)
    if (described := described_letters(words, language)) is not None:
        return described
    head = find_head(words, language, place=type == "LOC")
    if head is not None:
        return head.words + words[len(head.words) :]
    alone = lone_adjective(words[0], language) if len(words) == 1 else None
    return words if alone is None else (alone,)


def _known_body(word: str, language: str) -> str | None:
    """ "Укринформа": a known organisation or outlet that no dictionary has, without its ending; None for others."""
    endings = table(f"{language}/names")["abbreviation_endings"]
    stems = (word.removesuffix(ending) for ending in endings if len(word) > _SHORTEST_BODY and word.endswith(ending))
    known = next((s for s in stems if organisation_id(s) is not None or find_outlet(s) is not None), None)
    unlisted = known is not None and organisation_id(word) is None and find_outlet(word) is None
    return known if unlisted and not any(r.known for r in readings(word, language)) else None


def _abbreviation(word: str, language: str) -> str | None:
    """ "МИДом": the letters of an abbreviation that has an ending; None for any other word."""
    inflected = _INFLECTED_ABBREVIATION.match(word)
    ending = word[inflected.end(1) :] if inflected else ""
    return inflected[1] if inflected and ending in table(f"{language}/names")["abbreviation_endings"] else None


def _known_place(words: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """The nominative that names a known place, whatever else the grammar would allow (Борнхольма, БАШКИРИИ)."""
    if is_place(" ".join(words), language):
        return words
    for head in sorted(heads(words, language, place=True), key=lambda h: -h.score):
        for form in (head.words + words[len(head.words) :], _with_second_head(words, head, language)):
            if is_place(" ".join(form), language):
                return form
    return _known_stem(words[0].lower(), language) if len(words) == 1 else None


def _known_stem(word: str, language: str) -> tuple[str, ...] | None:
    """A known place that an unknown word is a form of by its ending alone."""
    for ending, _, _, base, _ in table(f"{language}/names")["person"]["loose"]:
        stem = word[: -len(ending)] + base
        if word.endswith(ending) and len(stem) > _SHORTEST_STEM and is_place(stem, language):
            return (stem,)
    return None


def _joined(word: str, type: str, language: str) -> str | None:
    """ "Інтерфаксом-Україна", "Усть-Лугу": of two names joined by a hyphen an organisation's first, a place's last.

    Both where that names a known organisation ("Інтерфакс-Україну"). None where the dictionary has the whole.
    """
    first, hyphen, rest = word.partition("-")
    if not hyphen or not rest[:1].isupper() or any(r.known for r in readings(word, language)):
        return None
    last = _head_words((rest,), "LOC", language)[0]
    if type == "LOC":
        return f"{first}-{last}"
    head = _head_words((first,), type, language)[0]
    both = f"{head}-{last}"
    return both if organisation_id(both) is not None else f"{head}-{rest}"


def _put_back(text: str, spans: list[tuple[int, int]], words: tuple[str, ...]) -> str:
    """The text with its words replaced, each in the letter case of the one it replaces."""
    out, at = "", 0
    for (start, stop), word in zip(spans, words, strict=True):
        out += text[at:start] + _recase(text[start:stop], word)
        at = stop
    return out + text[at:]


def _recase(before: str, after: str) -> str:
    if before.lower() == after.lower() or before.startswith(after):
        return before[: len(after)]
    if before.isupper() and len(before) > 1:
        return after.upper()
    if "-" in before or "‑" in before:
        return _recase_parts(before.replace("‑", "-"), after.replace("‑", "-"))
    return after[:1].upper() + after[1:] if before[:1].isupper() else after


def _recase_parts(before: str, after: str) -> str:
    old, new = before.split("-"), after.split("-")
    if len(old) != len(new):
        return after[:1].upper() + after[1:]
    return "-".join(_recase(a, b) for a, b in zip(old, new, strict=True))


@lru_cache(maxsize=50_000)
def phrase_nominative(text: str, language: str, oblique: bool = False) -> str:
    """A source's noun phrase in the nominative, number kept; its first letter small unless it begins a name.

    ``oblique``: it is known to stand in another case.
    """
    if language not in ("uk", "ru") or len(text) > _LONGEST:
        return text
    language = _written_in(text, language)
    clean = legible(text)
    main, comma, said = clean.partition(", ")
    if comma and (described := _described_behind(main, said, language, oblique)) is not None:
        return described
    spans = _inflected_part(clean)
    words = tuple(clean[a:b] for a, b in spans)
    if not words:
        return clean
    if _joins_letters(words, language):
        # "ЗМІ та очевидців": letters stay, what is joined to them is declined
        joined = phrase_nominative(clean[spans[2][0] :], language, oblique)
        return clean[: spans[2][0]] + (joined[0].upper() if words[2][0].isupper() else joined[0]) + joined[1:]
    whole = one_of(words, language) or counted(words, language) or described_letters(words, language)
    if whole is None and _is_manner(words, language):
        # "радикально налаштованої частини"; "несколько" counts
        return words[0].lower() + " " + phrase_nominative(clean[spans[1][0] :], language, oblique)
    if whole is not None:
        return _small_first(_put_back(clean, spans, whole), words, language)
    if len(words) == 1 and "-" in words[0] and words[0][:1].isupper():
        return _thing(clean, "ORG", language)
    letters = words[0] if len(words) == 1 and words[0].isupper() and len(words[0]) > 1 else None
    abbreviation = letters or _abbreviation(words[0], language)
    if abbreviation is not None:
        return _put_back(clean, spans, (abbreviation, *words[1:]))
    head = find_head(words, language, oblique=oblique)
    if _is_bare_name(words, head, language):
        return _person(clean, language)
    if head is None:
        alone = lone_adjective(words[0], language) if len(words) == 1 else None
        changed = words if alone is None else (alone,)
        found = _small_first(_put_back(clean, spans, changed), words, language)
        return found if found != clean else _around_inset(clean, language)
    changed = _with_apposed_name(_with_second_head(words, head, language), words, head, language)
    found = _small_first(_put_back(clean, spans, changed), words, language)
    return found if found != clean else _around_inset(clean, language)


def _written_in(text: str, language: str) -> str:
    """The language of a name by letters that the report's has not: ``Сніданку`` in a Russian one."""
    letters = set(text.lower())
    other = "ru" if language == "uk" else "uk"
    foreign = text[:1].isupper() and letters & _OWN_LETTERS[other] and not letters & _OWN_LETTERS[language]
    return other if foreign else language


def _joins_letters(words: tuple[str, ...], language: str) -> bool:
    """Whether a conjunction joins something to a body's letters."""
    letters = words[0].isupper() and len(words[0]) > 1
    return letters and len(words) > 2 and words[1].lower() in table(f"{language}/names")["conjunctions"]


def _around_inset(text: str, language: str) -> str:
    """ "попавшую в распоряжение редакции переписку": a participle and the noun behind what depends on it."""
    words = text.split()
    first, last = words[0], words[-1]
    known = [r for r in parses(first.lower(), language) if r.pos in ("ADJF", "PRTF")]
    if len(words) < 3 or not first.islower() or not last.islower() or not known or any(r.has("nomn") for r in known):
        return text
    pair = phrase_nominative(f"{first} {last}", language).split()
    agree = len(pair) == 2 and pair != [first, last]
    return f"{pair[0]}{text[len(first) : -len(last)]}{pair[1]}" if agree and text.endswith(last) else text


def _described_behind(main: str, said: str, language: str, oblique: bool) -> str | None:
    """ "собеседника, знакомого с документом": a noun with an adjective behind the comma, both in the nominative."""
    spans, first = _inflected_part(main), _HYPHENED.match(said)
    words = tuple(main[a:b] for a, b in spans)
    if not words or first is None or first.end() == len(said):
        return None
    adjectives = [r for r in readings(first.group(), language) if r.pos in ("ADJF", "PRTF")]
    if counted(words, language) is not None:
        plural = next((r.nominative("plur", "") for r in adjectives if r.number == "plur"), None)
        return None if plural is None else f"{phrase_nominative(main, language)}, {plural}{said[first.end() :]}"
    agreeing = [
        (head, reading)
        for head in heads(words, language)
        for reading in adjectives
        if (reading.case, reading.number) == (head.case, head.number)
        and (head.number == "plur" or reading.gender == head.gender)
        and not (oblique and head.case == "nomn")
    ]
    if not agreeing:
        return None
    head, reading = max(agreeing, key=lambda pair: (pair[0].score, pair[1].case == "nomn"))
    same = (r for r in adjectives if r.case == "nomn" and r.number == head.number)
    reading = next((r for r in same if r.number == "plur" or r.gender == head.gender), reading)
    form = reading.nominative(head.number, "" if head.number == "plur" else head.gender)
    noun = _small_first(_put_back(main, spans, (*head.words, *words[len(head.words) :])), words, language)
    return None if form is None else f"{noun}, {form}{said[first.end() :]}"


def _is_manner(words: tuple[str, ...], language: str) -> bool:
    """Whether an adverb leads that says how somebody is described: ``радикально налаштована частина``."""
    if len(words) < 3 or not words[0].endswith("о"):
        return False
    found = {reading.pos for reading in readings(words[0], language)}
    adverb = "ADVB" in found and not found & {"NOUN", "ADJF", "VERB", "PRTF", "PREP"}
    return adverb and any(reading.is_adjective() for reading in readings(words[1], language))


def _is_bare_name(words: tuple[str, ...], head: Head | None, language: str) -> bool:
    """Whether the phrase is a person's name alone: two to four capitalised words, the first a known name."""
    if not 1 < len(words) <= 4 or not all(word[:1].isupper() for word in words):
        return False
    if head is not None and len(head.words) > 1:
        return False
    bodies = table(f"{language}/grammar")["bodies"]
    if any(found.lemma in bodies for found in parses(words[0].lower(), language)):
        return False  # "Ради Європи", though some are called Рада
    return any(r.tags & PERSONAL for word in words[:1] for r in readings(word, language))


def _with_second_head(words: tuple[str, ...], head: Head, language: str) -> tuple[str, ...]:
    """ "дипломатами и военными": what a conjunction joins right after the head and stands in its case changes too."""
    at = len(head.words)
    rest = words[at + 1 :]
    if at >= len(words) or not rest or words[at].lower() not in table(f"{language}/names")["conjunctions"]:
        return head.words + words[at:]
    second = find_head(rest, language, case=head.case)
    if second is None:
        return head.words + words[at:]
    return (*head.words, words[at], *second.words, *rest[len(second.words) :])


def _with_apposed_name(changed: tuple[str, ...], words: tuple[str, ...], head: Head, language: str) -> tuple[str, ...]:
    """ "министром иностранных дел Сергеем Лавровым": the name at the end stands in the head's case."""
    # "Університету Джона Коваля": only people bear the name behind their noun.
    noun = words[len(head.words) - 1]
    if head.number == "plur" or head.case == "nomn" or not any("anim" in r.tags for r in readings(noun, language)):
        return changed
    start = len(words)
    while start > len(head.words) and words[start - 1][:1].isupper() and not words[start - 1].isupper():
        start -= 1
    for at in range(start, len(words)):
        name = _person_in(words[at:], head.case, language)
        if name is not None:
            return changed[:at] + name
    return changed


def _person_in(words: tuple[str, ...], case: str, language: str) -> tuple[str, ...] | None:
    """A person's name in a case, put into the nominative: a known given name with what follows, or a lone surname."""
    found = next((r for r in ranked(words, language) if r.case == case), None)
    if found is None:
        return None
    if len(words) > 1:
        return found.words if found.words[0] in known_names(language) else None
    tags = [r.tags for r in readings(words[0], language)]
    return found.words if any("Surn" in t for t in tags) and not any("Geox" in t for t in tags) else None


def _small_first(text: str, words: tuple[str, ...], language: str) -> str:
    """The text with a small first letter, unless its first word begins a name or is an abbreviation."""
    first = words[0]
    if not text[:1].isupper() or text[:1] != first[:1] or (first.isupper() and len(first) > 1):
        return text
    if _is_known(text, len(words), language):
        return text
    return text if _begins_name(words, language) else text[:1].lower() + text[1:]


def _is_known(text: str, words: int, language: str) -> bool:
    """Whether it is a name of the reference data; a lone word that is an outlet's ("Эксперт") is more often a word."""
    found = place_id(text) or organisation_id(text) or ""
    alone = words == 1 and found.startswith("outlet:") and any(r.known for r in readings(text, language))
    return bool(found) and not alone


def _begins_name(words: tuple[str, ...], language: str) -> bool:
    found = readings(words[0], language)
    if not any(r.known for r in found) or any(r.tags & _PROPER for r in found[:1]):
        return True
    if words[0].lower() in table("bodies")[language]:
        return True
    if any(r.lemma in table(f"{language}/names")["institutions"] for r in found):
        return True
    return len(words) > 1 and words[1][:1].isupper() and any(r.is_adjective() for r in found)
