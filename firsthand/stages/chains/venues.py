"""Chains of media in which somebody spoke: ``заявив в інтерв'ю DW``, ``написала у Facebook``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import (
    QUOTED,
    first_noun,
    is_document,
    is_medium,
    is_platform,
    is_release,
    lemmas,
    medium_name,
)
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, Word, cases_in, group, once, word_forms
from firsthand.stages.chains.joint import joint_media
from firsthand.stages.chains.names import (
    cased,
    document_name,
    is_introduced,
    is_nameless,
    media_before,
    speaker_name,
)
from firsthand.stages.chains.on_air import medium_behind, outlet_hop
from firsthand.stages.chains.platforms import (
    apart_channel,
    networks,
    platform_behind,
    platform_hop,
    undeclined_platform,
)
from firsthand.stages.chains.posted import own_blog, own_site
from firsthand.stages.chains.references import references
from firsthand.stages.chains.scene import (
    CLOSING,
    OPENING,
    Hop,
    Scene,
    distinct,
    earlier,
    evidence,
    is_commented,
    ones_own,
    scope_of,
)
from firsthand.stages.chains.seats import with_seat
from firsthand.stages.chains.tellers import DOMAIN, tells, verb_lemmas

# How many words a medium may stand from the verb.
MOST_WORDS = 14
# And where only its case tells that it was told there: "рассказал вчера РИА Новости", no date line "REGNUM 10 ноября".
MOST_BARE = 5
# Words before a medium among which "в" says that it was told there: "в ексклюзивному інтерв'ю газеті X".
MOST_LED = 4
MARKED = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]")


def venue_chain(scene: Scene) -> Iterator[Chain]:
    """``заявив в інтерв'ю DW``, ``написала у Facebook``, ``розповів РИА Новости``: the speaker, then the medium."""
    told = [(reporting, found) for reporting in scene.reportings if (found := venue_of(scene, reporting)) is not None]
    for reporting, found in told:
        rivals = [gap(other.cue, medium.span) for other, medium in told if medium.span == found.span]
        if reporting.source is None or gap(reporting.cue, found.span) > min(rivals):
            continue  # "написала посол у Facebook, передає X": X wrote nothing there
        origins = [] if any(tells(scene, r) for r in scene.reportings) else list(references(scene))
        name = with_seat(scene.line, reporting.source, speaker_name(scene, reporting))
        yield Chain(
            distinct(iter([*(o.name for o in origins), name, found.name])),
            venue_scope(scene, reporting, found),
            evidence(scene, [reporting.cue, reporting.source, found.span, *(o.span for o in origins)]),
            "venue",
        )


def gap(left: Span, right: Span) -> int:
    """The characters between two spans."""
    return max(left.start - right.stop, right.start - left.stop, 0)


def venue_of(scene: Scene, reporting: Attribution) -> Hop | None:
    """The medium in which somebody spoke, if he may have spoken in one."""
    found = venue(scene, reporting) if may_have_venue(scene, reporting) else None
    return found if found is not None and is_told_there(scene, reporting, found) else None


def may_have_venue(scene: Scene, reporting: Attribution) -> bool:
    """Whether a reporting is of somebody who may have spoken in a medium."""
    if (
        reporting.source is None
        or not reporting.speaker
        or tells(scene, reporting)
        or is_teller(scene, reporting)
        or reporting.rule == "phrase"
        or is_ready(scene.line, reporting)
        or any(r.source is not None and r.source.contains(reporting.cue) for r in scene.reportings)
        or any("Apro" in r.grammemes for r in word_forms(reporting.speaker, scene.line.language).readings)
    ):
        return False
    text = reporting.source.of(scene.line.text)
    known = reporting.speaker in scene.cast.persons
    return not is_document(text, scene.line.language) and (known or speaks(scene, reporting.source))


def is_teller(scene: Scene, reporting: Attribution) -> bool:
    """Whether a speaker that is not named there is a medium which told the news: none of its own are meant so."""
    assert reporting.source is not None  # noqa: S101 - asked before
    if (reporting.speaker or "") in reporting.source.of(scene.line.text):
        return False
    return any(kind == "medium" and name == reporting.speaker for _, name, kind in scene.cast.tellers)


