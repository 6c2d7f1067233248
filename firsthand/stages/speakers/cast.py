"""Who is in the report, and who spoke last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from firsthand.lang import table
from firsthand.names.keys import notions
from firsthand.records import Attribution, Mention, Report, Span
from firsthand.stages.attribution.media import first_noun, is_document, is_medium, known_outlet, lemmas, split_name
from firsthand.stages.attribution.places import Places
from firsthand.stages.attribution.words import WORD, group, word_forms

SAME_SENTENCE = 250
ALIKE = 2  # letters in which two spellings of a given name agree: no "Анна" is "Аліна"
BRACKET_REACH = 20
LEGAL_REACH = 8
# A given name and a surname written as one.
JOINED_NAME = re.compile(r"[^\W\d_]{3,20}-[^\W\d_]{3,20}")
HEAD_REACH = 4  # words of a source among which its noun stands
OPENING = '«“„"'
CLOSING = ("»", "”", "“", '"')
# A report with more speakers or names is a list; what is looked up is the nearest of them.
MOST = 1000
MOST_PEOPLE = 200
# Letters by which two spellings of one foreign name differ.
ALIKE_LETTERS = str.maketrans("єґїиэ", "егііе")
LEAST_SPELLED = 5  # letters of a surname that may be spelled otherwise


@dataclass(frozen=True, slots=True)
class Title:
    """What stands beside a name: all its lemmas, those of its nouns for a person, the posts that it names."""

    words: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()

    def __or__(self, other: Title) -> Title:
        """Both titles of one person."""
        return Title(self.words | other.words, self.roles | other.roles, self.posts | other.posts)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the report names them fully: name, gender ("" unknown), their title, where they are named first."""

    name: str
    gender: str
    title: Title
    first: int


@dataclass(frozen=True, slots=True)
class Told:
    """A body that the report tells of: where, by what name, its nouns, and what its name stands for."""

    start: int
    name: str
    heads: frozenset[str]
    notions: frozenset[str]


