"""Chains: through whom the news came, origin first, read from the words that say so.

The evidence, each a small function over one sentence and what is reported in it: a medium that tells (``передає X із
посиланням на Y``), also where the page moved its name; a medium in which somebody spoke (``в інтерв'ю DW``); a document
or a site that somebody put out (``йдеться у заяві``); a body that puts out its news itself; a medium's own source
(``джерело агентства``). A line of credit (``Джерело: X``) is one as well. What they say together is settled at the end.
Where the name is lost, no chain is made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile

from firsthand.lang.outlets import find_outlet
from firsthand.records import Attribution, Chain, Mention, Report, Sentence, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import first_noun, is_document, is_medium, known_outlet, lemmas, medium_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word, group
from firsthand.stages.chains.at_hand import at_hand_chain
from firsthand.stages.chains.bodies import body_chain
from firsthand.stages.chains.credits import credited, credited_speaker, dateline
from firsthand.stages.chains.documents import document_chain
from firsthand.stages.chains.insiders import asked_chain, insider_chain
from firsthand.stages.chains.learned import learning_tellers
from firsthand.stages.chains.media import behind_preposition, media_chain
from firsthand.stages.chains.names import hop_name, media_before
from firsthand.stages.chains.news import news_tellers, puts_out_news
from firsthand.stages.chains.places import placed_chain
from firsthand.stages.chains.platforms import platform_at
from firsthand.stages.chains.published import published_chain
from firsthand.stages.chains.put_out import with_publisher
from firsthand.stages.chains.registers import register_chain
from firsthand.stages.chains.scene import Scene, Stated, is_background, scenes
from firsthand.stages.chains.settle import settled
from firsthand.stages.chains.shown import shown_chain
from firsthand.stages.chains.tellers import DOMAIN, begins_with_announcer, is_foreign_name, names_medium, verb_lemmas
from firsthand.stages.chains.told_in import unread_venue
from firsthand.stages.chains.unread import ABOUT_WORDS, capital_name, named_between, unread_tellers, with_capitals
from firsthand.stages.chains.venues import venue_chain
from firsthand.stages.speakers.resolve import speaker_of

ADDRESS = re.compile(r"[ \t]{1,3}([\w.-]{3,40}\w)")

# Letters of a name that no case changes.
LEAST_OF_NAME = 3
# Words of a name in Latin letters.
MOST_OF_LATIN = 4


def find_chains(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], reportings: tuple[Attribution, ...]
) -> tuple[Chain, ...]:
    """The chains of a report in the order of their evidence, the same hops of one scope once."""
    stated = [found for scene in scenes(report, sentences, mentions, reportings) for found in stated_in(scene)]
    head = dateline(report)
    chains = settled(report.language, [*stated, *credited(report)], head is not None)
    return chains if head is None or is_said(head, chains) else (head, *chains)


def is_said(head: Chain, chains: tuple[Chain, ...]) -> bool:
    """Whether a chain of the whole report already ends with who publishes it."""
    return any(chain.scope == "report" and find_outlet(chain.hops[-1]) == find_outlet(head.hops[0]) for chain in chains)


def stated_in(scene: Scene) -> Iterator[Stated]:
    """All chains that one sentence states."""
    read = tuple(as_teller(scene, reporting) for reporting in scene.reportings)
    unread = tuple(without_quoted(scene, reporting) for reporting in unread_tellers(scene))
    news = (*news_tellers(scene), *learning_tellers(scene))
    told = tuple(r for r in read + unread if not any(r.cue.overlaps(n.cue) for n in news))
    scene = replace(scene, reportings=told + news)
    for chain in scene_chains(scene):
        within = [r for r in scene.reportings if is_within(chain.evidence, r)]
        recalled = any(is_background(scene, r) for r in within)
        rules = frozenset(("background",)) if recalled else frozenset(r.rule for r in within)
        yield Stated(chain, scene.number, rules, is_named(scene, chain))


def is_within(evidence: Span, reporting: Attribution) -> bool:
    """Whether a chain is stated by a reporting: its cue stands there, or the source of what says ``Про це``."""
    source = reporting.source
    told = reporting.rule == "about-this" and source is not None and evidence.contains(source)
    return evidence.contains(reporting.cue) or told


def is_named(scene: Scene, chain: Chain) -> bool:
    """Whether the evidence names the last hop, in whatever case."""
    start = chain.hops[-1][:LEAST_OF_NAME].lower()
    return start in chain.evidence.of(scene.line.text).lower()


def as_teller(scene: Scene, reporting: Attribution) -> Attribution:
    """A reporting as it counts in chains: a press service by its own name, a body without where it wrote."""
    if reporting.source is None:
        return reporting
    torn = torn_before(scene, reporting)
    if torn is not None:
        return torn
    for mended in MENDING:
        reporting = mended(scene, reporting)
    assert reporting.source is not None  # noqa: S101 - it keeps one
    line = scene.line
    inside = [w for w in line.words if reporting.source.start < w.start < reporting.source.stop]
    place = next((w for w in inside if platform_at(line, w.at) is not None), None)
    source = reporting.source if place is None else Span(reporting.source.start, line.words[place.at - 1].stop)
    if place is None and not begins_with_announcer(source.of(line.text), line.language):
        return reporting
    return replace(reporting, source=source, speaker=hop_name(scene, source))


def torn_before(scene: Scene, reporting: Attribution) -> Attribution | None:
    """``Про це Порт.ua. повідомляє Учора міністр``: the page put the medium before its verb, with the full stop."""
    line = scene.line
    verb = next((w for w in line.words if w.start == reporting.cue.start), None)
    if reporting.rule != "about-this" or verb is None or line.words[verb.at - 1].text != ".":
        return None
    medium = named_between(line, verb)
    if medium is None or find_outlet(medium.of(line.text)) is None:
        return None
    return replace(reporting, source=medium, speaker=medium_name(medium.of(line.text), line.language))


def without_whom(scene: Scene, reporting: Attribution) -> Attribution:
    """``цитує [його] портал X``: behind such a verb the pronoun says who is quoted, and not whose the medium is."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.inside(reporting.source)
    cites = verb_lemmas(scene, reporting) & line.group("cite_verbs")
    if not cites or len(words) < 2 or words[0].low not in line.group("pronouns.possessive"):
        return reporting
    if not words[1].lemmas & line.group("media"):
        return reporting
    source = Span(words[1].start, reporting.source.stop)
    return replace(reporting, source=source, speaker=medium_name(source.of(line.text), line.language))


