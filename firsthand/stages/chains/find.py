"""Chains: through whom the news came, origin first, read from the words that say so.

Each sentence first has its sources as they count here (``mended.py``), and the media that no reading took for tellers
(``unread.py``, ``news.py``, ``learned.py``). Then the first of these that states something tells (``scene_chains``):

1. a line of credit (``Джерело: X``), or a document that a medium prints or has at hand (``shown.py``, ``at_hand.py``);
2. a medium (``передає X із посиланням на Y``), with the medium in which somebody spoke (``в інтерв'ю DW``);
3. a document, a page or a site (``йдеться у заяві``), a body that puts out its news itself, a medium's own source;
4. what somebody put out (``опублікував у Telegram``), beside 3 too, and what no verb of saying tells (``told_in.py``,
   ``places.py``, ``registers.py``, ``spread.py``).

What they say together is settled at the end (``settle.py``). Where the name is lost, no chain is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from firsthand.lang.morphology import Parse
from firsthand.lang.outlets import find_outlet
from firsthand.records import Attribution, Chain, Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.media import first_noun, is_document, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.chains.addressed import addressed_chain
from firsthand.stages.chains.at_hand import at_hand_chain
from firsthand.stages.chains.bodies import body_chain
from firsthand.stages.chains.credits import credited, credited_speaker, linked
from firsthand.stages.chains.datelines import dateline
from firsthand.stages.chains.documents import document_chain
from firsthand.stages.chains.insiders import asked_chain, insider_chain
from firsthand.stages.chains.learned import learning_tellers
from firsthand.stages.chains.media import media_chain
from firsthand.stages.chains.mended import as_teller, with_part, without_quoted
from firsthand.stages.chains.news import news_tellers, puts_out_news
from firsthand.stages.chains.places import placed_chain
from firsthand.stages.chains.published import published_chain
from firsthand.stages.chains.references import references
from firsthand.stages.chains.registers import register_chain
from firsthand.stages.chains.scene import OPENING, OUTSIDE, Scene, Stated, is_background, scenes
from firsthand.stages.chains.settle import settled
from firsthand.stages.chains.shown import shown_chain
from firsthand.stages.chains.spread import spread_chain
from firsthand.stages.chains.tellers import DOMAIN, begins_with_announcer, is_foreign_name, names_medium, verb_lemmas
from firsthand.stages.chains.told_in import unread_venue
from firsthand.stages.chains.unread import unread_tellers
from firsthand.stages.chains.venues import venue_chain
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.sources import SENTENCE_END

# Reportings on either side of one that can stand in its sentence.
MOST_BESIDE = 4
# Letters of a name that no case changes.
LEAST_OF_NAME = 3


def find_chains(
    report: Report,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    cast: Cast,
    reportings: tuple[Attribution, ...],
) -> tuple[Chain, ...]:
    """The chains of a report in the order of their evidence, the same hops of one scope once."""
    read = list(scenes(report, sentences, mentions, times, cast, reportings))
    stated = of_title(read, [found for scene in read for found in stated_in(scene)])
    head = dateline(report)
    chains = settled(report.language, [*stated, *credited(report), *linked(report)], head is not None)
    return chains if head is None or is_said(head, chains) else (head, *chains)


def of_title(read: list[Scene], stated: list[Stated]) -> list[Stated]:
    """``Експерт: ...``, ``Nature: ...``: the first that whoever the title speaks for told a medium is the news."""
    titles = (scene for scene in read if scene.number == OUTSIDE)
    told = ((scene.line.words[0].start, r) for scene in titles for r in scene.reportings if r.rule == "headline")
    heads = {r.speaker for start, r in told if r.source is not None and r.source.start == start}
    first = next((one for one in stated if one.chain.hops[0] in heads and one.chain.rule in ("venue", "medium")), None)
    if first is None or first.chain.scope == "report" or first.number == OUTSIDE:
        return stated
    whole = replace(first, chain=replace(first.chain, scope="report"))
    return [whole if one is first else one for one in stated]


def is_said(head: Chain, chains: tuple[Chain, ...]) -> bool:
    """Whether a chain of the whole report already ends with who publishes it."""
    name, outlet = head.hops[0], find_outlet(head.hops[0])
    last = [chain.hops[-1] for chain in chains if chain.scope == "report"]
    return name in last or (outlet is not None and any(find_outlet(hop) == outlet for hop in last))


def stated_in(scene: Scene) -> Iterator[Stated]:
    """All chains that one sentence states."""
    read = tuple(as_teller(scene, reporting) for reporting in scene.reportings)
    unread = tuple(with_part(scene, without_quoted(scene, reporting)) for reporting in unread_tellers(scene))
    news = (*news_tellers(scene), *learning_tellers(scene))
    told = tuple(r for r in read + unread if not any(r.cue.overlaps(n.cue) for n in news))
    told = tuple(r for r in told if r in read or not any(r.source == n.source for n in news))
    if told + news != scene.reportings:  # in most sentences nothing is reported
        scene = replace(scene, reportings=told + news)
    for chain in scene_chains(scene):
        if is_speech(scene, chain):
            continue
        refers = next(references(scene), None) is not None
        within = [r for r in scene.reportings if is_within(chain.evidence, r)]
        recalled = any(is_background(scene, r) for r in within)
        rules = frozenset(("background",)) if recalled else frozenset(r.rule for r in within)
        yield Stated(chain, scene.number, rules, is_named(scene, chain), refers, is_written(scene, chain, within))


def is_speech(scene: Scene, chain: Chain) -> bool:
    """``у своєму зверненні він закликав``: what a person speaks; of a body it is a paper."""
    spoken = first_noun(chain.hops[-1], scene.line.language) & scene.line.group("spoken_papers")
    person = chain.hops[0] in scene.cast.persons or names_somebody(chain.hops[0], scene.line.language)
    return bool(spoken) and chain.rule in ("venue", "published") and person


def names_somebody(text: str, language: str) -> bool:
    """``глава уряду``: whether words in small letters begin with a noun for one person."""
    first = word_forms(text.split()[0], language)
    one = any(is_of_people(r) and {"nomn", "sing"} <= r.grammemes for r in first.readings)
    one = one or bool(first.lemmas & group(language, "posts"))
    return text[:1].islower() and one and not first.lemmas & group(language, "bodies")


def is_written(scene: Scene, chain: Chain, within: list[Attribution]) -> bool:
    """``..., пише X``, ``зазначає X``: whether a medium tells in a verb that brings a piece of its own."""
    verbs = frozenset().union(*(verb_lemmas(scene, reporting) for reporting in within))
    return chain.rule == "medium" and bool(verbs) and not verbs & scene.line.group("relaying_verbs")


def is_within(evidence: Span, reporting: Attribution) -> bool:
    """Whether a chain is stated by a reporting: its cue stands there, or the source of what says ``Про це``."""
    source = reporting.source
    told = reporting.rule == "about-this" and source is not None and evidence.contains(source)
    return evidence.contains(reporting.cue) or told


def is_named(scene: Scene, chain: Chain) -> bool:
    """Whether the evidence names the last hop, in whatever case."""
    start = chain.hops[-1][:LEAST_OF_NAME].lower()
    return start in chain.evidence.of(scene.line.text).lower()


def scene_chains(scene: Scene) -> Iterator[Chain]:
    """What a medium tells; else what a document or a body tells; and where somebody spoke."""
    whole = credited_speaker(scene) or shown_by_medium(scene)
    if whole is not None:
        yield whole
        return
    medium, venues = beside_addressed(scene, media_chain(scene), tuple(venue_chain(scene)))
    if medium is not None:
        told = [through_venue(scene, medium, venues)]
    else:
        told = [chain for way in BESIDE_MEDIA if (chain := way(scene)) is not None]
    yield from told
    if medium is None and not venues:
        ways = (published_chain,) if told else (published_chain, *UNREAD)
        found = next(filter(None, (way(scene) for way in ways)), None)
        if found is not None and not any(continues(found, chain) for chain in told):
            yield found
    yield from (venue for venue in venues if not any(continues(venue, chain) for chain in told))


def beside_addressed(
    scene: Scene, medium: Chain | None, venues: tuple[Chain, ...]
) -> tuple[Chain | None, tuple[Chain, ...]]:
    """``Про це «Бджолі» розповів речник``: with the medium that was told it, which may have been read as who tells."""
    told = addressed_chain(scene)
    if told is None:
        return medium, venues
    if any(v.hops[0] == told.hops[0] and v.hops[-1].startswith(told.hops[-1]) for v in venues):
        return medium, venues
    others = tuple(venue for venue in venues if venue.hops[0] != told.hops[0])
    return (None if medium is not None and medium.hops == told.hops[-1:] else medium), (*others, told)


def shown_by_medium(scene: Scene) -> Chain | None:
    """A document that a medium prints or has at hand; not the news, which it puts out itself."""
    return None if puts_out_news(scene) else shown_chain(scene) or at_hand_chain(scene)


# What tells in a sentence where no medium does, each of them.
BESIDE_MEDIA = (document_chain, body_chain, insider_chain, asked_chain)
# What tells where nothing else does, the first of them.
UNREAD = (unread_venue, placed_chain, register_chain, spread_chain)


def continues(venue: Chain, told: Chain) -> bool:
    """Whether another chain already runs through the venue, or is of the site that was read for it."""
    same = told.rule == "document" and venue.hops[-1] == told.hops[-1] and " " in venue.hops[-1]
    return same or venue.hops == told.hops[: len(venue.hops)]


def names_speaker(scene: Scene, medium: Chain) -> bool:
    """Whether anybody but media stands in the chain of a medium: ``передає X з посиланням на [Y]`` may be one."""
    return not all(hop.isupper() or names_medium(hop, scene.line.language) for hop in medium.hops[:-1])


def through_venue(scene: Scene, medium: Chain, venues: tuple[Chain, ...]) -> Chain:
    """``Про це X сказав в інтерв'ю Y, передає Z``: the medium's chain runs through the venue, where X spoke."""
    for venue in venues:
        same = venue.hops[0] == medium.hops[0]
        first = not names_speaker(scene, medium) and venue.evidence.stop <= medium.evidence.start
        if (same or first) and not set(venue.hops[1:]) & set(medium.hops):
            both = venue.evidence, medium.evidence
            stretch = Span(min(s.start for s in both), max(s.stop for s in both))
            return replace(medium, hops=venue.hops + medium.hops[same:], evidence=stretch)
    return medium


def without_chain_only(report: Report, reportings: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Attributions by the guide: ``Про це повідомляє <medium>`` is a chain and no attribution."""
    return tuple(
        reporting
        for at, reporting in enumerate(reportings)
        if reporting.rule != "about-this"
        or says_more(report, reporting, reportings[max(0, at - MOST_BESIDE) : at + 1 + MOST_BESIDE])
    )


