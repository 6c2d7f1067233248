"""Names of people that were not found as such: two unknown words with capitals that end what a role begins.

``директор порту Ламберт Десмет заявив``: the post and its place lead, so what ends the subject is who holds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from firsthand.names.inflection import readings
from firsthand.names.reference import organisation_id, place_id
from firsthand.names.roles import HARD
from firsthand.records import Attribution, Mention, Report, Span
from firsthand.stages.attribution.places import Places
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.sources import SENTENCE_END, is_singular_person

GIVEN = r"([А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{2,20})"
SURNAME = r"([А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{2,24})"
TAIL = re.compile(rf"[\s»”\"]{GIVEN} {SURNAME}$")
HEAD = re.compile(rf"{GIVEN} {SURNAME}, (?=[а-яёєіїґ])")
# The last two words of a text, a name with capitals behind a word in whatever letters.
BEFORE = re.compile(rf"[^.!?…,\s]\s{GIVEN} {SURNAME}$")
# What stands between a role and its verb: words in small letters and the name.
BEFORE_VERB = re.compile(rf"((?:\s[а-яёєіїґ’'ʼ-]{{1,25}}){{0,6}})\s{GIVEN}\s{SURNAME}\s")
LEAD = 120  # code points before a name in which its post stands
FULL = 2  # words of a given name and a surname
OPEN = frozenset("аяоеєиіую")  # how a man's surname may end behind a given name that ends hard
GENITIVES = ("еи", "аи", "ии", "ії", "еї", "аї", "ої", "ой", "ы")
UNLIKE = frozenset(("Geox", "Orgn"))


@dataclass(frozen=True, slots=True)
class Found:
    """The names of a report, found again by their places, and the first words of its people's."""

    report: Report
    mentions: tuple[Mention, ...]
    places: Places
    given: frozenset[str]

    def over(self, span: Span) -> list[Mention]:
        """The names that overlap a span, in order."""
        return [self.mentions[number] for number in self.places.over(span)]


def found_in(report: Report, mentions: tuple[Mention, ...]) -> Found:
    """The names of a report, ready to be looked up."""
    people = (mention.name.partition(" ") for mention in mentions if mention.type == "PER")
    return Found(
        report, mentions, Places(m.span for m in mentions), frozenset(given for given, more, _ in people if more)
    )


def with_unfound(
    report: Report, mentions: tuple[Mention, ...], subjects: list[tuple[Attribution, str]]
) -> list[Mention]:
    """The names with those of people that end a subject, and without what was found in their place.

    ``subjects``: attributions whose source is a verb's subject, with the gender that the verb shows.
    """
    known = found_in(report, mentions)
    names = (
        find(known, attribution, gender)
        for attribution, gender in subjects
        for find in (unfound_name, opening_name, half_name, name_before_verb)
    )
    new = tuple({name.span.start: name for name in names if name is not None}.values())
    added = found_in(report, new)
    kept = [cut for mention in mentions if (cut := without_names(added, mention)) is not None]
    return sorted((*kept, *new), key=lambda mention: mention.span.start)


def without_names(added: Found, mention: Mention) -> Mention | None:
    """``ЄК Ламберт Десмет`` that was found as one name: what stands before the person's; None where nothing does."""
    over = next(iter(added.over(mention.span)), None)
    if over is None:
        return mention
    lead = added.report.text[mention.span.start : over.span.start].rstrip(' «“„"»”')
    span = Span(mention.span.start, mention.span.start + len(lead))
    return replace(mention, span=span, name=lead, type="ORG") if lead else None


def unfound_name(known: Found, attribution: Attribution, gender: str) -> Mention | None:
    """The person whose name ends a source, if nothing was found there or what is no person or more than the name."""
    report, source, language = known.report, attribution.source, known.report.language
    tail = TAIL.search(source.of(report.text)) if source is not None else None
    if source is None or tail is None:
        return None
    span = Span(source.start + tail.start(1), source.stop)
    whole = any(m.type == "PER" and m.span.start < source.start + tail.start(2) for m in known.over(span))
    # "Ламберт Дезмет" may be the "Ламберт Десмет" of another line.
    if whole or tail.group(1) in known.given:
        return None
    lead = WORD.findall(report.text[source.start : span.start])
    gender = gender or gender_of_role(lead, language)
    owned = is_behind_body(known, source, span, gender)
    if not is_singular_person(lead, language) or not may_be_name(tail.group(1), tail.group(2), gender, language, owned):
        return None
    if any(word.lower() in group(language, "together") for word in lead):
        return None
    # "депутат Жогорку Кенеша": right behind a post stands whose it is.
    official = group(language, "posts|relational")
    nouns = [word for word in lead if not word_forms(word, language).adjectives]
    if len(nouns) == 1 and word_forms(nouns[0], language).lemmas & official:
        return None
    return Mention(span, "PER", f"{tail.group(1)} {tail.group(2)}")