def in_document(scene: Scene, reporting: Attribution) -> Attribution:
    """``«...», сказано у звіті``: what stands in a document has no subject, whatever was read as its source."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.from_place(reporting.cue.stop)
    impersonal = reporting.cue.of(line.text).lower() in line.group("stands_there")
    phrase = behind_preposition(line, words) if impersonal else None
    if phrase is None or phrase_span(line, phrase).overlaps(reporting.source):
        return reporting
    document = phrase_span(line, phrase)
    if not is_document(document.of(line.text), line.language):
        return reporting
    bare = replace(reporting, source=document, speaker=None)
    owner = speaker_of(scene.cast, bare)
    mistaken = owner == reporting.speaker
    before = scene.cast.last_speaker(reporting.source.start - 1, frozenset(("body",))) if mistaken else owner
    return replace(bare, speaker=before)


def up_to_sentence(scene: Scene, reporting: Attribution) -> Attribution:
    """``дізналася газета За даними видання``: the page lost the name, and a sentence begins behind the word for it."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    words = line.inside(reporting.source)
    torn = next((w for w in words[1:] if "PREP" in w.pos and w.capital and w.mention < 0), None)
    if torn is None or not words[0].lemmas & line.group("media"):
        return reporting
    source = Span(reporting.source.start, line.words[torn.at - 1].stop)
    return replace(reporting, source=source, speaker=medium_name(source.of(line.text), line.language))


