"""What a body is called in full: the longest name, and the words that the report writes for an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from firsthand.lang import table
from firsthand.names.inflection import readings
from firsthand.names.keys import notions
from firsthand.names.nominative import phrase_nominative
from firsthand.names.reference import organisation_id
from firsthand.records import Span
from firsthand.stages.attribution.media import bare_name, first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, written_out

LETTERS_BEHIND = re.compile(r" \(([A-ZА-ЯЁЄІЇҐ]{2,8})\)$")
# The quotation marks in which a name stands.
QUOTED = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
QUOTES = '«»“”„"'
LEAST_NOTIONS = 2
LEAST_DESCRIBED = 3  # words of a common name that can only be one body's
# Each abbreviation is looked for in the whole report.
MOST_ABBREVIATED = 200
LONGEST_ABBREVIATED = 40
SHORTEST_SYLLABLE, LONGEST_SYLLABLE = 3, 5  # letters of the second part of a joined word that are compared
SYLLABLE_REACH = 4  # words of a name among which the second part stands
LEAST_FIRST, LONGEST_ENDING = 5, 2  # letters of a first word, of its case ending
MOST_TEXT = 100_000  # code points searched for what an abbreviation stands for


def fullest_body(cast: Cast, name: str) -> str:
    """The longest name that is a short one with its legal form or state: ``НАК “Нафтогаз України”``."""
    longest = name
    for candidate in cast.body_names():
        if len(candidate.split()) <= len(longest.split()) and len(candidate) <= len(longest):
            continue
        if len(WORD.findall(candidate)) <= len(WORD.findall(longest)):
            continue
        others = is_with_kind(cast, candidate, name) or is_daughter(cast, candidate, name) or is_made(cast, candidate)
        if not others and is_fuller(candidate, name, cast.report.language):
            longest = candidate
    return longest


def is_with_kind(cast: Cast, candidate: str, name: str) -> bool:
    """``Міжнародна організація «Базис»`` for ``Базис``: a name that was found with what it is the name of."""
    if candidate[-1:] not in QUOTES or not candidate.split(" ", 1)[-1][:1].islower():
        return False
    return bare_name(candidate, cast.report.language, "bearers") == name


def is_made(cast: Cast, candidate: str) -> bool:
    """``апарати ШВЛ «Базис» назвав``: letters that stand before another name in marks too, and are no legal form's."""
    letters, _, quoted = candidate.partition(" ")
    if not letters.isupper() or quoted[:1] not in QUOTES or letters.lower() in table("bodies")["legal_forms"]:
        return False
    text = cast.report.text[:MOST_TEXT]
    found = islice(re.finditer(f"{re.escape(letters)} (?=[{QUOTES}])", text), MOST)
    leads = (text[m.end() : m.end() + len(quoted)] for m in found)
    return any(lead != quoted for lead in leads)


def is_daughter(cast: Cast, long: str, short: str) -> bool:
    """``«Базис Трейдинг»`` beside ``«Базис»``: a longer name of another firm, where the short one is quoted whole."""
    own, theirs = short.strip(QUOTES), long.strip(QUOTES)
    behind = theirs.removeprefix(f"{own} ")
    # "Нафтогаз України" is the same with its country.
    if behind == theirs or all(is_country(word, cast.report.language) for word in WORD.findall(behind)):
        return False
    text = cast.report.text[:MOST_TEXT]
    return any(f"{left}{own}{right}" in text for left, right in QUOTED) and any(
        f"{left}{theirs}{right}" in text for left, right in QUOTED
    )


def without_letters(name: str) -> str:
    """``Національна спілка пасічників (NBU)``: a body's name without the letters that stand for it behind it."""
    letters = LETTERS_BEHIND.search(name)
    if letters is None or " " not in name[: letters.start()]:
        return name
    initials = "".join(word[0] for word in WORD.findall(name[: letters.start()]))
    # "УПЦ (МП)" tells which one it is.
    told = letters.group(1).isascii() or letters.group(1).lower() in initials.lower()
    return name[: letters.start()] if told else name