@dataclass(slots=True)
class Cast:
    """Who is in the report, and who spoke last."""

    report: Report
    mentions: tuple[Mention, ...]
    people: dict[str, Person] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)
    spoken: list[tuple[int, str, str]] = field(default_factory=list)
    tellers: list[tuple[int, str, str]] = field(default_factory=list)
    places: Places = field(default_factory=lambda: Places(()))
    persons: frozenset[str] = frozenset()
    called: tuple[str, ...] = ()
    abbreviated: dict[str, str | None] = field(default_factory=dict)
    women: set[str] = field(default_factory=set)
    referred: list[tuple[int, str]] = field(default_factory=list)
    joined: dict[str, str] = field(default_factory=dict)
    told: tuple[Told, ...] | None = None
    firms: tuple[tuple[int, str], ...] | None = None
    named: dict[frozenset[str], str | None] = field(default_factory=dict)
    described: dict[frozenset[str], tuple[tuple[int, str], ...]] = field(default_factory=dict)

    def before_all(self) -> Cast:
        """The same cast before anybody has spoken: each stage that reads on notes for itself who has."""
        return replace(self, spoken=[], tellers=[], women=set(), referred=[])

    def know(self, mentions: tuple[Mention, ...]) -> None:
        """Take the names of the report as they are to be called."""
        self.mentions = mentions
        self.places = Places(mention.span for mention in mentions)
        self.persons = frozenset(mention.name for mention in mentions if mention.type == "PER") | self.persons
        # "Азія-Бібі" is "Бібі" too. Of two nominatives of one name the one that the report itself writes.
        joined = [name for name in self.persons if JOINED_NAME.fullmatch(name)]
        known = sorted(joined, key=lambda name: (name in self.report.text, name))
        self.joined = {name.rpartition("-")[2].lower(): name for name in known}

    def over(self, span: Span) -> list[Mention]:
        """The names that overlap a span, in order."""
        return [self.mentions[number] for number in self.places.over(span)]

    def body_names(self) -> tuple[str, ...]:
        """What bodies are called in the report, each once."""
        if not self.called:
            named = [mention for mention in self.mentions if mention.type in ("ORG", "PRO")]
            names = (name for mention in named for name in (written_out(self, mention), mention.name))
            self.called = tuple(dict.fromkeys((*self.bodies, *names)))[:MOST]
        return self.called

    def before(self, at: int) -> list[Mention]:
        """The names that start before a place, in order; of very many the nearest."""
        return [self.mentions[number] for number in self.places.between(0, at)[-MOST:]]

    def last_teller(self, before: int) -> str | None:
        """Who told the news last, under ``Про це повідомляє`` or as a medium: a bare ``повідомлення`` is theirs."""
        told = [teller for teller in self.tellers[-MOST:] if teller[0] < before]
        if not told:
            return None
        last = told[-1]
        if last[2] == "medium" and (referred := self.referred_beside(last[0], before)) is not None:
            return referred
        # "Про це повідомляє прес-служба X, передає Y": the message is X's.
        author = next((x for x in told[-3:-1] if x[2] != "medium" and last[0] - x[0] < SAME_SENTENCE), None)
        return (author or last)[1]

    def referred_beside(self, at: int, before: int) -> str | None:
        """The body to which a medium that told the news at a place refers there: ``пише X із посиланням на Y``."""
        near = [name for place, name in self.referred[-MOST:] if place < before and abs(place - at) < SAME_SENTENCE]
        return near[-1] if near else None

    def media_before(self, at: int) -> Iterator[str]:
        """The media that told news before a place, the nearest first."""
        return (name for place, name, kind in reversed(self.tellers[-MOST:]) if place < at and kind == "medium")

    def note(self, attribution: Attribution) -> None:
        """Remember who spoke, for the pronouns and bare nouns that follow."""
        if not attribution.speaker or attribution.source is None:
            return
        speaker = attribution.speaker
        # "він" is whatever it was as "представник порту"
        again = (kind for _, name, kind in reversed(self.spoken[-MOST:]) if name == speaker)
        kind = next(again, None) or kind_of(self, attribution, speaker)
        self.spoken.append((attribution.source.start, attribution.speaker, kind))
        if attribution.rule == "about-this" or kind == "medium":
            self.tellers.append((attribution.source.start, attribution.speaker, kind))

    def words(self, span: Span) -> list[str]:
        """Lower-case words of a span."""
        return [w.lower().replace("ё", "е") for w in WORD.findall(span.of(self.report.text))]

    def last_speaker(self, before: int, kinds: frozenset[str], gender: str = "") -> str | None:
        """The nearest speaker before a place, of a kind (person, body) and gender."""
        for at, name, kind in reversed(self.spoken[-MOST:]):
            if at > before or kind not in kinds:
                continue
            if kind != "person" or self.may_be(name, gender):
                return name
        return None

    def person(self, name: str) -> Person | None:
        """The person of a full name, also where another of that surname was named before."""
        found = (self.people.get(surname_of(name)), self.people.get(name.lower()))
        return next((person for person in found if person is not None and person.name == name), None)

    def may_be(self, name: str, gender: str) -> bool:
        """Whether a person can be of a gender; either may be unknown."""
        return not gender or self.gender(name) in ("", gender)

    def gender(self, name: str) -> str:
        """The gender of a person of that name; "" where unknown."""
        person = self.person(name) if name.strip() else None
        if person is not None:
            return person.gender
        if name in self.women and name in self.persons:
            return "femn"
        endings = tuple(group(self.report.language, "feminine_surnames"))
        if " " in name:
            return ""
        return "femn" if name.lower().endswith(endings) else gender_by_form(name, self.report.language)


def gender_by_form(name: str, language: str) -> str:
    """The gender of a lone name that the dictionary declines as one gender's only: ``Сорокін``, ``Маріанна``."""
    readings = [r.grammemes for r in word_forms(name, language).readings if r.grammemes & {"Name", "Surn"}]
    nominative = [marks for marks in readings if "nomn" in marks and "plur" not in marks]
    genders = {gender for marks in nominative for gender in marks & {"masc", "femn", "ms-f"}}
    # What has one form in all cases may be either's: "Мей", "Бібі".
    if len(genders) != 1 or any(marks & {"Fixd", "ms-f"} for marks in nominative):
        return ""
    return genders.pop()