def says_more(report: Report, reporting: Attribution, beside: tuple[Attribution, ...]) -> bool:
    """Whether ``Про це заявив X`` adds a source: X is no medium; a paper or a press service does where none tells it.

    ``beside``: the reportings around it, itself among them.
    """
    if reporting.source is None or any(tells_again(report, reporting, other) for other in beside):
        return False
    text, language = reporting.source.of(report.text), report.language
    if names_medium(text, language) or DOMAIN.search(text):
        return False
    if begins_with_announcer(text, language) or is_document(text, language):
        # "Про це йдеться у заяві, передає X": the chain says it
        return not any(tells_before(report, reporting, other) for other in beside)
    cue = WORD.findall(reporting.cue.of(report.text))[-1:]
    meant = frozenset(lemma for word in cue for lemma in lemmas(word, language))
    if meant & group(language, "told_in_writing") and text[:1] in OPENING:
        return False  # "Об этом сообщается в «Вестнике»"
    told = bool(meant & group(language, "media_verbs"))
    # "Про це заявив мер, зазначає Степовий край": who passes it on
    passed = told and any(tells_before(report, other, reporting) for other in beside)
    # "Про це пише Олена Коваль" of the paper she is of; what the border service tells is its own word
    bodies = group(language, "bodies") - group(language, "media") - group(language, "media_at_large")
    writes = any(word.lower() in group(language, "trailing_tellers") for word in cue)
    if (passed or (writes and not first_noun(text, language) & bodies)) and not names_person(text, language):
        return False
    return not (told and is_foreign_name(text, language))