def is_ready(line: Line, reporting: Attribution) -> bool:
    """``колективи готові страйкувати``: what no verb says was told nowhere."""
    return reporting.rule == "infinitive" and not any(w.finite and "VERB" in w.pos for w in line.inside(reporting.cue))


def is_told_there(scene: Scene, reporting: Attribution, medium: Hop) -> bool:
    """Whether somebody spoke in a medium and not for it.

    What names a thing was told there if ``в`` says so: ``підтвердив угоду в інтерв'ю CNN``, not ``поділився з CNN``.
    """
    if medium.name == reporting.speaker:
        return False
    if reporting.act == "direct" and medium.name.lower() in group(scene.line.language, "media_at_large"):
        return False  # "попросив ЗМІ зачекати"
    if reporting.rule == "nominal" and medium in (told_to(scene.line, reporting), told_by_name(scene, reporting)):
        return True
    return reporting.rule != "nominal" or (is_behind_place(scene.line, medium) and is_described(reporting.speaker))


def is_described(name: str | None) -> bool:
    """Whether a speaker has a name, or several words say who that is."""
    return name is not None and (not name.islower() or " " in name)


def is_behind_place(line: Line, medium: Hop) -> bool:
    """``в інтерв'ю газеті X``, ``у листі``: whether a medium, or the word that leads to it, stands behind ``в``."""
    before = [word for word in line.words if word.start < medium.span.start][-MOST_LED:]
    return any(word.low in line.group("place_prepositions") for word in before)


def venue_scope(scene: Scene, reporting: Attribution, medium: Hop) -> str:
    """As of any chain; but ``Як повідомила агентству прес-служба`` is no background: it is not the medium's past.

    ``уточнив виданню``: the medium told the news before, so this is a piece of it, as what a note says beside it.
    """
    aside = first_noun(medium.name, scene.line.language) & scene.line.group("recordings|notes")
    if (aside or is_named_back(scene, medium)) and reporting.rule not in ("as", "about-this"):
        return "passage"
    told_now = reporting.rule == "as" and not earlier(scene, reporting)
    return scope_of(scene, replace(reporting, rule="clause") if told_now else reporting)


def is_named_back(scene: Scene, medium: Hop) -> bool:
    """``виданню``: whether the words for a medium only point back to its name."""
    return medium.span.of(scene.line.text).islower() and not medium.name.islower()


def speaks(scene: Scene, source: Span) -> bool:
    """Whether somebody can speak there: a name, a person, a body, a pronoun; no project or plan."""
    language = scene.line.language
    if scene.cast.over(source):
        return True
    words = WORD.findall(source.of(scene.line.text))
    nouns = [w for w in words if word_forms(w, language).nouns]
    # "портовому управлінні" begins with what may be a noun too
    heads = [w for w in nouns if not word_forms(w, language).adjectives] or nouns
    if not heads:
        return True
    animate = any("anim" in r.grammemes or r.pos == "NPRO" for r in word_forms(heads[0], language).readings)
    kinds = group(language, "bearers|bodies|anonymous|collectives|announcers")
    return animate or bool(lemmas(heads[0], language) & kinds)


