"""Rules for pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lang import table
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import is_medium, known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, group, small_first, word_forms
from firsthand.stages.speakers.bare_bodies import body_by_head, body_by_noun
from firsthand.stages.speakers.cast import MOST, SAME_SENTENCE, Cast, full_name, in_brackets
from firsthand.stages.speakers.crowds import (
    NEAR,
    acting_people,
    are_beside,
    belonging,
    closed,
    crowd,
    crowd_before,
    pair_before,
    people_before,
    place_before,
    sentences_before,
)
from firsthand.stages.speakers.either import is_either
from firsthand.stages.speakers.firms import are_joined, is_firm, noun_before
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.sources import (
    SENTENCE_END,
    begins_sentence,
    is_in_quotation,
    is_singular_person,
    pronoun_gender,
    verb_gender,
)
from firsthand.stages.speakers.titles import MAX_TITLE, is_known_given

# Code points before a pronoun in which its preposition stands.
PREPOSITION_REACH = 6
# Code points back to whom a pronoun means: a speaker, anybody named.
FAR = 1500
NOUN_REACH = 40  # code points before a name in which its noun stands
DESCRIBED_REACH = 80  # code points behind the start of a source in which its name stands
BOTH_SENTENCES = 3  # that of "обидва" and those before it in which both are named
OPENING_WORDS = 2  # before a pronoun that goes on with the sentence before: "Як заявила вона"
DIALOGUE = re.compile(r"[-–—]\s")
TITLE_WORDS = 5  # before the name of whom a sentence is about


def from_pronoun(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``він``, ``её``, ``они``: the nearest speaker that fits, else the nearest person; False for no pronoun."""
    language = cast.report.language
    words = cast.words(source)
    if len(words) == 2 and words[0] in group(language, "both") and may_be_people(words[1], language):
        return both_before(cast, source.start) or False
    if len(words) != 1:
        return False
    if stands_inside(cast, source.start, words[0]):
        return None
    if gender := pronoun_gender(words[0], language):
        if (owner := whose_data(cast, attribution, source.start)) is not None:
            return owner
        person = nameless_since(cast, source.start, gender) or nameless_subject(cast, source.start, gender)
        person = person or person_before(cast, source.start, gender)
        if person is not None and is_either(cast, source.start, person, gender):
            return None
        person = person or of_guessed_gender(cast, source.start) or nameless_before(cast, source.start, gender)
        return person or body_before(cast, source.start, gender)
    if words[0] in group(language, "both"):
        return both_before(cast, source.start) or False
    if words[0] in group(language, "pronouns.latter"):
        return latter(cast, source.start)
    if lemmas(words[0], language) & group(language, "pronouns.last"):
        return last_named(cast, source.start, words[0]) or False
    if words[0] in group(language, "pronouns.plural"):
        return those_before(cast, attribution, source.start)
    if words[0] in group(language, "pronouns.latter_plural"):
        return crowd_before(cast, attribution, source.start) or False
    if words[0] in group(language, "pronouns.there"):
        known = place_before(cast, source.start) or cast.last_speaker(source.start, frozenset(("body",)))
        return known or only_body_before(cast, source.start)
    if lemmas(words[0], language) & group(language, "pronouns.first"):
        return introduced_by_colon(cast, source.start) or last_self(cast, attribution, words[0])
    if words[0] in group(language, "pronouns.neuter"):
        return body_before(cast, source.start, "neut") or cast.last_speaker(source.start, frozenset(("body",)))
    return False


def stands_inside(cast: Cast, start: int, pronoun: str) -> bool:
    """``В [нём] указано``: behind a preposition of place it means a document, and no person."""
    language = cast.report.language
    before = cast.report.text[max(0, start - PREPOSITION_REACH) : start].lower().split()
    inside = pronoun in group(language, "pronouns.inside")
    return inside and bool(before) and before[-1] in group(language, "place_prepositions")


