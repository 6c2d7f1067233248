"""Who speaks where no source is named: a verb that goes on with the subject of the words before it."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, Forms, group, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, full_name, surname_of
from firsthand.stages.speakers.crowds import NEAR, people_before, sentences_before
from firsthand.stages.speakers.firms import frequent_body
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.pronouns import body_before, may_be_of, stands_as_named, subject_before

# A word with a capital right before or behind a verb.
BEFORE_CUE = re.compile(r"([А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,24}) $")
BEHIND_CUE = re.compile(r" ([А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,24})\b")
# What ends the sentence in which a verb has its subject behind it; "в.о." does not.
CLAUSE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?…;](?=\s|$)|\n")
CLAUSE_REACH = 200
TOLD_BEFORE = frozenset(("as", "parenthesis", "quote"))
NAME_REACH = 30  # code points before a name in which a preposition or noun stands
# Between a verb and the one within its words: "повідомила, що планує".
THAT = re.compile(r",\s(?:(?:про\sте|о\sтом),\s)?(?:що|что)\s(?:[\w-]{1,20}\s){0,2}")


def from_no_subject(cast: Cast, attribution: Attribution) -> str | None:
    """``Також додав, що ...``: a past tense without a subject goes on with who spoke last, if of its gender."""
    language, at = cast.report.language, attribution.cue.start
    last = WORD.findall(attribution.cue.of(cast.report.text))[-1:]
    past = [r.grammemes for w in last for r in word_forms(w, language).readings if "past" in r.grammemes]
    gender = next((g for g in ("masc", "femn", "neut") if past and all(g in marks for marks in past)), "")
    # "повідомлялося" has no subject at all.
    if any(word.lower().endswith(("ся", "сь")) for word in last) and gender == "neut":
        return None
    behind = cast.report.text[attribution.cue.stop : attribution.cue.stop + 1]
    if attribution.rule != "infinitive" and behind not in (",", ":"):
        # A subject may stand behind the verb.
        return None
    before = [spoken for spoken in cast.spoken[-MOST:] if spoken[0] < at]
    if not gender or not before or at - before[-1][0] > NEAR:
        return None
    _, name, kind = before[-1]
    if kind == "person":
        return name if cast.gender(name) == gender else None
    return name if may_be_of(name, gender, language) else None


def from_name_before(cast: Cast, attribution: Attribution) -> str | None:
    """``На запит «Базис» повідомив``: the name in the nominative that stands right before a verb of its gender."""
    text, language, at = cast.report.text, cast.report.language, attribution.cue.start
    named = next((m for m in cast.over(Span(max(0, at - 3), at)) if m.type in ("ORG", "PER")), None)
    if (
        named is None
        or named.span.stop > at
        or text[named.span.stop : at].strip(' »”"')
        or not is_told(cast, attribution)
    ):
        return None
    if "VERB" not in first_forms(cast, attribution).pos or not is_free(cast, named):
        return None
    if named.type == "PER":
        name = full_name(cast, named)
        return name if stands_as_named(cast, named) and cast.may_be(name, past_gender(cast, attribution)) else None
    # "в інтерв'ю Reuters заявив": who spoke to a medium is not the medium.
    medium = known_outlet(named.name, language) is not None and past_gender(cast, attribution) != "neut"
    same = named.span.of(text).strip('«»“”„"').lower() == named.name.strip('«»“”„"').lower()
    return fullest_body(cast, named.name) if same and not medium else None


def from_surname_beside(cast: Cast, attribution: Attribution) -> str | None:
    """``Юн заявив``, ``пообіцяла Попа``: a surname beside its verb that was found as no name, of one named in full."""
    text, cue = cast.report.text, attribution.cue
    several = all("plur" in r.grammemes for r in first_forms(cast, attribution).readings if r.pos == "VERB")
    if several or not is_told(cast, attribution):
        return None
    before = BEFORE_CUE.search(text, max(0, cue.start - NAME_REACH), cue.start)
    behind = BEHIND_CUE.match(text, cue.stop, cue.stop + NAME_REACH)
    known = (cast.people.get(surname_of(found.group(1))) for found in (before, behind) if found is not None)
    person = next((p for p in known if p is not None), None)
    gender = past_gender(cast, attribution)
    return person.name if person is not None and cast.may_be(person.name, gender) else None


def from_person_behind(cast: Cast, attribution: Attribution) -> str | None:
    """``розповіла журналістам капітанка Ержебет Попович``: the full name in the nominative behind a verb."""
    text, at = cast.report.text, attribution.cue.stop
    if attribution.source is not None or attribution.rule not in TOLD_BEFORE or not is_told(cast, attribution):
        return None
    gender = past_gender(cast, attribution)
    if not gender or marks_of(cast, attribution, "plur"):
        return None
    end = CLAUSE_END.search(text, at, min(len(text), at + CLAUSE_REACH))
    stop = end.start() if end is not None else at
    people = (m for m in cast.over(Span(at, stop)) if m.type == "PER" and m.span.start > at and " " in m.name)
    told = (m for m in people if stands_as_named(cast, m) and cast.gender(full_name(cast, m)) == gender)
    person = next(told, None)
    between = WORD.findall(text[at : person.span.start]) if person is not None else []
    verb = any(word_forms(word, cast.report.language).pos == {"VERB"} for word in between)
    return None if person is None or verb else full_name(cast, person)


def is_told(cast: Cast, attribution: Attribution) -> bool:
    """Whether a cue is a finite verb in the past or the third person, no ``очікується``."""
    readings = first_forms(cast, attribution).readings
    if any(r.lemma.endswith(("ся", "сь")) for r in readings):
        return False
    return any(r.pos == "VERB" and r.grammemes & {"past", "3per"} for r in readings)


def first_forms(cast: Cast, attribution: Attribution) -> Forms:
    """The forms of the first word of a cue."""
    words = WORD.findall(attribution.cue.of(cast.report.text))
    return word_forms(words[0] if words else "", cast.report.language)


def is_free(cast: Cast, mention: Mention) -> bool:
    """Whether neither a preposition nor a noun for a talk stands before a name: not ``в ефірі Базису``."""
    text, language = cast.report.text, cast.report.language
    before = WORD.findall(text[max(0, mention.span.start - NAME_REACH) : mention.span.start])[-1:]
    talks = group(language, "venues|documents")
    return all("PREP" not in word_forms(w, language).pos and not lemmas(w, language) & talks for w in before)


def from_opening_verb(cast: Cast, attribution: Attribution) -> str | None:
    """``Skyline скасує рейси. Повідомила, що ...``: a past tense that opens a sentence goes on with the one before."""
    at = attribution.cue.start
    starts = sentences_before(cast, at)
    if attribution.source is not None or len(starts) < 2 or not opens(cast, attribution, starts[-1]):
        return None
    if marks_of(cast, attribution, "plur"):
        # "Повідомили" alone is anybody's; "натомість повідомили" goes on.
        return people_before(cast, at) if cast.report.text[starts[-1] : at].strip() else None
    gender = past_gender(cast, attribution)
    if not gender:
        return None
    people = [m for m in cast.before(at) if m.type == "PER" and starts[-2] <= m.span.start]
    subject = subject_before(cast, at, people)
    if subject is not None and cast.gender(full_name(cast, subject)) == gender:
        return full_name(cast, subject)
    if people:
        return None
    firm = frequent_body(cast, at, firm=True) if gender != "neut" else None
    return body_before(cast, at, gender) or firm


def opens(cast: Cast, attribution: Attribution, start: int) -> bool:
    """Whether at most words that lead on stand before a cue in its sentence, and a comma or colon behind it."""
    text, language = cast.report.text, cast.report.language
    leading = group(language, "additives|adversatives")
    behind = text[attribution.cue.stop : attribution.cue.stop + 1]
    before = WORD.findall(text[start : attribution.cue.start])
    return behind in (",", ":") and all(word.lower() in leading for word in before)


def past_gender(cast: Cast, attribution: Attribution) -> str:
    """The gender that a cue in the past tense shows; "" where it shows none."""
    return next((g for g in ("masc", "femn", "neut") if marks_of(cast, attribution, g)), "")


def marks_of(cast: Cast, attribution: Attribution, mark: str) -> bool:
    """Whether the last word of a cue is a past tense and nothing else, with that mark."""
    last = WORD.findall(attribution.cue.of(cast.report.text))[-1:]
    readings = [r for word in last for r in word_forms(word, cast.report.language).readings]
    past = [r.grammemes for r in readings if r.pos == "VERB" and "past" in r.grammemes]
    return bool(past) and len(past) == len(readings) and all(mark in marks for marks in past)


def within_words(cast: Cast, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """``Компанія повідомила, що планує ...``: a verb without a subject within somebody's words is theirs."""
    found: list[Attribution] = []
    for attribution in attributions:
        last = found[-1] if found else None
        own = last is not None and last.speaker is not None and is_within(cast, last, attribution)
        named = replace(attribution, speaker=last.speaker) if own and last is not None else attribution
        found.append(of_the_quoted(named, attributions))
    return tuple(found)