def told_on(scene: Scene, reporting: Attribution) -> Attribution:
    """``Про це вона заявила в ефірі телеканалу Україна 24``: a channel that looks like the subject."""
    line = scene.line
    source, words = reporting.source, line.words
    subject = phrase_at(line, ABOUT_WORDS, coordinate=False) if reporting.rule == "about-this" else None
    if source is None or subject is None or subject.last >= len(words):
        return reporting
    before = next((w for w in reversed(words) if w.start < source.start), None)
    speaks = "nomn" in subject.cases() and (subject.pronoun or subject.animate or subject.named)
    verb = words[subject.last]
    if before is None or not speaks or verb.start != reporting.cue.start or not before.lemmas & line.group("media"):
        return reporting
    span = phrase_span(line, subject)
    name = speaker_of(scene.cast, replace(reporting, source=span, speaker=None))
    return replace(reporting, source=span, speaker=name) if name else reporting


def with_address(scene: Scene, reporting: Attribution) -> Attribution:
    """``сообщает портал Порт.ру``: a medium by the address right behind it."""
    language = scene.line.language
    assert reporting.source is not None  # noqa: S101 - asked before
    bare = reporting.source.of(scene.line.text)
    match = ADDRESS.match(scene.line.text, reporting.source.stop)
    if match is None or not DOMAIN.fullmatch(match.group(1)) or not lemmas(bare, language) & group(language, "media"):
        return reporting
    return replace(reporting, source=Span(reporting.source.start, match.end(1)), speaker=match.group(1))


def without_quoted(scene: Scene, reporting: Attribution) -> Attribution:
    """``цитирует Ткача Порт.ru``: who is quoted stands between the verb and the medium, and is no part of it."""
    line = scene.line
    source = reporting.source
    if source is None or not verb_lemmas(scene, reporting) & line.group("cite_verbs"):
        return reporting
    words = source.of(line.text).split()
    names = (" ".join(words[first:]) for first in range(1, len(words)))
    name = next(
        (n for n in names if (" " not in n and DOMAIN.search(n)) or known_outlet(n, line.language) is not None), None
    )
    if name is None or not any(m.type == "PER" for m in scene.cast.over(Span(source.start, source.start + 1))):
        return without_quoted_behind(scene, reporting)
    return replace(
        reporting, source=Span(source.stop - len(name), source.stop), speaker=medium_name(name, line.language)
    )