def may_be_people(word: str, language: str) -> bool:
    """``політики``: whether a word can be a noun for people."""
    return any(r.pos == "NOUN" and "anim" in r.grammemes for r in word_forms(word, language).readings)


def both_before(cast: Cast, at: int) -> str | None:
    """Whom ``обидва`` means: the two people, and no more, that are named last before."""
    starts = sentences_before(cast, at)[-BOTH_SENTENCES:]
    near = [m for m in cast.before(at) if m.type == "PER" and starts and starts[0] <= m.span.start]
    names = list(dict.fromkeys(full_name(cast, m) for m in near))
    return ", ".join(names) if len(names) == 2 else None


def last_self(cast: Cast, attribution: Attribution, pronoun: str) -> str | None:
    """Who says ``ми``: the last speaker; who says ``я``: the last one person, named or not, of the verb's gender."""
    at = attribution.cue.start if attribution.source is None else attribution.source.start
    if lemmas(pronoun, cast.report.language) & group(cast.report.language, "pronouns.first_plural"):
        if is_own_voice(cast, attribution):
            return None
        return cast.last_speaker(at, frozenset(("person", "body", "group")))
    gender = verb_gender(cast, attribution)
    for before, name, kind in reversed(cast.spoken[-MOST:]):
        alone = kind == "person" or is_someone(name, cast.report.language)
        if before <= at and alone and (kind != "person" or cast.may_be(name, gender)):
            return name
    return only_one_asked(cast, at)


def is_own_voice(cast: Cast, attribution: Attribution) -> bool:
    """``Також ми повідомляли``: outside quotations ``ми`` with a verb of media is who publishes the report."""
    language, at = cast.report.language, attribution.cue.start
    told = any(lemmas(word, language) & group(language, "media_verbs") for word in cast.words(attribution.cue))
    return told and not is_in_quotation(cast.report.text, at)


def from_own_view(cast: Cast, attribution: Attribution) -> str | None:
    """``на мій погляд``, ``с моей точки зрения``: who says ``я`` where a cue tells of their own view."""
    at, text, language = attribution.cue.start, cast.report.text, cast.report.language
    own = (w for w in WORD.findall(attribution.cue.of(text)) if lemmas(w, language) & group(language, "pronouns.first"))
    word = next(own, None)
    if word is None:
        return None
    # Outside a quotation it is the author's.
    quoted = last_self(cast, attribution, word) if is_in_quotation(text, at) else None
    return quoted or introduced_by_colon(cast, at) or only_one_asked(cast, at)


def only_one_asked(cast: Cast, at: int) -> str | None:
    """``– Я б порадив зачекати``: in a line that a dash opens, the one person whom the report names at all."""
    line = cast.report.text.rfind("\n", 0, at) + 1
    if not DIALOGUE.match(cast.report.text, line):
        return None
    names = {full_name(cast, m) for m in cast.mentions[:MOST] if m.type == "PER"}
    return names.pop() if len(names) == 1 and " " in next(iter(names)) else None


def is_someone(name: str, language: str) -> bool:
    """Whether a description is of one person: ``представник порту``, ``джерело в порту``, ``один із вантажників``."""
    words = WORD.findall(name)
    nameless = name[:1].islower() and lemmas(words[0], language) & group(language, "anonymous")
    one = nameless and any(number == "sing" for _, number, _ in word_forms(words[0], language).nouns)
    return name[:1].islower() and (one or is_one_of_many(words, language) or is_singular_person(words, language))


def is_one_of_many(words: list[str], language: str) -> bool:
    """``один із пасажирів``: whether the first words tell of one of several people."""
    partitive = len(words) > 2 and words[1] in table(f"{language}/names")["partitive"]
    return partitive and "один" in lemmas(words[0], language)