def written_out(cast: Cast, mention: Mention) -> str:
    """A body's name with the legal form before it and the place behind it: ``НАК «Нафтогаз»``, ``суд`` + ``Литви``."""
    text, start, stop, name = cast.report.text, mention.span.start, mention.span.stop, mention.name
    place = next((m for m in cast.over(Span(stop, stop + 2)) if m.type == "LOC" and m.span.start == stop + 1), None)
    if place is not None and text[stop] == " " and place.name != place.span.of(text):
        name, stop = f"{name} {place.span.of(text)}", place.span.stop
    if start > 0 and text[start - 1] in OPENING and text[stop : stop + 1] in CLOSING:
        name, start = f"{text[start - 1]}{name}{text[stop : stop + 1]}", start - 1
    elif text[stop : stop + 1] in CLOSING and any(mark in name for mark in OPENING):
        name += text[stop]
    before = WORD.findall(text[max(0, start - LEGAL_REACH) : start])
    spaced = start > 1 and text[start - 1] == " " and text[start - 2].isalpha()
    # "ПАТ «Газпром»" says no more than the name alone.
    spaced = spaced and len(name.split()) > 1
    legal = spaced and bool(before) and before[-1].lower() in table("bodies")["legal_forms"]
    return f"{before[-1]} {name}" if legal else name


def kind_of(cast: Cast, attribution: Attribution, speaker: str) -> str:
    """person, body, medium, group or document: what a later pronoun or noun may mean by this speaker."""
    source = attribution.source
    if speaker in cast.persons:
        return "person"
    language = cast.report.language
    if source is not None and first_noun(source.of(cast.report.text), language) & group(language, "anonymous"):
        return "group"
    if speaker[:1].isdigit():
        # "80 відсотків опитаних" put out nothing.
        return "group"
    if source is not None and (is_medium(source.of(cast.report.text), language) or is_medium(speaker, language)):
        return "body" if is_office_agency(cast, source) else "medium"
    if source is not None and is_teller_of_news(cast, attribution, source):
        return "medium"
    works = first_noun(speaker, language) & group(language, "works") if speaker[:1].islower() else None
    if works or is_document(speaker, language):
        return "document"
    if source is not None:
        own = group(cast.report.language, "pronouns.possessive")
        known = [word_forms(word, cast.report.language) for word in cast.words(source)[:HEAD_REACH] if word not in own]
        # "досвідчені брокери": the noun behind its adjectives.
        head = next((forms for forms in known if not forms.adjectives and forms.nouns), None)
        # "перевізник" that was told to be Skyline is no group.
        firm = speaker[:1].isupper() and head is not None and head.lemmas & group(language, "firms")
        if head is not None and any("anim" in r.grammemes for r in head.readings) and not firm:
            return "group"
    return "thing" if source is not None and is_thing(source.of(cast.report.text), speaker, language) else "body"


def is_teller_of_news(cast: Cast, attribution: Attribution, source: Span) -> bool:
    """``Про це пише Степ``, ``Про це інформує «Степ»``: a name by itself, or in marks, beside what media do."""
    text, language = source.of(cast.report.text), cast.report.language
    cue = cast.words(attribution.cue)[-1:]
    tells = attribution.rule == "about-this" and any(word in group(language, "trailing_tellers") for word in cue)
    if not tells or any(m.type in ("PER", "LOC") for m in cast.over(source)):
        return False
    marked = text[:1] in OPENING and text[-1:] in CLOSING
    writes = bool(lemmas(cue[0], language) & group(language, "press_verbs"))
    return marked or (writes and text[:1].isupper())


def is_office_agency(cast: Cast, source: Span) -> bool:
    """``Ветеринарне агентство Литви``: an agency with an adjective that none of news has, and no name but a place's."""
    text, language = source.of(cast.report.text), cast.report.language
    words = WORD.findall(text)
    head = next((at for at, word in enumerate(words) if lemmas(word, language) & group(language, "agencies")), 0)
    adjective = words[head - 1].lower() if head else ""
    news = lemmas(adjective, language) & group(language, "news_agencies")
    if news or not adjective or not word_forms(adjective, language).adjectives or known_outlet(text, language):
        return False
    named = split_name(text, language).name is not None
    placed = any(m.type == "LOC" or m.span.start == source.start for m in cast.over(Span(source.stop - 1, source.stop)))
    return (placed or not named) and not any(notion.startswith("@") for notion in notions(adjective, language))