def by_name(scene: Scene, reporting: Attribution) -> Attribution:
    """``Радіо [Швеція]``, ``Чеське радіо``; ``Dawn, найстаріша газета Пакистану``: a medium by its name."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    text = reporting.source.of(line.text)
    first, comma, described = text.partition(",")
    named = comma and first_noun(described, line.language) & line.group("media")
    if comma and names_medium(first, line.language) and not first.islower() and described.islower():
        # "газета Dawn, одна из самых читаемых"
        source = Span(reporting.source.start, reporting.source.start + len(first))
        return replace(reporting, source=source, speaker=medium_name(first, line.language))
    if named and (first.isascii() or known_outlet(first, line.language) is not None):
        return replace(reporting, speaker=first)
    source = with_capitals(line, reporting.source)
    if latin := latin_behind(line, source):
        return replace(reporting, source=Span(source.start, latin.stop), speaker=latin.of(line.text))
    name = capital_name(line, source)
    known = known_outlet(text, line.language) is not None
    return reporting if name is None or known else replace(reporting, source=source, speaker=name)


def latin_behind(line: Line, source: Span) -> Span | None:
    """``чешское интернет-издание [Seznam Zprávy]``: the name behind a noun for a medium that was read without it."""
    words = line.inside(source)
    if not words or not words[-1].text.islower() or not words[-1].lemmas & line.group("media"):
        return None
    behind = line.between(words[-1].at + 1, words[-1].at + 1 + MOST_OF_LATIN)
    named = list(takewhile(lambda w: w.kind == "word" and w.capital and w.text[0].isascii(), behind))
    return Span(named[0].start, named[-1].stop) if named else None


def without_quoted_behind(scene: Scene, reporting: Attribution) -> Attribution:
    """``цитує Порт.ua Ткача``: who is quoted stands behind the medium."""
    language = scene.line.language
    assert reporting.source is not None  # noqa: S101 - asked before
    words = scene.line.inside(reporting.source)
    if len(words) > 1 and words[0].lemmas & scene.line.group("media") and is_role(words[1]):
        # "цитує агентство мера Ткача": a medium named before
        bare = Span(words[0].start, words[0].stop)
        told = next(media_before(scene, words[0].start, words[0].lemmas), None)
        return replace(reporting, source=bare, speaker=told or medium_name(bare.of(scene.line.text), language))
    person = next((m for m in scene.cast.over(reporting.source) if m.type == "PER"), None)
    start = min(reporting.source.start, next_start(scene, reporting.cue.stop))
    if person is None or person.span.start <= start:
        return reporting
    source = Span(start, person.span.start)
    text = source.of(scene.line.text).rstrip()
    if not (" " not in text and DOMAIN.search(text)) and known_outlet(text, language) is None:
        return reporting
    return replace(reporting, source=Span(source.start, source.start + len(text)), speaker=medium_name(text, language))


def is_role(word: Word) -> bool:
    """``мера``: a common noun for people."""
    return bool(word.nouns) and word.has("anim") and word.text.islower()


# How a teller is read anew, in this order.
MENDING: tuple[Callable[[Scene, Attribution], Attribution], ...] = (
    without_whom,
    in_document,
    up_to_sentence,
    with_publisher,
    without_quoted,
    with_address,
    told_on,
    by_name,
)


def next_start(scene: Scene, at: int) -> int:
    """Where the word behind a place begins."""
    return next((word.start for word in scene.line.words if word.start >= at), at)


def scene_chains(scene: Scene) -> Iterator[Chain]:
    """What a medium tells; else what a document or a body tells; and where somebody spoke."""
    credit = credited_speaker(scene)
    if credit is not None:
        yield credit
        return
    shown = None if puts_out_news(scene) else shown_chain(scene) or at_hand_chain(scene)
    if shown is not None:
        yield shown
        return
    medium, venues = media_chain(scene), tuple(venue_chain(scene))
    if medium is not None:
        medium = through_venue(medium, venues)
        yield medium
    found = (
        ()
        if medium is not None
        else (document_chain(scene), body_chain(scene), insider_chain(scene), asked_chain(scene))
    )
    yield from filter(None, found)
    if medium is None and not venues:
        lost = None if any(found) else unread_venue(scene) or placed_chain(scene) or register_chain(scene)
        yield from filter(None, (published_chain(scene) or lost,))
    told = [*filter(None, found)] if medium is None else [medium]
    for venue in venues:
        if not any(continues(venue, chain) for chain in told):
            yield venue


def continues(venue: Chain, told: Chain) -> bool:
    """Whether another chain already runs through the venue."""
    return venue.hops == told.hops[: len(venue.hops)]


def through_venue(medium: Chain, venues: tuple[Chain, ...]) -> Chain:
    """``Про це X сказав в інтерв'ю Y, передає Z``: the medium's chain runs through the venue, where X spoke."""
    for venue in venues:
        same = venue.hops[0] == medium.hops[0]
        first = len(medium.hops) == 1 and venue.evidence.stop <= medium.evidence.start
        if (same or first) and not set(venue.hops[1:]) & set(medium.hops):
            both = venue.evidence, medium.evidence
            stretch = Span(min(s.start for s in both), max(s.stop for s in both))
            return replace(medium, hops=venue.hops + medium.hops[same:], evidence=stretch)
    return medium


def without_chain_only(report: Report, reportings: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Attributions by the guide: ``Про це повідомляє <medium>`` is a chain and no attribution."""
    return tuple(r for r in reportings if r.rule != "about-this" or says_more(report, r))


def says_more(report: Report, reporting: Attribution) -> bool:
    """Whether ``Про це заявив X`` adds a source: X is no medium, no document and no press service."""
    if reporting.source is None:
        return False
    text = reporting.source.of(report.text)
    words = WORD.findall(text)
    announces = bool(words) and bool(lemmas(words[0], report.language) & group(report.language, "announcers"))
    if announces or is_medium(text, report.language) or is_document(text, report.language) or DOMAIN.search(text):
        return False
    cue = WORD.findall(reporting.cue.of(report.text))[-1:]
    if any(lemmas(word, report.language) & group(report.language, "told_in_writing") for word in cue):
        return False  # "Об этом сообщается в «Вестнике»", "Про це йдеться в розпорядженні"
    told = any(lemmas(word, report.language) & group(report.language, "media_verbs") for word in cue)
    return not (told and is_foreign_name(text, report.language))
