"""Media to which somebody told something, where no table has their name: ``повідомили «Бджолі» в пресслужбі порту``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.appositions import with_described
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.heads import is_domain
from firsthand.stages.attribution.media import bare_name, has_newsroom, known_outlet, medium_name, outlet_form
from firsthand.stages.attribution.outlet_names import outlet_at
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word, cases_in
from firsthand.stages.chains.foreign import QUOTED_NAME, as_elsewhere, foreign_name, foreign_name_at, neuter_outlet
from firsthand.stages.chains.joint import joint_media
from firsthand.stages.chains.names import cased, hop_name, speaker_name
from firsthand.stages.chains.plain import paper_at
from firsthand.stages.chains.scene import CLOSING, OPENING, QUOTES, Hop, Scene, as_phrase, distinct, evidence
from firsthand.stages.chains.unread import about_end
from firsthand.stages.chains.venues import venue_scope
from firsthand.stages.speakers.firms import is_firm
from firsthand.stages.speakers.resolve import speaker_of

# Words of a name with its marks.
MOST_NAME = 6
# Words between a verb or a name and who spoke: "у вівторок", "також".
MOST_BETWEEN = 3
# Words of "інформацію про арешт" between a medium and the verb.
MOST_OF_THING = 4
# Marks behind which what somebody told is tagged with who did.
PAUSES = (",", "-", "–", "—")


@dataclass(frozen=True, slots=True)
class Addressed:
    """A medium that was told something: its words ``first`` up to ``last`` (not included), and how surely.

    ``declined`` says that its case shows it, ``genitive`` that the same form may be of a name behind a noun.
    """

    hop: Hop
    first: int
    last: int
    declined: bool
    genitive: bool


def addressed_chain(scene: Scene) -> Chain | None:
    """``розповіла «Бджолі» Олена Ткач``, ``«Бджолі» повідомили в порту``: who told it, then the medium."""
    line = scene.line
    for verb in line.meaning("speaking_verbs|disclosing_verbs"):
        if not verb.finite or "past" not in verb.grammemes:
            continue
        for medium in media_beside(line, verb):
            told = teller(scene, verb, medium)
            joint = joint_media(line, medium.hop.span) or medium.hop
            if told is None or is_firm(scene.cast, undeclined(medium.hop.name, line)):
                continue  # "компанія «Базис»" elsewhere is no medium
            apart = len(distinct(iter((told.name, joint.name)))) > 1 and not joint.span.overlaps(told.span)
            if apart and told.name.lower() != medium.hop.name.lower():
                return chain_of(scene, verb, told, joint)
    return None


def chain_of(scene: Scene, verb: Word, told: Hop, medium: Hop) -> Chain:
    """Who told it and the medium, with the scope of what was read of the verb."""
    cue = Span(verb.start, verb.stop)
    read = next((r for r in scene.reportings if r.cue.overlaps(cue)), None) or Attribution(
        told.span, cue, (), "assert", "indirect", "parenthesis", told.name
    )
    return Chain(
        distinct(iter((told.name, medium.name))),
        venue_scope(scene, read, medium),
        evidence(scene, [cue, told.span, medium.span]),
        "venue",
    )


def media_beside(line: Line, verb: Word) -> Iterator[Addressed]:
    """The names right before a verb, right behind it, and behind who spoke, to whose bearers something may be told."""
    for at in range(max(0, verb.at - MOST_NAME - MOST_OF_THING), verb.at):
        medium = name_at(line, at)
        beside = medium is not None and (medium.last == verb.at or is_led_to(line, medium, verb))
        if medium is not None and beside and may_be_told(line, medium, verb):
            yield medium
    for at in range(verb.at + 1, min(verb.at + 1 + MOST_BETWEEN, len(line.words))):
        if "PREP" in line.words[at].pos:
            return  # "повідомили в пресслужбі «Хвилі»"
        medium = name_at(line, at)
        if medium is not None and may_be_told(line, medium, verb):
            yield medium


def is_led_to(line: Line, medium: Addressed, verb: Word) -> bool:
    """``газеті «Бджола» новину підтвердив``: whether but what was told of stands between a medium and the verb."""
    between = [w for w in line.between(medium.last, verb.at) if w.text not in CLOSING]
    surely = medium.declined and not medium.genitive and len(between) <= MOST_OF_THING
    return surely and not any(w.kind == "mark" or w.finite for w in between)


def may_be_told(line: Line, medium: Addressed, verb: Word) -> bool:
    """Whether a name can be of whom something was told to, by its case or by where it stands."""
    before = line.words[medium.first - 1] if medium.first else None
    if before is not None and ("PREP" in before.pos or before.lemmas & line.group("reporters")):
        return False  # "оглядач ІА «Вежа» Іван Ткач": whose reporter he is
    if medium.declined and not medium.genitive:
        return True
    if before is None or before is verb:
        return before is verb
    if before.kind == "mark":
        return before.text in PAUSES
    return medium.first == about_end(line) or before.low in line.group("as_says")


def name_at(line: Line, at: int) -> Addressed | None:
    """The name that begins at a word: a noun for a medium in the dative with its name, one in marks, an outlet."""
    word = line.words[at]
    marked = line.words[at + 1].text in OPENING if at + 1 < len(line.words) else False
    if word.lemmas & line.group("media|sites") or (marked and word.lemmas & line.group("reporters")):
        return called_at(line, at)
    if (paper := paper_at(line, at)) is not None:
        name, span = paper
        last = line.from_place(span.stop)
        return Addressed(Hop(name, span), at, last, declined=True, genitive=False)
    if is_domain(line, at + 1):
        site = Span(word.start, line.words[at + 2].stop)
        return Addressed(Hop(site.of(line.text), site), at, at + 3, declined=False, genitive=True)
    if (called := outlet_by_form(line, at)) is not None:
        return called
    outlet = find_outlet(word.text) if word.capital and len(word.text) > 1 else None
    if outlet is not None and not has_newsroom(outlet):
        outlet = None
    surely = outlet is not None and not outlet.ambiguous
    if word.text not in OPENING and not (word.capital and (surely or word.mention_type not in ("PER", "LOC"))):
        return None
    if at and line.words[at - 1].lemmas & line.group("media"):
        return None  # "газеті «Бджола»"
    foreign = foreign_name_at(line, at)
    if foreign is not None and foreign.start == word.start:
        return named(line, at, foreign, foreign_name(line, foreign))
    whole = Span(word.start, word.stop)
    return named(line, at, whole, word.text) if surely or (outlet is not None and word.text.isupper()) else None


def outlet_by_form(line: Line, at: int) -> Addressed | None:
    """``[Громадському] розповіла``, ``[Слово і Діло]``: an outlet of the table, whatever else it is called as.

    One word is of an outlet by its capital inside the sentence and its dative, if it is nobody's name and no place's.
    """
    word = line.words[at]
    whole = outlet_at(line, at)
    last = whole.last if whole is not None else at + 1
    span = Span(word.start, line.words[last - 1].stop)
    text = span.of(line.text)
    foreign = text.isascii() and known_outlet(text, line.language) is not None
    name = outlet_form(text, line.language) if word.at and (whole is not None or word.capital or foreign) else None
    outlet = find_outlet(name) if name is not None else None
    if name is None or outlet is None or not has_newsroom(outlet):
        return None
    hop = Hop(text if foreign else name[:1].upper() + name[1:], span)
    cases = cases_in(word.nouns | word.adjectives)
    neuter = neuter_outlet(text, line.language) is not None
    declined = neuter or ("datv" in cases and "nomn" not in cases)
    if whole is not None or foreign:
        return Addressed(hop, at, last, declined and find_outlet(text) is None, foreign or "gent" in cases)
    people = word.mention_type in ("PER", "LOC") and not neuter
    return Addressed(hop, at, last, True, "gent" in cases and not neuter) if declined and not people else None


def named(line: Line, at: int, span: Span, name: str) -> Addressed | None:
    """A name in a sentence with what its first word shows of its case."""
    words = line.inside(span)
    first = next((w for w in words if w.kind == "word"), None)
    if first is None:
        return None
    cases = cases_in(first.nouns | first.adjectives)
    declined = "datv" in cases and "nomn" not in cases
    either = {"datv", "nomn"} <= cases and name in span.of(line.text)
    if either and find_outlet(name) is None:  # "«Хвилі» розповіли": what is told, is told to her
        name = undeclined(name, line)
    last = words[-1].at + 1
    last += last < len(line.words) and line.words[last].start < span.stop
    return Addressed(Hop(name, span), at, last, declined, "gent" in cases)


def undeclined(name: str, line: Line) -> str:
    """A name that stands in another case, in the nominative, with its own capitals: ``Хвилі`` is ``Хвиля``."""
    return as_elsewhere(line, name, cased(phrase_nominative(name, line.language, oblique=True), name))


def called_at(line: Line, at: int) -> Addressed | None:
    """``газеті «Бджола»``, ``журналістам «Хвилі»``: a noun for a medium or its people in the dative, with its name."""
    cases = cases_in(line.words[at].nouns)
    # "ІА", which never declines
    letters = line.words[at].text.isupper() and line.words[at].low not in line.group("media_at_large")
    if "datv" not in cases or ("nomn" in cases and not letters):
        return None
    if (marked := QUOTED_NAME.match(line.text, line.words[at].stop + 1)) is not None:
        span = Span(line.words[at].start, marked.end())
        last = line.from_place(span.stop)
        name = marked.group(1)
        if line.words[at].lemmas & line.group("reporters"):  # "журналістам «Хвилі»": the name is declined
            name = undeclined(name, line)
        return Addressed(Hop(name, span), at, last, declined=True, genitive=False)
    phrase = phrase_at(line, at, coordinate=False)
    if phrase is None or phrase.head != at:
        return None
    span = phrase_span(line, phrase)
    text = span.of(line.text)
    site = bare_name(text, line.language, "sites") if line.words[at].lemmas & line.group("sites") else None
    name = site or medium_name(text, line.language)
    return None if name.islower() else Addressed(Hop(name, span), at, phrase.last, declined=True, genitive=False)


def teller(scene: Scene, verb: Word, medium: Addressed) -> Hop | None:
    """Who told it: behind the verb and the medium, else who was read as the source before them."""
    between = teller_between(scene, verb, medium)
    return between or teller_behind(scene, verb, max(verb.at + 1, medium.last)) or teller_read(scene, verb, medium.hop)


def teller_between(scene: Scene, verb: Word, medium: Addressed) -> Hop | None:
    """``сказав [Ткач] «Бджолі»``."""
    line = scene.line
    if medium.first <= verb.at + 1:
        return None
    span = Span(line.words[verb.at + 1].start, line.words[medium.first - 1].stop)
    phrase = phrase_at(line, verb.at + 1, coordinate=False)
    if phrase is None or phrase.last < medium.first or "nomn" not in phrase.cases():
        return None
    return spoke(scene, span, verb) if phrase.pronoun or phrase.animate or phrase.named else None


def teller_behind(scene: Scene, verb: Word, at: int) -> Hop | None:
    """``[речниця порту]``, ``в [пресслужбі порту]``: who spoke right behind what tells of it."""
    line = scene.line
    for here in range(at, min(at + MOST_BETWEEN + 1, len(line.words) - 1)):
        word = line.words[here]
        if word.low in line.group("place_prepositions") and not line.words[here + 1].time:
            return office_at(scene, verb, here + 1)
        if not word.time and "PREP" not in word.pos and phrase_at(line, here, coordinate=False) is not None:
            return person_at(scene, verb, here)
        if word.kind == "mark":
            return None
    return None


def office_at(scene: Scene, verb: Word, at: int) -> Hop | None:
    """``повідомили в [пресслужбі порту]``: the office in which they told it; no place, no document."""
    line = scene.line
    phrase = phrase_at(line, at, coordinate=False) if "plur" in verb.grammemes else None
    if phrase is None or "loct" not in phrase.cases() or phrase.pronoun:
        return None
    head = line.words[phrase.head]
    kinds = ("venues", "documents", "releases", "sites", "messages", "waves")
    if head.time or head.mention_type == "LOC" or any(head.lemmas & line.group(kind) for kind in kinds):
        return None
    span = phrase_span(line, phrase)
    return Hop(hop_name(scene, span), span)


def person_at(scene: Scene, verb: Word, at: int) -> Hop | None:
    """``повідомила [речниця порту]``: the person or body in the nominative that a verb agrees with."""
    line = scene.line
    phrase = phrase_at(line, at)
    if phrase is None or phrase.pronoun:
        return None
    number = "plur" if "plur" in verb.grammemes else "sing"
    agrees = any(case == "nomn" and many == number for case, many, _ in phrase.forms)
    if is_outlet_read(scene, verb):
        phrase = with_described(line, phrase)  # "сказав Рейтер банкір, знайомий з угодою"
    head = line.words[phrase.head]
    body = any(head.lemmas & line.group(kind) for kind in ("bodies", "announcers", "anonymous"))
    speaks = phrase.animate or body or head.mention_type == "PER"
    return spoke(scene, phrase_span(line, phrase), verb) if agrees and speaks else None


def is_outlet_read(scene: Scene, verb: Word) -> bool:
    """Whether the medium that somebody told it to was read for the name of who spoke."""
    read = (r for r in scene.reportings if r.cue.overlaps(Span(verb.start, verb.stop)))
    return any(r.speaker is not None and find_outlet(r.speaker) is not None for r in read)


def teller_read(scene: Scene, verb: Word, medium: Hop) -> Hop | None:
    """Who was read as the source of a verb, without the medium at the end of it (``пресслужбі порту «Бджолі»``)."""
    cue = Span(verb.start, verb.stop)
    read = next((r for r in scene.reportings if r.cue.overlaps(cue) and r.source is not None), None)
    if read is None or read.source is None or read.source.start >= medium.span.start:
        return None
    if not read.source.overlaps(medium.span):
        return Hop(speaker_name(scene, read), read.source) if read.speaker else None
    text = scene.line.text[read.source.start : medium.span.start].rstrip(QUOTES)
    span = Span(read.source.start, read.source.start + len(text))
    name = speaker_of(scene.cast, as_phrase(span))
    return Hop(name, span) if name else None


def spoke(scene: Scene, span: Span, verb: Word) -> Hop | None:
    """Who is meant by the subject of a verb."""
    stated = Attribution(span, Span(verb.start, verb.stop), (), "assert", "indirect", "published")
    name = speaker_of(scene.cast, stated)
    return Hop(name, span) if name else None
