"""Rules for several people or a place: whom ``вони`` and ``там`` mean, and whose ``пілоти`` are."""

from __future__ import annotations

import re

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, small_first, word_forms
from firsthand.stages.speakers.cast import CLOSING, MOST, OPENING, SAME_SENTENCE, Cast, full_name
from firsthand.stages.speakers.fullest import spelled_out
from firsthand.stages.speakers.sources import SENTENCE_END, begins_sentence, coordinated

NEAR = 400
LONGEST_GROUP = 8  # words
ASIDES = 2  # words between people and their verb
VERB_WITHIN = 10  # words behind people in which their verb stands
LONGEST_CROWD = 40  # code points
CROWD_REACH = 700
TOLD_BACK = 1500  # code points back to where people were told by more than their noun
PLACED_LEAD, PLACED_WORDS = 60, 4  # code points and words before a body in which its preposition stands
PLACED_REACH = 4  # code points before a place in which its preposition stands
TOLD_REACH = 40  # code points behind people in which a participle tells which
# A blank line between two paragraphs is no sentence.
CLAUSE_END = re.compile(r"[.!?…;]\s{1,4}|\n\s{0,4}")
# "співробітники лоукостера": a noun with what stands before the verb.
UNBROKEN = re.compile(r"[^,.;:!?()\n]{3,120}")


def people_before(cast: Cast, at: int) -> str | None:
    """``Пілоти лоукостера страйкують. Вони ...``: the people who are the subject of the sentence before, if unheard."""
    spoken = [i for i, _, k in cast.spoken[-MOST:] if i < at and k in ("group", "body")]
    return acting_people(cast, max([at - SAME_SENTENCE, 0, *spoken[-1:]]), at)


def acting_people(cast: Cast, start: int, at: int) -> str | None:
    """The people who are the last subject of a verb between two places, small first."""
    language = cast.report.language
    for part in reversed(list(UNBROKEN.finditer(cast.report.text, start, at))):
        words = list(WORD.finditer(part.group()))
        begins = cast.report.text[max(0, part.start() - 2) : part.start()].strip(' «“„"') in ("", ",", ".", "!", "?")
        opens = begins and bool(words) and are_bodies(words[0].group(), language)
        people = (n for n, word in enumerate(words) if are_people(word.group(), language))
        verb = next((n for n, word in enumerate(words) if is_verb(word.group(), language)), None)
        # "Жінки": a genitive of one, but right before a verb in the plural they are many.
        women = (
            n for n in range(max(0, (verb or 0) - ASIDES - 1), verb or 0) if may_be_women(words[n].group(), language)
        )
        first = 0 if opens else next(people, None)
        if first is None and (head := next(women, None)) is not None:
            described = word_forms(words[max(0, head - 1)].group().lower(), language).adjectives
            first = head - 1 if head and described else head
        while first and leads_people(words[first - 1], words[first], language):
            first -= 1
        if first is not None and verb is not None and first < verb <= first + VERB_WITHIN:
            last = next(
                n for n in range(verb - 1, first - 1, -1) if n == first or not is_aside(words[n].group(), language)
            )
            return without_connector(
                small_first(closed(part.group(), words[first].start(), words[last].end())), language
            )
    return None


def without_connector(people: str, language: str) -> str:
    """``польські фермери тим часом`` without the phrase that leads on to what they do."""
    found = (phrase for phrase in group(language, "connectors") if people.endswith(f" {phrase}"))
    longest = max(found, key=len, default="")
    return people[: -len(longest)].rstrip() if longest else people


def leads_people(left: re.Match[str], right: re.Match[str], language: str) -> bool:
    """``Німецькі пілоти``: whether a word right before people is their adjective, also with a capital."""
    adjective = left.group().lower()
    return (
        is_adjective(adjective, language)
        and are_beside(left, right)
        and may_describe(adjective, right.group(), language)
    )


def may_describe(adjective: str, noun: str, language: str) -> bool:
    """Whether an adjective and a noun have a case and number in common; where one is unknown they may."""
    left, right = word_forms(adjective, language).adjectives, word_forms(noun, language)
    both = ({form[:2] for form in left}, {form[:2] for form in right.nouns | right.adjectives})
    return not all(both) or bool(both[0] & both[1])


