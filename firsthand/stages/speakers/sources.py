"""What a source tells by its form: subject or not, one person or several, and its name where no rule knows better."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from firsthand.lang.morphology import Parse
from firsthand.names.keys import notions
from firsthand.names.nominative import phrase_nominative
from firsthand.names.reference import is_place, organisation_id
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import bare_name, first_noun, lemmas, split_name
from firsthand.stages.attribution.words import WORD, cases_in, group, small_first, word_forms
from firsthand.stages.speakers.cast import CLOSING, SAME_SENTENCE, Cast

SENTENCE_END = re.compile(r"[.!?…]\s|\n")
RELATIVE_REACH = 150
VERB_BEFORE = 4  # words before a source in which its verb stands: "зверталися також, зокрема, голови"
COUNTED = re.compile(r"\d[\d\s.,]{0,12}\s([^\W\d_]{3,30})\b")
QUOTE_REACH = 1500  # code points before a verb in which the quotation mark opens that it stands behind
BEFORE = 16  # code points before a source in which a preposition stands
# What stands in brackets behind a source; an abbreviation is a part of the name.
REMARK = re.compile(r"\s*\((?![A-ZА-ЯЁЄІЇҐ]{2,8}\d?\)|[A-Z]\d\))[^()]{0,80}\)$")


def is_subject(cast: Cast, attribution: Attribution) -> bool:
    """Whether the source is a verb's subject, not behind a preposition or a noun."""
    if attribution.source is None or attribution.rule in ("phrase", "headline"):
        return False
    if is_noun_cue(cast, attribution) and not own_verb(cast, attribution):
        return False
    before = WORD.findall(cast.report.text[max(0, attribution.source.start - BEFORE) : attribution.source.start])
    while before and before[-1].lower() in group(cast.report.language, "stress"):
        before.pop()
    return not before or before[-1].lower() not in group(cast.report.language, "oblique_prepositions")


def is_nominative(cast: Cast, attribution: Attribution) -> bool:
    """Whether a source stands in the nominative: a subject, save one that a relative clause or a participle follows."""
    if attribution.source is None or not is_subject(cast, attribution):
        return False
    if is_oblique(attribution.source.of(cast.report.text), cast.report.language):
        return False
    return not heads_relative_clause(cast, attribution, attribution.source) and not is_participle(cast, attribution)


def is_governed(cast: Cast, attribution: Attribution) -> bool:
    """Whether the source depends on its cue (``за словами прем'єра``), so that it stands in no nominative."""
    source = attribution.source
    if source is None or source.start < attribution.cue.stop:
        return False
    return attribution.rule == "phrase" or is_noun_cue(cast, attribution)


def is_nested(cast: Cast, attribution: Attribution) -> bool:
    """``X спростував заяву Y. Він ...``: whose words somebody speaks of in the same sentence is not who spoke last."""
    if attribution.source is None or not cast.spoken or not is_noun_cue(cast, attribution):
        return False
    if attribution.rule == "words":
        return False  # "агентство наводить слова Y. Він ..."
    between = cast.report.text[cast.spoken[-1][0] : attribution.source.start]
    return is_governed(cast, attribution) and len(between) < SAME_SENTENCE and not SENTENCE_END.search(between)


def without_participle(cast: Cast, attribution: Attribution) -> Attribution:
    """``компанія, розташована в порту``: the source without the participle behind its comma, which names nobody."""
    source, language = attribution.source, cast.report.language
    comma = cast.report.text.find(", ", source.start, source.stop) if source is not None else -1
    behind = WORD.match(cast.report.text, comma + 2) if comma > 0 else None
    if source is None or behind is None or not behind.group().islower():
        return attribution
    pos = word_forms(behind.group(), language).pos
    bare = lemmas(cast.report.text[source.start : comma], language) & group(language, "bearers|offices")
    if not bare or not pos or not pos <= {"PRTF", "ADJF"}:
        return attribution
    return replace(attribution, source=Span(source.start, comma))


# "розробники – Skyline та Anchor", "більшість лікарів - 52% з опитаних": a name or a remark behind a spaced dash.
DASHED = re.compile(r"\s[-–—]\s")