def those_before(cast: Cast, attribution: Attribution, at: int) -> str | None:
    """Whom ``вони`` means: the people or bodies named together before, else the group or body that spoke last."""
    found = (
        people_before(cast, at)
        or pair_before(cast, at)
        or several_before(cast, at)
        or crowd_before(cast, attribution, at)
    )
    if found is not None:
        return found
    if (others := of_whom_one_spoke(cast, at)) is not None:
        return others
    last = cast.last_speaker(at, frozenset(("group", "body")))
    # "Пілоти Skyline страйкують. Компанія скасувала рейси. Вони вимагають ...": a firm is no "вони" where people act.
    firm = last is not None and is_firm(cast, last)
    people = acting_people(cast, max(0, at - FAR), at) if firm else None
    return people or (last if last is not None and is_near(cast, at, last) else None)


def is_near(cast: Cast, at: int, last: str) -> bool:
    """Whether who spoke last is a group, or a body that has just spoken: "вони" is seldom one body."""
    spoken = ((i, kind) for i, name, kind in reversed(cast.spoken[-MOST:]) if i <= at and name == last)
    place, kind = next(spoken, (0, ""))
    # A firm is not meant any more where a whole sentence tells of something else.
    aside = is_firm(cast, last) and len(SENTENCE_END.findall(cast.report.text[place:at])) > 1
    return kind == "group" or (at - place <= NEAR and not aside)


def of_whom_one_spoke(cast: Cast, at: int) -> str | None:
    """``Один із страйкарів сказав, що вони ...``: those of whom one has just spoken."""
    language = cast.report.language
    near = [name for i, name, kind in cast.spoken[-MOST:] if at - SAME_SENTENCE <= i < at and kind != "medium"][-1:]
    words = near[0].split(" ", 2) if near else []
    partitive = len(words) == 3 and words[1] in table(f"{language}/names")["partitive"]
    if partitive and words[2] in group(language, "pronouns.plural"):
        return None
    if not partitive or not lemmas(words[0], language) & group(language, "one"):
        return None
    first, _, rest = words[2].partition(" ")
    those = rest if rest and first in group(language, "articles") else words[2]
    return phrase_nominative(those, language, True)


def whose_data(cast: Cast, attribution: Attribution, at: int) -> str | None:
    """``..., передає агентство. За його даними ...``: the medium that alone spoke in the sentence before."""
    cue, language = attribution.cue.of(cast.report.text), cast.report.language
    if not any(lemmas(word, language) & group(language, "told_data") for word in WORD.findall(cue)):
        return None
    starts = sentences_before(cast, at)
    told = [(name, kind) for i, name, kind in cast.spoken[-MOST:] if starts and starts[-2:][0] <= i < starts[-1]]
    if told:
        alone = len({name for name, _ in told}) == 1
        return told[0][0] if alone and (told[0][1] == "medium" or is_body_told(cast, told[0], at)) else None
    # "..., передає агентство X." is a chain, which nobody has noted as a speaker.
    ending = [m for m in cast.before(at) if starts and m.span.stop <= starts[-1]][-1:]
    return next((m.name for m in ending if ends_told(cast, m, starts[-1])), None)


def is_body_told(cast: Cast, told: tuple[str, str], at: int) -> bool:
    """``Єврокомісія закликає ... За її даними``: whether a body that spoke last is of the pronoun's gender."""
    name, kind = told
    words = WORD.findall(cast.report.text[at : at + NOUN_REACH])[:1]
    gender = pronoun_gender(words[0].lower(), cast.report.language) if words else ""
    genders = ("masc", "neut") if gender == "masc" else (gender,)  # "його", "его" are of either
    return kind == "body" and any(gender and may_be_of(name, gender, cast.report.language) for gender in genders)


def ends_told(cast: Cast, mention: Mention, stop: int) -> bool:
    """Whether a medium's name ends a sentence."""
    language, text = cast.report.language, cast.report.text
    medium = known_outlet(mention.name, language) is not None or noun_before(cast, mention) & group(language, "media")
    return mention.type in ("ORG", "PRO") and bool(medium) and not text[mention.span.stop : stop].strip(' .»”"\n')


