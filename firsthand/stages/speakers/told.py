"""The one body told of that a noun without a name means later: ``підприємство`` behind ``завод «Маяк»``."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from firsthand.lang import table
from firsthand.names.keys import notions
from firsthand.names.nominative import phrase_nominative
from firsthand.names.reference import organisation_id, references
from firsthand.records import Mention, Span
from firsthand.stages.attribution.media import first_noun, known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, small_first, word_forms
from firsthand.stages.speakers.cast import MOST, SAME_SENTENCE, Cast, Told, written_out
from firsthand.stages.speakers.crowds import are_beside, belonging, closed, may_describe
from firsthand.stages.speakers.sources import SENTENCE_END, coordinated

# A name in quotation marks right behind its noun.
QUOTED = re.compile(r"\s[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]")
KINDS = frozenset(("international", "government", "ministry", "parliament", "agency", "army", "bank", "party", "court"))
LOCAL = re.compile(r"(?:[сцз]ьк|[сц]к)(?:ий|а|ая|е|ое|о[гм]о|о[їй]|ом|ому|[іи]м|ій)$")
MOST_JOINED = 4  # of the bodies told of last that are looked at; one may be told of by two ways
BEGINNING = 3  # letters
STEM = 6  # letters in which an adjective and its noun agree: "президентський" and "президента"
MOST_WORDS = 5_000  # of a report that are looked through for bodies
HEAD_WORDS = 3  # of a name among which the noun for the body stands
LONGEST_CALLED = 3  # words of a description


def told_body(cast: Cast, at: int, description: str) -> str | None:
    """The one body told of before a place that a description fits; of several the one that spoke last."""
    names = distinct(fitting(cast, at, description))
    if len(names) == 1:
        return names[0]
    last = cast.last_speaker(at, frozenset(("body",)))
    return next((name for name in names if last is not None and name.lower() == last.lower()), None)


def fitting(cast: Cast, at: int, description: str) -> list[Told]:
    """The bodies told of before a place that a description without a name fits, in order."""
    description = phrase_nominative(description, cast.report.language)
    words = [word.lower() for word in WORD.findall(description)]
    if not 1 <= len(words) <= LONGEST_CALLED or not (description[1:].islower() or description.isupper()):
        return []
    others = callings(words, cast.report.language)
    return [body for body in bodies_told(cast) if body.start < at and fits(body, words, others, cast.report.language)]


def fit_alike(cast: Cast, at: int, description: str) -> bool:
    """``МЗС Литви та МЗС Естонії ... Міністерство``: whether the last two that fit are joined and silent since."""
    last = fitting(cast, at, description)[-MOST_JOINED:]
    if len(distinct(last)) < 2 or any(last[0].start <= i < at for i, _, _ in cast.spoken[-MOST:]):
        return False
    between = cast.report.text[last[0].start : last[-1].start]
    joined = coordinated(between, cast.report.language)
    return joined and len(between) < SAME_SENTENCE and not SENTENCE_END.search(between) and not has_verb(cast, between)


def has_verb(cast: Cast, text: str) -> bool:
    """Whether a word of a text can only be a verb."""
    return any(word_forms(word, cast.report.language).pos == {"VERB"} for word in WORD.findall(text))


def named_for_short(cast: Cast, at: int, noun: str) -> str | None:
    """``Комісія`` after ``Єврокомісія``: a noun for a body, with a capital, that was taken for a name of its own."""
    alone = WORD.fullmatch(noun) is not None and noun[1:].islower()
    return told_body(cast, at, noun) if alone and is_calling(noun, cast.report.language) else None


def told_for_short(cast: Cast, at: int, short: str) -> str | None:
    """``Мінтранс`` after ``міністерство транспорту Литви``: the one body told of that it can be."""
    language = cast.report.language
    if WORD.fullmatch(short) is None:
        return None
    meant = notions(short, language)
    before = [body for body in bodies_told(cast) if body.start < at and body.name.lower() != short.lower()]
    names = distinct([body for body in before if is_all_of(meant, body)])
    return names[0] if len(names) == 1 else None


def distinct(bodies: list[Told]) -> list[str]:
    """The names of bodies, of each the longest: ``суд Каунаса`` and ``окружний суд Каунаса`` are one."""
    found: list[Told] = []
    for body in bodies:
        same = next((n for n, other in enumerate(found) if are_one(other, body)), None)
        if same is None:
            found.append(body)
        elif len(WORD.findall(body.name)) > len(WORD.findall(found[same].name)):
            found[same] = body
    return [body.name for body in found]


def are_one(left: Told, right: Told) -> bool:
    """Whether two bodies are one by their words, by all that their names stand for, or by what is known of them."""
    alike = left.notions == right.notions and not any(notion.startswith("~") for notion in left.notions)
    known = organisation_id(left.name)
    alike = (alike and bool(left.notions)) or (known is not None and known == organisation_id(right.name))
    return alike or is_within(left.name, right.name) or is_within(right.name, left.name)


def is_within(short: str, long: str) -> bool:
    """Whether all words of a name stand in another one."""
    words = [word.lower() for word in WORD.findall(short)]
    return set(words) <= {word.lower() for word in WORD.findall(long)}


def fits(body: Told, words: list[str], others: list[str], language: str) -> bool:
    """Whether a description can be of a body: its noun, one by which such a body is called, or all it stands for.

    ``others``: what the table has for the description.
    """
    if len(words) == 1 and lemmas(words[0], language) & body.heads:
        return True
    if any(stands_for(body, value, language) for value in others):
        return True
    known = organisation_id(" ".join(words))
    if known is not None and known == organisation_id(body.name):
        return True
    if len(words) > 1 and lemmas(words[-1], language) & body.heads and is_paraphrase(words[:-1], body.name, language):
        return True
    # "британський уряд" is as full as "уряд Британії".
    alike = len(words) > 1 and lemmas(words[-1], language) & body.heads
    return not alike and is_all_of(notions(" ".join(words), language), body)


def is_paraphrase(adjectives: list[str], name: str, language: str) -> bool:
    """``президентська канцелярія`` of ``канцелярія президента``: whether a name has the nouns of these adjectives."""
    behind = [word.lower() for word in WORD.findall(name)[1:]]
    # "британський уряд" is written as it stands.
    own = [adjective for adjective in adjectives if not is_of_country(adjective, language)]
    stems = [adjective[:STEM] for adjective in own if len(adjective) > STEM]
    return len(stems) == len(adjectives) and all(any(word.startswith(stem) for word in behind) for stem in stems)


def is_of_country(word: str, language: str) -> bool:
    """Whether a word means a country or is its adjective."""
    return any(notion.startswith("@") for notion in notions(word, language))


def is_all_of(meant: frozenset[str], body: Told) -> bool:
    """Whether a body's name stands for all of several things that are meant, and has no unknown word beside them."""
    return len(meant) > 1 and meant <= body.notions and not any(notion.startswith("~") for notion in body.notions)