def is_thing(text: str, speaker: str, language: str) -> bool:
    """Whether a source can put out nothing: ``досвід лікування`` showed something, but no ``заява`` is its."""
    return speaker[:1].islower() and bool(first_noun(text, language) & group(language, "owning_nothing"))


def surname_of(name: str) -> str:
    """The key by which a bare surname finds its full name."""
    return name.split()[-1].lower().replace("ё", "е")


def without_brackets(mention: Mention) -> Mention:
    """A name that was taken together with its spelling in brackets, without that."""
    name = mention.name.partition(" (")[0]
    if name[-1:] in CLOSING and not any(mark in name[:-1] for mark in OPENING):
        name = name[:-1]
    # "сказав О. Гнатюк.": the stop of the sentence is no part of a name, that of an initial is.
    ended = len(name.split()[-1:]) > 0 and len(name.split()[-1].strip(".")) > 1
    return replace(mention, name=name.rstrip(".") if ended else name)


def in_brackets(text: str, mention: Mention) -> bool:
    """``Хайко Мас (Heiko Maas)``: the spelling in brackets is the same person."""
    return text[max(0, mention.span.start - BRACKET_REACH) : mention.span.start].rstrip().endswith("(")


def given_alike(left: str, right: str) -> bool:
    """Whether two full names of one surname can be one person: the given names begin alike, or one is an initial."""
    first, second = (re.split(r"[ .]", name.lower(), maxsplit=1)[0] for name in (left, right))
    letters = min(len(first), len(second), ALIKE)
    return first[:letters] == second[:letters]


def full_name(cast: Cast, mention: Mention) -> str:
    """The fullest name that the report gives to a person mentioned by surname or initials."""
    name = without_brackets(mention).name
    words = name.replace(".", ". ").split()
    called = person_by_patronymic(cast, name)
    if called is not None:
        return called.name
    person = person_of(cast, name, words[-1].lower())
    if person is None:
        return cast.joined.get(name.lower(), name)
    if f" {person.name.lower()}".endswith(f" {name.lower()}"):
        # "фон дер Грюн"
        return person.name
    short = len(words) == 1 or len(words[0].strip(".")) == 1
    alike = len(words) == 1 or given_alike(person.name, name)
    return person.name if alike and (short or len(person.name.split()) >= len(words)) else name


def person_of(cast: Cast, name: str, last: str) -> Person | None:
    """The person of that surname; else one with that word in the name, or with the surname in another case."""
    person = cast.people.get(surname_of(name))
    if person is None:
        person = next((p for p in cast.people.values() if last in p.name.lower().split()), None)
    if person is None:
        endings = group(cast.report.language, "surname_endings")
        person = next((p for key, p in cast.people.items() if is_inflected(last, key, endings)), None)
    return person or spelled_otherwise(cast, last)


def spelled_otherwise(cast: Cast, surname: str) -> Person | None:
    """``Селакович`` beside ``Нікола Сєлакович``: the one person whose surname is the same but for such letters."""
    plain = surname.translate(ALIKE_LETTERS)
    alike = [person for key, person in cast.people.items() if key.translate(ALIKE_LETTERS) == plain]
    return alike[0] if len(alike) == 1 and len(plain) >= LEAST_SPELLED else None


def person_by_patronymic(cast: Cast, name: str) -> Person | None:
    """``Ганна Петрівна``: the one person of that given name who is called otherwise."""
    given, _, patronymic = name.partition(" ")
    if not any("Patr" in r.grammemes for r in word_forms(patronymic, cast.report.language).readings):
        return None
    alike = [p for p in cast.people.values() if p.name.split()[0].lower() == given.lower() and p.name != name]
    return alike[0] if len(alike) == 1 else None


def is_inflected(form: str, base: str, endings: frozenset[str]) -> bool:
    """Whether a surname can be another one with a case ending: ``шахіна`` of ``шахін``, ``пелосі`` of nothing."""
    stem = base[:-1] if base[-1] in endings else base
    return len(stem) >= 3 and form.startswith(stem) and len(form) - len(stem) <= 3
