"""Speakers: the full name behind ``він``, ``міністр``, ``Мас``, ``авіакомпанія``, as this report gives it.

Rules in order; each answers or passes on. Where none can tell, the source's own words stand in the nominative, and a
pronoun without an antecedent stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Mention, Report, Sentence, Span
from firsthand.stages.attribution.media import (
    bare_name,
    is_document,
    is_medium,
    is_platform,
    is_release,
    known_outlet,
    lemmas,
    split_name,
)
from firsthand.stages.attribution.words import group, word_forms

WORD = re.compile(r"[\w’'ʼ-]+")
NEAR = 400
FAR = 1500
MAX_TITLE = 160


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the report names them fully: name, gender ("" unknown), the words of their titles."""

    name: str
    gender: str
    titles: frozenset[str]
    first: int


@dataclass(slots=True)
class Cast:
    """Who is in the report, and who spoke last."""

    report: Report
    mentions: tuple[Mention, ...]
    people: dict[str, Person] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)
    spoken: list[tuple[int, str, str]] = field(default_factory=list)
    tellers: list[tuple[int, str]] = field(default_factory=list)

    def last_teller(self, before: int) -> str | None:
        """Who told the news last before a place, under ``Про це повідомляє`` or as a medium: a bare ``повідомлення`` is theirs."""
        return next((name for at, name in reversed(self.tellers) if at < before), None)

    def note(self, attribution: Attribution) -> None:
        """Remember who spoke, for the pronouns and bare nouns that follow."""
        if not attribution.speaker or attribution.source is None:
            return
        kind = kind_of(self, attribution, attribution.speaker)
        self.spoken.append((attribution.source.start, attribution.speaker, kind))
        if attribution.rule == "about-this" or kind == "medium":
            self.tellers.append((attribution.source.start, attribution.speaker))

    def words(self, span: Span) -> list[str]:
        """Lower-case words of a span."""
        return [w.lower().replace("ё", "е") for w in WORD.findall(span.of(self.report.text))]

    def last_speaker(self, before: int, kinds: frozenset[str], gender: str = "") -> str | None:
        """The nearest speaker before a place, of a kind (person, body) and gender."""
        for at, name, kind in reversed(self.spoken):
            if at > before or kind not in kinds:
                continue
            if kind != "person" or self.may_be(name, gender):
                return name
        return None

    def may_be(self, name: str, gender: str) -> bool:
        """Whether a person can be of a gender; either may be unknown."""
        return not gender or self.gender(name) in ("", gender)

    def gender(self, name: str) -> str:
        """The gender of a person of that name; "" where unknown."""
        person = next((p for p in self.people.values() if p.name == name), None)
        return person.gender if person else ""


# --- the cast ---------------------------------------------------------------------------------------


def surname_of(name: str) -> str:
    """The key by which a bare surname finds its full name."""
    return name.split()[-1].lower().replace("ё", "е")


def make_cast(report: Report, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]) -> Cast:
    """The people of a report by surname, with gender and titles."""
    cast = Cast(report, mentions)
    subjects = [a.source for a in attributions if a.source is not None and is_subject(cast, a)]
    cast.mentions = mentions = tuple(as_spelled(report, without_brackets(m), subjects) for m in mentions)
    rivals: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type != "PER" or len(mention.name.split()) < 2 or in_brackets(report.text, mention):
            continue
        key = surname_of(mention.name)
        rivals.setdefault(key, set()).add(mention.name.lower())
        known = cast.people.get(key)
        titles = title_words(report, mention, mentions)
        if known is None:
            cast.people[key] = Person(
                mention.name, gender_of(mention.name, report.language), titles, mention.span.start
            )
        elif given_alike(known.name, mention.name):
            longer = max(known.name, mention.name, key=lambda n: (is_spelled(n), len(n.split())))
            cast.people[key] = replace(known, name=longer, titles=known.titles | titles)
    for attribution in attributions:
        learn_gender(cast, attribution)
        learn_body(cast, attribution)
    return cast


def learn_body(cast: Cast, attribution: Attribution) -> None:
    """A source that names an organisation in full: ``НАК “Нафтогаз України”``."""
    source = attribution.source
    if source is None or not any(m.type == "ORG" and source.overlaps(m.span) for m in cast.mentions):
        return
    text = source.of(cast.report.text)
    words = WORD.findall(text)
    animate = any("anim" in r.grammemes for w in words[:1] for r in word_forms(w, cast.report.language)[0])
    if not animate and not is_document(text, cast.report.language) and len(words) <= 8:
        name = None if is_official(cast, source) else bare_name(text, cast.report.language, "bearers")
        cast.bodies.append(name or plain_name(cast, attribution, text))