def of_the_quoted(order: Attribution, attributions: tuple[Attribution, ...]) -> Attribution:
    """``«[Доручив] провести перевірку», – написав мер``: an order inside a quotation is its speaker's."""
    if order.source is not None or order.act != "direct" or order.rule != "infinitive":
        return order
    tellers = (a for a in attributions if a.form == "direct" and any(c.contains(order.cue) for c in a.content))
    teller = next((a for a in tellers if a.speaker is not None), None)
    return order if teller is None else replace(order, speaker=teller.speaker)


def is_within(cast: Cast, outer: Attribution, inner: Attribution) -> bool:
    """Whether a personal verb without source or speaker stands right behind another cue's ``що``."""
    if inner.source is not None or inner.speaker is not None or inner.cue.start <= outer.cue.stop:
        return False
    first = WORD.findall(inner.cue.of(cast.report.text))[:1]
    readings = [r for word in first for r in word_forms(word, cast.report.language).readings]
    single = bool(readings) and all({"sing", "3per"} <= r.grammemes or is_short(r.grammemes) for r in readings)
    between = cast.report.text[outer.cue.stop : inner.cue.start]
    return single and not first[0].endswith(("ся", "сь")) and THAT.fullmatch(between) is not None


def is_short(grammemes: frozenset[str]) -> bool:
    """``готова``: an adjective that can only be a predicate, in the singular."""
    return "ADJS" in grammemes and "plur" not in grammemes