def without_remark(cast: Cast, attribution: Attribution) -> Attribution:
    """``більшість лікарів - 52% з опитаних``: the source before its dash; names behind it instead."""
    source = attribution.source
    dash = DASHED.search(source.of(cast.report.text)) if source is not None else None
    if source is None or dash is None:
        return attribution
    before, behind = Span(source.start, source.start + dash.start()), Span(source.start + dash.end(), source.stop)
    named = any(m.type in ("ORG", "PER") and m.span.start == behind.start for m in cast.over(behind))
    return replace(attribution, source=behind if named and not cast.over(before) else before)


# "... в соцсети X. Чиновник": no initial is in Latin letters where the name is in others.
ENDED = re.compile(r"[A-Z]\.\s{1,2}(?=[А-ЯЁЄІЇҐ])")


def without_end(cast: Cast, attribution: Attribution) -> Attribution:
    """``X. Чиновник``: the source without a name in Latin letters that ends the sentence before."""
    source = attribution.source
    ended = ENDED.match(source.of(cast.report.text)) if source is not None else None
    return (
        attribution
        if source is None or ended is None
        else replace(attribution, source=Span(source.start + ended.end(), source.stop))
    )


def without_self(cast: Cast, attribution: Attribution) -> Attribution:
    """``Сам він``, ``самі перевізники``: the source without the word that only stresses it."""
    source, language = attribution.source, cast.report.language
    words = list(WORD.finditer(source.of(cast.report.text))) if source is not None else []
    at = 0
    while at < len(words) - 1 and words[at].group().lower() in group(language, "stress"):
        at += 1
    if source is None or not at:
        return attribution
    return replace(attribution, source=Span(source.start + words[at].start(), source.stop))


def without_pointing(cast: Cast, attribution: Attribution) -> Attribution:
    """``Этот чиновник``, ``цей документ``: the source without the word that points back; what it means stays."""
    source, language = attribution.source, cast.report.language
    words = list(WORD.finditer(source.of(cast.report.text))) if source is not None else []
    points = len(words) > 1 and words[0].group().lower() in group(language, "pointing_back")
    # "эти и другие страны"
    if source is None or not points or words[1].group() in group(language, "together"):
        return attribution
    return replace(attribution, source=Span(source.start + words[1].start(), source.stop))


def without_article(cast: Cast, attribution: Attribution) -> Attribution:
    """``The president``: the source without its article; the name of a body keeps it (``The Hague``)."""
    source = attribution.source
    first = WORD.match(source.of(cast.report.text)) if source is not None else None
    if source is None or first is None or first.group().lower() not in group(cast.report.language, "articles"):
        return attribution
    start = source.start + first.end() + 1
    named = any(m.span.start <= source.start for m in cast.over(source))
    return attribution if named or start >= source.stop else replace(attribution, source=Span(start, source.stop))


def is_oblique(text: str, language: str) -> bool:
    """Whether the first word is in no nominative by its form: ``официальными источниками``."""
    first = WORD.match(text)
    known = word_forms(first.group(), language) if first and first.group().islower() else None
    cases = cases_in(known.nouns | known.adjectives) if known else set()
    return bool(cases) and "nomn" not in cases


def is_participle(cast: Cast, attribution: Attribution) -> bool:
    """``исламистов, требовавших``: the cue agrees with the source in whatever case that stands."""
    first = WORD.search(attribution.cue.of(cast.report.text))
    pos = word_forms(first.group(), cast.report.language).pos if first else frozenset()
    return "PRTF" in pos and "VERB" not in pos


def heads_relative_clause(cast: Cast, attribution: Attribution, source: Span) -> bool:
    """``колег, які вимагають``: the verb's subject is the relative, so the noun before it may stand in any case."""
    between = cast.report.text[source.stop : min(attribution.cue.start, source.stop + RELATIVE_REACH)]
    # Behind a second comma the clause is over, and the verb is the main one.
    found = WORD.match(between[1:].lstrip()) if between.startswith(",") and between.count(",") == 1 else None
    return found is not None and found.group().lower() in group(cast.report.language, "relatives")


def is_noun_cue(cast: Cast, attribution: Attribution) -> bool:
    """Whether the cue is a noun, whose source stands in the genitive behind it."""
    return is_noun(attribution.cue.of(cast.report.text), cast.report.language)


