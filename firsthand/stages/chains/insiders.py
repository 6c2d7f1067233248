"""Chains of those who told a medium what nobody else did: ``За даними джерел агентства``, ``джерело CNN``."""

from __future__ import annotations

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import first_noun, is_medium, known_outlet, lemmas, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word, cases_in, group, small_first, word_forms
from firsthand.stages.chains.names import cased, media_before, without_possessive
from firsthand.stages.chains.scene import CLOSING, LEAD, OPENING, QUOTES, Hop, Scene, distinct, evidence, is_about_this

MOST_WORDS = 8
# Words between those who were asked and the word for it: "аналітики банків, опитані Reuters".
MOST_BETWEEN = 3


def insider_chain(scene: Scene) -> Chain | None:
    """``Джерело телеканалу заявило``, ``за словами джерела CNN``: the source, then the medium."""
    for reporting in scene.reportings:
        if reporting.source is None or not reporting.speaker:
            continue
        hops = named_insider(scene, reporting.source, reporting.rule != "phrase") or unnamed_insider(scene, reporting)
        if hops:
            spans = [reporting.cue, reporting.source]
            scope = "report" if is_about_this(scene) else "passage"
            return Chain(distinct(iter(hops)), scope, evidence(scene, spans), "insider")
    return unread_insider(scene)


def unread_insider(scene: Scene) -> Chain | None:
    """``На це вказують і джерела Reuters``: sources of a named medium are named for what they say."""
    line = scene.line
    for word in line.meaning("anonymous"):
        if "nomn" not in cases_in(word.nouns):
            continue
        phrase = phrase_at(line, word.at, coordinate=False)
        span = Span(word.start, line.words[phrase.last - 1].stop) if phrase is not None else None
        hops = named_insider(scene, span) if span is not None else ()
        if hops and span is not None:
            return Chain(distinct(iter(hops)), "passage", span, "insider")
    return None


def unnamed_insider(scene: Scene, reporting: Attribution) -> tuple[str, ...]:
    """``джерело телеканалу``: the source as it stands, then the medium that the report named before."""
    assert reporting.source is not None  # noqa: S101 - asked before
    words = WORD.findall(reporting.source.of(scene.line.text))[:MOST_WORDS]
    medium = last_medium(scene, reporting) if is_insider(words, scene.line.language) else None
    who = without_medium(reporting.speaker, scene.line.language) if reporting.speaker else ""
    return (who, medium) if who and medium is not None else ()


def without_medium(source: str, language: str) -> str:
    """``джерело телеканалу в уряді``: a source without the noun for the medium, whose name stands behind it."""
    first, *rest = source.split()
    return " ".join([first, *(w for w in rest if not (w.islower() and lemmas(w, language) & group(language, "media")))])


def named_insider(scene: Scene, source: Span, subject: bool = True) -> tuple[str, ...]:
    """``дипломатичні джерела Reuters``, ``джерело газети Bild``: the source, then the medium by its name.

    The ``subject`` of a verb stands in the nominative, whatever else its form may be (``джерела``).
    """
    language = scene.line.language
    words = source.of(scene.line.text).split()[:MOST_WORDS]
    prepositions = group(language, "place_prepositions")  # "джерело в уряді у Twitter" wrote there
    for first in range(1, len(words)):
        # "джерело Reuters в уряді", "співрозмовники Reuters, знайомі зі справою"
        stop = next((at for at in range(first + 1, len(words)) if ends_name(words, at, language)), len(words))
        common, name = " ".join(words[:first]), " ".join(words[first:stop]).rstrip(",")
        if not first_noun(common, language) & group(language, "anonymous") or words[first - 1] in prepositions:
            continue
        # "джерело газети Bild" ends with its name, "джерело в агентстві" with none
        known = known_outlet(name, language) or find_outlet(name)
        # "джерело «Бджоли»": a source that is somebody's is a medium's
        whose = known is None and lemmas(words[first - 1], language) & group(language, "anonymous")
        if whose and name[0] in OPENING and name[-1] in CLOSING:
            bare = name.strip(QUOTES)
            who = small_first(common) if subject else without_possessive(common, language)
            return who, cased(phrase_nominative(bare, language), bare)
        if known is not None or (is_medium(name, language) and not name.islower()):
            where = words[stop:] if stop < len(words) and words[stop] in prepositions else []
            who = small_first(common) if subject else without_possessive(common, language)
            return " ".join((who, *where)).rstrip(","), medium_name(name, language)
    return ()


def ends_name(words: list[str], at: int, language: str) -> bool:
    """Whether a word begins what is said of a source behind the name of its medium."""
    return words[at] in group(language, "place_prepositions") or words[at - 1].endswith(",")