def latter(cast: Cast, at: int) -> str | None:
    """``листи від посла Олеся Гнатюка, в яких той ...``: the man named last in the sentence, or in an object before."""
    near = [m for m in cast.before(at) if m.type == "PER" and at - SAME_SENTENCE <= m.span.start]
    breaks = SENTENCE_END.findall(cast.report.text[near[-1].span.stop : at]) if near else []
    # "Звільнили Олеся Гнатюка. Той ...": no subject of the sentence before.
    opens = len(breaks) == 1 and begins_sentence(cast, at) and not stands_as_named(cast, near[-1])
    if not near or (breaks and not opens):
        return None
    name = full_name(cast, near[-1])
    return name if cast.may_be(name, "masc") else None


def last_named(cast: Cast, at: int, word: str) -> str | None:
    """``Кошти винна фірма «Базис». Остання ...``: of those the sentence before names, the last of that gender."""
    starts = sentences_before(cast, at)
    forms = word_forms(word, cast.report.language).adjectives
    genders = {gender for case, number, gender in forms if (case, number) == ("nomn", "sing")}
    if forms and not genders:
        return None
    near = [m for m in cast.before(at) if starts and starts[-2:][0] <= m.span.start]
    named = next((m for m in reversed(near) if not genders or may_be_called(cast, m, genders)), None)
    if named is None or named.type == "PER":
        return full_name(cast, named) if named is not None else None
    return named.name if named.type == "LOC" else fullest_body(cast, named.name)


def may_be_called(cast: Cast, mention: Mention, genders: set[str]) -> bool:
    """Whether a name, or the noun right before it, can be of one of these genders; an unknown word can."""
    if mention.type == "PER":
        return any(cast.may_be(full_name(cast, mention), gender) for gender in genders)
    text, language = cast.report.text, cast.report.language
    before = WORD.findall(text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])[-1:]
    words = (*before, *WORD.findall(mention.name)[:1])
    known = next((forms.nouns for w in words if w[0].isalpha() and (forms := word_forms(w, language)).nouns), None)
    return known is None or any(gender in genders for _, number, gender in known if number == "sing")


def nameless_before(cast: Cast, at: int, gender: str) -> str | None:
    """``собеседник издания ... Он``: the last speaker without a person's name, if near and its noun of that gender."""
    near = [(i, n, k) for i, n, k in cast.spoken[-MOST:] if at - NEAR <= i < at and k != "person"]
    for number, (place, name, kind) in enumerate(reversed(near)):
        # Behind a body of another gender "він" may still be the nameless man who spoke before it.
        if (number == 0 or kind == "group") and may_be_called_so(cast, place, name, gender):
            return name
    return None


def nameless_since(cast: Cast, at: int, gender: str) -> str | None:
    """``виступив представник порту. Він ...``: who spoke last without a name, if nobody has been named since."""
    last = [(i, name, kind) for i, name, kind in cast.spoken[-MOST:] if at - NEAR <= i < at][-1:]
    place, name, kind = last[0] if last else (0, "", "")
    named = any(m.type == "PER" and place <= m.span.start for m in cast.before(at))
    # "речник" may be a man named before.
    alone = " " in name and is_someone(name, cast.report.language)
    return name if kind == "group" and alone and not named and may_be_called_so(cast, place, name, gender) else None


def nameless_subject(cast: Cast, at: int, gender: str) -> str | None:
    """``Адвокат Марти Соловій виїхав. Він ...``: who begins the sentence before without a name."""
    language, text = cast.report.language, cast.report.text
    starts = sentences_before(cast, at)
    if len(starts) < 2 or text[starts[-1] : at].strip():
        return None
    words = list(WORD.finditer(text, starts[-2], starts[-1]))
    others = group(language, "relational|kin")
    if not words or not lemmas(words[0].group(), language) & others:
        return None
    if not may_be_of(words[0].group(), gender, language) or words[0].group() == words[0].group().lower():
        return None
    people = [m for m in cast.before(at) if m.type == "PER" and starts[-2] <= m.span.start]
    if any(stands_as_named(cast, m) and cast.may_be(full_name(cast, m), gender) for m in people):
        return None
    known = {p.name for p in cast.people.values() if p.title.roles & lemmas(words[0].group(), language)}
    if len(known) == 1:
        return known.pop()
    name = small_first(crowd(text, words, 0, language))
    return name if " " in name else None