def named_body(cast: Cast, name: str) -> str:
    """``Базису`` where it was not found as a name: the fullest of a body that the report names so elsewhere."""
    words, language = WORD.findall(name), cast.report.language
    kinds = group(language, "bearers|offices")
    # "інститут книги" that opened its sentence
    if len(words) > 1 and (whole := headed_alike(cast, name)) is not None:
        return whole
    # "профспілка працівників лісу" of which the report first has the whole name.
    if len(words) >= LEAST_DESCRIBED and name.islower() and lemmas(words[0], language) & kinds:
        return led_by_adjective(cast, words[0], name[len(words[0]) :].strip()) or name
    if not name[:1].isupper():
        return name
    return fullest_body(cast, name) if name in cast.body_names() else begun_alike(cast, name) or name


def begun_alike(cast: Cast, name: str) -> str | None:
    """``Страткомі`` after ``Стратком Флоту``: the one body whose first word, in no dictionary, it is with an ending."""
    if WORD.fullmatch(name) is None or any(reading.known for reading in readings(name, cast.report.language)):
        return None
    longer = (body for body in cast.body_names() if " " in body)
    alike = {body for body in longer if is_first_word(body.split(" ")[0], name)}
    whole = max(alike, key=len, default="")
    return whole if whole and all(body in whole for body in alike) else None


def is_first_word(first: str, name: str) -> bool:
    """Whether a name is the first word of another one, as it stands or with a case ending."""
    ending = name.removeprefix(first)
    return len(first) >= LEAST_FIRST and (not ending or (ending != name and len(ending) <= LONGEST_ENDING))


def headed_alike(cast: Cast, name: str) -> str | None:
    """``Український інститут книги`` for ``інститут книги``, where the report has that one name with more before it."""
    language = cast.report.language
    if not name.islower() or not first_noun(name, language) & group(language, "bodies"):
        return None
    longer = {body for body in cast.body_names() if body.lower().endswith(f" {name}")}
    one = longer.pop() if len(longer) == 1 else ""
    lead = WORD.findall(one.lower().removesuffix(name))
    return one if one and all(word_forms(word, language).adjectives for word in lead) else None


def led_by_adjective(cast: Cast, noun: str, rest: str) -> str | None:
    """``Всеукраїнська профспілка лісників України`` for ``профспілка лісників``, where the report has it so."""
    text, language = cast.report.text[:MOST_TEXT], cast.report.language
    behind = rf" {re.escape(rest)}(?: [^\W\d_a-zа-яіїєґё][\w’'ʼ-]{{2,20}})?"
    pattern = rf"\b([^\W\d_a-zа-яіїєґё][\w’'ʼ-]{{3,30}}) ([\w’'ʼ-]{{3,30}}){behind}"
    for match in re.finditer(pattern, text):
        if (
            lemmas(match.group(2), language) & lemmas(noun, language)
            and word_forms(match.group(1), language).adjectives
        ):
            name = phrase_nominative(match.group(), language)
            return name[:1].upper() + name[1:]
    return None


def spelled_out(cast: Cast, source: Span) -> str | None:
    """What the report writes for an abbreviation: ``ВРУ`` -> ``Верховна Рада України``, ``МЗС`` -> its ministry."""
    return written_for_short(cast, source.of(cast.report.text))


