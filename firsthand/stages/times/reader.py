"""Reads a text's expressions of time, not yet placed on the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.lang.morphology import parses
from firsthand.stages.times.dateline import named_dateline
from firsthand.stages.times.english import ENGLISH
from firsthand.stages.times.lexicon import Lexicon, lexicon
from firsthand.stages.times.meaning import Draft, Fixed, Interval, Meaning, Moment, Shift
from firsthand.stages.times.rules import Compiled, Found, compiled
from firsthand.stages.times.slavic import SLAVIC
from firsthand.stages.times.tense import holds_office, is_all_past, is_background, lasts, speaks_of_present, tense_at
from firsthand.stages.times.words import Alphabet, Word, alphabet, words

RULES = {"uk": SLAVIC, "ru": SLAVIC, "en": ENGLISH}
YEARS = re.compile(r"P[\dX]{1,4}Y")
NOUN_REACH = 4
NAME_REACH, NAME_WORDS = 40, 4
SPOKEN = re.compile(r",?\s{0,2}[—–-]")
FOREIGN = "en"
# a passage without a Cyrillic letter, and the words that show that it is more than a name
FOREIGN_RUN = re.compile(r"[^\u0400-\u04ff]{40,4000}")
FOREIGN_WORD = re.compile(r"\b[a-z]{2,30}\b")
FOREIGN_WORDS = 5
# beside a word these make it part of an address: "site.org/parom-strike-today"
IN_ADDRESS = frozenset("/-_=@#&")
NAMED = re.compile(r"\(\?P<\w{1,20}>")
DULL = ("other", "mark", "newline", "comma", "dash", "open", "close", "end", "slash", "bar")


class Grammar(NamedTuple):
    """A language's words, letters and rules; ``some`` tells which matches, ``lively`` where one may."""

    lexicon: Lexicon
    letters: Alphabet
    rules: tuple[Compiled, ...]
    some: re.Pattern[str]
    lively: re.Pattern[str]


class Text(NamedTuple):
    """A text and its language."""

    text: str
    language: str


