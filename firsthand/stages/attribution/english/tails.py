"""Frames whose content stands before or around the cue: ``..., X said``, ``according to X, ...``, headlines."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.english.complements import is_subject_like, leads_to_time, over_preposition
from firsthand.stages.attribution.english.contents import (
    CueAt,
    Found,
    Scene,
    content_end,
    end_of,
    has_verb,
    is_finite,
    is_speech,
    source_span,
    span_of,
    spans,
    speaks_next,
    subject_of,
    with_quote,
)
from firsthand.stages.attribution.english.cues import find_cues
from firsthand.stages.attribution.english.left import clause_of, split_commas, subject_left
from firsthand.stages.attribution.english.lexicon import Cue, is_strong_verb, is_verb
from firsthand.stages.attribution.english.right import phrase_right
from firsthand.stages.attribution.english.verbs import Group
from firsthand.stages.attribution.english.words import (
    FINAL,
    OPENING,
    Phrase,
    Word,
    Words,
    group,
    is_adverb,
    is_auxiliary,
)


def tail_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``“...,” X said``, ``..., said X``, ``..., the report says, ...``: the content stands before the cue."""
    if cue.cue.kind != "verb" or not cue.cue.frames & {"quote", "paren"} or not is_finite(cue) or cue.group.negated:
        return None
    placed = tail_left(scene, cue) or tail_right(scene, cue)
    if placed is None:
        return None
    begin, source, after = placed
    stop = tail_stop(scene.words, after, cue)
    if stop is None:
        return None
    return tail_content(scene, cue, begin, stop, source)


def tail_left(scene: Scene, cue: CueAt) -> tuple[int, Phrase, int] | None:
    """``, X said``: where the tail begins, its source, and the word behind the cue."""
    source = subject_left(scene.words, cue.group.first)
    if source is None or source[0] == 0:
        return None
    begin = source[0] - (scene.words[source[0] - 1].low == "as")
    return (begin, source, cue.last) if begin and behind_mark(scene.words, begin) else None


def tail_right(scene: Scene, cue: CueAt) -> tuple[int, Phrase, int] | None:
    """``, said X``; the content may go on behind a comma."""
    if (
        cue.group.first == 0
        or not behind_mark(scene.words, cue.group.first)
        or cue.group.auxiliaries
        or cue.cue.rest
        or ("tell" in cue.cue.frames and cue.cue.lemma != "warn")
    ):
        return None
    source = phrase_right(scene.words, cue.last)
    if source is None:
        return None
    verbless = not has_verb(scene.words[: cue.group.first], clause_begin(scene.words, cue.group.first))
    unquoted = scene.words[cue.group.first - 1].text == ","
    if ((verbless and unquoted) or is_verb_near(scene.words, source)) and subject_left(scene.words, cue.group.first):
        return None
    return cue.group.first, source, source[1]


def is_verb_near(words: Words, phrase: Phrase) -> bool:
    """Whether what stands behind a cue has a verb of its own: ``Ilves, who taught there, said Kovach left``."""
    if any(words[at].text == "," for at in range(*phrase)):
        return False
    return any(is_verb(words, at) for at in range(phrase[0] + 1, min(phrase[1] + 1, len(words))))


def behind_mark(words: Words, at: int) -> bool:
    """Whether a comma, a dash or the end of a quotation stands before word ``at``."""
    before = words[at - 1]
    return (
        before.text in ",–—?!"
        or (before.text in "-" and before.stop < words[at].start)
        or (before.text in '”»"’' and before.quote >= 0)
    )


def tail_stop(words: Words, at: int, cue: CueAt) -> int | None:
    """One past the tail, behind adverbs, times, places and an addressee; None where more follows."""
    end = end_of(words)
    if "tell" in cue.cue.frames and at < end and words[at].kind == "word" and not words[at].time:
        phrase = phrase_right(words, at)
        at = phrase[1] if phrase is not None else at
    for _ in range(30):
        if at >= end:
            return end
        word = words[at]
        if word.text in ",–—;-":
            return at
        if word.text in OPENING or word.text in "”»" or word.low in ("and", "but"):
            return at
        if word.low in ("when", "after", "as", "while", "before", "because", "since", "until") and word.kind == "word":
            return at
        if word.low in group("relatives") - group("that"):
            return next((i for i in range(at, min(at + 20, end)) if words[i].text == ","), end)
        if word.time or is_adverb(word) or leads_to_time(words, at):
            at += 1
        elif word.low in group("prepositions") and not is_subject_like(words, at):
            at = over_preposition(words, at, len(words))
        else:
            return None
    return None