def of_guessed_gender(cast: Cast, at: int) -> str | None:
    """``... каже Айлін Демір. Вона ...``: the one person of the sentence before, if no dictionary has the name."""
    starts = sentences_before(cast, at)
    near = [m for m in cast.before(at) if m.type == "PER" and len(starts) > 1 and starts[-2] <= m.span.start]
    names = {full_name(cast, m) for m in near}
    told = len(names) == 1 and all(stands_as_named(cast, m) for m in near)
    name = next(iter(names), "")
    return name if told and " " in name and not is_known_given(name, cast.report.language) else None


def may_be_called_so(cast: Cast, at: int, name: str, gender: str) -> bool:
    """Whether who spoke at a place is of a gender by their noun, the noun before their name or a verb."""
    language = cast.report.language
    woman = gender == "femn" and name in cast.women and is_singular_person(WORD.findall(name), language)
    # "джерело ... сказав співрозмовник агентства. Він ..."
    first = WORD.match(cast.report.text, at)
    met = lemmas(first.group(), language) & group(language, "interlocutors") if first is not None else frozenset()
    described = min(met, default="") or noun_for(cast, at)
    return woman or any(may_be_of(words, gender, language) for words in (name, described) if words)


def noun_for(cast: Cast, at: int) -> str:
    """What stands before the name of who spoke at a place: ``найбільша німецька газета``; "" where no name follows."""
    named = next((m for m in cast.over(Span(at, at + DESCRIBED_REACH)) if m.span.start > at), None)
    before = cast.report.text[at : named.span.start] if named is not None and named.type in ("ORG", "PRO") else ""
    return before if before and not SENTENCE_END.search(before) else ""


def several_before(cast: Cast, at: int) -> str | None:
    """``Скаргу подали Skyline, Anchor і Базис. Вони ...``: the names joined that end the sentence before."""
    starts = sentences_before(cast, at)
    if len(starts) < 2 or cast.report.text[starts[-1] : at].strip():
        return None
    named = [m for m in cast.before(at) if starts[-2] <= m.span.start]
    first = len(named) - 1
    while first > 0 and named[first].type == "ORG" and are_joined(cast, named[first - 1 : first + 1]):
        first -= 1
    ends = bool(named) and not cast.report.text[named[-1].span.stop : starts[-1]].strip(' .!?…\n»”"')
    joined = named[first:] if ends else []
    if len(joined) < 2 or any(m.type != "ORG" for m in joined):
        return None
    return cast.report.text[joined[0].span.start : joined[-1].span.stop]


def only_body_before(cast: Cast, at: int) -> str | None:
    """``Авіакомпанія X скасувала рейси. Там повідомили``: the one organisation of the sentence before."""
    starts = sentences_before(cast, at)
    before = Span(starts[-2], starts[-1]) if len(starts) > 1 else None
    named = {m.name for m in cast.over(before) if m.type == "ORG"} if before is not None else set()
    media = any(is_medium(name, cast.report.language) for name in named)
    return fullest_body(cast, named.pop()) if len(named) == 1 and not media else None