def is_aside(word: str, language: str) -> bool:
    """Whether a word before a verb is no part of its subject: ``також``, ``даже``."""
    pos = word_forms(word, language).pos
    # "уже" is a grass snake and "narrower" too.
    return bool(pos) and (pos <= {"ADVB", "PRCL", "CONJ"} or {"ADVB", "PRCL"} <= pos)


def crowd_before(cast: Cast, attribution: Attribution, at: int) -> str | None:
    """``У дослідженні імунологів університету ... Вони``: the people named last in any case, if nobody spoke since."""
    language, text = cast.report.language, cast.report.text
    spoken = [i + len(name) for i, name, k in cast.spoken[-MOST:] if i < at and k in ("group", "body")]
    start = max([0, *sentences_before(cast, at)[-2:-1], *spoken[-1:]])
    # A name fuller than the source may end within a word.
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    # In "..., вважають вони" the people within what is said do not say it.
    at = min([at, *(c.start for c in attribution.content if start <= c.start)])
    for part in reversed(list(UNBROKEN.finditer(text, start, max(start, at)))):
        words = list(WORD.finditer(part.group()))
        people = [n for n, word in enumerate(words) if are_people_in_a_case(word.group(), language)]
        heads = [n for n in people if not is_number(part.group(), words[n].start())]
        if heads:
            return crowd(part.group(), words, heads[-1], language)
    return None


def sentences_before(cast: Cast, at: int, reach: int = 2 * SAME_SENTENCE) -> list[int]:
    """Where the sentences near a place begin, its own last."""
    start = max(0, at - reach)
    found = [m.end() for m in CLAUSE_END.finditer(cast.report.text, start, at)]
    return found if start else [0, *found]


def is_number(text: str, at: int) -> bool:
    """``130 млн пасажирів``: people only counted, of whom nobody goes on to speak."""
    before = re.findall(r"\w+", text[:at])[-2:]
    return bool(before) and any(word.isdigit() for word in before)


def crowd(text: str, words: list[re.Match[str]], head: int, language: str) -> str:
    """People by their noun, the adjectives before it and the genitives and names behind it, in the nominative."""
    first, last = belonging(words, head, language)
    oblique = "nomn" not in cases_in(word_forms(words[head].group(), language).nouns)
    return phrase_nominative(closed(text, words[first].start(), words[last].end()), language, oblique)


def closed(text: str, start: int, stop: int) -> str:
    """A part of a text with the quotation mark behind it that closes one within it."""
    part = text[start:stop]
    opened = part.count("«") > part.count("»") or part.count('"') % 2 or part.count("“") > part.count("”")
    return part + text[stop] if opened and text[stop : stop + 1] in CLOSING else part


def belonging(words: list[re.Match[str]], head: int, language: str) -> tuple[int, int]:
    """The first and last of the words that go with a noun: adjectives before it, genitives and names behind it."""
    first = head
    while first and is_adjective(words[first - 1].group(), language) and are_beside(*words[first - 1 : first + 1]):
        # "принятом парламентом билле": the participle is another noun's.
        if not may_describe(words[first - 1].group(), words[head].group(), language):
            break
        first -= 1
    last = head
    where = group(language, "where_prepositions")
    while last + 1 < len(words) and last < head + LONGEST_GROUP and are_beside(*words[last : last + 2]):
        word, following = words[last + 1].group(), words[last + 2].group() if last + 2 < len(words) else ""
        placed = word in where and following[:1].isupper()
        if not placed and not belongs_behind(word, words[last].group(), language):
            break
        last += 1 + placed
    return first, last