def tail_content(scene: Scene, cue: CueAt, begin: int, stop: int, source: Phrase) -> Found | None:
    """The content around a tail: a quotation of any length before it, or the clause; with what goes on behind it."""
    words = scene.words
    edge = words[begin].start
    quote = next((q for q in reversed(scene.quotes) if q.stop <= edge), None)
    hole = Span(words[begin - 1].start if words[begin - 1].text == "," else edge, words[min(stop, len(words)) - 1].stop)
    named = source_span(words, source)
    if (
        quote is not None
        and not scene.text[quote.stop : edge].strip(" ,–—-\u00a0")
        and (is_speech(scene.text, quote) or quote.start > words[0].start)
    ):
        left = Span(min(words[0].start, quote.start) if quote.start > words[0].start else quote.start, quote.stop)
        right = quote_goes_on(scene, words[min(stop, len(words)) - 1].stop) or follows(scene, stop)
        return Found(cue, spans(left, right), "quote", named, hole=hole)
    if opens_anew(scene, stop):
        return None
    first = clause_begin(words, begin)
    if all(only_leads(words[at]) and not words[at].time for at in range(first, begin)):
        right = quote_goes_on(scene, words[min(stop, len(words)) - 1].stop)
        return Found(cue, (right,), "quote", named, hole=hole) if right else None  # "But, she told them, “...”"
    body = span_of(words, first, begin)
    if (
        body is None
        or "paren" not in cue.cue.frames
        or not (
            begin - first > 6
            or has_verb(words[:begin], first, loose=False)
            or stop < end_of(words)
            or headline_like(words)
        )
    ):
        return None
    whole = has_verb(words[:begin], first, loose=False)
    halved = words[first].low in group("subordinators") and words[stop : stop + 1] and words[stop].text == ","
    onward = halved or goes_on(words, stop, whole)
    right = span_of(words, stop, content_end(words, stop + 1, cue)) if onward else follows(scene, stop)
    return Found(cue, spans(body, right), "parenthesis", named, hole=hole)


def follows(scene: Scene, stop: int) -> Span | None:
    """The quotation that makes the next sentence, if behind the tail only more of its source stands."""
    rest = scene.words[stop:]
    told = any(w.quote >= 0 or w.low in ("that", "adding", "saying", "but") for w in rest)
    return None if told else scene.following


def opens_anew(scene: Scene, stop: int) -> bool:
    """``Asked about the fire, he said, “We do not know.”``: a sentence in quotation marks is the whole content."""
    words = scene.words
    quote = quote_goes_on(scene, words[min(stop, len(words)) - 1].stop)
    if quote is None or quote.start >= words[-1].start or not is_speech(scene.text, quote):
        return False
    gap = scene.text[words[min(stop, len(words)) - 1].stop : quote.start]
    return scene.text[quote.start + 1].isupper() or "," not in gap


def headline_like(words: Words) -> bool:
    """A line without a final stop: a headline."""
    return bool(words) and words[-1].text[0] not in FINAL


def quote_goes_on(scene: Scene, at: int) -> Span | None:
    """The second half of an interrupted quotation."""
    for quote in scene.quotes:
        if quote.start >= at and not scene.text[at : quote.start].strip(" ,.:–—-"):
            return quote
    return None


def clause_begin(words: Words, begin: int) -> int:
    """The first word of the clause before a tail: the sentence's, or behind the last semicolon."""
    return next((at + 1 for at in range(begin - 1, 0, -1) if words[at].text == ";"), behind_dateline(words, begin))


def behind_dateline(words: Words, stop: int) -> int:
    """The first word behind ``NORHAVEN (AP) —``; 0 where no such line opens the sentence."""
    dash = next((i for i in range(1, min(10, stop)) if words[i].text in "–—"), 0)
    return dash + 1 if dash and (words[dash - 1].text == ")" or words[dash - 1].text.isupper()) else 0


def goes_on(words: Words, stop: int, whole: bool) -> bool:
    """Whether the content goes on behind the tail's comma; a whole clause does so only joined."""
    if stop + 1 >= end_of(words) or words[stop].text != ",":
        return False
    nxt = words[stop + 1]
    if nxt.low == "including":
        return True
    if whole and nxt.low not in ("and", "or", "because", "if"):
        return False
    if (
        (nxt.low.endswith("ing") and len(nxt.low) > 5)
        or nxt.low in group("relatives")
        or nxt.low in ("but", "while", "whereas", "as", "after", "when", "according", "citing", "although", "though")
    ):
        return False
    return not (nxt.low == "and" and speaks_next(words, stop + 2, len(words)))