@lru_cache(maxsize=20_000)
def is_noun(cue: str, language: str) -> bool:
    """Whether words without a verb end with a noun."""
    forms = [word_forms(word, language) for word in WORD.findall(cue)]
    return bool(forms) and all("VERB" not in known.pos for known in forms) and bool(forms[-1].nouns)


def before_apposition(cast: Cast, attribution: Attribution, text: str) -> str:
    """``Trafigura, крупный покупатель нефти``: the name before the comma."""
    name, comma, rest = text.partition(", ")
    source = attribution.source
    if not comma or source is None or not rest[:1].islower() or coordinated(f" {rest} ", cast.report.language):
        return text
    return name if any(m.span.start == source.start for m in cast.over(source)) else text


def plain_name(cast: Cast, attribution: Attribution, text: str) -> str:
    """A source that is no known name: a subject as it stands, else in the nominative; a common noun in lower case."""
    text = before_apposition(cast, attribution, REMARK.sub("", text))
    counted = WORD.match(text)
    if counted is not None and counted.group() in group(cast.report.language, "quantifiers"):
        return text  # "понад 20 депутатів"
    if counted is not None and counted.group().lower() in group(cast.report.language, "people_numbers"):
        return small_first(text)  # "троє депутатів"
    if re.match(r"\d+(?:[.,]\d+)?\s?%", text):
        return text  # "52% опитаних"
    if is_counted_in_genitive(text, cast.report.language):
        return text  # "1000 рибалок"
    if not is_nominative(cast, attribution):
        if refers_to_several(cast, attribution, text):
            return small_first(text)
        name = phrase_nominative(text, cast.report.language, is_governed(cast, attribution))
        if text[:1].isupper() and name[:1].islower() and names_body(cast, attribution, text):
            name = name[:1].upper() + name[1:]
        # Beside the mark of a headline stands a nominative: "Песков: ..." is no genitive of "пески".
        return text if attribution.rule == "headline" and name.lower() != text.lower() else name
    first = WORD.search(text)
    if first is None or first.group().isupper() or first.group().isascii() or text[0] in '«“„"':
        return text
    assert attribution.source is not None  # noqa: S101 - asked by is_subject
    source = attribution.source
    named = any(m.span.start <= source.start < m.span.stop for m in cast.over(source))
    opens = begins_sentence(cast, attribution.source.start)
    return text if named or not opens or is_proper(first.group(), cast.report.language) else small_first(text)


def refers_to_several(cast: Cast, attribution: Attribution, text: str) -> bool:
    """``з посиланням на джерела``: whether things stand in an accusative that is written as the nominative."""
    language, cue = cast.report.language, WORD.findall(attribution.cue.of(cast.report.text))[-1:]
    if not any(word in group(language, "reference_prepositions") for word in cue):
        return False
    forms = [word_forms(word, language) for word in WORD.findall(text) if word.islower()]
    noun = next((known.nouns for known in forms if known.nouns and not known.adjectives), frozenset())
    numbers = {(case, number) for case, number, _ in noun}
    return {("accs", "plur"), ("nomn", "plur")} <= numbers


def is_proper(word: str, language: str) -> bool:
    """Whether a word is the name of a country, city or body, which keeps its capital: ``Литва``, ``Баку``."""
    country = any(notion.startswith("@") for notion in notions(word, language))
    found = word_forms(word, language)
    # "Лейбористы" are people too.
    body = organisation_id(word) is not None and not any("anim" in r.grammemes for r in found.readings)
    return (country or is_place(word, language) or body) and not found.adjectives


def is_counted_in_genitive(text: str, language: str) -> bool:
    """Whether a number in digits leads a genitive plural, which no nominative changes."""
    counted = COUNTED.match(text)
    nouns = word_forms(counted.group(1), language).nouns if counted is not None else frozenset()
    return ("gent", "plur") in {(case, number) for case, number, _ in nouns}


def names_body(cast: Cast, attribution: Attribution, text: str) -> bool:
    """Whether a name of a body or place begins a source that begins no sentence, so that its capital is its own."""
    source = attribution.source
    if source is None or not source.of(cast.report.text).startswith(text) or begins_sentence(cast, source.start):
        return False
    return any(m.span.start == source.start and m.type != "PER" for m in cast.over(source))