def in_brackets(text: str, mention: Mention) -> bool:
    """``Хайко Мас (Heiko Maas)``: the spelling in brackets is the same person."""
    return text[: mention.span.start].rstrip().endswith("(")


def without_brackets(mention: Mention) -> Mention:
    """A name that was taken together with its spelling in brackets, without that."""
    return replace(mention, name=mention.name.partition(" (")[0])


def as_spelled(report: Report, mention: Mention, subjects: list[Span]) -> Mention:
    """A person who ends a verb's subject stands in the nominative as written, whatever the name guesser says."""
    text = mention.span.of(report.text)
    ends = any(s.stop == mention.span.stop or s.start == mention.span.start for s in subjects)
    return (
        replace(mention, name=text)
        if mention.type == "PER" and ends and "(" not in text and "\n" not in text
        else mention
    )


def is_spelled(name: str) -> bool:
    """Whether a name has no initials."""
    return all(len(part.strip(".")) > 1 for part in name.split())


def given_alike(left: str, right: str) -> bool:
    """Whether two full names of one surname can be one person: the given names begin alike."""
    return left[:1].lower() == right[:1].lower()


def title_words(report: Report, mention: Mention, mentions: tuple[Mention, ...]) -> frozenset[str]:
    """Lemmas of the words right before a full name, back to a comma or verb: its title."""
    start = max((m.span.stop for m in mentions if m.type == "PER" and m.span.stop <= mention.span.start), default=0)
    lead = report.text[max(start, mention.span.start - MAX_TITLE) : mention.span.start]
    lead = re.split(r"[.,;:!?()\n«»\"“”]", lead)[-1]
    found: set[str] = set()
    cases = cases_of(WORD.findall(mention.span.of(report.text))[-1:], report.language)
    for word in reversed(WORD.findall(lead)):
        if cases and is_person_noun(word, report.language) and not cases & cases_of([word], report.language):
            break
        if (
            "VERB" in word_forms(word, report.language)[4]
            and word.islower()
            and not word_forms(word, report.language)[1]
        ):
            break
        found |= lemmas(word, report.language)
    return frozenset(found)


def cases_of(words: list[str], language: str) -> frozenset[str]:
    """The cases that a word can stand in; empty for one the dictionary does not know."""
    return frozenset(case for word in words for case, _, _ in word_forms(word, language)[1])


def is_person_noun(word: str, language: str) -> bool:
    """Whether a word can be a common noun for a person."""
    return word.islower() and any("anim" in r.grammemes and r.pos == "NOUN" for r in word_forms(word, language)[0])


def gender_of(name: str, language: str) -> str:
    """Gender by the given name: as the dictionary has it, else by its ending; "" where neither tells."""
    for word in name.split()[:-1] or [name]:
        marks = {
            g
            for r in word_forms(word, language)[0]
            if r.grammemes & {"Name", "Patr"} and "nomn" in r.grammemes
            for g in r.grammemes & {"masc", "femn"}
        }
        if len(marks) == 1:
            return marks.pop()
    given = name.split()[0].lower()
    if len(name.split()) < 2 or len(given.strip(".")) < 2 or given.isascii():
        return ""
    return "femn" if given[-1] in "ая" else "masc" if given[-1] not in "аеиіоуяюєїыэё" else ""


def learn_gender(cast: Cast, attribution: Attribution) -> None:
    """A past-tense cue tells the gender of the person who is its subject: ``заявила Пелосі``."""
    if attribution.source is None:
        return
    named = [m for m in cast.mentions if m.type == "PER" and attribution.source.contains(m.span)]
    if len(named) != 1:
        return
    key = surname_of(named[0].name)
    person = cast.people.get(key)
    cue = attribution.cue.of(cast.report.text).split()[-1]
    marks = {
        g
        for r in word_forms(cue, cast.report.language)[0]
        if r.pos == "VERB" and "past" in r.grammemes
        for g in r.grammemes & {"masc", "femn"}
    }
    if person and not person.gender and len(marks) == 1:
        cast.people[key] = replace(person, gender=marks.pop())