def body_before(cast: Cast, at: int, gender: str) -> str | None:
    """``Компанія отримала кошти. Вона ...``: the body of that gender the sentence before tells of, if nobody fits."""
    language, text = cast.report.language, cast.report.text
    starts = sentences_before(cast, at)
    # "Профспілки вимагають від керівництва, щоб воно ..." stands in one sentence.
    stop = at if gender == "neut" else starts[-1] if starts else 0
    words = list(WORD.finditer(text, starts[-2], stop)) if len(starts) > 1 else []
    order = range(len(words)) if gender != "neut" else range(len(words) - 1, -1, -1)
    noun = next((n for n in order if is_body_of(words[n].group(), gender, language)), None)
    if noun is None:
        return None
    named = next((m for m in cast.over(Span(words[noun].start(), words[noun].end() + 2)) if m.type == "ORG"), None)
    firm = lemmas(words[noun].group(), language) & group(language, "firms")
    if named is not None and (firm or named.span.start <= words[noun].start()):
        return named.name
    if firm:
        return body_by_noun(cast, words[noun].start(), lemmas(words[noun].group(), language))
    name = whole_office(text, words, noun, language) or crowd(text, words, noun, language)
    return name if " " in name else body_by_head(cast, words[noun].start(), name) or name


def whole_office(text: str, words: list[re.Match[str]], head: int, language: str) -> str | None:
    """``міністерство охорони здоров'я Литви``: an office's common noun with all genitives behind it."""
    first, last = belonging(words, head, language)
    if not lemmas(words[head].group(), language) & group(language, "offices") or last == head:
        return None
    while last + 1 < len(words) and are_beside(*words[last : last + 2]):
        word, forms = words[last + 1].group(), word_forms(words[last + 1].group(), language)
        if not (word[:1].isupper() or any(case == "gent" for case, _, _ in forms.nouns)):
            break
        last += 1
    return phrase_nominative(closed(text, words[first].start(), words[last].end()), language)


def is_body_of(word: str, gender: str, language: str) -> bool:
    """Whether a word is a noun for a body, no document and no place, in the singular and of that gender."""
    kinds = group(language, "firms|offices|serving")
    genders = {other for _, number, other in word_forms(word, language).nouns if number == "sing"}
    return gender in genders and bool(lemmas(word, language) & kinds)


def introduced_by_colon(cast: Cast, at: int) -> str | None:
    """``Лікарка Марта Соловій: «Я думаю ...»``: the person named before the colon that leads to the words."""
    near = [m for m in cast.before(at) if m.type == "PER" and at - NEAR <= m.span.start]
    colon = near and re.match(r":\s{0,3}[«“„\"]?", cast.report.text[near[-1].span.stop : at])
    return full_name(cast, near[-1]) if colon else None


def may_be_of(name: str, gender: str, language: str) -> bool:
    """Whether the first noun of a name is a singular of that gender, or its ``один із`` or ``одна з`` is."""
    words = WORD.findall(name)[:3]
    if is_one_of_many(words, language):
        marks = [r.grammemes for r in word_forms(words[0], language).readings if "nomn" in r.grammemes]
        return any(gender in found for found in marks)
    known = (word_forms(word, language) for word in words)
    nouns = next((forms.nouns for forms in known if forms.nouns and not forms.adjectives), frozenset())
    return any((case, number) == ("nomn", "sing") and other in ("", gender) for case, number, other in nouns)


def person_before(cast: Cast, at: int, gender: str) -> str | None:
    """Whom a singular pronoun means: the last speaker of that gender if near, else the last person named."""
    near = [
        m
        for m in cast.before(at)
        if m.type == "PER" and at - FAR <= m.span.start and not in_brackets(cast.report.text, m)
    ]
    speaker = next(
        ((i, n) for i, n, k in reversed(cast.spoken[-MOST:]) if k == "person" and i < at and cast.may_be(n, gender)),
        None,
    )
    subject = subject_before(cast, at, near, gender)
    if subject is not None and (not speaker or speaker[0] < subject.span.start):
        name = full_name(cast, subject)
        if cast.may_be(name, gender):
            return name
    if speaker and gender == "femn" and (woman := woman_since(cast, near, *speaker)) is not None:
        return woman
    if speaker and at - speaker[0] <= NEAR:
        return speaker[1]
    for mention in subjects_first(cast, near):
        name = full_name(cast, mention)
        if cast.may_be(name, gender):
            return name
    return speaker[1] if speaker else None


