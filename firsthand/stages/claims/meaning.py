"""What a statement says, in a form that can be compared: terms, amounts, times, polarity, and whose words it repeats.

A meaning is made of one report alone, so that it never changes when others are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from firsthand.lang import table
from firsthand.records import Analysis, Quantity, Said, Span, Token
from firsthand.stages.claims.actors import speakers_of
from firsthand.stages.claims.words import LONGEST, NAME, NOUN, VERB, Reader, Term, best_reading, fold, inside, keys_of

STATES, DIRECTS, COMMITS, REFUSES = "states", "directs", "commits", "refuses"
FAMILY = {"assert": STATES, "deny": STATES, "doubt": STATES, "direct": DIRECTS, "commit": COMMITS}
AGAINST = frozenset({"deny", "doubt"})
INNER_SHARE = 0.35  # of a content that quotes another statement: how much of it that statement's content has to be
POINTS_BACK = 6  # words: "ці заяви російської сторони" points back, a longer phrase says something itself
WRAPPER = 30  # code points from the beginning within which a wrapper stands
SPELLED = 4  # terms that fill a bare word
PART = re.compile(r"\d[\d\s,.]{0,12}(?:из|із|зі|з|of|out of)\s+(?:[^\W\d_]{1,8}\s+)?\d")
LONG = 2000  # code points of a content that are looked through
NEAR = 300  # code points between a pointing content and what it points at


@dataclass(frozen=True, slots=True)
class Amount:
    """A counted amount: bounds and the keys of its unit."""

    low: float | None
    high: float | None
    unit: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A statement for comparison. ``negative``: its content denies; ``through``: the ``Said`` whose content it repeats.

    ``act`` is the act towards the content, with "called it a fabrication" as a denial; ``speaker`` the key of who says
    it, as the report alone tells; ``implied``: names of the source, which the content needn't repeat; ``universal``: it
    is about any and every such thing; ``modal``: it is wanted, planned or possible;
    ``refuses``: a request is turned down, which says nothing on what is so; ``marks``: all keys of the terms.
    """

    said: str
    report: str
    number: int
    language: str
    act: str
    negative: bool
    terms: tuple[Term, ...]
    amounts: tuple[Amount, ...]
    times: frozenset[str]
    words: str
    speaker: str | None = None
    through: str | None = None
    why: str = ""
    implied: tuple[Term, ...] = ()
    universal: bool = False
    modal: frozenset[str] = frozenset()
    refuses: bool = False
    marks: frozenset[str] = frozenset()

    @property
    def family(self) -> str:
        """Statements, orders and promises are different things, however alike their words."""
        return REFUSES if self.refuses else FAMILY[self.act]


def meanings(saids: Sequence[Said], analysis: Analysis, entities: Sequence[str] = ()) -> tuple[Meaning, ...]:
    """The meanings of one report's statements, in order. ``entities`` are the keys of the report's mentions."""
    reader = Reader(analysis, entities)
    plain = {said.id: of_content(said, reader) for said in saids}
    resolved: dict[str, Meaning] = {}
    for said in sorted(saids, key=lambda s: len(s.content)):
        inner = quoted_in(said, saids)
        if inner is not None:
            resolved[said.id] = carried(plain[said.id], resolved.get(inner.id, plain[inner.id]))
    for said in saids:
        back = pointed_at(said, saids, analysis) if said.id not in resolved else None
        if back is not None:
            target = resolved.get(back.id, plain[back.id])
            resolved[said.id] = pointing(plain[said.id], target, said, analysis)
        resolved.setdefault(said.id, plain[said.id])
    return tuple(resolved[said.id] for said in saids)


# --- one statement ------------------------------------------------------------------------------------