def as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``As the Ledger reported earlier, ...``, ``As reported by X, ...``."""
    words = scene.words
    lead = next((at for at in range(0, min(cue.group.first, 3)) if words[at].low == "as"), None)
    if (
        lead is None
        or cue.cue.kind != "verb"
        or not cue.cue.frames & {"paren", "quote", "that"}
        or cue.first - lead > 14
    ):
        return None
    source, at = as_source(scene, cue, lead)
    if source is not None and any(is_strong_verb(words, i) for i in range(*source)):
        return None  # "Just as the storm had farmers wondering": no comparison names a source
    comma = next((i for i in range(at, min(at + 20, len(words))) if words[i].text == ","), None)
    if comma is None or any(is_strong_verb(words, i) for i in range(at, comma)):
        return None
    content = span_of(words, comma + 1, content_end(words, comma + 1, cue))
    return Found(cue, (content,), "as", source_span(words, source)) if content else None


def as_source(scene: Scene, cue: CueAt, lead: int) -> tuple[Phrase | None, int]:
    """The source of ``as X said`` or ``as reported by X``, and the word behind it."""
    words = scene.words
    if cue.group.first - lead > 1:
        return ((lead + 1, cue.group.first) if not is_auxiliary(words[lead + 1]) else None), cue.last
    by = next((i for i in range(cue.last, min(cue.last + 5, len(words))) if words[i].low == "by"), None)
    source = phrase_right(words, by + 1, fronted=True) if by is not None else None
    return source, source[1] if source else cue.last


def phrase_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``According to X, ...``, ``..., according to X, ...``, ``In his words, ...``, ``..., citing X``."""
    if cue.cue.kind != "phrase":
        return None
    words = scene.words
    before = words[cue.first - 1] if cue.first else None
    fronted = cue.first == 0 or (cue.first < 5 and all(only_leads(words[i]) for i in range(cue.first)))
    source = cue.source or phrase_right(words, cue.last, fronted)
    if source is None:
        return None
    if "cite" in cue.cue.frames and is_thing(words, source):
        return cited_thing(scene, cue)
    after = max(cue.last, source[1])
    if fronted and (
        before is None or before.text == "," or before.low in group("adversatives") | group("coordinators")
    ):
        comma = next((i for i in range(after, min(after + 25, len(words))) if words[i].text == ","), None)
        if comma is None:
            return back_reference(scene, cue, source)
        content = with_quote(scene, span_of(words, comma + 1, content_end(words, comma + 1, cue)))
        return (
            Found(
                cue, content, "phrase", source_span(words, source), hole=Span(words[cue.first].start, words[comma].stop)
            )
            if content
            else None
        )
    return inner_phrase(scene, cue, source, after)


def is_thing(words: Words, source: Phrase) -> bool:
    """Whether what is cited speaks for nobody: ``citing the release of prisoners``, not ``citing officials``."""
    last = next((i for i in range(source[0] + 1, source[1]) if words[i].low in group("prepositions")), source[1])
    return words[last - 1].low in group("reasons") and (last < source[1] or words[last - 1].low != "release")


def cited_thing(scene: Scene, cue: CueAt) -> Found | None:
    """``he said, citing a lack of rain``: the reason is the speaker's own."""
    words = scene.words
    content = span_of(words, cue.last, content_end(words, cue.last, cue))
    source = clause_source(scene, cue)
    return Found(cue, (content,), "reason", source_span(words, source)) if content and source else None


def only_leads(word: Word) -> bool:
    """A word that may stand before a fronted group: ``But according to``, ``On Friday, citing``."""
    leads = group("adversatives") | group("coordinators") | group("prepositions") | group("calendar_leads")
    return word.time or is_adverb(word) or word.low in leads or word.text == ","


def inner_phrase(scene: Scene, cue: CueAt, source: Phrase, after: int) -> Found | None:
    """A word group inside or at the end of the sentence: the content stands around it."""
    words = scene.words
    if cue.first < 3 and words[0].low in ("that's", "this", "that", "it"):
        return back_reference(scene, cue, source)
    first = clause_begin(words, cue.first)
    left = span_of(words, first, cue.first)
    stop = tail_stop(words, after, cue)
    whole = has_verb(words[: cue.first], first, loose=False)
    right = (
        span_of(words, stop, content_end(words, stop + 1, cue))
        if stop is not None and goes_on(words, stop, whole)
        else None
    )
    hanging = group("clause_openers") | group("coordinators") | group("that")
    if stop is not None and words[cue.first - 1].text == "," and words[cue.first - 2].low in hanging:
        right = span_of(words, stop, content_end(words, stop + 1, cue))  # "after, according to him, they met"
    begin = words[cue.first - 1].start if words[cue.first - 1].text == "," else words[cue.first].start
    hole = Span(begin, words[(after if stop is None else min(stop, len(words))) - 1].stop)
    return Found(cue, spans(left, right), "phrase", source_span(words, source), hole=hole) if left else None


