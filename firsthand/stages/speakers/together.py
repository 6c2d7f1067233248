"""Several people named together: ``депутати Марта Соловій та Іван Буряк`` are ``депутати`` wherever it says no more."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.lang import table
from firsthand.names.inflection import readings
from firsthand.names.keys import notions
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group, small_first, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, full_name
from firsthand.stages.speakers.crowds import crowd_before, people_before
from firsthand.stages.speakers.firms import are_joined
from firsthand.stages.speakers.sources import SENTENCE_END
from firsthand.stages.speakers.titles import cases_of, cases_of_name

LEAD = 120  # code points before the first name in which the noun for all stands
SIGNED_LEAD = 500  # code points before the names of who signed in which they are told of
NEXT_REACH = 30  # code points behind people in which one more is named
LONGEST_AUTHORS = 2  # words: "автори листа"
LONGEST = 4  # words of a source that can mean them: "послы США в Европе"


@dataclass(frozen=True, slots=True)
class Together:
    """People named in one breath: their full names, the lemmas of the noun for all of them, the words before."""

    names: tuple[str, ...]
    nouns: frozenset[str]
    lead: str


def from_one_of_them(cast: Cast, attribution: Attribution, source: Span) -> str | bool:
    """``один із них``: ``один із адміністраторів каналу``, where the sentences before tell of these."""
    language, words = cast.report.language, WORD.findall(source.of(cast.report.text))
    partitive = len(words) == 3 and words[1] in table(f"{language}/names")["partitive"]
    if not partitive or words[2].lower() not in group(language, "pronouns.plural"):
        return False
    those = people_before(cast, source.start) or crowd_before(cast, attribution, source.start)
    genitive = in_genitive_plural(those, words[0], language) if those is not None else None
    # "часть из них" is "часть пилотов".
    part = word_forms(words[0], language).pos == {"NOUN"}
    return False if genitive is None else small_first(" ".join((words[0], *words[1:2][part:], genitive)))


def in_genitive_plural(people: str, one: str, language: str) -> str | None:
    """``німецькі пілоти порту`` -> ``німецьких пілотів порту``: adjectives and the first noun behind them."""
    words = people.split(" ")
    for at, word in enumerate(words):
        several = [r for r in readings(word, language) if (r.case, r.number) == ("nomn", "plur")]
        form = next((found for r in several if (found := r.form("gent", "plur")) is not None), None)
        if form is None:
            return None
        words[at] = form
        if any(r.pos == "NOUN" for r in several):
            # "одна" is none of "громадяни".
            return " ".join(words) if may_be_one_of(one, {r.lemma for r in several}, language) else None
    return None


def may_be_one_of(one: str, nouns: set[str], language: str) -> bool:
    """Whether ``одна`` and the dictionary forms of a noun have a gender in common; where one is unknown they may."""
    # "часть" is a noun of its own gender.
    known = [r for r in readings(one.lower(), language) if r.case == "nomn" and r.gender]
    own = {r.gender for r in known if r.pos != "NOUN"}
    theirs = {r.gender for noun in nouns for r in readings(noun, language) if r.pos == "NOUN" and r.gender}
    return not own or not theirs or bool(own & theirs)


def without_those(name: str, language: str) -> str:
    """``один із цих посадовців`` without the word that points back."""
    words = name.split(" ", 3)
    partitive = len(words) == 4 and words[1] in table(f"{language}/names")["partitive"]
    points = partitive and words[2] in group(language, "pointing_back")
    return " ".join((*words[:2], words[3])) if points else name


def from_together(cast: Cast, attribution: Attribution, source: Span) -> str | bool:
    """``посли``, ``американські дипломати``: the people whom the report names with that noun, if no others share it."""
    del attribution
    return meant_together(cast, source) or False


def meant_together(cast: Cast, span: Span) -> str | None:
    """Whom a plural noun for people means; None where the report names none or several such, or more is said."""
    language, words = cast.report.language, WORD.findall(span.of(cast.report.text))
    noun = next((word for word in words if are_several(word, language)), None)
    if noun is None or len(words) > LONGEST or any(m.type in ("PER", "ORG") for m in cast.over(span)):
        return None
    found = named_together(cast) or who_signed(cast)
    # "прихильники угоди" are more than the two who were called so.
    if lemmas(noun, language) & group(language, "relational"):
        return None
    if len(found) != 1 or not may_mean(found[0], lemmas(noun, language), language):
        return None
    # "авторы масштабных испытаний" are those of something else.
    if lemmas(noun, language) & group(language, "alike.authors") and len(words) > LONGEST_AUTHORS:
        return None
    countries = countries_in(span.of(cast.report.text), language)
    theirs = countries_in(found[0].lead, language)
    return ", ".join(found[0].names) if countries <= theirs else None


def may_mean(people: Together, nouns: frozenset[str], language: str) -> bool:
    """Whether a noun is the one they were named with, or one for any such people: ``дипломати`` for ``посли``."""
    return (
        bool(nouns & people.nouns)
        or any(
            nouns & group(language, f"alike.{kind}") and people.nouns & group(language, f"alike.{kind}")
            for kind in ("diplomats", "politicians", "scholars")
        )
        or bool(nouns & group(language, "alike.authors"))
    )


def countries_in(text: str, language: str) -> frozenset[str]:
    """The countries that a phrase names or has as adjectives."""
    return frozenset(notion for notion in notions(text, language) if notion.startswith("@"))


def named_together(cast: Cast) -> list[Together]:
    """All people named together behind a plural noun, in the order of the report."""
    runs = runs_of_people(cast)
    return [found for run in runs if len(run) > 1 and (found := behind_noun(cast, run)) is not None]


def runs_of_people(cast: Cast) -> list[list[Mention]]:
    """The people of a report, those joined in one breath together."""
    runs: list[list[Mention]] = []
    for mention in cast.mentions[:MOST]:
        if mention.type != "PER":
            continue
        if runs and are_joined(cast, [runs[-1][-1], mention]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def who_signed(cast: Cast) -> list[Together]:
    """``Під листом підписалися X, Y і Z``: the posts and professions told of before the names of those who signed."""
    language, text = cast.report.language, cast.report.text
    runs = [run for run in runs_of_people(cast) if len(run) > 1 and all(" " in m.name for m in run)]
    signed = [run for run in runs if is_signed(cast, run) and is_whole(cast, run)]
    if len(signed) != 1:
        return []
    start = signed[0][0].span.start
    nouns = {
        lemma
        for word in WORD.findall(text[max(0, start - SIGNED_LEAD) : start])
        for lemma in several_of(word, language)
    }
    names = tuple(dict.fromkeys(full_name(cast, m) for m in signed[0]))
    return [Together(names, frozenset(nouns), text[max(0, start - SIGNED_LEAD) : start])] if len(names) > 1 else []


def is_signed(cast: Cast, run: list[Mention]) -> bool:
    """Whether the sentence in which people are named tells of what they signed or published."""
    text, language = cast.report.text, cast.report.language
    start, stop = run[0].span.start, run[-1].span.stop
    before = SENTENCE_END.split(text[max(0, start - LEAD) : start])[-1]
    behind = SENTENCE_END.split(text[stop : stop + LEAD])[0]
    return any(lemmas(word, language) & group(language, "signed") for word in WORD.findall(f"{before} {behind}"))


def is_whole(cast: Cast, run: list[Mention]) -> bool:
    """Whether no further name is joined behind people, one that was not found."""
    text, stop = cast.report.text, run[-1].span.stop
    behind = WORD.findall(text[stop : stop + NEXT_REACH])[:2]
    joined = text[stop : stop + 2] == ", " or (bool(behind) and behind[0] in group(cast.report.language, "together"))
    return not joined or not any(word[:1].isupper() for word in behind)


def several_of(word: str, language: str) -> frozenset[str]:
    """The lemmas of a plural noun for people of a post or profession; none of any other word."""
    kinds = ("diplomats", "politicians", "scholars")
    known = group(language, "posts") | frozenset[str]().union(*(group(language, f"alike.{kind}") for kind in kinds))
    # "посли" is an imperative too.
    plural = (r for r in word_forms(word, language).readings if r.pos == "NOUN" and {"plur", "anim"} <= r.grammemes)
    return frozenset(r.lemma for r in plural) & known if word_forms(word, language).nouns else frozenset()


def behind_noun(cast: Cast, run: list[Mention]) -> Together | None:
    """Names with the last plural noun for people before them that can stand in their case."""
    text, language, start = cast.report.text, cast.report.language, run[0].span.start
    lead = SENTENCE_END.split(text[max(0, start - LEAD) : start])[-1]
    noun = next((word for word in reversed(WORD.findall(lead)) if are_several(word, language)), None)
    given = cases_of_name(WORD.findall(run[0].span.of(text))[:1], language)
    if noun is None or (given and not given & cases_of([noun], language)):
        return None
    names = tuple(dict.fromkeys(full_name(cast, m) for m in run))
    return Together(names, lemmas(noun, language), lead) if len(names) > 1 else None


def are_several(word: str, language: str) -> bool:
    """Whether a word can only be a noun for people in the plural."""
    readings = word_forms(word, language).readings
    # "дипломати" are cases too.
    people = any("anim" in r.grammemes for r in readings)
    return people and all(r.pos == "NOUN" and "plur" in r.grammemes for r in readings)