def of_content(said: Said, reader: Reader) -> Meaning:
    """What the content says by itself."""
    analysis = reader.analysis
    spans = said.attribution.content
    tokens = [token for run in inside(analysis, spans) for token in run if token.kind == "word"][:LONGEST]
    terms = told(reader.terms(spans), reader, said)
    speakers = speakers_of(said.attribution, analysis, reader.entities)
    return Meaning(
        said=said.id,
        report=said.report,
        number=said.number,
        language=said.language,
        act=said.attribution.act if said.attribution.act in FAMILY else "assert",
        negative=is_negative(analysis, spans, said.language),
        terms=terms,
        amounts=amounts(analysis, spans, terms, said.language),
        times=frozenset(t.value[:10] for t in analysis.times if _within(t.span, spans)),
        words=" ".join(fold(t.text) for t in tokens),
        speaker=speakers[0] if speakers else None,
        implied=implied(said, reader),
        universal=any(fold(t.text) in _words("universal", "words", said.language) for t in tokens),
        modal=_modality(terms, tokens, said.language),
        marks=frozenset(key for term in terms for key in term.keys),
        refuses=said.attribution.act in AGAINST and bool(terms) and bool(terms[0].keys & _requests()),
    )


def implied(said: Said, reader: Reader) -> tuple[Term, ...]:
    """Who speaks, as terms that a content may leave out: "Тескарія заперечує, що отримувала зброю"."""
    source = said.attribution.source
    found = reader.terms([source]) if source is not None else ()
    head = next((term for term in found if term.kind == NOUN), None)
    return tuple(replace(term, role="") for term in found if term is head or term.kind == NAME or is_country(term))


def told(terms: tuple[Term, ...], reader: Reader, said: Said) -> tuple[Term, ...]:
    """The terms without a wrapper ("звинувачення в постачанні"); a bare "угоду" with what it had before."""
    kept = terms
    if len(terms) >= 3 and _is_wrapper(terms[0], reader.analysis, said):
        kept = terms[1:]
    if len(kept) == 1 and said.attribution.act in AGAINST and kept[0].kind in (NOUN, VERB):
        kept = (*kept, *spelled_out(kept[0], reader, said))
    return kept


def _is_wrapper(term: Term, analysis: Analysis, said: Said) -> bool:
    """Whether a term is the first word and a name for words: "accusations of supplying arms"."""
    if said.attribution.act not in AGAINST or term.place > said.attribution.content[0].start + WRAPPER:
        return False
    word = next(
        (t for tokens in inside(analysis, said.attribution.content) for t in tokens if t.start == term.place), None
    )
    return word is not None and _is_listed(word, said.language, "nouns")


def spelled_out(term: Term, reader: Reader, said: Said) -> tuple[Term, ...]:
    """What hangs on the same word where it stood before: "угодою між Росією і КНДР щодо зброї" for a later "угоду"."""
    at = said.attribution.cue.start
    for sentence in reversed([s for s in reader.analysis.sentences if at - NEAR <= s.span.start and s.span.stop <= at]):
        found = reader.terms([sentence.span])
        places = [n for n, other in enumerate(found) if other.keys & term.keys and other.kind != NAME]
        for n in places:
            start = found[n].place
            stop = next((t.start for t in sentence.tokens if t.start > start and t.kind == "mark"), sentence.span.stop)
            behind = tuple(other for other in found[n + 1 : n + 1 + SPELLED] if other.place < stop)
            if behind:
                return tuple(replace(other, role="") for other in behind)
    return ()


def is_country(term: Term) -> bool:
    """Whether a term is a country or describes one."""
    return any(key.startswith("country:") for key in term.keys)


def _modality(terms: Sequence[Term], tokens: Sequence[Token], language: str) -> frozenset[str]:
    """The words by which a content is wished, planned or possible only."""
    concepts = {f"={concept}" for concept in table("claims")["modal"]["concepts"]}
    named = {key for term in terms if not term.aside for key in term.keys & concepts}
    said = {"=can" for token in tokens if fold(token.text) in _words("modal", "words", language)}
    return frozenset(named | said)


@cache
def _requests() -> frozenset[str]:
    return frozenset(f"={concept}" for concept in table("claims")["modal"]["requests"])


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(outer.contains(span) for outer in spans)