def described_name(text: str, language: str) -> str | None:
    """``бельгійська L'Echo``: the name alone behind adjectives."""
    parts = split_name(text, language)
    described = [bool(word_forms(word, language).adjectives) for word in WORD.findall(parts.common)]
    return bare_name(parts.name, language, "media") if parts.name and described and all(described) else None


def coordinated(text: str, language: str) -> bool:
    """Whether people are joined: a conjunction stands between the first and the last name."""
    return not group(language, "together").isdisjoint(re.split(r"\s", text)[1:-1])


def is_singular_person(words: list[str], language: str, oblique: bool = False) -> bool:
    """Whether the first noun is a person in the singular; ``oblique``: it is known to stand in no nominative."""
    for at, word in enumerate(words):
        nouns = word_forms(word, language).nouns
        if describes(word, words[at + 1 : at + 2], language):
            continue
        if not nouns:
            if word_forms(word, language).adjectives:
                continue
            return False
        # "рада" is a body, though a woman may bear the name.
        readings = [r for r in word_forms(word, language).readings if r.pos == "NOUN" and "Name" not in r.grammemes]
        # "Міська" is a surname in the genitive too.
        if word_forms(word, language).adjectives and all("Surn" in r.grammemes for r in readings):
            continue
        # "статистика" is a genitive of "статистик" too: a thing in the base form is no person.
        thing = not oblique and any("inan" in r.grammemes and r.lemma == word.lower() for r in readings)
        animate = any("anim" in r.grammemes for r in readings) and not (
            thing and not any("anim" in r.grammemes and r.lemma == word.lower() for r in readings)
        )
        return animate and any(n == "sing" for _, n, _ in nouns)
    return False


def describes(word: str, following: list[str], language: str) -> bool:
    """``городской`` before ``суд``: whether a word that may stand for a person is the adjective of the noun behind."""
    own = {form[:2] for form in word_forms(word, language).adjectives}
    theirs = {form[:2] for noun in following for form in word_forms(noun, language).nouns}
    # "рабочего завода" is a man.
    return any(case != "gent" for case, _ in own & theirs)


def has_plural_verb(cast: Cast, attribution: Attribution) -> bool:
    """Whether the cue is a verb in the plural, so that its subject is more than one."""
    if not is_subject(cast, attribution):
        return False
    verbs = own_verb(cast, attribution) or verb_readings(cast, attribution) or short_readings(cast, attribution)
    # "бояться" is written like an infinitive of "боятись".
    finite = [r for r in verbs if "infn" not in r.grammemes] or verbs
    return bool(finite) and all("plur" in r.grammemes for r in finite)


def own_verb(cast: Cast, attribution: Attribution) -> list[Parse]:
    """The readings of the verb before a source that a noun is the cue of: ``Із закликом зверталися голови церков``."""
    source, language = attribution.source, cast.report.language
    if source is None or not is_noun_cue(cast, attribution) or source.start < attribution.cue.stop + 2:
        return []
    before = WORD.findall(cast.report.text[attribution.cue.stop : source.start])[-VERB_BEFORE:]
    verbs = (word_forms(word, language) for word in before)
    return [reading for forms in verbs if forms.pos == {"VERB"} for reading in forms.readings]


def verb_readings(cast: Cast, attribution: Attribution) -> tuple[Parse, ...]:
    """The readings as a verb of a cue's last word; of ``мають намір`` those of the first that is one."""
    return verbs_of(attribution.cue.of(cast.report.text), cast.report.language)


@lru_cache(maxsize=20_000)
def verbs_of(cue: str, language: str) -> tuple[Parse, ...]:
    """The readings as a verb of the last of several words, or of the first that is one."""
    known = (word_forms(word, language).readings for word in WORD.findall(cue))
    # "намір" is no imperative.
    found = [tuple(r for r in readings if r.pos == "VERB" and "impr" not in r.grammemes) for readings in known]
    return next((verbs for verbs in (*found[-1:], *found) if verbs), ())