def is_insider(words: list[str], language: str) -> bool:
    """``джерело телеканалу``: a source, then a medium without its name.

    One ``собеседник`` may have been named; several have not, nor has one of whom it is said where he is.
    """
    if not any(word.islower() and lemmas(word, language) & group(language, "media") for word in words[1:]):
        return False
    noun = first_noun(" ".join(words), language)
    if noun & group(language, "credit_sources"):
        return True
    placed = any(word in group(language, "place_prepositions") for word in words[1:])
    return bool(noun & group(language, "anonymous")) and (placed or are_several(words, noun, language))


def are_several(words: list[str], noun: frozenset[str], language: str) -> bool:
    """Whether the head of a phrase can stand but in the plural: ``собеседники``, ``один із співрозмовників``."""
    head = next((word_forms(word, language) for word in words if lemmas(word, language) & noun), None)
    return head is not None and bool(head.nouns) and all(number == "plur" for _, number, _ in head.nouns)


def last_medium(scene: Scene, reporting: Attribution) -> str | None:
    """The medium that told the news last by its name."""
    assert reporting.source is not None  # noqa: S101 - asked before
    told = media_before(scene, reporting.source.start)
    return next((name for name in told if find_outlet(name) is not None), None)


def medium_meant(scene: Scene, reporting: Attribution) -> str | None:
    """Whom ``видання`` means: the last medium that it may be called, known or not."""
    assert reporting.source is not None  # noqa: S101 - asked before
    noun = first_noun(reporting.source.of(scene.line.text), scene.line.language)
    told = media_before(scene, reporting.source.start, noun)
    at_large = group(scene.line.language, "media_at_large")
    return next((name for name in told if name[:1].isupper() and name.split()[-1].lower() not in at_large), None)


def asked_chain(scene: Scene) -> Chain | None:
    """``Аналітики, опитані агентством Reuters``, ``опитані Reuters економісти``: who was asked, then who asked."""
    line = scene.line
    for word in line.meaning("asked|talked_to"):
        medium = asker(line, word)
        talked = talked_to(scene, word)
        people = medium and (talked or asked_people(line, word, medium))
        if medium and people:
            told = next((r for r in scene.reportings if r.source == people and r.rule == "phrase"), None)
            name = told.speaker if told is not None and told.speaker else people.of(line.text)
            # whom a medium sought out tell the news, a poll is a part of it
            scope = "report" if (talked and scene.number < LEAD) or closes_lead(scene) else "passage"
            return Chain((small_first(name), medium.name), scope, evidence(scene, [people, medium.span]), "insider")
    return None


def closes_lead(scene: Scene) -> bool:
    """``Банк знизить ставку, вважають опитані X аналітики``: whether the first sentence ends with who was asked."""
    return scene.number <= 0 and any(r.rule == "parenthesis" for r in scene.reportings)


def asked_people(line: Line, asked: Word, medium: Hop) -> Span | None:
    """Those who stand around ``опитані X``."""
    return (behind(line, medium) or before(line, asked)) if asked.lemmas & line.group("asked") else None


def talked_to(scene: Scene, verb: Word) -> Span | None:
    """``Аналітики`` of ``Аналітики банків, з якими поговорив Reuters``."""
    line = scene.line
    if not verb.finite or not verb.lemmas & line.group("talked_to"):
        return None
    relative = line.words[verb.at - 1] if verb.at else None
    if relative is None or relative.low not in line.group("relatives"):
        return None
    first = relative.at - ("PREP" in line.words[relative.at - 1].pos)
    comma = line.words[first - 1].start if first else 0
    told = (r.source for r in scene.reportings if r.source is not None and r.rule == "phrase")
    return next((source for source in told if source.stop == comma), None) or before(line, line.words[first])


def asker(line: Line, asked: Word) -> Hop | None:
    """The medium behind ``опитані``."""
    phrase = phrase_at(line, asked.at + 1, coordinate=False)
    if phrase is None:
        return None
    span = phrase_span(line, phrase)
    text = span.of(line.text)
    return Hop(medium_name(text, line.language), span) if is_medium(text, line.language) else None


def behind(line: Line, medium: Hop) -> Span | None:
    """``економісти`` of ``опитані Reuters економісти``."""
    at = line.from_place(medium.span.stop)
    return people_at(line, at)


def before(line: Line, asked: Word) -> Span | None:
    """``Аналітики`` of ``Аналітики банків, опитані Reuters``."""
    comma = asked.at - 1
    if comma < 1 or line.words[comma].text != ",":
        return None
    spans = (people_at(line, at) for at in range(max(0, comma - MOST_BETWEEN), comma))
    return next((span for span in spans if span is not None and span.stop == line.words[comma - 1].stop), None)


def people_at(line: Line, at: int) -> Span | None:
    """The phrase for people at a word."""
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    if phrase is None or not phrase.animate or phrase.pronoun or "nomn" not in phrase.cases():
        return None
    return phrase_span(line, phrase)