def venue(scene: Scene, reporting: Attribution) -> Hop | None:
    """The medium near the cue, outside source and content."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    others = [r.source for r in scene.reportings if r.source is not None and tells(scene, r)]
    around = outer_words(scene, reporting)
    blocked = [reporting.source, *reporting.content, *others, *around, *(h.span for h in references(scene))]
    named = printed_in(scene, reporting) or told_by_name(scene, reporting)
    plain = named or told_to(line, reporting) or ruled_in(line, reporting)
    if plain is not None:
        return plain
    inside = {word.at for span in blocked for word in line.inside(span)}
    for word in line.words:
        if word.at in inside:
            continue
        hop = before_source(line, word, reporting.source) or venue_at(scene, word.at)
        if hop is None or any(hop.span.overlaps(b) for b in blocked) or leads_on(line, hop, reporting.source):
            continue
        if word.at and is_spread(line, line.words[word.at - 1]):
            continue  # "спростували новину, поширену в Telegram"
        other = is_commented(line, hop.span) or is_of_others(line, reporting.source, hop.span)
        if is_near(line, reporting, word, hop) and not other:
            joint = joint_media(line, hop.span)
            return hop if joint is None or any(joint.span.overlaps(b) for b in blocked) else joint
    return None


def is_of_others(line: Line, source: Span, medium: Span) -> bool:
    """``розповіли джерела телеканалу і [чиновники X]``: behind a source a medium whom somebody else told it."""
    between = [w for w in line.words if source.stop <= w.start and w.stop <= medium.start]
    joint = next((at for at, w in enumerate(between) if w.low in line.group("joining")), len(between))
    return any(w.has("anim") and not w.capital and "nomn" in cases_in(w.nouns) for w in between[joint:])


def is_spread(line: Line, word: Word) -> bool:
    """``поширену``: what is said of a thing that was put out, behind its comma."""
    return bool(word.lemmas & line.group("put_out_participles")) and is_comma(line, word.at - 1)


def printed_in(scene: Scene, reporting: Attribution) -> Hop | None:
    """``Про це пише Олена Ткач у «Віснику»``: the medium in quotation marks right behind who writes, known or not."""
    line = scene.line
    assert reporting.source is not None  # noqa: S101 - asked before
    at = line.from_place(reporting.source.stop)
    writes = reporting.rule == "about-this" and bool(verb_lemmas(scene, reporting) & line.group("press_verbs"))
    if not writes or at >= len(line.words) or line.words[at].low not in line.group("place_prepositions"):
        return None
    match = MARKED.match(line.text, line.words[at].stop + 1)
    if match is None:
        return None
    name = cased(phrase_nominative(match.group(1), line.language), match.group(1))
    return Hop(name, Span(match.start(1), match.end(1)))


def ruled_in(line: Line, reporting: Attribution) -> Hop | None:
    """``Такого висновку дійшов суд в ухвалі від 7 червня``: the paper of an office right behind who rules all above."""
    assert reporting.source is not None  # noqa: S101 - asked before
    at = line.from_place(reporting.source.stop)
    if reporting.rule != "about-this" or at + 1 >= len(line.words) or line.words[at].low not in line.group("inside"):
        return None
    phrase = phrase_at(line, at + 1, coordinate=False)
    if phrase is None or not line.words[phrase.head].lemmas & line.group("court_papers"):
        return None
    span = phrase_span(line, phrase)
    return Hop(document_name(span.of(line.text), line.language), span)


def told_to(line: Line, reporting: Attribution) -> Hop | None:
    """``підтвердив цю інформацію агентству X``, ``журналістам X``: to whom, at the end of what somebody speaks of."""
    inside = [w for part in reporting.content for w in line.inside(part)] if reporting.rule == "nominal" else []
    for word in inside[1:]:
        before = line.words[word.at - 1]
        named = Span(word.start, inside[-1].stop)
        cases = cases_in(word.nouns)  # "публікації ЗМІ" are nobody's whom something was told
        if "datv" not in cases or "nomn" in cases or "PREP" in before.pos or word is inside[-1]:
            continue
        reporters = bool(word.lemmas & line.group("reporters"))
        name = Span(line.words[word.at + 1].start, named.stop) if reporters else named
        text = name.of(line.text)
        if (reporters or word.lemmas & line.group("media")) and is_medium(text, line.language) and not text.islower():
            return Hop(medium_name(text, line.language), named)
    return None


def told_by_name(scene: Scene, reporting: Attribution) -> Hop | None:
    """``повідомили сайту [«Наш Лиман»] у пресслужбі``: a medium whose name alone was taken for what is told."""
    line = scene.line
    if reporting.rule != "nominal" or len(reporting.content) != 1:
        return None
    at = line.from_place(reporting.content[0].start)
    noun = line.words[at - 1].lemmas & line.group("media|sites") if at else None
    hop = told_medium(scene, at - 1) if noun else None
    return hop if hop is not None and hop.span.contains(reporting.content[0]) else None


def before_source(line: Line, word: Word, source: Span) -> Hop | None:
    """``В официальном письме X указал``: the document that opens a sentence, whose author stands right behind it."""
    at = line.from_place(source.start)
    if not word.capital or word.low not in line.group("inside") or at >= len(line.words):
        return None
    document = line.words[word.at + 1 : at]
    nouns = [w for w in document if not w.adjectives]
    if len(nouns) != 1 or nouns[0] is not document[-1]:
        return None
    return written_hop(line, Span(document[0].start, document[-1].stop))


def leads_on(line: Line, medium: Hop, source: Span) -> bool:
    """``У заяві йдеться, що X розповів``: whether another clause begins between a medium and who spoke."""
    between = (word for word in line.words if medium.span.stop <= word.start < source.start)
    # "на сторінці X з'явився запис, у якому він закликає": the page is his
    own = any("NPRO" in word.pos for word in line.inside(source))
    return any(word.low in line.group("that") or (word.low in line.group("relatives") and not own) for word in between)


def outer_words(scene: Scene, reporting: Attribution) -> list[Span]:
    """``Вона сказала, що», йдеться в заяві міністра``: who quotes a reporting, which was not told there."""
    return [
        Span(min(r.cue.start, r.source.start), max(r.cue.stop, r.source.stop))
        for r in scene.reportings
        if r.source is not None and any(content.contains(reporting.cue) for content in r.content)
    ]


def is_near(line: Line, reporting: Attribution, word: Word, hop: Hop) -> bool:
    """Whether a medium stands near enough to the verb; a bare outlet right at the verb or behind the speaker."""
    assert reporting.source is not None  # noqa: S101 - asked before
    cue = word_at(line, reporting.cue)
    bare = word.mention >= 0 and word.start == hop.span.start
    behind = sum(reporting.source.stop <= w.start < word.start for w in line.words)
    if word.start > reporting.source.start and behind <= MOST_BARE:
        return True
    led = not bare or line.words[word.at - 1].lemmas & line.group("reporters|media")
    return abs(word.at - cue) <= (MOST_WORDS if led else MOST_BARE)


def word_at(line: Line, span: Span) -> int:
    """The number of the word that a span begins with."""
    return next((w.at for w in line.words if w.start >= span.start), 0)


def printed_behind(line: Line, work: Span) -> Hop | None:
    """``у своїй колонці [в Forbes]``, ``у своїй статті [для Politico]``: the medium right behind a piece of writing."""
    behind = line.from_place(work.stop)
    leads = line.group("place_prepositions|for_whom")
    if behind + 1 >= len(line.words) or line.words[behind].low not in leads:
        return None
    return written_for(line, behind + 1)


def venue_at(scene: Scene, at: int) -> Hop | None:
    """A medium at word ``at``: behind ``інтерв'ю``, ``ефір``, ``сторінка``; behind ``у`` a platform; a bare outlet."""
    line = scene.line
    word = line.words[at]
    if word.lemmas & line.group("venues|waves") and at and line.words[at - 1].kind == "word":
        return None if is_charge(line, word) else called_before(scene, medium_behind(scene, at))
    onto = at and line.words[at - 1].low in line.group("reference_prepositions")
    if onto and word.lemmas & line.group("asking_things"):
        return asked_by(scene, at)
    if word.low in line.group("place_prepositions") and at + 1 < len(line.words):
        if at > 1 and "PRTF" in line.words[at - 1].pos and line.words[at - 2].kind == "word":
            return None  # "сказав про оприлюднену на сайті газети замітку"
        past_own = at + 1 + bool(line.words[at + 1].lemmas & ones_own(line))
        if (channel := apart_channel(line, past_own)) is not None:
            return channel
        phrase = phrase_at(line, at + 1, coordinate=False)
        if phrase is not None:
            span = phrase_span(line, phrase)
            if line.words[phrase.head].lemmas & line.group("media") and phrase.last > phrase.head + 1:
                return Hop(medium_name(span.of(line.text), line.language), span)
            # "в посте", but "на этот пост" somebody is appointed
            written = written_hop(line, span) if word.low in line.group("inside") else None
            own = line.words[phrase.first].lemmas & ones_own(line)
            site = own_site(line, at) or own_blog(line, phrase) if own else None
            return platform_hop(line, span) or networks(line, span) or site or written or outlet_hop(line, span)
        return undeclined_platform(line, at + 1)
    if word.low in line.group("for_whom") and at + 1 < len(line.words):
        return written_for(line, at + 1)
    named = word.capital and not word.lemmas & line.group("media")
    if word.mention >= 0 or (word.kind == "word" and at and (named or line.words[at - 1].text in OPENING)):
        return named_outlet(line, at)
    return told_reporters(scene, at) or told_medium(scene, at)