def is_behind_body(known: Found, source: Span, name: Span, gender: str) -> bool:
    """``Глава Еврогруппы Йост Лейден``: whether a post and its body lead to an unknown word and a town."""
    language, (given, surname) = known.report.language, name.of(known.report.text).split()
    head = WORD.match(source.of(known.report.text))
    post = head is not None and word_forms(head.group(), language).lemmas & group(language, "posts")
    body = any(m.type == "ORG" and m.span.stop + 1 == name.start for m in known.over(Span(source.start, name.start)))
    unknown = not any(r.known for r in readings(given, language))
    town = any("Geox" in r.tags and r.case == "nomn" for r in readings(surname, language) if r.known)
    return bool(post) and body and unknown and town and bool(gender)


def gender_of_role(words: list[str], language: str) -> str:
    """femn for a noun that only women are (``консультантка``); "" for any other."""
    nouns = next(
        (forms for forms in (word_forms(word, language) for word in words) if forms.nouns and not forms.adjectives),
        None,
    )
    if nouns is None or nouns.lemmas & group(language, "posts"):
        return ""
    return "femn" if {gender for _, _, gender in nouns.nouns} == {"femn"} else ""


def half_name(known: Found, attribution: Attribution, gender: str) -> Mention | None:
    """``міністр Литви Ламберт Десмет`` of which only the surname was found, or none: the name with what leads it."""
    report, source, language = known.report, attribution.source, known.report.language
    words = list(WORD.finditer(source.of(report.text))) if source is not None else []
    if source is None or not 1 <= len(words) <= FULL or not words[-1].group()[:1].isupper():
        return None
    stop = source.start + words[-1].end()
    before = BEFORE.search(report.text[max(0, source.start - LEAD) : stop])
    if before is None or stop != source.stop:
        return None
    start = stop - len(before.group(2)) - 1 - len(before.group(1))
    span = Span(start, stop)
    over = known.over(span)
    if any(m.span.start < stop - len(before.group(2)) or m.type not in ("PER", "ORG") for m in over):
        return None
    lead = SENTENCE_END.split(report.text[max(0, start - LEAD) : start])[-1]
    role = WORD.findall(lead.rpartition(",")[2])
    if not is_singular_person(role, language) or any(word_forms(w, language).pos == {"VERB"} for w in role):
        return None
    gender = gender or gender_of_role(role, language)
    if not may_be_name(before.group(1), before.group(2), gender, language):
        return None
    return Mention(span, "PER", f"{before.group(1)} {before.group(2)}")


def name_before_verb(known: Found, attribution: Attribution, gender: str) -> Mention | None:
    """``Директор з персоналу авіакомпанії Ламберт Десмет заявив`` of which the source is but ``Директор``."""
    report, source, cue = known.report, attribution.source, attribution.cue
    language = report.language
    between = report.text[source.stop : cue.start] if source is not None and cue.start - source.stop < LEAD else ""
    name = BEFORE_VERB.fullmatch(between)
    if source is None or name is None or not is_singular_person(WORD.findall(source.of(report.text)), language):
        return None
    span = Span(source.stop + name.start(2), source.stop + name.end(3))
    over = [m for m in known.over(span) if m.type in ("PER", "LOC")]
    if any(m.type == "LOC" or m.span.start < source.stop + name.start(3) for m in over):
        return None
    if any("VERB" in word_forms(word, language).pos for word in WORD.findall(name.group(1))):
        return None
    if not may_be_name(name.group(2), name.group(3), gender, language):
        return None
    return Mention(span, "PER", f"{name.group(2)} {name.group(3)}")


def opening_name(known: Found, attribution: Attribution, gender: str) -> Mention | None:
    """``Ламберт Десмет, еколог``: the person whose name begins a source, before what they are."""
    report, source, language = known.report, attribution.source, known.report.language
    head = HEAD.match(source.of(report.text)) if source is not None else None
    if source is None or head is None or not gender:
        return None
    span = Span(source.start, source.start + head.end(2))
    rest = WORD.findall(source.of(report.text)[head.end() :])
    if known.over(span):
        return None
    if not may_be_name(head.group(1), head.group(2), gender, language) or not is_singular_person(rest, language):
        return None
    return Mention(span, "PER", f"{head.group(1)} {head.group(2)}")


def may_be_name(given: str, surname: str, gender: str, language: str, led: bool = False) -> bool:
    """Whether two words can be a person's name in the nominative, and are no known place or body.

    ``led``: a post and its body stand before, so that a place's name behind a word that nobody knows is a surname.
    """
    if place_id(f"{given} {surname}") is not None or organisation_id(f"{given} {surname}") is not None:
        return False
    in_dictionary = [[r for r in readings(word, language) if r.known] for word in (given, surname)]
    if any(reading.tags & UNLIKE for found in in_dictionary for reading in found) and not led:
        return False
    # "директор НИИ Гамалеи Гинзбург" has a genitive.
    if any(reading.pos == "ADJF" for reading in in_dictionary[0]) or given.endswith(GENITIVES):
        return False
    # What no dictionary has, beside a role, is a foreign name, whatever its ending: "Арманду Шисано".
    if gender == "femn" or not any(in_dictionary):
        return True
    return surname[-1] in HARD or (given[-1] in HARD and surname[-1] in OPEN)