class Place(NamedTuple):
    """Where an expression stands: its first word and the word after it."""

    found: Sequence[Word]
    first: int
    after: int


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, compiled once."""
    known = lexicon(language)
    letters = alphabet(known)
    rules = tuple(compiled(rule, letters) for rule in RULES[language])
    # One pattern instead of each rule's in turn for the nine places in ten where nothing stands.
    # An empty group behind each rule tells which matched.
    some = re.compile("|".join(NAMED.sub("(?:", rule.pattern.pattern) + "()" for rule in rules))
    lively = re.compile(f"[^{''.join(letters[frozenset({kind})] for kind in DULL)}]")
    return Grammar(known, letters, rules, some, lively)


@lru_cache(maxsize=4)
def read(text: str, language: str) -> tuple[Draft, ...]:
    """The expressions of time of a text, in order, none overlapping another; the last texts are remembered.

    What a Ukrainian or Russian text quotes in English is read as English.
    """
    if language == FOREIGN:
        return tuple(_read(text, language))
    quoted = [draft for match in FOREIGN_RUN.finditer(text) for draft in _read_foreign(text, match)]
    own = [d for d in _read(text, language) if not any(d.start < q.stop and q.start < d.stop for q in quoted)]
    return tuple(sorted((*own, *quoted), key=lambda draft: draft.start))


def _read_foreign(text: str, match: re.Match[str]) -> Iterator[Draft]:
    """The expressions of a passage in English, if it is one and no mere name."""
    if len(FOREIGN_WORD.findall(match.group())) < FOREIGN_WORDS:
        return
    for draft in _read(match.group(), FOREIGN):
        if IN_ADDRESS & {*match.group()[max(0, draft.start - 1) : draft.start], *match.group()[draft.stop :][:1]}:
            continue
        yield replace(draft, start=match.start() + draft.start, stop=match.start() + draft.stop)


def _read(text: str, language: str) -> list[Draft]:
    rules = grammar(language)
    found = words(text, rules.lexicon)
    letters = "".join([rules.letters[word.entry.kinds] for word in found])
    drafts: list[Draft] = []
    at = 0
    while (lively := rules.lively.search(letters, at)) is not None:
        hit = _first(rules, found, letters, lively.start())
        if hit is None:
            at = lively.end()
            continue
        match, rule, meaning = hit
        place = Place(found, match.start(), match.end())
        if meaning != Fixed("") and not any(refuses(place, meaning, Text(text, language)) for refuses in REFUSED):
            drafts.append(named_dateline(_draft(match, found, rule, meaning, Text(text, language)), text))
        at = match.end()
    return drafts


def _compares(place: Place, meaning: Meaning, text: Text) -> bool:
    """Whether "раніше" after an infinitive is a comparison: "хоче приїхати раніше"."""
    found, at = place.found, place.first
    if meaning != Fixed("PAST_REF", relative=True) or "before" not in found[at].entry.values or at == 0:
        return False
    also = at > 1 and "and" in found[at - 1].entry.values
    verb = found[at - 2 if also else at - 1].form
    return any(r.pos == "INFN" or r.has("infn") for r in parses(verb, text.language)[:1])


def _is_in_name(place: Place, meaning: Meaning, text: Text) -> bool:
    """Whether it stands in a short quoted name without a verb: the paper «Субота», the fund «Здоровое завтра»."""
    dated = isinstance(meaning, Moment) and (meaning.month or meaning.year or meaning.clock)
    if dated or isinstance(meaning, Interval):
        return False
    start, stop = place.found[place.first].start, place.found[place.after - 1].stop
    opened = text.text.rfind("«", max(0, start - NAME_REACH), start)
    closed = text.text.find("»", stop, stop + NAME_REACH)
    if opened < 0 or closed < 0 or "»" in text.text[opened:start] or "«" in text.text[stop:closed]:
        return False
    words = text.text[opened + 1 : closed].split()
    quoted = text.text[max(0, opened - 3) : opened].rstrip().endswith(":")
    spoken = quoted or SPOKEN.match(text.text, closed + 1) or text.text[closed - 1] in ".,!?…"
    named = 1 <= len(words) <= NAME_WORDS and words[0][:1].isupper() and not spoken
    return named and not any(r.pos == "VERB" for word in words for r in parses(word.lower(), text.language)[:1])


def _is_soon_after(place: Place, meaning: Meaning, text: Text) -> bool:
    """Whether "вскоре" is told of the past: "вскоре она вернулась", "вскоре после решения"."""
    if meaning != Fixed("FUTURE_REF", relative=True) or "soon" not in place.found[place.first].entry.values:
        return False
    after = place.found[place.after : place.after + 1]
    return any("after" in word.entry.values for word in after) or is_all_past(*place, text.language)


def _is_of_somebody(place: Place, meaning: Meaning, text: Text) -> bool:
    """Whether years in an adjective are an age: "51-летняя католичка", not "двухлетний переходный период"."""
    if not isinstance(meaning, Fixed) or not YEARS.fullmatch(meaning.value):
        return False
    if not any(r.pos == "ADJF" for r in parses(place.found[place.after - 1].form, text.language)[:1]):
        return False
    following = place.found[place.after : place.after + NOUN_REACH]
    if any("not_after" in word.entry.values for word in following):
        return True
    nouns = (word for word in following if any(r.pos == "NOUN" for r in parses(word.form, text.language)[:1]))
    noun = next(nouns, None)
    if noun is None or text.text[noun.start].isupper() or text.text[noun.stop : noun.stop + 1] == "-":
        return True
    return not parses(noun.form, text.language)[0].has("inan")


def _is_age_of_name(place: Place, meaning: Meaning, text: Text) -> bool:
    """Whether a name and a number of years are all of a clause: "Олегу Бондарю 80 лет."."""
    if not isinstance(meaning, Fixed) or not YEARS.fullmatch(meaning.value) or place.first < 2:
        return False
    named = all(text.text[word.start].isupper() for word in place.found[place.first - 2 : place.first])
    after = place.found[place.after : place.after + 1]
    return named and any(kind in word.entry.values for word in after for kind in ("end", "comma", "newline"))


REFUSED: tuple[Callable[[Place, Meaning, Text], bool], ...] = (
    _compares,
    _is_soon_after,
    _is_of_somebody,
    _is_age_of_name,
    _is_in_name,
)


def _first(rules: Grammar, found: Sequence[Word], letters: str, at: int) -> tuple[re.Match[str], str, Meaning] | None:
    some = rules.some.match(letters, at)
    if some is None or some.lastindex is None:
        return None
    for rule in rules.rules[some.lastindex - 1 :]:
        match = rule.pattern.match(letters, at)
        if match is None:
            continue
        named = {name: (found[match.start(name)], rule.kinds[name]) for name, hit in match.groupdict().items() if hit}
        meaning = rule.build(Found(found, match.start(), match.end(), named))
        if meaning is not None:
            return match, rule.name, meaning
    return None


def _draft(match: re.Match[str], found: Sequence[Word], rule: str, meaning: Meaning, text: Text) -> Draft:
    first, last = match.start(), match.end() - 1
    while "in" in found[first].entry.values and "reference" not in found[first].entry.values and first < last:
        first += 1
    beside = (*(found[match.start() - 1 : match.start()] or found[:1]), *found[match.start() : first])
    onto = any("onto" in word.entry.values for word in beside)
    tense = tense_at(found, match.start(), match.end(), text.language, onto=onto)
    start_of = any("from" in word.entry.values for word in beside)
    since = start_of and lasts(found, match.start(), match.end(), text.language)
    return Draft(
        found[first].start,
        found[last].stop,
        _in_its_sentence(meaning, rule, Place(found, first, match.end()), text),
        rule,
        tense,
        edge=any(word.entry.values.get("edge") in ("mid", "end") for word in found[match.start() : match.end()]),
        bound="to" in beside[0].entry.values or "to" in found[match.start()].entry.values,
        since=since,
        start_of=start_of,
        document=any("dated_from" in word.entry.values for word in beside),
        onto=onto,
        background=(start_of and holds_office(found, match.start(), match.end(), text.language))
        or (tense < 0 and is_background(found, match.start(), match.end(), text.language)),
        as_of=any("as_of" in word.entry.values for word in beside) or (tense < 0 and _heads_clause(found, first)),
    )


def _heads_clause(found: Sequence[Word], first: int) -> bool:
    """Whether a bare "на" after a comma stands before it: "за даними відомства, на 14 січня доставили"."""
    mark, onto = (found[first - 2], found[first - 1]) if first >= 2 else (None, None)
    opened = mark is not None and "comma" in mark.entry.values
    return opened and onto is not None and "onto" in onto.entry.values


def _in_its_sentence(meaning: Meaning, rule: str, place: Place, text: Text) -> Meaning:
    """What "today" and "the day before" mean where they stand.

    With a verb in the present, or after "На" that opens a sentence, "today" is the present at large. "Напередодні"
    at the head of a sentence counts from the report's date, inside a sentence from the expression before.
    """
    if rule == "today" and meaning == Shift("day", 0) and not _is_adjective(place, text):
        opens = text.text[place.found[place.first].start].isupper()
        if speaks_of_present(*place, text.language, opens=opens) or _opens_with(place, "onto", text.text):
            return Fixed("PRESENT_REF", relative=True)
    if meaning == Shift("day", 1, "eve") and _apposed(place):
        return Shift("day", 0, "apposed")
    if meaning == Shift("day", -1, "eve") and _of_event(place, text):
        return Shift("day", -1, "event")
    if meaning == Shift("day", -1, "eve") and text.text[place.found[place.first].start].isupper():
        return Shift("day", -1)
    return meaning


def _of_event(place: Place, text: Text) -> bool:
    """Whether the event that it is the eve of follows as a noun: "накануне начала акции"."""
    after = place.found[place.after : place.after + 1]
    if not after or text.text[after[0].start].isupper():
        return False
    return any(r.has("NOUN", "gent", "inan") for r in parses(after[0].form, text.language)[:1])


def _is_adjective(place: Place, text: Text) -> bool:
    """ "сегодняшние рейсы" are of the day, whatever the tense."""
    return any(r.pos == "ADJF" for r in parses(place.found[place.first].form, text.language)[:1])


def _opens_with(place: Place, kind: str, text: str) -> bool:
    """Whether a word of the kind opens a sentence before the place: "На сьогодні тут працює два заводи"."""
    before = place.found[max(0, place.first - 1) : place.first]
    return any(kind in word.entry.values and text[word.start].isupper() for word in before)


def _apposed(place: Place) -> bool:
    """Whether it explains the day named just before: "у четвер, на наступний день після зустрічі"."""
    before, after = place.found[max(0, place.first - 2) : place.first], place.found[place.after : place.after + 1]
    named = len(before) == 2 and any(kind in before[0].entry.values for kind in ("weekday", "month", "year_word"))
    return named and "comma" in before[1].entry.values and any("after" in word.entry.values for word in after)