def called_before(scene: Scene, medium: Hop | None) -> Hop | None:
    """``в інтерв'ю [агентству]``: the medium that the report has called so, by its name; any other as it is."""
    if medium is None or not is_nameless(medium.name, scene.line.language):
        return medium
    noun = lemmas(medium.name, scene.line.language)
    told = next(media_before(scene, medium.span.start, noun), None)
    known = told is not None and is_introduced(scene, told, medium.span.start, noun)
    return Hop(told, medium.span) if told is not None and known else medium


def is_charge(line: Line, word: Word) -> bool:
    """``директор [програми] X``: what somebody is in charge of, and no place where he spoke."""
    before = line.words[word.at - 1]
    if "PREP" in before.pos:  # "В" is somebody's initial, too
        return False
    return before.has("anim") and "gent" in cases_in(word.nouns) and not before.lemmas & line.group("reporters")


def asked_by(scene: Scene, at: int) -> Hop | None:
    """``відповідаючи на запитання порталу X``, ``на запит видання``: the medium that asked, by its name."""
    found = medium_behind(scene, at)
    if found is None or not found.name.islower():
        return found
    told = next(media_before(scene, found.span.start, first_noun(found.name, scene.line.language)), None)
    return Hop(told, found.span) if told is not None else None


def written_for(line: Line, at: int) -> Hop | None:
    """``у статті для Financial Times``, ``коментує для DW``: the medium that begins at a word."""
    phrase = phrase_at(line, at, coordinate=False)
    span = phrase_span(line, phrase) if phrase is not None else None
    text = span.of(line.text) if span is not None else ""
    if span is None or not is_medium(text, line.language) or is_platform(text, line.language):
        return None
    return Hop(medium_name(text, line.language), span)