def woman_since(cast: Cast, people: list[Mention], at: int, speaker: str) -> str | None:
    """``..., сказав Лукаш. Марта поїхала. Вона ...``: the woman named since one spoke of whom no gender is known."""
    if cast.gender(speaker):
        return None
    since = [full_name(cast, m) for m in people if at < m.span.start and stands_as_named(cast, m)]
    return next((name for name in reversed(since) if cast.gender(name) == "femn"), None)


def subject_before(cast: Cast, at: int, people: list[Mention], gender: str = "") -> Mention | None:
    """``Міністр Олесь Гнатюк подав у відставку. Він ...``: the one person that the sentence before is about."""
    ends = sentences_before(cast, at)
    if cast.report.text[max(0, at - 2) : at] == ": ":
        # "Міністр Олесь Гнатюк звернувся до уряду: він просить ...": what stands before the colon is about him.
        ends.append(at)
    # "По его словам" opens its sentence too.
    lead = WORD.findall(cast.report.text[ends[-1] : at]) if len(ends) > 1 else []
    # "Як заявила вона": the verb of the pronoun may stand before it.
    plain = [word for word in lead if word_forms(word, cast.report.language).pos != {"VERB"}]
    opens = len(ends) > 1 and len(plain) <= 1 and len(lead) <= OPENING_WORDS
    start = ends[-2] if opens else None
    inside = [m for m in people if start is not None and start <= m.span.start]
    # "Олесь Гнатюк звернувся до Марти Соловій. Він ...": the other is no man.
    others = [m for m in inside[1:] if not gender or cast.may_be(full_name(cast, m), gender)]
    first = inside[0] if inside and not others else None
    if first is None or start is None or not stands_as_named(cast, first):
        return None
    if ends_sentence(cast, first, ends[-1]):
        return first
    lead = WORD.findall(cast.report.text[start : first.span.start])
    behind = WORD.match(cast.report.text, first.span.stop + 1)
    # No dictionary tells an English verb; behind a subject's name small letters begin one.
    told = behind is not None and (
        behind.group().islower()
        if cast.report.language == "en"
        else "VERB" in word_forms(behind.group(), cast.report.language).pos
    )
    return first if told and len(lead) <= TITLE_WORDS else None


def ends_sentence(cast: Cast, mention: Mention, stop: int) -> bool:
    """``Позицію розкритикував і голова комітету Олесь Гнатюк.``: a verb before the name that ends the sentence."""
    behind = cast.report.text[mention.span.stop : stop]
    rest = re.sub(r"\([^()]{0,60}\)", "", behind).strip(" .!?…\n")
    # "..., чия посада ..." tells of the same one.
    relative = WORD.match(rest, 2) if rest.startswith(", ") and rest.count(",") == 1 else None
    if relative is not None and relative.group() in group(cast.report.language, "relatives"):
        rest = ""
    before = cast.report.text[max(0, mention.span.start - MAX_TITLE) : mention.span.start]
    words = [word for word in WORD.findall(before) if word.islower()]
    return not rest and any(word_forms(word, cast.report.language).pos == {"VERB"} for word in words)


def subjects_first(cast: Cast, mentions: list[Mention]) -> Iterator[Mention]:
    """People in the nominative first, the nearest first; then the others."""
    nominative = [m for m in mentions if stands_as_named(cast, m)]
    yield from reversed(nominative)
    yield from reversed([m for m in mentions if m not in nominative])


def stands_as_named(cast: Cast, mention: Mention) -> bool:
    """Whether a name stands in the text as in the nominative; its spelling in brackets does not count."""
    return mention.span.of(cast.report.text).partition(" (")[0].lower() == mention.name.lower()