def amounts(analysis: Analysis, spans: Sequence[Span], terms: Sequence[Term], language: str) -> tuple[Amount, ...]:
    """What a content counts; () for a part of a whole ("150 из 400 рейсов"), which is no count of its own."""
    inner = [q for q in analysis.quantities if _within(q.span, spans)]
    if any(PART.search(span.of(analysis.report.text)[:LONG]) for span in spans):
        return ()
    things = [term.keys for term in terms if term.kind == NOUN and not term.aside]
    return tuple(_amount(q, things, language) for q in inner)


def _amount(quantity: Quantity, things: Sequence[frozenset[str]], language: str) -> Amount:
    """An amount; where its unit stands elsewhere ("суден було понад двісті"), the first thing named is counted."""
    unit = fold(quantity.unit or "")
    named = keys_of(unit, unit, language) if unit else (things[0] if things else frozenset())
    return Amount(quantity.low, quantity.high, named)


# --- polarity -----------------------------------------------------------------------------------------


def is_negative(analysis: Analysis, spans: Sequence[Span], language: str) -> bool:
    """Whether the main clause of a content denies: "не підписували жодних угод", "відсутність угод", "no deal"."""
    first = next(iter(inside(analysis, spans)), [])
    return negates(first[: _main_clause(first)], language)


def _main_clause(tokens: Sequence[Token]) -> int:
    """Where the first clause ends: at a comma or dash with a verb before it, or at the end."""
    words = 0
    for at, token in enumerate(tokens):
        if token.kind == "mark" and token.text in ",;:–—(" and words >= 3:
            return at
        words += token.kind == "word"
    return len(tokens)


def negates(tokens: Sequence[Token], language: str) -> bool:
    """An odd number of negations, leaving out those that negate nothing ("не лише", "not only")."""
    found = 0
    for at, token in enumerate(tokens):
        if token.kind != "word" or not _is_negation(token, language):
            continue
        after = next((t for t in tokens[at + 1 : at + 4] if t.kind == "word"), None)
        found += after is None or not _is_harmless(after, language)
    return found % 2 == 1


def _is_negation(token: Token, language: str) -> bool:
    word = fold(token.text)
    words = _words("negative", "words", language)
    if word in words:
        return True
    reading = best_reading(word, language)
    return reading is not None and reading.pos != "NPRO" and fold(reading.lemma) in words


def _is_harmless(token: Token, language: str) -> bool:
    reading = best_reading(token.text, language)
    words = _words("negative", "harmless", language)
    return fold(token.text) in words or (reading is not None and fold(reading.lemma) in words)


@cache
def _words(section: str, name: str, language: str) -> frozenset[str]:
    return frozenset(map(fold, table("claims")[section][name][language]))


# --- whose words --------------------------------------------------------------------------------------


def quoted_in(said: Said, saids: Sequence[Said]) -> Said | None:
    """The statement of the same report that makes up most of a content: "X reports that the mission said that P"."""
    found = [other for other in saids if other.id != said.id and _quotes(said, other)]
    return max(found, key=lambda other: (len(other.content), other.id), default=None)


def _quotes(outer: Said, inner: Said) -> bool:
    spans, cue = outer.attribution.content, inner.attribution.cue
    if not _within(cue, spans) or not all(_within(span, spans) for span in inner.attribution.content):
        return False
    return INNER_SHARE * len(outer.content) <= len(inner.content) < len(outer.content)


def carried(outer: Meaning, inner: Meaning) -> Meaning:
    """The inner statement's meaning, as the outer one passes it on; another's doubt or denial stays."""
    act = outer.act if outer.act in AGAINST and outer.speaker != inner.speaker else inner.act
    why = "the content is another's statement"
    return _taken_over(outer, inner, act, why)


def pointed_at(said: Said, saids: Sequence[Said], analysis: Analysis) -> Said | None:
    """The statement before, if a content only points back at it: "КНДР це заперечує", "rejected the accusation"."""
    if not points_back(said, analysis):
        return None
    at = said.attribution.cue.start
    before = [o for o in saids if o.attribution.cue.stop <= at and at - o.attribution.cue.stop <= NEAR]
    before = [o for o in before if FAMILY.get(o.attribution.act) == STATES and not points_back(o, analysis)]
    before = [o for o in before if not _within(said.attribution.cue, o.attribution.content)]
    if _names(said, analysis):
        before = [o for o in before if _is_named(o, said, analysis)]
    other = [o for o in before if o.attribution.speaker != said.attribution.speaker]
    if not _points_at_words(said, analysis):
        other = [o for o in other if _concerns(o, said, analysis)]
    return max(other, key=lambda o: (o.attribution.cue.start, o.id), default=None)


