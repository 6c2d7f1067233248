"""Where a page says at its head or foot whose news it is: ``Джерело: УНІАН``, ``Источник - newsru.co.il``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lang.outlets import find_outlet
from firsthand.records import Attribution, Chain, Report, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import first_noun, known_outlet, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import group
from firsthand.stages.chains.names import hop_name
from firsthand.stages.chains.references import references
from firsthand.stages.chains.scene import OUTSIDE, Hop, Scene, Stated, distinct, unquoted
from firsthand.stages.chains.tellers import DOMAIN, begins_with_announcer, names_one_medium, tells
from firsthand.stages.chains.venues import venue_at

MOST_WORDS, MOST_DESCRIBED = 4, 6
# The word behind the mark of a credit.
NAMED = 2
QUOTE_MARKS = 2
MARKS = (":", "-", "–", "—")
NAME = re.compile(r"[ \t]{0,3}[:–—-]\s{0,4}©?[ \t]{0,3}([^\n]{2,80})")

LINKED = re.compile(
    r":?[ \t]{1,3}(?:https?://)?(?:www\.)?([^\s/:–—-][^\n/:;,]{2,40}?)/?[ \t]{0,3}(?:\.{3}|[…→»>])?[ \t]{0,3}(?=\n|$)"
)
# "https://www.port.net/news/1"
ADDRESS = re.compile(r"https?://(?:www\.)?([\w.-]{4,60})")
BARE_NAME = re.compile(r"[ \t]{1,3}([^\n.:,;]{2,60}?)[ \t]{0,3}\.?[ \t]{0,3}(?=\n|$)")
# What is told of the medium behind its name: `, яке веде базу суден`.
FURTHER = re.compile(r",\s(?:як[аеийіу]|кото\w{2,4})\s")
# "15:07 19.05.2023 Источник: X"
STAMP = re.compile(r"(?:^|\n)[\d:./, \t-]{4,30}[|•]?[ \t]{0,3}$")
QUOTED_NAME = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,50})[»”“\"]$")
ENDS_SENTENCE = re.compile(r"[.!?:]\s")


def credited(report: Report) -> Iterator[Stated]:
    """The outlet that a line of credit names as the source; a name that is no known outlet or address is passed by."""
    for match in places_of_words(report, "credit_sources"):
        named = NAME.match(report.text, match.end()) if opens_line(report.text, match.start()) else None
        size = credited_size(report, named) if named is not None else 0
        if named is not None and size:
            stop = named.start(1) + size
            name = credited_name(report.text[named.start(1) : stop], report.language)
            sure = is_certain(name) or (" " not in name and DOMAIN.search(name))
            if not sure and named.group(1)[size:].strip(' .»”"'):
                continue  # "Источник: Сегодня он подписал указ"
            yield Stated(Chain((name,), "report", Span(match.start(), stop), "credit"), OUTSIDE)
        elif named is None and " " in match.group() and (bare := closing_outlet(report, match)) is not None:
            yield Stated(Chain((bare[0],), "report", Span(match.start(), bare[1]), "credit"), OUTSIDE)


def linked(report: Report) -> Iterator[Stated]:
    """``Читати на pravda.com.ua``: whose page a page that passes on its news points to in a line of its own."""
    for match in places_of_words(report, "source_links"):
        named = LINKED.match(report.text, match.end()) if opens_line(report.text, match.start()) else None
        name = unquoted(named.group(1).rstrip(".")) if named is not None else ""
        address = " " not in name and DOMAIN.search(name) is not None
        if named is not None and (address or (find_outlet(name) is not None and is_certain(name))):
            span = Span(match.start(), named.start(1) + len(named.group(1).rstrip(".")))
            yield Stated(Chain((name,), "report", span, "credit"), OUTSIDE)


def places_of_words(report: Report, kind: str) -> Iterator[re.Match[str]]:
    """Where a text has the words of a class, in whatever case."""
    folded = report.text.casefold()  # in which it is soon seen that most of them are nowhere
    for word in group(report.language, kind):
        if word.casefold() in folded:
            yield from re.finditer(rf"\b{re.escape(word)}\b", report.text, re.I)


def closing_outlet(report: Report, credit: re.Match[str]) -> tuple[str, int] | None:
    """``За матеріалами [Української правди].``: the known outlet that ends the line, in any case, and where it ends."""
    named = BARE_NAME.match(report.text, credit.end()) if opens_line(report.text, credit.start()) else None
    name = medium_name(named.group(1), report.language) if named is not None else ""
    known = known_outlet(named.group(1), report.language) is not None if named is not None else False
    return (name, named.end(1)) if named is not None and known else None


def opens_line(text: str, at: int) -> bool:
    """Whether nothing but the end of a sentence or of a line stands before a place: no credit is inside one."""
    before = text[max(0, at - 3) : at].strip(" \t\u00a0([*•–—-")
    return not before or before[-1] in '\n.!?…"”»' or STAMP.search(text[max(0, at - 40) : at]) is not None


def credited_speaker(scene: Scene) -> Chain | None:
    """``Джерело: X в Twitter``, ``Джерело: прес-служба порту``: who spoke where, or who announced it."""
    line = scene.line
    if len(line.words) <= NAMED or line.words[0].low not in line.group("credit_sources"):
        return None
    if line.words[1].text not in MARKS:
        return None
    passed_on = credited_reference(scene)
    if passed_on is not None:
        return passed_on
    where = next((w.at for w in line.words[NAMED + 1 :] if w.low in line.group("place_prepositions")), len(line.words))
    venue = next(filter(None, (venue_at(scene, word.at) for word in line.words[where : where + 2])), None)
    if venue is not None:
        owner = Span(line.words[NAMED].start, line.words[where - 1].stop)
        closing = next((r for r in scene.reportings if r.cue.start >= venue.span.stop and closes(scene, r)), None)
        medium = () if closing is None or closing.source is None else (unquoted(closing.speaker or ""),)
        stop = venue.span.stop if closing is None else max(venue.span.stop, end_of(closing))
        return credit(scene, (hop_name(scene, owner), venue.name, *medium), stop)
    passed_on = credited_passing(scene)
    if passed_on is not None:
        return passed_on
    last = next((w for w in reversed(line.words[NAMED:]) if w.kind != "mark"), None)
    if last is None:
        return None
    named = Span(line.words[NAMED].start, last.stop)
    if begins_with_announcer(named.of(line.text), line.language):
        return credit(scene, (hop_name(scene, named),), named.stop)
    return None


def credited_reference(scene: Scene) -> Chain | None:
    """``Джерело: «Порт» з посиланням на Reuters``: whom the medium of a line of credit has it from, then the medium."""
    line = scene.line
    word = next((w for w in line.words[NAMED:] if w.low in line.group("reference")), None)
    if word is None:
        return None
    led = "PREP" in line.words[word.at - 1].pos
    named = [w for w in line.between(NAMED, word.at - led) if w.text != ","]
    sources = list(references(scene))
    if not sources or not 0 < len(named) <= MOST_WORDS + QUOTE_MARKS or any(w.finite for w in named):
        return None
    medium = Hop(unquoted(line.text[named[0].start : named[-1].stop]), Span(named[0].start, named[-1].stop))
    return credit(scene, distinct(hop.name for hop in (*sources, medium)), sources[-1].span.stop)


def closes(scene: Scene, reporting: Attribution) -> bool:
    """``Джерело: X у Twitter, пише «Порт»``: whether a medium passes on what a line of credit names."""
    return reporting.rule == "parenthesis" and bool(reporting.speaker) and tells(scene, reporting)


def end_of(reporting: Attribution) -> int:
    """Where the cue of a reporting and its source have both ended."""
    return max(span.stop for span in (reporting.cue, reporting.source) if span is not None)


def credited_passing(scene: Scene) -> Chain | None:
    """``Джерело: Reuters, передає УНІАН``, ``Джерело: міністр Ткач, пише «Порт»``: who it is from, then who tells."""
    line = scene.line
    told = (r for r in scene.reportings if r.rule == "parenthesis" and r.source is not None and r.speaker)
    teller = next((r for r in told if names_one_medium(r.speaker or "", line.language)), None)
    comma = line.from_place(teller.cue.start) - 1 if teller is not None else 0
    phrase = phrase_at(line, NAMED, coordinate=False) if comma > NAMED else None
    if teller is None or phrase is None or not teller.speaker:
        return None
    span = phrase_span(line, phrase)
    medium = phrase.last == comma and names_one_medium(span.of(line.text), line.language)
    if not medium and not (phrase.animate and not phrase.pronoun and "nomn" in phrase.cases()):
        return None
    return credit(scene, (hop_name(scene, span), teller.speaker), end_of(teller))


def credit(scene: Scene, hops: tuple[str, ...], stop: int) -> Chain:
    """The chain of a line of credit up to a place."""
    return Chain(hops, "report", Span(scene.line.words[0].start, stop), "credit")


def credited_name(text: str, language: str) -> str:
    """What a medium in a line of credit is called: ``газета «Порт»`` is ``Порт``."""
    if " " not in text and (address := ADDRESS.match(text)) is not None:
        return address.group(1)
    described = first_noun(text, language) & group(language, "media") and find_outlet(text) is None
    return unquoted(medium_name(text, language) if described else text).strip()


def is_certain(name: str) -> bool:
    """Whether a name can be nothing but an outlet: a bare ``Сьогодні`` begins any sentence."""
    outlet = find_outlet(name)
    return outlet is None or not outlet.ambiguous


def credited_size(report: Report, named: re.Match[str]) -> int:
    """How many characters the name of an outlet takes in what a line of credit names; 0 where none stands there."""
    text = named.group(1)
    first = text.split()[0].rstrip(".,;")
    if DOMAIN.search(first) is not None:
        return len(first)  # "Источник: port.net Подпишитесь на наш канал"
    return filling_size(text, report.language) or outlet_size(text) or closing_size(report, named)


def closing_size(report: Report, named: re.Match[str]) -> int:
    """How many characters a name takes with which a report ends: ``Джерело: Ракурс``, known or not; 0 for no name."""
    name = named.group(1).rstrip(" \t.")
    words = name.strip('«“„"').split()
    ends = not report.text[named.end() :].strip()
    begins = bool(words) and len(words) <= MOST_WORDS and words[0][:1].isupper()
    return len(name) if ends and begins and not ENDS_SENTENCE.search(name) else 0


def filling_size(text: str, language: str) -> int:
    """How many characters a name takes that is all of a line and a medium's by its marks or noun: ``газета «Порт»``."""
    name = FURTHER.split(text, maxsplit=1)[0].rstrip(" \t.")
    if len(name.split()) > MOST_DESCRIBED:
        return 0
    marked = QUOTED_NAME.fullmatch(name)
    called = bool(first_noun(name, language) & group(language, "media")) and names_one_medium(name, language)
    return len(name) if called or (marked is not None and not marked.group(1)[0].islower()) else 0


def outlet_size(text: str) -> int:
    """How many characters the name of an outlet takes at the start of a text; 0 where none stands there."""
    ends = [match.end() for match in re.finditer(r"\S+", text)][:MOST_WORDS]
    for end in reversed(ends):
        name = text[:end].rstrip(".,;")
        if find_outlet(name.strip('«»“”„" ')) is not None or (" " not in name and DOMAIN.search(name)):
            return len(name)
    return 0