def written_for_short(cast: Cast, text: str) -> str | None:
    """What the report writes for letters or for a word joined of the first syllables (``Мінфін``)."""
    language = cast.report.language
    if text.isupper() and text.isascii() and (named := in_brackets_behind(cast, text)) is not None:
        return named
    if (named := by_reference(cast, text)) is not None:
        return named
    if (joined := by_syllables(cast, text)) is not None:
        return joined
    if text not in cast.abbreviated and len(cast.abbreviated) < MOST_ABBREVIATED and len(text) <= LONGEST_ABBREVIATED:
        # A country keeps its letters: "РФ".
        letters = text.isupper() and text.isalpha() and not is_country(text, language)
        cast.abbreviated[text] = by_initials(cast, text) if letters else of_country(cast, text)
    if (known := cast.abbreviated.get(text)) is not None:
        return known
    if text.isupper() and (named := in_brackets_behind(cast, text)) is not None:
        return named
    meant = notions(text, language)
    if len(meant) < LEAST_NOTIONS or any(notion.startswith("~") for notion in meant):
        return None
    if not has_capitals(text) and not text.islower():
        return None
    longer = [name for name in cast.body_names() if len(name) > len(text) and not has_capitals(name)]
    home = meant - {f"@{table('bodies')['home'].get(language, '')}"}
    whole = next((name for name in longer if meant <= notions(name, language)), None)
    # "АМКУ" is of its country, which the report leaves out.
    return whole or next((name for name in longer if len(home) > 1 and home == notions(name, language)), None)


def in_brackets_behind(cast: Cast, letters: str) -> str | None:
    """The body that the report first names with these letters in brackets."""
    mark = f" ({letters})"
    told = (name.removesuffix(mark) for name in cast.body_names() if name.endswith(mark))
    behind = (m for m in cast.mentions[:MOST] if m.type == "ORG" and not has_capitals(m.name))
    text = cast.report.text
    return next(told, None) or next((m.name for m in behind if text.startswith(mark, m.span.stop)), None)


def by_reference(cast: Cast, letters: str) -> str | None:
    """``BKA`` where the report has ``Федеральне відомство кримінальної поліції``: the name of one known body."""
    known = organisation_id(letters) if letters.isupper() and letters.isascii() else None
    named = (m for m in cast.mentions[:MOST] if known and m.type == "ORG" and not has_capitals(m.name))
    return next((written_out(cast, m) for m in named if " " in m.name and organisation_id(m.name) == known), None)


def by_syllables(cast: Cast, short: str) -> str | None:
    """``Держрезерв`` -> ``Державне агентство резерву``: the one body named in the report that both parts begin."""
    word, language = "".join(letter for letter in short.lower() if letter.isalpha()), cast.report.language
    if WORD.fullmatch(short) is None or short.isupper():
        return None
    stems = table("bodies")["syllables"].get(language, {})
    found: set[str] = set()
    for syllable, stem in stems.items():
        rest = word.removeprefix(syllable)[:LONGEST_SYLLABLE]
        if rest == word or len(rest) < SHORTEST_SYLLABLE:
            continue
        whole = word.removeprefix(syllable)
        found |= {
            name for name in cast.body_names() if begin_with(name, stem, rest) or begin_with_both(name, stem, whole)
        }
    # "Міністерство юстиції України" is the same with its country.
    shortest = min(found, key=len, default="")
    return fullest_body(cast, shortest) if found and all(shortest in name for name in found) else None


def begin_with(name: str, stem: str, rest: str) -> bool:
    """Whether the first word of a name begins with a stem, and one of those right behind it with another."""
    words = [word.lower() for word in WORD.findall(name)]
    return bool(words) and words[0].startswith(stem) and any(word.startswith(rest) for word in words[1:SYLLABLE_REACH])


def begin_with_both(name: str, stem: str, rest: str) -> bool:
    """``Мінсоцполітики``: whether the words behind a first one begin with both parts of what follows its syllable."""
    words = [word.lower() for word in WORD.findall(name)]
    if len(words) <= 2 or not words[0].startswith(stem):
        return False
    parts = range(SHORTEST_SYLLABLE, LONGEST_SYLLABLE + 1)
    return any(
        left.startswith(rest[:at]) and right.startswith(rest[at:][:LONGEST_SYLLABLE])
        for left, right in pairwise(words[1:SYLLABLE_REACH])
        for at in parts
        if len(rest) - at >= SHORTEST_SYLLABLE
    )