# --- rules ------------------------------------------------------------------------------------------


def from_pronoun(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``він``, ``её``, ``они``: the nearest speaker that fits, else the nearest person before; False where it is no pronoun."""
    words = cast.words(source)
    if len(words) != 1:
        return False
    language = cast.report.language
    for gender, name in (("masc", "masculine"), ("femn", "feminine")):
        if words[0] in group(language, f"pronouns.{name}"):
            return person_before(cast, source.start, gender)
    if words[0] in group(language, "pronouns.plural"):
        return cast.last_speaker(source.start, frozenset(("group", "body")))
    if words[0] in group(language, "pronouns.there"):
        return cast.last_speaker(source.start, frozenset(("body",)))
    if words[0] in group(language, "pronouns.first") or words[0] in group(language, "pronouns.neuter"):
        return cast.last_speaker(source.start, frozenset(("body", "group")))
    return False


def person_before(cast: Cast, at: int, gender: str) -> str | None:
    """Whom a singular pronoun means: the last speaker of that gender if near, else the last person named in full or by surname."""
    near = [
        m
        for m in cast.mentions
        if m.type == "PER" and at - FAR <= m.span.start < at and not in_brackets(cast.report.text, m)
    ]
    speaker = next(
        ((i, n) for i, n, k in reversed(cast.spoken) if k == "person" and i < at and cast.may_be(n, gender)), None
    )
    if speaker and at - speaker[0] <= NEAR:
        return speaker[1]
    for mention in subjects_first(cast, near):
        name = full_name(cast, mention)
        if cast.may_be(name, gender):
            return name
    return speaker[1] if speaker else None


def subjects_first(cast: Cast, mentions: list[Mention]) -> Iterator[Mention]:
    """People in the nominative first, the nearest first; then the others."""
    nominative = [m for m in mentions if m.span.of(cast.report.text).lower() == m.name.lower()]
    yield from reversed(nominative)
    yield from reversed([m for m in mentions if m not in nominative])


def full_name(cast: Cast, mention: Mention) -> str:
    """The fullest name that the report gives to a person mentioned by surname or initials."""
    mention = without_brackets(mention)
    words = mention.name.replace(".", ". ").split()
    person = cast.people.get(surname_of(mention.name))
    if person is None:
        person = next((p for p in cast.people.values() if words[-1].lower() in p.name.lower().split()), None)
    if person is None:
        person = next((p for k, p in cast.people.items() if is_inflected(words[-1].lower(), k)), None)
    if person is None:
        return without_brackets(mention).name
    if len(words) == 1 or len(words[0].strip(".")) == 1:
        return person.name if len(words) == 1 or words[0][0].lower() == person.name[0].lower() else mention.name
    return (
        person.name
        if given_alike(person.name, mention.name) and len(person.name.split()) >= len(words)
        else mention.name
    )


def is_inflected(form: str, base: str) -> bool:
    """Whether a surname can be another one with a case ending: ``шахіна`` of ``шахін``, ``пелосі`` of nothing."""
    stem = base[:-1] if base[-1] in "аяоейий" else base
    return len(stem) >= 3 and form.startswith(stem) and len(form) - len(stem) <= 3


def from_person(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A source that names one or more people: their full names; not where the name only says whose (``офіс Мей``)."""
    named = [
        m for m in cast.mentions if m.type == "PER" and source.overlaps(m.span) and not in_brackets(cast.report.text, m)
    ]
    if not named:
        return False
    lead = cast.report.text[source.start : named[0].span.start].strip()
    if lead and belongs(cast, attribution, lead, named[0]):
        return False
    names = list(dict.fromkeys(full_name(cast, m) for m in named))
    if len(names) > 1 and not coordinated(cast.report.text[named[0].span.stop : named[-1].span.start]):
        return names[0]
    return ", ".join(names)


def belongs(cast: Cast, attribution: Attribution, lead: str, mention: Mention) -> bool:
    """Whether a name after a noun stands in the genitive of belonging: the noun is no person, or one who acts for another."""
    language = cast.report.language
    heads = [w for w in WORD.findall(lead) if word_forms(w, language)[1] or word_forms(w, language)[2]]
    nouns = [w for w in heads if word_forms(w, language)[1]]
    if not nouns:
        return False
    head = nouns[0]
    animate = any("anim" in r.grammemes for r in word_forms(head, language)[0]) or not word_forms(head, language)[0]
    plural = all("plur" in f for f in {n for _, n, _ in word_forms(head, language)[1]})
    nominative = mention.span.of(cast.report.text).lower() == mention.name.lower()
    if not animate:
        return True
    if plural and not nominative:
        return True
    relational = bool(lemmas(head, language) & group(language, "relational"))
    if is_subject(cast, attribution):
        return not nominative and (relational or lemmas(nouns[-1], language) != lemmas(head, language))
    return relational and not nominative and len(nouns) == 1


def is_subject(cast: Cast, attribution: Attribution) -> bool:
    """Whether the source stands in the nominative: a verb's subject, not behind a preposition or a noun."""
    if attribution.source is None or attribution.rule in ("phrase", "headline") or is_noun_cue(cast, attribution):
        return False
    before = WORD.findall(cast.report.text[max(0, attribution.source.start - 12) : attribution.source.start])
    return not before or before[-1].lower() not in ("у", "в", "во", "на", "з", "із", "с", "по", "за", "від", "от")


def is_noun_cue(cast: Cast, attribution: Attribution) -> bool:
    """Whether the cue is a noun, whose source stands in the genitive behind it."""
    words = WORD.findall(attribution.cue.of(cast.report.text))
    return (
        bool(words)
        and all("VERB" not in word_forms(w, cast.report.language)[4] for w in words)
        and bool(word_forms(words[-1], cast.report.language)[1])
    )


def before_apposition(cast: Cast, attribution: Attribution, text: str) -> str:
    """``Trafigura, крупный покупатель нефти``: the name before the comma."""
    name, comma, rest = text.partition(", ")
    source = attribution.source
    if not comma or source is None or not rest[:1].islower() or coordinated(f" {rest} "):
        return text
    return name if any(m.span.start == source.start for m in cast.mentions) else text


def plain_name(cast: Cast, attribution: Attribution, text: str) -> str:
    """A source that is no known name: as it stands if it is a subject, else put into the nominative; a common noun in lower case."""
    text = before_apposition(cast, attribution, re.sub(r"\s*\([^()]{0,80}\)$", "", text))
    if not is_subject(cast, attribution):
        return phrase_nominative(text, cast.report.language)
    first = WORD.search(text)
    if first is None or first.group().isupper() or first.group().isascii() or text[0] in '«“„"':
        return text
    assert attribution.source is not None  # noqa: S101 - asked by is_subject
    named = any(m.span.start <= attribution.source.start < m.span.stop for m in cast.mentions)
    return text if named else text[0].lower() + text[1:]


def coordinated(text: str) -> bool:
    """Whether people are joined: a conjunction stands between the first and the last name."""
    return bool(re.search(r"\s(?:і|й|та|и|and|або|или|також|также|with|разом|вместе)\s", text))


def from_medium(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A medium under its name: ``агентство Bloomberg`` -> ``Bloomberg``; a bare ``видання`` is the medium named last."""
    text = source.of(cast.report.text)
    language = cast.report.language
    if not is_medium(text, language):
        return False
    if len(text.split()) == 1 and lemmas(text, language) & group(language, "media") and not text.isupper():
        return last_medium(cast, source.start) or plain_name(cast, attribution, text)
    return bare_name(text, language, "media") or plain_name(cast, attribution, text)


def last_medium(cast: Cast, at: int) -> str | None:
    """The medium named last before a place: what a bare ``видання`` means."""
    for mention in reversed(cast.mentions):
        if (
            mention.span.start < at
            and mention.type in ("ORG", "PRO")
            and is_medium(mention.span.of(cast.report.text), cast.report.language)
        ):
            return mention.name
    return cast.last_speaker(at, frozenset(("medium",)))


def from_document(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A document speaks for its owner: ``заява НАК``, ``матеріал Associated Press``; alone, for the body that spoke last."""
    text = source.of(cast.report.text)
    language = cast.report.language
    if not (is_document(text, language) or is_platform(text.split()[0], language)):
        return False
    owner = next(
        (
            m
            for m in cast.mentions
            if m.type in ("ORG", "PER", "LOC", "PRO") and source.contains(m.span) and m.span.start > source.start
        ),
        None,
    )
    if owner is not None:
        return full_name(cast, owner) if owner.type == "PER" else fullest_body(cast, owner.name)
    owned = owner_by_noun(cast, source)
    if owned is not None:
        return owned
    if len(WORD.findall(text)) == 1 and is_release(text, language):
        return cast.last_speaker(source.start, frozenset(("body",))) or plain_name(cast, attribution, text)
    if len(WORD.findall(text)) == 1:
        return (
            cast.last_teller(source.start)
            or cast.last_speaker(source.start, frozenset(("body", "medium")))
            or plain_name(cast, attribution, text)
        )
    return plain_name(cast, attribution, text)


def owner_by_noun(cast: Cast, source: Span) -> str | None:
    """``пресреліз компанії``, ``Twitter авіаперевізника``: a common noun that owns the document, as the body it means here."""
    words = WORD.findall(source.of(cast.report.text))
    if len(words) < 2 or not lemmas(words[-1], cast.report.language) & group(cast.report.language, "bearers"):
        return None
    return body_by_noun(cast, source.start, lemmas(words[-1], cast.report.language))


def from_role(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``міністр``, ``глава МИД ФРГ``: the person whose title holds these words, else the last speaker for a bare noun."""
    text = source.of(cast.report.text)
    language = cast.report.language
    words = WORD.findall(text)
    if not words or not is_singular_person(words, language) or has_plural_verb(cast, attribution):
        return False
    meant = [lemmas(w, language) for w in words]
    titled = [p for p in cast.people.values() if holds(p, meant, language)]
    if len(titled) == 1:
        return titled[0].name
    if len(words) == 1 and (text.islower() or source.start in sentence_starts(cast)):
        return person_before(cast, source.start, verb_gender(cast, attribution)) or plain_name(cast, attribution, text)
    heads = [p for p in cast.people.values() if meant[0] & p.titles]
    if len(heads) == 1 and not conflicting(meant, heads[0]):
        return heads[0].name
    holder = only_holder(cast, source, meant)
    return holder or plain_name(cast, attribution, text)


def only_holder(cast: Cast, source: Span, meant: list[frozenset[str]]) -> str | None:
    """A post that one person holds (``глава``, ``президент``), where only one person has spoken or been named so far."""
    if not any(options & group(cast.report.language, "posts") for options in meant):
        return None
    names = {n for at, n, k in cast.spoken if k == "person" and at < source.start}
    if not names:
        names = {full_name(cast, m) for m in cast.mentions if m.type == "PER" and m.span.start < source.start}
    return names.pop() if len(names) == 1 else None


def has_plural_verb(cast: Cast, attribution: Attribution) -> bool:
    """Whether the cue is a verb in the plural, so that its subject is more than one."""
    if not is_subject(cast, attribution):
        return False
    cue = attribution.cue.of(cast.report.text).split()[-1]
    verbs = [r for r in word_forms(cue, cast.report.language)[0] if r.pos == "VERB"]
    return bool(verbs) and all("plur" in r.grammemes for r in verbs)


def holds(person: Person, meant: list[frozenset[str]], language: str) -> bool:
    """Whether a person's title has all the words meant; one post may stand for another (``голова`` for ``президент``) if the rest agrees."""
    rest = meant[1:]
    if not all(any(in_title(option, person) for option in options) for options in rest):
        return False
    if any(in_title(option, person) for option in meant[0]):
        return True
    posts = group(language, "posts")
    return bool(rest) and bool(meant[0] & posts) and bool(person.titles & posts)


def in_title(word: str, person: Person) -> bool:
    """Whether a word is in a title, also as a part of a compound (``прем'єр`` in ``прем'єр-міністр``)."""
    return word in person.titles or any(t.startswith(f"{word}-") or word.startswith(f"{t}-") for t in person.titles)


def conflicting(meant: list[frozenset[str]], person: Person) -> bool:
    """Whether a described role has words of its own that the person's title lacks, and the title has others."""
    return len(meant) > 3 and sum(bool(options & person.titles) for options in meant) < len(meant) / 2


def sentence_starts(cast: Cast) -> frozenset[int]:
    """Places where a sentence begins, where a capital says nothing."""
    return frozenset(m.end() for m in re.finditer(r"(?:^|[.!?…]\s{1,3}|\n)", cast.report.text))


def is_singular_person(words: list[str], language: str) -> bool:
    """Whether the first noun is a person in the singular."""
    for word in words:
        nouns = word_forms(word, language)[1]
        if not nouns:
            if word_forms(word, language)[2]:
                continue
            return False
        animate = any("anim" in r.grammemes and r.pos == "NOUN" for r in word_forms(word, language)[0])
        return animate and any(n == "sing" for _, n, _ in nouns)
    return False


def verb_gender(cast: Cast, attribution: Attribution) -> str:
    """The gender that a past-tense cue shows; "" where it shows none."""
    cue = attribution.cue.of(cast.report.text).split()[-1]
    marks = {
        g for r in word_forms(cue, cast.report.language)[0] if r.pos == "VERB" for g in r.grammemes & {"masc", "femn"}
    }
    # A masculine verb also goes with a post; a feminine one only with a woman or a feminine noun.
    return marks.pop() if len(marks) == 1 else ""


def from_body(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """An organisation by its fullest name; a bare ``компанія`` is the body named with that noun, or the one named most."""
    text = source.of(cast.report.text)
    language = cast.report.language
    words = WORD.findall(text)
    if len(words) == 1 and lemmas(words[0], language) & group(language, "countries"):
        return frequent_place(cast, source.start) or plain_name(cast, attribution, text)
    if words and lemmas(words[0], language) & group(language, "anonymous"):
        return plain_name(cast, attribution, text)
    if is_bare_body(words, language) and not has_name(cast, source):
        return body_by_noun(cast, source.start, lemmas(words[-1], language)) or plain_name(cast, attribution, text)
    official = is_official(cast, source)
    name = None if official else bare_name(text, language, "bearers")
    if name is not None and split_name(text, language).common:
        return fullest_body(cast, name)
    quoted = re.search(r"[«“„\"]([^«»“”„\"]{2,60})[»”“\"]$", text)
    if quoted and not official and not any(word_forms(w, language)[1] for w in WORD.findall(text[: quoted.start()])):
        return fullest_body(cast, phrase_nominative(quoted.group(1), language))
    owner = owner_by_noun(cast, source)
    if owner is not None and lemmas(words[0], language) & group(language, "press_offices"):
        return owner
    named = [m for m in cast.mentions if m.type in ("ORG", "PRO") and source.overlaps(m.span)]
    if len(named) == 1 and len(words) <= len(WORD.findall(named[0].span.of(cast.report.text))) + 1:
        return fullest_body(cast, plain_name(cast, attribution, text))
    return False


def is_official(cast: Cast, source: Span) -> bool:
    """Whether the noun belongs to the name: a name that starts with it, or one of a legal form (``акціонерна компанія``)."""
    if any(m.type == "ORG" and m.span.start <= source.start and m.span.stop >= source.stop for m in cast.mentions):
        return True
    words = WORD.findall(source.of(cast.report.text))
    return any(lemmas(w, cast.report.language) & group(cast.report.language, "legal_forms") for w in words[:4])


def is_bare_body(words: list[str], language: str) -> bool:
    """``компанія``, ``ірландська авіакомпанія``: a noun for a body, alone or with an adjective."""
    if not 1 <= len(words) <= 2 or not lemmas(words[-1], language) & group(language, "bodies"):
        return False
    return len(words) == 1 or bool(
        word_forms(words[0], language)[2] and lemmas(words[-1], language) & group(language, "bearers")
    )


def has_name(cast: Cast, source: Span) -> bool:
    """Whether a name stands in the source."""
    return any(source.overlaps(m.span) for m in cast.mentions)


def body_by_noun(cast: Cast, at: int, nouns: frozenset[str]) -> str | None:
    """The one organisation that stands behind its noun somewhere before (``авіакомпанія Ryanair``); of several, the one named most."""
    found = []
    for mention in cast.mentions:
        if mention.type not in ("ORG", "PRO") or mention.span.start > at:
            continue
        before = WORD.findall(cast.report.text[max(0, mention.span.start - 40) : mention.span.start])
        if before and lemmas(before[-1], cast.report.language) & nouns:
            found.append(mention.name)
    if len(set(found)) == 1:
        return found[0]
    last = cast.last_speaker(at, frozenset(("body",)))
    company = bool(nouns & group(cast.report.language, "bearers"))
    return (frequent_body(cast, at) or last) if company else (last or frequent_body(cast, at))


def frequent_body(cast: Cast, at: int) -> str | None:
    """The organisation, no outlet, that is named most often before a place; None where two tie."""
    counts: dict[str, int] = {}
    for mention in cast.mentions:
        if (
            mention.type == "ORG"
            and mention.span.start < at
            and known_outlet(mention.name, cast.report.language) is None
        ):
            counts[mention.name] = counts.get(mention.name, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def frequent_place(cast: Cast, at: int) -> str | None:
    """The place named most often before, if one leads: what a bare ``країна`` means."""
    counts: dict[str, int] = {}
    for mention in cast.mentions:
        if mention.type == "LOC" and mention.span.start < at:
            counts[mention.name] = counts.get(mention.name, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[1][1] < ranked[0][1]) else None


def fullest_body(cast: Cast, name: str) -> str:
    """The longest name of an organisation in the report that holds all the words of a short one."""
    own = {w.lower() for w in WORD.findall(name)}
    longest = spelled_out(cast, name) or name
    if longest != name:
        return longest
    for candidate in (*cast.bodies, *(m.name for m in cast.mentions if m.type in ("ORG", "PRO"))):
        theirs = [w.lower() for w in WORD.findall(candidate)]
        if own <= set(theirs) and len(WORD.findall(longest)) < len(theirs) <= len(own) + 6:
            longest = candidate
    return longest


def spelled_out(cast: Cast, name: str) -> str | None:
    """What an abbreviation stands for where the report says so: ``Асоціація перевізників (АСМАП)``."""
    if not name.isupper() or not 2 < len(name) <= 10:
        return None
    at = cast.report.text.find(f"({name})")
    before = next((m for m in cast.mentions if m.type in ("ORG", "PRO") and 0 <= at - m.span.stop <= 1), None)
    if before is not None:
        return before.name
    initials = (m.name for m in cast.mentions if m.type in ("ORG", "PRO") and len(m.name.split()) == len(name))
    return next((n for n in initials if "".join(w[0] for w in n.split()).upper() == name), None)


RULES: tuple[tuple[str, Callable[[Cast, Attribution, Span], str | bool | None]], ...] = (
    ("pronoun", from_pronoun),
    ("medium", from_medium),
    ("document", from_document),
    ("person", from_person),
    ("body", from_body),
    ("role", from_role),
)


def speaker_of(cast: Cast, attribution: Attribution) -> str | None:
    """The speaker of one attribution: the first rule that knows, else the source in the nominative."""
    source = attribution.source
    if source is None:
        return None
    for _, rule in RULES:
        name = rule(cast, attribution, source)
        if name is not False:
            return name if isinstance(name, str) else None
    return plain_name(cast, attribution, source.of(cast.report.text))


def kind_of(cast: Cast, attribution: Attribution, speaker: str) -> str:
    """person, body, medium or group: what a later pronoun or noun may mean by this speaker."""
    source = attribution.source
    if any(p.name == speaker for p in cast.people.values()) or any(
        m.type == "PER" and m.name == speaker for m in cast.mentions
    ):
        return "person"
    if source is not None and is_medium(source.of(cast.report.text), cast.report.language):
        return "medium"
    if source is not None:
        words = WORD.findall(source.of(cast.report.text))
        if words and any("anim" in r.grammemes for r in word_forms(words[0], cast.report.language)[0]):
            return "group"
    return "body"


def resolve_speakers(
    report: Report,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Attribution, ...]:
    """The attributions with their speakers, in the same order."""
    cast = make_cast(report, mentions, attributions)
    found = []
    for attribution in attributions:
        named = replace(attribution, speaker=speaker_of(cast, attribution))
        cast.note(named)
        found.append(named)
    return tuple(introduced_later(cast, attribution) for attribution in found)


def introduced_later(cast: Cast, attribution: Attribution) -> Attribution:
    """A post or profession before its holder is named (``Експерт: ...``, ``Глава МЗС``): the only person who speaks below."""
    source = attribution.source
    if source is None or attribution.speaker is None or has_plural_verb(cast, attribution):
        return attribution
    text = source.of(cast.report.text)
    words = WORD.findall(text)
    people = {name for at, name, kind in cast.spoken if kind == "person"}
    first = min((at for at, _, kind in cast.spoken if kind == "person"), default=-1)
    unnamed = not any(source.overlaps(m.span) and m.type == "PER" for m in cast.mentions)
    if (
        len(people) == 1
        and source.start < first
        and words
        and unnamed
        and is_singular_person(words, cast.report.language)
    ):
        if not lemmas(words[0], cast.report.language) & group(cast.report.language, "anonymous"):
            return replace(attribution, speaker=people.pop())
    return attribution
