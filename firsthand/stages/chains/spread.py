"""What is spread on pages of nobody in particular: ``У соцмережах поширили відео``, ``Телеграм-канали публікують``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word, cases_in
from firsthand.stages.chains.pages import put_out_words
from firsthand.stages.chains.scene import Scene, distinct, evidence

# Words between "публікують" and "відео": "публікують у п'ятницю нове".
MOST_TO_THING = 4


def spread_chain(scene: Scene) -> Chain | None:
    """The pages on which a record or a rumour goes round, where nobody is said to have put it there."""
    line = scene.line
    heads = line.meaning("crowd_pages|networks")
    if not heads or any(reporting.source is not None for reporting in scene.reportings):
        return None
    for verb in line.words:
        thing = thing_beside(line, verb) if is_spreading(line, verb) else None
        pages = pages_of(line, heads, verb) if thing is not None else None
        if thing is not None and pages is not None:
            span = up_to(line, pages, thing)
            names = distinct(iter((phrase_nominative(span.of(line.text), line.language),)))
            spans = [span, Span(verb.start, verb.stop), Span(thing.start, thing.stop)]
            return Chain(names, "passage", evidence(scene, spans), "published")
    return None


def up_to(line: Line, pages: Phrase, thing: Word) -> Span:
    """``в [соцмережах] відео``: the pages without what goes round there, in which no case shows."""
    span = phrase_span(line, pages)
    return Span(span.start, line.words[thing.at - 1].stop) if span.start < thing.start < span.stop else span


def is_spreading(line: Line, verb: Word) -> bool:
    """``поширилося``, ``з'явилася``, ``була викладена``, ``поширили``: whether something is put before all."""
    told = verb.lemmas & line.group("spread_verbs|appear_verbs|put_out_verbs")
    return bool(told and (verb.finite or "PRTS" in verb.pos)) or verb in put_out_words(line)


def thing_beside(line: Line, verb: Word) -> Word | None:
    """``відео``, ``чутка``: what goes round, before a verb or right behind it."""
    things = line.group("spread_things")
    near = line.words[: verb.at + 1 + MOST_TO_THING]
    return next((w for w in near if w.lemmas & things and {"nomn", "accs"} & cases_in(w.nouns)), None)


def pages_of(line: Line, heads: tuple[Word, ...], verb: Word) -> Phrase | None:
    """``в соцмережах``, where nobody does what the verb says; or ``телеграм-канали публікують``."""
    for head in heads:
        found = (phrase_at(line, at, coordinate=False) for at in range(max(0, head.at - 2), head.at + 1))
        phrase = next((p for p in found if p is not None and p.head == head.at), None)
        if phrase is None or not are_of_nobody(line, phrase):
            continue
        before = line.words[phrase.first - 1] if phrase.first else None
        led = before is not None and before.low in line.group("place_prepositions")
        tells = "nomn" in phrase.cases() and phrase.last == verb.at and verb.lemmas & line.group("put_out_verbs")
        if tells or (led and not has_doer(line, verb)):
            return phrase
    return None


def are_of_nobody(line: Line, pages: Phrase) -> bool:
    """Whether pages are several, and bear no name and no body's: ``чатах містян``, not ``соцмережах порту``."""
    words = line.between(pages.first, pages.last)
    head = line.words[pages.head]
    social = not head.lemmas & line.group("networks") or any(w.lemmas & line.group("social") for w in words)
    plural = any(number == "plur" for _, number, _ in pages.forms)
    named = any(w.mention >= 0 or w.lemmas & line.group("bodies") or w.capital for w in words if w is not head)
    return plural and not named and (social or bool(head.lemmas & line.group("crowd_pages")))


def has_doer(line: Line, verb: Word) -> bool:
    """Whether a clause names somebody or something in the nominative that may have put it out."""
    comma = next((word.at for word in line.words[verb.at :] if is_comma(line, word.at)), len(line.words))
    return any(
        w.mention_type in ("PER", "ORG") or is_somebody(line, w) or ("nomn" in cases_in(w.nouns) and is_actor(line, w))
        for w in line.words[:comma]
    )


def is_somebody(line: Line, word: Word) -> bool:
    """``вона``, ``ми``: a pronoun that stands for who does something."""
    people = ("pronouns.speaking", "pronouns.masculine", "pronouns.feminine", "pronouns.plural")
    return any(word.low in line.group(kind) for kind in people)


def is_actor(line: Line, word: Word) -> bool:
    """Whether a word is of people or of a body."""
    people = word.has("anim") and "PREP" not in word.pos
    return people or bool(word.lemmas & line.group("bodies|announcers"))