def short_readings(cast: Cast, attribution: Attribution) -> list[Parse]:
    """The readings of ``намерены``, ``уверены``: a last word of a cue that can only be a predicate."""
    words = WORD.findall(attribution.cue.of(cast.report.text))[-1:]
    found = [reading for word in words for reading in word_forms(word, cast.report.language).readings]
    return found if all(reading.pos in ("ADJS", "PRTS") for reading in found) else []


def has_plural_noun(cast: Cast, attribution: Attribution) -> bool:
    """Whether a bare noun means several (``компанії заявили``): its verb is plural, or its own nominative is."""
    if has_plural_verb(cast, attribution):
        return True
    if attribution.source is None:
        return False
    words = WORD.findall(attribution.source.of(cast.report.text))
    nouns = word_forms(words[-1], cast.report.language).nouns if words else frozenset()
    if not is_nominative(cast, attribution):
        return bool(nouns) and all(number == "plur" for _, number, _ in nouns)
    return {number for case, number, _ in nouns if case == "nomn"} == {"plur"}


def verb_gender(cast: Cast, attribution: Attribution) -> str:
    """The gender that a past-tense cue shows; "" where it shows none."""
    marks = {g for r in verb_readings(cast, attribution) for g in r.grammemes & {"masc", "femn"}}
    # A masculine verb also goes with a post; a feminine one only with a woman or a feminine noun.
    return marks.pop() if len(marks) == 1 else ""


def pronoun_gender(word: str, language: str) -> str:
    """masc for ``він``, ``його``, femn for ``вона``, ``її``; "" for a word that tells neither."""
    forms = (("masc", "masculine"), ("femn", "feminine"))
    return next((gender for gender, form in forms if word in group(language, f"pronouns.{form}")), "")


def begins_sentence(cast: Cast, at: int) -> bool:
    """Whether a sentence begins at a place, so that a capital says nothing."""
    before = cast.report.text[max(0, at - 4) : at]
    return at == 0 or bool(re.search(r"(?:[.!?…]\s{1,3}|\n)[«“„\"]?$", before if at > 4 else f"\n{before}"))


def is_in_quotation(text: str, at: int) -> bool:
    """Whether a quotation mark opens before a place in its line and does not close."""
    before = text[max(text.rfind("\n", 0, at), at - QUOTE_REACH, 0) : at]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_free_adjective(cast: Cast, source: Span, text: str) -> bool:
    """Whether what leads a source begins with a small letter, or has its capital only because a sentence begins."""
    if text[:1].islower():
        return True
    first = WORD.match(text)
    known = word_forms(first.group().lower(), cast.report.language) if first is not None else None
    # "Уполномоченный Skyline" is a person.
    return known is not None and known.pos == {"ADJF"} and begins_sentence(cast, source.start)


def opens_with_noun(cast: Cast, source: Span) -> bool:
    """``Сервіс Baza`` that opens a sentence: whether only that gives the noun before a Latin name its capital."""
    language, words = cast.report.language, source.of(cast.report.text).split()
    kinds = group(language, "bearers|makers")
    latin = len(words) > 1 and all(word[:1].isupper() and word.isascii() for word in words[1:])
    return latin and bool(lemmas(words[0], language) & kinds) and begins_sentence(cast, source.start)


def opens_with_kind(cast: Cast, source: Span) -> bool:
    """``Міжнародна організація «Базис»`` that opens a sentence: words in small letters else, then a name in marks."""
    text, language = source.of(cast.report.text), cast.report.language
    parts = split_name(text, language)
    kind = bool(parts.common) and parts.common[1:].islower() and text[-1:] in CLOSING
    bears = bool(first_noun(parts.common, language) & group(language, "bearers")) if kind else False
    return bears and begins_sentence(cast, source.start)


def is_official(cast: Cast, source: Span) -> bool:
    """Whether the noun belongs to the name: one that starts with it, or of a legal form (``акціонерна компанія``)."""
    if any(m.type == "ORG" and m.span.contains(source) for m in cast.over(source)):
        return not (opens_with_noun(cast, source) or opens_with_kind(cast, source))
    words = WORD.findall(source.of(cast.report.text))
    return any(lemmas(w, cast.report.language) & group(cast.report.language, "legal_forms") for w in words[:4])