def points_back(said: Said, analysis: Analysis) -> bool:
    """Whether a content holds nothing but a pointing word, with what it is called: "ці слова вигадкою"."""
    tokens = [t for tokens in inside(analysis, said.attribution.content) for t in tokens if t.kind == "word"]
    names = [m.span for m in analysis.mentions]
    plain = [t for t in tokens if not _within(Span(t.start, t.stop), names)]
    if not plain or (said.attribution.act not in AGAINST and not _falsehood(tokens, said.language)):
        return False
    rest = [t for t in plain if not _is_listed(t, said.language, "pronouns", "nouns", "falsehood")]
    quoted = _falsehood(tokens, said.language)
    heads = [t for t in plain if _is_listed(t, said.language, "pronouns", "nouns")]
    return bool(heads) and (not rest or quoted) and len(tokens) <= POINTS_BACK + 6 * quoted


def _is_listed(token: Token, language: str, *names: str) -> bool:
    reading = best_reading(token.text, language)
    forms = {fold(token.text), fold(reading.lemma) if reading else ""}
    return any(forms & _words("anaphora", name, language) for name in names)


def _falsehood(tokens: Sequence[Token], language: str) -> bool:
    return any(_is_listed(token, language, "falsehood") for token in tokens)


def _is_named(other: Said, said: Said, analysis: Analysis) -> bool:
    """Whether the content names the one whose words it means: "заяви Ардонії"."""
    names = _names(said, analysis)
    source = other.attribution.source.of(analysis.report.text) if other.attribution.source else ""
    return any(name[:5] and name[:5] in source for name in names)


def _points_at_words(said: Said, analysis: Analysis) -> bool:
    """Whether a content has a pointing word ("це", "ці слова"): a bare "обвинувачення" may be of anything."""
    tokens = [t for tokens in inside(analysis, said.attribution.content) for t in tokens]
    bare = _words("anaphora", "bare", said.language)
    return any(fold(t.text) not in bare and _is_listed(t, said.language, "pronouns") for t in tokens)


def _concerns(other: Said, said: Said, analysis: Analysis) -> bool:
    """Whether what was said before names the one who now rejects it."""
    source = said.attribution.speaker or (
        said.attribution.source.of(analysis.report.text) if said.attribution.source else ""
    )
    stems = {word[:5].lower() for word in source.split() if word[:1].isupper() and len(word) >= 4}
    words = {word[:5].lower() for word in other.content.replace("«", " ").split()}
    return bool(stems & words)


def _names(said: Said, analysis: Analysis) -> set[str]:
    return {m.name for m in analysis.mentions if _within(m.span, said.attribution.content)}


def pointing(own: Meaning, target: Meaning, said: Said, analysis: Analysis) -> Meaning:
    """The meaning of what is pointed at, with this statement's act towards it; a falsehood denies it."""
    tokens = [t for tokens in inside(analysis, said.attribution.content) for t in tokens if t.kind == "word"]
    act = "deny" if _falsehood(tokens, said.language) else own.act
    why = f"points back at {target.said}"
    return _taken_over(own, target, act, why)


def _taken_over(own: Meaning, other: Meaning, act: str, why: str) -> Meaning:
    """Another's content under one's own name."""
    named = replace(other, said=own.said, number=own.number, speaker=own.speaker)
    return replace(named, act=act, through=other.said, why=why)


def by_said(found: Mapping[str, Sequence[Meaning]]) -> Iterator[Meaning]:
    """All meanings of all reports, in order of their ids."""
    yield from sorted((m for meanings_ in found.values() for m in meanings_), key=lambda m: m.said)