def written_hop(line: Line, span: Span) -> Hop | None:
    """``у відеозверненні``, ``в квартальному звіті``: what somebody said it in, by its own name."""
    words = line.inside(span)
    # "закликав у зверненні своїх прихильників": whom, not whose
    whom = next((w.start for w in words[1:] if w.lemmas & line.group("pronouns.reflexive")), span.stop)
    text = line.text[span.start : whom].strip()
    own = words[0].lemmas & ones_own(line)
    several = {number for w in words for _, number, _ in w.nouns} == {"plur"}  # "у роликах": what is told of
    recorded = frozenset() if several else line.group("recordings")
    work = first_noun(text, line.language) & (recorded | line.group("notes"))
    if not work and not is_release(text, line.language) and not (own and is_own_work(text, line.language)):
        return None
    place = platform_behind(line, span) or (printed_behind(line, span) if own else None)
    if place is not None:
        return place
    whole = with_topic(line, span)
    return Hop(document_name(text, line.language) + line.text[span.stop : whole.stop], whole)


def is_own_work(text: str, language: str) -> bool:
    """``у своєму розслідуванні``: whether it is something that people write, and here its author's own."""
    nouns = group(language, "documents|court_papers")
    return bool(first_noun(text, language) & nouns) and not group(language, "at_hand").intersection(
        text.lower().split()
    )


def with_topic(line: Line, document: Span) -> Span:
    """``заяві про відставку``: a document with what it is about, as it is called by."""
    at = line.from_place(document.stop)
    if at + 1 >= len(line.words) or line.words[at].low not in line.group("about"):
        return document
    phrase = phrase_at(line, at + 1, coordinate=False)
    named = phrase is not None and not phrase.pronoun and line.words[phrase.head].low not in line.group("pronouns.this")
    return Span(document.start, line.words[phrase.last - 1].stop) if phrase is not None and named else document


def told_medium(scene: Scene, at: int) -> Hop | None:
    """``розповів газеті Corriere``, ``заявив виданню``: to a medium in the dative; a bare one is who told the news."""
    line = scene.line
    phrase = phrase_at(line, at, coordinate=False) if at <= last_medium(line) else None
    kinds = line.group("media|sites")
    if phrase is None or not line.words[phrase.head].lemmas & kinds or "datv" not in phrase.cases():
        return None
    before = line.words[at - 1] if at else None
    # "міністр у справах культури, медіа та спорту": a list
    if line.words[at].mention >= 0 or (before is not None and ("PREP" in before.pos or before.text == ",")):
        return None
    span = Span(line.words[at].start, line.words[phrase.last - 1].stop)
    if line.words[phrase.head].lemmas & line.group("sites"):
        return told_site(line, phrase.head, span)
    name = medium_name(span.of(line.text), line.language)
    outlet = find_outlet(name)
    if not name.islower() or (outlet is not None and not outlet.ambiguous):
        return Hop(name, span)
    if before is not None and before.kind == "number":  # "заявив 5 каналу"
        return Hop(f"{before.text} {name}", Span(before.start, span.stop))
    if phrase.head != at:
        return None
    told = next(media_before(scene, span.start, line.words[at].lemmas), None)
    return Hop(told, Span(line.words[at].start, line.words[at].stop)) if told is not None else None