def callings(words: list[str], language: str) -> list[str]:
    """What a description may be called otherwise by the table; words agree by their lemmas."""
    own = [lemmas(word, language) for word in words]
    return [value for key, values in beginning_with(own[0], language) if matches(key, own) for value in values]


def is_calling(noun: str, language: str) -> bool:
    """Whether a noun is one by which bodies are called, or that leads their names."""
    own = lemmas(noun, language)
    return bool(own & heads_of_bodies(language)) or any(matches(key, [own]) for key, _ in beginning_with(own, language))


@cache
def heads_of_bodies(language: str) -> frozenset[str]:
    """The nouns that lead the names of bodies: ``міністерство``, ``завод``."""
    return frozenset(table("called")["heads"].get(language, ()))


# A description of the table as lemmas of its words, with what it stands for.
Called = tuple[tuple[frozenset[str], ...], tuple[str, ...]]


def beginning_with(own: frozenset[str], language: str) -> list[Called]:
    """The descriptions of which the first word can be a given one, in the order of the table."""
    found = {row for lemma in own for row in called_by_first(language).get(lemma, ())}
    return [called(language)[row] for row in sorted(found)]


@cache
def called(language: str) -> tuple[Called, ...]:
    """The descriptions of the table."""
    rows = table("called").get(language, {}).items()
    return tuple((tuple(lemmas(word, language) for word in key.split()), tuple(values)) for key, values in rows)


@cache
def called_by_first(language: str) -> dict[str, list[int]]:
    """The numbers of the descriptions by each lemma of their first words."""
    found: dict[str, list[int]] = {}
    for number, (key, _) in enumerate(called(language)):
        for lemma in key[0]:
            found.setdefault(lemma, []).append(number)
    return found


def matches(key: tuple[frozenset[str], ...], own: list[frozenset[str]]) -> bool:
    """Whether words are those of a description by their lemmas."""
    return len(key) == len(own) and all(left & right for left, right in zip(key, own, strict=True))


