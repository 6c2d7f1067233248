"""Frames without a plain subject: passives, participles, ``quoted him as saying``."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.english.complements import Complement, complement
from firsthand.stages.attribution.english.contents import (
    CueAt,
    Found,
    Scene,
    behind,
    content_end,
    has_verb,
    source_span,
    span_of,
    spans,
    subject_of,
    with_quote,
)
from firsthand.stages.attribution.english.frames import clausal
from firsthand.stages.attribution.english.left import is_finite_cue, subject_left
from firsthand.stages.attribution.english.lexicon import is_cue, is_verb
from firsthand.stages.attribution.english.right import phrase_right
from firsthand.stages.attribution.english.tails import clause_source
from firsthand.stages.attribution.english.verbs import verb_group
from firsthand.stages.attribution.english.words import Phrase, Words, group, opens_phrase


def passive_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``It is reported that``, ``were ordered to``, ``was denied by X``, ``is said to have fled``."""
    if cue.cue.kind != "verb" or not cue.group.passive or "part" not in cue.tags:
        return None
    words = scene.words
    found = complement(words, cue.last, False, True)
    if found is not None and found.kind == "that" and cue.cue.frames & {"that"} and found.first - cue.last < 12:
        return passive_clause(scene, cue, found)
    if found is not None and found.kind == "inf" and found.first == cue.last:
        return passive_infinitive(scene, cue, found)
    by = cue.last if cue.last < len(words) and words[cue.last].low == "by" else None
    if cue.group.negated and cue.cue.negated == "doubt" and "obj" in cue.cue.frames:
        source = phrase_right(words, by + 1) if by is not None else None
        subject = subject_left(words, cue.group.first)
        return Found(cue, spans(source_span(words, subject)), "passive", source_span(words, source))
    judged = "rest" in cue.cue.frames and not cue.cue.needs and cue.cue.lemma not in ("back", "support")
    if (by is not None and (cue.cue.frames & {"obj"} or judged)) or cue.cue.lemma == "accuse":
        return passive_object(scene, cue, by)
    return None


def passive_clause(scene: Scene, cue: CueAt, found: Complement) -> Found | None:
    """``It was announced by the mayor that ...``; without an agent nobody is named."""
    words = scene.words
    agent = next((i for i in range(cue.last, found.first) if words[i].low == "by"), None)
    source = phrase_right(words, agent + 1) if agent is not None else None
    content = with_quote(scene, span_of(words, found.first, content_end(words, found.first, cue)))
    return Found(cue, content, "passive", source_span(words, source)) if content else None


def passive_infinitive(scene: Scene, cue: CueAt, found: Complement) -> Found | None:
    """``Drivers were urged to stay``: only the infinitive; ``is said to have fled``: the subject too."""
    words = scene.words
    content = span_of(words, found.first, content_end(words, found.first, cue))
    if "ask" in cue.cue.frames and content is not None and cue.cue.lemma != "require":
        return Found(cue, (content,), "passive", None, cue.cue.acts.get("ask"))
    raised = words[cue.verb].low in group("raised")
    subject = subject_left(words, cue.group.first) if raised else None
    if subject is None or content is None or words[found.first + 1].low not in ("have", "be"):
        return None
    return Found(cue, spans(source_span(words, subject), content), "raised", None)


def passive_object(scene: Scene, cue: CueAt, by: int | None) -> Found | None:
    """``The report was denied by the ministry``; ``was accused (by X) of fraud``."""
    words = scene.words
    source = phrase_right(words, by + 1) if by is not None else None
    if cue.cue.lemma == "accuse":
        of = next((i for i in range(cue.last, min(cue.last + 15, len(words))) if words[i].low == "of"), None)
        if of is not None and source is not None and source[1] > of:
            source = (source[0], of)
        content = span_of(words, of + 1, content_end(words, of + 1, cue, nominal=True)) if of is not None else None
        return Found(cue, (content,), "passive", source_span(words, source)) if content else None
    subject = subject_left(words, cue.group.first)
    if source is None or subject is None:
        return None
    named = None
    if source[1] < len(words) and words[source[1]].low in ("as", "for"):
        named = span_of(words, source[1], content_end(words, source[1] + 1, cue, nominal=True))
    return Found(cue, spans(source_span(words, subject), named), "passive", source_span(words, source))