def are_beside(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two words of one text stand side by side, at most with a quotation mark that opens between them."""
    between = left.string[left.end() : right.start()]
    return between[:1] == " " and between[1:].strip(OPENING) == ""


def is_adjective(word: str, language: str) -> bool:
    """Whether a word can only be an adjective or a participle."""
    pos = word_forms(word, language).pos
    return word.islower() and bool(pos) and pos <= {"ADJF", "PRTF"}


def belongs_behind(word: str, before: str, language: str) -> bool:
    """Whether a word goes on with a noun: a name, a sure genitive, or one that its adjective makes sure."""
    known = word_forms(word, language)
    cases = cases_in(known.nouns | known.adjectives)
    genitive = "gent" in cases and (
        "nomn" not in cases
        or is_adjective(before.lower(), language)
        or is_one_before_whose(before, word, language)
        or are_those_of(before, word, language)
    )
    # "иностранных дел" is of no verb.
    sure = is_adjective(before.lower(), language) or not known.pos & {"VERB", "PREP", "CONJ", "NPRO"}
    return word[:1].isupper() or (genitive and sure)


def is_one_before_whose(head: str, word: str, language: str) -> bool:
    """``адвокат християнки``: behind one noun in the nominative, what can be a genitive of one is no nominative."""
    owner = {form[:2] for form in word_forms(word, language).nouns}
    own = {form[:2] for form in word_forms(head, language).nouns}
    return word.islower() and ("gent", "sing") in owner and ("nomn", "sing") in own and ("nomn", "sing") not in owner


def are_those_of(head: str, word: str, language: str) -> bool:
    """``власників шахти``: behind people in the genitive or accusative, what can be a genitive of one thing."""
    # "подала жінкам води"
    if "gent" not in cases_in(word_forms(head, language).nouns):
        return False
    things = word_forms(word, language)
    only = things.pos == {"NOUN"} and all("inan" in r.grammemes for r in things.readings)
    genitive = ("gent", "sing") in {form[:2] for form in things.nouns}
    return word.islower() and only and genitive and are_people_in_a_case(head, language)


def place_before(cast: Cast, at: int) -> str | None:
    """``У ЄС домовилися про вакцини, і там ...``: the body or place that acted, if nobody spoke since."""
    text, language = cast.report.text, cast.report.language
    told = [(i, name) for i, name, k in cast.spoken[-MOST:] if i < at and k in ("group", "body")]
    last, speaker = max(told, default=(0, ""))
    start = max([last, *sentences_before(cast, at)[-2:-1]])
    for mention in reversed(cast.before(at)):
        before = WORD.findall(text[max(0, mention.span.start - PLACED_LEAD) : mention.span.start])[-PLACED_WORDS:]
        if mention.span.start < start:
            return None
        # "пояснили в обласному Управлінні лісу": the name is a part of who has just spoken.
        if last < mention.span.start < last + len(speaker):
            return speaker
        # "в консалтинговій компанії Wood Mackenzie"
        while len(before) > 1 and mention.type == "ORG" and is_body_or_adjective(before[-1], language):
            before.pop()
        if mention.type in ("ORG", "LOC") and before and before[-1].lower() in group(language, "inside"):
            return spelled_out(cast, mention.span) or mention.name
    return None


def is_body_or_adjective(word: str, language: str) -> bool:
    """Whether a word can stand between ``у`` and the name of a body: its noun, or that noun's adjective."""
    kinds = group(language, "bearers|makers|firms")
    return is_adjective(word, language) or (word.islower() and bool(lemmas(word, language) & kinds))


def pair_before(cast: Cast, at: int) -> str | None:
    """``мер Олесь Гнатюк та суддя Марта Соловій ... Вони``: the last two people named, joined, if none spoke since."""
    near = [m for m in cast.before(at) if m.type == "PER" and at - NEAR <= m.span.start]
    if len(near) < 2 or any(near[-1].span.start < i < at for i, _, _ in cast.spoken[-MOST:]):
        return None
    # "І Гнатюк, і Буряк не згодні з Соловій. Вони ...": a third one stands behind the verb.
    if len(near) > 2 and not are_coordinated(cast, near[-2:]):
        near.pop()
    if not are_coordinated(cast, near[-2:]):
        return None
    first = len(near) - 2
    while first and are_listed(cast, near[first - 1].span.stop, near[first].span.start):
        first -= 1
    return ", ".join(dict.fromkeys(full_name(cast, m) for m in near[first:]))


def are_coordinated(cast: Cast, pair: list[Mention]) -> bool:
    """Whether a conjunction and no verb stands between two names in one sentence."""
    between, language = cast.report.text[pair[0].span.stop : pair[1].span.start], cast.report.language
    verbs = any(word_forms(word, language).pos == {"VERB"} for word in WORD.findall(between))
    return coordinated(between, language) and not verbs and not SENTENCE_END.search(between)


def are_listed(cast: Cast, start: int, stop: int) -> bool:
    """Whether a comma with no more than a title behind it stands between two names."""
    between, language = cast.report.text[start:stop], cast.report.language
    words = WORD.findall(between)
    plain = all("VERB" not in word_forms(word, language).pos for word in words)
    return between.startswith(", ") and between.count(",") == 1 and len(words) <= LONGEST_GROUP and plain


def are_people(word: str, language: str) -> bool:
    """Whether a word can only be a noun for people in the plural, and is no genitive."""
    # "жінки-лікарки": both are people.
    first, _, second = word.partition("-")
    if second:
        plural = any((case, number) == ("nomn", "plur") for case, number, _ in word_forms(first, language).nouns)
        return plural and are_people(second, language)
    readings = word_forms(word, language).readings
    forms = word_forms(word, language).nouns
    if is_crowd(word, language):
        return True
    people = bool(readings) and all({"plur", "anim"} <= r.grammemes and r.pos == "NOUN" for r in readings)
    return people and {"nomn"} <= cases_in(forms) <= {"nomn", "accs"}


def is_crowd(word: str, language: str) -> bool:
    """``протестующие``: whether an adjective that stands for people is in the nominative plural, and can be no noun."""
    known = word_forms(word, language)
    plural = any(form[:2] == ("nomn", "plur") for form in known.adjectives)
    people = group(language, "crowd|crowd_verbs")
    return plural and not known.nouns and bool(known.lemmas & people)


def may_be_women(word: str, language: str) -> bool:
    """Whether a word is a feminine noun for people that can stand in the nominative plural: ``сусідки``."""
    readings = word_forms(word.rpartition("-")[2], language).readings
    women = bool(readings) and all(r.pos == "NOUN" and "anim" in r.grammemes for r in readings)
    return women and any((case, number) == ("nomn", "plur") for case, number, _ in word_forms(word, language).nouns)


def are_bodies(word: str, language: str) -> bool:
    """Whether a word may be bodies in the plural nominative: ``профспілки``, which opens a clause."""
    bodies = group(language, "bearers|offices")
    plural = any((case, number) == ("nomn", "plur") for case, number, _ in word_forms(word, language).nouns)
    return plural and bool(lemmas(word, language) & bodies)


def are_people_in_a_case(word: str, language: str) -> bool:
    """Whether a word is a noun for people in the plural that stands in no nominative."""
    readings = word_forms(word, language).readings
    plural = bool(readings) and all("plur" in r.grammemes and r.pos == "NOUN" for r in readings)
    oblique = "nomn" not in cases_in(word_forms(word, language).nouns)
    return plural and oblique and any("anim" in r.grammemes for r in readings)


def is_verb(word: str, language: str) -> bool:
    """Whether a word is a verb in the plural, or what stands for one (``вынуждены``), and nothing else."""
    readings = word_forms(word, language).readings
    return bool(readings) and all(r.pos in ("VERB", "ADJS", "PRTS") and "plur" in r.grammemes for r in readings)


def are_others(cast: Cast, source: Span) -> bool:
    """``В Італії пілоти ...``, ``пілоти, найняті ...``: people told from the others by a place or a participle."""
    text, language = cast.report.text, cast.report.language
    place = next((m for m in cast.over(Span(max(0, source.start - 2), source.start)) if m.type == "LOC"), None)
    before = WORD.findall(text[max(0, place.span.start - PLACED_REACH) : place.span.start])[-1:] if place else []
    placed = any(word.lower() in group(language, "inside") for word in before)
    behind = WORD.findall(text[source.stop : source.stop + TOLD_REACH])[:2] if text[source.stop :][:1] == "," else []
    return placed or any("PRTF" in word_forms(word, language).pos for word in behind)


def of_their_body(cast: Cast, attribution: Attribution, name: str) -> str:
    """``пілоти`` after ``Пілоти Skyline``: people with the body that the report named behind them before."""
    source, text = attribution.source, cast.report.text
    if source is None or not 0 < len(name) <= LONGEST_CROWD:
        return name
    words = WORD.findall(name)
    if are_others(cast, source):
        return name
    if (told := told_before(cast, source, name)) is not None:
        return told
    if len(words) == 1 and (scholars := scholars_before(cast, source.start, name)) is not None:
        return scholars
    if not words or not are_people(words[-1], cast.report.language):
        return name
    near = max(0, source.start - CROWD_REACH)
    for match in re.compile(rf"\b{re.escape(name)} ", re.IGNORECASE).finditer(text, near, source.start):
        behind = next((m for m in cast.over(Span(match.end(), match.end() + 1)) if m.span.start == match.end()), None)
        if behind is not None and behind.type == "ORG":
            return f"{name} {behind.span.of(text)}"
    return name


def scholars_before(cast: Cast, at: int, noun: str) -> str | None:
    """``Такого висновку дійшли дослідники лабораторії. Експерти ...``: those whom the sentence before tells of."""
    language = cast.report.language
    scholars = group(language, "alike.scholars")
    if not begins_sentence(cast, at) or not lemmas(noun, language) & scholars:
        return None
    told = people_before(cast, at) or people_behind_verb(cast, at)
    head = head_of(told, language) if told is not None else ""
    return told if told is not None and " " in told and lemmas(head, language) & scholars else None


def people_behind_verb(cast: Cast, at: int) -> str | None:
    """The people who are the subject behind the verb of the sentence before: ``дійшли дослідники лабораторії``."""
    language, starts = cast.report.language, sentences_before(cast, at)
    words = list(WORD.finditer(cast.report.text, starts[-2], starts[-1])) if len(starts) > 1 else []
    known = [word_forms(word.group(), language) for word in words]
    # "пришли" is an imperative too.
    told = [forms.pos == {"VERB"} and "plur" in forms.grammemes for forms in known]
    pairs = (n for n in range(1, len(words)) if told[n - 1])
    head = next((n for n in pairs if are_people(words[n].group(), language)), None)
    if head is None:
        return None
    return small_first(closed(cast.report.text, words[head].start(), genitives_end(words, head, language)))


def genitives_end(words: list[re.Match[str]], head: int, language: str) -> int:
    """Where the words behind a noun end that can all stand in the genitive, or begin with a capital."""
    last = head
    while last + 1 < len(words) and are_beside(*words[last : last + 2]):
        known = word_forms(words[last + 1].group(), language)
        if "gent" not in cases_in(known.nouns | known.adjectives) and words[last + 1].group().islower():
            break
        last += 1
    return words[last].end()


def told_before(cast: Cast, source: Span, name: str) -> str | None:
    """``Журналісти`` after ``польські журналісти заявили``: the people or bodies of that noun who spoke last."""
    language, words = cast.report.language, WORD.findall(name)
    if len(words) != 1 or len(WORD.findall(source.of(cast.report.text))) != 1 or not name.islower():
        return None
    # "люди" may be any, and firms are told by their names.
    others = lemmas(name, language) & group(language, "firms|parts")
    if others or not (are_people(name, language) or are_bodies(name, language)):
        return None
    for at, speaker, kind in reversed(cast.spoken[-MOST:]):
        if not source.start - TOLD_BACK <= at < source.start or kind not in ("group", "body"):
            continue
        head = head_of(speaker, language)
        if head and speaker[:1].islower() and lemmas(head, language) & lemmas(name, language):
            return speaker if " " in speaker and are_several(head, speaker, language) else None
    return None


def head_of(name: str, language: str) -> str:
    """The first noun of a description behind its adjectives; "" where something else leads."""
    words = WORD.findall(name)
    first = next((word for word in words if not is_adjective(word, language)), "")
    return first if word_forms(first, language).nouns else ""


def are_several(head: str, name: str, language: str) -> bool:
    """Whether a description is of a whole group: its noun is a plural, and no number, ``багато`` or ``інші`` leads."""
    first = WORD.findall(name)[0].lower()
    parts = group(language, "quantifiers|another|stand_ins")
    partial = first.isdigit() or bool(lemmas(first, language) & parts) or first in parts
    cases = {form[:2] for form in word_forms(head, language).nouns}
    return not partial and ("nomn", "plur") in cases
