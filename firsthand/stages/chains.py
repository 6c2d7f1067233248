"""Chains: through whom the news came, origin first, read from the words that say so.

Three kinds of evidence, each a small function over one sentence's reportings: a medium that tells (``передає X із
посиланням на Y``), a medium in which somebody spoke (``в інтерв'ю DW``), a document that somebody put out
(``йдеться у заяві``). Where the name is lost, no chain is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Mention, Report, Sentence, Span
from firsthand.stages.attribution.clauses import is_comma, with_described
from firsthand.stages.attribution.find import paragraphs
from firsthand.stages.attribution.media import is_document, is_medium, is_platform, is_release, lemmas, medium_name
from firsthand.stages.attribution.phrases import Phrase, phrase_at
from firsthand.stages.attribution.quotes import find_quotes
from firsthand.stages.attribution.words import Context, Line, group, make_line, word_forms
from firsthand.stages.speakers import Cast, full_name, make_cast, speaker_of

WORD = re.compile(r"[\w’'ʼ-]+")
LEAD = 3
MAX_CHAINS = 40


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the reportings whose cue stands in it; ``number`` counts sentences of the body from 0, -1 is the title."""

    line: Line
    reportings: tuple[Attribution, ...]
    number: int
    cast: Cast


@dataclass(frozen=True, slots=True)
class Hop:
    """A name in a chain and the words that state it."""

    name: str
    span: Span


def scenes(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], reportings: tuple[Attribution, ...]
) -> Iterator[Scene]:
    """The sentences with what is reported in them."""
    cast = make_cast(report, mentions, reportings)
    for reporting in reportings:
        cast.note(reporting)
    number = 0
    for at, group_ in enumerate(paragraphs(report, sentences)):
        quotes = find_quotes(report.text, group_[0].span.start, group_[-1].span.stop)
        context = Context(report.language, mentions, (), quotes)
        title = at == 0 and len(group_) == 1
        for sentence in group_:
            inside = tuple(r for r in reportings if sentence.span.contains(r.cue))
            line = make_line(report.text, sentence, context)
            yield Scene(line, inside, -1 if title else number, cast)
            number += not title and any(w.finite for w in line.words)


# --- media that tell ----------------------------------------------------------------------------------


DOMAIN = re.compile(r"[\w-]{1,40}\.[A-Za-z]{2,6}$")


def tells(scene: Scene, reporting: Attribution) -> bool:
    """Whether a reporting's source passes on news: a medium, an address, an unknown name with a reference or a medium's verb."""
    if reporting.source is None or reporting.act == "doubt":
        return False
    text = reporting.source.of(scene.line.text)
    if is_medium(text, scene.line.language) or DOMAIN.search(text):
        return True
    kinds = {m.type for m in scene.cast.mentions if reporting.source.overlaps(m.span)}
    if "PER" in kinds or not kinds & {"ORG", "PRO"} or has_animate_head(scene, text):
        return False
    words = WORD.findall(reporting.cue.of(scene.line.text))
    verb = lemmas(words[-1], scene.line.language) if words else frozenset()
    if "PRO" in kinds and verb & group(scene.line.language, "media_verbs"):
        return True
    return reporting.rule == "about-this" and next(references(scene), None) is not None


def has_animate_head(scene: Scene, text: str) -> bool:
    """Whether a phrase begins with a noun for people: ``представники Ryanair``."""
    words = WORD.findall(text)
    return (
        bool(words)
        and any("anim" in r.grammemes and r.pos == "NOUN" for r in word_forms(words[0], scene.line.language)[0])
        and words[0].islower()
    )


def media_chain(scene: Scene) -> Chain | None:
    """``передає X``, ``Про це пише X із посиланням на Y``, ``Про це заявив Z, повідомляє X``."""
    tellers = [r for r in scene.reportings if tells(scene, r)]
    sources = list(references(scene))
    if not tellers and not any(is_medium(h.span.of(scene.line.text), scene.line.language) for h in sources):
        return None
    first = [r for r in tellers if r.rule == "about-this"] + [r for r in tellers if r.rule != "about-this"]
    hops = (
        [*persons_behind(scene, tellers, bool(sources)), *sources]
        or documents(scene)
        or quoted_person(scene, tellers)
        or told_within(scene, tellers)
    )
    for teller in first:
        assert teller.source is not None  # noqa: S101 - `tells` asks for it
        hops.append(
            Hop(teller.speaker or medium_name(teller.source.of(scene.line.text), scene.line.language), teller.source)
        )
    names = distinct(h.name for h in hops)
    if any(is_nameless(name, scene.line.language) for name in names):
        return None
    back = next((r for r in scene.reportings if r.rule == "about-this"), None)
    lead = first[0] if first else back
    scope = scope_of(scene, lead) if lead is not None else ("report" if scene.number < LEAD else "passage")
    return Chain(names, scope, evidence(scene, [h.span for h in hops] + [t.cue for t in first]), "medium")


