"""``з посиланням на Y``, ``цитуючи Y``: whom a teller has the news from."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import with_described
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.media import first_noun, is_document, is_medium, is_platform, lemmas, medium_name
from firsthand.stages.attribution.phrases import phrase_at, phrases_up_to
from firsthand.stages.attribution.words import WORD, Line, Word, group
from firsthand.stages.chains.foreign import foreign_name, foreign_name_at
from firsthand.stages.chains.names import hop_name, owner_and_document, spoke_up_to
from firsthand.stages.chains.owners import is_letters
from firsthand.stages.chains.platforms import platform_at, platform_behind, platform_hop
from firsthand.stages.chains.scene import OPENING, Hop, Scene, as_phrase
from firsthand.stages.chains.whose import firm_meant
from firsthand.stages.speakers.cast import full_name
from firsthand.stages.speakers.pronouns import person_before
from firsthand.stages.speakers.resolve import speaker_of
from firsthand.stages.speakers.sources import pronoun_gender

# Words behind a phrase that does not agree with them: "на главу гільдія річкових портів".
MOST_GOING_ON = 4
# The words of ", на якого", with the comma.
RELATIVE_WORDS = 3
# The words of "на нього".
PRONOUN_WORDS = 2
# Characters between a teller and "посиланням": "» з ".
MOST_TO_REFERENCE = 5
# Words of an origin that no phrase was read for, with its name.
MOST_DESCRIBED = 8


def references(scene: Scene) -> Iterator[Hop]:
    """``з посиланням на Y``, ``цитуючи Y``: whom the teller has it from, the first hand first."""
    found = list(stated_references(scene))
    for at, hop in enumerate(found[1:], 1):
        if goes_back(scene.line, found[at - 1].span, hop.span):
            yield from (*found[at:], *found[:at])  # "на X, який посилається на Y"
            return
    yield from found


def goes_back(line: Line, first: Span, then: Span) -> bool:
    """``на [X], який, у свою чергу, посилається на [Y]``: whether one refers to another in a clause behind its name."""
    between = [w for w in line.words if first.stop <= w.start < then.start]
    clause = len(between) > 1 and between[0].text == "," and between[1].low in line.group("relatives")
    return clause and any(w.finite and w.low in line.group("reference") for w in between)


def stated_references(scene: Scene) -> Iterator[Hop]:
    """Those hops in the order of the sentence."""
    line = scene.line
    for word in line.spelled("reference"):
        if is_behind_pronoun(line, word.at):
            continue
        if is_behind_relative(line, word.at):
            yield from before_relative(scene, word.at - RELATIVE_WORDS)
            continue
        at = preposition(line, word.at)
        accusative = at < len(line.words) and line.words[at].low in line.group("reference_prepositions")
        at += accusative
        things = at < len(line.words) and line.words[at].low in line.group("reference_things")
        accusative, at = accusative and not things, at + things
        if any(w.low in line.group("that") and is_comma(line, at + 1) for w in line.between(at + 2, at + 3)):
            continue  # "пославшись на те, що склад порожній": a reason
        phrase = phrase_at(line, at) if at < len(line.words) else None
        whose = page_of_person(scene, at)
        if whose is not None:
            yield from whose
            continue
        torn = person_at_end(scene, at) if phrase is None or not can_be_origin(line, phrase) else None
        if torn is not None:
            yield from on_platform(line, [torn], torn.span)
        elif phrase is not None and not phrase.pronoun and can_be_origin(line, phrase):
            if is_comma(line, phrase.last) and line.words[phrase.head].lemmas & line.group("anonymous"):
                phrase = with_described(line, phrase)
            last = next((w.at for w in line.between(phrase.first, phrase.last) if w.text == "("), phrase.last)
            span = Span(line.words[phrase.first].start, line.words[max(last, phrase.first + 1) - 1].stop)
            ungoverned = going_on(scene, phrase, span)
            if ungoverned is not None:
                yield from on_platform(line, [ungoverned], ungoverned.span)
                return
            hops = (
                printed_item(line, phrase)
                or owned_document(scene, span)
                or [placed_thing(line, phrase) or Hop(hop_name(scene, span, accusative), span)]
            )
            yield from on_platform(line, hops, span)
        elif phrase is not None and names_thing(scene, word, phrase):
            span = phrase_span(line, phrase)
            yield Hop(hop_name(scene, span, accusative=True), span)


def on_platform(line: Line, hops: list[Hop], span: Span) -> list[Hop]:
    """``на допис мера в Telegram``, ``на міністерство у Facebook``: who wrote, then where, in place of what it is."""
    platform = platform_behind(line, span) or platform_inside(line, span)
    if platform is None or any(hop.name == platform.name for hop in hops):
        return hops
    written = len(hops) > 1 and is_document(hops[-1].name, line.language)
    return [*(hops[:-1] if written else hops), platform]


def platform_inside(line: Line, span: Span) -> Hop | None:
    """``запис [у Телеграмі] Олени Ткач``: where a document was put, before the name of whose it is."""
    words = line.inside(span)
    kinds = line.group("documents|platform_posts|extracts")
    if len(words) < 2 or not words[0].lemmas & kinds:
        return None
    return next((hop for word in words[1:-1] if (hop := platform_at(line, word.at)) is not None), None)


def names_thing(scene: Scene, reference: Word, phrase: Phrase) -> bool:
    """``повідомляє X з посиланням на табло порту``: any thing right behind a teller that has its news from there."""
    line = scene.line
    told = (r.source for r in scene.reportings if r.source is not None and r.source.stop <= reference.start)
    right_behind = any(reference.start - source.stop <= MOST_TO_REFERENCE for source in told)
    noun = reference.low in line.group("reference_nouns")
    described = phrase.last - phrase.first > 1  # not "з посиланням на закон"
    return noun and right_behind and described and not phrase.pronoun and "accs" in phrase.cases()


def is_behind_pronoun(line: Line, at: int) -> bool:
    """``на нього посилається X``: whether a word of reference says who refers, behind to whom."""
    if at < PRONOUN_WORDS or line.words[at - 2].low not in line.group("reference_prepositions"):
        return False
    return line.words[at - 1].low in line.group("pronouns.masculine|pronouns.feminine|pronouns.plural")


def is_behind_relative(line: Line, at: int) -> bool:
    """``, на якого`` before a word of reference."""
    if at < RELATIVE_WORDS or not is_comma(line, at - RELATIVE_WORDS):
        return False
    onto = line.words[at - 2].low in line.group("reference_prepositions")
    # "на якого посилалися автори допису" are no medium
    media = line.group("media")
    named = any(w.capital or w.lemmas & media or w.text in OPENING for w in line.between(at + 1, at + 2))
    return onto and line.words[at - 1].low in line.group("relatives") and named


def before_relative(scene: Scene, comma: int) -> list[Hop]:
    """``сказав речник порту[, на якого] посилається X``: who or what stands right before the relative clause."""
    line = scene.line
    last = line.words[comma - 1].stop
    spoke = spoke_up_to(scene, last)
    if spoke is not None:
        return owned_document(scene, spoke.span) or [spoke]
    for phrase in phrases_up_to(line, comma, MOST_DESCRIBED):
        if can_be_origin(line, phrase) and not phrase.pronoun:
            span = Span(line.words[phrase.first].start, last)
            return owned_document(scene, span) or [Hop(hop_name(scene, span), span)]
    return []


def going_on(scene: Scene, phrase: Phrase, span: Span) -> Hop | None:
    """``на представника польської профспілка``: an origin whose words do not agree goes on to the end of the sentence.

    A person named there is the origin.
    """
    line = scene.line
    stop = next((w.at for w in line.words[phrase.last :] if w.kind == "mark"), len(line.words))
    rest = line.between(phrase.last, stop)
    ends = stop >= len(line.words) - 1
    head = line.words[phrase.head]
    if not rest or len(rest) > MOST_GOING_ON or not head.text.islower():
        return None
    # "на представницю Норвегії на переговорах Анну Берг, пише X": not "на джерело в офісі Ткача, пише X"
    titled = phrase.animate and not head.lemmas & line.group("anonymous")
    if not ends and not titled:
        return None
    person = next((m for m in scene.cast.over(Span(rest[0].start, rest[-1].stop)) if m.type == "PER"), None)
    if person is not None and person.span.stop == rest[-1].stop:
        return Hop(full_name(scene.cast, person), Span(span.start, person.span.stop))
    if not ends or not all(w.nouns or w.adjectives for w in rest) or any(w.mention >= 0 or w.finite for w in rest):
        return None
    name = hop_name(scene, span) + line.text[span.stop : rest[-1].stop]
    return Hop(name, Span(span.start, rest[-1].stop))


def person_at_end(scene: Scene, at: int) -> Hop | None:
    """``на головного санітарного лікар порту Ткача``: the person that ends a sentence, where its words do not agree."""
    line = scene.line
    rest = [w for w in line.words[at:] if w.kind != "mark"]
    if not 1 < len(rest) <= MOST_DESCRIBED or any(w.kind == "mark" for w in line.words[at : rest[-1].at]):
        return None
    person = next((m for m in scene.cast.over(Span(rest[-1].start, rest[-1].stop)) if m.type == "PER"), None)
    if person is None or any(w.finite for w in rest if w.start < person.span.start):
        return None
    return Hop(full_name(scene.cast, person), Span(rest[0].start, rest[-1].stop))


def placed_thing(line: Line, phrase: Phrase) -> Hop | None:
    """``постанову в електронній базі суду``, ``підсумки голосування на зборах``: a thing and where it is."""
    head = line.words[phrase.head]
    things = line.group("documents|findings")
    behind = line.words[phrase.last] if phrase.last < len(line.words) else None
    if behind is None or not head.lemmas & things or behind.low not in line.group("place_prepositions"):
        return None
    place = phrase_at(line, phrase.last + 1, coordinate=False)
    # "постанову в понеділок": a bare noun rather says when
    if place is None or place.pronoun or place.last - place.first == 1 or line.words[place.head].mention >= 0:
        return None
    span = Span(line.words[phrase.first].start, line.words[place.last - 1].stop)
    return Hop(phrase_nominative(span.of(line.text), line.language), span)


def page_of_person(scene: Scene, at: int) -> list[Hop] | None:
    """``на її Facebook-сторінку``, ``на його допис у Telegram``: whom the pronoun means, then the page."""
    line = scene.line
    whose = line.words[at] if at + 1 < len(line.words) else None
    gender = pronoun_gender(whose.low, line.language) if whose is not None else None
    if whose is None or not gender or whose.low not in line.group("pronouns.possessive"):
        return None
    page = line.words[at + 1]
    span = Span(page.start, page.stop)
    page_hop = platform_behind(line, span) or platform_hop(line, span)
    owner = person_before(scene.cast, whose.start, gender)
    return [Hop(owner, span), page_hop] if owner is not None and page_hop is not None else None


def printed_item(line: Line, phrase: Phrase) -> list[Hop]:
    """``статтю в [газеті X]``, ``матеріал у [Dagens Nyheter]``: the medium that printed what is cited."""
    head = line.words[phrase.head]
    at = next((w.at for w in line.between(phrase.head + 1, phrase.last + 1) if "PREP" in w.pos), 0)
    if not at or not head.lemmas & (line.group("news_items") - line.group("venues")):
        return []
    medium = phrase_at(line, at + 1, coordinate=False) if at + 1 < len(line.words) else None
    span = phrase_span(line, medium) if medium is not None else foreign_name_at(line, at + 1)
    if span is None or line.words[at].low not in line.group("place_prepositions"):
        return []
    text = span.of(line.text)
    if is_platform(text, line.language):
        return []
    if is_medium(text, line.language) and not text.islower():
        return [Hop(medium_name(text, line.language), span)]
    named = foreign_name_at(line, at + 1)
    return [Hop(foreign_name(line, named), named)] if named is not None and named.start == span.start else []


def preposition(line: Line, at: int) -> int:
    """Where ``на`` stands behind a word of reference (``посилаючись при цьому на``), else the word behind it."""
    near = range(at + 1, min(at + 6, len(line.words)))
    words = line.group("reference_prepositions")
    found = next((i for i in near if line.words[i].low in words or line.words[i].kind == "mark"), at + 1)
    return found if line.words[found : found + 1] and line.words[found].low in words else at + 1


def can_be_origin(line: Line, phrase: Phrase) -> bool:
    """Whether news can come from it: a name, a person, a medium, a body, a document, a source; no plain thing."""
    head = line.words[phrase.head]
    kinds = line.group("media|documents|bodies|anonymous|findings|venues|public_registers")
    # "посилаючись на Південний блок": a name that no table has
    inside = any(w.capital for w in line.between(max(phrase.first, 1), phrase.last))
    inside = inside and not phrase.cases() <= {"ablt", "datv"}
    known = phrase.named or phrase.animate or head.mention >= 0 or head.text.isascii() or inside
    return known or bool(head.lemmas & kinds)


def owned_document(scene: Scene, span: Span) -> list[Hop]:
    """``на заяву профспілки Forsa``: the owner, then the document."""
    span = from_document(scene, span)
    text = span.of(scene.line.text)
    language = scene.line.language
    if not is_document(text, language):
        return []
    name = phrase_nominative(text, language)
    words = list(WORD.finditer(text))
    noun = next((at for at, w in enumerate(words) if lemmas(w.group(), language) & group(language, "documents")), 0)
    if len(words) < noun + 2:
        return []
    firm = firm_meant(scene, Span(span.start + words[noun + 1].start(), span.stop))
    owner = firm or speaker_of(scene.cast, as_phrase(span))
    behind = text[words[noun + 1].start() :]
    described = phrase_nominative(behind, language, oblique=True)
    if is_letters(behind, owner or ""):
        return owner_and_document(behind, name, span, language)
    speaks = firm is None and owner not in scene.cast.persons and phrase_speaks(scene, span)
    if owner is None or owner.lower() == name.lower() or is_document(owner, language) or speaks:
        # "заяву міністерства": whom nothing names is still whose it is
        return (
            [Hop(described, span), Hop(name, span)]
            if speaks or first_noun(behind, language) & group(language, "bodies")
            else []
        )
    if first_noun(text, language) & group(language, "news_items") and is_medium(behind, language):
        return [Hop(medium_name(behind, language), span)]  # "на публікацію Reuters"
    if owner in scene.cast.persons and first_noun(text, language) & group(language, "spoken_documents"):
        # "на заяву президента Коваля": what he said
        return [Hop(owner, span)]
    return owner_and_document(owner, name, span, language)


def from_document(scene: Scene, span: Span) -> Span:
    """``оприлюднений учора [звіт мережі]``: a document without when it was put out, and all that says so."""
    words = scene.line.inside(span)
    behind = words[1 + (len(words) > 1 and "PREP" in words[1].pos) :]
    if not words or not words[0].adjectives or not behind or not (behind[0].time or "ADVB" in behind[0].pos):
        return span
    first = next((w for w in behind if not w.time and (w.nouns or w.adjectives)), None)
    return span if first is None else Span(first.start, span.stop)


def phrase_speaks(scene: Scene, document: Span) -> bool:
    """``заяву представника компанії``: whether a person whom nothing names stands behind a document."""
    line = scene.line
    at = next(word.at for word in line.words if word.start >= document.start)
    phrase = phrase_at(line, at + 1, coordinate=False)
    if phrase is None or not phrase.animate or phrase.pronoun:
        return False
    return not any(word.mention_type == "PER" for word in line.between(phrase.first, phrase.last))