def tells_again(report: Report, reporting: Attribution, other: Attribution) -> bool:
    """``Мер заявив, що міст закриють. [Про це він сказав] в ефірі``: only where he said what is told as his already."""
    if reporting.source is None or other.source is None or other.act != "assert" or other.rule == "about-this":
        return False
    pronoun = reporting.source.of(report.text).lower() in group(report.language, "pronouns.personal")
    same = pronoun and other.speaker == reporting.speaker is not None
    told = other.cue.stop <= reporting.source.start and any(
        span.overlaps(other.cue) or span.overlaps(own) for span in reporting.content for own in other.content
    )
    return same and told


def tells_before(report: Report, other: Attribution, reporting: Attribution) -> bool:
    """Whether another reporting stands before one in its sentence, up to the comma right before it."""
    between = report.text[other.cue.stop : reporting.cue.start]
    return other.cue.stop < reporting.cue.start and between.endswith(", ") and not SENTENCE_END.search(between)


def names_person(text: str, language: str) -> bool:
    """Whether a source is somebody, no journalist at large: ``міська голова Ірина Коваль``, ``волонтери притулку``.

    So is the office of somebody who is named: ``офіс міністерки Ірини Коваль``.
    """
    words = WORD.findall(text)
    first = [word_forms(word, language) for word in takewhile(str.islower, words[:2])] if len(words) > 1 else []
    post = next((forms for forms in first if any(is_of_people(reading) for reading in forms.readings)), None)
    if post is None:
        return False
    named = not words[-1].islower() and not words[-1].isascii() and not post.lemmas & group(language, "media")
    several = any(is_of_people(r) and {"nomn", "plur"} <= r.grammemes for r in post.readings)
    return named or (several and not post.lemmas & group(language, "media|reporters"))


def is_of_people(reading: Parse) -> bool:
    """Whether a reading of a word is a noun for somebody."""
    return reading.pos == "NOUN" and "anim" in reading.grammemes