def persons_behind(scene: Scene, tellers: list[Attribution], referred: bool) -> list[Hop]:
    """``Про це заявив Z, повідомляє X``: the person; a pronoun not where the medium says from whom it has the news."""
    found = []
    for reporting in scene.reportings:
        if reporting.rule != "about-this" or reporting in tellers or not reporting.speaker or reporting.source is None:
            continue
        pronoun = (
            len(WORD.findall(reporting.source.of(scene.line.text))) == 1
            and reporting.source.of(scene.line.text).islower()
        )
        if not is_document(reporting.source.of(scene.line.text), scene.line.language) and not (pronoun and referred):
            found.append(Hop(reporting.speaker, reporting.source))
    return found


def quoted_person(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``цитує X Коваля``, ``приводит его слова X``: the person quoted, who spoke last."""
    for teller in tellers:
        cue = (
            lemmas(WORD.findall(teller.cue.of(scene.line.text))[-1], scene.line.language)
            if WORD.findall(teller.cue.of(scene.line.text))
            else frozenset()
        )
        if not cue & group(scene.line.language, "cite_verbs") or teller.source is None:
            continue
        inside = [
            m
            for m in scene.cast.mentions
            if m.type == "PER"
            and scene.line.words[0].start <= m.span.start < scene.line.words[-1].stop
            and m.span.start > teller.cue.start
        ]
        name = (
            full_name(scene.cast, inside[0])
            if inside
            else scene.cast.last_speaker(teller.cue.start, frozenset(("person",)))
        )
        if name:
            return [Hop(name, teller.cue)]
    return []


def told_within(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``X писали, що експерт розповів``: whom the medium's own clause names as the teller, right at its start."""
    for teller in tellers:
        if teller.rule != "clause":
            continue
        for reporting in scene.reportings:
            if (
                reporting.source is not None
                and reporting.speaker
                and teller.content
                and reporting.source.start == teller.content[0].start
            ):
                return [Hop(reporting.speaker, reporting.source)]
    return []


def is_nameless(name: str, language: str) -> bool:
    """A bare ``видання`` or ``газета``: where the name is lost, no chain is made up."""
    words = WORD.findall(name)
    return (
        len(words) == 1
        and name.islower()
        and bool(lemmas(name, language) & group(language, "media"))
        and name not in ("змі", "сми")
    )


def references(scene: Scene) -> Iterator[Hop]:
    """``з посиланням на Y``, ``цитуючи Y``: whom the teller has it from."""
    line = scene.line
    words = group(line.language, "reference")
    for word in line.words:
        if word.low not in words:
            continue
        at = word.at + 1
        if at < len(line.words) and line.words[at].low in ("на", "to"):
            at += 1
        phrase = phrase_at(line, at) if at < len(line.words) else None
        if phrase is not None and not phrase.pronoun and can_be_origin(line, phrase):
            if is_comma(line, phrase.last) and line.words[phrase.head].lemmas & line.group("anonymous"):
                phrase = with_described(line, phrase)
            span = Span(line.words[phrase.first].start, line.words[phrase.last - 1].stop)
            yield from owned_document(scene, span) or [Hop(hop_name(scene, span), span)]


def can_be_origin(line: Line, phrase: Phrase) -> bool:
    """Whether news can come from it: a name, a person, a medium, a body, a document, an anonymous source; no plain thing."""
    head = line.words[phrase.head]
    kinds = ("media", "documents", "bodies", "anonymous")
    return phrase.named or phrase.animate or head.mention >= 0 or any(head.lemmas & line.group(kind) for kind in kinds)


def owned_document(scene: Scene, span: Span) -> list[Hop]:
    """``на заяву профспілки Forsa``: the owner, then the document."""
    text = span.of(scene.line.text)
    language = scene.line.language
    if not is_document(text, language):
        return []
    owner = speaker_of(scene.cast, Attribution(span, span, (), "assert", "indirect", "phrase"))
    head = next(iter(WORD.findall(text)), "")
    if owner is None or owner.lower() == phrase_nominative(text, language).lower():
        return []
    return [Hop(owner, span), Hop(phrase_nominative(head, language).lower(), span)]


def hop_name(scene: Scene, span: Span) -> str:
    """What a hop is called: a person in full, a medium by name, anything else in the nominative without ``свої``."""
    text = span.of(scene.line.text)
    language = scene.line.language
    if is_medium(text, language):
        return medium_name(text, language)
    person = [m for m in scene.cast.mentions if m.type == "PER" and span.contains(m.span)]
    if len(person) == 1 and person[0].span.stop == span.stop and not is_document(text, language):
        return full_name(scene.cast, person[0])
    if len(text.split()) == 1 and text.islower():
        meant = speaker_of(scene.cast, Attribution(span, span, (), "assert", "indirect", "phrase"))
        if meant is not None:
            return meant
    return without_possessive(text, language)


def distinct(names: Iterator[str]) -> tuple[str, ...]:
    """Names in order, each once."""
    return tuple(dict.fromkeys(name.strip('«»“”„" ') if name.count('"') != 1 else name for name in names))


def scope_of(scene: Scene, reporting: Attribution) -> str:
    """report where the evidence stands in the lead or under ``Про це``; passage for background and what comes later."""
    if reporting.rule == "as" and is_past(scene, reporting):
        return "passage"
    if earlier(scene, reporting):
        return "passage"
    back = any(r.rule == "about-this" for r in scene.reportings)
    return "report" if scene.number < (LEAD + 4 if back else LEAD) else "passage"


def is_past(scene: Scene, reporting: Attribution) -> bool:
    """``Як повідомляв X``: told before, so background."""
    cue = reporting.cue.of(scene.line.text).split()[-1]
    return any("past" in w.grammemes for word in scene.line.words if word.text == cue for w in word.readings)


def earlier(scene: Scene, reporting: Attribution) -> bool:
    """Whether the sentence says that this was told earlier (``раніше``)."""
    return any(w.low in EARLIER for w in scene.line.words if w.start < reporting.cue.start)


EARLIER = frozenset(("раніше", "ранее", "earlier", "previously"))


def evidence(scene: Scene, spans: list[Span]) -> Span:
    """The stretch of the sentence that states the chain."""
    inside = [s for s in spans if s.start >= scene.line.words[0].start]
    return Span(min(s.start for s in inside), max(s.stop for s in inside))


# --- where somebody spoke -------------------------------------------------------------------------------


def venue_chain(scene: Scene) -> Iterator[Chain]:
    """``заявив в інтерв'ю DW``, ``написала у Facebook``, ``розповів РИА Новости``: the speaker, then the medium."""
    for reporting in scene.reportings:
        if (
            reporting.source is None
            or not reporting.speaker
            or tells(scene, reporting)
            or reporting.rule in ("phrase", "nominal")
        ):
            continue
        if is_document(reporting.source.of(scene.line.text), scene.line.language):
            continue
        found = venue(scene, reporting)
        if found is not None and not is_nameless(found.name, scene.line.language) and found.name != reporting.speaker:
            yield Chain(
                (reporting.speaker, found.name),
                scope_of(scene, reporting),
                evidence(scene, [reporting.cue, reporting.source, found.span]),
                "venue",
            )


def venue(scene: Scene, reporting: Attribution) -> Hop | None:
    """The medium near the cue, outside source and content."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    others = [r.source for r in scene.reportings if r.source is not None and tells(scene, r)]
    blocked = [reporting.source, *reporting.content, *others, *(h.span for h in references(scene))]
    for word in line.words:
        if any(b.start <= word.start < b.stop for b in blocked):
            continue
        hop = venue_at(scene, word.at)
        if (
            hop is not None
            and not any(hop.span.overlaps(b) for b in blocked)
            and abs(word.at - cue_at(line, reporting)) <= 14
        ):
            return hop
    return None


def cue_at(line: Line, reporting: Attribution) -> int:
    """The word of the cue."""
    return next((w.at for w in line.words if w.start >= reporting.cue.start), 0)


def venue_at(scene: Scene, at: int) -> Hop | None:
    """A medium that begins at word ``at``: behind ``інтерв'ю``, ``ефір``, ``сторінка``, behind ``у`` a platform, or a bare outlet."""
    line = scene.line
    word = line.words[at]
    if word.lemmas & group(line.language, "venues") and at and line.words[at - 1].kind == "word":
        return medium_behind(scene, at)
    if word.low in ("у", "в", "во", "на", "on", "in") and at + 1 < len(line.words):
        phrase = phrase_at(line, at + 1, coordinate=False)
        if phrase is not None:
            span = Span(line.words[phrase.first].start, line.words[phrase.last - 1].stop)
            if line.words[phrase.head].lemmas & line.group("media") and phrase.last > phrase.head + 1:
                return Hop(medium_name(span.of(line.text), line.language), span)
            return platform_hop(line, span)
    if word.mention >= 0 and (at == 0 or "PREP" not in line.words[at - 1].pos):
        phrase = phrase_at(line, at, coordinate=False)
        span = Span(word.start, line.words[phrase.last - 1].stop) if phrase else None
        if (
            span is not None
            and is_medium(span.of(line.text), line.language)
            and not is_platform(span.of(line.text), line.language)
        ):
            return Hop(medium_name(span.of(line.text), line.language), span)
    return None


def platform_hop(line: Line, span: Span) -> Hop | None:
    """``у Twitter``, ``в своем твиттере``, ``в Telegram-канале``, ``у соцмережі Х``."""
    words = [
        w
        for w in WORD.findall(span.of(line.text))
        if not lemmas(w, line.language) & group(line.language, "pronouns.reflexive")
    ]
    if not words:
        return None
    for size in (2, 1):
        text = " ".join(words[:size])
        if is_platform(text, line.language) or is_platform(text.split("-")[0], line.language):
            start = span.of(line.text).find(words[0])
            return Hop(
                phrase_nominative(text, line.language),
                Span(span.start + max(start, 0), span.start + max(start, 0) + len(text)),
            )
    return None


def medium_behind(scene: Scene, at: int) -> Hop | None:
    """The medium named within the next words behind ``інтерв'ю``, ``ефір``, ``сторінка``."""
    line = scene.line
    for here in range(at + 1, min(at + 8, len(line.words))):
        word = line.words[here]
        if word.text in ",.;:()" or (word.finite and word.mention < 0):
            return None
        if "PREP" in word.pos and word.mention < 0:
            continue
        phrase = phrase_at(line, here, coordinate=False)
        if phrase is None:
            continue
        span = Span(word.start, line.words[phrase.last - 1].stop)
        text = span.of(line.text)
        platform = platform_hop(line, span)
        if platform is not None:
            return platform
        if is_medium(text, line.language) or named_medium(line, phrase.first, phrase.last):
            return Hop(medium_name(text, line.language), span)
        return None
    return None


def named_medium(line: Line, first: int, last: int) -> bool:
    """Behind ``інтерв'ю`` an unknown name in Latin letters or quotation marks is a medium, a person's is not."""
    words = line.between(first, last)
    return all(w.mention_type != "PER" for w in words) and (words[0].text.isascii() or words[0].text in '«“"')


# --- documents --------------------------------------------------------------------------------------------


def documents(scene: Scene) -> list[Hop]:
    """``йдеться у заяві НАК``: the owner, then the document, where a document is the source in this sentence."""
    language = scene.line.language
    for reporting in scene.reportings:
        if reporting.source is None or not reporting.speaker:
            continue
        text = reporting.source.of(scene.line.text)
        name = document_name(text, language)
        if (
            (is_release(text, language) or is_platform(text.split()[0], language))
            and not is_medium(reporting.speaker, language)
            and reporting.speaker.lower() != phrase_nominative(text, language).lower()
        ):
            return [Hop(reporting.speaker, reporting.source), Hop(name, reporting.source)]
    return []


def document_name(text: str, language: str) -> str:
    """A document with its owner as the report writes it; a platform or site by its own name."""
    first = text.split()[0]
    return phrase_nominative(first, language) if is_platform(first, language) else without_possessive(text, language)


def without_possessive(text: str, language: str) -> str:
    """A document's name in the nominative, without ``їхній``."""
    first, _, rest = text.partition(" ")
    own = group(language, "pronouns.possessive") | group(language, "pronouns.reflexive")
    return phrase_nominative(rest if rest and first.lower() in own else text, language)


def document_chain(scene: Scene) -> Chain | None:
    """A document that carries somebody's words, where no medium tells of it in the same sentence."""
    hops = documents(scene)
    if any(tells(scene, r) for r in scene.reportings):
        return None
    if not hops:
        return own_document(scene)
    reporting = next(r for r in scene.reportings if r.source == hops[0].span)
    bare = len(WORD.findall(hops[1].name)) == 1
    if bare and reporting.rule != "about-this" and scene.number < 0:
        return None
    return Chain(
        distinct(h.name for h in hops),
        scope_of(scene, reporting),
        evidence(scene, [reporting.cue, hops[1].span]),
        "document",
    )


def own_document(scene: Scene) -> Chain | None:
    """``Про це йдеться в матеріалі Associated Press``: a medium's own text is the one hop."""
    for reporting in scene.reportings:
        if reporting.source is None or not reporting.speaker or reporting.rule != "about-this":
            continue
        text = reporting.source.of(scene.line.text)
        if is_document(text, scene.line.language) and is_medium(reporting.speaker, scene.line.language):
            return Chain(
                (reporting.speaker,),
                scope_of(scene, reporting),
                evidence(scene, [reporting.cue, reporting.source]),
                "document",
            )
    return None


# --- press services and headlines ----------------------------------------------------------------------------


def body_chain(scene: Scene) -> Chain | None:
    """``Про це повідомляє прес-служба X``: a body that puts out news itself is the one hop."""
    for reporting in scene.reportings:
        if reporting.rule != "about-this" or reporting.source is None or not reporting.speaker:
            continue
        words = WORD.findall(reporting.source.of(scene.line.text))
        if words and lemmas(words[0], scene.line.language) & PRESS:
            return Chain(
                (reporting.speaker,),
                scope_of(scene, reporting),
                evidence(scene, [reporting.cue, reporting.source]),
                "press-service",
            )
    return None


PRESS = frozenset(("прес-служба", "пресс-служба", "пресслужба", "департамент", "управління", "управление"))


def scene_chains(scene: Scene) -> Iterator[Chain]:
    """All chains that one sentence states."""
    medium = media_chain(scene)
    if medium is not None:
        yield medium
    else:
        for maker in (document_chain, body_chain):
            chain = maker(scene)
            if chain is not None:
                yield chain
    yield from venue_chain(scene)


def find_chains(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], reportings: tuple[Attribution, ...]
) -> tuple[Chain, ...]:
    """The chains of a report in the order of their evidence, the same hops once."""
    found: dict[tuple[str, ...], Chain] = {}
    for scene in scenes(report, sentences, mentions, reportings):
        for chain in scene_chains(scene):
            key = tuple(h.lower() for h in chain.hops)
            if key not in found and len(found) < MAX_CHAINS:
                found[key] = chain
    return tuple(
        chain
        for chain in found.values()
        if not is_told_better(chain, list(found.values())) and not is_inner(chain, list(found.values()))
    )