def back_reference(scene: Scene, cue: CueAt, source: Phrase) -> Found | None:
    """``That's according to X.``: the content is the sentence before."""
    if scene.previous is None:
        return None
    return Found(cue, (scene.previous,), "about-this", source_span(scene.words, source))


def about_this_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``She said this in an interview``, ``This was announced by the mayor``: the content is the sentence before."""
    if cue.cue.kind != "verb" or scene.previous is None or "that" not in cue.cue.frames or cue.group.negated:
        return None
    words = scene.words
    if cue.last < len(words) and words[cue.last].low in ("this", "so") and is_finite(cue):
        nxt = words[cue.last + 1] if cue.last + 1 < len(words) else None
        if nxt is not None and nxt.low in group("hours") | group("calendar"):
            return None  # "said this week that ..."
        if nxt is None or nxt.kind == "mark" or nxt.low in group("prepositions") or nxt.time or is_adverb(nxt):
            source = subject_of(scene, cue)
            if source is None or any(is_strong_verb(words, at) for at in range(source[0])):
                return None  # "after half said so in May": no word on the sentence before
            return Found(cue, (scene.previous,), "about-this", source_span(words, source))
    if (
        cue.group.passive
        and cue.group.first == 1
        and words[0].low in ("this", "it")
        and cue.last < len(words)
        and words[cue.last].low == "by"
    ):
        source = phrase_right(words, cue.last + 1)
        return Found(cue, (scene.previous,), "about-this", source_span(words, source)) if source else None
    return None


def headline(scene: Scene) -> Found | None:
    """``Regulator: airline hid failures``, ``Border to reopen – Reuters``."""
    words = scene.words
    if not scene.title or not words or (words[-1].text[0] in FINAL and words[-1].text != "?"):
        return None
    return headline_colon(words) or headline_dash(words)


def headline_colon(words: Words) -> Found | None:
    """A short source before the first colon."""
    at = next((i for i, w in enumerate(words[:7]) if w.text == ":"), None)
    if (
        at is None
        or at == 0
        or len(words) - at < 4
        or not words[0].capital
        or any(w.kind != "word" for w in words[:at])
    ):
        return None
    label = " ".join(w.low for w in words[:at])
    if label in group("labels") or words[0].low in group("labels") or not speaks_in_headline(words[:at]):
        return None
    content = span_of(words, at + 1, len(words))
    return mark_found(words, at, (0, at), content)


def speaks_in_headline(words: Words) -> bool:
    """A name of a few capitalised words, or people and bodies by a common noun: ``Regulator``, ``Two officials``."""
    if len(words) <= 3 and words[-1].low in group("tellers"):
        return True
    return len(words) <= 4 and all(
        w.capital and w.low not in group("prepositions") and not w.low.endswith(("ed", "ing")) for w in words
    )


def headline_dash(words: Words) -> Found | None:
    """A short source of capitalised words, or a medium, behind the last dash."""
    at = next(
        (
            i
            for i in range(len(words) - 2, max(len(words) - 7, 2), -1)
            if words[i].dash and words[i].start > words[i - 1].stop
        ),
        None,
    )
    if at is None or any(w.kind != "word" for w in words[at + 1 :]):
        return None
    named = all(w.capital or w.low in ("the", "of") for w in words[at + 1 :]) or words[-1].low in group("media")
    return mark_found(words, at, (at + 1, len(words)), span_of(words, 0, at)) if named else None


def mark_found(words: Words, at: int, source: Phrase, content: Span | None) -> Found | None:
    """An attribution whose cue is a mark."""
    if content is None:
        return None
    cue = CueAt(at, at + 1, at, Cue(words[at].text, "mark", "assert", frozenset()), frozenset(), Group(at, at))
    return Found(cue, (content,), "headline", source_span(words, source))


def clause_source(scene: Scene, cue: CueAt) -> Phrase | None:
    """The subject of the first finite cue before a participle; else of the clause."""
    told = (c for c in find_cues(scene.words[: cue.first]) if c.cue.kind == "verb" and is_finite(c))
    earlier = [c for c in told if scene.words[c.verb].quote < 0]
    if earlier:
        last = earlier[0]
        left, right = tail_left(scene, last), tail_right(scene, last)
        return left[1] if left else right[1] if right else subject_of(scene, last)
    parts = split_commas(scene.words, behind_dateline(scene.words, cue.first), cue.first)
    return clause_of(scene.words, parts) or subject_left(scene.words, cue.first)