def has_capitals(name: str) -> bool:
    """Whether a word of a name is an abbreviation in capitals."""
    return any(word.isupper() and len(word) > 1 for word in WORD.findall(name))


def by_initials(cast: Cast, letters: str) -> str | None:
    """The words of the report that begin with these letters, in the nominative; of a known body only its name."""
    known, language = organisation_id(letters), cast.report.language
    names = (with_capital(phrase_nominative(words, language)) for words in written_for(cast, letters))
    return next((name for name in names if known is None or organisation_id(name) == known), None)


def with_capital(name: str) -> str:
    """A name as it is written where letters stand for it: ``Міжнародні авіалінії``."""
    return name[:1].upper() + name[1:]


def of_country(cast: Cast, text: str) -> str | None:
    """``МИД ФРГ``: the words behind the letters with the country that the report puts beside them, if it is that."""
    letters, _, place = text.partition(" ")
    meant, language = notions(text, cast.report.language), cast.report.language
    if not letters.isupper() or not letters.isalpha() or not is_country(place, language):
        return None
    names = (with_capital(phrase_nominative(words, language)) for words in written_for(cast, letters))
    return next((name for name in names if notions(name, language) == meant), None)


def written_for(cast: Cast, letters: str) -> Iterator[str]:
    """The words of the report that begin with these letters, each with a country behind or before it and alone."""
    text, language = cast.report.text[:MOST_TEXT], cast.report.language
    for match in re.finditer(initials(letters), text):
        behind = re.match(r" [^\W\d_]{2,20}\b", text[match.end() : match.end() + 30])
        before = re.search(r"\b[^\W\d_]{4,20} $", text[max(0, match.start() - 30) : match.start()])
        if behind is not None and is_country(behind.group(), language):
            yield match.group() + behind.group()
        if before is not None and is_country(before.group(), language):
            yield before.group() + match.group()
        yield match.group()


def is_country(word: str, language: str) -> bool:
    """Whether a word means a country or is its adjective."""
    return any(notion.startswith("@") for notion in notions(word, language))


@lru_cache(maxsize=1000)
def initials(letters: str) -> str:
    """A pattern for words that begin with these letters, the first a capital."""
    rest = "".join(rf" [{letter}{letter.lower()}][\w’'ʼ-]{{1,20}}" for letter in letters[1:])
    return rf"\b{letters[0]}[\w’'ʼ-]{{2,20}}{rest}\b"


def is_fuller(long: str, short: str, language: str) -> bool:
    """Whether a name is another one with more words: before it a kind of company, behind it at most two."""
    theirs = [w.lower() for w in WORD.findall(long)]
    own = [w.lower() for w in WORD.findall(short)]
    if not own or len(theirs) > len(own) + 5:
        return False
    at = next((i for i in range(len(theirs) - len(own) + 1) if theirs[i : i + len(own)] == own), None)
    if at is None or len(theirs) - at - len(own) > 2:
        return False
    kinds = (group(language, "bearers") - group(language, "media")) | group(language, "legal_forms")
    words = WORD.findall(long)
    before, behind = words[:at], words[at + len(own) :]
    legal = table("bodies")["legal_forms"]
    # "Skyline Sun" is another firm than "Skyline", "Skyline Holdings Plc" is not.
    if any(w.isascii() and w.lower() not in legal and w.lower() not in table("bodies")["groups"] for w in behind):
        return False
    if behind and behind[-1].lower() in table("bodies")["groups"]:
        return False
    # "Агрохолдинг Baza" that opened a sentence is no more than "Baza".
    nouns = group(language, "bearers|makers|media")
    if short.isascii() and not behind and len(before) == 1 and lemmas(before[0], language) & nouns:
        return False
    return all(
        (w.isupper() and len(w) > 2) or word_forms(w, language).adjectives or lemmas(w, language) & kinds
        for w in before
    )