def is_inner(chain: Chain, others: list[Chain]) -> bool:
    """A passage that the report's own medium tells (``X зазначило, що Y заявив``) is no chain beside the report's."""
    if chain.scope != "passage" or chain.rule != "medium" or len(chain.hops) < 2:
        return False
    return any(o is not chain and o.scope == "report" and o.hops == chain.hops[-1:] for o in others)


def is_told_better(chain: Chain, others: list[Chain]) -> bool:
    """A single hop from the lead that another chain of the report holds too: ``Reuters: ...`` above ``пише Reuters із посиланням на``."""
    if len(chain.hops) != 1 or chain.scope != "report":
        return False
    return any(len(o.hops) > 1 and o.scope == "report" and chain.hops[0] in o.hops for o in others)


def without_chain_only(report: Report, reportings: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Attributions by the guide: ``Про це повідомляє <medium>`` is a chain and no attribution."""
    return tuple(r for r in reportings if r.rule != "about-this" or says_more(report, reportings, r))


def says_more(report: Report, reportings: tuple[Attribution, ...], reporting: Attribution) -> bool:
    """Whether ``Про це заявив X`` adds a source: X is no medium or press service and has not been named as the teller just before."""
    if reporting.source is None:
        return False
    text = reporting.source.of(report.text)
    words = WORD.findall(text)
    if (
        is_medium(text, report.language)
        or is_document(text, report.language)
        or (words and lemmas(words[0], report.language) & PRESS)
    ):
        return False
    before = [
        r
        for r in reportings
        if r is not reporting and any(c.overlaps(r.cue) or r.cue.overlaps(c) for c in reporting.content)
    ]
    return not any(r.speaker == reporting.speaker for r in before)