def told_reporters(scene: Scene, at: int) -> Hop | None:
    """``розповіла журналістам видання``: to the people of a medium that has told the news, by its noun."""
    line = scene.line
    reporters, medium = (*line.between(at, at + 2), None, None)[:2]
    if reporters is None or medium is None or not reporters.lemmas & line.group("reporters"):
        return None
    cases = cases_in(reporters.nouns)
    if "datv" not in cases or "nomn" in cases or not medium.text.islower() or "gent" not in cases_in(medium.nouns):
        return None
    if not medium.lemmas & (line.group("media") - line.group("media_at_large")):
        return None
    told = next(media_before(scene, reporters.start, medium.lemmas), None)
    return Hop(told, Span(reporters.start, medium.stop)) if told is not None else None


def told_site(line: Line, head: int, span: Span) -> Hop | None:
    """``розповіла сайту «Наш Лиман»``: a site that has a name of its own; one of a body is a page, and no medium."""
    quoted = QUOTED.search(span.of(line.text))
    if quoted is not None and quoted.start() == line.words[head].stop - span.start + 1:
        return Hop(quoted.group(1), span)
    name = medium_name(span.of(line.text), line.language)
    alone = line.words[head + 1 : head + 2]
    named = bool(alone) and (alone[0].text.isupper() or DOMAIN.search(name) is not None)
    return Hop(name, span) if named and not name.islower() else None


@once
def last_medium(line: Line) -> int:
    """The number of the last word that is a medium, so that none is looked for behind it; -1 for none."""
    media = line.group("media|sites")
    return next((word.at for word in reversed(line.words) if word.lemmas & media), -1)


def named_outlet(line: Line, at: int) -> Hop | None:
    """The medium whose name begins at word ``at``: ``розповів РИА Новости``, ``рассказали "Известиям" в ведомстве``."""
    phrase = phrase_at(line, at, coordinate=False)
    if phrase is None:
        return None
    marked = is_marked(line, at, phrase.last)
    first, last = (at - 1, phrase.last + 1) if marked else (at, phrase.last)
    before = line.words[first - 1].pos if first else frozenset()
    if "PREP" in before or (marked and "datv" not in phrase.cases()):
        return None
    if first and line.words[first - 1].lemmas & line.group("data_nouns"):
        return None  # "коментуючи дані X"
    if is_of_another(line, first):
        return None  # "опитування на замовлення газети X"
    span = Span(line.words[first].start, line.words[last - 1].stop)
    text = span.of(line.text)
    if not is_medium(text, line.language) or is_platform(text, line.language):
        return None
    name = medium_name(text, line.language)
    if name.islower() and find_outlet(name) is None:
        return None  # "стане додатковим каналом"
    return Hop(name, span)


def is_of_another(line: Line, at: int) -> bool:
    """``на замовлення газети [X]``: whether the noun for a medium before its name says whose another thing is."""
    noun, thing = (line.words[at - 1], line.words[at - 2]) if at > 1 else (None, None)
    if noun is None or thing is None or not noun.lemmas & line.group("media"):
        return False
    if "PREP" in thing.pos and thing.low not in line.group("place_prepositions|for_whom"):
        return True  # "вимагає від газети X"
    cases = cases_in(noun.nouns)
    led = thing.lemmas & line.group("venues|waves|reporters|newsrooms")
    return "gent" in cases and "datv" not in cases and bool(thing.nouns) and not led


def is_marked(line: Line, first: int, last: int) -> bool:
    """Whether words stand in quotation marks of their own."""
    if first == 0 or last >= len(line.words):
        return False
    return line.words[first - 1].text in OPENING and line.words[last].text in CLOSING