def participle_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``..., adding that ...``, ``..., saying: ...``: the source is the subject of the clause before."""
    if cue.cue.kind != "verb" or "ing" not in cue.tags or cue.group.auxiliaries or cue.first == 0:
        return None
    words = scene.words
    before = cue.first - 1
    if before and words[before].text in '”"»' and words[before - 1].text == ",":
        before -= 1  # “... a triumph,” telling
    if words[before].text not in ",–—" and words[before].low not in ("and", "before", "by", "while", "after"):
        return None
    found = behind(scene, cue)
    if found is None:
        return None
    content = participle_content(scene, cue, found)
    if not content:
        return None
    return Found(
        cue,
        content,
        "participle",
        source_span(words, clause_source(scene, cue)),
        cue.cue.acts.get("ask") if found.kind == "inf" else None,
    )


def fronted_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Conceding that the well was dry, the mayor said ...``: the source is the subject behind the comma."""
    if cue.cue.kind != "verb" or "ing" not in cue.tags or cue.group.auxiliaries or cue.first > 1:
        return None
    words = scene.words
    if cue.first == 1 and words[0].low not in ("by", "while", "after", "before", "in"):
        return None
    found = behind(scene, cue)
    if found is None or found.kind not in ("that", "bare", "quote", "inf"):
        return None
    comma, source = main_clause(words, found.first)
    if source is None or not participle_content(scene, cue, found):
        return None
    content = spans(span_of(words, found.first, comma))
    return Found(cue, content, "participle", source_span(words, source)) if content else None


def main_clause(words: Words, first: int) -> tuple[int, Phrase | None]:
    """The comma behind which the sentence's own clause begins, and the subject of that clause."""
    for comma in range(first + 2, len(words) - 2):
        opener = words[comma + 1]
        if words[comma].text != "," or not (opens_phrase(opener) or opener.capital):
            continue
        for at in range(comma + 2, min(comma + 9, len(words))):
            if words[at].text == ",":
                break
            if is_verb(words, at) or is_finite_cue(words, at):
                return comma, (comma + 1, at)
    return len(words), None


def participle_content(scene: Scene, cue: CueAt, found: Complement) -> tuple[Span, ...]:
    """The content behind a participle."""
    words = scene.words
    if found.kind in ("colon", "quote"):
        at = words[found.first - 1].stop if found.kind == "colon" else words[found.first].start
        return spans(next((q for q in scene.quotes if at <= q.start <= at + 2), None))
    if found.kind == "inf" and words[cue.verb].low in group("refusals") and is_cue(words, found.first + 1):
        return ()  # "refusing to concede that": the other cue is negated
    if found.kind == "inf" and not (cue.cue.frames & {"inf"} or found.addressee is not None):
        return ()
    if found.kind == "inf" or clausal(words, found, cue):
        return with_quote(scene, span_of(words, found.first, content_end(words, found.first, cue)))
    return ()


def quoted_as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``quoted the envoy as saying that ...``: one attribution to who quotes."""
    if cue.cue.lemma != "quote" or cue.group.passive:
        return None
    words = scene.words
    at = next(
        (
            i
            for i in range(cue.last + 1, min(cue.last + 25, len(words) - 1))
            if words[i].low == "as" and words[i + 1].low == "saying"
        ),
        None,
    )
    source = subject_of(scene, cue)
    if at is None or source is None:
        return None
    return Found(cue, as_saying(scene, cue, at) or said_before(scene, source), "quoted", source_span(words, source))


def said_before(scene: Scene, source: Phrase | None) -> tuple[Span, ...]:
    """The quotation before ``, X quoted Y as saying``."""
    if source is None or source[0] == 0:
        return ()
    edge = scene.words[source[0]].start
    quote = next((q for q in reversed(scene.quotes) if q.stop <= edge), None)
    return (quote,) if quote is not None and not scene.text[quote.stop : edge].strip(" ,–—-") else ()


def as_saying(scene: Scene, cue: CueAt, at: int) -> tuple[Span, ...]:
    """What follows ``as saying``."""
    words = scene.words
    first = at + 3 if at + 2 < len(words) and words[at + 2].low in ("that", ":", ",") else at + 2
    quoted = first < len(words) and words[first].quote >= 0
    if not (quoted or (first < len(words) and has_verb(words, first))):
        return ()
    return with_quote(scene, span_of(words, first, content_end(words, first, cue)))


def saying_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``quoted the envoy as saying``, ``was quoted by X as saying``: one attribution to who is quoted."""
    words = scene.words
    if cue.cue.lemma != "say" or "ing" not in cue.tags or cue.first < 3 or words[cue.first - 1].low != "as":
        return None
    verb = next(
        (
            i
            for i in range(cue.first - 2, max(cue.first - 25, -1), -1)
            if words[i].low in ("quoted", "cited", "quotes", "quoting")
        ),
        None,
    )
    if verb is None:
        return None
    found = verb_group(words, verb)
    source: Phrase | None = subject_left(words, found.first) if found.passive else phrase_right(words, verb + 1)
    if not found.passive and words[verb + 1].low in ("him", "her", "them"):
        source = verb + 1, verb + 2
    if source is not None and source[1] > cue.first - 1:
        source = source[0], cue.first - 1
    before = subject_left(words, found.first) if not found.passive else source
    return Found(
        cue, as_saying(scene, cue, cue.first - 1) or said_before(scene, before), "quoted", source_span(words, source)
    )