def stands_for(body: Told, value: str, language: str) -> bool:
    """Whether a body is what the table names: by its noun, by all the words, or by what its name stands for."""
    if value.startswith("#"):
        return value.removeprefix("#") in body.notions
    return notions(value, language) <= body.notions if " " in value else value in body.heads


def bodies_told(cast: Cast) -> tuple[Told, ...]:
    """The bodies of a report, in order, each by the name that the report gives it there."""
    if cast.told is None:
        language = cast.report.language
        heads = heads_of_bodies(language)
        named = [told_by_name(cast, m) for m in cast.mentions[:MOST] if m.type == "ORG"]
        described = described_bodies(cast, heads)
        whole = [told for told in named if told is not None and not is_glued(told, described)]
        cast.told = tuple(sorted((*described, *known_bodies(cast), *whole), key=lambda told: told.start))
    return cast.told


def is_glued(body: Told, others: list[Told]) -> bool:
    """``Каунаський університет та мерія Вільнюса`` that was found as one name: whether two bodies stand in it."""
    stop = body.start + len(body.name)
    return len({other.name for other in others if body.start <= other.start < stop}) > 1


def told_by_name(cast: Cast, mention: Mention) -> Told | None:
    """A name that was found, if it is no medium's."""
    language = cast.report.language
    if known_outlet(mention.name, language) is not None:
        return None
    words = WORD.findall(mention.name)[:HEAD_WORDS]
    heads = frozenset(lemma for word in words for lemma in (*lemmas(word, language), word.lower()))
    name = written_out(cast, mention)
    return Told(mention.span.start, name, heads | full_heads(name, language), notions(name, language))


def known_bodies(cast: Cast) -> list[Told]:
    """Names of one word that are known everywhere, also where they were not found as names: ``Єврокомісія``."""
    language = cast.report.language
    found, beginnings = [], known_beginnings()
    for word in words_of(cast.report.text):
        form = word.group()
        if not form[:1].isupper() or form[:BEGINNING].lower() not in beginnings:
            continue
        if (name := known_name(form, language)) is not None:
            found.append(
                Told(
                    word.start(), name, frozenset((name.lower(),)) | full_heads(name, language), notions(name, language)
                )
            )
    return found


@lru_cache(maxsize=20_000)
def full_heads(letters: str, language: str) -> frozenset[str]:
    """The nouns that lead the full names of a known body by its letters: ``організація`` of ``ФАО``."""
    known = references().get(organisation_id(letters) or "") if letters.isupper() else None
    names = known.names.get(language, ()) if known is not None else ()
    return frozenset(lemma for name in names if " " in name for lemma in first_noun(name, language))


@cache
def known_beginnings() -> frozenset[str]:
    """The first letters of all names of one word, which no case changes: no other word has to be looked up."""
    bodies = (reference for reference in references().values() if reference.kind in KINDS)
    names = (name for reference in bodies for others in reference.names.values() for name in others)
    return frozenset(name[:BEGINNING].lower() for name in names if " " not in name)


@lru_cache(maxsize=20_000)
def known_name(word: str, language: str) -> str | None:
    """A word in the nominative, if that is the name of a known organisation that is no medium."""
    name = word if word.isupper() else phrase_nominative(word, language).capitalize()
    known = references().get(organisation_id(name) or "")
    return name if known is not None and known.kind in KINDS else None


@lru_cache(maxsize=1)
def words_of(text: str) -> list[re.Match[str]]:
    """The words of the report at hand."""
    return list(islice(WORD.finditer(text), MOST_WORDS))


def described_bodies(cast: Cast, heads: frozenset[str]) -> list[Told]:
    """The nouns for bodies with the name, place or country that make them one."""
    language, words = cast.report.language, words_of(cast.report.text)
    found = []
    for at, word in enumerate(words):
        known = lemmas(word.group(), language)
        if known.isdisjoint(heads):
            continue
        own = known & heads
        if is_one(word.group(), language) and (name := name_at(cast, words, at, own)) is not None:
            found.append(Told(word.start(), name, own, notions(name, language)))
    return found


def is_one(word: str, language: str) -> bool:
    """Whether a noun can stand in the singular."""
    nouns = word_forms(word, language).nouns
    return not nouns or any(number == "sing" for _, number, _ in nouns)


def name_at(cast: Cast, words: list[re.Match[str]], at: int, own: frozenset[str]) -> str | None:
    """The name of a body by its noun: the words that belong to it, if they make it one."""
    text, language = cast.report.text, cast.report.language
    bearer = bool(own & group(language, "bearers"))
    if (quoted := QUOTED.match(text, words[at].end())) is not None:
        return quoted.group(1) if bearer else noun_with(words[at].group(), quoted.group(), language)
    first, last = belonging(words, at, language)
    before = words[first - 1] if first else None
    if before is not None and are_beside(before, words[first]) and is_capital_adjective(before, words[at], language):
        first -= 1
    if is_charged(own, language):
        last = end_of_charge(words, last, language)
    last = before_person(cast, words, at, last)
    named = words[at + 1 : last + 1]
    if bearer and (latin := latin_at_end(named)):
        return text[latin[0].start() : latin[-1].end()]
    if own & group(language, "firms") or any(word.group() in group(language, "where_prepositions") for word in named):
        return None
    if not is_particular(words, first, at, last, own, language):
        return None
    oblique = "nomn" not in cases_in(word_forms(words[at].group(), language).nouns)
    name = phrase_nominative(closed(text, words[first].start(), words[last].end()), language, oblique)
    lead = words[first].group()
    country = any(notion.startswith("@") for notion in notions(lead, language))
    if lead[:1].isupper() and (not opens(words[first]) or (first < at and not country and is_local(lead, language))):
        return name[:1].upper() + name[1:]
    short = lead.lower() in table("bodies").get(language, {})
    return name[:1].upper() + name[1:] if short else small_first(name)


def before_person(cast: Cast, words: list[re.Match[str]], at: int, last: int) -> int:
    """``управління служби Олесь Гнатюк``: where the words behind a noun for a body end before a person's name."""
    if last == at:
        return last
    behind = Span(words[at].end(), words[last].end())
    person = next((m for m in cast.over(behind) if m.type == "PER" and m.span.start >= behind.start), None)
    while person is not None and last > at and words[last].end() > person.span.start:
        last -= 1
    return last


def end_of_charge(words: list[re.Match[str]], last: int, language: str) -> int:
    """``міністерство оборони Литви``: where the genitives behind an office end, also those that may be other forms."""
    while last + 1 < len(words) and are_beside(*words[last : last + 2]):
        word, known = words[last + 1].group(), word_forms(words[last + 1].group(), language)
        if not word[:1].isupper() and "gent" not in cases_in(known.nouns | known.adjectives):
            break
        last += 1
    return last


def is_capital_adjective(word: re.Match[str], noun: re.Match[str], language: str) -> bool:
    """``Каунаському`` before ``університеті``: an adjective with a capital that can describe the noun behind it."""
    adjective = word.group()
    pos = word_forms(adjective, language).pos
    return adjective[:1].isupper() and "ADJF" in pos and may_describe(adjective, noun.group(), language)


def noun_with(noun: str, quoted: str, language: str) -> str:
    """``завод «Маяк»``: a noun in the nominative with the name in quotation marks behind it."""
    return f"{phrase_nominative(noun, language).lower()}{quoted}"


def latin_at_end(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last words that are written in Latin letters, with a capital."""
    first = len(words)
    while first and words[first - 1].group().isascii() and words[first - 1].group()[:1].isupper():
        first -= 1
    return words[first:]


def is_particular(
    words: list[re.Match[str]], first: int, at: int, last: int, own: frozenset[str], language: str
) -> bool:
    """Whether a capital, a country's adjective or a ministry's charge makes a noun one body."""
    if any(word.group()[:1].isupper() for word in words[at + 1 : last + 1]):
        return True
    if last > at and is_charged(own, language):
        return True
    stately = bool(own & group(language, "of_states"))
    return any(is_of_place(word, stately, language) for word in words[first:at])


def is_charged(nouns: frozenset[str], language: str) -> bool:
    """``міністерство``: whether what such a body is in charge of makes it one, without a name."""
    return not nouns.isdisjoint(table("called")["charged"].get(language, ()))


def is_of_place(word: re.Match[str], stately: bool, language: str) -> bool:
    """``Каунаський``, of an office of the state ``литовський`` too: an adjective with a capital or a country's."""
    adjective = word.group()
    if adjective[:1].isupper() and (not opens(word) or is_local(adjective, language)):
        return True
    return stately and any(notion.startswith("@") for notion in notions(adjective, language))


def is_local(adjective: str, language: str) -> bool:
    """Whether an adjective that opens a sentence is of a place, or ends as such do: ``Ризький``."""
    return "Geox" in word_forms(adjective, language).grammemes or LOCAL.search(adjective) is not None


def opens(word: re.Match[str]) -> bool:
    """Whether a word opens its sentence, so that its capital says nothing."""
    before = word.string[: word.start()].rstrip(' «“„"')[-1:]
    return not before or before in ".!?…\n:"
